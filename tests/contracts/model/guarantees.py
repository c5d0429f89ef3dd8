"""Guarantees of the debts that securities secure (SM-8; rules 87, 89, 100–105)."""

from dataclasses import replace

from tests.contracts.model import dates
from tests.contracts.model.folio import Burden, Folio, Guarantee
from tests.contracts.model.register import OPERATE, Deed, Papers, Try

SILENT_MONTHS = 6


def bind(t: Try, folio: Folio, terms: Guarantee, papers: Papers) -> Deed:
    """A guarantor answers for the debt of an open security: the creditor's own, or the guarantor's for its recourse."""
    r = t.register
    security = t.find(folio.securities, terms.security, "NoSuchSecurity")
    burden = folio.burdens[terms.security]
    t.timely(burden.since)
    maturity = security.debt.maturity
    start, end = terms.start or maturity + 1, terms.end or dates.months_on(maturity, SILENT_MONTHS)
    t.unless(0 < terms.coverage <= 10_000 and start <= end, "GuaranteeTermsNotValid")
    counter = security.purpose == "COUNTER_GUARANTEE"
    same = security.open and terms.debtor == security.debt.debtor
    t.unless(same and burden.party == (terms.guarantor if counter else terms.creditor), "GuaranteeNotOfThisDebt")
    t.unless(not security.debt.guarantee, "AnotherGuaranteeLinked")
    if counter:
        t.unless(not terms.acks, "GuaranteeTermsNotValid")
    else:
        t.unless(burden.guarantor in {0, terms.guarantor}, "GuaranteeNotOfThisDebt")
        t.unless("RELEASE" in terms.acks, "GuaranteeTermsNotValid")
    apart = (
        len({terms.guarantor, terms.creditor, terms.debtor}) == 3
        and not r.includes(folio.holder[OPERATE], terms.guarantor)
        and not r.includes(terms.guarantor, r.keeper(folio.registrar))
        and not r.includes(terms.creditor, r.keeper(folio.registrar))
    )
    t.unless(apart, "GuaranteeTermsNotValid")
    t.entitled(terms.guarantor, "GUARANTOR")
    t.needs_two(terms.guarantor, "CHARGE")
    t.needs(terms.creditor, "ACCEPT")
    t.needs(terms.debtor, "ACCEPT")
    t.needs_registrar(folio.registrar, "RECORD")
    t.papers(papers)
    yield
    mode = "GENERAL" if terms.mode == "NONE" else terms.mode
    folio.guarantees[folio.next] = replace(terms, mode=mode, start=start, end=end, since=t.time)
    security.debt.guarantee = folio.next
    burden.since = t.time
    if not counter:
        burden.guarantor, burden.acks = terms.guarantor, burden.acks | terms.acks
    folio.lines += 1


def claim(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """The creditor claims within the period (rule 100)."""
    guarantee = _find(t, folio, number, "EFFECTIVE")
    t.needs(creditor_of(folio, guarantee), "ENFORCE")
    t.unless(guarantee.start <= t.day <= guarantee.end, "OutsideGuaranteePeriod")
    t.papers(papers)
    yield
    guarantee.state, guarantee.claimed = "CLAIMED", t.day
    _done(t, folio, guarantee)


def pay_out(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """The guarantor pays, and stands behind the creditor with a part of its security (rule 104)."""
    guarantee = _find(t, folio, number, "CLAIMED")
    t.needs_two(guarantee.guarantor, "CHARGE")
    t.needs(creditor_of(folio, guarantee), "ACCEPT")
    t.papers(papers)
    security, burden = folio.securities[guarantee.security], folio.burdens[guarantee.security]
    subrogated = security.open and security.purpose == "PRINCIPAL"
    if subrogated:
        t.timely(burden.since)
    yield
    guarantee.state, guarantee.paid = "PAID_OUT", t.day
    if subrogated:
        filed = "LAPSED" if t.is_past(security.until) else "PERFECTED"  # rule 71, whether or not somebody noted it
        folio.securities[folio.next] = replace(
            security,
            state=filed if security.filed_at else "RECORDED",
            behind=guarantee.security,
            split_of=guarantee.security,
            filing=None,
            debt=replace(security.debt, guarantee=0),
        )
        folio.burdens[folio.next] = Burden(
            kind="SECURITY",
            rights=burden.rights,
            effects=burden.effects,
            party=guarantee.guarantor,
            grantor=burden.grantor,
            since=t.time,
            day=t.day,
            waivable=burden.waivable,
        )
        folio.edition += 1
    _done(t, folio, guarantee)


def release(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """Two persons of the creditor let the guarantor go."""
    guarantee = _find(t, folio, number, "EFFECTIVE", "CLAIMED")
    t.needs_two(creditor_of(folio, guarantee), "RELEASE")
    t.papers(papers)
    yield
    _unlink(t, folio, guarantee, "RELEASED")


def expire(t: Try, folio: Folio, number: int) -> Deed:
    """Nobody claimed in time (rule 100)."""
    guarantee = _find(t, folio, number, "EFFECTIVE")
    t.unless(t.is_past(guarantee.end), "OutsideGuaranteePeriod")
    yield
    _unlink(t, folio, guarantee, "EXPIRED")


def creditor_of(folio: Folio, guarantee: Guarantee) -> int:
    """Whoever has the claim now: it may have been assigned with its security (rule 87)."""
    counter = folio.securities[guarantee.security].purpose == "COUNTER_GUARANTEE"
    return guarantee.creditor if counter else folio.burdens[guarantee.security].party


def _find(t: Try, folio: Folio, number: int, *states: str) -> Guarantee:
    guarantee = t.find(folio.guarantees, number, "NoSuchGuarantee")
    t.timely(guarantee.since)
    t.unless(guarantee.state in states, "WrongGuaranteeState")
    return guarantee


def _unlink(t: Try, folio: Folio, guarantee: Guarantee, state: str) -> None:
    """Who no longer answers has nothing to acknowledge (rule 89)."""
    guarantee.state = state
    security, burden = folio.securities[guarantee.security], folio.burdens[guarantee.security]
    security.debt.guarantee = 0
    burden.since = max(burden.since, t.time)
    if burden.guarantor == guarantee.guarantor:
        burden.guarantor, burden.acks = 0, frozenset()
    _done(t, folio, guarantee)


def _done(t: Try, folio: Folio, guarantee: Guarantee) -> None:
    guarantee.since = t.time
    folio.lines += 1
