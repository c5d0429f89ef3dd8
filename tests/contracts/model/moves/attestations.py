"""Random reports and opinions."""

from typing import Any

from ledger_api.domain import words
from tests.contracts.model import attestations, dates
from tests.contracts.model.chance import DOCUMENT, Chance
from tests.contracts.model.folio import Attestation, Folio
from tests.contracts.model.masks import rights
from tests.contracts.model.moves.registration import another, whole
from tests.contracts.model.play import Move
from tests.contracts.model.register import EVERY_RIGHT


def attest(c: Chance) -> Move:
    """A valuation or an opinion, by whoever is accredited, mostly."""
    folio = c.folio()
    kind = c.code(
        words.AttestationKind, "VALUATION", "VALUATION", "VALUATION", "COMPLIANCE", "COMPLIANCE", "LEGAL_TITLE"
    )
    able = c.company.attestors if kind == "VALUATION" else c.company.attestors[1:]
    attestor = c.party(*able)
    attestor = attestor if attestor in c.register.parties else c.company.attestors[0]
    base = c.today - c.random.randint(0, 40)
    longest = dates.last_of_years(base, attestations.YEARS.get(kind, 1))
    until = c.one((longest, c.today + c.random.randint(0, 60)))
    if c.slips("day"):
        base, until = c.one(
            ((c.today + 1, until), (base, longest + 1), (base, c.today - 1), (c.today, c.today), (0, until))
        )
    on = c.some(EVERY_RIGHT, 0.6) or frozenset((2,))
    purpose = c.code(words.AttestationPurpose, *(("PLEDGE",) if c.maybe(0.6) else ()))
    headline = c.code(words.Headline)
    committed = c.maybe(0.95)
    if c.slips("terms"):
        on = frozenset()
    terms = Attestation(kind, attestor, purpose, headline, on, base, until)
    shown = words.Attestation(
        kind=words.AttestationKind[kind],
        purpose=words.AttestationPurpose[purpose],
        headline=words.Headline[headline],
        rights=rights(on),
        attestor=attestor,
        base=base,
        until=until,
    )
    papers, alg, document = c.papers()
    whose = another(c, folio)
    welcome = next((holder for holder in folio.holder if holder), folio.applicant)
    count = 2 if c.maybe(0.6) else 1
    return Move(
        "attest",
        c.signers((attestor, "ATTEST", count), (welcome, "FILE")),
        (folio.entry, whole(whose), shown, alg, document, DOCUMENT if committed else bytes(32)),
        lambda t: attestations.attest(t, folio, whose, terms, committed, papers),
        c.at(),
    )


def an_attestation(c: Chance, *states: str) -> tuple[Folio, int, Attestation]:
    """One in some states, rather."""
    folio = c.folio(lambda f: any(each.state in states for each in f.attestations.values()))
    number = c.number(folio.attestations, lambda each: each.state in states, folio.lines)
    found = folio.attestations.get(number)
    return (
        folio,
        number,
        found or Attestation("VALUATION", c.company.attestors[0], "PLEDGE", "STATED", EVERY_RIGHT, 0, 0),
    )


def countersign(c: Chance) -> Move:
    """The second person."""
    folio, number, attestation = an_attestation(c, "ISSUED")
    papers, alg, document = c.papers()
    able = [o.number for o in c.register.officers.values() if o.party == attestation.attestor and "ATTEST" in o.powers]
    others = [each for each in able if each != attestation.signer] if c.maybe(0.9) else able
    return Move(
        "countersignAttestation",
        c.signers(also={c.one(others)} if others else ()),
        (folio.entry, c.ref(folio, number), alg, document),
        lambda t: attestations.countersign(t, folio, number, papers),
        c.at(attestation.since),
    )


def supersede(c: Chance) -> Move:
    """A later one in its place."""
    folio, number, attestation = an_attestation(c, "ISSUED", "ACTIVE")

    def succeeds(each: Attestation) -> Any:  # noqa: ANN401
        alike = (each.attestor, each.kind, each.purpose) == (
            attestation.attestor,
            attestation.kind,
            attestation.purpose,
        )
        return alike and each is not attestation and each.state == "ACTIVE"

    successor = c.number(folio.attestations, succeeds, folio.lines)
    papers, alg, document = c.papers()
    return Move(
        "supersedeAttestation",
        c.signers((attestation.attestor, "ATTEST")),
        (folio.entry, c.ref(folio, number), c.ref(folio, successor), alg, document),
        lambda t: attestations.supersede(t, folio, number, successor, papers),
        c.at(attestation.since),
    )


def replace_one(c: Chance) -> Move:
    """The same again, so that there is something to supersede with."""
    folio, _, known = an_attestation(c, "ACTIVE")
    terms = Attestation(
        known.kind, known.attestor, known.purpose, known.headline, known.rights or EVERY_RIGHT, c.today, c.today + 90
    )
    return attest_this(c, folio, terms)


def attest_this(c: Chance, folio: Folio, terms: Attestation) -> Move:
    """By two persons, welcome to a holder."""
    shown = words.Attestation(
        kind=words.AttestationKind[terms.kind],
        purpose=words.AttestationPurpose[terms.purpose],
        headline=words.Headline[terms.headline],
        rights=rights(terms.rights),
        attestor=terms.attestor,
        base=terms.base,
        until=terms.until,
    )
    officers = (o for o in c.register.officers.values() if o.party == terms.attestor)
    persons = [officer.number for officer in officers if "ATTEST" in officer.powers and not officer.machine]
    welcome = next((holder for holder in folio.holder if holder), folio.applicant)
    papers, alg, document = c.papers()
    return Move(
        "attest",
        c.signers((welcome, "FILE"), also=persons),
        (folio.entry, whole(folio), shown, alg, document, DOCUMENT),
        lambda t: attestations.attest(t, folio, folio, terms, True, papers),
    )


def revoke(c: Chance) -> Move:
    """By its body or a regulator."""
    folio, number, attestation = an_attestation(c, "ISSUED", "ACTIVE")
    revoker = c.party(attestation.attestor, attestation.attestor, c.company.regulator)
    code = words.RevocationReason[c.code(words.RevocationReason)]
    papers, alg, document = c.papers()
    power = "ATTEST" if revoker == attestation.attestor else "ADMIT"
    return Move(
        "revokeAttestation",
        c.signers((revoker, power, 2)),
        (folio.entry, c.ref(folio, number), revoker, code, alg, document),
        lambda t: attestations.revoke(t, folio, number, revoker, bool(code), papers),
        c.at(attestation.since),
    )


MOVES = {attest: 6, replace_one: 3, countersign: 4, supersede: 4, revoke: 1}
