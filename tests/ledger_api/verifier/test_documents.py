"""What is not a bundle is said to be unreadable, whatever bytes it is made of; nothing raises."""

import json

import pytest

from ledger_api.verifier import Pin, verify
from ledger_api.verifier.document import LIMIT
from ledger_api.verifier.report import PARTS
from tests.ledger_api.verifier.story import Story


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"7",
        b'"text"',
        b"{}",
        b"\xff\xfe",
        b"\xef\xbb\xbf{}",
        b'{"format":"dpr-evidence/1"} {}',
        b'{"format":"dpr-evidence/1","format":"dpr-evidence/1"}',
        b'{"format":"dpr-evidence/1","acts":1.5}',
        b'{"format":"dpr-evidence/1","acts":NaN}',
        b'{"format":"dpr-evidence/1","acts":1e400}',
        b'{"format":"dpr-evidence/1","acts":' + b"9" * 5_000 + b"}",
        b"[" * 100_000,
        b'{"a":' * 100_000,
    ],
)
def test_what_is_no_bundle_is_unreadable(document: bytes) -> None:
    report = verify(document)
    assert report.verdict == "unreadable"
    assert report.failing == "document"


@pytest.mark.parametrize("place", range(0, 100, 5))
def test_a_truncated_bundle_is_unreadable(story: Story, told: str, place: int) -> None:
    raw = told.encode()
    report = verify(raw[: len(raw) * place // 100], story.pin)
    assert report.verdict == "unreadable"
    assert report.failing == "document"


def test_a_bundle_beyond_the_limit_is_refused_before_it_is_parsed() -> None:
    report = verify(b" " * (LIMIT + 1))
    assert report.of("document").code == "too-large"


def test_a_bundle_with_a_member_twice_is_refused(story: Story, told: str) -> None:
    doubled = told[:-1] + ',"ledger":"0x' + "00" * 20 + '"}'
    assert json.loads(doubled)["ledger"] != json.loads(told)["ledger"]
    assert verify(doubled, story.pin).failing == "document"


def test_a_text_that_no_encoding_has_is_unreadable() -> None:
    assert verify("\ud800").verdict == "unreadable"


def test_parts_after_one_that_cannot_be_read_are_not_called_ok(story: Story, told: str) -> None:
    report = verify(told.replace('"acts":[', '"acts":[7,', 1), story.pin)
    assert report.failing == "acts"
    assert {each.part: each.state for each in report.findings} == {
        part: "failed" if part == "acts" else "unchecked" for part in PARTS
    }
    assert report.about == {}


def test_the_report_is_json_with_both_languages(story: Story, told: str) -> None:
    report = json.loads(json.dumps(verify(told, story.pin).to_json()))
    assert report["verdict"] == "valid"
    assert report["zh"] == "有效"
    assert [each["part"] for each in report["parts"]] == list(PARTS)
    assert all(each["zh"] and each["en"] and each["zh"] != each["en"] for each in report["parts"])


def test_a_bundle_with_spaces_and_another_order_is_the_same_bundle(story: Story, told: str) -> None:
    pretty = json.dumps(json.loads(told), indent=3, sort_keys=True)
    assert verify(pretty, story.pin).valid
    assert verify(pretty, Pin()).verdict == "not-pinned"
