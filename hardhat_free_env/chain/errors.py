"""What can go wrong on the embedded chain, as one tree. Each class carries the JSON-RPC code a caller sees.

ChainError
├── Refused                 a transaction is not taken; nothing changed
│   └── AlreadyKnown        it is in the pool or in a block: resending is harmless
├── ExecutionReverted       a call reverted; carries the revert bytes (code 3, as geth answers)
├── BadRequest              the question is malformed (invalid params)
│   └── TooLarge            the answer or the request is over a limit
├── NotAvailable            state of that block was pruned, or the block is not there
├── Busy                    too many calls at once
├── StorageFailed           the disk refused the block; nothing of it was acknowledged
├── DirectoryOwned          another process runs on this directory
└── ChainBroken             what is stored contradicts itself
"""


class ChainError(Exception):
    """Base of everything the chain refuses; `code` is the JSON-RPC error code (EIP-1474)."""

    code = -32000


class Refused(ChainError):
    """A transaction is not taken, with geth's words where geth has words for it."""


class AlreadyKnown(Refused):
    """The very same transaction is waiting or already in a block."""


class ExecutionReverted(ChainError):
    """A call or estimate reverted; `output` holds the revert bytes, empty when there are none."""

    code = 3

    def __init__(self, message: str, output: bytes) -> None:
        super().__init__(message)
        self.output = output


class BadRequest(ChainError):
    """Parameters that cannot be understood."""

    code = -32602


class TooLarge(ChainError):
    """A range, a result or a request above its limit; the message names the limit."""

    code = -32005


class NotAvailable(ChainError):
    """A block or its state that this node does not hold."""


class Busy(ChainError):
    """As many calls are running as this node runs at once; try again."""

    code = -32005


class StorageFailed(ChainError):
    """A block could not be made durable. It is as if it had never been; the message says why and what to do."""


class DirectoryOwned(ChainError):
    """Another process owns the chain's directory."""


class ChainBroken(ChainError):
    """Stored data contradicts itself or the key in the directory; the message says where."""
