"""A term as it was sent, what its kind may ask while it reads it, and what kinds share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from ledger_api.domain.acts import ABSENCES, Term
from ledger_api.domain.errors import NotUnderstood
from ledger_api.domain.ids import party_id
from ledger_api.domain.phrases import Phrase, phrase, value_text
from ledger_api.filings.values import Value, alike
from ledger_api.ports.national import Acknowledgement

MOST_LISTED = 4096
"""Members of one list; an exclusive licence names every other licence of its entry."""


class Surroundings(Protocol):
    """What a kind may ask while it reads."""

    def entry(self, given: Any, where: str) -> bytes:  # noqa: ANN401 - whatever was sent
        """The 32 bytes of an entry named by public id, in full, or as `#n`."""
        ...

    def number(self, given: Any, kind: str, where: str) -> tuple[int, Phrase]:  # noqa: ANN401 - whatever was sent
        """The number of a dependant of the entry named in the same act, perhaps relative, and how it reads."""
        ...

    def number_of_licence(self, given: Any, kind: str, where: str) -> tuple[int, Phrase]:  # noqa: ANN401 - whatever was sent
        """The same of the licence named in the same act: a batch, a statement."""
        ...

    def party(self, given: Any, where: str) -> tuple[int, Phrase]:  # noqa: ANN401 - whatever was sent
        """The number of a party, perhaps relative, and how it reads."""
        ...

    def filing(self, given: Any) -> tuple[int, int, int, bytes]:  # noqa: ANN401 - whatever was sent
        """Signatories, number, deadline and acts' hash of another filing."""
        ...

    def given(self, name: str) -> Any:  # noqa: ANN401 - whatever was sent
        """Another term of the same act as it was sent, None when it was left out."""
        ...

    def salt(self) -> bytes:
        """A fresh record salt."""
        ...

    def acknowledgement(self, given: Mapping[str, Any], where: str) -> Acknowledgement:
        """What the national system acknowledged."""
        ...


@dataclass(frozen=True, slots=True)
class Written:
    """A term with what was sent for it; `where` names it in errors."""

    term: Term
    given: Any
    where: str


Reader = Callable[[Written, Surroundings], Value]


def shown(kind: str, value: Any) -> Phrase:  # noqa: ANN401 - a field of any word
    """How a value reads that stays as the register has it."""
    name, _, of = kind.partition(":")
    spec = {"day": "day", "moment": "time", "party": "party", "licence": "number"}.get(name, "")
    spec = of + "?" if name in {"code", "mask"} else spec
    if kind in {"party", "licence"} and value == 0:
        return ABSENCES["none"]
    return phrase(value_text(value, spec, "zh"), value_text(value, spec, "en"))


def named(number: int, name: str | None) -> Phrase:
    """A party with its public name, where that is known."""
    return alike(party_id(number) if name is None else f"{name} ({party_id(number)})")


def joined(left: Phrase, right: Phrase) -> Phrase:
    """Two phrases side by side."""
    return {language: f"{left[language]} {right[language]}" for language in left}


def given_object(written: Written) -> dict[str, Any]:
    """What was sent, if it is an object."""
    if not isinstance(written.given, dict):
        raise NotUnderstood("value-not-valid", field=written.where, wanted="{…}")
    return written.given


def given_list(given: Any, where: str) -> list[Any]:  # noqa: ANN401 - whatever was sent
    """What was sent, if it is a list of bearable length."""
    if not isinstance(given, list) or len(given) > MOST_LISTED:
        raise NotUnderstood("value-not-valid", field=where, wanted="[…]")
    return given
