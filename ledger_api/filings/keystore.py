"""A relayer's key from an encrypted keystore (Web3 Secret Storage, version 3). Its account carries filings and nothing else.

Read here rather than with eth-account, which loads pairing curves for a quarter of a second before it opens a file.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from coincurve import PrivateKey
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CTR
from eth_hash.auto import keccak

_MEMORY = 1 << 28
"""Bytes scrypt may use: enough for n = 2¹⁸, r = 1 and n = 2¹⁷, r = 8."""


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
        crypto = json.loads(path.read_text(encoding="utf-8"))["crypto"]
        return KeySigner.of(_secret(crypto, passphrase.encode()))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise KeystoreUnreadable(f"{path}: {error}") from error


def _secret(crypto: Mapping[str, Any], passphrase: bytes) -> bytes:
    derived = _derived(crypto["kdf"], crypto["kdfparams"], passphrase)
    text = bytes.fromhex(crypto["ciphertext"])
    if not hmac.compare_digest(keccak(derived[16:32] + text), bytes.fromhex(crypto["mac"])):
        raise ValueError("the passphrase is wrong, or the file is damaged")
    if crypto["cipher"] != "aes-128-ctr":
        raise ValueError(f"unknown cipher {crypto['cipher']}")
    opener = Cipher(AES(derived[:16]), CTR(bytes.fromhex(crypto["cipherparams"]["iv"]).rjust(16, b"\0"))).decryptor()
    return opener.update(text) + opener.finalize()


def _derived(kind: str, parameters: Mapping[str, Any], passphrase: bytes) -> bytes:
    salt, size = bytes.fromhex(parameters["salt"]), int(parameters["dklen"])
    if kind == "pbkdf2" and parameters["prf"] == "hmac-sha256":
        return hashlib.pbkdf2_hmac("sha256", passphrase, salt, int(parameters["c"]), size)
    if kind == "scrypt":
        n, r, p = (int(parameters[name]) for name in "nrp")
        return hashlib.scrypt(passphrase, salt=salt, n=n, r=r, p=p, maxmem=_MEMORY * 2, dklen=size)
    raise ValueError(f"unknown key derivation {kind}")
