"""Only a bundle held against all three pins is valid; a wrong pin is refused by the part it contradicts."""

import json
from dataclasses import replace

import pytest

from ledger_api.verifier import Pin, PinMalformed, verify
from tests.ledger_api.verifier.story import Story


def test_without_a_pin_a_bundle_is_consistent_but_not_valid(told: str) -> None:
    report = verify(told)
    assert report.verdict == "not-pinned"
    assert not report.valid
    assert report.failing is None
    assert "internally consistent, not pinned" in report.describe("en")
    assert "内部一致" in report.describe("zh")


@pytest.mark.parametrize("member,name", [("genesis_hash", "genesisHash"), ("signer", "signer"), ("ledger", "ledger")])
def test_a_pin_that_lacks_one_member_does_not_make_valid(story: Story, told: str, member: str, name: str) -> None:
    report = verify(told, replace(story.pin, **{member: None}))
    assert report.verdict == "not-pinned"
    assert report.missing == (name,)
    assert name in report.describe("en")


@pytest.mark.parametrize(
    "member,length,part,code",
    [
        ("genesis_hash", 32, "chain", "foreign-genesis"),
        ("ledger", 20, "chain", "foreign-ledger"),
        ("signer", 20, "seal", "signer-not-pinned"),
    ],
)
def test_a_wrong_pin_is_refused(story: Story, told: str, member: str, length: int, part: str, code: str) -> None:
    report = verify(told, replace(story.pin, **{member: b"\x11" * length}))
    assert report.failing == part
    assert report.of(part).code == code


def test_the_signer_handed_over_to_may_be_pinned_for_blocks_of_its_term(story: Story, told: str) -> None:
    newest = replace(story.pin, signer=story.chain.node.signer)
    assert newest.signer != story.pin.signer
    plain = json.dumps(story.plain())
    assert verify(plain, newest).valid
    older = json.dumps(story.plain(at=story.rotated_at - 1))
    assert verify(older, story.pin).valid
    assert verify(older, newest).of("seal").code == "older-than-pin"
    # A filing carried before the hand-over is refused with it.
    assert verify(told, newest).failing == "filings"


def test_a_pin_is_read_from_json(story: Story) -> None:
    pin = story.pin
    assert pin.genesis_hash
    assert pin.signer
    assert pin.ledger
    document = json.dumps(
        {
            "genesisHash": "0x" + pin.genesis_hash.hex(),
            "signer": "0x" + pin.signer.hex(),
            "ledger": "0x" + pin.ledger.hex().upper(),
        }
    )
    assert Pin.parse(document) == pin
    assert Pin.parse("{}") == Pin()


@pytest.mark.parametrize(
    "document",
    [
        "",
        "[]",
        "7",
        '{"genesis":"0x00"}',
        '{"signer":"0x00"}',
        '{"signer":7}',
        '{"ledger":"' + "ab" * 20 + '"}',
        "[" * 99999,
    ],
)
def test_what_is_no_pin_is_refused(document: str) -> None:
    with pytest.raises(PinMalformed):
        Pin.parse(document)
