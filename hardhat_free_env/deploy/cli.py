"""The command `deploy`: puts a ledger on a chain by a plan, and writes the manifest of what stands there.

It ends with 2 and a line on what to do when the plan, the node or what is on the chain does not allow it.
"""

import argparse
import os
import sys
from pathlib import Path


def add_commands(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this room's commands to `python -m hardhat_free_env`."""
    deploying = subparsers.add_parser("deploy", help="put a ledger on a chain, or finish doing so")
    deploying.add_argument("--rpc", required=True, metavar="URL", help="the node")
    deploying.add_argument("--plan", required=True, type=Path, help="what the ledger begins with, JSON")
    deploying.add_argument("--key-file", required=True, type=Path, help="encrypted keystore of the deployer")
    deploying.add_argument("--passphrase-file", type=Path, help="its passphrase; asked for when left out")
    deploying.add_argument("--manifest", type=Path, help="where to write what stands there; printed when left out")
    deploying.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")
    deploying.set_defaults(run=run_deploy)


def run_deploy(arguments: argparse.Namespace) -> int:
    """Deploy what is missing; 0 when all stands."""
    os.environ.setdefault("ETH_HASH_BACKEND", "pysha3")
    from hardhat_free_env.deploy import plan
    from hardhat_free_env.deploy.deployment import deploy, outstanding
    from hardhat_free_env.deploy.errors import DeployError
    from hardhat_free_env.deploy.keys import open_keystore
    from hardhat_free_env.deploy.rpc import HttpRpc
    from hardhat_free_env.deploy.sender import Sender

    try:
        wanted = plan.load(arguments.plan)
        sender = Sender(HttpRpc(arguments.rpc), open_keystore(arguments.key_file, arguments.passphrase_file))
        if arguments.dry_run:
            for step in outstanding(sender, wanted):
                print(step)
            return 0
        manifest = deploy(sender, wanted, say=lambda line: print(line, file=sys.stderr))
    except DeployError as error:
        print(error.args[0], file=sys.stderr)
        return 2
    if arguments.manifest:
        arguments.manifest.write_text(manifest.to_json(), encoding="utf-8")
    else:
        print(manifest.to_json(), end="")
    return 0
