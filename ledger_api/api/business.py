"""Business routes: each says one act and only composes the draft of a filing. Most are rows of a table.

A row says what the path calls the step and which act it is; body, summary and failures come from the catalogue of acts.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from ledger_api.api import documented
from ledger_api.api.composing import compose
from ledger_api.api.documented import failures
from ledger_api.api.posting import Drafter
from ledger_api.api.routers.cases import Number
from ledger_api.api.schemas.acts import BusinessBody, PinnableBody, body_model, terms_of
from ledger_api.api.schemas.filings import Filing
from ledger_api.domain import readings
from ledger_api.domain.acts import catalogue
from ledger_api.filings.drafting import Asked

CODES = (*documented.WITH_BODY, *documented.SIGNED_IN, *documented.WITH_KEY, *documented.COMPOSING)
"""How every business route may fail."""

Endpoint = Callable[..., Response]


@dataclass(frozen=True, slots=True)
class Step:
    """What a path calls an act. `subject` is the term the path itself gives, as `case` or `officer`."""

    name: str
    act: str
    subject: str

    @property
    def names(self) -> tuple[str, ...]:
        """The terms its body gives."""
        return tuple(term.name for term in terms_of(self.act, without=("entry", self.subject)))


def at_of(body: BusinessBody) -> int:
    """The legal time a body gives, unix seconds; 0 for the block's."""
    return 0 if body.at is None else readings.moment(body.at, "at")


def pinned(body: BusinessBody, entry: str, acts: Iterable[Asked]) -> list[Asked]:
    """The acts, behind a pin of their entry if the body asks for one."""
    pin = [Asked("pin", {"entry": entry})] if isinstance(body, PinnableBody) and body.pin else []
    return [*pin, *acts]


def add(router: APIRouter, path: str, endpoint: Endpoint, act: str, body: type[BusinessBody]) -> None:
    """Add `POST path`: `endpoint` takes a `body`, composes mainly `act`, and is described by it."""
    form = catalogue()[act]
    endpoint.__annotations__["body"] = body
    router.add_api_route(
        path,
        endpoint,
        methods=["POST"],
        status_code=201,
        response_model=Filing,
        name=endpoint.__name__,
        summary=f"{form.title['en']} {form.title['zh']}",
        description=f"Composes: {form.sentence['en']}",
        responses=failures(CODES),
    )


def add_dependant_steps(router: APIRouter, steps: Sequence[Step]) -> None:
    """`POST /{entry}/{number}/{step}` for each step; the number is that of the step's subject."""
    for step in steps:
        body = body_model(_camel(step.act), terms_of(step.act, without=("entry", step.subject)))
        add(router, f"/{{entry}}/{{number}}/{step.name}", _dependant(router.prefix, step), step.act, body)


def add_numbered_steps(router: APIRouter, place: str, steps: Sequence[Step]) -> None:
    """`POST /{place}/{step}` for each step; `place` is `parties/{party}` or `officers/{officer}`."""
    for step in steps:
        body = body_model(_camel(step.act), terms_of(step.act, without=(step.subject,)), BusinessBody)
        add(router, f"/{place}/{step.name}", _numbered(f"{router.prefix}/{place}", step), step.act, body)


def _dependant(prefix: str, step: Step) -> Endpoint:
    def endpoint(entry: str, number: Number, body: BusinessBody, posting: Drafter) -> Response:
        args = {"entry": entry, step.subject: number} | body.said(step.names)
        acts = pinned(body, entry, [Asked(step.act, args, at_of(body))])
        route = f"POST {prefix}/{entry}/{number}/{step.name}"
        return compose(posting, route, body, acts, places={len(acts) - 1: ""})

    return _named(endpoint, step)


def _numbered(place: str, step: Step) -> Endpoint:
    noun = place[place.index("{") + 1 : -1]

    def endpoint(named: str, body: BusinessBody, posting: Drafter) -> Response:
        args = {step.subject: named} | body.said(step.names)
        route = f"POST {place.replace(f'{{{noun}}}', named)}/{step.name}"
        return compose(posting, route, body, [Asked(step.act, args, at_of(body))], places={0: ""})

    endpoint.__annotations__["named"] = Annotated[str, Path(alias=noun)]

    return _named(endpoint, step)


def _named(endpoint: Endpoint, step: Step) -> Endpoint:
    endpoint.__name__ = f"compose_{step.act}"
    return endpoint


def _camel(act: str) -> str:
    return f"{act[:1].upper()}{act[1:]}Terms"
