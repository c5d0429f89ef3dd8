"""`/v1/entries/{entry}/evidence`: one JSON document that convinces a stranger of what the register said (docs/evidence.md).

`/v1/licences/{entry}/{number}/evidence` does so of what was used under a licence.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Final

import orjson
from fastapi import APIRouter, Query, Response

from ledger_api.api.answering import hexed
from ledger_api.api.documented import IN_TIME, failures
from ledger_api.api.posting import Insider
from ledger_api.api.reading import Reading, When, reading
from ledger_api.api.routers.cases import Number
from ledger_api.api.routers.entries import called
from ledger_api.api.serving import Calls, Served
from ledger_api.api.strict import StrictRoute
from ledger_api.auth.roles import Scope
from ledger_api.domain.commitments import Commitment
from ledger_api.domain.errors import NotAllowed, NotUnderstood
from ledger_api.domain.ids import dependant_id, entry_id
from ledger_api.domain.subjects import licence_subject
from ledger_api.index import views
from ledger_api.index.bundle import bundle, usage_bundle
from ledger_api.index.views import NOTHING, Veil
from ledger_api.store import withheld

router = APIRouter(prefix="/v1/entries/{entry}", tags=["entries"], route_class=StrictRoute)
of_licences = APIRouter(prefix="/v1/licences/{entry}/{number}", tags=["licences"], route_class=StrictRoute)

_NUMBERS: Final = re.compile(r"[1-9]\d{0,6}(,[1-9]\d{0,6}){0,99}", re.ASCII)
_Dependants = Annotated[
    str | None, Query(description="Numbers of cases, licences, burdens, objections and the like to prove too: `2,5`.")
]
_Reports = Annotated[str | None, Query(description="Numbers of batches and statements to prove too: `2,5`.")]
_Openings = Annotated[
    bool, Query(description="With the withheld fields your party may open; takes a key, and is logged.")
]
_CODES: Final = (
    *IN_TIME, "not-found", "not-found-then", "id-malformed", "key-missing", "not-allowed", "not-ready", "not-durable",
)  # fmt: skip
_BUNDLE: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "content": {"application/json": {"schema": {"type": "object"}}},
        "description": "A bundle dpr-evidence/1.",
    }
}


@router.get("/evidence", summary="Its evidence bundle", response_class=Response, responses=failures(_CODES) | _BUNDLE)
def get_evidence(
    entry: str,
    when: When,
    services: Served,
    caller: Calls,
    response: Response,
    dependants: _Dependants = None,
    openings: _Openings = False,  # noqa: FBT002 - a query parameter
) -> Response:
    """Header and seal, account and storage proofs, every act of the entry, and the proof of the last. `dpr verify` checks it.

    Acts and words that would say whose a blind licence is are told to those it concerns; others get the acts' digests (rule 60).
    """
    numbers = _numbers(dependants)
    insider = Insider(services, caller, caller.acts_for(Scope.READ)) if openings else None
    with reading(services, when, response, caller=caller) as read:
        subject = called(read, entry)
        veil = read.veil(subject)
        read.tell(subject, veil.lifted)
        opened = _opened(read, insider, subject, veil) if insider else []
        document = bundle(
            read.connection, services.chain, read.moment, subject, numbers=numbers, openings=opened, veil=veil
        )
    return _answered(insider, entry_id(subject), document, response)


@of_licences.get(
    "/evidence",
    summary="The evidence bundle of its usage",
    response_class=Response,
    responses=failures(_CODES, "no-usage", "licensee-withheld") | _BUNDLE,
)
def get_usage_evidence(
    entry: str,
    number: Number,
    when: When,
    services: Served,
    caller: Calls,
    response: Response,
    dependants: _Reports = None,
    openings: _Openings = False,  # noqa: FBT002 - a query parameter
) -> Response:
    """The same of the licence's own journal, which chains its batches and statements: none can be left out (rule 56)."""
    numbers = _numbers(dependants)
    insider = Insider(services, caller, caller.acts_for(Scope.READ)) if openings else None
    with reading(services, when, response, caller=caller) as read:
        licensed = called(read, entry)
        if number in read.veil(licensed).covers:
            raise NotAllowed("licensee-withheld", id=dependant_id(licensed, number))
        read.tell(licensed, {number})
        opened = _opened(read, insider, licence_subject(licensed, number)) if insider else []
        document = usage_bundle(
            read.connection, services.chain, read.moment, licensed, number, numbers=numbers, openings=opened
        )
    return _answered(insider, dependant_id(licensed, number), document, response)


def _answered(insider: Insider | None, about: str, document: dict[str, Any], response: Response) -> Response:
    if insider:
        with insider.services.store.begin() as unit:  # every such read stands in the audit log (rule 122)
            insider.note(unit, "openings.read", about)
    headers = {"Ledger-Block": response.headers["Ledger-Block"]}
    return Response(orjson.dumps(document), headers=headers, media_type="application/json")


def _numbers(text: str | None) -> tuple[int, ...]:
    if text is None:
        return ()
    if not _NUMBERS.fullmatch(text):
        raise NotUnderstood("value-not-valid", field="dependants", wanted="2,5")
    return tuple(map(int, text.split(",")))


def _opened(read: Reading, insider: Insider, subject: bytes, veil: Veil = NOTHING) -> list[dict[str, Any]]:
    """The records committed to in the subject's lines that were sealed for the caller's party, opened."""
    lines = {
        root: line.number
        for line in views.history(read.connection, read.moment, subject)
        if not veil.hides(line)
        for root in _roots(line.args)
    }
    filings = withheld.filings_with(read.connection, insider.party, list(lines))
    records = (
        record.commitment
        for filing in filings
        for record in insider.services.vault.show(read.connection, filing, insider.party)
    )
    found = {record.root: record for record in records if record.root in lines}
    return [_document(lines[root], record) for root, record in sorted(found.items(), key=lambda each: lines[each[0]])]


def _roots(said: Mapping[str, Any]) -> list[bytes]:
    """Everything in a line that may be a commitment."""
    nested = (each for value in said.values() if isinstance(value, Mapping) for each in value.values())
    return [each for each in (*said.values(), *nested) if isinstance(each, bytes) and len(each) == 32 and any(each)]


def _document(line: int, record: Commitment) -> dict[str, Any]:
    fields = [record.opening(name).document() for name in record.names]
    return {"act": line, "root": hexed(record.root), "fields": fields}
