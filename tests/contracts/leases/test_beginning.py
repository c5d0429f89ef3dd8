"""A finance lease begins: its object is checked, both sides agree, title passes or is only noted, and it is filed."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from ledger_api.domain.survival import LEASED
from ledger_api.domain.words import (
    Accreditation,
    AccreditationKind,
    AccreditationStatus,
    AttestationPurpose,
    BurdenKind,
    BurdenState,
    Characterisation,
    Effect,
    FilingAct,
    FilingVenue,
    LeaseFlag,
    LeaseState,
    LeaseStructure,
    LicenceFlag,
    LicenceKind,
    PartyKind,
    Power,
    Right,
    Role,
    SecurityState,
    TitleMode,
)
from tests.contracts.burdened import Orders
from tests.contracts.circumstances import join, suspend_accreditation
from tests.contracts.leasing import CATEGORY_4, OBJECT, TERMS, Leasing
from tests.contracts.procedure import DOCUMENT, SHA256
from tests.contracts.stage import Cast, Stage, enter
from tests.contracts.stage.cast import MERCHANT, YEARS
from tests.contracts.stage.stage import day, instant

TRANSFERRED = TitleMode.TRANSFERRED


def test_scenario_2_title_is_only_noted(stage: Stage, leasing: Leasing) -> None:
    """SC2 b, rules 106–109: holders stay, and the lessor's burden lies on what is leased."""
    head = leasing.head
    line = leasing.record().line("LeaseRecorded")
    lease, burden, security = leasing.lease(line.number), leasing.burden(line.number), leasing.security(line.number)
    assert (line["lease"], line["burden"], line["security"]) == (lease, burden, security)
    assert lease == replace(
        TERMS,
        state=LeaseState.IN_TERM,
        lessee=leasing.lessee.number,
        valuation=leasing.valuation,
        book_value=leasing.book_value,
        since=stage.now,
    )
    assert (burden.kind, burden.state, burden.rights) == (BurdenKind.LEASE, BurdenState.OPEN, OBJECT)
    assert (burden.party, burden.grantor, burden.waivable) == (leasing.lessor.number, leasing.lessee.number, 1)
    assert burden.effects == LEASED == (
        Effect.TRANSFER | Effect.LICENCE_EXCLUSIVE | Effect.LICENCE_ORDINARY | Effect.SUBLICENSE | Effect.PLEDGE
        | Effect.LEASE | Effect.CANCEL | Effect.UPDATE
    )  # fmt: skip
    assert (security.state, security.character) == (SecurityState.RECORDED, Characterisation.FINANCE_LEASE)
    assert leasing.head == replace(head, burdens=1, edition=head.edition + 1)


def test_scenario_2_title_passes_and_the_use_comes_back(stage: Stage, leasing: Leasing) -> None:
    """SC2 a, rules 34, 106, 109: transfer, licence back and their note in one filing; the burden changes sides."""
    number = leasing.recorded(title=TRANSFERRED)
    assert leasing.lease(number).state == LeaseState.AGREED
    leasing.passing()
    edition = leasing.head.edition
    done = leasing.close(number)
    back = done.line("LicenceGranted").number
    line = done.line("TitleTaken")
    assert leasing.head.holder == (leasing.lessee.number, leasing.lessor.number, leasing.lessor.number)
    assert (leasing.head.burdens, leasing.head.licences, leasing.head.edition) == (2, 1, edition + 3)
    lease, licence = leasing.lease(number), leasing.licence(back)
    assert (lease.state, lease.licence_back, lease.since) == (LeaseState.IN_TERM, back, stage.now)
    assert (licence.licensee, licence.kind, licence.end) == (leasing.lessee.number, LicenceKind.EXCLUSIVE, TERMS.until)
    assert licence.flags == LicenceFlag.LEASED_BACK
    assert licence.last == stage.today
    assert (leasing.burden(number).party, leasing.burden(number).grantor) == (
        leasing.lessee.number,
        leasing.lessor.number,
    )
    assert (line["lease"], line["licence"], line["burden"]) == (lease, licence, leasing.burden(number))
    assert (line["licenceNumber"], line["head"]) == (back, leasing.head)


