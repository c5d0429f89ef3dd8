"""Who signed: the filings behind acts, their seals, the keys of their officers, and the receipt that says they were taken.

The seals of plain keys are checked here. A contract signer's signature (ERC-1271, ERC-7913) was checked by the ledger when the
filing was carried; here only its key is held against the officer's, and the report says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from eth_hash.auto import keccak

from .header import Header, read_header
from .item import Item
from .journal import Act
from .messages import Message, read_message
from .receipts import Anchor, Log, ProvenLog, proven_logs, read_proven_log
from .report import Refused
from .signatures import fingerprint, recover, word
from .state import Account, StoredWord, check_account, check_words, read_account, read_word

_FILED: Final = keccak(b"Filed(bytes32,uint256,uint256)")
_KEY: Final = (1 << 160) - 1
_CONTRACT: Final = 20


@dataclass(frozen=True, slots=True)
class Officers:
    """Words of the signatories as they were when the filing was carried: in its block, or the one before."""

    parent: Header | None
    """Header of the block before, when the words are taken there."""
    account: Account
    words: tuple[StoredWord, ...]
    where: str


@dataclass(frozen=True, slots=True)
class SealedFiling:
    """A filing with its seals in the order of its signatories."""

    message: Message
    seals: tuple[bytes, ...]
    receipt: ProvenLog
    officers: Officers
    where: str


@dataclass(frozen=True, slots=True)
class Signed:
    """What a filing proved: which acts of the entry, by whose keys."""

    digest: bytes
    block: int
    acts: tuple[int, ...]
    signers: tuple[dict[str, Any], ...]

    def to_json(self) -> dict[str, Any]:
        """For the report."""
        return {
            "digest": f"0x{self.digest.hex()}",
            "block": self.block,
            "acts": list(self.acts),
            "signers": list(self.signers),
        }


def read_filing(item: Item) -> SealedFiling:
    """One filing."""
    members = item.members("typedData", "seals", "receipt", "officers")
    return SealedFiling(
        message=read_message(members["typedData"]),
        seals=tuple(seal.octets() for seal in members["seals"].items()),
        receipt=read_proven_log(members["receipt"]),
        officers=_read_officers(members["officers"]),
        where=item.where,
    )


def _read_officers(item: Item) -> Officers:
    members = item.members("header", "account", "storage")
    header = members["header"]
    return Officers(
        parent=None if header.value is None else read_header(header),
        account=read_account(members["account"]),
        words=tuple(map(read_word, members["storage"].items())),
        where=item.where,
    )


def check_filing(filing: SealedFiling, anchor: Anchor, ledger: bytes, subject: bytes, acts: Sequence[Act]) -> Signed:
    """The filing was carried in a proved receipt, brought acts of this entry, and every officer named has sealed it."""
    message = filing.message
    if (message.chain_id, message.ledger) != (anchor.chain.chain_id, ledger):
        raise Refused("message-for-other-ledger", where=filing.where)
    logs = proven_logs(filing.receipt, anchor)
    _check_filed(filing, ledger, logs[filing.receipt.log_index])
    numbers = tuple(_acts_of(filing, ledger, subject, logs, acts))
    if not numbers:
        raise Refused("filing-without-act", where=filing.where)
    _check_officers(filing, ledger)
    return Signed(message.digest, filing.receipt.block, numbers, tuple(_signers(filing)))


def _check_filed(filing: SealedFiling, ledger: bytes, log: Log) -> None:
    message = filing.message
    expected = Log(ledger, (_FILED, message.digest), word(message.by) + word(len(message.acts)))
    if log != expected:
        raise Refused("log-not-the-filing", where=filing.where)


def _acts_of(
    filing: SealedFiling, ledger: bytes, subject: bytes, logs: Sequence[Log], acts: Sequence[Act]
) -> Iterator[int]:
    """Numbers of the entry's acts that the filing brought: those between its own record and the next filing's."""
    for log in logs[filing.receipt.log_index + 1 :]:
        if log.address == ledger and log.topics[:1] == (_FILED,):
            return
        if log.address == ledger and len(log.topics) == 4 and log.topics[1] == subject:
            yield _act_of(filing, log, acts)


def _act_of(filing: SealedFiling, log: Log, acts: Sequence[Act]) -> int:
    number = int.from_bytes(log.topics[2], "big")
    act = acts[number - 1] if number <= len(acts) else None
    if act is None or (act.topics, act.data, act.block) != (log.topics, log.data, filing.receipt.block):
        raise Refused("act-not-enclosed", where=filing.where, number=number)
    if act.word(0) != word(filing.message.by):
        raise Refused("act-by-others", where=filing.where, number=number)
    return number


def _check_officers(filing: SealedFiling, ledger: bytes) -> None:
    """One officer's word a signatory, proved in the state of the filing's block or of its parent."""
    officers, header = filing.officers, filing.receipt.sealed.header
    if officers.parent is not None and officers.parent.hash != header.parent_hash:
        raise Refused("header-not-parent", where=officers.where)
    check_account(officers.account, ledger, (officers.parent or header).state_root)
    check_words(officers.words, officers.account.storage_root)
    named = tuple(each.number for each in officers.words if each.word == "Officer")
    if named != filing.message.officers or len(named) != len(officers.words):
        raise Refused("officers-incomplete", where=officers.where)


def _signers(filing: SealedFiling) -> Iterator[dict[str, Any]]:
    """Who sealed; Refused for a seal that is not by the officer whose turn it is."""
    officers = filing.officers.words
    if len(filing.seals) != len(officers):
        raise Refused("seals-incomplete", where=filing.where)
    for position, (seal, officer) in enumerate(zip(filing.seals, officers, strict=True)):
        where = f"{filing.where}.seals[{position}]"
        signer, checked = _signer(filing.message.digest, seal, where)
        if fingerprint(signer) != officer.value & _KEY:
            raise Refused("seal-by-other", where=where, officer=officer.number or 0)
        yield {"officer": officer.number, "signer": f"0x{signer.hex()}", "checked": checked}


def _signer(digest: bytes, seal: bytes, where: str) -> tuple[bytes, bool]:
    """The signer of a seal (length of the signer ‖ signer ‖ signature), and whether its signature was checked here."""
    length = seal[0] if seal else -1
    if length == 0 and (account := recover(digest, seal[1:])):
        return account, True
    if length >= _CONTRACT and len(seal) > length:
        return seal[1 : 1 + length], False
    raise Refused("seal-malformed", where=where)
