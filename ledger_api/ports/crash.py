"""Places where a process may die: beside every commit and every send stands `crash_here(name)`, which does nothing.

The simulator names one in the environment (`DPR_CRASH_AT=accept.committed` or `…:3` for the third time) and the process
then ends there as if it were killed, so that no boundary stays untried.
"""

import os
import signal
from typing import Final

VARIABLE: Final = "DPR_CRASH_AT"

_name, _, _count = os.environ.get(VARIABLE, "").partition(":")
_left = int(_count or 1)


def crash_here(name: str) -> None:
    """Die, when this place and this time was named; else nothing."""
    global _left  # noqa: PLW0603 - one process, one planned death
    if name != _name:
        return
    _left -= 1
    if _left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