def test_a_direct_lease_begins_with_the_lessor_as_holder(stage: Stage, leasing: Leasing) -> None:
    """Rule 106: the lessor bought the rights before; nothing passes, the lessee gets the licence."""
    leasing.later.transfer(OBJECT, to=leasing.lessor, by=[leasing.lessee.one, leasing.lessor.one])
    leasing.later.decided(passed=OBJECT)
    leasing.later.complete_transfer(by=[*leasing.registrar.pair, leasing.lessor.one])
    number = leasing.recorded(structure=LeaseStructure.DIRECT, title=TRANSFERRED)
    assert (leasing.burden(number).party, leasing.burden(number).grantor) == (
        leasing.lessee.number,
        leasing.lessor.number,
    )
    leasing.close(number, leasing.licensing_back([number]), ("takeTitle", leasing.entry, number, 0x800001))
    assert leasing.lease(number).state == LeaseState.IN_TERM
    assert leasing.burden(number).party == leasing.lessee.number


# ------------------------------------------------------------------------------------------------ the object


def test_a_charged_object_is_not_leased(stage: Stage, leasing: Leasing) -> None:
    """SC2, rule 106: an existing pledge stops it, and so does a mortgage that forbids no lease, the bank agreeing or not."""
    loans = leasing.loans
    hands = [leasing.lessee.one, leasing.lessor.one, leasing.registrar.reviewer, loans.lenders.bank.one]
    for character in (Characterisation.RIGHT_PLEDGE_440_7, Characterisation.MORTGAGE_395_7):
        mark = stage.mark()
        number = loans.recorded(security={"character": character})
        for by in (None, hands):
            with stage.refused("ObjectNotFree", number=number, kind=BurdenKind.SECURITY):
                leasing.record(by=by, burdens=[number])
        loans.release(number)
        leasing.record(burdens=[number])
        stage.rewind(mark)


def test_nothing_is_leased_twice(stage: Stage, leasing: Leasing) -> None:
    """Rule 106: not even with the lessor's consent."""
    number = leasing.recorded()
    with stage.refused("ObjectNotFree", number=number, kind=BurdenKind.LEASE):
        leasing.record(burdens=[number])


def test_what_lies_on_other_rights_does_not_matter(stage: Stage, leasing: Leasing) -> None:
    """Rule 106: a court order on HOLD alone."""
    orders = Orders(leasing.case, leasing.court, leasing.court)
    number = orders.imposed(rights=Right.HOLD)
    leasing.record(burdens=[number])


def test_a_list_that_leaves_a_burden_out_is_refused(stage: Stage, leasing: Leasing) -> None:
    """Rules 39, 106."""
    leasing.loans.recorded()
    with stage.refused("BurdenListIncomplete", listed=0, unclosed=1):
        leasing.record()


def test_a_disputed_object_is_not_leased(stage: Stage, leasing: Leasing) -> None:
    """Rules 39, 106."""
    number = leasing.case.disputed(Right.OPERATE)
    with stage.refused("Burdened", number=number, kind=BurdenKind.DISPUTE):
        leasing.record(burdens=[number])


def test_a_seized_object_is_not_leased(stage: Stage, leasing: Leasing) -> None:
    """Rules 106, 115: nor anything of a party that is frozen."""
    orders = Orders(leasing.case, leasing.court, leasing.court)
    mark = stage.mark()
    number = orders.imposed(rights=Right.USE)
    with stage.refused("Burdened", number=number, kind=BurdenKind.COURT_ORDER):
        leasing.record(burdens=[number])
    stage.rewind(mark)
    orders.restrain(leasing.lessee)
    with stage.refused("PartyFrozen", party=leasing.lessee):
        leasing.record()


