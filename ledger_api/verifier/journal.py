"""Replays the acts of a subject: one rolling hash over all of them, which storage holds, so that none can be left out.

word' = keccak256(word ‖ keccak256(t0 ‖ t1 ‖ t2 ‖ t3 ‖ data)) with its low 24 bits replaced by the number of acts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from eth_hash.auto import keccak

from .item import Item
from .report import Refused
from .signatures import word

_COUNT = (1 << 24) - 1


@dataclass(frozen=True, slots=True)
class Act:
    """One line of the journal as it was logged. `block` and `transaction` are where the producer says it happened."""

    topics: tuple[bytes, ...]
    data: bytes
    block: int
    transaction: bytes
    where: str
    digest: bytes | None = None
    """Of an act that is withheld: keccak256 of its topics and data, of which nothing is told."""

    @property
    def is_told(self) -> bool:
        """Whether the bundle says what was done."""
        return self.digest is None

    @property
    def hash(self) -> bytes:
        """What the journal chains."""
        return keccak(b"".join(self.topics) + self.data) if self.digest is None else self.digest

    @property
    def subject(self) -> bytes:
        """Whose journal it is in."""
        return self.topics[1]

    @property
    def number(self) -> int:
        """Its number there."""
        return int.from_bytes(self.topics[2], "big")

    @property
    def ref(self) -> int:
        """Number of the dependant it is about."""
        return int.from_bytes(self.topics[3], "big")

    def word(self, position: int) -> bytes:
        """One 32-byte word of its data."""
        return self.data[32 * position : 32 * position + 32]


def read_act(item: Item) -> Act:
    """An act; its data are whole words. Of one that is withheld there are only its digest and its block."""
    if isinstance(item.value, dict) and "digest" in item.value:
        members = item.members("digest", "block")
        return Act((), b"", members["block"].whole(), b"", item.where, members["digest"].octets(32))
    members = item.members("topics", "data", "block", "tx")
    topics = tuple(topic.octets(32) for topic in members["topics"].items())
    if len(topics) != 4:
        raise members["topics"].malformed("4 × 32 bytes in lower-case hex")
    data = members["data"].octets()
    if len(data) % 32:
        raise members["data"].malformed("32-byte words: bytes in lower-case hex")
    return Act(topics, data, members["block"].whole(), members["tx"].octets(32), item.where)


def check_acts(acts: Sequence[Act], subject: bytes, journal: int, newest: int) -> None:
    """The acts told are the subject's, in order, and all replay to the journal word; none names a block after `newest`."""
    for position, act in enumerate(acts, start=1):
        if not act.is_told:
            continue
        if act.subject != subject:
            raise Refused("act-of-other", number=position)
        if act.number != position:
            raise Refused("act-out-of-order", position=position, number=act.number)
    if replay(acts) != journal:
        raise Refused("acts-not-the-journal")
    for number, (earlier, later) in enumerate(pairwise(acts), start=2):
        if later.block < earlier.block:
            raise Refused("blocks-disordered", number=number)
    if acts[-1].block > newest:
        raise Refused("act-later-than-block", number=len(acts))


def replay(acts: Sequence[Act]) -> int:
    """The journal word after these acts, from none."""
    journal = 0
    for count, act in enumerate(acts, start=1):
        journal = int.from_bytes(keccak(word(journal) + act.hash), "big") & ~_COUNT | count
    return journal
