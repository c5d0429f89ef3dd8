"""Licences: who may give which, whom they keep out, how they live and end (SM-5; rules 43–61)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger_api.domain.words import Action, Environment, Industry, Purpose, Region
from tests.contracts.model import burdens
from tests.contracts.model.folio import Burden, Folio, Licence
from tests.contracts.model.register import OPERATE, Deed, Names, Order, Papers, Try

if TYPE_CHECKING:
    from collections.abc import Iterable

DEEPEST = 3
BREACH_DAYS = 30
KINDS = ("NON_EXCLUSIVE", "SOLE", "EXCLUSIVE")
"""Each keeps out at least as much as those before it."""
EXCLUDED = frozenset(("LICENCE_EXCLUSIVE", "LICENCE_ORDINARY"))
TRAINING = frozenset(("TRAIN", "FINE_TUNE"))
FORBIDDEN = {
    "NO_RESALE": (("flags", "REDISTRIBUTE"), ("actions", "DISTRIBUTE")),
    "NO_SUBLICENCE": (("flags", "SUBLICENSE"),),
    "NO_TRAINING": (("flags", "TRAIN"),),
    "NO_CROSS_BORDER": (("flags", "CROSS_BORDER"),),
    "NO_DERIVATION": (("actions", "DERIVE"),),
    "NOT_PREMISES": (("environments", "PREMISES"),),
    "NOT_CLOUD": (("environments", "CLOUD"),),
    "NOT_CONNECTOR": (("environments", "CONNECTOR"),),
    "NOT_API": (("environments", "API"),),
}
"""What a limit of the registration keeps any licence from allowing (rule 44)."""
DIMENSIONS = {
    "actions": frozenset(each.name or "" for each in Action) | {"anything else"},
    "purposes": frozenset(each.name or "" for each in Purpose) | {"anything else"},
    "industries": frozenset(each.name or "" for each in Industry) | {"anything else"},
    "regions": frozenset(each.name or "" for each in Region) | {"anywhere else"},
    "environments": frozenset(each.name or "" for each in Environment) | {"anywhere else"},
}
"""All codes; no code means every one, and whatever the future brings."""


@dataclass
class Agreement:
    """What both sides sign besides the terms."""

    papers: Papers
    template: bool = True
    abroad: bool = False
    """An assessment of a transfer abroad is referred to."""


def within(inner: Names, outer: Names) -> bool:
    """Whether a set of codes lies in another, where none means all."""
    return not outer or (bool(inner) and inner <= outer)


def allowed(licence: Licence, dimension: str) -> Names:
    """Every single code a licence allows in one dimension."""
    codes: Names = getattr(licence, dimension)
    return codes or DIMENSIONS[dimension]


# ---------------------------------------------------------------------------------------------------- what others ask


def ancestors(folio: Folio, licence: Licence) -> "Iterator[tuple[int, Licence]]":
    """What a licence was given under, nearest first."""
    while licence.parent:
        number, licence = licence.parent, folio.licences[licence.parent]
        yield number, licence


def in_force(folio: Folio, licence: Licence, day: int) -> bool:
    """It and all it was given under (rule 54)."""
    line: Iterable[Licence] = (licence, *(above for _, above in ancestors(folio, licence)))
    return all(each.state == "ACTIVE" and each.end >= day for each in line)


def has_fallen(t: Try, folio: Folio, licence: Licence) -> bool:
    """Something it was given under is over (rule 54)."""
    return any(above.state in {"ENDED", "CLOSED"} or t.is_past(above.end) for _, above in ancestors(folio, licence))


def blocks(t: Try, folio: Folio, number: int, candidate: Licence) -> bool:
    """Somebody else could do the same thing on the same day under licence `number` (rule 46)."""
    other = folio.licences[number]
    if other.licensee == candidate.licensee or number in dict(ancestors(folio, candidate)):
        return False
    if has_fallen(t, folio, other):
        return False
    # One that ended before it began still stands at its dates until it is closed: the test may refuse too much, never too little.
    days = other.start <= candidate.end and candidate.start <= other.end
    same = (
        allowed(other, each) & allowed(candidate, each) for each in ("actions", "purposes", "industries", "regions")
    )
    return days and all(same)


def room(t: Try, folio: Folio, listed: Sequence[int], candidate: Licence | None) -> None:
    """Every licence not closed is listed, and none keeps the candidate out (rule 46)."""
    t.ascending(listed)
    t.unless(all(number in folio.licences for number in listed), "NoSuchLicence")
    known = [number for number in listed if number in folio.licences and folio.licences[number].state != "CLOSED"]
    t.unless(set(known) == set(folio.unclosed_licences()), "LicenceListIncomplete")
    if candidate is not None:
        t.unless(not any(blocks(t, folio, number, candidate) for number in known), "ExclusivityConflict")


def acknowledged(t: Try, folio: Folio, listed: Sequence[int]) -> None:
    """Whoever may still use the data agrees to what becomes of them."""
    for licence in (folio.licences[each] for each in listed if each in folio.licences):
        over = licence.state in {"ENDED", "CLOSED"} or t.is_past(licence.end)
        t.unless(over or t.given(licence.licensee, "ACKNOWLEDGE"), "LicenceInForce")


def licensor(folio: Folio, licence: Licence, today: int) -> int:
    """Who gave it: whoever exercises the right to operate now, or the licensee above."""
    return folio.licences[licence.parent].licensee if licence.parent else folio.operator(today)


def operable(t: Try, folio: Folio) -> None:
    """The right to operate is in force, by legal time and by block time (rule 43)."""
    t.unless(folio.is_live(OPERATE, t.later, t.today), "RightNotOperable")


def effects_of(licence: Licence) -> Names:
    """What giving it does."""
    ordinary = "LICENCE_EXCLUSIVE" if licence.exclusive else "LICENCE_ORDINARY"
    return frozenset((ordinary, "SUBLICENSE") if licence.parent else (ordinary,))


# ---------------------------------------------------------------------------------------------------- granting


def grant(
    t: Try,
    folio: Folio,
    recorder: int,
    terms: Licence,
    agreement: Agreement,
    listed: Sequence[int],
    licences: Sequence[int],
) -> Deed:
    """The holder, or a licensee that may, licenses somebody; a registrar or an exchange records it (rules 43–48)."""
    t.timely()
    t.unless(terms.licensee and terms.start and terms.start <= terms.end and terms.end >= t.day, "TermsNotValid")
    _agreed(t, terms, agreement)
    limits = (
        limit for limit, cases in FORBIDDEN.items() if any(code in _plainly(terms, where) for where, code in cases)
    )
    t.unless(not folio.facts.limits & set(limits), "LimitExceeded")
    operable(t, folio)
    latest = min(folio.until[OPERATE], folio.facts.source_until or folio.until[OPERATE])
    t.unless(terms.end <= latest, "TermTooLong")
    giver, depth = folio.operator(t.today), 0
    if terms.parent:
        parent = t.find(folio.licences, terms.parent, "NoSuchLicence")
        t.unless(in_force(folio, parent, t.day), "LicenceNotLive")
        t.unless("SUBLICENSE" in parent.flags and parent.depth < DEEPEST, "SublicenceNotAllowed")
        t.unless(_scope_within(terms, parent) and terms.start >= parent.start, "ScopeExceeded")
        giver, depth = parent.licensee, parent.depth + 1
    t.free(giver)
    t.needs(giver, terms.power)
    t.needs(terms.licensee, "ACCEPT")
    t.unless(giver != terms.licensee, "TermsNotValid")
    if t.register.keeper(recorder) == t.register.keeper(folio.registrar):
        t.needs_registrar(recorder, "RECORD")
    else:
        t.live(recorder)
        t.unless("EXCHANGE" in t.register.roles(recorder), "NotARecorder")
        t.needs(recorder, "RECORD")
    burdens.clear(t, folio, frozenset((OPERATE,)), effects_of(terms), listed, terms, foreseen=True)
    if terms.exclusive:
        room(t, folio, licences, terms)
    else:
        t.unless(not licences, "TermsNotValid")
    yield
    number = folio.next
    among = (t.register.now, effects_of(terms)) if folio.unclosed() and not terms.parent else None  # rule 51
    asked = (
        each
        for each in folio.unclosed()
        if folio.burdens[each].kind in {"SECURITY", "LEASE"}
        and OPERATE in folio.burdens[each].rights
        and folio.burdens[each].effects & effects_of(terms)
    )
    folio.licences[number] = replace(
        terms, depth=depth, state="ACTIVE", last=t.day, among=among, assented=frozenset(asked)
    )
    if terms.exclusive:
        folio.burdens[number] = Burden(
            kind="EXCLUSIVE_LICENCE",
            rights=frozenset((OPERATE,)),
            effects=EXCLUDED,
            party=terms.licensee,
            grantor=giver,
            since=t.time,
            day=t.day,
        )
    folio.edition += 1
    folio.lines += 1


def _plainly(terms: Licence, where: str) -> Names:
    """What terms allow: silence on flags is no, silence on codes is all."""
    return terms.flags if where == "flags" else allowed(terms, where)


def _agreed(t: Try, terms: Licence, agreement: Agreement) -> None:
    """Both sign the same papers; training and export are said expressly (rules 48, 58, 59)."""
    t.papers(agreement.papers)
    t.unless(agreement.template, "TermsNotValid")
    t.unless("TRAIN" in terms.flags or not terms.actions & TRAINING, "TrainingNotAgreed")
    t.unless("TRAIN" in terms.flags or "KEEP_WEIGHTS" not in terms.flags, "TrainingNotAgreed")
    t.unless(allowed(terms, "actions") & TRAINING or not terms.flags & {"TRAIN", "KEEP_WEIGHTS"}, "TermsNotValid")
    exported = "CROSS_BORDER" in terms.flags
    t.unless(exported == agreement.abroad and (exported or "ABROAD" not in terms.regions), "CrossBorderUnsupported")


def _scope_within(inner: Licence, outer: Licence) -> bool:
    """Nobody gives more or longer than he has (rules 44, 45)."""
    return (
        inner.end <= outer.end
        and all(within(getattr(inner, each), getattr(outer, each)) for each in DIMENSIONS)
        and inner.flags <= outer.flags
        and KINDS.index(inner.kind) <= KINDS.index(outer.kind)
    )


def narrow(t: Try, folio: Folio, number: int, terms: Licence, agreement: Agreement) -> Deed:
    """Both sides agree on less; more would be a new licence (rules 46, 52)."""
    licence = _find(t, folio, number, "ACTIVE", "SUSPENDED")
    _both(t, folio, licence)
    _agreed(t, terms, agreement)
    same = terms.licensee == licence.licensee and terms.parent == licence.parent and terms.start == licence.start
    t.unless(same and _scope_within(terms, licence) and terms.end >= max(terms.start, t.day), "NotNarrower")
    yield
    if licence.exclusive and not terms.exclusive:
        _release(t, folio, number)
    for name in ("kind", "end", "delete_within", "flags", *DIMENSIONS):
        setattr(licence, name, getattr(terms, name))
    _done(t, folio, licence)


# ---------------------------------------------------------------------------------------------------- living


def suspend(t: Try, folio: Folio, number: int, code: bool, papers: Papers) -> Deed:
    """The licensor, or the registrar, stops it for a while."""
    licence = _find(t, folio, number, "ACTIVE")
    t.unless(code, "ReasonUnknown")
    by_registrar = _suspender(t, folio, licence)
    t.papers(papers)
    yield
    licence.state = "SUSPENDED"
    licence.happened -= {"SUSPENDED_BY_REGISTRAR"}
    if by_registrar:
        licence.happened |= {"SUSPENDED_BY_REGISTRAR"}
    _done(t, folio, licence)


def resume(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """Whoever stopped it lets it go on."""
    licence = _find(t, folio, number, "SUSPENDED")
    by_registrar = _suspender(t, folio, licence)
    t.unless(by_registrar == ("SUSPENDED_BY_REGISTRAR" in licence.happened), "NotTheSuspender")
    t.papers(papers)
    yield
    licence.state = "ACTIVE"
    licence.happened -= {"SUSPENDED_BY_REGISTRAR"}
    _done(t, folio, licence)


def _suspender(t: Try, folio: Folio, licence: Licence) -> bool:
    if t.has(t.register.keeper(folio.registrar), "RECORD"):
        t.needs_registrar(folio.registrar, "RECORD")
        return True
    _by_licensor(t, folio, licence)
    return False


def notice_breach(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """One side tells the other, once, that it broke the terms (rule 54)."""
    licence = _find(t, folio, number, "ACTIVE", "SUSPENDED")
    noticer = _one_side(t, folio, licence)
    t.unless(noticer not in licence.happened, "AlreadyNoticed")
    t.papers(papers)
    yield
    licence.noticed = t.noticed
    licence.happened |= {noticer}
    licence.last = t.day
    folio.lines += 1


def end(t: Try, folio: Folio, number: int, code: str, papers: Papers) -> Deed:
    """Both end it; or one for cause, thirty days after its notice (rule 54)."""
    licence = _find(t, folio, number, "ACTIVE", "SUSPENDED")
    t.unless(code in {"MUTUAL", "BREACH"}, "ReasonUnknown")
    if code == "MUTUAL":
        _both(t, folio, licence)
    elif code == "BREACH":
        noticer = _one_side(t, folio, licence)
        t.unless(noticer in licence.happened, "NotNoticed")
        t.unless(t.is_past(licence.noticed + BREACH_DAYS), "NoticeNotElapsed")
    t.papers(papers)
    yield
    _end(t, folio, number, licence)


def close(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """Anyone closes what is over; where deletion is owed, the licensee certifies it (rule 55)."""
    licence = _find(t, folio, number, "ACTIVE", "SUSPENDED", "ENDED")
    over = licence.state == "ENDED" or t.is_past(licence.end) or has_fallen(t, folio, licence)
    t.unless(over, "NotYetOver")
    if licence.delete_within:
        t.needs(licence.licensee, "ACCEPT")
        t.unless(papers.present, "DigestMissing")
    t.unless(papers.known, "UnknownAlgorithm")
    yield
    if licence.state != "ENDED" and licence.exclusive:
        _release(t, folio, number)
    licence.state, licence.last = "CLOSED", t.day
    folio.lines += 1  # the edition stays: nobody can spoil a signed filing


# ---------------------------------------------------------------------------------------------------- changing hands


def novate(
    t: Try, folio: Folio, number: int, assignee: int, papers: Papers, listed: Sequence[int], licences: Sequence[int]
) -> Deed:
    """Another party in the licensee's place, all three agreeing; it is as if it were granted now (rules 46, 52, 61)."""
    licence = _find(t, folio, number)
    t.unless(licence.state == "ACTIVE", "LicenceNotActive")
    t.unless(in_force(folio, licence, t.later), "LicenceNotLive")
    operable(t, folio)
    giver = licensor(folio, licence, t.today)
    t.unless(assignee not in {licence.licensee, giver}, "AssigneeNotValid")
    t.free(giver)
    t.free(licence.licensee)
    _both(t, folio, licence)
    t.needs(assignee, "ACCEPT")
    candidate = replace(licence, licensee=assignee)
    # What is the assignee's own does not stand in its way, so the licence itself must not.
    folio.licences[number] = candidate
    burdens.clear(t, folio, frozenset((OPERATE,)), effects_of(candidate), listed, candidate)
    if licence.exclusive:
        room(t, folio, licences, candidate)
    else:
        t.unless(not licences, "TermsNotValid")
    folio.licences[number] = licence
    t.papers(papers)
    yield
    licence.licensee = assignee
    if licence.exclusive:
        folio.burdens[number].party, folio.burdens[number].since = assignee, t.time
    _done(t, folio, licence)


