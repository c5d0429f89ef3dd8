"""Composing: what people leave out is filled in, what they refer to is counted, and what is wrong is named."""

from typing import Any

import pytest
import rfc8785
from eth_hash.auto import keccak

from ledger_api.domain import ids, subjects
from ledger_api.domain.commitments import Commitment
from ledger_api.domain.errors import InTheWay, LedgerError, NotFound, NotNow, NotUnderstood, Refused
from ledger_api.domain.progress import Progress
from ledger_api.domain.readings import RELATIVE
from ledger_api.domain.words import Algorithm, Head, Licence, Officer, Party, PartyStatus, Power, Role
from ledger_api.index import views
from ledger_api.ports.chain import NodeUnreachable
from tests.contracts.burdened import Orders, court
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Stage
from tests.ledger_api.filings.conftest import CONTENT, DOCUMENT, Acts, application
from tests.ledger_api.filings.office import Office
from tests.ledger_api.story import grant

FAR = "2031-01-01T00:00:00+08:00"


def decoded(office: Office, filing: str, act: int = 0) -> dict[str, Any]:
    return dict(office.composer.codec.decode_act(office.find(filing).acts[act].data).args)


# -------------------------------------------------------------------- filling in


def test_an_application_needs_only_content_and_applicant(office: Office, cast: Cast) -> None:
    holder = f"P-{cast.holder.number}"
    acts = [
        ("open", {"content": CONTENT, "applicant": holder}),
        ("submit", {"content": CONTENT, "first_applicant": holder} | application(cast)),
    ]
    draft = office.draft(acts, [cast.holder.one])
    args = decoded(office, draft.id, 1)
    assert args["entry"] == subjects.entry_id(Algorithm.SHA256, bytes.fromhex("ab" * 32), cast.holder.number)
    assert args["folio"]["applicant"] == cast.holder.number


def test_the_content_of_a_known_entry_is_filled_in(office: Office, stage: Stage, cast: Cast) -> None:
    procedure = Procedure(stage, cast).opened()
    office.indexer.catch_up()
    draft = office.draft([("submit", {"entry": ids.entry_id(procedure.entry)} | application(cast))], [cast.holder.one])
    args = decoded(office, draft.id)
    assert args["entry"] == procedure.entry
    assert subjects.entry_id(args["folio"]["alg"], args["folio"]["root"], args["folio"]["applicant"]) == procedure.entry
    office.sign(draft.id, [cast.holder.one])
    assert office.submit(draft.id).status == 202


@pytest.fixture
def licensed(office: Office, stage: Stage, cast: Cast) -> tuple[bytes, int]:
    """An entry registered, with one ordinary licence; and that licence's number."""
    procedure = Procedure(stage, cast).registered()
    number = grant(procedure, cast.maker, "2026-12-31", purposes=2)  # type: ignore[arg-type]
    office.indexer.catch_up()
    return procedure.entry, number


def licence(entry: bytes, cast: Cast, **terms: Any) -> dict[str, Any]:
    usual = {
        "entry": ids.entry_id(entry),
        "recorder": f"P-{cast.exchange.number}",
        "licensee": f"P-{cast.buyer.number}",
        "kind": "EXCLUSIVE",
        "start": "2026-09-01",
        "end": "2026-12-31",
        "actions": ["READ"],
        "purposes": ["STAGE_PERFORMANCE"],
        "template": "GF_2025_2615",
        "contract": "keccak256:" + "11" * 32,
        "policy": {"permission": [{"action": "read"}]},
        "withheld": {"fee": "10.00"},
    }
    return usual | terms


def granting(cast: Cast) -> list[Any]:
    return [cast.holder.one, cast.buyer.one, cast.exchange.recorder]


def test_lists_that_must_be_complete_are_filled_in(office: Office, cast: Cast, licensed: tuple[bytes, int]) -> None:
    entry, number = licensed
    draft = office.draft([("grant", licence(entry, cast))], granting(cast))
    assert decoded(office, draft.id)["licences"] == (number,)
    assert decoded(office, draft.id)["burdens"] == ()
    office.sign(draft.id, granting(cast))
    assert office.submit(draft.id).status == 202
    office.carry()
    again = office.draft([("grant", licence(entry, cast, purposes=["TEACHING"]))], granting(cast))
    assert len(decoded(office, again.id)["burdens"]) == 1  # the exclusive licence lies on the entry now


