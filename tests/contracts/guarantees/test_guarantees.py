"""Guarantees: bound by two persons, claimed within their period, paid out into a place behind the creditor's remainder."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from ledger_api.domain.calendar import to_date
from ledger_api.domain.words import (
    Acknowledgement,
    BurdenKind,
    BurdenState,
    Guarantee,
    GuaranteeMode,
    GuaranteeState,
    Power,
    Provider,
    Role,
    SecurityPurpose,
    SecurityState,
)
from tests.contracts.circumstances import amend, suspend_accreditation
from tests.contracts.loans import LENDING, Lenders, Loans
from tests.contracts.procedure import DOCUMENT, SHA256, Someone
from tests.contracts.stage import Cast, Done, Stage, enter
from tests.contracts.stage.stage import day, instant

ACKS = Acknowledgement.RELEASE | Acknowledgement.RANK
LATE = day("2030-08-31")


class Backing:
    """Guarantees on the folio, signed by whom they take unless a test says otherwise."""

    def __init__(self, loans: Loans) -> None:
        self.loans, self.stage = loans, loans.stage
        self.bank, self.guarantor = loans.lenders.bank, loans.lenders.guarantor
        self.clerk = loans.registrar.reviewer

    def guarantee(self, number: int) -> Guarantee:
        """Its word."""
        return self.stage.word(Guarantee, self.loans.entry, number)

    def bind(
        self,
        security: int,
        *,
        by: Someone = None,
        at: int = 0,
        papers: tuple[Any, ...] = (SHA256, DOCUMENT, DOCUMENT),
        **terms: Any,
    ) -> Done:
        """Eighty percent, jointly and severally, three years after maturity, as in SC1 (演示)."""
        word = Guarantee(
            mode=GuaranteeMode.JOINT_SEVERAL,
            guarantor=self.guarantor.number,
            debtor=self.loans.case.filer.number,
            creditor=self.bank.number,
            security=security,
            coverage=8_000,
            until=LATE,
            acks=ACKS,
        )
        hands = [*self.guarantor.both, self.bank.one, self.loans.case.filer.one, self.clerk]
        act = ("bindGuarantee", self.loans.entry, replace(word, **terms), papers)
        return self.stage.file(hands if by is None else by, [act], at=at)

    def bound(self, security: int, **terms: Any) -> int:
        """The same; the guarantee's number."""
        return self.bind(security, **terms).line("GuaranteeBound").number

    def claim(self, number: int, *, by: Someone = None, at: int = 0) -> Done:
        """The bank claims."""
        return self._file(by, [self.bank.one], "claimGuarantee", number, SHA256, DOCUMENT, at=at)

    def pay(self, number: int, *, by: Someone = None, at: int = 0, papers: tuple[Any, ...] | None = None) -> Done:
        """The guarantor pays and the bank receives."""
        papers = papers or (SHA256, DOCUMENT, DOCUMENT, DOCUMENT)
        return self._file(by, [*self.guarantor.both, self.bank.one], "payOut", number, papers, at=at)

    def release(self, number: int, *, by: Someone = None) -> Done:
        """The bank lets the guarantor go."""
        return self._file(by, self.bank.both, "releaseGuarantee", number, SHA256, DOCUMENT)

    def expire(self, number: int, *, at: int = 0) -> Done:
        """Anybody notes that the period is over."""
        return self._file(None, [self.loans.cast.buyer.two], "expireGuarantee", number, at=at)

    def _file(self, by: Someone, default: Sequence[Any], name: str, number: int, *terms: Any, at: int = 0) -> Done:
        return self.stage.file(default if by is None else by, [(name, self.loans.entry, number, *terms)], at=at)


@pytest.fixture
def backing(loans: Loans) -> Backing:
    """Guarantees of what secures the folio's debts."""
    return Backing(loans)


@pytest.fixture
def security(stage: Stage, loans: Loans) -> int:
    """The loan of SC1, perfected on 2 September."""
    found = loans.recorded()
    stage.on("2026-09-02", "14:00")
    return loans.perfected(found)


# ------------------------------------------------------------------------------------------------ binding


