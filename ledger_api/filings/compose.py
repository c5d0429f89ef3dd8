"""From a request to a draft: acts with their calldata and sentences, a number, a deadline, withheld records under lock.

A draft never changes: everybody signs exactly what was composed, and a change is a new draft.
"""

from collections.abc import Callable, Mapping, Sequence
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
from ledger_api.filings.answers import Answer, Answers, Keyed
from ledger_api.filings.drafting import Asked, Drafted, Drafting, concerned
from ledger_api.filings.facts import Register
from ledger_api.filings.numbers import Numbers
from ledger_api.filings.values import Record
from ledger_api.filings.vault import Vault
from ledger_api.ports.clock import Clock
from ledger_api.ports.crash import crash_here
from ledger_api.ports.randomness import Randomness
from ledger_api.store import Store, events, filings, texts
from ledger_api.store.events import Happening
from ledger_api.store.filings import ComposedAct, FilingRecord, Sight

MOST_ACTS: Final = 50
"""Acts in one filing; what they may cost in all is for the pre-flight to tell."""
USUAL_SECONDS: Final = 7 * 86_400
"""How far ahead a deadline lies that nobody chose."""
SHORTEST_SECONDS: Final = 60
ID_LETTERS: Final = 16

Say = Callable[[FilingRecord], Mapping[str, Any]]
"""Shapes the body of an answer."""


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
    register: Register
    codec: Codec
    domain: Domain
    numbers: Numbers
    vault: Vault
    answers: Answers
    clock: Clock
    randomness: Randomness

    def draft(self, wish: Wish, keyed: Keyed, say: Say) -> Answer:
        """Compose and keep a draft; the answer is 201 with what `say` makes of it.

        Raises NotUnderstood naming the field, NotFound, InTheWay (`nonce-reserved`, `still-processing`), Refused.
        """
        with self.answers.turn(keyed) as earlier:
            if earlier is not None:
                return earlier
            by = _packed(wish.signatories)
            deadline = self._deadline(wish.deadline)
            drafting = Drafting(self.register, self.codec, by, self._salt, self._terms_of)
            self._read(wish, drafting)
            parties = self._parties(by, drafting.acts)
            first = signatories.unpack(by)[0]
            with self.store.read() as connection:
                used = self.numbers.look(connection, first, wish.nonce)
            with self.store.begin() as unit:

                def work() -> Answer:
                    filing = self._new_id()
                    nonce = self.numbers.take(unit.connection, first, wish.nonce, used, filing)
                    acts = tuple(each.data for each in drafting.acts)
                    record = self._record(filing, wish.owner, Filing(by, nonce, deadline, acts), drafting.acts, parties)
                    self._keep(unit.connection, record, drafting.acts)
                    kept = filings.find(unit.connection, filing)
                    return Answer(201, say(kept), filing)

                answer = self.answers.keep(unit.connection, keyed, work)
                crash_here("compose.commit")
            crash_here("compose.committed")
            return answer

    def discard(self, filing: str, sight: Sight) -> None:
        """Drop a draft that not everybody has signed; its number is free again. Raises NotFound, InTheWay."""
        with self.store.begin() as unit:
            record = seen(unit.connection, filing, sight)
            now = self.clock.milliseconds()
            if not filings.move(unit.connection, [filing], UNSEALED, Progress.DISCARDED, now):
                raise InTheWay("filing-state", state=record.state, step="discarded")
            filings.release(unit.connection, [record])
            events.append(unit.connection, [Happening("filing.discarded", filing, {})], now)
        self.numbers.returned(record.filing.signatories[0], record.filing.nonce)

    def typed_data(self, record: FilingRecord) -> dict[str, Any]:
        """What every officer signs, for eth_signTypedData_v4."""
        return self.codec.typed_data(self.domain, record.filing)

    def records(self, filing: str, party: int) -> tuple[Record, ...]:
        """The withheld records of a filing, as a party it concerns may see them; with their salts."""
        with self.store.read() as connection:
            return self.vault.show(connection, filing, party)

    # -- parts

    def _read(self, wish: Wish, drafting: Drafting) -> None:
        if not wish.acts:
            raise NotUnderstood("missing-field", field="acts")
        if len(wish.acts) > MOST_ACTS:
            raise NotUnderstood("too-many-acts", most=MOST_ACTS)
        for asked in wish.acts:
            drafting.add(asked)

    def _deadline(self, wanted: int | None) -> int:
        now = self.register.time()
        latest = now + self.register.parameters().filing_days * 86_400
        deadline = min(now + USUAL_SECONDS, latest) if wanted is None else wanted
        if not now + SHORTEST_SECONDS <= deadline <= latest:
            raise NotUnderstood("deadline-not-valid", deadline=deadline, earliest=now + SHORTEST_SECONDS, latest=latest)
        return deadline

    def _parties(self, by: int, acts: Sequence[Drafted]) -> tuple[int, ...]:
        """The signatories' parties, and those the acts name. Raises NotFound for an officer nobody bound."""
        found = set(concerned(acts))
        for number in signatories.unpack(by):
            officer = self.register.officer(number)
            if officer is None:
                raise NotFound("not-found", id=officer_id(number))
            found.add(officer.party)
        return tuple(sorted(found))

    def _record(
        self, filing: str, owner: str, signed: Filing, acts: Sequence[Drafted], parties: tuple[int, ...]
    ) -> FilingRecord:
        now = self.clock.milliseconds()
        composed = tuple(ComposedAct(a.form.name, a.data, dict(a.asked.args), a.sentence) for a in acts)
        return FilingRecord(
            seq=0,
            id=filing,
            digest=self.codec.filing_digest(self.domain, signed),
            state=Progress.DRAFT,
            owner=owner,
            filing=signed,
            acts=tuple(_without_records(act, drafted) for act, drafted in zip(composed, acts, strict=True)),
            parties=parties,
            was_ready=False,
            tries=0,
            created_ms=now,
            changed_ms=now,
            accepted_ms=None,
            transaction=None,
            landed=None,
            error=None,
        )

    def _keep(self, connection: Connection, record: FilingRecord, acts: Sequence[Drafted]) -> None:
        filings.add(connection, record)
        texts.keep(connection, [(each.alg, each.digest, each.text) for act in acts for each in act.texts])
        self.vault.keep(connection, record.id, [each for act in acts for each in act.records], record.parties)

    def _salt(self) -> bytes:
        return self.randomness.draw(32)

    def _new_id(self) -> str:
        drawn = self.randomness.draw(ID_LETTERS)
        return "F-" + "".join(ALPHABET[byte & 31] for byte in drawn)

    def _terms_of(self, filing: str) -> tuple[int, int, int, bytes]:
        """What `withdraw` must know of a filing. Raises NotFound."""
        with self.store.read() as connection:
            found = filings.find(connection, filing).filing
        return found.by, found.nonce, found.deadline, acts_hash(found.acts)


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


def _without_records(act: ComposedAct, drafted: Drafted) -> ComposedAct:
    """The act as it is kept in plain: what is withheld stands only in the vault."""
    secret = {
        name
        for name, term in drafted.form.terms.items()
        if term.kind == "record" and isinstance(act.given.get(name), dict)
    }
    given = {name: value for name, value in act.given.items() if name not in secret}
    return ComposedAct(act.name, act.data, given, act.sentence)
