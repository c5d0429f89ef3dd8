import json

import pytest

from ledger_api.domain.ids import entry_id
from ledger_api.domain.words import Licence
from ledger_api.verifier import Pin, verify
from tests.contracts.stage import Cast, Stage
from tests.ledger_api.api.counter import Counter, problem
from tests.ledger_api.api.samples import KECCAK
from tests.ledger_api.story import CREDENTIAL, Story, tell

BEFORE = "2026-08-10T12:00:00+08:00"
AFTER = "2026-08-21T12:00:00+08:00"


@pytest.fixture
def story(stage: Stage, cast: Cast, counter: Counter) -> Story:
    """A whole registration, two licences and a dispute, by SC1's dates; indexed."""
    told = tell(stage, cast)
    stage.chain.seal()
    counter.office.indexer.catch_up()
    return told


@pytest.fixture
def path(story: Story) -> str:
    """The entry's address."""
    return f"/v1/entries/{entry_id(story.entry)}"


def test_an_entry_is_found_by_public_id_by_its_whole_id_and_by_its_credential(
    counter: Counter, story: Story, path: str
) -> None:
    told = counter.get(path).json()
    assert told["entry"] == "0x" + story.entry.hex()
    for name in (f"0x{story.entry.hex()}", CREDENTIAL, told["id"].lower(), told["id"].replace("0", "O")):
        assert counter.get(f"/v1/entries/{name}").json() == told


def test_an_entry_tells_what_is_true_of_it(counter: Counter, cast: Cast, path: str, story: Story) -> None:
    told = counter.get(path).json()
    assert told["is_registered"]
    assert [(each["right"], each["state"], each["holder"]["id"]) for each in told["rights"]] == [
        (right, "live", f"P-{cast.holder.number}") for right in ("HOLD", "USE", "OPERATE")
    ]
    assert told["credentials"][0]["number"] == CREDENTIAL
    assert told["label"]["code"] == "NATIONAL_REGISTRATION"
    assert told["parallel"] == [entry_id(story.sibling)]
    assert told["lines"] == story.lines


def test_what_is_not_nationally_registered_is_never_called_so(counter: Counter, story: Story) -> None:
    """Rule 9."""
    label = counter.get(f"/v1/entries/{entry_id(story.sibling)}").json()["label"]
    assert label == {"code": "LEDGER_RECORD", "terms": {"zh": "链上备案", "en": "Recorded on the ledger"}}


def test_a_read_as_of_an_earlier_block_tells_what_the_ledger_knew_then(
    counter: Counter, path: str, story: Story
) -> None:
    """Rule 8."""
    then = counter.get(path, as_of=str(story.registered - 1))
    assert not then.json()["is_registered"]
    assert then.json()["credentials"] == []
    assert then.headers["ledger-block"].startswith(f"{story.registered - 1}, 0x")
    assert then.json()["as_of"]["block"] == story.registered - 1
    assert counter.get(path, as_of=str(story.registered)).json()["is_registered"]


def test_a_time_means_the_last_block_not_later(counter: Counter, path: str) -> None:
    assert not counter.get(path, as_of=BEFORE).json()["is_registered"]
    assert counter.get(path, as_of=AFTER).json()["is_registered"]


def test_a_plus_that_nobody_escaped_is_still_an_offset(counter: Counter, path: str) -> None:
    loose = counter.client.get(f"{path}?as_of={BEFORE}")
    assert loose.json() == counter.get(path, as_of=BEFORE).json()


def test_a_licence_is_judged_by_the_day_asked_about(counter: Counter, stage: Stage, path: str, story: Story) -> None:
    licence = path.replace("entries", "licences") + f"/{story.ordinary}"
    stage.on("2026-09-01")
    stage.chain.seal()
    counter.office.indexer.catch_up()
    now, then = counter.get(licence).json(), counter.get(licence, on="2026-08-31").json()
    assert (now["status"], now["in_force"]) == ("expired", False)
    assert (then["status"], then["in_force"], then["as_of"]["on_day"]) == ("in_force", True, "2026-08-31")
    assert now["as_of"]["block"] == then["as_of"]["block"]
    assert [each["event"] for each in now["history"]] == ["LicenceGranted"]
    problem(counter.get(licence, on="2026-08-19"), 404, "not-found")


def test_two_moments_give_two_histories_of_licences(counter: Counter, path: str, story: Story) -> None:
    """Rules 8, 9, 83: each is only recorded here, and what is recorded is not proven to be all there is."""
    first = counter.get(f"{path}/licences", as_of=str(story.granted)).json()["data"]
    whole = counter.get(f"{path}/licences").json()
    second = whole["data"]
    assert not whole["proven_exhaustive"]
    assert {each["label"]["terms"]["zh"] for each in second} == {"链上备案"}
    assert [each["id"] for each in first] == [f"{entry_id(story.entry)}/{story.ordinary}"]
    assert [each["kind"] for each in second] == ["NON_EXCLUSIVE", "EXCLUSIVE"]


def test_burdens_cases_and_objections_are_listed_with_what_time_made_of_them(
    counter: Counter, path: str, story: Story
) -> None:
    burdens = counter.get(f"{path}/burdens").json()["data"]
    assert {each["kind"]: each["status"] for each in burdens} == {"EXCLUSIVE_LICENCE": "biting", "DISPUTE": "biting"}
    (case,) = counter.get(f"{path}/cases").json()["data"]
    assert (case["state"], case["derived"]) == ("CREDENTIALED", False)
    assert counter.get(path.replace("entries", "cases") + f"/{story.case}").json()["id"] == case["id"]
    objections = counter.get(f"{path}/objections").json()["data"]
    assert [(each["phase"], each["state"]) for each in objections] == [("NOTICE", "RESOLVED"), ("AFTER", "COMPLETE")]


