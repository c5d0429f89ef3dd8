"""`/v1/cases/{entry}/{number}`: one registration case, with its clock."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response

from ledger_api.api.documented import IN_TIME, failures
from ledger_api.api.reading import When, reading
from ledger_api.api.routers.entries import called
from ledger_api.api.schemas.cases import CaseAnswer
from ledger_api.api.serving import Served, who_calls
from ledger_api.api.showing import cases as show
from ledger_api.api.strict import StrictRoute
from ledger_api.index import views

router = APIRouter(prefix="/v1/cases", tags=["cases"], route_class=StrictRoute, dependencies=[Depends(who_calls)])

Number = Annotated[int, Path(ge=1, lt=1 << 23, description="The n of `E-…/n`.")]


@router.get(
    "/{entry}/{number}",
    summary="A case",
    responses=failures(IN_TIME, "not-found", "not-found-then", "id-malformed", "not-ready"),
)
def get_case(entry: str, number: Number, when: When, response: Response, services: Served) -> CaseAnswer:
    """What state it is in on the day, which clock runs until when, and whether it may be anchored."""
    with reading(services, when, response) as read:
        return show.answer(read, views.case(read.connection, read.moment, called(read, entry), number))
