"""Usage of a licence: its meter, batches, statements of settlement (SM-12; rules 50, 56)."""

from collections.abc import Sequence

from tests.contracts.model import burdens, dates
from tests.contracts.model.folio import Batch, Folio, Licence, Meter, Statement
from tests.contracts.model.licences import licensor
from tests.contracts.model.register import OPERATE, Deed, Papers, Try

SILENCE_DAYS = 5
MOST_OPEN = 60
AGREED = frozenset(("COUNTERSIGNED", "DEEMED", "RECONCILED"))
ROUTES = ("OWN", "PLEDGE_ACCOUNT", "LESSOR", "COURT")
"""Of several that burdens want, the last counts."""

# ---------------------------------------------------------------------------------------------------- the meter


def set_meter(  # noqa: PLR0913, PLR0917  what both sides agree on
    t: Try, folio: Folio, number: int, quota: int, window: str, unit: str, gateway: int, start: int, papers: Papers
) -> Deed:
    """Both sides agree how a licence's use is counted."""
    licence = t.find(folio.licences, number, "NoSuchLicence")
    t.timely()
    t.unless(licence.meter is None, "MeterThere")
    t.unless(licence.state in {"ACTIVE", "SUSPENDED"}, "LicenceOver")
    t.unless(unit != "NONE" and licence.start <= dates.day_of(start) <= licence.end, "MeterNotValid")
    _metering(t, folio, licence, quota, window, gateway)
    t.papers(papers)
    yield
    licence.meter = Meter(quota, window, unit, gateway, through=start, settled=start, last=t.day)
    licence.lines += 1


def amend_meter(t: Try, folio: Folio, number: int, quota: int, window: str, gateway: int, papers: Papers) -> Deed:
    """Both agree on another quota or gateway."""
    licence, meter = _find(t, folio, number)
    _metering(t, folio, licence, quota, window, gateway)
    t.papers(papers)
    yield
    meter.quota, meter.window, meter.gateway = quota, window, gateway
    _done(t, licence, meter)


def _metering(t: Try, folio: Folio, licence: Licence, quota: int, window: str, gateway: int) -> None:
    _both(t, folio, licence)
    t.unless((quota == 0) == (window == "NONE"), "MeterNotValid")
    t.unless(gateway != licence.licensee, "MeterNotValid")
    t.live(gateway)


# ---------------------------------------------------------------------------------------------------- batches


def submit(
    t: Try, folio: Folio, number: int, start: int, end: int, accepted: int, rejected: int, papers: Papers
) -> Deed:
    """The gateway, or the licensor's own machine, reports the next period (rule 56)."""
    licence, meter = _find(t, folio, number)
    if meter.gateway == licence.licensee or not t.given(meter.gateway, "METER"):
        t.needs(licensor(folio, licence, t.today), "METER")
    t.unless(licence.state != "CLOSED", "LicenceOver")
    t.unless(start == meter.through, "PeriodNotContiguous")
    over = start < end <= min(t.time, t.register.now)
    t.unless(over and dates.day_of(end - 1) <= licence.end, "PeriodNotValid")
    t.unless(_open(licence) < MOST_OPEN, "TooManyOpen")
    t.papers(papers)
    yield
    meter.through = end
    _done(t, licence, meter)
    licence.batches[licence.lines] = Batch(accepted, rejected, start, end, t.noticed, t.time)


def countersign(t: Try, folio: Folio, number: int, batch: int) -> Deed:
    """The licensee agrees (rule 56)."""
    licence, meter, counted = _batch(t, folio, number, batch, "SUBMITTED")
    _licensee(t, licence)
    yield
    _accept(t, licence, meter, counted, "COUNTERSIGNED")


def deem(t: Try, folio: Folio, number: int, batch: int) -> Deed:
    """It was silent for five working days (rule 56)."""
    t.at_once()
    licence, meter, counted = _batch(t, folio, number, batch, "SUBMITTED")
    t.unless(t.today > dates.after(counted.submitted, SILENCE_DAYS), "SilenceNotOver")
    yield
    _accept(t, licence, meter, counted, "DEEMED")


def dispute(t: Try, folio: Folio, number: int, batch: int, code: str, papers: Papers) -> Deed:
    """It contests a batch in time (rule 56)."""
    licence, meter, counted = _batch(t, folio, number, batch, "SUBMITTED")
    _licensee(t, licence)
    t.unless(code != "NONE", "DisputeCodeUnknown")
    t.unless(t.day <= dates.after(counted.submitted, SILENCE_DAYS), "WindowClosed")
    t.papers(papers)
    yield
    counted.state, counted.code, counted.since = "DISPUTED", code, t.time
    _done(t, licence, meter)


def reconcile(t: Try, folio: Folio, number: int, batch: int, accepted: int, papers: Papers) -> Deed:
    """Both agree what it counts (rule 56)."""
    licence, meter, counted = _batch(t, folio, number, batch, "DISPUTED")
    _both(t, folio, licence)
    t.papers(papers)
    yield
    counted.accepted = accepted
    _accept(t, licence, meter, counted, "RECONCILED")


def _accept(t: Try, licence: Licence, meter: Meter, counted: Batch, state: str) -> None:
    counted.state, counted.since = state, t.time
    meter.total += counted.accepted
    _done(t, licence, meter)


# ---------------------------------------------------------------------------------------------------- statements


