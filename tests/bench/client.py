"""A client that costs little: one kept connection a thread, JSON in and out, officers' signatures made here."""

import http.client
import json
import threading
from dataclasses import dataclass
from itertools import count
from typing import Any
from urllib.parse import urlsplit

from eth_hash.auto import keccak

from ledger_api.domain.ids import officer_id, party_id
from tests.bench.report import WrongResult
from tests.contracts.stage import Officer

LONGEST = 60.0
"""Seconds an answer may take."""
RIGHTS = ["HOLD", "USE", "OPERATE"]
_numbers = count()
_local = threading.local()


def post(url: str, path: str, body: bytes, headers: dict[str, str]) -> tuple[int, bytes]:
    """Status and body of one request, over this thread's connection."""
    connection = _connection(url)
    connection.request("POST", path, body, {"Content-Type": "application/json", **headers})
    answer = connection.getresponse()
    return answer.status, answer.read()


def _connection(url: str) -> http.client.HTTPConnection:
    kept: dict[str, http.client.HTTPConnection] = _local.__dict__.setdefault("kept", {})
    if url not in kept:
        kept[url] = http.client.HTTPConnection(urlsplit(url).netloc, timeout=LONGEST)
    return kept[url]


@dataclass(frozen=True, slots=True)
class Client:
    """Somebody who files: an officer with a key, and the API key of its party."""

    officer: Officer
    party: int
    token: str


Signed = tuple[str, dict[str, str]]
"""A filing's id, and a signature of it."""


class Desk:
    """Files applications for one officer: `open` and `submit` in one filing, a withheld form, one signature."""

    def __init__(self, url: str, client: Client, registrar: int) -> None:
        self._url, self._client, self._registrar = url, client, registrar

    def composed(self) -> dict[str, Any]:
        """A draft of a new application."""
        number = next(_numbers)
        applicant = party_id(self._client.party)
        asked = {
            "entry": "#1",
            "registrar": party_id(self._registrar),
            "name": f"演示数据集 {number}",
            "rights": RIGHTS,
            "summary": "演示",
            "origins": ["COLLECTED"],
            "form": "RESOURCE",
            "application": {"contact": "演示联系人", "rows": "1200000", "bytes": "9.8 TB"},
        }
        content = "keccak256:" + keccak(b"bench %d" % number).hex()
        acts = [
            {"act": "open", "args": {"content": content, "applicant": applicant}},
            {"act": "submit", "args": asked},
        ]
        body = {"acts": acts, "signatories": [officer_id(self._client.officer.number)]}
        return self._ask(201, "/v1/filings", f"compose {number}", body)

    def signed(self) -> Signed:
        """A new application and its signature, not yet handed in."""
        filing = self.composed()
        signature = self._client.officer.account.sign_digest(bytes.fromhex(filing["digest"][2:]))
        return str(filing["id"]), {"officer": officer_id(self._client.officer.number), "seal": "0x" + signature.hex()}

    def accepted(self, signed: Signed) -> dict[str, Any]:
        """Hand the signature in and submit, answered as soon as it is promised."""
        return self._submitted(202, signed)

    def final(self, signed: Signed) -> dict[str, Any]:
        """Hand the signature in and submit, answered when it is final, indexed, its evidence captured."""
        return self._submitted(201, signed, {"Prefer": "wait=50"})

    def _submitted(self, expected: int, signed: Signed, headers: dict[str, str] | None = None) -> dict[str, Any]:
        filing, signature = signed
        body = {"signatures": [signature]}
        return self._ask(expected, f"/v1/filings/{filing}/submit", f"submit {filing}", body, headers)

    def _ask(
        self, expected: int, path: str, key: str, body: object, headers: dict[str, str] | None = None
    ) -> dict[str, Any]:
        sent = b"" if body is None else json.dumps(body).encode()
        own = {"Authorization": f"Bearer {self._client.token}", "Idempotency-Key": key.replace(" ", "-")}
        status, answer = post(self._url, path, sent, own | (headers or {}))
        if status != expected:
            raise WrongResult(f"{path} answered {status}, not {expected}: {answer.decode()[:500]}")
        found: dict[str, Any] = json.loads(answer)
        return found
