"""Two credentials never look alike: a number is text and nothing before, between or behind it."""

import pytest

from ledger_api.domain.words import Scheme
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Stage

DISGUISES = ["\0ZJ-1", "ZJ\0-1", "ZJ-1 ", "ZJ-1\n", "ZJ-1\x7f", "ZJ-\u0661"]


@pytest.mark.parametrize("number", DISGUISES, ids=ascii)
def test_a_credential_of_any_scheme_is_printable(stage: Stage, cast: Cast, number: str) -> None:
    """Rule 30: unique also to whoever reads it."""
    case = Procedure(stage, cast).registered()
    with stage.refused("NumberMalformed", number=number.encode().ljust(32, b"\0")):
        case.issue(number, scheme=Scheme.ZJ_DATA_IP)
    case.issue("ZJ-1", scheme=Scheme.ZJ_DATA_IP)


def test_a_number_may_fill_its_word(stage: Stage, cast: Cast) -> None:
    """Rule 30."""
    Procedure(stage, cast).registered().issue("~" + "!" * 31, scheme=Scheme.OTHER)
