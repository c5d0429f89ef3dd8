"""`python -m tests.ledger_api.index.follower STORE NODE MANIFEST`: an indexer in a process of its own, to be killed.

It prints the number of every block it has committed.
"""

import sys
from pathlib import Path

from ledger_api.chain.jsonrpc import JsonRpcChain
from ledger_api.chain.manifest import Manifest
from ledger_api.index.indexer import Indexer, Source
from ledger_api.store import open_store


def main(url: str, node: str, manifest: str) -> None:
    """Follow the chain until killed."""
    store = open_store(url)
    indexer = Indexer(store, Source(JsonRpcChain(node), Manifest.load(Path(manifest))), lambda: 0)
    print(indexer.open().number, flush=True)
    while True:
        if indexer.step():
            print(indexer.number, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
