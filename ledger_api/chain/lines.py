"""Lines of journals as the ledger logs them: which subject, which number, and the new value of every word they wrote.

Generic over the ABI: a parameter whose source type is a packed word carries that word's new value. Nothing here knows what
an act means, so a chapter added later is read without a change.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from eth_hash.auto import keccak

from ledger_api.chain import abi, artifacts
from ledger_api.chain.abi import Param
from ledger_api.ports.chain import Log

TOPICS = 4
"""A log is a line of a journal exactly when it has four topics: event, subject, line number, ref (page 2 §6)."""


@dataclass(frozen=True, slots=True)
class WordWrite:
    """The new value of a word, and which word it is."""

    name: str
    """Its type: `Head`, `Case`, …"""
    subject: bytes
    """Whose journal it stands in."""
    number: int
    """Of the dependant, party or officer; 0 for a head. Of a page: the act's selector."""
    scope: bytes
    """What else tells it apart: the entry of a mandate; empty for all others."""
    value: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a journal."""

    subject: bytes
    name: str
    """The event's name; empty when no artifact we have knows it: it still counts for the journal."""
    number: int
    ref: int
    """Number of the dependant it is about; 0 when it is about none."""
    by: int
    """Signatories, packed; 0 for what the ledger's own authority did and for lines without data."""
    at: int
    """Legal time, unix seconds; 0 for lines without data."""
    args: Mapping[str, Any]
    """What else it says: parameters after `at`, structs as mappings, packed words as ints."""
    words: tuple[WordWrite, ...]


@dataclass(frozen=True, slots=True)
class LineSpec:
    """An event that is a line, and the shape of its data."""

    name: str
    topic: bytes
    indexed: tuple[Param, ...]
    data: tuple[Param, ...]

    @property
    def size(self) -> int:
        """Bytes of its data, which is static."""
        return 32 * len(abi.flat(self.data))

    def read(self, data: bytes) -> dict[str, Any]:
        """The values in `data`, by parameter name, structs as mappings."""
        values, _ = _read(self.data, data, 0)
        return values

    def words(self, subject: bytes, ref: int, args: Mapping[str, Any]) -> tuple[WordWrite, ...]:
        """The words it wrote. A zero word was not written, but for a page: that one was taken away."""
        writes: list[WordWrite] = []
        seen: Counter[str] = Counter()
        before: Param | None = None
        for each in self.data:
            if each.is_word:
                value = args[each.name]
                number, scope = _key(each, before, ref + seen[each.internal], args)
                seen[each.internal] += 1
                if value or each.internal == "Page":
                    writes.append(WordWrite(each.internal, subject, number, scope, value))
            before = each
        return tuple(writes)


def _read(params: Sequence[Param], data: bytes, start: int) -> tuple[dict[str, Any], int]:
    values: dict[str, Any] = {}
    for each in params:
        if each.fields:
            values[each.name], start = _read(each.fields, data, start)
        else:
            values[each.name] = abi.read_static(each, data[start : start + 32])
            start += 32
    return values, start


def _key(word: Param, before: Param | None, ref: int, args: Mapping[str, Any]) -> tuple[int, bytes]:
    """Number and scope of a word in a line about `ref`: several of one type are numbered on from it."""
    if set(abi.WORD_TYPES[word.internal].KEYS) <= {"entry", "subject"}:  # one of a kind: the head, a meter, parameters
        return 0, b""
    if before is not None and before.name == f"{word.internal[:1].lower()}{word.internal[1:]}Number":  # about another
        return args[before.name], b""
    if word.internal == "Page":
        return int.from_bytes(args["selector"], "big"), b""
    if word.internal == "Mandate":
        return ref, args["entry"]
    if word.internal == "Consent":
        return ref, args["matter"]
    return ref, b""


class Lines:
    """All events that are lines, by topic."""

    def __init__(self) -> None:
        self.by_topic: Mapping[bytes, LineSpec] = MappingProxyType({spec.topic: spec for spec in _specs()})

    def decode(self, log: Log) -> Line | None:
        """The line a log of the ledger is; None for logs that are none (`Filed`, `Refused`, `Withdrawn`)."""
        if len(log.topics) != TOPICS:
            return None
        topic, subject, number, last = log.topics
        spec = self.by_topic.get(topic)
        line = int.from_bytes(number, "big")
        if spec is None or spec.size != len(log.data):
            return Line(subject, "", line, int.from_bytes(last, "big"), 0, 0, MappingProxyType({}), ())
        args = spec.read(log.data)
        ref = int.from_bytes(last, "big")
        if spec.indexed[-1].type == "bytes32":  # a content line: the entry itself stands where the ref would
            args, ref = {**args, spec.indexed[-1].name: last}, 0
        words = spec.words(subject, ref, args)
        by, at = args.pop("by", 0), args.pop("at", 0)
        return Line(subject, spec.name, line, ref, by, at, MappingProxyType(args), words)


def line_hash(log: Log) -> bytes:
    """keccak256(t0 ‖ t1 ‖ t2 ‖ t3 ‖ data): what the journal links."""
    return keccak(b"".join(log.topics) + log.data)


def _specs() -> list[LineSpec]:
    found: dict[bytes, LineSpec] = {}
    for item in artifacts.everything():
        if item["type"] != "event":
            continue
        params = tuple(map(abi.param, item["inputs"]))
        indexed = tuple(each for each in params if each.indexed)
        if len(indexed) != TOPICS - 1:
            continue
        topic = keccak(abi.signature(item["name"], params).encode())
        found[topic] = LineSpec(item["name"], topic, indexed, tuple(each for each in params if not each.indexed))
    return list(found.values())
