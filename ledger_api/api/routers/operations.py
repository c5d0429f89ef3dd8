"""`/healthz`, `/readyz`, `/metrics`, and `/v1/manifest`: for whoever runs the facade, and whoever checks it."""

from typing import Final

from fastapi import APIRouter, Depends, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest

from ledger_api.api.answering import hexed
from ledger_api.api.documented import failures
from ledger_api.api.schemas import operations as shape
from ledger_api.api.serving import Calls, Served, who_calls
from ledger_api.api.strict import StrictRoute
from ledger_api.auth.roles import Scope
from ledger_api.chain.manifest import Contract
from ledger_api.domain.errors import NotNow
from ledger_api.index.bundle import ENGINE
from ledger_api.index.status import Status, status
from ledger_api.ports.chain import ChainError
from ledger_api.services import Services
from ledger_api.store import chain_rows, lanes

MOST_BEHIND: Final = 50
"""Blocks the index may lag before the facade says that it is not ready."""

router = APIRouter(tags=["operations"], route_class=StrictRoute)


@router.get("/healthz", summary="Whether the process answers", responses=failures())
def get_health() -> shape.Alive:
    """It does not say that anything behind it works; /readyz does."""
    return shape.Alive(status="ok")


@router.get("/readyz", summary="Whether it can answer and accept", responses=failures("not-ready"))
def get_ready(services: Served) -> shape.Ready:
    """503 while nothing is indexed, the index is far behind, or the node does not answer."""
    with services.store.read() as connection:
        found = status(connection)
        stopped = [f"{each.id}: {each.reason}" for each in lanes.every_lane(connection) if each.state == "stopped"]
    if found is None:
        raise NotNow("not-ready", reason="nothing is indexed yet")
    head = _head(services)
    if head - found.number > MOST_BEHIND:
        raise NotNow("not-ready", reason=f"the index is {head - found.number} blocks behind")
    return shape.Ready(
        status="ready", block=found.number, chain_block=head, troubles=[*stopped, *_troubles(found, services)]
    )


@router.get(
    "/metrics",
    summary="Metrics",
    response_class=Response,
    responses=failures("key-missing", "not-allowed") | {200: {"content": {"text/plain": {}}, "description": "OK"}},
)
def get_metrics(request: Request, caller: Calls) -> Response:
    """For Prometheus, with a key that may watch."""
    caller.needs(Scope.WATCH)
    registry: CollectorRegistry = request.app.state.registry
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)


@router.get(
    "/v1/manifest",
    summary="For which ledger it speaks",
    responses=failures("not-ready"),
    dependencies=[Depends(who_calls)],
)
def get_manifest(services: Served) -> shape.Manifest:
    """What a verifying person pins beforehand. Learn it by another way than a bundle you are about to verify."""
    with services.store.read() as connection:
        state = chain_rows.state(connection)
    if state is None:
        raise NotNow("not-ready", reason="nothing is indexed yet")
    manifest = services.manifest
    return shape.Manifest(
        chain_id=manifest.chain_id,
        genesis_hash=hexed(manifest.genesis_hash),
        ledger=_contract(manifest.ledger),
        signer=hexed(state.signer),
        engine=ENGINE,
        authority=hexed(manifest.authority),
        chapters={name: _contract(each) for name, each in manifest.chapters.items()},
        verifiers={name: _contract(each) for name, each in manifest.verifiers.items()},
        block=manifest.block,
        pin={
            "genesisHash": hexed(manifest.genesis_hash),
            "signer": hexed(state.signer),
            "ledger": hexed(manifest.ledger.address),
        },
    )


def _head(services: Services) -> int:
    try:
        return services.chain.block_number()
    except ChainError as error:
        raise NotNow("not-ready", reason="the node does not answer") from error


def _troubles(found: Status, services: Services) -> list[str]:
    """What does not stop answers, but must not be overlooked."""
    differing = f"{found.divergent} entries differ from the chain" if found.divergent else None
    return [each for each in (found.alarm, services.indexer.trouble, differing) if each]


def _contract(contract: Contract) -> shape.Contract:
    return shape.Contract(address=hexed(contract.address), code_hash=hexed(contract.code_hash))
