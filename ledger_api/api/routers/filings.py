"""`/v1/filings`: compose, sign, submit, and see what became of it. The only way anything gets onto the ledger from here."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Header, Query, Request, status
from starlette.responses import Response

from ledger_api.api import documented
from ledger_api.api.answering import answered, json_response
from ledger_api.api.arrivals import Arrivals, wanted_seconds
from ledger_api.api.composing import compose, shown
from ledger_api.api.documented import failures
from ledger_api.api.made import made_by
from ledger_api.api.pages import Cursor, WhichPage
from ledger_api.api.posting import Drafter, Insider, Posting, Reader, Signer, Submitter
from ledger_api.api.problems import refused
from ledger_api.api.schemas.filings import (
    AskedAct,
    EthereumDomain,
    Filing,
    Filings,
    NewFiling,
    NewSignature,
    OpenedRecord,
    OpenedRecords,
    Signing,
    Submission,
)
from ledger_api.api.serving import in_thread
from ledger_api.api.strict import StrictRoute
from ledger_api.auth.roles import Scope
from ledger_api.domain import readings
from ledger_api.domain.errors import NotAllowed, Refused
from ledger_api.domain.progress import Progress
from ledger_api.filings.compose import seen
from ledger_api.filings.drafting import Asked
from ledger_api.store import UnitOfWork, filings, outcome
from ledger_api.store.filings import FilingRecord

router = APIRouter(prefix="/v1/filings", tags=["filings"], route_class=StrictRoute)

_POST = (*documented.WITH_BODY, *documented.SIGNED_IN, *documented.WITH_KEY)
_SIGNING = (
    *("not-found", "id-malformed", "seal-malformed", "officer-not-named", "officer-not-in-office"),
    *("wrong-signer", "foreign-chain", "not-ready", "node-unreachable", "node-refused"),
)
_Prefer = Annotated[
    str | None, Header(description="`wait=N`: answer when it is over, at most N seconds from now (RFC 7240).")
]
_State = Annotated[Progress | None, Query(description="Only those in this state.")]


@router.post(
    "",
    status_code=201,
    response_model=Filing,
    summary="Compose a filing",
    responses=failures(_POST, documented.COMPOSING),
)
async def compose_filing(body: NewFiling, posting: Drafter) -> Response:
    """Compose acts into a draft. It says in two languages what will be signed; it never changes: a change is a new draft."""
    return await in_thread(_composed, body, posting)


@router.get("", summary="Filings you may see", responses=failures(documented.SIGNED_IN, documented.IN_PAGES))
def list_filings(reader: Reader, page: WhichPage, state: _State = None) -> Filings:
    """Those your party composed and those that concern it, newest first."""
    before = None if page.after is None else page.after.number()
    with reader.services.store.read() as connection:
        found = filings.listed(connection, reader.sight, state=state, before=before, most=page.limit + 1)
    shown_ = found[: page.limit]
    return Filings(
        data=[Filing.of(each, reader.services.composer.typed_data(each)) for each in shown_],
        has_more=len(found) > page.limit,
        next=str(Cursor(0, (shown_[-1].seq,))) if len(found) > page.limit else None,
    )


@router.get("/{filing}", summary="A filing", responses=failures(documented.SIGNED_IN, "not-found"))
def get_filing(filing: str, reader: Reader) -> Filing:
    """What it says, who has signed, how far it has come, and what it made."""
    return current(reader, filing)


@router.get("/{filing}/openings", summary="Its withheld records", responses=failures(documented.SIGNED_IN, "not-found"))
def get_openings(filing: str, reader: Reader) -> OpenedRecords:
    """The withheld fields your party may see, each with what proves it. Signers read them before they sign; it is logged."""
    with reader.services.store.read() as connection:
        record = seen(connection, filing, reader.sight)
    found = reader.services.composer.records(filing, reader.party)
    with reader.services.store.begin() as unit:  # every such read stands in the audit log (rule 122)
        reader.note(unit, "openings.read", record.id)
    return OpenedRecords(data=[OpenedRecord.of(each) for each in found])


@router.post(
    "/{filing}/signatures",
    response_model=Filing,
    summary="Hand in a signature",
    responses=failures(_POST, _SIGNING, "filing-state"),
)
def add_signature(filing: str, body: NewSignature, posting: Signer) -> Response:
    """An officer's signature over the typed data. It is checked now: the right officer, the present key, this very filing."""
    answer = posting.services.signatures.add(
        filing,
        _seals(posting, [body]),
        posting.sight,
        posting.keyed(f"POST /v1/filings/{filing}/signatures", body),
        lambda record: shown(posting, record),
        posting.witness("filing.signed"),
    )
    return answered(answer)


