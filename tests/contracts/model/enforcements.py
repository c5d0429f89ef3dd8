"""How the realisation of a security is opened, prepared, stayed and ended (SM-9; rules 3, 39, 65, 67, 92–99, 115, 116)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.contracts.model import burdens, dates, licences
from tests.contracts.model.attestations import serves
from tests.contracts.model.folio import Burden, Folio, Security
from tests.contracts.model.records import Enforcement
from tests.contracts.model.register import OPERATE, Deed, Order, Papers, Try
from tests.contracts.model.securities import ended

NOTICE_DAYS, VALUATION_MONTHS = 5, 6
ROUNDS = {"DISCOUNT": 1, "COMPULSORY_LICENSING": 2}
"""Rounds nobody bid in before a court hands the right over, or has it managed (rule 65)."""
READY = ("METHOD_SET", "FAILED")
UNSOLD = ("OPENED", "NOTICED", "VALUED", *READY)
AGREED = frozenset(("AGREEMENT", "SELF_HELP"))
ORDERED = frozenset(("COURT_ORDER", "CONTROL"))


@dataclass
class Matter:
    """An enforcement, and the security it realises."""

    enforcement: Enforcement
    security: Security
    burden: Burden


# ---------------------------------------------------------------------------------------------------- what stops it


def way(t: Try, folio: Folio, e: Enforcement, listed: Sequence[int]) -> None:
    """No order but the court's own forbids it, no bankruptcy since the last instrument; disputed rights go only by a court."""
    burdens.complete(t, folio, listed)
    for number in listed:
        burden = folio.burdens.get(number)
        if burden is None or not _stops(t, e, number, burden):
            continue
        t.unless(burden.waivable and t.given(burden.party, "CONSENT"), "Burdened")


def _stops(t: Try, e: Enforcement, number: int, burden: Burden) -> bool:
    if burden.state != "OPEN" or not burden.rights & e.rights or burden.is_over(min(t.day, t.today)):
        return False
    if burden.kind == "DISPUTE" and e.basis in AGREED:
        return bool(burden.effects & {"TRANSFER", "ENFORCE"})
    if "ENFORCE" not in burden.effects:
        return False
    if burden.kind == "BANKRUPTCY":
        return number > e.ordered
    return not (e.court and burden.party == e.court and burden.kind in ORDERED)


# ---------------------------------------------------------------------------------------------------- opening


def open_(
    t: Try,
    folio: Folio,
    number: int,
    code: str,
    order: Order | None,
    exhausted: bool,
    papers: Papers,
    listed: Sequence[int],
) -> Deed:
    """A published security, for a reason, after what goes first; or whatever an instrument says (rules 67, 92–94)."""
    security = t.find(folio.securities, number, "NoSuchSecurity")
    t.unless(security.character != "FINANCE_LEASE", "OfALease")
    burden = folio.burdens[number]
    t.timely(burden.since)
    t.unless(security.open and security.state != "ENFORCING", "WrongSecurityState")
    e = Enforcement(trigger=code, rights=burden.rights, security=number)
    if code == "INSTRUMENT":
        _follow(t, folio, e, order)
    else:
        t.unless(order is None, "InstrumentNotValid")
        t.unless(security.state == "PERFECTED" and security.until >= t.later, "SecurityWithoutPublicity")
        _triggered(t, folio, code, security, burden)
        third = security.debt.order == "DEBTOR_FIRST" and security.provider == "THIRD_PARTY"
        t.unless(exhausted or not third, "DigestMissing")
        guarantee = folio.guarantees.get(security.debt.guarantee)
        unasked = guarantee is not None and guarantee.state == "EFFECTIVE"
        t.unless(security.debt.order != "GUARANTEE_FIRST" or not unasked, "GuaranteeFirst")
        free_holders(t, folio, burden)
    way(t, folio, e, listed)
    enforcing = any(folio.securities[each].state == "ENFORCING" for each in listed if each in folio.securities)
    t.unless(not enforcing, "AlreadyEnforced")
    t.papers(papers)
    yield
    folio.enforcements[folio.next] = e
    e.since = security_since(t, burden)
    security.state = "ENFORCING"
    folio.lines += 1


