"""Recorded consent to exactly one matter: asked, given or refused, deemed by silence, used once (rule 49; SC9)."""

from dataclasses import replace
from typing import Any

import pytest

from ledger_api.domain.words import (
    ConsentMode,
    ConsentState,
    Effect,
    Envelope,
    EnvelopeState,
    Silence,
)
from tests.contracts.burdened import Orders
from tests.contracts.deals import READING, Deals
from tests.contracts.stage import Done
from tests.contracts.stage.acting import Signs
from tests.contracts.stage.stage import day

YEAR_END = day("2026-12-31")
ANSWER = day("2026-08-27")
"""Five working days after Thursday, 20 August 2026."""
SILENT = Envelope(state=EnvelopeState.SET, silence=Silence.CONSENTS, sla=3, until=day("2027-01-01"))
"""Silence for three working days is consent."""


class Asking:
    """A licence of the holder's to the maker, for which a restriction's party is asked."""

    def __init__(self, orders: Orders, deals: Deals) -> None:
        self.orders, self.deals = orders, deals
        self.number = orders.clause_number(effects=Effect.LICENCE_ORDINARY)
        self.act = self.acting()
        self.matter = orders.stage.matter(self.act)

    def acting(self, **changes: Any) -> tuple[Any, ...]:
        """The act."""
        values: dict[str, Any] = {"licensee": self.orders.cast.maker.number, "burdens": [self.number]} | changes
        burdens = values.pop("burdens")
        terms = replace(READING, **values).encode()
        return ("grant", self.orders.entry, self.orders.cast.exchange, terms, self.deals.agreement(), burdens, [])

    @property
    def signers(self) -> list[Signs]:
        """Licensor, licensee, recorder."""
        return [*self.deals.parties, self.orders.cast.exchange.recorder]

    def exercise(self, number: int = 0, matter: bytes = b"") -> tuple[Any, ...]:
        """The act that uses the consent."""
        return ("exerciseConsent", self.orders.entry, number or self.number, matter or self.matter)

    def use(self, *acts: tuple[Any, ...]) -> Done:
        """One filing: the consent is used, then the licence granted."""
        return self.orders.stage.file(self.signers, acts or [self.exercise(), self.act])

    def granted(self) -> None:
        """With the consent asked for and given until the end of the year."""
        self.orders.request(self.number, self.matter)
        self.orders.give(self.number, self.matter, YEAR_END)

    @property
    def state(self) -> ConsentState:
        """Of the consent."""
        return self.orders.consent(self.number, self.matter).state


@pytest.fixture
def asking(orders: Orders, deals: Deals) -> Asking:
    """On 20 August 2026."""
    return Asking(orders, deals)


def test_a_consent_that_is_given_stands_for_a_signature_once(asking: Asking) -> None:
    """Rule 49."""
    asking.granted()
    asking.use()
    assert asking.state == ConsentState.USED
    with asking.orders.stage.refused("ConsentNotGiven", state=ConsentState.USED):
        asking.use()
    with asking.orders.stage.refused("ConsentSpent"):
        asking.use(asking.act)


def test_without_being_used_it_does_not_count(asking: Asking) -> None:
    asking.granted()
    with asking.orders.stage.refused("Burdened"):
        asking.use(asking.act)


def test_it_counts_for_the_very_next_act_only(asking: Asking) -> None:
    """Any other act on the entry in between, and it is spent."""
    asking.granted()
    orders = asking.orders
    between = ("object", orders.entry, orders.cast.holder, 1, 1, 2, b"\x01" * 32)
    with orders.stage.refused("ConsentSpent"):
        asking.use(asking.exercise(), between, asking.act)


def test_it_does_not_count_twice_in_one_filing(asking: Asking) -> None:
    asking.granted()
    with asking.orders.stage.refused("ConsentSpent"):
        asking.use(asking.exercise(), asking.act, asking.act)


