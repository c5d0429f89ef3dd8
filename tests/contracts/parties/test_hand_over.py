"""A registrar leaves: its cases and files go to a successor, which keeps its entries from then on (rule 5, SM-13, SC22)."""

from dataclasses import replace
from typing import Any

import pytest

from ledger_api.domain.words import (
    Accreditation,
    AccreditationKind,
    AccreditationStatus,
    Ground,
    Right,
    Role,
    SuspendReason,
)
from tests.contracts import pen
from tests.contracts.deals import READING, Deals
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.cast import APPROVER, DOCUMENT, REVIEWER, SHA256, YEARS, Player, accredit, enter
from tests.contracts.stage.stage import day

CATALOGUE = AccreditationKind.REGISTRAR_CATALOGUE
ACTIVE = Accreditation(status=AccreditationStatus.ACTIVE, from_=YEARS[0], until=YEARS[1])


@pytest.fixture
def deals(stage: Stage, cast: Cast) -> Deals:
    """An entry registered, to be licensed."""
    return Deals(Procedure(stage, cast).registered())


@pytest.fixture
def heir(stage: Stage, cast: Cast) -> Player:
    """Another registrar of the catalogue."""
    officers = {"reviewer": REVIEWER, "approver": APPROVER, "approver2": APPROVER}
    party = enter(stage, cast.operator, "heir", Role.REGISTRAR, officers, 300)
    accredit(stage, cast.operator, party, CATALOGUE)
    return party


def become(stage: Stage, cast: Cast, status: AccreditationStatus, kind: int = CATALOGUE) -> None:
    """The operator records where the registrar stands."""
    word = replace(ACTIVE, status=status)
    stage.file(cast.operator.both, [("accredit", cast.registrar, kind, word, 1, SHA256, DOCUMENT)])


def signers(cast: Cast, heir: Player) -> list[Any]:
    return [cast.registrar.approver, cast.registrar.approver2, heir.approver, heir.approver2, *cast.regulator.both]


def handing(
    cast: Cast,
    heir: Player,
    authority: Player | None = None,
    alg: int = SHA256,
    root: bytes = DOCUMENT,
    plan: bytes = DOCUMENT,
) -> tuple[Any, ...]:
    return ("handOver", cast.registrar, heir, authority or cast.regulator, 37, 1214, alg, root, plan)


def hand_over(stage: Stage, cast: Cast, heir: Player) -> Any:  # noqa: ANN401
    return stage.file(signers(cast, heir), [handing(cast, heir)])


def leave(stage: Stage, cast: Cast, heir: Player) -> None:
    """Announce, wait, hand over."""
    stage.on("2027-01-04")
    become(stage, cast, AccreditationStatus.EXITING)
    stage.on("2027-07-05")
    hand_over(stage, cast, heir)


def test_scenario_22_cases_and_credentials_go_to_the_successor(stage: Stage, cast: Cast, heir: Player) -> None:
    """Rule 5: 37 open cases and 1,214 credentials by one Merkle root."""
    stage.on("2027-01-04")
    become(stage, cast, AccreditationStatus.EXITING)
    announced = stage.word(Accreditation, cast.registrar, CATALOGUE).exiting
    stage.on("2027-07-05")
    line = hand_over(stage, cast, heir).line("RegistrarHandedOver")
    assert (line["cases"], line["credentials"], line["authority"]) == (37, 1214, cast.regulator.number)
    word = replace(ACTIVE, status=AccreditationStatus.HANDED_OVER, successor=heir.number, exiting=announced)
    assert stage.word(Accreditation, cast.registrar, CATALOGUE) == line["accreditation"] == word
    become(stage, cast, AccreditationStatus.EXITED)
    assert stage.word(Accreditation, cast.registrar, CATALOGUE).successor == heir.number


def test_an_exit_takes_six_months(stage: Stage, cast: Cast, heir: Player) -> None:
    """SM-13."""
    stage.on("2027-01-04")
    become(stage, cast, AccreditationStatus.EXITING)
    stage.on("2027-07-03")
    with stage.refused("HandOverTooEarly", earliest=day("2027-07-04")):
        hand_over(stage, cast, heir)
    stage.on("2027-07-04", "00:00")
    hand_over(stage, cast, heir)


def test_six_months_after_the_last_of_august_is_the_last_of_february(stage: Stage, cast: Cast, heir: Player) -> None:
    """Civil Code 202."""
    stage.on("2026-08-31")
    become(stage, cast, AccreditationStatus.EXITING)
    stage.on("2027-02-27")
    with stage.refused("HandOverTooEarly", earliest=day("2027-02-28")):
        hand_over(stage, cast, heir)


