"""The interface over an office: HTTP requests by anybody or with some party's API key, and the office behind it."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import orjson
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response
from starlette.types import Message, Receive, Scope, Send

from ledger_api.api.app import create_app, description
from ledger_api.api.problems import MEDIA_TYPE
from ledger_api.auth.granting import grant
from ledger_api.auth.roles import AccessRole
from ledger_api.services import Services, Settings
from ledger_api.store.filings import FilingRecord
from tests.contracts.stage import Officer, Player
from tests.ledger_api.filings.office import Office

Body = dict[str, Any] | None


@dataclass
class Counter:
    """See the module."""

    office: Office
    services: Services = field(init=False)
    client: TestClient = field(init=False)

    def __post_init__(self) -> None:
        self.services = rooms(self.office)
        self.app = create_app(self.services)
        self.reader = Reader(self.app)
        self.client = TestClient(self.reader, raise_server_exceptions=False)
        self._keys: dict[tuple[int | None, AccessRole], str] = {}
        self._numbers = itertools.count()

    def key(self, party: int | None, role: AccessRole = AccessRole.MERCHANT, **more: Any) -> str:
        """An API key of a party, given out at the first asking."""
        if (party, role) not in self._keys or more:
            with self.office.store.begin() as unit:
                now = self.office.clock.milliseconds()
                self._keys[party, role] = grant(unit, label="test", role=role, party=party, now_ms=now, **more).text
        return self._keys[party, role]

    def get(self, path: str, by: Player | None = None, **query: Any) -> Response:
        return self.client.get(path, params=query, headers=self._headers(by))

    def post(self, path: str, body: Body, by: Player | None, *, key: str | None = None, **headers: str) -> Response:
        once = {"Idempotency-Key": key or f"test-{next(self._numbers)}"}
        return self.client.post(path, json=body, headers=self._headers(by) | once | headers)

    def compose(self, path: str, body: Body, by: Player) -> dict[str, Any]:
        """A draft, by a business route or by acts."""
        answer = self.post(path, body, by)
        assert answer.status_code == 201, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def sign(self, filing: str, officers: Sequence[Officer], by: Player) -> dict[str, Any]:
        """Everybody's signature; the filing as it is then."""
        found: dict[str, Any] = self.get(f"/v1/filings/{filing}", by).json()
        for officer in officers:
            seal = officer.seal(bytes.fromhex(found["digest"][2:]))
            body = {"officer": f"O-{officer.number}", "seal": "0x" + seal.hex()}
            answer = self.post(f"/v1/filings/{filing}/signatures", body, by)
            assert answer.status_code == 200, answer.text
            found = answer.json()
        return found

    def done(self, path: str, body: dict[str, Any], officers: Sequence[Officer], by: Player) -> dict[str, Any]:
        """Composed, signed by all, submitted, carried, final."""
        said = body | {"signatories": [f"O-{each.number}" for each in officers]}
        filing = self.compose(path, said, by)["id"]
        self.sign(filing, officers, by)
        answer = self.post(f"/v1/filings/{filing}/submit", None, by)
        assert answer.status_code == 202, answer.text
        self.office.carry()
        found: dict[str, Any] = self.get(f"/v1/filings/{filing}", by).json()
        assert found["state"] == "final", found
        return found

    def record(self, filing: str) -> FilingRecord:
        return self.office.find(filing)

    def _headers(self, by: Player | None) -> dict[str, str]:
        return {} if by is None else {"Authorization": f"Bearer {self.key(by.number, self.role_of(by))}"}

    def role_of(self, player: Player) -> AccessRole:
        """What its key is for."""
        if player.number == 1:
            return AccessRole.OPERATOR
        return AccessRole.REGISTRAR if "reviewer" in player.officers else AccessRole.MERCHANT


class Reader:
    """Reads what the application answers: a problem its description does not list for that route is noted."""

    def __init__(self, app: FastAPI) -> None:
        self._app = app
        self._listed = _listed()
        self.unlisted: list[str] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        status = 0
        body = b""

        async def noted(message: Message) -> None:
            nonlocal status, body
            status = message.get("status", status)
            body += message.get("body", b"")
            await send(message)

        await self._app(scope, receive, noted)
        if status >= 400:
            self._note(scope, orjson.loads(body)["code"])

    def _note(self, scope: Scope, code: str) -> None:
        place = scope["method"].lower(), getattr(scope.get("route"), "path", "")
        if place in self._listed and code not in self._listed[place]:
            self.unlisted.append(f"{place[0]} {place[1]} answers {code}")


@cache
def _listed() -> dict[tuple[str, str], set[str]]:
    """Of any application: all have the same routes, and describing them takes seconds."""
    return listed(description())


def listed(described: dict[str, Any]) -> dict[tuple[str, str], set[str]]:
    """The codes each route lists."""
    return {
        (method, path): {
            code
            for response in operation["responses"].values()
            for code in response.get("content", {}).get(MEDIA_TYPE, {}).get("examples", {})
        }
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    }


def rooms(office: Office) -> Services:
    """The facade's rooms as an office has them; nothing works by itself."""
    return Services(
        settings=Settings("", "", Path(), Path()),
        store=office.store,
        chain=office.chain,
        codec=office.composer.codec,
        manifest=office.manifest,
        clock=office.clock,
        registers=office.composer.registers,
        numbers=office.numbers,
        vault=office.vault,
        answers=office.answers,
        composer=office.composer,
        signatures=office.signatures,
        preflight=office.preflight,
        acceptance=office.acceptance,
        indexer=office.indexer,
        upkeep=office.upkeep,
        sender=None,
    )


def problem(answer: Response, status: int, code: str) -> dict[str, Any]:
    """The problem an answer is, which must have this status and code and say in both languages what to do."""
    body: dict[str, Any] = answer.json()
    assert (answer.status_code, body.get("code")) == (status, code), answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert all(body[field][language] for field in ("titles", "remedy") for language in ("zh", "en"))
    return body
