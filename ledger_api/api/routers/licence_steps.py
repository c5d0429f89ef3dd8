"""`POST /v1/licences…`: every act of a licence and of its usage, each composed into a draft filing."""

from fastapi import APIRouter
from starlette.responses import Response

from ledger_api.api.business import Step, add, add_dependant_steps, at_of, pinned
from ledger_api.api.composing import compose
from ledger_api.api.posting import Drafter
from ledger_api.api.schemas.acts import BusinessBody, body_model, terms_of
from ledger_api.api.strict import StrictRoute
from ledger_api.filings.drafting import Asked

STEPS = (
    Step("narrow", "narrow", "licence"),
    Step("suspend", "suspend", "licence"),
    Step("resume", "resumeLicence", "licence"),
    Step("notice-breach", "noticeBreach", "licence"),
    Step("end", "end", "licence"),
    Step("close", "close", "licence"),
    Step("novate", "novate", "licence"),
    Step("end-by-order", "endByOrder", "licence"),
    Step("meter", "setMeter", "licence"),
    Step("amend-meter", "amendMeter", "licence"),
    Step("batches", "submitBatch", "licence"),
    Step("batches/{batch}/countersign", "countersignBatch", "licence"),
    Step("batches/{batch}/deem", "deemBatch", "licence"),
    Step("batches/{batch}/dispute", "disputeBatch", "licence"),
    Step("batches/{batch}/reconcile", "reconcileBatch", "licence"),
    Step("statements", "issueStatement", "licence"),
    Step("statements/{statement}/confirm", "confirmStatement", "licence"),
    Step("statements/{statement}/deem", "deemStatement", "licence"),
    Step("statements/{statement}/refuse", "refuseStatement", "licence"),
    Step("statements/{statement}/pay", "markPaid", "licence"),
)

router = APIRouter(prefix="/v1/licences", tags=["licences"], route_class=StrictRoute)


def compose_licence(body: BusinessBody, posting: Drafter) -> Response:
    """Grant a licence; the lists of what is not closed are filled in."""
    args = body.said(term.name for term in terms_of("grant"))
    acts = pinned(body, str(args.get("entry")), [Asked("grant", args, at_of(body))])
    return compose(posting, "POST /v1/licences", body, acts, places={len(acts) - 1: ""})


add(router, "", compose_licence, "grant", body_model("NewLicence", terms_of("grant")))
add_dependant_steps(router, STEPS)
