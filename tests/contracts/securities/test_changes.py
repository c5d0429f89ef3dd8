"""Changes of a security: its terms, its creditor, its rank; and who must agree to each."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from ledger_api.domain.words import (
    AccreditationKind,
    Acknowledgement,
    BurdenState,
    ClaimType,
    Debt,
    DefaultEvent,
    Power,
    Role,
    SecurityPurpose,
    SecurityState,
)
from tests.contracts.attestations.reports import Reports, attestor
from tests.contracts.circumstances import amend, identity_expires, suspend_accreditation
from tests.contracts.loans import LOAN, Lenders, Loans
from tests.contracts.procedure import DOCUMENT, SHA256, Someone
from tests.contracts.stage import Cast, Done, Player, Stage
from tests.contracts.stage.acting import Signs
from tests.contracts.stage.stage import day, instant

PAPERS = (SHA256, DOCUMENT, DOCUMENT, DOCUMENT)
CHANGES = ("amendSecurity", "assignSecurity", "splitSecurity", "cedeRank")


@pytest.fixture
def first(stage: Stage, loans: Loans, lenders: Lenders) -> int:
    """The loan of SC1 with its guarantor, perfected on 2 September."""
    found = loans.recorded(guarantor=lenders.guarantor)
    stage.on("2026-09-02", "14:00")
    return loans.perfected(found)


@pytest.fixture
def junior(loans: Loans, lenders: Lenders, first: int) -> int:
    """The second bank's, perfected after it."""
    found = loans.recorded(bank=lenders.second, burdens=[first])
    return loans.perfected(found, filed_at=instant("2026-09-02", "13:00"))


class Changing:
    """Each change, signed by whom it takes unless a test says otherwise."""

    def __init__(self, loans: Loans) -> None:
        self.loans = loans
        self.bank, self.second, self.guarantor = loans.lenders.bank, loans.lenders.second, loans.lenders.guarantor
        self.clerk = loans.registrar.reviewer

    def file(self, by: Someone, default: Sequence[Signs], name: str, number: int, *terms: Any, at: int = 0) -> Done:
        """One change."""
        return self.loans.stage.file(default if by is None else by, [(name, self.loans.entry, number, *terms)], at=at)

    def amend(
        self, number: int, *, by: Someone = None, adverse: int = 0, burdens: Sequence[int] = (), **debt: Any
    ) -> Done:
        """Longer, unless a test says otherwise."""
        word: Debt = replace(LOAN, **{"maturity": day("2028-08-31"), **debt})
        hands = [self.loans.case.filer.one, self.bank.one, self.guarantor.one, self.clerk]
        return self.file(by, hands, "amendSecurity", number, word, adverse, PAPERS, list(burdens))

    def assign(
        self, number: int, *, by: Someone = None, to: Player | None = None, name: str = "assignSecurity", at: int = 0
    ) -> Done:
        """To the second bank."""
        hands = [*self.bank.both, self.second.one, self.clerk]
        return self.file(by, hands, name, number, to or self.second, PAPERS, at=at)

    def split(self, number: int, **terms: Any) -> Done:
        """Part of it, likewise."""
        return self.assign(number, name="splitSecurity", **terms)

    def cede(self, number: int, ahead: int, *, by: Someone = None, burdens: Sequence[int] = ()) -> Done:
        """The bank lets the second one ahead."""
        hands = [*self.bank.both, self.second.one, self.guarantor.one, self.clerk]
        return self.file(by, hands, "cedeRank", number, ahead, SHA256, DOCUMENT, list(burdens))


@pytest.fixture
def change(loans: Loans) -> Changing:
    """Changes of the securities on the folio."""
    return Changing(loans)


# ------------------------------------------------------------------------------------------------ amending