def _triggered(t: Try, folio: Folio, code: str, security: Security, burden: Burden) -> None:
    debt = security.debt
    if code == "DEMAND":
        t.unless(debt.demanded, "NotDemanded")
        if not t.given(folio.holder[OPERATE], "CHARGE"):
            by_creditor(t, burden)
        t.needs_registrar(folio.registrar, "RECORD")
        return
    by_creditor(t, burden)
    t.unless(debt.defaulted, "NotInDefault")
    if code == "DEFAULT":
        t.unless(t.is_past(debt.cure_until), "TermRunning")
        t.needs_registrar(folio.registrar, "RECORD")
    else:
        t.unless(code == "INSOLVENCY" and debt.cause == "INSOLVENCY", "EnforcementCodeUnknown")
        t.needs_pair(folio.registrar)


# ---------------------------------------------------------------------------------------------------- preparing


def notice(
    t: Try, folio: Folio, number: int, papers: Papers, listed: Sequence[int], licence_list: Sequence[int]
) -> Deed:
    """All who have something on the entry are told (rule 96)."""
    m = find(t, folio, number, *UNSOLD)
    _conductor(t, folio, m)
    burdens.complete(t, folio, listed)
    licences.room(t, folio, licence_list, None)
    t.papers(papers)
    yield
    m.enforcement.noticed = t.noticed
    done(t, folio, m, "NOTICED" if m.enforcement.state == "OPENED" else "")


def value(t: Try, folio: Folio, number: int, valuation: int) -> Deed:
    """A valuation for disposal is relied on (rule 95)."""
    m = find(t, folio, number, "NOTICED", "VALUED", *READY)
    _conductor(t, folio, m)
    valued(t, folio, replace(m.enforcement, valuation=valuation), t.day)
    yield
    m.enforcement.valuation = valuation
    done(t, folio, m, "VALUED" if m.enforcement.state == "NOTICED" else "")


def set_method(t: Try, folio: Folio, number: int, method: str, basis: str, order: Order | None, papers: Papers) -> Deed:
    """Creditor and holder agree, or a court says, or the security did (rules 65, 116)."""
    m = find(t, folio, number, "VALUED", *READY)
    t.unless(method != "NONE", "EnforcementCodeUnknown")
    followed = replace(m.enforcement)
    if basis == "COURT":
        _follow(t, folio, followed, order)
        t.unless(m.enforcement.rounds >= ROUNDS.get(method, 0), "RoundsMissing")
    else:
        t.unless(order is None, "InstrumentNotValid")
        by_creditor(t, m.burden)
        t.unless(basis in AGREED, "EnforcementCodeUnknown")
        if basis == "AGREEMENT":
            by_holders(t, folio, m.burden)
        if basis == "SELF_HELP":
            t.unless("SELF_HELP" in m.security.flags, "SelfHelpNotAgreed")
            t.unless(method in {"AUCTION", "PRIVATE_SALE", "NONE"}, "MethodNotFitting")
    t.papers(papers)
    yield
    m.enforcement.court, m.enforcement.ordered = followed.court, followed.ordered
    m.enforcement.method, m.enforcement.basis = method, basis
    done(t, folio, m, "METHOD_SET")


# ---------------------------------------------------------------------------------------------------- stays and ends


def suspend(t: Try, folio: Folio, number: int, code: str, order: Order | None, papers: Papers) -> Deed:
    """Somebody objects, a court stops it, or bankruptcy does (rule 99)."""
    m = find(t, folio, number, *UNSOLD, "SOLD", "MANAGED")
    t.unless(code != "NONE", "EnforcementCodeUnknown")
    _decided(t, folio, code == "OBJECTED", order)
    t.papers(papers)
    yield
    m.enforcement.stay = code
    done(t, folio, m)


def resume(t: Try, folio: Folio, number: int, order: Order | None, papers: Papers) -> Deed:
    """It goes on, as whoever stopped it says."""
    m = find(t, folio, number)
    t.must(m.enforcement.stay != "NONE", "NotStayed")
    _decided(t, folio, m.enforcement.stay == "OBJECTED", order)
    t.papers(papers)
    yield
    m.enforcement.stay = "NONE"
    done(t, folio, m)


