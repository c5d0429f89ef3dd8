"""Random versions of data, and entries that come out of others."""

from eth_hash.auto import keccak

from ledger_api.domain import words
from tests.contracts.model import versions
from tests.contracts.model.chance import DOCUMENT, Chance
from tests.contracts.model.folio import PENDING, Case, Folio
from tests.contracts.model.moves.registration import anchor, anchored
from tests.contracts.model.moves.sources import waiving
from tests.contracts.model.play import Move, together
from tests.contracts.model.register import HOLD, OPERATE
from tests.contracts.procedure import KECCAK

ROOTS = [keccak(b"version %d" % number) for number in range(8)]


def in_force(c: Chance, folio: Folio) -> set[int]:
    """Who holds the data or may give them."""
    return {folio.holder[right] for right in folio.live(c.today, c.today) & {HOLD, OPERATE}}


def refresh(c: Chance) -> Move:
    """Other data, mostly new ones."""
    return refreshed(c, c.folio(lambda f: in_force(c, f)))


def refreshed(c: Chance, folio: Folio) -> Move:
    """Of this folio."""
    root = c.one(ROOTS) if c.maybe(0.85) else c.one(c.register.folios.values()).root
    if c.slips("terms"):
        root = folio.version.root or bytes(32)
    siblings = list(c.register.contents.get(root, []))
    if c.slips("list"):
        siblings = c.one((siblings[1:], [*siblings, folio.entry], siblings[::-1]))
    listed = c.burdens(folio)
    papers, alg, document = c.papers()
    papers.present = papers.present and any(root)
    pair = c.pair(folio.registrar) if set(siblings) - {folio.entry} else set()
    return Move(
        "refreshVersion",
        c.signers(*((holder, "FILE") for holder in sorted(in_force(c, folio))), *waiving(c, folio), also=pair),
        (folio.entry, KECCAK, root, alg, document, DOCUMENT, listed, siblings),
        lambda t: versions.refresh(t, folio, root, papers, listed, siblings),
        c.at(folio.version.since),
    )


# ---------------------------------------------------------------------------------------------------- successions


def an_initial(c: Chance, states: frozenset[str], *, named: bool = False) -> tuple[Folio, int, Case]:
    """A first registration in some states, rather; of a folio that comes out of another, if need be."""

    def fits(folio: Folio, case: Case) -> bool:
        said = not named or folio.succession.kind in versions.SUCCEEDS
        return said and case.kind == "INITIAL" and case.state in states and not versions.succeeded(folio)

    folio = c.folio(lambda f: any(fits(f, each) for each in f.cases.values()))
    number = c.number(folio.cases, lambda each: fits(folio, each), folio.lines)
    return folio, number, folio.cases.get(number) or Case("INITIAL", frozenset((2,)), folio.applicant, 0, 0, 0, 0)


def name(c: Chance) -> Move:
    """What it comes out of: rather an entry of the applicant's own."""
    folio, number, case = an_initial(c, PENDING)
    registered = [each for each in c.register.folios.values() if each.registrar and each is not folio]
    own = [each for each in registered if case.applicant in each.holder]
    old = c.one(own or registered) if c.maybe(0.8) else c.one(registered or [folio])
    if c.slips("terms"):
        old = c.one(c.register.folios.values())
    kind = c.code(words.SuccessionKind, "MATERIAL_CHANGE", "SPLIT", "SPLIT", c.one(("DENIED", "SPLIT")))
    reviewer = c.signers((c.register.keeper(case.registrar), "REVIEW"))
    if kind == "DENIED":
        by = c.signers(also=c.pair(case.registrar, case.reviewer))
    elif folio.succession.kind == "NONE" and c.maybe(0.6):
        by = c.signers((case.applicant, "FILE"))
    else:
        by = reviewer
    papers, alg, document = c.papers()
    return Move(
        "namePredecessor",
        by,
        (folio.entry, c.ref(folio, number), old.entry, words.SuccessionKind[kind], alg, document),
        lambda t: versions.name(t, folio, number, old, kind, papers),
        c.at(case.since),
    )


def clear(c: Chance) -> Move:
    """All concerned agree; a filing of its own, after which nothing can be anchored."""
    return cleared(c, *an_initial(c, frozenset(("NOTICE", "CLEARED")), named=True))


def cleared(c: Chance, folio: Folio, number: int, case: Case) -> Move:
    """Of this case."""
    said = folio.succession
    old = c.register.folios.get(said.predecessor) or c.one(c.register.folios.values())
    if c.slips("terms"):
        old = c.one(c.register.folios.values())
    split = said.kind == "SPLIT"
    listed, licence_list = c.burdens(old), c.licences(old) if split ^ c.maybe(0.02) else []
    holders = {old.holder[right] for right in range(3) if old.status[right] == "ACTIVE"}
    parties = {old.burdens[each].party for each in old.unclosed() if old.burdens[each].waivable}
    users = {old.licences[each].licensee for each in old.unclosed_licences() if split or each in old.burdens}
    agreeing = [(each, "DISPOSE") for each in sorted(holders)] + [(each, "CONSENT") for each in sorted(parties)][:4]
    agreeing += [(each, "ACKNOWLEDGE") for each in sorted(users)][:4]
    papers, alg, document = c.papers()
    return Move(
        "clearPredecessor",
        c.signers(*agreeing, also=c.pair(case.registrar, case.reviewer)),
        (folio.entry, c.ref(folio, number), old.entry, alg, document, listed, licence_list),
        lambda t: versions.clear(t, folio, number, old, papers, listed, licence_list),
        c.at(case.since),
    )


def succeed(c: Chance) -> Move:
    """Cleared and anchored in one filing; of a split, with what remains recorded before."""
    folio, number, case = an_initial(c, frozenset(("NOTICE", "CLEARED")), named=True)
    old = c.register.folios.get(folio.succession.predecessor) or folio
    c.absolute = True
    acts = [cleared(c, folio, number, case), anchored(c, folio, number, case)]
    if folio.succession.kind == "SPLIT" and old.version.line == old.succession.remainder and c.maybe(0.9):
        acts.insert(0, refreshed(c, old))
    c.absolute = False
    return together(acts)


MOVES = {refresh: 6, name: 5, clear: 2, succeed: 5}
STORIES = ((name, succeed), (name, name, refresh, succeed), (name, clear, anchor))
