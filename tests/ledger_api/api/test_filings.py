from typing import Any

import pytest

from ledger_api.domain.ids import entry_id
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Stage
from tests.ledger_api.api.conftest import CONTENT
from tests.ledger_api.api.counter import Counter, problem


@pytest.fixture
def opening(cast: Cast) -> dict[str, Any]:
    """A filing that opens an entry."""
    applicant = f"P-{cast.holder.number}"
    return {
        "signatories": [f"O-{cast.holder.one.number}"],
        "acts": [{"act": "open", "args": {"content": CONTENT, "applicant": applicant}}],
    }


@pytest.fixture
def draft(counter: Counter, cast: Cast, opening: dict[str, Any]) -> dict[str, Any]:
    """It, composed."""
    return counter.compose("/v1/filings", opening, cast.holder)


def seal(draft: dict[str, Any], cast: Cast) -> dict[str, str]:
    """The holder's signature."""
    signature = cast.holder.one.seal(bytes.fromhex(draft["digest"][2:]))
    return {"officer": f"O-{cast.holder.one.number}", "seal": "0x" + signature.hex()}


def test_an_application_goes_from_draft_to_final_over_http(
    counter: Counter, cast: Cast, case_body: dict[str, Any]
) -> None:
    final = counter.done("/v1/cases", case_body, [cast.holder.one], cast.holder)
    made = [each["id"] for each in final["made"]]
    assert len(made) == 2
    assert made[1] == f"{made[0]}/2"
    case = counter.get(f"/v1/cases/{made[0]}/2").json()
    assert (case["state"], case["clock"]["code"]) == ("SUBMITTED", "acceptance")
    assert final["landed"]["block"] == case["as_of"]["block"]


def test_a_final_filing_names_what_it_made_on_an_entry(counter: Counter, stage: Stage, cast: Cast) -> None:
    """By the number that later acts take; what is only changed was made before."""
    folio = Procedure(stage, cast).registered().entry
    stage.chain.seal()
    counter.office.indexer.catch_up()
    document = {"document": "keccak256:" + "cd" * 32}
    clause = {
        "entry": entry_id(folio),
        "beneficiary": f"P-{cast.second.number}",
        "rights": ["USE"],
        "effects": ["PLEDGE"],
    }
    body = {"acts": [{"act": "registerClause", "args": clause | document}]}
    (made,) = counter.done("/v1/filings", body, [cast.holder.one], cast.holder)["made"]
    number = stage.journal(folio).lines
    assert made == {"id": f"{entry_id(folio)}/{number}", "line": "ClauseRegistered"}
    given_up = {"acts": [{"act": "giveUp", "args": {"entry": clause["entry"], "burden": number} | document}]}
    assert counter.done("/v1/filings", given_up, [cast.second.one], cast.second)["made"] == []


def test_a_draft_says_what_will_be_signed_and_by_whom(draft: dict[str, Any], cast: Cast, counter: Counter) -> None:
    assert draft["state"] == "draft"
    assert draft["signatories"] == [{"officer": f"O-{cast.holder.one.number}", "signed": False}]
    assert draft["typed_data"]["domain"]["chainId"] == counter.office.manifest.chain_id
    assert CONTENT in draft["sentences"][0]["zh"]
    assert CONTENT in draft["sentences"][0]["en"]
    assert counter.get(f"/v1/filings/{draft['id']}", cast.holder).json() == draft


def test_a_draft_is_answered_with_its_address(counter: Counter, cast: Cast, opening: dict[str, Any]) -> None:
    answer = counter.post("/v1/filings", opening, cast.holder)
    assert answer.headers["location"] == f"/v1/filings/{answer.json()['id']}"


def test_the_same_key_and_body_give_the_same_draft(counter: Counter, cast: Cast, opening: dict[str, Any]) -> None:
    first = counter.post("/v1/filings", opening, cast.holder, key="once")
    again = counter.post("/v1/filings", opening, cast.holder, key="once")
    assert again.json() == first.json()
    assert (first.headers.get("idempotency-replayed"), again.headers["idempotency-replayed"]) == (None, "true")


