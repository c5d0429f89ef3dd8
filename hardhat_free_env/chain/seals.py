"""Seals: the node key's word that a block is final, in EIP-712; and rotations, by which one key hands over to the next.

Pure functions over bytes; whoever knows the first signer can check all of it (`signer_at`, `misconduct`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from coincurve import PrivateKey, PublicKey
from eth_hash.auto import keccak

DOMAIN_NAME = "Data Rights Ledger Chain"
DOMAIN_VERSION = "1"

_DOMAIN_TYPE = keccak(b"EIP712Domain(string name,string version,uint256 chainId)")
_SEAL_TYPE = keccak(b"Seal(bytes32 genesisHash,uint64 number,bytes32 blockHash)")
_ROTATION_TYPE = keccak(b"Rotation(bytes32 genesisHash,uint64 from,address next)")
_HALF_ORDER = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0


@dataclass(frozen=True, slots=True)
class Seal:
    """One signature over one block of one chain. `signature` is r ‖ s ‖ v, v 27 or 28."""

    chain_id: int
    genesis_hash: bytes
    number: int
    block_hash: bytes
    signature: bytes

    @property
    def digest(self) -> bytes:
        """What was signed (EIP-712)."""
        return _digest(
            self.chain_id, _SEAL_TYPE + self.genesis_hash + self.number.to_bytes(32, "big") + self.block_hash
        )

    @property
    def signer(self) -> bytes | None:
        """Address of whoever signed it; None when the signature is no signature."""
        return recover(self.digest, self.signature)


@dataclass(frozen=True, slots=True)
class Rotation:
    """From block `start` on, `next_signer` seals; signed by the key that sealed until then."""

    chain_id: int
    genesis_hash: bytes
    start: int
    next_signer: bytes
    signature: bytes

    @property
    def digest(self) -> bytes:
        """What was signed (EIP-712)."""
        return _digest(
            self.chain_id,
            _ROTATION_TYPE + self.genesis_hash + self.start.to_bytes(32, "big") + self.next_signer.rjust(32, b"\0"),
        )

    @property
    def signer(self) -> bytes | None:
        """The old key's address."""
        return recover(self.digest, self.signature)


def _digest(chain_id: int, struct: bytes) -> bytes:
    domain = keccak(
        _DOMAIN_TYPE + keccak(DOMAIN_NAME.encode()) + keccak(DOMAIN_VERSION.encode()) + chain_id.to_bytes(32, "big")
    )
    return keccak(b"\x19\x01" + domain + keccak(struct))


def seal_block(key: PrivateKey, chain_id: int, genesis_hash: bytes, number: int, block_hash: bytes) -> Seal:
    """Sign a block."""
    unsigned = Seal(chain_id, genesis_hash, number, block_hash, b"")
    return Seal(chain_id, genesis_hash, number, block_hash, _sign(key, unsigned.digest))


def rotate(key: PrivateKey, chain_id: int, genesis_hash: bytes, start: int, next_signer: bytes) -> Rotation:
    """Hand over from block `start` on; signed by the outgoing `key`."""
    unsigned = Rotation(chain_id, genesis_hash, start, next_signer, b"")
    return Rotation(chain_id, genesis_hash, start, next_signer, _sign(key, unsigned.digest))


def _sign(key: PrivateKey, digest: bytes) -> bytes:
    signature = key.sign_recoverable(digest, hasher=None)
    return signature[:64] + bytes((27 + signature[64],))


def recover(digest: bytes, signature: bytes) -> bytes | None:
    """The signing address, or None. High-s signatures are none: one message, one signature (EIP-2)."""
    if len(signature) != 65 or signature[64] not in (27, 28):
        return None
    if int.from_bytes(signature[32:64], "big") > _HALF_ORDER:
        return None
    try:
        public = PublicKey.from_signature_and_message(
            signature[:64] + bytes((signature[64] - 27,)), digest, hasher=None
        )
    except Exception:  # noqa: BLE001  coincurve raises a bare Exception for points off the curve
        return None
    return address_of(public)


def address_of(public: PublicKey) -> bytes:
    """The account address of a public key."""
    return keccak(public.format(compressed=False)[1:])[12:]


def signer_at(first: bytes, rotations: Sequence[Rotation], number: int) -> bytes | None:
    """Who seals block `number`, from the `first` signer on; None when a rotation was not signed by the key it replaced."""
    current = first
    for rotation in sorted(rotations, key=lambda rotation: rotation.start):
        if rotation.start > number:
            break
        if rotation.signer != current:
            return None
        current = rotation.next_signer
    return current


def misconduct(one: Seal, other: Seal) -> bytes | None:
    """The address that sealed two blocks at one height of one chain, proved by its two signatures; else None."""
    same_place = (one.chain_id, one.genesis_hash, one.number) == (other.chain_id, other.genesis_hash, other.number)
    if not same_place or one.block_hash == other.block_hash:
        return None
    signer = one.signer
    return signer if signer is not None and signer == other.signer else None
