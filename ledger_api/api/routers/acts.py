"""`/v1/acts`: the catalogue of acts, for whoever composes filings of their own."""

from functools import cache

from fastapi import APIRouter, Depends, Response

from ledger_api.api.documented import failures
from ledger_api.api.schemas.acts import Catalogue, CatalogueAct
from ledger_api.api.serving import who_calls
from ledger_api.api.strict import StrictRoute
from ledger_api.domain.acts import catalogue, form

router = APIRouter(prefix="/v1/acts", tags=["filings"], route_class=StrictRoute, dependencies=[Depends(who_calls)])

_CACHED = "public, max-age=3600"


@router.get("", summary="Every act", responses=failures())
def all_acts(response: Response) -> Catalogue:
    """What each act takes, how each term is written, and the sentence its signers read."""
    response.headers["Cache-Control"] = _CACHED
    return _catalogue()


@router.get("/{act}", summary="One act", responses=failures("unknown-act"))
def one_act(act: str, response: Response) -> CatalogueAct:
    """What one act takes."""
    response.headers["Cache-Control"] = _CACHED
    return CatalogueAct.of(form(act))


@cache
def _catalogue() -> Catalogue:
    return Catalogue(data=[CatalogueAct.of(each) for each in catalogue().values()])
