"""From lines to views, without a store: what follows, what is copied, what is refused."""

from dataclasses import replace

import pytest
from eth_hash.auto import keccak

from ledger_api.chain.codec import Codec
from ledger_api.index.errors import JournalBroken
from ledger_api.index.fetch import PlacedLine
from ledger_api.index.project import JOURNAL, project
from ledger_api.index.replay import RawLine, replay
from ledger_api.ports.chain import Log

ENTRY = keccak(b"entry")
TOPIC = next(topic for topic, spec in Codec.load().lines.items() if spec.name == "Accepted")


def line(number: int, case: int = 1) -> PlacedLine:
    topics = (TOPIC, ENTRY, number.to_bytes(32, "big"), (2).to_bytes(32, "big"))
    data = b"".join(value.to_bytes(32, "big") for value in (1, 100, case, 0, 2, 5))
    read = Codec.load().decode_line(Log(b"", topics, data))
    assert read is not None
    return PlacedLine(read, topics, data, number, 0, number, bytes(32))


def test_a_journal_carried_on_comes_to_what_a_replay_from_nothing_does() -> None:
    lines = [line(number) for number in range(1, 8)]
    found = project(lines[:3], {}).words[ENTRY, JOURNAL, 0, b""]
    found = project(lines[3:], {ENTRY: found}).words[ENTRY, JOURNAL, 0, b""]
    raw = [RawLine(ENTRY, each.line.number, b"".join(each.topics), each.data, 0) for each in lines]
    assert found == replay(raw)
    assert found & 0xFFFFFF == 7


@pytest.mark.parametrize("numbers", [[1, 3], [2], [1, 1], [1, 2, 4]])
def test_a_line_that_does_not_follow_is_refused(numbers: list[int]) -> None:
    with pytest.raises(JournalBroken, match=rf"line {numbers[-1]} of 0x"):
        project([line(number) for number in numbers], {})


def test_several_writes_of_one_word_come_to_the_last() -> None:
    found = project([line(1, case=5), line(2, case=9)], {})
    assert found.words[ENTRY, "Case", 2, b""] == 9


def test_equal_digests_mean_equal_projections() -> None:
    some = project([line(1)], {})
    assert some.digest(bytes(32), bytes(32)) == project([line(1)], {}).digest(bytes(32), bytes(32))
    others = [
        project([line(1, case=9)], {}).digest(bytes(32), bytes(32)),
        some.digest(b"\1" * 32, bytes(32)),
        some.digest(bytes(32), b"\1" * 32),
        project([], {}).digest(bytes(32), bytes(32)),
    ]
    assert some.digest(bytes(32), bytes(32)) not in others


def test_a_line_nobody_knows_moves_the_journal_and_nothing_else() -> None:
    known = line(1)
    unheard = replace(known, topics=(keccak(b"Unheard()"), *known.topics[1:]))
    read = Codec.load().decode_line(Log(b"", unheard.topics, unheard.data))
    assert read is not None
    found = project([replace(unheard, line=read)], {})
    assert list(found.words) == [(ENTRY, JOURNAL, 0, b"")]
