"""Fingerprints of files and folders on this machine's disk. Nothing of them leaves it: only the root is registered.

The tree and the manifest are `domain.fingerprint`; here is what may be read, and that it did not change meanwhile.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ledger_api.domain.fingerprint import ContentRefused, Member, Tree, folder_root

__all__ = ["Content", "ContentRefused", "describe", "of"]

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Content:
    """A file or folder as it was read. `size` is all bytes together; a file has no members."""

    root: bytes
    size: int
    members: tuple[Member, ...] = ()

    @property
    def text(self) -> str:
        """As people and the API write it."""
        return f"sha256:{self.root.hex()}"


def of(path: Path) -> bytes:
    """The root of a file or folder, 32 bytes. Raises ContentRefused, OSError."""
    return describe(path).root


def describe(path: Path) -> Content:
    """The root, with what it covers.

    Raises ContentRefused for symbolic links, devices, pipes and sockets anywhere below, for a folder without files, for names
    that not every system can have, and for files that change while they are read; OSError for what cannot be read.
    """
    if _kind(path) == stat.S_IFDIR:
        members = tuple(_member(path, file) for file in _files(path))
        return Content(folder_root(members), sum(member.size for member in members), members)
    size, root = _read(path)
    return Content(root, size)


def _member(folder: Path, file: Path) -> Member:
    return Member("/".join(file.relative_to(folder).parts), *_read(file))


def _files(folder: Path) -> Iterator[Path]:
    """Every file below, in any order. Nothing is left out, hidden files neither; empty folders leave no trace."""
    with os.scandir(folder) as entries:
        paths = sorted(Path(entry.path) for entry in entries)
    for path in paths:
        if _kind(path) == stat.S_IFDIR:
            yield from _files(path)
        else:
            yield path


def _kind(path: Path) -> int:
    """Whether it is a file or a folder; what else there is has no content of its own."""
    kind = stat.S_IFMT(path.lstat().st_mode)
    if kind == stat.S_IFLNK:
        raise ContentRefused(f"{path}: a symbolic link; put the file itself there")
    if kind not in {stat.S_IFREG, stat.S_IFDIR}:
        raise ContentRefused(f"{path}: neither a file nor a folder")
    return kind


def _read(path: Path) -> tuple[int, bytes]:
    """Size and root of a file, opened without following a link that took its place."""
    tree = Tree()
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        before = os.fstat(file.fileno())
        while piece := file.read(_PIECE):
            tree.update(piece)
        after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns, tree.size) != (after.st_size, after.st_mtime_ns, before.st_size):
        raise ContentRefused(f"{path}: it changed while it was read")
    return tree.size, tree.root()
