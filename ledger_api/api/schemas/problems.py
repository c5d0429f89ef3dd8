"""A failure, as every route tells it (RFC 9457)."""

from typing import Any

from pydantic import Field

from ledger_api.api.schemas.base import Bilingual, Outgoing


class Problem(Outgoing):
    """What happened, and what to do. Programs go by `code`; it never changes its meaning."""

    type: str = Field(description="`urn:dpr:problem:` and the code.")
    title: str = Field(description="What happened, in English.")
    status: int = Field(description="The HTTP status.")
    code: str = Field(description="Stable name of the error.")
    titles: Bilingual = Field(description="What happened.")
    remedy: Bilingual = Field(description="What to do.")
    blocking: list[str] = Field(description="Public ids of what stands in the way.")
    details: dict[str, Any] = Field(description="The values the texts speak of.")
    trace_id: str = Field(description="Names this request in our logs.")
