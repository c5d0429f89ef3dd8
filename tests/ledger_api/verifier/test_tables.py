"""What the verifier knows by heart is what the contracts and the facade say: lines, slots, reasons."""

import ast
import re
import string
import subprocess
import sys
from pathlib import Path

import pytest
from eth_hash.auto import keccak

from ledger_api import verifier
from ledger_api.domain import words
from ledger_api.verifier.lines import last_written, table
from ledger_api.verifier.reasons import PROBLEMS, REASONS
from ledger_api.verifier.report import PARTS
from ledger_api.verifier.slots import PLACES, slot_of
from tests.ledger_api.verifier.story import Story

ROOM = Path(str(verifier.__file__)).parent
ROOT = ROOM.parents[1]


def test_the_table_of_lines_is_fresh() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "lines.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_every_line_carries_words_or_opens_a_folio_or_is_a_note() -> None:
    assert len(table()) >= 29
    bare = {line.event for line in table().values() if not line.words and line.folio is None}
    assert bare == {"EntryNoted", "PartyNoted", "BookNoted"}


@pytest.mark.parametrize("name", PLACES)
def test_a_slot_is_where_the_packed_words_say(name: str) -> None:
    word, place = words.__dict__[name], PLACES[name]
    subject, number = b"\x05" * 32 if place.by_subject else None, 9 if place.by_number else None
    slot = word.SLOT
    for key in (subject, None if number is None else number.to_bytes(32, "big")):
        slot = slot if key is None else int.from_bytes(keccak(key + slot.to_bytes(32, "big")), "big")
    assert slot_of(place, subject, number) == slot.to_bytes(32, "big")
    assert len(word.KEYS) == place.by_subject + place.by_number


def test_every_word_that_stands_by_its_subject_and_number_has_a_place() -> None:
    """One that stands by more (a consent), or beside no dependant (a queue), is in no bundle."""
    held = {name for line in table().values() for name in line.words}
    keyed = {name for name in held if len(words.__dict__[name].KEYS) <= 2}
    assert keyed - {"Queue"} == held - {"Queue", "Consent"} == PLACES.keys() - {"Journal", "Officer"}


def test_the_last_words_of_the_acts_are_those_in_storage(story: Story) -> None:
    from ledger_api.verifier.item import Item
    from ledger_api.verifier.journal import read_act

    acts = [read_act(Item(act, "acts")) for act in story.plain()["acts"]]
    left = last_written(acts)
    assert {("Head", None), ("Case", 2), ("Claim", 2), ("Licence", 6), ("Burden", 6), ("Objection", 7)} <= left.keys()
    for (name, number), (value, _) in left.items():
        keys = [story.case.entry] if number is None else [story.case.entry, number]
        assert story.stage.storage(words.__dict__[name], *keys) == value, name


def test_every_reason_used_is_in_the_table_and_every_one_in_it_is_used() -> None:
    used = {code for path in ROOM.glob("*.py") if path.name != "reasons.py" for code in _codes(path)}
    assert used == REASONS.keys()


def _codes(path: Path) -> set[str]:
    """Texts of the source that look like codes of the table."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    refusals = {
        node.args[-1 if _name(node) == "Finding" and len(node.args) == 3 else 0].value  # type: ignore[attr-defined]
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _name(node) == "Refused" and isinstance(node.args[0], ast.Constant)
    }
    return refusals | (texts & REASONS.keys())


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


@pytest.mark.parametrize("code", REASONS)
def test_both_sentences_of_a_reason_take_the_same_facts(code: str) -> None:
    zh, en = (
        {name.removesuffix("_zh") for _, name, _, _ in string.Formatter().parse(each) if name} for each in REASONS[code]
    )
    assert zh == en
    assert re.search("[一-鿿]", REASONS[code][0])
    assert not re.search("[一-鿿]", REASONS[code][1])


def test_every_problem_of_a_proof_has_its_chinese() -> None:
    used = {
        node.args[0].value
        for path in ROOM.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _name(node) == "ProofBroken" and isinstance(node.args[0], ast.Constant)
    }
    assert used <= PROBLEMS.keys()


def test_parts_are_checked_in_the_order_the_page_has_them() -> None:
    page = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8")
    assert tuple(re.findall(r"^### \d+\. `(\w+)`", page, re.MULTILINE)) == PARTS
