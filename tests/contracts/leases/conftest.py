"""P10's folio 示例租户(虚构), registered on 20 August 2026 and appraised, and a lessor; it is 31 August."""

import pytest

from tests.contracts.leasing import Leasing
from tests.contracts.stage import Cast, Stage


@pytest.fixture
def leasing(stage: Stage, cast: Cast) -> Leasing:
    """See the module."""
    return Leasing.on(stage, cast)