def end_by_order(t: Try, folio: Folio, number: int, code: str, order: Order) -> Deed:
    """An instrument ends it (rules 54, 116)."""
    licence = _find(t, folio, number)
    t.unless(licence.state in {"ACTIVE", "SUSPENDED"}, "LicenceNotActive")
    t.unless(code in {"INSOLVENCY", "SOURCE_LOSS", "ORDER"}, "ReasonUnknown")
    t.ordered(order, folio.registrar)
    yield
    _end(t, folio, number, licence)


# ---------------------------------------------------------------------------------------------------- shared


def _find(t: Try, folio: Folio, number: int, *states: str) -> Licence:
    licence = t.find(folio.licences, number, "NoSuchLicence")
    t.timely_day(licence.last)
    t.unless(not states or licence.state in states, "WrongLicenceState")
    return licence


def _both(t: Try, folio: Folio, licence: Licence) -> None:
    t.needs(licensor(folio, licence, t.today), licence.power)
    t.needs(licence.licensee, "ACCEPT")


def _one_side(t: Try, folio: Folio, licence: Licence) -> str:
    if t.given(licence.licensee, "ACCEPT"):
        return "NOTICED_BY_LICENSEE"
    _by_licensor(t, folio, licence)
    return "NOTICED_BY_LICENSOR"


def _by_licensor(t: Try, folio: Folio, licence: Licence) -> None:
    """Against the licensee's will: never a lessor, whose rights on default are those of the lease (rule 110)."""
    t.needs(licensor(folio, licence, t.today), licence.power)
    t.unless("LEASED_BACK" not in licence.happened, "LicenceOfALease")


def _end(t: Try, folio: Folio, number: int, licence: Licence) -> None:
    licence.state, licence.end = "ENDED", min(licence.end, t.day)
    if licence.exclusive:
        _release(t, folio, number)
    _done(t, folio, licence)


def _release(t: Try, folio: Folio, number: int) -> None:
    folio.burdens[number].state, folio.burdens[number].since = "CLOSED", t.time


def _done(t: Try, folio: Folio, licence: Licence) -> None:
    licence.last = t.day
    folio.edition += 1
    folio.lines += 1
