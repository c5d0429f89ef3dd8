"""What a sale does: title goes over, and what the law clears is cleared (SM-9; rules 49, 51, 54, 65, 67, 71, 97)."""

from collections.abc import Sequence
from dataclasses import replace

from tests.contracts.model import burdens, licences
from tests.contracts.model.disposals import live, taker
from tests.contracts.model.enforcements import by_court, by_creditor, free_holders, way
from tests.contracts.model.folio import Burden, Folio, Licence
from tests.contracts.model.records import Enforcement
from tests.contracts.model.register import Deed, Order, Papers, Try
from tests.contracts.model.securities import ended

RESULTS = frozenset(("REALISED", "PARTLY_REALISED"))
AGREED = frozenset(("CLAUSE", "PRIORITY_NOTICE"))
"""What a holder agreed to after the security binds no buyer."""


def settle(
    t: Try,
    folio: Folio,
    number: int,
    order: Order | None,
    papers: Papers,
    listed: Sequence[int],
    licence_list: Sequence[int],
) -> Deed:
    """The buyer has paid and has the rights: as the holder agreed, or as a court says (rules 65, 97, 116)."""
    e = _find(t, folio, number, "SOLD")
    t.unless(e.stay == "NONE", "EnforcementStayed")
    followed = replace(e)
    if order is not None:
        by_court(t, folio, order)
        followed.court, followed.ordered = order.issuer, folio.next
    else:
        t.unless(e.basis != "COURT", "InstrumentMissing")
        t.needs_pair(folio.registrar)
        by_creditor(t, folio.burdens[e.security])
        t.needs(e.buyer, "ACCEPT")
        t.unless(not t.has(t.register.keeper(folio.registrar), "ACCEPT"), "RegistrarTakesPart")
        free_holders(t, folio, replace(folio.burdens[e.security], rights=e.rights))
    live(t, folio, e.rights)
    taker(t, folio, e.rights, e.buyer)
    way(t, folio, followed, listed)
    licences.room(t, folio, licence_list, None)
    t.papers(papers)
    yield
    for right in e.rights:
        folio.holder[right] = e.buyer
    e.court, e.ordered = followed.court, followed.ordered
    e.state, e.settled, e.settled_on, e.since = "SETTLED", folio.next, t.day, t.time
    folio.edition += 1
    folio.lines += 1


def remove(t: Try, folio: Folio, number: int, licence: int, security: int, papers: Papers) -> Deed:
    """A licence that does not withstand a security that the sale clears (rules 51, 54)."""
    e = _find(t, folio, number, "SETTLED")
    t.needs_pair(folio.registrar)
    _older(t, e, licence)
    _older(t, e, security)
    burden = t.find(folio.burdens, security, "NoSuchBurden")
    t.unless(_touches(burden, e), "NotOfThisSale")
    fallen = t.find(folio.licences, licence, "NoSuchLicence")
    t.unless(fallen.state in {"ACTIVE", "SUSPENDED"}, "WrongLicenceState")
    t.unless(t.day >= fallen.last, "OutOfOrder")
    t.find(folio.securities, security, "NoSuchSecurity")
    t.unless(not survives(folio, fallen, security, e.settled_on), "LicenceSurvives")
    t.papers(papers)
    yield
    fallen.state, fallen.end, fallen.last = "ENDED", min(fallen.end, t.day), t.day
    if fallen.exclusive:
        folio.burdens[licence].state, folio.burdens[licence].since = "CLOSED", t.time
    folio.edition += 1
    folio.lines += 1


def survives(folio: Folio, licence: Licence, number: int, day: int) -> bool:
    """Recorded before the filing, or with its creditor's assent; a sublicence stands and falls with what it was given under."""
    for _, above in licences.ancestors(folio, licence):
        licence = above
    security = folio.securities[number]
    published = security.filed_at and security.state in {"PERFECTED", "ENFORCING"} and security.until >= day
    if not published or licence.among is None or licence.among[0] < security.filed_at:
        return True
    parts = {number}
    while security.split_of:
        parts.add(security.split_of)
        security = folio.securities[security.split_of]
    return bool(parts & licence.assented)


def clear(t: Try, folio: Folio, number: int, burdened: int, result: str, papers: Papers) -> Deed:
    """Another security, or what the holder agreed to after this one, goes from what was sold (rule 97)."""
    e = _find(t, folio, number, "SETTLED")
    t.needs_pair(folio.registrar)
    _older(t, e, burdened)
    t.unless(burdened != e.security, "NotOfThisSale")
    burden = t.find(folio.burdens, burdened, "NoSuchBurden")
    t.unless(_touches(burden, e), "NotOfThisSale")
    t.timely(burden.since)
    secures = burden.kind == "SECURITY"
    t.unless(secures or (burden.kind in AGREED and burdened > _origin(folio, e.security)), "WrongBurdenKind")
    t.unless(result in RESULTS if secures else result == "NONE", "ResultNotValid")
    t.papers(papers)
    yield
    left = burden.rights - e.rights
    if left:
        burden.rights, burden.since = left, t.time  # what was not sold stays charged
    elif secures:
        ended(t, folio.securities[burdened], burden, result)
    else:
        burden.state, burden.since = "CLOSED", t.time
    folio.edition += 1
    folio.lines += 1


def complete(t: Try, folio: Folio, number: int, result: str, papers: Papers, listed: Sequence[int]) -> Deed:
    """No other security is left that the sale clears, and this one is over (rule 97)."""
    e = _find(t, folio, number, "SETTLED")
    burden = folio.burdens[e.security]
    t.timely(burden.since)
    t.needs_pair(folio.registrar)
    t.unless(result in RESULTS, "ResultNotValid")
    burdens.complete(t, folio, listed)
    for each in set(listed) & set(folio.unclosed()) - {e.security}:
        other = folio.burdens[each]
        left = other.kind == "SECURITY" and other.rights & e.rights and each < e.settled
        t.unless(not left, "SecurityNotCleared")
    t.papers(papers)
    yield
    ended(t, folio.securities[e.security], burden, result)
    e.state, e.since = "COMPLETED", t.time
    folio.edition += 1
    folio.lines += 1


def _find(t: Try, folio: Folio, number: int, state: str) -> Enforcement:
    e = t.find(folio.enforcements, number, "NoSuchEnforcement")
    t.timely(e.since)
    t.unless(e.state == state, "WrongEnforcementState")
    return e


def _older(t: Try, e: Enforcement, number: int) -> None:
    """What came after the sale is the buyer's own."""
    t.unless(number < e.settled, "NotOfThisSale")


def _touches(burden: Burden, e: Enforcement) -> bool:
    return burden.state == "OPEN" and bool(burden.rights & e.rights)


def _origin(folio: Folio, number: int) -> int:
    """What it was split from in the first place."""
    while folio.securities[number].split_of:
        number = folio.securities[number].split_of
    return number
