"""Every act of the catalogue can be asked for, encoded and read; and nothing a stranger sends in any term does more than be refused."""

import re
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from ledger_api.chain.codec import Codec
from ledger_api.domain import ids, subjects
from ledger_api.domain.acts import catalogue
from ledger_api.domain.errors import LedgerError
from ledger_api.domain.words import (
    Algorithm,
    Licence,
    LicenceKind,
    LicenceState,
    Officer,
    Parameters,
    Party,
    PartyKind,
    PartyStatus,
    Purpose,
    Role,
    Succession,
    SuccessionKind,
)
from ledger_api.filings.drafting import Asked, Drafted, Drafting
from ledger_api.filings.facts import EntryFacts
from ledger_api.ports.national import ManualNationalSystem

ROOT = b"\xab" * 32
ENTRY = subjects.entry_id(Algorithm.SHA256, ROOT, 9)
NAME = ids.entry_id(ENTRY)
DOCUMENT = "keccak256:" + "cd" * 32
UNTIL = "2036-01-01T00:00:00+08:00"


class OneEntry:
    """A register with one entry, one licence on it, and one party."""

    def entry(self, entry: str | bytes) -> EntryFacts | None:
        return EntryFacts(ENTRY, Algorithm.SHA256, ROOT, 9, 3) if entry in (ENTRY, NAME) else None

    def unclosed_burdens(self, _: bytes) -> tuple[int, ...]:
        return (4, 7)

    def unclosed_licences(self, _: bytes) -> tuple[int, ...]:
        return (7, 8)

    def siblings(self, _: int, __: bytes) -> tuple[bytes, ...]:
        return (ENTRY,)

    def succession(self, _: bytes) -> Succession:
        return Succession(kind=SuccessionKind.SPLIT)

    def licence(self, _: bytes, number: int) -> Licence | None:
        kept = Licence(
            licensee=5,
            kind=LicenceKind.SOLE,
            state=LicenceState.ACTIVE,
            start=20_668,
            end=20_768,
            purposes=Purpose.RESEARCH,
        )
        return kept if number == 7 else None

    def party(self, number: int) -> Party | None:
        return (
            Party(roles=Role.MERCHANT, kind=PartyKind.LEGAL_PERSON, status=PartyStatus.ACTIVE) if number == 5 else None
        )

    def officer(self, _: int) -> Officer | None:
        return Officer(party=5)

    def name(self, party: int) -> str | None:
        return "示例(虚构)" if party == 5 else None

    def parameters(self) -> Parameters:
        return Parameters(filing_days=30)

    def time(self) -> int:
        return 1_785_718_800

    def block(self) -> int:
        return 1


