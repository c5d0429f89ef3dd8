"""A node and a facade as processes of their own, both killed whenever a test likes, and clients that never give up.

A client repeats its request, word for word under the same key, until it is answered: that is all it may rely on.
"""

import json
import multiprocessing
import random
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eth_account import Account as EthAccount

from hardhat_free_env.deploy.deployment import deploy
from hardhat_free_env.deploy.rpc import HttpRpc
from hardhat_free_env.deploy.sender import Sender
from hardhat_free_env.testing import account
from hardhat_free_env.testing.ledger import FOUNDERS, demo_plan
from hardhat_free_env.testing.rpc import RunningNode
from ledger_api.domain.filing import ecdsa_seal
from tests.simulation.facade import serve

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.simulation.facade"])
"""Facades begin with everything imported."""
PATIENCE = 60.0
RELAYER = 90
OFFICERS = {2: account(FOUNDERS[0]), 3: account(FOUNDERS[1])}
OVER = {"final", "rejected", "failed", "expired", "superseded", "withdrawn", "discarded"}


@dataclass
class World:
    """See the module. `kills` counts processes that died by SIGKILL."""

    directory: Path
    random: random.Random
    kills: int = 0
    promised: dict[str, str] = field(default_factory=dict)
    """Filings answered 202, by id, with their digest."""
    refused: dict[str, str] = field(default_factory=dict)
    """Filings answered 422, by id, with the code."""
    _count: int = 0

    def __post_init__(self) -> None:
        self._node_home = self.directory / "chain"
        self._node_home.mkdir(parents=True)
        self._start_node(["--demo", "--open"])
        manifest = deploy(Sender(HttpRpc(self.node.url), account(0).secret), demo_plan())
        (self.directory / "manifest.json").write_text(manifest.to_json())
        self._write_settings()
        self._start_facade()

    # -- processes

    def _start_node(self, extra: list[str]) -> None:
        self.node = RunningNode.start(self._node_home, "--heartbeat", "1", *extra)

    def restart_node(self) -> None:
        """Start the node again where it was, so that the facade finds it."""
        port = self.node.url.rsplit(":", 1)[1].strip("/")
        self._start_node(["--open", "--port", port])

    def _write_settings(self) -> None:
        keystore = EthAccount.encrypt(account(RELAYER).secret, "passphrase", kdf="pbkdf2", iterations=1)
        (self.directory / "relayer.json").write_text(json.dumps(keystore))
        (self.directory / "passphrase").write_text("passphrase\n")
        settings = {
            "store": f"sqlite:///{self.directory / 'facade.db'}",
            "node": self.node.url,
            "manifest": str(self.directory / "manifest.json"),
            "vault_key": str(self.directory / "vault.key"),
            "keystore": str(self.directory / "relayer.json"),
            "passphrase": str(self.directory / "passphrase"),
        }
        (self.directory / "settings.json").write_text(json.dumps(settings))

    def _start_facade(self, death: str = "") -> None:
        self._commands, theirs = PROCESSES.Pipe()
        self.facade = PROCESSES.Process(target=serve, args=(self.directory, death, theirs), daemon=True)
        self.facade.start()
        theirs.close()
        self._answer()  # ready, or dead already

    def replace_facade(self, death: str) -> None:
        """Go on with a facade that dies at the place named."""
        self.kill_facade()
        self._start_facade(death)

    def kill_facade(self) -> None:
        self.facade.kill()
        self._bury()

    def kill_node(self) -> None:
        self.node.kill()
        self.kills += 1

    def kill_later(self, who: str, seconds: float) -> threading.Thread:
        """Kill one of them in a moment, whatever it is doing."""

        def strike() -> None:
            time.sleep(seconds)
            if who == "node":
                self.kill_node()
                self.restart_node()
            else:
                self.facade.kill()

        thread = threading.Thread(target=strike)
        thread.start()
        return thread

    def _bury(self) -> None:
        """The facade is dead or dying; count it and let go of its pipes."""
        self.facade.join(PATIENCE)
        self.kills += self.facade.exitcode == -9
        self._commands.close()

    def close(self) -> None:
        self.facade.kill()
        self._bury()
        self.node.stop()

    # -- clients

    def ask(self, command: dict[str, Any]) -> dict[str, Any]:
        """One command, repeated until it is answered with something that is not "not now"."""
        deadline, answer = time.monotonic() + PATIENCE, None
        while time.monotonic() < deadline:
            answer = self._try(command)
            if answer is None:
                self._bury()
                self._start_facade()
            elif answer.get("error") in {
                "node-unreachable",
                "node-refused",
                "not-durable",
                "still-processing",
                "not-ready",
            }:
                time.sleep(0.05)
            else:
                return answer
        raise TimeoutError(f"{command}: last {answer}\n{(self.directory / 'facade.log').read_text()[-2000:]}")

    def _try(self, command: dict[str, Any]) -> dict[str, Any] | None:
        try:
            self._commands.send(command)
        except BrokenPipeError:
            return None
        return self._answer()

    def _answer(self) -> dict[str, Any] | None:
        try:
            answer: dict[str, Any] = self._commands.recv()
        except (EOFError, ConnectionResetError):
            return None
        return answer

    def file(self, name: str) -> dict[str, Any]:
        """Have a party admitted: compose, sign by both officers, submit. Answers what submitting was answered."""
        self._count += 1
        key = f"{name}-{self._count}"
        draft = self.ask({"do": "draft", "key": key, "acts": [["admit", admission(name)]], "signatories": [2, 3]})
        digest = bytes.fromhex(draft["digest"])
        seals = {str(number): ecdsa_seal(each.sign_digest(digest)).hex() for number, each in OFFICERS.items()}
        self.ask({"do": "sign", "key": key, "filing": draft["id"], "seals": seals})
        answer = self.ask({"do": "submit", "key": key, "filing": draft["id"]})
        if answer["status"] == 202:
            self.promised[draft["id"]] = draft["digest"]
        else:
            self.refused[draft["id"]] = answer["error"]
        return answer

    def await_death(self, kills: int) -> bool:
        """Whether somebody has died since there were so many kills, or does within a few seconds."""
        deadline = time.monotonic() + 10
        while self.kills == kills and time.monotonic() < deadline:
            if not self.facade.is_alive():
                self._bury()
                self._start_facade()
            time.sleep(0.02)
        return self.kills > kills

    def settle(self) -> None:
        """Wait until every promise is kept or reported broken."""
        deadline = time.monotonic() + PATIENCE
        for filing in self.promised:
            while self.ask({"do": "status", "filing": filing})["state"] not in OVER | {"refused"}:
                if time.monotonic() > deadline:
                    raise TimeoutError(f"{filing} stays {self.ask({'do': 'status', 'filing': filing})}")
                time.sleep(0.05)


def admission(name: str) -> dict[str, Any]:
    return {
        "name": f"{name}(虚构)",
        "kind": "LEGAL_PERSON",
        "roles": ["MERCHANT"],
        "kyc_until": "2036-01-01T00:00:00+08:00",
        "identifier": name,
        "certificate": "keccak256:" + "44" * 32,
    }
