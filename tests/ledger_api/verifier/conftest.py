"""One story on one chain for all tests of a process; every test gets bundles of its own to spoil."""

import json
from collections.abc import Callable, Iterator

import pytest

from ledger_api.verifier import Pin, Report, verify
from tests.ledger_api.verifier.producing import Json
from tests.ledger_api.verifier.story import Story, tell


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """What happened."""
    told = tell(tmp_path_factory.mktemp("story"))
    yield told
    told.chain.close()


@pytest.fixture(scope="session")
def told(story: Story) -> str:
    """The fullest bundle about it, as JSON."""
    return json.dumps(story.bundle(), separators=(",", ":"), ensure_ascii=False)


@pytest.fixture
def bundle(told: str) -> Json:
    """The same as an object of the test's own."""
    made: Json = json.loads(told)
    return made


@pytest.fixture
def check(story: Story) -> Callable[[Json], Report]:
    """Verifies a bundle against the story's pin."""

    def verified(bundle: Json, pin: Pin | None = None) -> Report:
        return verify(json.dumps(bundle, ensure_ascii=False), pin or story.pin)

    return verified
