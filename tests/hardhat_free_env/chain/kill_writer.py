"""The process that the kill tests kill: it seals blocks as fast as it can and tells each one it was given back as done."""

from multiprocessing.connection import Connection
from pathlib import Path
from time import sleep
from typing import Any

from hardhat_free_env.chain.blocks import encode_header
from hardhat_free_env.chain.node import Node
from hardhat_free_env.chain.reader import Reader
from hardhat_free_env.chain.store import Store
from hardhat_free_env.testing import account
from tests.hardhat_free_env.chain.programs import word

PER_BLOCK = 3


def write(directory: Path, contract: bytes, acknowledge: Connection, *, torn: bool) -> None:
    """Seal until killed; after each block send (number, hash, nonce)."""
    if torn:
        Store.commit_block = _torn(Store.commit_block)  # type: ignore[method-assign]
    node = Node.open(directory, everybody=True)
    who = account(0)
    reader = Reader(node)
    nonce = reader.account(who.address, reader.latest()).nonce
    acknowledge.send("ready")
    while True:
        raws = [
            who.transaction(node.chain_id, nonce + each, contract, word(nonce + each) + word(nonce + each), gas=200_000)
            for each in range(PER_BLOCK)
        ]
        block = node.seal(raws).block
        assert block is not None
        nonce += PER_BLOCK
        acknowledge.send((block.number, block.hash, nonce))


def _torn(commit: Any) -> Any:  # noqa: ANN401  a method's stand-in
    """Negative control: the block's row in one transaction, all else in a second one a moment later."""

    def torn(store: Store, block: Any, seal: Any, signer: bytes, *, document: bytes | None = None) -> None:  # noqa: ANN401
        with store.transaction() as connection:
            connection.execute(
                "INSERT INTO block VALUES (?, ?, ?, ?, ?)",
                (block.number, block.hash, encode_header(block.header), signer, seal.signature),
            )
        sleep(0.004)
        with store.transaction() as connection:
            connection.execute("DELETE FROM block WHERE number = ?", (block.number,))
        commit(store, block, seal, signer, document=document)

    return torn
