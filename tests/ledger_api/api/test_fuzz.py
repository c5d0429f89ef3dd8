"""Whatever the description allows: no answer is an internal error, and each is one the description knows."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import APIOperation, CheckContext, Response
from schemathesis.checks import content_type_conformance, response_schema_conformance, status_code_conformance
from schemathesis.core.result import Ok

from tests.contracts.stage import Cast, Stage
from tests.ledger_api.api.counter import Counter
from tests.ledger_api.story import tell

EACH = 8
"""Requests a route."""


def no_internal_error(_: CheckContext, answer: Response, __: object) -> None:
    """503 may be right; 500 never is."""
    assert answer.status_code != 500, answer.text


CHECKS = [no_internal_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.mark.long
def test_every_route_answers_as_described_whatever_is_sent(counter: Counter, stage: Stage, cast: Cast) -> None:
    tell(stage, cast)
    counter.office.indexer.catch_up()
    headers = counter._headers(cast.registrar) | {"Idempotency-Key": "fuzz"}
    for found in schemathesis.openapi.from_asgi("/openapi.json", counter.app).get_all_operations():
        assert isinstance(found, Ok)
        send_to(found.ok(), headers)


def send_to(operation: APIOperation[Any, Any, Any, Any], headers: dict[str, str]) -> None:
    """Some requests, the same at every run."""

    @settings(
        max_examples=EACH,
        database=None,
        derandomize=True,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(data=st.data())
    def send(data: st.DataObject) -> None:
        data.draw(operation.as_strategy()).call_and_validate(headers=headers, checks=CHECKS)

    send()
