"""The application: routes, what stands around every request, and the description of it all."""

from collections.abc import Collection
from importlib.metadata import version
from typing import Any, Final

from fastapi import FastAPI
from fastapi.routing import APIRoute
from prometheus_client import CollectorRegistry

from ledger_api.api import openapi, problems
from ledger_api.api.arrivals import Arrivals
from ledger_api.api.limits import BodyLimit
from ledger_api.api.routers import enumerations, filings
from ledger_api.api.tracing import Tracing
from ledger_api.services import Services
from ledger_api.store import arrivals

_TAGS: Final = [
    {"name": "filings", "description": "Compose, sign, submit: the only way onto the ledger."},
    {"name": "enumerations", "description": "Codes and their terms."},
]


def create_app(services: Services) -> FastAPI:
    """The interface to a facade's rooms."""
    app = _interface(CollectorRegistry())
    app.state.services = services
    app.state.arrivals = Arrivals(lambda ids: _over(services, ids))
    return app


def description() -> dict[str, Any]:
    """The OpenAPI description, without any rooms behind it."""
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
        generate_unique_id_function=_name_of,
    )
    for router in (filings.router, enumerations.router):
        app.include_router(router)
    problems.install(app)
    app.add_middleware(BodyLimit)
    app.add_middleware(Tracing, registry=registry)
    app.openapi = lambda: openapi.describe(app)  # type: ignore[method-assign]  # FastAPI's own way of replacing it
    return app


def _name_of(route: APIRoute) -> str:
    return route.name
