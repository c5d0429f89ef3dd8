"""How a right is sold or managed for its creditors (SM-9; rules 1–3, 28, 65, 85, 95, 96, 99, 115)."""

from collections.abc import Sequence

from tests.contracts.model import burdens
from tests.contracts.model.cases import disinterested
from tests.contracts.model.enforcements import (
    READY,
    Matter,
    by_creditor,
    by_holders,
    done,
    find,
    free_holders,
    held,
    valued,
    way,
)
from tests.contracts.model.folio import Folio
from tests.contracts.model.records import Management
from tests.contracts.model.register import OPERATE, Deed, Papers, Rights, Try

MOST_ROUNDS = 15
MARKET = ("AUCTION", "PRIVATE_SALE")
"""What others can bid in."""


def fail(t: Try, folio: Folio, number: int, venue: int, day: int, code: str, papers: Papers) -> Deed:
    """Nobody bid, or the buyer did not pay."""
    t.must(code in {"NO_BID", "NOT_PAID"}, "EnforcementCodeUnknown")
    unpaid = code == "NOT_PAID"
    m = find(t, folio, number, *(("SOLD",) if unpaid else READY))
    t.unless(unpaid or m.enforcement.method in {*MARKET, "NONE"}, "MethodNotFitting")
    held(t, m.enforcement, day)
    _conduct(t, folio, m, venue)
    t.papers(papers)
    yield
    if not unpaid:
        m.enforcement.rounds = min(MOST_ROUNDS, m.enforcement.rounds + 1)
    m.enforcement.buyer = 0
    done(t, folio, m, "FAILED")


def sell(  # noqa: PLR0913, PLR0917  what a sale is
    t: Try,
    folio: Folio,
    number: int,
    buyer: int,
    venue: int,
    day: int,
    priced: bool,
    papers: Papers,
    listed: Sequence[int],
) -> Deed:
    """Sold at a market's price or at a value; a creditor takes nothing in a private sale (rules 65, 95)."""
    m = find(t, folio, number, *READY)
    e = m.enforcement
    t.unless(e.method != "COMPULSORY_LICENSING", "MethodNotFitting")
    held(t, e, day)
    if e.method != "AUCTION":
        valued(t, folio, e, day)
    taker(t, folio, e.rights, buyer)
    if e.method == "PRIVATE_SALE":
        burdens.no_creditor(t, folio, buyer, listed)
    _conduct(t, folio, m, venue)
    if e.basis != "COURT":
        t.needs(buyer, "ACCEPT")
        if e.method == "DISCOUNT":
            by_holders(t, folio, m.burden)
        free_holders(t, folio, m.burden)
    way(t, folio, e, listed)
    t.papers(papers)
    t.unless(priced, "DigestMissing")
    yield
    e.buyer = buyer
    done(t, folio, m, "SOLD")


def take_over(
    t: Try, folio: Folio, number: int, operator: int, until: int, papers: Papers, listed: Sequence[int]
) -> Deed:
    """An operator earns with it for the creditors, within its term; whoever was agreed on, or the holder agrees now."""
    m = find(t, folio, number, *READY)
    e = m.enforcement
    t.unless(e.method == "COMPULSORY_LICENSING", "MethodNotFitting")
    held(t, e, t.day)
    t.unless(t.day <= until <= folio.until[OPERATE], "DayOutside")
    live(t, folio, e.rights)
    taker(t, folio, e.rights, operator)
    t.needs(operator, "ACCEPT")
    if e.basis == "COURT":
        t.needs_pair(folio.registrar)
    else:
        by_creditor(t, m.burden)
        if operator != m.security.debt.takeover:
            by_holders(t, folio, m.burden)
        free_holders(t, folio, m.burden)
    way(t, folio, e, listed)
    t.papers(papers)
    yield
    folio.management = Management(operator, number, t.day, until, t.day - 1)
    done(t, folio, m, "MANAGED")


def report(t: Try, folio: Folio, number: int, until: int, papers: Papers) -> Deed:
    """Operator and creditor say what came in on the days since the last report (rule 85)."""
    m = find(t, folio, number, "MANAGED")
    now = folio.management
    t.needs(now.operator, "LICENSE")
    t.needs(m.burden.party, "ENFORCE")
    t.unless(now.through < until <= min(t.day, t.today, now.until), "DayOutside")
    t.papers(papers)
    yield
    now.through = until
    done(t, folio, m)


def give_back(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """The creditor has it returned, or the pair for a court; anybody when its time is over."""
    m = find(t, folio, number, "MANAGED")
    if not t.is_past(folio.management.until):
        if m.enforcement.basis == "COURT":
            t.needs_pair(folio.registrar)
        else:
            by_creditor(t, m.burden)
    t.papers(papers)
    yield
    folio.management.over = True
    done(t, folio, m, "FAILED")


def taker(t: Try, folio: Folio, rights: Rights, party: int) -> None:
    """Whoever gets rights without an application: live, not the registrar, holding none of them yet (rules 1, 2)."""
    t.live(party)
    disinterested(t, party, folio.registrar)
    t.unless(all(folio.holder[right] != party for right in rights), "TransfereeHolds")


def live(t: Try, folio: Folio, rights: Rights) -> None:
    """In force by legal time and by block time (rule 28)."""
    t.unless(all(folio.is_live(right, t.later, t.today) for right in rights), "RightNotLive")


def _conduct(t: Try, folio: Folio, m: Matter, venue: int) -> None:
    """The pair for a court, else the creditor, and of an auction an exchange (rules 3, 95)."""
    if m.enforcement.basis == "COURT":
        t.needs_pair(folio.registrar)
        return
    by_creditor(t, m.burden)
    if m.enforcement.method == "AUCTION":
        t.entitled(venue, "EXCHANGE")
        t.needs(venue, "RECORD")
    else:
        t.unless(not venue, "MethodNotFitting")