def issue(
    t: Try, folio: Folio, number: int, route: str, papers: Papers, listed: Sequence[int], batches: Sequence[int]
) -> Deed:
    """The licensor states what is owed for agreed batches in a row, and where burdens want it paid (rule 50)."""
    licence, meter = _find(t, folio, number)
    t.needs(licensor(folio, licence, t.today), licence.power)
    t.unless(not meter.statement, "StatementOpen")
    t.unless(route in ROUTES, "RouteUnknown")
    pays = not licence.parent and route != "COURT"
    burdens.clear(t, folio, frozenset((OPERATE,)), frozenset(("PAYMENT",) if pays else ()), listed)
    t.unless(batches, "BatchesNotInRow")
    through = meter.settled
    for each in batches:
        counted = t.find(licence.batches, each, "NoSuchBatch")
        t.unless(counted.start == through, "BatchesNotInRow")
        t.unless(counted.state in AGREED, "WrongBatchState")
        through = counted.end
    t.papers(papers)
    yield
    wanted = [] if licence.parent else [_wanted(t, folio, each) for each in folio.unclosed()]
    meter.settled, meter.statement = through, licence.lines + 1
    licence.statements[licence.lines + 1] = Statement(
        route=route,
        due=max(["OWN", *(each for each in wanted if each)], key=ROUTES.index),
        quantity=sum(licence.batches[each].accepted for each in batches),
        start=licence.batches[batches[0]].start,
        end=through,
        issued=t.noticed,
        since=t.time,
    )
    _done(t, licence, meter)


def _wanted(t: Try, folio: Folio, number: int) -> str:
    """Where a burden wants the fees: into court, to the lessor, to the account of a pledge (rule 50)."""
    burden = folio.burdens[number]
    if burden.state != "OPEN" or OPERATE not in burden.rights or burden.is_over(min(t.day, t.today)):
        return ""
    if burden.kind == "COURT_ORDER":
        return "COURT" if "PAYMENT" in burden.effects else ""
    return {"LEASE": "LESSOR", "SECURITY": "PLEDGE_ACCOUNT"}.get(burden.kind, "")


def confirm(t: Try, folio: Folio, number: int, statement: int) -> Deed:
    """The licensee agrees."""
    licence, meter, stated = _statement(t, folio, number, statement, "ISSUED")
    t.needs(licence.licensee, "ACCEPT")
    yield
    _confirmed(t, licence, meter, stated)


def deem_statement(t: Try, folio: Folio, number: int, statement: int) -> Deed:
    """It was silent for five working days."""
    t.at_once()
    licence, meter, stated = _statement(t, folio, number, statement, "ISSUED")
    t.unless(t.today > dates.after(stated.issued, SILENCE_DAYS), "SilenceNotOver")
    yield
    _confirmed(t, licence, meter, stated)


def _confirmed(t: Try, licence: Licence, meter: Meter, stated: Statement) -> None:
    stated.state, stated.since, meter.statement = "CONFIRMED", t.time, 0
    _done(t, licence, meter)


def refuse(t: Try, folio: Folio, number: int, statement: int, papers: Papers) -> Deed:
    """It sends it back in time; the batches can be stated again."""
    licence, meter, stated = _statement(t, folio, number, statement, "ISSUED")
    t.needs(licence.licensee, "ACCEPT")
    t.unless(t.day <= dates.after(stated.issued, SILENCE_DAYS), "WindowClosed")
    t.papers(papers)
    yield
    stated.state, stated.since = "REFUSED", t.time
    meter.statement, meter.settled = 0, stated.start
    _done(t, licence, meter)


def pay(t: Try, folio: Folio, number: int, statement: int, route: str, papers: Papers) -> Deed:
    """Both say that it was paid, and where (rule 50)."""
    licence, meter, stated = _statement(t, folio, number, statement, "CONFIRMED")
    _both(t, folio, licence)
    t.unless(route in ROUTES, "RouteUnknown")
    t.papers(papers)
    yield
    stated.state, stated.route, stated.since = "PAID", route, t.time
    _done(t, licence, meter)


# ---------------------------------------------------------------------------------------------------- shared


def _find(t: Try, folio: Folio, number: int) -> tuple[Licence, Meter]:
    licence = t.find(folio.licences, number, "NoSuchLicence")
    t.timely()
    t.must(licence.meter is not None, "MeterMissing")
    assert licence.meter is not None
    t.timely_day(licence.meter.last)
    return licence, licence.meter


def _batch(t: Try, folio: Folio, number: int, batch: int, state: str) -> tuple[Licence, Meter, Batch]:
    licence, meter = _find(t, folio, number)
    counted = t.find(licence.batches, batch, "NoSuchBatch")
    t.unless(counted.state == state, "WrongBatchState")
    t.timely(counted.since)
    return licence, meter, counted


def _statement(t: Try, folio: Folio, number: int, statement: int, state: str) -> tuple[Licence, Meter, Statement]:
    licence, meter = _find(t, folio, number)
    stated = t.find(licence.statements, statement, "NoSuchStatement")
    t.unless(stated.state == state, "WrongStatementState")
    t.timely(stated.since)
    return licence, meter, stated


def _open(licence: Licence) -> int:
    return sum(batch.state in {"SUBMITTED", "DISPUTED"} for batch in licence.batches.values())


def _both(t: Try, folio: Folio, licence: Licence) -> None:
    t.needs(licensor(folio, licence, t.today), licence.power)
    t.needs(licence.licensee, "ACCEPT")


def _licensee(t: Try, licence: Licence) -> None:
    if not t.given(licence.licensee, "METER"):
        t.needs(licence.licensee, "ACCEPT")


def _done(t: Try, licence: Licence, meter: Meter) -> None:
    meter.last = t.day
    licence.lines += 1
