"""`dpr serve`: the facade behind HTTP, and on one machine the embedded chain beside it, started and watched.

Stops on SIGINT and SIGTERM: requests end, threads end, the chain's process ends. What was accepted is on disk all along.
"""

import contextlib
import gc
import json
import logging
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from ledger_api.api.app import create_app
from ledger_api.chain.embedded import EmbeddedNode
from ledger_api.chain.manifest import ManifestUnreadable
from ledger_api.domain.errors import LedgerError
from ledger_api.ports.chain import ChainError
from ledger_api.services import ALL, Role, Services, Settings

_HOST = "127.0.0.1"
_SHUTDOWN_SECONDS = 5
GARBAGE = 20_000
"""New objects after which the collector looks at them."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a register on one machine keeps its things."""

    folder: Path

    @property
    def chain(self) -> Path:
        """The embedded chain."""
        return self.folder / "chain"

    def settings(self, node: str, roles: frozenset[Role], store: str | None) -> Settings:
        """The facade's settings over this folder."""
        return Settings(
            store=store or f"sqlite:///{self.folder / 'ledger.sqlite'}",
            node=node,
            manifest=self.folder / "manifest.json",
            vault_key=self.folder / "service" / "vault.key",
            keystore=self.folder / "service" / "relayer" / "key.json",
            passphrase=self.folder / "service" / "relayer" / "passphrase",
            roles=roles,
        )


def run(folder: Path, *, node: str | None, store: str | None, roles: list[str], port: int) -> int:
    """Serve until stopped; 0, or 1 with a line on what is in the way."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    layout = Layout(folder)
    wanted = ALL if roles == ["all"] else frozenset(Role(role) for role in roles)
    try:
        with _node(layout, node) as url:
            services = Services.open(layout.settings(url, wanted, store))
            try:
                services.start()
                _serve(services, port)
            finally:
                services.close()
    except LedgerError as error:
        print(f"dpr serve: {error.titles['en']} {error.remedy['en']} ({error.code})", file=sys.stderr)
        return 1
    except (ChainError, ManifestUnreadable, OSError, RuntimeError) as error:
        print(f"dpr serve: {error}", file=sys.stderr)
        return 1
    return 0


@contextlib.contextmanager
def _node(layout: Layout, url: str | None) -> Iterator[str]:
    """The node's address: the one given, or the embedded chain's, which runs as long as the facade does."""
    if url is not None:
        yield url
        return
    with EmbeddedNode(layout.chain) as node:
        yield node.url


def _serve(services: Services, port: int) -> None:
    listening = socket.create_server((_HOST, port), backlog=512)
    # Connections inherit it; without, the body of an answer waits up to 40 ms for the client to acknowledge its head.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    address = f"http://{_HOST}:{listening.getsockname()[1]}"
    print(json.dumps({"url": address, "node": services.settings.node}), flush=True)
    config = uvicorn.Config(
        create_app(services), log_level="warning", access_log=False, timeout_graceful_shutdown=_SHUTDOWN_SECONDS
    )
    # What is loaded stays: the collector need not look through it all while requests wait.
    gc.collect()
    gc.freeze()
    gc.set_threshold(GARBAGE)
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])
