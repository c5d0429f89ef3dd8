"""Whether a block may be believed: its hash, its place after the last one, its receipts, its finality. Nothing is indexed unverified."""

from dataclasses import dataclass

from ledger_api.chain import finality, proofs
from ledger_api.chain.finality import Anchor, NotFinal
from ledger_api.chain.merkle import Trie
from ledger_api.index.errors import BlockForged, ChainRewound
from ledger_api.ports.chain import Block


@dataclass(frozen=True, slots=True)
class Cursor:
    """The newest block that was indexed."""

    number: int
    hash: bytes
    time: int
    """Its time, unix seconds."""


def verify(block: Block, cursor: Cursor, anchor: Anchor) -> Trie:
    """Raises BlockForged or ChainRewound unless this is the block that follows `cursor` on the anchored chain.

    Answers the trie of its receipts, under the root its header commits to.
    """
    header = block.header
    if proofs.header_hash(header) != header.hash:
        raise BlockForged(f"block {header.number}: its header does not hash to {header.hash.hex()}")
    if header.number != cursor.number + 1:
        raise BlockForged(f"block {header.number} came in the place of {cursor.number + 1}")
    if header.parent_hash != cursor.hash:
        raise ChainRewound(f"block {header.number} does not follow the block {cursor.number} that was indexed")
    receipts = proofs.receipts_trie(block.receipts)
    if receipts.root != header.receipts_root:
        raise BlockForged(f"block {header.number}: its receipts are not those its header commits to")
    verify_final(block, anchor)
    return receipts


def verify_final(block: Block, anchor: Anchor) -> None:
    """Raises BlockForged unless the block's evidence makes it final."""
    try:
        finality.check(anchor, block.header, block.finality)
    except NotFinal as error:
        raise BlockForged(f"block {block.header.number}: {error}") from error
