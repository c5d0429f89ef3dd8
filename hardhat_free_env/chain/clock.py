"""Where a chain's time comes from. A demo chain's clock (演示) differs from the machine's by an offset kept in a file.

The offset only grows while a chain lives: time moves forward, in the running node within a moment of the file's change.
"""

import fcntl
import json
import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from hardhat_free_env.chain.errors import BadRequest

CLOCK_FILE = "clock"

_log = logging.getLogger(__name__)


class Clock(Protocol):
    """The chain's time."""

    def now(self) -> int:
        """Seconds since 1970 UTC."""
        ...


class SystemClock:
    """The machine's."""

    def now(self) -> int:
        """Seconds since 1970 UTC."""
        return int(time.time())


@dataclass(slots=True)
class ManualClock:
    """Stands still until it is moved; for tests."""

    time: int

    def now(self) -> int:
        """The time it was set to."""
        return self.time

    def forward(self, seconds: int) -> None:
        """Move on; never back."""
        if seconds < 0:
            raise BadRequest("a clock moves forward only")
        self.time += seconds


@dataclass(slots=True)
class DemoClock:
    """The machine's time plus the offset in `directory`'s clock file, read anew when the file changes."""

    directory: Path
    _offset: int = field(default=0, init=False)
    _stamp: int = field(default=-1, init=False)

    def __post_init__(self) -> None:
        self._offset = read_offset(self.directory)

    def now(self) -> int:
        """Seconds since 1970 UTC, as this chain has it."""
        self._refresh()
        return int(time.time()) + self._offset

    def _refresh(self) -> None:
        try:
            stamp = (self.directory / CLOCK_FILE).stat().st_mtime_ns
        except FileNotFoundError:
            return
        if stamp != self._stamp:
            self._stamp = stamp
            try:
                self._offset = max(self._offset, read_offset(self.directory))  # never back, whatever the file says
            except BadRequest as error:
                _log.warning("the clock runs on as it was: %s", error)


def read_offset(directory: Path) -> int:
    """Seconds the chain is ahead of the machine; 0 when nobody moved it."""
    try:
        offset = json.loads((directory / CLOCK_FILE).read_text())["offset"]
    except FileNotFoundError:
        return 0
    except (ValueError, KeyError, TypeError) as error:
        raise BadRequest(f"{directory / CLOCK_FILE} is not a clock file: {error}") from error
    if not isinstance(offset, int):
        raise BadRequest(f"{directory / CLOCK_FILE} is not a clock file: the offset is a whole number of seconds")
    return offset


def start_at(directory: Path, instant: int) -> None:
    """Let a new chain's clock show `instant` now."""
    _write(directory, instant - int(time.time()))


def forward(directory: Path, seconds: int) -> int:
    """Move a chain's clock on and return its new time. BadRequest when asked to go back."""
    if seconds < 0:
        raise BadRequest(f"the clock moves forward only; {seconds} s would turn it back")
    with _exclusive(directory):
        offset = read_offset(directory) + seconds
        _write(directory, offset)
    return int(time.time()) + offset


@contextmanager
def _exclusive(directory: Path) -> Iterator[None]:
    with (directory / "clock.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _write(directory: Path, offset: int) -> None:
    written = directory / "clock.new"
    written.write_text(json.dumps({"offset": offset}) + "\n")
    os.replace(written, directory / CLOCK_FILE)  # noqa: PTH105  whole or not at all
