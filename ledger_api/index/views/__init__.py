"""Reads of the register: every one takes a connection of `store.read()` and a `Moment`, and answers frozen values.

Stored words stand beside what follows from them on the day asked about; nothing here is kept.
"""

from ledger_api.index.views.blind import NOTHING, Blind, Veil, blind, veil
from ledger_api.index.views.book import calendar, knowledge, parameters
from ledger_api.index.views.burdens import BurdenStatus, BurdenView, burden_status, burdens, queue_place
from ledger_api.index.views.cases import COMPLETED, CaseView, case, cases
from ledger_api.index.views.dependants import Dependant, dependant, dependants
from ledger_api.index.views.entries import (
    CredentialView,
    EntryView,
    RightState,
    RightView,
    VersionView,
    edition,
    entry,
    find,
    head,
    parallel,
    rights,
    siblings,
    unclosed_burdens,
    unclosed_licences,
)
from ledger_api.index.views.history import HistoryLine, history, of_dependant
from ledger_api.index.views.involved import Involved, involved
from ledger_api.index.views.licences import LicenceStatus, LicenceView, licence, licences
from ledger_api.index.views.moment import Moment, moment
from ledger_api.index.views.objections import ObjectionView, objection, objections
from ledger_api.index.views.overlays import overlays
from ledger_api.index.views.parties import (
    AccreditationView,
    MandateView,
    OfficerView,
    PartyView,
    officer,
    officers_of,
    parties,
    party,
)
from ledger_api.index.views.securities import SecurityStatus, SecurityView, concerned, securities
from ledger_api.index.views.standing import (
    AttestationStatus,
    ConsentStatus,
    ConsentView,
    EnvelopeStatus,
    GuaranteeStatus,
    attestation_status,
    consent_view,
    envelope_status,
    guarantee_status,
)
from ledger_api.index.views.usage import Answer, BatchView, StatementView, UsageView, usage

__all__ = [
    "COMPLETED",
    "NOTHING",
    "AccreditationView",
    "Answer",
    "AttestationStatus",
    "BatchView",
    "Blind",
    "BurdenStatus",
    "BurdenView",
    "CaseView",
    "ConsentStatus",
    "ConsentView",
    "CredentialView",
    "Dependant",
    "EntryView",
    "EnvelopeStatus",
    "GuaranteeStatus",
    "HistoryLine",
    "Involved",
    "LicenceStatus",
    "LicenceView",
    "MandateView",
    "Moment",
    "ObjectionView",
    "OfficerView",
    "PartyView",
    "RightState",
    "RightView",
    "SecurityStatus",
    "SecurityView",
    "StatementView",
    "UsageView",
    "Veil",
    "VersionView",
    "attestation_status",
    "blind",
    "burden_status",
    "burdens",
    "calendar",
    "case",
    "cases",
    "concerned",
    "consent_view",
    "dependant",
    "dependants",
    "edition",
    "entry",
    "envelope_status",
    "find",
    "guarantee_status",
    "head",
    "history",
    "involved",
    "knowledge",
    "licence",
    "licences",
    "moment",
    "objection",
    "objections",
    "of_dependant",
    "officer",
    "officers_of",
    "overlays",
    "parallel",
    "parameters",
    "parties",
    "party",
    "queue_place",
    "rights",
    "securities",
    "siblings",
    "unclosed_burdens",
    "unclosed_licences",
    "usage",
    "veil",
]