def test_a_court_order_that_waits_is_listed_like_any_burden(office: Office, stage: Stage, cast: Cast) -> None:
    """Rules 49, 114: it is not closed, and the ledger counts it."""
    orders = Orders(Procedure(stage, cast).registered(), court(stage, cast, "A"), court(stage, cast, "B"))
    clause, first = orders.clause_number(), orders.imposed()
    second = orders.imposed(order=orders.order(orders.other))
    stage.chain.seal()
    office.indexer.catch_up()
    asked = ("promote", {"entry": ids.entry_id(orders.entry), "burden": second})
    assert decoded(office, office.draft([asked], [cast.holder.one]).id)["burdens"] == (clause, first, second)
    with office.store.read() as connection:
        assert views.unclosed_burdens(connection, views.moment(connection), orders.entry) == (clause, first, second)


def test_an_ordinary_licence_lists_no_licences(office: Office, cast: Cast, licensed: tuple[bytes, int]) -> None:
    draft = office.draft([("grant", licence(licensed[0], cast, kind="NON_EXCLUSIVE"))], granting(cast))
    assert decoded(office, draft.id)["licences"] == ()


def test_a_conflicting_licence_is_refused_naming_what_stands_in_the_way(
    office: Office, cast: Cast, licensed: tuple[bytes, int]
) -> None:
    entry, number = licensed
    overlapping = licence(entry, cast, purposes=["MODEL_TRAINING"])
    draft = office.ready([("grant", overlapping)], granting(cast))
    answer = office.submit(draft.id)
    assert (answer.status, answer.body["code"]) == (422, "exclusivity-conflict")
    assert answer.body["blocking"] == [ids.dependant_id(entry, number)]
    assert office.find(draft.id).state is Progress.REFUSED


def test_a_pin_takes_the_edition_of_now(office: Office, stage: Stage, cast: Cast, licensed: tuple[bytes, int]) -> None:
    entry, _ = licensed
    draft = office.draft([("pin", {"entry": ids.entry_id(entry)})], [cast.holder.one])
    assert decoded(office, draft.id)["edition"] == stage.word(Head, entry).edition


def test_what_narrowing_does_not_name_stays(
    office: Office, stage: Stage, cast: Cast, licensed: tuple[bytes, int]
) -> None:
    entry, number = licensed
    narrower = {
        "entry": ids.entry_id(entry),
        "licence": number,
        "end": "2026-10-31",
        "template": "GF_2025_2615",
        "contract": "keccak256:" + "22" * 32,
        "policy": "keccak256:" + "33" * 32,
    }
    before = stage.word(Licence, entry, number)
    office.done([("narrow", narrower)], [cast.holder.one, cast.maker.one])
    after = stage.word(Licence, entry, number)
    assert (after.licensee, after.start, after.purposes, after.actions) == (
        before.licensee,
        before.start,
        before.purposes,
        before.actions,
    )
    assert after.end == before.end - 61


def test_amending_a_party_keeps_what_is_not_named(office: Office, stage: Stage, cast: Cast) -> None:
    before = stage.word(Party, cast.maker.number)
    amended = {"party": f"P-{cast.maker.number}", "status": "SUSPENDED", "reason": DOCUMENT}
    office.done([("amend", amended)], list(cast.operator.both))
    after = stage.word(Party, cast.maker.number)
    assert (after.roles, after.kyc_until, after.status) == (before.roles, before.kyc_until, PartyStatus.SUSPENDED)


# -------------------------------------------------------------------- references within a filing


def admission(name: str = "示例机器人(虚构)", **terms: Any) -> dict[str, Any]:
    usual = {
        "name": name,
        "kind": "LEGAL_PERSON",
        "roles": ["MERCHANT"],
        "kyc_until": FAR,
        "identifier": "91330100" + name[:4],
        "certificate": "keccak256:" + "44" * 32,
    }
    return usual | terms