def test_a_guarantee_links_its_guarantor_to_the_security(
    stage: Stage, lenders: Lenders, loans: Loans, backing: Backing, security: int
) -> None:
    """Rules 89, 100."""
    head = loans.head
    line = backing.bind(security).line("GuaranteeBound")
    word = backing.guarantee(line.number)
    assert word == line["guarantee"]
    assert (word.state, word.mode, word.coverage) == (GuaranteeState.EFFECTIVE, GuaranteeMode.JOINT_SEVERAL, 8_000)
    assert (word.from_, word.until, word.since) == (day("2027-09-01"), LATE, stage.now)
    assert (loans.burden(security).ack, loans.burden(security).acks) == (lenders.guarantor.number, ACKS)
    assert loans.debt(security).guarantee == line.number
    assert loans.head == head
    with stage.refused("GuarantorAcknowledgementMissing", guarantor=lenders.guarantor):
        loans.release(security, by=lenders.bank.both)


def test_where_the_contract_is_silent_the_law_speaks(backing: Backing, security: int) -> None:
    """Rule 100: a general guarantee, six months from the day after maturity (31 August and no 31 February)."""
    word = backing.guarantee(backing.bound(security, mode=GuaranteeMode.NONE, until=0))
    assert (word.mode, word.from_, word.until) == (GuaranteeMode.GENERAL, day("2027-09-01"), day("2028-02-29"))


@pytest.mark.parametrize(
    "maturity, until",
    [
        ("2027-06-30", "2027-12-30"),
        ("2027-07-15", "2028-01-15"),
        ("2027-03-31", "2027-09-30"),
        ("2027-12-31", "2028-06-30"),
    ],
)
def test_six_months_end_on_the_same_day_or_the_last_of_the_month(
    loans: Loans, backing: Backing, maturity: str, until: str
) -> None:
    """Rule 100."""
    number = loans.recorded(debt={"maturity": day(maturity)})
    assert backing.guarantee(backing.bound(number, until=0)).until == day(until)


@pytest.mark.parametrize(
    "terms",
    [
        {"state": GuaranteeState.EFFECTIVE},
        {"claimed": 1},
        {"paid": 1},
        {"since": 1},
        {"mode": 3},
        {"coverage": 0},
        {"coverage": 10_001},
        {"from_": LATE + 1},
        {"acks": Acknowledgement.RANK},
    ],
    ids=str,
)
def test_a_guarantee_says_what_was_agreed_and_nothing_else(
    stage: Stage, backing: Backing, security: int, terms: dict[str, Any]
) -> None:
    """Rules 89, 100."""
    with stage.refused("GuaranteeTermsNotValid"):
        backing.bind(security, **terms)


@pytest.mark.parametrize("terms", [{"coverage": 10_000}, {"coverage": 1}, {"from_": LATE}, {"from_": 1}], ids=str)
def test_terms_at_the_edge_are_taken(backing: Backing, security: int, terms: dict[str, Any]) -> None:
    """Rule 100."""
    backing.bind(security, **terms)


def test_two_persons_bind_a_guarantor(
    stage: Stage, lenders: Lenders, loans: Loans, backing: Backing, security: int
) -> None:
    """Rule 3."""
    hands = [lenders.guarantor.one, lenders.bank.one, loans.cast.holder.one, backing.clerk]
    with stage.refused("TwoPersonsMissing", party=lenders.guarantor, power=Power.CHARGE):
        backing.bind(security, by=hands)


@pytest.mark.parametrize("gone", ["bank", "holder", "registrar"])
def test_creditor_debtor_and_registrar_agree(
    stage: Stage, cast: Cast, lenders: Lenders, backing: Backing, security: int, gone: str
) -> None:
    """Rules 1, 4: nobody writes a guarantee into others' journals."""
    hands = {"bank": lenders.bank.one, "holder": cast.holder.one, "registrar": cast.registrar.reviewer}
    hands.pop(gone)
    with stage.refused("AssentMissing"):
        backing.bind(security, by=[*lenders.guarantor.both, *hands.values()])


def test_a_suspended_registrar_binds_nobody(stage: Stage, cast: Cast, backing: Backing, security: int) -> None:
    """Rule 4."""
    suspend_accreditation(stage, cast, cast.registrar)
    with stage.refused("NotAccredited", party=cast.registrar):
        backing.bind(security)


