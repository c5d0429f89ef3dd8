"""An enforcement is opened by whom the law lets, when it lets, one at a time on an entry."""

import pytest

from ledger_api.domain.words import (
    Acknowledgement,
    BurdenKind,
    DefaultEvent,
    Effect,
    EnforcementOrder,
    EnforcementState,
    EnforcementTrigger,
    Guarantee,
    Instrument,
    Power,
    Provider,
    Role,
    SecurityState,
)
from tests.contracts.burdened import Orders
from tests.contracts.circumstances import suspend_accreditation
from tests.contracts.enforcements.conftest import default
from tests.contracts.enforcing import Realising
from tests.contracts.loans import LENDING, Loans
from tests.contracts.procedure import ALL, DOCUMENT, SHA256
from tests.contracts.stage import Cast, Player, Stage, enter
from tests.contracts.stage.stage import day


def test_a_creditor_opens_once_the_time_to_cure_is_over(stage: Stage, case: Realising) -> None:
    """Rule 94."""
    line = case.open().line("EnforcementOpened")
    word = case.word
    assert (word.state, word.trigger, word.security) == (
        EnforcementState.OPENED,
        EnforcementTrigger.DEFAULT,
        case.security,
    )
    assert (word.rights, word.since, word.court) == (ALL, line["at"], 0)
    assert line["enforcement"] == word
    assert line["security"] == case.loans.security(case.security)
    assert line["security"].state == SecurityState.ENFORCING
    assert line["burden"] == case.burden(case.security)
    assert line["burden"].since == line["at"]


@pytest.mark.parametrize("clock", ["09:00", "23:59"])
def test_not_while_the_default_may_be_cured(stage: Stage, loans: Loans, court: Player, clock: str) -> None:
    """Rule 94: neither by block time nor by a legal time ahead of it."""
    number = loans.recorded()
    stage.on("2026-09-02", "14:00")
    loans.perfected(number)
    stage.on("2027-09-01")
    loans.notice(number)
    case = Realising(loans, number, court)
    moment = stage.on("2027-09-30", clock)
    with stage.refused("TermRunning", lastDay=day("2027-09-30")):
        case.open(at=moment + 600)
    stage.on("2027-10-01")
    case.open()


def test_nor_without_notice_of_default(stage: Stage, loans: Loans, court: Player) -> None:
    """Rule 94."""
    number = loans.recorded()
    stage.on("2026-09-02", "14:00")
    loans.perfected(number)
    stage.on("2027-10-08")
    with stage.refused("NotInDefault"):
        Realising(loans, number, court).open()


def test_opening_takes_two_persons_of_the_creditor(stage: Stage, case: Realising) -> None:
    """Rules 3, 94."""
    with stage.refused("TwoPersonsMissing", party=case.bank, power=Power.ENFORCE):
        case.open(by=[case.bank.one, case.loans.registrar.reviewer])


