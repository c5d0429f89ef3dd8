"""Burdens: orders and their queue, agreed restrictions, priority notices, marks, freezes of a party (SM-4; rules 29, 114–117)."""

from collections.abc import Sequence

from tests.contracts.model import consents, dates, licences
from tests.contracts.model.folio import Burden, Folio, Licence
from tests.contracts.model.register import (
    EVERY_RIGHT,
    EVERYTHING,
    MOST_LINES_DAY,
    Deed,
    Names,
    Order,
    Papers,
    Rights,
    Try,
)

ORDERED = frozenset(("COURT_ORDER", "CONTROL", "BANKRUPTCY"))
AGREED = frozenset(("CLAUSE", "PRIORITY_NOTICE"))
MARKS = frozenset(("SOURCE_LOSS", "SYNC_CONFLICT"))
COURT_YEARS = 3
LONGEST_WAIT = 3 * 365 + 1
MOST_AGREED = 64
PRIORITY = frozenset(("TRANSFER", "LICENCE_EXCLUSIVE", "PLEDGE", "LEASE"))

# ---------------------------------------------------------------------------------------------------- what others ask


def clear(
    t: Try,
    folio: Folio,
    rights: Rights,
    effects: Names,
    listed: Sequence[int],
    licence: Licence | None = None,
    *,
    foreseen: bool = False,
) -> None:
    """No burden stands in the way of an act, and the list of them is complete (rules 39, 46, 49)."""
    complete(t, folio, listed)
    used = []
    for number in listed:
        burden = folio.burdens.get(number)
        if (
            burden is None
            or burden.state == "CLOSED"
            or not _touches(t, folio, number, burden, rights, effects, licence)
        ):
            continue
        if not burden.waivable:
            t.no.add("Burdened")
            continue
        touched = effects & burden.effects
        fits = foreseen and consents.fits(t, folio, number, touched, licence)
        if t.given(burden.party, "CONSENT") or fits:
            continue
        line = consents.exercised(t, folio, number, burden.party, touched)
        if line:
            used.append(line)
        else:
            t.no.add("Burdened")
    # A consent counts for the act right after it, and for no other.
    t.unless(not used or min(used) + len(used) == folio.next, "ConsentSpent")


def no_creditor(t: Try, folio: Folio, taker: int, listed: Sequence[int]) -> None:
    """Title goes to no creditor of a security on the entry, whichever right it lies on (rule 65)."""
    r = t.register
    for each in (folio.burdens[number] for number in listed if number in folio.burdens):
        creditor = r.includes(taker, each.party) or r.includes(each.party, taker)
        t.unless(not (each.kind == "SECURITY" and each.state != "CLOSED" and creditor), "TitleToCreditor")


def complete(t: Try, folio: Folio, listed: Sequence[int]) -> None:
    """Every burden not closed is listed, ascending."""
    t.ascending(listed)
    t.unless(all(number in folio.burdens for number in listed), "NoSuchBurden")
    named = [number for number in listed if number in folio.burdens and folio.burdens[number].state != "CLOSED"]
    t.unless(set(named) == set(folio.unclosed()), "BurdenListIncomplete")


def _touches(
    t: Try, folio: Folio, number: int, burden: Burden, rights: Rights, effects: Names, licence: Licence | None
) -> bool:
    if not burden.rights & rights or not burden.effects & effects:
        return False
    if burden.kind == "EXCLUSIVE_LICENCE":
        # An exclusive licence keeps out only licences; other acts it does not forbid.
        return licence is not None and licences.blocks(t, folio, number, licence)
    return not burden.is_over(min(t.day, t.today))


# ---------------------------------------------------------------------------------------------------- by order


def impose(
    t: Try, folio: Folio, kind: str, rights: Rights, effects: Names | None, term: int, administrator: int, order: Order
) -> Deed:
    """A registrar executes an order against the holder's will; a court's waits while another one stands (rules 99, 114, 116)."""
    t.timely()
    t.must(folio.registrar, "NotRegistered")
    t.unless(kind in ORDERED, "WrongBurdenKind")
    t.ordered(order, folio.registrar)
    _competent(t, order.issuer, kind)
    t.unless((kind == "BANKRUPTCY") == (administrator != 0), "NotAdministered")
    if administrator:
        t.live(administrator)
    t.unless(effects is not None, "EffectsNotForbidden")
    t.unless(rights and rights <= EVERY_RIGHT, "RightsNotBurdened")
    waits = kind == "COURT_ORDER" and bool(folio.orders())
    until = _waiting(t, term) if waits else _until(t, kind, term)
    yield
    folio.burdens[folio.next] = Burden(
        kind=kind,
        rights=rights,
        effects=effects or EVERYTHING,
        party=administrator or order.issuer,
        since=t.time,
        day=t.day,
        waivable=administrator != 0,
        state="QUEUED" if waits else "OPEN",
        until=until,
    )
    if kind == "COURT_ORDER":
        folio.latest_order = folio.next
    folio.edition += 1
    folio.lines += 1


