"""Cases that another registrar decides, and registrars' clocks that ran out (rules 23–27, 31, 38)."""

from tests.contracts.model.cases import disinterested, find, keep, limit_of
from tests.contracts.model.dates import after
from tests.contracts.model.folio import PENDING, Folio
from tests.contracts.model.records import Overdue
from tests.contracts.model.register import Deed, Papers, Try


def reassign(t: Try, folio: Folio, number: int, successor: int, authority: int, papers: Papers) -> Deed:
    """Another registrar goes on with a case: both pairs agree, or a regulator's two persons order it (rules 2, 4, 31)."""
    case = find(t, folio, number, *PENDING, "ANCHORED")
    t.accredited(successor, "REGISTRAR", "REGISTRAR_CATALOGUE")
    t.unless(successor != t.register.keeper(case.registrar), "OwnSuccessor")
    for party in {case.applicant, case.transferee} - {0}:
        disinterested(t, party, successor)
    if authority:
        t.entitled(authority, "REGULATOR")
        t.needs_two(authority, "ADMIT")
    else:
        t.needs_pair(case.registrar)
        t.needs_pair(successor)
    t.papers(papers)
    yield
    case.registrar, case.reviewer = successor, 0
    case.flags |= {"REASSIGNED"}
    keep(t, folio, number, case)


def report_overdue(t: Try, folio: Folio, number: int) -> Deed:
    """Anybody says that a registrar is late, once for each clock."""
    t.at_once()
    clock = _running(t, folio, number)
    t.unless(t.today > clock.last, "TooEarly")
    before = folio.overdue.get(number)
    told = before is not None and (before.clock, before.started) == (clock.clock, clock.started)
    t.unless(not told, "AlreadyReported")
    yield
    folio.overdue[number] = Overdue(clock.clock, clock.started, clock.last, clock.registrar, t.time)
    folio.lines += 1


def _running(t: Try, folio: Folio, number: int) -> Overdue:
    """The clock as it is written down: what silence accepted and nobody has said is still awaited."""
    case = folio.cases.get(number)
    if case is not None:
        clocks = {"SUBMITTED": ("ACCEPT", case.submitted), "UNDER_REVIEW": ("REVIEW", case.accepted)}
        t.must(case.state in clocks, "NoClockRuns")
        return Overdue(*clocks[case.state], limit_of(case), case.registrar)
    objection = t.find(folio.objections, number, "NoSuchObjection")
    t.must(objection.state in {"FILED", "COMPLETE"}, "NoClockRuns")
    if objection.phase == "NOTICE":
        clock, registrar = "DECIDE", folio.cases[objection.case].registrar
    else:
        clock, registrar = "EXAMINE" if objection.state == "FILED" else "NOTIFY", folio.registrar
    return Overdue(clock, objection.run, after(objection.run, objection.limit), registrar)