def test_an_amendment_changes_the_terms_and_nothing_that_happened(
    stage: Stage, cast: Cast, loans: Loans, change: Changing, first: int
) -> None:
    """Rule 76."""
    loans.notice(first, DefaultEvent.COVENANT)
    loans.ask_release(first)
    security, head = loans.security(first), loans.head
    line = change.amend(first, cap=4_000).line("SecurityAmended")
    debt = loans.debt(first)
    assert line["debt"] == debt
    assert (debt.maturity, debt.cap, debt.debtor) == (day("2028-08-31"), 4_000, cast.holder.number)
    assert (debt.cause, debt.defaulted, debt.cure_until) == (DefaultEvent.COVENANT, stage.today, day("2027-09-30"))
    assert debt.release_asked == stage.today
    assert (loans.security(first), loans.head) == (security, head)


@pytest.mark.parametrize("gone, power", [("holder", Power.CHARGE), ("bank", Power.ACCEPT), ("registrar", Power.RECORD)])
def test_grantor_creditor_and_registrar_agree_to_an_amendment(
    stage: Stage, cast: Cast, lenders: Lenders, change: Changing, first: int, gone: str, power: int
) -> None:
    """Rule 76."""
    hands = {"holder": cast.holder.one, "bank": lenders.bank.one, "registrar": cast.registrar.reviewer}
    hands.pop(gone)
    with stage.refused("AssentMissing", power=power):
        change.amend(first, by=[*hands.values(), lenders.guarantor.one])


def test_a_guarantor_agrees_to_a_heavier_debt(
    stage: Stage, cast: Cast, lenders: Lenders, change: Changing, first: int
) -> None:
    """Rule 76."""
    hands = [cast.holder.one, lenders.bank.one, cast.registrar.reviewer]
    with stage.refused("GuarantorAcknowledgementMissing", guarantor=lenders.guarantor):
        change.amend(first, by=hands)


def test_a_guarantor_who_need_not_acknowledge_amendments_is_not_asked(
    cast: Cast, loans: Loans, lenders: Lenders, change: Changing
) -> None:
    """Rule 76."""
    number = loans.recorded(guarantor=lenders.guarantor, acks=Acknowledgement.RELEASE)
    change.amend(number, by=[cast.holder.one, lenders.bank.one, cast.registrar.reviewer])


def test_juniors_agree_to_what_is_adverse_to_them(
    stage: Stage, cast: Cast, lenders: Lenders, change: Changing, first: int, junior: int
) -> None:
    """Rule 76."""
    listed = [first, junior]
    with stage.refused("JuniorAssentMissing", number=junior):
        change.amend(first, adverse=1, burdens=listed)
    with stage.refused("BurdenListIncomplete", listed=1, unclosed=2):
        change.amend(first, adverse=1, burdens=[first])
    with stage.refused("ListDisordered"):
        change.amend(first, adverse=1, burdens=[first, first])
    hands = [cast.holder.one, lenders.bank.one, lenders.guarantor.one, lenders.second.one, cast.registrar.reviewer]
    change.amend(first, adverse=1, burdens=listed, by=hands)


def test_a_junior_that_is_released_is_not_asked(
    loans: Loans, lenders: Lenders, change: Changing, first: int, junior: int
) -> None:
    """Rule 76."""
    loans.release(junior, by=lenders.second.both)
    change.amend(first, adverse=1, burdens=[first, junior])


def test_other_burdens_are_counted_and_not_asked(loans: Loans, change: Changing, first: int) -> None:
    """Rule 76: an objector has no say in ranks."""
    dispute = loans.case.disputed()
    change.amend(first, adverse=1, burdens=[first, dispute])


@pytest.mark.parametrize(
    "terms",
    [
        {"debtor": 5},
        {"defaulted": 1},
        {"cure_until": 1},
        {"cause": DefaultEvent.OTHER},
        {"demanded": 1},
        {"release_asked": 1},
        {"guarantee": 1},
        {"maturity": day("2026-09-01")},
        {"window_from": 1, "window_until": 2},
        {"place": 0},
        {"adverse": 4},
        {"burdens": [1]},
    ],
    ids=str,
)
def test_an_amendment_says_terms_and_nothing_else(
    stage: Stage, change: Changing, first: int, terms: dict[str, Any]
) -> None:
    """Rules 76, 98."""
    with stage.refused("ChangeNotValid"):
        change.amend(first, **terms)


