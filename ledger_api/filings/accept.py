"""The promise. A filing with all its seals is accepted in one transaction, together with the answer and its event.

Only when that transaction is on disk does the answer leave: it reaches the ledger exactly once or is reported failed. What
the ledger would refuse is refused now, and that answer is kept just as well.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from sqlalchemy import Connection

from ledger_api.domain.errors import InTheWay, LedgerError
from ledger_api.domain.ids import officer_id
from ledger_api.domain.progress import PROMISED, Progress
from ledger_api.filings.answers import Answer, Answers, Beside, Keyed, Say, nothing_beside
from ledger_api.filings.compose import seen
from ledger_api.filings.preflight import Preflight
from ledger_api.filings.signatures import Signatures
from ledger_api.ports.clock import Clock
from ledger_api.ports.crash import crash_here
from ledger_api.store import Store, UnitOfWork, events, filings
from ledger_api.store.events import Happening
from ledger_api.store.filings import FilingRecord, Sight

SUBMITTABLE: Final = (Progress.READY, Progress.REFUSED)

SayNo = Callable[[FilingRecord, LedgerError], Answer]
"""Shapes the answer to a filing that was refused."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Accepts filings. `hint` wakes the sender up."""

    store: Store
    preflight: Preflight
    signatures: Signatures
    answers: Answers
    clock: Clock
    hint: Callable[[], None]

    def submit(
        self,
        filing: str,
        sight: Sight,
        keyed: Keyed,
        say: Say,
        say_no: SayNo,
        beside: Beside = nothing_beside,
        seals: Mapping[int, bytes] = MappingProxyType({}),
    ) -> Answer:
        """Accept a filing (202), or keep and answer why the ledger would refuse it. A second submission changes nothing.

        `seals` are handed in with it, by officer. Raises NotFound, InTheWay (`seals-missing`, `filing-state`,
        `still-processing`), Refused (`key-reused`), NotNow, and for the seals what `Signatures.add` raises.
        """
        with self.answers.turn(keyed):
            with self.store.read() as connection:
                if earlier := self.answers.found(connection, keyed):
                    return earlier
                record = seen(connection, filing, sight)
                handed = self.signatures.check(connection, record, seals) if seals else {}
                complete = _complete(connection, record, handed)
                if not handed and record.state not in PROMISED.union(SUBMITTABLE):
                    raise InTheWay("filing-state", state=record.state, step="submitted")
            error = None if record.state in PROMISED else self.preflight.why_not(record.filing, complete)
            crash_here("accept.checked")
            with self.store.begin() as unit:

                def work() -> Answer:
                    sealed = self.signatures.keep(unit, record, handed) if handed else record
                    answer = (
                        self._accept(unit, sealed, say)
                        if error is None
                        else self._refuse(unit, sealed, error, say, say_no)
                    )
                    beside(unit, record)
                    return answer

                answer = self.answers.keep(unit.connection, keyed, work)
                unit.after_commit(self.hint)
                crash_here("accept.commit")
            crash_here("accept.committed")
            return answer

    def _accept(self, unit: UnitOfWork, record: FilingRecord, say: Say) -> Answer:
        now = self.clock.milliseconds()
        if filings.move(
            unit.connection, [record.id], SUBMITTABLE, Progress.ACCEPTED, now, accepted_ms=now, error=None, tries=0
        ):
            events.append(unit.connection, [Happening("filing.accepted", record.id, {})], now)
            promised = replace(record, state=Progress.ACCEPTED, accepted_ms=now, changed_ms=now, error=None, tries=0)
            return Answer(202, say(promised), record.id)
        found = filings.find(unit.connection, record.id)
        if found.state not in PROMISED and found.state is not Progress.FINAL:
            raise InTheWay("filing-state", state=found.state, step="submitted")
        return Answer(202, say(found), record.id)

    def _refuse(self, unit: UnitOfWork, record: FilingRecord, error: LedgerError, say: Say, say_no: SayNo) -> Answer:
        now = self.clock.milliseconds()
        if filings.move(unit.connection, [record.id], SUBMITTABLE, Progress.REFUSED, now, error=error):
            events.append(unit.connection, [Happening("filing.refused", record.id, {"code": error.code})], now)
        found = filings.find(unit.connection, record.id)
        # Whoever else had it may have carried it meanwhile: then what refuses it is that it is done.
        return self._accept(unit, found, say) if found.state is Progress.FINAL else say_no(found, error)


def _complete(connection: Connection, record: FilingRecord, handed: Mapping[int, bytes]) -> tuple[bytes, ...]:
    """The seals in the order of the signatories, with those just handed in. Raises InTheWay (`seals-missing`)."""
    found = filings.seals_of(connection, [record.id])[record.id] | dict(handed)
    missing = [officer_id(each) for each in record.filing.signatories if each not in found]
    if missing and not record.state.is_over:
        raise InTheWay("seals-missing", blocking=missing, officers=", ".join(missing))
    return tuple(found.get(each, b"") for each in record.filing.signatories)