def test_a_right_that_lapsed_is_not_leased(stage: Stage, leasing: Leasing) -> None:
    """Rule 106: neither by legal time nor by block time."""
    mark = stage.mark()
    stage.on("2031-08-20", "00:01")
    for at in (0, instant("2031-08-19", "23:58")):
        with stage.refused("RightNotLive", right=1):
            leasing.record(at=at, until=day("2031-08-20"))
    stage.rewind(mark)
    stage.on("2031-08-19", "23:58")
    with stage.refused("RightNotLive", right=1):
        leasing.record(at=instant("2031-08-20", "00:01"), until=day("2031-08-20"))


def test_an_object_lasts_as_long_as_its_lease(stage: Stage, leasing: Leasing) -> None:
    """Rule 106: at the edge."""
    with stage.refused("TermTooLong", end=day("2031-08-20"), latest=day("2031-08-19")):
        leasing.record(until=day("2031-08-20"))
    leasing.record(until=day("2031-08-19"))


@pytest.mark.parametrize("right", [1, 2])
def test_both_rights_are_the_lessees(stage: Stage, leasing: Leasing, right: int) -> None:
    """Rule 106."""
    leasing.later.transfer(1 << right, to=leasing.cast.second, by=[leasing.lessee.one, leasing.cast.second.one])
    leasing.later.decided(passed=1 << right).complete_transfer()
    with stage.refused("TitleElsewhere", right=right, holder=leasing.cast.second):
        leasing.record()


def test_a_state_organ_leases_nothing_back(stage: Stage, cast: Cast, leasing: Leasing) -> None:
    """Rule 64: a finance lease secures a debt like any other security."""
    organ = enter(stage, cast.operator, "bureau (虚构)", Role.HOLDER, {"one": MERCHANT}, 640, PartyKind.STATE_ORGAN)
    leasing.later.transfer(OBJECT, to=organ, by=[leasing.lessee.one, organ.one])
    leasing.later.decided(passed=OBJECT).complete_transfer(by=[*leasing.registrar.pair, organ.one])
    hands = [organ.one, leasing.lessor.one, leasing.registrar.reviewer]
    with stage.refused("StateOrganGrants", party=organ):
        leasing.record(by=hands, lessee=organ.number)


# ------------------------------------------------------------------------------------------------ price and opinions


@pytest.mark.parametrize(
    "flags",
    [
        LeaseFlag(0),
        LeaseFlag.PRICE_WITHIN,
        LeaseFlag.INCOME_PRODUCING,
        LeaseFlag.PRICE_WITHIN | LeaseFlag.INCOME_PRODUCING | LeaseFlag.CONTESTED,
    ],
    ids=str,
)
def test_price_and_income_are_attested(stage: Stage, leasing: Leasing, flags: LeaseFlag) -> None:
    """Rules 106, 107: no more and no less."""
    with stage.refused("ObjectNotAttested"):
        leasing.record(flags=flags)


def test_value_and_book_value_are_relied_on(stage: Stage, leasing: Leasing) -> None:
    """Rule 107: each an opinion of its kind, made for this."""
    pledge = leasing.appraised(AttestationPurpose.PLEDGE)
    listing = leasing.booked(purpose=AttestationPurpose.LISTING)
    for name, number in (
        ("valuation", 0),
        ("valuation", leasing.book_value),
        ("valuation", pledge),
        ("book_value", 0),
        ("book_value", leasing.valuation),
        ("book_value", listing),
    ):
        with stage.refused("AttestationNotUsable", number=number):
            terms: dict[str, Any] = {name: number}
            leasing.record(**terms)


def test_an_opinion_is_in_force(stage: Stage, leasing: Leasing) -> None:
    """Rules 80, 107: a year after its base day it says nothing any more."""
    stage.on("2027-06-30")
    with stage.refused("AttestationNotUsable", number=leasing.valuation):
        leasing.record()