def test_announcing_it_again_does_not_begin_anew(stage: Stage, cast: Cast) -> None:
    stage.on("2027-01-04")
    become(stage, cast, AccreditationStatus.EXITING)
    before = stage.word(Accreditation, cast.registrar, CATALOGUE).exiting
    stage.on("2027-03-01")
    become(stage, cast, AccreditationStatus.EXITING)
    assert stage.word(Accreditation, cast.registrar, CATALOGUE).exiting == before


def test_an_exit_taken_back_and_announced_again_begins_anew(stage: Stage, cast: Cast) -> None:
    stage.on("2027-01-04")
    become(stage, cast, AccreditationStatus.EXITING)
    become(stage, cast, AccreditationStatus.ACTIVE)
    assert stage.word(Accreditation, cast.registrar, CATALOGUE).exiting == 0
    moment = stage.on("2027-03-01")
    become(stage, cast, AccreditationStatus.EXITING)
    assert stage.word(Accreditation, cast.registrar, CATALOGUE).exiting >= moment


def test_a_registrar_that_stays_hands_nothing_over(stage: Stage, cast: Cast, heir: Player) -> None:
    """Rule 5."""
    stage.on("2027-07-05")
    with stage.refused("NotExiting", registrar=cast.registrar):
        hand_over(stage, cast, heir)


