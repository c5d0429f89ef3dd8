"""`/v1/entries/{entry}/evidence`: one JSON document that convinces a stranger of what the register said (docs/evidence.md)."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Final

import orjson
from fastapi import APIRouter, Query, Response

from ledger_api.api.answering import hexed
from ledger_api.api.documented import IN_TIME, failures
from ledger_api.api.posting import Insider
from ledger_api.api.reading import Reading, When, reading
from ledger_api.api.routers.entries import called
from ledger_api.api.serving import Calls, Served
from ledger_api.api.strict import StrictRoute
from ledger_api.auth.roles import Scope
from ledger_api.domain.commitments import Commitment
from ledger_api.domain.errors import NotUnderstood
from ledger_api.domain.ids import entry_id
from ledger_api.index import views
from ledger_api.index.bundle import bundle
from ledger_api.store import withheld

router = APIRouter(prefix="/v1/entries/{entry}", tags=["entries"], route_class=StrictRoute)

_NUMBERS: Final = re.compile(r"[1-9]\d{0,6}(,[1-9]\d{0,6}){0,99}", re.ASCII)
_Dependants = Annotated[
    str | None, Query(description="Numbers of cases, licences, burdens, objections to prove too: `2,5`.")
]
_Openings = Annotated[
    bool, Query(description="With the withheld fields your party may open; takes a key, and is logged.")
]


@router.get(
    "/evidence",
    summary="Its evidence bundle",
    response_class=Response,
    responses=failures(
        IN_TIME, "not-found", "not-found-then", "id-malformed", "key-missing", "not-allowed", "not-ready", "not-durable"
    )
    | {
        200: {
            "content": {"application/json": {"schema": {"type": "object"}}},
            "description": "A bundle dpr-evidence/1.",
        }
    },
)
def get_evidence(
    entry: str,
    when: When,
    services: Served,
    caller: Calls,
    response: Response,
    dependants: _Dependants = None,
    openings: _Openings = False,  # noqa: FBT002 - a query parameter
) -> Response:
    """Header and seal, account and storage proofs, every act of the entry, and the proof of the last. `dpr verify` checks it."""
    numbers = _numbers(dependants)
    insider = Insider(services, caller, caller.acts_for(Scope.READ)) if openings else None
    with reading(services, when, response) as read:
        subject = called(read, entry)
        opened = _opened(read, insider, subject) if insider else []
        document = bundle(read.connection, services.chain, read.moment, subject, numbers=numbers, openings=opened)
    if insider:
        with services.store.begin() as unit:  # every such read stands in the audit log (rule 122)
            insider.note(unit, "openings.read", entry_id(subject))
    headers = {"Ledger-Block": response.headers["Ledger-Block"]}
    return Response(orjson.dumps(document), headers=headers, media_type="application/json")


def _numbers(text: str | None) -> tuple[int, ...]:
    if text is None:
        return ()
    if not _NUMBERS.fullmatch(text):
        raise NotUnderstood("value-not-valid", field="dependants", wanted="2,5")
    return tuple(map(int, text.split(",")))


def _opened(read: Reading, insider: Insider, entry: bytes) -> list[dict[str, Any]]:
    """The records committed to in the entry's lines that were sealed for the caller's party, opened."""
    lines = {
        root: line.number for line in views.history(read.connection, read.moment, entry) for root in _roots(line.args)
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
