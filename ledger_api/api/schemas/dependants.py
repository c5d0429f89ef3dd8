"""Answers about what stands at an entry: what follows on the day, beside what is recorded; made for each row of `nouns`."""

from dataclasses import dataclass
from typing import Any, cast

from pydantic import Field, create_model

from ledger_api.api.schemas.base import Outgoing
from ledger_api.api.schemas.entries import HistoryLine
from ledger_api.api.schemas.moments import AsOf
from ledger_api.api.schemas.recorded import shape_of
from ledger_api.api.schemas.standing import Facts
from ledger_api.domain.errors import kebab
from ledger_api.domain.packing import Word

_WITHHELD = "null: not for the caller."
_RECORDED = "The words it consists of, as the ledger has them in effect."


class Named(Outgoing):
    """What every such thing is known by."""

    id: str
    entry: str


@dataclass(frozen=True, slots=True)
class Shapes:
    """Of one kind of thing."""

    item: type[Outgoing]
    answer: type[Outgoing]
    """One, at a moment, with everything that was done about it."""
    listed: type[Outgoing]


def shapes(one: str, many: str, facts: type[Facts], words: tuple[type[Word], ...]) -> Shapes:
    """The shapes of the answers about things called so."""
    name = one.capitalize()
    held: dict[str, Any] = {member(word): (shape_of(word) | None, ...) for word in words}
    recorded = create_model(f"{name}Recorded", __base__=Outgoing, __doc__=_RECORDED, **held)
    own: dict[str, Any] = {"recorded": (recorded | None, Field(description=_WITHHELD))} if words else {}
    item = create_model(name, __base__=(Named, facts), __doc__=facts.__doc__, **own)
    past: Any = (list[HistoryLine] | None, Field(description=f"Everything that was done about it; {_WITHHELD}"))
    now: Any = (AsOf, ...)
    answer = create_model(
        f"{name}Answer", __base__=item, __doc__=f"{facts.__doc__} At a moment.", history=past, as_of=now
    )
    listed = create_model(
        many.capitalize(),
        __base__=Outgoing,
        __doc__=f"All {many} of an entry, by number.",
        data=(list[item], ...),
        as_of=now,
    )
    return Shapes(*cast("tuple[type[Outgoing], ...]", (item, answer, listed)))


def member(word: type[Word]) -> str:
    """What answers call a word: `external_filing`."""
    return kebab(word.__name__).replace("-", "_")