def test_who_is_to_take_the_right_over_is_a_live_party(
    stage: Stage, cast: Cast, loans: Loans, change: Changing, first: int
) -> None:
    """Rule 1."""
    with stage.refused("NoSuchParty", party=0xFFFFFF):
        change.amend(first, takeover=0xFFFFFF)
    mark = stage.mark()
    change.amend(first, takeover=cast.maker.number)
    assert loans.debt(first).takeover == cast.maker.number
    stage.rewind(mark)
    identity_expires(stage, cast, cast.maker)
    with stage.refused("IdentityExpired", party=cast.maker):
        change.amend(first, takeover=cast.maker.number)


def test_a_debt_may_become_due_this_very_day(stage: Stage, change: Changing, first: int) -> None:
    """Rule 76."""
    change.amend(first, maturity=stage.today)


def test_the_window_of_a_maximum_may_be_moved(loans: Loans, lenders: Lenders, change: Changing) -> None:
    """Rule 76."""
    window = {"window_from": day("2026-09-01"), "window_until": day("2027-08-31")}
    number = loans.recorded(guarantor=lenders.guarantor, security={"claim": ClaimType.MAX_AMOUNT}, debt=window)
    change.amend(number, window_from=day("2026-09-01"), window_until=day("2028-08-31"))


# ------------------------------------------------------------------------------------------------ assigning


def test_an_assigned_security_keeps_its_rank(loans: Loans, lenders: Lenders, change: Changing, first: int) -> None:
    """Rule 87."""
    security, edition = loans.security(first), loans.head.edition
    change.assign(first)
    assert loans.burden(first).party == lenders.second.number
    assert (loans.security(first), loans.head.edition) == (security, edition + 1)
    assert loans.burden(first).ack == lenders.guarantor.number


def test_a_part_has_a_security_of_its_own_with_the_same_rank(
    stage: Stage, loans: Loans, lenders: Lenders, change: Changing, first: int
) -> None:
    """Rule 87."""
    whole, edition = loans.burden(first), loans.head.edition
    stage.on("2026-10-10")
    line = change.split(first).line("SecuritySplit")
    part = line["ref"]
    assert part == line.number
    assert loans.security(part) == replace(loans.security(first), split_of=first) == line["security"]
    mine = loans.burden(part)
    assert replace(mine, party=whole.party, since=whole.since, day=whole.day) == whole
    assert (loans.burden(part).party, loans.burden(part).state) == (lenders.second.number, BurdenState.OPEN)
    assert loans.burden(part).day == stage.today
    assert loans.burden(first) == whole
    assert loans.debt(part) == loans.debt(first)
    assert (loans.head.burdens, loans.head.edition) == (2, edition + 1)


def test_only_a_perfected_security_is_split(stage: Stage, loans: Loans, change: Changing) -> None:
    """Rule 67: a part of what has no rank has none."""
    number = loans.recorded()
    with stage.refused("WrongSecurityState", state=SecurityState.RECORDED):
        change.split(number)
    change.assign(number)


@pytest.mark.parametrize("act", ["assign", "split"])
def test_two_persons_give_a_security_away(
    stage: Stage, lenders: Lenders, change: Changing, first: int, act: str
) -> None:
    """Rules 3, 87."""
    with stage.refused("TwoPersonsMissing", party=lenders.bank, power=Power.RELEASE):
        getattr(change, act)(first, by=[lenders.bank.one, *lenders.second.both, change.clerk])


