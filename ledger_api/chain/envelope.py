"""Filings on the wire: the EIP-712 message, calldata of `file` and `fileAll`, and the events that tell what became of one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import eth_abi
from eth_hash.auto import keccak

from ledger_api.domain.filing import Domain, Filing, SealedFiling
from ledger_api.ports.chain import Log

NAME = "Data Rights Ledger"
VERSION = "1"

_DOMAIN_TYPE = keccak(b"EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)")
_FILING_TYPE = keccak(b"Filing(bytes[] acts,uint256 by,uint256 nonce,uint40 deadline)")
_FILING = "(uint256,uint256,uint40,bytes[],bytes[])"
_FILE = keccak(f"file({_FILING})".encode())[:4]
_FILE_ALL = keccak(f"fileAll({_FILING}[],uint256)".encode())[:4]
_FILED = keccak(b"Filed(bytes32,uint256,uint256)")
_REFUSED = keccak(b"Refused(bytes32,bytes4)")
_WITHDRAWN = keccak(b"Withdrawn(bytes32,uint256)")


@dataclass(frozen=True, slots=True)
class Filed:
    """The filing with this digest was carried; its lines follow in the same receipt."""

    digest: bytes
    by: int
    acts: int


@dataclass(frozen=True, slots=True)
class Refused:
    """The filing with this digest failed inside a `fileAll`; `error` is the first four bytes of why."""

    digest: bytes
    error: bytes


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The filing with this digest can no longer be carried."""

    digest: bytes
    by: int


def _word(value: int) -> bytes:
    return value.to_bytes(32, "big")


def domain_separator(domain: Domain) -> bytes:
    """EIP-712 domain separator of a ledger."""
    return keccak(
        _DOMAIN_TYPE
        + keccak(NAME.encode())
        + keccak(VERSION.encode())
        + _word(domain.chain_id)
        + domain.ledger.rjust(32, b"\0")
    )


def acts_hash(acts: Sequence[bytes]) -> bytes:
    """keccak256 of the concatenated hashes of the acts: how EIP-712 hashes bytes[], and what `withdraw` takes."""
    return keccak(b"".join(map(keccak, acts)))


def digest(domain: Domain, filing: Filing) -> bytes:
    """What every signatory signs, and the name a filing goes by on chain."""
    struct = _FILING_TYPE + acts_hash(filing.acts) + _word(filing.by) + _word(filing.nonce) + _word(filing.deadline)
    return keccak(b"\x19\x01" + domain_separator(domain) + keccak(struct))


def typed_data(domain: Domain, filing: Filing) -> dict[str, Any]:
    """The same message as JSON for eth_signTypedData_v4; large numbers are decimal strings, as wallets want them."""
    return {
        "types": {
            "EIP712Domain": [
                {"name": "name", "type": "string"},
                {"name": "version", "type": "string"},
                {"name": "chainId", "type": "uint256"},
                {"name": "verifyingContract", "type": "address"},
            ],
            "Filing": [
                {"name": "acts", "type": "bytes[]"},
                {"name": "by", "type": "uint256"},
                {"name": "nonce", "type": "uint256"},
                {"name": "deadline", "type": "uint40"},
            ],
        },
        "primaryType": "Filing",
        "domain": {
            "name": NAME,
            "version": VERSION,
            "chainId": domain.chain_id,
            "verifyingContract": "0x" + domain.ledger.hex(),
        },
        "message": {
            "acts": ["0x" + act.hex() for act in filing.acts],
            "by": str(filing.by),
            "nonce": str(filing.nonce),
            "deadline": str(filing.deadline),
        },
    }


def _tuple(sealed: SealedFiling) -> tuple[int, int, int, tuple[bytes, ...], tuple[bytes, ...]]:
    filing = sealed.filing
    return filing.by, filing.nonce, filing.deadline, filing.acts, sealed.seals


def encode_file(sealed: SealedFiling) -> bytes:
    """Calldata that performs one filing."""
    return _FILE + eth_abi.encode([_FILING], [_tuple(sealed)])


def encode_file_all(filings: Sequence[SealedFiling], gas_each: int) -> bytes:
    """Calldata that performs several, each in its own caught call of at most `gas_each` gas."""
    return _FILE_ALL + eth_abi.encode([_FILING + "[]", "uint256"], [list(map(_tuple, filings)), gas_each])


def decode_filings(data: bytes) -> tuple[SealedFiling, ...]:
    """The filings in calldata of `file` or `fileAll`; none for other calldata."""
    return tuple(_filings(data))


def _filings(data: bytes) -> Iterator[SealedFiling]:
    values: Sequence[Any] = ()
    if data[:4] == _FILE:
        values = eth_abi.decode([_FILING], data[4:])
    elif data[:4] == _FILE_ALL:
        values = eth_abi.decode([_FILING + "[]", "uint256"], data[4:])[0]
    for by, nonce, deadline, acts, seals in values:
        yield SealedFiling(Filing(by, nonce, deadline, tuple(acts)), tuple(seals))


def decode_event(log: Log) -> Filed | Refused | Withdrawn | None:
    """What a log of the ledger says of a filing; None when it says nothing of one."""
    if len(log.topics) != 2:
        return None
    topic, subject = log.topics
    if topic == _FILED and len(log.data) == 64:
        return Filed(subject, int.from_bytes(log.data[:32], "big"), int.from_bytes(log.data[32:], "big"))
    if topic == _REFUSED and len(log.data) == 32:
        return Refused(subject, log.data[:4])
    if topic == _WITHDRAWN and len(log.data) == 32:
        return Withdrawn(subject, int.from_bytes(log.data, "big"))
    return None
