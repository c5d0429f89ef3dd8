"""No loop is without a bound that the one who pays for it knows: each in the sources is named here, with what ends it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[3] / "contracts"

EVERYWHERE = {
    r"uint256 \w+; \w+ < \d; \+\+\w+": "a number that stands there",
    r"uint256 r = Entries\.USE; r <= Entries\.OPERATE; \+\+r": "two rights",
    r"uint256 i; i < 8 && members\.member\(i\) != 0; \+\+i": "eight members at most",
    r"; !by\.isEmpty\(\); by = by\.rest\(\)": "ten signatories in a word",
    r"Signatories left = by; !left\.isEmpty\(\); left = left\.rest\(\)": "ten signatories in a word",
    r"uint256 i; i < [A-Z_.a-z]*M(OST|ODES)\w*( && !scoped)?; \+\+i": "a constant",
    # Whoever sends the call pays for its lists. What must be listed is counted in a head, and grows by a registrar's acts.
    r"uint256 i; (!own && )?i < (g\.|filing\.|f\.)?[a-z]+\.length; \+\+i": "a list in the call",
}
"""What a loop's head looks like → what ends it."""

HERE = {
    ("core/Attesting.sol", "uint256 i; i < MOST_SUCCESSORS; ++i"): "a constant",
    ("core/BookLines.sol", "uint256 i; i < groups; ++i"): "words of a calendar in the call",
    ("core/Calendar.sol", "n != 0"): "days that a parameter of six bits counts, within the years that are loaded",
    ("core/Calendar.sol", "uint256 group = (from + 1) >> 8; group <= to >> 8; ++group"): "the years that are loaded",
    ("core/Calendar.sol", "; word != 0; ++n"): "bits of a word",
    (
        "core/Chapters.sol",
        "uint256 i = words - page.lists(); canonical && i < words; ++i",
    ): "lists of an act's signature",
    ("core/Consents.sol", "uint256 i; effects != 0; ++i"): "effects in twelve bits",
    ("core/Disputes.sol", "uint256 rights = o.rights(); rights < 8; ++rights"): "masks of three rights",
    ("core/Filings.sol", "uint256 i; i < n; ++i"): "ten seals, asked right before",
    ("core/Licensing.sol", ";;"): "licences under licences, DEEPEST",
    ("core/Licensing.sol", "l.parent() != 0"): "licences under licences, DEEPEST",
    ("core/Survival.sol", "; l.parent() != 0; l = Licensing.load(entry, number)"): "licences under licences, DEEPEST",
    ("core/Securities.sol", ";;"): "how often its creditors split it, each time by the registrar's pair",
    ("core/Securities.sol", "uint256 depth; ahead != 0; ++depth"): "securities behind each other, DEEPEST",
    ("core/Serial.sol", "length < 32 && number[length] > 0x20 && number[length] < 0x7f"): "bytes of a word",
    ("core/Serial.sol", "uint256 i = from; i < to; ++i"): "bytes of a word",
    ("core/Sources.sol", "place < MOST && ends.end(place) != 0"): "a constant",
    ("core/Sources.sol", "uint256 left = SourceEnds.unwrap(ends); left != 0; left >>= 16"): "ends in a word",
}
"""Source and head of a loop that looks like no other → what ends it."""


def loops() -> Iterator[tuple[str, str]]:
    """Source and head of every loop."""
    for path in sorted(SOURCES.rglob("*.sol")):
        if "node_modules" in path.parts:
            continue
        text = re.sub(r"//.*|/\*.*?\*/", "", path.read_text(encoding="utf-8"))
        for found in re.finditer(r"\b(?:for|while)\s*\(", text):
            yield path.relative_to(SOURCES).as_posix(), text[found.end() : closing(text, found.end())].strip()


def closing(text: str, at: int) -> int:
    """Where the parenthesis opened right before `at` is closed."""
    depth = 1
    while depth:
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        at += 1
    return at - 1


@pytest.mark.parametrize("source, head", sorted(set(loops())))
def test_a_loop_has_a_bound(source: str, head: str) -> None:
    assert (source, head) in HERE or any(re.fullmatch(pattern, head) for pattern in EVERYWHERE)


def test_no_bound_is_named_for_a_loop_that_is_gone() -> None:
    assert set(HERE) <= set(loops())


def test_nothing_loops_in_another_way() -> None:
    """Neither in assembly nor by `do`."""
    for path in sorted(SOURCES.rglob("*.sol")):
        if "node_modules" not in path.parts:
            assert not re.search(r"\bdo\s*\{|\bfor\s*\{", path.read_text(encoding="utf-8")), path
