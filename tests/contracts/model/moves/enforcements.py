"""Random realisations of securities: opened, prepared, sold or managed, settled, or ended before."""

from collections.abc import Callable
from typing import Any

from ledger_api.domain import words
from tests.contracts.model import disposals, enforcements, realisations
from tests.contracts.model.chance import DOCUMENT, Chance
from tests.contracts.model.enforcements import READY, UNSOLD
from tests.contracts.model.folio import Burden, Folio
from tests.contracts.model.moves.burdens import clause
from tests.contracts.model.moves.leases import appraise_for_sale, report
from tests.contracts.model.moves.licences import grant
from tests.contracts.model.moves.securities import (
    a_security,
    demand,
    import_filing,
    notice_default,
    record,
    verify,
)
from tests.contracts.model.play import Move
from tests.contracts.model.records import Enforcement
from tests.contracts.model.register import OPERATE, Order

NO_ORDER = (0, 0, 0, 0, 0, bytes(32))
Found = tuple[Folio, int, Enforcement]


def ruling(c: Chance, needed: bool) -> tuple[Order | None, tuple[Any, ...]]:
    """A court's, where one is needed; by a slip the other way round."""
    if needed ^ c.slips("terms"):
        return c.order(*c.company.courts)
    return None, NO_ORDER


def open_(c: Chance) -> Move:
    """For a default, on demand, or on a court's instrument."""

    def ready(each: Any) -> bool:  # noqa: ANN401
        due = each.debt.demanded or 0 < each.debt.cure_until < c.today
        return each.state == "PERFECTED" and bool(due)

    folio, number, security, burden = a_security(c, ready)
    usual = ["INSTRUMENT"] if c.maybe(0.2) or not ready(security) else []
    if not usual:
        usual += ["DEMAND"] if security.debt.demanded else []
        usual += ["DEFAULT", "INSOLVENCY"] if security.debt.cause == "INSOLVENCY" else ["DEFAULT"]
    code = c.code(words.EnforcementTrigger, *usual)
    clerk = (c.register.keeper(folio.registrar), "RECORD")
    if code in {"INSTRUMENT", "INSOLVENCY"}:
        own = ((burden.party, "ENFORCE", 2),) if code == "INSOLVENCY" else ()
        by = c.signers(*own, also=c.pair(folio.registrar))
    elif code == "DEMAND" and c.maybe(0.5):
        by = c.signers((folio.holder[OPERATE], "CHARGE"), clerk)
    else:
        by = c.signers((burden.party, "ENFORCE", 2), clerk)
    return opened(c, folio, number, code, by)


def opened(c: Chance, folio: Folio, number: int, code: str, by: frozenset[int]) -> Move:
    """This one, for this reason."""
    order, shown = ruling(c, code == "INSTRUMENT")
    exhausted, listed = c.maybe(0.8), c.burdens(folio)
    papers, alg, document = c.papers()
    evidence = (alg, document, DOCUMENT if exhausted else bytes(32))
    return Move(
        "openEnforcement",
        by,
        (folio.entry, c.ref(folio, number), words.EnforcementTrigger[code], shown, evidence, listed),
        lambda t: enforcements.open_(t, folio, number, code, order, exhausted, papers, listed),
        c.at(folio.burdens[number].since if number in folio.burdens else 0),
    )


def an_enforcement(c: Chance, fits: Callable[[Enforcement], Any]) -> Found:
    """An enforcement that fits, rather."""
    folio = c.folio(lambda f: any(fits(each) for each in f.enforcements.values()))
    number = c.number(folio.enforcements, fits, folio.lines)
    return folio, number, folio.enforcements.get(number) or Enforcement("DEFAULT", frozenset((2,)), 0)


def _in(*states: str) -> Callable[[Enforcement], bool]:
    return lambda e: e.state in states and e.stay == "NONE"


