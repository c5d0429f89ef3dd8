"""Random sources of data, and entries made from others."""

from typing import Any

from eth_hash.auto import keccak

from ledger_api.domain import words
from tests.contracts.model import sources
from tests.contracts.model.chance import Chance
from tests.contracts.model.folio import Folio, Licence
from tests.contracts.model.masks import mask, rights
from tests.contracts.model.moves.licences import granted
from tests.contracts.model.moves.registration import another, whole
from tests.contracts.model.play import Move
from tests.contracts.model.records import Source
from tests.contracts.model.register import EVERY_RIGHT, OPERATE, USE

OUTSIDER = keccak(b"salted name of who is no party here")


def answering(folio: Folio) -> int:
    """Who answers for the sources."""
    return folio.holder[OPERATE] or folio.applicant


def waiving(c: Chance, folio: Folio) -> list[tuple[int, str]]:
    """Whoever may let an update pass, mostly."""
    touched = (folio.burdens[each] for each in folio.unclosed())
    able = sorted({each.party for each in touched if each.waivable and "UPDATE" in each.effects})
    return [(party, "CONSENT") for party in able if c.maybe(0.8)][:5]


def declare(c: Chance) -> Move:
    """A source of some kind, mostly of all rights and open-ended."""
    folio = c.folio()
    kind = c.code(words.SourceKind)
    own, declarant = kind in sources.OWN, answering(folio)
    outside = not own and c.maybe(0.4)
    grantor = 0 if own or outside else c.party(*(each for each in c.company.merchants if each != declarant))
    if c.slips("terms"):
        grantor, outside = c.one(((declarant, False), (0, False), (grantor or c.company.merchants[0], True)))
    given = frozenset() if kind == "ETHICS" else EVERY_RIGHT if c.maybe(0.75) else c.rights()
    start = c.today - c.random.randint(0, 300)
    until = c.today + c.random.randint(2, 400) if c.maybe(0.4) else 0
    if c.slips("day"):
        start, until = c.one(((0, 0), (start, c.today - 1), (c.today + 9, c.today + 8), (start, sources.NEVER)))
    limits = c.some(("NO_RESALE", "NO_TRAINING", "NOT_CLOUD"), 0.05)
    terms = Source(kind, given, grantor, start, until, limits)
    shown = words.Source(
        kind=words.SourceKind[kind],
        rights=rights(given),
        limits=mask(words.Limit, limits),
        grantor=grantor,
        from_=start,
        until=until,
    )
    papers, alg, document = c.papers()
    whose, listed = another(c, folio), c.burdens(folio)
    name = OUTSIDER if outside else bytes(32)
    agreeing: list[tuple[int, str]] = [(declarant, "FILE"), *waiving(c, folio)]
    if grantor:
        agreeing.append((grantor, "CONSENT"))
    return Move(
        "declareSource",
        c.signers(*agreeing),
        (folio.entry, whole(whose), shown, (alg, document, name), listed),
        lambda t: sources.declare(t, folio, whose, terms, outside, papers, listed),
        c.at(),
    )


def _source(c: Chance, *states: str, ends: bool = False) -> tuple[Folio, int, Source]:
    """A source in some states, rather."""

    def fits(each: Source) -> bool:
        return each.state in states and (not ends or each.until > 0)

    folio = c.folio(lambda f: any(fits(each) for each in f.sources.values()))
    number = c.number(folio.sources, fits, folio.lines)
    return folio, number, folio.sources.get(number) or Source("NONE", EVERY_RIGHT, 0, 0)


def _oversight(c: Chance, folio: Folio) -> set[int]:
    return c.pair(folio.registrar) if folio.registrar else set()


def shorten(c: Chance) -> Move:
    """It ends earlier."""
    folio, number, source = _source(c, *sources.STANDING)
    until = c.today + c.random.randint(0, max(1, min(source.until or 500, c.today + 500) - c.today))
    if c.slips("day"):
        until = c.one((c.today - 1, source.until, source.until + 1, 0, sources.NEVER))
    listed = c.burdens(folio)
    papers, alg, document = c.papers()
    return Move(
        "shortenSource",
        c.signers((answering(folio), "FILE"), *waiving(c, folio)),
        (folio.entry, c.ref(folio, number), until, alg, document, listed),
        lambda t: sources.shorten(t, folio, number, until, papers, listed),
        c.at(source.since),
    )


def extend(c: Chance) -> Move:
    """It lasts longer."""
    folio, number, source = _source(c, "ACTIVE", ends=True)
    until = 0 if c.maybe(0.4) else max(source.until, c.today) + c.random.randint(1, 300)
    if c.slips("day"):
        until = c.one((source.until, source.until - 1, c.today - 1, sources.NEVER))
    papers, alg, document = c.papers()
    agreeing = [(answering(folio), "FILE"), *([(source.grantor, "CONSENT")] if source.grantor else [])]
    return Move(
        "extendSource",
        c.signers(*agreeing, also=_oversight(c, folio)),
        (folio.entry, c.ref(folio, number), max(until, 0), alg, document),
        lambda t: sources.extend(t, folio, number, max(until, 0), papers),
        c.at(source.since),
    )


