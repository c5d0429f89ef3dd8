"""Random steps of cases and objections."""

from typing import Any

from ledger_api.domain import words
from tests.contracts.model import cases, dates, objections
from tests.contracts.model.chance import Chance
from tests.contracts.model.folio import PENDING, Case, Claim, Folio, Objection
from tests.contracts.model.masks import mask, rights
from tests.contracts.model.play import Move
from tests.contracts.model.register import EVERY_RIGHT, Rights
from tests.contracts.model.words import claim as claim_word

ORIGINS = ("COLLECTED", "CONTRACT", "SCRAPED_PUBLIC", "FUSED", "DERIVED", "PUBLIC_AUTHORISED", "UTILITY")
BASES = tuple(each.name or "" for each in words.Basis)


def whole(folio: Folio) -> tuple[int, bytes, int]:
    """The folio as the ledger takes it."""
    return (folio.alg, folio.root, folio.applicant)


def another(c: Chance, folio: Folio) -> Folio:
    """The folio; by a slip any other."""
    return c.one(c.register.folios.values()) if c.slips("terms") else folio


def a_claim(c: Chance, folio: Folio, *, ends: bool = False) -> Claim:
    """What could be said of the data: not looser than before, mostly."""
    facts = folio.facts
    loose = c.slips("terms")
    origins = frozenset(("COLLECTED",)) if c.maybe(0.6) else c.some(ORIGINS, 0.25)
    if loose and c.maybe(0.2):
        origins |= {c.one(("ENTRUSTED", "GOVERNMENT"))}
    bases = frozenset(BASES) if c.maybe(0.7) else c.some(BASES, 0.5)
    sensitivity = c.some(("PERSONAL", "IMPORTANT"), 0.25 if c.opinions(folio) else 0.06)
    if loose and c.maybe(0.2):
        sensitivity |= {"CORE"}
    limits = c.some(("NO_RESALE", "NO_SUBLICENCE", "NO_TRAINING", "NO_CROSS_BORDER", "NOT_CLOUD"), 0.06)
    source_until = facts.source_until or (c.today + c.random.randint(100, 900) if c.maybe(0.06) else 0)
    if not loose:
        limits |= facts.limits
        sensitivity |= facts.sensitivity
    elif c.maybe(0.4):
        source_until = c.one((0, source_until + 5, max(1, source_until - 5)))
    form = "NONE" if loose and c.maybe(0.2) else c.one(("RESOURCE", "PRODUCT", "PRODUCT", "SERVICE"))
    term = c.today + c.random.randint(5, 300) if ends and c.maybe(0.1) else 0
    if loose and c.maybe(0.2):
        term = c.today + 10
    opinion = c.opinion(folio) if sensitivity or c.maybe(0.03) else 0
    return Claim(origins, form, sensitivity, limits, source_until, bases, (0, 0, term), opinion)


def case_word(case: Case) -> words.Case:
    """What an applicant gives of a case."""
    return words.Case(
        asked=rights(case.asked),
        applicant=case.applicant,
        registrar=case.registrar,
        flags=mask(words.CaseFlag, case.flags),
    )


def registrar_for(c: Chance, folio: Folio) -> int:
    """The entry's own, or the first of the catalogue."""
    return c.party(c.register.keeper(folio.registrar) if folio.registrar else c.company.registrars[0])


def submit(c: Chance) -> Move:
    """Rights that are free, for who may have them."""
    folio = c.folio(lambda f: len(f.live(c.today, c.today)) < 3)
    free = EVERY_RIGHT - folio.live(c.today, c.today)
    asked = c.rights(free or EVERY_RIGHT)
    holders = {folio.holder[right] or folio.applicant for right in asked}
    applicant = c.party(*sorted(holders or {folio.applicant}))
    asked = frozenset(right for right in asked if (folio.holder[right] or folio.applicant) == applicant) or asked
    registrar = registrar_for(c, folio)
    flags = frozenset(("WAIVER_ASKED",)) if c.maybe(0.2) else frozenset()
    claim, whose = a_claim(c, folio, ends=True), another(c, folio)
    papers, alg, document = c.papers()
    shown = Case("INITIAL", asked, applicant, registrar, 0, 0, 0, flags=flags)
    terms = (folio.entry, whole(whose), case_word(shown), claim_word(claim), alg, document, document, document)
    return Move(
        "submit",
        c.signers((applicant, "FILE")),
        terms,
        lambda t: cases.submit(
            t, folio, whose, cases.new(t, "INITIAL", asked, applicant, registrar, flags), claim, papers
        ),
        c.at(),
    )


