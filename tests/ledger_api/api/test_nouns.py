"""What stands at an entry over HTTP: told as it is recorded, as of what was known, on the day asked about, to whom it concerns."""

from dataclasses import dataclass, fields
from typing import Any

import pytest

from ledger_api.api.nouns import NOUNS
from ledger_api.api.schemas.recorded import NUMBERS, OFFICERS, shape_of
from ledger_api.api.schemas.refs import PartyRef
from ledger_api.auth.roles import AccessRole, Scope
from ledger_api.domain.ids import dependant_id, entry_id
from ledger_api.domain.packing import Word
from ledger_api.domain.words import (
    ConsentMode,
    Delivery,
    Effect,
    Envelope,
    EnvelopeState,
    Guarantee,
    Purpose,
)
from ledger_api.index.project import INVOLVED
from ledger_api.store import audit
from tests.contracts.attestations.reports import Reports
from tests.contracts.burdened import Orders, court
from tests.contracts.guarantees.test_guarantees import Backing
from tests.contracts.later import Later
from tests.contracts.loans import Lenders, Loans
from tests.contracts.procedure import Procedure
from tests.contracts.shelves import Shelf
from tests.contracts.stage import Cast, Player, Stage
from tests.contracts.stage.stage import day
from tests.ledger_api.api.counter import Counter, problem

SHOWN = sorted(
    {word for noun in NOUNS.values() if noun.view for word in noun.view.words}, key=lambda word: word.__name__
)


@dataclass(frozen=True)
class Deal:
    """The loan of SC1 with all that hangs on it (演示)."""

    loans: Loans
    security: int
    guarantee: int
    report: int
    listing: int
    transfer: int
    recorded: int
    """The block in which the security was recorded, and nothing after."""
    matter: bytes

    @property
    def entry(self) -> str:
        """As paths name it."""
        return entry_id(self.loans.entry)

    def path(self, noun: str, number: int) -> str:
        """Of one thing."""
        return f"/v1/{noun}/{self.entry}/{number}"


@pytest.fixture
def deal(stage: Stage, cast: Cast, counter: Counter) -> Deal:
    """Recorded on 31 August, perfected on 5 September; a product listed, a transfer applied for; indexed."""
    loans = Loans(Procedure(stage, cast).registered("2026-08-20"), Lenders.on(stage, cast))
    report = Reports.on(stage, cast, loans.case).attested()
    stage.on("2026-08-31")
    security = loans.recorded(guarantor=loans.lenders.guarantor, debt={"valuation": report})
    recorded = stage.chain.number
    guarantee = Backing(loans).bound(security)
    stage.on("2026-09-05")
    loans.perfected(security)
    orders = Orders(loans.case, court(stage, cast, "court A"), court(stage, cast, "court B"))
    envelope = Envelope(
        state=EnvelopeState.SET,
        mode=tuple(
            ConsentMode.PRE_APPROVED if each is Effect.LICENCE_ORDINARY else ConsentMode.FORBID for each in Effect
        )[:8],  # type: ignore[arg-type]
        months=12,
        cap=20,
        purposes=Purpose.RESEARCH,
        kinds=1,  # type: ignore[arg-type]
        until=day("2027-08-31"),
    )
    by = [loans.lenders.bank.one]
    orders.envelope(security, envelope, by=by)
    matter = b"\x05" * 32
    orders.request(security, matter)
    listing = Shelf.over(loans.case).listed()
    later = Later(loans.case)
    later.transfer()
    stage.chain.seal()
    counter.office.indexer.catch_up()
    return Deal(loans, security, guarantee, report, listing, later.case.number, recorded, matter)