@router.post(
    "/{filing}/submit",
    status_code=202,
    response_model=Filing,
    summary="Submit a filing",
    responses=failures(
        _POST,
        _SIGNING,
        *("filing-state", "seals-missing"),
        documented.refusals(),
    )
    | {201: {"model": Filing, "description": "Final, indexed, evidence captured."}},
)
async def submit_filing(
    filing: str, request: Request, posting: Submitter, body: Submission | None = None, prefer: _Prefer = None
) -> Response:
    """202: on disk here; it reaches the ledger exactly once or is reported failed, whatever crashes. Not yet registered.

    Signatures that are still missing may come along; the key must be good for `sign` then. 201 with `Prefer: wait=N`:
    final, indexed, evidence captured. What the register would refuse is a 422 with its reason.
    """
    answer = await in_thread(_submit, posting, filing, body)
    seconds = wanted_seconds(prefer)
    if answer.status_code != status.HTTP_202_ACCEPTED or not seconds:
        return answer
    arrivals: Arrivals = request.app.state.arrivals
    if not await arrivals.wait(filing, seconds):
        return answer
    return await in_thread(_over, posting, filing, seconds)


@router.post(
    "/{filing}/withdraw",
    status_code=201,
    response_model=Filing,
    summary="Compose a withdrawal",
    responses=failures(_POST, documented.COMPOSING),
)
def withdraw_filing(filing: str, body: Signing, posting: Drafter) -> Response:
    """Compose a filing by which signatories take their signatures back. Whichever is carried first counts."""
    with posting.services.store.read() as connection:
        record = seen(connection, filing, posting.sight)
    acts = [Asked("withdraw", {"filing": record.id})]
    return compose(posting, f"POST /v1/filings/{filing}/withdraw", body, acts)


@router.delete(
    "/{filing}",
    status_code=204,
    summary="Drop a draft",
    responses=failures(documented.SIGNED_IN, "not-found", "not-your-party", "filing-state", "not-durable"),
)
def drop_filing(filing: str, drafter: Reader) -> None:
    """Drop a draft of your own that not everybody has signed. Its number is free again."""
    with drafter.services.store.read() as connection:
        record = seen(connection, filing, drafter.sight)
    if record.owner != drafter.tenant:
        raise NotAllowed("not-your-party")
    if record.state is not Progress.DISCARDED:
        drafter.services.composer.discard(filing, drafter.sight, drafter.witness("filing.discarded"))


def _composed(body: NewFiling, posting: Posting) -> Response:
    acts = [asked(each, position) for position, each in enumerate(body.acts)]
    return compose(posting, "POST /v1/filings", body, acts, nonce=body.nonce)


def asked(act: AskedAct, position: int) -> Asked:
    """An act as the composer takes it."""
    at = 0 if act.at is None else readings.moment(act.at, f"acts[{position}].at")
    return Asked(act.act, act.args, at)


def current(insider: Insider, filing: str) -> Filing:
    """A filing as it is now. Raises NotFound, also for one the caller may not see."""
    with insider.services.store.read() as connection:
        record = seen(connection, filing, insider.sight)
        done = outcome.lines_of(connection, record.digest) if record.landed else ()
    return Filing.of(record, insider.services.composer.typed_data(record), made_by(done))


def _submit(posting: Posting, filing: str, body: Submission | None) -> Response:
    signatures = body.signatures if body else []
    if signatures:
        posting.caller.needs(Scope.SIGN)

    def witness(unit: UnitOfWork, record: FilingRecord) -> None:
        for action in ("filing.signed", "filing.submitted")[not signatures :]:
            posting.note(unit, action, record.id)

    answer = posting.services.acceptance.submit(
        filing,
        posting.sight,
        posting.keyed(f"POST /v1/filings/{filing}/submit", body),
        lambda record: shown(posting, record),
        lambda record, error: refused(error, f"/v1/filings/{record.id}", posting.trace_id),
        witness,
        _seals(posting, signatures),
    )
    return answered(answer)


def _seals(posting: Posting, signatures: Sequence[NewSignature]) -> dict[int, bytes]:
    """What was handed in, by officer. Raises Refused (`foreign-chain`), NotUnderstood (`id-malformed`)."""
    for each in signatures:
        if each.domain is not None:
            _refuse_foreign(posting, each.domain)
    return {readings.numbered(each.officer, "O"): bytes.fromhex(each.seal[2:]) for each in signatures}


def _over(posting: Posting, filing: str, seconds: int) -> Response:
    """201 for a filing that landed; 422 with its reason for one that did not."""
    found = current(posting, filing)
    applied = {"Preference-Applied": f"wait={seconds}"}
    if found.state == Progress.FINAL:
        return json_response(found, 201, applied)
    with posting.services.store.read() as connection:
        error = filings.find(connection, filing).error
    why = error or Refused("contract-error", name=found.state)
    return answered(refused(why, f"/v1/filings/{filing}", posting.trace_id), applied)


def _refuse_foreign(posting: Posting, domain: EthereumDomain) -> None:
    """Raise Refused (`foreign-chain`) when a wallet says that it signed for another ledger."""
    ours = posting.services.domain
    theirs = (str(domain.chainId), domain.verifyingContract.lower())
    if theirs != (str(ours.chain_id), "0x" + ours.ledger.hex()):
        raise Refused("foreign-chain", chain_id=theirs[0], ledger=theirs[1])
