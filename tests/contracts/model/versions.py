"""Versions of data, and entries that come out of others (rules 11–13, 33, 34, 39, 46, 65, 73)."""

from collections.abc import Sequence

from tests.contracts.model import burdens, licences
from tests.contracts.model.cases import akin, find, keep, keeps
from tests.contracts.model.folio import PENDING, Case, Folio
from tests.contracts.model.records import Version
from tests.contracts.model.register import EVERY_RIGHT, EVERYTHING, HOLD, OPERATE, Deed, Papers, Try

SUCCEEDS = ("MATERIAL_CHANGE", "SPLIT")

# ---------------------------------------------------------------------------------------------------- versions


def refresh(
    t: Try, folio: Folio, root: bytes, papers: Papers, listed: Sequence[int], siblings: Sequence[bytes]
) -> Deed:
    """The holders put other data in the place of the last; the pair looks at whoever else has registered them (rules 11–13)."""
    t.timely(folio.version.since)
    live = frozenset(right for right in EVERY_RIGHT if folio.is_live(right, t.later, t.today))
    t.unless(live & {HOLD, OPERATE}, "NothingInForce")
    for holder in {folio.holder[right] for right in live & {HOLD, OPERATE}}:
        t.free(holder)
        t.needs(holder, "FILE")
    burdens.clear(t, folio, EVERY_RIGHT, frozenset(("UPDATE",)), listed, foreseen=True)
    r = t.register
    t.unless(list(siblings) == r.contents.get(root, []), "SiblingsIncomplete")
    others = [r.folios[entry] for entry in siblings if entry in r.folios and entry != folio.entry]
    for other in others:
        same = [
            right
            for right in live
            if other.status[right] == "ACTIVE" and akin(t, other.holder[right], folio.holder[right])
        ]
        t.unless(not same, "AlreadyRegistered")
    if any(entry != folio.entry for entry in siblings):
        t.needs_pair(folio.registrar)
    t.unless(root != folio.version.root, "ContentUnchanged")
    t.papers(papers)
    yield
    if folio.entry not in r.contents.setdefault(root, []):
        r.contents[root].append(folio.entry)
    folio.version = Version(folio.version.seq + 1, folio.next, t.day, root, t.time)
    folio.edition += 1
    folio.lines += 1


# ---------------------------------------------------------------------------------------------------- successions


def name(t: Try, folio: Folio, number: int, old: Folio, kind: str, papers: Papers) -> Deed:
    """The applicant says what a case comes out of, or the registrar does; only its pair says that it comes out of nothing."""
    case = _find(t, folio, number, *PENDING)
    said = folio.succession
    t.unless(not succeeded(folio), "AlreadySucceeded")
    t.unless(kind in {*SUCCEEDS, "DENIED"}, "SuccessionUnknown")
    if kind == "DENIED":
        t.needs_pair(case.registrar, case.reviewer)
    elif said.kind != "NONE" or not t.given(case.applicant, "FILE"):
        t.needs_registrar(case.registrar, "REVIEW")
    t.unless(old is not folio and old.registrar, "NotAPredecessor")
    keeps(t, old, case)
    t.papers(papers)
    yield
    said.kind, said.predecessor = kind, old.entry
    said.cleared, said.cleared_at, said.edition = 0, 0, 0
    keep(t, folio, number, case)


def clear(
    t: Try,
    folio: Folio,
    number: int,
    old: Folio,
    papers: Papers,
    listed: Sequence[int],
    licence_list: Sequence[int],
) -> Deed:
    """All concerned on the old entry agree, so that nothing that lies on it is shed; for this block only (rules 33, 39, 73)."""
    case = _find(t, folio, number, "NOTICE", "CLEARED")
    said = folio.succession
    t.unless(not succeeded(folio), "AlreadySucceeded")
    t.unless(said.kind in SUCCEEDS and said.predecessor == old.entry, "NotAPredecessor")
    t.needs_pair(case.registrar, case.reviewer)
    keeps(t, old, case)
    split = said.kind == "SPLIT"
    for right in range(3):
        if old.status[right] == "ACTIVE":
            t.free(old.holder[right])
            t.needs(old.holder[right], "DISPOSE")
            moves = right in case.passed and old.holder[right] != case.applicant
            t.unless(split or not moves, "NotTheHolder")
    burdens.clear(t, old, EVERY_RIGHT, EVERYTHING, listed)
    if split:
        burdens.no_creditor(t, old, case.applicant, listed)
        t.unless(old.version.line != old.succession.remainder, "RemainderMissing")
        licences.room(t, old, licence_list, None)
        licences.acknowledged(t, old, licence_list)
    else:
        t.unless(not licence_list, "LicenceListIncomplete")
        # Whoever has the old data alone agrees that there are newer ones.
        licences.acknowledged(t, old, [each for each in listed if each in old.burdens and each in old.licences])
    t.papers(papers)
    yield
    old.edition += 1
    old.lines += 1
    old.succession.successors += 1
    if split:
        old.succession.remainder = old.version.line
    said.cleared, said.cleared_at, said.edition = number, t.register.now, old.edition
    keep(t, folio, number, case)


def succeeded(folio: Folio) -> bool:
    """It has come out of its predecessor: the case cleared for it is anchored."""
    case = folio.cases.get(folio.succession.cleared)
    return folio.succession.kind in SUCCEEDS and case is not None and case.state == "ANCHORED"


def _find(t: Try, folio: Folio, number: int, *states: str) -> Case:
    case = find(t, folio, number, *states)
    t.unless(case.kind == "INITIAL", "WrongCaseKind")
    return case
