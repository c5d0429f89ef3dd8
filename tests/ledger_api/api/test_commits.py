"""For each mutating route: when the first byte of the answer leaves, another connection sees what was done.

FastAPI runs what a dependency does after `yield` only when the answer is out; nothing here may commit there.
"""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ledger_api.api.app import description
from ledger_api.api.business import Step
from ledger_api.store import audit
from tests.contracts.stage import Cast, Player
from tests.ledger_api.api.counter import Counter
from tests.ledger_api.api.test_business import DEPENDANT_STEPS, MAKING_STEPS, NUMBERED_STEPS, plain, terms

MUTATING = {"post", "put", "patch", "delete"}


class Witness:
    """Reads the audit log over a connection of its own at each first byte: every mutating route adds one line to it."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._before = 0
        self.routes: set[tuple[str, str]] = set()

    def watch(self, app: ASGIApp) -> ASGIApp:
        async def watched(scope: Scope, receive: Receive, send: Send) -> None:
            async def noted(message: Message) -> None:
                if message["type"] == "http.response.start" and scope["method"].lower() in MUTATING:
                    self._look(scope, message)
                await send(message)

            await app(scope, receive, noted)

        return watched

    def _look(self, scope: Scope, message: Message) -> None:
        with self._counter.office.store.read() as connection:
            lines = len(list(audit.records(connection)))
        assert lines == self._before + 1, (scope["path"], message["status"], lines, self._before)
        self._before = lines
        self.routes.add((scope["method"].lower(), scope["route"].path))

    def begin(self) -> None:
        with self._counter.office.store.read() as connection:
            self._before = len(list(audit.records(connection)))


@pytest.fixture
def witness(counter: Counter, cast: Cast, case_body: dict[str, Any]) -> Witness:
    """Somebody who watches what leaves; keys are given out and an entry made before."""
    counter.done("/v1/cases", case_body, [cast.holder.one], cast.holder)
    counter.key(cast.operator.number, counter.role_of(cast.operator))
    found = Witness(counter)
    counter.client = TestClient(found.watch(counter.app))
    found.begin()
    return found


def signatories(player: Player) -> dict[str, Any]:
    return {"signatories": [f"O-{next(iter(player.officers.values())).number}"]}


def test_every_mutating_route_answers_after_the_commit(
    counter: Counter, cast: Cast, case_body: dict[str, Any], witness: Witness
) -> None:
    by = signatories(cast.holder)
    involved = counter.get(f"/v1/parties/P-{cast.holder.number}/involvements").json()["data"]
    entry = involved[0]["id"].partition("/")[0]
    the_way_of_a_filing(counter, cast, case_body | by)
    for noun, step in DEPENDANT_STEPS:
        counter.compose(f"/v1/{noun}/{entry}/2/{plain(step)}", by | terms(step, cast, entry=entry), cast.holder)
    for noun, step in NUMBERED_STEPS:
        named = f"P-{cast.second.number}" if noun == "parties" else f"O-{cast.second.one.number}"
        counter.compose(f"/v1/{noun}/{named}/{plain(step)}", by | terms(step, cast, f"{noun}/{{{noun}}}"), cast.holder)
    for noun, step in MAKING_STEPS:
        body = by | terms(step, cast, "", entry) | {"entry": entry}
        counter.compose(f"/v1/{noun}/{step.name}".rstrip("/"), body, cast.holder)
    for path, act in (("licences", "grant"), ("objections", "object"), ("parties", "admit"), ("parties/joint", "join")):
        body = by | terms(Step("", act, ""), cast) | ({"entry": entry} if act in {"grant", "object"} else {})
        counter.compose(f"/v1/{path}", body, cast.holder)
    acts = [{"act": "withdrawCase", "args": {"entry": entry, "case": 2}}]
    counter.compose("/v1/filings", by | {"acts": acts}, cast.holder)
    assert every_mutating_route() - witness.routes <= {("post", "/v1/licences/{entry}/{number}/narrow")}


def the_way_of_a_filing(counter: Counter, cast: Cast, case_body: dict[str, Any]) -> None:
    """Composed, signed, submitted, withdrawn, and the withdrawal dropped."""
    draft = counter.compose("/v1/cases", case_body, cast.holder)
    counter.sign(draft["id"], [cast.holder.one], cast.holder)
    path = f"/v1/filings/{draft['id']}"
    assert counter.post(f"{path}/submit", None, cast.holder).status_code in {202, 422}
    withdrawal = counter.compose(f"{path}/withdraw", signatories(cast.holder), cast.holder)
    headers = counter._headers(cast.holder)
    assert counter.client.delete(f"/v1/filings/{withdrawal['id']}", headers=headers).status_code == 204


def every_mutating_route() -> set[tuple[str, str]]:
    paths = description()["paths"].items()
    return {(method, path) for path, methods in paths for method in methods if method in MUTATING}