def test_opinions_may_be_named_by_how_far_back_they_stand(stage: Stage, leasing: Leasing) -> None:
    """Rule 107: the number is made absolute."""
    lines = stage.journal(leasing.entry).lines
    back = {"valuation": leasing.valuation, "book_value": leasing.book_value}
    number = leasing.recorded(**{name: 0x800000 | (lines + 1 - found) for name, found in back.items()})
    lease = leasing.lease(number)
    assert (lease.valuation, lease.book_value) == (leasing.valuation, leasing.book_value)


# ------------------------------------------------------------------------------------------------ terms and parties


@pytest.mark.parametrize(
    "terms",
    [
        {"state": LeaseState.IN_TERM},
        {"remedy": 1},
        {"paid": 1},
        {"overdue": 1},
        {"overdue_bps": 1},
        {"demanded": 1},
        {"licence_back": 1},
        {"since": 1},
        {"instalments": 0},
        {"grace": 0},
        {"until": day("2026-08-30")},
        {"default_share": 10_001},
        {"structure": LeaseStructure.DIRECT, "title": TitleMode.NOTED},
    ],
    ids=str,
)
def test_terms_are_whole(stage: Stage, leasing: Leasing, terms: dict[str, Any]) -> None:
    """Rules 106, 110: what acts say later is not said yet."""
    with stage.refused("LeaseTermsNotValid"):
        leasing.record(**terms)


def test_terms_with_spare_bits_are_refused(stage: Stage, leasing: Leasing) -> None:
    """Rule 106: nor flags that nobody named."""
    word = replace(TERMS, lessee=leasing.lessee.number).encode()
    hands = [leasing.lessee.one, leasing.lessor.one, leasing.registrar.reviewer]
    for bit, error in ((255, "LeaseTermsNotValid"), (125, "ObjectNotAttested")):
        with stage.refused(error):
            stage.file(hands, [("recordLease", leasing.entry, word | 1 << bit, leasing.lessor, leasing.papers(), [])])


def test_terms_at_their_edges(stage: Stage, leasing: Leasing) -> None:
    """Rule 110."""
    leasing.record(until=stage.today, instalments=255, grace=255, default_share=10_000, default_after=15)


@pytest.mark.parametrize("paper", ["claim", "contract", "resolution", "description"])
def test_a_lease_has_papers(stage: Stage, leasing: Leasing, paper: str) -> None:
    """Rules 106, 123."""
    with stage.refused("DigestMissing"):
        leasing.record(papers=leasing.papers(**{paper: bytes(32)}))


def test_papers_say_how_they_were_hashed(stage: Stage, leasing: Leasing) -> None:
    """Rule 123."""
    with stage.refused("UnknownAlgorithm", alg=4):
        leasing.record(papers=leasing.papers(alg=4))


def test_an_opinion_on_its_character_may_be_on_record(stage: Stage, leasing: Leasing) -> None:
    """Rule 113."""
    line = leasing.record(papers=leasing.papers(opinion=DOCUMENT)).line("LeaseRecorded")
    assert line["papers"][-1] == DOCUMENT


def test_everybody_concerned_agrees(stage: Stage, leasing: Leasing) -> None:
    """Rules 4, 106."""
    lessee, lessor, registrar = leasing.lessee, leasing.lessor, leasing.registrar
    for by, party, power in (
        ([lessor.one, registrar.reviewer], lessee, Power.CHARGE),
        ([lessee.one, registrar.reviewer], lessor, Power.ACCEPT),
        ([lessee.one, lessor.one, registrar.approver], registrar, Power.RECORD),
    ):
        with stage.refused("AssentMissing", party=party, power=power):
            leasing.record(by=by)


def test_a_lessor_is_one(stage: Stage, leasing: Leasing) -> None:
    """Rule 106: a role the operator admitted it in."""
    with stage.refused("NotEntitled", party=leasing.cast.second, role=Role.LESSOR):
        leasing.record(
            lessor=leasing.cast.second, by=[leasing.lessee.one, leasing.cast.second.one, leasing.registrar.reviewer]
        )