def test_and_an_accredited_registrar_that_records_it(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 4."""
    with stage.refused("AssentMissing", party=cast.registrar, power=Power.RECORD):
        case.open(by=[*case.bank.both, cast.registrar.approver])
    suspend_accreditation(stage, cast, cast.registrar)
    with stage.refused("NotAccredited"):
        case.open()


def test_an_insolvency_waits_for_no_cure_but_takes_the_pair(stage: Stage, loans: Loans, court: Player) -> None:
    """Rule 94."""
    number = loans.recorded()
    stage.on("2026-09-02", "14:00")
    loans.perfected(number)
    case = Realising(loans, number, court)
    loans.notice(number, DefaultEvent.INSOLVENCY)
    with stage.refused("PairMissing"):
        case.open(EnforcementTrigger.INSOLVENCY)
    case.open(EnforcementTrigger.INSOLVENCY, by=[*case.bank.both, *case.pair])
    assert case.word.trigger == EnforcementTrigger.INSOLVENCY


@pytest.mark.parametrize("code", [EnforcementTrigger.NONE, EnforcementTrigger.INSOLVENCY, 5, 7])
def test_another_default_is_no_insolvency(stage: Stage, case: Realising, code: int) -> None:
    """Rule 94."""
    with stage.refused("EnforcementCodeUnknown", code=code):
        case.open(code, by=[*case.bank.both, *case.pair])


def test_the_grantor_who_demanded_it_opens(stage: Stage, loans: Loans, court: Player) -> None:
    """Rule 93, Civil Code 437: whoever gave the security, or its creditor, and the registrar."""
    number = loans.recorded()
    stage.on("2026-09-02", "14:00")
    loans.perfected(number)
    case = Realising(loans, number, court)
    stage.on("2027-09-01")
    clerk = loans.registrar.reviewer
    with stage.refused("NotDemanded"):
        case.open(EnforcementTrigger.DEMAND, by=[case.holder, clerk])
    loans.demand(number)
    with stage.refused("TwoPersonsMissing", party=case.bank):
        case.open(EnforcementTrigger.DEMAND, by=[case.bank.one, clerk])
    with stage.refused("AssentMissing", power=Power.RECORD):
        case.open(EnforcementTrigger.DEMAND, by=[case.holder])
    mark = stage.mark()
    case.open(EnforcementTrigger.DEMAND)
    stage.rewind(mark)
    case.open(EnforcementTrigger.DEMAND, by=[case.holder, clerk])
    assert case.word.trigger == EnforcementTrigger.DEMAND


def test_an_instrument_opens_at_once(stage: Stage, case: Realising) -> None:
    """Rules 94, 116: a court's, entered by the registrar's pair."""
    case.open(EnforcementTrigger.INSTRUMENT, order=case.order(), by=case.pair)
    word = case.word
    assert (word.trigger, word.court, word.ordered) == (EnforcementTrigger.INSTRUMENT, case.court.number, case.number)


def test_no_other_authority_and_nobody_alone_enters_one(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rules 3, 116."""
    trigger = EnforcementTrigger.INSTRUMENT
    with stage.refused("NotAnIssuer", issuer=cast.regulator):
        case.open(trigger, order=case.order(cast.regulator), by=case.pair)
    with stage.refused("PairMissing"):
        case.open(trigger, order=case.order())
    with stage.refused("NotAnIssuer", issuer=0):
        case.open(trigger, by=case.pair)
    with stage.refused("InstrumentNotValid"):
        case.open(order=case.order())


def test_only_a_published_security_is_enforced_without_an_instrument(stage: Stage, loans: Loans, court: Player) -> None:
    """Rules 67, 68: what is only recorded here has no priority; a court may say otherwise."""
    number = loans.recorded()
    loans.notice(number, cure="2026-08-31")
    case = Realising(loans, number, court)
    stage.on("2026-09-01")
    with stage.refused("SecurityWithoutPublicity", security=number):
        case.open()
    case.open(EnforcementTrigger.INSTRUMENT, order=case.order(), by=case.pair)
    stage.on("2026-12-01")
    with stage.refused("WrongSecurityState", state=SecurityState.ENFORCING):
        loans.void(number)


def test_nor_one_whose_filing_ran_out(stage: Stage, loans: Loans, court: Player) -> None:
    """Rule 71, by the later of legal and block day."""
    number = loans.recorded()
    stage.on("2026-09-02", "14:00")
    loans.perfected(number, until=day("2027-10-08"))
    stage.on("2027-09-01")
    loans.notice(number)
    case = Realising(loans, number, court)
    moment = stage.on("2027-10-08", "23:59")
    mark = stage.mark()
    case.open()
    stage.rewind(mark)
    stage.on("2027-10-09", "00:01")
    with stage.refused("SecurityWithoutPublicity"):
        case.open(at=moment)
    loans.lapse(number)
    with stage.refused("SecurityWithoutPublicity"):
        case.open()


def test_one_enforcement_at_a_time_on_an_entry(stage: Stage, loans: Loans, court: Player) -> None:
    """Rule 97: all creditors share in one sale, whoever began it."""
    first = loans.recorded()
    second = loans.recorded(
        bank=loans.lenders.second, burdens=[first],
        by=[loans.case.filer.one, loans.lenders.second.one, loans.registrar.reviewer],
    )  # fmt: skip
    stage.on("2026-09-02", "14:00")
    loans.perfected(second, filed_at=stage.now - 60)
    default(loans, first)
    loans.notice(second, cure="2027-10-08", by=[loans.lenders.second.one])
    stage.on("2027-10-11")
    Realising(loans, first, court, burdens=[first, second]).open()
    with stage.refused("AlreadyEnforced", security=first):
        Realising(loans, second, court, burdens=[first, second]).open(
            by=[*loans.lenders.second.both, loans.registrar.reviewer]
        )


def test_what_is_being_enforced_is_not_opened_again(stage: Stage, case: Realising) -> None:
    """Rule 97."""
    case.open()
    with stage.refused("WrongSecurityState", number=case.security, state=SecurityState.ENFORCING):
        case.open()
    with stage.refused("NoSuchSecurity", number=3):
        case.open(security=3)


def test_all_burdens_are_listed(stage: Stage, case: Realising) -> None:
    """Rule 97."""
    case.burdens = [case.security, case.security]
    with stage.refused("ListDisordered"):
        case.open()
    case.burdens.clear()
    with stage.refused("BurdenListIncomplete", listed=0, unclosed=1):
        case.open()


def test_a_freeze_stops_it_unless_its_court_orders_it(stage: Stage, case: Realising, court: Player) -> None:
    """Rules 99, 115."""
    freeze = Orders(case.loans.case, court, court).imposed(term=365)
    case.burdens = [case.security, freeze]
    with stage.refused("Burdened", number=freeze, kind=BurdenKind.COURT_ORDER):
        case.open()
    other = enter(stage, case.cast.operator, "another court (虚构)", Role.COURT, {}, 600)
    with stage.refused("Burdened", number=freeze):
        case.open(EnforcementTrigger.INSTRUMENT, order=case.order(other), by=case.pair)
    case.open(EnforcementTrigger.INSTRUMENT, order=case.order(), by=case.pair)


def test_what_waits_in_the_queue_or_lets_realising_be_stops_nothing(
    stage: Stage, case: Realising, court: Player
) -> None:
    """Rules 99, 114: only an open order that forbids it, and only until its last day."""
    other = enter(stage, case.cast.operator, "another court (虚构)", Role.COURT, {}, 600)
    orders = Orders(case.loans.case, court, other)
    mild = orders.imposed(term=365, effects=Effect.TRANSFER)
    queued = orders.imposed(term=365, order=orders.order(other))
    case.burdens = [case.security, mild, queued]
    case.open()


def test_an_expired_freeze_stops_nothing(stage: Stage, case: Realising, court: Player) -> None:
    """Rules 99, 114."""
    freeze = Orders(case.loans.case, court, court).imposed(term=1)
    case.burdens = [case.security, freeze]
    stage.on("2027-10-11")
    case.open()


def test_a_bankruptcy_stays_it_unless_the_administrator_agrees(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 99."""
    orders = Orders(case.loans.case, case.court, case.court)
    stay = orders.imposed(kind=BurdenKind.BANKRUPTCY, term=0, administrator=cast.maker)
    case.burdens = [case.security, stay]
    with stage.refused("Burdened", number=stay, kind=BurdenKind.BANKRUPTCY):
        case.open()
    mark = stage.mark()
    case.open(by=[*case.bank.both, case.loans.registrar.reviewer, cast.maker.one])
    stage.rewind(mark)
    case.open(EnforcementTrigger.INSTRUMENT, order=case.order(), by=case.pair)


def test_a_frozen_holder_stays_it_too(stage: Stage, cast: Cast, case: Realising, court: Player) -> None:
    """Rules 99, 115."""
    Orders(case.loans.case, court, court).restrain(cast.holder, kind=BurdenKind.BANKRUPTCY, term=0)
    with stage.refused("PartyFrozen", party=cast.holder):
        case.open()
    case.open(EnforcementTrigger.INSTRUMENT, order=case.order(), by=case.pair)


def test_what_a_third_party_gave_comes_after_what_the_debtor_gave(
    stage: Stage, cast: Cast, loans: Loans, court: Player
) -> None:
    """Rule 92, Civil Code 392: unless agreed otherwise, with proof that the debtor's own was exhausted."""
    hands = [loans.case.filer.one, loans.lenders.bank.one, loans.registrar.reviewer, cast.maker.one]
    number = loans.recorded(debtor=cast.maker, security={"provider": Provider.THIRD_PARTY}, by=hands)
    case = Realising(loans, default(loans, number), court)
    with stage.refused("DigestMissing"):
        case.open()
    case.open(exhausted=DOCUMENT)


def test_unless_another_order_was_agreed(stage: Stage, cast: Cast, loans: Loans, court: Player) -> None:
    """Rule 92."""
    hands = [loans.case.filer.one, loans.lenders.bank.one, loans.registrar.reviewer, cast.maker.one]
    agreed = {"order": EnforcementOrder.SECURITY_FIRST}
    number = loans.recorded(debtor=cast.maker, security={"provider": Provider.THIRD_PARTY}, debt=agreed, by=hands)
    Realising(loans, default(loans, number), court).open()


def test_a_guarantor_who_answers_first_is_claimed_first(stage: Stage, loans: Loans, court: Player) -> None:
    """Rule 92."""
    number = loans.recorded(debt={"order": EnforcementOrder.GUARANTEE_FIRST})
    bank, guarantor = loans.lenders.bank, loans.lenders.guarantor
    terms = Guarantee(
        guarantor=guarantor.number, debtor=loans.case.filer.number, creditor=bank.number, security=number,
        coverage=8_000, acks=Acknowledgement.RELEASE,
    )  # fmt: skip
    hands = [*guarantor.both, bank.one, loans.case.filer.one, loans.registrar.reviewer]
    act = ("bindGuarantee", loans.entry, terms, (SHA256, DOCUMENT, DOCUMENT))
    bound = stage.file(hands, [act]).line("GuaranteeBound").number
    case = Realising(loans, default(loans, number), court)
    with stage.refused("GuaranteeFirst", guarantee=bound):
        case.open()
    stage.file([bank.one], [("claimGuarantee", loans.entry, bound, SHA256, DOCUMENT)])
    case.open()


def test_papers_are_there(stage: Stage, case: Realising) -> None:
    """Rule 123."""
    with stage.refused("DigestMissing"):
        case.open(document=bytes(32))
    with stage.refused("UnknownAlgorithm", alg=4):
        case.open(alg=4)


def test_no_agreement_forbids_others_to_realise(stage: Stage, loans: Loans) -> None:
    """Rule 97: a later creditor cannot agree with the holder that nobody else is paid."""
    with stage.refused("SecurityTermsNotValid"):
        loans.record(security={"clause": Effect.ENFORCE})


def test_what_is_over_is_listed_or_left_out(stage: Stage, cast: Cast, case: Realising) -> None:
    """Rule 97: who signed the list before a restriction was given up need not sign anew."""
    orders = Orders(case.loans.case, case.court, case.court)
    clause = orders.clause_number()
    orders.give_up(clause)
    mark = stage.mark()
    case.open()
    stage.rewind(mark)
    case.burdens = [case.security, clause]
    case.open()
    assert case.word.state == EnforcementState.OPENED


def test_the_place_of_registration_is_told(stage: Stage, loans: Loans) -> None:
    """Rule 98: the court of that place realises; nobody takes it away later."""
    with stage.refused("SecurityTermsNotValid"):
        loans.record(debt={"place": 0})


def test_a_number_that_is_no_enforcement_is_refused(stage: Stage, case: Realising) -> None:
    """Rule 97."""
    case.number = case.security
    with stage.refused("NoSuchEnforcement", number=case.security):
        case.notice()


@pytest.mark.parametrize("kind", [Instrument.RULING, Instrument.NOTARIAL])
def test_any_instrument_of_a_court_serves(stage: Stage, case: Realising, kind: int) -> None:
    """Rule 116."""
    case.open(EnforcementTrigger.INSTRUMENT, order=case.order(kind=kind), by=case.pair)


def test_legal_times_are_in_order(stage: Stage, case: Realising) -> None:
    """Rule 124: not before the last act on the security, nor on the enforcement."""
    moment = stage.now
    case.open()
    stage.chain.forward(seconds=60)
    with stage.refused("OutOfOrder"):
        case.notice(at=moment - 60)
    with stage.refused("OutOfOrder"):
        case.loans.ask_release(case.security, at=moment - 60)


def test_the_creditor_enforces_with_its_own_power(stage: Stage, cast: Cast, loans: Loans, court: Player) -> None:
    """Rule 94: a bank's clerks without ENFORCE open nothing."""
    officers = {"one": LENDING & ~Power.ENFORCE, "two": LENDING & ~Power.ENFORCE, "three": LENDING}
    bank = enter(stage, cast.operator, "third bank (虚构)", Role.BANK, officers, 610)
    number = loans.recorded(bank=bank)
    stage.on("2026-09-02", "14:00")
    loans.perfected(number)
    stage.on("2027-09-01")
    loans.notice(number, by=[bank.three])
    stage.on("2027-10-08")
    with stage.refused("TwoPersonsMissing", party=bank):
        Realising(loans, number, court).open(by=[*bank.both, bank.three, loans.registrar.reviewer])