def _burden(found: Found) -> Burden:
    folio, _, e = found
    return folio.burdens.get(e.security) or Burden("NONE", e.rights, frozenset(), 0, 0, 0)


def _since(found: Found) -> int:
    return max(found[2].since, _burden(found).since)


def _creditor(found: Found) -> tuple[int, str, int]:
    return (_burden(found).party, "ENFORCE", 2)


def _holders(found: Found) -> list[tuple[int, str]]:
    folio, _, _ = found
    return [(holder, "DISPOSE") for holder in sorted({folio.holder[right] for right in _burden(found).rights})]


# ---------------------------------------------------------------------------------------------------- preparing


def _conductor(c: Chance, found: Found) -> frozenset[int]:
    if c.maybe(0.7):
        return c.signers((_burden(found).party, "ENFORCE"))
    return c.signers(also=c.pair(found[0].registrar))


def notice(c: Chance) -> Move:
    """Everybody is told."""
    found = folio, number, _ = an_enforcement(c, _in(*(("OPENED",) if c.maybe(0.9) else UNSOLD)))
    listed, licence_list = c.burdens(folio), c.licences(folio)
    papers, alg, document = c.papers()
    return Move(
        "noticeEnforcement",
        _conductor(c, found),
        (folio.entry, c.ref(folio, number), alg, document, listed, licence_list),
        lambda t: enforcements.notice(t, folio, number, papers, listed, licence_list),
        c.at(_since(found)),
    )


def value(c: Chance) -> Move:
    """Valued."""
    found = folio, number, _ = an_enforcement(
        c, _in(*(("NOTICED",) if c.maybe(0.8) else ("NOTICED", "VALUED", *READY)))
    )
    valuation = report(c, folio, "VALUATION", "DISPOSAL")
    if c.slips("number"):
        valuation = c.random.randint(0, folio.next)
    return Move(
        "valueEnforcement",
        _conductor(c, found),
        (folio.entry, c.ref(folio, number), c.ref(folio, valuation)),
        lambda t: enforcements.value(t, folio, number, valuation),
        c.at(_since(found)),
    )


def for_sale(c: Chance) -> Move:
    """By auction, or to somebody."""
    return set_method(c, ("AUCTION", "PRIVATE_SALE"))


def for_management(c: Chance) -> Move:
    """As agreed."""
    return set_method(c, ("COMPULSORY_LICENSING",), ("AGREEMENT",))


def set_method(c: Chance, methods: tuple[str, ...] = (), bases: tuple[str, ...] = ()) -> Move:
    """Mostly as agreed."""
    found = folio, number, e = an_enforcement(c, _in("VALUED", *READY))
    basis = c.code(words.EnforcementBasis, *(bases or ("AGREEMENT", "AGREEMENT", "COURT", "COURT", "SELF_HELP")))
    usual = ["AUCTION", "PRIVATE_SALE"]
    if basis != "SELF_HELP" and (basis == "AGREEMENT" or e.rounds >= 1 or c.maybe(0.1)):
        usual += ["DISCOUNT", "COMPULSORY_LICENSING", "COMPULSORY_LICENSING"]
    method = c.one(methods or usual) if not c.slips("code") else c.one(list(words.EnforcementMethod)).name
    order, shown = ruling(c, basis == "COURT")
    by = {
        "COURT": lambda: c.signers(also=c.pair(folio.registrar)),
        "AGREEMENT": lambda: c.signers(_creditor(found), *_holders(found)),
    }.get(basis, lambda: c.signers(_creditor(found)))()
    papers, alg, document = c.papers()
    return Move(
        "setMethod",
        by,
        (
            folio.entry,
            c.ref(folio, number),
            words.EnforcementMethod[method],
            words.EnforcementBasis[basis],
            shown,
            alg,
            document,
        ),
        lambda t: enforcements.set_method(t, folio, number, method, basis, order, papers),
        c.at(_since(found)),
    )


# ---------------------------------------------------------------------------------------------------- selling and managing


