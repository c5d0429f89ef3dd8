"""Finality of the embedded engine: the node key's EIP-712 seal over a block hash, and hand-overs from key to key.

One signer's word, and the report says so. A rotation is signed by the key that sealed until then; a seal counts only from
the key whose turn it was.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from eth_hash.auto import keccak

from .header import Header, read_header
from .item import Item
from .report import Refused
from .signatures import padded, recover, typed_digest, word

ENGINE: Final = "embedded"

_DOMAIN: Final = (
    keccak(b"EIP712Domain(string name,string version,uint256 chainId)")
    + keccak(b"Data Rights Ledger Chain")
    + keccak(b"1")
)
_SEAL: Final = keccak(b"Seal(bytes32 genesisHash,uint64 number,bytes32 blockHash)")
_ROTATION: Final = keccak(b"Rotation(bytes32 genesisHash,uint64 from,address next)")


@dataclass(frozen=True, slots=True)
class Chain:
    """Which chain a seal must be of."""

    chain_id: int
    genesis_hash: bytes


@dataclass(frozen=True, slots=True)
class Rotation:
    """From block `start` on `successor` seals."""

    start: int
    successor: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Finality:
    """A seal as the node serves it (`dpr_getFinality`)."""

    genesis_hash: bytes
    number: int
    block_hash: bytes
    signer: bytes
    signature: bytes
    rotations: tuple[Rotation, ...]
    where: str


@dataclass(frozen=True, slots=True)
class SealedHeader:
    """A header and the evidence that its block is final."""

    header: Header
    finality: Finality
    where: str


def read_finality(item: Item) -> Finality:
    """A seal; Refused also for an engine whose evidence this program cannot check."""
    if isinstance(item.value, dict) and item.value.get("engine") != ENGINE:
        raise Refused("engine-unknown", engine=str(item.value.get("engine"))[:50])
    members = item.members(
        "engine",
        "signers",
        "label",
        "genesisHash",
        "number",
        "blockHash",
        "signer",
        "signature",
        "rotations",
    )
    if members["signers"].whole() != 1:
        raise members["signers"].malformed("1")
    if members["label"].text() != "one signer":
        raise members["label"].malformed("one signer")
    return Finality(
        genesis_hash=members["genesisHash"].octets(32),
        number=members["number"].whole(),
        block_hash=members["blockHash"].octets(32),
        signer=members["signer"].octets(20),
        signature=members["signature"].octets(65),
        rotations=tuple(map(_read_rotation, members["rotations"].items())),
        where=item.where,
    )


def _read_rotation(item: Item) -> Rotation:
    members = item.members("from", "next", "signature")
    return Rotation(members["from"].whole(), members["next"].octets(20), members["signature"].octets(65))


def read_sealed(header: Item, finality: Item) -> SealedHeader:
    """A header with its seal."""
    return SealedHeader(read_header(header), read_finality(finality), header.where)


def check_seal(finality: Finality, chain: Chain, pinned: bytes | None) -> None:
    """The seal is of this chain, by the signer it names, whose turn it was, coming down from the pinned signer."""
    where = finality.where
    if finality.genesis_hash != chain.genesis_hash:
        raise Refused("seal-of-other-chain", where=where)
    if recover(_seal_digest(chain, finality), finality.signature) != finality.signer:
        raise Refused("seal-not-by-signer", where=where)
    terms = _terms(chain, finality)
    _, expected = max(term for term in terms if term[0] <= finality.number)
    if expected != finality.signer:
        raise Refused("signer-not-in-turn", where=where, number=finality.number, expected=f"0x{expected.hex()}")
    if pinned is not None:
        _check_descent(finality, terms, pinned)


def check_sealed(sealed: SealedHeader, chain: Chain, pinned: bytes | None) -> None:
    """The seal holds, and the header is the one it seals."""
    check_seal(sealed.finality, chain, pinned)
    check_header(sealed)


def check_header(sealed: SealedHeader) -> None:
    """The header hashes to the block hash that was sealed, at the height that was sealed."""
    if (sealed.header.hash, sealed.header.number) != (sealed.finality.block_hash, sealed.finality.number):
        raise Refused("header-not-sealed", where=sealed.where)


def _terms(chain: Chain, finality: Finality) -> list[tuple[int, bytes]]:
    """Who seals from which block on, by the rotations; the first signer is whoever signed the first rotation."""
    rotations = finality.rotations
    if any(later.start <= earlier.start for earlier, later in pairwise(rotations)):
        raise Refused("rotations-disordered", where=finality.where)
    if not rotations:
        return [(0, finality.signer)]
    first = recover(_rotation_digest(chain, rotations[0]), rotations[0].signature)
    terms = [(0, first or b"")]
    for position, rotation in enumerate(rotations, start=1):
        if not rotation.start or recover(_rotation_digest(chain, rotation), rotation.signature) != terms[-1][1]:
            raise Refused("rotation-not-by-predecessor", where=finality.where, position=position)
        terms.append((rotation.start, rotation.successor))
    return terms


def _check_descent(finality: Finality, terms: list[tuple[int, bytes]], pinned: bytes) -> None:
    starts = [start for start, signer in terms if signer == pinned]
    if not starts:
        raise Refused("signer-not-pinned", where=finality.where)
    if finality.number < starts[0]:
        raise Refused("older-than-pin", where=finality.where, number=finality.number, start=starts[0])


def _domain(chain: Chain) -> bytes:
    return _DOMAIN + word(chain.chain_id)


def _seal_digest(chain: Chain, finality: Finality) -> bytes:
    return typed_digest(_domain(chain), _SEAL + chain.genesis_hash + word(finality.number) + finality.block_hash)


def _rotation_digest(chain: Chain, rotation: Rotation) -> bytes:
    struct = _ROTATION + chain.genesis_hash + word(rotation.start) + padded(rotation.successor)
    return typed_digest(_domain(chain), struct)
