"""Parties that pause and return, accreditations, and a registrar that leaves (rules 1, 4, 5; SM-13)."""

from tests.contracts.model import dates
from tests.contracts.model.register import Accreditation, Deed, Papers, Try

OPERATOR = 1
EXIT_MONTHS = 6


def amend(t: Try, party: int, status: str, verified_until: int, papers: Papers) -> Deed:
    """The operator pauses a party, or renews its identity; nobody could bring the operator back."""
    t.at_once()
    t.unless(papers.known, "UnknownAlgorithm")
    t.needs_two(OPERATOR, "ADMIT")
    changed = t.find(t.register.parties, party, "NoSuchParty")
    lasting = status == "ACTIVE" and verified_until == t.register.parties[OPERATOR].verified_until
    t.unless(party != OPERATOR or lasting, "OperatorsOwn")
    yield
    changed.status, changed.verified_until = status, verified_until
    changed.lines += 1


def accredit(
    t: Try, party: int, kind: str, status: str, since: int, until: int, authority: int, papers: Papers
) -> Deed:
    """An authority says where a body stands; a registrar is handed over by another act only (rule 5)."""
    t.at_once()
    t.unless(papers.known, "UnknownAlgorithm")
    body = t.find(t.register.parties, party, "NoSuchParty")
    t.live(authority)
    t.unless(t.register.roles(authority) & {"OPERATOR", "REGULATOR"}, "NotAnAuthority")
    t.needs_two(authority, "ADMIT")
    t.unless(status != "NONE" and since < until, "WordNotValid")
    before = body.accreditations.get(kind, Accreditation("NONE"))
    if kind == "REGISTRAR_CATALOGUE":
        t.unless(status != "HANDED_OVER", "NotHandedOver")
        t.unless(status != "EXITED" or before.status == "HANDED_OVER", "NotHandedOver")
    yield
    announced = before.exiting if before.status == "EXITING" else t.register.now
    body.accreditations[kind] = Accreditation(
        status,
        since,
        until,
        successor=before.successor if kind == "REGISTRAR_CATALOGUE" else 0,
        exiting=announced if status == "EXITING" else 0,
    )
    body.lines += 1


def hand_over(t: Try, registrar: int, successor: int, authority: int, papers: Papers) -> Deed:
    """Six months after its exit was announced, two of both and of the regulator (rule 5)."""
    t.at_once()
    leaving = t.register.parties[registrar].accreditations.get("REGISTRAR_CATALOGUE", Accreditation("NONE"))
    t.unless(leaving.status == "EXITING", "NotExiting")
    if leaving.status == "EXITING":
        t.unless(t.today >= dates.months_on(dates.day_of(leaving.exiting), EXIT_MONTHS), "HandOverTooEarly")
    t.accredited(successor, "REGISTRAR", "REGISTRAR_CATALOGUE")
    t.unless(t.register.keeper(successor) != registrar, "OwnSuccessor")
    t.needs_two(registrar, "APPROVE")
    t.needs_two(successor, "APPROVE")
    t.entitled(authority, "REGULATOR")
    t.needs_two(authority, "ADMIT")
    t.papers(papers)
    yield
    leaving.status, leaving.successor = "HANDED_OVER", successor
    t.register.parties[registrar].lines += 1
