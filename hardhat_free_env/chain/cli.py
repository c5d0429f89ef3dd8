"""Commands of the embedded chain: `node`, `audit`, `prune`, `clock`, `senders`, `rotate-key`.

Each prints one JSON line for programs; what goes wrong is one line on standard error and exit code 2 (1 when an audit finds something).
"""

import argparse
import json
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hardhat_free_env.chain.errors import BadRequest, ChainError

if TYPE_CHECKING:
    from hardhat_free_env.chain.genesis import Genesis
    from hardhat_free_env.chain.node import Node

Subparsers = argparse._SubParsersAction  # noqa: SLF001  argparse names the type so

DEMO_CHAIN_ID = 20_825


def add_commands(subparsers: "Subparsers[Any]") -> None:
    """Add this room's commands."""
    _add_node(subparsers)
    _add(subparsers, "audit", "re-execute the whole chain with stock py-evm and compare everything", _audit)
    prune = _add(
        subparsers, "prune", "forget state older than the last blocks; proofs of the kept ones go on working", _prune
    )
    prune.add_argument("--keep", type=int, required=True, metavar="BLOCKS", help="blocks whose state is kept")
    clock = _add(subparsers, "clock", "show or move forward the clock of a demo chain (演示)", _clock)
    moves = clock.add_mutually_exclusive_group(required=True)
    moves.add_argument("--forward", type=int, metavar="SECONDS", help="move the clock on")
    moves.add_argument("--to", type=_instant, metavar="RFC3339", help="move the clock on to this moment")
    moves.add_argument("--show", action="store_true", help="print the chain's time")
    senders = _add(
        subparsers, "senders", "show or change whose transactions are taken; a running node follows", _senders
    )
    senders.add_argument("--add", nargs="+", default=[], metavar="ADDRESS", help="take transactions of these")
    senders.add_argument("--remove", nargs="+", default=[], metavar="ADDRESS", help="take none of these any more")
    _add(subparsers, "rotate-key", "let a new key seal from the next block on; the node must be stopped", _rotate_key)


