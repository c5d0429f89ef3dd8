"""Registration cases of every kind up to their completion, and the first registration itself (SM-1; rules 2–5, 11–28, 31, 40)."""

from collections.abc import Sequence
from dataclasses import replace

from tests.contracts.model import burdens, dates, sources
from tests.contracts.model.attestations import serves
from tests.contracts.model.folio import PENDING, Case, Claim, Folio
from tests.contracts.model.register import OPERATE, USE, Deed, Names, Papers, Rights, Try

ACCEPT_DAYS, REVIEW_DAYS, EXTENSION_DAYS, NOTICE_DAYS = 3, 10, 10, 5
CREDENTIAL_YEARS = 5

# ---------------------------------------------------------------------------------------------------- the data (rules 14–20)


def origins(t: Try, folio: Folio, claim: Claim, facts: Claim, rights: Rights) -> None:
    """Which rights may be registered for data of which origin; every right must pass for each of them."""
    t.unless(claim.origins, "OriginMissing")
    all_origins, bases = claim.origins | facts.origins, claim.bases | facts.bases
    t.unless(not all_origins & {"ENTRUSTED", "GOVERNMENT"}, "OriginNotRegistrable")
    t.unless("PUBLIC_AUTHORISED" not in all_origins or "PUBLIC_DATA_NUMBER" in bases, "BasisMissing")
    t.unless("DERIVED" not in all_origins or "SOURCE_RIGHT" in bases, "BasisMissing")
    made = "DERIVED" in all_origins
    asked = frozenset((USE,)) if made else frozenset() if "FUSED" in all_origins else frozenset(rights)
    silent = OPERATE in rights and "FUSED" in all_origins and "CONTRACT_ALLOCATES" not in bases
    asked |= {OPERATE} if silent else frozenset()
    t.unless(not sources.lacking(folio, asked, sourced=made, assented=silent), "SourcesLacking")
    if OPERATE in rights:
        if "SCRAPED_PUBLIC" in all_origins:
            t.unless(claim.form != "RESOURCE", "RawScrapedData")
            t.unless("NO_SUBSTITUTION" in bases, "BasisMissing")
        t.unless("FUSED" not in all_origins or bases & {"CONTRACT_ALLOCATES", "PARTICIPANTS_CONSENT"}, "BasisMissing")
    t.unless("CORE" not in claim.sensitivity, "CoreData")
    t.unless(not claim.sensitivity or "COMPLIANCE_OPINION" in bases, "BasisMissing")


def claim_fits(t: Try, folio: Folio, claim: Claim, asked: Rights) -> None:
    """Admissible, and never looser than what the folio says already."""
    t.unless(claim.form != "NONE", "ClaimNotValid")
    origins(t, folio, claim, folio.facts, asked | folio.live(t.day, t.today))
    opinion(t, folio, claim)
    ends = folio.facts.source_until
    looser = (
        folio.facts.limits - claim.limits
        or folio.facts.sensitivity - claim.sensitivity
        or (ends and not 0 < claim.source_until <= ends)
    )
    t.unless(not looser, "ClaimLoosens")


def opinion(t: Try, folio: Folio, claim: Claim) -> None:
    """Personal or important data take a compliance opinion; one that is named serves, whatever they are (rule 20)."""
    if claim.sensitivity or claim.opinion:
        serves(t, folio, claim.opinion, "COMPLIANCE")


def learn(folio: Folio, claim: Claim) -> None:
    """The claim's facts are added."""
    facts = folio.facts
    ends = [each for each in (facts.source_until, claim.source_until) if each]
    folio.facts = replace(
        facts,
        origins=facts.origins | claim.origins,
        sensitivity=facts.sensitivity | claim.sensitivity,
        limits=facts.limits | claim.limits,
        bases=facts.bases | claim.bases,
        source_until=min(ends, default=0),
    )


# ---------------------------------------------------------------------------------------------------- clocks (rules 23–25)


def limit_of(case: Case) -> int:
    """The last day of the running clock."""
    return dates.after(case.run, case.limit - case.used) if case.used < case.limit else case.run


def as_it_stands(t: Try, case: Case) -> Case:
    """On the legal day: silence accepts on the working day after the limit (rule 23)."""
    seen = replace(case)
    if case.state == "SUBMITTED" and t.day > limit_of(case):
        deemed = dates.after(limit_of(case), 1)
        if t.day >= deemed:
            _accept(seen, deemed)
            seen.flags = seen.flags | {"DEEMED"}
    return seen


def find(t: Try, folio: Folio, number: int, *states: str) -> Case:
    """A case as it stands, in one of some states."""
    case = t.find(folio.cases, number, "NoSuchCase")
    t.timely(case.since)
    seen = as_it_stands(t, case)
    t.unless(seen.state in states, "WrongCaseState")
    return seen


