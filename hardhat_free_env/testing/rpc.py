"""A node as a process of its own, for tests that speak HTTP to it, kill it and start it again.

with RunningNode.start(directory, "--demo", "--open") as node: node.ask("eth_blockNumber")
"""

import json
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.error import HTTPError
from urllib.request import Request, urlopen

PATIENCE = 60.0  # seconds a node may take to start, answer or stop


class RpcError(Exception):
    """An error object that the node answered with."""

    def __init__(self, code: int, message: str, extra: Any) -> None:  # noqa: ANN401  whatever JSON holds
        super().__init__(message)
        self.code, self.extra = code, extra


@dataclass(frozen=True, slots=True)
class RunningNode:
    """A started node. `announced` is the line it prints when it is ready."""

    directory: Path
    process: subprocess.Popen[str]
    announced: dict[str, Any]
    _ids: "count[int]" = field(default_factory=count)

    @classmethod
    def start(cls, directory: Path, *arguments: str) -> Self:
        """Run `node --dir directory --port 0 …`; RuntimeError with its complaint when it does not come up."""
        command = [sys.executable, "-m", "hardhat_free_env", "node", "--dir", str(directory), "--port", "0", *arguments]
        with (directory / "node.log").open("a") as log:
            process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)  # noqa: S603  our own
        assert process.stdout is not None  # noqa: S101  a pipe was asked for
        line = process.stdout.readline()
        if not line:
            process.wait(PATIENCE)
            process.stdout.close()
            raise RuntimeError((directory / "node.log").read_text().strip())
        return cls(directory, process, json.loads(line))

    @property
    def url(self) -> str:
        """Where it answers."""
        return str(self.announced["url"])

    def ask(self, method: str, *parameters: Any) -> Any:  # noqa: ANN401  whatever JSON holds
        """One request's result; RpcError when there is none."""
        answer = self.post({"jsonrpc": "2.0", "id": next(self._ids), "method": method, "params": parameters})
        return _result(answer)

    def ask_all(self, requests: Sequence[tuple[str, Sequence[Any]]]) -> list[Any]:
        """A batch's results, in order."""
        body = [
            {"jsonrpc": "2.0", "id": number, "method": method, "params": parameters}
            for number, (method, parameters) in enumerate(requests)
        ]
        return [_result(answer) for answer in self.post(body)]

    def post(self, body: object) -> Any:  # noqa: ANN401  whatever JSON holds
        """Send any JSON and read the answer."""
        status, answer = self.exchange(json.dumps(body).encode())
        if status != 200:
            raise RuntimeError(f"HTTP {status}: {answer.decode()}")
        return json.loads(answer)

    def exchange(self, body: bytes, **headers: str) -> tuple[int, bytes]:
        """Send bytes; the status and bytes that come back."""
        named = {"content-type": "application/json"} | {name.replace("_", "-"): text for name, text in headers.items()}
        try:
            with urlopen(Request(self.url, body, named), timeout=PATIENCE) as answer:  # noqa: S310  loopback
                return answer.status, answer.read()
        except HTTPError as error:
            with error:
                return error.code, error.read()

    def kill(self) -> None:
        """SIGKILL."""
        self.process.kill()
        self._reap()

    def stop(self) -> int:
        """SIGTERM; the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self._reap()

    def _reap(self) -> int:
        code = self.process.wait(PATIENCE)
        if self.process.stdout is not None:
            self.process.stdout.close()
        return code

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def _result(answer: dict[str, Any]) -> Any:  # noqa: ANN401  whatever JSON holds
    if "error" in answer:
        error = answer["error"]
        raise RpcError(error["code"], error["message"], error.get("data"))
    return answer["result"]
