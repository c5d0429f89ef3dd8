"""The register over HTTP, as an institution's own program sees it: one method per kind of request, problems as exceptions.

Retries repeat the same bytes under the same Idempotency-Key, so a filing sent twice is one filing.
"""

import json
from collections.abc import Mapping
from typing import Any

import httpx2 as httpx
import stamina

_RETRIED = (httpx.TransportError,)
_TRIES = 12
_LONGEST_WAIT = 30.0


class Problem(Exception):
    """The register said no (RFC 9457): a stable code, what happened, what to do."""

    def __init__(self, status: int, body: Mapping[str, Any]) -> None:
        self.status = status
        self.code = str(body.get("code", "unknown"))
        self.titles: Mapping[str, str] = body.get("titles", {})
        self.remedy: Mapping[str, str] = body.get("remedy", {})
        self.blocking: tuple[str, ...] = tuple(body.get("blocking", ()))
        self.body = body
        super().__init__(f"{status} {self.code}: {self.titles.get('en') or body.get('title', '')}")


class NotNowError(Exception):
    """503: nothing happened; the same request may succeed later."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


class Ledger:
    """A connection to a register; `token` is an API key, `url` its address."""

    def __init__(self, url: str, token: str | None = None, timeout: float = _LONGEST_WAIT) -> None:
        headers = {"Accept": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
        self._http = httpx.Client(base_url=url, headers=headers, timeout=timeout, trust_env=False)

    def get(self, path: str, **query: str | int) -> dict[str, Any]:
        """Read. Raises Problem, NotNowError, httpx2.TransportError when nobody answers for long."""
        return self._send("GET", path, query={name: str(value) for name, value in query.items()})

    def post(
        self, path: str, body: Mapping[str, Any] | None = None, *, key: str, wait: int | None = None
    ) -> dict[str, Any]:
        """Ask for something to be done, once for each `key`. With `wait`, up to so many seconds until it is final."""
        headers = {"Idempotency-Key": key, "Content-Type": "application/json"}
        if wait is not None:
            headers["Prefer"] = f"wait={wait}"
        return self._send("POST", path, content=json.dumps(body or {}, ensure_ascii=False).encode(), headers=headers)

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    def _send(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str] | None = None,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> dict[str, Any]:
        for attempt in stamina.retry_context(on=(*_RETRIED, NotNowError), attempts=_TRIES, timeout=60.0):
            with attempt:
                answer = self._http.request(method, path, params=query, content=content, headers=headers)
                return _read(answer)
        raise AssertionError("stamina always returns or raises")


def _read(answer: httpx.Response) -> dict[str, Any]:
    if answer.status_code == httpx.codes.NO_CONTENT:
        return {}
    try:
        body = answer.json()
    except ValueError:
        body = {"title": answer.text[:200]}
    if answer.status_code < httpx.codes.BAD_REQUEST:
        return dict(body)
    problem = Problem(answer.status_code, body)
    if answer.status_code == httpx.codes.SERVICE_UNAVAILABLE:
        raise NotNowError(problem)
    raise problem
