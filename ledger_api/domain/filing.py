"""A filing: acts that happen together or not at all, and the message all who are named sign (EIP-712).

Values only; the codec turns them into digests and calldata.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ledger_api.domain.signatories import unpack


@dataclass(frozen=True, slots=True)
class Domain:
    """The ledger a signature is for: one contract on one chain."""

    chain_id: int
    ledger: bytes
    """Address, 20 bytes."""


@dataclass(frozen=True, slots=True)
class Filing:
    """What is signed. The nonce is the first signatory's; the deadline is unix seconds of block time."""

    by: int
    """Signatories, packed (`signatories.pack`)."""
    nonce: int
    deadline: int
    acts: tuple[bytes, ...]
    """Calldata of each act."""

    @property
    def signatories(self) -> tuple[int, ...]:
        """Officer numbers, ascending: seals stand in this order."""
        return unpack(self.by)


@dataclass(frozen=True, slots=True)
class SealedFiling:
    """A filing with everybody's seal: ready to be carried by anybody."""

    filing: Filing
    seals: tuple[bytes, ...]
    """One a signatory, ascending: 0x00 ‖ r ‖ s ‖ v, or n ‖ signer (n bytes) ‖ signature (ERC-1271, ERC-7913)."""


def ecdsa_seal(signature: bytes) -> bytes:
    """The seal of a plain key from its 65-byte signature r ‖ s ‖ v; v may be 0/1 or 27/28."""
    if len(signature) != 65:
        raise ValueError(f"a signature r ‖ s ‖ v has 65 bytes, not {len(signature)}")
    v = signature[64]
    return b"\0" + signature[:64] + bytes((v + 27 if v < 27 else v,))


def contract_seal(signer: bytes, signature: bytes) -> bytes:
    """The seal of a contract signer: 20 bytes for ERC-1271, verifier ‖ key for ERC-7913."""
    if not 20 <= len(signer) < 256:
        raise ValueError("a contract signer has 20 to 255 bytes")
    return bytes((len(signer),)) + signer + signature


def missing(filing: Filing, sealed_by: Sequence[int]) -> tuple[int, ...]:
    """Officers named whose seal is not there yet."""
    return tuple(officer for officer in filing.signatories if officer not in sealed_by)
