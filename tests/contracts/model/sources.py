"""Where data come from: sources, what all of them come to, and entries made from others (rules 14–18, 44, 45, 59, 84)."""

from collections.abc import Sequence
from dataclasses import replace

from tests.contracts.model import burdens, licences
from tests.contracts.model.folio import Burden, Folio
from tests.contracts.model.records import Lineage, Source
from tests.contracts.model.register import EVERY_RIGHT, OPERATE, USE, Deed, Names, Papers, Try

OWN = frozenset(("PUBLIC_SCRAPE_STATEMENT", "OWN_OPERATION"))
"""Kinds that nobody else gives."""
LOSS = frozenset(("TRANSFER", "LICENCE_EXCLUSIVE", "LICENCE_ORDINARY", "SUBLICENSE", "PLEDGE", "LEASE"))
"""What a lost source forbids: to give the data to anybody. To make it good stays free."""
MOST = 16
NEVER = 65_535
STANDING = ("ACTIVE", "PARTLY_REVOKED", "REVOKED")
"""States in which a source counts: neither replaced nor taken out."""

# ---------------------------------------------------------------------------------------------------- what they come to


def counted(folio: Folio) -> list[Source]:
    """Sources that stand; an approval gives no data."""
    return [each for each in folio.sources.values() if each.state in STANDING]


def giving(folio: Folio) -> list[Source]:
    """Those of them that give data."""
    return [each for each in counted(folio) if each.kind != "ETHICS"]


def lost(folio: Folio) -> int:
    """How many their grantors took back, and nobody made good."""
    return sum(each.state != "ACTIVE" for each in counted(folio))


def assents(folio: Folio) -> int:
    """How many parties said by name that their data are in it (rule 16)."""
    return sum(bool(each.grantor) for each in counted(folio)) + sum(
        bool(each.assenter) for each in folio.lineages.values()
    )


def earliest(folio: Folio) -> int:
    """The first day on which a source ends, 0 when none does (rule 45)."""
    return min((each.until for each in counted(folio) if each.until), default=0)


def lacking(folio: Folio, asked: frozenset[int], *, sourced: bool, assented: bool) -> bool:
    """Whether a source withholds one of these rights, or none is known, or nobody assented; or one is lost."""
    withheld = any(not asked <= each.rights for each in giving(folio))
    unsourced = sourced and not giving(folio) and not folio.lineages
    return withheld or unsourced or (assented and not assents(folio)) or lost(folio) > 0


# ---------------------------------------------------------------------------------------------------- declaring


def declare(
    t: Try, folio: Folio, whose: Folio, terms: Source, outside: bool, papers: Papers, listed: Sequence[int]
) -> Deed:
    """Whoever answers for the data says where they come from; what binds the source binds the entry at once (rules 16, 44, 45)."""
    t.timely()
    t.unless(whose is folio, "NotThisEntry")
    declarant = _answering(folio, folio.applicant)
    t.needs(declarant, "FILE")
    r = t.register
    whole = (
        terms.kind != "NONE"
        and (terms.kind == "ETHICS") == (not terms.rights)
        and terms.start
        and (not terms.until or terms.until >= max(terms.start, t.day))
        and terms.until != NEVER
        and not r.includes(terms.grantor, declarant)
        and not r.includes(declarant, terms.grantor)
    )
    t.unless(whole, "SourceTermsNotValid")
    named = int(terms.grantor != 0) + int(outside)
    t.unless(named == (0 if terms.kind in OWN else 1), "SourceTermsNotValid")
    if terms.grantor:
        t.needs(terms.grantor, "CONSENT")
    _update(t, folio, listed)
    t.unless(len(counted(folio)) < MOST, "TooManySources")
    t.papers(papers)
    yield
    taken = {each.place for each in counted(folio)}
    place = next(each for each in range(MOST) if each not in taken)
    folio.sources[folio.next] = replace(terms, declarant=declarant, place=place, state="ACTIVE", since=t.time)
    folio.facts = replace(folio.facts, limits=folio.facts.limits | terms.limits)
    _tighten(folio, terms.until)
    _done(folio)


def shorten(t: Try, folio: Folio, number: int, until: int, papers: Papers, listed: Sequence[int]) -> Deed:
    """It ends earlier; a creditor is asked before its security lessens (rule 45)."""
    source = _find(t, folio, number, *STANDING)
    t.needs(_answering(folio, source.declarant), "FILE")
    _update(t, folio, listed)
    earlier = until >= max(t.day, source.start) and until < (source.until or NEVER)
    t.unless(earlier, "SourceEndNotValid")
    t.papers(papers)
    yield
    _until(folio, source, until)
    source.since = t.time
    _done(folio)


def extend(t: Try, folio: Folio, number: int, until: int, papers: Papers) -> Deed:
    """It lasts longer, as its grantor agrees and the registrar's pair finds true (rules 3, 45)."""
    source = _find(t, folio, number, "ACTIVE")
    _oversight(t, folio, source)
    if source.grantor:
        t.needs(source.grantor, "CONSENT")
    later = source.until and (not until or until >= max(t.day, source.until + 1)) and until != NEVER
    t.unless(later, "SourceEndNotValid")
    t.papers(papers)
    yield
    _until(folio, source, until)
    source.since = t.time
    _done(folio)


