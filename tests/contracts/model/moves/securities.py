"""Random securities, filings at other registers, and guarantees."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from eth_hash.auto import keccak

from ledger_api.domain import words
from tests.contracts.model import guarantees, securities
from tests.contracts.model.chance import Chance
from tests.contracts.model.folio import Attestation, Burden, Debt, Filing, Folio, Guarantee, Security
from tests.contracts.model.masks import mask, rights
from tests.contracts.model.moves.steps import by_instrument, step
from tests.contracts.model.play import Move
from tests.contracts.model.register import EFFECTS, EVERY_RIGHT, OPERATE
from tests.contracts.model.words import debt as debt_word
from tests.contracts.model.words import security as security_word

OPEN = ("RECORDED", "PERFECTED", "LAPSED")
GONE = ("RELEASED", "EXTINGUISHED")
ACKS = ("RELEASE", "RANK", "AMEND_UP", "DEBT_TRANSFER", "SUBSTITUTE")
CHARACTERS = tuple(each.name for each in words.Characterisation if each.name not in {"NONE", "FINANCE_LEASE"})
PAPERS = {"papers one": keccak(b"papers one"), "papers two": keccak(b"papers two")}

# ---------------------------------------------------------------------------------------------------- recording


def a_valuation(c: Chance, folio: Folio) -> int:
    """A valuation to rely on, rather one that serves; mostly none."""
    if not folio.attestations or c.maybe(0.5):
        return 0

    def serves(each: Attestation) -> bool:
        return (each.kind, each.purpose, each.state) == ("VALUATION", "PLEDGE", "ACTIVE")

    known = any(serves(each) for each in folio.attestations.values())
    return c.number(folio.attestations, serves, folio.lines) if known or c.maybe(0.2) else 0


def a_debt(c: Chance, folio: Folio, debtor: int, maximum: bool) -> Debt:
    """What is secured, for a short time, mostly."""
    maturity = c.today + (
        c.random.randint(-1, 0) if c.slips("day") else c.random.randint(1, 60) if c.maybe(0.7) else 300
    )
    window = (c.today, c.today + 30) if maximum else (0, 0)
    if c.slips("code"):
        window = c.one(((0, 0), (c.today, c.today + 1), (c.today + 1, c.today), (c.today, 0)))
    takeover = c.party(*c.company.merchants) if c.maybe(0.15) else 0
    return Debt(
        debtor,
        maturity,
        window,
        valuation=a_valuation(c, folio),
        cap=c.one((0, 5_000, 7_000)),
        order=c.one(list(words.EnforcementOrder)).name,
        scope=c.some(("INTEREST", "DAMAGES"), 0.5),
        place=330_100,
        takeover=takeover,
    )


def record(c: Chance) -> Move:
    """A holder secures its own debt or another's."""
    folio = c.folio(lambda f: f.is_live(OPERATE, c.today, c.today))
    grantor = folio.holder[OPERATE]
    own = frozenset(right for right in folio.live(c.today, c.today) if folio.holder[right] == grantor)
    on = (c.rights(own or EVERY_RIGHT) | {OPERATE}) if c.slip != "terms" or c.maybe(0.5) else c.rights()
    counter = c.maybe(0.15)
    creditor = c.party(
        *(c.company.guarantors if counter else [*c.company.banks, *c.company.banks, c.company.merchants[-1]])
    )
    third = c.maybe(0.25)
    debtor = c.party(*(each for each in c.company.merchants if each != grantor)) if third else grantor
    linked = c.maybe(0.3)
    guarantor = c.party(*(each for each in c.company.guarantors if each != creditor)) if linked else 0
    acks = (c.some(ACKS, 0.4) | {"RELEASE"}) if guarantor else frozenset()
    if c.slips("code"):
        acks = c.some(ACKS, 0.5) - {"RELEASE"}
    maximum = c.maybe(0.3)
    flags = frozenset(("FORFEITURE_FREE",)) | c.some(("INCLUDES_PROCEEDS", "SELF_HELP", "INCLUDES_DERIVED"), 0.3)
    flags |= frozenset(("NEGATIVE_PLEDGE",)) if c.maybe(0.2) else frozenset()
    flags |= frozenset(("RENEWAL_COVENANT",)) if c.maybe(0.92) else frozenset()
    delivered = 0
    if c.maybe(0.15):
        flags, delivered = flags | {"PURCHASE_MONEY"}, c.today - 3
    if c.slips("terms"):
        flags, delivered = c.one(((flags - {"FORFEITURE_FREE"}, delivered), (flags ^ {"PURCHASE_MONEY"}, delivered)))
    provider = "DEBTOR" if (debtor == grantor) ^ c.slips("terms") else "THIRD_PARTY"
    security = Security(
        character=c.code(words.Characterisation, *CHARACTERS) if c.maybe(0.97) else "FINANCE_LEASE",
        claim="MAX_AMOUNT" if maximum else "ORDINARY",
        purpose="COUNTER_GUARANTEE" if counter else "PRINCIPAL",
        provider=provider,
        flags=flags,
        clause=c.some([each for each in EFFECTS if each != "ENFORCE"], 0.1),
        delivered=delivered,
        debt=a_debt(c, folio, debtor, maximum),
    )
    papers, alg, document = c.papers()
    shown = words.Burden(rights=rights(on), party=creditor, ack=guarantor, acks=mask(words.Acknowledgement, acks))
    listed = c.burdens(folio)
    agreeing: list[tuple[int, str]] = [
        (grantor, "CHARGE"),
        (creditor, "ACCEPT"),
        (c.register.keeper(folio.registrar), "RECORD"),
    ]
    if debtor != grantor:
        agreeing.append((debtor, "ACCEPT"))
    if guarantor:
        agreeing.append((guarantor, "ACKNOWLEDGE"))
    terms = (
        folio.entry,
        shown,
        replace(security_word(security), state=words.SecurityState.NONE),
        replace(debt_word(security), valuation=c.ref(folio, security.debt.valuation)),
        (alg, *(document,) * 6),
        listed,
    )
    return Move(
        "recordSecurity",
        c.signers(*agreeing),
        terms,
        lambda t: securities.record(
            t, folio, on, creditor, guarantor, acks, replace(security, debt=replace(security.debt)), papers, listed
        ),
        c.at(),
    )


