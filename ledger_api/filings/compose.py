"""From a request to a draft: acts with their calldata and sentences, a number, a deadline, withheld records under lock.

A draft never changes: everybody signs exactly what was composed, and a change is a new draft.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

from ledger_api.chain.codec import Codec
from ledger_api.chain.envelope import acts_hash
from ledger_api.domain import signatories
from ledger_api.domain.errors import InTheWay, NotFound, NotUnderstood
from ledger_api.domain.filing import Domain, Filing
from ledger_api.domain.ids import ALPHABET, officer_id
from ledger_api.domain.progress import UNSEALED, Progress
from ledger_api.filings.answers import Answer, Answers, Beside, Keyed, Say, nothing_beside
from ledger_api.filings.drafting import Asked, Drafted, Drafting, concerned
from ledger_api.filings.facts import Register, Registers
from ledger_api.filings.numbers import Numbers, Used
from ledger_api.filings.values import Record
from ledger_api.filings.vault import Vault
from ledger_api.ports.clock import Clock
from ledger_api.ports.crash import crash_here
from ledger_api.ports.national import ManualNationalSystem, NationalSystem
from ledger_api.ports.randomness import Randomness
from ledger_api.store import Store, events, filings, texts
from ledger_api.store.events import Happening
from ledger_api.store.filings import ComposedAct, FilingRecord, NewFiling, Sight

MOST_ACTS: Final = 50
"""Acts in one filing; what they may cost in all is for the pre-flight to tell."""
USUAL_SECONDS: Final = 7 * 86_400
"""How far ahead a deadline lies that nobody chose."""
SHORTEST_SECONDS: Final = 60
ID_LETTERS: Final = 16


MANUAL: Final = ManualNationalSystem()
"""How the national system is reached as long as it has no interface."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants filed."""

    acts: Sequence[Asked]
    signatories: Sequence[int]
    """Officers who are to sign."""
    owner: str
    """Who asks: the caller's tenant."""
    deadline: int | None = None
    """Unix seconds, chain time; a week ahead when left out."""
    nonce: int | None = None
    """The first signatory's number; the lowest free one when left out."""


@dataclass(frozen=True, slots=True)
class Composer:
    """Composes drafts for one ledger."""

    store: Store
    registers: Registers
    codec: Codec
    domain: Domain
    numbers: Numbers
    vault: Vault
    answers: Answers
    clock: Clock
    randomness: Randomness
    national: NationalSystem = MANUAL

    def draft(self, wish: Wish, keyed: Keyed, say: Say, beside: Beside = nothing_beside) -> Answer:
        """Compose and keep a draft; the answer is 201 with what `say` makes of it.

        Raises NotUnderstood naming the field, NotFound, InTheWay (`nonce-reserved`, `still-processing`), Refused.
        """
        with self.answers.turn(keyed):
            with self.store.read() as connection:
                if earlier := self.answers.found(connection, keyed):
                    return earlier
                composed = self._compose(connection, wish)
            with self.store.begin() as unit:

                def work() -> Answer:
                    record = self._keep(unit.connection, wish, composed)
                    beside(unit, record)
                    return Answer(201, say(record), record.id)

                answer = self.answers.keep(unit.connection, keyed, work)
                crash_here("compose.commit")
            crash_here("compose.committed")
            return answer

    def discard(self, filing: str, sight: Sight, beside: Beside = nothing_beside) -> None:
        """Drop a draft that not everybody has signed; its number is free again. Raises NotFound, InTheWay."""
        with self.store.begin() as unit:
            record = seen(unit.connection, filing, sight)
            now = self.clock.milliseconds()
            if not filings.move(unit.connection, [filing], UNSEALED, Progress.DISCARDED, now):
                raise InTheWay("filing-state", state=record.state, step="discarded")
            filings.release(unit.connection, [record])
            events.append(unit.connection, [Happening("filing.discarded", filing, {})], now)
            beside(unit, record)
        self.numbers.returned(record.filing.signatories[0], record.filing.nonce)

    def typed_data(self, record: FilingRecord) -> dict[str, Any]:
        """What every officer signs, for eth_signTypedData_v4."""
        return self.codec.typed_data(self.domain, record.filing)

    def records(self, filing: str, party: int) -> tuple[Record, ...]:
        """The withheld records of a filing, as a party it concerns may see them; with their salts."""
        with self.store.read() as connection:
            return self.vault.show(connection, filing, party)

    # -- parts

    def _compose(self, connection: Connection, wish: Wish) -> "_Composed":
        """All of it but the number, from one snapshot of the register."""
        register = self.registers(connection)
        by = _packed(wish.signatories)
        drafting = Drafting(
            register, self.codec, by, self._salt, lambda filing: _terms_of(connection, filing), self.national
        )
        for asked in _some(wish.acts):
            drafting.add(asked)
        return _Composed(
            by=by,
            deadline=_deadline(register, wish.deadline),
            acts=tuple(drafting.acts),
            parties=_parties(register, by, drafting.acts),
            used=self.numbers.look(connection, signatories.unpack(by)[0], wish.nonce),
        )

    def _keep(self, connection: Connection, wish: Wish, composed: "_Composed") -> FilingRecord:
        """Give it a number and keep it, in the caller's transaction."""
        filing = self._new_id()
        first = signatories.unpack(composed.by)[0]
        nonce = self.numbers.take(connection, first, wish.nonce, composed.used, filing)
        signed = Filing(composed.by, nonce, composed.deadline, tuple(act.data for act in composed.acts))
        digest = self.codec.filing_digest(self.domain, signed)
        acts = tuple(map(_kept, composed.acts))
        new = NewFiling(filing, digest, wish.owner, signed, acts, composed.parties)
        record = filings.add(connection, new, self.clock.milliseconds())
        texts.keep(connection, [(each.alg, each.digest, each.text) for act in composed.acts for each in act.texts])
        self.vault.keep(connection, filing, [each for act in composed.acts for each in act.records], composed.parties)
        return record

    def _salt(self) -> bytes:
        return self.randomness.draw(32)

    def _new_id(self) -> str:
        drawn = self.randomness.draw(ID_LETTERS)
        return "F-" + "".join(ALPHABET[byte & 31] for byte in drawn)


