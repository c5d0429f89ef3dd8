"""Objections in a notice, and after registration until they are complete or taken back (SM-3; rules 26, 27, 38, 39)."""

from tests.contracts.model.cases import as_it_stands, find, keep
from tests.contracts.model.dates import after
from tests.contracts.model.folio import Burden, Folio, Objection
from tests.contracts.model.register import DISPUTED, EVERY_RIGHT, Deed, Papers, Rights, Try

DECIDE_DAYS, NOTIFY_DAYS = 10, 5
MOST_DAYS = 63
"""For what is missing."""
DISPUTED_STATES = frozenset(
    (
        "COMPLETE", "NOTIFIED", "ADMITTED", "CONTESTED", "INVESTIGATING", "CONCLUDED", "ACCEPTED", "REJECTED", "LITIGATION",
    )
)  # fmt: skip
"""While the rights are in dispute (rule 39)."""
OPEN = DISPUTED_STATES | {"FILED", "INCOMPLETE"}


def in_notice(t: Try, folio: Folio, number: int, objector: int, ground: str, papers: Papers) -> Deed:
    """While the notice runs; nobody twice on one ground (rule 26)."""
    case = find(t, folio, number, "NOTICE")
    if case.state == "NOTICE":
        t.unless(t.day <= after(case.notice, case.notice_length), "NoticeClosed")
    _receive(t, case.registrar, objector)
    t.unless(ground != "NONE", "GroundUnknown")
    same = [
        each
        for each in folio.objections.values()
        if (each.case, each.objector, each.ground, each.state) == (number, objector, ground, "FILED")
    ]
    t.unless(not same, "AlreadyObjected")
    t.papers(papers)
    yield
    folio.objections[folio.next] = Objection(
        "NOTICE", ground, objector, t.time, t.day, DECIDE_DAYS, case.passed, case=number, run=t.day
    )
    case.objections += 1
    keep(t, folio, number, case)


def resolve(t: Try, folio: Folio, number: int, conclusion: str, passed: Rights, papers: Papers) -> Deed:
    """Decided by the pair; fewer rights may be left (rule 27)."""
    objection = _find(t, folio, number, "NOTICE", "FILED")
    t.must(objection.case in folio.cases, "WrongObjectionState", "NoSuchCase")
    case = find(t, folio, objection.case, "NOTICE")
    t.needs_pair(case.registrar, case.reviewer)
    t.unless(conclusion != "NONE", "ConclusionUnknown")
    kept = passed and passed <= case.passed and (conclusion != "DISMISSED" or passed == case.passed)
    t.unless(kept, "RightsNotInDispute")
    t.papers(papers)
    yield
    objection.state, objection.conclusion, objection.since, objection.run = "RESOLVED", conclusion, t.time, 0
    case.objections -= 1
    case.passed = passed
    keep(t, folio, objection.case, case)


def after_registration(t: Try, folio: Folio, objector: int, rights: Rights, ground: str, papers: Papers) -> Deed:
    """Against what is registered (rule 38)."""
    t.timely()
    t.must(folio.registrar, "NotRegistered")
    t.unless(rights and rights <= EVERY_RIGHT, "RightsNotInDispute")
    _receive(t, folio.registrar, objector)
    t.unless(ground != "NONE", "GroundUnknown")
    same = [
        each
        for each in folio.objections.values()
        if (each.phase, each.objector, each.ground) == ("AFTER", objector, ground) and rights <= each.rights
    ]
    t.unless(not any(each.state in OPEN for each in same), "AlreadyObjected")
    # Who takes it back after the conclusion has heard the decision.
    t.unless(not any(each.state == "RESOLVED" or each.conclusion != "NONE" for each in same), "DecidedBefore")
    t.papers(papers)
    yield
    folio.lines += 1
    folio.objections[folio.lines] = Objection("AFTER", ground, objector, t.time, t.day, NOTIFY_DAYS, rights, run=t.day)