def a_security(c: Chance, fits: Callable[[Security], Any]) -> tuple[Folio, int, Security, Burden]:
    """A security that fits, rather."""
    folio = c.folio(lambda f: any(fits(each) for each in f.securities.values()))
    number = c.number(folio.securities, fits, folio.lines)
    security = folio.securities.get(number) or Security("NONE")
    return folio, number, security, folio.burdens.get(number) or Burden("NONE", EVERY_RIGHT, frozenset(), 0, 0, 0)


def in_state(*states: str) -> Callable[[Security], bool]:
    """Whether a security is in one of some states."""
    return lambda security: security.state in states


# ---------------------------------------------------------------------------------------------------- filings


def filing_word(filing: Filing) -> words.ExternalFiling:
    """A filing as it is handed in."""
    return words.ExternalFiling(
        kind=words.FilingAct[filing.kind],
        venue=words.FilingVenue[filing.venue],
        filed_at=filing.filed_at,
        sequence=filing.sequence,
        until=filing.until,
    )


def import_filing(c: Chance) -> Move:
    """What fits its state, mostly."""
    folio, number, security, burden = a_security(c, lambda each: each.state not in {"NONE", "VOIDED"})
    kind = {"RECORDED": "INITIAL", "LAPSED": c.one(("INITIAL", "EXTEND")), **dict.fromkeys(GONE, "CANCEL")}.get(
        security.state, c.one(("EXTEND", "AMEND"))
    )
    if c.slips("code"):
        kind = c.one(("NONE", "INITIAL", "AMEND", "EXTEND", "CANCEL"))
    now = c.register.now
    filed_at = now - c.random.randint(60, 40_000)
    until = c.today + (c.random.randint(0, 12) if c.maybe(0.35) else 400)
    if kind == "INITIAL" and security.until:
        until = max(until, security.until + 1)
    if kind == "EXTEND":
        filed_at = min(filed_at, c.moment(security.until, 20)) if security.until and c.maybe(0.85) else filed_at
        filed_at = max(filed_at, security.filed_at, 1)
        until = security.until + c.random.randint(1, 20)
    if c.slips("day"):
        filed_at = c.one(
            (0, now + 5_000, filed_at, c.moment(security.until or c.today, 12), max(1, security.filed_at - 1))
        )
        until = c.one((c.today - 1, security.until, until))
    leased = security.character == "FINANCE_LEASE" and c.maybe(0.9)
    filing = Filing(
        kind,
        "ZDW_CAT4" if leased else c.one(list(words.FilingVenue)[1:]).name,
        filed_at,
        until,
        c.random.randint(0, 3),
        c.one(list(PAPERS)),
    )
    papers, alg, _ = c.papers()
    document = PAPERS[filing.papers] if papers.present else bytes(32)
    return Move(
        "importFiling",
        c.signers((c.register.keeper(folio.registrar), "RECORD")),
        (folio.entry, c.ref(folio, number), filing_word(filing), (alg, document, document, document)),
        lambda t: securities.import_filing(t, folio, number, filing, papers),
        c.at(burden.since),
    )


