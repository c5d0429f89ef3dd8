"""Lines of journals, as answers show them."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from ledger_api.api.answering import hexed, instant
from ledger_api.api.schemas import entries as shape
from ledger_api.domain.ids import dependant_id, entry_id, officer_id
from ledger_api.index.views import HistoryLine, Veil

_SAFE: Final = 1 << 53
"""Numbers below are read alike by every JSON program."""


def entry_lines(entry: bytes, lines: Sequence[HistoryLine], veil: Veil) -> list[shape.HistoryLine]:
    """Lines of an entry's journal; of those behind the veil only that they are there (rule 60)."""
    return [
        _line(dependant_id(entry, each.ref) if each.ref else entry_id(entry), each, hidden=veil.hides(each))
        for each in lines
    ]


def licence_lines(licence: str, lines: Sequence[HistoryLine], *, hidden: bool) -> list[shape.HistoryLine]:
    """Lines of a licence's own journal: all about the licence, whatever batch or statement they name."""
    return [_line(licence, each, hidden=hidden) for each in lines]


def _line(about: str, line: HistoryLine, *, hidden: bool) -> shape.HistoryLine:
    if hidden:
        return shape.HistoryLine(
            number=line.number,
            event=line.name,
            about=about,
            at=instant(line.at),
            officers=None,
            details=None,
            words=None,
            block=line.block,
            transaction=None,
        )
    written = {write.name for write in line.words}
    return shape.HistoryLine(
        number=line.number,
        event=line.name,
        about=about,
        at=instant(line.at),
        officers=[officer_id(each) for each in line.officers],
        details={name: plain(value) for name, value in line.args.items() if _word_name(name) not in written},
        words=[
            shape.WordWritten(word=each.name, number=each.number, value=hexed(each.value.to_bytes(32, "big")))
            for each in line.words
        ],
        block=line.block,
        transaction=hexed(line.transaction),
    )


def _word_name(parameter: str) -> str:
    """The word a parameter carries goes by its name: `kase` is a Case, `head` a Head."""
    return "Case" if parameter == "kase" else parameter[:1].upper() + parameter[1:]


def plain(value: Any) -> Any:  # noqa: ANN401 - whatever the ledger logs
    """A logged value as JSON: bytes as hexadecimal, numbers too large for JSON programs as text."""
    if isinstance(value, bytes):
        return hexed(value)
    if isinstance(value, Mapping):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return str(value) if isinstance(value, int) and value >= _SAFE else value
