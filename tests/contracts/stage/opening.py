"""A ledger with its cast on a chain of its own, for tests and for measuring."""

from hardhat_free_env.testing import LocalChain, account
from hardhat_free_env.testing.ledger import FOUNDERS, deploy_ledger
from tests.contracts.stage.cast import Cast, Officer, Player, assemble
from tests.contracts.stage.stage import Stage, instant, interfaces

BEGINNING = instant("2026-01-05")
"""When the ledger was deployed; calendars of 2026 and 2027 are loaded."""
CURTAIN = ("2026-08-03", "09:00")
"""When every test begins."""


def opening(chain: LocalChain) -> tuple[Stage, Cast]:
    """Deploy on a chain that stands at `BEGINNING`, bring everybody on, and wait for the curtain."""
    manifest = deploy_ledger(chain)
    stage = Stage(chain, bytes.fromhex(manifest.ledger[2:]), interfaces())
    for name, place in manifest.verifiers.items():
        stage.verifiers[name] = bytes.fromhex(place["address"][2:])
    founders = {name: Officer(2 + place, account(FOUNDERS[place])) for place, name in enumerate(("alice", "bob"))}
    cast = assemble(stage, Player(1, founders))
    stage.on(*CURTAIN)
    stage.check_journals()
    return stage, cast
