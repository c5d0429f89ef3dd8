"""`/v1/parties` and `/v1/officers`: who is who on the ledger, and what each may do on a day."""

from itertools import islice
from typing import get_args

from fastapi import APIRouter, Depends, Request, Response

from ledger_api.api.documented import IN_PAGES, IN_TIME, failures
from ledger_api.api.pages import WhichPage, cut, link_next
from ledger_api.api.reading import Reading, When, reading
from ledger_api.api.schemas import parties as shape
from ledger_api.api.serving import Calls, Served, who_calls
from ledger_api.api.showing import parties as show
from ledger_api.api.showing.standing import burden
from ledger_api.api.strict import StrictRoute
from ledger_api.domain import readings
from ledger_api.domain.subjects import party_subject
from ledger_api.domain.words import Burden
from ledger_api.index import views
from ledger_api.index.views import Involved
from ledger_api.index.views.involved import Kind

router = APIRouter(prefix="/v1", tags=["parties"], route_class=StrictRoute, dependencies=[Depends(who_calls)])
_CODES = (*IN_TIME, "not-found", "id-malformed", "not-ready")
_FAILURES = failures(_CODES)


@router.get("/parties", summary="All parties", responses=failures(IN_TIME, IN_PAGES, "not-ready"))
def list_parties(when: When, page: WhichPage, request: Request, response: Response, services: Served) -> shape.Parties:
    """In the order they were admitted."""
    after = 0 if page.after is None else page.after.number()
    with reading(services, when, response, page.after) as read:
        numbers = [each for each in views.parties(read.connection, read.moment) if each > after]
        found = cut(numbers, page.limit, read.moment.block, lambda number: (number,))
        return shape.Parties(
            data=[read.somebody(each) for each in found.rows],
            has_more=found.next is not None,
            next=link_next(request, response, found),
            as_of=read.as_of,
        )


@router.get("/parties/{party}", summary="A party", responses=_FAILURES)
def get_party(party: str, when: When, response: Response, services: Served) -> shape.Party:
    """Its roles, accreditations and mandates, and whether it may act on the day."""
    with reading(services, when, response) as read:
        return show.party(read, views.party(read.connection, read.moment, readings.numbered(party, "P")))


@router.get("/parties/{party}/officers", summary="Its officers", responses=_FAILURES)
def get_officers(party: str, when: When, response: Response, services: Served) -> shape.Officers:
    """All it has had, with what each may sign on the day."""
    number = readings.numbered(party, "P")
    with reading(services, when, response) as read:
        views.party(read.connection, read.moment, number)
        found = views.officers_of(read.connection, read.moment, number)
        return shape.Officers(data=[show.officer(read, each) for each in found], as_of=read.as_of)


@router.get("/parties/{party}/restraints", summary="Freezes of all it holds", responses=_FAILURES)
def get_restraints(party: str, when: When, response: Response, services: Served) -> shape.Restraints:
    """Each with whether it bites on the day (rule 115)."""
    number = readings.numbered(party, "P")
    with reading(services, when, response) as read:
        views.party(read.connection, read.moment, number)
        found = views.dependants(read.connection, read.moment, party_subject(number), (Burden,))
        told = [shape.Restraint(**dict(burden(read, each)), number=each.number) for each in found]
        return shape.Restraints(data=told, as_of=read.as_of)


@router.get(
    "/parties/{party}/involvements",
    summary="What it has to do with",
    responses=failures(_CODES, IN_PAGES, "not-durable"),
)
def get_involvements(
    party: str, when: When, page: WhichPage, request: Request, response: Response, services: Served, caller: Calls
) -> shape.Involvements:
    """Entries, cases, licences, objections and burdens that name it or once did, newest first.

    Not to others than those it concerns: licences that are blind (rule 60).
    """
    number = readings.numbered(party, "P")
    skip = 0 if page.after is None else page.after.number()
    with reading(services, when, response, page.after, caller) as read:
        views.party(read.connection, read.moment, number)
        named = views.involved(read.connection, read.moment, number, get_args(Kind))
        shown = (each for each in named if not _is_hidden(read, each, number))
        rows = list(islice(enumerate(shown, start=1), skip, skip + page.limit + 1))
        found = cut(rows, page.limit, read.moment.block, lambda row: (row[0],))
        return shape.Involvements(
            data=[_item(read, each) for _, each in found.rows],
            has_more=found.next is not None,
            next=link_next(request, response, found),
            as_of=read.as_of,
        )


@router.get("/officers/{officer}", summary="An officer", responses=_FAILURES)
def get_officer(officer: str, when: When, response: Response, services: Served) -> shape.OfficerAnswer:
    """For whom an officer signs, what, and whether on the day."""
    with reading(services, when, response) as read:
        return show.answer(read, views.officer(read.connection, read.moment, readings.numbered(officer, "O")))


def _is_hidden(read: Reading, found: Involved, party: int) -> bool:
    """Whether it would tell that a blind licence is the party's (rule 60)."""
    if found.kind not in {"Licence", "Burden"}:
        return False
    veil = read.veil(found.entry)
    return found.number in veil.covers and party in veil.parties


def _item(read: Reading, found: Involved) -> shape.InvolvedItem:
    read.tell(found.entry, {found.number})
    return shape.InvolvedItem(id=found.public_id, kind=show.kind_of(found.kind), since_block=found.since)
