"""Transactions that carry filings: EIP-1559 envelopes, encoded and signed here, without a library's idea of a contract."""

from dataclasses import dataclass

import rlp
from eth_hash.auto import keccak

from ledger_api.ports.signer import Signer

TYPE = b"\x02"


@dataclass(frozen=True, slots=True)
class Transaction:
    """A call of the ledger; fees are wei per gas, 0 where gas is free."""

    chain_id: int
    nonce: int
    to: bytes
    data: bytes
    gas: int
    fee: int = 0

    def signed(self, signer: Signer) -> tuple[bytes, bytes]:
        """The raw bytes, and the hash it goes by."""
        fields = [self.chain_id, self.nonce, self.fee, self.fee, self.gas, self.to, 0, self.data, []]
        signature = signer.sign(keccak(TYPE + rlp.encode(fields)))
        r, s = int.from_bytes(signature[:32]), int.from_bytes(signature[32:64])
        raw = TYPE + rlp.encode([*fields, signature[64], r, s])
        return raw, keccak(raw)
