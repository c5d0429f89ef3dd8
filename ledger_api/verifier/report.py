"""The answer: what each part of a bundle came to, and whether all of it together is to be believed.

A report holds codes and facts; its sentences come from the table in `reasons`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal, TypeAlias

from .reasons import PROBLEMS, REASONS

State: TypeAlias = Literal["ok", "failed", "absent", "unchecked"]
Verdict: TypeAlias = Literal["valid", "failed", "not-pinned", "unreadable"]
Language: TypeAlias = Literal["zh", "en"]

PARTS: Final = (
    "document",
    "chain",
    "seal",
    "header",
    "account",
    "subject",
    "storage",
    "acts",
    "words",
    "receipt",
    "filings",
    "openings",
)
"""Every part, in the order it is checked."""

_VERDICTS: Final[Mapping[Verdict, tuple[str, str]]] = {
    "valid": ("有效", "valid"),
    "failed": ("无效：{part}", "not valid: {part} fails"),
    "not-pinned": (
        "内部一致，但未与指定的起点比较（缺 {missing}），不能视为有效",
        "internally consistent, not pinned (give {missing}): not to be taken as valid",
    ),
    "unreadable": ("无法读取", "unreadable"),
}


class Refused(Exception):
    """A check does not hold. `code` is one of `reasons.REASONS`; the facts fill its sentence."""

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, str | int] = facts


@dataclass(frozen=True, slots=True)
class Finding:
    """What one part came to."""

    part: str
    state: State
    code: str
    facts: Mapping[str, str | int] = field(default_factory=dict)

    def describe(self, language: Language) -> str:
        """The sentence, in one language."""
        facts = dict(self.facts)
        if language == "zh" and "problem" in facts:
            facts["problem"] = PROBLEMS.get(str(facts["problem"]), facts["problem"])
        return REASONS[self.code][language == "en"].format_map(facts)


@dataclass(frozen=True, slots=True)
class Report:
    """Findings in the order of `PARTS`; `missing` names the pins that were not given; `about` says what was proved."""

    findings: tuple[Finding, ...]
    missing: tuple[str, ...]
    about: Mapping[str, Any]

    @property
    def failing(self) -> str | None:
        """The first part that fails."""
        return next((each.part for each in self.findings if each.state == "failed"), None)

    @property
    def valid(self) -> bool:
        """Every part holds, from a pinned genesis, ledger and signer."""
        return self.verdict == "valid"

    @property
    def verdict(self) -> Verdict:
        """In one word."""
        if any(each.part == "document" and each.state == "failed" for each in self.findings):
            return "unreadable"
        if self.failing:
            return "failed"
        return "not-pinned" if self.missing else "valid"

    def of(self, part: str) -> Finding:
        """What one part came to."""
        return next(each for each in self.findings if each.part == part)

    def describe(self, language: Language) -> str:
        """The verdict as a sentence."""
        template = _VERDICTS[self.verdict][language == "en"]
        return template.format(part=self.failing, missing=", ".join(self.missing))

    def to_json(self) -> dict[str, Any]:
        """For programs: stable member names and codes."""
        return {
            "verdict": self.verdict,
            "valid": self.valid,
            "failing": self.failing,
            "missingPins": list(self.missing),
            "zh": self.describe("zh"),
            "en": self.describe("en"),
            "parts": [_finding_json(each) for each in self.findings],
            "about": dict(self.about),
        }


def _finding_json(finding: Finding) -> dict[str, Any]:
    return {
        "part": finding.part,
        "state": finding.state,
        "code": finding.code,
        "facts": dict(finding.facts),
        "zh": finding.describe("zh"),
        "en": finding.describe("en"),
    }


def stopped(part: str, refusal: Refused, missing: Sequence[str]) -> Report:
    """The report on a document that could not be read in full because of one part."""
    rest = [Finding(each, "unchecked", "unchecked") for each in PARTS if each != part]
    findings = [*rest, Finding(part, "failed", refusal.code, refusal.facts)]
    return Report(tuple(sorted(findings, key=lambda each: PARTS.index(each.part))), tuple(missing), {})
