"""Security interests: recording, filings elsewhere, release, default, assignment, rank (SM-6; rules 62–94)."""

from collections.abc import Sequence
from dataclasses import replace

from tests.contracts.model import attestations, burdens, dates
from tests.contracts.model.folio import Burden, Debt, Filing, Folio, Security
from tests.contracts.model.register import OPERATE, Deed, Names, Order, Papers, Rights, Try

CREDITORS = ("BANK", "GUARANTOR", "LESSOR")
PERFECT_DAYS = CANCEL_DAYS = 10
DEEPEST_RANK = 8
PLEDGES = frozenset(("RIGHT_PLEDGE_440_7", "DATA_IP_PLEDGE_444", "TITLE_TRANSFER_68"))
DISPOSAL = frozenset(("TRANSFER", "LEASE", "LICENCE_EXCLUSIVE", "LICENCE_ORDINARY", "SUBLICENSE"))
RESTING = ("RECORDED", "PERFECTED", "LAPSED")
"""What is being realised is not released, cured or demanded: its enforcement ends first."""
OVER = ("RELEASED", "REALISED", "PARTLY_REALISED", "EXTINGUISHED")
FILED = (*RESTING, "ENFORCING", *OVER)
"""What another register says something of."""
LAST_OF_WORK = frozenset(("CANCEL", "UPDATE"))


def forbidden(security: Security) -> Names:
    """What it forbids without its creditor: by its character, by agreement, by a negative pledge (rules 73–75)."""
    by_law = frozenset(("PAYMENT",)) if security.character == "RECEIVABLE_PLEDGE_445" else LAST_OF_WORK
    if security.character in PLEDGES:
        by_law |= DISPOSAL
    negative = {"PLEDGE"} if "NEGATIVE_PLEDGE" in security.flags else set()
    return by_law | security.clause | negative


def has_window(security: Security, debt: Debt) -> bool:
    """Claims up to a maximum arise within a window, a single one has none (rule 66)."""
    first, last = debt.window
    return 0 < first <= last if security.claim == "MAX_AMOUNT" else debt.window == (0, 0)


# ---------------------------------------------------------------------------------------------------- recording


def record(  # noqa: PLR0913, PLR0917  what makes a security
    t: Try,
    folio: Folio,
    rights: Rights,
    creditor: int,
    guarantor: int,
    acks: Names,
    security: Security,
    papers: Papers,
    listed: Sequence[int],
) -> Deed:
    """The holder of all the rights, OPERATE among them, secures a debt (rules 2, 62–66, 75, 82, 89, 105)."""
    r, debt = t.register, security.debt
    t.timely()
    t.unless(security.character not in {"NONE", "FINANCE_LEASE"}, "SecurityTermsNotValid")
    t.unless(("PURCHASE_MONEY" in security.flags) == (security.delivered != 0), "SecurityTermsNotValid")
    t.unless(OPERATE in rights, "OperateNotIncluded")
    grantor = folio.holder[OPERATE]
    for right in rights:
        t.unless(folio.is_live(right, t.later, t.today), "RightNotChargeable")
        t.unless(folio.holder[right] == grantor, "NotOneHolder")
    holding = [grantor, *r.parties[grantor].members] if grantor else []
    t.unless(not any(r.parties[each].kind == "STATE_ORGAN" for each in holding), "StateOrganGrants")
    t.unless("FORFEITURE_FREE" in security.flags, "ForfeitureNotExcluded")
    t.unless(has_window(security, debt) and debt.maturity >= t.day, "SecurityTermsNotValid")
    t.unless((security.provider == "DEBTOR") == (debt.debtor == grantor), "SecurityTermsNotValid")
    t.papers(papers)
    attestations.relied_on(t, folio, debt.valuation)
    _renewed(t, folio, rights, security, debt)
    t.unless("ENFORCE" not in security.clause and debt.place, "SecurityTermsNotValid")
    t.free(grantor)
    keeper = r.keeper(folio.registrar)
    interested = r.includes(creditor, keeper) or r.includes(guarantor, keeper)
    t.unless(not interested, "RegistrarInterested")
    apart = (
        not r.includes(grantor, creditor)
        and creditor not in {debt.debtor, guarantor}
        and not (guarantor and (r.includes(grantor, guarantor) or guarantor == debt.debtor))
    )
    t.unless(apart, "SecurityTermsNotValid")
    t.entitled(creditor, *(("GUARANTOR",) if security.purpose == "COUNTER_GUARANTEE" else CREDITORS))
    t.needs(grantor, "CHARGE")
    t.needs(creditor, "ACCEPT")
    if debt.debtor != grantor:
        t.needs(debt.debtor, "ACCEPT")
    t.unless("RELEASE" in acks if guarantor else not acks, "SecurityTermsNotValid")
    if guarantor:
        t.entitled(guarantor, "GUARANTOR")
        t.needs(guarantor, "ACKNOWLEDGE")
    if debt.takeover:
        t.live(debt.takeover)
    t.needs_registrar(folio.registrar, "RECORD")
    burdens.clear(t, folio, rights, frozenset(("PLEDGE",)), listed)
    yield
    number = folio.next
    folio.securities[number] = security
    folio.burdens[number] = Burden(
        kind="SECURITY",
        rights=rights,
        effects=forbidden(security),
        party=creditor,
        grantor=grantor,
        since=t.time,
        day=t.day,
        waivable=True,
        guarantor=guarantor,
        acks=acks,
    )
    folio.edition += 1
    folio.lines += 1