def _add(
    subparsers: "Subparsers[Any]", name: str, what: str, run: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = subparsers.add_parser(name, help=what, description=what)
    parser.add_argument("--dir", type=Path, required=True, metavar="DIRECTORY", help="the chain's directory")
    parser.set_defaults(run=lambda arguments: _guarded(run, arguments))
    return parser


def _add_node(subparsers: "Subparsers[Any]") -> None:
    node = _add(subparsers, "node", "begin a chain (--init) or run it behind JSON-RPC on loopback", _node)
    node.add_argument("--init", action="store_true", help="begin the chain, print its genesis document, and stop")
    begin = node.add_argument_group("a new chain (with --init, or on the first start)")
    begin.add_argument("--genesis", type=Path, metavar="FILE", help="a genesis document")
    begin.add_argument("--chain-id", type=int, metavar="N", help=f"EIP-155 chain id (demo: {DEMO_CHAIN_ID})")
    begin.add_argument("--time", type=_instant, metavar="RFC3339", help="genesis time; a demo's clock starts there")
    begin.add_argument("--demo", action="store_true", help="a demo chain (演示): its clock may be moved")
    begin.add_argument("--sender", nargs="+", default=[], metavar="ADDRESS", help="addresses that may send")
    begin.add_argument("--label", default="", help="what the chain is called")
    begin.add_argument("--gas-limit", type=int, metavar="GAS", help="gas limit of every block")
    serving = node.add_argument_group("running")
    serving.add_argument("--host", default="127.0.0.1", help="a loopback address")
    serving.add_argument("--port", type=int, default=8545, help="0 takes a free one")
    serving.add_argument("--open", action="store_true", help="take transactions of everybody (demo chains only)")
    serving.add_argument("--heartbeat", type=int, default=15, metavar="SECONDS", help="empty block when idle; 0: never")


def _instant(value: str) -> int:
    """Seconds since 1970 UTC of an RFC 3339 time with its offset."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{value} is not a time such as 2026-08-03T09:00+08:00") from error
    if moment.tzinfo is None:
        raise argparse.ArgumentTypeError(f"{value} has no offset: write +08:00 or Z")
    return int(moment.timestamp())


def _guarded(run: Callable[[argparse.Namespace], int], arguments: argparse.Namespace) -> int:
    try:
        return run(arguments)
    except ChainError as error:
        print(error, file=sys.stderr)
        return 2


def _say(**fields: object) -> None:
    print(json.dumps(fields, ensure_ascii=False), flush=True)


def _node(arguments: argparse.Namespace) -> int:
    import logging

    from hardhat_free_env.chain.rpc.server import bind
    from hardhat_free_env.chain.service import run

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    node = _opened(arguments)
    if arguments.init:
        _say(
            genesisHash="0x" + node.genesis_hash.hex(), signer="0x" + node.signer.hex(), genesis=node.genesis.document()
        )
        node.close()
        return 0
    try:
        listening = bind(arguments.host, arguments.port)
    except BadRequest:
        node.close()
        raise
    run(node, listening, heartbeat=arguments.heartbeat, announce=lambda line: print(line, flush=True))
    return 0


def _opened(arguments: argparse.Namespace) -> "Node":
    """Open the chain, beginning it when the directory has none and the arguments say what it should be."""
    from hardhat_free_env.chain import clock
    from hardhat_free_env.chain.files import DATABASE
    from hardhat_free_env.chain.node import Node

    begun = (arguments.dir / DATABASE).exists()
    if arguments.init and begun:
        raise BadRequest(f"{arguments.dir} holds a chain already; it is never begun twice")
    genesis = None if begun and arguments.genesis is None else _genesis(arguments)
    if not begun and genesis is not None and genesis.demo and arguments.time is not None:
        arguments.dir.mkdir(parents=True, exist_ok=True)
        clock.start_at(arguments.dir, arguments.time)
    return Node.open(arguments.dir, genesis, everybody=arguments.open)


def _genesis(arguments: argparse.Namespace) -> "Genesis":
    import time

    from hardhat_free_env.chain.genesis import DEFAULT_GAS_LIMIT, DEMO_LABEL, Genesis, parse_address

    if arguments.genesis is not None:
        try:
            return Genesis.parse(arguments.genesis.read_bytes())
        except OSError as error:
            raise BadRequest(f"cannot read {arguments.genesis}: {error.strerror}") from error
    if arguments.chain_id is None and not arguments.demo:
        raise BadRequest("a new chain needs --genesis FILE, or --chain-id N, or --demo")
    if arguments.time is not None and not arguments.demo and arguments.time > time.time():
        raise BadRequest("--time lies in the future: only a demo chain (--demo) may start there")
    label = (
        arguments.label if not arguments.demo or DEMO_LABEL in arguments.label else f"{DEMO_LABEL} {arguments.label}"
    )
    return Genesis(
        chain_id=arguments.chain_id or DEMO_CHAIN_ID,
        timestamp=int(time.time()) if arguments.time is None else arguments.time,
        gas_limit=arguments.gas_limit or DEFAULT_GAS_LIMIT,
        senders=tuple(parse_address(sender) for sender in arguments.sender),
        demo=arguments.demo,
        label=label.strip(),
    )


def _audit(arguments: argparse.Namespace) -> int:
    from hardhat_free_env.chain.audit import audit
    from hardhat_free_env.chain.files import Ownership
    from hardhat_free_env.chain.store import Store

    _must_hold_chain(arguments.dir)
    with Ownership(arguments.dir):
        store = Store(arguments.dir)
        result = audit(store)
        store.close()
    finding = str(result.finding) if result.finding else None
    _say(blocks=result.blocks, transactions=result.transactions, finding=finding)
    return 1 if result.finding else 0


def _prune(arguments: argparse.Namespace) -> int:
    from hardhat_free_env.chain.files import Ownership
    from hardhat_free_env.chain.prune import prune
    from hardhat_free_env.chain.store import Store

    _must_hold_chain(arguments.dir)
    with Ownership(arguments.dir):
        store = Store(arguments.dir)
        pruned = prune(store, arguments.keep)
        store.close()
    _say(keptFrom=pruned.kept_from, deletedNodes=pruned.deleted, keptNodes=pruned.kept)
    return 0


def _clock(arguments: argparse.Namespace) -> int:
    from hardhat_free_env.chain import clock

    if not _genesis_of(arguments.dir).demo and not arguments.show:
        raise BadRequest("only a demo chain's clock (演示) can be moved")
    now = clock.DemoClock(arguments.dir).now()
    if arguments.forward is not None:
        now = clock.forward(arguments.dir, arguments.forward)
    elif arguments.to is not None:
        now = clock.forward(arguments.dir, arguments.to - now)
    _say(time=now)
    return 0


def _senders(arguments: argparse.Namespace) -> int:
    from hardhat_free_env.chain.genesis import parse_address
    from hardhat_free_env.chain.senders import change_senders

    _must_hold_chain(arguments.dir)
    add, remove = ([parse_address(address) for address in listed] for listed in (arguments.add, arguments.remove))
    listed = change_senders(arguments.dir, add, remove)
    _say(senders=["0x" + sender.hex() for sender in sorted(listed)])
    return 0


def _rotate_key(arguments: argparse.Namespace) -> int:
    from hardhat_free_env.chain.node import Node

    _must_hold_chain(arguments.dir)
    node = Node.open(arguments.dir)
    rotation = node.rotate_key()
    node.close()
    _say(**{"from": rotation.start, "next": "0x" + rotation.next_signer.hex()})
    return 0


def _must_hold_chain(directory: Path) -> None:
    from hardhat_free_env.chain.files import DATABASE

    if not (directory / DATABASE).exists():
        raise BadRequest(f"{directory} holds no chain")


def _genesis_of(directory: Path) -> "Genesis":
    """Read beside a running node: reading needs no ownership."""
    import sqlite3
    from contextlib import closing

    from hardhat_free_env.chain.files import DATABASE
    from hardhat_free_env.chain.genesis import Genesis

    _must_hold_chain(directory)
    with closing(sqlite3.connect(f"file:{directory / DATABASE}?mode=ro", uri=True)) as connection:
        (document,) = connection.execute("SELECT value FROM meta WHERE name = 'genesis'").fetchone()
    return Genesis.parse(document)
