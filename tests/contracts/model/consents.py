"""What the party of a burden agrees to without signing: beforehand by an envelope, or once to one matter (rule 49)."""

from tests.contracts.model import dates
from tests.contracts.model.folio import Burden, Consent, Envelope, Folio, Licence
from tests.contracts.model.licences import within
from tests.contracts.model.register import EFFECTS, Deed, Names, Papers, Try

SPOKEN_OF = EFFECTS[:8]
"""Effects an envelope has a mode for; all others are case by case."""
TERMS = frozenset(("REDISTRIBUTE", "SUBLICENSE", "TRAIN", "KEEP_WEIGHTS", "CROSS_BORDER"))
"""What a licence may agree beyond the usual."""
ANSWER_DAYS = 5

# ---------------------------------------------------------------------------------------------------- what burdens ask


def fits(t: Try, folio: Folio, number: int, effects: Names, licence: Licence | None) -> bool:
    """The licence, or the update, is one that the burden's party lets pass; a scope approved beforehand speaks of licences only."""
    envelope = folio.envelopes.get(number)
    if envelope is None or not envelope.in_force(t.later):
        return False
    modes = {envelope.modes.get(effect, "CASE_BY_CASE") for effect in effects}
    if not modes <= {"FREE_WITH_NOTICE", "PRE_APPROVED"}:
        return False
    return "PRE_APPROVED" not in modes or (licence is not None and _in_scope(envelope, folio, licence))


def _in_scope(envelope: Envelope, folio: Folio, licence: Licence) -> bool:
    return (
        licence.kind in envelope.kinds
        and (not envelope.cap or len(folio.unclosed_licences()) < envelope.cap)
        and licence.flags & TERMS <= envelope.agreed
        and licence.start <= envelope.until
        and licence.end <= dates.last_of_months(licence.start, envelope.months)
        and within(licence.purposes, envelope.purposes)
        and within(licence.regions, envelope.regions)
        and within(licence.industries, envelope.industries)
    )


def exercised(t: Try, folio: Folio, number: int, party: int, effects: Names) -> int:
    """The line by which a consent to exactly this act was used, 0 when there is none; an envelope that forbids overrules it."""
    consent = folio.consents.get((number, t.matter()))
    if consent is None or consent.state != "USED" or consent.party != party:
        return 0
    envelope = folio.envelopes.get(number)
    forbids = envelope is not None and any(envelope.modes.get(effect) == "FORBID" for effect in effects)
    return 0 if forbids and envelope is not None and envelope.in_force(t.later) else consent.line


# ---------------------------------------------------------------------------------------------------- acts


def set_envelope(t: Try, folio: Folio, number: int, envelope: Envelope, papers: Papers) -> Deed:
    """The burden's party says what it lets pass; what is approved beforehand has kinds and a longest term."""
    burden = _waivable(t, folio, number)
    t.timely()
    t.needs(burden.party, "CONSENT")
    scoped = envelope.months and envelope.kinds
    whole = envelope.state in {"SET", "REVOKED"} and envelope.until >= t.today
    t.unless(whole and (scoped or "PRE_APPROVED" not in envelope.modes.values()), "EnvelopeNotValid")
    t.papers(papers)
    yield
    folio.envelopes[number] = envelope
    folio.lines += 1


def request(t: Try, folio: Folio, number: int, requester: int, matter: bytes, papers: Papers) -> Deed:
    """A holder asks; a request that still stands is not asked again."""
    burden, consent = _find(t, folio, number, matter)
    t.unless(any(matter), "DigestMissing")
    t.unless(requester and requester in folio.holder, "NotAHolder")
    t.needs(requester, "FILE")
    if consent is not None and consent.state == "REQUESTED":
        answerable = dates.after(consent.day, consent.sla) >= t.day
        t.unless(not answerable and not _deemed(t, consent), "ConsentPending")
    t.papers(papers)
    yield
    envelope = folio.envelopes.get(number)
    said = envelope if envelope is not None and envelope.in_force(t.later) else Envelope({}, 0)
    folio.consents[number, matter] = Consent(
        party=burden.party,
        requester=requester,
        day=t.day,
        sla=said.sla or ANSWER_DAYS,
        silence_consents=said.silence_consents,
        since=t.time,
    )
    folio.lines += 1


def give(t: Try, folio: Folio, number: int, matter: bytes, until: int, papers: Papers) -> Deed:
    """The burden's party consents, until a day."""
    consent = _answered(t, folio, number, matter)
    t.unless(until >= t.day, "ConsentLapsed")
    t.papers(papers)
    yield
    consent.state, consent.until, consent.since = "GIVEN", until, t.time
    folio.lines += 1


def refuse(t: Try, folio: Folio, number: int, matter: bytes, papers: Papers) -> Deed:
    """It refuses."""
    consent = _answered(t, folio, number, matter)
    t.papers(papers)
    yield
    consent.state, consent.since = "REFUSED", t.time
    folio.lines += 1


def revoke(t: Try, folio: Folio, number: int, matter: bytes, papers: Papers) -> Deed:
    """It takes back what it gave, as long as it was not used."""
    burden, consent = _find(t, folio, number, matter)
    t.needs(burden.party, "CONSENT")
    t.must(consent is not None and (consent.state == "GIVEN" or _deemed(t, consent)), "ConsentNotGiven")
    t.papers(papers)
    yield
    assert consent is not None
    consent.state, consent.since = "REVOKED", t.time
    folio.lines += 1


def exercise(t: Try, folio: Folio, number: int, matter: bytes) -> Deed:
    """Whoever asked uses it, for the very next act on the folio."""
    _, consent = _find(t, folio, number, matter)
    t.must(consent is not None, "ConsentNotGiven")
    assert consent is not None
    t.unless(consent.state == "GIVEN" or _deemed(t, consent), "ConsentNotGiven")
    t.needs(consent.requester, "FILE")
    t.unless(not consent.until or consent.until >= t.later, "ConsentLapsed")
    yield
    consent.state, consent.line, consent.since = "USED", folio.next, t.time
    folio.lines += 1


def _deemed(t: Try, consent: Consent) -> bool:
    """Silence for long enough, where silence consents."""
    silent = consent.state == "REQUESTED" and consent.silence_consents
    return silent and t.is_past(dates.after(consent.day, consent.sla))


def _waivable(t: Try, folio: Folio, number: int) -> Burden:
    burden = t.find(folio.burdens, number, "NoSuchBurden")
    t.unless(burden.waivable and burden.state != "CLOSED", "BurdenNotWaivable")
    return burden


def _find(t: Try, folio: Folio, number: int, matter: bytes) -> tuple[Burden, Consent | None]:
    burden = _waivable(t, folio, number)
    consent = folio.consents.get((number, matter))
    t.timely(consent.since if consent else 0)
    return burden, consent


def _answered(t: Try, folio: Folio, number: int, matter: bytes) -> Consent:
    burden, consent = _find(t, folio, number, matter)
    t.needs(burden.party, "CONSENT")
    t.must(consent is not None, "ConsentNotPending")
    assert consent is not None
    t.unless(consent.state == "REQUESTED", "ConsentNotPending")
    t.unless(t.day <= dates.after(consent.day, consent.sla), "AnswerTooLate")
    return consent
