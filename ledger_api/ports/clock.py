"""The machine's time, for leases, retries and dates of rows. Deadlines and legal days never use it: they follow the chain's."""

import time
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def milliseconds(self) -> int:
        """Since 1970 UTC."""
        ...

    def elapsed(self) -> float:
        """Seconds since some moment, never going back: for what lasts."""
        ...


class SystemClock:
    """This machine's clock."""

    def milliseconds(self) -> int:
        """See the port."""
        return time.time_ns() // 1_000_000

    def elapsed(self) -> float:
        """See the port."""
        return time.monotonic()


class ManualClock:
    """A clock that stands still until it is moved; for tests and simulations."""

    def __init__(self, milliseconds: int = 1_785_718_800_000) -> None:
        self.now = milliseconds

    def milliseconds(self) -> int:
        """See the port."""
        return self.now

    def elapsed(self) -> float:
        """See the port."""
        return self.now / 1000

    def forward(self, milliseconds: int) -> None:
        """Move on."""
        self.now += milliseconds
