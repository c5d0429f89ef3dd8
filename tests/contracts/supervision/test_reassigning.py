"""A case goes to another registrar: both agree, or a regulator orders it (rule 31)."""

from typing import Any

import pytest

from ledger_api.domain.words import CaseFlag, CaseState, Power, Right, Role, Scheme
from tests.contracts.circumstances import registrar_of, suspend_accreditation
from tests.contracts.later import Later
from tests.contracts.procedure import ALL, DOCUMENT, SHA256, Procedure, Someone
from tests.contracts.stage import Cast, Done, Player, Stage
from tests.contracts.stage.cast import APPROVER, REVIEWER


@pytest.fixture
def heir(stage: Stage, cast: Cast) -> Player:
    """Another registrar of the catalogue."""
    return registrar_of(stage, cast, {"reviewer": REVIEWER, "approver": APPROVER}, 250)


def reassign(
    case: Procedure, to: Player, authority: Player | int = 0, *, by: Someone = None, at: int = 0, **papers: Any
) -> Done:
    """Give the case to another registrar, the pairs of both agreeing unless a test says otherwise."""
    document = {"alg": SHA256, "document": DOCUMENT} | papers
    default = case.cast.regulator.both if authority else [*case.keeper.pair, *to.pair]
    return case.file(by, default, "reassign", case.entry, case.number, to, authority, *document.values(), at=at)


@pytest.mark.parametrize("ordered", [False, True])
def test_another_registrar_decides_the_case_from_then_on(stage: Stage, cast: Cast, heir: Player, ordered: bool) -> None:
    """Rule 31: by agreement of both, or by order of a regulator."""
    case = Procedure(stage, cast).under_review()
    before = case.case
    line = reassign(case, heir, cast.regulator if ordered else 0).line("CaseReassigned")
    word = case.case
    assert word == line["kase"]
    assert (word.registrar, word.reviewer, word.flags) == (heir.number, 0, CaseFlag.REASSIGNED)
    assert (word.state, word.run, word.used, word.limit) == (before.state, before.run, before.used, before.limit)
    assert line["authority"] == (cast.regulator.number if ordered else 0)
    with stage.refused("PairMissing", registrar=heir):
        case.publish()
    case.publish(by=heir.pair)
    stage.on("2026-08-20")
    case.anchor(by=heir.pair)
    assert case.head.registrar == heir.number


