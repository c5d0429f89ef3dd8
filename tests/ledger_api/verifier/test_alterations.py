"""Whatever is changed in a bundle, the verifier refuses it and names the part."""

import json
from collections.abc import Callable
from random import Random

import pytest

from ledger_api.verifier import Pin, Report, verify
from ledger_api.verifier.report import PARTS
from tests.ledger_api.verifier.altering import Alteration, catalogue
from tests.ledger_api.verifier.producing import Json
from tests.ledger_api.verifier.story import Story

Check = Callable[..., Report]

CASES = [
    pytest.param(alteration, seed, id=f"{alteration.name}-{seed}")
    for alteration in catalogue()
    for seed in range(alteration.seeds)
]


def test_there_are_at_least_three_hundred_alterations() -> None:
    assert len(CASES) >= 300


@pytest.mark.parametrize("alteration,seed", CASES)
def test_an_altered_bundle_is_refused_naming_the_part(
    bundle: Json, check: Check, alteration: Alteration, seed: int
) -> None:
    alteration.spoil(bundle, Random(f"{alteration.name} {seed}"))
    report = check(bundle)
    assert not report.valid
    assert report.failing == alteration.part, report.of(report.failing or "document").describe("en")


@pytest.mark.parametrize("alteration", catalogue(), ids=lambda alteration: alteration.name)
def test_without_a_pin_an_alteration_is_refused_unless_only_the_pin_tells(
    bundle: Json, check: Check, alteration: Alteration
) -> None:
    alteration.spoil(bundle, Random(alteration.name))
    report = check(bundle, Pin())
    assert not report.valid
    assert alteration.only_the_pin_tells or report.failing


@pytest.mark.parametrize("seed", range(120))
def test_a_bit_flipped_anywhere_in_the_text_is_refused(story: Story, told: str, seed: int) -> None:
    random = Random(seed)
    raw = bytearray(told.encode())
    while True:
        place, bit = random.randrange(len(raw)), 1 << random.randrange(8)
        raw[place] ^= bit
        if not _only_hints_differ(told, bytes(raw)):
            break
        raw[place] ^= bit
    report = verify(bytes(raw), story.pin)
    assert not report.valid
    assert report.failing in PARTS


def _only_hints_differ(told: str, altered: bytes) -> bool:
    """Where an act happened is said, not proved."""
    try:
        one, other = json.loads(told), json.loads(altered)
        for act in (*one["acts"], *other["acts"]):
            del act["tx"], act["block"]
    except (ValueError, KeyError, TypeError):
        return False
    return bool(one == other)


def test_where_an_act_happened_is_named_unproven(bundle: Json, check: Check) -> None:
    bundle["acts"][0]["tx"] = "0x" + "11" * 32
    report = check(bundle)
    assert report.valid
    assert any("acts[].tx" in each for each in report.about["unproven"])