def a_case(c: Chance, *states: str) -> tuple[Folio, int, Case]:
    """A case in one of some states, rather."""
    folio = c.folio(lambda f: any(each.state in states for each in f.cases.values()))
    number = c.number(folio.cases, lambda each: each.state in states, folio.lines)
    return folio, number, folio.cases.get(number) or Case("INITIAL", EVERY_RIGHT, folio.applicant, 0, 0, 0, 0)


def applicants(case: Case) -> tuple[tuple[int, str], ...]:
    """Who applied."""
    return ((case.applicant, "FILE"), *(((case.transferee, "FILE"),) if case.transferee else ()))


def resubmit(c: Chance) -> Move:
    """A corrected first registration."""
    folio, number, case = a_case(c, "CORRECTION")
    claim = a_claim(c, folio)
    papers, alg, document = c.papers()
    terms = (folio.entry, c.ref(folio, number), claim_word(claim), alg, document, document, document)
    return Move(
        "resubmit",
        c.signers(*applicants(case)),
        terms,
        lambda t: cases.resubmit(t, folio, number, claim, papers),
        c.at(case.since),
    )


def withdraw(c: Chance) -> Move:
    """An application taken back."""
    folio, number, case = a_case(c, *PENDING)
    return Move(
        "withdrawCase",
        c.signers(*applicants(case)),
        (folio.entry, c.ref(folio, number)),
        lambda t: cases.withdraw(t, folio, number),
        c.at(case.since),
    )


def request_correction(c: Chance) -> Move:
    """A list of corrections."""
    folio, number, case = a_case(c, "SUBMITTED")
    due = c.today + (c.random.randint(-1, 1) if c.slips("day") else c.random.randint(1, 6))
    papers, alg, document = c.papers()
    return Move(
        "requestCorrection",
        c.signers((c.register.keeper(case.registrar), "REVIEW")),
        (folio.entry, c.ref(folio, number), due, alg, document),
        lambda t: cases.request_correction(t, folio, number, due, papers),
        c.at(case.since),
    )


def _step(c: Chance, name: str, states: tuple[str, ...], power: str, judge: Any) -> Move:  # noqa: ANN401
    folio, number, case = a_case(c, *states)
    papers, alg, document = c.papers()
    return Move(
        name,
        c.signers((c.register.keeper(case.registrar), power)),
        (folio.entry, c.ref(folio, number), alg, document),
        lambda t: judge(t, folio, number, papers),
        c.at(case.since),
    )


def accept(c: Chance) -> Move:
    """Accepted by a reviewer."""
    return _step(c, "accept", ("SUBMITTED",), "REVIEW", cases.accept)


def pause(c: Chance) -> Move:
    """More material."""
    return _step(c, "pause", ("UNDER_REVIEW",), "REVIEW", cases.pause)


def resume(c: Chance) -> Move:
    """It is there."""
    folio, number, case = a_case(c, "SUPPLEMENTING")
    papers, alg, document = c.papers()
    by = c.one(((c.register.keeper(case.registrar), "REVIEW"), (case.applicant, "FILE")))
    return Move(
        "resume",
        c.signers(by),
        (folio.entry, c.ref(folio, number), alg, document),
        lambda t: cases.resume(t, folio, number, papers),
        c.at(case.since),
    )


def _poke(c: Chance, name: str, state: str, judge: Any) -> Move:  # noqa: ANN401
    folio, number, _ = a_case(c, state)
    return Move(
        name,
        c.signers((c.party(*c.company.merchants), "FILE")),
        (folio.entry, c.ref(folio, number)),
        lambda t: judge(t, folio, number),
        c.poke(),
    )


