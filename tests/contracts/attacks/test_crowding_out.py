"""A field holds so much: nobody fills it to keep others out, nor counts it round to what it was."""

from dataclasses import replace
from functools import partial

import pytest

from ledger_api.domain.words import Ground, Head, ObjectionState
from tests.contracts.deals import Deals
from tests.contracts.pen import write
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Stage

GROUNDS = [ground for ground in Ground if ground]
RELATIVE = 0x800000


def test_nobody_has_two_objections_open_on_one_ground(stage: Stage, cast: Cast) -> None:
    """Rule 26: a case has room for 255 open objections. An applicant who filled it itself kept everybody else out until the
    notice was over, then took all its own back."""
    case = Procedure(stage, cast).in_notice()
    object_to_oneself = partial(case.object_in_notice, by=[cast.holder.one], objector=cast.holder)
    numbers = {ground: object_to_oneself(ground=ground).line("NoticeObjected").number for ground in GROUNDS}
    for ground, number in numbers.items():
        with stage.refused("AlreadyObjected", number=number):
            object_to_oneself(ground=ground)
    case.object_in_notice()
    assert case.case.objections == len(GROUNDS) + 1


@pytest.mark.parametrize("how", ["taken back", "decided"])
def test_an_objection_that_is_over_bars_no_other(stage: Stage, cast: Cast, how: str) -> None:
    """Nobody loses its objection to one that a reviewer entered in its name."""
    case = Procedure(stage, cast).in_notice()
    first = case.object_in_notice().line("NoticeObjected").number
    if how == "decided":
        case.resolve(first)
    else:
        case.take_back(first)
    again = case.object_in_notice().line("NoticeObjected").number
    assert case.objection(again).state == ObjectionState.FILED


def test_an_objection_to_one_case_bars_none_to_another(stage: Stage, cast: Cast) -> None:
    one = Procedure(stage, cast).in_notice()
    other = Procedure(stage, cast).in_notice()
    assert one.entry == other.entry
    one.object_in_notice()
    other.object_in_notice()
    assert (one.case.objections, other.case.objections) == (1, 1)


def test_no_edition_comes_back(stage: Stage, cast: Cast) -> None:
    """A holder who suspended and resumed its own licence 32,768 times brought an edition of 16 bits back to what a bank had
    pinned. Every move is a line, and a journal is full before 24 bits are."""
    deals = Deals(Procedure(stage, cast).registered())
    pinned = stage.sealed([cast.buyer.one], [("pin", deals.entry, deals.head.edition)], nonce=9)
    write(stage, cast, replace(deals.head, edition=deals.head.edition + 0xFFFF), deals.entry)
    deals.grant()
    with stage.refused("EditionMoved", edition=0x1_0001):
        stage.carry(pinned)


def test_a_journal_is_full_before_an_edition_begins_anew(stage: Stage, cast: Cast) -> None:
    deals = Deals(Procedure(stage, cast).registered())
    number, journal = deals.granted(), stage.journal(deals.entry)
    write(stage, cast, replace(journal, lines=RELATIVE - 1), deals.entry)
    with stage.refused("JournalFull", subject=deals.entry):
        deals.suspend(number)
    write(stage, cast, journal, deals.entry)
    assert Head.decode(replace(Head(), edition=RELATIVE).encode()).edition == RELATIVE