def complete(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """Its material is complete: the rights are in dispute (rule 39)."""
    objection = find_after(t, folio, number, "FILED")
    t.needs_pair(folio.registrar)
    t.papers(papers)
    yield
    objection.state, objection.completed, objection.since = "COMPLETE", t.day, t.time
    objection.run, objection.limit = t.day, NOTIFY_DAYS
    folio.burdens[number] = Burden(
        "DISPUTE", objection.rights, DISPUTED, objection.objector, t.time, t.day, waivable=True
    )
    folio.edition += 1
    folio.lines += 1


def find_incomplete(t: Try, folio: Folio, number: int, days: int, papers: Papers) -> Deed:
    """A reviewer says what is missing, once, with some days for it."""
    objection = find_after(t, folio, number, "FILED")
    t.needs_registrar(folio.registrar, "REVIEW")
    t.unless("RETURNED" not in objection.marks, "MaterialAskedBefore")
    t.unless(0 < days <= MOST_DAYS, "DaysNotValid")
    t.papers(papers)
    yield
    objection.state, objection.since, objection.run, objection.limit = "INCOMPLETE", t.time, t.day, days
    objection.marks |= {"RETURNED"}
    folio.lines += 1


def refile(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """It is supplemented in time; the registrar's days begin anew."""
    objection = find_after(t, folio, number, "INCOMPLETE")
    _receive(t, folio.registrar, objection.objector)
    t.unless(t.day <= after(objection.run, objection.limit), "LimitPassed")
    t.papers(papers)
    yield
    objection.state, objection.since, objection.run, objection.limit = "FILED", t.time, t.day, NOTIFY_DAYS
    folio.lines += 1


def lapse(t: Try, folio: Folio, number: int) -> Deed:
    """Nobody supplemented it, or nobody sued after the conclusion or its rejection."""
    t.at_once()
    objection = find_after(t, folio, number, "INCOMPLETE", "CONCLUDED", "REJECTED")
    t.unless(t.today > after(objection.run, objection.limit), "TooEarly")
    yield
    ended(t, folio, number, objection, "LAPSED")


def withdraw(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """The objector takes it back, or the pair on its behalf."""
    objection = t.find(folio.objections, number, "NoSuchObjection")
    notice = objection.phase == "NOTICE"
    t.unless(objection.state in ({"FILED"} if notice else OPEN), "WrongObjectionState")
    case = folio.cases[objection.case] if notice else None
    t.timely(objection.since if case is None else case.since)
    by_objector(t, case.registrar if case else folio.registrar, case.reviewer if case else 0, objection.objector)
    t.papers(papers)
    yield
    if case is None:
        ended(t, folio, number, objection, "WITHDRAWN")
        return
    objection.state, objection.since, objection.run = "WITHDRAWN", t.time, 0
    seen = as_it_stands(t, case)
    seen.objections -= seen.state == "NOTICE"
    keep(t, folio, objection.case, seen)


def ended(t: Try, folio: Folio, number: int, objection: Objection, state: str) -> None:
    """It is over, and so is the dispute it brought (rule 39)."""
    if objection.state in DISPUTED_STATES:
        folio.burdens[number].state, folio.burdens[number].since = "CLOSED", t.time
        folio.edition += 1
    objection.state, objection.since, objection.run = state, t.time, 0
    objection.marks -= {"MEDIATING"}
    folio.lines += 1


def find_after(t: Try, folio: Folio, number: int, *states: str) -> Objection:
    """An objection after registration, in some states."""
    objection = _find(t, folio, number, "AFTER", *states)
    t.timely(objection.since)
    return objection


def by_objector(t: Try, registrar: int, reviewer: int, objector: int) -> None:
    """The objector itself, or the pair enters what it handed in: one person must not turn an objection (rule 3)."""
    if not t.given(objector, "OBJECT"):
        t.needs_pair(registrar, reviewer)


def _find(t: Try, folio: Folio, number: int, phase: str, *states: str) -> Objection:
    objection = t.find(folio.objections, number, "NoSuchObjection")
    t.unless(objection.phase == phase and objection.state in states, "WrongObjectionState")
    return objection


def _receive(t: Try, registrar: int, objector: int) -> None:
    """The objector itself, or a reviewer enters what somebody handed in."""
    if t.has(t.register.keeper(registrar), "REVIEW"):
        t.needs_registrar(registrar, "REVIEW")
        t.live(objector)
    else:
        t.needs(objector, "OBJECT")
