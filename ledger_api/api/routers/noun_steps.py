"""`POST /v1/{noun}…` for every noun of the table: each composes a draft filing."""

from fastapi import APIRouter

from ledger_api.api.business import add_dependant_steps, add_steps
from ledger_api.api.nouns import NOUNS
from ledger_api.api.strict import StrictRoute


def _router(name: str) -> APIRouter:
    router = APIRouter(prefix=f"/v1/{name}", tags=[name], route_class=StrictRoute)
    add_steps(router, "", NOUNS[name].made)
    add_dependant_steps(router, NOUNS[name].steps)
    return router


routers = tuple(map(_router, NOUNS))
