"""Numbers, days, moments, and the working calendar."""

from ledger_api.domain import readings, words
from ledger_api.domain.acts import ABSENCES
from ledger_api.domain.bitmaps import working_days
from ledger_api.domain.errors import NotUnderstood
from ledger_api.domain.phrases import phrase, value_text
from ledger_api.filings.kinds.written import Surroundings, Written, given_list, given_object, joined, shown
from ledger_api.filings.values import Value, alike, listed


def whole(written: Written, _: Surroundings) -> Value:
    """A whole number of at most 24 bits, the widest there is: an edition."""
    value = readings.whole(written.given, written.where, (1 << 24) - 1)
    return Value((value,), alike(str(value)))


def count(written: Written, _: Surroundings) -> Value:
    """How much was used: a whole number of at most 48 bits."""
    value = readings.whole(written.given, written.where, (1 << 48) - 1)
    return Value((value,), alike(str(value)))


def day(written: Written, _: Surroundings) -> Value:
    """A legal day."""
    value = readings.day(written.given, written.where)
    return Value((value,), alike(value_text(value, "day", "en")))


def days(written: Written, _: Surroundings) -> Value:
    """A last day for each right, `{"HOLD": "2031-08-19"}`; a right left out lasts as long as the credential."""
    given = given_object(written)
    readings.only(given, words.Right.__members__, written.where)
    values = tuple(
        readings.day(given[right.name], f"{written.where}.{right.name}") if right.name in given else 0
        for right in words.Right
    )
    parts = [
        joined(shown("mask:Right", right), alike(value_text(value, "day", "en")))
        for right, value in zip(words.Right, values, strict=True)
        if value
    ]
    return Value((values,), listed(parts, ABSENCES["credential"]))


def moment(written: Written, _: Surroundings) -> Value:
    """A moment."""
    value = readings.moment(written.given, written.where)
    return Value((value,), alike(value_text(value, "time", "en")))


def calendar(written: Written, around: Surroundings) -> Value:
    """Holidays and working weekends of a span of days; what is neither works from Monday to Friday."""
    given = given_object(written)
    readings.only(given, {"holidays", "workdays"}, written.where)
    holidays, workdays = (
        {
            readings.day(each, f"{written.where}.{name}")
            for each in given_list(given.get(name, []), f"{written.where}.{name}")
        }
        for name in ("holidays", "workdays")
    )
    start, until = readings.day(around.given("from"), "from"), readings.day(around.given("until"), "until")
    if until < start or until - start > 3 * 256:
        raise NotUnderstood("value-not-valid", field="until", wanted="from … from + 768 days")
    off, on = (
        listed([alike(value_text(day, "day", "en")) for day in sorted(days)], ABSENCES["none"])
        for days in (holidays, workdays)
    )
    text = phrase(f"放假 {off['zh']}；调休上班 {on['zh']}", f"holidays {off['en']}; working weekends {on['en']}")
    return Value((working_days(start, until, holidays, workdays),), text)