def _venue(c: Chance, e: Enforcement) -> int:
    auction = e.method == "AUCTION" and e.basis != "COURT"
    return c.party(*c.company.exchanges) if auction ^ c.maybe(0.03) else 0


def _conducting(c: Chance, found: Found, venue: int, *others: tuple[int, str]) -> frozenset[int]:
    if found[2].basis == "COURT":
        return c.signers(*others, also=c.pair(found[0].registrar))
    return c.signers(_creditor(found), *(((venue, "RECORD"),) if venue else ()), *others)


def _held(c: Chance, e: Enforcement) -> int:
    if c.slips("day"):
        return c.one((c.today + 1, max(e.noticed + 4, 0), e.noticed + 5))
    return c.today


def fail(c: Chance) -> Move:
    """Nobody bid, or nobody paid."""
    unpaid = c.maybe(0.3)
    found = folio, number, e = an_enforcement(c, _in(*(("SOLD",) if unpaid else READY)))
    code = c.code(words.RoundFailure, "NOT_PAID" if unpaid else "NO_BID")
    venue, day = _venue(c, e), _held(c, e)
    papers, alg, document = c.papers()
    return Move(
        "failRound",
        _conducting(c, found, venue),
        (folio.entry, c.ref(folio, number), venue, day, words.RoundFailure[code], alg, document),
        lambda t: disposals.fail(t, folio, number, venue, day, code, papers),
        c.at(_since(found)),
    )


def sell(c: Chance) -> Move:
    """To somebody who has none of it yet, mostly."""
    found = folio, number, e = an_enforcement(c, _in(*READY))
    buyer = c.party(*(each for each in c.company.merchants if each not in folio.holder))
    if c.maybe(0.1):
        buyer = _burden(found).party or buyer
    venue, day, priced, listed = _venue(c, e), _held(c, e), c.maybe(0.97), c.burdens(folio)
    papers, alg, document = c.papers()
    agreeing = [(buyer, "ACCEPT")] if e.basis != "COURT" else []
    agreeing += _holders(found) if e.method == "DISCOUNT" and e.basis != "COURT" else []
    sale = (venue, day, alg, DOCUMENT if priced else bytes(32), document)
    return Move(
        "sellRight",
        _conducting(c, found, venue, *agreeing),
        (folio.entry, c.ref(folio, number), buyer, sale, listed),
        lambda t: disposals.sell(t, folio, number, buyer, venue, day, priced, papers, listed),
        c.at(_since(found)),
    )


def take_over(c: Chance) -> Move:
    """Managed by somebody."""
    found = folio, number, e = an_enforcement(
        c, lambda each: each.state in READY and each.method == "COMPULSORY_LICENSING"
    )
    security = folio.securities.get(e.security)
    agreed = security.debt.takeover if security else 0
    operator = c.party(*(each for each in c.company.merchants if each not in folio.holder))
    operator = agreed if agreed and c.maybe(0.7) else operator
    until = min(folio.until[OPERATE], c.today + c.random.randint(0, 60))
    if c.slips("day"):
        until = c.one((c.today - 1, folio.until[OPERATE] + 1))
    listed = c.burdens(folio)
    papers, alg, document = c.papers()
    agreeing = [(operator, "ACCEPT")]
    agreeing += _holders(found) if e.basis != "COURT" and (operator != agreed or c.maybe(0.3)) else []
    return Move(
        "takeOver",
        _conducting(c, found, 0, *agreeing),
        (folio.entry, c.ref(folio, number), operator, max(until, 0), alg, document, listed),
        lambda t: disposals.take_over(t, folio, number, operator, max(until, 0), papers, listed),
        c.at(_since(found)),
    )


