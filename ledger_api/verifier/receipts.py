"""A log proved to be in a block: the receipt's proof under the receipts root of a sealed header."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import rlp
from rlp.exceptions import RLPException

from .finality import Chain, SealedHeader, check_sealed, read_sealed
from .item import Item
from .report import Refused
from .state import read_proof
from .tries import ProofBroken, look_up


@dataclass(frozen=True, slots=True)
class Log:
    """An event as it stands in a receipt."""

    address: bytes
    topics: tuple[bytes, ...]
    data: bytes


@dataclass(frozen=True, slots=True)
class ProvenLog:
    """Where a log is, with the proof of its receipt. `log_index` counts the logs of this receipt, from 0."""

    block: int
    sealed: SealedHeader
    index: int
    proof: tuple[bytes, ...]
    log_index: int
    where: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """What every receipt of a bundle is held against."""

    chain: Chain
    signer: bytes | None
    """The pinned signer, if there is one."""
    newest: SealedHeader
    """The block the bundle is about: nothing in it is later."""


def read_proven_log(item: Item) -> ProvenLog:
    """A receipt with its block."""
    members = item.members("block", "header", "finality", "index", "proof", "logIndex")
    return ProvenLog(
        block=members["block"].whole(),
        sealed=read_sealed(members["header"], members["finality"]),
        index=members["index"].whole(),
        proof=read_proof(members["proof"]),
        log_index=members["logIndex"].whole(),
        where=item.where,
    )


def proven_logs(proven: ProvenLog, anchor: Anchor) -> tuple[Log, ...]:
    """All logs of the receipt, which succeeded, in a sealed block not after the newest. Refused when there are fewer than said."""
    _check_block(proven, anchor)
    logs = _logs(proven)
    if proven.log_index >= len(logs):
        raise Refused("log-missing", where=proven.where)
    return logs


def _check_block(proven: ProvenLog, anchor: Anchor) -> None:
    header, newest = proven.sealed.header, anchor.newest.header
    check_sealed(proven.sealed, anchor.chain, anchor.signer)
    if header.number != proven.block:
        raise Refused("receipt-block-differs", where=proven.where)
    if header.number > newest.number:
        raise Refused("receipt-later-than-block", where=proven.where)
    if header.number == newest.number and header.hash != newest.hash:
        raise Refused("two-headers", where=proven.where)


def _logs(proven: ProvenLog) -> tuple[Log, ...]:
    try:
        succeeded, logs = _decode(_raw_receipt(proven))
    except ProofBroken as broken:
        raise Refused("receipt-not-proved", where=proven.where, problem=str(broken)) from broken
    if not succeeded:
        raise Refused("receipt-failed", where=proven.where)
    return logs


def _raw_receipt(proven: ProvenLog) -> bytes:
    raw = look_up(proven.sealed.header.receipts_root, rlp.encode(proven.index), proven.proof)
    if not raw:
        raise ProofBroken("it proves absence")
    return raw


def _decode(raw: bytes) -> tuple[bool, tuple[Log, ...]]:
    """Whether the transaction succeeded, and its logs; a typed receipt (EIP-2718) has one byte before its list."""
    try:
        fields: Any = rlp.decode(raw[1:] if raw[0] < 0x80 else raw)
        status, _, _, logs = fields
        return status == b"\x01", tuple(Log(address, tuple(topics), data) for address, topics, data in logs)
    except (RLPException, ValueError, TypeError) as error:
        raise ProofBroken("it proves something else") from error


def check_last_act(logs: Sequence[Log], proven: ProvenLog, ledger: bytes, topics: Sequence[bytes], data: bytes) -> None:
    """The log is the ledger's, and is the last act to the byte."""
    log = logs[proven.log_index]
    if log.address != ledger:
        raise Refused("log-of-other", where=proven.where)
    if (log.topics, log.data) != (tuple(topics), data):
        raise Refused("log-not-the-act")
