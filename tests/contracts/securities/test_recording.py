"""Recording a security: what it must say, who must agree, what it forbids from then on; and that it gives no priority."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from ledger_api.domain.words import (
    AccreditationKind,
    Acknowledgement,
    AttestationPurpose,
    Burden,
    BurdenKind,
    BurdenState,
    Characterisation,
    ClaimType,
    DefaultEvent,
    Effect,
    EnforcementOrder,
    PartyKind,
    Power,
    Provider,
    Right,
    Role,
    SecurityFlag,
    SecurityPurpose,
    SecurityState,
    Shares,
)
from tests.contracts.attestations.reports import Reports, attestor
from tests.contracts.circumstances import amend, identity_expires, join, suspend_accreditation
from tests.contracts.deals import Deals
from tests.contracts.later import Later
from tests.contracts.loans import PLEDGE, Lenders, Loans
from tests.contracts.procedure import ALL, Procedure
from tests.contracts.stage import Cast, Player, Stage, enter
from tests.contracts.stage.cast import MERCHANT
from tests.contracts.stage.stage import day, instant

LICENCES = Effect.LICENCE_EXCLUSIVE | Effect.LICENCE_ORDINARY | Effect.SUBLICENSE
PLEDGED = Effect.TRANSFER | Effect.LEASE | Effect.CANCEL | Effect.UPDATE | LICENCES
SHOWN = SecurityFlag.FORFEITURE_FREE


def state_organ(stage: Stage, cast: Cast) -> Player:
    """A state organ that holds data (虚构)."""
    officers = {"one": MERCHANT}
    return enter(stage, cast.operator, "bureau (虚构)", Role.HOLDER, officers, 530, PartyKind.STATE_ORGAN)


def test_a_recorded_security_has_no_priority_yet(stage: Stage, cast: Cast, lenders: Lenders, loans: Loans) -> None:
    """Rule 67: it says what was agreed, and nothing of a filing."""
    edition = loans.head.edition
    done = loans.record(guarantor=lenders.guarantor)
    line = done.line("SecurityRecorded")
    security, burden = loans.security(line.number), loans.burden(line.number)
    assert (line["security"], line["burden"], line["debt"]) == (security, burden, loans.debt(line.number))
    assert (security.state, security.filed_at, security.until) == (SecurityState.RECORDED, 0, 0)
    assert (burden.kind, burden.state, burden.rights) == (BurdenKind.SECURITY, BurdenState.OPEN, ALL)
    assert (burden.party, burden.grantor, burden.waivable) == (lenders.bank.number, cast.holder.number, 1)
    assert (burden.ack, burden.since, burden.day) == (lenders.guarantor.number, stage.now, stage.today)
    assert (loans.head.burdens, loans.head.edition) == (1, edition + 1)


@pytest.mark.parametrize(
    "character, effects",
    [
        (Characterisation.RIGHT_PLEDGE_440_7, PLEDGED),
        (Characterisation.DATA_IP_PLEDGE_444, PLEDGED),
        (Characterisation.TITLE_TRANSFER_68, PLEDGED),
        (Characterisation.MORTGAGE_395_7, Effect.CANCEL | Effect.UPDATE),
        (Characterisation.ATYPICAL_63, Effect.CANCEL | Effect.UPDATE),
        (Characterisation.RECEIVABLE_PLEDGE_445, Effect.PAYMENT),
    ],
)
def test_what_a_security_forbids_follows_from_what_it_is_in_law(loans: Loans, character: int, effects: int) -> None:
    """Rule 73."""
    assert loans.burden(loans.recorded(security={"character": Characterisation(character)})).effects == effects


def test_a_restriction_agreed_beyond_that_is_recorded(loans: Loans) -> None:
    """Rule 74."""
    terms = {"character": Characterisation.MORTGAGE_395_7, "clause": Effect.TRANSFER}
    assert loans.burden(loans.recorded(security=terms)).effects == Effect.TRANSFER | Effect.CANCEL | Effect.UPDATE


def test_a_pledged_right_is_not_licensed_without_its_creditor(stage: Stage, lenders: Lenders, loans: Loans) -> None:
    """Rule 73: from the moment it is recorded."""
    number = loans.recorded()
    deals = Deals(loans.case)
    with stage.refused("Burdened", number=number, kind=BurdenKind.SECURITY):
        deals.grant(burdens=[number])
    parties = [*deals.parties, loans.cast.exchange.recorder, lenders.bank.one]
    deals.grant(by=parties, burdens=[number])


# ------------------------------------------------------------------------------------------------ the object


def test_a_security_without_operate_is_refused(stage: Stage, loans: Loans) -> None:
    """Rule 62."""
    with stage.refused("OperateNotIncluded"):
        loans.record(rights=Right.HOLD | Right.USE)
    loans.record(rights=Right.OPERATE)


def test_a_right_that_is_not_registered_secures_nothing(stage: Stage, cast: Cast, lenders: Lenders) -> None:
    """Rule 62."""
    loans = Loans(Procedure(stage, cast).registered("2026-08-20", asked=Right.OPERATE), lenders)
    with stage.refused("RightNotChargeable", right=0):
        loans.record()
    loans.record(rights=Right.OPERATE)


def test_a_lapsed_right_secures_nothing_though_dated_back(stage: Stage, cast: Cast, lenders: Lenders) -> None:
    """Rules 62, 124: by legal time and by block time."""
    loans = Loans(Procedure(stage, cast).registered("2026-08-20", until="2026-09-02"), lenders)
    stage.on("2026-09-02", "23:00")
    covenant = {"flags": PLEDGE.flags | SecurityFlag.RENEWAL_COVENANT}
    loans.recorded(security=covenant)
    stage.on("2026-09-03")
    for at in (0, instant("2026-09-02", "20:00")):
        with stage.refused("RightNotChargeable", right=0):
            loans.record(at=at, security=covenant, burdens=[loans.stage.journal(loans.entry).lines])


def test_rights_of_two_holders_are_not_one_object(stage: Stage, cast: Cast, loans: Loans) -> None:
    """Rule 63."""
    later = Later(loans.case)
    later.execute_transfer(later.order(cast.regulator), Right.HOLD)
    with stage.refused("NotOneHolder", right=0):
        loans.record()
    loans.record(rights=Right.USE | Right.OPERATE)


def test_rights_of_a_state_organ_secure_no_debts(stage: Stage, cast: Cast, loans: Loans) -> None:
    """Rule 64."""
    organ = state_organ(stage, cast)
    own = Loans(Procedure(stage, cast, applicant=organ).registered("2026-09-10", siblings=[loans.entry]), loans.lenders)
    with stage.refused("StateOrganGrants", party=organ):
        own.record()


def test_a_state_organ_among_joint_holders_secures_no_debts(stage: Stage, cast: Cast, lenders: Lenders) -> None:
    """Rule 64."""
    organ = state_organ(stage, cast)
    joint = join(stage, [cast.holder, organ])
    both = [cast.holder.one, organ.one]
    case = Procedure(stage, cast, applicant=joint, signers=both).registered("2026-08-20")
    with stage.refused("StateOrganGrants", party=joint):
        Loans(case, lenders).record(by=[*both, lenders.bank.one, cast.registrar.reviewer])


def test_forfeiture_is_expressly_excluded(stage: Stage, loans: Loans) -> None:
    """Rule 65."""
    with stage.refused("ForfeitureNotExcluded"):
        loans.record(security={"flags": SecurityFlag(0)})


# ------------------------------------------------------------------------------------------------ the claim


@pytest.mark.parametrize("paper", ["claim", "contract", "resolution", "description", "snapshot", "representation"])
def test_claim_collateral_and_representations_are_committed_to(stage: Stage, loans: Loans, paper: str) -> None:
    """Rules 66, 82."""
    with stage.refused("DigestMissing"):
        loans.record(papers=loans.papers(**{paper: bytes(32)}))


@pytest.mark.parametrize("alg", [0, 4])
def test_papers_say_how_they_were_hashed(stage: Stage, loans: Loans, alg: int) -> None:
    """Rule 123."""
    with stage.refused("UnknownAlgorithm", alg=alg):
        loans.record(papers=loans.papers(alg=alg))


PURCHASE = SHOWN | SecurityFlag.PURCHASE_MONEY
MAXIMUM = {"claim": ClaimType.MAX_AMOUNT}
WINDOW = {"window_from": day("2026-09-01"), "window_until": day("2026-09-01")}


@pytest.mark.parametrize(
    "parts",
    [
        {"terms": {"kind": BurdenKind.SECURITY}},
        {"terms": {"state": BurdenState.OPEN}},
        {"terms": {"effects": Effect.TRANSFER}},
        {"terms": {"grantor": 1}},
        {"terms": {"since": 1}},
        {"terms": {"day": 1}},
        {"terms": {"until": 1}},
        {"terms": {"waivable": 1}},
        {"terms": {"acks": Acknowledgement.RANK}},
        {"security": {"state": SecurityState.PERFECTED}},
        {"security": {"venue": 7}},
        {"security": {"filed_at": 1}},
        {"security": {"sequence": 1}},
        {"security": {"until": 1}},
        {"security": {"behind": 1}},
        {"security": {"split_of": 1}},
        {"security": {"crystallised": 1}},
        {"security": {"closed": 1}},
        {"security": {"cancel_days": 1}},
        {"security": {"judged": 1}},
        {"security": {"flags": SHOWN | SecurityFlag.CANCEL_FILED}},
        {"security": {"flags": SHOWN | SecurityFlag.ESCALATED}},
        {"security": {"character": Characterisation.NONE}},
        {"security": {"character": 7}},
        {"security": {"flags": PURCHASE}},
        {"security": {"delivered": 1}},
        {"security": {"provider": Provider.THIRD_PARTY}},
        {"security": MAXIMUM},
        {"security": MAXIMUM, "debt": {"window_from": 0, "window_until": 1}},
        {"security": MAXIMUM, "debt": {"window_from": 2, "window_until": 1}},
        {"debt": {"window_from": 1}},
        {"debt": {"window_until": 1}},
        {"debt": {"maturity": day("2026-08-30")}},
        {"debt": {"defaulted": 1}},
        {"debt": {"cure_until": 1}},
        {"debt": {"cause": DefaultEvent.PAYMENT}},
        {"debt": {"demanded": 1}},
        {"debt": {"release_asked": 1}},
    ],
    ids=str,
)
def test_terms_say_what_was_agreed_and_nothing_else(stage: Stage, loans: Loans, parts: dict[str, Any]) -> None:
    """Rule 66."""
    with stage.refused("SecurityTermsNotValid"):
        loans.record(**parts)


@pytest.mark.parametrize(
    "parts",
    [
        {"security": MAXIMUM, "debt": WINDOW},
        {"security": {"flags": PURCHASE, "delivered": 1}},
        {"debt": {"maturity": day("2026-08-31")}},
        {"security": {"clause": Effect.PAYMENT}},
    ],
    ids=str,
)
def test_terms_at_the_edge_are_taken(loans: Loans, parts: dict[str, Any]) -> None:
    """Rule 66."""
    loans.record(**parts)


# ------------------------------------------------------------------------------------------------ who agrees


@pytest.mark.parametrize(
    "missing, power", [("holder", Power.CHARGE), ("bank", Power.ACCEPT), ("guarantor", Power.ACKNOWLEDGE)]
)
def test_grantor_creditor_and_guarantor_agree(
    stage: Stage, cast: Cast, lenders: Lenders, loans: Loans, missing: str, power: int
) -> None:
    """Rules 63, 66."""
    hands = {"holder": cast.holder, "bank": lenders.bank, "guarantor": lenders.guarantor}
    gone = hands.pop(missing)
    with stage.refused("AssentMissing", party=gone, power=power):
        loans.record(guarantor=lenders.guarantor, by=[*(each.one for each in hands.values()), cast.registrar.reviewer])


def test_a_registrar_records_it(stage: Stage, cast: Cast, lenders: Lenders, loans: Loans) -> None:
    """Rule 4."""
    parties = [cast.holder.one, lenders.bank.one]
    with stage.refused("AssentMissing", party=cast.registrar, power=Power.RECORD):
        loans.record(by=[*parties, cast.registrar.approver])
    suspend_accreditation(stage, cast, cast.registrar)
    with stage.refused("NotAccredited", party=cast.registrar):
        loans.record()


def test_joint_holders_charge_their_rights_as_they_agreed(stage: Stage, cast: Cast, lenders: Lenders) -> None:
    """Rule 63: all of them, unless they agreed on less."""
    joint = join(stage, [cast.holder, cast.second])
    both = [cast.holder.one, cast.second.one]
    loans = Loans(Procedure(stage, cast, applicant=joint, signers=both).registered("2026-08-20"), lenders)
    rest = [lenders.bank.one, cast.registrar.reviewer]
    with stage.refused("AssentMissing", party=joint, power=Power.CHARGE):
        loans.record(by=[cast.holder.one, *rest])
    loans.record(by=[*both, *rest])


def test_a_member_of_the_grantor_is_not_its_creditor(stage: Stage, cast: Cast, lenders: Lenders) -> None:
    """Rule 63."""
    joint = join(stage, [cast.holder, cast.second])
    both = [cast.holder.one, cast.second.one]
    loans = Loans(Procedure(stage, cast, applicant=joint, signers=both).registered("2026-08-20"), lenders)
    amend(stage, cast, cast.second, roles=Role.BANK | Role.GUARANTOR)
    with stage.refused("SecurityTermsNotValid"):
        loans.record(bank=cast.second, by=[*both, cast.registrar.reviewer])
    with stage.refused("SecurityTermsNotValid"):
        loans.record(guarantor=cast.second, by=[*both, lenders.bank.one, cast.registrar.reviewer])


def test_whoever_is_no_bank_guarantor_or_lessor_is_no_creditor(stage: Stage, cast: Cast, loans: Loans) -> None:
    """Rule 66."""
    with stage.refused("NotEntitled", party=cast.buyer):
        loans.record(bank=cast.buyer)


def test_a_counter_guarantee_secures_a_guarantor(stage: Stage, lenders: Lenders, loans: Loans) -> None:
    """Rule 105."""
    terms = {"purpose": SecurityPurpose.COUNTER_GUARANTEE}
    with stage.refused("NotEntitled", party=lenders.bank):
        loans.record(security=terms)
    loans.record(bank=lenders.guarantor, security=terms)


def test_a_linked_guarantor_is_one(stage: Stage, lenders: Lenders, loans: Loans) -> None:
    """Rule 89."""
    with stage.refused("NotEntitled", party=lenders.second):
        loans.record(guarantor=lenders.second)


def test_a_linked_guarantor_acknowledges_a_release_at_least(stage: Stage, lenders: Lenders, loans: Loans) -> None:
    """Rule 89."""
    with stage.refused("SecurityTermsNotValid"):
        loans.record(guarantor=lenders.guarantor, acks=Acknowledgement.RANK)
    loans.record(guarantor=lenders.guarantor, acks=Acknowledgement.RELEASE)


def test_nobody_guarantees_to_himself(stage: Stage, lenders: Lenders, loans: Loans) -> None:
    """Rule 89: neither the creditor nor the debtor is the guarantor."""
    both = lenders.guarantor
    hands = [loans.cast.holder.one, both.one, loans.registrar.reviewer]
    with stage.refused("SecurityTermsNotValid"):
        loans.record(bank=both, guarantor=both, by=hands)
    with stage.refused("SecurityTermsNotValid"):
        third = {"provider": Provider.THIRD_PARTY}
        loans.record(guarantor=both, debtor=both, security=third, by=[*hands, lenders.bank.one])


def test_a_third_partys_debtor_agrees(stage: Stage, cast: Cast, lenders: Lenders, loans: Loans) -> None:
    """Rule 66: nobody is named as a debtor by others."""
    third = {"provider": Provider.THIRD_PARTY}
    hands = [cast.holder.one, lenders.bank.one, cast.registrar.reviewer]
    with stage.refused("AssentMissing", party=cast.maker, power=Power.ACCEPT):
        loans.record(debtor=cast.maker, security=third, by=hands)
    with stage.refused("SecurityTermsNotValid"):
        loans.record(debtor=cast.maker, by=[*hands, cast.maker.one])
    with stage.refused("SecurityTermsNotValid"):
        loans.record(debtor=lenders.bank, security=third, by=hands)
    loans.record(debtor=cast.maker, security=third, by=[*hands, cast.maker.one])


def test_a_registrar_takes_no_security_in_what_it_keeps(
    stage: Stage, cast: Cast, lenders: Lenders, loans: Loans
) -> None:
    """Rule 2: neither as creditor nor as guarantor."""
    amend(stage, cast, cast.registrar, roles=Role.REGISTRAR | Role.BANK | Role.GUARANTOR)
    hands = [cast.holder.one, lenders.bank.one, cast.registrar.reviewer]
    parts: Sequence[dict[str, Any]] = ({"bank": cast.registrar}, {"guarantor": cast.registrar})
    for part in parts:
        with stage.refused("RegistrarInterested", registrar=cast.registrar):
            loans.record(by=hands, **part)


def test_whoever_takes_over_is_a_party(stage: Stage, cast: Cast, loans: Loans) -> None:
    """Rule 1."""
    identity_expires(stage, cast, cast.buyer)
    with stage.refused("IdentityExpired", party=cast.buyer):
        loans.record(debt={"takeover": cast.buyer.number})
    loans.record(debt={"takeover": cast.second.number})


# ------------------------------------------------------------------------------------------------ others' burdens


def test_a_second_security_is_allowed(loans: Loans, lenders: Lenders) -> None:
    """Rule 75."""
    first = loans.recorded()
    loans.record(bank=lenders.second, burdens=[first])
    assert loans.head.burdens == 2


def test_a_negative_pledge_stops_a_second_security(stage: Stage, loans: Loans, lenders: Lenders) -> None:
    """Rule 75: unless its creditor agrees."""
    first = loans.recorded(security={"flags": SHOWN | SecurityFlag.NEGATIVE_PLEDGE})
    with stage.refused("Burdened", number=first):
        loans.record(bank=lenders.second, burdens=[first])
    hands = [loans.cast.holder.one, lenders.second.one, lenders.bank.one, loans.registrar.reviewer]
    loans.record(bank=lenders.second, burdens=[first], by=hands)


def test_a_dispute_stops_a_security(stage: Stage, loans: Loans) -> None:
    """Rule 39."""
    number = loans.case.disputed()
    with stage.refused("Burdened", number=number, kind=BurdenKind.DISPUTE):
        loans.record(burdens=[number])


def test_no_burden_is_left_out(stage: Stage, loans: Loans, lenders: Lenders) -> None:
    """Rules 39, 75."""
    loans.recorded()
    with stage.refused("BurdenListIncomplete", listed=0, unclosed=1):
        loans.record(bank=lenders.second)


def test_the_valuation_relied_on_serves_a_pledge(stage: Stage, cast: Cast, loans: Loans) -> None:
    """Rules 80, 118: in force, made for it, of these twelve months; a number counted back is made absolute."""
    reports = Reports(loans.case, attestor(stage, cast, AccreditationKind.APPRAISAL_FILING))
    other = reports.attested(purpose=AttestationPurpose.BOOKING)
    for unusable in (other, other + 1, 1):
        with stage.refused("AttestationNotUsable", number=unusable):
            loans.record(debt={"valuation": unusable})
    number = reports.attested()
    assert loans.debt(loans.recorded(debt={"valuation": 0x800001})).valuation == number
    reports.revoke(number)
    with stage.refused("AttestationNotUsable", number=number):
        loans.record(debt={"valuation": number}, burdens=[number + 1])


def test_a_valuation_may_be_of_the_same_filing(stage: Stage, cast: Cast, loans: Loans) -> None:
    """A number counted back from the end of the journal is made absolute."""
    appraiser = attestor(stage, cast, AccreditationKind.APPRAISAL_FILING)
    valuation = Reports(loans.case, appraiser).attested()
    assert loans.debt(loans.recorded(debt={"valuation": 0x800001})).valuation == valuation


def test_a_word_with_spare_bits_is_refused(stage: Stage, loans: Loans, lenders: Lenders) -> None:
    """Rule 66: nothing stands in a word that nobody reads."""
    word = Burden(rights=ALL, party=lenders.bank.number)
    values = [loans.entry, word, replace_bits(loans), loans.debt(0), loans.papers(), []]
    with stage.refused("SecurityTermsNotValid"):
        stage.file([loans.cast.holder.one, lenders.bank.one, loans.registrar.reviewer], [("recordSecurity", *values)])


def replace_bits(loans: Loans) -> int:
    """A security's word with its highest bit set."""
    good = replace(loans.security(0), character=Characterisation.ATYPICAL_63, flags=SHOWN)
    return good.encode() | 1 << 255


def test_charging_takes_the_agreed_share_of_joint_holders(stage: Stage, cast: Cast, lenders: Lenders) -> None:
    """Rule 63."""
    joint = join(stage, [cast.holder, cast.second], quorum=(10_000, 5_000, 10_000, 10_000))
    assert stage.word(Shares, joint).quorum[1] == 5_000
    both = [cast.holder.one, cast.second.one]
    loans = Loans(Procedure(stage, cast, applicant=joint, signers=both).registered("2026-08-20"), lenders)
    loans.record(by=[cast.holder.one, lenders.bank.one, cast.registrar.reviewer])


def test_where_it_is_registered_and_what_is_realised_first_is_recorded(loans: Loans) -> None:
    """Rules 92, 98: for the court that is asked to realise it."""
    debt = loans.debt(loans.recorded(debt={"order": EnforcementOrder.SECURITY_FIRST, "place": 330_100}))
    assert (debt.order, debt.place) == (EnforcementOrder.SECURITY_FIRST, 330_100)
    assert loans.debt(loans.recorded(burdens=[loans.stage.journal(loans.entry).lines])).order == 0
