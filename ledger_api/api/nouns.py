"""What stands at entries, by the noun people look under: what makes it, what is done with it, what is read of it. Rows of a table.

Cases, objections, licences and parties have modules of their own: some of their routes compose more than one act. A chapter added later
is a row here; of its words, which name parties `index.project.INVOLVED` tells, and `schemas.recorded` what is no day, moment or number.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from ledger_api.api.business import Step
from ledger_api.api.reading import Reading
from ledger_api.api.schemas import standing as shape
from ledger_api.api.schemas.standing import Facts
from ledger_api.api.showing import standing as show
from ledger_api.domain.packing import Word
from ledger_api.domain.words import (
    Attestation,
    Burden,
    BurdenKind,
    Consent,
    Debt,
    Enforcement,
    Envelope,
    ExternalFiling,
    Guarantee,
    Lease,
    Listing,
    Security,
    Source,
    Transfer,
)
from ledger_api.index import views
from ledger_api.index.views import Blind, Dependant


def _all(_: Reading, __: Dependant) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class View:
    """What is read of a kind of thing: `GET /v1/entries/{entry}/{noun}` and `GET /v1/{noun}/{entry}/{number}`."""

    one: str
    """What one of them is called."""
    facts: type[Facts]
    """The shape of what follows on a day from what is recorded."""
    tell: Callable[..., Facts]
    """(reading, dependant, *, concerned) → those facts."""
    words: tuple[type[Word], ...] = ()
    """The words it consists of, shown as they are recorded."""
    marks: tuple[type[Word], ...] = ()
    """Words by which one knows that there is one, if not by the first of `words`."""
    concerned: Callable[[Reading, Dependant], frozenset[int]] | None = None
    """The parties that are told all of it; None: everybody is."""
    withheld: Callable[[Reading, Dependant], bool] = _all
    """Of which of them others are told less, if of any."""

    @property
    def kinds(self) -> tuple[type[Word], ...]:
        """Words by which one knows that there is one."""
        return self.marks or self.words[:1]


def _of_security(read: Reading, found: Dependant) -> frozenset[int]:
    return views.concerned(read.connection, found.entry, found.number)


def _is_of_security(found: Dependant) -> bool:
    return found.word(Burden).kind == BurdenKind.SECURITY


def _of_burden(read: Reading, found: Dependant) -> frozenset[int]:
    """Of an exclusive licence's burden: whoever is told of each blind licence it would name a party of (rule 60)."""
    if _is_of_security(found):
        return _of_security(read, found)
    return frozenset.intersection(*(each.told for each in _blind(read, found)))


def _is_withheld(read: Reading, found: Dependant) -> bool:
    return _is_of_security(found) or bool(_blind(read, found))


def _blind(read: Reading, found: Dependant) -> list[Blind]:
    every = read.once(("blind", found.entry), lambda: views.blind(read.connection, found.entry))
    return [each for each in every if found.number in each.covers]


def _of_guarantee(read: Reading, found: Dependant) -> frozenset[int]:
    word = found.word(Guarantee)
    named = {word.guarantor, word.debtor, word.creditor} - {0}
    return views.concerned(read.connection, found.entry, word.security) | named