def lapse(c: Chance) -> Move:
    """A list that ran out."""
    return _poke(c, "lapse", "CORRECTION", cases.lapse)


def deem(c: Chance) -> Move:
    """Silence."""
    return _poke(c, "deem", "SUBMITTED", cases.deem)


def extend(c: Chance) -> Move:
    """More days for the review."""
    folio, number, case = a_case(c, "UNDER_REVIEW")
    days = c.one((0, 11, 10)) if c.slips("day") else c.random.randint(1, 10)
    code = words.ExtensionReason[c.code(words.ExtensionReason)]
    papers, alg, document = c.papers()
    return Move(
        "extend",
        c.signers((c.register.keeper(case.registrar), "APPROVE")),
        (folio.entry, c.ref(folio, number), days, code, alg, document),
        lambda t: cases.extend(t, folio, number, days, bool(code), papers),
        c.at(case.since),
    )


def pass_(c: Chance, name: str = "publish") -> Move:
    """Published, or cleared without a notice."""
    folio, number, case = a_case(c, "UNDER_REVIEW")
    # All of it, mostly: a transfer takes that.
    passed = case.asked if c.maybe(0.8) and c.slip != "terms" else c.rights(case.asked)
    papers, alg, document = c.papers()
    by = c.signers(also=c.pair(case.registrar, case.reviewer))
    if name == "publish":
        return Move(
            name,
            by,
            (folio.entry, c.ref(folio, number), rights(passed), alg, document),
            lambda t: cases.publish(t, folio, number, passed, papers),
            c.at(case.since),
        )
    code = words.WaiverReason[c.code(words.WaiverReason)]
    return Move(
        name,
        by,
        (folio.entry, c.ref(folio, number), rights(passed), code, alg, document),
        lambda t: cases.waive(t, folio, number, passed, bool(code), papers),
        c.at(case.since),
    )


def waive(c: Chance) -> Move:
    """No notice."""
    return pass_(c, "waive")


def decline(c: Chance) -> Move:
    """No."""
    folio, number, case = a_case(c, "SUBMITTED", "UNDER_REVIEW", "SUPPLEMENTING", "NOTICE")
    fresh = case.state == "SUBMITTED"
    code = c.code(words.Refusal, *(("OUT_OF_SCOPE",) if fresh and c.maybe(0.7) else ()))
    papers, alg, document = c.papers()
    return Move(
        "decline",
        c.signers(also=c.pair(case.registrar, case.reviewer)),
        (folio.entry, c.ref(folio, number), words.Refusal[code], alg, document),
        lambda t: cases.decline(t, folio, number, code, papers),
        c.at(case.since),
    )


def anchor(c: Chance) -> Move:
    """Complete a first registration."""
    folio, number, case = a_case(c, "NOTICE", "CLEARED")
    return anchored(c, folio, number, case)


def anchored(c: Chance, folio: Folio, number: int, case: Case) -> Move:
    """Complete this one, for a short time or for years."""
    if c.slips("day"):
        until = c.one((c.today - 1, c.today, dates.last_of_years(c.today, 5), dates.last_of_years(c.today, 5) + 1))
    else:
        until = c.today + (c.random.randint(10, 250) if c.maybe(0.5) else c.random.randint(500, 1800))
    whose = another(c, folio)
    siblings = list(c.register.contents.get(folio.root, []))
    if c.slips("list"):
        siblings = c.one((siblings[1:], [*siblings, folio.entry], siblings[::-1]))
    listed = c.burdens(folio)
    papers, alg, document = c.papers()
    return Move(
        "anchor",
        c.signers(also=c.pair(case.registrar, case.reviewer)),
        (folio.entry, c.ref(folio, number), whole(whose), until, alg, document, listed, siblings),
        lambda t: cases.anchor(t, folio, number, whose, until, papers, listed, siblings),
        c.at(case.since),
    )


# ---------------------------------------------------------------------------------------------------- objections


