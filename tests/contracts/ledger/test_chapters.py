"""Chapters: only the authority puts acts into them, takes them out or pauses them; each change is a line of the book."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from eth_hash.auto import keccak

from hardhat_free_env.compiler.artifacts import load
from hardhat_free_env.compiler.words import erc7201_slot
from hardhat_free_env.testing import Account, Contract, account
from ledger_api.domain.words import Page, Parameters, Span
from tests.contracts.stage import Cast, Done, Stage
from tests.contracts.stage.stage import BOOK_SUBJECT

SELECTOR = keccak(b"anchorDay(uint256,uint40,uint16,uint8,bytes32)")[:4]
EXECUTOR = account(1)
ACT = ("anchorDay", 20_000, 2, b"\1" * 32)


@pytest.fixture
def manager(stage: Stage) -> Contract:
    """The AccessManager, through which an executor acts."""
    address = stage.ledger.call("authority")
    return stage.chain.at(load("AccessManager"), bytes.fromhex(address[2:]))


Through = Callable[..., Done]


@pytest.fixture
def execute(stage: Stage, manager: Contract) -> Through:
    """Calls the ledger as its authority: `execute("pause(bytes4[],bool)", [selector], True)`."""

    def run(name: str, *arguments: object, sender: Account = EXECUTOR) -> Done:
        data = stage.ledger.encode(name, *arguments)
        return stage.done(manager.transact("execute", stage.ledger.address, data, sender=sender))

    return run


PAUSE = "pause(bytes4[],bool)"


def test_a_paused_act_is_refused_until_it_is_resumed(stage: Stage, cast: Cast, execute: Through) -> None:
    (line,) = execute(PAUSE, [SELECTOR], True).lines
    assert (line.name, line["selector"], line["page"].paused, line["by"]) == ("ChapterAssigned", SELECTOR, 1, 0)
    with stage.refused("ActPaused", selector=SELECTOR):
        stage.file(cast.operator.both, [ACT])
    with stage.refused("ActPaused", selector=SELECTOR):
        stage.direct(cast.operator.alice, *ACT)
    stage.file(cast.operator.both, [("setParameters", stage.storage(Parameters), 2, b"\1" * 32)])
    execute(PAUSE, [SELECTOR], False)
    stage.file(cast.operator.both, [ACT])


@pytest.mark.parametrize("call", [("assign", []), (PAUSE, [], True)])
def test_nobody_but_the_authority_touches_chapters(stage: Stage, call: tuple[Any, ...]) -> None:
    for sender in (EXECUTOR, account(2), account(0), account(900)):
        with stage.refused("NotTheAuthority", caller=sender.checksum.lower()):
            stage.ledger.transact(*call, sender=sender)


def test_the_authority_obeys_its_executors_only(stage: Stage, execute: Through) -> None:
    for sender in (account(0), account(900), account(20)):
        with stage.refused("AccessManagerUnauthorizedCall"):
            execute("assign", [], sender=sender)


def test_an_act_taken_away_is_no_act_any_more(stage: Stage, cast: Cast, execute: Through) -> None:
    (line,) = execute("assign", [(SELECTOR, 0)]).lines
    assert line["page"] == Page()
    with stage.refused("NoSuchAct", selector=SELECTOR):
        stage.file(cast.operator.both, [ACT])


def test_a_replaced_chapter_is_named_with_its_code_in_the_book(stage: Stage, cast: Cast, execute: Through) -> None:
    page = stage.word(Page, SELECTOR)
    newer = stage.chain.deploy(load("BookChapter"))
    lines = stage.book_line
    done = execute("assign", [(SELECTOR, replace(page, chapter=int.from_bytes(newer.address, "big")).encode())])
    line = done.line("ChapterAssigned")
    assert (line.subject, line.number) == (BOOK_SUBJECT, lines + 1)
    assert line["page"].chapter == int.from_bytes(newer.address, "big")
    assert line["codeHash"] == load("BookChapter").code_hash
    stage.file(cast.operator.both, [ACT])


@pytest.mark.parametrize(
    "page",
    [
        {"chapter": 0x1234},  # nothing stands there
        {"chapter": 0, "words": 3},  # no chapter, and yet a page
        {"words": 1, "lists": 1},  # even `by` a list
        {"words": 2, "lists": 3},
        {"words": 0, "lists": 0},
    ],
)
def test_a_page_that_leads_nowhere_is_refused(stage: Stage, execute: Through, page: dict[str, int]) -> None:
    changed = replace(stage.word(Page, SELECTOR), **page)
    with stage.refused("NotAChapter"):
        execute("assign", [(SELECTOR, changed.encode())])


def test_a_page_with_spare_bits_is_refused(stage: Stage, execute: Through) -> None:
    with stage.refused("NotAChapter"):
        execute("assign", [(SELECTOR, stage.storage(Page, SELECTOR) | 1 << 200)])


def test_an_act_without_a_page_cannot_be_paused(stage: Stage, execute: Through) -> None:
    with stage.refused("NotAChapter"):
        execute(PAUSE, [b"\xde\xad\xbe\xef"], True)


def test_the_page_of_an_act_can_be_read(stage: Stage) -> None:
    assert Page.decode(stage.ledger.call("chapterOf", SELECTOR)) == stage.word(Page, SELECTOR)


def test_any_words_can_be_read_at_once(stage: Stage, cast: Cast) -> None:
    slots = [(erc7201_slot("dpr.book") + number).to_bytes(32, "big") for number in (1, 0, 1)]
    words = [int.from_bytes(word, "big") for word in stage.ledger.call("load", slots)]
    assert words[0] == words[2] == stage.storage(Span)
    assert words[1] == stage.storage(Parameters)
    assert stage.ledger.call("load", []) == ()
