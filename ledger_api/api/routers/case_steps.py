"""`POST /v1/cases…`: every act of a registration and of the objections to it, each composed into a draft filing."""

from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from ledger_api.api.business import Step, add, add_dependant_steps, at_of, pinned
from ledger_api.api.composing import compose
from ledger_api.api.posting import Drafter, Posting
from ledger_api.api.schemas.acts import BusinessBody, PinnableBody, body_model, terms_of
from ledger_api.api.strict import StrictRoute
from ledger_api.domain import readings, subjects
from ledger_api.domain.acts import Term
from ledger_api.domain.ids import entry_id
from ledger_api.filings.drafting import Asked

CASE_STEPS = (
    Step("resubmit", "resubmit", "case"),
    Step("withdraw", "withdrawCase", "case"),
    Step("request-correction", "requestCorrection", "case"),
    Step("lapse", "lapse", "case"),
    Step("accept", "accept", "case"),
    Step("deem", "deem", "case"),
    Step("pause", "pause", "case"),
    Step("resume", "resume", "case"),
    Step("extend", "extend", "case"),
    Step("publish", "publish", "case"),
    Step("waive", "waive", "case"),
    Step("decline", "decline", "case"),
    Step("object", "objectInNotice", "case"),
    Step("anchor", "anchor", "case"),
    Step("issue-credential", "issueCredential", "case"),
    Step("reapply", "reapply", "case"),
    Step("reassign", "reassign", "case"),
    Step("name-predecessor", "namePredecessor", "case"),
    Step("clear-predecessor", "clearPredecessor", "case"),
)
OBJECTION_STEPS = (
    Step("resolve", "resolveInNotice", "objection"),
    Step("find-incomplete", "findIncomplete", "objection"),
    Step("refile", "refile", "objection"),
    Step("complete", "complete", "objection"),
    Step("notify-holder", "notifyHolder", "objection"),
    Step("respond", "respond", "objection"),
    Step("deem-contested", "deemContested", "objection"),
    Step("investigate", "investigate", "objection"),
    Step("conclude", "conclude", "objection"),
    Step("accept-conclusion", "acceptConclusion", "objection"),
    Step("reject-conclusion", "rejectConclusion", "objection"),
    Step("litigate", "litigate", "objection"),
    Step("resolve-after", "resolveObjection", "objection"),
    Step("resolve-by-order", "resolveByOrder", "objection"),
    Step("lapse", "lapseObjection", "objection"),
    Step("withdraw", "withdrawObjection", "objection"),
)
_FOLIO = ("content", "applicant")
_FILLED = ("entry", "first_applicant", *_FOLIO)

cases = APIRouter(prefix="/v1/cases", tags=["cases"], route_class=StrictRoute)
objections = APIRouter(prefix="/v1/objections", tags=["objections"], route_class=StrictRoute)


def _case_terms() -> tuple[Term, ...]:
    """What opens a case: the folio's content and applicant, and what is applied for."""
    return (*terms_of("open"), *terms_of("submit", without=_FILLED))


def compose_case(body: BusinessBody, posting: Drafter) -> Response:
    """Apply for 初次 registration; the folio is opened in the same filing unless it was before."""
    folio = body.said(_FOLIO)
    args = body.said(term.name for term in terms_of("submit", without=_FILLED))
    known = _known(posting, folio)
    at = at_of(body)
    opening = [] if known else [Asked("open", folio, at)]
    acts = [*opening, Asked("submit", {"entry": known or "#1"} | args, at)]
    return compose(posting, "POST /v1/cases", body, acts, places=dict.fromkeys(range(len(acts)), ""))


def compose_objection(body: BusinessBody, posting: Drafter) -> Response:
    """Object to a registered entry."""
    args = body.said(term.name for term in terms_of("object"))
    acts = pinned(body, str(args.get("entry")), [Asked("object", args, at_of(body))])
    return compose(posting, "POST /v1/objections", body, acts, places={len(acts) - 1: ""})


def _known(posting: Posting, folio: dict[str, Any]) -> str | None:
    """The public id of the folio of this content and applicant; None when it was never opened."""
    content = readings.digest(folio.get("content"), "content")
    applicant = readings.numbered(folio.get("applicant"), "P")
    entry = subjects.entry_id(content.alg, content.value, applicant)
    with posting.services.store.read() as connection:
        found = posting.services.registers(connection).entry(entry)
    return None if found is None else entry_id(entry)


add(cases, "", compose_case, "submit", body_model("NewCase", _case_terms(), BusinessBody))
add_dependant_steps(cases, CASE_STEPS)
add(objections, "", compose_objection, "object", body_model("NewObjection", terms_of("object"), PinnableBody))
add_dependant_steps(objections, OBJECTION_STEPS)