def test_the_same_key_with_another_body_is_refused(counter: Counter, cast: Cast, opening: dict[str, Any]) -> None:
    counter.post("/v1/filings", opening, cast.holder, key="once")
    other = opening | {"nonce": 9}
    problem(counter.post("/v1/filings", other, cast.holder, key="once"), 422, "key-reused")


def test_two_parties_may_draw_the_same_key(counter: Counter, cast: Cast, opening: dict[str, Any]) -> None:
    counter.post("/v1/filings", opening, cast.holder, key="once")
    theirs = opening | {"signatories": [f"O-{cast.second.one.number}"]}
    assert counter.post("/v1/filings", theirs, cast.second, key="once").status_code == 201


def test_a_key_still_at_work_is_told_to_wait(counter: Counter, cast: Cast, opening: dict[str, Any]) -> None:
    from ledger_api.filings.answers import Keyed

    tenant = f"P-{cast.holder.number}"
    with counter.office.answers.turn(Keyed(tenant, "POST /v1/filings", "once", bytes(32))):
        problem(counter.post("/v1/filings", opening, cast.holder, key="once"), 409, "still-processing")


def test_a_post_without_a_key_is_refused(counter: Counter, cast: Cast, opening: dict[str, Any]) -> None:
    headers = {"Authorization": f"Bearer {counter.key(cast.holder.number)}"}
    problem(counter.client.post("/v1/filings", json=opening, headers=headers), 400, "idempotency-key-missing")
    spaced = headers | {"Idempotency-Key": "two words"}
    problem(counter.client.post("/v1/filings", json=opening, headers=spaced), 400, "key-malformed")


def test_a_signature_makes_a_filing_ready_and_is_shown(counter: Counter, cast: Cast, draft: dict[str, Any]) -> None:
    answer = counter.post(f"/v1/filings/{draft['id']}/signatures", seal(draft, cast), cast.holder)
    assert answer.json()["state"] == "ready"
    assert answer.json()["signatories"][0]["signed"]


def test_a_submission_is_answered_once_and_for_all(counter: Counter, cast: Cast, draft: dict[str, Any]) -> None:
    counter.sign(draft["id"], [cast.holder.one], cast.holder)
    first = counter.post(f"/v1/filings/{draft['id']}/submit", None, cast.holder, key="once")
    assert (first.status_code, first.json()["state"]) == (202, "accepted")
    counter.office.carry()
    again = counter.post(f"/v1/filings/{draft['id']}/submit", None, cast.holder, key="once")
    assert (again.status_code, again.json()) == (202, first.json())


def test_waiting_for_what_is_final_answers_201_with_the_block(
    counter: Counter, cast: Cast, draft: dict[str, Any]
) -> None:
    counter.sign(draft["id"], [cast.holder.one], cast.holder)
    counter.post(f"/v1/filings/{draft['id']}/submit", None, cast.holder, key="once")
    counter.office.carry()
    answer = counter.post(f"/v1/filings/{draft['id']}/submit", None, cast.holder, key="once", Prefer="wait=5")
    assert (answer.status_code, answer.json()["state"]) == (201, "final")
    assert answer.headers["preference-applied"] == "wait=5"
    assert answer.json()["landed"]["block"] > 0


def test_who_waits_in_vain_is_answered_202(counter: Counter, cast: Cast, draft: dict[str, Any]) -> None:
    counter.sign(draft["id"], [cast.holder.one], cast.holder)
    answer = counter.post(f"/v1/filings/{draft['id']}/submit", None, cast.holder, Prefer="respond-async, wait=1")
    assert answer.status_code == 202
    assert "preference-applied" not in answer.headers


def test_what_the_register_refuses_is_kept_and_replayed(counter: Counter, cast: Cast, opening: dict[str, Any]) -> None:
    acts = [{"act": "open", "args": {"content": CONTENT, "applicant": f"P-{cast.second.number}"}}]
    draft = counter.compose("/v1/filings", opening | {"acts": acts}, cast.holder)
    counter.sign(draft["id"], [cast.holder.one], cast.holder)
    first = counter.post(f"/v1/filings/{draft['id']}/submit", None, cast.holder, key="once")
    told = problem(first, 422, "assent-missing")
    assert told["instance"] == f"/v1/filings/{draft['id']}"
    assert told["trace_id"] == first.headers["trace-id"]
    again = counter.post(f"/v1/filings/{draft['id']}/submit", None, cast.holder, key="once")
    assert again.json() == told
    now = counter.get(f"/v1/filings/{draft['id']}", cast.holder).json()
    assert (now["state"], now["error"]["code"], now["may_still_land"]) == ("refused", "assent-missing", True)


