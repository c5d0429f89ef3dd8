"""What the OpenAPI description says of failures: each route lists the codes it may answer with, by status, with an example.

A code that is not in the tables of errors is refused when the application is made, so no route promises what is not there.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final

from ledger_api.api.problems import MEDIA_TYPE, status_of
from ledger_api.domain.errors import catalogue
from ledger_api.domain.phrases import places

EVERYWHERE: Final = ("unknown-parameter", "value-not-valid", "key-not-valid", "internal")
"""Every route may answer so."""
WITH_BODY: Final = ("malformed-json", "unknown-field", "missing-field", "value-not-valid", "body-too-large")
"""Every route that takes a body may answer so."""
SIGNED_IN: Final = ("key-missing", "not-allowed")
"""Every route that needs a key may answer so."""
IN_TIME: Final = ("value-not-valid", "time-in-future", "block-unknown", "index-behind")
"""Every route that takes `as_of` and `on` may answer so."""


def failures(*codes: str | Iterable[str]) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that may answer with `codes`, and with those of EVERYWHERE."""
    by_status: dict[int, list[str]] = defaultdict(list)
    flat = [code for each in (*codes, EVERYWHERE) for code in ((each,) if isinstance(each, str) else each)]
    for code in dict.fromkeys(flat):
        by_status[status_of(code)].append(code)
    return {status: _response(by_status[status]) for status in sorted(by_status)}


def _response(codes: list[str]) -> dict[str, Any]:
    titles = {code: catalogue()[code].title for code in codes}
    return {
        "description": " / ".join(f"`{code}` {title['en']}" for code, title in titles.items()),
        "content": {
            MEDIA_TYPE: {
                "schema": {"$ref": "#/components/schemas/Problem"},
                "examples": {code: {"value": example(code)} for code in codes},
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