def promote(t: Try, folio: Folio, number: int, listed: Sequence[int]) -> Deed:
    """A queued order's term begins, once every earlier one is closed or over (rule 114)."""
    t.at_once()
    burden = _find(t, folio, number, "QUEUED")
    t.ascending(listed)
    t.unless(all(each in folio.burdens for each in listed), "NoSuchBurden")
    t.unless(set(folio.orders()) <= set(listed), "BurdenListIncomplete")
    earlier = [folio.burdens[each] for each in folio.orders() if each < number and each in listed]
    t.unless(all(each.is_over(t.today) for each in earlier), "EarlierOrderUnclosed")
    yield
    burden.state = "OPEN"
    burden.until = min(t.today + burden.until - 1, dates.last_of_years(t.today, COURT_YEARS))
    burden.since = t.time
    folio.lines += 1  # the edition stays: what was forbidden is


def renew(t: Try, folio: Folio, number: int, term: int, order: Order) -> Deed:
    """An order is extended before it expires (rules 114, 116)."""
    burden = _find(t, folio, number, "OPEN")
    t.unless(burden.kind in ORDERED, "WrongBurdenKind")
    t.ordered(order, folio.registrar)
    until = _longer(t, burden, term, order)
    yield
    burden.until, burden.since = until, t.time
    folio.edition += 1
    folio.lines += 1


def lift(t: Try, folio: Folio, number: int, order: Order) -> Deed:
    """A later order lifts an order or an agreed restriction (rule 116)."""
    burden = _find(t, folio, number, "OPEN", "QUEUED")
    t.unless(burden.kind in ORDERED | AGREED, "WrongBurdenKind")
    t.ordered(order, folio.registrar)
    _competent(t, order.issuer, burden.kind)
    yield
    _close(t, folio, burden)
    folio.edition += 1


def close(t: Try, folio: Folio, number: int) -> Deed:
    """Anyone closes what is over; it spoils nobody's signed filing."""
    t.at_once()
    burden = _find(t, folio, number, "OPEN")
    t.unless(burden.kind in ORDERED | AGREED, "WrongBurdenKind")
    t.unless(burden.is_over(t.today), "BurdenNotOver")
    yield
    _close(t, folio, burden)


# ---------------------------------------------------------------------------------------------------- by the holder


def register_clause(
    t: Try, folio: Folio, beneficiary: int, rights: Rights, effects: Names | None, until: int, papers: Papers
) -> Deed:
    """The holder restricts itself for somebody (rules 74, 75); never what others have a right to."""
    t.timely()
    t.must(folio.registrar, "NotRegistered")
    t.unless(effects and not effects & {"PAYMENT", "ENFORCE"}, "EffectsNotForbidden")
    t.unless(not until or until >= t.day, "BurdenTermNotValid")
    _agree(t, folio, beneficiary, rights)
    t.papers(papers)
    yield
    _restrict(t, folio, "CLAUSE", rights, effects or frozenset(), beneficiary, until)


def note_priority(t: Try, folio: Folio, beneficiary: int, rights: Rights, working: int, papers: Papers) -> Deed:
    """The holder keeps somebody a place, for at most twenty working days."""
    t.timely()
    t.must(folio.registrar, "NotRegistered")
    t.unless(0 < working <= 20, "BurdenTermNotValid")
    _agree(t, folio, beneficiary, rights)
    t.papers(papers)
    yield
    _restrict(t, folio, "PRIORITY_NOTICE", rights, PRIORITY, beneficiary, dates.after(t.day, working))


