"""Finance leases from their record to the choice of a remedy (SM-7; rules 2, 64, 106–110)."""

from collections.abc import Sequence
from dataclasses import replace

from tests.contracts.model import burdens
from tests.contracts.model.attestations import serves
from tests.contracts.model.folio import Burden, Folio, Security
from tests.contracts.model.records import Lease
from tests.contracts.model.register import OPERATE, USE, Deed, Names, Papers, Rights, Try

OBJECT: Rights = frozenset((USE, OPERATE))
"""What is leased; whoever keeps the data keeps them."""
FORBIDDEN: Names = frozenset(
    ("TRANSFER", "LICENCE_EXCLUSIVE", "LICENCE_ORDINARY", "SUBLICENSE", "PLEDGE", "LEASE", "CANCEL", "UPDATE")
)
"""What the holder does only as the other agrees (rule 109)."""
ATTESTED: Names = frozenset(("PRICE_WITHIN", "INCOME_PRODUCING"))
PAYING = ("IN_TERM", "DEMANDED", "ACCELERATED")
SILENT_AFTER, SILENT_SHARE = 2, 1_500
"""Two rents or fifteen percent of all, where nothing was agreed (rule 110)."""

# ---------------------------------------------------------------------------------------------------- beginning


def record(t: Try, folio: Folio, lessor: int, terms: Lease, papers: Papers, listed: Sequence[int]) -> Deed:
    """The holder leases back, or out, an object that is whole, valued, free, and lasts as long (rules 2, 64, 106, 107)."""
    r = t.register
    t.timely()
    t.unless(terms.flags == ATTESTED, "ObjectNotAttested")
    whole = terms.instalments and terms.grace and terms.default_share <= 10_000 and terms.until >= t.day
    t.unless(whole, "LeaseTermsNotValid")
    direct = terms.structure == "DIRECT"
    t.unless(not direct or terms.title == "TRANSFERRED", "LeaseTermsNotValid")
    t.papers(papers)
    holder, other = (lessor, terms.lessee) if direct else (terms.lessee, lessor)
    title(t, folio, holder)
    for right in OBJECT:
        t.unless(folio.is_live(right, t.later, t.today), "RightNotLive")
        t.unless(terms.until <= folio.until[right], "TermTooLong")
    # Found to be a loan, it would be a security of the lessee's.
    lessee = r.parties.get(terms.lessee)
    taking = [] if lessee is None else [lessee, *(r.parties[member] for member in lessee.members)]
    t.unless(not any(each.kind == "STATE_ORGAN" for each in taking), "StateOrganGrants")
    serves(t, folio, terms.valuation, "VALUATION", "LEASE")
    serves(t, folio, terms.book_value, "ACCOUNTING", "BOOKING")
    keeper = r.keeper(folio.registrar)
    t.unless(not r.includes(holder, keeper) and not r.includes(other, keeper), "RegistrarInterested")
    t.unless(not r.includes(holder, other) and not r.includes(other, holder), "LeaseTermsNotValid")
    t.entitled(lessor, "LESSOR")
    t.free(holder)
    t.needs(holder, "CHARGE")
    t.needs(other, "ACCEPT")
    t.needs_registrar(folio.registrar, "RECORD")
    for each in (folio.burdens[number] for number in listed if number in folio.burdens):
        charged = each.kind in {"SECURITY", "LEASE"} and each.state != "CLOSED" and each.rights & OBJECT
        t.unless(not charged, "ObjectNotFree")
    burdens.clear(t, folio, OBJECT, frozenset(("LEASE",)), listed)
    yield
    number = folio.next
    state = "AGREED" if terms.title == "TRANSFERRED" else "IN_TERM"
    folio.leases[number] = replace(terms, lessor=lessor, state=state, since=t.time)
    folio.securities[number] = Security("FINANCE_LEASE")
    folio.burdens[number] = Burden(
        "LEASE", OBJECT, FORBIDDEN, other, grantor=holder, since=t.time, day=t.day, waivable=True
    )
    folio.edition += 1
    folio.lines += 1


def take_title(t: Try, folio: Folio, number: int, back: int) -> Deed:
    """The lessor has the title now, and the lessee alone may use what it had (SM-7)."""
    lease, burden = find(t, folio, number, "AGREED")
    t.needs(lease.lessee, "ACCEPT")
    t.needs_registrar(folio.registrar, "RECORD")
    title(t, folio, lease.lessor)
    licence = t.find(folio.licences, back, "NoSuchLicence")
    fits = (
        (licence.state, licence.kind, licence.parent, licence.noticed) == ("ACTIVE", "EXCLUSIVE", 0, 0)
        and licence.licensee == lease.lessee
        and licence.start <= t.day
        and licence.end >= lease.until
    )
    t.unless(fits, "LicenceBackNotValid")
    t.unless(t.day >= licence.last, "OutOfOrder")
    yield
    licence.happened |= {"LEASED_BACK"}
    licence.last = t.day
    lease.state, lease.back, lease.since = "IN_TERM", back, t.time
    held_by(burden, lease.lessor)
    burden.since = t.time
    folio.edition += 1
    folio.lines += 1


