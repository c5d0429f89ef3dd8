"""Whose transactions a node takes, since gas is free: the genesis list at first, then the directory's file `senders`.

Admission is the node's policy, not consensus: changing it needs no new genesis, and re-execution does not look at it.
The file has one address a line, `#` begins a comment; a running node sees a change within a moment.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from hardhat_free_env.chain.errors import BadRequest, Refused
from hardhat_free_env.chain.files import write_durably
from hardhat_free_env.chain.genesis import Genesis, parse_address

SENDERS_FILE = "senders"

_log = logging.getLogger(__name__)
_HEADING = (
    "# Addresses whose transactions this node takes, one a line. `python -m hardhat_free_env senders` edits it.\n"
)


def read_senders(directory: Path) -> frozenset[bytes]:
    """The addresses listed."""
    lines = (directory / SENDERS_FILE).read_text(encoding="utf-8").splitlines()
    entries = (line.split("#", 1)[0].strip() for line in lines)
    return frozenset(parse_address(entry) for entry in entries if entry)


def write_senders(directory: Path, senders: Iterable[bytes]) -> None:
    """Replace the list."""
    lines = "".join(f"0x{sender.hex()}\n" for sender in sorted(set(senders)))
    write_durably(directory / SENDERS_FILE, (_HEADING + lines).encode())


def change_senders(directory: Path, add: Iterable[bytes] = (), remove: Iterable[bytes] = ()) -> frozenset[bytes]:
    """Add and remove; returns the list as it is then."""
    changed = (read_senders(directory) | frozenset(add)) - frozenset(remove)
    write_senders(directory, changed)
    return changed


@dataclass(slots=True)
class Admission:
    """The gate. `everybody` is for demo chains only."""

    directory: Path
    everybody: bool = False
    _listed: frozenset[bytes] = field(default=frozenset(), init=False)
    _stamp: int = field(default=-1, init=False)
    _complaint: str = field(default="", init=False)

    @classmethod
    def open(cls, directory: Path, genesis: Genesis, *, everybody: bool) -> "Admission":
        """BadRequest when everybody is asked for on a chain that is not a demo."""
        if everybody and not genesis.demo:
            raise BadRequest("--open is for demo chains (演示) only: on this one, list the senders")
        if not (directory / SENDERS_FILE).exists():
            write_senders(directory, genesis.senders)
        gate = cls(directory, everybody)
        gate.refresh()
        return gate

    def refresh(self) -> None:
        """Read the file again if it has changed."""
        stamp = (self.directory / SENDERS_FILE).stat().st_mtime_ns
        if stamp != self._stamp:
            self._stamp = stamp
            self._listed = read_senders(self.directory)

    def follow(self) -> None:
        """As `refresh`, for a node that runs: a list that cannot be read changes nothing and is logged once."""
        try:
            self.refresh()
        except (BadRequest, OSError) as error:
            if str(error) != self._complaint:
                _log.warning("the list of senders stays as it was: %s", error)
            self._complaint = str(error)
        else:
            self._complaint = ""

    def check(self, sender: bytes) -> None:
        """Refused unless `sender` may send."""
        if not self.everybody and sender not in self._listed:
            raise Refused(
                f"sender not allowed: 0x{sender.hex()} is not on this chain's list of senders; "
                f"the operator adds it with `python -m hardhat_free_env senders --add`"
            )
