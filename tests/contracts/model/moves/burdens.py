"""Random orders, restrictions, marks and freezes, and what their parties consent to."""

from collections.abc import Callable
from typing import Any

from ledger_api.domain import words
from tests.contracts.model import burdens, consents, dates
from tests.contracts.model.chance import Chance
from tests.contracts.model.folio import Burden, Envelope, Folio
from tests.contracts.model.masks import mask, rights
from tests.contracts.model.moves.steps import by_instrument
from tests.contracts.model.play import Move
from tests.contracts.model.register import EFFECTS, EVERY_RIGHT
from tests.contracts.model.words import envelope as envelope_word

ORDERS = ("COURT_ORDER", "COURT_ORDER", "COURT_ORDER", "CONTROL", "BANKRUPTCY")


def a_term(c: Chance, kind: str) -> int:
    """Days: short ones, so that they end; by a slip none, or too many."""
    if c.slips("day"):
        longest = dates.last_of_years(c.today, 3) - c.today + 1
        return c.one((0, longest, longest + 1, 1096, 1097, 65_535))
    return 0 if kind != "COURT_ORDER" and c.maybe(0.3) else c.one((3, 5, 10, 20, 60, 365, 1095))


def issuer_of(c: Chance, kind: str) -> tuple[int, ...]:
    """Who is competent."""
    return (*c.company.courts, c.company.regulator) if kind == "CONTROL" else tuple(c.company.courts)


def impose(c: Chance) -> Move:
    """An order is executed on a folio."""
    folio = c.folio(lambda f: f.registrar)
    kind = c.one(ORDERS) if not c.slips("code") else c.one(("CLAUSE", "SECURITY", "NONE"))
    on, (forbidden, effects), term = c.rights(), c.effects(), a_term(c, kind)
    administrator = c.party(*c.company.merchants) if (kind == "BANKRUPTCY") ^ c.maybe(0.03) else 0
    order, shown = c.order(*issuer_of(c, kind))
    return Move(
        "impose",
        c.signers(also=c.pair(folio.registrar)),
        (folio.entry, words.BurdenKind[kind], rights(on), effects, term, administrator, shown),
        lambda t: burdens.impose(t, folio, kind, on, forbidden, term, administrator, order),
        c.at(),
    )


def a_burden(c: Chance, fits: Callable[[Burden], Any]) -> tuple[Folio, int, Burden]:
    """A burden that fits, rather."""
    folio = c.folio(lambda f: any(fits(each) for each in f.burdens.values()))
    number = c.number(folio.burdens, fits, folio.lines)
    return folio, number, folio.burdens.get(number) or Burden("NONE", EVERY_RIGHT, frozenset(), 0, 0, 0)


def promote(c: Chance) -> Move:
    """The next of the queue."""
    folio, number, _ = a_burden(c, lambda each: each.state == "QUEUED")
    listed = c.burdens(folio) if c.maybe(0.5) else c.listing(folio.orders())
    return Move(
        "promote",
        c.signers((c.party(*c.company.merchants), "FILE")),
        (folio.entry, c.ref(folio, number), listed),
        lambda t: burdens.promote(t, folio, number, listed),
        c.poke(),
    )


def renew(c: Chance) -> Move:
    """An order goes on."""
    folio, number, burden = a_burden(
        c, lambda each: each.state == "OPEN" and each.kind in burdens.ORDERED and each.until
    )
    term = a_term(c, burden.kind)
    return by_instrument(c, "renew", (folio, number), burden.since, issuer_of(c, burden.kind), burdens.renew, term)


def lift(c: Chance) -> Move:
    """A later order lifts it."""
    liftable = burdens.ORDERED | burdens.AGREED
    folio, number, burden = a_burden(c, lambda each: each.state != "CLOSED" and each.kind in liftable)
    return by_instrument(c, "lift", (folio, number), burden.since, issuer_of(c, burden.kind), burdens.lift)


def close(c: Chance) -> Move:
    """What is over."""
    folio, number, _ = a_burden(c, lambda each: each.state == "OPEN" and each.is_over(c.today))
    return Move(
        "closeBurden",
        c.signers((c.party(*c.company.merchants), "FILE")),
        (folio.entry, c.ref(folio, number)),
        lambda t: burdens.close(t, folio, number),
        c.poke(),
    )


