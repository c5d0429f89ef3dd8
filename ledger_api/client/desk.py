"""An officer's desk: a process of its own that holds one key, talks to the register, and signs what it was shown.

`python -m ledger_api.client.desk --url U --token-file T --key K --passphrase-file P` reads one JSON command a line and
answers one JSON line each: `get`, `post`, `sign`. Nothing but signatures ever leaves it.
"""

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ledger_api.client import keys
from ledger_api.client.http import Ledger, NotNowError, Problem


class Desk:
    """One officer at work."""

    def __init__(self, ledger: Ledger, key: keys.Key) -> None:
        self._ledger = ledger
        self._key = key

    def answer(self, command: Mapping[str, Any]) -> dict[str, Any]:
        """Do what the command says; {"done": …} or {"refused": problem}."""
        try:
            return {"done": self._do(command)}
        except (Problem, NotNowError) as error:
            problem = error.problem if isinstance(error, NotNowError) else error
            return {"refused": dict(problem.body), "status": problem.status}

    def _do(self, command: Mapping[str, Any]) -> dict[str, Any]:
        match command["do"]:
            case "get":
                return self._ledger.get(command["path"], **command.get("query", {}))
            case "post":
                wait = command.get("wait")
                return self._ledger.post(command["path"], command.get("body"), key=command["key"], wait=wait)
            case "sign":
                return self._sign(command["filing"], command["officer"])
        raise ValueError(f"a desk cannot {command['do']}")

    def _sign(self, filing: str, officer: str) -> dict[str, Any]:
        """Read the filing, compute its digest here, sign it, hand the seal in."""
        shown = self._ledger.get(f"/v1/filings/{filing}")
        digest = keys.digest_of(shown["typed_data"])
        if "0x" + digest.hex() != shown["digest"]:
            raise ValueError(f"the register says {filing} has another digest than its typed data")
        seal = self._key.seal(digest)
        self._ledger.post(
            f"/v1/filings/{filing}/signatures",
            {"officer": officer, "seal": "0x" + seal[1:].hex()},
            key=f"{filing}/{officer}",
        )
        return {"filing": filing, "digest": shown["digest"], "sentences": shown.get("sentences", [])}


def main() -> None:
    """Serve commands from standard input until it ends."""
    parser = argparse.ArgumentParser(prog="desk", description="an officer's desk: one key, one connection")
    parser.add_argument("--url", required=True)
    for file in ("token", "key", "passphrase"):
        parser.add_argument(f"--{file}" if file == "key" else f"--{file}-file", type=Path, required=True, dest=file)
    arguments = parser.parse_args()
    key = keys.unlock(arguments.key, arguments.passphrase.read_text(encoding="utf-8").strip())
    desk = Desk(Ledger(arguments.url, arguments.token.read_text(encoding="utf-8").strip()), key)
    for line in sys.stdin:
        answer = desk.answer(json.loads(line))
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
