"""Journals: whoever replays a subject's lines comes to its word, and to no other when one is dropped, changed or moved."""

import random
from dataclasses import replace

import pytest
from eth_hash.auto import keccak

from hardhat_free_env.chain.blocks import Log
from hardhat_free_env.compiler.build import compile_text
from hardhat_free_env.testing import Contract
from ledger_api.domain.words import Journal
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.acting import word
from tests.contracts.stage.cast import DOCUMENT, SHA256
from tests.contracts.stage.lines import is_line, link, replay
from tests.contracts.stage.stage import BOOK_SUBJECT

HARNESS = """
// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Journals} from "contracts/core/Journals.sol";
import {Journal} from "contracts/types/words/Journals.sol";

contract JournalHarness {
    function resolve(Journal journal, uint256 number) external pure returns (uint256) {
        return Journals.resolve(journal, bytes32(0), number);
    }

    function record(Journal journal, bytes calldata line) external { Journals.record(bytes32(uint256(1)), journal, line); }

    function current() external view returns (Journal) { return Journals.current(bytes32(uint256(1))); }
}
"""


@pytest.fixture
def harness(stage: Stage) -> Contract:
    (artifact,) = compile_text("tests/JournalHarness.sol", HARNESS).values()
    return stage.chain.deploy(artifact)


def lines_of(stage: Stage, subject: bytes) -> list[Log]:
    """Everything logged for a subject, from the beginning."""
    logs = stage.chain.logs(stage.ledger.address)
    return [log for log in logs if is_line(log) and log.topics[1] == subject]


def replayed(lines: list[Log], subject: bytes) -> int:
    journals: dict[bytes, int] = {}
    replay(lines, journals)
    return journals.get(subject, 0)


def test_every_subject_replays_from_the_ledger_s_first_block(stage: Stage, cast: Cast) -> None:
    stage.direct(cast.holder.one, "open", 2, b"\1" * 32, cast.holder)
    journals: dict[bytes, int] = {}
    replay(stage.chain.logs(stage.ledger.address), journals)
    assert len(journals) > 10
    for subject, replayed_word in journals.items():
        assert replayed_word == stage.storage(Journal, subject)


def test_a_line_s_number_is_its_place(stage: Stage) -> None:
    lines = lines_of(stage, BOOK_SUBJECT)
    assert [int.from_bytes(line.topics[2], "big") for line in lines] == list(range(1, stage.book_line + 1))


def test_the_book_s_subject_is_the_hash_of_its_kind(stage: Stage) -> None:
    assert keccak(word(5)) == BOOK_SUBJECT
    assert stage.journal(BOOK_SUBJECT).lines > 0


@pytest.mark.parametrize("seed", range(30))
def test_dropping_changing_or_moving_a_line_gives_another_word(stage: Stage, seed: int) -> None:
    chance = random.Random(seed)
    lines = lines_of(stage, BOOK_SUBJECT)
    place = chance.randrange(len(lines))
    how = chance.choice(["drop", "body", "topic", "move", "twice"])
    spoilt = list(lines)
    if how == "drop":
        del spoilt[place]
    elif how == "body":
        bit = chance.randrange(8 * len(lines[place].body))
        body = bytearray(lines[place].body)
        body[bit // 8] ^= 1 << (bit % 8)
        spoilt[place] = replace(lines[place], body=bytes(body))
    elif how == "topic":
        topics = list(lines[place].topics)
        topics[chance.choice([0, 2, 3])] = chance.randbytes(32)
        spoilt[place] = replace(lines[place], topics=tuple(topics))
    elif how == "move":
        other = (place + 1) % len(lines)
        spoilt[place], spoilt[other] = spoilt[other], spoilt[place]
    else:
        spoilt.insert(place, lines[place])
    assert replayed(spoilt, BOOK_SUBJECT) != stage.storage(Journal, BOOK_SUBJECT) == replayed(lines, BOOK_SUBJECT)


def test_an_act_writes_one_line_for_each_subject_it_touches(stage: Stage, cast: Cast) -> None:
    done = stage.direct(cast.holder.one, "revoke", cast.holder.two, SHA256, DOCUMENT)
    subjects = [line.subject for line in done.lines]
    assert subjects == [stage.party_subject(cast.holder)]


def test_a_word_keeps_the_number_of_lines_in_its_low_bits(stage: Stage, harness: Contract) -> None:
    line = b"".join(word(number) for number in (11, 1, 1, 0, 99))
    harness.transact("record", 0, line)
    log = Log(harness.address, tuple(word(number) for number in (11, 1, 1, 0)), word(99))
    (emitted,) = stage.chain.logs(harness.address)
    assert emitted == log
    assert harness.call("current") == link(0, log)
    assert harness.call("current") & 0xFFFFFF == 1


def test_a_journal_ends_before_its_numbers_meet_the_relative_ones(stage: Stage, harness: Contract) -> None:
    line = b"".join(word(number) for number in (11, 1, 1, 0))
    harness.transact("record", 0x7FFFFE, line)
    with stage.refused("JournalFull"):
        harness.transact("record", 0x7FFFFF, line)


@pytest.mark.parametrize(
    "lines, number, meant", [(5, 3, 3), (5, 9, 9), (5, 0, 0), (5, 1, 1), (5, 0x800001, 5), (5, 0x800005, 1)]
)
def test_a_number_is_itself_or_so_many_lines_back(harness: Contract, lines: int, number: int, meant: int) -> None:
    assert harness.call("resolve", lines, number) == meant


@pytest.mark.parametrize("lines, number", [(5, 0x800000), (5, 0x800006), (0, 0x800001), (5, 0xFFFFFF)])
def test_a_relative_number_leads_to_a_line_that_is_there(
    stage: Stage, harness: Contract, lines: int, number: int
) -> None:
    with stage.refused("NoSuchLine", number=number):
        harness.call("resolve", lines, number)