def holders(folio: Folio, on: frozenset[int]) -> tuple[tuple[int, str], ...]:
    """Who must agree to dispose of rights."""
    return tuple((holder, "DISPOSE") for holder in sorted({folio.holder[right] for right in on}))


def clause(c: Chance) -> Move:
    """The holder restricts itself."""
    folio = c.folio(lambda f: f.live(c.today, c.today))
    on = c.rights(folio.live(c.today, c.today) or EVERY_RIGHT)
    beneficiary = c.party(*(each for each in c.company.merchants if each not in folio.holder))
    chosen = c.some(EFFECTS[:8], 0.4) | {"PLEDGE"}
    if c.slips("code"):
        chosen = c.one((frozenset(), chosen | {"PAYMENT"}, chosen | {"ENFORCE"}))
    until = c.today - 1 if c.slips("day") else c.one((0, c.today + c.random.randint(0, 25)))
    papers, alg, document = c.papers()
    return Move(
        "registerClause",
        c.signers(*holders(folio, on)),
        (folio.entry, beneficiary, rights(on), mask(words.Effect, chosen), until, alg, document),
        lambda t: burdens.register_clause(t, folio, beneficiary, on, chosen, until, papers),
        c.at(),
    )


def priority(c: Chance) -> Move:
    """The holder keeps somebody a place."""
    folio = c.folio(lambda f: f.live(c.today, c.today))
    on = c.rights(folio.live(c.today, c.today) or EVERY_RIGHT)
    beneficiary = c.party(*(each for each in c.company.merchants if each not in folio.holder))
    working = c.one((0, 20, 21)) if c.slips("day") else c.random.randint(1, 12)
    papers, alg, document = c.papers()
    return Move(
        "notePriority",
        c.signers(*holders(folio, on)),
        (folio.entry, beneficiary, rights(on), working, alg, document),
        lambda t: burdens.note_priority(t, folio, beneficiary, on, working, papers),
        c.at(),
    )


def give_up(c: Chance) -> Move:
    """Whoever was favoured lets go."""
    folio, number, burden = a_burden(c, lambda each: each.state == "OPEN" and each.kind in burdens.AGREED)
    papers, alg, document = c.papers()
    return Move(
        "giveUp",
        c.signers((burden.party, "CONSENT")),
        (folio.entry, c.ref(folio, number), alg, document),
        lambda t: burdens.give_up(t, folio, number, papers),
        c.at(burden.since),
    )


def mark(c: Chance) -> Move:
    """A source was lost, or registers differ."""
    folio = c.folio(lambda f: f.registrar)
    kind = c.one(("SOURCE_LOSS", "SYNC_CONFLICT")) if not c.slips("code") else "CLAUSE"
    on, (forbidden, effects) = c.rights(), c.effects()
    papers, alg, document = c.papers()
    return Move(
        "markEntry",
        c.signers(also=c.pair(folio.registrar)),
        (folio.entry, words.BurdenKind[kind], rights(on), effects, alg, document),
        lambda t: burdens.mark(t, folio, kind, on, forbidden, papers),
        c.at(),
    )


def clear_mark(c: Chance) -> Move:
    """It is well again."""
    folio, number, burden = a_burden(c, lambda each: each.state == "OPEN" and each.kind in burdens.MARKS)
    papers, alg, document = c.papers()
    return Move(
        "clearMark",
        c.signers(also=c.pair(folio.registrar)),
        (folio.entry, c.ref(folio, number), alg, document),
        lambda t: burdens.clear_mark(t, folio, number, papers),
        c.at(burden.since),
    )


# ---------------------------------------------------------------------------------------------------- on parties


def restrain(c: Chance) -> Move:
    """All a party holds is frozen."""
    party = c.party(*c.company.merchants)
    kind = c.one(ORDERS) if not c.slips("code") else "CLAUSE"
    term, registrar = a_term(c, kind), c.party(*c.company.registrars)
    order, shown = c.order(*issuer_of(c, kind))
    return Move(
        "restrainParty",
        c.signers(also=c.pair(registrar)),
        (party, words.BurdenKind[kind], term, registrar, shown),
        lambda t: burdens.restrain(t, party, kind, term, registrar, order),
        c.at(),
    )


