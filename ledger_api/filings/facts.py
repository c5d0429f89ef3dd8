"""What composing a filing must know of the register. The index answers; tests answer by hand.

Everything here is as of the newest final block. A filing composed on it may still be refused: the ledger decides.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection

from ledger_api.domain.words import Licence, Officer, Parameters, Party, Succession


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """An entry that was opened: its 32 bytes and what they are made of, and the edition of its head."""

    id: bytes
    alg: int
    root: bytes
    applicant: int
    edition: int


class Register(Protocol):
    """The register as it is now."""

    def entry(self, entry: str | bytes) -> EntryFacts | None:
        """An entry by public id or 32 bytes; None when it was never opened."""
        ...

    def unclosed_burdens(self, entry: bytes) -> tuple[int, ...]:
        """Numbers of all burdens not closed, ascending."""
        ...

    def unclosed_licences(self, entry: bytes) -> tuple[int, ...]:
        """Numbers of all licences not closed, ascending."""
        ...

    def siblings(self, alg: int, root: bytes) -> tuple[bytes, ...]:
        """Entries on the same content, in the order they came to it."""
        ...

    def succession(self, entry: bytes) -> Succession:
        """Which entry it comes out of, and how; zero when nobody has said so."""
        ...

    def licence(self, entry: bytes, number: int) -> Licence | None:
        """A licence's word."""
        ...

    def party(self, number: int) -> Party | None:
        """A party's word."""
        ...

    def officer(self, number: int) -> Officer | None:
        """An officer's word."""
        ...

    def name(self, party: int) -> str | None:
        """A party's public name, where it is known here."""
        ...

    def parameters(self) -> Parameters:
        """The parameters in force."""
        ...

    def time(self) -> int:
        """The newest final block's time, unix seconds."""
        ...

    def block(self) -> int:
        """The newest final block's number."""
        ...


Registers = Callable[[Connection], Register]
"""Opens the register as one snapshot of the store has it."""
