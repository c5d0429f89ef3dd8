"""The application: routes, what stands around every request, and the description of it all."""

from collections.abc import Collection
from functools import cache
from importlib.metadata import version
from typing import Any, Final

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from prometheus_client import CollectorRegistry
from starlette.routing import BaseRoute

from ledger_api.api import openapi, problems
from ledger_api.api.arrivals import Arrivals
from ledger_api.api.gauges import Gauges
from ledger_api.api.limits import BodyLimit
from ledger_api.api.nouns import NOUNS
from ledger_api.api.routers import (
    acts,
    case_steps,
    cases,
    entries,
    enumerations,
    evidence,
    filings,
    licence_steps,
    licences,
    noun_steps,
    noun_views,
    operations,
    parties,
    party_steps,
)
from ledger_api.api.tracing import Tracing
from ledger_api.auth.callers import Callers
from ledger_api.services import Services
from ledger_api.store import arrivals

_TAGS: Final = [
    {"name": "filings", "description": "Compose, sign, submit: the only way onto the ledger."},
    {"name": "cases", "description": "Registration: each step composes a filing."},
    {"name": "objections", "description": "Objections: each step composes a filing."},
    {"name": "licences", "description": "Licences: each step composes a filing; who could do what on a day."},
    *({"name": name, "description": noun.about} for name, noun in NOUNS.items()),
    {"name": "parties", "description": "Who is who, and what each may do."},
    {"name": "entries", "description": "What the register says, at any moment, with what proves it."},
    {"name": "operations", "description": "How the facade stands, and for which ledger it speaks."},
    {"name": "enumerations", "description": "Codes and their terms."},
]


_ROUTERS: Final = (
    filings.router,
    acts.router,
    case_steps.cases,
    case_steps.objections,
    cases.router,
    licence_steps.router,
    licences.router,
    *noun_steps.routers,
    *noun_views.routers,
    party_steps.router,
    parties.router,
    entries.router,
    evidence.router,
    evidence.of_licences,
    enumerations.router,
    operations.router,
)


def create_app(services: Services) -> FastAPI:
    """The interface to a facade's rooms."""
    registry = CollectorRegistry()
    registry.register(Gauges(services))
    app = _interface(registry)
    app.state.services = services
    app.state.registry = registry
    app.state.callers = Callers()
    app.state.arrivals = Arrivals(lambda ids: _over(services, ids))
    return app


@cache
def description() -> dict[str, Any]:
    """The OpenAPI description, without any rooms behind it; made once a process, which takes seconds."""
    return openapi.describe(_interface(CollectorRegistry()))


def _over(services: Services, ids: Collection[str]) -> tuple[str, ...]:
    with services.store.read() as connection:
        return arrivals.over(connection, ids)


def _interface(registry: CollectorRegistry) -> FastAPI:
    app = FastAPI(
        title="Data Rights Ledger 数据产权登记簿",
        version=version("data-rights-ledger"),
        description="A register of data property rights whose every answer can be proved.",
        openapi_tags=_TAGS,
        openapi_url="/openapi.json",
        docs_url=None,  # FastAPI's pages load their programs from elsewhere
        redoc_url=None,
        redirect_slashes=False,
        telemetry={"tracing": False, "metrics": False, "logs": False},  # ours are in `tracing`
        routes=_routes(),
    )
    problems.install(app)
    app.add_middleware(BodyLimit)
    app.add_middleware(Tracing, registry=registry)
    # FastAPI's own way of replacing it. Described once: it takes seconds, and anybody may ask for it.
    app.openapi = cache(lambda: openapi.describe(app))  # type: ignore[method-assign]
    return app


@cache
def _routes() -> list[BaseRoute]:
    """Every route, looked into once a process: that takes longer than most of what is asked of one."""
    gathered = APIRouter(generate_unique_id_function=_name_of)
    for router in _ROUTERS:
        gathered.include_router(router)
    return gathered.routes


def _name_of(route: APIRoute) -> str:
    return route.name
