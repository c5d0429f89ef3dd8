"""The stage itself: what other tests rest on."""

from ledger_api.domain.words import Party, Role
from tests.contracts.stage import Cast, Stage


def test_the_cast_is_admitted(stage: Stage, cast: Cast) -> None:
    assert stage.word(Party, cast.registrar).roles == Role.REGISTRAR | Role.EXCHANGE
    assert stage.book_line > 40


def test_a_filing_by_two_founders_is_refused_without_the_second(stage: Stage, cast: Cast) -> None:
    with stage.refused("TwoPersonsMissing", party=1):
        stage.file([cast.operator.alice], [("anchorDay", 20_000, 2, b"\1" * 32)])
    done = stage.file(cast.operator.both, [("anchorDay", 20_000, 2, b"\1" * 32)])
    assert done.line("DayAnchored")["day"] == 20_000
