"""Random counting: meters, batches, statements."""

from collections.abc import Callable
from typing import Any

from ledger_api.domain import words
from tests.contracts.model import dates, usage
from tests.contracts.model.chance import Chance
from tests.contracts.model.folio import Batch, Folio, Licence, Meter, Statement
from tests.contracts.model.moves.licences import giver, grant
from tests.contracts.model.play import Move


def a_quota(c: Chance) -> tuple[int, str]:
    """A quota and its window; by a slip only one of them."""
    if c.slips("terms"):
        return c.one(((0, "YEAR"), (5, "NONE")))
    return c.one(((0, "NONE"), (40_000, "MONTH"), (1_000_000, "TERM")))


def a_gateway(c: Chance, licence: Licence) -> int:
    """Who counts; by a slip anybody, the licensee among them."""
    if c.slips("party"):
        return c.one((licence.licensee, c.one(c.register.parties), 999))
    return c.one((*c.company.gateways, *c.company.gateways, c.company.merchants[-1]))


def set_meter(c: Chance) -> Move:
    """A licence that has none, mostly."""

    def fits(each: Licence) -> bool:
        return each.meter is None and each.state in {"ACTIVE", "SUSPENDED"} and each.end >= c.today

    folio = c.folio(lambda f: any(fits(each) for each in f.licences.values()))
    number = c.number(folio.licences, fits, folio.lines)
    licence = folio.licences.get(number) or Licence(0, "NON_EXCLUSIVE", c.today, c.today)
    quota, window = a_quota(c)
    gateway, unit = a_gateway(c, licence), c.code(words.UsageUnit)
    first = max(licence.start, min(c.today - 2, licence.end))
    if c.slips("day"):
        first = c.one((licence.start - 1, licence.end + 1, licence.start, licence.end))
    start = c.moment(first, 0)
    papers, alg, document = c.papers()
    return Move(
        "setMeter",
        c.signers(giver(c, folio, licence), (licence.licensee, "ACCEPT")),
        (
            folio.entry,
            c.ref(folio, number),
            quota,
            words.QuotaWindow[window],
            words.UsageUnit[unit],
            gateway,
            start,
            alg,
            document,
        ),
        lambda t: usage.set_meter(t, folio, number, quota, window, unit, gateway, start, papers),
        c.at(),
    )


def a_meter(c: Chance, fits: Callable[[Licence], Any] | None = None) -> tuple[Folio, int, Licence, Meter]:
    """A licence with a meter and what is needed, rather."""

    def metered(each: Licence) -> bool:
        return each.meter is not None and (fits is None or bool(fits(each)))

    folio = c.folio(lambda f: any(metered(each) for each in f.licences.values()))
    number = c.number(folio.licences, metered, folio.lines)
    licence = folio.licences.get(number) or Licence(0, "NON_EXCLUSIVE", c.today, c.today)
    return folio, number, licence, licence.meter or Meter(0, "NONE", "CALL", c.company.gateways[0], 0, 0, 0)


def amend_meter(c: Chance) -> Move:
    """Another quota or gateway."""
    folio, number, licence, _ = a_meter(c)
    quota, window = a_quota(c)
    gateway = a_gateway(c, licence)
    papers, alg, document = c.papers()
    return Move(
        "amendMeter",
        c.signers(giver(c, folio, licence), (licence.licensee, "ACCEPT")),
        (folio.entry, c.ref(folio, number), quota, words.QuotaWindow[window], gateway, alg, document),
        lambda t: usage.amend_meter(t, folio, number, quota, window, gateway, papers),
        c.at(),
    )


def submit(c: Chance) -> Move:
    """The next period, as far as time has come."""

    def able(each: Licence) -> bool:
        through = each.meter.through if each.meter else c.register.now
        return through < c.register.now and dates.day_of(through) <= each.end

    folio, number, licence, meter = a_meter(c, able)
    start = meter.through
    latest = min(c.register.now, c.moment(licence.end + 1, 0))
    end = min(start + c.one((3_600, 86_400, 5 * 86_400)), latest)
    if c.slips("day"):
        start, end = c.one(
            ((start + 1, end), (start, start), (start, c.register.now + 60), (start, c.moment(licence.end + 1, 0) + 1))
        )
    accepted, rejected = c.random.randint(0, 100_000), c.random.randint(0, 99)
    papers, alg, document = c.papers()
    by = (meter.gateway, "METER") if c.maybe(0.9) else (giver(c, folio, licence)[0], "METER")
    return Move(
        "submitBatch",
        c.signers(by),
        (folio.entry, c.ref(folio, number), max(start, 0), max(end, 0), accepted, rejected, alg, document),
        lambda t: usage.submit(t, folio, number, max(start, 0), max(end, 0), accepted, rejected, papers),
        c.at(),
    )


def a_batch(c: Chance, *states: str) -> tuple[Folio, int, Licence, int, Batch]:
    """A batch in some states, rather."""
    folio, number, licence, _ = a_meter(c, lambda each: any(batch.state in states for batch in each.batches.values()))
    batch = c.number(licence.batches, lambda each: each.state in states, licence.lines)
    return folio, number, licence, batch, licence.batches.get(batch) or Batch(0, 0, 0, 0, c.today, 0)


def _who(licence: Licence) -> tuple[int, str]:
    return (licence.licensee, "ACCEPT")


def countersign(c: Chance) -> Move:
    """The licensee agrees."""
    folio, number, licence, batch, counted = a_batch(c, "SUBMITTED")
    return Move(
        "countersignBatch",
        c.signers(_who(licence)),
        (folio.entry, c.ref(folio, number), batch),
        lambda t: usage.countersign(t, folio, number, batch),
        c.at(counted.since),
    )