def test_it_is_for_exactly_these_terms(asking: Asking) -> None:
    """Rule 49: one day longer is another matter."""
    asking.granted()
    longer = asking.acting(end=READING.end + 1)
    with asking.orders.stage.refused("Burdened"):
        asking.use(asking.exercise(), longer)


def test_lists_are_no_part_of_a_matter(asking: Asking) -> None:
    """They change with the entry; the terms do not."""
    asking.granted()
    other = asking.orders.clause_number(effects=Effect.PLEDGE)
    asking.use(asking.exercise(), asking.acting(burdens=[asking.number, other]))


def test_two_parties_consent_to_one_act(asking: Asking) -> None:
    """Each consent is used by a line of its own, right before the act."""
    orders = asking.orders
    other = orders.clause_number(effects=Effect.LICENCE_ORDINARY, beneficiary=orders.cast.objector)
    asking.granted()
    orders.request(other, asking.matter)
    orders.give(other, asking.matter, YEAR_END, by=[orders.cast.objector.one])
    act = asking.acting(burdens=[asking.number, other])
    with orders.stage.refused("Burdened", number=other):
        asking.use(asking.exercise(), act)
    asking.use(asking.exercise(other), asking.exercise(), act)


def test_a_consent_used_for_one_burden_is_none_for_another(asking: Asking) -> None:
    orders = asking.orders
    other = orders.clause_number(effects=Effect.LICENCE_ORDINARY)
    asking.granted()
    with orders.stage.refused("Burdened", number=other):
        asking.use(asking.exercise(), asking.acting(burdens=[asking.number, other]))


def test_only_a_holder_asks(asking: Asking) -> None:
    """Nobody else writes into the entry's journal."""
    orders = asking.orders
    with orders.stage.refused("NotAHolder"):
        orders.request(asking.number, asking.matter, requester=orders.cast.buyer)
    with orders.stage.refused("AssentMissing"):
        orders.request(asking.number, asking.matter, by=[orders.cast.buyer.one])
    with orders.stage.refused("DigestMissing"):
        orders.request(asking.number, bytes(32))


def test_only_the_burdens_party_answers(asking: Asking) -> None:
    orders = asking.orders
    orders.request(asking.number, asking.matter)
    for by in ([orders.cast.holder.one], [orders.cast.buyer.one]):
        with orders.stage.refused("AssentMissing"):
            orders.give(asking.number, asking.matter, YEAR_END, by=by)
        with orders.stage.refused("AssentMissing"):
            orders.refuse(asking.number, asking.matter, by=by)
    orders.give(asking.number, asking.matter, YEAR_END)
    with orders.stage.refused("AssentMissing"):
        orders.revoke(asking.number, asking.matter, by=[orders.cast.holder.one])


def test_only_who_asked_uses_it(asking: Asking) -> None:
    """A stranger cannot burn another's consent."""
    asking.granted()
    with asking.orders.stage.refused("AssentMissing"):
        asking.orders.stage.file([asking.orders.cast.buyer.one], [asking.exercise()])


def test_a_refusal_ends_the_matter_until_it_is_asked_again(asking: Asking) -> None:
    orders = asking.orders
    orders.request(asking.number, asking.matter)
    orders.refuse(asking.number, asking.matter)
    assert asking.state == ConsentState.REFUSED
    with orders.stage.refused("ConsentNotPending"):
        orders.give(asking.number, asking.matter, YEAR_END)
    with orders.stage.refused("ConsentNotPending"):
        orders.refuse(asking.number, asking.matter)
    with orders.stage.refused("ConsentNotGiven"):
        asking.use()
    asking.granted()
    asking.use()


def test_a_consent_is_revoked_until_it_is_used(asking: Asking) -> None:
    orders = asking.orders
    with orders.stage.refused("ConsentNotGiven"):
        orders.revoke(asking.number, asking.matter)
    asking.granted()
    orders.revoke(asking.number, asking.matter)
    with orders.stage.refused("ConsentNotGiven"):
        asking.use()


