"""A directory with a chain that holds a ledger and its cast, and everything that was sent to make it so.

Built through the contracts' stage; the raw transactions are kept so that another EVM can be brought to the same place.
"""

from dataclasses import dataclass
from pathlib import Path

from hardhat_free_env.chain.records import places_in
from hardhat_free_env.deploy.manifest import Manifest
from hardhat_free_env.testing import LocalChain, account
from hardhat_free_env.testing.ledger import FOUNDERS, deploy_ledger
from ledger_api.domain.filing import Domain
from tests.contracts.stage import Cast, Officer, Player, Stage
from tests.contracts.stage.cast import assemble
from tests.contracts.stage.stage import instant, interfaces

CHAIN_ID = 131_277_322_940_537
"""eth-tester's, which cannot be changed: so the very same bytes run on both."""
BEGINNING = instant("2026-01-05")
CURTAIN = instant("2026-08-03")
"""The first legal day on which entries are made; the calendar of 2026 is loaded."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a measurement starts. `sent` are the transactions that led here, in order."""

    directory: Path
    manifest: Manifest
    domain: Domain
    cast: Cast
    sent: tuple[bytes, ...]
    nonces: dict[int, int]
    """Officer → its lowest unused filing nonce."""


def prepare(directory: Path) -> Ground:
    """Deploy a ledger into `directory` and admit everybody."""
    with LocalChain(directory, time=BEGINNING, chain_id=CHAIN_ID) as chain:
        manifest = deploy_ledger(chain)
        ledger = bytes.fromhex(manifest.ledger[2:])
        stage = Stage(chain, ledger, interfaces())
        founders = {name: Officer(2 + at, account(FOUNDERS[at])) for at, name in enumerate(("alice", "bob"))}
        cast = assemble(stage, Player(1, founders))
        domain = Domain(CHAIN_ID, ledger)
        return Ground(directory, manifest, domain, cast, _sent(chain), _nonces(stage, cast))


def _sent(chain: LocalChain) -> tuple[bytes, ...]:
    blocks = range(1, chain.number + 1)
    return tuple(place.included.raw for number in blocks for place in places_in(chain.node.store, number))


def _nonces(stage: Stage, cast: Cast) -> dict[int, int]:
    players = (cast.registrar, cast.exchange, cast.holder, cast.maker)
    numbers = [officer.number for player in players for officer in player.officers.values()]
    return {number: stage.next_nonce(number) for number in numbers}
