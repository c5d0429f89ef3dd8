"""Routes that refuse what they do not know: a misspelt query parameter must not silently ask another question."""

from collections import Counter
from collections.abc import Callable, Coroutine
from typing import Any

import orjson
from fastapi import Request, Response
from fastapi.dependencies.utils import get_flat_params
from fastapi.params import Query
from fastapi.routing import APIRoute

from ledger_api.domain.errors import NotUnderstood


class StrictRequest(Request):
    """A request whose body is read by a parser that bounds its depth: Python's own follows it until the stack is used up."""

    async def json(self) -> Any:  # noqa: ANN401 - any JSON value
        """The body. Raises JSONDecodeError, also for one nested too deeply."""
        return orjson.loads(await self.body())


class StrictRoute(APIRoute):
    """A route that takes only the query parameters it declares, each at most once."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """FastAPI's handler behind the check."""
        answer = super().get_route_handler()
        known = tuple(
            sorted(field.alias for field in get_flat_params(self.dependant) if isinstance(field.field_info, Query))
        )

        async def checked(request: Request) -> Response:
            refuse_strangers(request, known)
            return await answer(StrictRequest(request.scope, request.receive))

        return checked


def refuse_strangers(request: Request, known: tuple[str, ...]) -> None:
    """Raise NotUnderstood (`unknown-parameter`, `value-not-valid`) for a query that is not of the `known` parameters."""
    given = Counter(name for name, _ in request.query_params.multi_items())
    for name, times in given.items():
        if name not in known:
            raise NotUnderstood("unknown-parameter", field=name)
        if times > 1:
            raise NotUnderstood("value-not-valid", field=name, wanted="once")
