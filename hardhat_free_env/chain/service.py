"""A node as a running service: sealer, reader and JSON-RPC server around one open chain."""

import gc
import json
import os
import socket
from collections.abc import Callable

from hardhat_free_env.chain.node import Node
from hardhat_free_env.chain.reader import Reader
from hardhat_free_env.chain.rpc.dispatch import Dispatcher
from hardhat_free_env.chain.rpc.methods import Methods
from hardhat_free_env.chain.rpc.server import Application, serve, url_of
from hardhat_free_env.chain.sealer import HEARTBEAT, Sealer

GARBAGE = 20_000
"""New objects after which the collector looks at them."""


def run(
    node: Node,
    listening: socket.socket,
    *,
    heartbeat: int = HEARTBEAT,
    announce: Callable[[str], None],
) -> None:
    """Serve until told to stop, then close the node. `announce` gets one JSON line as soon as it answers."""
    reader = Reader(node)
    sealer = Sealer(node, reader, heartbeat=heartbeat)
    dispatcher = Dispatcher(Methods(node, reader, sealer).table)
    ready = json.dumps(
        {
            "url": url_of(listening),
            "chainId": node.chain_id,
            "genesisHash": "0x" + node.genesis_hash.hex(),
            "signer": "0x" + node.signer.hex(),
            "pid": os.getpid(),
        }
    )
    # What is loaded stays: the collector need not look through it all while a block waits.
    gc.collect()
    gc.freeze()
    gc.set_threshold(GARBAGE)
    sealer.start()
    try:
        serve(Application(dispatcher, lambda: announce(ready)), listening)
    finally:
        sealer.stop()
        node.close()
