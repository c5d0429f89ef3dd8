"""The demo's house on disk: everybody's keys, a chain whose genesis says 演示, the plan of its ledger, the facade's data.

<root>/people/<desk>/   key.json, passphrase, token of one officer; no server reads them
<root>/service/         keys of deployer, relayer and the authority's executors
<root>/chain/           the embedded chain
<root>/plan.json        what the ledger begins with
<root>/manifest.json    what stands, and pin.json: what a verifying person is told once, by another way than a bundle
<root>/ledger.sqlite    the facade's data
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from secrets import token_bytes

from eth_utils import keccak

from ledger_api.auth.granting import grant
from ledger_api.auth.roles import AccessRole
from ledger_api.cli.demo.cast import EVERYBODY, OPERATOR, Institution
from ledger_api.client import keys
from ledger_api.store import open_store

OPENING = "2026-08-03T09:00:00+08:00"
"""When the demo's clock starts: the day of SC1's submission."""

CHAIN_ID = 20825
_EXECUTORS = ("executor-1", "executor-2")


@dataclass(frozen=True, slots=True)
class Keyring:
    """A keystore and the file with its passphrase."""

    keystore: Path
    passphrase: Path

    @classmethod
    def at(cls, folder: Path) -> "Keyring":
        """The keys in a folder."""
        return cls(folder / "key.json", folder / "passphrase")

    def make(self) -> keys.Key:
        """The key, made on the first call."""
        if self.keystore.exists():
            return keys.unlock(self.keystore, self.passphrase.read_text(encoding="utf-8"))
        self.keystore.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.passphrase.write_text(keys.new_passphrase(), encoding="utf-8")
        self.passphrase.chmod(0o600)
        return keys.create(self.keystore, self.passphrase.read_text(encoding="utf-8"))


class House:
    """A demo's folder; `prepare` makes what is missing and leaves what is there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.chain = root / "chain"
        self.manifest = root / "manifest.json"
        self.plan = root / "plan.json"
        self.database = root / "ledger.sqlite"
        self.pin = root / "pin.json"
        self.service = root / "service"

    def desk(self, name: str) -> Path:
        """Where an officer keeps its key."""
        return self.root / "people" / name

    def keyring(self, name: str) -> Keyring:
        """A key of the service: deployer, relayer, executors."""
        return Keyring.at(self.service / name)

    def address(self, desk: str) -> str:
        """The address an officer signs with."""
        return Keyring.at(self.desk(desk)).make().address

    def prepare(self) -> None:
        """Make keys, chain and plan."""
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        for institution in EVERYBODY:
            for person in institution.people:
                Keyring.at(self.desk(person.desk)).make()
        deployer, relayer = (self.keyring(name).make() for name in ("deployer", "relayer"))
        if not self.plan.exists():
            self.plan.write_text(json.dumps(self._plan(), indent=2), encoding="utf-8")
        if not (self.chain / "chain.sqlite").exists():
            run_tool(
                "node",
                "--init",
                "--dir",
                str(self.chain),
                "--demo",
                "--chain-id",
                str(CHAIN_ID),
                "--time",
                OPENING,
                "--label",
                "演示 Data Rights Ledger",
                "--sender",
                deployer.address,
                relayer.address,
            )

    def deploy(self, node_url: str, sealer: str) -> None:
        """Put the ledger on the chain, or find it there; and write down what a verifying person pins."""
        deployer = self.keyring("deployer")
        run_tool(
            "deploy",
            "--rpc",
            node_url,
            "--plan",
            str(self.plan),
            "--key-file",
            str(deployer.keystore),
            "--passphrase-file",
            str(deployer.passphrase),
            "--manifest",
            str(self.manifest),
        )
        stands = json.loads(self.manifest.read_text(encoding="utf-8"))
        pin = {"genesisHash": stands["genesisHash"], "ledger": stands["ledger"], "signer": sealer}
        self.pin.write_text(json.dumps(pin, indent=1), encoding="utf-8")

    def give_token(self, institution: Institution, party: int) -> None:
        """Give an institution's officers the API key of their party, once (what an operator does for a new tenant)."""
        folders = [self.desk(person.desk) for person in institution.people]
        if all((folder / "token").exists() for folder in folders):
            return
        store = open_store(f"sqlite:///{self.database}")
        try:
            with store.begin() as unit:
                role = AccessRole(institution.access)
                key = grant(unit, label=institution.key, role=role, party=party, now_ms=time.time_ns() // 1_000_000)
        finally:
            store.close()
        for folder in folders:
            token = folder / "token"
            token.write_text(key.text, encoding="utf-8")
            token.chmod(0o600)

    def _plan(self) -> dict[str, object]:
        return {
            "operator": {
                "identifier": "0x" + keccak(text=OPERATOR.credit_code).hex(),
                "name": "0x" + keccak(text=OPERATOR.name).hex(),
            },
            "founders": list(self._founders()),
            "authority": {"executors": [self.keyring(name).make().address for name in _EXECUTORS]},
            "document": "0x" + sha256("演示 founding document of a demo ledger".encode()).hexdigest(),
        }

    def _founders(self) -> Iterator[dict[str, object]]:
        for person in OPERATOR.people:
            signer = Keyring.at(self.desk(person.desk)).make().signer
            yield {"signer": "0x" + signer.hex(), "person": "0x" + token_bytes(32).hex(), "powers": list(person.powers)}


def run_tool(*arguments: str) -> str:
    """Run `python -m hardhat_free_env …`; raises RuntimeError with what it said when it fails."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "hardhat_free_env", *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"hardhat_free_env {arguments[0]}: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout
