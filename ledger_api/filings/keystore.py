"""A relayer's key from an encrypted keystore (Web3 Secret Storage). Its account carries filings and can do nothing else."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from coincurve import PrivateKey
from eth_account import Account
from eth_hash.auto import keccak


class KeystoreUnreadable(Exception):
    """No keystore, a damaged one, or the wrong passphrase."""


@dataclass(frozen=True, slots=True)
class KeySigner:
    """Signs with a key in memory (`ports.signer.Signer`). Deterministic: the same bytes for the same digest (RFC 6979)."""

    _key: PrivateKey = field(repr=False)

    @classmethod
    def of(cls, secret: bytes) -> "KeySigner":
        """The signer with this secret (32 bytes)."""
        return cls(PrivateKey(secret))

    @property
    def address(self) -> bytes:
        """See the port."""
        return keccak(self._key.public_key.format(compressed=False)[1:])[12:]

    def sign(self, digest: bytes) -> bytes:
        """See the port."""
        return self._key.sign_recoverable(digest, hasher=None)


def open_keystore(path: Path, passphrase: str) -> KeySigner:
    """Unlock a keystore file; raises KeystoreUnreadable."""
    try:
        return KeySigner.of(bytes(Account.decrypt(json.loads(path.read_text(encoding="utf-8")), passphrase)))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KeystoreUnreadable(f"{path}: {error}") from error
