"""Places where a process may die: beside every commit and every send stands `crash_here(name)`, which does nothing.

The simulator has its process `plan` a death at one of them, as if it were killed there, so that no boundary stays untried.
"""

import os
import signal

_name, _left = "", 1


def plan(death: str) -> None:
    """Die at the place named, as `accept.committed`, or `accept.committed:3` for the third time; nowhere when it is empty."""
    global _name, _left  # noqa: PLW0603 - one process, one planned death
    _name, _, count = death.partition(":")
    _left = int(count or 1)


def crash_here(name: str) -> None:
    """Die, when this place and this time was named; else nothing."""
    global _left  # noqa: PLW0603 - one process, one planned death
    if name != _name:
        return
    _left -= 1
    if _left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
