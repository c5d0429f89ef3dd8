"""Products on exchanges (SM-11; rule 119)."""

from tests.contracts.model import sources
from tests.contracts.model.attestations import latest, serves, serving
from tests.contracts.model.folio import Folio, Listing
from tests.contracts.model.licences import operable
from tests.contracts.model.register import OPERATE, Deed, Names, Papers, Try


def list_product(t: Try, folio: Folio, venue: int, delivery: Names, opinion: int, papers: Papers) -> Deed:
    """The holder of a right to operate that is in force, and an exchange."""
    t.timely()
    operable(t, folio)
    t.needs(folio.holder[OPERATE], "LICENSE")
    t.entitled(venue, "EXCHANGE")
    t.needs(venue, "RECORD")
    t.unless(delivery, "DeliveryUnknown")
    t.unless(not sources.lost(folio), "SourceLost")
    serves(t, folio, opinion, "COMPLIANCE")
    t.papers(papers)
    yield
    folio.listings[folio.next] = Listing(venue, folio.holder[OPERATE], delivery, t.day, t.time, opinion)
    folio.lines += 1


def suspend(t: Try, folio: Folio, number: int, code: str, papers: Papers) -> Deed:
    """The exchange takes it off for a while."""
    listing = _find(t, folio, number, "LISTED")
    t.needs(listing.venue, "RECORD")
    t.unless(code != "NONE", "ListingReasonUnknown")
    t.papers(papers)
    yield
    _done(t, folio, listing, "SUSPENDED", code)


def resume(t: Try, folio: Folio, number: int, opinion: int, papers: Papers) -> Deed:
    """It puts it back, while the lister still holds the right."""
    listing = _find(t, folio, number, "SUSPENDED")
    t.needs(listing.venue, "RECORD")
    operable(t, folio)
    t.unless(folio.holder[OPERATE] == listing.lister, "ListerGone")
    t.unless(not sources.lost(folio), "SourceLost")
    serves(t, folio, opinion, "COMPLIANCE")
    t.papers(papers)
    yield
    listing.opinion = opinion
    _done(t, folio, listing, "LISTED", "NONE")


def lapse(t: Try, folio: Folio, number: int) -> Deed:
    """Anybody takes off what may no longer be sold (rules 118, 119)."""
    t.at_once()
    listing = _find(t, folio, number, "LISTED")
    live = folio.is_live(OPERATE, t.later, t.today)
    opined = serving(t, folio, latest(folio, listing.opinion), "COMPLIANCE")
    t.unless(not live or not opined, "ListingStands")
    yield
    _done(t, folio, listing, "SUSPENDED", "ATTESTATION_EXPIRED" if live else "RIGHT_LAPSED")


def delist(t: Try, folio: Folio, number: int, code: str, papers: Papers) -> Deed:
    """The exchange or the holder takes it off for good."""
    listing = _find(t, folio, number, "LISTED", "SUSPENDED")
    if not t.given(listing.venue, "RECORD"):
        t.needs(folio.holder[OPERATE], "LICENSE")
    t.unless(code != "NONE", "ListingReasonUnknown")
    t.papers(papers)
    yield
    _done(t, folio, listing, "DELISTED", code)


def _find(t: Try, folio: Folio, number: int, *states: str) -> Listing:
    listing = t.find(folio.listings, number, "NoSuchListing")
    t.timely(listing.since)
    t.unless(listing.state in states, "WrongListingState")
    return listing


def _done(t: Try, folio: Folio, listing: Listing, state: str, code: str) -> None:
    listing.state, listing.code, listing.since = state, code, t.time
    folio.lines += 1
