"""Random products on exchanges, and the opinions they rest on."""

from typing import Any

from ledger_api.domain import words
from tests.contracts.model import listings
from tests.contracts.model.chance import Chance
from tests.contracts.model.folio import Attestation
from tests.contracts.model.masks import mask
from tests.contracts.model.moves.attestations import attest_this
from tests.contracts.model.play import Move
from tests.contracts.model.register import EVERY_RIGHT, OPERATE


def opine(c: Chance) -> Move:
    """A compliance opinion on what is registered, mostly for some days only."""
    folio = c.folio(lambda f: f.is_live(OPERATE, c.today, c.today) and not c.opinions(f))
    until = c.today + c.random.randint(3, 200)
    terms = Attestation("COMPLIANCE", c.company.attestors[1], "LISTING", "PASSED", EVERY_RIGHT, c.today, until)
    return attest_this(c, folio, terms)


def list_product(c: Chance) -> Move:
    """A holder and an exchange."""
    folio = c.folio(lambda f: f.is_live(OPERATE, c.today, c.today) and c.opinions(f))
    venue = c.party(*c.company.exchanges, c.company.registrars[0])
    delivery = frozenset() if c.slips("code") else c.some(("API", "FILE", "SANDBOX"), 0.5) | {"REPORT"}
    opinion = c.opinion(folio)
    papers, alg, document = c.papers()
    return Move(
        "listProduct",
        c.signers((folio.holder[OPERATE], "LICENSE"), (venue, "RECORD")),
        (folio.entry, venue, mask(words.Delivery, delivery), opinion, (alg, document, document, document)),
        lambda t: listings.list_product(t, folio, venue, delivery, opinion, papers),
        c.at(),
    )


def _listing(c: Chance, name: str, judge: Any, *states: str, coded: bool = True) -> Move:  # noqa: ANN401
    folio = c.folio(lambda f: any(each.state in states for each in f.listings.values()) and (coded or c.opinions(f)))
    number = c.number(folio.listings, lambda each: each.state in states, folio.lines)
    listing = folio.listings.get(number)
    venue = listing.venue if listing else c.company.exchanges[0]
    code = c.code(words.ListingReason)
    papers, alg, document = c.papers()
    by = (venue, "RECORD") if c.maybe(0.8) else (folio.holder[OPERATE], "LICENSE")
    opinion = c.opinion(folio)
    return Move(
        name,
        c.signers(by),
        (folio.entry, c.ref(folio, number), words.ListingReason[code] if coded else opinion, alg, document),
        lambda t: judge(t, folio, number, code if coded else opinion, papers),
        c.at(listing.since if listing else 0),
    )


def suspend_listing(c: Chance) -> Move:
    """Off for a while."""
    return _listing(c, "suspendListing", listings.suspend, "LISTED")


def resume_listing(c: Chance) -> Move:
    """Back."""
    return _listing(c, "resumeListing", listings.resume, "SUSPENDED", coded=False)


def lapse_listing(c: Chance) -> Move:
    """It may no longer be sold, mostly."""
    folio = c.folio(lambda f: any(each.state == "LISTED" for each in f.listings.values()))
    number = c.number(folio.listings, lambda each: each.state == "LISTED", folio.lines)
    return Move(
        "lapseListing",
        c.signers((c.party(*c.company.merchants), "FILE")),
        (folio.entry, c.ref(folio, number)),
        lambda t: listings.lapse(t, folio, number),
        c.poke(),
    )


def delist(c: Chance) -> Move:
    """Off for good."""
    return _listing(c, "delist", listings.delist, "LISTED", "SUSPENDED")


STORIES = ((opine, list_product, suspend_listing, resume_listing, 60, lapse_listing, opine, resume_listing, delist),)
MOVES = {
    opine: 3, list_product: 4, suspend_listing: 3, resume_listing: 5, lapse_listing: 3, delist: 1,
}  # fmt: skip