def pending(security: Security) -> bool:
    """Whether a filing waits for a second person."""
    return security.filing is not None and security.filing.status == "UNVERIFIED"


def second_person(c: Chance, folio: Folio, security: Security) -> set[int]:
    """Who approves and did not import, mostly."""
    importer = security.filing.importer if security.filing else 0
    keeper = c.register.keeper(folio.registrar)
    able = [o.number for o in c.register.officers.values() if o.party == keeper and "APPROVE" in o.powers]
    others = [number for number in able if number != importer] if c.maybe(0.9) else able
    return {c.one(others)} if others else set()


def verify(c: Chance) -> Move:
    """By the act that fits the filing, mostly."""
    folio, number, security, burden = a_security(c, pending)
    known = security.filing or Filing("INITIAL", "ZDW_CAT7", c.register.now - 60, c.today + 30, papers="papers one")
    filing = replace(known)
    if c.slips("terms"):
        filing = c.one(
            (
                replace(known, until=known.until + 1),
                replace(known, sequence=known.sequence + 1),
                replace(known, papers="papers two"),
            )
        )
    initial = (filing.kind == "INITIAL") ^ c.maybe(0.05)
    papers, alg, _ = c.papers()
    # Both persons have seen the same: a digest too few, and it is another filing.
    document = PAPERS[filing.papers] if papers.present else bytes(32)
    seen = filing if papers.present and papers.known else replace(filing, papers="spoilt")
    judge = securities.perfect if initial else securities.verify
    return Move(
        "perfect" if initial else "verifyFiling",
        c.signers(also=second_person(c, folio, security)),
        (folio.entry, c.ref(folio, number), filing_word(filing), (alg, document, document, document)),
        lambda t: judge(t, folio, number, seen, papers),
        c.at(burden.since),
    )


def reject(c: Chance) -> Move:
    """It does not fit."""
    folio, number, security, burden = a_security(c, pending)
    code = words.MismatchReason[c.code(words.MismatchReason)]
    papers, alg, document = c.papers()
    return Move(
        "rejectFiling",
        c.signers(also=second_person(c, folio, security)),
        (folio.entry, c.ref(folio, number), code, alg, document),
        lambda t: securities.reject(t, folio, number, bool(code), papers),
        c.at(burden.since),
    )


# ---------------------------------------------------------------------------------------------------- steps


def _poke(c: Chance, name: str, fits: Callable[[Security], Any], judge: Any) -> Move:  # noqa: ANN401
    folio, number, _, burden = a_security(c, fits)
    return Move(
        name,
        c.signers((c.party(*c.company.merchants), "FILE")),
        (folio.entry, c.ref(folio, number)),
        lambda t: judge(t, folio, number),
        c.at(burden.since),
    )


def lapse(c: Chance) -> Move:
    """The term is over."""
    over = lambda each: each.state == "PERFECTED" and each.until < c.today  # noqa: E731
    return _poke(c, "lapseSecurity", over, securities.lapse)


def void(c: Chance) -> Move:
    """Never perfected."""
    return _poke(c, "voidSecurity", in_state("RECORDED"), securities.void)


