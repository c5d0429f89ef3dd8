"""The stage every test of the contracts stands on: deployed once a session, rewound after each test."""

from collections.abc import Iterator

import pytest

from hardhat_free_env.testing import LocalChain, account
from hardhat_free_env.testing.ledger import FOUNDERS, deploy_ledger
from tests.contracts.stage import Cast, Officer, Player, Stage
from tests.contracts.stage.cast import assemble
from tests.contracts.stage.stage import instant, interfaces

BEGINNING = instant("2026-01-05")
"""When the ledger was deployed; calendars of 2026 and 2027 are loaded."""
CURTAIN = ("2026-08-03", "09:00")
"""When every test begins."""


@pytest.fixture(scope="session")
def _assembled() -> Iterator[tuple[Stage, Cast]]:
    with LocalChain(time=BEGINNING) as chain:
        manifest = deploy_ledger(chain)
        stage = Stage(chain, bytes.fromhex(manifest.ledger[2:]), interfaces())
        for name, place in manifest.verifiers.items():
            stage.verifiers[name] = bytes.fromhex(place["address"][2:])
        founders = {name: Officer(2 + place, account(FOUNDERS[place])) for place, name in enumerate(("alice", "bob"))}
        cast = assemble(stage, Player(1, founders))
        stage.on(*CURTAIN)
        stage.check_journals()
        yield stage, cast


@pytest.fixture
def stage(_assembled: tuple[Stage, Cast]) -> Iterator[Stage]:
    """The ledger, at 2026-08-03 09:00 Beijing. When the test ends, the journals it touched must replay."""
    stage, _ = _assembled
    mark = stage.mark()
    yield stage
    stage.check_journals()
    stage.rewind(mark)


@pytest.fixture
def cast(_assembled: tuple[Stage, Cast]) -> Cast:
    """Everybody on the stage."""
    return _assembled[1]