def notice_over(t: Try, case: Case) -> None:
    """The days are over and nobody objects (rules 25, 26)."""
    t.unless(not case.objections, "ObjectionsOpen")
    if case.state != "CLEARED":
        t.unless(t.is_past(dates.after(case.notice, case.notice_length)), "NoticeOpen")


def _accept(case: Case, day: int) -> None:
    case.state, case.accepted, case.run, case.used, case.limit = "UNDER_REVIEW", day, day, 0, REVIEW_DAYS


def _stop(t: Try, case: Case) -> None:
    case.used = min(63, case.used + dates.working_days(case.run, t.day))
    case.run = 0


# ---------------------------------------------------------------------------------------------------- applying


def applying(t: Try, folio: Folio, case: Case) -> None:
    """An applicant applies to a practising registrar with no part in it, the entry's own if it has one (rules 1, 2, 4, 31)."""
    t.needs(case.applicant, "FILE")
    t.accredited(case.registrar, "REGISTRAR", "REGISTRAR_CATALOGUE")
    t.unless(not t.takes_part(t.register.keeper(case.registrar)), "RegistrarTakesPart")
    t.unless(case.asked, "NothingAsked")
    t.unless(case.flags <= {"WAIVER_ASKED"}, "ClaimNotValid")
    keeps(t, folio, case)


def disinterested(t: Try, party: int, registrar: int) -> None:
    """Whoever keeps the entry now is not the party, nor a member of it (rules 2, 5)."""
    t.unless(not t.register.includes(party, t.register.keeper(registrar)), "RegistrarTakesPart")


def keeps(t: Try, folio: Folio, case: Case) -> None:
    """Whoever registered it first decides, or who took over; nobody what is its own (rules 2, 5, 31)."""
    disinterested(t, case.applicant, case.registrar)
    if "REASSIGNED" in case.flags:
        return  # it was given to another, and the entry stays where it is
    keeper = t.register.keeper(folio.registrar)
    t.unless(not keeper or keeper == t.register.keeper(case.registrar), "NotTheRegistrar")


def agreed(t: Try, case: Case) -> None:
    """All who applied agree, nobody of the registrar among them (rules 2, 34)."""
    t.needs(case.applicant, "FILE")
    if case.kind == "TRANSFER":
        t.needs(case.transferee, "FILE")
    t.unless(not t.takes_part(t.register.keeper(case.registrar)), "RegistrarTakesPart")


def begin_again(t: Try, folio: Folio, number: int, case: Case) -> None:
    """The acceptance clock starts."""
    case.state, case.submitted, case.run, case.used, case.limit, case.due = "SUBMITTED", t.day, t.day, 0, ACCEPT_DAYS, 0
    keep(t, folio, number, case)


def keep(t: Try, folio: Folio, number: int, case: Case) -> None:
    """The case as it is now, and a line."""
    case.since = t.time
    folio.cases[number] = case
    folio.lines += 1


def new(t: Try, kind: str, asked: Rights, applicant: int, registrar: int, flags: Names) -> Case:
    """A case as it is handed in."""
    return Case(kind, asked, applicant, registrar, t.time, t.day, t.day, ACCEPT_DAYS, flags=flags)


def submit(t: Try, folio: Folio, whose: Folio, case: Case, claim: Claim, papers: Papers) -> Deed:
    """A first registration of rights that are free for this applicant (rule 11)."""
    t.timely()
    applying(t, folio, case)
    t.unless(whose is folio, "NotThisEntry")
    for right in case.asked:
        t.unless(not folio.is_live(right, t.day, t.today), "AlreadyRegistered")
        t.unless((folio.holder[right] or folio.applicant) == case.applicant, "NotTheLastHolder")
    claim_fits(t, folio, claim, case.asked)
    t.papers(papers)
    yield
    case.claim = claim
    keep(t, folio, folio.next, case)


def resubmit(t: Try, folio: Folio, number: int, claim: Claim, papers: Papers) -> Deed:
    """The corrected application, until the day the list set (rule 22)."""
    case = find(t, folio, number, "CORRECTION")
    t.unless(case.kind == "INITIAL", "WrongCaseKind")
    agreed(t, case)
    t.unless(t.day <= case.due, "LimitPassed")
    claim_fits(t, folio, claim, case.asked)
    t.papers(papers)
    yield
    case.claim = claim
    begin_again(t, folio, number, case)