# ---------------------------------------------------------------------------------------------------- rents


def pay(t: Try, folio: Folio, number: int, paid: int, papers: Papers) -> Deed:
    """The lessor notes how many rents are paid; what it said of the overdue share does not hold any more."""
    lease, _ = find(t, folio, number, *PAYING)
    t.needs(lease.lessor, "ACCEPT")
    t.unless(lease.paid < paid <= lease.instalments, "RentsNotValid")
    t.papers(papers)
    yield
    left = max(0, lease.overdue - (paid - lease.paid))
    lease.paid = paid
    _late(lease, left, 0)
    _step(t, folio, lease)


def note_overdue(t: Try, folio: Folio, number: int, rents: int, share: int, papers: Papers) -> Deed:
    """It says how many are overdue, and what share of all."""
    lease, _ = find(t, folio, number, "IN_TERM", "DEMANDED")
    t.needs(lease.lessor, "ENFORCE")
    possible = lease.paid + rents <= lease.instalments and share <= 10_000 and (rents or not share)
    t.unless(possible, "RentsNotValid")
    t.papers(papers)
    yield
    _late(lease, rents, share)
    _step(t, folio, lease)


def contest(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """The lessee says that it is not so."""
    lease, _ = find(t, folio, number, *PAYING, "TERMINATED")
    t.needs(lease.lessee, "OBJECT")
    t.unless(lease.overdue, "NothingOverdue")
    t.papers(papers)
    yield
    lease.flags |= {"CONTESTED"}
    _step(t, folio, lease)


def _late(lease: Lease, rents: int, share: int) -> None:
    """With nothing overdue there is neither demand nor dispute."""
    lease.overdue, lease.overdue_share = rents, share
    if not rents:
        lease.flags -= {"CONTESTED"}
        if lease.state == "DEMANDED":
            lease.state, lease.demanded = "IN_TERM", 0


# ---------------------------------------------------------------------------------------------------- default (rule 110)


def demand(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """So much is overdue that the lessor demands it."""
    lease, _ = find(t, folio, number, "IN_TERM")
    t.needs(lease.lessor, "ENFORCE")
    t.unless(in_default(lease), "DefaultNotReached")
    t.papers(papers)
    yield
    lease.state, lease.demanded = "DEMANDED", t.noticed
    _step(t, folio, lease)


def elect(t: Try, folio: Folio, number: int, remedy: str, papers: Papers) -> Deed:
    """After the days of grace two persons of it choose: all rents, or the object; never both."""
    lease, _ = find(t, folio, number, "DEMANDED", "ACCELERATED", "TERMINATED")
    t.needs_two(lease.lessor, "ENFORCE")
    t.unless(lease.remedy == "NONE", "RemedyAlreadyElected")
    t.unless(remedy != "NONE", "LeaseCodeUnknown")
    t.unless(in_default(lease), "DefaultNotReached")
    t.unless(t.is_past(lease.demanded + lease.grace), "TermRunning")
    t.papers(papers)
    yield
    lease.remedy, lease.state = remedy, "ACCELERATED" if remedy == "ACCELERATE" else "TERMINATED"
    _step(t, folio, lease)


def in_default(lease: Lease) -> bool:
    """As agreed; by law where nothing was."""
    after, share = lease.default_after, lease.default_share
    if not after and not share:
        after, share = SILENT_AFTER, SILENT_SHARE
    return bool((after and lease.overdue >= after) or (share and lease.overdue_share >= share))


# ---------------------------------------------------------------------------------------------------- shared


def find(t: Try, folio: Folio, number: int, *states: str) -> tuple[Lease, Burden]:
    """A lease in some states, and its burden, in which its filing is noted."""
    lease = t.find(folio.leases, number, "NoSuchLease")
    burden = folio.burdens[number]
    t.timely(max(lease.since, burden.since))
    t.unless(lease.state in states, "WrongLeaseState")
    return lease, burden


def title(t: Try, folio: Folio, owner: int) -> None:
    """The rights leased are its own."""
    t.unless(all(folio.holder[right] == owner for right in OBJECT), "TitleElsewhere")


def held_by(burden: Burden, owner: int) -> None:
    """The burden is that of whichever of the two has not the title."""
    if burden.party == owner:
        burden.party, burden.grantor = burden.grantor, owner


def _step(t: Try, folio: Folio, lease: Lease) -> None:
    lease.since = t.time
    folio.lines += 1
