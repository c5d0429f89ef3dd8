"""Licences on the stage: each act is one method, signed by whom it takes unless a test says otherwise.

deals = Deals(case)                                       # over a registered folio
number = deals.granted(kind=LicenceKind.EXCLUSIVE)        # to the maker, for teaching, recorded by the exchange
deals.end(number, by=[...])                               # any act, by anybody, at any legal time
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ledger_api.domain.words import (
    Action,
    Burden,
    EndReason,
    Instrument,
    Licence,
    Purpose,
    SuspendReason,
    Template,
)
from tests.contracts.procedure import DOCUMENT, SHA256, OverFolio, Someone
from tests.contracts.stage import Done, Player
from tests.contracts.stage.acting import Signs
from tests.contracts.stage.stage import day

READING = Licence(start=day("2026-09-01"), end=day("2027-08-31"), actions=Action.READ, purposes=Purpose.TEACHING)
"""To read for teaching, a year from 1 September 2026; licensee and the rest as a test says."""


@dataclass
class Deals(OverFolio):
    """Licences over one folio."""

    def licence(self, number: int) -> Licence:
        """A licence's word."""
        return self.stage.word(Licence, self.entry, number)

    def burden(self, number: int) -> Burden:
        """The burden of an exclusive or sole one."""
        return self.stage.word(Burden, self.entry, number)

    def agreement(self, **changes: Any) -> tuple[Any, ...]:
        """What both sides sign besides the terms."""
        parts = {
            "template": Template.GF_2025_2615,
            "alg": SHA256,
            "contract_hash": DOCUMENT,
            "policy": DOCUMENT,
            "commitment": DOCUMENT,
            "cross_border": bytes(32),
        }
        return tuple((parts | changes).values())

    def grant(  # noqa: PLR0913  the parts of a grant, each of which a test may want to set
        self,
        terms: Licence | int = READING,
        *,
        licensee: Player | None = None,
        recorder: Player | None = None,
        licensor: Player | None = None,
        by: Someone = None,
        at: int = 0,
        burdens: Sequence[int] = (),
        licences: Sequence[int] = (),
        agreement: tuple[Any, ...] | None = None,
        **changes: Any,
    ) -> Done:
        """Grant a licence; `changes` are made to the terms. The holder, the licensee and the recorder sign."""
        taker = licensee or self.cast.maker
        if isinstance(terms, Licence):
            terms = replace(terms, **{"licensee": taker.number, **changes}).encode()
        recorder = recorder or self.cast.exchange
        if by is None:
            by = [(licensor or self.case.filer).one, taker.one, next(iter(recorder.officers.values()))]
        values = (self.entry, recorder, terms, agreement or self.agreement(), list(burdens), list(licences))
        return self.stage.file(by, [("grant", *values)], at=at)

    def granted(self, terms: Licence = READING, **arguments: Any) -> int:
        """The same; the licence's number."""
        return self.grant(terms, **arguments).line("LicenceGranted").number

    def narrow(
        self,
        number: int,
        *,
        by: Someone = None,
        at: int = 0,
        agreement: tuple[Any, ...] | None = None,
        terms: int | None = None,
        **changes: Any,
    ) -> Done:
        """Agree on less: the licence's terms with `changes`."""
        if terms is None:
            terms = replace(self.licence(number), **changes).encode()
        values = (self.entry, number, terms, agreement or self.agreement())
        return self._file(by, self.parties, "narrow", *values, at=at)

    @property
    def parties(self) -> list[Signs]:
        """The holder's and the maker's first officers."""
        return [self.case.filer.one, self.cast.maker.one]

    def suspend(self, number: int, code: int = SuspendReason.BREACH, *, by: Someone = None, at: int = 0) -> Done:
        """Stop a licence for a while."""
        return self._step(by, [self.case.filer.one], "suspend", number, code, at=at)

    def resume(self, number: int, *, by: Someone = None, at: int = 0) -> Done:
        """Let it go on."""
        return self._step(by, [self.case.filer.one], "resumeLicence", number, at=at)

    def notice(self, number: int, *, by: Someone = None, at: int = 0) -> Done:
        """Give notice of breach."""
        return self._step(by, [self.case.filer.one], "noticeBreach", number, at=at)

    def end(self, number: int, code: int = EndReason.MUTUAL, *, by: Someone = None, at: int = 0) -> Done:
        """End a licence."""
        return self._step(by, self.parties, "end", number, code, at=at)

    def close(self, number: int, *, by: Someone = None, at: int = 0, document: bytes = DOCUMENT) -> Done:
        """Close a licence that is over; anyone may."""
        return self._file(by, [self.cast.buyer.two], "close", self.entry, number, SHA256, document, at=at)

    def novate(
        self,
        number: int,
        assignee: Player | int,
        *,
        by: Someone = None,
        at: int = 0,
        burdens: Sequence[int] = (),
        licences: Sequence[int] = (),
        alg: int = SHA256,
        document: bytes = DOCUMENT,
    ) -> Done:
        """Put another party in the licensee's place; the holder, the maker and the assignee sign."""
        if by is None:
            by = [*self.parties, *([] if isinstance(assignee, int) else [assignee.one])]
        terms = (self.entry, number, assignee, alg, document, list(burdens), list(licences))
        return self.stage.file(by, [("novate", *terms)], at=at)

    def end_by_order(
        self, number: int, code: int = EndReason.ORDER, *, by: Someone = None, at: int = 0, **changes: Any
    ) -> Done:
        """End a licence by an instrument of the regulator's; `changes` are made to the instrument."""
        order = {
            "issuer": self.cast.regulator.number, "kind": Instrument.ORDER, "effective_at": self.stage.now - 3600,
            "served_at": self.stage.now - 60, "alg": SHA256, "document": DOCUMENT,
        } | changes  # fmt: skip
        terms = (self.entry, number, code, tuple(order.values()))
        return self.stage.file(self.cast.registrar.pair if by is None else by, [("endByOrder", *terms)], at=at)

    def _step(self, by: Someone, default: Sequence[Signs], name: str, number: int, *codes: int, at: int) -> Done:
        return self._file(by, default, name, self.entry, number, *codes, SHA256, DOCUMENT, at=at)

    def _file(self, by: Someone, default: Sequence[Signs], name: str, *terms: Any, at: int) -> Done:
        return self.stage.file(default if by is None else by, [(name, *terms)], at=at)
