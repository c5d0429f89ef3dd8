"""Random finance leases, and what prepares them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ledger_api.domain import words
from tests.contracts.model import changes, lease_ends, leases
from tests.contracts.model.chance import Chance
from tests.contracts.model.folio import Attestation, Folio, Licence
from tests.contracts.model.masks import rights
from tests.contracts.model.moves.attestations import attest_this
from tests.contracts.model.moves.changes import waivers
from tests.contracts.model.moves.licences import granted
from tests.contracts.model.moves.securities import import_filing, verify
from tests.contracts.model.moves.steps import step
from tests.contracts.model.play import Move
from tests.contracts.model.record_words import lease as lease_word
from tests.contracts.model.records import Lease
from tests.contracts.model.register import EVERY_RIGHT, OPERATE, USE

ENDED = ("SETTLED", "TITLE_RETURNED", "TITLE_RETAINED", "RECHARACTERISED", "VOID")

# ---------------------------------------------------------------------------------------------------- what a lease rests on


def leasable(c: Chance, folio: Folio) -> bool:
    """USE and OPERATE are one party's, and nothing is charged."""
    live = folio.live(c.today, c.today) >= {USE, OPERATE} and folio.holder[USE] == folio.holder[OPERATE]
    return live and not any(folio.burdens[each].kind in {"SECURITY", "LEASE"} for each in folio.unclosed())


def report(c: Chance, folio: Folio, kind: str, purpose: str) -> int:
    """A report that serves, 0 when there is none."""
    found = (
        number
        for number, each in folio.attestations.items()
        if (each.kind, each.purpose, each.state) == (kind, purpose, "ACTIVE") and each.until >= c.today
    )
    return max(found, default=0)


def _attest(c: Chance, folio: Folio, kind: str, purpose: str) -> Move:
    terms = Attestation(kind, c.company.attestors[1], purpose, "STATED", EVERY_RIGHT, c.today, c.today + 180)
    return attest_this(c, folio, terms)


def appraise(c: Chance) -> Move:
    """What it is worth, to be leased."""
    return _attest(c, c.folio(lambda f: leasable(c, f)), "VALUATION", "LEASE")


def account(c: Chance) -> Move:
    """What it stands in the books for."""
    return _attest(c, c.folio(lambda f: leasable(c, f)), "ACCOUNTING", "BOOKING")


def appraise_for_sale(c: Chance) -> Move:
    """What it is worth, to be sold."""
    folio = c.folio(lambda f: any(each.state == "REPOSSESSED" for each in f.leases.values()))
    return _attest(c, folio, "VALUATION", "DISPOSAL")


def give_title(c: Chance) -> Move:
    """A court gives the rights to a lessor that agreed to have them, or to anybody's lessee back again."""

    def wants(folio: Folio) -> int:
        for lease in folio.leases.values():
            if lease.state == "AGREED" and folio.holder[OPERATE] != lease.lessor:
                return lease.lessor
            if lease.state not in {*ENDED, "AGREED"} and folio.holder[OPERATE] != lease.lessee:
                return lease.lessee
        return c.one(c.company.lessors) if leasable(c, folio) else 0

    folio = c.folio(wants)
    taker = wants(folio) or c.one(c.company.lessors)
    on = leases.OBJECT if c.maybe(0.5) or folio.holder[0] == taker else EVERY_RIGHT
    order, shown = c.order(*c.company.courts)
    listed = c.burdens(folio)
    return Move(
        "executeTransfer",
        c.signers(also=c.pair(folio.registrar)),
        (folio.entry, rights(on), taker, shown, listed),
        lambda t: changes.execute_transfer(t, folio, on, taker, order, listed),
        c.at(),
    )


# ---------------------------------------------------------------------------------------------------- beginning