def test_a_guarantee_is_of_the_debt_that_is_secured(
    stage: Stage, cast: Cast, lenders: Lenders, loans: Loans, backing: Backing, security: int
) -> None:
    """Rule 105."""
    others: Sequence[dict[str, Any]] = ({"debtor": cast.buyer.number}, {"creditor": lenders.second.number})
    for terms in others:
        with stage.refused("GuaranteeNotOfThisDebt", security=security):
            backing.bind(security, **terms)
    with stage.refused("NoSuchSecurity"):
        backing.bind(1)
    loans.release(security, by=lenders.bank.both)
    with stage.refused("GuaranteeNotOfThisDebt", security=security):
        backing.bind(security)


def test_a_security_has_one_guarantee_and_one_guarantor(
    stage: Stage, cast: Cast, lenders: Lenders, loans: Loans, backing: Backing, security: int
) -> None:
    """Rule 89."""
    first = backing.bound(security)
    with stage.refused("AnotherGuaranteeLinked", guarantee=first):
        backing.bind(security)
    other = enter(stage, cast.operator, "other guarantor (虚构)", Role.GUARANTOR, {"one": LENDING, "two": LENDING}, 550)
    linked = loans.recorded(guarantor=lenders.guarantor, burdens=[security])
    hands = [*other.both, lenders.bank.one, cast.holder.one, backing.clerk]
    with stage.refused("GuaranteeNotOfThisDebt", security=linked):
        backing.bind(linked, guarantor=other.number, by=hands)
    before = loans.burden(linked).acks
    backing.bind(linked, acks=Acknowledgement.RELEASE | Acknowledgement.SUBSTITUTE)
    assert loans.burden(linked).acks == before | Acknowledgement.SUBSTITUTE


def test_who_is_no_guarantor_guarantees_nothing(
    stage: Stage, cast: Cast, lenders: Lenders, backing: Backing, security: int
) -> None:
    """Rule 1."""
    hands = [*lenders.second.both, lenders.bank.one, cast.holder.one, backing.clerk]
    with stage.refused("NotEntitled", party=lenders.second):
        backing.bind(security, guarantor=lenders.second.number, by=hands)


def test_a_guarantor_stands_apart(
    stage: Stage, cast: Cast, lenders: Lenders, loans: Loans, backing: Backing, security: int
) -> None:
    """Rule 2: from creditor, debtor, grantor and registrar."""
    for player in (lenders.bank, cast.holder, cast.registrar):
        with stage.refused("GuaranteeTermsNotValid"):
            backing.bind(security, guarantor=player.number)
    third = {"provider": Provider.THIRD_PARTY}
    hands = [cast.holder.one, cast.maker.one, lenders.bank.one, backing.clerk]
    other = loans.recorded(debtor=cast.maker, security=third, by=hands, burdens=[security])
    with stage.refused("GuaranteeTermsNotValid"):
        backing.bind(other, guarantor=cast.holder.number, debtor=cast.maker.number)
    with stage.refused("GuaranteeTermsNotValid"):
        backing.bind(other, guarantor=cast.maker.number, debtor=cast.maker.number)


def test_a_counter_guarantee_secures_the_guarantors_recourse(
    stage: Stage, cast: Cast, lenders: Lenders, loans: Loans, backing: Backing
) -> None:
    """Rule 105: the guarantor is its creditor; nobody is linked, nothing is split when it pays."""
    terms = {"purpose": SecurityPurpose.COUNTER_GUARANTEE}
    number = loans.recorded(bank=lenders.guarantor, security=terms)
    with stage.refused("GuaranteeTermsNotValid"):
        backing.bind(number)
    none = Acknowledgement(0)
    with stage.refused("GuaranteeNotOfThisDebt"):
        backing.bind(number, acks=none, guarantor=lenders.bank.number)
    with stage.refused("GuaranteeTermsNotValid"):
        backing.bind(number, acks=none, creditor=cast.holder.number)
    amend(stage, cast, cast.registrar, roles=Role.REGISTRAR | Role.BANK)
    with stage.refused("GuaranteeTermsNotValid"):
        backing.bind(number, acks=none, creditor=cast.registrar.number)
    found = backing.bound(number, acks=none, from_=stage.today)
    assert (loans.burden(number).ack, loans.debt(number).guarantee) == (0, found)
    backing.claim(found)
    head = loans.head
    line = backing.pay(found).line("GuaranteePaidOut")
    assert (line["ref"], loans.head) == (found, head)


