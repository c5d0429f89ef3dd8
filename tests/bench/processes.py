"""Programs of ours run as processes of their own, which print one line of JSON when they are ready."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

STOPPING = 30.0
"""Seconds a process may take to end."""


@dataclass(frozen=True, slots=True)
class Running:
    """A process and the address it announced."""

    name: str
    pid: int
    url: str

    def seconds(self) -> float:
        """Processor time it has taken so far, of all its threads."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(log: Path, module: str, *arguments: str) -> Iterator[Running]:
    """`python -m module arguments…` until the block ends."""
    with log.open("w") as said:
        process = subprocess.Popen([sys.executable, "-m", module, *arguments], stdout=subprocess.PIPE, stderr=said)
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        if not line:
            raise RuntimeError(log.read_text())
        yield Running(log.stem, process.pid, json.loads(line)["url"])
    finally:
        process.terminate()
        process.wait(STOPPING)
        process.stdout.close()