def revoke(t: Try, folio: Folio, number: int, state: str, papers: Papers) -> Deed:
    """Its grantor took it back, in part or in whole: nothing of the data is given to anybody until that is made good (rule 84)."""
    source = _find(t, folio, number, "ACTIVE", "PARTLY_REVOKED")
    t.unless(state in {"PARTLY_REVOKED", "REVOKED"}, "RevocationNotKnown")
    t.unless(state != source.state, "WrongSourceState")
    if folio.registrar:
        t.needs_pair(folio.registrar)
    elif source.grantor:
        t.needs(source.grantor, "CONSENT")
    else:
        t.no.add("GrantorNotNamed")
    t.papers(papers)
    yield
    if source.state == "ACTIVE" and folio.registrar:
        folio.burdens[number] = Burden(
            "SOURCE_LOSS", EVERY_RIGHT, LOSS, source.grantor or folio.registrar, since=t.time, day=t.day
        )
    source.state, source.revoked, source.since = state, t.day, t.time
    _done(folio)


def replace_one(t: Try, folio: Folio, number: int, successor: int, papers: Papers) -> Deed:
    """Another source takes its place, or its data were taken out; a loss is made good (rule 84)."""
    source = _find(t, folio, number, *STANDING)
    _oversight(t, folio, source)
    if successor:
        other = t.find(folio.sources, successor, "NoSuchSource")
        fits = (
            other is not source
            and other.state == "ACTIVE"
            and source.rights <= other.rights
            and (source.kind == "ETHICS") == (other.kind == "ETHICS")
        )
        t.unless(fits, "NotInPlace")
    t.papers(papers)
    yield
    source.state, source.successor = "REPLACED" if successor else "REMOVED", successor
    source.since = t.time
    loss = folio.burdens.get(number)
    if loss is not None:
        loss.state, loss.since = "CLOSED", t.time
    if source.until and source.until == folio.facts.source_until:
        folio.facts = replace(folio.facts, source_until=earliest(folio))
    _done(folio)


def _until(folio: Folio, source: Source, until: int) -> None:
    """The entry's end follows where it was this source's; a tighter one that an application gave stays."""
    held = source.until and source.until == folio.facts.source_until
    source.until = until
    if held:
        folio.facts = replace(folio.facts, source_until=earliest(folio))
    _tighten(folio, until)


def _tighten(folio: Folio, until: int) -> None:
    known = folio.facts.source_until
    if until and (not known or until < known):
        folio.facts = replace(folio.facts, source_until=until)


# ---------------------------------------------------------------------------------------------------- lineage


def relate(t: Try, folio: Folio, whose: Folio, parent: Folio, licence: int, kind: str, papers: Papers) -> Deed:
    """Data made from another entry's, by a right to use them or a licence that allows it, in force now (rules 16, 18, 59)."""
    t.timely()
    t.unless(whose is folio, "NotThisEntry")
    user = _answering(folio, folio.applicant)
    t.needs(user, "FILE")
    t.unless(kind != "NONE", "LineageNotValid")
    t.unless(parent is not folio and folio.entry not in _parents(parent), "LineageNotValid")
    t.unless(parent.entry not in _parents(folio), "AlreadyRelated")
    if licence:
        given = t.find(parent.licences, licence, "NoSuchLicence")
        in_force = all(licences.in_force(parent, given, day) for day in (t.day, t.today))
        begun = given.start <= min(t.day, t.today)
        may = given.licensee == user and begun and in_force and _allows(given.flags, given.actions, kind)
        t.unless(papers.present, "DigestMissing")
    else:
        may = parent.holder[USE] == user and all(parent.is_live(USE, day, t.today) for day in (t.day, t.today))
    t.unless(may, "NoRightToDerive")
    t.unless(papers.known, "UnknownAlgorithm")
    operator = parent.holder[OPERATE]
    asked = kind == "FUSED" and operator != user
    if asked:
        t.needs(operator, "CONSENT")
    yield
    folio.lineages[folio.next] = Lineage(parent.entry, kind, user, licence, operator if asked else 0, t.time)
    folio.lines += 1
    parent.children += 1
    parent.lines += 1


def _allows(flags: Names, actions: Names, kind: str) -> bool:
    """Training is said expressly; no set of codes is every one (rule 59)."""
    if kind == "TRAINED_ON":
        return "TRAIN" in flags and (not actions or "TRAIN" in actions)
    return not actions or "DERIVE" in actions


def _parents(folio: Folio) -> set[bytes]:
    return {each.parent for each in folio.lineages.values()}


# ---------------------------------------------------------------------------------------------------- shared


def _answering(folio: Folio, otherwise: int) -> int:
    """Who answers for the sources: the last holder of OPERATE, or whoever may apply for it."""
    return folio.holder[OPERATE] or otherwise


def _find(t: Try, folio: Folio, number: int, *states: str) -> Source:
    source = t.find(folio.sources, number, "NoSuchSource")
    t.timely(source.since)
    t.unless(source.state in states, "WrongSourceState")
    return source


def _oversight(t: Try, folio: Folio, source: Source) -> None:
    t.needs(_answering(folio, source.declarant), "FILE")
    if folio.registrar:
        t.needs_pair(folio.registrar)


def _update(t: Try, folio: Folio, listed: Sequence[int]) -> None:
    burdens.clear(t, folio, EVERY_RIGHT, frozenset(("UPDATE",)), listed)


def _done(folio: Folio) -> None:
    folio.edition += 1
    folio.lines += 1