@pytest.mark.parametrize("missing", range(4))
def test_the_pairs_of_both_agree(stage: Stage, cast: Cast, heir: Player, missing: int) -> None:
    """Rules 3, 31."""
    case = Procedure(stage, cast).under_review()
    by = [*cast.registrar.pair, *heir.pair]
    del by[missing]
    with stage.refused("PairMissing", registrar=[cast.registrar, heir][missing // 2]):
        reassign(case, heir, by=by)


def test_or_two_of_a_regulator_order_it(stage: Stage, cast: Cast, heir: Player) -> None:
    """Rules 3, 31: not the operator, and not one alone."""
    case = Procedure(stage, cast).under_review()
    with stage.refused("NotEntitled", party=cast.operator, role=Role.REGULATOR):
        reassign(case, heir, cast.operator, by=cast.operator.both)
    with stage.refused("TwoPersonsMissing", party=cast.regulator, power=Power.ADMIT):
        reassign(case, heir, cast.regulator, by=[cast.regulator.one, *heir.pair])


def test_a_regulator_takes_a_case_from_a_suspended_registrar(stage: Stage, cast: Cast, heir: Player) -> None:
    """Rules 4, 31."""
    case = Procedure(stage, cast).under_review()
    suspend_accreditation(stage, cast, cast.registrar)
    with stage.refused("NotAccredited", party=cast.registrar):
        reassign(case, heir)
    reassign(case, heir, cast.regulator)
    case.publish(by=heir.pair)


def test_a_case_goes_to_an_accredited_registrar(stage: Stage, cast: Cast, heir: Player) -> None:
    """Rule 4."""
    case = Procedure(stage, cast).under_review()
    suspend_accreditation(stage, cast, heir)
    with stage.refused("NotAccredited", party=heir):
        reassign(case, heir, cast.regulator)


def test_it_goes_to_another_one(stage: Stage, cast: Cast) -> None:
    """Rule 31."""
    case = Procedure(stage, cast).under_review()
    with stage.refused("OwnSuccessor", registrar=cast.registrar):
        reassign(case, cast.registrar, cast.regulator)


def test_it_does_not_go_to_its_applicant(stage: Stage, cast: Cast) -> None:
    """Rule 2."""
    officers = {"reviewer": Power.REVIEW | Power.FILE, "approver": Power.APPROVE}
    both = registrar_of(stage, cast, officers, 240)
    case = Procedure(stage, cast, applicant=both, signers=[both.reviewer]).under_review()
    with stage.refused("RegistrarTakesPart", registrar=both):
        reassign(case, both, cast.regulator)


def test_nor_to_the_transferee(stage: Stage, cast: Cast) -> None:
    """Rule 2."""
    officers = {"reviewer": Power.REVIEW | Power.FILE, "approver": Power.APPROVE}
    both = registrar_of(stage, cast, officers, 240)
    case = Procedure(stage, cast).registered()
    Later(case).transfer(to=both, by=[cast.holder.one, both.reviewer])
    with stage.refused("RegistrarTakesPart", registrar=both):
        reassign(case, both, cast.regulator)


def test_a_later_case_of_a_registered_entry_goes_and_the_entry_stays(stage: Stage, cast: Cast, heir: Player) -> None:
    """Rule 31: what nobody has given away goes to the registrar of the first all the same."""
    case = Procedure(stage, cast).registered(asked=Right.HOLD)
    case.submit(asked=Right.USE)
    case.accept()
    reassign(case, heir)
    case.publish(Right.USE, by=heir.pair)
    stage.on("2026-09-10")
    case.anchor("2031-09-09", by=heir.pair, siblings=[case.entry])
    assert case.head.holder == (cast.holder.number, cast.holder.number, 0)
    assert case.head.registrar == cast.registrar.number
    case.issue("SJ3312026090001", scheme=Scheme.NATIONAL, by=heir.pair)
    with stage.refused("NotTheRegistrar", registrar=cast.registrar):
        case.submit(asked=Right.OPERATE, registrar=heir.number)


def test_so_does_a_transfer(stage: Stage, cast: Cast, heir: Player) -> None:
    """Rule 31."""
    case = Procedure(stage, cast).registered()
    later = Later(case)
    later.transfer()
    reassign(case, heir)
    case.accept(by=[heir.reviewer])
    case.publish(ALL, by=heir.pair)
    stage.on("2026-09-10")
    later.complete_transfer(by=[*heir.pair, cast.second.one])
    assert (case.head.holder, case.head.registrar) == ((cast.second.number,) * 3, cast.registrar.number)


def test_an_applicant_gives_its_case_to_nobody(stage: Stage, cast: Cast, heir: Player) -> None:
    """Rule 31: the mark is the ledger's own."""
    case = Procedure(stage, cast).registered(asked=Right.HOLD)
    with stage.refused("ClaimNotValid"):
        case.submit(asked=Right.USE, registrar=heir.number, flags=CaseFlag.REASSIGNED)


def test_a_credential_that_is_still_to_come_goes_too(stage: Stage, cast: Cast, heir: Player) -> None:
    """Rule 31."""
    case = Procedure(stage, cast).registered()
    reassign(case, heir, cast.regulator)
    case.issue("SJ3312026080001", by=heir.pair)


@pytest.mark.parametrize("state", ["withdrawn", "credentialed"])
def test_what_is_finished_stays(stage: Stage, cast: Cast, heir: Player, state: str) -> None:
    """Rule 31."""
    case = Procedure(stage, cast)
    if state == "withdrawn":
        case.submitted().withdraw()
    else:
        case.registered().issue("SJ3312026080001")
    with stage.refused("WrongCaseState"):
        reassign(case, heir, cast.regulator)


def test_silence_has_accepted_it_before_it_goes(stage: Stage, cast: Cast, heir: Player) -> None:
    """Rule 23: and the review clock runs on."""
    case = Procedure(stage, cast).submitted()
    stage.on("2026-08-12")
    reassign(case, heir)
    assert (case.case.state, CaseFlag.DEEMED in case.case.flags) == (CaseState.UNDER_REVIEW, True)


def test_it_may_come_back(stage: Stage, cast: Cast, heir: Player) -> None:
    case = Procedure(stage, cast).under_review()
    reassign(case, heir)
    reassign(case, cast.registrar, by=[*heir.pair, *cast.registrar.pair])
    case.publish()


@pytest.mark.parametrize("papers", [{"alg": 0}, {"alg": 4}, {"document": bytes(32)}])
def test_it_has_papers(stage: Stage, cast: Cast, heir: Player, papers: dict[str, Any]) -> None:
    """Rule 123."""
    case = Procedure(stage, cast).under_review()
    with stage.refused("UnknownAlgorithm" if "alg" in papers else "DigestMissing"):
        reassign(case, heir, **papers)
