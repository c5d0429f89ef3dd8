"""Why a block is not indexed, as one tree. None of them is a caller's fault: the indexer stops at the block and says so.

IndexRefused
├── BlockForged       what the node says of a block contradicts its own header, or no seal makes it final
├── ChainRewound      the block does not follow the one indexed last: an old backup of the chain was restored
├── JournalBroken     a line does not follow the one before it: the copy is not the chain's
└── Overtaken         another indexer of this store was faster
"""


class IndexRefused(Exception):
    """A block is not indexed; nothing of it is in the store."""


class BlockForged(IndexRefused):
    """The node's word for the block does not hold."""


class ChainRewound(IndexRefused):
    """The chain is not the one that was indexed."""


class JournalBroken(IndexRefused):
    """A journal has a gap."""


class Overtaken(IndexRefused):
    """The cursor moved under us."""
