"""What accredited bodies say of the data (SM-10; rules 6, 80, 118)."""

from dataclasses import replace

from tests.contracts.model import dates
from tests.contracts.model.folio import Attestation, Folio
from tests.contracts.model.register import Deed, Papers, Try

LICENSED = {
    "VALUATION": "APPRAISAL_FILING",
    "QUALITY": "QUALITY_LAB",
    "SECURITY": "SECURITY_LAB",
    "ACCOUNTING": "ACCOUNTING_FIRM",
    "CAPABILITY": "CAPABILITY_BODY",
    "ETHICS": "ETHICS_BOARD",
}
"""Which licence to practise a kind takes; all others a law firm's."""
YEARS = {"VALUATION": 1, "QUALITY": 1, "COMPLIANCE": 1, "ACCOUNTING": 1, "CAPABILITY": 3}
"""How long a kind may be valid from its base day; all others as they say."""


def relied_on(t: Try, folio: Folio, number: int) -> None:
    """The valuation that a security names, if it names one (rule 80)."""
    if number:
        serves(t, folio, number, "VALUATION", "PLEDGE")


def serves(t: Try, folio: Folio, number: int, kind: str, purpose: str = "") -> None:
    """An attestation is in force, made for that, of the last twelve months, by somebody with no part in the data whose licence
    is not suspended (rules 6, 80, 118)."""
    t.unless(serving(t, folio, number, kind, purpose), "AttestationNotUsable")


def latest(folio: Folio, number: int) -> int:
    """What stands in the place of an attestation now."""
    while number in folio.attestations and folio.attestations[number].successor:
        number = folio.attestations[number].successor
    return number


def serving(t: Try, folio: Folio, number: int, kind: str, purpose: str = "") -> bool:
    """The same, as a question."""
    said = folio.attestations.get(number)
    if said is None:
        return False
    r = t.register
    days = (t.day, t.today)
    licence = r.parties[said.attestor].accreditations.get(LICENSED.get(said.kind, "LAW_FIRM"))
    return (
        said.kind == kind
        and purpose in {"", said.purpose}
        and said.headline != "NOT_PASSED"
        and said.state == "ACTIVE"
        and all(said.issued <= day <= min(said.until, dates.last_of_years(said.base, 1)) for day in days)
        and licence is not None
        and licence.status not in {"SUSPENDED", "REMOVED"}
        and not any(r.includes(each, said.attestor) for each in {*folio.holder, r.keeper(folio.registrar)} - {0})
    )


def attest(t: Try, folio: Folio, whose: Folio, terms: Attestation, committed: bool, papers: Papers) -> Deed:
    """A body with no part in the data attests, welcome to somebody who has; a valuation takes two persons (rules 6, 80)."""
    t.timely()
    t.unless(terms.kind != "NONE" and terms.headline != "NONE", "AttestationNotValid")
    t.unless(0 < terms.base <= t.day <= terms.until, "AttestationNotValid")
    valued = terms.purpose != "NONE" and terms.rights and committed
    t.unless(terms.kind != "VALUATION" or valued, "AttestationNotValid")
    if terms.kind in YEARS and terms.base:
        t.unless(terms.until <= dates.last_of_years(terms.base, YEARS[terms.kind]), "AttestationTooLong")
    t.unless(whose is folio, "NotThisEntry")
    _welcome(t, folio)
    r = t.register
    concerned = {r.keeper(folio.registrar), *folio.holder, folio.applicant} - {0}
    t.unless(not any(r.includes(each, terms.attestor) for each in concerned), "AttestorTakesPart")
    _attesting(t, terms, 0)
    t.papers(papers)
    yield
    signing = t.persons(terms.attestor, "ATTEST")
    whole = terms.kind != "VALUATION" or len(signing) > 1
    folio.attestations[folio.next] = replace(
        terms, state="ACTIVE" if whole else "ISSUED", signer=min(signing), issued=t.day, since=t.time
    )
    folio.lines += 1


def countersign(t: Try, folio: Folio, number: int, papers: Papers) -> Deed:
    """The second person of a valuation (rule 80)."""
    attestation = _find(t, folio, number, "ISSUED")
    _attesting(t, attestation, attestation.signer)
    t.papers(papers)
    yield
    attestation.state = "ACTIVE"
    _done(t, folio, attestation)


def supersede(t: Try, folio: Folio, number: int, successor: int, papers: Papers) -> Deed:
    """A later one of the same body, kind and purpose takes its place."""
    attestation = _find(t, folio, number, "ISSUED", "ACTIVE")
    _attesting(t, attestation, 0)
    later = t.find(folio.attestations, successor, "NoSuchAttestation")
    same = all(getattr(later, each) == getattr(attestation, each) for each in ("attestor", "kind", "purpose"))
    t.unless(successor > number and same and later.state == "ACTIVE", "NotASuccessor")
    t.papers(papers)
    yield
    attestation.state, attestation.successor = "SUPERSEDED", successor
    _done(t, folio, attestation)


def revoke(t: Try, folio: Folio, number: int, revoker: int, code: bool, papers: Papers) -> Deed:
    """Two persons of the body, or of a regulator, take it back (rules 3, 118)."""
    attestation = _find(t, folio, number, "ISSUED", "ACTIVE")
    if revoker == attestation.attestor:
        t.needs_two(revoker, "ATTEST")
    else:
        t.entitled(revoker, "REGULATOR")
        t.needs_two(revoker, "ADMIT")
    t.unless(code, "RevocationUnknown")
    t.papers(papers)
    yield
    attestation.state = "REVOKED"
    _done(t, folio, attestation)


def _attesting(t: Try, attestation: Attestation, other: int) -> None:
    """A person of a live, accredited body, not the one who signed first."""
    t.accredited(attestation.attestor, "ATTESTOR", LICENSED.get(attestation.kind, "LAW_FIRM"))
    t.unless(t.persons(attestation.attestor, "ATTEST", other), "NoAttestingPerson")


def _welcome(t: Try, folio: Folio) -> None:
    """Nobody fills the journal of another: before the first registration its applicant, then a holder or the registrar."""
    if not folio.registrar:
        t.needs(folio.applicant, "FILE")
    elif not any(holder and t.given(holder, "FILE") for holder in folio.holder):
        t.needs_registrar(folio.registrar, "RECORD")


def _find(t: Try, folio: Folio, number: int, *states: str) -> Attestation:
    attestation = t.find(folio.attestations, number, "NoSuchAttestation")
    t.timely(attestation.since)
    t.unless(attestation.state in states, "WrongAttestationState")
    return attestation


def _done(t: Try, folio: Folio, attestation: Attestation) -> None:
    attestation.since = t.time
    folio.lines += 1
