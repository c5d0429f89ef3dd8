"""A product stays listed while its compliance opinion and its right are in force; anybody records when they are not."""

from dataclasses import replace

import pytest

from ledger_api.domain.words import (
    Accreditation,
    AccreditationKind,
    AccreditationStatus,
    AttestationKind,
    Headline,
    ListingReason,
    ListingState,
    Right,
)
from tests.contracts.attestations.reports import OPINION, Reports, attestor, opined
from tests.contracts.later import Later
from tests.contracts.procedure import DOCUMENT, SHA256, Procedure
from tests.contracts.shelves import Shelf
from tests.contracts.stage import Cast, Player, Stage
from tests.contracts.stage.cast import YEARS
from tests.contracts.stage.stage import day


@pytest.fixture
def firm(stage: Stage, cast: Cast) -> Player:
    """A law firm, in office all the time."""
    return attestor(stage, cast, AccreditationKind.LAW_FIRM, AccreditationKind.QUALITY_LAB, first_account=260)


@pytest.fixture
def reports(stage: Stage, cast: Cast, firm: Player) -> Reports:
    """What it says of a registered folio."""
    return Reports(Procedure(stage, cast).registered(), firm)


@pytest.fixture
def shelf(reports: Reports) -> Shelf:
    """Listed on its opinion."""
    return Shelf(reports.case, reports.attested(OPINION))


def accredit(stage: Stage, cast: Cast, firm: Player, status: AccreditationStatus) -> None:
    """Suspend or restore its accreditation as a law firm."""
    word = Accreditation(status=status, from_=YEARS[0], until=YEARS[1])
    terms = (firm, AccreditationKind.LAW_FIRM, word, cast.operator, SHA256, DOCUMENT)
    stage.file(cast.operator.both, [("accredit", *terms)])


def test_a_product_is_listed_on_a_compliance_opinion_of_its_own_folio(
    stage: Stage, cast: Cast, shelf: Shelf, reports: Reports
) -> None:
    """Rule 119."""
    quality = reports.attested(OPINION, kind=AttestationKind.QUALITY)
    other = opined(Procedure(stage, cast, root=bytes(31) + b"\1").opened())
    for number in (0, quality, shelf.opinion + 100, other + 50):
        with stage.refused("AttestationNotUsable", entry=shelf.case.entry, number=number):
            shelf.list(compliance=number)


def test_whoever_has_the_right_now_lists_anew(stage: Stage, cast: Cast, shelf: Shelf) -> None:
    """Rule 119: the exchange does not resume what another holder offered."""
    number = shelf.listed()
    shelf.suspend(number)
    later = Later(shelf.case)
    later.execute_transfer(later.order(cast.regulator), Right.OPERATE)
    with stage.refused("ListerGone", lister=cast.holder):
        shelf.resume(number)
    shelf.list(by=[cast.second.one, cast.exchange.recorder])


@pytest.mark.parametrize("headline", [Headline.NOT_PASSED, Headline.CONDITIONAL])
def test_one_that_did_not_pass_lists_nothing(reports: Reports, stage: Stage, headline: Headline) -> None:
    """Rule 119."""
    shelf = Shelf(reports.case, reports.attested(OPINION, headline=headline))
    if headline == Headline.CONDITIONAL:
        shelf.list()
        return
    with stage.refused("AttestationNotUsable", number=shelf.opinion):
        shelf.list()


def test_an_opinion_made_in_the_same_filing_is_found(stage: Stage, cast: Cast, reports: Reports) -> None:
    case, relative = reports.case, 0x800000 | 1
    terms = (case.entry, case.folio, replace(OPINION, attestor=reports.body.number), SHA256, DOCUMENT, DOCUMENT)
    prospectus = (SHA256, DOCUMENT, DOCUMENT, DOCUMENT)
    done = stage.file(
        [cast.holder.one, cast.exchange.recorder, reports.body.one],
        [("attest", *terms), ("listProduct", case.entry, cast.exchange, 1, relative, prospectus)],
    )
    assert done.line("ProductListed")["listing"].compliance == done.line("Attested").number


def test_while_both_are_in_force_nobody_takes_it_off(stage: Stage, shelf: Shelf) -> None:
    """Rules 118, 119."""
    number = shelf.listed()
    with stage.refused("ListingStands", number=number):
        shelf.lapse(number)
    stage.on("2027-07-19", "23:59")
    with stage.refused("ListingStands", number=number):
        shelf.lapse(number)


def test_anybody_records_that_the_opinion_ran_out(stage: Stage, cast: Cast, shelf: Shelf, reports: Reports) -> None:
    """Rule 118: and the exchange puts the product back on a new one only."""
    number = shelf.listed()
    stage.on("2027-07-20")
    line = shelf.lapse(number).line("ListingLapsed")
    word = shelf.word(number)
    assert line["listing"] == word
    assert (word.state, word.code) == (ListingState.SUSPENDED, ListingReason.ATTESTATION_EXPIRED)
    with stage.refused("WrongListingState", state=ListingState.SUSPENDED):
        shelf.lapse(number)
    with stage.refused("AttestationNotUsable", number=shelf.opinion):
        shelf.resume(number)
    later = reports.attested(OPINION, base=day("2027-07-19"), until=day("2028-07-18"))
    shelf.resume(number, opinion=later)
    assert (shelf.word(number).state, shelf.word(number).compliance) == (ListingState.LISTED, later)


def test_what_time_decides_takes_block_time(stage: Stage, shelf: Shelf) -> None:
    """Rule 124: nobody dates it to a day on which an opinion was not there yet."""
    number = shelf.listed()
    with stage.refused("OnlyBlockTime"):
        shelf.lapse(number, at=stage.now)


def test_an_opinion_that_superseded_it_holds_the_listing(stage: Stage, shelf: Shelf, reports: Reports) -> None:
    """Rule 118: the yearly one of the same firm; not when that one is taken back."""
    number = shelf.listed()
    stage.on("2027-07-01")
    later = reports.attested(OPINION, base=day("2027-06-30"), until=day("2028-06-29"))
    reports.supersede(shelf.opinion, later)
    with stage.refused("ListingStands"):
        shelf.lapse(number)
    reports.revoke(later)
    shelf.lapse(number)
    assert shelf.word(number).code == ListingReason.ATTESTATION_EXPIRED


def test_a_suspended_firm_takes_the_listing_along(stage: Stage, cast: Cast, shelf: Shelf, firm: Player) -> None:
    """Rule 118: as long as it is suspended."""
    number = shelf.listed()
    accredit(stage, cast, firm, AccreditationStatus.SUSPENDED)
    shelf.lapse(number)
    with stage.refused("AttestationNotUsable"):
        shelf.resume(number)
    accredit(stage, cast, firm, AccreditationStatus.ACTIVE)
    shelf.resume(number)


def test_a_listing_goes_with_the_right(stage: Stage, cast: Cast) -> None:
    """SC13, rules 118, 119."""
    shelf = Shelf.over(Procedure(stage, cast).registered(until="2026-09-30"))
    number = shelf.listed()
    stage.on("2026-10-01")
    shelf.lapse(number)
    assert shelf.word(number).code == ListingReason.RIGHT_LAPSED
