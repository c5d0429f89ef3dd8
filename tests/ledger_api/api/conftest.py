"""The interface over a real ledger in this process."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.contracts.stage import Cast
from tests.ledger_api.api.counter import Counter
from tests.ledger_api.filings import conftest as theirs
from tests.ledger_api.filings.office import Office

_assembled, stage, cast = theirs._assembled, theirs.stage, theirs.cast
manifest, office = theirs.manifest, theirs.office
"""The fixtures of the filings' tests."""

CONTENT = theirs.CONTENT
DOCUMENT = theirs.DOCUMENT


@pytest.fixture
def counter(office: Office) -> Iterator[Counter]:
    """HTTP over the office. Whatever a test asks, no route answers with a problem it does not list."""
    opened = Counter(office)
    yield opened
    assert opened.reader.unlisted == []


@pytest.fixture
def case_body(cast: Cast) -> dict[str, Any]:
    """What `POST /v1/cases` takes, but for the signatories."""
    applicant = f"P-{cast.holder.number}"
    return {"content": CONTENT, "applicant": applicant} | theirs.application(cast)
