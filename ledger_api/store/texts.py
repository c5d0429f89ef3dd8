"""Public texts by their digest: what a name on chain, which is a digest only, reads like."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection, bindparam, insert, select

from ledger_api.store.prepared import Prepared
from ledger_api.store.tables.filings import texts

_ADD: Final = Prepared(insert(texts))
_THERE: Final = Prepared(select(texts.c.alg, texts.c.digest).where(texts.c.digest.in_(bindparam("of", expanding=True))))
_TEXT: Final = Prepared(select(texts.c.text).where(texts.c.digest == bindparam("of"), texts.c.alg == bindparam("by")))


def keep(connection: Connection, found: Iterable[tuple[int, bytes, str]]) -> None:
    """Keep texts: algorithm, digest, text. One that is there stays."""
    wanted: dict[tuple[int, bytes], str] = {}
    for alg, digest, text in found:
        wanted.setdefault((int(alg), digest), text)
    if not wanted:
        return
    there = {(row.alg, row.digest) for row in _THERE.all(connection, {"of": [digest for _, digest in wanted]})}
    rows = [
        {"alg": alg, "digest": digest, "text": text}
        for (alg, digest), text in wanted.items()
        if (alg, digest) not in there
    ]
    _ADD.change_each(connection, rows)


def text_of(connection: Connection, alg: int, digest: bytes) -> str | None:
    """The text with this digest, if it is known here."""
    found = _TEXT.first(connection, {"of": digest, "by": int(alg)})
    return None if found is None else str(found.text)
