"""Moves a demo's clock (演示), by the calendar where working days are meant. Time moves forward only."""

import json
import re
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Final

from ledger_api.cli.demo.house import House, run_tool

BEIJING: Final = timezone(timedelta(hours=8))
_STEP: Final = re.compile(r"\+(\d{1,4})(d|wd)")
_MORNING: Final = 9


def run(folder: Path, move: str) -> int:
    """`move` as `dpr demo clock` takes it; 2 and a line on what is possible when it cannot be understood."""
    house = House(folder)
    try:
        to = target(house, move)
    except ValueError as error:
        print(f"dpr demo clock: {error}", file=sys.stderr)
        return 2
    try:
        print(forward(house, to), end="")
    except RuntimeError as error:
        print(f"dpr demo clock: {error}", file=sys.stderr)
        return 1
    return 0


def forward(house: House, to: datetime) -> str:
    """Move the clock on to a moment, unless it is there already."""
    return run_tool("clock", "--dir", str(house.chain), "--to", to.isoformat())


def now(house: House) -> datetime:
    """The demo's time."""
    shown = json.loads(run_tool("clock", "--dir", str(house.chain), "--show"))
    return datetime.fromtimestamp(shown["time"], BEIJING)


def target(house: House, move: str) -> datetime:
    """The moment a move leads to. Raises ValueError."""
    step = _STEP.fullmatch(move)
    if step is None:
        return _moment(move)
    days, present = int(step[1]), now(house)
    if step[2] == "d":
        return present + timedelta(days=days)
    return present + timedelta(days=_working_days(house, present.date(), days))


def _moment(text: str) -> datetime:
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return datetime.combine(date.fromisoformat(text), datetime.min.time(), BEIJING).replace(hour=_MORNING)
        found = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is no day, no moment (2026-08-20T09:00+08:00), and neither +5d nor +5wd") from None
    if found.tzinfo is None:
        raise ValueError(f"{text!r} lacks its offset: write {text}+08:00")
    return found


def _working_days(house: House, today: date, count: int) -> int:
    """How many days ahead the count-th working day is, by the calendar the service has read from the ledger."""
    from ledger_api.domain.calendar import legal_day
    from ledger_api.index import views
    from ledger_api.store import open_store

    start = legal_day(int(datetime.combine(today, datetime.min.time(), BEIJING).timestamp()))
    with open_store(f"sqlite:///{house.database}").read() as connection:
        calendar = views.calendar(connection, views.moment(connection, None, None))
    return calendar.add(start, count) - start
