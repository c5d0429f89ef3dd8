"""ECDSA on secp256k1 by recovery, as Ethereum signs, and EIP-712 hashing of what is signed."""

from typing import Final

from eth_hash.auto import keccak
from eth_keys.datatypes import Signature
from eth_keys.exceptions import BadSignature
from eth_utils.exceptions import ValidationError

_HALF_ORDER: Final = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0


def word(value: int) -> bytes:
    """A number as 32 bytes."""
    return value.to_bytes(32, "big")


def padded(address: bytes) -> bytes:
    """An address as 32 bytes."""
    return address.rjust(32, b"\0")


def typed_digest(domain: bytes, struct: bytes) -> bytes:
    """What is signed under EIP-712, from the encoded domain and the encoded struct, each with its type hash."""
    return keccak(b"\x19\x01" + keccak(domain) + keccak(struct))


def recover(digest: bytes, signature: bytes) -> bytes | None:
    """The address that signed, from r ‖ s ‖ v with v 27 or 28; None when it is no signature.

    A high s is none: one message, one signature (EIP-2).
    """
    if len(signature) != 65 or signature[64] not in {27, 28}:
        return None
    if int.from_bytes(signature[32:64], "big") > _HALF_ORDER:
        return None
    try:
        made = Signature(signature_bytes=signature[:64] + bytes((signature[64] - 27,)))
        return made.recover_public_key_from_msg_hash(digest).to_canonical_address()
    except (BadSignature, ValidationError):
        return None


def fingerprint(signer: bytes) -> int:
    """The key field of an officer's word: the low 160 bits of keccak256 of its ERC-7913 signer."""
    return int.from_bytes(keccak(signer)[12:], "big")