def withdraw(t: Try, folio: Folio, number: int) -> Deed:
    """Taken back before it is decided."""
    case = find(t, folio, number, *PENDING)
    agreed(t, case)
    yield
    case.state, case.run = "WITHDRAWN", 0
    keep(t, folio, number, case)


# ---------------------------------------------------------------------------------------------------- acceptance and review


def request_correction(t: Try, folio: Folio, number: int, due: int, papers: Papers) -> Deed:
    """One complete list, in time, with a day to come (rule 22)."""
    case = find(t, folio, number, "SUBMITTED")
    t.needs_registrar(case.registrar, "REVIEW")
    t.unless("CORRECTED_ONCE" not in case.flags, "CorrectionAlreadyAsked")
    t.unless(t.day <= limit_of(case), "LimitPassed")
    t.unless(due > t.day, "DueDayNotAhead")
    t.papers(papers)
    yield
    case.state, case.due, case.run = "CORRECTION", due, 0
    case.flags |= {"CORRECTED_ONCE"}
    case.reviewer = t.first(t.register.keeper(case.registrar), "REVIEW")
    keep(t, folio, number, case)


def lapse(t: Try, folio: Folio, number: int) -> Deed:
    """The list ran out: as if never filed (rule 22)."""
    t.at_once()
    case = find(t, folio, number, "CORRECTION")
    t.unless(t.today > case.due, "TooEarly")
    yield
    case.state = "NOT_FILED"
    keep(t, folio, number, case)


