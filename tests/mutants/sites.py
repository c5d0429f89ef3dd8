"""Where a guard can be taken away, and how: a switch at each site takes it away when the number of that site is asked for.

All mutants are compiled at once. What they ask is `block.prevrandao`: here it is the number of the one mutant that is
alive, or `NOBODY` (see `switch`).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.mutants.source import Span, closing, comparisons, function_at, masked, operands, trimmed

GUARDS = (
    r"needs\w*|check\w*|live|accredited\w*|entitled|known|present|identify|clear|blockTime|authorise|seat|give|spend|"
    r"unspent|journalOf|take|require\w*|mustBe\w*|refuse\w*|covers"
)
"""Functions that refuse: a statement that only calls one of them is a guard."""

_IF = re.compile(r"(?<![\w])if\s*\(")
_REFUSES = re.compile(r"revert\b|return false;|continue;|\{\s*revert\b[^;]*;\s*\}")
_CALL = re.compile(rf"(?:(?<=[;{{}})])|\belse\b)\s*(?P<call>(?:\w+\.)*_?(?:{GUARDS})\s*\()")
_BOOLEAN = re.compile(r"\bbool\s+\w+\s*=|(?<![\w.])(?P<name>\w+)\s*=(?!=)|\breturn\b")
_YUL = re.compile(r"(?P<name>\w+)\s*:=\s*and\((?P=name),\s*")
PURE = re.compile(r"\bpure\b")
"""A function that asks a switch looks at the block."""

SWITCH_PATH = "contracts/types/Switch.sol"
SWITCH = """
// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

library Switch {
    function never(bool holds, uint256 mutant) internal view returns (bool answer) {
        assembly { answer := and(holds, iszero(eq(prevrandao(), mul(holds, mutant)))) }
    }

    function always(bool holds, uint256 mutant) internal view returns (bool answer) {
        assembly { answer := or(holds, eq(prevrandao(), mul(iszero(holds), mutant))) }
    }

    function looser(bool holds, bool equal, uint256 mutant) internal view returns (bool answer) {
        assembly { answer := or(holds, eq(prevrandao(), mul(and(equal, iszero(holds)), mutant))) }
    }

    function tighter(bool holds, bool equal, uint256 mutant) internal view returns (bool answer) {
        assembly { answer := and(holds, iszero(eq(prevrandao(), mul(and(equal, holds), mutant)))) }
    }
}
"""
"""What a condition becomes: written without branches, so that the compiler's stack holds them all.

The number of the mutant is asked for only where it would answer otherwise than the code as written; elsewhere zero is.
"""


@dataclass(frozen=True, slots=True)
class Site:
    """A guard, or a part of one, that can be taken away."""

    path: str
    function: str
    kind: str
    """`guard`: a refusal never happens; `call`: a question is not asked; `part`: an operand always lets pass; `edge`: a
    comparison is off by one."""
    text: str
    """What is taken away, on one line."""
    place: int
    """How many sites of the same path, function, kind and text stand before it."""

    @property
    def key(self) -> str:
        """Its identity, whatever else changes in the source."""
        return f"{self.path}|{self.function}|{self.kind}|{self.text}|{self.place}"


@dataclass(frozen=True, slots=True)
class Edit:
    """Text to put before and behind a span."""

    span: Span
    before: str
    behind: str


def find(path: str, text: str) -> list[Site]:
    """Every site of a source, in a fixed order."""
    return [site for site, *_ in _sites(path, text)]


def instrument(path: str, text: str, switches: Mapping[Site, int]) -> str:
    """The source with a switch of its number at every site of `switches`."""
    edits = [
        _edit(masked(text), site.kind, span, operator, switches[site])
        for site, span, operator in _sites(path, text)
        if site in switches
    ]
    changed = PURE.sub("view", _applied(text, edits))
    place = re.search(r"^(?:import |///|library|contract)", changed, re.MULTILINE)
    assert place, path
    return f'{changed[: place.start()]}import {{Switch}} from "{SWITCH_PATH}";\n{changed[place.start() :]}'


def _sites(path: str, text: str) -> Iterator[tuple[Site, Span, str]]:
    plain = masked(text)
    seen: Counter[tuple[str, str, str]] = Counter()
    for kind, span, operator in _found(plain):
        words = " ".join(text[span.start : span.end].split()) + (f" ({operator})" if operator else "")
        same = (function_at(plain, span.start), kind, words)
        yield Site(path, *same, seen[same]), span, operator
        seen[same] += 1


def _found(text: str) -> Iterator[tuple[str, Span, str]]:
    """(kind, span, operator) of every site."""
    for match in _IF.finditer(text):
        opening = match.end() - 1
        end = closing(text, opening)
        condition = Span(opening + 1, end)
        rest = text[end + 1 :].lstrip()
        if _REFUSES.match(rest):
            yield "guard", condition, ""
        yield from _parts(text, condition)
    for match in _BOOLEAN.finditer(text):
        end = text.find(";", match.end())
        value = trimmed(text, Span(match.end(), end))
        if "{" not in text[match.end() : end]:
            yield from _parts(text, value)
    for match in _CALL.finditer(text):
        start = match.start("call")
        end = closing(text, match.end() - 1) + 1
        if text[end:].lstrip().startswith(";"):
            yield "call", Span(start, text.index(";", end) + 1), ""
    for match in _YUL.finditer(text):
        opening = text.index("(", match.start())
        yield "part", Span(match.end(), closing(text, opening)), "and"


def _parts(text: str, condition: Span) -> Iterator[tuple[str, Span, str]]:
    for operator, operand in operands(text, condition):
        yield "part", operand, operator
    for comparison, sign in comparisons(text, condition):
        if "++" in text[comparison.start : comparison.end]:
            continue  # the switch would count twice
        yield "edge", comparison, text[sign.start : sign.end]


def _edit(text: str, kind: str, span: Span, operator: str, number: int) -> Edit:
    if kind == "call":
        return Edit(span, f"{{ if (block.prevrandao != {number}) ", " }")
    if operator == "and":
        return Edit(span, f"or(eq(prevrandao(), {number}), ", ")")
    if kind == "edge":
        (place,) = [found for whole, found in comparisons(text, span) if whole == span]
        equal = text[span.start : place.start] + "==" + text[place.end : span.end]
        return Edit(span, f"Switch.{'looser' if len(operator) == 1 else 'tighter'}(", f", {equal}, {number})")
    return Edit(span, f"Switch.{'always' if operator == '&&' else 'never'}(", f", {number})")


def _applied(text: str, edits: list[Edit]) -> str:
    """All edits made; an edit inside another is made inside it."""
    before: dict[int, list[tuple[int, int, str]]] = {}
    behind: dict[int, list[tuple[int, int, str]]] = {}
    for order, edit in enumerate(edits):
        size = edit.span.end - edit.span.start
        before.setdefault(edit.span.start, []).append((-size, order, edit.before))
        behind.setdefault(edit.span.end, []).append((size, -order, edit.behind))
    pieces = []
    for position in range(len(text) + 1):
        pieces += [piece for *_, piece in sorted(behind.get(position, ()))]
        pieces += [piece for *_, piece in sorted(before.get(position, ()))]
        pieces.append(text[position : position + 1])
    return "".join(pieces)