def _renewed(t: Try, folio: Folio, rights: Rights, security: Security, debt: Debt) -> None:
    """Where a right ends within two years of maturity, its renewal is agreed (rule 81)."""
    needed = dates.last_of_years(debt.maturity, 2) + 1
    early = any(folio.until[right] < needed for right in rights)
    t.unless("RENEWAL_COVENANT" in security.flags or not early, "RenewalNotAgreed")


# ---------------------------------------------------------------------------------------------------- filings (rules 3, 67, 71)


def import_filing(t: Try, folio: Folio, number: int, filing: Filing, papers: Papers) -> Deed:
    """One person enters what another register says."""
    security, burden = _find(t, folio, number, *FILED, leased=True)
    t.needs_registrar(folio.registrar, "RECORD")
    t.unless(filing.kind != "NONE" and filing.venue != "NONE" and 0 < filing.filed_at <= t.time, "FilingNotValid")
    t.unless(filing.kind == "CANCEL" or filing.until >= t.today, "FilingNotValid")
    t.unless(security.character != "FINANCE_LEASE" or filing.venue == "ZDW_CAT4", "FilingNotValid")  # rule 108
    _fits(t, security, filing)
    t.papers(papers)
    yield
    importer = t.first(t.register.keeper(folio.registrar), "RECORD")
    security.filing = replace(filing, importer=importer, status="UNVERIFIED")
    _step(t, folio, burden)


def perfect(t: Try, folio: Folio, number: int, filing: Filing, papers: Papers) -> Deed:
    """Another finds the first filing true: the security has its rank (rules 67, 68)."""
    security, burden = _verifying(t, folio, number, filing, papers)
    t.unless(filing.kind == "INITIAL", "FilingNotValid")
    yield
    assert security.filing is not None
    security.filing.status = "VERIFIED"
    _published(security)
    security.venue, security.sequence = filing.venue, filing.sequence
    security.filed_at, security.until = filing.filed_at, filing.until
    _step(t, folio, burden)


def verify(t: Try, folio: Folio, number: int, filing: Filing, papers: Papers) -> Deed:
    """The same for a later filing (rules 71, 90)."""
    security, burden = _verifying(t, folio, number, filing, papers)
    t.unless(filing.kind != "INITIAL", "FilingNotValid")
    yield
    assert security.filing is not None
    security.filing.status = "VERIFIED"
    if filing.kind == "EXTEND":
        _published(security)
        security.until = filing.until
    if filing.kind == "CANCEL":
        security.flags |= {"CANCEL_FILED"}
    _step(t, folio, burden)


def _published(security: Security) -> None:
    """Perfected, or still being realised."""
    if security.state != "ENFORCING":
        security.state = "PERFECTED"


def reject(t: Try, folio: Folio, number: int, code: bool, papers: Papers) -> Deed:
    """Another finds that it does not fit."""
    security, burden = _find(t, folio, number, *FILED, leased=True)
    t.unless(code, "SecurityCodeUnknown")
    _second_person(t, folio, security)
    t.papers(papers)
    yield
    assert security.filing is not None
    security.filing.status = "MISMATCH"
    _step(t, folio, burden)