def deem(c: Chance) -> Move:
    """Silence."""
    folio, number, _, batch, _ = a_batch(c, "SUBMITTED")
    return Move(
        "deemBatch",
        c.signers((c.party(*c.company.merchants), "FILE")),
        (folio.entry, c.ref(folio, number), batch),
        lambda t: usage.deem(t, folio, number, batch),
        c.poke(),
    )


def dispute(c: Chance) -> Move:
    """The licensee contests."""
    folio, number, licence, batch, counted = a_batch(c, "SUBMITTED")
    code = c.code(words.DisputeCode)
    papers, alg, document = c.papers()
    return Move(
        "disputeBatch",
        c.signers(_who(licence)),
        (folio.entry, c.ref(folio, number), batch, words.DisputeCode[code], 7, alg, document),
        lambda t: usage.dispute(t, folio, number, batch, code, papers),
        c.at(counted.since),
    )


def reconcile(c: Chance) -> Move:
    """Both agree."""
    folio, number, licence, batch, counted = a_batch(c, "DISPUTED")
    accepted = c.random.randint(0, 100_000)
    papers, alg, document = c.papers()
    return Move(
        "reconcileBatch",
        c.signers(giver(c, folio, licence), _who(licence)),
        (folio.entry, c.ref(folio, number), batch, accepted, alg, document),
        lambda t: usage.reconcile(t, folio, number, batch, accepted, papers),
        c.at(counted.since),
    )


def a_route(c: Chance) -> str:
    """Where the money is to go."""
    return c.code(words.PaymentRoute)


def next_batches(licence: Licence) -> list[int]:
    """Agreed batches in a row from where statements end."""
    meter, found = licence.meter, []
    through = meter.settled if meter else 0
    for number, batch in sorted(licence.batches.items()):
        if batch.start == through and batch.state in usage.AGREED:
            found.append(number)
            through = batch.end
    return found


def issue(c: Chance) -> Move:
    """A statement over them."""
    folio, number, licence, _ = a_meter(c, lambda each: each.meter and not each.meter.statement and next_batches(each))
    batches = next_batches(licence)
    if batches and c.maybe(0.4):
        batches = batches[: c.random.randint(1, len(batches))]
    if c.slips("number"):
        batches = c.one(([], batches[1:], [*batches, licence.lines + 1], batches[::-1], [*batches, *batches]))
    route, listed = a_route(c), c.burdens(folio)
    papers, alg, document = c.papers()
    # Whoever wants the fees agrees, half the time.
    asked = [folio.burdens[each] for each in folio.unclosed()]
    agreeing = [
        (each.party, "CONSENT") for each in asked if "PAYMENT" in each.effects and each.waivable and c.maybe(0.5)
    ]
    return Move(
        "issueStatement",
        c.signers(giver(c, folio, licence), *agreeing),
        (folio.entry, c.ref(folio, number), words.PaymentRoute[route], alg, document, listed, batches),
        lambda t: usage.issue(t, folio, number, route, papers, listed, batches),
        c.at(),
    )


def a_statement(c: Chance, *states: str) -> tuple[Folio, int, Licence, int, Statement]:
    """A statement in some states, rather."""
    folio, number, licence, _ = a_meter(
        c, lambda each: any(stated.state in states for stated in each.statements.values())
    )
    statement = c.number(licence.statements, lambda each: each.state in states, licence.lines)
    stated = licence.statements.get(statement)
    return folio, number, licence, statement, stated or Statement("OWN", "OWN", 0, 0, 0, c.today, 0)


def confirm(c: Chance) -> Move:
    """The licensee agrees."""
    folio, number, licence, statement, stated = a_statement(c, "ISSUED")
    return Move(
        "confirmStatement",
        c.signers(_who(licence)),
        (folio.entry, c.ref(folio, number), statement),
        lambda t: usage.confirm(t, folio, number, statement),
        c.at(stated.since),
    )


def deem_statement(c: Chance) -> Move:
    """Silence."""
    folio, number, _, statement, _ = a_statement(c, "ISSUED")
    return Move(
        "deemStatement",
        c.signers((c.party(*c.company.merchants), "FILE")),
        (folio.entry, c.ref(folio, number), statement),
        lambda t: usage.deem_statement(t, folio, number, statement),
        c.poke(),
    )


def refuse(c: Chance) -> Move:
    """Sent back."""
    folio, number, licence, statement, stated = a_statement(c, "ISSUED")
    papers, alg, document = c.papers()
    return Move(
        "refuseStatement",
        c.signers(_who(licence)),
        (folio.entry, c.ref(folio, number), statement, alg, document),
        lambda t: usage.refuse(t, folio, number, statement, papers),
        c.at(stated.since),
    )


def pay(c: Chance) -> Move:
    """Paid."""
    folio, number, licence, statement, stated = a_statement(c, "CONFIRMED")
    route = a_route(c)
    papers, alg, document = c.papers()
    return Move(
        "markPaid",
        c.signers(giver(c, folio, licence), _who(licence)),
        (folio.entry, c.ref(folio, number), statement, words.PaymentRoute[route], alg, document),
        lambda t: usage.pay(t, folio, number, statement, route, papers),
        c.at(stated.since),
    )


STORIES = (
    (grant, set_meter, 2, submit, submit, dispute, reconcile, (countersign, issue), issue, (refuse, confirm), issue, (confirm, pay), pay),
    (grant, set_meter, 2, submit, 11, deem, issue, 11, deem_statement, (pay, confirm), amend_meter),
)  # fmt: skip
MOVES = {
    set_meter: 5, amend_meter: 2, submit: 14, countersign: 6, deem: 3, dispute: 3, reconcile: 3, issue: 6, confirm: 3,
    deem_statement: 2, refuse: 2, pay: 3,
}  # fmt: skip
