"""`POST /v1/parties…`: admitting parties, their officers, accreditations, mandates and restraints, each composed into a draft filing."""

from fastapi import APIRouter
from pydantic import Field
from starlette.responses import Response

from ledger_api.api.business import Step, add, add_numbered_steps
from ledger_api.api.composing import compose
from ledger_api.api.posting import Drafter
from ledger_api.api.schemas.acts import BusinessBody, TermsBody, body_model, terms_model, terms_of
from ledger_api.api.strict import StrictRoute
from ledger_api.filings.drafting import Asked

PARTY_STEPS = (
    Step("amend", "amend", "party"),
    Step("officers", "bind", "party"),
    Step("accreditations", "accredit", "party"),
    Step("mandates", "mandate", "principal"),
    Step("notes", "noteParty", "party"),
    Step("restraints", "restrainParty", "party"),
    Step("restraints/{number}/renew", "renewRestraint", "party"),
    Step("restraints/{number}/lift", "liftRestraint", "party"),
    Step("restraints/{number}/close", "closeRestraint", "party"),
)
OFFICER_STEPS = (
    Step("rotate", "rotate", "officer"),
    Step("empower", "empower", "officer"),
    Step("revoke", "revoke", "officer"),
)
_JUST_ADMITTED = {"party": "#1"}

router = APIRouter(prefix="/v1", tags=["parties"], route_class=StrictRoute)

_OfficerTerms = terms_model("NewOfficer", terms_of("bind", without=("party",)))
_AccreditationTerms = terms_model("NewAccreditation", terms_of("accredit", without=("party",)))


class NewParty(body_model("PartyTerms", terms_of("admit"), BusinessBody)):  # type: ignore[misc]  # made from the catalogue
    """A party with its first officers and what it is accredited for, in one filing."""

    officers: list[_OfficerTerms] = Field(default=[], max_length=20)  # type: ignore[valid-type]  # likewise
    accreditations: list[_AccreditationTerms] = Field(default=[], max_length=20)  # type: ignore[valid-type]  # likewise


def compose_party(body: NewParty, posting: Drafter) -> Response:
    """Admit a party, bind its officers, accredit it: all or nothing."""
    officers = [_just("bind", each) for each in body.officers]
    accreditations = [_just("accredit", each) for each in body.accreditations]
    acts = [Asked("admit", body.said(_names("admit"))), *officers, *accreditations]
    places = ["", *(f"officers[{n}]." for n in range(len(officers)))]
    places += [f"accreditations[{n}]." for n in range(len(accreditations))]
    return compose(posting, "POST /v1/parties", body, acts, places=dict(enumerate(places)))


def compose_joint(body: BusinessBody, posting: Drafter) -> Response:
    """Form a joint holding."""
    acts = [Asked("join", body.said(_names("join")))]
    return compose(posting, "POST /v1/parties/joint", body, acts, places={0: ""})


def _just(act: str, given: TermsBody) -> Asked:
    """An act about the party that the filing's first act admits."""
    return Asked(act, _JUST_ADMITTED | given.said(_names(act)))


def _names(act: str) -> tuple[str, ...]:
    return tuple(term.name for term in terms_of(act))


add(router, "/parties", compose_party, "admit", NewParty)
add(router, "/parties/joint", compose_joint, "join", body_model("NewJoint", terms_of("join"), BusinessBody))
add_numbered_steps(router, "parties/{party}", PARTY_STEPS)
add_numbered_steps(router, "officers/{officer}", OFFICER_STEPS)
