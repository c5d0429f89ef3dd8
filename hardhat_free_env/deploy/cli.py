"""The commands `deploy`, `upgrade` and `layout`: a ledger by a plan, newer chapters for it, and where its storage lies.

The first two write the manifest of what stands there. Each ends with 2 and a line on what to do when the plan, the node or
what is on the chain does not allow it.
"""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hardhat_free_env.deploy.sender import Sender


def add_commands(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this room's commands to `python -m hardhat_free_env`."""
    deploying = subparsers.add_parser("deploy", help="put a ledger on a chain, or finish doing so")
    deploying.add_argument("--plan", required=True, type=Path, help="what the ledger begins with, JSON")
    _add_common(deploying, "the deployer", "where to write what stands there; printed when left out", required=False)
    deploying.set_defaults(run=run_deploy)
    upgrading = subparsers.add_parser("upgrade", help="replace a ledger's chapters by those compiled here")
    _add_common(upgrading, "an executor", "what stands there; written anew when all is done", required=True)
    upgrading.add_argument("--cancel", metavar="EXECUTOR", help="cancel what this executor has scheduled")
    upgrading.set_defaults(run=run_upgrade)
    laying = subparsers.add_parser("layout", help="write contracts/storage-layout.json from the sources")
    laying.add_argument("--check", action="store_true", help="compare with what is committed")
    laying.set_defaults(run=run_layout)


def _add_common(parser: argparse.ArgumentParser, whose: str, manifest: str, *, required: bool) -> None:
    parser.add_argument("--rpc", required=True, metavar="URL", help="the node")
    parser.add_argument("--key-file", required=True, type=Path, help=f"encrypted keystore of {whose}")
    parser.add_argument("--passphrase-file", type=Path, help="its passphrase; asked for when left out")
    parser.add_argument("--manifest", required=required, type=Path, help=manifest)
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")


def run_deploy(arguments: argparse.Namespace) -> int:
    """Deploy what is missing; 0 when all stands."""
    from hardhat_free_env.deploy import plan
    from hardhat_free_env.deploy.deployment import deploy, outstanding

    def run(sender: "Sender") -> None:
        wanted = plan.load(arguments.plan)
        if arguments.dry_run:
            print(*outstanding(sender, wanted), sep="\n")
            return
        manifest = deploy(sender, wanted, say=lambda line: print(line, file=sys.stderr))
        if arguments.manifest:
            arguments.manifest.write_text(manifest.to_json(), encoding="utf-8")
        else:
            print(manifest.to_json(), end="")

    return _with_sender(arguments, run)


def run_upgrade(arguments: argparse.Namespace) -> int:
    """Do the next step of replacing chapters; 0 when all is done, 3 while a scheduled one waits."""
    from hardhat_free_env.deploy import upgrade
    from hardhat_free_env.deploy.errors import NotYet
    from hardhat_free_env.deploy.manifest import Manifest

    def run(sender: "Sender") -> None:
        before = Manifest.load(arguments.manifest)
        if arguments.dry_run:
            print(*upgrade.steps(sender, upgrade.prepare(sender, before)), sep="\n")
        elif arguments.cancel:
            upgrade.cancel(sender, before, bytes.fromhex(arguments.cancel.removeprefix("0x")))
        else:
            arguments.manifest.write_text(upgrade.perform(sender, before).to_json(), encoding="utf-8")

    try:
        return _with_sender(arguments, run)
    except NotYet as waiting:
        print(waiting, file=sys.stderr)
        return 3


def run_layout(arguments: argparse.Namespace) -> int:
    """Write the storage layout, or tell whether it is what the sources say."""
    from hardhat_free_env.deploy import layout

    text = layout.to_json(layout.read())
    if not arguments.check:
        layout.FILE.write_text(text, encoding="utf-8")
        return 0
    fresh = layout.FILE.exists() and layout.FILE.read_text(encoding="utf-8") == text
    if not fresh:
        print(f"stale: contracts/{layout.FILE.name}\nrun: python -m hardhat_free_env layout", file=sys.stderr)
    return 0 if fresh else 1


def _with_sender(arguments: argparse.Namespace, run: "Callable[[Sender], None]") -> int:
    """Open key and node, run, and say what is refused."""
    os.environ.setdefault("ETH_HASH_BACKEND", "pysha3")
    from hardhat_free_env.deploy.errors import DeployError, NotYet
    from hardhat_free_env.deploy.keys import open_keystore
    from hardhat_free_env.deploy.rpc import HttpRpc
    from hardhat_free_env.deploy.sender import Sender

    try:
        run(Sender(HttpRpc(arguments.rpc), open_keystore(arguments.key_file, arguments.passphrase_file)))
    except NotYet:
        raise
    except DeployError as error:
        print(error.args[0], file=sys.stderr)
        return 2
    return 0