def record(c: Chance) -> Move:
    """Back, or out."""
    folio = c.folio(
        lambda f: leasable(c, f) and report(c, f, "VALUATION", "LEASE") and report(c, f, "ACCOUNTING", "BOOKING")
    )
    holder = folio.holder[OPERATE]
    direct = (holder in c.company.lessors) ^ c.maybe(0.03)
    lessor = holder if direct else c.party(*(each for each in c.company.lessors if each != holder))
    lessee = c.party(*(each for each in c.company.merchants if each != holder)) if direct else holder
    title = "TRANSFERRED" if direct or c.maybe(0.5) else "NOTED"
    until = min(folio.until[USE], folio.until[OPERATE], c.today + c.random.randint(5, 90))
    instalments, grace = c.random.randint(1, 5), c.random.randint(1, 8)
    flags, share = leases.ATTESTED, c.one((0, 0, 1_000, 3_000))
    if c.slips("day"):
        until = c.one((c.today - 1, folio.until[OPERATE] + 1))
    if c.slips("terms"):
        instalments, grace, flags, share, title = c.one(
            (
                (0, grace, flags, share, title),
                (instalments, 0, flags, share, title),
                (instalments, grace, frozenset(("PRICE_WITHIN",)), share, title),
                (instalments, grace, flags | {"CONTESTED"}, share, title),
                (instalments, grace, flags, 10_001, title),
                (instalments, grace, flags, share, "NOTED"),
            )
        )
    valuation, booked = report(c, folio, "VALUATION", "LEASE"), report(c, folio, "ACCOUNTING", "BOOKING")
    if c.slips("number"):
        valuation, booked = c.one(
            ((booked, valuation), (valuation, valuation), (c.random.randint(0, folio.next), booked))
        )
    terms = Lease(
        structure="DIRECT" if direct else "LEASEBACK",
        title=title,
        end=c.one(list(words.EndTitle)).name,
        instalments=instalments,
        grace=grace,
        lessee=lessee,
        flags=flags,
        valuation=valuation,
        book_value=booked,
        until=max(until, 0),
        default_after=c.one((0, 0, 1, 3)),
        default_share=share,
    )
    shown = replace(
        lease_word(terms),
        state=words.LeaseState.NONE,
        valuation=c.ref(folio, valuation),
        book_value=c.ref(folio, booked),
    )
    listed = c.burdens(folio)
    papers, alg, document = c.papers()
    other = lessee if direct else lessor
    return Move(
        "recordLease",
        c.signers(
            (holder, "CHARGE"),
            (other, "ACCEPT"),
            (c.register.keeper(folio.registrar), "RECORD"),
            *waivers(c, folio, "LEASE", 4),
        ),
        (folio.entry, shown, lessor, (alg, *(document,) * 5), listed),
        lambda t: leases.record(t, folio, lessor, terms, papers, listed),
        c.at(),
    )


def a_lease(c: Chance, fits: Callable[[Lease], Any]) -> tuple[Folio, int, Lease]:
    """A lease that fits, rather."""
    folio = c.folio(lambda f: any(fits(each) for each in f.leases.values()))
    number = c.number(folio.leases, fits, folio.lines)
    lessee = c.company.merchants[0]
    nothing = Lease("LEASEBACK", "NOTED", "SILENT", 1, 1, lessee, leases.ATTESTED, 0, 0, 0, lessor=c.company.lessors[0])
    return folio, number, folio.leases.get(number) or nothing


def _since(folio: Folio, number: int, lease: Lease) -> int:
    return max(lease.since, folio.burdens[number].since if number in folio.burdens else 0)


def _in(*states: str) -> Callable[[Lease], bool]:
    return lambda lease: lease.state in states


def lend_back(c: Chance) -> Move:
    """The lessee alone uses what was its own, for the whole term."""
    folio, _, lease = a_lease(c, _in("AGREED"))
    end = lease.until + c.one((0, 0, 5, -1 if c.slips("day") else 0))
    terms = Licence(lease.lessee, "EXCLUSIVE", c.today, max(end, c.today), delete_within=c.one((0, 30)))
    return granted(c, folio, folio.holder[OPERATE], terms)


