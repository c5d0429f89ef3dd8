"""What a filing brought into being, as people name it. What it did besides stands in the history of each thing."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from ledger_api.api.schemas.filings import Made
from ledger_api.domain.ids import dependant_id, entry_id, officer_id, party_id
from ledger_api.store.outcome import DoneLine

_NAMES: Final[Mapping[str, Callable[[DoneLine], str]]] = {
    "Opened": lambda line: entry_id(line.subject),
    "Submitted": lambda line: dependant_id(line.subject, line.ref),
    "NoticeObjected": lambda line: dependant_id(line.subject, line.ref),
    "Objected": lambda line: dependant_id(line.subject, line.ref),
    "LicenceGranted": lambda line: dependant_id(line.subject, line.ref),
    "ProductListed": lambda line: dependant_id(line.subject, line.ref),
    "PartyNumbered": lambda line: party_id(line.ref),
    "OfficerNumbered": lambda line: officer_id(line.ref),
}
"""The lines that bring something into being, and what its public id is."""


def made_by(done: Iterable[DoneLine]) -> list[Made]:
    """What these lines made, in their order."""
    return [Made(id=_NAMES[line.name](line), line=line.name) for line in done if line.name in _NAMES]
