"""The moment an answer is true at."""

from pydantic import Field

from ledger_api.api.answering import hexed, instant
from ledger_api.api.schemas.base import Hex, Outgoing
from ledger_api.api.schemas.values import day
from ledger_api.index.views import Moment


class AsOf(Outgoing):
    """What the ledger knew, and the moment of effect."""

    block: int
    hash: Hex
    time: str = Field(description="The block's.")
    on: str = Field(description="The moment of effect.")
    on_day: str = Field(description="Its legal day (Beijing).")

    @classmethod
    def of(cls, moment: Moment) -> "AsOf":
        """A moment as an answer names it."""
        return cls(
            block=moment.block,
            hash=hexed(moment.hash),
            time=instant(moment.time),
            on=instant(moment.on_time),
            on_day=day(moment.on_day) or "1970-01-01",
        )
