"""`/v1/licences/{entry}/{number}`: one licence, at any moment, with everything that was done about it."""

from fastapi import APIRouter, Response

from ledger_api.api.documented import IN_TIME, failures
from ledger_api.api.reading import When, reading
from ledger_api.api.routers.cases import Number
from ledger_api.api.routers.entries import called
from ledger_api.api.schemas.licences import LicenceAnswer
from ledger_api.api.schemas.usage import Usage
from ledger_api.api.serving import Calls, Served
from ledger_api.api.showing import licences as show
from ledger_api.api.showing import usage as show_usage
from ledger_api.api.strict import StrictRoute
from ledger_api.index import views

router = APIRouter(prefix="/v1/licences", tags=["licences"], route_class=StrictRoute)


@router.get(
    "/{entry}/{number}",
    summary="A licence",
    responses=failures(IN_TIME, "not-found", "not-found-then", "id-malformed", "not-ready", "not-durable"),
)
def get_licence(
    entry: str, number: Number, when: When, response: Response, services: Served, caller: Calls
) -> LicenceAnswer:
    """Who could do what on a day: `on` asks for the day, `as_of` for what was known."""
    with reading(services, when, response, caller=caller) as read:
        return show.answer(read, views.licence(read.connection, read.moment, called(read, entry), number))


@router.get(
    "/{entry}/{number}/usage",
    summary="What was used under it",
    responses=failures(IN_TIME, "not-found", "not-found-then", "id-malformed", "not-ready", "not-durable"),
)
def get_usage(entry: str, number: Number, when: When, response: Response, services: Served, caller: Calls) -> Usage:
    """Its meter, batches and statements, with the licence's own journal, which chains them (rule 56)."""
    with reading(services, when, response, caller=caller) as read:
        return show_usage.answer(read, views.usage(read.connection, read.moment, called(read, entry), number))