def test_a_suspended_registrar_records_nothing(stage: Stage, cast: Cast, leasing: Leasing) -> None:
    """Rule 4."""
    suspend_accreditation(stage, cast, cast.registrar)
    with stage.refused("NotAccredited", party=cast.registrar):
        leasing.record()


def test_nobody_leases_from_itself(stage: Stage, cast: Cast, leasing: Leasing) -> None:
    """Rule 106: nor as a member of a joint holding."""
    with stage.refused("LeaseTermsNotValid"):
        leasing.record(lessor=leasing.lessee)
    joint = join(stage, [leasing.lessor, leasing.lessee], quorum=(5_000,) * 4)
    with stage.refused("LeaseTermsNotValid"):
        leasing.record(lessor=joint)


def test_the_registrar_is_no_lessor(stage: Stage, cast: Cast, leasing: Leasing) -> None:
    """Rule 2: nor the lessee of a direct lease."""
    with stage.refused("RegistrarInterested", registrar=cast.registrar):
        leasing.record(lessor=cast.registrar)


# ------------------------------------------------------------------------------------------------ title and licence back


@pytest.fixture
def passed(leasing: Leasing) -> int:
    """A lease whose object the lessor has, and nothing more; its number."""
    number = leasing.recorded(title=TRANSFERRED)
    leasing.passing()
    leasing.close(number, leasing.closing(number)[0])
    return number


def test_title_is_not_taken_before_it_passed(stage: Stage, leasing: Leasing) -> None:
    """Rule 106: the lessor must have both rights."""
    number = leasing.recorded(title=TRANSFERRED)
    with stage.refused("TitleElsewhere", right=1, holder=leasing.lessee):
        leasing.take_title(number, 1)


def test_title_goes_to_nobody_else(stage: Stage, leasing: Leasing) -> None:
    """Rule 109: from the record on the lessee disposes of nothing without the lessor."""
    number = leasing.recorded(title=TRANSFERRED)
    leasing.later.transfer(OBJECT, to=leasing.cast.second, by=[leasing.lessee.one, leasing.cast.second.one])
    leasing.later.decided(passed=OBJECT)
    with stage.refused("Burdened", number=number, kind=BurdenKind.LEASE):
        leasing.later.complete_transfer(burdens=[number])


@pytest.mark.parametrize(
    "terms",
    [
        {"kind": LicenceKind.SOLE},
        {"end": TERMS.until - 1},
        {"start": day("2026-09-15")},
    ],
    ids=str,
)
def test_the_licence_back_is_exclusive_and_for_the_whole_term(
    stage: Stage, leasing: Leasing, passed: int, terms: dict[str, Any]
) -> None:
    """Rule 109: begun, and no shorter than the lease."""
    back = leasing.close(passed, leasing.licensing_back([passed], **terms)).line("LicenceGranted").number
    with stage.refused("LicenceBackNotValid", licence=back):
        leasing.take_title(passed, back)


def test_the_licence_back_is_the_lessees(stage: Stage, leasing: Leasing, passed: int) -> None:
    """Rule 109: and stands, without a notice of breach."""
    maker = leasing.cast.maker
    hands = [leasing.lessor.one, maker.one, leasing.registrar.reviewer]
    mark = stage.mark()
    others = stage.file(hands, [leasing.licensing_back([passed], licensee=maker.number)]).line("LicenceGranted").number
    with stage.refused("LicenceBackNotValid", licence=others):
        leasing.take_title(passed, others)
    stage.rewind(mark)
    back = leasing.close(passed, leasing.licensing_back([passed])).line("LicenceGranted").number
    for spoil in (leasing.deals.suspend, leasing.deals.notice):
        mark = stage.mark()
        spoil(back, by=[leasing.lessor.one])
        with stage.refused("LicenceBackNotValid", licence=back):
            leasing.take_title(passed, back)
        stage.rewind(mark)
    with stage.refused("NoSuchLicence"):
        leasing.take_title(passed, passed)
    leasing.take_title(passed, back)
    with stage.refused("WrongLeaseState", state=LeaseState.IN_TERM):
        leasing.take_title(passed, back)


