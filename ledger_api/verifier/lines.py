"""Which words of storage an act wrote, read from its data by a small committed table of acts.

Whoever replays a journal knows that no act is missing; this tells what the acts on an entry, or on a licence's usage, left behind.
The table is `lines.json`: topic → name of the event, length of its data in words, where in the data each storage word stands, and
where the folio and numbers of other dependants stand when the event carries them.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from .journal import Act
from .report import Refused
from .signatures import word
from .slots import PLACES
from .state import StoredWord

Key: TypeAlias = tuple[str, int | None]
"""Name of a word, and the number of the dependant it is of; None for the head and the meter, of which there is one."""


@dataclass(frozen=True, slots=True)
class Line:
    """An event of the table; positions count 32-byte words of the data."""

    event: str
    size: int
    words: Mapping[str, int]
    numbers: Mapping[str, int]
    """Positions of the numbers of words that are of another dependant than the act's `ref`."""
    folio: int | None
    """Position of algorithm, root and applicant."""

    def written(self, act: Act) -> Iterator[tuple[Key, int]]:
        """The words the act wrote, with their values. Zero means that it wrote none."""
        for name, position in self.words.items():
            if value := int.from_bytes(act.word(position), "big"):
                yield (name, self._number(name, act)), value

    def _number(self, name: str, act: Act) -> int | None:
        place = PLACES.get(name)
        if place is not None and not place.by_number:
            return None
        if name in self.numbers:
            return int.from_bytes(act.word(self.numbers[name]), "big")
        return act.ref


@dataclass(frozen=True, slots=True)
class Folio:
    """What an entry is about, and who first applied: the entry's id follows from it."""

    algorithm: int
    root: bytes
    applicant: int


@cache
def table() -> Mapping[bytes, Line]:
    """Every act on an entry or on a licence's usage that this version knows, by its topic."""
    raw = json.loads(files(__package__).joinpath("lines.json").read_text(encoding="utf-8"))
    return {
        bytes.fromhex(topic[2:]): Line(
            each["event"], each["size"], each["words"], each.get("numbers", {}), each.get("folio")
        )
        for topic, each in raw.items()
    }


def check_opening_act(acts: Sequence[Act], folio: Folio) -> None:
    """Every act that opened the entry says the same content and applicant as the folio."""
    expected = [word(folio.algorithm), folio.root, word(folio.applicant)]
    for act in acts:
        line = table().get(act.topics[0]) if act.is_told else None
        if line is not None and line.folio is not None:
            said = [act.word(line.folio + position) for position in range(3)]
            if said != expected:
                raise Refused("opened-otherwise", number=act.number)


def check_words(acts: Sequence[Act], stored: Sequence[StoredWord]) -> int:
    """Each stored word but the journal is what the acts wrote last, zero when they never did; answers how many were held against it.

    What a withheld act may have written later stands as storage proves it.
    """
    left = last_written(acts)
    withheld = max((position for position, act in enumerate(acts, start=1) if not act.is_told), default=0)
    held = 0
    for each in stored:
        value, number = left.get((each.word, each.number), (0, 0))
        if each.word == "Journal" or number < withheld:
            continue
        if value != each.value:
            raise Refused("word-not-in-acts", word=each.word, number="" if each.number is None else each.number)
        held += 1
    return held


def last_written(acts: Sequence[Act]) -> Mapping[Key, tuple[int, int]]:
    """The value each word has after the acts told, and the act that wrote it; Refused when one is not in the table."""
    left: dict[Key, tuple[int, int]] = {}
    for act in filter(lambda each: each.is_told, acts):
        line = table().get(act.topics[0])
        if line is None:
            raise Refused("act-unknown", number=act.number)
        if len(act.data) != 32 * line.size:
            raise Refused("act-misshapen", number=act.number, event=line.event)
        left.update({key: (value, act.number) for key, value in line.written(act)})
    return left


def name_of(act: Act) -> str:
    """The act's event; empty when unknown or withheld."""
    line = table().get(act.topics[0]) if act.is_told else None
    return line.event if line else ""
