"""What proves a block's changes, taken while every engine still has it: trie nodes of all words written and of the receipts.

Nodes are kept once a block, by hash; any proof is a walk among them (`bundle`).
"""

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import rlp
from eth_hash.auto import keccak
from rlp.codec import encode_raw

from ledger_api.chain import slots
from ledger_api.chain.codec import WordWrite
from ledger_api.chain.merkle import Trie
from ledger_api.chain.rpc_shapes import quantity, text
from ledger_api.domain.words import Head
from ledger_api.index.errors import BlockForged
from ledger_api.index.fetch import PlacedLine, ReadBlock
from ledger_api.ports.chain import AccountProof, BlockUnknown, Chain

ENTRY_WORDS: Final = frozenset(
    {
        "Head",
        "Case",
        "Claim",
        "Objection",
        "Burden",
        "Licence",
        "Listing",
        "Security",
        "Debt",
        "ExternalFiling",
        "Guarantee",
        "Overdue",
    }
)
"""Words of entries: what a bundle can be about."""


@dataclass(frozen=True, slots=True)
class Captured:
    """The proofs of one block."""

    account: Mapping[str, Any]
    """The account part of eth_getProof, without its proof's nodes."""
    nodes: bytes
    """RLP list of all nodes, compressed."""


def capture(chain: Chain, ledger: bytes, block: ReadBlock, receipts: Trie) -> Captured | None:
    """Ask for the proofs of all entries' words the block wrote; None when it wrote none, or the node has them no more.

    `receipts` is the verified trie of its receipts.

    Raises BlockForged when the state does not hold what the lines say.
    """
    number = block.block.header.number
    written = dict(_written(block.lines))
    if not written:
        return None
    try:
        proved = chain.proof(ledger, sorted(written), number)
    except BlockUnknown:
        return None
    for each in proved.storage:
        if written[each.slot] not in {None, each.value}:
            raise BlockForged(f"block {number}: slot {each.slot:#066x} does not hold what its line says")
    return Captured(account_document(proved), pack(_nodes(proved, receipts)))


def _written(placed: Iterable[PlacedLine]) -> Iterable[tuple[int, int | None]]:
    """Slots the lines are about, with the last value they say, if they say one: always the journal and the head."""
    for each in placed:
        if not concerns_entry(each):
            continue
        yield slots.journal(each.line.subject), None
        yield slots.slot(Head, each.line.subject), None
    for each in placed:
        for write in each.line.words:
            if write.name in ENTRY_WORDS:
                yield slots.written(write), write.value


def concerns_entry(placed: PlacedLine) -> bool:
    """Whether the line stands in an entry's journal. One nobody knows may; two kinds write no word."""
    line = placed.line
    return line.name in {"", "Opened", "EntryNoted"} or any(_is_of_entry(write) for write in line.words)


def _is_of_entry(write: WordWrite) -> bool:
    return write.name in ENTRY_WORDS


def _nodes(proved: AccountProof, receipts: Trie) -> Iterable[bytes]:
    yield from proved.proof
    for each in proved.storage:
        yield from each.proof
    yield from receipts.nodes.values()


def account_document(proved: AccountProof) -> dict[str, str]:
    """The account as eth_getProof spells it, without its nodes."""
    return {
        "address": text(proved.address),
        "nonce": quantity(proved.nonce),
        "balance": quantity(proved.balance),
        "storageHash": text(proved.storage_hash),
        "codeHash": text(proved.code_hash),
    }


def pack(nodes: Iterable[bytes]) -> bytes:
    """Nodes, each once, as they are stored."""
    return zlib.compress(encode_raw(list(dict.fromkeys(nodes))), level=1)


def unpack(stored: bytes) -> dict[bytes, bytes]:
    """Stored nodes by their hash."""
    return {keccak(node): node for node in rlp.decode(zlib.decompress(stored))}