def _verifying(t: Try, folio: Folio, number: int, filing: Filing, papers: Papers) -> tuple[Security, Burden]:
    security, burden = _find(t, folio, number, *FILED, leased=True)
    _second_person(t, folio, security)
    pending = security.filing
    seen = pending is not None and replace(filing, importer=pending.importer, status=pending.status) == pending
    t.unless(seen, "FilingDiffers")
    t.papers(papers)
    _fits(t, security, filing)
    return security, burden


def _second_person(t: Try, folio: Folio, security: Security) -> None:
    """A person who approves and did not import it."""
    pending = security.filing
    t.unless(pending is not None and pending.status == "UNVERIFIED", "FilingNotPending")
    keeper = t.register.keeper(folio.registrar)
    t.accredited(keeper, "REGISTRAR", "REGISTRAR_CATALOGUE")
    t.unless(t.persons(keeper, "APPROVE", pending.importer if pending else 0), "VerifierMissing")


def _fits(t: Try, security: Security, filing: Filing) -> None:
    """Anew only after a lapse and later than it, an extension only before the end, a cancellation after release (rule 71)."""
    states = {
        "INITIAL": ("RECORDED", "LAPSED", "ENFORCING"),
        "EXTEND": ("PERFECTED", "LAPSED", "ENFORCING"),
        "AMEND": ("PERFECTED", "ENFORCING"),
    }
    t.unless(security.state in states.get(filing.kind, OVER), "WrongSecurityState")
    filed = dates.day_of(filing.filed_at)
    in_order = filing.filed_at >= security.filed_at
    if filing.kind == "INITIAL":
        in_order = in_order and filed > security.until and filing.until >= filed
    if filing.kind == "EXTEND":
        in_order = in_order and filed <= security.until < filing.until
    t.unless(in_order, "FilingNotLater")


# ---------------------------------------------------------------------------------------------------- by time alone


def lapse(t: Try, folio: Folio, number: int) -> Deed:
    """The filing's term is over (rule 71)."""
    security, burden = _find(t, folio, number, "PERFECTED", leased=True)
    t.unless(t.is_past(security.until), "TermRunning")
    yield
    security.state = "LAPSED"
    _step(t, folio, burden)


def void(t: Try, folio: Folio, number: int) -> Deed:
    """It was not perfected in ten working days (rule 67)."""
    security, burden = _find(t, folio, number, "RECORDED")
    t.unless(t.is_past(dates.after(burden.day, PERFECT_DAYS)), "TermRunning")
    yield
    security.state, security.closed, burden.state = "VOIDED", t.day, "CLOSED"
    _step(t, folio, burden)  # the edition stays: nobody can spoil a signed filing


# ---------------------------------------------------------------------------------------------------- release (rules 89, 90)


