"""What a filing brought into being, as people name it. What it did besides stands in the history of each thing."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from ledger_api.api.schemas.filings import Made
from ledger_api.domain.ids import dependant_id, entry_id, officer_id, party_id
from ledger_api.store.outcome import DoneLine

_DEPENDANTS: Final = (
    *("Submitted", "TransferApplied", "ChangeApplied", "RenewalApplied", "CancellationApplied"),
    *("NoticeObjected", "Objected", "Attested", "LicenceGranted", "ProductListed"),
    *("BurdenImposed", "ClauseRegistered", "PriorityNoted", "EntryMarked"),
    *("SecurityRecorded", "SecuritySplit", "GuaranteeBound", "GuaranteePaidOut"),
)
"""Lines that bring a dependant of an entry into being. Its number is that of the line; a pay-out may bring none."""

_NAMES: Final[Mapping[str, Callable[[DoneLine], str]]] = {
    "Opened": lambda line: entry_id(line.subject),
    **dict.fromkeys(_DEPENDANTS, lambda line: dependant_id(line.subject, line.ref)),
    "PartyNumbered": lambda line: party_id(line.ref),
    "OfficerNumbered": lambda line: officer_id(line.ref),
}
"""The lines that bring something into being, and what its public id is."""


def made_by(done: Iterable[DoneLine]) -> list[Made]:
    """What these lines made, in their order."""
    return [Made(id=_NAMES[line.name](line), line=line.name) for line in done if _makes(line)]


def _makes(line: DoneLine) -> bool:
    return line.name in _NAMES and (line.name not in _DEPENDANTS or line.ref == line.number)
