"""How far a filing has come. The chain decides what is final; everything before it is this facade's promise.

draft → collecting → ready → accepted → signed → broadcast → included → final
├→ refused (the ledger says no; whoever has it may still carry it) → rejected, failed
└→ expired, withdrawn          draft, collecting → discarded, superseded, expired
"""

from enum import StrEnum
from typing import Final


class Progress(StrEnum):
    """Where a filing stands."""

    DRAFT = "draft"
    COLLECTING = "collecting"
    READY = "ready"
    ACCEPTED = "accepted"
    SIGNED = "signed"
    BROADCAST = "broadcast"
    INCLUDED = "included"
    FINAL = "final"
    REFUSED = "refused"
    REJECTED = "rejected"
    FAILED = "failed"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    DISCARDED = "discarded"

    @property
    def is_over(self) -> bool:
        """Nothing will change any more."""
        return self in OVER

    @property
    def zh(self) -> str:
        """The Chinese term."""
        return _TERMS[self][0]

    @property
    def meaning(self) -> str:
        """What it says, in a line of English."""
        return _TERMS[self][1]


OVER: Final = frozenset(
    {
        Progress.FINAL,
        Progress.REJECTED,
        Progress.FAILED,
        Progress.EXPIRED,
        Progress.SUPERSEDED,
        Progress.WITHDRAWN,
        Progress.DISCARDED,
    }
)
UNSEALED: Final = frozenset({Progress.DRAFT, Progress.COLLECTING})
"""Not everybody has signed: nobody can carry it."""
PROMISED: Final = frozenset({Progress.ACCEPTED, Progress.SIGNED, Progress.BROADCAST, Progress.INCLUDED})
"""On its way: it reaches the chain exactly once or is reported failed."""
OPEN: Final = frozenset(Progress) - OVER

_TERMS: Final = {
    Progress.DRAFT: ("草稿", "composed; nobody has signed"),
    Progress.COLLECTING: ("签署中", "some have signed; frozen"),
    Progress.READY: ("签署齐备", "all have signed; not submitted"),
    Progress.ACCEPTED: ("已受理", "on disk here; it will reach the ledger exactly once or be reported failed"),
    Progress.SIGNED: ("待发送", "in a transaction that is stored"),
    Progress.BROADCAST: ("已发送", "handed to the node"),
    Progress.INCLUDED: ("已入块", "in a block that is not final here yet"),
    Progress.FINAL: ("已登簿", "in a final block"),
    Progress.REFUSED: (
        "被拒绝，尚可能登簿",
        "the ledger says no; with all its seals it may still land until its deadline",
    ),
    Progress.REJECTED: ("已驳回", "refused before it was accepted, and over"),
    Progress.FAILED: ("已失败", "accepted, then refused by the ledger, and over"),
    Progress.EXPIRED: ("已过期", "its deadline passed before it was carried"),
    Progress.SUPERSEDED: ("已被取代", "its number was used by another filing"),
    Progress.WITHDRAWN: ("已撤回", "a signatory took its seal back on the ledger"),
    Progress.DISCARDED: ("已放弃", "dropped before everybody had signed"),
}
