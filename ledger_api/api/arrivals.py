"""Waits for filings to be over, for callers that `Prefer: wait=N`: one question a turn for all who wait."""

import asyncio
import logging
import re
from collections.abc import Callable, Collection
from typing import Final

from ledger_api.api.serving import looked_up

MOST_SECONDS: Final = 60
"""Nobody waits longer in one request."""
TURN_SECONDS: Final = 0.05
_WAIT: Final = re.compile(r"(?:^|[,;\s])wait=(\d{1,4})(?:$|[,;\s])")

_log = logging.getLogger(__name__)


def wanted_seconds(prefer: str | None) -> int:
    """Seconds that a `Prefer` header (RFC 7240) asks to wait; 0 when it does not."""
    found = _WAIT.search(prefer or "")
    return min(int(found[1]), MOST_SECONDS) if found else 0


class Arrivals:
    """Everybody who waits in one process. `over` tells which of some filings are over; it is asked in a thread."""

    def __init__(self, over: Callable[[Collection[str]], Collection[str]]) -> None:
        self._over = over
        self._waiting: dict[str, set[asyncio.Future[None]]] = {}
        self._watch: asyncio.Task[None] | None = None

    async def wait(self, filing: str, seconds: float) -> bool:
        """Whether the filing was over within so many seconds."""
        arrived = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(filing, set()).add(arrived)
        if self._watch is None or self._watch.done():
            self._watch = asyncio.create_task(self._look())
        try:
            await asyncio.wait_for(arrived, seconds)
        except TimeoutError:
            return False
        finally:
            self._waiting[filing].discard(arrived)
            if not self._waiting[filing]:
                del self._waiting[filing]
        return True

    async def _look(self) -> None:
        while self._waiting:
            try:
                over = await looked_up(self._over, tuple(self._waiting))
            except Exception:  # noqa: BLE001 - the store may be busy; whoever waits is answered 202 in the end
                _log.exception("cannot look for who has arrived")
                over = ()
            for filing in over:
                for arrived in self._waiting.get(filing, ()):
                    if not arrived.done():
                        arrived.set_result(None)
            await asyncio.sleep(TURN_SECONDS)
