"""Public texts by their digest: what a name on chain, which is a digest only, reads like."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection, bindparam, insert, select

from ledger_api.store.tables.filings import texts

_TEXT: Final = select(texts.c.text).where(texts.c.digest == bindparam("of"), texts.c.alg == bindparam("by"))


def keep(connection: Connection, found: Iterable[tuple[int, bytes, str]]) -> None:
    """Keep texts: algorithm, digest, text. One that is there stays."""
    for alg, digest, text in found:
        if text_of(connection, alg, digest) is None:
            connection.execute(insert(texts), {"alg": int(alg), "digest": digest, "text": text})


def text_of(connection: Connection, alg: int, digest: bytes) -> str | None:
    """The text with this digest, if it is known here."""
    found: str | None = connection.scalar(_TEXT, {"of": digest, "by": int(alg)})
    return found
