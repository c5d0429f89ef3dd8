"""Solidity read just far enough to find its guards: comments out of the way, brackets matched, conditions taken apart.

Positions are those of the original text throughout; what is rewritten is rewritten there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NOISE = re.compile(r"//[^\n]*|/\*.*?\*/|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'", re.DOTALL)
_FUNCTION = re.compile(r"\bfunction\s+(\w+)|\b(constructor|fallback)\b")
_COMPARISON = re.compile(r"(?<![<>=!])(<=|>=|<|>)(?![<>=])")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text."""

    start: int
    end: int


def masked(text: str) -> str:
    """The text with comments blanked and strings filled in, every position kept."""
    return _NOISE.sub(_blank, text)


def _blank(noise: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " " if noise[0].startswith("/") else "x", noise[0])


def closing(text: str, opening: int) -> int:
    """Position of the bracket that closes the one at `opening`."""
    pairs = {"(": ")", "{": "}", "[": "]"}
    depth = 0
    for position in range(opening, len(text)):
        if text[position] == text[opening]:
            depth += 1
        elif text[position] == pairs[text[opening]]:
            depth -= 1
            if depth == 0:
                return position
    raise ValueError(f"bracket at {opening} is never closed")


def function_at(text: str, position: int) -> str:
    """Name of the function a position is in."""
    name = ""
    for match in _FUNCTION.finditer(text, 0, position):
        name = match[1] or match[2]
    return name


def trimmed(text: str, span: Span) -> Span:
    """Without the blanks around it."""
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))


def operands(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    """(`&&` or `||`, operand) of every operand in a condition, outermost first, down into brackets."""
    span = _unwrapped(text, span)
    if _top_level(text, span, re.compile(r"\?")):
        return
    for operator in ("||", "&&"):
        cuts = _top_level(text, span, re.compile(re.escape(operator)))
        if cuts:
            starts = [span.start, *(cut + 2 for cut in cuts)]
            for start, end in zip(starts, [*cuts, span.end], strict=True):
                operand = trimmed(text, Span(start, end))
                yield operator, operand
                yield from operands(text, operand)
            return


def comparisons(text: str, span: Span) -> Iterator[tuple[Span, Span]]:
    """(whole comparison, its operator) of every `<`, `<=`, `>`, `>=` between operands of a condition."""
    leaves = [operand for _, operand in operands(text, span) if not list(operands(text, operand))]
    for leaf in leaves or [trimmed(text, _unwrapped(text, span))]:
        found = _top_level(text, leaf, _COMPARISON)
        if len(found) == 1 and not _top_level(text, leaf, re.compile(r"\?")):
            width = 2 if text[found[0] + 1] == "=" else 1
            yield leaf, Span(found[0], found[0] + width)


def _unwrapped(text: str, span: Span) -> Span:
    """Inside brackets, or a negation's brackets, that go all the way round."""
    span = trimmed(text, span)
    inner = Span(span.start + 1, span.end) if text[span.start : span.end].startswith("!(") else span
    if text[inner.start : inner.start + 1] == "(" and closing(text, inner.start) == span.end - 1:
        return _unwrapped(text, Span(inner.start + 1, span.end - 1))
    return span


def _top_level(text: str, span: Span, pattern: re.Pattern[str]) -> list[int]:
    """Positions where `pattern` stands outside all brackets of the span."""
    depths, depth = {}, 0
    for position in range(span.start, span.end):
        depth -= text[position] in ")]}"
        depths[position] = depth
        depth += text[position] in "([{"
    return [match.start() for match in pattern.finditer(text, span.start, span.end) if depths[match.start()] == 0]
