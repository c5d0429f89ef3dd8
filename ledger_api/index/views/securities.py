"""Securities at a moment: rank by the verified filings, the clocks that run, what an enforcement would remove; and whom they concern.

Everything follows from recorded facts. Amounts are only committed to, so what a security covers is never told here (rules 10, 79).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from sqlalchemy import Connection

from ledger_api.domain.calendar import CalendarMissing, WorkingCalendar
from ledger_api.domain.coverage import Valuation
from ledger_api.domain.rank import Interest, Publicity, Ranked, ahead_of, effective_rank, is_purchase_money
from ledger_api.domain.survival import Grant, Survival, forbade, survival
from ledger_api.domain.words import (
    Attestation,
    AttestationKind,
    AttestationPurpose,
    Burden,
    Debt,
    Effect,
    ExternalFiling,
    FilingAct,
    Guarantee,
    Head,
    Licence,
    LicenceKind,
    Members,
    Security,
    SecurityFlag,
    SecurityState,
)
from ledger_api.index.views.book import calendar
from ledger_api.index.views.dependants import Dependant, dependants
from ledger_api.index.views.effective import Effective, effective
from ledger_api.index.views.history import HistoryLine, history
from ledger_api.index.views.moment import Moment, moment
from ledger_api.index.views.standing import AttestationStatus, attestation_status
from ledger_api.store import chain_reads

PERFECT_DAYS = 10
"""Working days to perfect what was recorded, as Securities.sol has them (rule 67)."""
OPEN = frozenset({SecurityState.RECORDED, SecurityState.PERFECTED, SecurityState.LAPSED, SecurityState.ENFORCING})
"""Realising a security changes nothing of its rank, as Securities.sol has it."""


class SecurityStatus(Enum):
    """A security on a day (SM-6)."""

    RECORDED = "recorded"
    """Only here: it gives no priority (rule 67)."""
    PERFECTED = "perfected"
    LAPSED = "lapsed"
    """The term of its filing is over, whether that was noted or not (rule 71)."""
    RELEASED = "released"
    VOIDED = "voided"
    ENFORCING = "enforcing"
    REALISED = "realised"
    PARTLY_REALISED = "partly_realised"
    EXTINGUISHED = "extinguished"
    """By an instrument."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A clock that runs."""

    code: str
    due: int | None
    """Last legal day; None where the calendar does not reach."""
    passed: bool


@dataclass(frozen=True, slots=True)
class SecurityView:
    """A security."""

    dependant: Dependant
    status: SecurityStatus
    places: tuple[int, ...]
    """Of what was filed first and of its increases, from 1; empty when it has no rank."""
    ahead: tuple[int, ...]
    """Securities that are paid before it, or beside it in proportion (rule 68)."""
    purchase_money: bool
    """Whether it goes ahead of the buyer's other security (rule 70)."""
    deadlines: tuple[Deadline, ...]
    valuation_until: int | None
    """Last legal day on which the valuation relied on may be used; None when there is none that may (rule 80)."""
    removable: tuple[int, ...]
    """Licences that a sale of the right may remove (rules 51, 97)."""


def securities(connection: Connection, when: Moment, entry: bytes) -> tuple[SecurityView, ...]:
    """All securities an entry has had by the moment, by number."""
    found = dependants(connection, when, entry, (Security,))
    if not found:
        return ()
    lines = history(connection, when, entry)
    standing = interests(found[0].words, lines, when)
    ranked = effective_rank(standing, when.on_time)
    fates = survival(_grants(connection, found[0].words, lines), standing, when.on_time)
    removable = tuple(number for number, fate in fates.items() if fate is Survival.REMOVABLE)
    days = calendar(connection, when)
    by_number = {each.number: each for each in standing}
    return tuple(
        SecurityView(
            dependant=each,
            status=_status(each.word(Security), when.on_day),
            places=tuple(one.place for one in ranked if one.number == each.number and one.is_perfected),
            ahead=_ahead(ranked, each.number),
            purchase_money=each.number in by_number and is_purchase_money(by_number[each.number]),
            deadlines=tuple(_deadlines(each, days, when.on_day)),
            valuation_until=_valuation(connection, when, each),
            removable=removable if each.number in by_number else (),
        )
        for each in found
    )


def interests(words: Effective, lines: Sequence[HistoryLine], when: Moment) -> list[Interest]:
    """The securities over an entry's OPERATE right that are not over: each has that right (rule 62)."""
    found = ((number, word) for number, _, word in words.scoped(Security) if word.state in OPEN)
    return [_interest(number, word, lines, when) for number, word in found]


def perfected(words: Effective, when: Moment) -> frozenset[int]:
    """Numbers of those that have publicity at the moment (rule 67)."""
    standing = interests(words, (), when)
    return frozenset(each.number for each in standing if each.perfected_since(when.on_time) is not None)


def concerned(connection: Connection, entry: bytes, number: int) -> frozenset[int]:
    """Parties that a security concerns now: they read all of it, others that it exists, its rank and its period (rules 60, 78).

    Whoever is named in it, the holders, the registrar, and the creditors of other securities over the same rights; of a joint
    holding also its members.
    """
    now = moment(connection)
    words = effective(connection, now, entry)
    burden, debt = words.word(Burden, number) or Burden(), words.word(Debt, number) or Debt()
    guarantee = words.word(Guarantee, debt.guarantee) or Guarantee()
    head = words.word(Head) or Head()
    named = {burden.party, burden.grantor, burden.ack, debt.debtor, debt.takeover, guarantee.guarantor}
    named |= {head.registrar, *head.holder, *_creditors(words, burden)}
    return frozenset(each for party in named - {0} for each in (party, *members(connection, now, party)))


