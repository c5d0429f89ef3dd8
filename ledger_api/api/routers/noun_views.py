"""`GET /v1/entries/{entry}/{noun}` and `GET /v1/{noun}/{entry}/{number}` for every noun of the table that is read."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from fastapi import APIRouter, Response

from ledger_api.api.documented import IN_TIME, failures
from ledger_api.api.nouns import NOUNS, View
from ledger_api.api.posting import note_reads
from ledger_api.api.reading import Reading, When, reading
from ledger_api.api.routers.cases import Number
from ledger_api.api.routers.entries import called
from ledger_api.api.schemas.dependants import Shapes, member, shapes
from ledger_api.api.schemas.recorded import shown
from ledger_api.api.serving import Calls, Served
from ledger_api.api.showing.history import entry_lines
from ledger_api.api.strict import StrictRoute
from ledger_api.auth.callers import Caller
from ledger_api.auth.sight import sees
from ledger_api.domain.ids import entry_id
from ledger_api.index import views
from ledger_api.index.views import Dependant

_CODES = (*IN_TIME, "not-found", "not-found-then", "id-malformed", "not-ready")


def _router(name: str, view: View) -> APIRouter:
    made = shapes(view.one, name, view.facts, view.words)
    codes = (*_CODES, "not-durable") if view.concerned else _CODES
    router = APIRouter(tags=[name], route_class=StrictRoute)

    def listed(entry: str, when: When, response: Response, services: Served, caller: Calls) -> Any:  # noqa: ANN401
        with reading(services, when, response, caller=caller) as read:
            subject = called(read, entry)
            found = views.dependants(read.connection, read.moment, subject, view.kinds)
            told = [_item(read, view, made, each, caller) for each in found]
            answer = made.listed(data=[each.item for each in told], as_of=read.as_of)
        if any(each.is_read for each in told):
            note_reads(services, caller, f"{view.one}.read", [entry_id(subject)])
        return answer

    def one(entry: str, number: Number, when: When, response: Response, services: Served, caller: Calls) -> Any:  # noqa: ANN401
        with reading(services, when, response, caller=caller) as read:
            subject = called(read, entry)
            found = views.dependant(read.connection, read.moment, subject, view.kinds, number)
            told = _item(read, view, made, found, caller)
            lines = views.of_dependant(read.connection, read.moment, subject, number) if told.is_full else ()
            history = entry_lines(subject, lines, read.veil(subject)) if told.is_full else None
            answer = made.answer(**dict(told.item), history=history, as_of=read.as_of)
        if told.is_read:
            note_reads(services, caller, f"{view.one}.read", [found.public_id])
        return answer

    about = (view.facts.__doc__ or "").strip()
    listing, single = f"/v1/entries/{{entry}}/{name}", f"/v1/{name}/{{entry}}/{{number}}"
    for path, endpoint, model, title, said in (
        (listing, listed, made.listed, f"Its {name}", f"All it has had by the moment. {about}"),
        (single, one, made.answer, f"One of the {name}", f"With everything that was done about it. {about}"),
    ):
        router.add_api_route(
            path,
            endpoint,
            methods=["GET"],
            response_model=model,
            name=f"{'list' if endpoint is listed else 'get'}_{name if endpoint is listed else view.one}",
            summary=title,
            description=said,
            responses=failures(codes),
        )
    return router


@dataclass(frozen=True, slots=True)
class _Told:
    """A thing as it is told to a caller."""

    item: Any
    is_full: bool
    is_read: bool
    """Whether it was told what not everybody is."""


def _item(read: Reading, view: View, made: Shapes, found: Dependant, caller: Caller) -> _Told:
    to = view.concerned if view.withheld(read, found) else None
    is_read = to is not None and sees(caller, partial(to, read, found))
    is_full = to is None or is_read
    facts = view.tell(read, found, concerned=is_full)
    held = {member(kind): found.words.word(kind, found.number) for kind in view.words}
    words = {name: word and shown(read, found.entry, word) for name, word in held.items()} if is_full else None
    more = {"recorded": words} if view.words else {}
    item = made.item(id=found.public_id, entry=entry_id(found.entry), **dict(facts), **more)
    return _Told(item, is_full, is_read)


routers = tuple(_router(name, noun.view) for name, noun in NOUNS.items() if noun.view)
