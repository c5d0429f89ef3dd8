"""What follows from the register: facts read through the index and the routes, handed to the pure functions of the domain.

Amounts come out of the openings of the party that is asked, as it would read them; who may not open them gets None.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from ledger_api.domain.calendar import from_date
from ledger_api.domain.coverage import Valuation
from ledger_api.domain.overlays import Facts, Overlay, entry_overlays
from ledger_api.domain.packing import Word
from ledger_api.domain.rank import Interest, Publicity
from ledger_api.domain.survival import Grant, forbade
from ledger_api.domain.words import (
    Attestation,
    AttestationPurpose,
    AttestationState,
    Burden,
    Effect,
    ExternalFiling,
    FilingAct,
    FilingStatus,
    Head,
    Licence,
    LicenceKind,
    Security,
)
from ledger_api.index import views
from tests.contracts.stage.stage import day
from tests.scenarios.halves import Loan
from tests.scenarios.story import Done, Story

_PUBLISHED = {"PERFECTED", "LAPSED", "ENFORCING"}
_LIVE = {"RECORDED"} | _PUBLISHED
"""States of a security, by name: it stays published while it is enforced."""


def claim(story: Story, loan: Loan, by: str) -> Mapping[str, Any]:
    """What a party may read of a loan's amounts."""
    return story.opened(loan.recorded, by)


def interests(story: Story, entry: str, maxima: Mapping[int, Decimal] | None = None) -> tuple[Interest, ...]:
    """Every live security over an entry, with its verified filing; `maxima` are the registered amounts that were opened."""
    found: list[Interest] = []
    for number, word in words_of(story, entry, Security):
        if word.state.name not in _LIVE:
            continue
        behind = word.split_of or word.behind
        found.append(Interest(number, _filing(story, entry, number, word, (maxima or {}).get(number)), behind=behind))
    return tuple(found)


def _filing(story: Story, entry: str, number: int, word: Security, maximum: Decimal | None) -> Publicity | None:
    """What publishes it; of one that is not perfected, the filing that waits for a second person, which counts for nothing."""
    if word.state.name in _PUBLISHED:
        return Publicity(word.filed_at, word.until, word.sequence, maximum)
    pending = story.word(ExternalFiling, entry, number)
    if pending is None or pending.kind is not FilingAct.INITIAL:
        return None
    return Publicity(
        pending.filed_at, pending.until, pending.sequence, maximum, is_verified=pending.status is FilingStatus.VERIFIED
    )


def valuation(story: Story, entry: str, done: Done, by: str) -> Valuation:
    """An appraiser's opinion as `by` reads it today: its amount opened, its word, its attestor's accreditation."""
    word = story.word(Attestation, entry, done.number)
    attestor = story.read(f"/v1/parties/P-{word.attestor}")
    (accreditation,) = (each for each in attestor["accreditations"] if each["kind"] == "APPRAISAL_FILING")
    suspended = accreditation["status"] in {"SUSPENDED", "REMOVED"}
    return Valuation(
        Decimal(story.opened(done, by)["amount"]),
        word.base,
        word.until,
        is_active=word.state is AttestationState.ACTIVE and not suspended,
        is_for_pledge=word.purpose is AttestationPurpose.PLEDGE,
    )


def overlay(story: Story, entry: str, on: str | None = None) -> Overlay:
    """The flags over an entry on a day."""
    at = story.stage.now
    with story.office.store.read() as connection:
        words = story.words(connection, entry, on)
        burdens = {number: word for number, _, word in words.scoped(Burden)}
        licences = {number: word for number, _, word in words.scoped(Licence)}
        head = words.word(Head) or Head()
    perfected = frozenset(each.number for each in interests(story, entry) if each.perfected_since(at))
    return entry_overlays(Facts(head, burdens, licences, perfected), day(on or story.today))


def grants(story: Story, entry: str) -> tuple[Grant, ...]:
    """Every licence of an entry with the block that recorded it, and the securities whose creditors let it pass.

    A security that stood open and forbids such a licence let it pass: the ledger takes none without consent (rule 49). What was
    split from it later is bound alike.
    """
    history = story.read(f"/v1/entries/{entry}/history", limit=200)["data"]
    granted = {int(each["about"].partition("/")[2]): each for each in history if each["event"] == "LicenceGranted"}
    licences = dict(words_of(story, entry, Licence))
    burdens, securities = dict(words_of(story, entry, Burden)), dict(words_of(story, entry, Security))
    origins = {number: word.split_of or number for number, word in securities.items()}
    found: list[Grant] = []
    for number, line in granted.items():
        word = licences[number]
        effect = Effect.LICENCE_ORDINARY if word.kind is LicenceKind.NON_EXCLUSIVE else Effect.LICENCE_EXCLUSIVE
        consented = {
            each
            for each, origin in origins.items()
            if origin < number and forbade(securities[origin], burdens[origin], number) & effect
        }
        found.append(Grant(number, block_time(story, line["block"]), word.parent, frozenset(consented)))
    return tuple(found)


def block_time(story: Story, block: int) -> int:
    """Unix seconds of a block."""
    with story.office.store.read() as connection:
        return views.moment(connection, str(block)).time


def words_of(story: Story, entry: str, kind: type[Word]) -> list[tuple[int, Any]]:
    """All words of a type an entry has, by number."""
    with story.office.store.read() as connection:
        return [(number, word) for number, _, word in story.words(connection, entry).scoped(kind)]


def legal(date: str) -> int:
    """The legal day of a date."""
    return day(date)


def dates(days: Iterable[int]) -> list[str]:
    """Legal days as dates."""
    from ledger_api.domain.calendar import to_date

    return [str(to_date(each)) for each in days]


__all__ = ["claim", "dates", "from_date", "grants", "interests", "legal", "overlay", "valuation"]