CASE = {"entry": NAME, "case": 2}
OBJECTION = {"entry": NAME, "objection": f"{NAME}/5"}
ATTESTATION = {"entry": NAME, "attestation": 7}
LICENCE = {"entry": NAME, "licence": 7}
BATCH = LICENCE | {"batch": 2}
STATEMENT = LICENCE | {"statement": 5}
LISTING = {"entry": NAME, "listing": f"{NAME}/9"}
SOURCE = {"entry": NAME, "source": 4}
BURDEN = {"entry": NAME, "burden": 4}
ORDER = {
    "issuer": "P-6", "instrument": "JUDGMENT", "effective": "2026-08-01T00:00:00+08:00", "served": "2026-08-02T00:00:00+08:00",
    "document": DOCUMENT,
}  # fmt: skip
MATTER = BURDEN | {"matter": "keccak256:" + "ab" * 32}
AGREED = {"template": "OTHER", "contract": DOCUMENT, "policy": {"permission": []}}
SECURITY = {"entry": NAME, "security": 7}
GUARANTEE = {"entry": NAME, "guarantee": 8}
LEASE = {"entry": NAME, "lease": 9}
ENFORCEMENT = {"entry": NAME, "enforcement": 9}
ASSIGNED = SECURITY | {"creditor": "P-5", "claim": {"principal": "1.00"}, "contract": DOCUMENT, "notice": DOCUMENT}
FILED = SECURITY | {
    "venue": "ZDW_CAT7", "filed_at": "2026-09-02T10:31:22+08:00", "until": "2029-09-01",
    "filing_number": DOCUMENT, "description": DOCUMENT, "proof": DOCUMENT,
}  # fmt: skip
CLAIM = {"name": "数据", "origins": ["COLLECTED", "CONTRACT"], "form": "PRODUCT", "application": {"a": 1}}
LATER = {"entry": NAME, "registrar": "P-6", "rights": ["HOLD", "OPERATE"]}
FACTS = {"origins": ["COLLECTED"], "form": "PRODUCT", "limits": ["NO_RESALE"]}
NATIONAL = {"national": {"reference": "1", "received_at": UNTIL, "document": DOCUMENT}}
SAMPLES: Mapping[str, Mapping[str, Any]] = {
    "pin": {"entry": NAME},
    "withdraw": {"filing": "F-1"},
    "admit": {"name": "甲", "kind": "LEGAL_PERSON", "roles": ["BANK"], "kyc_until": UNTIL, "identifier": "9133", "certificate": DOCUMENT},
    "amend": {"party": "P-5", "roles": ["BANK", "MERCHANT"], "reason": DOCUMENT},
    "join": {
        "members": [{"party": "P-6", "weight": 4000}, {"party": "P-5", "weight": 6000}],
        "quora": {"dispose": 10_000, "charge": 6667, "exclusive": 6667, "ordinary": 5000},
        "agreement": DOCUMENT,
    },
    "bind": {"party": "P-5", "signer": "0x" + "0a" * 20, "person": DOCUMENT, "powers": ["FILE"], "until": UNTIL, "certificate": DOCUMENT},
    "rotate": {"officer": "O-6", "signer": "0x" + "0b" * 84, "reason": DOCUMENT},
    "empower": {"officer": "O-6", "powers": ["FILE", "ACCEPT"], "until": UNTIL, "reason": DOCUMENT},
    "revoke": {"officer": "O-6", "reason": DOCUMENT},
    "accredit": {
        "party": "P-5", "kind": "EXCHANGE", "status": "ACTIVE", "from": "2026-01-01T00:00:00Z", "until": UNTIL,
        "authority": "P-1", "certificate": DOCUMENT,
    },
    "handOver": {
        "registrar": "P-5", "successor": "P-6", "authority": "P-1", "cases": 37, "credentials": 1214, "root": DOCUMENT, "plan": DOCUMENT,
    },
    "mandate": {
        "principal": "P-5", "agent": "P-6", "powers": ["FILE"], "from": "2026-01-01T00:00:00Z", "until": UNTIL, "document": DOCUMENT,
    },
    "setParameters": {"notice_days": 5, "document": DOCUMENT},
    "loadCalendar": {
        "from": "2028-01-01", "until": "2028-12-31", "holidays": {"holidays": ["2028-01-03"], "workdays": ["2028-01-08"]},
        "document": DOCUMENT,
    },
    "anchorDay": {"day": "2026-08-03", "root": DOCUMENT},
    "open": {"content": "sha256:" + ROOT.hex(), "applicant": "P-9"},
    "submit": {"entry": NAME, "registrar": "P-5", "rights": ["HOLD"], "terms": {"HOLD": "2031-01-01"}, "waive_notice": True} | CLAIM,
    "resubmit": CASE | CLAIM,
    "withdrawCase": CASE,
    "requestCorrection": CASE | {"due": "2026-08-20", "document": DOCUMENT},
    "lapse": CASE,
    "accept": CASE | {"document": DOCUMENT},
    "deem": CASE,
    "pause": CASE | {"document": DOCUMENT},
    "resume": CASE | {"document": DOCUMENT},
    "extend": CASE | {"days": 10, "reason": "HUGE_VOLUME", "document": DOCUMENT},
    "publish": CASE | {"rights": ["HOLD", "USE"], "document": DOCUMENT},
    "waive": CASE | {"rights": ["HOLD"], "reason": "TRADE_SECRET", "document": DOCUMENT},
    "decline": CASE | {"reason": "CONCEALMENT", "document": DOCUMENT},
    "anchor": CASE | {"until": "2031-08-19", "national": {"reference": "1", "received_at": UNTIL, "document": DOCUMENT}},
    "issueCredential": CASE | {"scheme": "NATIONAL", "number": "SJ3312026080001", "document": DOCUMENT},
    "objectInNotice": CASE | {"objector": "P-5", "ground": "OWNERSHIP", "evidence": DOCUMENT},
    "resolveInNotice": OBJECTION | {"conclusion": "PARTLY", "rights": ["USE"], "document": DOCUMENT},
    "object": {"entry": NAME, "objector": "P-5", "rights": ["OPERATE"], "ground": "ERROR", "evidence": DOCUMENT},
    "complete": OBJECTION | {"document": DOCUMENT},
    "withdrawObjection": OBJECTION | {"document": DOCUMENT},
    "findIncomplete": OBJECTION | {"days": 5, "list": DOCUMENT},
    "refile": OBJECTION | {"evidence": DOCUMENT},
    "lapseObjection": OBJECTION,
    "notifyHolder": OBJECTION | {"document": DOCUMENT},
    "respond": OBJECTION | {"response": "ADMIT", "document": DOCUMENT},
    "deemContested": OBJECTION,
    "investigate": OBJECTION | {"mediation": True, "document": DOCUMENT},
    "conclude": OBJECTION | {"conclusion": "PARTLY", "reasons": DOCUMENT},
    "acceptConclusion": OBJECTION | {"sides": ["OBJECTOR", "HOLDER"], "document": DOCUMENT},
    "rejectConclusion": OBJECTION | {"side": ["HOLDER"], "document": DOCUMENT},
    "litigate": OBJECTION | {"side": ["OBJECTOR"], "docket": DOCUMENT},
    "resolveObjection": OBJECTION | {"outcome": "CHANGED", "change": 9, "document": DOCUMENT},
    "resolveByOrder": OBJECTION | {"outcome": "STANDS"} | ORDER,
    "noteEntry": {"entry": NAME, "kind": "PAYMENT_ELSEWHERE", "about": 7, "document": DOCUMENT},
    "noteParty": {"party": "P-5", "kind": "ERASURE", "about": 1, "document": DOCUMENT},
    "noteBook": {"kind": "NOTIFICATION", "document": DOCUMENT},
    "reassign": CASE | {"successor": "P-6", "document": DOCUMENT},
    "reportOverdue": {"entry": NAME, "about": 2},
    "grant": {
        "entry": NAME, "recorder": "P-1", "licensee": "P-5", "kind": "EXCLUSIVE", "start": "2026-09-01", "end": "2026-12-31",
        "actions": ["READ", "TRAIN"], "flags": ["TRAIN"], "delete_within": 30, "withheld": {"fee": "1.00"}, "parent": 7,
    } | AGREED,
    "narrow": LICENCE | {"kind": "NON_EXCLUSIVE", "end": "2026-09-30"} | AGREED,
    "suspend": LICENCE | {"reason": "BREACH", "document": DOCUMENT},
    "resumeLicence": LICENCE | {"document": DOCUMENT},
    "noticeBreach": LICENCE | {"document": DOCUMENT},
    "end": LICENCE | {"reason": "MUTUAL", "document": DOCUMENT},
    "close": LICENCE,
    "novate": LICENCE | {"assignee": "P-6", "document": DOCUMENT},
    "endByOrder": LICENCE | {
        "reason": "INSOLVENCY", "issuer": "P-5", "instrument": "RULING", "effective": "2026-08-01T00:00:00Z",
        "served": "2026-08-02T00:00:00Z", "document": DOCUMENT,
    },
    "setMeter": LICENCE | {
        "quota": 40_000_000, "window": "YEAR", "unit": "CALL", "gateway": "P-6", "from": "2026-10-14T16:00:00Z",
        "document": DOCUMENT,
    },
    "amendMeter": LICENCE | {"gateway": "P-6", "document": DOCUMENT},
    "submitBatch": LICENCE | {
        "from": "2026-10-14T16:00:00Z", "to": "2026-10-15T16:00:00Z", "accepted": 104_312, "rejected": 87, "root": DOCUMENT,
    },
    "countersignBatch": BATCH,
    "deemBatch": BATCH,
    "disputeBatch": BATCH | {"reason": "DUPLICATES", "counted": 98_640, "root": DOCUMENT},
    "reconcileBatch": BATCH | {"accepted": 98_640, "proof": DOCUMENT},
    "issueStatement": LICENCE | {"route": "OWN", "amounts": {"amount": "1251.74"}, "batches": [2, 4]},
    "confirmStatement": STATEMENT,
    "deemStatement": STATEMENT,
    "refuseStatement": STATEMENT | {"document": DOCUMENT},
    "markPaid": STATEMENT | {"route": "PLEDGE_ACCOUNT", "document": DOCUMENT},
    "listProduct": {
        "entry": NAME, "venue": "P-5", "delivery": ["API", "SANDBOX"], "specification": DOCUMENT, "offer": {"permission": []},
        "compliance": 7, "sources": DOCUMENT,
    },
    "suspendListing": LISTING | {"reason": "FREEZE", "document": DOCUMENT},
    "lapseListing": LISTING,
    "resumeListing": LISTING | {"compliance": 7, "document": DOCUMENT},
    "delist": LISTING | {"reason": "BY_HOLDER", "document": DOCUMENT},
    "impose": {"entry": NAME, "kind": "COURT_ORDER", "rights": ["OPERATE"], "term": 1096} | ORDER,
    "promote": BURDEN,
    "renew": BURDEN | {"term": 365} | ORDER,
    "lift": BURDEN | ORDER,
    "closeBurden": BURDEN,
    "registerClause": {"entry": NAME, "beneficiary": "P-5", "rights": ["USE"], "effects": ["PLEDGE"], "document": DOCUMENT},
    "notePriority": {"entry": NAME, "beneficiary": "P-5", "rights": ["USE"], "working_days": 10, "document": DOCUMENT},
    "giveUp": BURDEN | {"document": DOCUMENT},
    "markEntry": {"entry": NAME, "kind": "SYNC_CONFLICT", "rights": ["HOLD"], "document": DOCUMENT},
    "clearMark": BURDEN | {"document": DOCUMENT},
    "restrainParty": {"party": "P-6", "kind": "COURT_ORDER", "term": 30, "registrar": "P-5"} | ORDER,
    "renewRestraint": {"party": "P-6", "number": 3, "term": 30, "registrar": "P-5"} | ORDER,
    "liftRestraint": {"party": "P-6", "number": 3, "registrar": "P-5"} | ORDER,
    "closeRestraint": {"party": "P-6", "number": 3},
    "setEnvelope": BURDEN | {
        "modes": {"LICENCE_ORDINARY": "PRE_APPROVED"}, "months": 10, "cap": 3, "purposes": ["RESEARCH"], "kinds": ["NON_EXCLUSIVE"],
        "agreed": ["TRAIN"], "until": "2027-12-31", "document": DOCUMENT,
    },
    "requestConsent": MATTER | {"requester": "P-5", "document": DOCUMENT},
    "giveConsent": MATTER | {"until": "2026-12-31", "document": DOCUMENT},
    "refuseConsent": MATTER | {"document": DOCUMENT},
    "revokeConsent": MATTER | {"document": DOCUMENT},
    "exerciseConsent": MATTER,
    "recordSecurity": {
        "entry": NAME, "rights": ["HOLD", "USE", "OPERATE"], "creditor": "P-5", "guarantor": "P-6", "acknowledges": ["RELEASE"],
        "character": "RIGHT_PLEDGE_440_7", "flags": ["FORFEITURE_FREE"], "debtor": "P-9", "maturity": "2027-08-31",
        "cap": 5000, "scope": ["INTEREST"], "place": 330_100, "claim": {"principal": "1.00"}, "contract": DOCUMENT,
        "resolution": DOCUMENT, "description": DOCUMENT, "snapshot": DOCUMENT, "representation": DOCUMENT,
    },
    "importFiling": FILED | {"kind": "INITIAL", "sequence": 1},
    "perfect": FILED | {"kind": "INITIAL"},
    "verifyFiling": FILED | {"kind": "EXTEND"},
    "rejectFiling": SECURITY | {"reason": "DESCRIPTION", "document": DOCUMENT},
    "lapseSecurity": SECURITY,
    "voidSecurity": SECURITY,
    "requestRelease": SECURITY | {"document": DOCUMENT},
    "releaseSecurity": SECURITY | {"document": DOCUMENT},
    "extinguishSecurity": SECURITY | ORDER,
    "escalateCancellation": SECURITY | {"document": DOCUMENT},
    "noticeDefault": SECURITY | {"event": "PAYMENT", "cure_until": "2027-09-30", "document": DOCUMENT},
    "cureDefault": SECURITY | {"document": DOCUMENT},
    "demandRealisation": SECURITY | {"document": DOCUMENT},
    "amendSecurity": SECURITY | {
        "maturity": "2028-08-31", "place": 330_100, "marks": ["RENEWAL_COVENANT"], "claim": {"principal": "1.00"},
        "contract": DOCUMENT, "notice": DOCUMENT,
    },
    "assignSecurity": ASSIGNED,
    "splitSecurity": ASSIGNED,
    "cedeRank": SECURITY | {"ahead": 4, "document": DOCUMENT},
    "bindGuarantee": SECURITY | {
        "guarantor": "P-6", "debtor": "P-9", "creditor": "P-5", "coverage": 8000, "until": "2030-08-31",
        "acknowledges": ["RELEASE"], "claim": {"most": "1.00"}, "contract": DOCUMENT,
    },
    "claimGuarantee": GUARANTEE | {"document": DOCUMENT},
    "payOut": GUARANTEE | {"paid": {"amount": "1.00"}, "rest": DOCUMENT, "proof": DOCUMENT},
    "releaseGuarantee": GUARANTEE | {"document": DOCUMENT},
    "expireGuarantee": GUARANTEE,
    "recordLease": {
        "entry": NAME, "structure": "LEASEBACK", "title": "TRANSFERRED", "lessor": "P-5", "lessee": "P-9", "instalments": 12,
        "until": "2029-08-31", "end": "LESSEE_TOKEN", "grace": 15, "flags": ["PRICE_WITHIN", "INCOME_PRODUCING"], "valuation": 3,
        "book_value": 4, "claim": {"price": "8000000.00"}, "contract": DOCUMENT, "resolution": DOCUMENT, "description": DOCUMENT,
    },
    "takeTitle": LEASE | {"licence": 7},
    "recordRent": LEASE | {"paid": 4, "document": DOCUMENT},
    "noteOverdue": LEASE | {"overdue": 2, "share": 1666, "document": DOCUMENT},
    "contestOverdue": LEASE | {"document": DOCUMENT},
    "demandRent": LEASE | {"document": DOCUMENT},
    "electRemedy": LEASE | {"remedy": "ACCELERATE", "document": DOCUMENT},
    "repossess": LEASE | {"document": DOCUMENT},
    "settleValue": LEASE | {"valuation": 8, "amounts": {"surplus": "1.00"}, "settlement": DOCUMENT, "proof": DOCUMENT},
    "settleTitle": LEASE | {"ending": "MATURED", "document": DOCUMENT},
    "executeLeaseJudgment": LEASE | {
        "judgment": "RECHARACTERISED", "character": "TITLE_TRANSFER_68", "maturity": "2027-06-30",
    } | ORDER,
    "openEnforcement": SECURITY | {"trigger": "DEFAULT", "evidence": DOCUMENT},
    "noticeEnforcement": ENFORCEMENT | {"document": DOCUMENT},
    "valueEnforcement": ENFORCEMENT | {"valuation": 6},
    "setMethod": ENFORCEMENT | {"method": "AUCTION", "basis": "COURT", "ruling": DOCUMENT} | ORDER,
    "failRound": ENFORCEMENT | {"reason": "NO_BID", "venue": "P-5", "held": "2027-12-01", "document": DOCUMENT},
    "sellRight": ENFORCEMENT | {"buyer": "P-5", "held": "2027-12-01", "price": {"price": "1.00"}, "document": DOCUMENT},
    "takeOver": ENFORCEMENT | {"operator": "P-5", "until": "2029-12-31", "document": DOCUMENT},
    "reportIncome": ENFORCEMENT | {"until": "2028-01-31", "income": {"income": "1.00"}, "document": DOCUMENT},
    "returnRight": ENFORCEMENT | {"document": DOCUMENT},
    "suspendEnforcement": ENFORCEMENT | {"reason": "BANKRUPTCY", "ruling": DOCUMENT} | ORDER,
    "resumeEnforcement": ENFORCEMENT | {"document": DOCUMENT},
    "endEnforcement": ENFORCEMENT | {"reason": "CURED", "document": DOCUMENT},
    "settleSale": ENFORCEMENT | {"paid": DOCUMENT, "distribution": {"surplus": "1.00"}} | NATIONAL,
    "removeLicence": ENFORCEMENT | {"licence": 7, "security": 4, "document": DOCUMENT},
    "clearBurden": ENFORCEMENT | {"burden": 4, "result": "PARTLY_REALISED", "document": DOCUMENT},
    "completeEnforcement": ENFORCEMENT | {"result": "REALISED", "document": DOCUMENT},
    "crystallise": SECURITY | {"cause": "SEIZURE_NOTIFIED", "document": DOCUMENT},
    "attest": {
        "entry": NAME, "kind": "VALUATION", "attestor": "P-5", "purpose": "PLEDGE", "headline": "STATED", "rights": ["OPERATE"],
        "base": "2026-06-30", "until": "2027-06-29", "report": DOCUMENT, "withheld": {"amount": "1.00"},
    },
    "countersignAttestation": ATTESTATION | {"document": DOCUMENT},
    "supersedeAttestation": ATTESTATION | {"successor": 8, "document": DOCUMENT},
    "revokeAttestation": ATTESTATION | {"revoker": "P-5", "reason": "ERROR", "document": DOCUMENT},
    "applyTransfer": LATER | {"transferor": "P-5", "transferee": "P-6", "application": {"contract": DOCUMENT}},
    "applyChange": LATER | {"holder": "P-5"} | FACTS | {"application": {"a": 1}},
    "applyRenewal": LATER | {"holder": "P-5", "application": {"a": 1}, "waive_notice": True},
    "applyCancellation": LATER | {"holder": "P-5", "application": {"a": 1}},
    "reapply": CASE | FACTS | {"application": {"a": 1}},
    "completeTransfer": CASE | NATIONAL,
    "completeChange": CASE | NATIONAL,
    "completeRenewal": CASE | {"until": "2036-08-19"} | NATIONAL,
    "completeCancellation": CASE | NATIONAL,
    "correctFacts": {"entry": NAME, "reason": DOCUMENT, "opinion": 7} | FACTS,
    "refreshVersion": {"entry": NAME, "content": DOCUMENT, "statistics": DOCUMENT, "chunks": DOCUMENT},
    "namePredecessor": CASE | {"predecessor": NAME, "kind": "SPLIT", "document": DOCUMENT},
    "clearPredecessor": CASE | {"predecessor": NAME, "document": DOCUMENT},
    "declareSource": {
        "entry": NAME, "kind": "CONTRACT", "grantor": "P-5", "rights": ["USE", "OPERATE"], "limits": ["NO_RESALE"],
        "from": "2026-01-01", "until": "2027-03-31", "evidence": DOCUMENT,
    },
    "shortenSource": SOURCE | {"until": "2026-12-31", "document": DOCUMENT},
    "extendSource": SOURCE | {"document": DOCUMENT},
    "revokeSource": SOURCE | {"outcome": "PARTLY_REVOKED", "document": DOCUMENT},
    "replaceSource": SOURCE | {"successor": f"{NAME}/9", "document": DOCUMENT},
    "relate": {"entry": NAME, "parent": NAME, "licence": 7, "kind": "DERIVED", "allocation": DOCUMENT},
    "executeTransfer": {"entry": NAME, "rights": ["OPERATE"], "transferee": "P-5"} | ORDER,
    "executeCancellation": {"entry": NAME, "rights": ["OPERATE"], "notice": DOCUMENT} | ORDER,
}  # fmt: skip


