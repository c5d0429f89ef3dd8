import re
from typing import Any

import pytest

from ledger_api.api.business import DEPENDANT, Step
from ledger_api.api.nouns import NOUNS
from ledger_api.api.routers.case_steps import CASE_STEPS, OBJECTION_STEPS
from ledger_api.api.routers.licence_steps import STEPS as LICENCE_STEPS
from ledger_api.api.routers.party_steps import OFFICER_STEPS, PARTY_STEPS
from ledger_api.api.schemas.acts import terms_of
from ledger_api.api.schemas.terms import is_required, schema_of
from ledger_api.domain.acts import catalogue
from tests.contracts.stage import Cast
from tests.ledger_api.api.conftest import DOCUMENT
from tests.ledger_api.api.counter import Counter, problem
from tests.ledger_api.api.samples import KECCAK, sample

DEPENDANT_STEPS = [
    *(("cases", step) for step in CASE_STEPS),
    *(("objections", step) for step in OBJECTION_STEPS),
    *(("licences", step) for step in LICENCE_STEPS if step.act != "narrow"),
    *((name, step) for name, noun in NOUNS.items() for step in noun.steps),
]
MAKING_STEPS = [(name, step) for name, noun in NOUNS.items() for step in noun.made]
NUMBERED_STEPS = [*(("parties", step) for step in PARTY_STEPS), *(("officers", step) for step in OFFICER_STEPS)]
HEADS = {"submit", "object", "grant", "admit", "join"}
"""Acts whose route is written by hand: it makes something."""
BY_HAND = {"open", "pin", "withdraw", "setParameters", "loadCalendar", "anchorDay", "noteBook", "handOver"}
"""Acts that a route of another name composes, or only `POST /v1/filings`: the operator's own, and a registrar's hand-over."""


@pytest.fixture
def entry(counter: Counter, cast: Cast, case_body: dict[str, Any]) -> str:
    """An entry with a case, number 2."""
    made = counter.done("/v1/cases", case_body, [cast.holder.one], cast.holder)["made"]
    return str(made[0]["id"])


def terms(step: Step, cast: Cast, place: str = DEPENDANT, entry: str = "") -> dict[str, Any]:
    """All terms of a step but those of its path, and the entry."""
    chosen = [term for term in step.terms(place) if term.name != "entry"]
    return {term.name: sample(term, cast.holder.number, cast.holder.one.number, entry) for term in chosen}


def plain(step: Step) -> str:
    """A step's name with numbers in the place of its terms."""
    return re.sub(r"\{\w+\}", "5", step.name)


def test_every_step_composes_its_act_upon_the_dependant_of_its_path(counter: Counter, cast: Cast, entry: str) -> None:
    for noun, step in DEPENDANT_STEPS:
        body = {"signatories": [f"O-{cast.holder.one.number}"]} | terms(step, cast, entry=entry)
        (act,) = counter.compose(f"/v1/{noun}/{entry}/2/{plain(step)}", body, cast.holder)["acts"]
        called = counter.office.composer.codec.decode_act(bytes.fromhex(act["data"][2:]))
        about = "licence" if "licence" in called.args else "number"  # of its own journal's acts
        assert (act["act"], called.name, called.args[about]) == (step.act, step.act, 2)
        assert [called.args[each] for each in re.findall(r"\{(\w+)\}", step.name)] == [5] * step.name.count("{")
        assert entry in act["sentence"]["zh"]


def test_every_act_that_makes_something_is_composed_upon_the_entry_of_its_body(
    counter: Counter, cast: Cast, entry: str
) -> None:
    for noun, step in MAKING_STEPS:
        body = (
            {"signatories": [f"O-{cast.holder.one.number}"]}
            | terms(step, cast, "", entry)
            | {"entry": entry, "pin": True}
        )
        path = f"/v1/{noun}/{step.name}".rstrip("/")
        pin, act = counter.compose(path, body, cast.holder)["acts"]
        assert (pin["act"], act["act"]) == ("pin", step.act)
        assert entry in act["sentence"]["zh"]


def test_every_step_composes_its_act_about_the_party_or_officer_of_its_path(counter: Counter, cast: Cast) -> None:
    for noun, step in NUMBERED_STEPS:
        named = f"P-{cast.second.number}" if noun == "parties" else f"O-{cast.second.one.number}"
        body = {"signatories": [f"O-{cast.holder.one.number}"]} | terms(step, cast, f"{noun}/{{{noun}}}")
        (act,) = counter.compose(f"/v1/{noun}/{named}/{plain(step)}", body, cast.holder)["acts"]
        assert act["act"] == step.act
        assert re.search(rf"\b{named}\b", act["sentence"]["en"])


def test_every_act_has_a_route_of_its_own_but_those_composed_by_hand() -> None:
    stepped = {step.act for _, step in (*DEPENDANT_STEPS, *MAKING_STEPS, *NUMBERED_STEPS)} | {"narrow"}
    assert stepped | HEADS | BY_HAND == catalogue().keys()
    assert not stepped & (BY_HAND | HEADS)


def test_every_kind_of_term_is_described() -> None:
    for act in catalogue().values():
        for term in act.terms.values():
            assert schema_of(term)


def test_the_catalogue_tells_what_every_act_takes(counter: Counter) -> None:
    told = {each["name"]: each for each in counter.get("/v1/acts").json()["data"]}
    assert told.keys() == catalogue().keys()
    for name, act in catalogue().items():
        assert told[name] == counter.get(f"/v1/acts/{name}").json()
        required = {each["name"] for each in told[name]["terms"] if each["required"]}
        assert required == {term.name for term in act.terms.values() if is_required(term)}


