"""What every route may ask for: the facade's rooms, and who calls."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Annotated, Final, TypeVar

from fastapi import Depends, Request
from fastapi.security import HTTPBearer
from starlette.requests import HTTPConnection

from ledger_api.auth.callers import ANYBODY, Caller, Callers, authenticate
from ledger_api.services import Services

_T = TypeVar("_T")
_THREADS: Final = ThreadPoolExecutor(8, thread_name_prefix="request")
"""Filings composed and submitted at once; the others wait. More would take one another's turns: with 32, 5 % fewer a second."""
_LOOKS: Final = ThreadPoolExecutor(2, thread_name_prefix="look")
"""For short looks at the store, which wait behind nobody who asks the node."""


async def in_thread(work: Callable[..., _T], *arguments: object) -> _T:
    """What `work` answers in a thread: whatever asks the store or the node. Half the price of Starlette's `run_in_threadpool`."""
    return await asyncio.get_running_loop().run_in_executor(_THREADS, work, *arguments)


async def looked_up(work: Callable[..., _T], *arguments: object) -> _T:
    """The same, of what only looks into the store, shortly."""
    return await asyncio.get_running_loop().run_in_executor(_LOOKS, work, *arguments)


async def services_of(request: Request) -> Services:
    """The rooms this application was made with."""
    services: Services = request.app.state.services
    return services


Served = Annotated[Services, Depends(services_of)]


class _Described(HTTPBearer):
    """Only says in the description that a key is taken; `caller_of` reads it."""

    async def __call__(self, request: HTTPConnection) -> None:
        """Nothing."""


ApiKey = Annotated[
    object,
    Depends(
        _Described(
            auto_error=False,
            scheme_name="ApiKey",
            bearerFormat="dpr_live_<id>_<secret>",
            description="An API key of the register.",
        )
    ),
]


async def who_calls(request: Request, _: ApiKey = None) -> Caller:
    """A dependency: whose API key the request carries. Raises NotSignedIn (`key-not-valid`)."""
    return await caller_of(request)


async def caller_of(request: Request) -> Caller:
    """Whose API key the request carries. Raises NotSignedIn (`key-not-valid`)."""
    header = request.headers.get("authorization")
    if header is None:
        return ANYBODY
    callers: Callers = request.app.state.callers
    return callers.recent(header) or callers.keep(header, await looked_up(_bearer, request.app.state.services, header))


def _bearer(services: Services, header: str) -> Caller:
    with services.store.read() as connection:
        return authenticate(connection, header, services.clock.milliseconds())


Calls = Annotated[Caller, Depends(who_calls)]