def take_title(c: Chance) -> Move:
    """Both are there."""
    folio, number, lease = a_lease(c, _in("AGREED"))

    def fits(each: Licence) -> bool:
        return (each.licensee, each.kind, each.state) == (lease.lessee, "EXCLUSIVE", "ACTIVE")

    back = c.number(folio.licences, fits, folio.lines)
    return Move(
        "takeTitle",
        c.signers((lease.lessee, "ACCEPT"), (c.register.keeper(folio.registrar), "RECORD")),
        (folio.entry, c.ref(folio, number), c.ref(folio, back)),
        lambda t: leases.take_title(t, folio, number, back),
        c.at(_since(folio, number, lease)),
    )


# ---------------------------------------------------------------------------------------------------- rents and default


def _step(
    c: Chance,
    name: str,
    found: tuple[Folio, int, Lease],
    by: frozenset[int],
    judge: Any,  # noqa: ANN401
    *coded: tuple[Any, Any],
) -> Move:
    folio, number, lease = found
    return step(c, name, (folio, number), _since(folio, number, lease), by, judge, *coded)


def pay(c: Chance) -> Move:
    """Some more."""
    found = a_lease(c, lambda each: each.state in leases.PAYING and each.paid < each.instalments)
    lease = found[2]
    paid = lease.paid + c.random.randint(1, max(1, lease.instalments - lease.paid))
    if c.slips("day"):
        paid = c.one((lease.paid, lease.instalments + 1))
    return _step(c, "recordRent", found, c.signers((lease.lessor, "ACCEPT")), leases.pay, (paid, paid))


def pay_all(c: Chance) -> Move:
    """The last one too."""
    found = a_lease(c, lambda each: each.state in leases.PAYING and each.paid < each.instalments)
    paid = found[2].instalments
    return _step(c, "recordRent", found, c.signers((found[2].lessor, "ACCEPT")), leases.pay, (paid, paid))


def note_overdue(c: Chance) -> Move:
    """So much that it is a default, mostly."""
    found = a_lease(c, _in("IN_TERM", "DEMANDED"))
    lease = found[2]
    rents = c.random.randint(0 if c.maybe(0.2) else 1, max(1, lease.instalments - lease.paid))
    share = c.one((1_499, 1_500, 3_000)) if rents else 0
    if c.maybe(0.75):
        rents, share = max(1, lease.instalments - lease.paid), 3_000
    if c.slips("day"):
        rents, share = c.one(((lease.instalments + 1, 0), (0, 1), (1, 10_001)))
    by = c.signers((lease.lessor, "ENFORCE"))
    return _step(c, "noteOverdue", found, by, leases.note_overdue, (rents, rents), (share, share))


def contest(c: Chance) -> Move:
    """It is not."""
    found = a_lease(c, lambda each: each.overdue > 0)
    return _step(c, "contestOverdue", found, c.signers((found[2].lessee, "OBJECT")), leases.contest)


def demand(c: Chance) -> Move:
    """Demanded."""
    found = a_lease(c, lambda each: each.state == "IN_TERM" and leases.in_default(each))
    return _step(c, "demandRent", found, c.signers((found[2].lessor, "ENFORCE")), leases.demand)


def elect(c: Chance, *usual: str) -> Move:
    """One or the other; by chance once more."""
    found = a_lease(c, _in(*(("DEMANDED",) if c.maybe(0.9) else ("ACCELERATED", "TERMINATED"))))
    code = c.code(words.Remedy, *usual)
    by = c.signers((found[2].lessor, "ENFORCE", 2))
    return _step(c, "electRemedy", found, by, leases.elect, (code, words.Remedy[code]))


def terminate(c: Chance) -> Move:
    """The object."""
    return elect(c, "TERMINATE")


# ---------------------------------------------------------------------------------------------------- end


def _with_lessee_or_pair(c: Chance, folio: Folio, lease: Lease) -> frozenset[int]:
    if c.maybe(0.5):
        return c.signers((lease.lessor, "ENFORCE"), (lease.lessee, "ACCEPT"))
    return c.signers((lease.lessor, "ENFORCE"), also=c.pair(folio.registrar))