@pytest.mark.parametrize("act", ["assign", "split"])
def test_the_new_creditor_and_the_registrar_agree(
    stage: Stage, cast: Cast, lenders: Lenders, change: Changing, first: int, act: str
) -> None:
    """Rules 4, 87."""
    with stage.refused("AssentMissing", party=lenders.second, power=Power.ACCEPT):
        getattr(change, act)(first, by=[*lenders.bank.both, change.clerk])
    with stage.refused("AssentMissing", party=cast.registrar, power=Power.RECORD):
        getattr(change, act)(first, by=[*lenders.bank.both, lenders.second.one])


@pytest.mark.parametrize("act", ["assign", "split"])
def test_nobody_becomes_a_creditor_who_could_not_have_been_one(
    stage: Stage, cast: Cast, loans: Loans, lenders: Lenders, change: Changing, first: int, act: str
) -> None:
    """Rules 2, 87."""
    assign = getattr(change, act)
    with stage.refused("NotEntitled", party=cast.buyer):
        assign(first, to=cast.buyer)
    for player in (cast.holder, lenders.guarantor, lenders.bank):
        with stage.refused("ChangeNotValid"):
            assign(first, to=player)
    amend(stage, cast, cast.registrar, roles=Role.REGISTRAR | Role.BANK)
    with stage.refused("RegistrarInterested"):
        assign(first, to=cast.registrar)


def test_a_counter_guarantee_goes_to_a_guarantor(
    stage: Stage, loans: Loans, lenders: Lenders, change: Changing
) -> None:
    """Rule 105."""
    terms = {"purpose": SecurityPurpose.COUNTER_GUARANTEE}
    number = loans.recorded(bank=lenders.guarantor, security=terms)
    with stage.refused("NotEntitled", party=lenders.second):
        change.assign(number, by=[*lenders.guarantor.both, lenders.second.one, change.clerk])


# ------------------------------------------------------------------------------------------------ rank


def test_a_creditor_lets_another_ahead(loans: Loans, change: Changing, first: int, junior: int) -> None:
    """Rule 76: a fact from which rank is computed; the filing's time stays."""
    security = loans.security(first)
    change.cede(first, junior, burdens=[first, junior])
    assert loans.security(first) == replace(security, behind=junior)


def test_two_persons_the_other_creditor_the_guarantor_and_the_registrar_agree(
    stage: Stage, cast: Cast, lenders: Lenders, change: Changing, first: int, junior: int
) -> None:
    """Rules 3, 76."""
    bank, second, guarantor, clerk = lenders.bank, lenders.second, lenders.guarantor.one, change.clerk
    listed = [first, junior]
    with stage.refused("TwoPersonsMissing", party=bank):
        change.cede(first, junior, burdens=listed, by=[bank.one, second.one, guarantor, clerk])
    with stage.refused("AssentMissing", party=second, power=Power.ACCEPT):
        change.cede(first, junior, burdens=listed, by=[*bank.both, guarantor, clerk])
    with stage.refused("GuarantorAcknowledgementMissing", guarantor=lenders.guarantor):
        change.cede(first, junior, burdens=listed, by=[*bank.both, second.one, clerk])
    with stage.refused("AssentMissing", party=cast.registrar, power=Power.RECORD):
        change.cede(first, junior, burdens=listed, by=[*bank.both, second.one, guarantor])


def test_a_third_creditor_between_them_agrees(
    stage: Stage, cast: Cast, loans: Loans, lenders: Lenders, change: Changing, first: int, junior: int
) -> None:
    """Rule 76."""
    terms = {"purpose": SecurityPurpose.COUNTER_GUARANTEE}
    third = loans.recorded(bank=lenders.guarantor, security=terms, burdens=[first, junior])
    listed = [first, junior, third]
    hands = [*lenders.second.both, lenders.guarantor.one, change.clerk]
    with stage.refused("JuniorAssentMissing", number=first):
        change.cede(junior, third, burdens=listed, by=hands)
    change.cede(junior, third, burdens=listed, by=[*hands, lenders.bank.one])


