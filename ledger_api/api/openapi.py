"""The OpenAPI 3.1 description as it is published: FastAPI's own, with our problems in place of its validation errors."""

from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from ledger_api.api import documented
from ledger_api.api.schemas.examples import EXAMPLES
from ledger_api.api.schemas.problems import Problem
from ledger_api.domain.errors import catalogue

_METHODS: Final = ("get", "post", "put", "patch", "delete")
_FASTAPIS_OWN: Final = ("HTTPValidationError", "ValidationError")


def describe(app: FastAPI) -> dict[str, Any]:
    """The description of all routes of `app`."""
    described = get_openapi(
        title=app.title,
        version=app.version,
        openapi_version="3.1.0",
        description=app.description,
        tags=app.openapi_tags,
        routes=app.routes,
    )
    schemas = described.setdefault("components", {}).setdefault("schemas", {})
    for name in _FASTAPIS_OWN:
        schemas.pop(name, None)
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas |= problem.pop("$defs")
    schemas["Problem"] = problem
    described["components"]["examples"] = {code: {"value": documented.example(code)} for code in catalogue()}
    for name, example in EXAMPLES.items():
        schemas[name]["examples"] = [example]
    for path in described["paths"].values():
        for method in _METHODS:
            _drop_foreign(path.get(method, {}))
    return described


def _drop_foreign(operation: dict[str, Any]) -> None:
    """Take out the 422 that FastAPI adds of itself: here a malformed request is a 400."""
    responses = operation.get("responses", {})
    if "HTTPValidationError" in str(responses.get("422")):
        del responses["422"]
