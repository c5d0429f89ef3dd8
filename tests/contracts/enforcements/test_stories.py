"""Scenarios SC15 and SC16 on the ledger, with their figures (演示); everybody who fails is invented (虚构)."""

from decimal import Decimal
from typing import Any

from eth_hash.auto import keccak

from ledger_api.domain.money import share
from ledger_api.domain.rank import Interest, Publicity, effective_rank
from ledger_api.domain.waterfall import Distribution, claims, distribute, net_proceeds, split
from ledger_api.domain.words import (
    Acknowledgement,
    BurdenState,
    Characterisation,
    ConsentMode,
    Effect,
    EnforcementBasis,
    EnforcementEnd,
    EnforcementMethod,
    EnforcementState,
    Envelope,
    EnvelopeState,
    Guarantee,
    GuaranteeMode,
    GuaranteeState,
    LicenceKindSet,
    LicenceState,
    Purpose,
    Security,
    SecurityState,
)
from tests.contracts.burdened import Orders
from tests.contracts.deals import Deals
from tests.contracts.enforcing import Realising
from tests.contracts.loans import FILED, Loans
from tests.contracts.procedure import DOCUMENT, SHA256
from tests.contracts.stage import Cast, Player, Stage
from tests.contracts.stage.stage import day

FREE = Envelope(
    state=EnvelopeState.SET,
    mode=tuple(
        ConsentMode.PRE_APPROVED if effect is Effect.LICENCE_ORDINARY else ConsentMode.CASE_BY_CASE
        for effect in list(Effect)[:8]
    ),  # type: ignore[arg-type]
    months=12,
    cap=20,
    purposes=Purpose.RESEARCH | Purpose.MODEL_TRAINING,
    kinds=LicenceKindSet.NON_EXCLUSIVE,
    until=day("2027-12-31"),
)
"""SC1's: ordinary licences of at most a year, for research and training."""
OWED = Decimal(10_370_500)
REALISED = SecurityState.REALISED


def test_scenario_15_default_pay_out_sale_and_what_each_gets(
    stage: Stage, cast: Cast, loans: Loans, court: Player
) -> None:
    """SC15, rules 51, 85, 94–97, 104: the guarantor paid 80 %, stands behind the bank, and both are paid; a second lien is too."""
    lenders, deals, orders = loans.lenders, Deals(loans.case), Orders(loans.case, court, court)
    bank, guarantor, second = lenders.bank, lenders.guarantor, lenders.second
    licences = [deals.granted(end=day("2028-08-31")) for _ in range(3)]  # the snapshot
    secured = loans.recorded(guarantor=guarantor)
    terms = Guarantee(
        mode=GuaranteeMode.JOINT_SEVERAL, guarantor=guarantor.number, debtor=cast.holder.number, creditor=bank.number,
        security=secured, coverage=8_000, until=day("2030-08-31"), acks=Acknowledgement.RELEASE,
    )  # fmt: skip
    hands = [*guarantor.both, bank.one, cast.holder.one, loans.registrar.reviewer]
    act = ("bindGuarantee", loans.entry, terms, (SHA256, DOCUMENT, DOCUMENT))
    guarantee = stage.file(hands, [act]).line("GuaranteeBound").number
    stage.on("2026-09-02", "14:00")
    loans.perfected(secured)
    orders.envelope(secured, FREE, by=[bank.one])
    fitting: dict[str, Any] = {"start": stage.today, "purposes": Purpose.RESEARCH, "end": day("2027-08-31")}
    licences += [deals.granted(burdens=[secured], **fitting) for _ in range(2)]
    # A second lien, a mortgage (虚构), asks for no licence; so nobody asked its creditor about the next one.
    stage.on("2027-01-04")
    mortgage = {"character": Characterisation.MORTGAGE_395_7}
    junior = loans.recorded(
        bank=second, burdens=[secured], security=mortgage, by=[cast.holder.one, second.one, loans.registrar.reviewer]
    )
    loans.perfected(junior, filed_at=stage.now - 60)
    unconsented = deals.granted(
        burdens=[secured, junior], start=stage.today, purposes=Purpose.RESEARCH, end=day("2027-12-31")
    )
    # Default; the guarantor pays 80 % and steps behind the bank's remainder.
    stage.on("2027-09-01")
    loans.notice(secured, cure="2027-09-30")
    stage.file([bank.one], [("claimGuarantee", loans.entry, guarantee, SHA256, DOCUMENT)])
    papers = (SHA256, DOCUMENT, DOCUMENT, DOCUMENT)
    paid = stage.file([*guarantor.both, bank.one], [("payOut", loans.entry, guarantee, papers)])
    part = paid.line("GuaranteePaidOut")["ref"]
    # The bank sells; the auction brings 11.8 m.
    stage.on("2027-10-08")
    case = Realising(loans, secured, court, burdens=[secured, junior, part], licences=[*licences, unconsented])
    case.ready()
    case.sell(cast.buyer)
    stage.on("2027-11-01")
    plan = distribution(case, [secured, part, junior])
    assert [(each.number, each.paid) for each in plan.payments] == [
        (secured, Decimal(2_074_100)), (part, Decimal(8_296_400)), (junior, Decimal(1_000_000)),
    ]  # fmt: skip
    assert plan.net == Decimal(11_374_000)
    assert plan.surplus == Decimal(1_003_500) - Decimal(1_000_000)  # what the second lien leaves goes to the grantor
    acts = [
        case.settlement(distribution=keccak(repr(plan).encode())),
        case.removal(unconsented, junior),
        case.clearing(junior, REALISED),
        case.clearing(part, REALISED),
        case.completion(REALISED, case.burdens),
    ]
    stage.file([*case.pair, *bank.both, cast.buyer.one], acts)
    assert (case.head.holder, case.head.burdens) == ((cast.buyer.number,) * 3, 0)
    assert [case.licence(each).state for each in licences] == [LicenceState.ACTIVE] * 5
    assert case.licence(unconsented).state == LicenceState.ENDED
    assert {loans.security(each).state for each in (secured, junior, part)} == {REALISED}
    assert stage.word(Guarantee, loans.entry, guarantee).state == GuaranteeState.PAID_OUT
    assert case.word.state == EnforcementState.COMPLETED
    # The buyer is the licensor of what survived, and charges its right anew.
    deals.end(licences[0], by=[cast.buyer.one, cast.maker.one])
    own = loans.recorded(
        debtor=cast.buyer, by=[cast.buyer.one, bank.one, loans.registrar.reviewer], debt={"maturity": day("2028-10-31")}
    )
    assert loans.burden(own).grantor == cast.buyer.number


