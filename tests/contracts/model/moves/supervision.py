"""Random supervision of registrars, and notes."""

from typing import Any

from ledger_api.domain import words
from tests.contracts.model import notes, supervision
from tests.contracts.model.cases import limit_of
from tests.contracts.model.chance import Chance
from tests.contracts.model.dates import after
from tests.contracts.model.folio import PENDING, Folio
from tests.contracts.model.moves.registration import a_case
from tests.contracts.model.parties import OPERATOR
from tests.contracts.model.play import Move

EVENTS = tuple(sorted(notes.EVENTS))


def reassign(c: Chance) -> Move:
    """By both pairs, or on a regulator's order."""
    folio, number, case = a_case(c, *PENDING, "ANCHORED")
    keeper = c.register.keeper(case.registrar)
    successor = c.party(*(each for each in c.company.registrars if each != keeper))
    ordered = c.maybe(0.5)
    authority = c.party(c.company.regulator) if ordered else 0
    papers, alg, document = c.papers()
    by = (
        c.signers((authority, "ADMIT", 2))
        if ordered
        else c.signers(also=c.pair(keeper) | c.pair(c.register.keeper(successor)))
    )
    return Move(
        "reassign",
        by,
        (folio.entry, c.ref(folio, number), successor, authority, alg, document),
        lambda t: supervision.reassign(t, folio, number, successor, authority, papers),
        c.at(case.since),
    )


def _late(folio: Folio, today: int) -> list[int]:
    """Cases and objections whose registrar is late, and nobody has said so."""
    cases = [
        number
        for number, each in folio.cases.items()
        if each.state in {"SUBMITTED", "UNDER_REVIEW"} and limit_of(each) < today
    ]
    objections = [
        number
        for number, each in folio.objections.items()
        if each.state in {"FILED", "COMPLETE"} and after(each.run, each.limit) < today
    ]
    return [number for number in cases + objections if number not in folio.overdue]


def report_overdue(c: Chance) -> Move:
    """What is late, mostly."""
    folio = c.folio(lambda f: _late(f, c.today))
    late = _late(folio, c.today)
    running = {**folio.cases, **folio.objections}
    number = c.one(late) if late and c.slip != "number" and c.maybe(0.9) else c.number(running, bool, folio.lines)
    return Move(
        "reportOverdue",
        c.signers((c.party(*c.company.merchants), "FILE")),
        (folio.entry, c.ref(folio, number)),
        lambda t: supervision.report_overdue(t, folio, number),
        c.poke(),
    )


# ---------------------------------------------------------------------------------------------------- notes


def note_entry(c: Chance) -> Move:
    """Of a security by its creditor, of anything by the registrar or the operator."""
    kind = c.code(words.NoteKind, "ERASURE", "NOTIFICATION", *c.one((EVENTS, ("NOTIFICATION",))))
    watching = kind in notes.EVENTS
    folio = c.folio(lambda f: any(each.open for each in f.securities.values()) if watching else f.registrar)
    number = c.number(folio.securities, lambda each: each.open, folio.lines) if watching else 0
    if not watching and c.maybe(0.5):
        number = c.random.randint(0, folio.lines + c.slips("number"))
    party = c.party(*c.company.merchants) if (kind == "NOTIFICATION") ^ c.maybe(0.03) else 0
    case = folio.cases.get(number)
    by: Any
    if kind == "ERASURE":
        by = c.signers((OPERATOR, "GOVERN", 2))
    elif watching:
        by = c.signers((folio.burdens[number].party if number in folio.burdens else OPERATOR, "ENFORCE"))
    else:
        by = c.signers(also=c.pair(folio.registrar or (case.registrar if case else c.company.registrars[0])))
    papers, alg, document = c.papers()
    return Move(
        "noteEntry",
        by,
        (folio.entry, words.NoteKind[kind], c.ref(folio, number), party, alg, document),
        lambda t: notes.note_entry(t, folio, kind, number, party, papers),
        c.at(),
    )


def _by_operator(c: Chance, lines: int) -> tuple[str, int, frozenset[int], Any]:
    kind = c.code(words.NoteKind, "ERASURE", "NOTIFICATION") if c.maybe(0.95) else "COVERAGE"
    number = c.one((0, c.random.randint(0, lines), lines + c.slips("number")))
    return kind, number, c.signers((OPERATOR, "GOVERN", 2)), c.papers()


def note_party(c: Chance) -> Move:
    """By the operator."""
    party = c.party(*c.company.merchants)
    known = c.register.parties.get(party)
    kind, number, by, (papers, alg, document) = _by_operator(c, known.lines if known else 1)
    return Move(
        "noteParty",
        by,
        (party, words.NoteKind[kind], number, alg, document),
        lambda t: notes.note_party(t, party, kind, number, papers),
        c.poke(),
    )


def note_book(c: Chance) -> Move:
    """By the operator."""
    kind, number, by, (papers, alg, document) = _by_operator(c, c.register.book)
    return Move(
        "noteBook",
        by,
        (words.NoteKind[kind], number, alg, document),
        lambda t: notes.note_book(t, kind, number, papers),
        c.poke(),
    )


MOVES = {reassign: 3, report_overdue: 4, note_entry: 4, note_party: 1, note_book: 1}
