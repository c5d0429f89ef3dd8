"""Sources and lineage on the stage: each act is one method, signed by whom it takes unless a test says otherwise.

sources = Sourcing(case)                            # over an opened or a registered folio
number = sources.declared(until=day("2027-03-31"))  # a contract of the second party's
sources.revoke(number, by=[...])                    # any act, by anybody, at any legal time
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from eth_hash.auto import keccak

from ledger_api.domain.words import (
    Action,
    Burden,
    Lineage,
    LineageKind,
    Provenance,
    Source,
    SourceEnds,
    SourceKind,
    SourceState,
)
from tests.contracts.deals import READING, Deals
from tests.contracts.procedure import ALL, DOCUMENT, SHA256, OverFolio, Procedure, Someone
from tests.contracts.stage import Done, Player
from tests.contracts.stage.acting import Signs
from tests.contracts.stage.stage import day

CONTRACT = Source(kind=SourceKind.CONTRACT, rights=ALL, from_=day("2026-01-01"))
"""Gives everything, open-ended; grantor and the rest as a test says."""
OWN = Source(kind=SourceKind.OWN_OPERATION, rights=ALL, from_=day("2026-01-01"))
NAME = keccak(b"salted name of who is no party here")
NOBODY = bytes(32)


@dataclass
class Sourcing(OverFolio):
    """Sources of one folio."""

    @property
    def provenance(self) -> Provenance:
        """What all its sources come to."""
        return self.stage.word(Provenance, self.entry)

    @property
    def ends(self) -> SourceEnds:
        """When its sources end."""
        return self.stage.word(SourceEnds, self.entry)

    def source(self, number: int) -> Source:
        """A source's word."""
        return self.stage.word(Source, self.entry, number)

    def burden(self, number: int) -> Burden:
        """The burden of its loss."""
        return self.stage.word(Burden, self.entry, number)

    def lineage(self, number: int) -> Lineage:
        """A relation's word."""
        return self.stage.word(Lineage, self.entry, number)

    @property
    def both(self) -> list[Signs]:
        """Who answers for the sources, and the registrar's pair."""
        return [self.case.filer.one, *self.case.keeper.pair]

    def declare(
        self,
        terms: Source | int = CONTRACT,
        *,
        grantor: Player | None = None,
        by: Someone = None,
        at: int = 0,
        burdens: Sequence[int] = (),
        papers: tuple[Any, ...] | None = None,
        folio: tuple[int, bytes, int] | None = None,
        **changes: Any,
    ) -> Done:
        """Declare a source; a named grantor signs, another is a digest unless it is one's own."""
        if isinstance(terms, Source):
            terms = replace(terms, **({"grantor": grantor.number} if grantor else {}) | changes)
            own = terms.kind in {SourceKind.OWN_OPERATION, SourceKind.PUBLIC_SCRAPE_STATEMENT}
            papers = papers or (SHA256, DOCUMENT, NOBODY if own or grantor else NAME)
            terms = terms.encode()
        hands = [*self.case.hands, *([grantor.one] if grantor else [])]
        values = (self.entry, folio or self.case.folio, terms, papers, list(burdens))
        return self.case.file(by, hands, "declareSource", *values, at=at)

    def declared(self, terms: Source = CONTRACT, **arguments: Any) -> int:
        """The same; the source's number."""
        return self.declare(terms, **arguments).line("SourceDeclared").number

    def shorten(self, number: int, until: str, *, by: Someone = None, at: int = 0, burdens: Sequence[int] = ()) -> Done:
        """Bring its end forward."""
        terms = (self.entry, number, day(until), SHA256, DOCUMENT, list(burdens))
        return self.case.file(by, self.case.hands, "shortenSource", *terms, at=at)

    def extend(self, number: int, until: str = "", *, by: Someone = None, at: int = 0) -> Done:
        """Put its end off, or let it have none."""
        return self._step("extendSource", number, day(until) if until else 0, by=by or self.both, at=at)

    def revoke(
        self, number: int, state: int = SourceState.REVOKED, *, by: Someone = None, at: int = 0, **papers: Any
    ) -> Done:
        """Its grantor took it back, the registrar's pair enters that."""
        return self._step("revokeSource", number, state, by=by or self.case.keeper.pair, at=at, **papers)

    def replace(self, number: int, successor: int = 0, *, by: Someone = None, at: int = 0) -> Done:
        """Another takes its place, or its data were taken out."""
        return self._step("replaceSource", number, successor, by=by or self.both, at=at)

    def relate(
        self,
        parent: bytes,
        licence: int = 0,
        kind: int = LineageKind.DERIVED,
        *,
        by: Someone = None,
        at: int = 0,
        alg: int = SHA256,
        allocation: bytes = DOCUMENT,
    ) -> Done:
        """Declare that the folio was made from another."""
        terms = (self.entry, self.case.folio, parent, licence, kind, alg, allocation)
        return self.case.file(by, self.case.hands, "relate", *terms, at=at)

    def _step(
        self,
        name: str,
        number: int,
        *values: int,
        by: Someone,
        at: int,
        alg: int = SHA256,
        document: bytes = DOCUMENT,
    ) -> Done:
        return self.case.file(by, [], name, self.entry, number, *values, alg, document, at=at)


def derivable(parent: Procedure, licensee: Player, **changes: Any) -> int:
    """A licence of a registered folio to derive from it, from today on; its number."""
    terms = {"actions": Action.READ | Action.DERIVE, "start": parent.stage.today} | changes
    return Deals(parent).granted(READING, licensee=licensee, **terms)