def _step(
    c: Chance,
    name: str,
    chosen: tuple[Folio, int, Security, Burden],
    by: frozenset[int],
    judge: Any,  # noqa: ANN401
    *coded: tuple[Any, Any],
) -> Move:
    folio, number, _, burden = chosen
    return step(c, name, (folio, number), burden.since, by, judge, *coded)


def request_release(c: Chance) -> Move:
    """By debtor or grantor."""
    chosen = a_security(c, lambda each: each.open and not each.debt.release_asked)
    by = c.one(((chosen[2].debt.debtor, "ACCEPT"), (chosen[0].holder[OPERATE], "CHARGE")))
    return _step(c, "requestRelease", chosen, c.signers(by), securities.request_release)


def release(c: Chance) -> Move:
    """Two of the creditor, and the guarantor."""
    chosen = a_security(c, in_state(*OPEN))
    burden = chosen[3]
    needed: list[Any] = [(burden.party, "RELEASE", 2)]
    if burden.guarantor and c.maybe(0.85):
        needed.append((burden.guarantor, "ACKNOWLEDGE"))
    return _step(c, "releaseSecurity", chosen, c.signers(*needed), securities.release)


def extinguish(c: Chance) -> Move:
    """By an instrument."""
    folio, number, _, burden = a_security(c, in_state(*OPEN))
    place, courts = (folio, number), c.company.courts
    return by_instrument(c, "extinguishSecurity", place, burden.since, courts, securities.extinguish)


def escalate(c: Chance) -> Move:
    """The filing still stands."""
    chosen = a_security(c, lambda each: each.state in GONE and each.cancel_days and "ESCALATED" not in each.flags)
    return _step(
        c, "escalateCancellation", chosen, c.signers((chosen[0].holder[OPERATE], "CHARGE")), securities.escalate
    )


def notice_default(c: Chance) -> Move:
    """The creditor gives notice."""
    chosen = a_security(c, lambda each: each.open and not each.debt.defaulted)
    code = c.code(words.DefaultEvent)
    cure = c.today + (-1 if c.slips("day") else c.one((0, 0, 1, 2, 3, 20)))
    by = c.signers((chosen[3].party, "ENFORCE"))
    return _step(
        c, "noticeDefault", chosen, by, securities.notice_default, (code, words.DefaultEvent[code]), (cure, cure)
    )


def cure(c: Chance) -> Move:
    """It was cured."""
    chosen = a_security(c, lambda each: each.open and each.debt.defaulted)
    return _step(c, "cureDefault", chosen, c.signers((chosen[3].party, "ENFORCE")), securities.cure)


def demand(c: Chance) -> Move:
    """The grantor wants it realised."""
    chosen = a_security(c, lambda each: each.open and each.debt.maturity < c.today)
    return _step(c, "demandRealisation", chosen, c.signers((chosen[0].holder[OPERATE], "CHARGE")), securities.demand)


def crystallise(c: Chance) -> Move:
    """A maximum is fixed."""
    chosen = a_security(c, lambda each: each.open and each.claim == "MAX_AMOUNT")
    code = words.CrystallisationCause[c.code(words.CrystallisationCause)]
    pair = () if c.maybe(0.7) else c.pair(chosen[0].registrar)
    by = c.signers(also=pair) if pair else c.signers((chosen[3].party, "ENFORCE"))
    return _step(c, "crystallise", chosen, by, securities.crystallise, (bool(code), code))


# ---------------------------------------------------------------------------------------------------- changes


def everybody_else(c: Chance, folio: Folio, *concerned: int) -> list[tuple[int, str]]:
    """The creditors of all other securities, mostly."""
    others = (folio.burdens[each] for each in folio.unclosed() if each not in concerned)
    return [(each.party, "CONSENT") for each in others if each.kind == "SECURITY" and c.maybe(0.95)]