def revoke(c: Chance) -> Move:
    """Taken back, in part or in whole."""
    folio, number, source = _source(c, "ACTIVE", "PARTLY_REVOKED")
    state = "REVOKED" if source.state == "PARTLY_REVOKED" and c.maybe(0.9) else c.one(("PARTLY_REVOKED", "REVOKED"))
    if c.slips("code"):
        state = c.one(("NONE", "ACTIVE", "REMOVED", source.state))
    papers, alg, document = c.papers()
    agreeing = [(source.grantor, "CONSENT")] if source.grantor and not folio.registrar else []
    return Move(
        "revokeSource",
        c.signers(*agreeing, also=_oversight(c, folio)),
        (folio.entry, c.ref(folio, number), words.SourceState[state], alg, document),
        lambda t: sources.revoke(t, folio, number, state, papers),
        c.at(source.since),
    )


def replace_one(c: Chance) -> Move:
    """Another in its place, or none; rather of one that is lost."""
    states = ("PARTLY_REVOKED", "REVOKED") if c.maybe(0.7) else sources.STANDING
    folio, number, source = _source(c, *states)

    def serves(each: Source) -> Any:  # noqa: ANN401
        return each is not source and each.state == "ACTIVE" and source.rights <= each.rights

    successor = c.number(folio.sources, serves, folio.lines) if c.maybe(0.6) else 0
    papers, alg, document = c.papers()
    return Move(
        "replaceSource",
        c.signers((answering(folio), "FILE"), also=_oversight(c, folio)),
        (folio.entry, c.ref(folio, number), c.ref(folio, successor), alg, document),
        lambda t: sources.replace_one(t, folio, number, successor, papers),
        c.at(source.since),
    )


def license_user(c: Chance) -> Move:
    """Whoever answers for one entry may make something of another."""
    parent = c.folio(lambda f: f.is_live(OPERATE, c.today, c.today))
    giver = parent.holder[OPERATE]
    others = [answering(each) for each in c.register.folios.values() if answering(each) != giver]
    flags = frozenset(("TRAIN",)) if c.maybe(0.5) else frozenset()
    end = min(c.today + c.random.randint(5, 60), parent.until[OPERATE])
    terms = Licence(c.party(*others), "NON_EXCLUSIVE", c.today - 1, max(end, c.today), flags=flags)
    return granted(c, parent, giver, terms)


def relate(c: Chance) -> Move:
    """Made from another entry's data, by a right to use them or a licence, mostly of an entry it was not related to."""

    def known(child: Folio, parent: Folio) -> bool:
        return any(line.parent == parent.entry for line in child.lineages.values())

    def all_usable(of: Folio) -> list[Folio]:
        return [
            each
            for each in c.register.folios.values()
            if each.is_live(USE, c.today, c.today) and each.holder[USE] == answering(of) and each is not of
        ]

    def all_licensed(of: Folio) -> list[Folio]:
        return [
            each for each in c.register.folios.values() if _licence(each, answering(of), c.today) and each is not of
        ]

    folio = c.folio(lambda f: any(not known(f, each) for each in all_usable(f) + all_licensed(f)))
    user = answering(folio)
    usable, licensed = all_usable(folio), all_licensed(folio)
    fresh = [each for each in usable + licensed if not known(folio, each) and not known(each, folio)]
    parent = c.one(fresh) if fresh and c.maybe(0.85) else c.one(c.register.folios.values())
    licence = 0 if parent in usable and c.maybe(0.8) else _licence(parent, user, c.today)
    if c.slips("number"):
        licence = c.random.randint(1, parent.lines)
    kind = c.code(words.LineageKind)
    papers, alg, document = c.papers()
    whose = another(c, folio)
    operator = parent.holder[OPERATE]
    agreeing: list[tuple[int, str]] = [(user, "FILE")]
    if kind == "FUSED" and operator not in {0, user}:
        agreeing.append((operator, "CONSENT"))
    return Move(
        "relate",
        c.signers(*agreeing),
        (folio.entry, whole(whose), parent.entry, c.ref(parent, licence), words.LineageKind[kind], alg, document),
        lambda t: sources.relate(t, folio, whose, parent, licence, kind, papers),
        c.at(),
    )


def _licence(folio: Folio, user: int, today: int) -> int:
    """A licence of the user's that may serve, 0 when there is none."""
    found = (
        number
        for number, each in folio.licences.items()
        if each.licensee == user and each.state == "ACTIVE" and each.start <= today <= each.end
    )
    return next(found, 0)


MOVES = {declare: 6, shorten: 3, extend: 3, revoke: 4, replace_one: 4, license_user: 3, relate: 4}
STORIES = ((declare, declare, revoke, revoke, replace_one, relate),)
