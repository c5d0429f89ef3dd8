"""One id for everything that happens for one request, one line of log and one count a request.

The id is the caller's, when it sends a W3C `traceparent`; it stands in every problem and in the header `Trace-Id`.
"""

import logging
import re
import secrets
import time
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Histogram
from starlette.datastructures import Headers, MutableHeaders
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_PARENT: Final = re.compile(r"[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}")
_SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10)

_log = logging.getLogger(__name__)


class Tracing:
    """Gives each request its id, measures it, and logs how it ended."""

    def __init__(self, app: ASGIApp, registry: CollectorRegistry) -> None:
        self._app = app
        labels = ("method", "route", "status")
        self._requests = Counter("dpr_http_requests", "Requests answered", labels, registry=registry)
        self._seconds = Histogram(
            "dpr_http_request_seconds", "Time to the end of an answer", labels[:2], registry=registry, buckets=_SECONDS
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        trace_id = trace_id_of(Headers(scope=scope).get("traceparent"))
        scope.setdefault("state", {})["trace_id"] = trace_id
        status = 500

        async def marked(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["Trace-Id"] = trace_id
            await send(message)

        try:
            await self._app(scope, receive, marked)
        finally:
            self._measured(scope, status, time.perf_counter() - started)

    def _measured(self, scope: Scope, status: int, seconds: float) -> None:
        route = _template(scope.get("route"))
        self._requests.labels(scope["method"], route, status).inc()
        self._seconds.labels(scope["method"], route).observe(seconds)
        trace_id = scope["state"]["trace_id"]
        _log.debug("%s %s %d in %.1f ms, trace %s", scope["method"], route, status, seconds * 1000, trace_id)


def trace_id_of(traceparent: str | None) -> str:
    """The trace id of a W3C `traceparent`, or a fresh one: 32 hexadecimal digits."""
    match = _PARENT.fullmatch(traceparent or "")
    return match[1] if match and int(match[1], 16) else secrets.token_hex(16)


def _template(route: BaseRoute | None) -> str:
    # The template, never the path: a path would give every entry a series of its own.
    return str(getattr(route, "path", "unknown"))
