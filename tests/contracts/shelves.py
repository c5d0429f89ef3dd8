"""Listings on the stage: each act is one method, signed by whom it takes unless a test says otherwise.

shelf = Shelf.over(case)          # a registered folio with a compliance opinion
number = shelf.listed()           # by the holder and the exchange
"""

from dataclasses import dataclass
from typing import Any

from ledger_api.domain.words import Delivery, Listing, ListingReason
from tests.contracts.attestations.reports import opined
from tests.contracts.procedure import DOCUMENT, SHA256, Procedure, Someone
from tests.contracts.stage import Done


@dataclass
class Shelf:
    """Listings of one folio."""

    case: Procedure
    opinion: int

    @classmethod
    def over(cls, case: Procedure) -> "Shelf":
        """With a law firm's opinion on its data, in force until 19 July 2027."""
        return cls(case, opined(case))

    def list(self, *, by: Someone = None, at: int = 0, **changes: Any) -> Done:
        """The holder and the exchange sign."""
        cast = self.case.cast
        terms: dict[str, Any] = {
            "venue": cast.exchange, "delivery": Delivery.API | Delivery.SANDBOX, "compliance": self.opinion, "alg": SHA256,
            "specification": DOCUMENT, "offer": DOCUMENT, "sources": DOCUMENT,
        } | changes  # fmt: skip
        venue, delivery, compliance, *prospectus = terms.values()
        values = (self.case.entry, venue, delivery, compliance, tuple(prospectus))
        return self.case.file(by, [cast.holder.one, cast.exchange.recorder], "listProduct", *values, at=at)

    def listed(self) -> int:
        """The listing's number."""
        return self.list().line("ProductListed").number

    def word(self, number: int) -> Listing:
        """A listing."""
        return self.case.stage.word(Listing, self.case.entry, number)

    def suspend(self, number: int, code: int = ListingReason.FREEZE, **said: Any) -> Done:
        """The exchange takes it off for a while."""
        return self._step("suspendListing", number, code, **said)

    def lapse(self, number: int, *, at: int = 0) -> Done:
        """Somebody records that it has lost its basis."""
        return self.case.file(None, [self.case.cast.buyer.two], "lapseListing", self.case.entry, number, at=at)

    def resume(self, number: int, *, opinion: int = 0, **said: Any) -> Done:
        """The exchange puts it back."""
        return self._step("resumeListing", number, opinion or self.opinion, **said)

    def delist(self, number: int, code: int = ListingReason.VENUE_RULES, **said: Any) -> Done:
        """The exchange takes it off for good."""
        return self._step("delist", number, code, **said)

    def _step(
        self,
        name: str,
        number: int,
        *codes: int,
        by: Someone = None,
        at: int = 0,
        alg: int = SHA256,
        document: bytes = DOCUMENT,
    ) -> Done:
        terms = (self.case.entry, number, *codes, alg, document)
        return self.case.file(by, [self.case.cast.exchange.recorder2], name, *terms, at=at)
