"""Business routes: each says one act and only composes the draft of a filing. Most are rows of a table.

A row says what the path calls the step and which act it is; body, summary and failures come from the catalogue of acts.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from inspect import Parameter, Signature
from typing import Annotated, Any, Final

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
from ledger_api.domain.acts import Term, catalogue
from ledger_api.filings.drafting import Asked

CODES = (*documented.WITH_BODY, *documented.SIGNED_IN, *documented.WITH_KEY, *documented.COMPOSING)
"""How every business route may fail."""

Endpoint = Callable[..., Response]

_NAMED: Final = re.compile(r"\{(\w+)\}")
_Text = Annotated[str, Path()]
_Line = Annotated[int, Path(ge=1, lt=1 << 23, description="Its number on the licence's own journal.")]
_KINDS: Final[Mapping[str, Any]] = {"number": Number, "batch": _Line, "statement": _Line}
"""What a path names by its bare number."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a path calls an act. `{term}` in the name is a term that the path gives too, as in `batches/{batch}/deem`."""

    name: str
    act: str
    subject: str = ""
    """The term that the path before the name gives, as `case` or `officer`; none where the act makes something."""

    def given(self, place: str) -> Mapping[str, str]:
        """What is named in the path of this step at a place, and the term each is: the last of the place is the subject."""
        given = {each: each for each in _NAMED.findall(f"{place}/{self.name}")}
        if self.subject:
            given[_NAMED.findall(place)[-1]] = self.subject
        return given

    def terms(self, place: str) -> tuple[Term, ...]:
        """What is left for its body to give."""
        return terms_of(self.act, without=self.given(place).values())


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


DEPENDANT: Final = "/{entry}/{number}"
"""Where something stands that an entry has."""


def add_dependant_steps(router: APIRouter, steps: Iterable[Step]) -> None:
    """`POST /{entry}/{number}/{step}` for each step; the number is that of the step's subject."""
    add_steps(router, DEPENDANT, steps)


def add_numbered_steps(router: APIRouter, place: str, steps: Iterable[Step]) -> None:
    """`POST /{place}/{step}` for each step; `place` is `parties/{party}` or `officers/{officer}`."""
    add_steps(router, f"/{place}", steps, BusinessBody)


def add_steps(router: APIRouter, place: str, steps: Iterable[Step], base: type[BusinessBody] = PinnableBody) -> None:
    """`POST {place}/{step}` for each step; what its path does not name, its body gives."""
    for step in steps:
        within = f"{router.prefix}{place}"
        path = f"{place}/{step.name}" if step.name else place
        body = body_model(f"{step.act[:1].upper()}{step.act[1:]}Terms", step.terms(within), base)
        add(router, path, _endpoint(f"{router.prefix}{path}", step, step.given(within), body), step.act, body)


def _endpoint(path: str, step: Step, given: Mapping[str, str], body: type[BusinessBody]) -> Endpoint:
    def endpoint(body: BusinessBody, posting: Drafter, **named: Any) -> Response:
        said = body.said(term.name for term in terms_of(step.act, without=given.values()))
        args = {term: named[each] for each, term in given.items()} | said
        acts = pinned(body, str(args.get("entry")), [Asked(step.act, args, at_of(body))])
        return compose(posting, f"POST {path.format(**named)}", body, acts, places={len(acts) - 1: ""})

    kinds = {"body": body, "posting": Drafter} | {name: _KINDS.get(name, _Text) for name in given}
    endpoint.__name__ = f"compose_{step.act}"
    endpoint.__signature__ = Signature(  # type: ignore[attr-defined]  # FastAPI reads it
        [Parameter(name, Parameter.KEYWORD_ONLY, annotation=kind) for name, kind in kinds.items()]
    )
    return endpoint