def binding(signer: int, party: str = "#1", **terms: Any) -> dict[str, Any]:
    usual = {
        "party": party,
        "signer": "0x" + signer.to_bytes(20).hex(),
        "person": "sha256:" + signer.to_bytes(32).hex(),
        "powers": ["ACCEPT", "FILE"],
        "until": FAR,
        "certificate": DOCUMENT,
    }
    return usual | terms


def test_one_filing_admits_a_party_and_binds_its_officers(office: Office, stage: Stage, cast: Cast) -> None:
    acts = [("admit", admission()), ("bind", binding(0xA1)), ("bind", binding(0xB2)), ("accredit", accreditation("#1"))]
    line = stage.book_line
    done = office.done(acts, list(cast.operator.both))
    party, first, second = line + 1, line + 2, line + 3
    assert stage.word(Party, party).roles == Role.MERCHANT
    assert stage.word(Officer, first).party == stage.word(Officer, second).party == party
    assert stage.word(Officer, first).powers == Power.ACCEPT | Power.FILE
    assert "第 1 项" in done.acts[1].sentence["zh"]
    assert "act 1" in done.acts[1].sentence["en"]


def accreditation(party: str) -> dict[str, Any]:
    return {
        "party": party,
        "kind": "EXCHANGE",
        "status": "ACTIVE",
        "from": "2026-01-01T00:00:00+08:00",
        "until": FAR,
        "authority": "P-1",
        "certificate": DOCUMENT,
    }


def test_a_name_that_was_filed_is_known_afterwards(office: Office, stage: Stage, cast: Cast) -> None:
    line = stage.book_line
    office.done([("admit", admission("一隅示例(虚构)")), ("bind", binding(0xA1))], list(cast.operator.both))
    amended = {"party": f"P-{line + 1}", "status": "SUSPENDED", "reason": DOCUMENT}
    draft = office.draft([("amend", amended)], list(cast.operator.both))
    assert f"一隅示例(虚构) (P-{line + 1})" in draft.acts[0].sentence["zh"]


def test_a_case_may_be_withdrawn_in_the_filing_that_made_it(office: Office, cast: Cast, opening: Acts) -> None:
    acts = [*opening, ("withdrawCase", {"entry": "#1", "case": "#2"})]
    draft = office.draft(acts, [cast.holder.one])
    assert decoded(office, draft.id, 2)["number"] == RELATIVE | 1
    office.sign(draft.id, [cast.holder.one])
    office.submit(draft.id)
    office.carry()
    assert office.find(draft.id).state is Progress.FINAL


@pytest.mark.parametrize("reference", ["#0", "#1", "#2", "#9", "#x", "#", "#-1", "#2\u0662"])
def test_a_reference_to_what_no_earlier_act_makes_is_refused(office: Office, cast: Cast, reference: str) -> None:
    holder = f"P-{cast.holder.number}"
    acts = [
        ("open", {"content": CONTENT, "applicant": holder}),
        ("withdrawCase", {"entry": "#1", "case": reference}),
    ]
    with pytest.raises(NotUnderstood) as caught:
        office.draft(acts, [cast.holder.one])
    assert caught.value.code == "reference-not-valid"


def test_a_party_made_in_the_filing_may_only_stand_where_the_ledger_looks_for_it(office: Office, cast: Cast) -> None:
    acts = [("admit", admission()), ("amend", {"party": "#1", "status": "SUSPENDED", "reason": DOCUMENT})]
    with pytest.raises(NotUnderstood):
        office.draft(acts, list(cast.operator.both))


# -------------------------------------------------------------------- withheld and public


def test_a_withheld_record_is_committed_to_and_shown_to_those_it_concerns(
    office: Office, cast: Cast, opening: Acts
) -> None:
    draft = office.draft(opening, [cast.holder.one])
    root = decoded(office, draft.id, 1)["application"]
    for party in (cast.holder, cast.registrar):
        (record,) = office.composer.records(draft.id, party.number)
        assert record.act == 2
        assert record.commitment.fields == {"price": "120000.00", "contact": "演示"}
        assert Commitment.of(record.commitment.fields, record.commitment.salt).root == root
    assert office.composer.records(draft.id, cast.buyer.number) == ()
    assert "120000" not in str(draft.acts)