def test_a_filing_without_all_seals_is_not_accepted(counter: Counter, cast: Cast, draft: dict[str, Any]) -> None:
    told = problem(counter.post(f"/v1/filings/{draft['id']}/submit", None, cast.holder), 409, "seals-missing")
    assert told["blocking"] == [f"O-{cast.holder.one.number}"]


def test_a_draft_is_dropped_once_and_dropping_it_again_changes_nothing(
    counter: Counter, cast: Cast, draft: dict[str, Any]
) -> None:
    headers = {"Authorization": f"Bearer {counter.key(cast.holder.number)}"}
    for _ in range(2):
        assert counter.client.delete(f"/v1/filings/{draft['id']}", headers=headers).status_code == 204
    assert counter.get(f"/v1/filings/{draft['id']}", cast.holder).json()["state"] == "discarded"


def test_a_withdrawal_is_a_filing_about_a_filing(counter: Counter, cast: Cast, draft: dict[str, Any]) -> None:
    counter.sign(draft["id"], [cast.holder.one], cast.holder)
    counter.done(f"/v1/filings/{draft['id']}/withdraw", {}, [cast.holder.one], cast.holder)
    assert counter.get(f"/v1/filings/{draft['id']}", cast.holder).json()["state"] == "withdrawn"


def test_filings_are_listed_newest_first_in_pages_and_by_state(
    counter: Counter, cast: Cast, opening: dict[str, Any]
) -> None:
    made = [counter.compose("/v1/filings", opening, cast.holder)["id"] for _ in range(5)]
    counter.sign(made[0], [cast.holder.one], cast.holder)
    first = counter.get("/v1/filings", cast.holder, limit=3).json()
    second = counter.get("/v1/filings", cast.holder, limit=3, after=first["next"]).json()
    assert [each["id"] for each in (*first["data"], *second["data"])] == made[::-1]
    assert (first["has_more"], second["has_more"], second["next"]) == (True, False, None)
    ready = counter.get("/v1/filings", cast.holder, state="ready").json()["data"]
    assert [each["id"] for each in ready] == made[:1]


def test_withheld_fields_are_opened_to_signers_before_they_sign(
    counter: Counter, cast: Cast, case_body: dict[str, Any]
) -> None:
    body = case_body | {"signatories": [f"O-{cast.holder.one.number}"]}
    draft = counter.compose("/v1/cases", body, cast.holder)
    assert "120000.00" not in str(draft)
    for player in (cast.holder, cast.registrar):
        (record,) = counter.get(f"/v1/filings/{draft['id']}/openings", player).json()["data"]
        assert {each["field"]: each["value"] for each in record["fields"]} == case_body["application"]
        assert record["root"][2:] in draft["acts"][record["act"] - 1]["data"]


def test_opened_fields_go_into_the_evidence_of_those_they_concern(
    counter: Counter, cast: Cast, case_body: dict[str, Any]
) -> None:
    made = counter.done("/v1/cases", case_body, [cast.holder.one], cast.holder)["made"]
    path = f"/v1/entries/{made[0]['id']}/evidence"
    (opened,) = counter.get(path, cast.registrar, openings="true").json()["openings"]
    assert (opened["act"], len(opened["fields"])) == (2, 2)
    assert "openings" not in counter.get(path, cast.registrar).json()
    assert "openings" not in counter.get(path, cast.maker, openings="true").json()
    problem(counter.get(path, openings="true"), 401, "key-missing")


def test_the_moment_of_an_act_may_not_be_backdated(
    counter: Counter, cast: Cast, stage: Stage, opening: dict[str, Any]
) -> None:
    acts = [opening["acts"][0] | {"at": "2026-07-20T09:00:00+08:00"}]
    draft = counter.compose("/v1/filings", opening | {"acts": acts}, cast.holder)
    counter.sign(draft["id"], [cast.holder.one], cast.holder)
    answer = counter.post(f"/v1/filings/{draft['id']}/submit", None, cast.holder)
    problem(answer, 422, "legal-time-too-old")
