"""Signs for a relayer's account. Officers sign elsewhere: no officer's key ever comes into this process."""

from typing import Protocol


class Signer(Protocol):
    """One account."""

    @property
    def address(self) -> bytes:
        """20 bytes."""
        ...

    def sign(self, digest: bytes) -> bytes:
        """R ‖ s ‖ y over 32 bytes; y is 0 or 1, s in the lower half (EIP-2)."""
        ...
