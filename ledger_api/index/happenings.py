"""What a block's lines say in the event log: one event a line, named for whom it is about."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ledger_api.domain import ids
from ledger_api.domain.errors import kebab
from ledger_api.domain.signatories import unpack
from ledger_api.domain.subjects import BOOK
from ledger_api.index.capture import concerns_entry
from ledger_api.index.fetch import PlacedLine
from ledger_api.store.events import Happening


def happenings(placed: Iterable[PlacedLine], parties: Mapping[bytes, int], block: int) -> Iterator[Happening]:
    """Events of a block's lines, in their order; `parties` are the numbers of the parties among the subjects."""
    for each in placed:
        line = each.line
        name = kebab(line.name) or "unknown"
        payload = _payload(each)
        if line.subject == BOOK:
            yield Happening(f"book.{name}", "book", payload, block)
        elif line.subject in parties:
            yield Happening(f"party.{name}", ids.party_id(parties[line.subject]), payload, block)
        elif {"entry", "licenceNumber"} <= line.args.keys():  # in a licence's own journal: what was used under it
            about = ids.dependant_id(line.args["entry"], line.args["licenceNumber"])
            yield Happening(f"licence.{name}", about, payload, block)
        elif concerns_entry(each):
            about = ids.dependant_id(line.subject, line.ref) if line.ref else ids.entry_id(line.subject)
            yield Happening(f"entry.{name}", about, payload, block)


def _payload(placed: PlacedLine) -> dict[str, Any]:
    line = placed.line
    return {
        "line": line.number,
        "ref": line.ref,
        "at": line.at,
        "officers": list(unpack(line.by)),
        "transaction": "0x" + placed.transaction.hex(),
    }
