"""Two folios of one content, on the ledger and in the plain model: every act is tried on both, and both must agree."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
)

from hardhat_free_env.testing import Reverted
from ledger_api.domain.packing import Word
from ledger_api.domain.words import (
    Action,
    Burden,
    Case,
    Claim,
    Conclusion,
    Head,
    Licence,
    LicenceFlag,
    LicenceKind,
    LicenceState,
    Objection,
    Purpose,
    Refusal,
)
from tests.contracts.deals import READING, Deals
from tests.contracts.model.plain import EPOCH, PENDING, PlainCase, PlainFolio, PlainLicence
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Done, Line, Player, Stage
from tests.contracts.stage.stage import DAY

CODES = range(3)
"""Codes in play; the third is never named, so that only an empty set allows it."""


@dataclass
class Folio:
    """One folio, on the ledger and in the model."""

    case: Procedure
    plain: PlainFolio
    objections: dict[int, tuple[int, str]] = field(default_factory=dict)
    """Those in notices: the case of each, and its state."""

    @property
    def deals(self) -> Deals:
        """Its licences."""
        return Deals(self.case)


STEPS = (
    "accept", "request_correction", "resubmit", "lapse", "deem", "withdraw", "pause", "resume", "publish", "decline",
)  # fmt: skip
AFTERWARDS = {
    "accept": "review",
    "request_correction": "correction",
    "resubmit": "submitted",
    "deem": "review",
    "pause": "paused",
    "resume": "review",
    "publish": "notice",
    "lapse": "over",
    "withdraw": "over",
    "decline": "over",
}
"""The state of a case after each step."""


def allows(case: PlainCase, step: str, day: int) -> bool:
    """Whether a case may take a step on a day."""
    state = case.on(day)
    acceptable = state == "submitted" and case.in_time(day)
    return {
        "accept": acceptable,
        "request_correction": acceptable and not case.corrected,
        "resubmit": state == "correction" and day <= case.due,
        "lapse": state == "correction" and day > case.due,
        "deem": case.state == "submitted" and state == "review",
        "withdraw": state in PENDING,
        "pause": state == "review",
        "resume": state == "paused",
        "publish": state == "review",
        "decline": state in {"review", "paused", "notice"},
    }[step]


def rights(mask: int) -> frozenset[int]:
    """A mask of rights as a set."""
    return frozenset(right for right in range(3) if mask >> right & 1)


def mask(of: frozenset[int]) -> int:
    """A set of codes as a mask."""
    return sum(1 << each for each in of)


def words_of(line: Line) -> Iterator[tuple[tuple[Any, ...], Word]]:
    """The storage words a line says it wrote, with their keys."""
    for word in line.arguments.values():
        if isinstance(word, Head):
            yield (Head, line.subject), word
        elif isinstance(word, Case):
            yield (Case, line.subject, line.arguments.get("caseNumber", line["ref"])), word
        elif isinstance(word, Claim | Objection | Licence) or (isinstance(word, Burden) and word != Burden()):
            yield (type(word), line.subject, line["ref"]), word


class Register(RuleBasedStateMachine):
    """Two merchants with the same data, three licensees, one objector, and time."""

    def __init__(self, stage: Stage, cast: Cast) -> None:
        super().__init__()
        self.stage, self.cast = stage, cast
        self.mark = stage.mark()
        self.folios = []
        for applicant in (cast.holder, cast.second):
            self.folios.append(
                Folio(Procedure(stage, cast, applicant=applicant).opened(), PlainFolio(applicant.number))
            )
        self.siblings: list[bytes] = []
        self.told: dict[tuple[Any, ...], Word] = {}

    def teardown(self) -> None:
        self.stage.rewind(self.mark)

    # -- how an act is tried

    @property
    def today(self) -> int:
        """The legal day of the next block."""
        return self.stage.today

    def player(self, number: int) -> Player:
        """A party of the cast by number."""
        everybody = (self.cast.holder, self.cast.second, self.cast.maker, self.cast.buyer)
        return next(each for each in everybody if each.number == number)

    def attempt(self, allowed: bool, act: Callable[[], Done], then: Callable[[Done], None]) -> None:
        """Do it on the ledger, which must say what the model says."""
        if not allowed:
            with pytest.raises(Reverted):
                act()
            return
        done = act()
        for line in done.lines:
            self.told.update(words_of(line))
        then(done)

    # -- time

    def wait(self, days: int) -> None:
        """Working days, weekends, the golden week."""
        self.stage.chain.forward(seconds=days * DAY)

    # -- what always holds

    @invariant()
    def heads_agree(self) -> None:
        """Counts, holders, validity and edition."""
        for folio in self.folios:
            head, plain = folio.case.head, folio.plain
            assert (head.burdens, head.licences) == (len(plain.burdens()), len(plain.unclosed()))
            assert head.edition == plain.edition
            for right in range(3):
                assert (head.holder[right], head.until[right]) == (
                    (plain.party, plain.until[right]) if right in plain.until else (0, 0)
                )

    @invariant()
    def licences_agree(self) -> None:
        """Kind, dates and state of each."""
        for folio in self.folios:
            for number, plain in folio.plain.licences.items():
                word = folio.deals.licence(number)
                assert (word.start, word.end, word.state) == (plain.start, plain.end, LicenceState[plain.state.upper()])
                assert (word.kind == LicenceKind.EXCLUSIVE) == plain.exclusive

    @invariant()
    def lines_told_every_word(self) -> None:
        """Whoever copies the words from the lines has the state; whoever replays the journals knows that none is missing."""
        for (kind, *keys), word in self.told.items():
            assert self.stage.word(kind, *keys) == word
        self.told.clear()
        self.stage.check_journals()

    # -- registration

    def apply(self, which: int, asked: int) -> None:
        folio = self.folios[which]
        case = replace(folio.case)

        def then(_: Done) -> None:
            folio.plain.cases[case.number] = PlainCase(rights(asked), self.today)

        allowed = not any(folio.plain.is_live(right, self.today) for right in rights(asked))
        self.attempt(allowed, lambda: case.submit(asked=asked), then)

    def advance(self, which: int, index: int, step: str) -> None:
        folio = self.folios[which]
        if not folio.plain.cases:
            return
        number = sorted(folio.plain.cases)[index % len(folio.plain.cases)]
        plain, case = folio.plain.cases[number], replace(folio.case, number=number)
        due = self.today + 4
        terms: tuple[Any, ...] = {
            "request_correction": (str(EPOCH + timedelta(days=due)),),
            "publish": (mask(plain.asked),),
            "decline": (Refusal.HARMFUL,),
        }.get(step, ())

        def then(_: Done) -> None:
            plain.state = AFTERWARDS[step]
            if step == "request_correction":
                plain.corrected, plain.due = True, due
            elif step == "resubmit":
                plain.began = self.today
            elif step == "publish":
                plain.passed, plain.notice = plain.asked, self.today

        self.attempt(allows(plain, step, self.today), lambda: getattr(case, step)(*terms), then)

    def anchor(self, which: int, index: int, length: int) -> None:
        folio = self.folios[which]
        if not folio.plain.cases:
            return
        number = sorted(folio.plain.cases)[index % len(folio.plain.cases)]
        plain, case = folio.plain.cases[number], replace(folio.case, number=number)
        until = self.today + length
        free = not any(folio.plain.is_live(right, self.today) for right in plain.passed)
        allowed = plain.state == "notice" and plain.notice_over(self.today) and not plain.objections and free

        def then(_: Done) -> None:
            plain.state = "over"
            folio.plain.until.update(dict.fromkeys(plain.passed, until))
            folio.plain.edition += 1
            if case.entry not in self.siblings:
                self.siblings.append(case.entry)

        date, burdens = str(EPOCH + timedelta(days=until)), folio.plain.burdens()
        self.attempt(allowed, lambda: case.anchor(date, burdens=burdens, siblings=self.siblings), then)

    # -- objections

    def object_in_notice(self, which: int, index: int) -> None:
        folio = self.folios[which]
        if not folio.plain.cases:
            return
        number = sorted(folio.plain.cases)[index % len(folio.plain.cases)]
        plain, case = folio.plain.cases[number], replace(folio.case, number=number)

        def then(done: Done) -> None:
            objection = done.line("NoticeObjected").number
            folio.objections[objection] = (number, "filed")
            plain.objections.add(objection)

        allowed = plain.state == "notice" and not plain.notice_over(self.today)
        self.attempt(allowed, case.object_in_notice, then)

    def settle(self, which: int, index: int, withdrawn: bool, drop: bool) -> None:
        """An objection in a notice is decided or taken back."""
        folio = self.folios[which]
        if not folio.objections:
            return
        objection = sorted(folio.objections)[index % len(folio.objections)]
        number, state = folio.objections[objection]
        plain, case = folio.plain.cases[number], replace(folio.case, number=number)
        narrows = drop and len(plain.passed) > 1
        left = plain.passed - {min(plain.passed)} if narrows else plain.passed

        def then(_: Done) -> None:
            folio.objections[objection] = (number, "settled")
            plain.objections.discard(objection)
            plain.passed = plain.passed if withdrawn else left

        conclusion = Conclusion.PARTLY if narrows else Conclusion.DISMISSED
        if withdrawn:
            self.attempt(state == "filed", lambda: case.take_back(objection), then)
        else:
            allowed = state == "filed" and plain.state == "notice"
            self.attempt(allowed, lambda: case.resolve(objection, conclusion, mask(left)), then)

    # -- a beginning

    def begin(self, registered: int, length: int) -> None:
        """None, one or both of the folios registered at once, by the same acts."""
        for which in range(registered):
            self.apply(which, 7)
            self.advance(which, 0, "accept")
            self.advance(which, 0, "publish")
        self.wait(8)
        for which in range(registered):
            self.anchor(which, 0, length)

    def object(self, which: int, disputed: int) -> None:
        folio = self.folios[which]

        def then(done: Done) -> None:
            folio.plain.received[done.line("Objected").number] = rights(disputed)

        known = [*folio.plain.received.values(), *folio.plain.disputes.values()]
        again = any(rights(disputed) <= each for each in known)  # one objector, one ground (rule 38)
        self.attempt(bool(folio.plain.until) and not again, lambda: folio.case.object(disputed), then)

    def dispute(self, which: int, index: int, withdrawn: bool) -> None:
        """An objection after registration is found complete or taken back."""
        plain, case = self.folios[which].plain, self.folios[which].case
        known = sorted({**plain.received, **plain.disputes})
        if not known:
            return
        number = known[index % len(known)]

        def then(_: Done) -> None:
            disputed = plain.received.pop(number, None)
            plain.edition += not withdrawn or disputed is None
            if withdrawn:
                plain.disputes.pop(number, None)
            else:
                assert disputed is not None
                plain.disputes[number] = disputed

        if withdrawn:
            self.attempt(True, lambda: case.take_back(number), then)
        else:
            self.attempt(number in plain.received, lambda: case.complete(number), then)

    # -- licences

    def grant(  # noqa: PLR0913, PLR0917  everything a conflict may depend on
        self,
        which: int,
        taker: int,
        exclusive: bool,
        sublicensable: bool,
        begins: int,
        length: int,
        cut: bool,
        actions: frozenset[int],
        purposes: frozenset[int],
        under: int,
    ) -> None:
        folio = self.folios[which]
        known = sorted(folio.plain.licences)
        parent = known[under % len(known)] if known and under >= 0 else 0
        licensee = (self.cast.maker, self.cast.buyer, self.cast.second, self.cast.holder)[taker]
        start = self.today + begins
        end = max(start + length, self.today)
        bounds = folio.plain.licences[parent].end if parent else folio.plain.until.get(2, 0)
        if cut and bounds >= max(start, self.today):
            end = min(end, bounds)
        plain = PlainLicence(licensee.number, exclusive, start, end, actions, purposes, sublicensable, parent)
        word = replace(
            READING,
            start=start,
            end=end,
            actions=Action(mask(actions)),
            purposes=Purpose(mask(purposes)),
            flags=LicenceFlag.SUBLICENSE if sublicensable else LicenceFlag(0),
            parent=parent,
        )

        def then(done: Done) -> None:
            folio.plain.licences[done.line("LicenceGranted").number] = plain
            folio.plain.edition += 1

        licensor = self.player(folio.plain.licences[parent].licensee if parent else folio.plain.party)
        act = lambda: folio.deals.grant(  # noqa: E731
            word,
            kind=LicenceKind.EXCLUSIVE if exclusive else LicenceKind.NON_EXCLUSIVE,
            licensor=licensor,
            licensee=licensee,
            by=[*{each.number: each.one for each in (licensor, licensee)}.values(), self.cast.exchange.recorder],
            burdens=folio.plain.burdens(),
            licences=folio.plain.unclosed() if exclusive else [],
        )
        allowed = folio.plain.may_license(plain, self.today) and folio.plain.has_room(plain, self.today, CODES)
        self.attempt(allowed, act, then)

    def live(self, which: int, index: int, what: str) -> None:
        """A licence is suspended, resumed, ended or closed."""
        folio = self.folios[which]
        if not folio.plain.licences:
            return
        number = sorted(folio.plain.licences)[index % len(folio.plain.licences)]
        plain = folio.plain.licences[number]
        over = plain.state == "ended" or plain.end < self.today or folio.plain.has_fallen(plain, self.today)
        allowed, target = {
            "suspend": (plain.state == "active", "suspended"),
            "resume": (plain.state == "suspended", "active"),
            "end": (plain.state in {"active", "suspended"}, "ended"),
            "close": (plain.state != "closed" and over, "closed"),
        }[what]

        def then(_: Done) -> None:
            plain.state = target
            folio.plain.edition += what != "close"
            if what == "end":
                plain.end = min(plain.end, self.today)

        signers = self.sides(folio, plain)
        self.attempt(allowed, lambda: getattr(folio.deals, what)(number, by=signers), then)

    def narrow(self, which: int, index: int, ordinary: bool, cut: int, purposes: frozenset[int]) -> None:
        folio = self.folios[which]
        if not folio.plain.licences:
            return
        number = sorted(folio.plain.licences)[index % len(folio.plain.licences)]
        plain = folio.plain.licences[number]
        exclusive = plain.exclusive and not ordinary
        end, less = plain.end - cut, plain.purposes & purposes if plain.purposes else purposes
        # Nothing in common is no narrower; all of all stays all.
        fewer = less or not plain.purposes
        allowed = plain.state in {"active", "suspended"} and end >= max(plain.start, self.today) and bool(fewer)

        def then(_: Done) -> None:
            plain.exclusive, plain.end, plain.purposes = exclusive, end, less
            folio.plain.edition += 1

        kind = LicenceKind.EXCLUSIVE if exclusive else LicenceKind.NON_EXCLUSIVE
        changes: dict[str, Any] = {"kind": kind, "end": end, "purposes": Purpose(mask(less))}
        signers = self.sides(folio, plain)
        self.attempt(allowed, lambda: folio.deals.narrow(number, by=signers, **changes), then)

    def sides(self, folio: Folio, plain: PlainLicence) -> list[Any]:
        """Licensor and licensee of a licence."""
        licensor = folio.plain.licences[plain.parent].licensee if plain.parent else folio.plain.party
        return [self.player(licensor).one, self.player(plain.licensee).one]
