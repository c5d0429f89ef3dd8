"""The contract and `ledger_api.domain.survival` give the same answer of the same facts (rule 51)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from hardhat_free_env.testing import Reverted
from ledger_api.domain.rank import Interest, Publicity
from ledger_api.domain.survival import Grant, Survival, survival
from ledger_api.domain.words import (
    BurdenState,
    Characterisation,
    Effect,
    LicenceFlag,
    LicenceKind,
    Recording,
    Security,
)
from tests.contracts.deals import READING, Deals
from tests.contracts.enforcing import Realising
from tests.contracts.loans import Loans
from tests.contracts.stage import Cast, Player, Stage
from tests.contracts.stage.stage import day, instant

OTHERWISE = {"character": Characterisation.MORTGAGE_395_7}
CLAUSE = OTHERWISE | {"clause": Effect.LICENCE_EXCLUSIVE}
TERM = replace(READING, end=day("2029-08-31"), flags=LicenceFlag.SUBLICENSE)


class Facts:
    """What happened, kept by hand beside the ledger: when each licence was recorded, and who consented to it."""

    def __init__(self, loans: Loans) -> None:
        self.loans, self.stage = loans, loans.stage
        self.grants: list[Grant] = []
        self.burdens: list[int] = []
        self.securities: list[int] = []

    def grant(self, *consenting: int, parent: int = 0, kind: int = 0) -> int:
        """A licence given now, to which the creditors of these securities consent."""
        lenders, cast = self.loans.lenders, self.loans.cast
        hands = [lenders.bank.one, lenders.second.one] if consenting else []
        licensor = cast.maker if parent else self.loans.case.filer
        taker = cast.buyer if parent else cast.maker
        done = Deals(self.loans.case).grant(
            replace(TERM, kind=LicenceKind(kind), parent=parent, start=self.stage.today),
            licensee=taker, burdens=list(self.burdens), licences=[each.number for each in self.grants] if kind else (),
            by=[licensor.one, taker.one, cast.exchange.recorder, *hands],
        )  # fmt: skip
        line = done.line("LicenceGranted")
        recorded = done.outcome.block.header.timestamp
        self.grants.append(Grant(line.number, recorded, parent, frozenset(consenting)))
        if kind:
            self.burdens.append(line.number)
        return line.number

    def record(self, bank: Player, **security: Any) -> int:
        """A security recorded now."""
        hands = [self.loans.case.filer.one, bank.one, self.loans.registrar.reviewer]
        number = self.loans.recorded(bank=bank, burdens=list(self.burdens), by=hands, security=security)
        self.burdens.append(number)
        self.securities.append(number)
        return number

    def expected(self, at: int) -> dict[int, Survival]:
        """The law's answer, by the pure function."""
        found = []
        for number in self.securities:
            word = self.stage.word(Security, self.loans.entry, number)
            filing = Publicity(word.filed_at, word.until) if word.filed_at else None
            found.append(Interest(number, filing, behind=word.behind))
        return dict(survival(self.grants, found, at))


def answers(case: Realising, facts: Facts) -> dict[int, Survival]:
    """The contract's: which licences some security removes."""
    return {
        grant.number: Survival.REMOVABLE
        if any(_removes(case, grant.number, security) for security in facts.securities)
        else Survival.SURVIVES
        for grant in facts.grants
    }


def _removes(case: Realising, licence: int, security: int) -> bool:
    with rewound(case.stage):
        try:
            case.remove(licence, security)
        except Reverted as error:
            if error.name != "LicenceSurvives":
                raise
            return False
        return True


@contextmanager
def rewound(stage: Stage) -> Iterator[None]:
    """Back to here."""
    mark = stage.mark()
    try:
        yield
    finally:
        stage.rewind(mark)


def sold(facts: Facts, enforcing: int, court: Player) -> Realising:
    """Default, and everything up to a settled auction on 1 December 2027."""
    loans, stage = facts.loans, facts.stage
    stage.on("2027-09-01")
    loans.notice(enforcing)
    stage.on("2027-10-08")
    case = Realising(
        loans, enforcing, court, burdens=list(facts.burdens), licences=[grant.number for grant in facts.grants]
    )
    case.ready()
    case.sell(loans.cast.buyer if not any(g.parent for g in facts.grants) else loans.cast.second)
    stage.on("2027-12-01")
    return case


def check(facts: Facts, enforcing: int, court: Player) -> dict[int, Survival]:
    """Both answers are one."""
    case = sold(facts, enforcing, court)
    buyer = case.cast.buyer if case.word.buyer == case.cast.buyer.number else case.cast.second
    at = facts.stage.now
    case.settle(buyer)
    expected = facts.expected(at)
    assert answers(case, facts) == expected
    return expected


SURVIVES, REMOVABLE = Survival.SURVIVES, Survival.REMOVABLE


def test_before_the_record_before_the_filing_and_after_it(stage: Stage, loans: Loans, court: Player) -> None:
    """Rule 51: a mortgage lets the holder license; what it licenses after the filing does not survive."""
    facts = Facts(loans)
    early = facts.grant()
    number = facts.record(loans.lenders.bank, **OTHERWISE)
    between = facts.grant()
    stage.on("2026-09-02", "14:00")
    unseen = facts.grant()
    loans.perfected(number)
    late = facts.grant()
    found = check(facts, number, court)
    assert found == {early: SURVIVES, between: SURVIVES, unseen: REMOVABLE, late: REMOVABLE}
    assert stage.word(Recording, loans.entry, early) == Recording()