@pytest.mark.parametrize("missing", range(6))
def test_two_of_both_registrars_and_two_of_the_regulator_sign(
    stage: Stage, cast: Cast, heir: Player, missing: int
) -> None:
    """Rule 5."""
    stage.on("2027-01-04")
    become(stage, cast, AccreditationStatus.EXITING)
    stage.on("2027-07-05")
    by = signers(cast, heir)
    party = [cast.registrar, heir, cast.regulator][missing // 2]
    del by[missing]
    with stage.refused("TwoPersonsMissing", party=party):
        stage.file(by, [handing(cast, heir)])


def test_the_operator_is_no_regulator(stage: Stage, cast: Cast, heir: Player) -> None:
    """Rule 5."""
    stage.on("2027-01-04")
    become(stage, cast, AccreditationStatus.EXITING)
    stage.on("2027-07-05")
    with stage.refused("NotEntitled", party=1):
        stage.file([*signers(cast, heir)[:4], *cast.operator.both], [handing(cast, heir, cast.operator)])


def test_only_a_registrar_of_the_catalogue_succeeds(stage: Stage, cast: Cast, heir: Player) -> None:
    """Rule 5."""
    stage.on("2027-01-04")
    become(stage, cast, AccreditationStatus.EXITING)
    stage.on("2027-07-05")
    with stage.refused("NotEntitled", party=cast.exchange):
        stage.file(signers(cast, heir), [handing(cast, cast.exchange)])
    with stage.refused("OwnSuccessor", registrar=cast.registrar):
        stage.file(signers(cast, heir), [handing(cast, cast.registrar)])


@pytest.mark.parametrize("digests", [{"root": bytes(32)}, {"plan": bytes(32)}])
def test_a_hand_over_has_a_list_and_a_plan(stage: Stage, cast: Cast, heir: Player, digests: dict[str, Any]) -> None:
    stage.on("2027-01-04")
    become(stage, cast, AccreditationStatus.EXITING)
    stage.on("2027-07-05")
    with stage.refused("DigestMissing"):
        stage.file(signers(cast, heir), [handing(cast, heir, **digests)])


def test_a_hand_over_is_dated_by_the_block_and_names_its_algorithm(stage: Stage, cast: Cast, heir: Player) -> None:
    """Rules 123, 124."""
    stage.on("2027-01-04")
    become(stage, cast, AccreditationStatus.EXITING)
    stage.on("2027-07-05")
    with stage.refused("OnlyBlockTime"):
        stage.file(signers(cast, heir), [handing(cast, heir)], at=stage.now)
    with stage.refused("UnknownAlgorithm", alg=0):
        stage.file(signers(cast, heir), [handing(cast, heir, alg=0)])


@pytest.mark.parametrize("status", [AccreditationStatus.HANDED_OVER, AccreditationStatus.EXITED])
def test_nobody_declares_a_registrar_handed_over_or_gone(stage: Stage, cast: Cast, status: AccreditationStatus) -> None:
    """Rule 5."""
    with stage.refused("NotHandedOver", registrar=cast.registrar):
        become(stage, cast, status)


@pytest.mark.parametrize("status", [AccreditationStatus.HANDED_OVER, AccreditationStatus.EXITED])
def test_what_is_no_registrar_hands_nothing_over(stage: Stage, cast: Cast, status: AccreditationStatus) -> None:
    become(stage, cast, status, AccreditationKind.EXCHANGE)
    assert stage.word(Accreditation, cast.registrar, AccreditationKind.EXCHANGE).status == status


def test_the_successor_decides_the_open_cases(stage: Stage, cast: Cast, heir: Player) -> None:
    """Rules 5, 31: and the old registrar none any more."""
    stage.on("2027-06-30")
    case = Procedure(stage, cast).submitted()
    case.accept()
    pen.write(
        stage,
        cast,
        replace(ACTIVE, status=AccreditationStatus.HANDED_OVER, successor=heir.number),
        cast.registrar,
        CATALOGUE,
    )
    with stage.refused("PairMissing", registrar=heir):
        case.publish()
    case.publish(by=[heir.reviewer, heir.approver])


def test_the_successor_registers_what_is_asked_for_later(stage: Stage, cast: Cast, heir: Player) -> None:
    """Rule 31."""
    case = Procedure(stage, cast).registered("2026-08-20", asked=Right.HOLD)
    leave(stage, cast, heir)
    with stage.refused("NotAccredited", party=cast.registrar):
        Procedure(stage, cast).submitted(asked=Right.USE)
    assert stage.head(case.entry).registrar == cast.registrar.number


def test_the_successor_keeps_the_entries_licences(stage: Stage, cast: Cast, heir: Player, deals: Deals) -> None:
    """Rules 5, 31: it suspends, as the registrar of the entry may."""
    number = deals.granted()
    leave(stage, cast, heir)
    act = ("suspend", deals.entry, number, SuspendReason.VENUE, SHA256, DOCUMENT)
    with stage.refused("AssentMissing"):
        stage.file([cast.registrar.reviewer], [act])
    stage.file([heir.reviewer], [act])


@pytest.mark.parametrize("named", ["registrar", "heir"])
def test_the_successor_records_licences_whichever_registrar_is_named(
    stage: Stage, cast: Cast, heir: Player, deals: Deals, named: str
) -> None:
    """Rules 5, 31."""
    leave(stage, cast, heir)
    recorder = heir if named == "heir" else cast.registrar
    terms = replace(READING, start=stage.today, end=stage.today + 30)
    deals.grant(terms, recorder=recorder, by=[cast.holder.one, cast.maker.one, heir.reviewer])
    with stage.refused("AssentMissing", party=heir):
        deals.grant(terms, recorder=recorder, by=[cast.holder.one, cast.maker.one, cast.registrar.reviewer])


def test_the_successor_enters_an_outsiders_objection(stage: Stage, cast: Cast, heir: Player, deals: Deals) -> None:
    """Rules 5, 38."""
    leave(stage, cast, heir)
    act = ("object", deals.entry, cast.outsider, Right.HOLD, Ground.OWNERSHIP, SHA256, DOCUMENT)
    with stage.refused("AssentMissing"):
        stage.file([cast.registrar.reviewer], [act])
    stage.file([heir.reviewer], [act])


@pytest.mark.parametrize("step", ["resubmit", "withdraw"])
def test_the_successor_is_no_applicants_agent_in_its_cases(stage: Stage, cast: Cast, heir: Player, step: str) -> None:
    """Rules 2, 5."""
    case = Procedure(stage, cast).submitted()
    if step == "resubmit":
        case.request_correction("2026-08-20")
    pen.write(
        stage,
        cast,
        replace(ACTIVE, status=AccreditationStatus.HANDED_OVER, successor=heir.number),
        cast.registrar,
        CATALOGUE,
    )
    with stage.refused("RegistrarTakesPart", registrar=cast.registrar):
        getattr(case, step)(by=[cast.holder.one, heir.reviewer])


def test_the_successor_resumes_a_paused_review(stage: Stage, cast: Cast, heir: Player) -> None:
    """Rule 5."""
    case = Procedure(stage, cast).submitted()
    case.accept()
    case.pause()
    pen.write(
        stage,
        cast,
        replace(ACTIVE, status=AccreditationStatus.HANDED_OVER, successor=heir.number),
        cast.registrar,
        CATALOGUE,
    )
    case.resume(by=[heir.reviewer])


def test_it_can_be_handed_on(stage: Stage, cast: Cast, heir: Player, deals: Deals) -> None:
    """Rule 5."""
    number = deals.granted()
    last = enter(stage, cast.operator, "last", Role.REGISTRAR, {"reviewer": REVIEWER}, 320)
    accredit(stage, cast.operator, last, CATALOGUE)
    gone = replace(ACTIVE, status=AccreditationStatus.HANDED_OVER)
    pen.write(stage, cast, replace(gone, successor=heir.number), cast.registrar, CATALOGUE)
    pen.write(stage, cast, replace(gone, successor=last.number), heir, CATALOGUE)
    stage.file([last.reviewer], [("suspend", deals.entry, number, SuspendReason.VENUE, SHA256, DOCUMENT)])
