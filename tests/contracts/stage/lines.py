"""The ledger's logs as lines of journals: decoded by name, chained by hash. Written from the specification.

A line has four topics; the word after it is keccak256(word ‖ keccak256(topics ‖ data)) with the number of lines below.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from eth_hash.auto import keccak

from hardhat_free_env.chain.blocks import Log
from hardhat_free_env.testing.abi import Abi, decode_event, signature
from ledger_api.domain import words

LINES_MASK = (1 << 24) - 1
WORDS = {word.__name__: word for word in words.WORDS}


@dataclass(frozen=True)
class Line:
    """A line: its event's name and arguments, storage words decoded; `line["case"]`."""

    name: str
    arguments: Mapping[str, Any]

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401  whatever the event holds
        return self.arguments[name]

    @property
    def subject(self) -> bytes:
        """Whose journal it is in."""
        return bytes(self.arguments["subject"])

    @property
    def number(self) -> int:
        """Its number in the journal."""
        return int(self.arguments["line"])


def is_line(log: Log) -> bool:
    """Whether a log of the ledger is a line of a journal."""
    return len(log.topics) == 4


def link(word: int, log: Log) -> int:
    """The journal word after one more line."""
    line = keccak(b"".join(log.topics) + log.body)
    hashed = int.from_bytes(keccak(word.to_bytes(32, "big") + line), "big")
    return (hashed & ~LINES_MASK) | ((word & LINES_MASK) + 1)


def replay(logs: Iterable[Log], journals: dict[bytes, int]) -> None:
    """Carry every subject's word on over `logs`."""
    for log in filter(is_line, logs):
        subject = log.topics[1]
        journals[subject] = link(journals.get(subject, 0), log)


class LineDecoder:
    """Decodes lines by the events of the ledger's interfaces."""

    def __init__(self, abi: Abi) -> None:
        events = (entry for entry in abi if entry.get("type") == "event")
        self._by_topic = {keccak(signature(entry).encode()): entry for entry in events}

    def decode(self, log: Log) -> Line | None:
        """The line or other event that a log is; None for strangers' logs."""
        entry = self._by_topic.get(log.topics[0]) if log.topics else None
        event = decode_event([entry], log) if entry else None
        if entry is None or event is None:
            return None
        inputs = entry["inputs"]
        kinds = {each["name"]: each.get("internalType", "") for each in inputs}
        values = {name: _typed(kinds[name], value) for name, value in event.arguments.items()}
        return Line(event.name, values)


def _typed(kind: str, value: Any) -> Any:  # noqa: ANN401  whatever the event holds
    word = WORDS.get(kind)
    return word.decode(value) if word else value