def test_a_folio_that_was_opened_before_is_not_opened_again(
    counter: Counter, cast: Cast, entry: str, case_body: dict[str, Any]
) -> None:
    body = case_body | {"signatories": [f"O-{cast.holder.one.number}"]}
    acts = counter.compose("/v1/cases", body, cast.holder)["acts"]
    assert [each["act"] for each in acts] == ["submit"]
    assert entry in acts[0]["sentence"]["en"]


def test_a_pin_stands_before_what_it_guards(counter: Counter, cast: Cast, entry: str) -> None:
    body = {"signatories": [f"O-{cast.holder.one.number}"], "pin": True, "document": DOCUMENT}
    acts = counter.compose(f"/v1/cases/{entry}/2/accept", body, cast.holder)["acts"]
    assert [each["act"] for each in acts] == ["pin", "accept"]


def test_the_legal_time_is_part_of_what_is_signed(counter: Counter, cast: Cast, entry: str) -> None:
    body = {"signatories": [f"O-{cast.holder.one.number}"], "at": "2026-08-03T09:10:00+08:00"}
    (act,) = counter.compose(f"/v1/cases/{entry}/2/withdraw", body, cast.holder)["acts"]
    called = counter.office.composer.codec.decode_act(bytes.fromhex(act["data"][2:]))
    assert called.args["at"] == 1_785_719_400
    assert "2026-08-03T01:10:00Z" in act["sentence"]["en"]


def test_a_party_is_admitted_with_its_officers_and_accreditations_in_one_filing(counter: Counter, cast: Cast) -> None:
    operator = cast.operator
    body = {
        "name": "具身智能整机厂",
        "kind": "LEGAL_PERSON",
        "roles": ["MERCHANT"],
        "kyc_until": "2030-01-01T00:00:00+08:00",
        "identifier": "91330100DEM000161T",
        "certificate": KECCAK,
        "officers": [
            {
                "signer": "0x" + f"{number:02x}" * 20,
                "person": "sha256:" + f"{number:02x}" * 32,
                "powers": ["ACCEPT"],
                "until": "2030-01-01T00:00:00+08:00",
                "certificate": KECCAK,
            }
            for number in (0xA1, 0xA2)
        ],
        "accreditations": [
            {
                "kind": "EXCHANGE",
                "status": "ACTIVE",
                "from": "2026-08-01T00:00:00+08:00",
                "until": "2030-01-01T00:00:00+08:00",
                "authority": "P-1",
                "certificate": DOCUMENT,
            }
        ],
    }
    made = counter.done("/v1/parties", body, list(operator.officers.values())[:2], operator)["made"]
    party, *officers = (each["id"] for each in made)
    told = counter.get(f"/v1/parties/{party}").json()
    assert (told["name"], told["is_live"], told["roles"]) == ("具身智能整机厂", True, ["MERCHANT"])
    assert [(each["kind"], each["in_force"]) for each in told["accreditations"]] == [("EXCHANGE", True)]
    held = counter.get(f"/v1/parties/{party}/officers").json()["data"]
    assert [each["id"] for each in held] == officers
    assert counter.get(f"/v1/officers/{officers[0]}").json()["party"] == {"id": party, "name": "具身智能整机厂"}


WRONG: list[tuple[dict[str, Any], str | None]] = [
    ({"rights": ["HOLD", "SELL"]}, "rights"),
    ({"rights": "HOLD"}, "rights"),
    ({"form": "THING"}, "form"),
    ({"registrar": "R-1"}, None),
    ({"content": "md5:00"}, "content"),
    ({"source_until": "01.03.2027"}, "source_until"),
    ({"terms": {"SELL": "2027-03-01"}}, "terms.SELL"),
    ({"application": {"price": 1.5}}, "application.price"),
]


def test_a_wrong_term_is_named_as_its_sender_knows_it(counter: Counter, cast: Cast, case_body: dict[str, Any]) -> None:
    for change, field in WRONG:
        body = case_body | change | {"signatories": [f"O-{cast.holder.one.number}"]}
        answer = counter.post("/v1/cases", body, cast.holder)
        told = answer.json()
        assert answer.status_code == 400, told
        assert told["details"].get("field") == field


def test_a_wrong_term_within_a_list_is_named_with_its_place(counter: Counter, cast: Cast) -> None:
    whole = {term.name: sample(term, cast.holder.number, 2) for term in terms_of("admit")}
    officer = {term.name: sample(term, cast.holder.number, 2) for term in terms_of("bind", without=("party",))}
    body = whole | {"officers": [officer, officer | {"powers": ["FLY"]}], "signatories": ["O-2", "O-3"]}
    told = problem(counter.post("/v1/parties", body, cast.operator), 400, "value-not-valid")
    assert told["details"]["field"] == "officers[1].powers"


def test_a_term_nobody_asked_for_is_refused_in_any_body(counter: Counter, cast: Cast, entry: str) -> None:
    body = {"signatories": [f"O-{cast.holder.one.number}"], "document": DOCUMENT, "documents": DOCUMENT}
    told = problem(counter.post(f"/v1/cases/{entry}/2/accept", body, cast.holder), 400, "unknown-field")
    assert told["details"]["field"] == "/documents"


def test_a_required_term_that_is_null_is_missing(counter: Counter, cast: Cast, entry: str) -> None:
    body = {"signatories": [f"O-{cast.holder.one.number}"], "document": None}
    told = problem(counter.post(f"/v1/cases/{entry}/2/accept", body, cast.holder), 400, "missing-field")
    assert told["details"]["field"] == "document"
