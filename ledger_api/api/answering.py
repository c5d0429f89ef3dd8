"""Answers whose bodies were shaped before: kept answers of an Idempotency-Key, and the times and bytes in them."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

import orjson
from pydantic import BaseModel
from starlette.responses import Response

from ledger_api.api.problems import MEDIA_TYPE
from ledger_api.filings.answers import Answer

_LAST: Final = 253_402_300_799
"""9999-12-31T23:59:59Z: no program writes later times alike."""


def answered(answer: Answer, headers: Mapping[str, str] | None = None) -> Response:
    """An answer that was kept, as HTTP."""
    own = dict(headers or {})
    if answer.replayed:
        own["Idempotency-Replayed"] = "true"
    media = MEDIA_TYPE if answer.status >= 400 else "application/json"
    return Response(orjson.dumps(answer.body), answer.status, own, media)


def json_response(shape: BaseModel, status: int, headers: Mapping[str, str] | None = None) -> Response:
    """A shape as HTTP."""
    return Response(shape.model_dump_json(), status, dict(headers or {}), "application/json")


def body_of(shape: BaseModel) -> dict[str, Any]:
    """A shape as JSON will hold it."""
    found: dict[str, Any] = shape.model_dump(mode="json")
    return found


def hexed(octets: bytes) -> str:
    """Bytes as 0x-prefixed lower-case hexadecimal."""
    return "0x" + octets.hex()


def instant(seconds: int) -> str:
    """Unix seconds as RFC 3339 in UTC; what has no term ends in the year 9999."""
    return datetime.fromtimestamp(min(seconds, _LAST), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def instant_ms(milliseconds: int) -> str:
    """Unix milliseconds as RFC 3339 in UTC."""
    seconds, rest = divmod(milliseconds, 1000)
    return f"{instant(seconds)[:-1]}.{rest:03}Z"
