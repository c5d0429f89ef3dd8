"""`/v1/enumerations`: every code with its Chinese and English term."""

from functools import cache

from fastapi import APIRouter, Depends, Response

from ledger_api.api.documented import failures
from ledger_api.api.schemas.enumerations import Enumeration, Enumerations, Term
from ledger_api.api.serving import who_calls
from ledger_api.api.strict import StrictRoute
from ledger_api.domain.enumerations import enumerations
from ledger_api.domain.errors import NotFound
from ledger_api.domain.progress import Progress

router = APIRouter(
    prefix="/v1/enumerations", tags=["enumerations"], route_class=StrictRoute, dependencies=[Depends(who_calls)]
)

_CACHED = "public, max-age=3600"


@router.get("", summary="Every code with its terms", responses=failures())
def all_enumerations(response: Response) -> Enumerations:
    """Every code that requests and answers use, with its Chinese and its English term."""
    response.headers["Cache-Control"] = _CACHED
    return Enumerations(data=list(_all().values()))


@router.get("/{name}", summary="The codes of one kind", responses=failures("not-found"))
def one_enumeration(name: str, response: Response) -> Enumeration:
    """The codes of one kind, by its name, as `CaseState`, `Purpose`, `FilingState`."""
    response.headers["Cache-Control"] = _CACHED
    if name not in _all():
        raise NotFound("not-found", id=name)
    return _all()[name]


@cache
def _all() -> dict[str, Enumeration]:
    found = [Enumeration.of(each) for each in enumerations().values()]
    return {each.name: each for each in (*found, _filing_states())}


def _filing_states() -> Enumeration:
    """States of a filing: the facade's own, so without a value on chain."""
    terms = [Term(code=each.value, value=None, zh=each.zh, en=each.meaning) for each in Progress]
    return Enumeration(name="FilingState", kind="code", zh="申请状态", en="State of a filing", terms=terms)
