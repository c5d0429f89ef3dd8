"""The auditor: samples entries and holds the copy against the chain itself. What it counts must be 0 (`ledger_index_divergence`).

For each entry: its lines replay to the journal, and every word the views say lies in the ledger's storage, proved under a header
that was sealed.
"""

import logging
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from ledger_api.chain import proofs, slots
from ledger_api.chain.codec import WordWrite
from ledger_api.chain.proofs import ProofInvalid
from ledger_api.domain.errors import NotNow
from ledger_api.domain.words import Head
from ledger_api.index.project import JOURNAL
from ledger_api.index.replay import RawLine, replay
from ledger_api.index.stored import header_of
from ledger_api.ports.chain import Chain, ChainError
from ledger_api.store import Store, chain_reads, chain_rows
from ledger_api.store.chain_reads import At, StoredWord
from ledger_api.store.chain_rows import IndexState

SECONDS: Final = 60.0
"""Between audits."""
SAMPLE: Final = 20
"""Entries in one."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Divergence:
    """Where the copy differs from the chain."""

    entry: bytes
    what: str


@dataclass(frozen=True, slots=True)
class Audited:
    """What an audit found."""

    block: int
    entries: int
    words: int
    divergences: tuple[Divergence, ...]


@dataclass(frozen=True, slots=True)
class Auditor:
    """Audits a sample every so often; `ledger_index_divergence` is what the last audit found."""

    store: Store
    chain: Chain
    rng: random.Random

    def run(self, wait: Callable[[float], bool]) -> None:
        """Audit until `wait` answers that it is time to stop."""
        while not wait(SECONDS):
            try:
                found = audit(self.store, self.chain, SAMPLE, self.rng)
            except (ChainError, NotNow) as trouble:
                _log.warning("the audit waits: %s", trouble)
                continue
            for each in found.divergences:
                _log.critical("entry 0x%s: %s", each.entry.hex(), each.what)


def audit(store: Store, chain: Chain, sample: int, rng: random.Random) -> Audited:
    """Look at `sample` entries, or at all when there are fewer, as of the newest block; keep the count of what differs.

    Raises what the port raises: a node that does not answer is not a divergence.
    """
    with store.read() as connection:
        state = chain_rows.state(connection)
        if state is None:
            return Audited(0, 0, 0, ())
        at = At(state.number, state.view)
        chosen = _choose(connection, at, sample, rng)
        known = {entry: _known(connection, at, entry) for entry in chosen}
        header = header_of(connection, state.number)
        divergences = [each for entry in chosen for each in _replayed(connection, state, entry)]
    words = [word for each in known.values() for word in each]
    divergences += list(_proved(chain, state, header.state_root, words))
    with store.begin() as unit:
        chain_rows.set_divergent(unit.connection, len({each.entry for each in divergences}))
    return Audited(state.number, len(chosen), len(words), tuple(divergences))


def _choose(connection: Connection, at: At, sample: int, rng: random.Random) -> list[bytes]:
    """Entries next to random points of the id space: no list of all is needed, and none is preferred by age."""
    chosen: dict[bytes, None] = {}
    for _ in range(2 * sample):
        rows = chain_reads.entries_listed(connection, at, rng.randbytes(32), 1)
        rows = rows or chain_reads.entries_listed(connection, at, b"", 1)
        chosen |= {row["entry"]: None for row in rows}
        if len(chosen) == sample:
            break
    return list(chosen)


def _known(connection: Connection, at: At, entry: bytes) -> tuple[StoredWord, ...]:
    """All words of an entry; a head that was never written is zero."""
    words = chain_reads.words_of(connection, at, entry)
    if any(word.name == "Head" for word in words):
        return words
    return (*words, StoredWord(entry, "Head", 0, b"", 0, 0))


def _replayed(connection: Connection, state: IndexState, entry: bytes) -> Iterator[Divergence]:
    rows = chain_reads.lines_of(connection, entry, state.number)
    stored = chain_reads.word(connection, At(state.number, state.view), entry, JOURNAL)
    lines = [RawLine(row["subject"], row["number"], row["topics"], row["data"], row["block"]) for row in rows]
    if stored is None or replay(lines) != stored.value:
        yield Divergence(entry, "its lines do not replay to its journal")


def _proved(chain: Chain, state: IndexState, state_root: bytes, words: Iterable[StoredWord]) -> Iterator[Divergence]:
    by_slot = {slot_of(word): word for word in words}
    if not by_slot:
        return
    proved = chain.proof(state.ledger, sorted(by_slot), state.number)
    for each in proved.storage:
        word = by_slot[each.slot]
        if each.value != word.value:
            yield Divergence(word.subject, f"{word.name} {word.number} is another on the chain")
    try:
        proofs.check_account(state_root, proved)
    except ProofInvalid as error:
        yield Divergence(b"", f"the node's proof does not hold: {error}")


def slot_of(word: StoredWord) -> int:
    """Where a word of an entry lies."""
    if word.name == JOURNAL:
        return slots.journal(word.subject)
    if word.name == "Head":
        return slots.slot(Head, word.subject)
    return slots.written(WordWrite(word.name, word.subject, word.number, word.scope, word.value))
