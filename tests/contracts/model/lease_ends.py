"""How finance leases end: taken back, settled, judged (SM-7; rules 3, 65, 67, 90, 106, 110–113)."""

from tests.contracts.model.attestations import serves
from tests.contracts.model.folio import Burden, Debt, Folio
from tests.contracts.model.leases import ATTESTED, PAYING, find, held_by, title
from tests.contracts.model.records import Lease
from tests.contracts.model.register import OPERATE, Deed, Order, Papers, Try
from tests.contracts.model.securities import ended, forbidden


def repossess(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """The lessor takes back what is its own, with the lessee or before the pair; contested, only after an instrument (rule 110)."""
    lease, burden = find(t, folio, number, "TERMINATED")
    title(t, folio, lease.lessor)
    back = folio.licences.get(lease.back)
    stands = back is not None and back.state in {"ACTIVE", "SUSPENDED"}
    agreed = _lessee_or_pair(t, folio, lease)
    t.unless(not stands or agreed or "CONTESTED" not in lease.flags, "OverdueInDispute")
    if stands and back is not None:
        t.unless(t.day >= back.last, "OutOfOrder")
    t.papers(papers)
    yield
    if stands and back is not None:
        back.state, back.end, back.last = "ENDED", min(back.end, t.day), t.day
    if stands and back is not None and back.exclusive:
        folio.burdens[lease.back].state, folio.burdens[lease.back].since = "CLOSED", t.time
    else:
        held_by(burden, lease.lessor)
        burden.since = t.time
    lease.state, lease.since = "REPOSSESSED", t.time
    folio.edition += 1
    folio.lines += 1


def settle_value(t: Try, folio: Folio, number: int, valuation: int, papers: Papers) -> Deed:
    """What the object is worth beyond what is owed goes to the lessee (rule 112)."""
    lease, burden = find(t, folio, number, "REPOSSESSED")
    _lessee_or_pair(t, folio, lease)
    serves(t, folio, valuation, "VALUATION", "DISPOSAL")
    t.papers(papers)
    yield
    _close(t, folio, number, lease, burden, "SETTLED", lease.lessor)


def settle_title(t: Try, folio: Folio, number: int, code: str, papers: Papers) -> Deed:
    """At its end, or bought out before it, whoever is to have the title has it (rule 111)."""
    t.must(code in {"MATURED", "BOUGHT_OUT"}, "LeaseCodeUnknown")
    matured = code == "MATURED"
    lease, burden = find(t, folio, number, *PAYING, *(() if matured else ("AGREED", "TERMINATED")))
    t.unless(not matured or lease.paid == lease.instalments, "RentsOutstanding")
    end = lease.end if matured else "LESSEE_AGREED"
    # Silence leaves it with the lessor; a token price is paid with the last rent.
    owner = lease.lessee if end in {"LESSEE_TOKEN", "LESSEE_AGREED"} else lease.lessor
    if end == "LESSEE_AGREED":
        t.needs_two(lease.lessor, "RELEASE")
    else:
        t.needs(owner, "ACCEPT")
    if lease.state == "AGREED":
        t.needs(lease.lessee, "ACCEPT")
        owner = folio.holder[OPERATE]
    title(t, folio, owner)
    _licence_over(t, folio, lease)
    t.papers(papers)
    yield
    _close(t, folio, number, lease, burden, "TITLE_RETAINED" if owner == lease.lessor else "TITLE_RETURNED", owner)


def judge(t: Try, folio: Folio, number: int, code: str, character: str, maturity: int, order: Order) -> Deed:
    """It is void, it is a loan, or it may be terminated though all rents were claimed (rules 106, 113, 116)."""
    states = PAYING if code == "TERMINATED" else (*PAYING, "AGREED", "TERMINATED", "REPOSSESSED")
    lease, burden = find(t, folio, number, *states)
    t.ordered(order, folio.registrar)
    t.unless(code != "NONE", "LeaseCodeUnknown")
    loan = code == "RECHARACTERISED"
    if loan:
        t.unless(character not in {"NONE", "FINANCE_LEASE"} and maturity, "LeaseTermsNotValid")
        title(t, folio, lease.lessee)  # no creditor has the title (rule 65)
        _licence_over(t, folio, lease)
    else:
        t.unless(character == "NONE" and not maturity, "LeaseTermsNotValid")
    yield
    if code == "VOID":
        _close(t, folio, number, lease, burden, "VOID", folio.holder[OPERATE])
        return
    burden.since, lease.since = t.time, t.time
    if loan:
        security = folio.securities[number]
        security.character, security.judged = character, folio.next
        security.debt = Debt(lease.lessee, maturity, valuation=lease.valuation)
        held_by(burden, lease.lessee)
        burden.kind, burden.effects, burden.day = "SECURITY", forbidden(security), t.day
        lease.state = "RECHARACTERISED"
        folio.edition += 1
    else:
        lease.state, lease.remedy, lease.flags = "TERMINATED", "TERMINATE", ATTESTED
    folio.lines += 1


def _lessee_or_pair(t: Try, folio: Folio, lease: Lease) -> bool:
    """The lessor does not take alone what the lessee has (rules 3, 112)."""
    t.needs(lease.lessor, "ENFORCE")
    agreed = t.given(lease.lessee, "ACCEPT")
    if not agreed:
        t.needs_pair(folio.registrar)
    return agreed


def _licence_over(t: Try, folio: Folio, lease: Lease) -> None:
    back = folio.licences.get(lease.back)
    t.unless(back is None or back.state in {"ENDED", "CLOSED"} or t.is_past(back.end), "LicenceBackStands")


def _close(t: Try, folio: Folio, number: int, lease: Lease, burden: Burden, state: str, owner: int) -> None:
    """Burden and filing go with it (rule 90)."""
    lease.state, lease.since = state, t.time
    ended(t, folio.securities[number], burden, "RELEASED")
    held_by(burden, owner)
    folio.edition += 1
    folio.lines += 1
