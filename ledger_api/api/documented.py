"""What the OpenAPI description says of failures: each route lists the codes it may answer with, by status, with an example.

A code that is not in the tables of errors is refused when the application is made, so no route promises what is not there.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final

from ledger_api.api.problems import MEDIA_TYPE, status_of
from ledger_api.domain.errors import Refused, catalogue
from ledger_api.domain.phrases import places

EVERYWHERE: Final = ("unknown-parameter", "value-not-valid", "key-not-valid", "internal")
"""Every route may answer so."""
WITH_BODY: Final = ("malformed-json", "unknown-field", "missing-field", "value-not-valid", "body-too-large")
"""Every route that takes a body may answer so."""
SIGNED_IN: Final = ("key-missing", "not-allowed")
"""Every route that needs a key may answer so."""
WITH_KEY: Final = ("idempotency-key-missing", "key-malformed", "still-processing", "key-reused", "not-durable")
"""Every POST may answer so."""
COMPOSING: Final = (
    "unknown-act",
    "id-malformed",
    "entry-unknown",
    "digests-disagree",
    "reference-not-valid",
    "signatories-not-valid",
    "too-many-acts",
    "deadline-not-valid",
    "not-your-party",
    "not-found",
    "nonce-reserved",
    "nonce-used",
    "personal-data",
    "not-ready",
    "node-unreachable",
    "node-refused",
)
"""Every route that composes a filing may answer so."""
IN_PAGES: Final = ("cursor-not-valid",)
"""Every route that lists in pages may answer so."""
IN_TIME: Final = ("value-not-valid", "time-in-future", "block-unknown", "index-behind")
"""Every route that takes `as_of` and `on` may answer so."""


def failures(*codes: str | Iterable[str]) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that may answer with `codes`, and with those of EVERYWHERE."""
    by_status: dict[int, list[str]] = defaultdict(list)
    flat = [code for each in (*codes, EVERYWHERE) for code in ((each,) if isinstance(each, str) else each)]
    for code in dict.fromkeys(flat):
        by_status[status_of(code)].append(code)
    return {status: _response(by_status[status]) for status in sorted(by_status)}


def refusals() -> tuple[str, ...]:
    """Every way in which the register can refuse a filing."""
    return tuple(row.code for row in catalogue().values() if row.kind == Refused.__name__)


def _response(codes: list[str]) -> dict[str, Any]:
    return {
        "description": ", ".join(f"`{code}`" for code in codes),
        "content": {
            MEDIA_TYPE: {
                "schema": {"$ref": "#/components/schemas/Problem"},
                "examples": {code: {"$ref": f"#/components/examples/{code}"} for code in codes},
            }
        },
    }


def example(code: str) -> dict[str, Any]:
    """A problem as this error gives it; its values stand as `{name}`."""
    row = catalogue()[code]
    return {
        "type": f"urn:dpr:problem:{code}",
        "title": row.title["en"],
        "status": status_of(code),
        "code": code,
        "titles": dict(row.title),
        "remedy": dict(row.remedy),
        "blocking": [row.blocking] if row.blocking else [],
        "details": {name: f"{{{name}}}" for name in sorted(places(row.title["en"] + row.remedy["en"]))},
        "trace_id": "0af7651916cd43dd8448eb211c80319c",
    }
