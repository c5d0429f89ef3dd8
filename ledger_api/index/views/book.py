"""The book at a moment: parameters and the working calendar, by which clocks are read."""

from sqlalchemy import Connection

from ledger_api.domain.calendar import WorkingCalendar
from ledger_api.domain.clocks import Knowledge
from ledger_api.domain.subjects import BOOK
from ledger_api.domain.words import Parameters, Span, WorkingDays
from ledger_api.index.views.moment import Moment
from ledger_api.store import chain_reads


def parameters(connection: Connection, moment: Moment) -> Parameters:
    """The parameters in force at the block."""
    stored = chain_reads.word(connection, moment.at, BOOK, "Parameters")
    return Parameters() if stored is None else Parameters.decode(stored.value)


def calendar(connection: Connection, moment: Moment) -> WorkingCalendar:
    """The working days known at the block: an open clock is read with the newest calendar (rule 125)."""
    stored = chain_reads.word(connection, moment.at, BOOK, "Span")
    span = Span() if stored is None else Span.decode(stored.value)
    groups = chain_reads.words_of(connection, moment.at, BOOK, "WorkingDays")
    days = {each.number: WorkingDays.decode(each.value).working for each in groups}
    return WorkingCalendar(span.from_, span.until, span.version, days)


def knowledge(connection: Connection, moment: Moment) -> Knowledge:
    """By what the clocks of cases are read."""
    return Knowledge(calendar(connection, moment), parameters(connection, moment), moment.time)
