"""Keeps withheld records for the parties they concern, each under that party's own key.

Deleting a party's key makes everything kept for it unreadable, in every backup too (rule 121). The store's own key, which
wraps theirs, lies outside the database.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Connection, bindparam, delete, insert, select

from ledger_api.domain.commitments import Commitment
from ledger_api.filings.values import Record
from ledger_api.ports.randomness import Randomness
from ledger_api.store.prepared import Prepared
from ledger_api.store.tables.filings import openings, party_keys

KEY_BYTES: Final = 32
_NONCE: Final = 12
_WRAPPED: Final = Prepared(
    select(party_keys.c.party, party_keys.c.wrapped).where(party_keys.c.party.in_(bindparam("of", expanding=True)))
)
_ADD: Final = Prepared(insert(openings))


class VaultLocked(Exception):
    """What is kept does not open with this key: another store's key, or somebody changed the rows."""


@dataclass(frozen=True, slots=True)
class Vault:
    """The records of one store. `key` wraps the parties' keys."""

    key: bytes
    randomness: Randomness

    def keep(self, connection: Connection, filing: str, records: Iterable[Record], parties: Iterable[int]) -> None:
        """Seal each record for each party."""
        found = [(record.act, record.commitment.root, _written(record.commitment)) for record in records]
        if not found:
            return
        rows = [
            {
                "filing": filing,
                "act": act,
                "party": party,
                "root": root,
                "sealed": self._seal(key, text, _place(filing, act, party)),
            }
            for party, key in self._party_keys(connection, parties).items()
            for act, root, text in found
        ]
        _ADD.change_each(connection, rows)

    def show(self, connection: Connection, filing: str, party: int) -> tuple[Record, ...]:
        """The records of a filing that were sealed for a party; none once its key is gone. Raises VaultLocked."""
        wrapped = connection.scalar(select(party_keys.c.wrapped).where(party_keys.c.party == party))
        if wrapped is None:
            return ()
        key = self._open(self.key, wrapped, b"party %d" % party)
        query = select(openings).where(openings.c.filing == filing, openings.c.party == party).order_by(openings.c.act)
        return tuple(
            Record(row.act, _read(self._open(key, row.sealed, _place(filing, row.act, party))))
            for row in connection.execute(query)
        )

    def forget(self, connection: Connection, party: int) -> None:
        """Make everything sealed for a party unreadable (rule 121)."""
        connection.execute(delete(party_keys).where(party_keys.c.party == party))

    def _party_keys(self, connection: Connection, parties: Iterable[int]) -> dict[int, bytes]:
        """The keys of these parties; who has none yet is given one."""
        wanted = list(parties)
        wrapped = {row.party: row.wrapped for row in _WRAPPED.all(connection, {"of": wanted})}
        return {
            party: self._open(self.key, wrapped[party], b"party %d" % party)
            if party in wrapped
            else self._new_key(connection, party)
            for party in wanted
        }

    def _new_key(self, connection: Connection, party: int) -> bytes:
        key = self.randomness.draw(KEY_BYTES)
        sealed = self._seal(self.key, key, b"party %d" % party)
        connection.execute(insert(party_keys).values(party=party, wrapped=sealed))
        return key

    def _seal(self, key: bytes, plain: bytes, place: bytes) -> bytes:
        nonce = self.randomness.draw(_NONCE)
        return nonce + AESGCM(key).encrypt(nonce, plain, place)

    def _open(self, key: bytes, sealed: bytes, place: bytes) -> bytes:
        try:
            return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], place)
        except InvalidTag as error:
            raise VaultLocked(place.decode()) from error


def _place(filing: str, act: int, party: int) -> bytes:
    """What a sealed record is bound to, so that rows cannot be exchanged."""
    return f"{filing} {act} {party}".encode()


def _written(commitment: Commitment) -> bytes:
    return json.dumps({"salt": commitment.salt.hex(), "fields": dict(commitment.fields)}, ensure_ascii=False).encode()


def _read(text: bytes) -> Commitment:
    kept = json.loads(text)
    return Commitment(bytes.fromhex(kept["salt"]), kept["fields"])
