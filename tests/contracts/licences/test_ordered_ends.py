"""Licences ended by an instrument: insolvency, loss of a source, another order (rules 54, 116)."""

import pytest

from ledger_api.domain.words import BurdenState, EndReason, Instrument, LicenceKind, LicenceState
from tests.contracts.circumstances import another_registrar, suspend_accreditation
from tests.contracts.deals import READING, Deals
from tests.contracts.procedure import DOCUMENT
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import DAY, day


@pytest.mark.parametrize("code", [EndReason.INSOLVENCY, EndReason.SOURCE_LOSS, EndReason.ORDER])
def test_an_instrument_ends_a_licence(stage: Stage, cast: Cast, deals: Deals, code: int) -> None:
    """Rules 54, 116."""
    number = deals.granted()
    edition = deals.head.edition
    stage.on("2026-10-12")
    line = deals.end_by_order(number, code).line("LicenceEndedByOrder")
    word = deals.licence(number)
    assert line["licence"] == word
    assert (word.state, word.end, word.last) == (LicenceState.ENDED, day("2026-10-12"), day("2026-10-12"))
    assert (line["ref"], line["code"], line["head"]) == (number, code, deals.head)
    assert line["order"] == (
        cast.regulator.number, Instrument.ORDER, stage.now - 3600, stage.now - 60, 2, DOCUMENT,
    ) or line["order"]["issuer"] == cast.regulator.number  # fmt: skip
    assert (deals.head.edition, deals.head.licences) == (edition + 1, 1)


def test_a_suspended_one_too_and_an_end_long_past_stays(stage: Stage, deals: Deals) -> None:
    number = deals.granted()
    deals.suspend(number)
    stage.on("2027-10-12")
    deals.end_by_order(number)
    assert deals.licence(number).end == READING.end


def test_an_exclusive_one_burdens_no_more(stage: Stage, deals: Deals) -> None:
    """Rule 46."""
    number = deals.granted(kind=LicenceKind.EXCLUSIVE)
    line = deals.end_by_order(number).line("LicenceEndedByOrder")
    assert line["burden"] == deals.burden(number)
    assert (deals.burden(number).state, deals.head.burdens) == (BurdenState.CLOSED, 0)
    deals.close(number)
    assert (deals.head.burdens, deals.head.licences) == (0, 0)


@pytest.mark.parametrize("code", [EndReason.NONE, EndReason.MUTUAL, EndReason.BREACH, EndReason.ORDER + 1])
def test_other_ends_need_no_instrument_or_are_none(stage: Stage, deals: Deals, code: int) -> None:
    """Rule 54."""
    number = deals.granted()
    with stage.refused("ReasonUnknown", code=code):
        deals.end_by_order(number, code)


def test_what_is_over_is_not_ended_again(stage: Stage, deals: Deals) -> None:
    """Rule 54."""
    number = deals.granted()
    deals.end(number)
    with stage.refused("LicenceNotActive", number=number, state=LicenceState.ENDED):
        deals.end_by_order(number)


def test_the_pair_of_the_entrys_registrar_enters_it(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rules 3, 116."""
    number = deals.granted()
    other = another_registrar(stage, cast)
    for by in ([cast.registrar.reviewer], deals.parties, other.pair, [cast.registrar.reviewer, other.approver]):
        with stage.refused("PairMissing", registrar=cast.registrar):
            deals.end_by_order(number, by=by)


def test_a_suspended_registrar_executes_nothing(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 4."""
    number = deals.granted()
    suspend_accreditation(stage, cast, cast.registrar)
    with stage.refused("NotAccredited", party=cast.registrar):
        deals.end_by_order(number)


def test_an_instrument_comes_from_a_court_or_an_authority(stage: Stage, cast: Cast, deals: Deals) -> None:
    """Rule 116."""
    number = deals.granted()
    for issuer in (cast.holder, cast.outsider, cast.registrar):
        with stage.refused("NotAnIssuer", issuer=issuer):
            deals.end_by_order(number, issuer=issuer.number)


@pytest.mark.parametrize("kind", [Instrument.NONE, Instrument.NOTARIAL + 1])
def test_an_instrument_is_of_a_kind(stage: Stage, deals: Deals, kind: int) -> None:
    """Rule 116."""
    number = deals.granted()
    with stage.refused("InstrumentNotValid"):
        deals.end_by_order(number, kind=kind)


def test_an_instrument_is_effective_and_served(stage: Stage, deals: Deals) -> None:
    """Rules 116, 124."""
    number = deals.granted()
    for late in (0, stage.now + 1):
        with stage.refused("InstrumentNotEffective", effectiveAt=late):
            deals.end_by_order(number, effective_at=late)
        with stage.refused("InstrumentNotValid"):
            deals.end_by_order(number, served_at=late)
    deals.end_by_order(number, effective_at=stage.now, served_at=stage.now, kind=Instrument.NOTARIAL)


def test_an_instrument_has_a_document_with_its_algorithm(stage: Stage, deals: Deals) -> None:
    """Rules 116, 123."""
    number = deals.granted()
    with stage.refused("UnknownAlgorithm"):
        deals.end_by_order(number, alg=0)
    with stage.refused("DigestMissing"):
        deals.end_by_order(number, document=bytes(32))


def test_days_go_forward(stage: Stage, deals: Deals) -> None:
    """Rule 124."""
    stage.on("2026-09-02")
    number = deals.granted()
    with stage.refused("OutOfOrder"):
        deals.end_by_order(number, at=stage.now - DAY)
