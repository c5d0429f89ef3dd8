"""Where the ledger keeps the words a bundle can prove: namespaces (ERC-7201), and Solidity's rule for mappings.

Its own small table, so that a register that computed its slots wrongly would be caught here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from eth_hash.auto import keccak

from .signatures import word


@dataclass(frozen=True, slots=True)
class Place:
    """The first mapping of a word lies `offset` slots into its namespace; keys from the outermost mapping inwards."""

    namespace: str
    offset: int
    by_subject: bool
    by_number: bool


PLACES: Final[Mapping[str, Place]] = {
    "Journal": Place("dpr.journals", 0, by_subject=True, by_number=False),
    "Head": Place("dpr.entries", 0, by_subject=True, by_number=False),
    "Case": Place("dpr.cases", 0, by_subject=True, by_number=True),
    "Claim": Place("dpr.cases", 1, by_subject=True, by_number=True),
    "Objection": Place("dpr.objections", 0, by_subject=True, by_number=True),
    "Burden": Place("dpr.burdens", 0, by_subject=True, by_number=True),
    "Licence": Place("dpr.licences", 0, by_subject=True, by_number=True),
    "Recording": Place("dpr.licences", 1, by_subject=True, by_number=True),
    "Listing": Place("dpr.listings", 0, by_subject=True, by_number=True),
    "Security": Place("dpr.securities", 0, by_subject=True, by_number=True),
    "Debt": Place("dpr.securities", 1, by_subject=True, by_number=True),
    "ExternalFiling": Place("dpr.securities", 2, by_subject=True, by_number=True),
    "Guarantee": Place("dpr.guarantees", 0, by_subject=True, by_number=True),
    "Attestation": Place("dpr.attestations", 0, by_subject=True, by_number=True),
    "Envelope": Place("dpr.consents", 0, by_subject=True, by_number=True),
    "Meter": Place("dpr.usage", 0, by_subject=True, by_number=False),
    "Batch": Place("dpr.usage", 1, by_subject=True, by_number=True),
    "Statement": Place("dpr.usage", 2, by_subject=True, by_number=True),
    "Enforcement": Place("dpr.enforcements", 0, by_subject=True, by_number=True),
    "Management": Place("dpr.enforcements", 1, by_subject=True, by_number=False),
    "Lease": Place("dpr.leases", 0, by_subject=True, by_number=True),
    "Source": Place("dpr.sources", 0, by_subject=True, by_number=True),
    "SourceEnds": Place("dpr.sources", 1, by_subject=True, by_number=False),
    "Provenance": Place("dpr.sources", 2, by_subject=True, by_number=False),
    "Lineage": Place("dpr.sources", 3, by_subject=True, by_number=True),
    "Transfer": Place("dpr.changes", 0, by_subject=True, by_number=True),
    "Overdue": Place("dpr.supervision", 0, by_subject=True, by_number=True),
    "Version": Place("dpr.versions", 0, by_subject=True, by_number=False),
    "Succession": Place("dpr.versions", 1, by_subject=True, by_number=False),
    "Predecessor": Place("dpr.versions", 2, by_subject=True, by_number=False),
    "Officer": Place("dpr.parties", 1, by_subject=False, by_number=True),
}
"""Word → where it lies."""


def slot_of(place: Place, subject: bytes | None, number: int | None) -> bytes:
    """The storage slot of a word of this subject and number; None for what is not one of its keys."""
    slot = word(_namespace(place.namespace) + place.offset)
    for key in (subject, None if number is None else word(number)):
        if key is not None:
            slot = keccak(key + slot)
    return slot


def _namespace(name: str) -> int:
    inner = int.from_bytes(keccak(name.encode()), "big") - 1
    return int.from_bytes(keccak(word(inner)), "big") & ~0xFF
