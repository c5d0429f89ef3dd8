"""An appraiser before a folio that was only opened."""

import pytest

from tests.contracts.attestations.reports import Reports
from tests.contracts.stage import Cast, Stage


@pytest.fixture
def reports(stage: Stage, cast: Cast) -> Reports:
    """See the module."""
    return Reports.on(stage, cast)
