"""Interest holders are told, the right is valued, and the method is set by whoever may."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from ledger_api.domain.words import (
    EnforcementBasis,
    EnforcementMethod,
    EnforcementState,
    Power,
    Right,
    RoundFailure,
    SecurityFlag,
)
from tests.contracts.burdened import Orders
from tests.contracts.deals import Deals
from tests.contracts.enforcements.conftest import default
from tests.contracts.enforcing import NO_ORDER, Realising
from tests.contracts.loans import PLEDGE, Loans
from tests.contracts.procedure import DOCUMENT, SHA256
from tests.contracts.stage import Cast, Player, Stage
from tests.contracts.stage.stage import day

AGREED, COURT, SELF_HELP = EnforcementBasis.AGREEMENT, EnforcementBasis.COURT, EnforcementBasis.SELF_HELP
AUCTION, SALE = EnforcementMethod.AUCTION, EnforcementMethod.PRIVATE_SALE
DISCOUNT, MANAGED = EnforcementMethod.DISCOUNT, EnforcementMethod.COMPULSORY_LICENSING


@pytest.fixture
def opened(case: Realising) -> Realising:
    """Opened today."""
    return case.opened()


# -- notice


def test_notice_goes_to_all_whom_the_folio_names(stage: Stage, cast: Cast, opened: Realising) -> None:
    """Rule 96: both lists are complete, and the notices stand behind the document."""
    line = opened.notice().line("EnforcementNoticed")
    assert line["enforcement"] == opened.word
    assert (opened.word.state, opened.word.noticed) == (EnforcementState.NOTICED, stage.today)
    opened.burdens.append(Orders(opened.loans.case, opened.court, opened.court).clause_number(beneficiary=cast.maker))
    opened.notice()
    opened.burdens.pop()
    with stage.refused("BurdenListIncomplete", listed=1, unclosed=2):
        opened.notice()


def test_licensees_are_told_too(stage: Stage, opened: Realising) -> None:
    """Rule 96."""
    hands = [opened.holder, opened.cast.maker.one, opened.cast.exchange.recorder, opened.bank.one]
    deals = Deals(opened.loans.case)
    licence = deals.granted(start=stage.today, end=stage.today + 99, burdens=[opened.security], by=hands)
    with stage.refused("LicenceListIncomplete", listed=0, unclosed=1):
        opened.notice()
    opened.licences = [licence]
    opened.notice()


def test_notice_counts_from_when_it_is_written(stage: Stage, opened: Realising) -> None:
    """Rule 96: not from a day before it."""
    moment = stage.now
    stage.chain.forward(days=1)
    opened.notice(at=moment)
    assert opened.word.noticed == stage.today


def test_notice_is_the_creditors_or_the_pairs(stage: Stage, cast: Cast, opened: Realising) -> None:
    """Rules 3, 96."""
    with stage.refused("PairMissing"):
        opened.notice(by=[cast.holder.one])
    opened.notice(by=opened.pair)
    valuation = opened.attested()
    with stage.refused("PairMissing"):
        opened.value(valuation, by=[cast.holder.one])
    opened.value(valuation, by=opened.pair)
    with stage.refused("DigestMissing"):
        opened.notice(document=bytes(32))
    with stage.refused("UnknownAlgorithm"):
        stage.file(
            [opened.bank.one], [("noticeEnforcement", opened.entry, opened.number, 9, DOCUMENT, opened.burdens, [])]
        )


def test_steps_follow_each_other(stage: Stage, cast: Cast, opened: Realising) -> None:
    """Rules 95, 96: no value before notice, no method before a value, no sale before a method."""
    valuation = opened.attested()
    steps: list[tuple[int, Callable[[], object], Callable[[], object]]] = [
        (EnforcementState.OPENED, lambda: opened.value(valuation), opened.notice),
        (EnforcementState.NOTICED, opened.method, lambda: opened.value(valuation)),
        (EnforcementState.VALUED, lambda: opened.sell(cast.buyer, venue=cast.exchange), opened.method),
    ]
    for state, refused, step in steps:
        with stage.refused("WrongEnforcementState", number=opened.number, state=state):
            refused()
        step()
    others: list[Callable[[], object]] = [
        lambda: opened.fail(RoundFailure.NOT_PAID), lambda: opened.settle(cast.buyer), opened.give_back,
        lambda: opened.report(cast.maker, "2027-10-08"), lambda: opened.remove(1), lambda: opened.clear(1), opened.complete,
    ]  # fmt: skip
    for wrong in others:
        with stage.refused("WrongEnforcementState", state=EnforcementState.METHOD_SET):
            wrong()


# -- value


def test_a_valuation_for_disposal_of_all_rights(stage: Stage, opened: Realising) -> None:
    """Rule 95."""
    opened.notice()
    line = opened.value().line("EnforcementValued")
    assert line["enforcement"] == opened.word
    assert (opened.word.state, opened.word.valuation) == (EnforcementState.VALUED, opened.valuation)
    later = opened.attested()
    opened.value(later)
    assert (opened.word.state, opened.word.valuation) == (EnforcementState.VALUED, later)


def test_no_older_than_six_months(stage: Stage, opened: Realising) -> None:
    """Rule 95: from the base day to the day that relies on it."""
    opened.notice()
    early, just = opened.attested(base="2027-04-07"), opened.attested(base="2027-04-08")
    with stage.refused("ValuationTooOld", base=day("2027-04-07"), earliest=day("2027-04-08")):
        opened.value(early)
    opened.value(just)


def test_for_another_purpose_or_other_rights_it_does_not_count(stage: Stage, opened: Realising) -> None:
    """Rule 95."""
    opened.notice()
    pledge, part = opened.attested(purpose=1), opened.attested(rights=Right.OPERATE)
    with stage.refused("AttestationNotUsable", number=pledge):
        opened.value(pledge)
    with stage.refused("ValuationOfOtherRights", rights=Right.OPERATE):
        opened.value(part)


# -- method


@pytest.fixture
def valued(opened: Realising) -> Realising:
    """Noticed and valued today."""
    opened.notice()
    opened.value()
    return opened


def test_creditor_and_holder_agree_on_a_method(stage: Stage, valued: Realising) -> None:
    """Rules 65, 116."""
    for method in (AUCTION, SALE, DISCOUNT, MANAGED):
        line = valued.method(method).line("MethodSet")
        assert line["enforcement"] == valued.word
        assert (valued.word.state, valued.word.method, valued.word.basis) == (
            EnforcementState.METHOD_SET,
            method,
            AGREED,
        )
    with stage.refused("AssentMissing", party=valued.cast.holder, power=Power.DISPOSE):
        valued.method(by=valued.bank.both)
    with stage.refused("TwoPersonsMissing", party=valued.bank):
        valued.method(by=[valued.bank.one, valued.holder])


def test_a_court_sets_it_whatever_the_holder_wants(stage: Stage, valued: Realising) -> None:
    """Rule 116."""
    valued.method(AUCTION, COURT)
    word = valued.word
    assert (word.basis, word.court) == (COURT, valued.court.number)
    assert word.ordered == stage.journal(valued.entry).lines
    with stage.refused("NotAnIssuer"):
        valued.method(AUCTION, COURT, order=valued.order(valued.cast.regulator))
    with stage.refused("PairMissing"):
        valued.method(AUCTION, COURT, by=valued.bank.both)
    for basis in (AGREED, SELF_HELP):
        with stage.refused("InstrumentNotValid"):
            valued.method(AUCTION, basis, order=valued.order())


def test_only_after_rounds_without_a_bid_it_hands_the_right_over(stage: Stage, valued: Realising) -> None:
    """Rule 65: at a value after one, for management after two."""
    stage.chain.forward(days=7)
    valued.method(AUCTION, COURT)
    for rounds, method, needed in ((0, DISCOUNT, 1), (1, MANAGED, 2)):
        with stage.refused("RoundsMissing", rounds=rounds, needed=needed):
            valued.method(method, COURT)
        valued.fail()
    mark = stage.mark()
    valued.method(DISCOUNT, COURT)
    stage.rewind(mark)
    valued.method(MANAGED, COURT)


def test_self_help_is_agreed_beforehand(stage: Stage, valued: Realising) -> None:
    """Rule 116."""
    with stage.refused("SelfHelpNotAgreed"):
        valued.method(AUCTION, SELF_HELP)


def test_and_is_an_auction_or_a_sale(stage: Stage, loans: Loans, court: Player) -> None:
    """Rule 65: what nobody else takes part in is agreed on when it happens."""
    flags = replace(PLEDGE).flags | SecurityFlag.SELF_HELP
    case = Realising(loans, default(loans, loans.recorded(security={"flags": flags})), court)
    case.prepared()
    for method in (DISCOUNT, MANAGED):
        with stage.refused("MethodNotFitting", method=method, basis=SELF_HELP):
            case.method(method, SELF_HELP)
    case.method(SALE, SELF_HELP)
    with stage.refused("TwoPersonsMissing", party=case.bank):
        case.method(AUCTION, SELF_HELP, by=[case.bank.one])


@pytest.mark.parametrize("method, basis", [(0, 1), (5, 1), (1, 0)])
def test_codes_are_known(stage: Stage, valued: Realising, method: int, basis: int) -> None:
    """Rule 95."""
    with stage.refused("EnforcementCodeUnknown", code=method if basis else basis):
        valued.method(method, basis)


def test_a_method_has_papers(stage: Stage, valued: Realising) -> None:
    """Rule 123."""
    terms = (valued.entry, valued.number, AUCTION, AGREED, NO_ORDER)
    with stage.refused("DigestMissing"):
        stage.file([*valued.bank.both, valued.holder], [("setMethod", *terms, SHA256, bytes(32))])
