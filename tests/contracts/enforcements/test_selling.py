"""Auction, private sale, and taking the right at a value."""

import pytest

from ledger_api.domain.words import (
    BurdenKind,
    EnforcementBasis,
    EnforcementMethod,
    EnforcementState,
    Power,
    Right,
    Role,
    RoundFailure,
)
from tests.contracts.burdened import Orders
from tests.contracts.circumstances import identity_expires, join
from tests.contracts.enforcing import Realising
from tests.contracts.procedure import NO_DOCUMENT
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import DAY, day

COURT, SELF_HELP = EnforcementBasis.COURT, EnforcementBasis.SELF_HELP
AUCTION, SALE, DISCOUNT = EnforcementMethod.AUCTION, EnforcementMethod.PRIVATE_SALE, EnforcementMethod.DISCOUNT


def test_an_auction_finds_a_buyer(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 96: on 15 October, a week after notice; title stays where it is."""
    case.ready()
    line = case.sell(cast.buyer).line("RightSold")
    assert (case.word.state, case.word.buyer) == (EnforcementState.SOLD, cast.buyer.number)
    assert (line["enforcement"], line["terms"][:2]) == (case.word, (cast.exchange.number, stage.today))
    assert case.head.holder == (cast.holder.number,) * 3


@NO_DOCUMENT
def test_a_round_and_a_sale_have_a_document(
    stage: Stage, cast: Cast, case: Realising, alg: int, document: bytes, error: str
) -> None:
    """Rule 123."""
    case.ready().papers = alg, document
    with stage.refused(error):
        case.fail()
    with stage.refused(error):
        case.sell(cast.buyer)


@pytest.mark.parametrize("method", [AUCTION, SALE, DISCOUNT])
def test_five_days_lie_between_notice_and_sale(stage: Stage, cast: Cast, case: Realising, method: int) -> None:
    """Rule 96, auction rules 11."""
    case.opened().notice()
    noticed = stage.today
    case.value()
    stage.chain.forward(days=5)
    case.method(method)
    with stage.refused("DayOutside", day=noticed + 4, first=noticed + 5, last=noticed + 5):
        case.sell(cast.buyer, held=noticed + 4)
    with stage.refused("DayOutside", day=noticed + 6):
        case.sell(cast.buyer, held=noticed + 6)
    case.sell(cast.buyer)


def test_nor_is_a_day_ahead_of_the_block_one_of_the_past(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rules 96, 124."""
    case.opened().notice()
    case.value()
    case.method()
    moment = stage.on("2027-10-12", "23:55")
    with stage.refused("DayOutside", last=day("2027-10-12")):
        case.sell(cast.buyer, held=day("2027-10-13"), at=moment + 600)
    with stage.refused("DayOutside", last=day("2027-10-12")):
        case.fail(held=day("2027-10-13"), at=moment + 600)


def test_an_auction_is_held_by_an_exchange(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 95: only what others hold shows a price."""
    case.ready()
    with stage.refused("NotEntitled", party=cast.maker, role=Role.EXCHANGE):
        case.sell(cast.buyer, venue=cast.maker)
    with stage.refused("AssentMissing", party=cast.exchange, power=Power.RECORD):
        case.sell(cast.buyer, by=[*case.bank.both, cast.buyer.one])
    with stage.refused("NotEntitled"):
        case.fail(venue=cast.maker)


def test_creditor_and_buyer_agree(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 3."""
    case.ready()
    with stage.refused("TwoPersonsMissing", party=case.bank, power=Power.ENFORCE):
        case.sell(cast.buyer, by=[case.bank.one, cast.buyer.one, cast.exchange.recorder])
    with stage.refused("AssentMissing", party=cast.buyer, power=Power.ACCEPT):
        case.sell(cast.buyer, by=[*case.bank.both, cast.exchange.recorder])


def test_a_court_sells_by_the_pair(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rules 3, 116."""
    case.ready(AUCTION, COURT)
    with stage.refused("PairMissing"):
        case.sell(cast.buyer, by=[*case.bank.both, cast.buyer.one])
    with stage.refused("PairMissing"):
        case.fail(by=case.bank.both)
    case.sell(cast.buyer)


@pytest.mark.parametrize("method", [SALE, DISCOUNT])
def test_without_an_auction_the_value_is_fresh_on_the_day(
    stage: Stage, cast: Cast, case: Realising, method: int
) -> None:
    """Rule 95: six months from its base day, 30 September, to the day of the sale."""
    case.ready(method)
    held = stage.today
    stage.on("2028-04-01")
    with stage.refused("ValuationTooOld", base=day("2027-09-30"), earliest=day("2027-09-30") + 1):
        case.sell(cast.buyer)
    mark = stage.mark()
    case.sell(cast.buyer, held=held)
    stage.rewind(mark)
    case.value(case.attested(base="2028-03-01"))
    case.sell(cast.buyer)


def test_an_auction_needs_no_fresh_one(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 95."""
    case.ready()
    stage.on("2028-05-15")
    case.sell(cast.buyer)


def test_no_creditor_buys_privately(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 65: nor a joint holding it is a member of; it takes the right at an agreed value, or bids."""
    case.ready(SALE)
    joint = join(stage, [case.bank, cast.buyer])
    with stage.refused("TitleToCreditor", number=case.security):
        case.sell(case.bank)
    hands = [*case.bank.both, cast.buyer.one]
    with stage.refused("TitleToCreditor"):
        case.sell(joint, by=hands)
    mark = stage.mark()
    case.sell(cast.buyer)
    stage.rewind(mark)
    case.method(AUCTION)
    case.sell(case.bank)


def test_whoever_the_holder_promised_something_is_no_creditor(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 65: the party of another burden buys privately."""
    case.ready(SALE)
    clause = Orders(case.loans.case, case.court, case.court).clause_number(beneficiary=cast.buyer)
    case.burdens = [case.security, clause]
    case.sell(cast.buyer)
    assert case.word.buyer == cast.buyer.number


def test_at_a_value_the_holder_agrees_once_more(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 65: on this buyer, who may be the creditor, at this value."""
    case.ready(DISCOUNT)
    with stage.refused("AssentMissing", party=cast.holder, power=Power.DISPOSE):
        case.sell(case.bank, by=case.bank.both)
    case.sell(case.bank)
    assert case.word.buyer == case.bank.number


def test_what_is_managed_is_not_sold(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 95."""
    case.ready(EnforcementMethod.COMPULSORY_LICENSING)
    with stage.refused("MethodNotFitting"):
        case.sell(cast.buyer)
    with stage.refused("MethodNotFitting"):
        case.fail()
    case.method(DISCOUNT)
    with stage.refused("MethodNotFitting"):
        case.fail()
    with stage.refused("MethodNotFitting"):
        case.sell(cast.buyer, venue=cast.exchange)


def test_the_buyer_may_have_the_right(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rules 1, 2: a live party, not the registrar, not the holder."""
    case.ready()
    with stage.refused("TransfereeHolds"):
        case.sell(cast.holder)
    with stage.refused("RegistrarTakesPart"):
        case.sell(cast.registrar, by=[*case.bank.both, cast.exchange.recorder])
    identity_expires(stage, cast, cast.buyer)
    with stage.refused("IdentityExpired"):
        case.sell(cast.buyer)


def test_a_round_without_a_bid(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 96: it counts, and another may follow."""
    case.ready()
    line = case.fail().line("RoundFailed")
    assert (case.word.state, case.word.rounds) == (EnforcementState.FAILED, 1)
    assert (line["enforcement"], line["code"], line["held"]) == (case.word, RoundFailure.NO_BID, stage.today)
    for _ in range(15):
        case.fail()
    assert case.word.rounds == 15
    case.sell(cast.buyer)


def test_a_buyer_who_does_not_pay_is_no_buyer(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 95."""
    case.sold(cast.buyer).fail(RoundFailure.NOT_PAID)
    assert (case.word.state, case.word.rounds, case.word.buyer) == (EnforcementState.FAILED, 0, 0)
    case.sell(cast.second)


@pytest.mark.parametrize("code", [RoundFailure.NONE, 3])
def test_a_failure_is_one_of_two(stage: Stage, case: Realising, code: int) -> None:
    """Rule 96."""
    case.ready()
    with stage.refused("EnforcementCodeUnknown", code=code):
        case.fail(code)


def test_a_price_is_committed_to(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rules 10, 95."""
    case.ready()
    with stage.refused("DigestMissing"):
        case.sell(cast.buyer, price=bytes(32))


def test_a_freeze_or_bankruptcy_since_stops_the_sale(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rules 99, 115: a later instrument of the court overrides a bankruptcy, its own freeze does not stop it."""
    case.ready()
    orders = Orders(case.loans.case, case.court, case.court)
    stay = orders.imposed(kind=BurdenKind.BANKRUPTCY, term=0, administrator=cast.maker)
    case.burdens = [case.security, stay]
    with stage.refused("Burdened", number=stay):
        case.sell(cast.buyer)
    mark = stage.mark()
    case.sell(cast.buyer, by=[*case.bank.both, cast.buyer.one, cast.exchange.recorder, cast.maker.one])
    stage.rewind(mark)
    freeze = orders.imposed(term=30)
    case.burdens.append(freeze)
    case.method(AUCTION, COURT)
    case.sell(cast.buyer)
    stage.rewind(mark)
    case.burdens.pop()
    orders.restrain(cast.holder)
    with stage.refused("PartyFrozen"):
        case.sell(cast.buyer, by=[*case.bank.both, cast.buyer.one, cast.exchange.recorder, cast.maker.one])


def test_a_bankruptcy_after_the_instrument_stops_the_court_too(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 99."""
    case.ready(AUCTION, COURT)
    stay = Orders(case.loans.case, case.court, case.court).imposed(
        kind=BurdenKind.BANKRUPTCY, term=0, administrator=cast.maker
    )
    case.burdens = [case.security, stay]
    with stage.refused("Burdened", number=stay):
        case.sell(cast.buyer)
    case.method(AUCTION, COURT)
    case.sell(cast.buyer)


def test_disputed_rights_are_sold_by_a_court_only(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 39."""
    case.ready()
    objection = case.loans.case.disputed(Right.OPERATE)
    case.burdens = [case.security, objection]
    with stage.refused("Burdened", number=objection, kind=BurdenKind.DISPUTE):
        case.sell(cast.buyer)
    case.method(AUCTION, COURT)
    case.sell(cast.buyer)


def test_a_sale_may_be_recorded_late(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 124: what happened yesterday is recorded with yesterday's day."""
    case.ready()
    held, moment = stage.today, stage.now
    stage.chain.forward(seconds=DAY // 2)
    case.sell(cast.buyer, held=held, at=moment)
    assert case.word.since == moment