def test_the_licence_back_is_given_by_the_lessor_itself(stage: Stage, leasing: Leasing, passed: int) -> None:
    """Rule 109: not under somebody else's licence."""
    maker, clerk = leasing.cast.maker, leasing.registrar.reviewer
    terms = {"licensee": maker.number, "flags": LicenceFlag.SUBLICENSE}
    done = stage.file([leasing.lessor.one, maker.one, clerk], [leasing.licensing_back([passed], **terms)])
    parent = done.line("LicenceGranted").number
    sub = leasing.licensing_back([passed, parent], parent=parent)
    hands = [leasing.lessor.one, maker.one, leasing.lessee.one, clerk]
    back = stage.file(hands, [(*sub[:-1], [parent])]).line("LicenceGranted").number
    with stage.refused("LicenceBackNotValid", licence=back):
        leasing.take_title(passed, back)


def test_only_a_lease_makes_a_licence_one_back(stage: Stage, leasing: Leasing) -> None:
    """Rule 110: no grant says so of itself, and no narrowing takes it away."""
    with stage.refused("TermsNotValid"):
        leasing.deals.grant(flags=LicenceFlag.LEASED_BACK)
    back = leasing.lease(leasing.in_term()).licence_back
    leasing.deals.narrow(back, state=0, last=0, flags=LicenceFlag(0), by=[leasing.lessor.one, leasing.lessee.one])
    assert leasing.licence(back).flags == LicenceFlag.LEASED_BACK


def test_the_lessee_and_the_registrar_take_note(stage: Stage, leasing: Leasing, passed: int) -> None:
    """Rule 4."""
    back = leasing.close(passed, leasing.licensing_back([passed])).line("LicenceGranted").number
    with stage.refused("AssentMissing", party=leasing.lessee, power=Power.ACCEPT):
        leasing.take_title(passed, back, by=[leasing.lessor.one, leasing.registrar.reviewer])
    with stage.refused("AssentMissing", party=leasing.registrar, power=Power.RECORD):
        leasing.take_title(passed, back, by=[leasing.lessor.one, leasing.lessee.one])


def test_nothing_happens_before_the_licences_last_act(stage: Stage, leasing: Leasing, passed: int) -> None:
    """Rule 124."""
    stage.on("2026-09-15", "00:03")
    back = (
        leasing.close(passed, leasing.licensing_back([passed], start=day("2026-09-14"))).line("LicenceGranted").number
    )
    with stage.refused("OutOfOrder"):
        leasing.take_title(passed, back, at=instant("2026-09-14", "23:59"))


# ------------------------------------------------------------------------------------------------ filing


def test_scenario_2_a_lease_is_filed_in_category_4(stage: Stage, leasing: Leasing) -> None:
    """SC2, rules 3, 67, 108: entered by one person and found true by another; until then its title binds nobody outside."""
    number = leasing.recorded()
    stage.on("2026-09-02", "14:00")
    leasing.filings.importing(number, **CATEGORY_4)
    assert leasing.security(number).state == SecurityState.RECORDED
    with stage.refused("VerifierMissing"):
        leasing.filings.perfect(number, by=[leasing.registrar.reviewer], **CATEGORY_4)
    leasing.filings.perfect(number, **CATEGORY_4)
    security = leasing.security(number)
    assert (security.state, security.venue) == (SecurityState.PERFECTED, FilingVenue.ZDW_CAT4)
    assert (security.filed_at, security.until) == (CATEGORY_4["filed_at"], day("2029-09-01"))
    assert leasing.lease(number).state == LeaseState.IN_TERM