def drafting() -> Drafting:
    return Drafting(
        OneEntry(),
        Codec.load(),
        6,
        lambda: b"\x05" * 32,
        lambda _: (6, 3, 1_790_000_000, b"\x01" * 32),
        ManualNationalSystem(),
    )


def draft(act: str, args: Mapping[str, Any], at: int = 0) -> Drafted:
    return drafting().add(Asked(act, args, at))


def test_there_is_a_sample_of_every_act() -> None:
    assert set(SAMPLES) == set(catalogue())


@pytest.mark.parametrize("act", sorted(SAMPLES))
def test_an_act_is_encoded_as_the_ledger_wants_it_and_reads_in_both_languages(act: str) -> None:
    drafted = draft(act, SAMPLES[act])
    call = Codec.load().decode_act(drafted.data)
    assert (call.name, call.by) == (act, 6)
    for text in drafted.sentence.values():
        assert not re.search(r"[{}]|None|0x800|\b1[0-9]{9}\b", text), text
    assert not re.search(r"[a-z]{2,}_|\b[A-Z]{3,}_", drafted.sentence["zh"]), drafted.sentence["zh"]


@pytest.mark.parametrize("act", sorted(SAMPLES))
def test_a_term_that_must_be_given_is_missed_by_its_name(act: str) -> None:
    for name, term in catalogue()[act].terms.items():
        if term.absent is not None or term.default is not None:
            continue
        with pytest.raises(LedgerError) as caught:
            draft(act, {key: value for key, value in SAMPLES[act].items() if key != name})
        assert caught.value.details.get("field") in {f"acts[0].{name}", name}, name