def _freeze(c: Chance, fits: Callable[[Burden], Any]) -> tuple[int, int, Burden]:
    held = [p.number for p in c.register.parties.values() if any(fits(each) for each in p.freezes.values())]
    party = c.party(*(held or c.company.merchants))
    known = c.register.parties.get(party)
    number = c.number(known.freezes if known else {}, fits, 5)
    return (
        party,
        number,
        (known.freezes.get(number) if known else None) or Burden("NONE", EVERY_RIGHT, frozenset(), 0, 0, 0),
    )


def renew_restraint(c: Chance) -> Move:
    """It goes on."""
    party, number, freeze = _freeze(c, lambda each: each.state == "OPEN" and each.until)
    term, registrar = a_term(c, freeze.kind), c.party(*c.company.registrars)
    order, shown = c.order(*issuer_of(c, freeze.kind))
    return Move(
        "renewRestraint",
        c.signers(also=c.pair(registrar)),
        (party, number, term, registrar, shown),
        lambda t: burdens.renew_restraint(t, party, number, term, registrar, order),
        c.at(freeze.since),
    )


def lift_restraint(c: Chance) -> Move:
    """It is lifted."""
    party, number, freeze = _freeze(c, lambda each: each.state == "OPEN")
    registrar = c.party(*c.company.registrars)
    order, shown = c.order(*issuer_of(c, freeze.kind))
    return Move(
        "liftRestraint",
        c.signers(also=c.pair(registrar)),
        (party, number, registrar, shown),
        lambda t: burdens.lift_restraint(t, party, number, registrar, order),
        c.at(freeze.since),
    )


def close_restraint(c: Chance) -> Move:
    """It is over."""
    party, number, _ = _freeze(c, lambda each: each.state == "OPEN" and each.is_over(c.today))
    return Move(
        "closeRestraint",
        c.signers((c.party(*c.company.merchants), "FILE")),
        (party, number),
        lambda t: burdens.close_restraint(t, party, number),
        c.poke(),
    )


# ---------------------------------------------------------------------------------------------------- consents


def waivable(burden: Burden) -> bool:
    """Whether its party may let something pass."""
    return burden.waivable and burden.state != "CLOSED"


def set_envelope(c: Chance) -> Move:
    """What a burden's party lets pass."""
    folio, number, burden = a_burden(c, waivable)
    modes = {
        effect: c.one(("CASE_BY_CASE", "FORBID", "PRE_APPROVED", "PRE_APPROVED", "FREE_WITH_NOTICE"))
        for effect in EFFECTS[:4]
    }
    modes |= {effect: c.one(("CASE_BY_CASE", "CASE_BY_CASE", "FORBID")) for effect in EFFECTS[4:7]}
    modes["UPDATE"] = c.one(("CASE_BY_CASE", "FORBID", "PRE_APPROVED", "FREE_WITH_NOTICE"))
    envelope = Envelope(
        modes,
        until=c.today + (c.random.randint(-1, 0) if c.slips("day") else c.random.randint(5, 200)),
        months=0 if c.slips("terms") else c.random.randint(1, 14),
        cap=c.one((0, 0, 1, 2, 3, 8)),
        kinds=frozenset(("NON_EXCLUSIVE",)) | c.some(("SOLE", "EXCLUSIVE")),
        purposes=c.some(("TEACHING", "RESEARCH"), 0.3),
        regions=c.some(("CN33",), 0.1),
        industries=c.some(("P",), 0.1),
        agreed=frozenset(consents.TERMS) if c.maybe(0.6) else c.some(consents.TERMS, 0.4),
        silence_consents=c.maybe(0.6),
        sla=c.one((0, 1, 2, 3, 10)),
        state="NONE" if c.slips("code") else "SET" if c.maybe(0.92) else "REVOKED",
    )
    papers, alg, document = c.papers()
    return Move(
        "setEnvelope",
        c.signers((burden.party, "CONSENT")),
        (folio.entry, c.ref(folio, number), envelope_word(envelope), alg, document),
        lambda t: consents.set_envelope(t, folio, number, envelope, papers),
        c.at(),
    )