def test_a_lease_is_filed_nowhere_else(stage: Stage, leasing: Leasing) -> None:
    """Rule 108."""
    number = leasing.recorded()
    stage.on("2026-09-02", "14:00")
    for venue in (FilingVenue.ZDW_CAT7, FilingVenue.NATIONAL_DPR):
        with stage.refused("FilingNotValid"):
            leasing.filings.importing(number, venue=venue)


def test_a_leases_filing_is_rejected_extended_and_lapses_as_any(stage: Stage, leasing: Leasing) -> None:
    """Rules 71, 108."""
    number = leasing.recorded()
    stage.on("2026-09-02", "14:00")
    leasing.filings.importing(number, **CATEGORY_4)
    leasing.filings.reject(number)
    leasing.file_lease(number)
    later = {"venue": FilingVenue.ZDW_CAT4, "filed_at": stage.now, "until": day("2030-09-01")}
    leasing.filings.filed(number, FilingAct.EXTEND, **later)
    stage.on("2030-09-02")
    leasing.filings.lapse(number)
    assert leasing.security(number).state == SecurityState.LAPSED


def test_what_else_befalls_a_security_befalls_no_lease(stage: Stage, cast: Cast, leasing: Leasing) -> None:
    """Rule 108: it is not voided for want of a filing, nor released, amended, assigned or ranked as one."""
    number = leasing.recorded()
    stage.on("2026-10-30")
    filings, loans = leasing.filings, leasing.loans
    acts: list[Callable[[int], object]] = [
        filings.void,
        filings.ask_release,
        lambda each: filings.release(each, by=leasing.lessor.both),
        filings.notice,
        filings.cure,
        filings.demand,
        lambda each: filings.crystallise(each, 1),
    ]
    for act in acts:
        with stage.refused("OfALease", number=number):
            act(number)
    four = (SHA256, DOCUMENT, DOCUMENT, DOCUMENT)
    changes: list[tuple[Any, ...]] = [
        ("amendSecurity", leasing.entry, number, loans.debt(number), 0, four, []),
        ("assignSecurity", leasing.entry, number, loans.lenders.bank, four),
        ("splitSecurity", leasing.entry, number, loans.lenders.bank, four),
        ("cedeRank", leasing.entry, number, number, SHA256, DOCUMENT, [number]),
    ]
    for change in changes:
        with stage.refused("OfALease", number=number):
            stage.file([leasing.lessor.one], [change])


def test_a_security_stands_behind_no_lease_by_agreement(stage: Stage, leasing: Leasing) -> None:
    """Rules 76, 108: a lessor who lets the lessee pledge keeps its title."""
    number = leasing.recorded()
    loans = leasing.loans
    bank = loans.lenders.bank
    hands = [leasing.lessee.one, bank.one, leasing.registrar.reviewer, leasing.lessor.one]
    pledge = loans.recorded(by=hands, burdens=[number])
    with stage.refused("OfALease", number=number):
        stage.file(bank.both, [("cedeRank", leasing.entry, pledge, number, SHA256, DOCUMENT, [number, pledge])])


def test_a_number_that_is_no_lease_is_refused(stage: Stage, leasing: Leasing) -> None:
    """Rule 106: other dependants of the entry have numbers of the same kind."""
    with stage.refused("NoSuchLease", number=leasing.valuation):
        leasing.pay(leasing.valuation, 1)


def test_an_appraiser_whose_accreditation_is_suspended_serves_no_lease(
    stage: Stage, cast: Cast, leasing: Leasing
) -> None:
    """Rules 107, 118."""
    word = Accreditation(status=AccreditationStatus.SUSPENDED, from_=YEARS[0], until=YEARS[1])
    terms = (leasing.valuations.body, AccreditationKind.APPRAISAL_FILING, word, cast.operator, SHA256, DOCUMENT)
    stage.file(cast.operator.both, [("accredit", *terms)])
    with stage.refused("AttestationNotUsable", number=leasing.valuation):
        leasing.record()