def report_income(c: Chance) -> Move:
    """What came in."""
    found = folio, number, _ = an_enforcement(c, _in("MANAGED"))
    now = folio.management
    until = c.day(now.through + 1, min(c.today, now.until))
    if c.slips("day"):
        until = c.one((now.through, c.today + 1, now.until + 1))
    papers, alg, document = c.papers()
    return Move(
        "reportIncome",
        c.signers((now.operator, "LICENSE"), (_burden(found).party, "ENFORCE")),
        (folio.entry, c.ref(folio, number), until, alg, DOCUMENT, document),
        lambda t: disposals.report(t, folio, number, until, papers),
        c.at(_since(found)),
    )


def give_back(c: Chance) -> Move:
    """Returned."""
    found = folio, number, _ = an_enforcement(c, _in("MANAGED"))
    papers, alg, document = c.papers()
    return Move(
        "returnRight",
        _conducting(c, found, 0),
        (folio.entry, c.ref(folio, number), alg, document),
        lambda t: disposals.give_back(t, folio, number, papers),
        c.at(_since(found)),
    )


# ---------------------------------------------------------------------------------------------------- stays and ends


def _ordered(c: Chance, name: str, found: Found, court: bool, by: frozenset[int], judge: Any, *coded: Any) -> Move:  # noqa: ANN401
    folio, number, _ = found
    order, shown = ruling(c, court)
    papers, alg, document = c.papers()
    return Move(
        name,
        by,
        (folio.entry, c.ref(folio, number), *coded, shown, alg, document),
        lambda t: judge(t, folio, number, *(each.name for each in coded), order, papers),
        c.at(_since(found)),
    )


def suspend(c: Chance) -> Move:
    """Stayed."""
    found = an_enforcement(c, _in(*UNSOLD, "SOLD", "MANAGED"))
    code = words.Stay[c.code(words.Stay)]
    by = c.signers(also=c.pair(found[0].registrar))
    return _ordered(c, "suspendEnforcement", found, code != words.Stay.OBJECTED, by, enforcements.suspend, code)


def resume(c: Chance) -> Move:
    """It goes on."""
    found = an_enforcement(c, lambda each: each.stay != "NONE")
    by = c.signers(also=c.pair(found[0].registrar))
    return _ordered(c, "resumeEnforcement", found, found[2].stay != "OBJECTED", by, enforcements.resume)


def end(c: Chance) -> Move:
    """Before the sale is settled."""
    found = an_enforcement(c, lambda each: each.state in {*UNSOLD, "SOLD", "MANAGED"})
    managed = found[2].state == "MANAGED" and c.maybe(0.7)
    code = words.EnforcementEnd.ORDERED if managed else words.EnforcementEnd[c.code(words.EnforcementEnd)]
    ordered = code == words.EnforcementEnd.ORDERED
    power = "RELEASE" if code == words.EnforcementEnd.SATISFIED else "ENFORCE"
    buyer = [(found[2].buyer, "ACCEPT")] if found[2].buyer else []
    by = c.signers(also=c.pair(found[0].registrar)) if ordered else c.signers((_burden(found).party, power, 2), *buyer)
    return _ordered(c, "endEnforcement", found, ordered, by, enforcements.end, code)


# ---------------------------------------------------------------------------------------------------- what a sale does


def settle(c: Chance) -> Move:
    """The buyer has paid."""
    found = folio, number, e = an_enforcement(c, _in("SOLD"))
    order, shown = ruling(c, e.basis == "COURT" or c.maybe(0.2))
    listed, licence_list = c.burdens(folio), c.licences(folio)
    papers, alg, document = c.papers()
    agreeing: list[Any] = [] if order else [_creditor(found), (e.buyer, "ACCEPT")]
    return Move(
        "settleSale",
        c.signers(*agreeing, also=c.pair(folio.registrar)),
        (folio.entry, c.ref(folio, number), shown, (alg, document, document, document), listed, licence_list),
        lambda t: realisations.settle(t, folio, number, order, papers, listed, licence_list),
        c.at(e.since),
    )