def distribution(case: Realising, numbers: list[int]) -> Distribution:
    """Computed off the ledger from what stands on it, and the amounts (演示) only the parties know."""
    interests = []
    for number in numbers:
        word = case.stage.word(Security, case.entry, number)
        registered = Decimal(12_000_000 if word.filed_at == FILED.filed_at else 1_200_000)
        interests.append(Interest(number, Publicity(word.filed_at, word.until, maximum=registered), behind=word.behind))
    secured, part, junior = numbers
    rest, recourse = split(OWED, share(OWED, 8_000))
    owed = claims(
        effective_rank(interests, case.stage.now), {secured: rest, part: recourse, junior: Decimal(1_000_000)}
    )
    return distribute(net_proceeds(Decimal(11_800_000), Decimal(426_000)), owed)


def test_scenario_16_nobody_bids_and_the_right_is_managed(
    stage: Stage, cast: Cast, loans: Loans, court: Player
) -> None:
    """SC16, rules 65, 85, 95, 96: two rounds fail; a court hands the right over; 260,000 a month until all is paid."""
    operator = cast.second
    number = loans.recorded(debt={"takeover": operator.number})
    stage.on("2026-09-02", "14:00")
    loans.perfected(number)
    stage.on("2027-09-01")
    loans.notice(number, cure="2027-09-30")
    stage.on("2027-10-08")
    case = Realising(loans, number, court)
    court_ = EnforcementBasis.COURT
    case.ready(EnforcementMethod.AUCTION, court_)  # reserve 23.6 m × 70 %, then × 56 %
    case.fail()
    stage.on("2027-11-05")
    case.fail()
    assert case.word.rounds == 2
    case.method(EnforcementMethod.COMPULSORY_LICENSING, court_)
    case.take_over(operator, "2031-08-19")
    # The operator licenses in the holder's place; the bank consents to what brings the income.
    hands = [operator.one, cast.maker.one, cast.exchange.recorder, case.bank.one]
    deals = Deals(loans.case)
    licence = deals.granted(start=stage.today, end=day("2031-08-19"), burdens=[number], by=hands)
    left, months = OWED, 0
    while left > 0:
        months += 1
        left -= Decimal(260_000)
        if months <= 3:  # all the others are like these
            year, month = divmod(10 + months, 12)
            stage.on(f"{2027 + year}-{month + 1:02d}-05")
            case.report(operator, f"{2027 + year}-{month + 1:02d}-01")
    assert months == 40
    assert case.management.through == day("2028-02-01")
    stage.on("2031-03-05")
    case.report(operator, "2031-03-01")
    # All is paid: the right returns, the security is over, and nothing was ever sold.
    acts = [
        ("returnRight", case.entry, case.number, SHA256, DOCUMENT),
        (
            "endEnforcement",
            case.entry,
            case.number,
            EnforcementEnd.SATISFIED,
            (0, 0, 0, 0, 0, bytes(32)),
            SHA256,
            DOCUMENT,
        ),
    ]
    stage.file([*case.pair, *case.bank.both], acts)
    assert (case.word.state, case.management.over) == (EnforcementState.ENDED, 1)
    assert (loans.security(number).state, loans.burden(number).state) == (REALISED, BurdenState.CLOSED)
    assert (case.head.holder, case.head.burdens) == ((cast.holder.number,) * 3, 0)
    deals.end(licence, by=[cast.holder.one, cast.maker.one])
