"""The credential: after anchoring, by the pair, with a number of its scheme's form that nobody had before (rule 30)."""

import pytest

from ledger_api.domain.words import CaseState, Scheme, Serials
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Stage


def test_a_credential_number_is_issued_once_per_case(stage: Stage, cast: Cast) -> None:
    """SM-1."""
    case = Procedure(stage, cast).registered()
    case.issue("SJ3312026080001")
    assert case.case.state == CaseState.CREDENTIALED
    with stage.refused("WrongCaseState", state=CaseState.CREDENTIALED):
        case.issue("SJ3312026080002")


def test_there_is_no_credential_before_anchoring(stage: Stage, cast: Cast) -> None:
    """Rule 28."""
    case = Procedure(stage, cast).in_notice()
    with stage.refused("WrongCaseState", state=CaseState.NOTICE):
        case.issue("SJ3312026080001")


@pytest.mark.parametrize("number", ["SJ3312026080000", "SJ3312026130001", "SJ331202608000A", "XX3312026080001"])
def test_a_number_that_is_not_of_the_national_form_is_refused(stage: Stage, cast: Cast, number: str) -> None:
    """Rule 30; the form itself is tested where it stands."""
    case = Procedure(stage, cast).registered()
    with stage.refused("NumberMalformed"):
        case.issue(number)


def test_no_number_is_issued_twice_in_the_whole_register(stage: Stage, cast: Cast) -> None:
    """Rule 30."""
    first = Procedure(stage, cast).in_notice()
    second = Procedure(stage, cast, root=b"\7" * 32).in_notice()
    stage.on("2026-08-20")
    for case in (first, second):
        case.anchor()
    first.issue("SJ3312026080001")
    with stage.refused("NumberTaken"):
        second.issue("SJ3312026080001")
    second.issue("SJ3312026080257")
    assert stage.word(Serials, 331_202_608, 0).taken == 1 << 1
    assert stage.word(Serials, 331_202_608, 1).taken == 1 << 1


def test_a_credential_of_another_scheme_has_its_own_number(stage: Stage, cast: Cast) -> None:
    """The scheme is a property of the credential, never of the folio."""
    case = Procedure(stage, cast).registered()
    assert case.issue("330000-2026-1", scheme=Scheme.ZJ_DATA_IP).line("CredentialIssued")["scheme"] == 2


@pytest.mark.parametrize("scheme", [Scheme.NONE, Scheme.OTHER + 1])
def test_a_scheme_has_a_name(stage: Stage, cast: Cast, scheme: int) -> None:
    case = Procedure(stage, cast).registered()
    with stage.refused("CodeUnknown", code=scheme):
        case.issue("SJ3312026080001", scheme=scheme)
