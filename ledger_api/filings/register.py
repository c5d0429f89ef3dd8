"""The register as the store has copied it, for composing and checking: one snapshot, as of the newest final block."""

from dataclasses import dataclass

from sqlalchemy import Connection

from ledger_api.chain.codec import Codec
from ledger_api.domain import subjects
from ledger_api.domain.errors import NotNow
from ledger_api.domain.words import (
    Burden,
    BurdenState,
    Head,
    Licence,
    LicenceState,
    Officer,
    Parameters,
    Party,
    Succession,
)
from ledger_api.filings.facts import EntryFacts
from ledger_api.ports.chain import Log
from ledger_api.store import chain_reads, chain_rows, texts
from ledger_api.store.chain_reads import At, StoredWord

Found = dict[tuple[str, int], StoredWord | None]
Names = dict[int, str]


class StoredRegisters:
    """`facts.Registers`. What is asked for every filing (officers, parameters, names) is remembered until the next block."""

    def __init__(self) -> None:
        self._kept: tuple[object, Found, Names] = (None, {}, {})

    def __call__(self, connection: Connection) -> "StoredRegister":
        """The register as this snapshot has it. Raises NotNow (`not-ready`) before anything was indexed."""
        state = chain_rows.state(connection)
        if state is None:
            raise NotNow("not-ready", reason="index")
        as_of, found, names = self._kept
        if as_of != (state.hash, state.view):
            found, names = {}, {}
            self._kept = ((state.hash, state.view), found, names)
        return StoredRegister(connection, At(state.number, state.view), state.time, found, names)


@dataclass(frozen=True, slots=True)
class StoredRegister:
    """`facts.Register` over one connection."""

    connection: Connection
    at: At
    block_time: int
    found: Found
    names: Names
    """Of parties, as far as they are known: a text may become known any time."""

    def entry(self, entry: str | bytes) -> EntryFacts | None:
        """See the port."""
        if isinstance(entry, str):
            called = chain_reads.entries_called(self.connection, self.at, entry)
            # Two entries with one public id can only be made on purpose; then the whole id must be given.
            return self.entry(called[0]) if len(called) == 1 else None
        row = chain_reads.entry_row(self.connection, self.at, entry)
        if row is None:
            return None
        head = chain_reads.word(self.connection, self.at, entry, "Head")
        edition = 0 if head is None else Head.decode(head.value).edition
        return EntryFacts(entry, row["alg"], row["root"], row["applicant"], edition)

    def unclosed_burdens(self, entry: bytes) -> tuple[int, ...]:
        """See the port."""
        found = chain_reads.words_of(self.connection, self.at, entry, "Burden")
        return tuple(each.number for each in found if Burden.decode(each.value).state is not BurdenState.CLOSED)

    def unclosed_licences(self, entry: bytes) -> tuple[int, ...]:
        """See the port."""
        found = chain_reads.words_of(self.connection, self.at, entry, "Licence")
        return tuple(each.number for each in found if Licence.decode(each.value).state is not LicenceState.CLOSED)

    def siblings(self, alg: int, root: bytes) -> tuple[bytes, ...]:
        """See the port."""
        rows = chain_reads.lines_of(self.connection, subjects.content_subject(alg, root), self.at.block)
        return tuple(row["topics"][96:128] for row in rows)

    def succession(self, entry: bytes) -> Succession:
        """See the port."""
        found = chain_reads.word(self.connection, self.at, entry, "Succession")
        return Succession() if found is None else Succession.decode(found.value)

    def licence(self, entry: bytes, number: int) -> Licence | None:
        """See the port."""
        found = chain_reads.word(self.connection, self.at, entry, "Licence", number)
        return None if found is None else Licence.decode(found.value)

    def party(self, number: int) -> Party | None:
        """See the port."""
        found = self._numbered("Party", number)
        return None if found is None else Party.decode(found.value)

    def officer(self, number: int) -> Officer | None:
        """See the port."""
        found = self._numbered("Officer", number)
        return None if found is None else Officer.decode(found.value)

    def name(self, party: int) -> str | None:
        """See the port."""
        known = self.names.get(party)
        if known is None and (known := self._name(party)) is not None:
            self.names[party] = known
        return known

    def _name(self, party: int) -> str | None:
        row = chain_reads.first_line(self.connection, subjects.party_subject(party), self.at.block)
        if row is None or row.name != "PartyAdmitted":
            return None
        topics = tuple(row.topics[place : place + 32] for place in range(0, 128, 32))
        line = Codec.load().decode_line(Log(b"", topics, row.data))
        return None if line is None else texts.text_of(self.connection, line.args["alg"], line.args["name"])

    def parameters(self) -> Parameters:
        """See the port."""
        found = self._numbered("Parameters", 0)
        if found is None:
            raise NotNow("not-ready", reason="parameters")
        return Parameters.decode(found.value)

    def time(self) -> int:
        """See the port."""
        return self.block_time

    def block(self) -> int:
        """See the port."""
        return self.at.block

    def _numbered(self, name: str, number: int) -> StoredWord | None:
        if (name, number) not in self.found:
            self.found[name, number] = chain_reads.numbered(self.connection, self.at, name, number)
        return self.found[name, number]