def test_a_consent_holds_until_its_last_day(asking: Asking) -> None:
    orders = asking.orders
    orders.request(asking.number, asking.matter)
    with orders.stage.refused("ConsentLapsed"):
        orders.give(asking.number, asking.matter, day("2026-08-19"))
    orders.give(asking.number, asking.matter, day("2026-08-21"))
    orders.stage.on("2026-08-24")
    with orders.stage.refused("ConsentLapsed"):
        asking.use()


def test_it_can_be_used_on_its_last_day(asking: Asking) -> None:
    asking.orders.request(asking.number, asking.matter)
    asking.orders.give(asking.number, asking.matter, day("2026-08-21"))
    asking.orders.stage.on("2026-08-21", "23:00")
    asking.use()


def test_silence_refuses_after_five_working_days(asking: Asking) -> None:
    """SC9 (ii): nothing goes on chain, and a late answer does not count."""
    orders = asking.orders
    orders.request(asking.number, asking.matter)
    orders.stage.on("2026-08-27", "23:00")
    with orders.stage.refused("ConsentPending"):
        orders.request(asking.number, asking.matter)
    orders.stage.on("2026-08-28")
    with orders.stage.refused("AnswerTooLate", lastDay=ANSWER):
        orders.give(asking.number, asking.matter, YEAR_END)
    with orders.stage.refused("AnswerTooLate"):
        orders.refuse(asking.number, asking.matter)
    with orders.stage.refused("ConsentNotGiven"):
        asking.use()
    asking.granted()  # asked again
    asking.use()


def test_an_answer_counts_on_the_last_day(asking: Asking) -> None:
    asking.orders.request(asking.number, asking.matter)
    asking.orders.stage.on("2026-08-27", "23:00")
    asking.orders.give(asking.number, asking.matter, YEAR_END)
    asking.use()


def test_silence_consents_where_the_envelope_says_so(asking: Asking) -> None:
    """Deemed consent: used without an answer, once the days of the envelope are over."""
    orders = asking.orders
    orders.envelope(asking.number, SILENT)
    orders.request(asking.number, asking.matter)
    eve = orders.stage.on("2026-08-25", "23:30")
    with orders.stage.refused("ConsentNotGiven"):
        asking.use()
    orders.stage.on("2026-08-26", "00:00")
    with orders.stage.refused("ConsentNotGiven"):
        orders.stage.file([orders.cast.holder.one], [asking.exercise()], at=eve)
    with orders.stage.refused("ConsentPending"):
        orders.request(asking.number, asking.matter)
    asking.use()


def test_a_deemed_consent_is_revoked_too(asking: Asking) -> None:
    orders = asking.orders
    orders.envelope(asking.number, SILENT)
    orders.request(asking.number, asking.matter)
    orders.stage.on("2026-08-26")
    orders.revoke(asking.number, asking.matter)
    with orders.stage.refused("ConsentNotGiven"):
        asking.use()


def test_a_later_envelope_does_not_change_what_silence_means(asking: Asking) -> None:
    """A clock keeps what it started with."""
    orders = asking.orders
    orders.request(asking.number, asking.matter)
    orders.envelope(asking.number, SILENT)
    orders.stage.on("2026-08-28")
    with orders.stage.refused("ConsentNotGiven"):
        asking.use()


def test_an_envelope_that_forbids_overrules_a_consent(asking: Asking) -> None:
    asking.granted()
    mode: Any = tuple(ConsentMode.FORBID if each is Effect.LICENCE_ORDINARY else 0 for each in list(Effect)[:8])
    asking.orders.envelope(asking.number, Envelope(state=EnvelopeState.SET, mode=mode, until=day("2026-08-27")))
    with asking.orders.stage.refused("Burdened"):
        asking.use()
    asking.orders.stage.on("2026-08-28")
    asking.use()


def test_nobody_consents_where_nobody_may_waive(asking: Asking) -> None:
    number = asking.orders.imposed()
    with asking.orders.stage.refused("BurdenNotWaivable"):
        asking.orders.request(number, asking.matter)
