"""Whether a block is final by its engine's rule. The embedded engine: one key's EIP-712 seal, labelled "one signer" (page 3).

Pure functions over bytes; who trusts the first signer can check all that follows, rotations included.
"""

from dataclasses import dataclass

from coincurve import PublicKey
from eth_hash.auto import keccak

from ledger_api.ports.chain import Finality, Header, Rotation

EMBEDDED = "embedded"

_DOMAIN_TYPE = keccak(b"EIP712Domain(string name,string version,uint256 chainId)")
_SEAL_TYPE = keccak(b"Seal(bytes32 genesisHash,uint64 number,bytes32 blockHash)")
_ROTATION_TYPE = keccak(b"Rotation(bytes32 genesisHash,uint64 from,address next)")
_HALF_ORDER = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0


class NotFinal(Exception):
    """The evidence does not show that the block is final; the message says why."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is trusted without proof: which chain it is, and who seals its first block."""

    chain_id: int
    genesis_hash: bytes
    signer: bytes
    """Address of the first key; later ones follow by rotations, each signed by the key it replaces."""


def check(anchor: Anchor, header: Header, finality: Finality | None) -> None:
    """Raises NotFinal unless `finality` is evidence for exactly this block of this chain."""
    if finality is None:
        raise NotFinal(f"block {header.number} has no seal")
    if finality.engine != EMBEDDED:
        raise NotFinal(f"no rule is known for engine {finality.engine!r}")
    if finality.genesis_hash != anchor.genesis_hash:
        raise NotFinal("the seal is of another chain")
    if (finality.number, finality.block_hash) != (header.number, header.hash):
        raise NotFinal(f"the seal is not of block {header.number}")
    in_force = signer_at(anchor, finality.rotations, header.number)
    struct = _SEAL_TYPE + anchor.genesis_hash + _word(header.number) + header.hash
    if recover(_digest(anchor.chain_id, struct), finality.signature) != in_force:
        raise NotFinal(f"block {header.number} is not sealed by 0x{in_force.hex()}")


def signer_at(anchor: Anchor, rotations: tuple[Rotation, ...], number: int) -> bytes:
    """Whose seal block `number` needs. Raises NotFinal for a rotation not signed by the key it replaces."""
    current = anchor.signer
    for rotation in sorted(rotations, key=lambda each: each.start):
        if rotation.start > number:
            break
        struct = _ROTATION_TYPE + anchor.genesis_hash + _word(rotation.start) + rotation.next_signer.rjust(32, b"\0")
        if recover(_digest(anchor.chain_id, struct), rotation.signature) != current:
            raise NotFinal(f"the rotation at block {rotation.start} is not signed by 0x{current.hex()}")
        current = rotation.next_signer
    return current


def recover(digest: bytes, signature: bytes) -> bytes | None:
    """The address whose r ‖ s ‖ v (27 or 28) this is; None when it is no signature, or has a high s (EIP-2)."""
    if len(signature) != 65 or signature[64] not in {27, 28}:
        return None
    if int.from_bytes(signature[32:64], "big") > _HALF_ORDER:
        return None
    try:
        public = PublicKey.from_signature_and_message(
            signature[:64] + bytes((signature[64] - 27,)), digest, hasher=None
        )
    except Exception:  # noqa: BLE001  coincurve raises a bare Exception for points off the curve
        return None
    return keccak(public.format(compressed=False)[1:])[12:]


def _digest(chain_id: int, struct: bytes) -> bytes:
    domain = keccak(_DOMAIN_TYPE + keccak(b"Data Rights Ledger Chain") + keccak(b"1") + _word(chain_id))
    return keccak(b"\x19\x01" + domain + keccak(struct))


def _word(value: int) -> bytes:
    return value.to_bytes(32, "big")
