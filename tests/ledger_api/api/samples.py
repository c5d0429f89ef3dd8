"""A value for each kind of term, as somebody might give it; numbers of parties and officers are the test's own."""

from typing import Any

from ledger_api.domain.acts import Term
from ledger_api.domain.enumerations import enumerations

DIGEST = "keccak256:" + "cd" * 32
KECCAK = "keccak256:" + "ef" * 32
SIGNER = "0x" + "ab" * 20
DAY = "2027-03-01"
TIME = "2027-03-01T09:00:00+08:00"


def sample(term: Term, party: int, officer: int, entry: str = "") -> Any:  # noqa: ANN401 - any JSON
    """A value that reads well."""
    kind, _, of = term.kind.partition(":")
    if kind in {"code", "mask"}:
        last = enumerations()[of].terms[-1].code
        return last if kind == "code" else [last]
    values = {
        "flag": True,
        "entry": entry,
        "party": f"P-{party}",
        "officer": f"O-{officer}",
        "digest": DIGEST,
        "content": DIGEST,
        "person": DIGEST,
        "public": DIGEST,
        "identifier": DIGEST,
        "policy": DIGEST,
        "record": KECCAK,
        "signer": SIGNER,
        "credential": "SJ3312026080001",
        "day": DAY,
        "moment": TIME,
        "whole": 5,
        "days": {"OPERATE": DAY},
        "numbers": [],
        "entries": [],
        "acknowledgement": {"reference": "演示-1", "received_at": TIME, "document": DIGEST},
        "count": 5,
        "modes": {"LICENCE_ORDINARY": "PRE_APPROVED"},
        "matter": KECCAK,
        **dict.fromkeys(
            (
                "case",
                "objection",
                "licence",
                "listing",
                "batch",
                "statement",
                "attestation",
                "burden",
                "security",
                "guarantee",
                "lease",
                "source",
                "enforcement",
            ),
            2,
        ),
        "members": [{"party": f"P-{party}", "weight": 6000}, {"party": "P-1", "weight": 4000}],
        "quora": {"dispose": 10_000, "charge": 10_000, "exclusive": 10_000, "ordinary": 5001},
    }
    return values[kind]
