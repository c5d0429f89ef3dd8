"""Random pauses, accreditations, and registrars that leave."""

from dataclasses import replace

from ledger_api.domain import words
from tests.contracts.model import dates, parties
from tests.contracts.model.attestations import LICENSED
from tests.contracts.model.chance import DOCUMENT, Chance
from tests.contracts.model.masks import mask
from tests.contracts.model.play import Move
from tests.contracts.model.register import Accreditation
from tests.contracts.stage.cast import FOR_EVER, YEARS

OPERATOR = parties.OPERATOR


def amend(c: Chance) -> Move:
    """A party pauses, or returns; those that pause soon return."""
    paused = [
        p.number for p in c.register.parties.values() if p.status != "ACTIVE" or p.verified_until < c.register.now
    ]
    party = c.party(*(paused or [*c.company.merchants, *c.company.banks, *c.company.guarantors]))
    status = "ACTIVE" if party in paused or c.maybe(0.5) else c.one(("SUSPENDED", "SUSPENDED", "EXITED"))
    verified = FOR_EVER if status != "ACTIVE" or party in paused or c.maybe(0.5) else c.register.now + 40_000
    papers, alg, document = c.papers()
    known = c.register.parties.get(party) or c.register.parties[OPERATOR]
    word = words.Party(
        roles=mask(words.Role, known.roles),
        burdens=known.frozen,
        kind=words.PartyKind[known.kind],
        status=words.PartyStatus[status],
        kyc_until=verified,
    )
    return Move(
        "amend",
        c.signers((OPERATOR, "ADMIT", 2)),
        (party, word, alg, document),
        lambda t: parties.amend(t, party, status, verified, replace(papers, present=True)),
        c.poke(),
    )


def accredit(c: Chance) -> Move:
    """A registrar or an attestor is suspended, returns, or leaves."""
    body = c.party(*c.company.registrars, *c.company.attestors)
    attesting = body in c.company.attestors
    kind = c.one(sorted(set(LICENSED.values()))) if attesting and c.maybe(0.2) else "REGISTRAR_CATALOGUE"
    if attesting and c.maybe(0.8):
        kind = "APPRAISAL_FILING"
    known = c.register.parties.get(body)
    before = known.accreditations.get(kind, Accreditation("NONE")) if known else Accreditation("NONE")
    if before.status in {"SUSPENDED", "REMOVED"} and c.maybe(0.9):
        status = "ACTIVE"
    elif before.status == "HANDED_OVER" and c.maybe(0.8):
        status = "EXITED"
    elif before.status == "EXITING" and c.maybe(0.8):
        status = "EXITING"
    else:
        status = c.code(words.AccreditationStatus, "ACTIVE", "SUSPENDED", "EXITING", "EXITING", "EXITED", "HANDED_OVER")
    return accredited(c, body, kind, status)


def accredited(c: Chance, body: int, kind: str, status: str) -> Move:
    """This body is to stand so."""
    authority = c.party(OPERATOR, c.company.regulator)
    since, until = YEARS if not c.slips("day") else c.one(((YEARS[0], YEARS[0]), (c.register.now + 10**6, YEARS[1])))
    papers, alg, document = c.papers()
    word = words.Accreditation(status=words.AccreditationStatus[status], from_=since, until=until)
    return Move(
        "accredit",
        c.signers((authority, "ADMIT", 2)),
        (body, words.AccreditationKind[kind], word, authority, alg, document),
        lambda t: parties.accredit(t, body, kind, status, since, until, authority, papers),
        c.poke(),
    )


def leaving(c: Chance) -> int:
    """The registrar that leaves, or the first."""
    status = {
        each: c.register.parties[each].accreditations["REGISTRAR_CATALOGUE"].status for each in c.company.registrars
    }
    return next((each for each, said in status.items() if said == "EXITING"), c.company.registrars[0])


def hand_over(c: Chance) -> Move:
    """Six months after the announcement, mostly."""
    registrar = leaving(c)
    successor = c.party(*(each for each in c.company.registrars if each != registrar))
    authority = c.party(c.company.regulator)
    papers, alg, document = c.papers()
    return Move(
        "handOver",
        c.signers((registrar, "APPROVE", 2), (successor, "APPROVE", 2), (authority, "ADMIT", 2)),
        (registrar, successor, authority, 37, 1214, alg, document, DOCUMENT),
        lambda t: parties.hand_over(t, registrar, successor, authority, papers),
        c.poke(),
    )


def days_to_wait(c: Chance) -> int:
    """Until the registrar that leaves may hand over; 0 when none does."""
    accreditation = c.register.parties[leaving(c)].accreditations["REGISTRAR_CATALOGUE"]
    if accreditation.status != "EXITING":
        return 0
    return max(0, dates.months_on(dates.day_of(accreditation.exiting), parties.EXIT_MONTHS) - c.today)


MOVES = {amend: 3, accredit: 3, hand_over: 2}
