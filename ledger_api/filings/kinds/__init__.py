"""How each kind of term is written and read. A kind gets what was sent, and answers what the ledger gets and people read.

The kinds are those `domain/acts/` names; `code:X`, `mask:X` and `flag:X.MARK` read codes of enumeration X, `public:N` a public text
of at most N characters.
"""

from collections.abc import Mapping
from typing import Final

from ledger_api.filings.kinds import codes, digests, moments, subjects
from ledger_api.filings.kinds.written import Reader, Surroundings, Written, named, shown
from ledger_api.filings.values import Value

__all__ = ["KINDS", "Surroundings", "Written", "named", "read", "shown"]

KINDS: Final[Mapping[str, Reader]] = {
    "whole": moments.whole,
    "count": moments.count,
    "day": moments.day,
    "days": moments.days,
    "moment": moments.moment,
    "calendar": moments.calendar,
    "entry": subjects.entry,
    "entries": subjects.entries,
    "numbers": subjects.numbers,
    "case": subjects.number,
    "objection": subjects.number,
    "licence": subjects.number,
    "listing": subjects.number,
    "batch": subjects.of_licence,
    "statement": subjects.of_licence,
    "burden": subjects.number,
    "security": subjects.number,
    "guarantee": subjects.number,
    "lease": subjects.number,
    "enforcement": subjects.number,
    "attestation": subjects.number,
    "source": subjects.number,
    "party": subjects.party,
    "officer": subjects.officer,
    "members": subjects.members,
    "quora": subjects.quora,
    "filing": subjects.filing,
    "digest": digests.digest,
    "content": digests.content,
    "record": digests.record,
    "policy": digests.policy,
    "matter": digests.matter,
    "modes": codes.modes,
    "acknowledgement": digests.acknowledgement,
    "identifier": digests.identifier,
    "person": digests.person,
    "signer": digests.signer,
    "credential": digests.credential,
}
"""Every kind that says all by its name."""
_QUALIFIED: Final = {"code": codes.code, "mask": codes.mask, "flag": codes.flag, "public": digests.public}


def read(written: Written, around: Surroundings) -> Value:
    """Read one term. Raises NotUnderstood naming the field."""
    kind, _, of = written.term.kind.partition(":")
    if kind in _QUALIFIED:
        return _QUALIFIED[kind](written, of)
    return KINDS[kind](written, around)
