"""`/v1/entries/{entry}`: what is true of a data object's rights, at any moment, with what proves it. Public facts."""

from fastapi import APIRouter, Depends, Request, Response

from ledger_api.api.documented import IN_PAGES, IN_TIME, failures
from ledger_api.api.pages import WhichPage, cut, link_next
from ledger_api.api.reading import Reading, When, reading
from ledger_api.api.schemas import cases, entries, licences
from ledger_api.api.serving import Calls, Served, who_calls
from ledger_api.api.showing import cases as show_case
from ledger_api.api.showing import entries as show
from ledger_api.api.showing import licences as show_licence
from ledger_api.api.showing.history import entry_lines
from ledger_api.api.strict import StrictRoute
from ledger_api.domain import readings
from ledger_api.index import views

router = APIRouter(
    prefix="/v1/entries/{entry}", tags=["entries"], route_class=StrictRoute, dependencies=[Depends(who_calls)]
)
_CODES = (*IN_TIME, "not-found", "not-found-then", "id-malformed", "not-ready")
_FAILURES = failures(_CODES)


@router.get("", summary="An entry", responses=_FAILURES)
def get_entry(entry: str, when: When, response: Response, services: Served) -> entries.Entry:
    """By its public id `E-…`, its 32 bytes `0x…`, or a credential number."""
    with reading(services, when, response) as read:
        return show.entry(read, views.entry(read.connection, read.moment, called(read, entry)))


@router.get("/history", summary="Its history", responses=failures(_CODES, IN_PAGES, "not-durable"))
def get_history(
    entry: str, when: When, page: WhichPage, request: Request, response: Response, services: Served, caller: Calls
) -> entries.History:
    """Every line of its journal, oldest first: nothing is left out, and replaying them gives the word on the ledger.

    Of a line that would say whose a blind licence is, others than those it concerns are told only that it is there (rule 60).
    """
    after = 0 if page.after is None else page.after.number()
    with reading(services, when, response, page.after, caller) as read:
        subject = called(read, entry)
        lines = views.history(read.connection, read.moment, subject, after=after, most=page.limit + 1)
        found = cut(lines, page.limit, read.moment.block, lambda line: (line.number,))
        read.tell(subject, {line.ref for line in found.rows})
        return entries.History(
            data=entry_lines(subject, found.rows, read.veil(subject)),
            has_more=found.next is not None,
            next=link_next(request, response, found),
            as_of=read.as_of,
        )


@router.get("/licences", summary="Its licences", responses=failures(_CODES, "not-durable"))
def get_licences(entry: str, when: When, response: Response, services: Served, caller: Calls) -> licences.Licences:
    """All that were granted by the moment, each with what it is on the day."""
    with reading(services, when, response, caller=caller) as read:
        found = views.licences(read.connection, read.moment, called(read, entry))
        data = [show_licence.licence(read, each) for each in found]
        return licences.Licences(data=data, proven_exhaustive=False, as_of=read.as_of)


@router.get("/cases", summary="Its cases", responses=_FAILURES)
def get_cases(entry: str, when: When, response: Response, services: Served) -> cases.Cases:
    """All registration cases, with the clock that runs in each."""
    with reading(services, when, response) as read:
        found = views.cases(read.connection, read.moment, called(read, entry))
        return cases.Cases(data=[show_case.case(read, each) for each in found], as_of=read.as_of)


@router.get("/objections", summary="Objections against it", responses=_FAILURES)
def get_objections(entry: str, when: When, response: Response, services: Served) -> entries.Objections:
    """All objections, in notices and after registration."""
    with reading(services, when, response) as read:
        found = views.objections(read.connection, read.moment, called(read, entry))
        return entries.Objections(data=[show.objection(read, each) for each in found], as_of=read.as_of)


def called(read: Reading, text: str) -> bytes:
    """The entry people call so. Raises NotUnderstood (`id-malformed`), NotFound."""
    is_id = text[:2].upper() in {"E-", "0X"}
    return views.find(read.connection, read.moment, readings.entry(text) if is_id else text)