def object_in_notice(c: Chance) -> Move:
    """Against a case in its notice."""
    folio, number, case = a_case(c, "NOTICE")
    objector = c.party(*c.company.merchants)
    ground = c.code(words.Ground)
    papers, alg, document = c.papers()
    by = c.one(((objector, "OBJECT"), (objector, "OBJECT"), (c.register.keeper(case.registrar), "REVIEW")))
    return Move(
        "objectInNotice",
        c.signers(by),
        (folio.entry, c.ref(folio, number), objector, words.Ground[ground], alg, document),
        lambda t: objections.in_notice(t, folio, number, objector, ground, papers),
        c.at(case.since),
    )


def an_objection(c: Chance, phase: str, *states: str) -> tuple[Folio, int, Any]:
    """An objection in some states, rather."""

    def fits(each: Objection) -> bool:
        return each.state in states and (not phase or each.phase == phase)

    folio = c.folio(lambda f: any(fits(each) for each in f.objections.values()))
    number = c.number(folio.objections, fits, folio.lines)
    return folio, number, folio.objections.get(number)


def resolve_in_notice(c: Chance) -> Move:
    """Decided."""
    folio, number, objection = an_objection(c, "NOTICE", "FILED")
    case = folio.cases.get(objection.case) if objection else None
    conclusion = c.code(words.Conclusion)
    passed: Rights = case.passed if case else EVERY_RIGHT
    left = passed if conclusion == "DISMISSED" and c.maybe(0.9) else c.rights(passed or EVERY_RIGHT)
    papers, alg, document = c.papers()
    return Move(
        "resolveInNotice",
        c.signers(also=c.pair(case.registrar, case.reviewer) if case else c.pair(c.company.registrars[0])),
        (folio.entry, c.ref(folio, number), words.Conclusion[conclusion], rights(left), alg, document),
        lambda t: objections.resolve(t, folio, number, conclusion, left, papers),
        c.at(case.since if case else 0),
    )


def object_(c: Chance) -> Move:
    """Against what is registered."""
    folio = c.folio(lambda f: f.registrar)
    objector, disputed, ground = c.party(*c.company.merchants), c.rights(), c.code(words.Ground)
    papers, alg, document = c.papers()
    by = c.one(((objector, "OBJECT"), (objector, "OBJECT"), (c.register.keeper(folio.registrar), "REVIEW")))
    return Move(
        "object",
        c.signers(by),
        (folio.entry, objector, rights(disputed), words.Ground[ground], alg, document),
        lambda t: objections.after_registration(t, folio, objector, disputed, ground, papers),
        c.at(),
    )


def complete(c: Chance) -> Move:
    """Its material is complete."""
    folio, number, objection = an_objection(c, "AFTER", "FILED")
    papers, alg, document = c.papers()
    return Move(
        "complete",
        c.signers(also=c.pair(folio.registrar)),
        (folio.entry, c.ref(folio, number), alg, document),
        lambda t: objections.complete(t, folio, number, papers),
        c.at(objection.since if objection else 0),
    )


def withdraw_objection(c: Chance) -> Move:
    """Taken back, by the objector or by the pair."""
    folio, number, objection = an_objection(c, "", "FILED", "COMPLETE", "NOTIFIED", "CONCLUDED", "LITIGATION")
    case = folio.cases.get(objection.case) if objection else None
    papers, alg, document = c.papers()
    if objection and c.maybe(0.7):
        by = c.signers((objection.objector, "OBJECT"))
    else:
        by = c.signers(also=c.pair(case.registrar if case else folio.registrar, case.reviewer if case else 0))
    return Move(
        "withdrawObjection",
        by,
        (folio.entry, c.ref(folio, number), alg, document),
        lambda t: objections.withdraw(t, folio, number, papers),
        c.at(case.since if case else objection.since if objection else 0),
    )


STORIES = (
    (submit, request_correction, (resubmit, withdraw), accept, pass_, object_in_notice, (resolve_in_notice, withdraw_objection), 9, anchor),
)  # fmt: skip
MOVES = {
    submit: 6, resubmit: 2, withdraw: 1, request_correction: 2, accept: 5, pause: 2, resume: 2, lapse: 1, deem: 1, extend: 2,
    pass_: 5, waive: 2, decline: 1, anchor: 5, object_in_notice: 2, resolve_in_notice: 2, object_: 3, complete: 3,
    withdraw_objection: 4,
}  # fmt: skip