@pytest.mark.parametrize("position", [1, 2])
def test_a_guarantee_has_papers(stage: Stage, backing: Backing, security: int, position: int) -> None:
    """Rule 123."""
    papers: list[Any] = [SHA256, DOCUMENT, DOCUMENT]
    papers[position] = bytes(32)
    with stage.refused("DigestMissing"):
        backing.bind(security, papers=tuple(papers))
    with stage.refused("UnknownAlgorithm"):
        backing.bind(security, papers=(4, DOCUMENT, DOCUMENT))


def test_binding_is_not_dated_before_the_securitys_last_act(stage: Stage, backing: Backing, security: int) -> None:
    """Rule 124."""
    with stage.refused("OutOfOrder"):
        backing.bind(security, at=instant("2026-09-02", "13:59"))


# ------------------------------------------------------------------------------------------------ claiming and paying


@pytest.fixture
def bound(backing: Backing, security: int) -> int:
    """The guarantee of SC1."""
    return backing.bound(security)


def test_a_guarantee_is_claimed_within_its_period(stage: Stage, backing: Backing, security: int) -> None:
    """Rule 100: from its first day to its last."""
    number = backing.bound(security, from_=day("2027-09-01"), until=day("2027-09-02"))
    stage.on("2027-08-31", "23:50")
    with stage.refused("OutsideGuaranteePeriod", first=day("2027-09-01"), last=day("2027-09-02")):
        backing.claim(number)
    stage.on("2027-09-01", "00:00")
    mark = stage.mark()
    backing.claim(number)
    assert (backing.guarantee(number).state, backing.guarantee(number).claimed) == (GuaranteeState.CLAIMED, stage.today)
    stage.rewind(mark)
    stage.on("2027-09-02", "23:59")
    mark = stage.mark()
    backing.claim(number)
    stage.rewind(mark)
    stage.on("2027-09-03", "00:01")
    with stage.refused("OutsideGuaranteePeriod"):
        backing.claim(number)


def test_the_creditor_claims(stage: Stage, cast: Cast, lenders: Lenders, backing: Backing, bound: int) -> None:
    """Rule 100."""
    stage.on("2027-09-01")
    with stage.refused("AssentMissing", party=lenders.bank, power=Power.ENFORCE):
        backing.claim(bound, by=[lenders.second.one])


def test_scenario_15_the_guarantor_steps_in_behind_the_creditors_remainder(
    stage: Stage, lenders: Lenders, loans: Loans, backing: Backing, security: int, bound: int
) -> None:
    """SC15, rule 104: a security of the guarantor's own, as old as the bank's, and behind it."""
    stage.on("2027-09-01")
    loans.notice(security)
    backing.claim(bound)
    whole, burden, edition = loans.security(security), loans.burden(security), loans.head.edition
    line = backing.pay(bound).line("GuaranteePaidOut")
    part = line["ref"]
    assert part == line.number
    assert loans.security(part) == replace(whole, behind=security, split_of=security) == line["security"]
    mine = loans.burden(part)
    assert (mine.kind, mine.state, mine.party) == (BurdenKind.SECURITY, BurdenState.OPEN, lenders.guarantor.number)
    assert (mine.rights, mine.effects, mine.grantor, mine.waivable) == (
        burden.rights, burden.effects, burden.grantor, burden.waivable,
    )  # fmt: skip
    assert (mine.ack, mine.acks, mine.day) == (0, 0, stage.today)
    assert loans.debt(part) == replace(loans.debt(security), guarantee=0)
    assert (loans.security(security), loans.burden(security)) == (whole, burden)
    assert (loans.head.burdens, loans.head.edition) == (2, edition + 1)
    assert (backing.guarantee(bound).state, backing.guarantee(bound).paid) == (GuaranteeState.PAID_OUT, stage.today)
    with stage.refused("WrongGuaranteeState", state=GuaranteeState.PAID_OUT):
        backing.pay(bound)