def request_release(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """Debtor or grantor asks."""
    security, burden = _find(t, folio, number)
    if not t.given(security.debt.debtor, "ACCEPT"):
        t.needs(folio.holder[OPERATE], "CHARGE")
    t.unless(not security.debt.release_asked, "AlreadyDone")
    t.papers(papers)
    yield
    security.debt.release_asked = t.day
    _step(t, folio, burden)


def release(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """Two persons of the creditor, and the guarantor who must acknowledge it."""
    security, burden = _find(t, folio, number, *RESTING)
    t.needs_two(burden.party, "RELEASE")
    bound = folio.guarantees.get(security.debt.guarantee)
    paid_out = bound is not None and bound.state == "PAID_OUT"
    asked = "RELEASE" in burden.acks and burden.guarantor and not paid_out
    acknowledged = not asked or t.given(burden.guarantor, "ACKNOWLEDGE")
    t.unless(acknowledged, "GuarantorAcknowledgementMissing")
    t.papers(papers)
    yield
    ended(t, security, burden, "RELEASED")
    folio.edition += 1
    _step(t, folio, burden)


def extinguish(t: Try, folio: Folio, number: int, order: Order) -> Deed:
    """An instrument found that it is no more, whatever creditor and guarantor want (rule 116)."""
    security, burden = _find(t, folio, number, *RESTING)
    t.ordered(order, folio.registrar)
    yield
    ended(t, security, burden, "EXTINGUISHED")
    folio.edition += 1
    _step(t, folio, burden)


def ended(t: Try, security: Security, burden: Burden, state: str) -> None:
    """Over for good; its filing, if there is one, is to be cancelled (rule 90)."""
    security.state, security.closed = state, t.day
    burden.state, burden.since = "CLOSED", t.time
    if security.filed_at:
        security.cancel_days = CANCEL_DAYS


def escalate(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """The grantor complains, once, that the filing still stands after ten working days."""
    security, burden = _find(t, folio, number, *OVER, leased=True)
    t.needs(folio.holder[OPERATE], "CHARGE")
    t.unless(security.cancel_days and not security.flags & {"CANCEL_FILED", "ESCALATED"}, "CancellationNotDue")
    t.unless(t.is_past(dates.after(security.closed, security.cancel_days)), "TermRunning")
    t.papers(papers)
    yield
    security.flags |= {"ESCALATED"}
    _step(t, folio, burden)


# ---------------------------------------------------------------------------------------------------- default (rules 88, 93, 94)


def notice_default(t: Try, folio: Folio, number: int, code: str, cure_until: int, papers: Papers) -> Deed:
    """The creditor gives notice, with a day to cure."""
    security, burden = _find(t, folio, number, *RESTING)
    t.needs(burden.party, "ENFORCE")
    t.unless(code != "NONE", "SecurityCodeUnknown")
    t.unless(not security.debt.defaulted, "AlreadyDone")
    t.unless(cure_until >= t.noticed, "SecurityTermsNotValid")
    t.papers(papers)
    yield
    security.debt.defaulted, security.debt.cure_until, security.debt.cause = t.noticed, cure_until, code
    _step(t, folio, burden)


def cure(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """The creditor notes that it was cured."""
    security, burden = _find(t, folio, number, *RESTING)
    t.needs(burden.party, "ENFORCE")
    t.unless(security.debt.defaulted, "NotInDefault")
    t.papers(papers)
    yield
    security.debt.defaulted, security.debt.cure_until, security.debt.cause = 0, 0, "NONE"
    _step(t, folio, burden)


def demand(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """After maturity the grantor demands realisation."""
    security, burden = _find(t, folio, number, *RESTING)
    t.needs(folio.holder[OPERATE], "CHARGE")
    t.unless(t.is_past(security.debt.maturity), "TermRunning")
    t.unless(not security.debt.demanded, "AlreadyDone")
    t.papers(papers)
    yield
    security.debt.demanded = t.day
    _step(t, folio, burden)


def crystallise(t: Try, folio: Folio, number: int, code: bool, papers: Papers) -> Deed:
    """A maximum is fixed, by the creditor or the registrar's pair."""
    security, burden = _find(t, folio, number)
    t.unless(security.claim == "MAX_AMOUNT", "NotAMaximum")
    t.unless(code, "SecurityCodeUnknown")
    if not t.given(burden.party, "ENFORCE"):
        t.needs_pair(folio.registrar)
    t.unless(not security.crystallised, "AlreadyDone")
    t.papers(papers)
    yield
    security.crystallised = t.day
    _step(t, folio, burden)


# ---------------------------------------------------------------------------------------------------- changes (rules 76, 87)


def amend(t: Try, folio: Folio, number: int, debt: Debt, marks: int, papers: Papers, listed: Sequence[int]) -> Deed:
    """Both sides agree on other terms of the debt; where it harms others, they agree too (rule 76)."""
    security, burden = _find(t, folio, number)
    was = security.debt
    t.unless(debt.maturity >= t.day and has_window(security, debt) and marks in {0, 1, 2, 3}, "ChangeNotValid")
    t.unless(debt.place, "ChangeNotValid")
    adverse, covenant = marks & 1, marks & 2
    if debt.valuation != was.valuation:
        attestations.relied_on(t, folio, debt.valuation)
    if debt.takeover:
        t.live(debt.takeover)
    for right in burden.rights:
        t.needs(folio.holder[right], "CHARGE")
    if debt.maturity > was.maturity and not covenant:
        _renewed(t, folio, burden.rights, security, debt)
    t.needs(burden.party, "ACCEPT")
    if was.debtor != folio.holder[OPERATE]:
        t.needs(was.debtor, "ACCEPT")
    _acknowledged(t, burden, "AMEND_UP")
    if adverse:
        _others(t, folio, listed, number)
    else:
        t.unless(not listed, "ChangeNotValid")
    t.needs_registrar(folio.registrar, "RECORD")
    t.papers(papers)
    yield
    if covenant:
        security.flags |= {"RENEWAL_COVENANT"}
    security.debt = replace(
        debt,
        debtor=was.debtor,
        defaulted=was.defaulted,
        cure_until=was.cure_until,
        cause=was.cause,
        demanded=was.demanded,
        release_asked=was.release_asked,
        guarantee=was.guarantee,
    )
    _step(t, folio, burden)


def assign(t: Try, folio: Folio, number: int, creditor: int, papers: Papers) -> Deed:
    """The claim is another's, and the security with it; the rank stays (rule 87)."""
    security, burden = _find(t, folio, number)
    _assignee(t, folio, security, burden, creditor)
    t.papers(papers)
    yield
    burden.party = creditor
    folio.edition += 1
    _step(t, folio, burden)


def split(t: Try, folio: Folio, number: int, creditor: int, papers: Papers) -> Deed:
    """Part of a perfected one becomes another's; the rank stays (rule 87)."""
    security, burden = _find(t, folio, number)
    t.unless(security.state == "PERFECTED", "WrongSecurityState")
    _assignee(t, folio, security, burden, creditor)
    t.papers(papers)
    yield
    part = replace(security, split_of=number, filing=None, debt=replace(security.debt, guarantee=0))
    folio.securities[folio.next] = part
    folio.burdens[folio.next] = replace(burden, party=creditor, day=t.day, since=t.time)
    folio.edition += 1
    folio.lines += 1


def _assignee(t: Try, folio: Folio, security: Security, burden: Burden, creditor: int) -> None:
    t.unless(not t.register.includes(creditor, t.register.keeper(folio.registrar)), "RegistrarInterested")
    taken = {burden.party, security.debt.debtor, burden.guarantor}
    t.unless(creditor not in taken and not t.register.includes(folio.holder[OPERATE], creditor), "ChangeNotValid")
    t.entitled(creditor, *(("GUARANTOR",) if security.purpose == "COUNTER_GUARANTEE" else CREDITORS))
    t.free(burden.party)
    t.needs_two(burden.party, "RELEASE")
    t.needs(creditor, "ACCEPT")
    t.needs_registrar(folio.registrar, "RECORD")


def cede_rank(t: Try, folio: Folio, number: int, ahead: int, papers: Papers, listed: Sequence[int]) -> Deed:
    """It goes behind another one; whoever that harms agrees (rule 76)."""
    security, burden = _find(t, folio, number)
    first = t.find(folio.securities, ahead, "NoSuchSecurity")
    t.unless(first.character != "FINANCE_LEASE", "OfALease")
    t.unless(first.open, "WrongSecurityState")
    before = [ahead]
    while before[-1] and before[-1] != number and len(before) <= DEEPEST_RANK:
        before.append(folio.securities[before[-1]].behind)
    t.unless(before[-1] == 0, "RankCircular")
    t.needs_two(burden.party, "RELEASE")
    t.needs(folio.burdens[ahead].party, "ACCEPT")
    _acknowledged(t, burden, "RANK")
    _others(t, folio, listed, number, ahead)
    t.needs_registrar(folio.registrar, "RECORD")
    t.papers(papers)
    yield
    security.behind = ahead
    _step(t, folio, burden)


def _acknowledged(t: Try, burden: Burden, what: str) -> None:
    needed = what in burden.acks
    t.unless(not needed or t.given(burden.guarantor, "ACKNOWLEDGE"), "GuarantorAcknowledgementMissing")


def _others(t: Try, folio: Folio, listed: Sequence[int], *concerned: int) -> None:
    """The creditor of every other security agrees; all burdens are listed."""
    t.ascending(listed)
    t.unless(all(number in folio.burdens for number in listed), "NoSuchBurden")
    t.unless(set(folio.unclosed()) <= set(listed), "BurdenListIncomplete")
    for number in set(folio.unclosed()) & set(listed) - set(concerned):
        other = folio.burdens[number]
        t.unless(other.kind != "SECURITY" or t.given(other.party, "CONSENT"), "JuniorAssentMissing")


# ---------------------------------------------------------------------------------------------------- shared


def _find(t: Try, folio: Folio, number: int, *states: str, leased: bool = False) -> tuple[Security, Burden]:
    security = t.find(folio.securities, number, "NoSuchSecurity")
    t.unless(leased or security.character != "FINANCE_LEASE", "OfALease")  # a lease has acts of its own (rule 108)
    burden = folio.burdens[number]
    t.timely(burden.since)
    t.unless(security.state in states if states else security.open, "WrongSecurityState")
    return security, burden


def _step(t: Try, folio: Folio, burden: Burden) -> None:
    burden.since = t.time
    folio.lines += 1
