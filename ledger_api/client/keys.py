"""An officer's key in an encrypted file (Web3 keystore V3), and the seals it makes.

The key never leaves the officer's own process: the register's servers read none of these files.
"""

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import coincurve
from eth_account import Account
from eth_account.messages import encode_typed_data
from eth_utils import keccak

# scrypt with N = 2^14: about 50 ms to open. A passphrase of a person needs more; these are random (`new_passphrase`).
_SCRYPT_ROUNDS = 1 << 14


@dataclass(frozen=True, slots=True)
class Key:
    """A secp256k1 key and the address it answers to."""

    secret: coincurve.PrivateKey
    address: str

    @classmethod
    def of(cls, secret: bytes) -> "Key":
        """The key with these 32 bytes."""
        private = coincurve.PrivateKey(secret)
        public = private.public_key.format(compressed=False)[1:]
        return cls(private, "0x" + keccak(public)[12:].hex())

    def __repr__(self) -> str:
        return f"Key({self.address})"

    @property
    def signer(self) -> bytes:
        """The ERC-7913 signer: the 20 bytes of the address."""
        return bytes.fromhex(self.address[2:])

    def seal(self, digest: bytes) -> bytes:
        """A filing's seal: 0x00 ‖ r ‖ s ‖ v, 66 bytes; s is low (contracts/core/Signing.sol)."""
        signature = self.secret.sign_recoverable(digest, hasher=None)
        return b"\x00" + signature[:64] + bytes([27 + signature[64]])


def digest_of(typed_data: dict[str, Any]) -> bytes:
    """What a wallet would sign for this EIP-712 document, computed here and not taken from the server."""
    message = encode_typed_data(full_message=typed_data)
    return keccak(b"\x19" + message.version + message.header + message.body)


def new_passphrase() -> str:
    """A random passphrase of 192 bits."""
    return secrets.token_urlsafe(24)


def create(path: Path, passphrase: str) -> Key:
    """Make a key and write its keystore, readable by its owner only. Raises FileExistsError rather than overwrite one."""
    key = Key.of(secrets.token_bytes(32))
    keystore = Account.encrypt(key.secret.secret, passphrase, kdf="scrypt", iterations=_SCRYPT_ROUNDS)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(keystore, file)
    return key


def unlock(path: Path, passphrase: str) -> Key:
    """Read a keystore. Raises ValueError when the passphrase is wrong or the file is no keystore."""
    return Key.of(bytes(Account.decrypt(json.loads(path.read_text(encoding="utf-8")), passphrase)))
