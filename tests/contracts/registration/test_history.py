"""Nothing is deleted or overwritten: what ended is still there, and every step of it is a line."""

from hardhat_free_env.compiler.artifacts import load
from hardhat_free_env.deploy.pages import CHAPTERS
from hardhat_free_env.testing.abi import types
from ledger_api.domain.words import (
    Burden,
    BurdenState,
    CaseState,
    LicenceKind,
    LicenceState,
    ObjectionState,
    Refusal,
)
from tests.contracts.deals import Deals
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Stage


def test_what_is_withdrawn_refused_or_closed_is_still_there(stage: Stage, cast: Cast) -> None:
    """Rule 7: cases, objections, disputes and licences end in a state of their own; no word becomes zero again. (rule 41)"""
    refused = Procedure(stage, cast, root=b"\7" * 32).under_review()
    refused.decline(Refusal.HARMFUL)
    case = Procedure(stage, cast).in_notice()
    objection = case.object_in_notice().line("NoticeObjected").number
    case.take_back(objection)
    stage.on("2026-08-20")
    case.anchor()
    dispute = case.disputed()
    case.take_back(dispute)
    deals = Deals(case)
    licence = deals.granted(kind=LicenceKind.EXCLUSIVE)
    deals.end(licence)
    deals.close(licence)
    assert refused.case.state == CaseState.REFUSED
    assert case.objection(objection).state == case.objection(dispute).state == ObjectionState.WITHDRAWN
    assert stage.word(Burden, case.entry, dispute).state == deals.burden(licence).state == BurdenState.CLOSED
    assert deals.licence(licence).state == LicenceState.CLOSED


def test_every_step_is_one_more_line(stage: Stage, cast: Cast) -> None:
    """Rule 7: also one that takes something back."""
    case = Procedure(stage, cast).submitted()
    lines = stage.journal(case.entry).lines
    for number, step in enumerate((case.accept, case.pause, case.resume, case.publish, case.withdraw), start=1):
        step()
        assert stage.journal(case.entry).lines == lines + number


def test_no_act_and_no_line_has_room_for_text(stage: Stage) -> None:
    """Rule 10: numbers, codes and digests only; what is withheld is a commitment."""
    for name in CHAPTERS:
        for entry in load(name).abi:
            if entry["type"] in {"function", "event"}:
                assert not {"bytes", "string", "bytes[]", "string[]"} & set(types(entry["inputs"])), entry["name"]
