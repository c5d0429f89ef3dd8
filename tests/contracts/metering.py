"""Usage on the stage: a metered licence, each act one method, signed by whom it takes unless a test says otherwise.

usage = Metered(deals, gateway)          # the maker's licence, counted by the gateway from 15 October 2026 on
batch = usage.submitted()                # the next day, on the day after it
usage.countersign(batch)
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from eth_abi import encode
from eth_hash.auto import keccak

from ledger_api.domain.words import (
    Batch,
    DisputeCode,
    Meter,
    PaymentRoute,
    Power,
    QuotaWindow,
    Role,
    Statement,
    UsageUnit,
)
from tests.contracts.deals import Deals
from tests.contracts.procedure import DOCUMENT, SHA256, Someone
from tests.contracts.stage import Done, Player, Stage, enter
from tests.contracts.stage.acting import Signs
from tests.contracts.stage.stage import DAY, instant

FIRST = instant("2026-10-15", "00:00")
"""Where the first batch begins."""
LOG = keccak(b"log")


def gateway_of(stage: Stage, operator: Player) -> Player:
    """A party whose `machine` and `person` count."""
    officers = {"machine": Power.METER | Power.MACHINE, "person": Power.METER, "clerk": Power.FILE}
    return enter(stage, operator, "gateway", Role.CUSTODIAN, officers, 310)


@dataclass
class Metered:
    """Usage of one licence."""

    deals: Deals
    gateway: Player
    number: int = 0
    until: int = field(default=FIRST)
    """Where the next batch begins."""

    def __post_init__(self) -> None:
        self.number = self.number or self.deals.granted()

    @property
    def stage(self) -> Stage:
        """The ledger."""
        return self.deals.stage

    @property
    def subject(self) -> bytes:
        """The licence's own subject: keccak256(LICENCE ‖ entry ‖ number)."""
        return keccak(encode(["uint256", "bytes32", "uint256"], [2, self.deals.entry, self.number]))

    @property
    def meter(self) -> Meter:
        """The meter's word."""
        return self.stage.word(Meter, self.subject)

    def batch(self, number: int) -> Batch:
        """A batch's word."""
        return self.stage.word(Batch, self.subject, number)

    def statement(self, number: int) -> Statement:
        """A statement's word."""
        return self.stage.word(Statement, self.subject, number)

    @property
    def licensee(self) -> list[Signs]:
        """The maker's first officer."""
        return [self.deals.cast.maker.one]

    # -- the meter

    def set(self, *, by: Someone = None, at: int = 0, **changes: Any) -> Done:
        """Agree on a meter."""
        terms = {
            "quota": 40_000_000, "window": QuotaWindow.YEAR, "unit": UsageUnit.CALL, "gateway": self.gateway,
            "start": FIRST, "alg": SHA256, "document": DOCUMENT,
        } | changes  # fmt: skip
        return self._file(by, self.deals.parties, "setMeter", *terms.values(), at=at)

    def amend(self, *, by: Someone = None, at: int = 0, **changes: Any) -> Done:
        """Agree on another quota or gateway."""
        terms = {
            "quota": 50_000_000, "window": QuotaWindow.TERM, "gateway": self.gateway, "alg": SHA256, "document": DOCUMENT,
        } | changes  # fmt: skip
        return self._file(by, self.deals.parties, "amendMeter", *terms.values(), at=at)

    def running(self) -> "Metered":
        """With a meter, on 15 October 2026."""
        self.set()
        self.stage.on("2026-10-15")
        return self

    # -- batches

    def submit(
        self,
        accepted: int = 104_312,
        rejected: int = 87,
        *,
        by: Someone = None,
        at: int = 0,
        start: int | None = None,
        end: int | None = None,
        root: bytes = LOG,
        alg: int = SHA256,
    ) -> Done:
        """Report a period, the next day unless said."""
        start = self.until if start is None else start
        terms = (start, self.until + DAY if end is None else end, accepted, rejected, alg, root)
        return self._file(by, [self.gateway.machine], "submitBatch", *terms, at=at)

    def submitted(self, accepted: int = 104_312, rejected: int = 87) -> int:
        """Report the next day, on the morning after it; the batch's number."""
        self.stage.chain.forward(seconds=max(0, self.until + DAY + 600 - self.stage.now))
        done = self.submit(accepted, rejected)
        self.until += DAY
        return done.line("BatchSubmitted").number

    def countersign(self, batch: int, *, by: Someone = None, at: int = 0) -> Done:
        """Agree with a batch."""
        return self._file(by, self.licensee, "countersignBatch", batch, at=at)

    def deem(self, batch: int, *, by: Someone = None, at: int = 0) -> Done:
        """Record silence; anyone may."""
        return self._file(by, [self.deals.cast.buyer.two], "deemBatch", batch, at=at)

    def dispute(
        self,
        batch: int,
        counted: int = 98_640,
        *,
        code: int = DisputeCode.DUPLICATES,
        by: Someone = None,
        at: int = 0,
        root: bytes = LOG,
        alg: int = SHA256,
    ) -> Done:
        """Contest a batch."""
        return self._file(by, self.licensee, "disputeBatch", batch, code, counted, alg, root, at=at)

    def reconcile(
        self, batch: int, accepted: int = 98_640, *, by: Someone = None, at: int = 0, proof: bytes = DOCUMENT
    ) -> Done:
        """Agree what it counts."""
        return self._file(by, self.deals.parties, "reconcileBatch", batch, accepted, SHA256, proof, at=at)

    def agreed(self, accepted: int = 104_312) -> int:
        """The next day's batch, countersigned."""
        batch = self.submitted(accepted)
        self.countersign(batch)
        return batch

    # -- statements

    def issue(
        self,
        batches: Sequence[int],
        route: int = PaymentRoute.OWN,
        *,
        burdens: Sequence[int] = (),
        by: Someone = None,
        at: int = 0,
        commitment: bytes = DOCUMENT,
    ) -> Done:
        """State what is owed."""
        terms = (route, SHA256, commitment, list(burdens), list(batches))
        return self._file(by, [self.deals.case.filer.one], "issueStatement", *terms, at=at)

    def issued(self, route: int = PaymentRoute.OWN) -> int:
        """A statement over one batch; its number."""
        return self.issue([self.agreed()], route).line("StatementIssued").number

    def confirm(self, statement: int, *, by: Someone = None, at: int = 0) -> Done:
        """Agree with a statement."""
        return self._file(by, self.licensee, "confirmStatement", statement, at=at)

    def deem_statement(self, statement: int, *, by: Someone = None, at: int = 0) -> Done:
        """Record silence; anyone may."""
        return self._file(by, [self.deals.cast.buyer.two], "deemStatement", statement, at=at)

    def refuse(self, statement: int, *, by: Someone = None, at: int = 0, document: bytes = DOCUMENT) -> Done:
        """Send it back."""
        return self._file(by, self.licensee, "refuseStatement", statement, SHA256, document, at=at)

    def pay(
        self,
        statement: int,
        route: int = PaymentRoute.OWN,
        *,
        by: Someone = None,
        at: int = 0,
        document: bytes = DOCUMENT,
    ) -> Done:
        """Record the payment."""
        return self._file(by, self.deals.parties, "markPaid", statement, route, SHA256, document, at=at)

    def _file(self, by: Someone, default: Sequence[Signs], name: str, *terms: Any, at: int) -> Done:
        act = (name, self.deals.entry, self.number, *terms)
        return self.stage.file(default if by is None else by, [act], at=at)
