"""Accounts with known keys for tests, and signing a transaction (EIP-1559) in few steps: RLP, keccak, one signature.

The keys are public: `account(7)` is the same everywhere.
"""

from dataclasses import dataclass

from coincurve import PrivateKey
from eth_hash.auto import keccak
from eth_utils import to_checksum_address

from hardhat_free_env.chain.encoding import rlp_int, rlp_list, rlp_string
from hardhat_free_env.chain.seals import address_of


@dataclass(frozen=True, slots=True)
class Account:
    """A key and its address."""

    key: PrivateKey
    address: bytes

    @property
    def checksum(self) -> str:
        """The address as people and libraries write it (EIP-55)."""
        return to_checksum_address(self.address)

    @property
    def secret(self) -> bytes:
        """The private key, for libraries that sign themselves."""
        return self.key.secret

    def sign_digest(self, digest: bytes) -> bytes:
        """R ‖ s ‖ v over 32 bytes, v 27 or 28."""
        signature = self.key.sign_recoverable(digest, hasher=None)
        return signature[:64] + bytes((27 + signature[64],))

    def transaction(
        self, chain_id: int, nonce: int, to: bytes | None, data: bytes, *, gas: int = 16_000_000, value: int = 0
    ) -> bytes:
        """A signed type 2 transaction with zero fees; without `to` it creates a contract."""
        fields = [
            rlp_int(chain_id),
            rlp_int(nonce),
            rlp_int(0),
            rlp_int(0),
            rlp_int(gas),
            rlp_string(to or b""),
            rlp_int(value),
            rlp_string(data),
            rlp_list(()),
        ]
        signature = self.key.sign_recoverable(keccak(b"\x02" + rlp_list(fields)), hasher=None)
        r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:64], "big")
        return b"\x02" + rlp_list([*fields, rlp_int(signature[64]), rlp_int(r), rlp_int(s)])


def account(number: int) -> Account:
    """The test account with this number; its key is keccak("data rights ledger test account <number>")."""
    key = PrivateKey(keccak(f"data rights ledger test account {number}".encode()))
    return Account(key, address_of(key.public_key))