def test_a_history_in_pages_shows_one_block_whatever_happens_meanwhile(
    counter: Counter, stage: Stage, path: str, story: Story
) -> None:
    first = counter.get(f"{path}/history", limit=4)
    stage.chain.seal()
    counter.office.indexer.catch_up()
    numbers, blocks, page = [], set(), first
    while True:
        told = page.json()
        numbers += [each["number"] for each in told["data"]]
        blocks.add(told["as_of"]["block"])
        if not told["has_more"]:
            break
        assert page.headers["link"].endswith('rel="next"')
        page = counter.client.get(page.headers["link"][1:].partition(">")[0])
    assert numbers == list(range(1, story.lines + 1))
    assert len(blocks) == 1
    assert blocks != {counter.get(path).json()["as_of"]["block"]}


def test_parties_are_listed_in_pages(counter: Counter, cast: Cast, story: Story) -> None:
    everybody = counter.get("/v1/parties", limit=200).json()["data"]
    assert [each["id"] for each in everybody][:1] == ["P-1"]
    first = counter.get("/v1/parties", limit=2).json()
    second = counter.get("/v1/parties", limit=2, after=first["next"]).json()
    assert [*first["data"], *second["data"]] == everybody[:4]


def test_a_party_finds_what_names_it(counter: Counter, cast: Cast, story: Story) -> None:
    found = counter.get(f"/v1/parties/P-{cast.maker.number}/involvements").json()["data"]
    assert [(each["kind"], each["id"]) for each in found] == [("Licence", f"{entry_id(story.entry)}/{story.ordinary}")]


def test_a_written_block_is_waited_for_or_refused(counter: Counter, path: str, story: Story) -> None:
    newest = counter.get(path).json()["as_of"]["block"]
    assert counter.get(path, at_least_block=newest).status_code == 200
    behind = counter.get(path, at_least_block=newest + 1)
    told = problem(behind, 503, "index-behind")
    assert behind.headers["retry-after"]
    assert told["details"] == {"block": newest, "wanted": newest + 1}


@pytest.mark.parametrize(
    "query, code",
    [
        ({"as_of": "999999"}, "block-unknown"),
        ({"as_of": "0x" + "00" * 32}, "block-unknown"),
        ({"as_of": "2099-01-01T00:00:00Z"}, "time-in-future"),
        ({"on": "2099-01-01"}, "time-in-future"),
        ({"on": "2099-01-01T00:00:00Z"}, "time-in-future"),
        ({"as_of": "yesterday"}, "value-not-valid"),
        ({"as_of": "2026-08-10T12:00:00"}, "value-not-valid"),
        ({"on": "2026-02-30"}, "value-not-valid"),
        ({"as_off": "1"}, "unknown-parameter"),
        ({"at_least_block": "-1"}, "value-not-valid"),
    ],
)
def test_a_moment_that_is_none_is_refused(counter: Counter, path: str, query: dict[str, str], code: str) -> None:
    problem(counter.client.get(path, params=query), 400, code)


def test_what_came_into_being_later_is_told_apart_from_what_never_was(
    counter: Counter, path: str, story: Story
) -> None:
    problem(counter.get(path, as_of="2020-01-01T00:00:00Z"), 400, "block-unknown")
    sibling = f"/v1/entries/{entry_id(story.sibling)}"
    problem(counter.get(sibling, as_of=str(story.registered)), 404, "not-found-then")
    problem(counter.get("/v1/entries/E-0000000000000"), 404, "not-found")
    problem(counter.get("/v1/entries/SJ3312026089999"), 404, "not-found")
    problem(counter.get("/v1/entries/E-0000000000001"), 400, "id-malformed")


def test_the_evidence_bundle_convinces_a_stranger(counter: Counter, path: str, story: Story) -> None:
    manifest = counter.get("/v1/manifest").json()
    bundle = counter.get(f"{path}/evidence", dependants=f"{story.ordinary},{story.objection}")
    report = verify(bundle.content, Pin.parse(json.dumps(manifest["pin"])))
    assert report.valid, report
    assert {each["number"] for each in bundle.json()["storage"]} >= {None, story.ordinary, story.objection}


def test_a_bundle_of_an_earlier_moment_has_the_lines_up_to_then(counter: Counter, path: str, story: Story) -> None:
    early = counter.get(f"{path}/evidence", as_of=str(story.registered)).json()
    assert len(early["acts"]) < story.lines
    assert int(early["header"]["number"], 16) == story.registered


def test_dependants_are_asked_for_by_number(counter: Counter, path: str) -> None:
    told = problem(counter.get(f"{path}/evidence", dependants="2;3"), 400, "value-not-valid")
    assert told["details"]["field"] == "dependants"


def test_a_licence_is_narrowed_by_what_is_to_change_only(counter: Counter, cast: Cast, path: str, story: Story) -> None:
    body = {
        "signatories": [f"O-{cast.holder.one.number}"],
        "end": "2026-08-29",
        "template": "GF_2025_2615",
        "contract": KECCAK,
        "policy": KECCAK,
    }
    route = path.replace("entries", "licences") + f"/{story.ordinary}"
    (act,) = counter.compose(f"{route}/narrow", body, cast.holder)["acts"]
    called = counter.office.composer.codec.decode_act(bytes.fromhex(act["data"][2:]))
    stored = counter.get(route).json()
    asked = Licence.decode(called.args["terms"])
    assert (asked.licensee, asked.purposes.name) == (cast.maker.number, *stored["purposes"])
    assert "2026-08-29" in act["sentence"]["en"]