def test_a_filing_older_than_the_record_counts_from_its_own_time(stage: Stage, loans: Loans, court: Player) -> None:
    """Rules 51, 68: what met burdens is dated; what met none came before anybody could see one."""
    facts = Facts(loans)
    junior = facts.record(loans.lenders.second, **OTHERWISE)
    stage.on("2026-09-02", "14:00")
    loans.perfected(junior, filed_at=instant("2026-09-02", "13:59"))
    dated = facts.grant()
    number = facts.record(loans.lenders.bank, **OTHERWISE)
    loans.perfected(number)
    assert check(facts, number, court) == {dated: REMOVABLE}


@pytest.mark.parametrize("agreed", [{"character": Characterisation.RIGHT_PLEDGE_440_7}, CLAUSE])
def test_what_a_creditor_had_to_consent_to_survives(
    stage: Stage, loans: Loans, court: Player, agreed: dict[str, Any]
) -> None:
    """Rules 49, 51: a pledge asks for all licences, this clause for exclusive ones only."""
    facts = Facts(loans)
    number = facts.record(loans.lenders.bank, **agreed)
    stage.on("2026-09-02", "14:00")
    loans.perfected(number)
    asked = agreed is not CLAUSE
    ordinary = facts.grant(*([number] if asked else []))
    sole = facts.grant(number, kind=LicenceKind.SOLE)
    found = check(facts, number, court)
    assert found == {ordinary: SURVIVES if asked else REMOVABLE, sole: SURVIVES}


def test_consent_to_what_was_narrowed_since_still_counts(stage: Stage, loans: Loans, court: Player) -> None:
    """Rules 46, 51: what it was when it was granted decides."""
    facts = Facts(loans)
    number = facts.record(loans.lenders.bank, **CLAUSE)
    stage.on("2026-09-02", "14:00")
    loans.perfected(number)
    sole = facts.grant(number, kind=LicenceKind.SOLE)
    Deals(loans.case).narrow(sole, kind=LicenceKind.NON_EXCLUSIVE)
    facts.burdens.remove(sole)
    assert check(facts, number, court) == {sole: SURVIVES}


def test_a_licence_withstands_every_security_or_none(stage: Stage, loans: Loans, court: Player) -> None:
    """Rules 51, 97: one creditor's consent is not the other's."""
    facts = Facts(loans)
    pledge = facts.record(loans.lenders.bank)
    mortgage = facts.record(loans.lenders.second, **OTHERWISE)
    stage.on("2026-09-02", "14:00")
    loans.perfected(pledge)
    loans.perfected(mortgage, filed_at=stage.now - 60)
    both = facts.grant(pledge)
    assert check(facts, pledge, court) == {both: REMOVABLE}


def test_a_security_without_publicity_removes_nothing(stage: Stage, loans: Loans, court: Player) -> None:
    """Rules 51, 67, 71: lapsed by the day of the sale."""
    facts = Facts(loans)
    number = facts.record(loans.lenders.bank, **OTHERWISE)
    stage.on("2026-09-02", "14:00")
    loans.perfected(number, until=day("2027-11-30"))
    late = facts.grant()
    assert check(facts, number, court) == {late: SURVIVES}


def test_one_filed_again_takes_licences_as_it_finds_them(stage: Stage, loans: Loans, court: Player) -> None:
    """Rules 51, 71."""
    facts = Facts(loans)
    number = facts.record(loans.lenders.bank, **OTHERWISE)
    stage.on("2026-09-02", "14:00")
    loans.perfected(number, until=day("2026-12-31"))
    between = facts.grant()
    stage.on("2027-01-04")
    loans.lapse(number)
    loans.perfected(number, filed_at=stage.now - 60, until=day("2029-01-03"))
    late = facts.grant()
    assert check(facts, number, court) == {between: SURVIVES, late: REMOVABLE}


def test_a_sublicence_stands_and_falls_with_its_parent(stage: Stage, cast: Cast, loans: Loans, court: Player) -> None:
    """Rules 51, 54."""
    facts = Facts(loans)
    early = facts.grant()
    number = facts.record(loans.lenders.bank, **OTHERWISE)
    stage.on("2026-09-02", "14:00")
    loans.perfected(number)
    late = facts.grant()
    children = facts.grant(parent=early), facts.grant(parent=late)
    found = check(facts, number, court)
    assert found == {early: SURVIVES, late: REMOVABLE, children[0]: SURVIVES, children[1]: REMOVABLE}
    assert cast.buyer.number


def test_a_part_split_off_takes_the_consents_along(stage: Stage, loans: Loans, court: Player) -> None:
    """Rules 51, 87: what the first creditor agreed to binds whoever has a part."""
    facts = Facts(loans)
    number = facts.record(loans.lenders.bank)
    stage.on("2026-09-02", "14:00")
    loans.perfected(number)
    licence = facts.grant(number)
    bank, second = loans.lenders.bank, loans.lenders.second
    papers = (2, *[bytes([1]) * 32] * 3)
    act = ("splitSecurity", loans.entry, number, second, papers)
    done = stage.file([*bank.both, second.one, loans.registrar.reviewer], [act])
    part = done.line("SecuritySplit").number
    facts.burdens.append(part)
    facts.securities.append(part)
    facts.grants = [replace(each, consented=each.consented | {part}) for each in facts.grants]
    late = facts.grant(number, part)
    assert check(facts, number, court) == {licence: SURVIVES, late: SURVIVES}
    assert loans.burden(part).state == BurdenState.OPEN
