"""One block of the chain as the index reads it: the ledger's lines and what is said of filings, each with its place.

Only what the receipts root covers is taken from receipts: their order, and their logs' address, topics and data. Places are counted
here; the transaction's hash is the node's word.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ledger_api.chain.codec import Codec, Filed, Line, Refused, Withdrawn
from ledger_api.ports.chain import Block, Chain, Log, Receipt

MarkKind = Literal["filed", "refused", "withdrawn"]


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line and where it stands."""

    line: Line
    topics: tuple[bytes, ...]
    data: bytes
    position: int
    """Among all logs of the block."""
    receipt: int
    """Which receipt of the block."""
    place: int
    """Among the logs of that receipt."""
    transaction: bytes


@dataclass(frozen=True, slots=True)
class Mark:
    """What the chain says of a filing."""

    kind: MarkKind
    digest: bytes
    by: int
    """Signatories, packed; 0 for a refused one, whose digest says it."""
    error: bytes
    """Of a refused one, the first four bytes of why."""
    position: int
    transaction: bytes


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """What a block says about one ledger."""

    block: Block
    lines: tuple[PlacedLine, ...]
    marks: tuple[Mark, ...]


def fetch(chain: Chain, codec: Codec, ledger: bytes, number: int) -> ReadBlock | None:
    """Ask for a block and read it; None when the chain does not have it yet. Raises what the port raises."""
    block = chain.block(number)
    return None if block is None else read(codec, ledger, block)


def read(codec: Codec, ledger: bytes, block: Block) -> ReadBlock:
    """The ledger's part of a block."""
    placed = tuple(_placed(block.receipts))
    own = [each for each in placed if each[0].address == ledger]
    lines = tuple(
        PlacedLine(line, log.topics, log.data, position, receipt, place, hash_)
        for log, position, receipt, place, hash_ in own
        if (line := codec.decode_line(log)) is not None
    )
    marks = tuple(
        mark(event, position, hash_)
        for log, position, _, _, hash_ in own
        if (event := codec.decode_filing_event(log)) is not None
    )
    return ReadBlock(block, lines, marks)


def _placed(receipts: tuple[Receipt, ...]) -> Iterator[tuple[Log, int, int, int, bytes]]:
    position = 0
    for index, receipt in enumerate(receipts):
        for place, log in enumerate(receipt.logs):
            yield log, position, index, place, receipt.transaction_hash
            position += 1


def mark(event: Filed | Refused | Withdrawn, position: int, transaction: bytes) -> Mark:
    """What an event says of a filing, with its place."""
    match event:
        case Filed():
            return Mark("filed", event.digest, event.by, b"", position, transaction)
        case Refused():
            return Mark("refused", event.digest, 0, event.error, position, transaction)
        case Withdrawn():
            return Mark("withdrawn", event.digest, event.by, b"", position, transaction)