@dataclass(frozen=True, slots=True)
class Noun:
    """A kind of thing: `POST /v1/{noun}` makes it, `POST /v1/{noun}/{entry}/{number}/…` goes on with it."""

    about: str
    made: tuple[Step, ...] = ()
    """Acts that make one; their body names the entry."""
    steps: tuple[Step, ...] = ()
    """Acts on one; their path names the entry and its number."""
    view: View | None = None


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
            Step("extinguish", "extinguishSecurity", "security"),
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
        view=View(
            "security",
            shape.SecurityFacts,
            show.security,
            (Security, Burden, Debt, ExternalFiling),
            concerned=_of_security,
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
        view=View("guarantee", shape.GuaranteeFacts, show.guarantee, (Guarantee,), concerned=_of_guarantee),
    ),
    "attestations": Noun(
        "What accredited bodies say of a data object.",
        made=(Step("", "attest"),),
        steps=(
            Step("countersign", "countersignAttestation", "attestation"),
            Step("supersede", "supersedeAttestation", "attestation"),
            Step("revoke", "revokeAttestation", "attestation"),
        ),
        view=View("attestation", shape.AttestationFacts, show.attestation, (Attestation,)),
    ),
    "listings": Noun(
        "Products offered on exchanges.",
        made=(Step("", "listProduct"),),
        steps=(
            Step("suspend", "suspendListing", "listing"),
            Step("lapse", "lapseListing", "listing"),
            Step("resume", "resumeListing", "listing"),
            Step("delist", "delist", "listing"),
        ),
        view=View("listing", shape.ListingFacts, show.listing, (Listing,)),
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
        view=View(
            "burden",
            shape.BurdenFacts,
            show.burden,
            marks=(Burden,),
            concerned=_of_burden,
            withheld=_is_withheld,
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
        view=View(
            "consent",
            shape.ConsentFacts,
            show.consent,
            (Envelope,),
            marks=(Envelope, Consent),
            concerned=_of_burden,
            withheld=_is_withheld,
        ),
    ),
    "transfers": Noun(
        "Transfers of rights: each is a case.",
        made=(Step("", "applyTransfer"), Step("by-instrument", "executeTransfer")),
        steps=(Step("complete", "completeTransfer", "case"),),
        view=View("transfer", shape.TransferFacts, show.transfer, marks=(Transfer,)),
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
    "sources": Noun(
        "What an entry's data come from, and until when they may be used.",
        made=(Step("", "declareSource"),),
        steps=(
            Step("shorten", "shortenSource", "source"),
            Step("extend", "extendSource", "source"),
            Step("revoke", "revokeSource", "source"),
            Step("replace", "replaceSource", "source"),
        ),
        view=View("source", Facts, show.by_state(Source), (Source,)),
    ),
    "lineage": Noun("What an entry was made from.", made=(Step("", "relate"),)),
    "leases": Noun(
        "Finance leases of an entry's rights; their filings are entered under securities, by the same number.",
        made=(Step("", "recordLease"),),
        steps=(
            Step("take-title", "takeTitle", "lease"),
            Step("rents", "recordRent", "lease"),
            Step("overdue", "noteOverdue", "lease"),
            Step("contest", "contestOverdue", "lease"),
            Step("demand", "demandRent", "lease"),
            Step("elect-remedy", "electRemedy", "lease"),
            Step("repossess", "repossess", "lease"),
            Step("settle-value", "settleValue", "lease"),
            Step("settle-title", "settleTitle", "lease"),
            Step("judgment", "executeLeaseJudgment", "lease"),
        ),
        view=View("lease", Facts, show.by_state(Lease), (Lease, Burden)),
    ),
    "enforcements": Noun(
        "Realising securities over an entry's rights.",
        made=(Step("", "openEnforcement"),),
        steps=(
            Step("notice", "noticeEnforcement", "enforcement"),
            Step("value", "valueEnforcement", "enforcement"),
            Step("method", "setMethod", "enforcement"),
            Step("fail-round", "failRound", "enforcement"),
            Step("sell", "sellRight", "enforcement"),
            Step("take-over", "takeOver", "enforcement"),
            Step("income", "reportIncome", "enforcement"),
            Step("return", "returnRight", "enforcement"),
            Step("suspend", "suspendEnforcement", "enforcement"),
            Step("resume", "resumeEnforcement", "enforcement"),
            Step("settle", "settleSale", "enforcement"),
            Step("remove-licence", "removeLicence", "enforcement"),
            Step("clear-burden", "clearBurden", "enforcement"),
            Step("complete", "completeEnforcement", "enforcement"),
            Step("end", "endEnforcement", "enforcement"),
        ),
        view=View("enforcement", Facts, show.by_state(Enforcement), (Enforcement,)),
    ),
    "versions": Noun("Later states of an entry's data.", made=(Step("", "refreshVersion"),)),
    "notes": Noun(
        "Notes: facts that change nothing on the ledger.",
        made=(Step("", "noteEntry"),),
    ),
    "escalations": Noun("Clocks that ran out: told to the regulator.", made=(Step("", "reportOverdue"),)),
    "corrections": Noun("Corrections of registered facts.", made=(Step("", "correctFacts"),)),
}
"""By the noun in the path."""
