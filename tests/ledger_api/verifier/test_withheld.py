"""Acts that are withheld (rule 60): a bundle with their digests still proves that none is left out, and says how many it does not tell."""

from collections.abc import Callable

import pytest
from eth_hash.auto import keccak

from ledger_api.verifier import Report
from tests.ledger_api.verifier.producing import Json
from tests.ledger_api.verifier.story import Story

Check = Callable[[Json], Report]


def withhold(bundle: Json, number: int) -> None:
    """Put an act's digest in its place."""
    act = bundle["acts"][number - 1]
    told = "".join(each[2:] for each in (*act["topics"], act["data"]))
    bundle["acts"][number - 1] = {"digest": "0x" + keccak(bytes.fromhex(told)).hex(), "block": act["block"]}


@pytest.fixture
def plain(story: Story) -> Json:
    """What every bundle has, and the licence's words."""
    return story.producer.bundle(story.case.folio, story.words)


def test_no_act_is_left_out_though_one_is_not_told(story: Story, plain: Json, check: Check) -> None:
    """Rule 60."""
    withhold(plain, story.licence)
    report = check(plain)
    assert report.valid, report.describe("en")
    parts = {each["part"]: each for each in report.to_json()["parts"]}
    assert parts["acts"]["facts"] == {"count": len(plain["acts"]), "withheld": 1}
    assert parts["acts"]["code"] == "acts-complete-withheld"
    told = report.to_json()["about"]["acts"][story.licence - 1]
    assert told == {"number": story.licence, "event": "", "withheld": True}


def test_words_that_a_withheld_act_may_have_written_stand_as_storage_proves_them(
    story: Story, plain: Json, check: Check
) -> None:
    """Rule 60: those written after it are held against the acts as ever."""
    before = check(plain).to_json()
    withhold(plain, story.licence)
    after = check(plain).to_json()
    held = [next(each for each in one["parts"] if each["part"] == "words")["facts"]["count"] for one in (before, after)]
    assert held[0] == len(plain["storage"]) - 1
    assert 0 < held[1] < held[0]


@pytest.mark.parametrize("spoil", ["digest", "left out", "twice"])
def test_a_digest_is_no_place_to_hide(story: Story, plain: Json, check: Check, spoil: str) -> None:
    """Rule 60."""
    withhold(plain, story.licence)
    place = story.licence - 1
    if spoil == "digest":
        plain["acts"][place]["digest"] = "0x" + "11" * 32
    elif spoil == "left out":
        del plain["acts"][place]
    else:
        plain["acts"].insert(place, plain["acts"][place])
    assert check(plain).failing == "acts"


def test_the_receipt_is_of_an_act_that_is_told(story: Story, plain: Json, check: Check) -> None:
    """Rule 60: a receipt bears all that its transaction wrote."""
    last = len(plain["acts"])
    withhold(plain, last)
    assert check(plain).failing == "receipt"
    earlier = plain["acts"][last - 2]
    number, subject = bytes.fromhex(earlier["topics"][2][2:]), bytes.fromhex(plain["subject"][2:])
    plain["receipt"] = story.producer.receipt(*story.producer.find(number, subject))
    assert check(plain).valid


def test_a_filing_of_a_withheld_act_is_refused(story: Story, check: Check) -> None:
    """Rule 60: it is not enclosed."""
    bundle = story.producer.bundle(story.case.folio, filings=story.filings[:1])
    acts = check(bundle).to_json()["about"]["filings"][0]["acts"]
    withhold(bundle, acts[0])
    assert check(bundle).failing in {"filings", "receipt"}


def test_nothing_told_proves_nothing(plain: Json, check: Check) -> None:
    """Rule 60: no act's receipt can be held against anything."""
    for number in range(1, len(plain["acts"]) + 1):
        withhold(plain, number)
    assert check(plain).failing == "receipt"