def remove(c: Chance) -> Move:
    """A licence that falls, rather."""
    folio, number, e = an_enforcement(c, _in("SETTLED"))
    secured = c.number(folio.securities, lambda each: each.open, folio.lines)

    def falls(each: Any) -> bool:  # noqa: ANN401
        living = each.state in {"ACTIVE", "SUSPENDED"}
        return living and secured in folio.securities and not realisations.survives(folio, each, secured, e.settled_on)

    licence = c.number(folio.licences, falls, folio.lines)
    papers, alg, document = c.papers()
    return Move(
        "removeLicence",
        c.signers(also=c.pair(folio.registrar)),
        (folio.entry, c.ref(folio, number), c.ref(folio, licence), c.ref(folio, secured), alg, document),
        lambda t: realisations.remove(t, folio, number, licence, secured, papers),
        c.at(e.since),
    )


def _result(c: Chance) -> str:
    return c.one(("REALISED", "PARTLY_REALISED")) if not c.slips("code") else c.one(("NONE", "RELEASED"))


def clear(c: Chance) -> Move:
    """What the sale clears, rather."""
    folio, number, e = an_enforcement(c, _in("SETTLED"))

    def goes(each: Burden) -> bool:
        return each.state == "OPEN" and each.kind in {"SECURITY", *realisations.AGREED} and bool(each.rights & e.rights)

    others = {each: burden for each, burden in folio.burdens.items() if each != e.security or c.maybe(0.1)}
    burdened = c.number(others, goes, folio.lines)
    secures = burdened in folio.burdens and folio.burdens[burdened].kind == "SECURITY"
    result = _result(c) if secures else "NONE"
    papers, alg, document = c.papers()
    return Move(
        "clearBurden",
        c.signers(also=c.pair(folio.registrar)),
        (folio.entry, c.ref(folio, number), c.ref(folio, burdened), words.SecurityState[result], alg, document),
        lambda t: realisations.clear(t, folio, number, burdened, result, papers),
        c.at(max(e.since, folio.burdens[burdened].since if burdened in folio.burdens else 0)),
    )


def complete(c: Chance) -> Move:
    """Nothing is left to clear, mostly."""
    found = folio, number, _ = an_enforcement(c, _in("SETTLED"))
    result, listed = _result(c), c.burdens(folio)
    papers, alg, document = c.papers()
    return Move(
        "completeEnforcement",
        c.signers(also=c.pair(folio.registrar)),
        (folio.entry, c.ref(folio, number), words.SecurityState[result], alg, document, listed),
        lambda t: realisations.complete(t, folio, number, result, papers, listed),
        c.at(_since(found)),
    )


MOVES = {
    open_: 3, notice: 3, value: 2, set_method: 3, fail: 2, sell: 3, take_over: 2, report_income: 2, give_back: 2, suspend: 2,
    resume: 2, end: 1, settle: 3, remove: 3, clear: 3, complete: 4,
}  # fmt: skip
PUBLISHED = (record, import_filing, verify)
IN_DEFAULT = (*PUBLISHED, notice_default, 4)
READIED = (open_, notice, appraise_for_sale, value, 6)
STORIES = (
    (*IN_DEFAULT, *READIED, for_sale, sell, (settle, fail), settle, (clear, remove), complete),
    (record, *IN_DEFAULT, clause, *READIED, for_sale, sell, settle, clear, complete, clear, complete),
    (*PUBLISHED, grant, grant, *READIED, for_sale, sell, settle, remove, remove, complete),
    (*IN_DEFAULT, *READIED, for_management, take_over, 3, report_income, (report_income, suspend), give_back, set_method),
    (*PUBLISHED, 60, demand, *READIED, for_sale, fail, set_method, fail, set_method, (take_over, sell), 2, report_income, give_back),
    (*IN_DEFAULT, *READIED, (suspend, set_method), resume, for_sale, (sell, end), (end, settle)),
)  # fmt: skip
