"""Codes and sets of codes, by the names enumerations give them."""

from ledger_api.domain import readings, words
from ledger_api.domain.acts import ABSENCES
from ledger_api.domain.phrases import phrase
from ledger_api.filings.kinds.written import Surroundings, Written, given_object, joined, shown
from ledger_api.filings.values import Value, listed

MODES = list(words.Effect)[:8]
"""Effects that a standing consent has a mode for."""


def code(written: Written, of: str) -> Value:
    """One code."""
    value = readings.code(written.given, getattr(words, of), written.where)
    return Value((value,), shown(written.term.kind, value))


def mask(written: Written, of: str) -> Value:
    """A set of codes."""
    value = readings.mask(written.given, getattr(words, of), written.where)
    if not value:
        return Value(
            (value,), ABSENCES[written.term.absent or "none"] if written.term.absent != "kept" else ABSENCES["any"]
        )
    return Value((value,), shown(written.term.kind, value))


def flag(written: Written, of: str) -> Value:
    """A mark that is raised or not: `flag:CaseFlag.WAIVER_ASKED`."""
    kind, _, name = of.partition(".")
    mask = getattr(words, kind)
    raised = readings.flag(written.given, written.where)
    return Value((mask[name] if raised else mask(0),), phrase("是", "yes") if raised else ABSENCES["no"])


def modes(written: Written, _: Surroundings) -> Value:
    """How a standing consent stands to each effect, `{"LICENCE_ORDINARY": "PRE_APPROVED"}`; case by case where nothing is said."""
    given = given_object(written)
    readings.only(given, {str(each.name) for each in MODES}, written.where)
    values = tuple(
        readings.code(given[name], words.ConsentMode, f"{written.where}.{name}")
        if (name := str(effect.name)) in given
        else words.ConsentMode.CASE_BY_CASE
        for effect in MODES
    )
    parts = [
        joined(shown("mask:Effect", effect), shown("code:ConsentMode", value))
        for effect, value in zip(MODES, values, strict=True)
        if str(effect.name) in given
    ]
    return Value((values,), listed(parts, shown("code:ConsentMode", words.ConsentMode.CASE_BY_CASE)))
