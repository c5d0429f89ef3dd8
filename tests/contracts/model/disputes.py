"""Objections after registration from their completion to their end (SM-3; rules 38, 39, 116).

Who gives in gives in with all who hold a right in dispute; who stands up keeps what all have, be it one member of a joint holding.
"""

from tests.contracts.model.dates import after
from tests.contracts.model.folio import Folio, Objection
from tests.contracts.model.objections import DISPUTED_STATES, by_objector, ended, find_after
from tests.contracts.model.register import Deed, Names, Order, Papers, Try

ANSWER_DAYS = LITIGATION_DAYS = 15
SIDES: Names = frozenset(("OBJECTOR", "HOLDER"))

# ---------------------------------------------------------------------------------------------------- the holder


def notify(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """The registrar tells the holder, late or not, who has fifteen working days to answer."""
    objection = find_after(t, folio, number, "COMPLETE")
    t.needs_registrar(folio.registrar, "REVIEW")
    t.papers(papers)
    yield
    _next(t, folio, objection, "NOTIFIED", ANSWER_DAYS)


def respond(t: Try, folio: Folio, number: int, response: str, papers: Papers) -> Deed:
    """All admit, or somebody contests; a contest somebody handed in is entered by a reviewer."""
    objection = find_after(t, folio, number, "NOTIFIED")
    t.unless(response in {"ADMIT", "CONTEST"}, "ResponseUnknown")
    if response == "ADMIT":
        _all_give_in(t, folio, objection)
    elif not _somebody_stands(t, folio, objection):
        t.needs_registrar(folio.registrar, "REVIEW")
    t.papers(papers)
    yield
    objection.response = response
    _next(t, folio, objection, "ADMITTED" if response == "ADMIT" else "CONTESTED")


def deem(t: Try, folio: Folio, number: int) -> Deed:
    """Silence contests."""
    t.at_once()
    objection = find_after(t, folio, number, "NOTIFIED")
    t.unless(t.today > last_day(objection), "TooEarly")
    yield
    objection.response = "SILENT"
    _next(t, folio, objection, "CONTESTED")


# ---------------------------------------------------------------------------------------------------- the registrar


def investigate(t: Try, folio: Folio, number: int, marks: Names, papers: Papers) -> Deed:
    """It looks into it, perhaps while both sides are mediated."""
    objection = find_after(t, folio, number, "CONTESTED", "INVESTIGATING")
    t.needs_registrar(folio.registrar, "REVIEW")
    t.unless(marks <= {"MEDIATING"}, "MarkUnknown")
    t.papers(papers)
    yield
    objection.marks = objection.marks - {"MEDIATING"} | marks
    objection.state, objection.since = "INVESTIGATING", t.time
    folio.lines += 1


def conclude(t: Try, folio: Folio, number: int, conclusion: str, papers: Papers) -> Deed:
    """Its pair concludes; both sides have fifteen working days."""
    objection = find_after(t, folio, number, "CONTESTED", "INVESTIGATING")
    t.needs_pair(folio.registrar)
    t.unless(conclusion != "NONE", "ConclusionUnknown")
    t.papers(papers)
    yield
    objection.conclusion = conclusion
    objection.marks -= {"MEDIATING"}
    _next(t, folio, objection, "CONCLUDED", LITIGATION_DAYS)


# ---------------------------------------------------------------------------------------------------- both sides


def accept(t: Try, folio: Folio, number: int, sides: Names, papers: Papers) -> Deed:
    """A side accepts the conclusion, or both."""
    objection = find_after(t, folio, number, "CONCLUDED")
    t.unless(sides and sides <= SIDES - objection.accepted, "SideNotOpen")
    if "OBJECTOR" in sides:
        by_objector(t, folio.registrar, 0, objection.objector)
    if "HOLDER" in sides:
        _all_give_in(t, folio, objection)
    t.papers(papers)
    yield
    objection.accepted |= sides
    if objection.accepted == SIDES:
        _next(t, folio, objection, "ACCEPTED")
    else:
        objection.since = t.time
        folio.lines += 1


def reject(t: Try, folio: Folio, number: int, side: str, papers: Papers) -> Deed:
    """A side that did not accept it rejects it in time."""
    objection = find_after(t, folio, number, "CONCLUDED")
    t.unless(side not in objection.accepted, "SideNotOpen")
    _side(t, folio, objection, side)
    _in_time(t, objection)
    t.papers(papers)
    yield
    _next(t, folio, objection, "REJECTED", LITIGATION_DAYS)


def litigate(t: Try, folio: Folio, number: int, side: str, papers: Papers) -> Deed:
    """A side sues: in time where a clock runs, any day where what was agreed is not carried out."""
    objection = find_after(t, folio, number, "CONCLUDED", "REJECTED", "ADMITTED", "ACCEPTED")
    _side(t, folio, objection, side)
    if objection.run:
        _in_time(t, objection)
    t.papers(papers)
    yield
    _next(t, folio, objection, "LITIGATION")


# ---------------------------------------------------------------------------------------------------- the end


def resolve(t: Try, folio: Folio, number: int, outcome: str, change: int, papers: Papers) -> Deed:
    """The pair notes that what was admitted or accepted has been done."""
    objection = find_after(t, folio, number, "ADMITTED", "ACCEPTED")
    t.needs_pair(folio.registrar)
    upheld = objection.state == "ADMITTED" or objection.conclusion == "UPHELD"
    dismissed = objection.state == "ACCEPTED" and objection.conclusion == "DISMISSED"
    t.unless(not upheld if outcome == "STANDS" else not dismissed, "OutcomeNotFitting")
    _done(t, folio, number, objection, outcome, change)
    t.papers(papers)
    yield
    objection.outcome, objection.change = outcome, change
    ended(t, folio, number, objection, "RESOLVED")


def resolve_by_order(t: Try, folio: Folio, number: int, outcome: str, change: int, order: Order) -> Deed:
    """An effective instrument ends it at whatever step (rules 38, 116)."""
    objection = find_after(t, folio, number, *DISPUTED_STATES)
    t.ordered(order, folio.registrar)
    _done(t, folio, number, objection, outcome, change)
    yield
    objection.outcome, objection.change = outcome, change
    ended(t, folio, number, objection, "RESOLVED")


def _done(t: Try, folio: Folio, number: int, objection: Objection, outcome: str, change: int) -> None:
    """What changed the entry came later: a case of the fitting type that is complete, or a line whoever reads it can look up."""
    t.unless(outcome != "NONE", "OutcomeNotFitting")
    if outcome == "STANDS":
        t.unless(not change, "ChangeNotDone")
        return
    t.unless(number < change <= folio.lines, "ChangeNotDone")
    case = folio.cases.get(change)
    fitting = {"CANCELLATION"} if outcome == "CANCELLED" else {"CHANGE", "TRANSFER"}
    t.unless(case is None or (case.state == "ANCHORED" and case.kind in fitting), "ChangeNotDone")
    if outcome == "CANCELLED":
        t.unless(any(folio.status[right] == "CANCELLED" for right in objection.rights), "ChangeNotDone")


# ---------------------------------------------------------------------------------------------------- shared


def last_day(objection: Objection) -> int:
    """Of the clock that runs."""
    return after(objection.run, objection.limit)


def _in_time(t: Try, objection: Objection) -> None:
    t.unless(t.day <= last_day(objection), "LimitPassed")


def _holders(folio: Folio, objection: Objection) -> set[int]:
    return {folio.holder[right] for right in objection.rights} - {0}


def _all_give_in(t: Try, folio: Folio, objection: Objection) -> None:
    holders = _holders(folio, objection)
    t.unless(holders, "RightsNotInDispute")
    for holder in holders:
        t.needs(holder, "DISPOSE")


def _somebody_stands(t: Try, folio: Folio, objection: Objection) -> bool:
    members = {each for holder in _holders(folio, objection) for each in (holder, *t.register.parties[holder].members)}
    return any(t.given(each, "OBJECT") for each in members)


def _side(t: Try, folio: Folio, objection: Objection, side: str) -> None:
    """It speaks for itself, or the pair enters what it handed in."""
    t.unless(side in SIDES, "SideNotOpen")
    if side == "OBJECTOR":
        by_objector(t, folio.registrar, 0, objection.objector)
    elif not _somebody_stands(t, folio, objection):
        t.needs_pair(folio.registrar)


def _next(t: Try, folio: Folio, objection: Objection, state: str, days: int = 0) -> None:
    """The next state; a new clock of so many working days, or none."""
    objection.state, objection.since = state, t.time
    objection.run = t.day if days else 0
    if days:
        objection.limit = days
    folio.lines += 1
