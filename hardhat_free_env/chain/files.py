"""The chain's directory: who owns it, and files that are whole or not there.

chain.sqlite  the chain        node.key  seals blocks, mode 0600     senders  who may send (senders.py)
lock          held by the owner         clock  demo clock's offset (clock.py)
"""

import fcntl
import os
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from hardhat_free_env.chain.errors import DirectoryOwned

DATABASE = "chain.sqlite"
LOCK = "lock"


class Ownership:
    """An exclusive hold on a directory; the kernel lets go when the process ends in any way."""

    def __init__(self, directory: Path) -> None:
        """Take it, or raise DirectoryOwned."""
        self.directory = directory
        self._file: IO[str] = (directory / LOCK).open("a+")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._file.seek(0)
            owner = self._file.read().strip() or "unknown"
            self._file.close()
            raise DirectoryOwned(
                f"{directory} is in use by process {owner}; two owners would fork the chain. "
                f"Stop that process, or give this one another directory."
            ) from error
        self._file.truncate(0)
        self._file.write(f"{os.getpid()}\n")
        self._file.flush()

    def release(self) -> None:
        """Let go."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def write_durably(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Replace a file so that a crash leaves the old one or the new one."""
    written = path.with_name(path.name + ".new")
    descriptor = os.open(written, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(descriptor, "wb") as file:
        os.fchmod(descriptor, mode)
        file.write(content)
        file.flush()
        os.fsync(descriptor)
    os.replace(written, path)  # noqa: PTH105  pathlib has no word for replacing that says it as plainly
    sync_directory(path.parent)


def sync_directory(directory: Path) -> None:
    """Make names in a directory durable."""
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