def request_of(c: Chance, folio: Folio, number: int, requester: int, matter: bytes) -> Move:
    """A holder asks for this."""
    papers, alg, document = c.papers()
    return Move(
        "requestConsent",
        c.signers((requester, "FILE")),
        (folio.entry, c.ref(folio, number), requester, matter, alg, document),
        lambda t: consents.request(t, folio, number, requester, matter, papers),
        c.at(),
    )


def request(c: Chance) -> Move:
    """A holder asks for something, perhaps what it asked before."""
    folio, number, _ = a_burden(c, waivable)
    asked = [matter for _, matter in folio.consents]
    matter = c.one(asked) if asked and c.maybe(0.5) else c.one((b"matter one".ljust(32), b"matter two".ljust(32)))
    if c.slips("terms"):
        matter = bytes(32)
    requester = c.party(*(sorted(set(folio.holder) - {0}) or [folio.applicant]))
    return request_of(c, folio, number, requester, matter)


def a_consent(c: Chance, *states: str) -> tuple[Folio, int, bytes]:
    """A request or consent in some states, rather."""
    folio = c.folio(lambda f: any(each.state in states for each in f.consents.values()))
    fitting = [key for key, each in folio.consents.items() if each.state in states] or list(folio.consents)
    number, matter = c.one(fitting) if fitting else (1, b"matter one".ljust(32))
    if c.slips("number"):
        number = c.random.randint(1, folio.lines)
    return folio, number, matter


def give(c: Chance) -> Move:
    """Consent."""
    return given(c, *a_consent(c, "REQUESTED"))


def given(c: Chance, folio: Folio, number: int, matter: bytes) -> Move:
    """Consent to this."""
    burden, consent = folio.burdens.get(number), folio.consents.get((number, matter))
    until = c.today + (c.random.randint(-1, 0) if c.slips("day") else c.random.randint(0, 30))
    papers, alg, document = c.papers()
    return Move(
        "giveConsent",
        c.signers((burden.party if burden else 0, "CONSENT")),
        (folio.entry, c.ref(folio, number), matter, until, alg, document),
        lambda t: consents.give(t, folio, number, matter, until, papers),
        c.at(consent.since if consent else 0),
    )


def _answer(c: Chance, name: str, judge: Any, *states: str) -> Move:  # noqa: ANN401
    folio, number, matter = a_consent(c, *states)
    burden, consent = folio.burdens.get(number), folio.consents.get((number, matter))
    papers, alg, document = c.papers()
    return Move(
        name,
        c.signers((burden.party if burden else 0, "CONSENT")),
        (folio.entry, c.ref(folio, number), matter, alg, document),
        lambda t: judge(t, folio, number, matter, papers),
        c.at(consent.since if consent else 0),
    )


def refuse(c: Chance) -> Move:
    """No."""
    return _answer(c, "refuseConsent", consents.refuse, "REQUESTED")


def revoke(c: Chance) -> Move:
    """Not any more."""
    return _answer(c, "revokeConsent", consents.revoke, "GIVEN")


def exercise(c: Chance) -> Move:
    """It is used."""
    return exercised(c, *a_consent(c, "GIVEN"))


def exercised(c: Chance, folio: Folio, number: int, matter: bytes) -> Move:
    """This one is used."""
    consent = folio.consents.get((number, matter))
    return Move(
        "exerciseConsent",
        c.signers((consent.requester if consent else folio.applicant, "FILE")),
        (folio.entry, c.ref(folio, number), matter),
        lambda t: consents.exercise(t, folio, number, matter),
        c.at(consent.since if consent else 0),
    )


STORIES = (
    (impose, impose, impose, (lift, renew), lift, promote, promote),
    (restrain, renew_restraint, (lift_restraint, restrain), 21, close_restraint, close_restraint),
)
MOVES = {
    impose: 4, promote: 3, renew: 2, lift: 3, close: 3, clause: 3, priority: 2, give_up: 3, mark: 1, clear_mark: 3,
    restrain: 1, renew_restraint: 1, lift_restraint: 2, close_restraint: 2,
    set_envelope: 4, request: 2, give: 3, refuse: 1, revoke: 1, exercise: 2,
}  # fmt: skip
