"""The embedded engine's finality evidence, as `dpr_getFinality` serves it: one signer's word, plainly labelled so."""

from hardhat_free_env.chain import records
from hardhat_free_env.chain.errors import NotAvailable
from hardhat_free_env.chain.node import Node
from hardhat_free_env.chain.rpc.values import Json, text

ENGINE = "embedded"
LABEL = "one signer"


def evidence(node: Node, number: int) -> Json:
    """What `seals.py` needs to check a block: who signed what, and how the key came to be the one it is."""
    sealed = records.sealed_header(node.store, number)
    if sealed is None:
        raise NotAvailable(f"block {number} not found")
    return {
        "engine": ENGINE,
        "signers": 1,
        "label": LABEL,
        "genesisHash": text(node.genesis_hash),
        "number": number,
        "blockHash": text(sealed.header.hash),
        "signer": text(sealed.signer),
        "signature": text(sealed.signature),
        "rotations": [
            {"from": each.start, "next": text(each.next_signer), "signature": text(each.signature)}
            for each in records.rotations(node.store, node.chain_id, node.genesis_hash)
        ],
    }