def end(t: Try, folio: Folio, number: int, code: str, order: Order | None, papers: Papers) -> Deed:
    """Cured, paid, given up, or ended by a court; the security rests again, or is over (rules 71, 89, 94)."""
    managed = ("MANAGED",) if code == "ORDERED" else ()
    m = find(t, folio, number, *UNSOLD, "SOLD", *managed, stayed=True)
    if code == "ORDERED":
        by_court(t, folio, order)
    else:
        t.unless(order is None, "InstrumentNotValid")
        t.unless(code != "NONE", "EnforcementCodeUnknown")
        if code == "SATISFIED":
            t.needs_two(m.burden.party, "RELEASE")
        elif code != "NONE":
            by_creditor(t, m.burden)
        if m.enforcement.state == "SOLD":
            t.needs(m.enforcement.buyer, "ACCEPT")
    t.papers(papers)
    yield
    security, debt = m.security, m.security.debt
    if code == "SATISFIED":
        ended(t, security, m.burden, "REALISED")
        folio.edition += 1
    else:
        security.state = "RECORDED"
        if security.filed_at:
            security.state = "LAPSED" if t.is_past(security.until) else "PERFECTED"
    if code == "CURED":
        debt.defaulted, debt.cure_until, debt.cause = 0, 0, "NONE"
    if m.enforcement.state == "MANAGED":
        folio.management.over = True
    security_since(t, m.burden)
    m.enforcement.stay = "NONE"
    done(t, folio, m, "ENDED")


# ---------------------------------------------------------------------------------------------------- shared


def find(t: Try, folio: Folio, number: int, *states: str, stayed: bool = False) -> Matter:
    """An enforcement in some states, not stayed; without states in any, stayed or not."""
    e = t.find(folio.enforcements, number, "NoSuchEnforcement")
    m = Matter(e, folio.securities[e.security], folio.burdens[e.security])
    t.timely(max(e.since, m.burden.since))
    if states:
        t.unless(e.state in states, "WrongEnforcementState")
        t.unless(stayed or e.stay == "NONE", "EnforcementStayed")
    return m


def done(t: Try, folio: Folio, m: Matter, state: str = "") -> None:
    """The enforcement as it is now, and a line."""
    m.enforcement.state = state or m.enforcement.state
    m.enforcement.since = t.time
    folio.lines += 1


def security_since(t: Try, burden: Burden) -> int:
    """Something was written of the security now."""
    burden.since = t.time
    return t.time


def valued(t: Try, folio: Folio, e: Enforcement, day: int) -> None:
    """For disposal, of all that is realised, its base day within six months of a day (rule 95)."""
    serves(t, folio, e.valuation, "VALUATION", "DISPOSAL")
    said = folio.attestations.get(e.valuation)
    if said is not None:
        t.unless(e.rights <= said.rights, "ValuationOfOtherRights")
        t.unless(said.base >= dates.months_on(day, -VALUATION_MONTHS), "ValuationTooOld")


def held(t: Try, e: Enforcement, day: int) -> None:
    """Five days after notice, and not ahead (rule 96)."""
    t.unless(e.noticed + NOTICE_DAYS <= day <= min(t.day, t.today), "DayOutside")


def by_creditor(t: Try, burden: Burden) -> None:
    """Two persons of it (rule 3)."""
    t.needs_two(burden.party, "ENFORCE")


def by_holders(t: Try, folio: Folio, burden: Burden) -> None:
    """Whoever holds the rights now agrees that they go."""
    for right in burden.rights:
        t.needs(folio.holder[right], "DISPOSE")


def free_holders(t: Try, folio: Folio, burden: Burden) -> None:
    """Nobody has frozen what is realised (rules 99, 115)."""
    for right in burden.rights:
        t.free(folio.holder[right])


def by_court(t: Try, folio: Folio, order: Order | None) -> None:
    """A court's instrument, and no other authority's (rule 116)."""
    order = order or Order(0, False, 0, 0, Papers(known=False, present=False))
    t.ordered(order, folio.registrar)
    t.unless("COURT" in t.register.roles(order.issuer), "NotAnIssuer")


def _follow(t: Try, folio: Folio, e: Enforcement, order: Order | None) -> None:
    """From now on: it overrides a bankruptcy recorded before (rule 99)."""
    by_court(t, folio, order)
    e.court, e.ordered = order.issuer if order else 0, folio.next


def _conductor(t: Try, folio: Folio, m: Matter) -> None:
    """What disposes of nothing takes one of the creditor, or the pair that acts for a court."""
    if not t.given(m.burden.party, "ENFORCE"):
        t.needs_pair(folio.registrar)


def _decided(t: Try, folio: Folio, alone: bool, order: Order | None) -> None:
    """On an objection by the pair, else by a court."""
    if alone:
        t.unless(order is None, "InstrumentNotValid")
        t.needs_pair(folio.registrar)
    else:
        by_court(t, folio, order)
