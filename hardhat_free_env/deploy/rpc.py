"""A node as a deployment sees it: one question, one answer, in JSON-RPC over HTTP.

`Rpc` is the port; `HttpRpc` asks a real node with nothing but the standard library.
"""

import json
import urllib.error
import urllib.request
from collections.abc import Sequence
from typing import Any, Protocol

from hardhat_free_env.deploy.errors import RpcFailed

TIMEOUT = 30
"""Seconds to wait for an answer."""


class Rpc(Protocol):
    """A node that answers JSON-RPC."""

    def ask(self, method: str, *parameters: Any) -> Any:  # noqa: ANN401  whatever JSON holds
        """The result; RpcFailed when there is none."""
        ...


class HttpRpc:
    """The node at a URL."""

    def __init__(self, url: str) -> None:
        if not url.startswith(("http://", "https://")):
            raise RpcFailed(f"{url} is no http address")
        self.url = url

    def ask(self, method: str, *parameters: Any) -> Any:  # noqa: ANN401  whatever JSON holds
        """The result; RpcFailed names the node and what it said."""
        answer = self._post({"jsonrpc": "2.0", "id": 1, "method": method, "params": list[Any](parameters)})
        if "error" in answer:
            raise RpcFailed(f"{method}: {answer['error'].get('message')}", answer["error"].get("data"))
        return answer["result"]

    def _post(self, question: object) -> dict[str, Any]:
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(self.url, json.dumps(question).encode(), headers)  # noqa: S310  checked above
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT) as response:  # noqa: S310  likewise
                answer: dict[str, Any] = json.load(response)
                return answer
        except (urllib.error.URLError, TimeoutError, ValueError) as error:
            raise RpcFailed(f"the node at {self.url} does not answer: {error}. Is it running?") from error


def block_tag(number: int | None) -> str:
    """A block number as JSON-RPC writes it; the latest for None."""
    return "latest" if number is None else hex(number)


def to_bytes(text: str) -> bytes:
    """0x and hex digits → bytes."""
    return bytes.fromhex(text[2:])


def to_hex(value: bytes) -> str:
    """Bytes → 0x and hex digits."""
    return "0x" + value.hex()


def codes(rpc: Rpc, addresses: Sequence[bytes]) -> list[bytes]:
    """The code at each address."""
    return [to_bytes(rpc.ask("eth_getCode", to_hex(each), "latest")) for each in addresses]