def amend(c: Chance) -> Move:
    """Other terms of the debt."""
    folio, number, security, burden = a_security(c, in_state(*OPEN))
    debt = replace(a_debt(c, folio, 0, security.claim == "MAX_AMOUNT"), debtor=0)
    marks = 4 if c.slips("code") else c.one((0, 1, 2, 3))
    adverse = marks & 1
    listed = c.burdens(folio) if adverse or c.maybe(0.02) else []
    papers, alg, document = c.papers()
    agreeing: list[tuple[int, str]] = [
        *((folio.holder[right], "CHARGE") for right in burden.rights),
        (burden.party, "ACCEPT"),
        (c.register.keeper(folio.registrar), "RECORD"),
    ]
    if security.debt.debtor != folio.holder[OPERATE]:
        agreeing.append((security.debt.debtor, "ACCEPT"))
    if burden.guarantor:
        agreeing.append((burden.guarantor, "ACKNOWLEDGE"))
    if adverse:
        agreeing += everybody_else(c, folio, number)
    return Move(
        "amendSecurity",
        c.signers(*agreeing),
        (
            folio.entry,
            c.ref(folio, number),
            debt_word(replace(security, debt=debt)),
            marks,
            (alg, document, document, document),
            listed,
        ),
        lambda t: securities.amend(t, folio, number, debt, marks, papers, listed),
        c.at(burden.since),
    )


def assign(c: Chance, name: str = "assignSecurity") -> Move:
    """To another creditor, whole or in part."""
    whole = name == "assignSecurity"
    folio, number, security, burden = a_security(c, in_state(*(OPEN if whole else ("PERFECTED",))))
    able = (
        c.company.guarantors if security.purpose == "COUNTER_GUARANTEE" else [*c.company.banks, *c.company.guarantors]
    )
    creditor = c.party(*(each for each in able if each not in {burden.party, burden.guarantor}))
    papers, alg, document = c.papers()
    judge = securities.assign if whole else securities.split
    return Move(
        name,
        c.signers((burden.party, "RELEASE", 2), (creditor, "ACCEPT"), (c.register.keeper(folio.registrar), "RECORD")),
        (folio.entry, c.ref(folio, number), creditor, (alg, document, document, document)),
        lambda t: judge(t, folio, number, creditor, papers),
        c.at(burden.since),
    )


def split(c: Chance) -> Move:
    """In part."""
    return assign(c, "splitSecurity")


def cede(c: Chance) -> Move:
    """Behind another one."""
    folio, number, _, burden = a_security(c, in_state(*OPEN))
    open_ones = {each: security for each, security in folio.securities.items() if each != number or c.maybe(0.1)}
    ahead = c.number(open_ones, lambda each: each.open, folio.lines)
    first = folio.burdens.get(ahead)
    listed = c.burdens(folio)
    papers, alg, document = c.papers()
    agreeing: list[Any] = [
        (burden.party, "RELEASE", 2),
        (first.party if first else 0, "ACCEPT"),
        (c.register.keeper(folio.registrar), "RECORD"),
        *everybody_else(c, folio, number, ahead),
    ]
    if burden.guarantor:
        agreeing.append((burden.guarantor, "ACKNOWLEDGE"))
    return Move(
        "cedeRank",
        c.signers(*agreeing),
        (folio.entry, c.ref(folio, number), c.ref(folio, ahead), alg, document, listed),
        lambda t: securities.cede_rank(t, folio, number, ahead, papers, listed),
        c.at(burden.since),
    )


# ---------------------------------------------------------------------------------------------------- guarantees