@dataclass(frozen=True, slots=True)
class _Composed:
    """A draft without its number."""

    by: int
    deadline: int
    acts: tuple[Drafted, ...]
    parties: tuple[int, ...]
    used: Used


def seen(connection: Connection, filing: str, sight: Sight) -> FilingRecord:
    """A filing its caller may see; raises NotFound, also for one it may not see."""
    record = filings.find(connection, filing)
    if not filings.visible(record, sight):
        raise NotFound("not-found", id=filing)
    return record


def _packed(officers: Sequence[int]) -> int:
    try:
        return signatories.pack(officers)
    except ValueError as error:
        raise NotUnderstood("signatories-not-valid") from error


def _some(acts: Sequence[Asked]) -> Sequence[Asked]:
    if not acts:
        raise NotUnderstood("missing-field", field="acts")
    if len(acts) > MOST_ACTS:
        raise NotUnderstood("too-many-acts", most=MOST_ACTS)
    return acts


def _deadline(register: Register, wanted: int | None) -> int:
    now = register.time()
    latest = now + register.parameters().filing_days * 86_400
    deadline = min(now + USUAL_SECONDS, latest) if wanted is None else wanted
    if not now + SHORTEST_SECONDS <= deadline <= latest:
        raise NotUnderstood("deadline-not-valid", deadline=deadline, earliest=now + SHORTEST_SECONDS, latest=latest)
    return deadline


def _parties(register: Register, by: int, acts: Sequence[Drafted]) -> tuple[int, ...]:
    """The signatories' parties, and those the acts name. Raises NotFound for an officer nobody bound."""
    found = set(concerned(acts))
    for number in signatories.unpack(by):
        officer = register.officer(number)
        if officer is None:
            raise NotFound("not-found", id=officer_id(number))
        found.add(officer.party)
    return tuple(sorted(found))


def _kept(act: Drafted) -> ComposedAct:
    """The act as it is kept in plain: what is withheld stands only in the vault."""
    terms, given = act.form.terms, act.asked.args
    plain = {name: value for name, value in given.items() if terms[name].kind != "record" or isinstance(value, str)}
    return ComposedAct(act.form.name, act.data, plain, act.sentence)


def _terms_of(connection: Connection, filing: str) -> tuple[int, int, int, bytes]:
    """What `withdraw` must know of a filing. Raises NotFound."""
    found = filings.find(connection, filing).filing
    return found.by, found.nonce, found.deadline, acts_hash(found.acts)