def test_what_a_guarantor_gets_has_lapsed_with_its_filings_term(
    stage: Stage, loans: Loans, backing: Backing, security: int, bound: int
) -> None:
    """Rules 71, 104: whether or not somebody noted that the term is over. Found by the model, seed 292."""
    stage.on("2027-09-01")
    backing.claim(bound)
    stage.on(to_date(loans.security(security).until + 1).isoformat())
    part = backing.pay(bound).line("GuaranteePaidOut").number
    assert loans.security(security).state == SecurityState.PERFECTED
    assert loans.security(part).state == SecurityState.LAPSED


def test_a_guarantor_that_has_paid_acknowledges_no_release(
    stage: Stage, lenders: Lenders, loans: Loans, backing: Backing, security: int, bound: int
) -> None:
    """Rules 89, 104: it answers for nothing more, and stands on a security of its own, which only it releases."""
    stage.on("2027-09-01")
    backing.claim(bound)
    with stage.refused("GuarantorAcknowledgementMissing", guarantor=lenders.guarantor):
        loans.release(security, by=lenders.bank.both)
    part = backing.pay(bound).line("GuaranteePaidOut").number
    loans.release(security, by=lenders.bank.both)
    assert loans.burden(part).state == BurdenState.OPEN
    with stage.refused("TwoPersonsMissing", party=lenders.guarantor, power=Power.RELEASE):
        loans.release(part, by=lenders.bank.both)
    loans.release(part, by=lenders.guarantor.both)


def test_two_persons_pay_and_the_creditor_receives(
    stage: Stage, lenders: Lenders, backing: Backing, bound: int
) -> None:
    """Rule 104: nobody steps in on his own word."""
    stage.on("2027-09-01")
    backing.claim(bound)
    with stage.refused("TwoPersonsMissing", party=lenders.guarantor, power=Power.CHARGE):
        backing.pay(bound, by=[lenders.guarantor.one, lenders.bank.one])
    with stage.refused("AssentMissing", party=lenders.bank, power=Power.ACCEPT):
        backing.pay(bound, by=lenders.guarantor.both)


def test_only_what_was_claimed_is_paid(stage: Stage, backing: Backing, bound: int) -> None:
    """Rule 104."""
    with stage.refused("WrongGuaranteeState", number=bound, state=GuaranteeState.EFFECTIVE):
        backing.pay(bound)


@pytest.mark.parametrize("position", [1, 2, 3])
def test_a_pay_out_has_papers(stage: Stage, backing: Backing, bound: int, position: int) -> None:
    """Rules 104, 123."""
    stage.on("2027-09-01")
    backing.claim(bound)
    papers: list[Any] = [SHA256, DOCUMENT, DOCUMENT, DOCUMENT]
    papers[position] = bytes(32)
    with stage.refused("DigestMissing"):
        backing.pay(bound, papers=tuple(papers))
    with stage.refused("UnknownAlgorithm"):
        backing.pay(bound, papers=(4, *papers[1:]))


def test_whoever_pays_after_a_release_steps_into_nothing(
    stage: Stage, loans: Loans, backing: Backing, security: int, bound: int
) -> None:
    """Rule 104."""
    stage.on("2027-09-01")
    backing.claim(bound)
    loans.release(security)
    head = loans.head
    line = backing.pay(bound).line("GuaranteePaidOut")
    assert (line["ref"], loans.head) == (bound, head)


def test_a_pay_out_is_not_dated_before_the_securitys_last_act(
    stage: Stage, loans: Loans, backing: Backing, security: int, bound: int
) -> None:
    """Rule 124."""
    stage.on("2027-09-01", "09:00")
    backing.claim(bound)
    stage.on("2027-09-01", "12:00")
    loans.notice(security)
    with stage.refused("OutOfOrder"):
        backing.pay(bound, at=instant("2027-09-01", "11:00"))