def _creditors(words: Effective, charged: Burden) -> Iterator[int]:
    for number, _, security in words.scoped(Security):
        other = words.word(Burden, number) or Burden()
        if security.state in OPEN and other.rights & charged.rights:
            yield other.party


def members(connection: Connection, when: Moment, party: int) -> Iterator[int]:
    """The members of a joint holding; of any other party none."""
    stored = chain_reads.numbered(connection, when.at, "Members", party)
    yield from (each for each in Members.decode(stored.value).member if each) if stored else ()


def _interest(number: int, word: Security, lines: Sequence[HistoryLine], when: Moment) -> Interest:
    filing = Publicity(word.filed_at, word.until, word.sequence) if word.filed_at else None
    verified = (each for each in lines if each.ref == number and each.name == "FilingVerified")
    known = (each for each in verified if each.at <= when.on_time or not when.looks_back)
    filings = [ExternalFiling.decode(each.args["filing"]) for each in known]
    split = word.behind == word.split_of
    return Interest(
        number=number,
        filing=filing,
        increases=tuple(
            Publicity(each.filed_at, word.until, each.sequence)
            for each in filings
            if each.kind == FilingAct.AMEND and each.filed_at >= word.filed_at
        ),
        delivered=word.delivered if SecurityFlag.PURCHASE_MONEY in word.flags else None,
        behind=word.behind if split else 0,
        after=0 if split else word.behind,
    )


def _status(word: Security, day: int) -> SecurityStatus:
    if word.state == SecurityState.PERFECTED and day > word.until:
        return SecurityStatus.LAPSED
    return SecurityStatus[word.state.name]


def _ahead(ranked: Sequence[Ranked], number: int) -> tuple[int, ...]:
    """What is paid before it or beside it; nothing of one that has no rank, for it is not paid as a security at all."""
    if not any(each.number == number and each.is_perfected for each in ranked):
        return ()
    return tuple(sorted({each.number for each in ahead_of(ranked, number)}))


def _deadlines(each: Dependant, days: WorkingCalendar, day: int) -> Iterator[Deadline]:
    word, debt = each.word(Security), each.word(Debt)
    if word.state == SecurityState.RECORDED:
        yield _deadline("perfection", _after(days, each.word(Burden).day, PERFECT_DAYS), day)
    if word.state in {SecurityState.PERFECTED, SecurityState.ENFORCING} and word.filed_at:
        yield _deadline("filing_term", word.until, day)
    if word.state in OPEN:
        yield _deadline("maturity", debt.maturity, day)
    if word.state in OPEN and debt.defaulted:
        yield _deadline("cure", debt.cure_until, day)
    if word.cancel_days and SecurityFlag.CANCEL_FILED not in word.flags:
        yield _deadline("cancellation", _after(days, word.closed, word.cancel_days), day)  # rule 90


def _deadline(code: str, due: int | None, day: int) -> Deadline:
    return Deadline(code, due, passed=due is not None and day > due)


def _after(days: WorkingCalendar, day: int, count: int) -> int | None:
    try:
        return days.add(day, count)
    except CalendarMissing:
        return None


def _valuation(connection: Connection, when: Moment, each: Dependant) -> int | None:
    """Until when the valuation relied on may be used, if it may on the day (rules 80, 118)."""
    word = each.words.word(Attestation, each.word(Debt).valuation)
    if word is None or word.kind != AttestationKind.VALUATION:
        return None
    found = Valuation(
        amount=Decimal(0),  # committed to, and not asked for here
        base_date=word.base,
        valid_until=word.until,
        is_active=attestation_status(connection, when, word) is AttestationStatus.ACTIVE,
        is_for_pledge=word.purpose == AttestationPurpose.PLEDGE,
    )
    return found.last_usable() if found.is_usable(when.on_day) else None


def _grants(connection: Connection, words: Effective, lines: Sequence[HistoryLine]) -> list[Grant]:
    """The licences in effect. One granted while a security forbade it has its creditor's consent: the ledger asked for it (rule 49)."""
    granted = {each.ref: each.block for each in lines if each.name == "LicenceGranted"}
    return [
        Grant(
            number=number,
            recorded_at=_time_of(connection, granted[number]),
            parent=word.parent,
            consented=frozenset(each for each, _, _ in words.scoped(Security) if _consented(words, each, number, word)),
        )
        for number, _, word in words.scoped(Licence)
    ]


def _consented(words: Effective, security: int, number: int, licence: Licence) -> bool:
    """Whether the security, or the one it was split from, stood when the licence was granted, and forbids such licences."""
    origin = security
    while (word := words.word(Security, origin)) is not None and word.split_of:
        origin = word.split_of
    ordinary = licence.kind == LicenceKind.NON_EXCLUSIVE
    asked = Effect.LICENCE_ORDINARY if ordinary else Effect.LICENCE_EXCLUSIVE
    forbidden = forbade(word or Security(), words.word(Burden, origin) or Burden(), number)
    return origin < number and bool(forbidden & asked)


def _time_of(connection: Connection, number: int) -> int:
    block = chain_reads.block(connection, number)
    if block is None:
        raise LookupError(f"block {number} was not indexed")
    time: int = block["time"]
    return time
