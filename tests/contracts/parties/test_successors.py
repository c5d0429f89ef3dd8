"""Whoever took over from a registrar stands in its place: it may do what the other did, and no more (rules 2, 5)."""

import pytest

from ledger_api.domain.words import (
    Accreditation,
    AccreditationKind,
    AccreditationStatus,
    Acknowledgement,
    Guarantee,
    Instrument,
    Power,
    Right,
    Role,
    SecurityState,
)
from tests.contracts import pen
from tests.contracts.attestations.reports import VALUATION, Reports
from tests.contracts.circumstances import mandate
from tests.contracts.later import Later
from tests.contracts.loans import LENDING, Lenders, Loans
from tests.contracts.procedure import DOCUMENT, SHA256, Procedure
from tests.contracts.stage import Cast, Player, Stage, enter
from tests.contracts.stage.cast import APPROVER, REVIEWER, YEARS, accredit

CATALOGUE = AccreditationKind.REGISTRAR_CATALOGUE
PAPERS = (SHA256, DOCUMENT, DOCUMENT, DOCUMENT)


@pytest.fixture
def heir(stage: Stage, cast: Cast) -> Player:
    """A registrar that also lends, guarantees, attests and holds data (虚构)."""
    officers = {
        "one": LENDING | Power.ATTEST, "two": LENDING | Power.ATTEST, "reviewer": REVIEWER, "approver": APPROVER,
    }  # fmt: skip
    roles = Role.REGISTRAR | Role.BANK | Role.GUARANTOR | Role.ATTESTOR | Role.HOLDER
    player = enter(stage, cast.operator, "heir (虚构)", roles, officers, 330)
    for kind in (CATALOGUE, AccreditationKind.APPRAISAL_FILING):
        accredit(stage, cast.operator, player, kind)
    return player


@pytest.fixture
def loans(stage: Stage, cast: Cast) -> Loans:
    """Over a registered folio."""
    return Loans(Procedure(stage, cast).registered(), Lenders.on(stage, cast))


def take_over(stage: Stage, cast: Cast, heir: Player) -> None:
    """The registrar is gone, the heir keeps its entries."""
    word = Accreditation(status=AccreditationStatus.HANDED_OVER, from_=YEARS[0], until=YEARS[1], successor=heir.number)
    pen.write(stage, cast, word, cast.registrar, CATALOGUE)


def test_the_successor_finds_filings_true(stage: Stage, cast: Cast, loans: Loans, heir: Player) -> None:
    """Rule 5: two persons of it, as before of the other."""
    number = loans.recorded()
    stage.on("2026-09-02", "14:00")
    take_over(stage, cast, heir)
    loans.importing(number, by=[heir.reviewer])
    with stage.refused("VerifierMissing"):
        loans.perfect(number, by=[cast.registrar.approver])
    loans.perfect(number, by=[heir.approver])
    assert loans.security(number).state == SecurityState.PERFECTED


def test_the_successor_takes_no_security_in_what_it_keeps(stage: Stage, cast: Cast, loans: Loans, heir: Player) -> None:
    """Rule 2: neither as creditor nor as guarantor, neither at first nor by assignment."""
    number = loans.recorded()
    take_over(stage, cast, heir)
    holder, bank = cast.holder.one, loans.lenders.bank
    with stage.refused("RegistrarInterested", registrar=heir):
        loans.record(bank=heir, by=[holder, heir.one, heir.reviewer], burdens=[number])
    with stage.refused("RegistrarInterested", registrar=heir):
        loans.record(guarantor=heir, by=[holder, bank.one, heir.one, heir.reviewer], burdens=[number])
    with stage.refused("RegistrarInterested", registrar=heir):
        act = ("assignSecurity", loans.entry, number, heir, PAPERS)
        stage.file([*bank.both, heir.one, heir.reviewer], [act])


def test_the_successor_guarantees_no_debt_it_records(stage: Stage, cast: Cast, loans: Loans, heir: Player) -> None:
    """Rule 2."""
    number = loans.recorded()
    take_over(stage, cast, heir)
    word = Guarantee(
        guarantor=heir.number, debtor=cast.holder.number, creditor=loans.lenders.bank.number, security=number,
        coverage=10_000, acks=Acknowledgement.RELEASE,
    )  # fmt: skip
    hands = [heir.one, heir.two, loans.lenders.bank.one, cast.holder.one, heir.reviewer]
    with stage.refused("GuaranteeTermsNotValid"):
        stage.file(hands, [("bindGuarantee", loans.entry, word, (SHA256, DOCUMENT, DOCUMENT))])


def test_the_successor_attests_nothing_of_what_it_keeps(stage: Stage, cast: Cast, heir: Player) -> None:
    """Rule 2."""
    reports = Reports(Procedure(stage, cast).registered(), heir)
    reports.attest(VALUATION, by=[heir.one, heir.two, cast.holder.one])
    take_over(stage, cast, heir)
    with stage.refused("AttestorTakesPart", attestor=heir):
        reports.attest(VALUATION, by=[heir.one, heir.two, cast.holder.one])


def test_the_successor_gets_nothing_by_an_instrument(stage: Stage, cast: Cast, heir: Player) -> None:
    """Rule 2."""
    later = Later(Procedure(stage, cast).registered())
    take_over(stage, cast, heir)
    order = later.order(cast.regulator, kind=Instrument.RULING)
    with stage.refused("RegistrarTakesPart", registrar=heir):
        later.execute_transfer(order, to=heir, by=[heir.reviewer, heir.approver])


def test_the_successor_completes_no_case_of_its_own(stage: Stage, cast: Cast, heir: Player) -> None:
    """Rules 2, 5: it applied to the other, and decides itself now."""
    case = Procedure(stage, cast, applicant=heir, signers=[heir.one]).in_notice()
    stage.chain.forward(days=14)
    take_over(stage, cast, heir)
    with stage.refused("RegistrarTakesPart", registrar=heir):
        case.anchor(by=[heir.reviewer, heir.approver])


def test_the_successor_completes_no_transfer_to_itself(stage: Stage, cast: Cast, heir: Player) -> None:
    """Rules 2, 5: not even when an agent accepts for it."""
    later = Later(Procedure(stage, cast).registered())
    later.transfer(Right.HOLD | Right.USE | Right.OPERATE, to=heir, by=[cast.holder.one, heir.one])
    later.decided()
    mandate(stage, heir, cast.objector, Power.ACCEPT)
    take_over(stage, cast, heir)
    with stage.refused("RegistrarTakesPart", registrar=heir):
        later.complete_transfer(by=[heir.reviewer, heir.approver, cast.objector.one])