def test_whoever_the_claim_was_assigned_to_has_the_guarantee(
    stage: Stage, lenders: Lenders, loans: Loans, backing: Backing, security: int, bound: int
) -> None:
    """Rule 87."""
    papers = (SHA256, DOCUMENT, DOCUMENT, DOCUMENT)
    hands = [*lenders.bank.both, lenders.second.one, backing.clerk]
    stage.file(hands, [("assignSecurity", loans.entry, security, lenders.second, papers)])
    stage.on("2027-09-01")
    with stage.refused("AssentMissing", party=lenders.second):
        backing.claim(bound)
    backing.claim(bound, by=[lenders.second.one])


# ------------------------------------------------------------------------------------------------ ending


def test_a_released_guarantor_acknowledges_nothing_any_more(
    stage: Stage, lenders: Lenders, loans: Loans, backing: Backing, security: int, bound: int
) -> None:
    """Rule 89."""
    with stage.refused("TwoPersonsMissing", party=lenders.bank, power=Power.RELEASE):
        backing.release(bound, by=[lenders.bank.one])
    line = backing.release(bound).line("GuaranteeReleased")
    assert line["burden"] == loans.burden(security)
    assert backing.guarantee(bound).state == GuaranteeState.RELEASED
    assert (loans.burden(security).ack, loans.burden(security).acks, loans.debt(security).guarantee) == (0, 0, 0)
    with stage.refused("WrongGuaranteeState", state=GuaranteeState.RELEASED):
        backing.release(bound)
    loans.release(security, by=lenders.bank.both)


def test_a_guarantee_nobody_claimed_expires(stage: Stage, loans: Loans, backing: Backing, security: int) -> None:
    """Rule 100: by legal time and by block time; anybody may say so."""
    number = backing.bound(security, until=day("2027-09-02"))
    stage.on("2027-09-02", "23:50")
    for at in (0, instant("2027-09-03", "00:04")):
        with stage.refused("OutsideGuaranteePeriod"):
            backing.expire(number, at=at)
    stage.on("2027-09-03", "00:00")
    with stage.refused("OutsideGuaranteePeriod"):
        backing.expire(number, at=instant("2027-09-02", "23:59"))
    backing.expire(number)
    assert backing.guarantee(number).state == GuaranteeState.EXPIRED
    assert (loans.burden(security).ack, loans.debt(security).guarantee) == (0, 0)


def test_what_was_claimed_in_time_does_not_expire(stage: Stage, backing: Backing, security: int) -> None:
    """Rule 100."""
    number = backing.bound(security, until=day("2027-09-02"))
    stage.on("2027-09-02")
    backing.claim(number)
    stage.on("2027-09-10")
    with stage.refused("WrongGuaranteeState", state=GuaranteeState.CLAIMED):
        backing.expire(number)


def test_a_step_is_not_dated_before_the_last(stage: Stage, backing: Backing, bound: int) -> None:
    """Rule 124."""
    stage.on("2027-09-01", "09:00")
    backing.claim(bound)
    with stage.refused("OutOfOrder"):
        backing.pay(bound, at=instant("2027-09-01", "08:00"))


@pytest.mark.parametrize("act", ["claimGuarantee", "releaseGuarantee"])
def test_steps_have_papers(
    stage: Stage, lenders: Lenders, loans: Loans, backing: Backing, bound: int, act: str
) -> None:
    """Rule 123."""
    stage.on("2027-09-01")
    with stage.refused("DigestMissing"):
        stage.file(lenders.bank.both, [(act, loans.entry, bound, SHA256, bytes(32))])
    with stage.refused("UnknownAlgorithm"):
        stage.file(lenders.bank.both, [(act, loans.entry, bound, 4, DOCUMENT)])


def test_a_number_that_is_no_guarantee_is_refused(stage: Stage, backing: Backing, security: int) -> None:
    """Rule 100."""
    with stage.refused("NoSuchGuarantee", number=security):
        backing.claim(security)


def test_a_lapsed_security_passes_on_as_it_is(stage: Stage, loans: Loans, backing: Backing) -> None:
    """Rules 71, 104."""
    number = loans.recorded()
    stage.on("2026-09-02", "14:00")
    loans.perfected(number, until=day("2027-08-31"))
    found = backing.bound(number)
    stage.on("2027-09-01")
    loans.lapse(number)
    backing.claim(found)
    part = backing.pay(found).line("GuaranteePaidOut")["ref"]
    assert loans.security(part).state == SecurityState.LAPSED