def test_a_legal_time_is_read_out() -> None:
    sentence = draft("accept", SAMPLES["accept"], 1_785_718_800).sentence
    assert "2026-08-03T01:00:00Z" in sentence["zh"]
    assert "2026-08-03T01:00:00Z" in sentence["en"]


def test_a_batch_made_in_the_same_filing_is_so_many_lines_back_on_its_licences_journal() -> None:
    """Acts on the entry, on another licence and on no licence at all put no line there."""
    one = drafting()
    other = dict(SAMPLES["submitBatch"]) | {"licence": 8}
    for act, args in (
        ("submitBatch", SAMPLES["submitBatch"]), ("suspend", SAMPLES["suspend"]), ("submitBatch", other),
        ("amendMeter", dict(SAMPLES["amendMeter"]) | {"licence": f"{NAME}/7"}),
    ):  # fmt: skip
        one.add(Asked(act, args))
    drafted = one.add(Asked("countersignBatch", LICENCE | {"batch": "#1"}))
    assert Codec.load().decode_act(drafted.data).args["batch"] == 0x800000 | 2
    assert "act 1 of this filing" in drafted.sentence["en"]
    for wrong in ("#2", "#3", "#4", "#9"):
        with pytest.raises(LedgerError) as caught:
            one.add(Asked("countersignBatch", LICENCE | {"batch": wrong}))
        assert caught.value.details == {"reference": wrong}


