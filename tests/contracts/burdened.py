"""Burdens and consents on the stage: each act is one method, signed by whom it takes unless a test says otherwise.

courts = two_courts(stage, cast)
orders = Orders(case, courts)
number = orders.imposed(term=1096)                 # by court A, on everything
"""

from dataclasses import dataclass
from typing import Any

from ledger_api.domain.words import (
    Burden,
    BurdenKind,
    Consent,
    Effect,
    Envelope,
    Instrument,
    Party,
    Queue,
    Role,
)
from tests.contracts.procedure import ALL, DOCUMENT, SHA256, OverFolio, Someone
from tests.contracts.stage import Cast, Done, Player, Stage, enter

EVERYTHING = (1 << 10) - 1
"""All effects."""


def court(stage: Stage, cast: Cast, name: str) -> Player:
    """A court (虚构) without officers."""
    return enter(stage, cast.operator, f"{name} (虚构)", Role.COURT, {}, 400)


@dataclass
class Orders(OverFolio):
    """Burdens on one registered folio, and orders of two courts."""

    court: Player
    other: Player

    @property
    def queue(self) -> Queue:
        """Its court orders."""
        return self.stage.word(Queue, self.entry)

    def burden(self, number: int) -> Burden:
        """A burden's word."""
        return self.stage.word(Burden, self.entry, number)

    def party(self, player: Player) -> Party:
        """A party's word."""
        return self.stage.word(Party, player)

    def freeze(self, player: Player, number: int) -> Burden:
        """A burden on all a party holds."""
        return self.stage.word(Burden, self.stage.party_subject(player), number)

    def order(self, issuer: Player | None = None, **changes: Any) -> tuple[Any, ...]:
        """An instrument, effective and served now."""
        parts = {
            "issuer": (issuer or self.court).number,
            "kind": Instrument.ORDER,
            "effective_at": self.stage.now,
            "served_at": self.stage.now,
            "alg": SHA256,
            "document": DOCUMENT,
        }
        return tuple((parts | changes).values())

    def impose(
        self,
        *,
        kind: int = BurdenKind.COURT_ORDER,
        rights: int = ALL,
        effects: int = 0,
        term: int = 1096,
        administrator: Player | int = 0,
        order: tuple[Any, ...] | None = None,
        by: Someone = None,
        at: int = 0,
    ) -> Done:
        """Execute an order on the folio."""
        terms = (self.entry, kind, rights, effects, term, administrator, order or self.order())
        return self.file(by, "impose", *terms, at=at)

    def imposed(self, **terms: Any) -> int:
        """The same; the burden's number."""
        return self.impose(**terms).line("BurdenImposed").number

    def promote(self, number: int, burdens: list[int], *, by: Someone = None, at: int = 0) -> Done:
        """Let a queued order's term begin; anyone may."""
        return self.file(by or [self.cast.objector.one], "promote", self.entry, number, burdens, at=at)

    def renew(
        self, number: int, term: int, *, order: tuple[Any, ...] | None = None, by: Someone = None, at: int = 0
    ) -> Done:
        """Extend an order."""
        return self.file(by, "renew", self.entry, number, term, order or self.order(), at=at)

    def lift(self, number: int, *, order: tuple[Any, ...] | None = None, by: Someone = None, at: int = 0) -> Done:
        """Lift by a later order."""
        return self.file(by, "lift", self.entry, number, order or self.order(), at=at)

    def close(self, number: int, *, at: int = 0) -> Done:
        """Close what is over; anyone may."""
        return self.file([self.cast.buyer.two], "closeBurden", self.entry, number, at=at)

    def clause(
        self,
        *,
        beneficiary: Player | None = None,
        rights: int = ALL,
        effects: int = Effect.PLEDGE,
        until: int = 0,
        by: Someone = None,
        at: int = 0,
    ) -> Done:
        """Register an agreed restriction."""
        terms = (self.entry, beneficiary or self.cast.second, rights, effects, until, SHA256, DOCUMENT)
        return self.file(by or [self.case.filer.one], "registerClause", *terms, at=at)

    def clause_number(self, **terms: Any) -> int:
        """The same; its number."""
        return self.clause(**terms).line("ClauseRegistered").number

    def priority(
        self, days: int = 10, *, beneficiary: Player | None = None, rights: int = ALL, by: Someone = None
    ) -> Done:
        """Keep somebody a place."""
        terms = (self.entry, beneficiary or self.cast.second, rights, days, SHA256, DOCUMENT)
        return self.file(by or [self.case.filer.one], "notePriority", *terms)

    def give_up(self, number: int, *, by: Someone = None) -> Done:
        """End a restriction."""
        return self.file(by or [self.cast.second.one], "giveUp", self.entry, number, SHA256, DOCUMENT)

    def mark(self, kind: int, *, rights: int = ALL, effects: int = 0, by: Someone = None) -> Done:
        """Mark a lost source or a conflict."""
        return self.file(by, "markEntry", self.entry, kind, rights, effects, SHA256, DOCUMENT)

    def clear_mark(self, number: int, *, by: Someone = None) -> Done:
        """Take the mark away."""
        return self.file(by, "clearMark", self.entry, number, SHA256, DOCUMENT)

    def restrain(
        self,
        party: Player,
        *,
        kind: int = BurdenKind.COURT_ORDER,
        term: int = 365,
        order: tuple[Any, ...] | None = None,
        by: Someone = None,
    ) -> int:
        """Freeze all a party holds; the number."""
        terms = (party, kind, term, self.case.keeper, order or self.order())
        return self.file(by, "restrainParty", *terms).line("PartyRestrained").number

    def renew_restraint(
        self, party: Player, number: int, term: int, *, order: tuple[Any, ...] | None = None, by: Someone = None
    ) -> Done:
        """Extend such a freeze."""
        terms = (party, number, term, self.case.keeper, order or self.order())
        return self.file(by, "renewRestraint", *terms)

    def lift_restraint(
        self, party: Player, number: int, *, order: tuple[Any, ...] | None = None, by: Someone = None
    ) -> Done:
        """Lift it."""
        return self.file(by, "liftRestraint", party, number, self.case.keeper, order or self.order())

    def close_restraint(self, party: Player, number: int) -> Done:
        """Close it when it is over; anyone may."""
        return self.file([self.cast.buyer.one], "closeRestraint", party, number)

    # -- consents

    def envelope(self, number: int, word: Envelope, *, by: Someone = None) -> Done:
        """Set a standing consent; the second party's unless said."""
        return self.file(by or [self.cast.second.one], "setEnvelope", self.entry, number, word, SHA256, DOCUMENT)

    def consent(self, number: int, matter: bytes) -> Consent:
        """A consent's word."""
        return self.stage.word(Consent, self.entry, number, matter)

    def request(self, number: int, matter: bytes, *, requester: Player | None = None, by: Someone = None) -> Done:
        """Ask for consent to a matter."""
        asking = requester or self.case.filer
        terms = (self.entry, number, asking, matter, SHA256, DOCUMENT)
        return self.file(by or [asking.one], "requestConsent", *terms)

    def give(self, number: int, matter: bytes, until: int, *, by: Someone = None, at: int = 0) -> Done:
        """Give it."""
        terms = (self.entry, number, matter, until, SHA256, DOCUMENT)
        return self.file(by or [self.cast.second.one], "giveConsent", *terms, at=at)

    def refuse(self, number: int, matter: bytes, *, by: Someone = None) -> Done:
        """Refuse it."""
        return self.file(by or [self.cast.second.one], "refuseConsent", self.entry, number, matter, SHA256, DOCUMENT)

    def revoke(self, number: int, matter: bytes, *, by: Someone = None) -> Done:
        """Take it back."""
        return self.file(by or [self.cast.second.one], "revokeConsent", self.entry, number, matter, SHA256, DOCUMENT)

    def file(self, by: Someone, name: str, *terms: Any, at: int = 0) -> Done:
        """One act in a filing of its own, by the registrar's pair unless said."""
        return self.stage.file(self.case.keeper.pair if by is None else by, [(name, *terms)], at=at)
