"""Honest bundles are valid, and bundles put together from honest pieces of different origin are not."""

import json
from collections.abc import Callable

import pytest

from ledger_api.domain.words import Head
from ledger_api.verifier import Pin, Report, verify
from tests.contracts.procedure import Procedure
from tests.ledger_api.verifier.producing import Json
from tests.ledger_api.verifier.story import Story, tell

Check = Callable[..., Report]


def test_the_fullest_bundle_is_valid_in_every_part(bundle: Json, check: Check) -> None:
    report = check(bundle)
    assert report.valid
    assert {each.part: each.state for each in report.findings if each.state != "ok"} == {}


def test_a_bundle_without_filings_and_openings_is_valid_and_says_so(story: Story, check: Check) -> None:
    report = check(story.plain())
    assert report.valid
    assert [each.part for each in report.findings if each.state == "absent"] == ["filings", "openings"]


def test_a_bundle_is_valid_at_every_block_since_the_entry_was_opened(story: Story, check: Check) -> None:
    opened = story.plain()["acts"][0]["block"]
    reports = [check(story.plain(at=number)) for number in range(opened, story.chain.number + 1)]
    assert all(report.valid for report in reports)
    counts = [len(report.about["acts"]) for report in reports]
    assert counts == sorted(counts)
    assert counts[0] == 1


def test_an_opened_entry_has_a_zero_head_proved_absent(story: Story, check: Check) -> None:
    opened = story.plain()["acts"][0]["block"]
    report = check(story.plain(at=opened))
    assert report.about["words"][1] == {"word": "Head", "number": None, "value": "0x" + "00" * 32}


def test_the_report_tells_the_head_that_the_chain_has(story: Story, bundle: Json, check: Check) -> None:
    head = story.stage.word(Head, story.case.entry).encode()
    assert check(bundle).about["words"][1]["value"] == f"0x{head:064x}"


def test_the_report_tells_block_signer_and_acts(story: Story, bundle: Json, check: Check) -> None:
    about = check(bundle).about
    assert about["block"]["number"] == story.chain.number
    assert about["block"]["time"] == "2026-08-20T01:00:00Z"
    assert about["finality"]["label"] == "one signer"
    assert [each["event"] for each in about["acts"]] == [
        "Opened",
        "Submitted",
        "Accepted",
        "Published",
        "Anchored",
        "LicenceGranted",
        "Objected",
        "ObjectionCompleted",
    ]


@pytest.mark.parametrize(
    "member,part",
    [
        ("header", "header"),
        ("finality", "header"),
        ("account", "account"),
        ("storage", "storage"),
        ("acts", "acts"),
        ("receipt", "receipt"),
    ],
)
def test_a_member_of_an_older_bundle_does_not_fit(
    story: Story, bundle: Json, check: Check, member: str, part: str
) -> None:
    bundle[member] = story.plain(at=story.chain.number - 3)[member]
    assert check(bundle).failing == part


def test_an_older_header_with_its_own_seal_does_not_fit_the_account(story: Story, bundle: Json, check: Check) -> None:
    older = story.plain(at=story.chain.number - 3)
    bundle |= {"header": older["header"], "finality": older["finality"]}
    assert check(bundle).failing == "account"


def test_acts_of_an_older_block_do_not_pass_for_all(story: Story, bundle: Json, check: Check) -> None:
    older = story.plain(at=bundle["acts"][-2]["block"])
    bundle |= {"acts": older["acts"], "receipt": older["receipt"]}
    assert check(bundle).failing == "acts"


def test_evidence_of_another_entry_does_not_pass_for_this_one(story: Story, bundle: Json, check: Check) -> None:
    mark = story.stage.mark()
    other = Procedure(story.stage, story.cast, b"\x07" * 32).opened()
    strange = story.producer.bundle(other.folio)
    story.stage.rewind(mark)
    bundle |= {"subject": strange["subject"], "folio": strange["folio"]}
    assert check(bundle).failing == "storage"


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Pin]:
    """The same story on a chain with another id."""
    other = tell(tmp_path_factory.mktemp("foreign"), chain_id=20_826)
    made = json.dumps(other.bundle()), other.pin
    other.chain.close()
    return made


@pytest.fixture(scope="module")
def forged(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Pin]:
    """The same story on a chain of the same genesis, sealed by another key."""
    other = tell(tmp_path_factory.mktemp("forged"))
    made = json.dumps(other.bundle()), other.pin
    other.chain.close()
    return made


def test_a_foreign_chain_proves_itself_but_not_against_our_pin(story: Story, foreign: tuple[str, Pin]) -> None:
    told, own = foreign
    assert verify(told, own).valid
    assert verify(told, story.pin).failing == "chain"
    assert verify(told, story.pin).of("chain").code == "foreign-genesis"


def test_a_chain_of_the_same_genesis_by_another_key_is_refused(story: Story, forged: tuple[str, Pin]) -> None:
    told, own = forged
    assert own.genesis_hash == story.pin.genesis_hash
    assert own.ledger == story.pin.ledger
    assert verify(told, own).valid
    report = verify(told, story.pin)
    assert report.failing == "seal"
    assert report.of("seal").code == "signer-not-pinned"


@pytest.mark.parametrize("member", ["header", "finality", "account", "storage", "acts", "receipt", "filings"])
def test_nothing_of_a_forged_chain_fits_into_a_bundle_of_ours(
    bundle: Json, check: Check, forged: tuple[str, Pin], member: str
) -> None:
    bundle[member] = json.loads(forged[0])[member]
    report = check(bundle)
    # The forger did exactly what we did, so only what a key of the chain signed differs.
    assert report.valid == (member in {"header", "account", "storage", "acts"})
    if not report.valid:
        assert report.failing == {"finality": "seal"}.get(member, member)
