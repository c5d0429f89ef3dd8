"""The officers of the demo as processes: each holds one key, speaks to the register over HTTP, and signs what it was shown."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from ledger_api.cli.demo.house import House, Keyring


class Refusal(Exception):
    """The register refused a request: the problem document it answered."""

    def __init__(self, problem: Mapping[str, Any]) -> None:
        self.problem = problem
        super().__init__(f"{problem.get('code')}: {problem.get('titles', {}).get('en', problem)}")


class DeskClosed(RuntimeError):
    """An officer's process ended before it answered."""


class Officer:
    """One process; `ask` sends it a command and waits for the answer."""

    def __init__(self, name: str, url: str, folder: Path) -> None:
        keyring = Keyring.at(folder)
        self.name = name
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            [
                *(sys.executable, "-m", "ledger_api.client.desk", "--url", url),
                *("--token-file", str(folder / "token")),
                *("--key", str(keyring.keystore), "--passphrase-file", str(keyring.passphrase)),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, **command: Any) -> dict[str, Any]:
        """Do one thing. Raises Refusal when the register refuses, DeskClosed when the process is gone."""
        assert self._process.stdin is not None  # noqa: S101 - asked for above
        assert self._process.stdout is not None  # noqa: S101
        try:
            self._process.stdin.write(json.dumps(command, ensure_ascii=False) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise DeskClosed(f"the desk of {self.name} is closed") from None
        line = self._process.stdout.readline()
        if not line:
            raise DeskClosed(f"the desk of {self.name} ended with {self._process.wait()}; its last words stand above")
        answer: dict[str, Any] = json.loads(line)
        if "refused" in answer:
            raise Refusal(answer["refused"])
        done: dict[str, Any] = answer["done"]
        return done

    def leave(self) -> None:
        """Close the desk and wait for the process."""
        if self._process.stdin:
            self._process.stdin.close()
        self._process.wait(timeout=10)


class Troupe:
    """Everybody on stage; a desk opens when it is first needed."""

    def __init__(self, house: House, url: str) -> None:
        self._house = house
        self._url = url
        self._desks: dict[str, Officer] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for officer in self._desks.values():
            officer.leave()

    def __getitem__(self, name: str) -> Officer:
        if name not in self._desks:
            self._desks[name] = Officer(name, self._url, self._house.desk(name))
        return self._desks[name]
