"""Errors as RFC 9457 problems: a stable `code`, what happened and what to do in Chinese and English, and what is in the way.

One table says which HTTP status an error has; every other failure of a request is first made one of those errors.
"""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import orjson
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import BaseRoute, Match

from ledger_api.api.limits import MOST_BYTES
from ledger_api.domain import errors
from ledger_api.domain.errors import LedgerError, NotFound, NotNow, NotUnderstood, TooLarge
from ledger_api.filings.answers import Answer

MEDIA_TYPE: Final = "application/problem+json"

STATUSES: Final[Mapping[type[LedgerError], int]] = {
    errors.NotUnderstood: 400,
    errors.NotSignedIn: 401,
    errors.NotAllowed: 403,
    errors.NotFound: 404,
    errors.InTheWay: 409,
    errors.TooLarge: 413,
    errors.Refused: 422,
    errors.TooMany: 429,
    errors.NotNow: 503,
}
"""The status of each kind of error."""

OWN_STATUSES: Final[Mapping[str, int]] = {
    "method-not-allowed": 405,
    "internal": 500,
}
"""Codes with a status of their own."""

_CODES: Final = {"json_invalid": "malformed-json", "extra_forbidden": "unknown-field", "missing": "missing-field"}

RETRY_SECONDS: Final = 1
"""What `Retry-After` says where an error does not know better."""

_log = logging.getLogger(__name__)


def status_of(code: str) -> int:
    """The HTTP status of an error; KeyError for a code that is in no table."""
    return OWN_STATUSES.get(code) or STATUSES[errors.KINDS[errors.catalogue()[code].kind]]


def problem(error: LedgerError, trace_id: str) -> dict[str, Any]:
    """The body of the answer to a request that failed."""
    return {
        "type": f"urn:dpr:problem:{error.code}",
        "title": error.titles["en"],
        "status": status_of(error.code),
        "code": error.code,
        "titles": dict(error.titles),
        "remedy": dict(error.remedy),
        "blocking": list(error.blocking),
        "details": dict(error.details),
        "trace_id": trace_id,
    }


def answer(error: LedgerError, trace_id: str, headers: Mapping[str, str] | None = None) -> Response:
    """The whole answer to a request that failed."""
    status = status_of(error.code)
    own = dict(headers or {})
    if status in {429, 503}:
        own.setdefault("Retry-After", str(error.details.get("retry_after", RETRY_SECONDS)))
    if status == 401:
        own.setdefault("WWW-Authenticate", "Bearer")
    body = orjson.dumps(problem(error, trace_id), default=_plain, option=orjson.OPT_NON_STR_KEYS)
    return Response(body, status, own, MEDIA_TYPE)


def refused(error: LedgerError, instance: str, trace_id: str) -> Answer:
    """A refusal that is kept under an Idempotency-Key; `instance` is what was refused (RFC 9457)."""
    return Answer(status_of(error.code), problem(error, trace_id) | {"instance": instance})


def install(app: FastAPI) -> None:
    """Answer every failure of a request with a problem."""
    app.add_exception_handler(LedgerError, _ledger_error)
    app.add_exception_handler(RequestValidationError, _not_valid)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(Exception, _unforeseen)


def from_validation(found: Sequence[Mapping[str, Any]]) -> NotUnderstood:
    """One error for all that is wrong with a request's shape; the code is that of the first."""
    places = [{"pointer": _pointer(each["loc"]), "problem": str(each["msg"])} for each in found]
    code = _CODES.get(found[0]["type"], "value-not-valid")
    return NotUnderstood(code, field=places[0]["pointer"], wanted=places[0]["problem"], errors=places)


def _ledger_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, LedgerError)  # noqa: S101 - registered for nothing else
    return answer(error, trace_of(request))


def _not_valid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for nothing else
    return answer(from_validation(error.errors()), trace_of(request))


def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for nothing else
    found: LedgerError = NotUnderstood("malformed-json")
    if error.status_code == 404:
        found = NotFound("not-found", id=request.url.path)
    elif error.status_code == 405:
        found = NotFound("method-not-allowed", method=request.method)
    elif error.status_code == 413:
        found = TooLarge("body-too-large", most=MOST_BYTES)
    headers = {"Allow": ", ".join(_methods(request))} if error.status_code == 405 else error.headers
    return answer(found, trace_of(request), headers)


def _unforeseen(request: Request, error: Exception) -> Response:
    # Nothing of the error itself goes out: it may name what the caller must not see.
    _log.error("unforeseen, trace %s", trace_of(request), exc_info=error)
    return answer(NotNow("internal"), trace_of(request), {"Trace-Id": trace_of(request)})


def _methods(request: Request) -> list[str]:
    """What can be asked of this path, of whichever routes (RFC 9110 §10.2.1)."""
    partly = (each for each in _every(request.app.routes) if each.matches(request.scope)[0] is Match.PARTIAL)
    return sorted({method for each in partly for method in getattr(each, "methods", None) or ()})


def _every(routes: Iterable[BaseRoute]) -> Iterator[BaseRoute]:
    """The routes themselves: FastAPI keeps those of an included router together."""
    for each in routes:
        included = getattr(each, "original_router", None)
        yield from [each] if included is None else _every(included.routes)


def trace_of(request: Request) -> str:
    """The id of the request in our logs."""
    return str(getattr(request.state, "trace_id", ""))


def _pointer(place: Sequence[str | int]) -> str:
    """RFC 6901 pointer into the body, or the parameter's name."""
    where, *path = place
    return "".join(f"/{step}" for step in path) if where == "body" else "/".join(map(str, path))


def _plain(value: object) -> object:
    """What JSON has no form for, as text."""
    return "0x" + value.hex() if isinstance(value, bytes) else str(value)
