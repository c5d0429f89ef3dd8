"""What proves a block's changes, taken while every engine still has it: trie nodes of all words written and of the receipts.

Nodes are kept once a block, by hash; any proof is a walk among them (`bundle`).
"""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import rlp
from eth_hash.auto import keccak
from rlp.codec import encode_raw

from ledger_api.chain import slots
from ledger_api.chain.abi import WORD_TYPES
from ledger_api.chain.merkle import Trie
from ledger_api.chain.rpc_shapes import quantity, text
from ledger_api.domain.words import Head
from ledger_api.index.errors import BlockForged
from ledger_api.index.fetch import PlacedLine, ReadBlock
from ledger_api.ports.chain import AccountProof, BlockUnknown, Chain

ENTRY_WORDS: Final = frozenset(name for name, word in WORD_TYPES.items() if word.KEYS[:1] == ("entry",)) | {"Burden"}
"""Words of entries: what a bundle can be about."""
USAGE_WORDS: Final = frozenset({"Meter", "Batch", "Statement"})
"""Words in a licence's own journal; likewise."""


@dataclass(frozen=True, slots=True)
class Captured:
    """The proofs of one block."""

    account: Mapping[str, Any]
    """The account part of eth_getProof, without its proof's nodes."""
    nodes: bytes
    """RLP list of all nodes, compressed."""


def capture(chain: Chain, ledger: bytes, block: ReadBlock, receipts: Trie) -> Captured | None:
    """Ask for the proofs of all words of entries and of licences' usage that the block wrote; None when there are none any more.

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


def _written(placed: Sequence[PlacedLine]) -> Iterable[tuple[int, int | None]]:
    """Slots the lines are about, with the last value they say, if they say one: always the journal, of an entry the head."""
    for each in placed:
        if concerns_entry(each):
            yield slots.slot(Head, each.line.subject), None
        if concerns_entry(each) or concerns_usage(each):
            yield slots.journal(each.line.subject), None
    for each in placed:
        for write in each.line.words:
            if write.name in ENTRY_WORDS | USAGE_WORDS:
                yield slots.written(write), write.value


def concerns_entry(placed: PlacedLine) -> bool:
    """Whether the line stands in an entry's journal. One nobody knows may; two kinds write no word."""
    line = placed.line
    return line.name in {"", "Opened", "EntryNoted"} or any(write.name in ENTRY_WORDS for write in line.words)


def concerns_usage(placed: PlacedLine) -> bool:
    """Whether the line stands in a licence's own journal."""
    return any(write.name in USAGE_WORDS for write in placed.line.words)


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
