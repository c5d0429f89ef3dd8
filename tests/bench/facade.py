"""A register as it is served: node, API, sender and indexer, each a process of its own, over one folder on disk.

The ledger and its cast are put there beforehand; the demo clock shows the first working day of the lives.
"""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from dataclasses import dataclass, fields
from itertools import cycle
from pathlib import Path

from eth_account import Account as EthAccount
from eth_hash.auto import keccak
from sqlalchemy import func, select

from hardhat_free_env.chain.clock import start_at
from hardhat_free_env.testing import account
from hardhat_free_env.testing.rpc import RunningNode
from ledger_api.auth.granting import grant
from ledger_api.auth.roles import AccessRole
from ledger_api.domain.progress import Progress
from ledger_api.domain.words import Algorithm
from ledger_api.store import Store, chain_rows, open_store, texts
from ledger_api.store.tables.filings import filings
from tests.bench import processes
from tests.bench.client import Client, Desk
from tests.bench.ground import CURTAIN, prepare
from tests.bench.processes import Running
from tests.bench.report import WrongResult
from tests.contracts.stage import Cast, Player

ROLES = (("api",), ("api",), ("sender",), ("indexer",))
"""Of the facade's processes; the clients are shared out among those that have the API."""
RELAYER = 90
NINE = 9 * 3600
PATIENCE = 60.0
"""Seconds until what was begun must be done."""


@dataclass(frozen=True, slots=True)
class Facade:
    """What is being served, and somebody at each desk."""

    store: Store
    desks: tuple[Desk, ...]
    processes: tuple[Running, ...]

    def await_final(self, count: int) -> None:
        """Wait until so many filings are final; WrongResult when they are not soon."""
        _await(f"{count} final filings", lambda: self._final() >= count)

    def _final(self) -> int:
        query = select(func.count()).select_from(filings).where(filings.c.state == Progress.FINAL)
        with self.store.read() as connection:
            return int(connection.scalar(query) or 0)


@contextmanager
def serving(folder: Path, roles: Sequence[Sequence[str]] = ROLES) -> Iterator[Facade]:
    """Everything running, until the block ends."""
    ground = prepare(folder / "chain")
    (folder / "manifest.json").write_text(ground.manifest.to_json())
    _write_relayer(folder / "service" / "relayer")
    start_at(ground.directory, CURTAIN + NINE)
    with ExitStack() as running:
        node = running.enter_context(RunningNode.start(ground.directory, "--open"))
        servers = [running.enter_context(_serve(folder, node.url, *each)) for each in enumerate(roles)]
        doors = [server.url for server, its in zip(servers, roles, strict=True) if "api" in its]
        store = running.enter_context(closing(open_store(f"sqlite:///{folder / 'ledger.sqlite'}")))
        _await_index(store, int(node.ask("eth_blockNumber"), 16))
        _publish_names(store, ground.cast)
        chain = Running("node", node.process.pid, node.url)
        yield Facade(store, tuple(_desks(doors, store, ground.cast)), (chain, *servers))


def _write_relayer(folder: Path) -> None:
    folder.mkdir(parents=True)
    keystore = EthAccount.encrypt(account(RELAYER).secret, "passphrase", kdf="pbkdf2", iterations=1)
    (folder / "key.json").write_text(json.dumps(keystore))
    (folder / "passphrase").write_text("passphrase\n")


def _serve(folder: Path, node: str, number: int, roles: Sequence[str]) -> AbstractContextManager[Running]:
    """`dpr serve` with these roles."""
    options = [option for role in roles for option in ("--role", role)]
    place = ("--dir", str(folder), "--node", node, "--port", "0")
    return processes.serving(folder / f"{number}-{'-'.join(roles)}.log", "ledger_api.cli", "serve", *place, *options)


def _await_index(store: Store, block: int) -> None:
    def reached() -> bool:
        with store.read() as connection:
            state = chain_rows.state(connection)
        return state is not None and state.number >= block

    _await(f"block {block} in the index", reached)


def _await(what: str, reached: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not reached():
        if time.monotonic() > deadline:
            raise WrongResult(f"{what}: not there after {PATIENCE:.0f} s")
        time.sleep(0.05)


def _publish_names(store: Store, cast: Cast) -> None:
    """The names of the parties, which a facade that had admitted them would know."""
    names = [f"name {field.name}" for field in fields(cast)]
    with store.begin() as unit:
        texts.keep(unit.connection, [(Algorithm.SHA256, keccak(name.encode()), name) for name in names])


def _desks(doors: Sequence[str], store: Store, cast: Cast) -> Iterator[Desk]:
    """One for every officer of the merchants, who go to one door each."""
    for player in (cast.holder, cast.second, cast.maker, cast.buyer):
        for officer, url in zip(player.officers.values(), cycle(doors)):
            yield Desk(url, Client(officer, player.number, _token(store, player)), cast.registrar.number)


def _token(store: Store, player: Player) -> str:
    with store.begin() as unit:
        now_ms = time.time_ns() // 1_000_000
        return grant(unit, label="bench", role=AccessRole.MERCHANT, party=player.number, now_ms=now_ms).text
