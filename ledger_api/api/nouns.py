"""What stands at entries, by the noun people look under: the acts that make it and those done with it. Rows of a table.

Cases, objections, licences and parties have modules of their own: some of their routes compose more than one act.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ledger_api.api.business import Step


@dataclass(frozen=True, slots=True)
class Noun:
    """A kind of thing: `POST /v1/{noun}` makes it, `POST /v1/{noun}/{entry}/{number}/…` goes on with it."""

    about: str
    made: tuple[Step, ...] = ()
    """Acts that make one; their body names the entry."""
    steps: tuple[Step, ...] = ()
    """Acts on one; their path names the entry and its number."""


NOUNS: Final[Mapping[str, Noun]] = {
    "securities": Noun(
        "Securities over an entry's rights.",
        made=(Step("", "recordSecurity"),),
        steps=(
            Step("import-filing", "importFiling", "security"),
            Step("perfect", "perfect", "security"),
            Step("verify-filing", "verifyFiling", "security"),
            Step("reject-filing", "rejectFiling", "security"),
            Step("lapse", "lapseSecurity", "security"),
            Step("void", "voidSecurity", "security"),
            Step("request-release", "requestRelease", "security"),
            Step("release", "releaseSecurity", "security"),
            Step("escalate-cancellation", "escalateCancellation", "security"),
            Step("notice-default", "noticeDefault", "security"),
            Step("cure-default", "cureDefault", "security"),
            Step("demand-realisation", "demandRealisation", "security"),
            Step("crystallise", "crystallise", "security"),
            Step("amend", "amendSecurity", "security"),
            Step("assign", "assignSecurity", "security"),
            Step("split", "splitSecurity", "security"),
            Step("cede-rank", "cedeRank", "security"),
        ),
    ),
    "guarantees": Noun(
        "Guarantees of the debts that securities secure.",
        made=(Step("", "bindGuarantee"),),
        steps=(
            Step("claim", "claimGuarantee", "guarantee"),
            Step("pay-out", "payOut", "guarantee"),
            Step("release", "releaseGuarantee", "guarantee"),
            Step("expire", "expireGuarantee", "guarantee"),
        ),
    ),
    "attestations": Noun(
        "What accredited bodies say of a data object.",
        made=(Step("", "attest"),),
        steps=(
            Step("countersign", "countersignAttestation", "attestation"),
            Step("supersede", "supersedeAttestation", "attestation"),
            Step("revoke", "revokeAttestation", "attestation"),
        ),
    ),
    "listings": Noun(
        "Products offered on exchanges.",
        made=(Step("", "listProduct"),),
        steps=(
            Step("suspend", "suspendListing", "listing"),
            Step("resume", "resumeListing", "listing"),
            Step("delist", "delist", "listing"),
        ),
    ),
    "burdens": Noun(
        "Whatever may stop an act on an entry.",
        made=(
            Step("orders", "impose"),
            Step("clauses", "registerClause"),
            Step("priority-notices", "notePriority"),
            Step("marks", "markEntry"),
        ),
        steps=(
            Step("promote", "promote", "burden"),
            Step("renew", "renew", "burden"),
            Step("lift", "lift", "burden"),
            Step("close", "closeBurden", "burden"),
            Step("give-up", "giveUp", "burden"),
            Step("clear", "clearMark", "burden"),
        ),
    ),
    "consents": Noun(
        "Consent of a burden's party; the number is the burden's.",
        steps=(
            Step("envelope", "setEnvelope", "burden"),
            Step("request", "requestConsent", "burden"),
            Step("give", "giveConsent", "burden"),
            Step("refuse", "refuseConsent", "burden"),
            Step("revoke", "revokeConsent", "burden"),
            Step("exercise", "exerciseConsent", "burden"),
        ),
    ),
    "transfers": Noun(
        "Transfers of rights: each is a case.",
        made=(Step("", "applyTransfer"), Step("by-instrument", "executeTransfer")),
        steps=(Step("complete", "completeTransfer", "case"),),
    ),
    "changes": Noun(
        "Changes of what is registered: each is a case.",
        made=(Step("", "applyChange"),),
        steps=(Step("complete", "completeChange", "case"),),
    ),
    "renewals": Noun(
        "Renewals of rights: each is a case.",
        made=(Step("", "applyRenewal"),),
        steps=(Step("complete", "completeRenewal", "case"),),
    ),
    "cancellations": Noun(
        "Cancellations of rights: each is a case.",
        made=(Step("", "applyCancellation"), Step("by-instrument", "executeCancellation")),
        steps=(Step("complete", "completeCancellation", "case"),),
    ),
    "corrections": Noun("Corrections of registered facts.", made=(Step("", "correctFacts"),)),
}
"""By the noun in the path."""
