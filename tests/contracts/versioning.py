"""Versions and successions on the stage: each act is one method, signed by whom it takes unless a test says otherwise.

data = Data(case)                                         # over a registered folio
number = data.refreshed(MARCH)                            # the holder puts other data in its place
heir = data.heir(kind=SuccessionKind.SPLIT)               # a case that comes out of the folio, its notice over
data.succeed(heir)                                        # cleared and anchored in one filing
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from eth_hash.auto import keccak

from ledger_api.domain.words import Predecessor, Succession, SuccessionKind, Version
from tests.contracts.procedure import ALL, DOCUMENT, KECCAK, SHA256, OverFolio, Procedure, Someone
from tests.contracts.stage import Done, Player
from tests.contracts.stage.acting import Signs
from tests.contracts.stage.stage import day

MARCH = keccak(b"poses as of March")
PART = keccak(b"a part of the poses")
REST = keccak(b"the rest of the poses")


@dataclass
class Data(OverFolio):
    """The data of one registered folio."""

    @property
    def version(self) -> Version:
        """Which data it is about now."""
        return self.stage.word(Version, self.entry)

    def succession(self, entry: bytes | None = None) -> Succession:
        """What came out of what."""
        return self.stage.word(Succession, entry or self.entry)

    # -- versions

    def refresh(
        self,
        root: bytes = MARCH,
        *,
        burdens: Sequence[int] = (),
        siblings: Sequence[bytes] = (),
        by: Someone = None,
        at: int = 0,
        **terms: Any,
    ) -> Done:
        """Put other data in the place of what the folio was about; the holder signs."""
        return self.case.file(by, self.case.hands, *self.refreshing(root, burdens, siblings, **terms), at=at)

    def refreshing(
        self, root: bytes = MARCH, burdens: Sequence[int] = (), siblings: Sequence[bytes] = (), **terms: Any
    ) -> tuple[Any, ...]:
        """That act."""
        parts = {"root_alg": KECCAK, "root": root, "alg": SHA256, "statistics": DOCUMENT, "chunks": DOCUMENT} | terms
        return ("refreshVersion", self.entry, *parts.values(), list(burdens), list(siblings))

    def refreshed(self, root: bytes = MARCH, **terms: Any) -> int:
        """The same; the version's number."""
        return self.refresh(root, **terms).line("VersionRefreshed").number

    # -- successions

    def heir(
        self,
        root: bytes = PART,
        *,
        applicant: Player | None = None,
        kind: int = SuccessionKind.MATERIAL_CHANGE,
        passed: int = ALL,
    ) -> Procedure:
        """A case of another folio that comes out of this one, its notice over a fortnight later."""
        heir = Procedure(self.stage, self.cast, root=root, applicant=applicant or self.case.filer)
        heir.in_notice(passed)
        if kind:
            self.name(heir, kind)
        self.stage.chain.forward(days=14)
        return heir

    def name(
        self,
        heir: Procedure,
        kind: int = SuccessionKind.MATERIAL_CHANGE,
        *,
        predecessor: bytes | None = None,
        by: Someone = None,
        at: int = 0,
    ) -> Done:
        """Say that a case comes out of this folio."""
        terms = (heir.entry, heir.number, predecessor or self.entry, kind, SHA256, DOCUMENT)
        return self.case.file(by, heir.hands, "namePredecessor", *terms, at=at)

    def clearing(
        self,
        heir: Procedure,
        burdens: Sequence[int] = (),
        licences: Sequence[int] = (),
        *,
        predecessor: bytes | None = None,
    ) -> tuple[Any, ...]:
        """The act by which all concerned agree."""
        terms = (heir.entry, heir.number, predecessor or self.entry, SHA256, DOCUMENT)
        return ("clearPredecessor", *terms, list(burdens), list(licences))

    def anchoring(self, heir: Procedure, until: str = "") -> tuple[Any, ...]:
        """The act that completes the case."""
        last = day(until) if until else self.stage.today + 365
        return ("anchor", heir.entry, heir.number, heir.folio, last, SHA256, DOCUMENT, [], [])

    def succeed(
        self,
        heir: Procedure,
        *,
        by: Sequence[Signs] = (),
        burdens: Sequence[int] = (),
        licences: Sequence[int] = (),
        before: Sequence[tuple[Any, ...]] = (),
    ) -> Done:
        """Clear and anchor in one filing; the holder of this folio, the registrar's pair and `by` sign."""
        acts = [*before, self.clearing(heir, burdens, licences), self.anchoring(heir)]
        return self.stage.file([*self.case.hands, *self.case.keeper.pair, *by], acts)

    def split(self, heir: Procedure, **terms: Any) -> Done:
        """The same, with what remains recorded before."""
        rest = self.refreshing(terms.pop("rest", REST), terms.get("burdens", ()))
        return self.succeed(heir, before=[rest], **terms)

    def predecessor(self, heir: Procedure) -> bytes:
        """What a case was said to come out of."""
        return self.stage.word(Predecessor, heir.entry).id.to_bytes(32, "big")
