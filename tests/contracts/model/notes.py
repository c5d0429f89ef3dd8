"""Notes without a state: of erasures, notifications, and what creditors watch (rules 3, 50, 84, 121)."""

from tests.contracts.model.folio import Folio
from tests.contracts.model.parties import OPERATOR
from tests.contracts.model.register import Deed, Papers, Try

EVENTS = frozenset(
    ("PAYMENT_ELSEWHERE", "SOURCE_LOSS", "QUALITY_DROP", "MASS_COPYING", "DELETION", "CO_HOLDER", "COVERAGE")
)
"""What only the creditor of a security that stands may note."""


def note_entry(t: Try, folio: Folio, kind: str, number: int, party: int, papers: Papers) -> Deed:
    """About a line of an entry, or all of it; nobody fills a journal it has nothing to do with."""
    t.timely()
    t.unless(number <= folio.lines, "NoSuchLine")
    case = folio.cases.get(number)
    registrar = folio.registrar or (case.registrar if case else 0)
    t.must(registrar, "NotRegistered")
    t.unless(kind in EVENTS | {"ERASURE", "NOTIFICATION"}, "NoteKindUnknown")
    if kind == "ERASURE":
        t.needs_two(OPERATOR, "GOVERN")
    elif kind == "NOTIFICATION":
        t.needs_pair(registrar)
    elif kind in EVENTS:
        security = t.find(folio.securities, number, "NoSuchSecurity")
        t.unless(security.open, "SecurityNotOpen")
        t.unless(
            security.character != "FINANCE_LEASE", "OfALease"
        )  # its burden may be the lessee's, who is no creditor
        t.needs(folio.burdens[number].party, "ENFORCE")
    t.unless(party in t.register.parties if kind == "NOTIFICATION" else not party, "WhomNotFitting")
    t.papers(papers)
    yield
    folio.lines += 1


def note_party(t: Try, party: int, kind: str, number: int, papers: Papers) -> Deed:
    """Of a party only the operator notes."""
    about = t.find(t.register.parties, party, "NoSuchParty")
    _by_operator(t, kind, number, about.lines, papers)
    yield
    about.lines += 1


def note_book(t: Try, kind: str, number: int, papers: Papers) -> Deed:
    """So does it of the book."""
    _by_operator(t, kind, number, t.register.book, papers)
    yield
    t.register.book += 1


def _by_operator(t: Try, kind: str, number: int, lines: int, papers: Papers) -> None:
    t.at_once()
    t.needs_two(OPERATOR, "GOVERN")
    t.unless(kind in {"ERASURE", "NOTIFICATION"}, "NoteKindUnknown")
    t.unless(number <= lines, "NoSuchLine")
    t.papers(papers)
