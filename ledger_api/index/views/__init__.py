"""Reads of the register: every one takes a connection of `store.read()` and a `Moment`, and answers frozen values.

Stored words stand beside what follows from them on the day asked about; nothing here is kept.
"""

from ledger_api.index.views.book import calendar, knowledge, parameters
from ledger_api.index.views.burdens import BurdenStatus, BurdenView, burdens
from ledger_api.index.views.cases import CaseView, case, cases
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
    siblings,
    unclosed_burdens,
    unclosed_licences,
)
from ledger_api.index.views.history import HistoryLine, history, of_dependant
from ledger_api.index.views.involved import Involved, involved
from ledger_api.index.views.licences import LicenceStatus, LicenceView, licence, licences
from ledger_api.index.views.moment import Moment, moment
from ledger_api.index.views.objections import ObjectionView, objection, objections
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
from ledger_api.index.views.usage import Answer, BatchView, StatementView, UsageView, usage

__all__ = [
    "AccreditationView",
    "Answer",
    "BatchView",
    "BurdenStatus",
    "BurdenView",
    "CaseView",
    "CredentialView",
    "EntryView",
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
    "StatementView",
    "UsageView",
    "VersionView",
    "burdens",
    "calendar",
    "case",
    "cases",
    "edition",
    "entry",
    "find",
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
    "parallel",
    "parameters",
    "parties",
    "party",
    "siblings",
    "unclosed_burdens",
    "unclosed_licences",
    "usage",
]
