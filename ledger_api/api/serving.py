"""What every route may ask for: the facade's rooms, and who calls."""

from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPBearer
from starlette.concurrency import run_in_threadpool

from ledger_api.auth.callers import ANYBODY, Caller, Callers, authenticate
from ledger_api.services import Services


async def services_of(request: Request) -> Services:
    """The rooms this application was made with."""
    services: Services = request.app.state.services
    return services


Served = Annotated[Services, Depends(services_of)]
_ApiKey = Annotated[
    object,
    Depends(
        HTTPBearer(
            auto_error=False,
            scheme_name="ApiKey",
            bearerFormat="dpr_live_<id>_<secret>",
            description="An API key of the register.",
        )
    ),
]


async def who_calls(request: Request, services: Served, _: _ApiKey = None) -> Caller:
    """Whose API key the request carries. Raises NotSignedIn (`key-not-valid`)."""
    header = request.headers.get("authorization")
    if header is None:
        return ANYBODY
    callers: Callers = request.app.state.callers
    return callers.recent(header) or callers.keep(header, await run_in_threadpool(_bearer, services, header))


def _bearer(services: Services, header: str) -> Caller:
    with services.store.read() as connection:
        return authenticate(connection, header, services.clock.milliseconds())


Calls = Annotated[Caller, Depends(who_calls)]