def test_a_party_whose_key_was_erased_can_read_nothing_any_more(office: Office, cast: Cast, opening: Acts) -> None:
    draft = office.draft(opening, [cast.holder.one])
    with office.store.begin() as unit:
        office.vault.forget(unit.connection, cast.holder.number)
    assert office.composer.records(draft.id, cast.holder.number) == ()
    assert office.composer.records(draft.id, cast.registrar.number)


@pytest.mark.parametrize("field", ["name", "identifier"])
def test_nothing_of_a_natural_person_goes_on_chain_in_a_form_that_can_be_guessed(
    office: Office, cast: Cast, field: str
) -> None:
    hidden = {"name": "keccak256:" + "55" * 32, "identifier": "keccak256:" + "66" * 32}
    person = admission(kind="NATURAL_PERSON") | hidden
    office.draft([("admit", person)], list(cast.operator.both))
    with pytest.raises(Refused) as caught:
        office.draft([("admit", person | {field: "张三"})], list(cast.operator.both))
    assert caught.value.code == "personal-data"


def test_digests_of_one_act_must_be_of_one_algorithm(office: Office, cast: Cast) -> None:
    with pytest.raises(NotUnderstood) as caught:
        office.draft([("admit", admission(certificate=DOCUMENT))], list(cast.operator.both))
    assert caught.value.code == "digests-disagree"


# -------------------------------------------------------------------- what is wrong is named


@pytest.mark.parametrize(
    "change, code, field",
    [
        ({"licencee": 1}, "unknown-field", "acts[0].licencee"),
        ({"registrar": None}, "missing-field", "acts[0].registrar"),
        ({"registrar": "杭州"}, "id-malformed", None),
        ({"rights": ["OWN"]}, "value-not-valid", "acts[0].rights"),
        ({"form": "THING"}, "value-not-valid", "acts[0].form"),
        ({"terms": {"HOLD": "soon"}}, "value-not-valid", "acts[0].terms.HOLD"),
        ({"waive_notice": "yes"}, "value-not-valid", "acts[0].waive_notice"),
        ({"application": {"price": 1.5}}, "value-not-valid", "acts[0].application.price"),
        ({"application": {}}, "missing-field", "acts[0].application"),
        ({"entry": "E-0000000000000"}, "entry-unknown", "acts[0].entry"),
        ({"entry": "E-1"}, "id-malformed", None),
        ({"name": ""}, "value-not-valid", "acts[0].name"),
        ({"content": CONTENT[:-1]}, "value-not-valid", "acts[0].content"),
    ],
)
def test_a_wrong_term_is_refused_by_its_name(
    office: Office, cast: Cast, change: dict[str, Any], code: str, field: str | None
) -> None:
    terms = {"content": CONTENT, "first_applicant": f"P-{cast.holder.number}"} | application(cast) | change
    with pytest.raises(LedgerError) as caught:
        office.draft(
            [("submit", {name: value for name, value in terms.items() if value is not None})], [cast.holder.one]
        )
    assert caught.value.code == code
    if field:
        assert caught.value.details["field"] == field


def test_signatories_must_be_officers_that_there_are(office: Office, cast: Cast, opening: Acts) -> None:
    from tests.contracts.stage import Officer as Signer

    with pytest.raises(NotFound) as caught:
        office.draft(opening, [Signer(4000, cast.holder.one.account)])
    assert caught.value.details == {"id": "O-4000"}
    for wrong in ([], [cast.holder.one] * 2):
        with pytest.raises(NotUnderstood):
            office.draft(opening, wrong)


def test_a_deadline_must_lie_ahead_but_not_too_far(office: Office, stage: Stage, cast: Cast, opening: Acts) -> None:
    for wrong in (stage.now - 1, stage.now + 59, stage.now + 30 * 86_400 + 1):
        with pytest.raises(NotUnderstood) as caught:
            office.draft(opening, [cast.holder.one], deadline=wrong)
        assert caught.value.code == "deadline-not-valid"
    assert office.draft(opening, [cast.holder.one], deadline=stage.now + 60).filing.deadline == stage.now + 60


