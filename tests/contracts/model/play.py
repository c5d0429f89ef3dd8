"""One act tried on both: the ledger does what the model does, refuses for one of its reasons, and holds the same words after it."""

from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

from eth_abi import encode
from eth_hash.auto import keccak

from hardhat_free_env.testing import Reverted
from ledger_api.domain import words
from ledger_api.domain.packing import Word
from tests.contracts.model.company import Company
from tests.contracts.model.dates import OutsideCalendar
from tests.contracts.model.register import Deed, Halt, Register, Try
from tests.contracts.model.words import Key, facts, lines
from tests.contracts.stage import Done, Stage
from tests.contracts.stage.stage import BOOK_SUBJECT


@dataclass
class Move:
    """An act as it is filed, and as the model judges it."""

    name: str
    by: frozenset[int]
    terms: tuple[Any, ...]
    judge: Callable[[Try], Deed]
    at: int = 0
    then: list["Move"] = field(default_factory=list)
    """Acts after it in the same filing: all of them, or none."""

    @property
    def acts(self) -> list["Move"]:
        """It and those."""
        return [self, *self.then]


def together(acts: list[Move]) -> Move:
    """Several acts as one filing, signed by everybody."""
    by = frozenset(sorted(frozenset[int]().union(*(act.by for act in acts)))[:10])
    for act in acts:
        act.by, act.at = by, acts[-1].at
    acts[0].then = acts[1:]
    return acts[0]


class Differs(AssertionError):
    """Model and ledger do not agree."""


@dataclass
class Tally:
    """How often each act was accepted, and refused for what."""

    accepted: Counter[str] = field(default_factory=Counter)
    refused: Counter[tuple[str, str]] = field(default_factory=Counter)
    walks: int = 0

    def add(self, other: "Tally") -> None:
        """With another walk's."""
        self.accepted += other.accepted
        self.refused += other.refused
        self.walks += 1

    @property
    def acts(self) -> int:
        """Acts tried."""
        return self.accepted.total() + self.refused.total()

    def refusals(self, act: str) -> Counter[str]:
        """What one act was refused for."""
        return Counter({reason: count for (name, reason), count in self.refused.items() if name == act})