def test_no_two_stand_behind_each_other(
    stage: Stage, lenders: Lenders, change: Changing, first: int, junior: int
) -> None:
    """Rule 76."""
    listed = [first, junior]
    with stage.refused("RankCircular", number=first):
        change.cede(first, first, burdens=listed)
    change.cede(first, junior, burdens=listed)
    with stage.refused("RankCircular", number=junior):
        change.cede(junior, first, burdens=listed, by=[*lenders.second.both, lenders.bank.one, change.clerk])


def test_nobody_stands_behind_what_is_over(
    stage: Stage, loans: Loans, lenders: Lenders, change: Changing, first: int, junior: int
) -> None:
    """Rule 76."""
    loans.release(junior, by=lenders.second.both)
    with stage.refused("WrongSecurityState", number=junior, state=SecurityState.RELEASED):
        change.cede(first, junior, burdens=[first])


def test_what_is_over_is_not_changed(stage: Stage, loans: Loans, change: Changing, first: int, junior: int) -> None:
    """Rule 89."""
    loans.release(first)
    for act in (change.amend, change.assign, change.split, lambda number: change.cede(number, junior)):
        with stage.refused("WrongSecurityState", number=first, state=SecurityState.RELEASED):
            act(first)


def test_a_suspended_registrar_changes_nothing(
    stage: Stage, cast: Cast, change: Changing, first: int, junior: int
) -> None:
    """Rule 4."""
    suspend_accreditation(stage, cast, cast.registrar)
    for act in (
        change.amend, change.assign, change.split, lambda number: change.cede(number, junior, burdens=[first, junior]),
    ):  # fmt: skip
        with stage.refused("NotAccredited", party=cast.registrar):
            act(first)


@pytest.mark.parametrize("position", [1, 2, 3])
def test_changes_have_papers(
    stage: Stage, lenders: Lenders, loans: Loans, change: Changing, first: int, position: int
) -> None:
    """Rules 87, 123: debtor and guarantor are notified."""
    hands = [*lenders.bank.both, lenders.second.one, change.clerk]
    papers: list[Any] = list(PAPERS)
    papers[position] = bytes(32)
    with stage.refused("DigestMissing"):
        stage.file(hands, [("assignSecurity", loans.entry, first, lenders.second, tuple(papers))])
    with stage.refused("UnknownAlgorithm"):
        stage.file(hands, [("assignSecurity", loans.entry, first, lenders.second, (4, *PAPERS[1:]))])


def test_a_ceding_has_papers(
    stage: Stage, lenders: Lenders, loans: Loans, change: Changing, first: int, junior: int
) -> None:
    """Rule 123."""
    hands = [*lenders.bank.both, lenders.second.one, lenders.guarantor.one, change.clerk]
    terms = ("cedeRank", loans.entry, first, junior)
    with stage.refused("DigestMissing"):
        stage.file(hands, [(*terms, SHA256, bytes(32), [first, junior])])
    with stage.refused("UnknownAlgorithm"):
        stage.file(hands, [(*terms, 4, DOCUMENT, [first, junior])])


def test_a_change_is_not_dated_before_the_last_act(stage: Stage, change: Changing, first: int) -> None:
    """Rule 124."""
    with stage.refused("OutOfOrder"):
        change.assign(first, at=instant("2026-09-02", "13:59"))


def test_a_valuation_named_anew_serves_a_pledge(
    stage: Stage, cast: Cast, loans: Loans, change: Changing, first: int
) -> None:
    """Rule 80: one that was named before stays named."""
    with stage.refused("AttestationNotUsable", number=first):
        change.amend(first, valuation=first)
    reports = Reports(loans.case, attestor(stage, cast, AccreditationKind.APPRAISAL_FILING))
    number = reports.attested()
    change.amend(first, valuation=number)
    reports.revoke(number)
    change.amend(first, valuation=number)
    assert loans.debt(first).valuation == number