def accept(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """Within three working days (rule 23)."""
    case = find(t, folio, number, "SUBMITTED")
    t.needs_registrar(case.registrar, "REVIEW")
    t.unless(t.day <= limit_of(case), "LimitPassed")
    t.papers(papers)
    yield
    _accept(case, t.day)
    case.reviewer = t.first(t.register.keeper(case.registrar), "REVIEW")
    keep(t, folio, number, case)


def deem(t: Try, folio: Folio, number: int) -> Deed:
    """Silence accepted it; anyone may say so (rule 23)."""
    t.at_once()
    case = find(t, folio, number, "SUBMITTED", "UNDER_REVIEW")
    t.unless(case.state != "SUBMITTED", "TooEarly")
    t.unless(folio.cases[number].state == "SUBMITTED", "WrongCaseState")
    yield
    keep(t, folio, number, case)


def pause(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """More material is needed: the clock stops (rule 24)."""
    case = find(t, folio, number, "UNDER_REVIEW")
    t.needs_registrar(case.registrar, "REVIEW")
    t.papers(papers)
    yield
    _stop(t, case)
    case.state = "SUPPLEMENTING"
    keep(t, folio, number, case)


def resume(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """It is there: the clock runs on (rule 24)."""
    case = find(t, folio, number, "SUPPLEMENTING")
    if t.has(t.register.keeper(case.registrar), "REVIEW"):
        t.needs_registrar(case.registrar, "REVIEW")
    else:
        t.needs(case.applicant, "FILE")
    t.papers(papers)
    yield
    case.run, case.state = t.day, "UNDER_REVIEW"
    keep(t, folio, number, case)


def extend(t: Try, folio: Folio, number: int, days: int, code: bool, papers: Papers) -> Deed:
    """Once, in time, by ten working days at most (rule 24)."""
    case = find(t, folio, number, "UNDER_REVIEW")
    t.needs_registrar(case.registrar, "APPROVE")
    approver = t.first(t.register.keeper(case.registrar), "APPROVE")
    t.unless(not approver or approver != case.reviewer, "PairMissing")
    t.unless("EXTENDED" not in case.flags, "AlreadyExtended")
    if case.state == "UNDER_REVIEW":
        t.unless(t.day <= limit_of(case), "LimitPassed")
    t.unless(0 < days <= EXTENSION_DAYS, "ExtensionTooLong")
    t.unless(code, "CodeUnknown")
    t.papers(papers)
    yield
    case.limit += days
    case.flags |= {"EXTENDED"}
    keep(t, folio, number, case)


def publish(t: Try, folio: Folio, number: int, passed: Rights, papers: Papers) -> Deed:
    """Some of the rights pass, and the notice begins (rule 25)."""
    case = _pass(t, folio, number, passed)
    t.papers(papers)
    yield
    _stop(t, case)
    case.passed, case.state, case.notice, case.notice_length = passed, "NOTICE", t.day, NOTICE_DAYS
    keep(t, folio, number, case)


def waive(t: Try, folio: Folio, number: int, passed: Rights, code: bool, papers: Papers) -> Deed:
    """No notice, where the applicant asked for that and there is a reason (rule 40)."""
    case = _pass(t, folio, number, passed)
    t.unless("WAIVER_ASKED" in case.flags, "WaiverNotAsked")
    t.unless(code, "CodeUnknown")
    t.papers(papers)
    yield
    _stop(t, case)
    case.passed, case.state = passed, "CLEARED"
    case.flags |= {"WAIVED"}
    keep(t, folio, number, case)


def _pass(t: Try, folio: Folio, number: int, passed: Rights) -> Case:
    case = find(t, folio, number, "UNDER_REVIEW")
    t.needs_pair(case.registrar, case.reviewer)
    t.unless(passed and passed <= case.asked, "PassedNotAsked")
    return case


def decline(t: Try, folio: Folio, number: int, code: str, papers: Papers) -> Deed:
    """No: before acceptance only for lack of competence, in time; after it never for that."""
    case = find(t, folio, number, *(PENDING - {"CORRECTION"}))
    t.needs_pair(case.registrar, case.reviewer)
    t.unless(code != "NONE", "CodeUnknown")
    fresh = case.state == "SUBMITTED"
    t.unless(not fresh or t.day <= limit_of(case), "LimitPassed")
    t.unless(fresh == (code == "OUT_OF_SCOPE"), "CodeUnknown")
    t.papers(papers)
    yield
    case.state = "NOT_ACCEPTED" if fresh else "TERMINATED" if code == "UNVERIFIABLE" else "REFUSED"
    case.run = 0
    keep(t, folio, number, case)


# ---------------------------------------------------------------------------------------------------- completion


def anchor(
    t: Try,
    folio: Folio,
    number: int,
    whose: Folio,
    until: int,
    papers: Papers,
    listed: Sequence[int],
    siblings: Sequence[bytes],
) -> Deed:
    """The registration is complete (rules 11, 13, 28)."""
    case = find(t, folio, number, "NOTICE", "CLEARED")
    t.unless(case.kind == "INITIAL", "WrongCaseKind")
    t.needs_pair(case.registrar, case.reviewer)
    t.live(case.applicant)
    if case.state in {"NOTICE", "CLEARED"}:
        notice_over(t, case)
    _sheds_nothing(t, folio, number)
    burdens.clear(t, folio, case.passed, frozenset(("UPDATE",)), listed)
    t.unless(whose is folio, "NotThisEntry")
    r = t.register
    t.unless(list(siblings) == r.contents.get(folio.root, []), "SiblingsIncomplete")
    for entry in siblings:
        other = r.folios.get(entry)
        if other is None or other is folio:
            continue
        same = [
            right
            for right in case.passed
            if other.status[right] == "ACTIVE" and akin(t, other.holder[right], case.applicant)
        ]
        t.unless(not same, "AlreadyRegistered")
    keeps(t, folio, case)
    origins(t, folio, case.claim, folio.facts, case.passed | folio.live(t.day, t.today))
    # Of who holds and keeps the entry from now on.
    holder = [case.applicant if right in case.passed else folio.holder[right] for right in range(3)]
    opinion(t, replace(folio, holder=holder, registrar=folio.registrar or case.registrar), case.claim)
    t.unless(t.day <= until <= dates.last_of_years(t.day, CREDENTIAL_YEARS), "UntilTooFar")
    for right in case.passed:
        t.unless(not folio.is_live(right, t.day, t.today), "AlreadyRegistered")
        t.unless(not case.claim.terms[right] or case.claim.terms[right] >= t.day, "UntilTooFar")
    t.papers(papers)
    yield
    for right in case.passed:
        asked = case.claim.terms[right]
        folio.holder[right], folio.status[right] = case.applicant, "ACTIVE"
        folio.until[right] = min(until, asked) if asked else until
    folio.registrar = folio.registrar or case.registrar
    learn(folio, case.claim)
    anchored = r.contents.setdefault(folio.root, [])
    if folio.entry not in anchored:
        anchored.append(folio.entry)
    case.state = "ANCHORED"
    folio.edition += 1
    keep(t, folio, number, case)


def _sheds_nothing(t: Try, folio: Folio, number: int) -> None:
    """What comes out of another entry was cleared there in this block, and nothing moved there since (rules 33, 73)."""
    said = folio.succession
    first = folio.cases.get(said.cleared)
    if said.kind not in {"MATERIAL_CHANGE", "SPLIT"} or (first is not None and first.state == "ANCHORED"):
        return
    r = t.register
    cleared = (said.cleared, said.cleared_at, said.edition) == (number, r.now, r.folios[said.predecessor].edition)
    t.unless(cleared, "PredecessorNotCleared")


def akin(t: Try, a: int, b: int) -> bool:
    """The same party, a member, or joint holdings that share one (rule 13)."""
    parties = t.register.parties
    return bool({a, *parties[a].members} & {b, *parties[b].members})