class Play:
    """Model and ledger side by side."""

    def __init__(self, stage: Stage, company: Company, register: Register) -> None:
        self.stage, self.company, self.register = stage, company, deepcopy(register)
        self.tally = Tally()
        self.trace: list[str] = []
        self._facts = facts(self.register)
        self._lines = lines(self.register)
        self._between: list[Word] = []
        """Words as they were after each act of a filing of several."""

    # -- trying

    def reasons(self, move: Move) -> set[str]:
        """What the model has against it now."""
        if not move.then:
            return self._judged(move)[0].no
        before = deepcopy(self.register)
        no = self._all_judged(move)[1]
        self._restore(before)
        return no

    def _all_judged(self, move: Move) -> tuple[Move, set[str]]:
        """The first act of a filing that may not be done, and why; what comes before it has been done."""
        self._between = []
        for act in move.acts:
            t, deed = self._judged(act)
            if t.no:
                return act, t.no
            for _ in deed:
                pass
            self._between += facts(self.register).values()
        return move, set()

    def _restore(self, before: Register) -> None:
        """A filing that is refused did nothing; the folios stay the same objects, for moves hold them."""
        self.register.contents = before.contents
        for entry, folio in self.register.folios.items():
            folio.__dict__.update(before.folios[entry].__dict__)

    def _judged(self, move: Move) -> tuple[Try, Deed]:
        self.register.now = self.stage.now
        t = Try(self.register, move.by, move.at, lambda: self.matter(move))
        deed = move.judge(t)
        try:
            next(deed)
        except Halt:
            pass
        except OutsideCalendar:
            t.no.add("CalendarMissing")
        return t, deed

    def attempt(self, move: Move) -> bool:
        """Do it if it may be done; whether it was. Differs when the ledger has another opinion."""
        if move.then:
            before = deepcopy(self.register)
            stopped, no = self._all_judged(move)
            deed = None
            if no:
                self._restore(before)
        else:
            t, deed = self._judged(move)
            stopped, no = move, t.no
        said = " + ".join(f"{act.name}{_brief(act.terms)}" for act in move.acts)
        said = f"{said} at {move.at or 'block time'} by {sorted(move.by)}"
        self.trace.append(f"{self.stage.now} {said}: {', '.join(sorted(no)) or 'accepted'}")
        done = self._filed(move, stopped, no)
        if done is None:
            return False
        for _ in deed or ():
            pass
        self.tally.accepted.update(_short(act) for act in move.acts)
        self.compare(done)
        return True

    def _filed(self, move: Move, stopped: Move, no: set[str]) -> Done | None:
        signers = [self.company.signers[number] for number in move.by]
        try:
            done = self.stage.file(signers, [(act.name, *act.terms) for act in move.acts], at=move.at)
        except Reverted as refusal:
            if refusal.name not in no:
                raise Differs(self.story(f"the ledger says {refusal}, the model {sorted(no) or 'yes'}")) from refusal
            self.tally.refused[_short(stopped), refusal.name or ""] += 1
            return None
        if no:
            raise Differs(self.story(f"the ledger accepts, the model says {sorted(no)}"))
        return done

    def matter(self, move: Move) -> bytes:
        """What a consent to it is about."""
        return self.stage.matter((move.name, *move.terms))

    # -- comparing

    def compare(self, done: Done) -> None:
        """Every word that should have changed has, and whatever a line told is true."""
        now, written = facts(self.register), lines(self.register)
        for key in (key for key, word in now.items() if self._facts.get(key) != word):
            self._same(key, now[key])
        for key in (key for key, count in written.items() if self._lines.get(key, 0) != count):
            self._same_lines(key, written[key])
        for line in done.lines:
            told = (word for name, word in line.arguments.items() if isinstance(word, Word) and name != "was")
            for word in told:
                shown = _shown(word)
                if word.encode() and shown not in now.values() and shown not in self._between:
                    raise Differs(self.story(f"{line.name} tells {word}, which is no fact"))
        self._facts, self._lines = now, written

    def compare_all(self) -> None:
        """Every word there is."""
        for key, word in facts(self.register).items():
            self._same(key, word)
        for key, count in lines(self.register).items():
            self._same_lines(key, count)
        self.stage.check_journals()

    def _same(self, key: Key, word: Word) -> None:
        kind, *keys = key
        held = self.stage.word(kind, *(self._subject(each) if isinstance(each, tuple) else each for each in keys))
        if _shown(held) != word:
            raise Differs(self.story(f"{key}:\n  model  {word}\n  ledger {held}"))

    def _same_lines(self, key: Key, count: int) -> None:
        subject = key[1] if key[0] == "entry" else BOOK_SUBJECT if key[0] == "book" else self._subject(key)
        held = self.stage.journal(subject).lines
        if held != count:
            raise Differs(self.story(f"{key} has {count} lines in the model, {held} in the ledger"))

    def _subject(self, key: Key) -> bytes:
        if key[0] == "party":
            return self.stage.party_subject(key[1])
        return keccak(encode(["uint256", "bytes32", "uint256"], [2, key[1], key[2]]))

    def story(self, what: str) -> str:
        """What differs, and the last acts that led there."""
        return "\n".join([what, *self.trace[-12:]])


def _short(act: Move) -> str:
    """Its name; overloads count as one."""
    return act.name.partition("(")[0]


def _brief(value: Any) -> Any:  # noqa: ANN401
    """Terms without what nobody reads: digests in full, fields that are empty."""
    if isinstance(value, bytes):
        return value.hex()[:8]
    if isinstance(value, tuple | list):
        return type(value)(_brief(each) for each in value)
    if isinstance(value, Word):
        empty = type(value)()
        fields = {name: getattr(value, name) for name in value.__dataclass_fields__}  # type: ignore[attr-defined]
        return {name: _brief(each) for name, each in fields.items() if each != getattr(empty, name)}
    return getattr(value, "name", None) or value


def _shown(word: Word) -> Word:
    """Without what the model does not know: the digest of a filing's papers."""
    return replace(word, papers=0) if isinstance(word, words.ExternalFiling) else word
