"""From lines to views: what a block changes, computed from its lines and the journals before it. Pure, so that a rebuild is a replay.

A word's new value stands in the line; the index copies it. Several writes to one word in a block come to the last of them.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from eth_hash.auto import keccak

from ledger_api.chain.abi import WORD_TYPES
from ledger_api.chain.codec import Line, WordWrite
from ledger_api.domain import ids
from ledger_api.index.errors import JournalBroken
from ledger_api.index.fetch import PlacedLine

JOURNAL: Final = "Journal"
LINES_MASK: Final = (1 << 24) - 1

INVOLVED: Final[Mapping[str, tuple[str, ...]]] = {
    "Head": ("holder", "registrar"),
    "Case": ("applicant", "registrar"),
    "Licence": ("licensee",),
    "Objection": ("objector",),
    "Listing": ("venue", "lister"),
    "Meter": ("gateway",),
    "Consent": ("party", "requester"),
    "Burden": ("party", "grantor", "ack"),
    "Debt": ("debtor", "takeover"),
    "Guarantee": ("guarantor", "debtor", "creditor"),
    "Attestation": ("attestor",),
    "Transfer": ("transferee",),
    "Overdue": ("registrar",),
}
"""Which fields of which words name parties."""

WordKey = tuple[bytes, str, int, bytes]
"""Subject, word, number, scope."""


@dataclass(frozen=True, slots=True)
class OpenedEntry:
    """A folio that came into being."""

    entry: bytes
    public_id: str
    alg: int
    root: bytes
    applicant: int


@dataclass(frozen=True, slots=True)
class Credential:
    """A credential number that was issued."""

    text: str
    scheme: int
    entry: bytes
    case: int


@dataclass(frozen=True, slots=True)
class Involvement:
    """A party named in a word."""

    party: int
    name: str
    subject: bytes
    number: int


@dataclass(slots=True)
class Projection:
    """What a block changes in the views."""

    words: dict[WordKey, int] = field(default_factory=dict)
    entries: list[OpenedEntry] = field(default_factory=list)
    credentials: list[Credential] = field(default_factory=list)
    involvements: set[Involvement] = field(default_factory=set)

    def digest(self, previous: bytes, block_hash: bytes) -> bytes:
        """SHA-256 over the digest before, the block and all that it changed: equal digests, equal views."""
        hasher = hashlib.sha256(previous + block_hash)
        for item in self._items():
            hasher.update(hashlib.sha256(repr(item).encode()).digest())
        return hasher.digest()

    def _items(self) -> Iterator[object]:
        yield from sorted(self.words.items())
        yield from (("entry", each.entry, each.public_id, each.alg, each.root, each.applicant) for each in self.entries)
        yield from (("credential", each.text, each.scheme, each.entry, each.case) for each in self.credentials)
        yield from sorted((each.party, each.name, each.subject, each.number) for each in self.involvements)


def project(placed: Sequence[PlacedLine], journals: Mapping[bytes, int]) -> Projection:
    """What these lines change; `journals` are the words before them, 0 for a subject that has none.

    Raises JournalBroken when a line does not follow the one before it.
    """
    found = Projection()
    latest = dict(journals)
    for each in placed:
        line = each.line
        latest[line.subject] = follow(latest.get(line.subject, 0), line, each.topics, each.data)
        found.words[line.subject, JOURNAL, 0, b""] = latest[line.subject]
        for write in line.words:
            found.words[write.subject, write.name, write.number, write.scope] = write.value
        found.involvements.update(_involvements(line.words))
        _add_named(found, line)
    return found


def follow(journal: int, line: Line, topics: Iterable[bytes], data: bytes) -> int:
    """The journal after one more line; JournalBroken when its number is not the next."""
    lines = journal & LINES_MASK
    if line.number != lines + 1:
        raise JournalBroken(f"line {line.number} of 0x{line.subject.hex()} came after line {lines}")
    return link(journal, keccak(b"".join(topics) + data))


def link(journal: int, line_hash: bytes) -> int:
    """`keccak256(word ‖ line)` with its low 24 bits replaced by the number of lines (page 2 §6)."""
    digest = keccak(journal.to_bytes(32, "big") + line_hash)
    return int.from_bytes(digest, "big") & ~LINES_MASK | ((journal & LINES_MASK) + 1)


def _add_named(found: Projection, line: Line) -> None:
    """What people find entries by."""
    if line.name == "Opened":
        args = line.args
        public_id = ids.entry_id(line.subject)
        found.entries.append(OpenedEntry(line.subject, public_id, args["rootAlg"], args["root"], args["applicant"]))
    elif line.name == "CredentialIssued":
        text = line.args["number"].rstrip(b"\0").decode("ascii", "backslashreplace")
        found.credentials.append(Credential(text, line.args["scheme"], line.subject, line.ref))


def _involvements(writes: Iterable[WordWrite]) -> Iterator[Involvement]:
    for write in writes:
        fields = INVOLVED.get(write.name, ())
        word = WORD_TYPES[write.name].decode(write.value) if fields else None
        for name in fields:
            value = getattr(word, name)
            for party in value if isinstance(value, tuple) else (value,):
                if party:
                    yield Involvement(party, write.name, write.subject, write.number)
