"""Whom and what an act is about: entries, their dependants, parties, officers, other filings."""

from ledger_api.domain import readings
from ledger_api.domain.acts import ABSENCES
from ledger_api.domain.errors import NotUnderstood
from ledger_api.domain.ids import entry_id, officer_id
from ledger_api.domain.phrases import Phrase, phrase
from ledger_api.filings.kinds.written import Surroundings, Written, given_list, given_object, joined
from ledger_api.filings.values import Value, alike, listed

MEMBERS = 8
"""Of a joint holding, at most."""
QUORA = ("dispose", "charge", "exclusive", "ordinary")


def entry(written: Written, around: Surroundings) -> Value:
    """An entry."""
    found = around.entry(written.given, written.where)
    return Value((found,), alike(entry_id(found)))


def entries(written: Written, around: Surroundings) -> Value:
    """Several entries, in the order given."""
    found = tuple(around.entry(each, written.where) for each in given_list(written.given, written.where))
    return Value((found,), listed([alike(entry_id(each)) for each in found], ABSENCES["none"]))


def numbers(written: Written, _: Surroundings) -> Value:
    """Numbers of dependants."""
    found = tuple(
        readings.whole(each, written.where, readings.RELATIVE - 1) for each in given_list(written.given, written.where)
    )
    return Value((found,), listed([alike(str(each)) for each in found], ABSENCES["none"]))


def number(written: Written, around: Surroundings) -> Value:
    """A dependant of the act's entry."""
    found, text = around.number(written.given, written.term.kind, written.where)
    return Value((found,), text)


def of_licence(written: Written, around: Surroundings) -> Value:
    """A batch or statement of the act's licence, by its number on the licence's own journal."""
    found, text = around.number_of_licence(written.given, written.term.kind, written.where)
    return Value((found,), text)


def party(written: Written, around: Surroundings) -> Value:
    """A party."""
    found, text = around.party(written.given, written.where)
    return Value((found,), text, party=found)


def officer(written: Written, _: Surroundings) -> Value:
    """An officer."""
    found = readings.numbered(written.given, "O")
    return Value((found,), alike(officer_id(found)))


def members(written: Written, around: Surroundings) -> Value:
    """Members of a joint holding with their shares in basis points."""
    found: list[tuple[int, int, Phrase]] = []
    for each in given_list(written.given, written.where):
        given = given_object(Written(written.term, each, written.where))
        readings.only(given, {"party", "weight"}, written.where)
        member, text = around.party(given.get("party"), f"{written.where}.party")
        found.append((member, readings.whole(given.get("weight"), f"{written.where}.weight", 10_000), text))
    found.sort(key=lambda each: each[0])
    if not 2 <= len(found) <= MEMBERS:
        raise NotUnderstood("value-not-valid", field=written.where, wanted=f"2 … {MEMBERS}")
    blank = (0,) * (MEMBERS - len(found))
    parts = [joined(text, alike(f"{weight / 100:g}%")) for _, weight, text in found]
    return Value(
        ((*(member for member, _, _ in found), *blank), (*(weight for _, weight, _ in found), *blank)),
        listed(parts, ABSENCES["none"]),
    )


def quora(written: Written, _: Surroundings) -> Value:
    """Which share of the votes each effect needs, in basis points."""
    given = given_object(written)
    readings.only(given, QUORA, written.where)
    values = tuple(readings.whole(given.get(name), f"{written.where}.{name}", 10_000) for name in QUORA)
    names = (
        phrase("处分", "dispose"),
        phrase("担保", "charge"),
        phrase("独占许可", "exclusive"),
        phrase("普通许可", "ordinary"),
    )
    parts = [joined(name, alike(f"{value / 100:g}%")) for name, value in zip(names, values, strict=True)]
    return Value((values,), listed(parts, ABSENCES["none"]))


def filing(written: Written, around: Surroundings) -> Value:
    """Another filing."""
    return Value(around.filing(written.given), alike(str(written.given)))
