"""The content fingerprint: one SHA-256 root for a file or a folder of any size, the same in every implementation.

docs/fingerprint.md is the norm. Pure: whoever reads the disk feeds the bytes in.
"""

import hashlib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

import rfc8785

LEAF_BYTES: Final = 4 * 1024 * 1024
"""Bytes of a leaf; the last of a file may be shorter."""
LARGEST: Final = (1 << 53) - 1
"""Bytes of a file at most: the largest whole number that canonical JSON holds."""

_LEAF, _NODE, _FOLDER = b"\x00", b"\x01", b"\x02"


class ContentRefused(ValueError):
    """Content that has no fingerprint; the message says which file and why."""


class Tree:
    """The Merkle tree over a file's leaves, fed piece by piece. Keeps one hash a level."""

    def __init__(self) -> None:
        self.size = 0
        """Bytes fed."""
        self._leaf = hashlib.sha256(_LEAF)
        self._room = LEAF_BYTES
        self._peaks: list[tuple[int, bytes]] = []
        """Roots of full subtrees, the highest first; no two of one height."""

    def update(self, piece: bytes) -> None:
        """Feed the next bytes, any number of them."""
        self.size += len(piece)
        rest = memoryview(piece)
        while rest:
            if not self._room:
                self._close_leaf()
            taken = rest[: self._room]
            self._leaf.update(taken)
            self._room -= len(taken)
            rest = rest[len(taken) :]

    def _close_leaf(self) -> None:
        node, height = self._leaf.digest(), 0
        while self._peaks and self._peaks[-1][0] == height:
            node, height = _join(self._peaks.pop()[1], node), height + 1
        self._peaks.append((height, node))
        self._leaf, self._room = hashlib.sha256(_LEAF), LEAF_BYTES

    def root(self) -> bytes:
        """The root of all that was fed; more may follow. No bytes are one empty leaf."""
        node = self._leaf.digest()
        for _, left in reversed(self._peaks):
            node = _join(left, node)  # the last one of an odd level goes up alone
        return node


def _join(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(_NODE + left + right).digest()


@dataclass(frozen=True, slots=True)
class Member:
    """A file of a folder. `path` is relative to the folder, its steps joined by `/`; `size` is in bytes."""

    path: str
    size: int
    root: bytes


def file_root(content: bytes) -> bytes:
    """The root of a file held in memory."""
    tree = Tree()
    tree.update(content)
    return tree.root()


def folder_root(members: Iterable[Member]) -> bytes:
    """The root of a folder: the hash of its manifest. Raises ContentRefused."""
    return hashlib.sha256(_FOLDER + manifest(members)).digest()


def manifest(members: Iterable[Member]) -> bytes:
    """The files of a folder in canonical JSON (RFC 8785), by path; paths in NFC.

    Raises ContentRefused for a folder without files, a path that not every system can have, and two that become one.
    """
    normal = sorted((_normal(member) for member in members), key=lambda member: member.path.encode())
    if not normal:
        raise ContentRefused("a folder without files has no fingerprint")
    _refuse_clashes([member.path for member in normal])
    rows = [{"path": member.path, "root": member.root.hex(), "size": member.size} for member in normal]
    return rfc8785.dumps(rows)  # type: ignore[arg-type]  # lists are invariant


def _normal(member: Member) -> Member:
    if member.size > LARGEST:
        raise ContentRefused(f"{member.path!r}: larger than {LARGEST} bytes")
    return Member(normal_path(member.path), member.size, member.root)


def normal_path(path: str) -> str:
    """The path in NFC; raises ContentRefused for an empty step, `.` or `..`, a backslash or NUL, and for what is not Unicode."""
    try:
        path.encode()
    except UnicodeEncodeError:
        raise ContentRefused(f"{path!r}: the name is not Unicode") from None
    normal = unicodedata.normalize("NFC", path)
    if "\\" in normal or "\0" in normal:
        raise ContentRefused(f"{path!r}: a name must not contain a backslash or NUL")
    if any(step in {"", ".", ".."} for step in normal.split("/")):
        raise ContentRefused(f"{path!r}: not a path below the folder")
    return normal


def _refuse_clashes(paths: Sequence[str]) -> None:
    """Two names that differ only in Unicode form, or a file where another path has a folder."""
    known = set(paths)
    if len(known) < len(paths):
        twice = next(path for path in paths if paths.count(path) > 1)
        raise ContentRefused(f"{twice!r}: two files have this name in Unicode normal form NFC")
    for path in paths:
        for above in PurePosixPath(path).parents:
            if str(above) in known:
                raise ContentRefused(f"{str(above)!r}: both a file and a folder in Unicode normal form NFC")