def repossess(c: Chance) -> Move:
    """Taken back."""
    found = a_lease(c, _in("TERMINATED"))
    return _step(c, "repossess", found, _with_lessee_or_pair(c, found[0], found[2]), lease_ends.repossess)


def settle_value(c: Chance) -> Move:
    """The value is settled."""
    folio, number, lease = a_lease(c, _in("REPOSSESSED"))
    valuation = report(c, folio, "VALUATION", "DISPOSAL")
    if c.slips("number"):
        valuation = c.random.randint(0, folio.next)
    papers, alg, document = c.papers()
    return Move(
        "settleValue",
        _with_lessee_or_pair(c, folio, lease),
        (folio.entry, c.ref(folio, number), c.ref(folio, valuation), (alg, document, document, document)),
        lambda t: lease_ends.settle_value(t, folio, number, valuation, papers),
        c.at(_since(folio, number, lease)),
    )


def settle_title(c: Chance) -> Move:
    """Matured when all is paid, else bought out."""
    paid = c.maybe(0.5)
    fits = lambda each: each.state in leases.PAYING and each.paid == each.instalments  # noqa: E731
    found = a_lease(c, fits if paid else _in(*leases.PAYING, "AGREED", "TERMINATED"))
    lease = found[2]
    code = c.code(words.LeaseEnding, "MATURED" if lease.paid == lease.instalments and c.maybe(0.9) else "BOUGHT_OUT")
    end = lease.end if code == "MATURED" else "LESSEE_AGREED"
    if end == "LESSEE_AGREED":
        by = c.signers((lease.lessor, "RELEASE", 2), (lease.lessee, "ACCEPT"))
    else:
        by = c.signers((lease.lessee if end == "LESSEE_TOKEN" else lease.lessor, "ACCEPT"))
    return _step(c, "settleTitle", found, by, lease_ends.settle_title, (code, words.LeaseEnding[code]))


def judge(c: Chance) -> Move:
    """A court says what it is."""
    folio, number, lease = a_lease(c, lambda each: each.state not in ENDED)
    code = c.code(words.LeaseJudgment, "VOID", "RECHARACTERISED", "RECHARACTERISED", "TERMINATED")
    loan = (code == "RECHARACTERISED") ^ c.slips("terms")
    character = c.one(list(words.Characterisation)[1:]).name if loan else "NONE"
    maturity = c.today + c.random.randint(0, 60) if loan else 0
    order, shown = c.order(*c.company.courts)
    return Move(
        "executeLeaseJudgment",
        c.signers(also=c.pair(folio.registrar)),
        (
            folio.entry,
            c.ref(folio, number),
            words.LeaseJudgment[code],
            words.Characterisation[character],
            maturity,
            shown,
        ),
        lambda t: lease_ends.judge(t, folio, number, code, character, maturity, order),
        c.at(_since(folio, number, lease)),
    )


MOVES = {
    appraise: 2, account: 2, record: 4, give_title: 2, lend_back: 3, take_title: 3, pay: 2, note_overdue: 3, contest: 2, demand: 2,
    elect: 3, repossess: 3, appraise_for_sale: 1, settle_value: 3, settle_title: 3, judge: 2,
}  # fmt: skip
FROM_DEFAULT = (note_overdue, note_overdue, (demand, contest), demand, 14)
STORIES = (
    (give_title, appraise, account, record, lend_back, take_title, *FROM_DEFAULT, terminate, repossess, appraise_for_sale, settle_value),
    (appraise, account, record, import_filing, verify, give_title, lend_back, take_title, *FROM_DEFAULT, elect, judge, repossess),
    (appraise, account, record, (pay, import_filing), pay_all, settle_title, give_title, settle_title),
    (appraise, account, record, *FROM_DEFAULT, elect, (elect, contest), judge, (settle_title, judge)),
)  # fmt: skip