# -------------------------------------------------------------------- numbers


def test_numbers_are_handed_out_lowest_first_and_come_back_when_a_draft_is_dropped(
    office: Office, stage: Stage, cast: Cast, opening: Acts
) -> None:
    free = stage.next_nonce(cast.holder.one.number)
    drafts = [office.draft(opening, [cast.holder.one]) for _ in range(3)]
    assert [each.filing.nonce for each in drafts] == [free, free + 1, free + 2]
    from tests.ledger_api.filings.office import ALL

    office.composer.discard(drafts[1].id, ALL)
    assert office.find(drafts[1].id).state is Progress.DISCARDED
    assert office.draft(opening, [cast.holder.one]).filing.nonce == free + 1
    assert office.draft(opening, [cast.holder.one]).filing.nonce == free + 3


def test_a_number_another_filing_has_is_refused_naming_it(office: Office, cast: Cast, opening: Acts) -> None:
    first = office.draft(opening, [cast.holder.one])
    with pytest.raises(InTheWay) as caught:
        office.draft(opening, [cast.holder.one], nonce=first.filing.nonce)
    assert (caught.value.code, caught.value.blocking) == ("nonce-reserved", (first.id,))


def test_a_number_used_on_chain_without_us_is_passed_over(
    office: Office, stage: Stage, cast: Cast, opening: Acts
) -> None:
    free = stage.next_nonce(cast.holder.one.number)
    stage.file([cast.holder.one], [("open", 2, bytes.fromhex("99" * 32), cast.holder)], nonce=free)
    assert office.draft(opening, [cast.holder.one]).filing.nonce == free + 1
    with pytest.raises(Refused) as caught:
        office.draft(opening, [cast.holder.one], nonce=free)
    assert caught.value.code == "nonce-used"


# -------------------------------------------------------------------- the national system

RECEIPT = {"reference": "GJ-2026-000001", "received_at": "2026-08-20T09:30:00+08:00", "document": "sha256:" + "ab" * 32}


def test_what_the_national_system_answered_stands_in_the_sentence_both_signers_read(
    office: Office, stage: Stage, cast: Cast
) -> None:
    procedure = Procedure(stage, cast).in_notice()
    office.indexer.catch_up()
    terms = {
        "entry": ids.entry_id(procedure.entry),
        "case": procedure.number,
        "until": "2031-08-19",
        "national": RECEIPT,
    }
    draft = office.draft([("anchor", terms)], [cast.registrar.reviewer, cast.registrar.approver])
    act = office.find(draft.id).acts[0]
    canonical = rfc8785.dumps(RECEIPT)
    assert decoded(office, draft.id)["national"] == keccak(canonical)
    assert "GJ-2026-000001" in act.sentence["zh"]
    assert "GJ-2026-000001" in act.sentence["en"]


@pytest.mark.parametrize("field", ["reference", "received_at", "document"])
def test_an_acknowledgement_must_be_complete(office: Office, stage: Stage, cast: Cast, field: str) -> None:
    procedure = Procedure(stage, cast).in_notice()
    office.indexer.catch_up()
    receipt = {name: value for name, value in RECEIPT.items() if name != field}
    terms = {
        "entry": ids.entry_id(procedure.entry),
        "case": procedure.number,
        "until": "2031-08-19",
        "national": receipt,
    }
    with pytest.raises(NotUnderstood) as refused:
        office.draft([("anchor", terms)], [cast.registrar.reviewer, cast.registrar.approver])
    assert refused.value.details["field"].endswith(f"national.{field}")


def test_when_the_node_cannot_say_which_numbers_are_used_nothing_is_composed(
    office: Office, cast: Cast, opening: Acts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(*_: object) -> int:
        raise NodeUnreachable("no answer")

    monkeypatch.setattr(office.chain, "storage", silent)
    with pytest.raises(NotNow) as caught:
        office.draft(opening, [cast.holder.one])
    assert caught.value.code == "node-unreachable"