def bind(c: Chance) -> Move:
    """For the debt of an open security."""
    folio, number, security, burden = a_security(c, lambda each: each.open and not each.debt.guarantee)
    counter = security.purpose == "COUNTER_GUARANTEE"
    guarantor = burden.party if counter else burden.guarantor or c.party(*c.company.guarantors)
    if c.slips("party"):
        guarantor = c.one(c.register.parties)
    creditor = c.party(*c.company.banks) if counter else c.party(burden.party)
    debtor = c.party(security.debt.debtor)
    acks = frozenset() if counter else c.some(ACKS, 0.4) | {"RELEASE"}
    if c.slips("code"):
        acks = c.some(ACKS, 0.3)
    start = c.today if c.maybe(0.4) else 0
    end = c.today + c.random.randint(3, 30) if c.maybe(0.5) else 0
    if c.slips("day"):
        start, end = c.one(((c.today, c.today - 1), (c.today, c.today), (0, c.today)))
    coverage = c.one((0, 10_001)) if c.slips("terms") else c.random.randint(1, 10_000)
    mode = c.one(list(words.GuaranteeMode)).name
    terms = Guarantee(guarantor, debtor, creditor, number, coverage, mode, start, end, acks)
    shown = words.Guarantee(
        mode=words.GuaranteeMode[mode],
        guarantor=guarantor,
        debtor=debtor,
        creditor=creditor,
        security=c.ref(folio, number),
        coverage=coverage,
        from_=start,
        until=end,
        acks=mask(words.Acknowledgement, acks),
    )
    papers, alg, document = c.papers()
    return Move(
        "bindGuarantee",
        c.signers(
            (guarantor, "CHARGE", 2),
            (creditor, "ACCEPT"),
            (debtor, "ACCEPT"),
            (c.register.keeper(folio.registrar), "RECORD"),
        ),
        (folio.entry, shown, (alg, document, document)),
        lambda t: guarantees.bind(t, folio, terms, papers),
        c.at(burden.since),
    )


def a_guarantee(c: Chance, fits: Callable[[Guarantee], Any]) -> tuple[Folio, int, Guarantee, int]:
    """A guarantee that fits, rather, and who may claim on it."""
    folio = c.folio(lambda f: any(fits(each) for each in f.guarantees.values()))
    number = c.number(folio.guarantees, fits, folio.lines)
    guarantee = folio.guarantees.get(number)
    if guarantee is None:
        return folio, number, Guarantee(0, 0, 0, 0, 1, "GENERAL", 0, 0, frozenset()), c.company.banks[0]
    return folio, number, guarantee, guarantees.creditor_of(folio, guarantee)


def claim(c: Chance) -> Move:
    """Within the period, mostly."""
    folio, number, guarantee, creditor = a_guarantee(
        c, lambda each: each.state == "EFFECTIVE" and each.start <= c.today <= each.end
    )
    papers, alg, document = c.papers()
    return Move(
        "claimGuarantee",
        c.signers((creditor, "ENFORCE")),
        (folio.entry, c.ref(folio, number), alg, document),
        lambda t: guarantees.claim(t, folio, number, papers),
        c.at(guarantee.since),
    )


def pay_out(c: Chance) -> Move:
    """The guarantor pays."""
    folio, number, guarantee, creditor = a_guarantee(c, lambda each: each.state == "CLAIMED")
    papers, alg, document = c.papers()
    return Move(
        "payOut",
        c.signers((guarantee.guarantor, "CHARGE", 2), (creditor, "ACCEPT")),
        (folio.entry, c.ref(folio, number), (alg, document, document, document)),
        lambda t: guarantees.pay_out(t, folio, number, papers),
        c.at(guarantee.since),
    )


def release_guarantee(c: Chance) -> Move:
    """The creditor lets the guarantor go."""
    folio, number, guarantee, creditor = a_guarantee(c, lambda each: each.state in {"EFFECTIVE", "CLAIMED"})
    papers, alg, document = c.papers()
    return Move(
        "releaseGuarantee",
        c.signers((creditor, "RELEASE", 2)),
        (folio.entry, c.ref(folio, number), alg, document),
        lambda t: guarantees.release(t, folio, number, papers),
        c.at(guarantee.since),
    )


def expire(c: Chance) -> Move:
    """Nobody claimed."""
    folio, number, guarantee, _ = a_guarantee(c, lambda each: each.state == "EFFECTIVE" and each.end < c.today)
    return Move(
        "expireGuarantee",
        c.signers((c.party(*c.company.merchants), "FILE")),
        (folio.entry, c.ref(folio, number)),
        lambda t: guarantees.expire(t, folio, number),
        c.at(guarantee.since),
    )


MOVES = {
    record: 9, import_filing: 8, verify: 8, reject: 1, lapse: 3, void: 2, request_release: 2, release: 3, extinguish: 1, escalate: 3,
    notice_default: 2, cure: 1, demand: 2, crystallise: 2, amend: 3, assign: 2, split: 2, cede: 4,
    bind: 5, claim: 4, pay_out: 3, release_guarantee: 1, expire: 3,
}  # fmt: skip