def told(counter: Counter, path: str, by: Player | None = None, **query: Any) -> dict[str, Any]:
    answer = counter.get(path, by, **query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def party(player: Player) -> str:
    return f"P-{player.number}"


def test_a_security_is_never_called_registered_before_it_is_published(counter: Counter, deal: Deal) -> None:
    """Rules 9, 67, SC1: 链上备案 with no rank, then 法定公示 with one; as of what was known, and on the day."""
    path = f"/v1/entries/{deal.entry}/securities"
    bank = deal.loans.lenders.bank
    (then,) = told(counter, path, bank, as_of=str(deal.recorded))["data"]
    (looked_back,) = told(counter, path, bank, on="2026-09-01")["data"]
    (now,) = told(counter, path, bank)["data"]
    for before in (then, looked_back):
        assert before["label"] == {"code": "LEDGER_RECORD", "terms": {"zh": "链上备案", "en": "Recorded on the ledger"}}
        assert (before["status"], before["rank"]["places"], before["filed_at"]) == ("recorded", [], None)
    assert "登记" not in then["label"]["terms"]["zh"]
    assert then["recorded"]["external_filing"] is None
    assert now["label"]["terms"]["zh"] == "法定公示"
    assert (now["status"], now["rank"], now["until"]) == ("perfected", {"places": [1], "ahead": []}, "2029-09-01")
    assert now["filed_at"] == "2026-09-02T02:31:22Z"
    assert told(counter, path, as_of=str(deal.recorded - 1))["data"] == []
    problem(counter.get(deal.path("securities", deal.security), as_of=str(deal.recorded - 1)), 404, "not-found")
    flags = {each["right"]: each["overlays"] for each in told(counter, f"/v1/entries/{deal.entry}")["rights"]}
    assert flags["OPERATE"] == ["PLEDGED"]


def test_whom_a_security_concerns_reads_all_of_it_and_another_only_that_it_is_there(
    counter: Counter, cast: Cast, deal: Deal
) -> None:
    """Rules 60, 78, 122, SC1: the report for B1 shows everything, for B2 existence, rank and period."""
    lenders, path = deal.loans.lenders, deal.path("securities", deal.security)
    public = {"id", "entry", "label", "status", "rights", "rank", "filed_at", "until", "as_of"}
    for player in (lenders.bank, lenders.guarantor, cast.holder, deal.loans.registrar):
        full = told(counter, path, player)
        assert full["terms"]["creditor"]["id"] == party(lenders.bank)
        assert full["terms"]["valuation_until"] == "2027-06-29"
        assert (full["terms"]["coverage"], full["terms"]["licences_proven_exhaustive"]) == ("unknown", False)
        assert full["history"][0]["event"] == "SecurityRecorded"
        assert all(full.values())
    for stranger in (lenders.second, cast.buyer, cast.maker, None):
        seen = told(counter, path, stranger)
        assert {name for name, value in seen.items() if value is not None} == public
        (listed,) = told(counter, f"/v1/entries/{deal.entry}/securities", stranger)["data"]
        assert (listed["terms"], listed["recorded"]) == (None, None)
        for name in (party(lenders.bank), party(lenders.guarantor), "5000"):
            assert name not in str(seen | {"as_of": None})
        burden = told(counter, deal.path("burdens", deal.security), stranger)
        assert (burden["party"], burden["acknowledged_by"], burden["history"]) == (None, None, None)
        assert (burden["kind"], "TRANSFER" in burden["forbids"]) == ("SECURITY", True)
        consent = told(counter, deal.path("consents", deal.security), stranger)
        assert (consent["status"], consent["matters"], consent["recorded"]) == ("in_force", [], None)
        guaranteed = told(counter, deal.path("guarantees", deal.guarantee), stranger)
        assert (guaranteed["recorded"], guaranteed["history"], guaranteed["status"]) == (None, None, "effective")
    asked = {"signatories": [f"O-{lenders.bank.one.number}"], "document": "keccak256:" + "cd" * 32}
    problem(counter.post(f"{path}/release", asked, lenders.second), 403, "not-your-party")
    problem(counter.post(f"{path}/release", asked, None), 401, "key-missing")
    reads_nothing = counter.key(lenders.bank.number, AccessRole.BANK, scopes=[Scope.DRAFT])
    answer = counter.client.get(path, headers={"Authorization": f"Bearer {reads_nothing}"})
    assert (answer.status_code, answer.json()["terms"]) == (200, None)
    regulator = counter.key(cast.outsider.number, AccessRole.REGULATOR)
    answer = counter.client.get(path, headers={"Authorization": f"Bearer {regulator}"})
    assert answer.json()["recorded"]["debt"]["cap"] == 5_000
    with counter.office.store.read() as connection:
        kept = [(record.action, record.party) for record, _ in audit.records(connection) if record.subject in path]
    assert ("security.read", lenders.bank.number) in kept
    assert ("security.read", cast.outsider.number) in kept
    assert not {lenders.second.number, cast.buyer.number} & {number for _, number in kept}


def test_what_is_recorded_is_told_field_by_field(counter: Counter, cast: Cast, deal: Deal) -> None:
    loans, lenders, stage = deal.loans, deal.loans.lenders, deal.loans.stage
    words = told(counter, deal.path("securities", deal.security), lenders.bank)["recorded"]
    assert words.keys() == {"security", "burden", "debt", "external_filing"}
    held = loans.security(deal.security)
    assert words["security"] | {"clause": None} == {
        "state": "PERFECTED", "character": "RIGHT_PLEDGE_440_7", "claim": "ORDINARY", "purpose": "PRINCIPAL",
        "provider": "DEBTOR", "flags": ["FORFEITURE_FREE", "INCLUDES_PROCEEDS"], "clause": None, "venue": "ZDW_CAT7",
        "filed_at": "2026-09-02T02:31:22Z", "sequence": held.sequence, "until": "2029-09-01", "behind": None,
        "split_of": None, "delivered": None, "crystallised": None, "closed": None, "cancel_days": 0,
        "judged": None,
    }  # fmt: skip
    debt = words["debt"]
    assert debt["debtor"]["id"] == party(cast.holder)
    assert (debt["valuation"], debt["guarantee"]) == tuple(
        dependant_id(loans.entry, each) for each in (deal.report, deal.guarantee)
    )
    assert (debt["maturity"], debt["cap"], debt["place"]) == ("2027-08-31", 5_000, 330_100)
    assert words["external_filing"]["importer"] == f"O-{loans.registrar.reviewer.number}"
    guarantee = told(counter, deal.path("guarantees", deal.guarantee), lenders.guarantor)
    word = stage.word(Guarantee, loans.entry, deal.guarantee)
    assert (guarantee["recorded"]["guarantee"]["coverage"], word.coverage) == (8_000, 8_000)
    assert guarantee["recorded"]["guarantee"]["from"] == guarantee["start"] == "2027-09-01"
    assert guarantee["claim_alert"] is None
    report = told(counter, deal.path("attestations", deal.report))
    assert (report["status"], report["label"]["code"]) == ("active", "LEDGER_RECORD")
    assert report["recorded"]["attestation"]["headline"] == "STATED"
    listing = told(counter, deal.path("listings", deal.listing))
    assert listing["recorded"]["listing"]["delivery"] == [each.name for each in Delivery.API | Delivery.SANDBOX]
    assert (listing["status"], listing["basis_lapsed"]) == ("listed", False)
    transfer = told(counter, deal.path("transfers", deal.transfer))
    assert (transfer["transferee"]["id"], transfer["status"]) == (party(cast.second), "submitted")
    assert transfer["label"]["code"] == "LEDGER_RECORD"
    assert transfer["case"]["kind"] == "TRANSFER"
    consent = told(counter, deal.path("consents", deal.security), lenders.bank)
    envelope = consent["recorded"]["envelope"]
    assert (consent["status"], envelope["mode"]["LICENCE_ORDINARY"], envelope["cap"]) == (
        "in_force",
        "PRE_APPROVED",
        20,
    )
    (asked,) = consent["matters"]
    assert asked["matter"] == f"keccak256:{deal.matter.hex()}"
    assert (asked["status"], asked["due"], asked["requester"]["id"]) == ("requested", "2026-09-11", party(cast.holder))
    burden = told(counter, deal.path("burdens", deal.security), lenders.bank)
    assert (burden["kind"], burden["status"], burden["acknowledged_by"]["id"]) == (
        "SECURITY", "biting", party(lenders.guarantor),
    )  # fmt: skip
    assert burden == told(counter, f"/v1/entries/{deal.entry}/burdens", lenders.bank)["data"][0] | {
        "history": burden["history"], "as_of": burden["as_of"],
    }  # fmt: skip


def test_everything_is_listed_and_found_one_by_one(counter: Counter, deal: Deal) -> None:
    for name, noun in NOUNS.items():
        if noun.view is None:
            continue
        data = told(counter, f"/v1/entries/{deal.entry}/{name}", deal.loans.lenders.bank)["data"]
        assert data or name in {"sources", "leases", "enforcements"}, name  # of which this story has none
        for each in data:
            one = told(counter, f"/v1/{name}/{each['id']}", deal.loans.lenders.bank)
            assert {key: one[key] for key in each} == each
            assert one["entry"] == deal.entry
        problem(counter.get(f"/v1/{name}/{deal.entry}/999"), 404, "not-found")
        problem(counter.get(f"/v1/{name}/E-0000000000000/2"), 404, "not-found")
        problem(counter.get(f"/v1/entries/{deal.entry}/{name}", on="2099-01-01"), 400, "time-in-future")
        problem(counter.get(f"/v1/entries/{deal.entry}/{name}", color="red"), 400, "unknown-parameter")
        problem(counter.get(f"/v1/{name}/{deal.entry}/0"), 400, "value-not-valid")


def test_a_freeze_of_all_a_party_holds_is_told(counter: Counter, stage: Stage, cast: Cast) -> None:
    """Rule 115."""
    orders = Orders(Procedure(stage, cast).registered(), court(stage, cast, "court A"), court(stage, cast, "court B"))
    number = orders.restrain(cast.holder)
    stage.chain.seal()
    counter.office.indexer.catch_up()
    (freeze,) = told(counter, f"/v1/parties/{party(cast.holder)}/restraints")["data"]
    assert (freeze["number"], freeze["kind"], freeze["status"]) == (number, "COURT_ORDER", "biting")
    assert told(counter, f"/v1/parties/{party(cast.second)}/restraints")["data"] == []
    problem(counter.get("/v1/parties/P-9999/restraints"), 404, "not-found")
    rights = told(counter, f"/v1/entries/{entry_id(orders.entry)}")["rights"]
    assert all(each["overlays"] == ["FROZEN"] for each in rights)


@pytest.mark.parametrize("word", SHOWN, ids=lambda word: word.__name__)
def test_a_field_is_shown_as_what_the_table_of_words_says_it_is(word: type[Word]) -> None:
    """Days as dates, moments as times, parties and officers by their ids, nothing else as any of these."""
    shape = shape_of(word).model_fields
    assert [each.name for each in fields(word)] == list(word.FIELDS) == list(shape)  # type: ignore[arg-type]
    for name, (bits, said) in word.FIELDS.items():
        kind, field = shape[name].annotation, (word.__name__, name)
        assert shape[name].description == said
        if bits == 16:
            assert (kind == str | None) == ("day" in said) == (field not in NUMBERS), field
        if bits == 40:
            assert "unix seconds" in said or "legal time" in said, field
        if bits == 24 and kind != list[str]:
            assert (kind == PartyRef | None) == (name in INVOLVED.get(word.__name__, ())), field
            assert (field in OFFICERS) == ("officer" in said), field
            assert (field in NUMBERS) == said.startswith(("number within", "line of")), field


def test_a_noun_that_is_read_has_parties_or_is_for_everybody() -> None:
    """What is withheld is withheld by one rule."""
    withheld = {name for name, noun in NOUNS.items() if noun.view and noun.view.concerned}
    assert withheld == {"securities", "guarantees", "burdens", "consents"}