def test_shares_go_in_the_order_of_the_members() -> None:
    args = Codec.load().decode_act(draft("join", SAMPLES["join"]).data).args
    assert args["members"] == 5 | 6 << 24
    assert args["shares"] & 0xFFFFFFF == 6000 | 4000 << 14


def test_a_calendar_has_a_bit_a_day() -> None:
    args = Codec.load().decode_act(draft("loadCalendar", SAMPLES["loadCalendar"]).data).args
    start, words = args["from"], args["workingDays"]

    def works(day: int) -> bool:
        return bool(words[(day >> 8) - (start >> 8)] >> (day & 255) & 1)

    # 2028-01-01 is a Saturday; Monday the 3rd is a holiday; Saturday the 8th is worked.
    assert [works(start + day) for day in range(10)] == [False, False, False, True, True, True, True, True, False, True]


JUNK = some.recursive(
    some.none()
    | some.booleans()
    | some.integers()
    | some.floats()
    | some.text()
    | some.sampled_from(["#1", NAME, "P-5", DOCUMENT]),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=4), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=400, deadline=None)
@given(some.sampled_from(sorted(SAMPLES)), some.data())
def test_whatever_is_sent_for_a_term_is_taken_or_refused_never_a_fault(act: str, data: some.DataObject) -> None:
    name = data.draw(some.sampled_from(sorted(catalogue()[act].terms)))
    try:
        draft(act, dict(SAMPLES[act]) | {name: data.draw(JUNK)})
    except LedgerError:
        return
