"""Replays journals: whoever has all lines of a subject comes to the word the contract holds, and to no other (page 2 §6)."""

from collections.abc import Iterable
from dataclasses import dataclass

from eth_hash.auto import keccak

from ledger_api.index.project import link


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line as it is kept."""

    subject: bytes
    number: int
    topics: bytes
    data: bytes
    block: int


def replay(lines: Iterable[RawLine]) -> int:
    """The journal word after these lines, from nothing."""
    journal = 0
    for line in lines:
        journal = link(journal, keccak(line.topics + line.data))
    return journal
