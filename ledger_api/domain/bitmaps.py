"""The working calendar as the ledger takes it: one bit a day, 256 days a word, the first word being that of the first day."""

from collections.abc import Collection


def working_days(start: int, until: int, holidays: Collection[int], workdays: Collection[int]) -> tuple[int, ...]:
    """The words of [start, until], legal days: Monday to Friday work but for `holidays`, and `workdays` work besides."""
    words: list[int] = []
    for group in range(start >> 8, (until >> 8) + 1):
        days = range(max(start, group << 8), min(until, (group << 8) + 255) + 1)
        words.append(sum(1 << (day & 255) for day in days if _works(day, holidays, workdays)))
    return tuple(words)


def _works(day: int, holidays: Collection[int], workdays: Collection[int]) -> bool:
    weekday = (day + 3) % 7  # 1970-01-01 was a Thursday; Monday is 0
    return day in workdays or (weekday < 5 and day not in holidays)
