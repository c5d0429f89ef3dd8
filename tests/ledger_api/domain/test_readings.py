"""Ids and readings: what people write is understood, whatever they write, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ledger_api.domain import ids, readings
from ledger_api.domain.errors import NotUnderstood
from ledger_api.domain.words import Algorithm, Right

ENTRIES = some.binary(min_size=32, max_size=32)
PLAIN = some.none() | some.booleans() | some.integers() | some.floats() | some.text()
ANYTHING = PLAIN | some.lists(some.text(max_size=3)) | some.dictionaries(some.text(max_size=3), some.integers())


@given(ENTRIES)
def test_a_public_id_reads_back_in_any_spelling(entry: bytes) -> None:
    name = ids.entry_id(entry)
    sloppy = name.lower().replace("0", "o").replace("1", "l")
    assert readings.entry(name) == readings.entry(sloppy) == readings.entry(f" {name} ") == name
    assert readings.dependant(f"{name}/12") == (name, 12)
    assert readings.entry("0x" + entry.hex()) == entry


@given(ENTRIES, some.integers(2, 14), some.integers(1, 31))
def test_one_wrong_letter_is_noticed(entry: bytes, place: int, shift: int) -> None:
    name = ids.entry_id(entry)
    other = ids.ALPHABET[(ids.ALPHABET.index(name[place]) + shift) % 32]
    with pytest.raises(NotUnderstood):
        readings.entry(name[:place] + other + name[place + 1 :])


@given(ANYTHING)
def test_whatever_is_sent_is_read_or_refused_by_name(sent: object) -> None:
    for read in (
        readings.entry,
        readings.dependant,
        lambda value: readings.numbered(value, "P"),
        lambda value: readings.digest(value, "field"),
        lambda value: readings.code(value, Algorithm, "field"),
        lambda value: readings.mask(value, Right, "field"),
        lambda value: readings.whole(value, "field", 9),
        lambda value: readings.flag(value, "field"),
        lambda value: readings.day(value, "field"),
        lambda value: readings.moment(value, "field"),
        lambda value: readings.text(value, "field"),
    ):
        try:
            read(sent)
        except NotUnderstood:
            continue


@pytest.mark.parametrize(
    "text", ["2026-8-3", "2026-08-03T00:00", "1969-12-31", "2149-06-07", "20260803", "２０２６-08-03"]
)
def test_a_day_has_one_form(text: str) -> None:
    with pytest.raises(NotUnderstood):
        readings.day(text, "field")


def test_a_day_is_counted_from_1970() -> None:
    assert readings.day("2026-08-03", "field") == 20_668


def test_a_time_needs_its_offset() -> None:
    assert readings.moment("2026-08-03T09:00:00+08:00", "field") == 1_785_718_800
    with pytest.raises(NotUnderstood):
        readings.moment("2026-08-03T09:00:00", "field")


def test_a_set_names_each_code_once() -> None:
    assert readings.mask(["HOLD", "OPERATE"], Right, "field") == Right.HOLD | Right.OPERATE
    for wrong in (["HOLD", "HOLD"], ["OWN"], "HOLD", [1]):
        with pytest.raises(NotUnderstood):
            readings.mask(wrong, Right, "field")


def test_a_misspelt_field_is_not_ignored() -> None:
    with pytest.raises(NotUnderstood) as caught:
        readings.only({"licencee": 1}, {"licensee"}, "acts[0]")
    assert caught.value.details == {"field": "acts[0].licencee"}