def give_up(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """Whoever was favoured lets go."""
    burden = _find(t, folio, number, "OPEN")
    t.unless(burden.kind in AGREED, "WrongBurdenKind")
    t.needs(burden.party, "CONSENT")
    t.papers(papers)
    yield
    _close(t, folio, burden)
    folio.edition += 1


def _agree(t: Try, folio: Folio, beneficiary: int, rights: Rights) -> None:
    t.unless(len(folio.unclosed()) < MOST_AGREED, "TooManyBurdens")
    t.unless(rights and rights <= EVERY_RIGHT, "RightsNotBurdened")
    t.live(beneficiary)
    for right in sorted(rights & EVERY_RIGHT):
        t.unless(folio.is_live(right, t.day, t.today), "RightNotLive")
        holder = folio.holder[right]
        t.unless(holder != beneficiary, "BeneficiaryIsHolder")
        t.free(holder)
        t.needs(holder, "DISPOSE")


def _restrict(t: Try, folio: Folio, kind: str, rights: Rights, effects: Names, beneficiary: int, until: int) -> None:
    folio.burdens[folio.next] = Burden(
        kind=kind,
        rights=rights,
        effects=effects,
        party=beneficiary,
        grantor=folio.holder[max(rights)],
        since=t.time,
        day=t.day,
        waivable=True,
        until=until,
    )
    folio.edition += 1
    folio.lines += 1


# ---------------------------------------------------------------------------------------------------- by the registrar


def mark(t: Try, folio: Folio, kind: str, rights: Rights, effects: Names | None, papers: Papers) -> Deed:
    """A source was lost, or the national register says otherwise (rule 29)."""
    t.timely()
    t.must(folio.registrar, "NotRegistered")
    t.unless(kind in MARKS, "WrongBurdenKind")
    t.needs_pair(folio.registrar)
    t.unless(effects is not None, "EffectsNotForbidden")
    t.unless(rights and rights <= EVERY_RIGHT, "RightsNotBurdened")
    t.papers(papers)
    yield
    folio.burdens[folio.next] = Burden(
        kind=kind,
        rights=rights,
        effects=effects or EVERYTHING,
        party=folio.registrar,
        since=t.time,
        day=t.day,
    )
    folio.edition += 1
    folio.lines += 1


def clear_mark(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """The source is there again, or the registers agree (rule 29)."""
    burden = _find(t, folio, number, "OPEN")
    t.unless(burden.kind in MARKS, "WrongBurdenKind")
    t.unless(number not in folio.sources, "LossOfDeclaredSource")  # it ends when the loss is made good (rule 84)
    t.needs_pair(folio.registrar)
    t.papers(papers)
    yield
    _close(t, folio, burden)
    folio.edition += 1


# ---------------------------------------------------------------------------------------------------- on a party


def restrain(t: Try, party: int, kind: str, term: int, registrar: int, order: Order) -> Deed:
    """All a party holds is frozen, by an order served on any registrar (rules 115, 116)."""
    t.timely()
    t.unless(kind in ORDERED, "WrongBurdenKind")
    t.ordered(order, registrar)
    _competent(t, order.issuer, kind)
    until = _until(t, kind, term)
    held = t.find(t.register.parties, party, "NoSuchParty")
    yield
    held.lines += 1
    held.freezes[held.lines] = Burden(
        kind=kind, rights=EVERY_RIGHT, effects=EVERYTHING, party=order.issuer, since=t.time, day=t.day, until=until
    )


def renew_restraint(t: Try, party: int, number: int, term: int, registrar: int, order: Order) -> Deed:
    """Such a freeze is extended before it expires (rules 114, 116)."""
    freeze = _freeze(t, party, number)
    t.ordered(order, registrar)
    until = _longer(t, freeze, term, order)
    yield
    freeze.until, freeze.since = until, t.time
    t.register.parties[party].lines += 1


def lift_restraint(t: Try, party: int, number: int, registrar: int, order: Order) -> Deed:
    """A later order lifts it (rule 116)."""
    freeze = _freeze(t, party, number)
    t.ordered(order, registrar)
    _competent(t, order.issuer, freeze.kind)
    yield
    freeze.state, freeze.since = "CLOSED", t.time
    t.register.parties[party].lines += 1


def close_restraint(t: Try, party: int, number: int) -> Deed:
    """Anyone closes one that is over."""
    t.at_once()
    freeze = _freeze(t, party, number)
    t.unless(freeze.is_over(t.today), "BurdenNotOver")
    yield
    freeze.state, freeze.since = "CLOSED", t.time
    t.register.parties[party].lines += 1


def _freeze(t: Try, party: int, number: int) -> Burden:
    freezes = t.register.parties[party].freezes if party in t.register.parties else {}
    freeze = t.find(freezes, number, "NoSuchBurden")
    t.timely(freeze.since)
    t.unless(freeze.state == "OPEN", "WrongBurdenState")
    return freeze


# ---------------------------------------------------------------------------------------------------- guards of orders


def _find(t: Try, folio: Folio, number: int, *states: str) -> Burden:
    burden = t.find(folio.burdens, number, "NoSuchBurden")
    t.timely(burden.since)
    t.unless(burden.state in states, "WrongBurdenState")
    return burden


def _competent(t: Try, issuer: int, kind: str) -> None:
    """An authority controls; all else is a court's (rule 116)."""
    t.unless(kind == "CONTROL" or "COURT" in t.register.roles(issuer), "IssuerNotCompetent")


def _until(t: Try, kind: str, term: int) -> int:
    """The last day; a court's order runs at most three years (rule 114)."""
    if kind != "COURT_ORDER":
        until = t.day + term - 1 if term else 0
        t.unless(until <= MOST_LINES_DAY, "FieldOverflow")
        return until
    until = t.day + term - 1
    t.unless(term and until <= dates.last_of_years(t.day, COURT_YEARS), "BurdenTermNotValid")
    return until


def _waiting(t: Try, term: int) -> int:
    """The days an order will run once it is first (rule 114)."""
    t.unless(0 < term <= LONGEST_WAIT, "BurdenTermNotValid")
    return term


def _longer(t: Try, burden: Burden, term: int, order: Order) -> int:
    """Longer than before, and before it is over (rule 114)."""
    _competent(t, order.issuer, burden.kind)
    t.unless(not burden.is_over(t.later), "BurdenExpired")
    until = _until(t, burden.kind, term)
    t.unless(burden.until and (not until or until > burden.until), "BurdenTermNotValid")
    return until


def _close(t: Try, folio: Folio, burden: Burden) -> None:
    burden.state, burden.since = "CLOSED", t.time
    folio.lines += 1
