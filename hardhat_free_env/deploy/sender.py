"""Sends a deployment's transactions, one after the other, each only after the one before is in a block.

The key is the deployer's alone; what it may do ends with the deployment (see `deployment`).
"""

import time
from typing import Any

import rlp
from coincurve import PrivateKey
from eth_hash.auto import keccak

from hardhat_free_env.deploy.errors import RpcFailed, TransactionFailed
from hardhat_free_env.deploy.rpc import Rpc, block_tag, to_bytes, to_hex

GAS_CAP = 16_777_216
"""Gas one transaction may have (EIP-7825)."""
PATIENCE = 60.0
"""Seconds to wait until a transaction is in a block."""


class Sender:
    """An account that sends EIP-1559 transactions through a node."""

    def __init__(self, rpc: Rpc, key: bytes) -> None:
        self.rpc = rpc
        self._key = PrivateKey(key)
        self.address: bytes = keccak(self._key.public_key.format(compressed=False)[1:])[12:]
        self._chain_id = int(rpc.ask("eth_chainId"), 16)

    @property
    def nonce(self) -> int:
        """How many transactions it has sent."""
        return int(self.rpc.ask("eth_getTransactionCount", to_hex(self.address), "latest"), 16)

    def create(self, code: bytes) -> bytes:
        """Deploy; returns the address."""
        return to_bytes(self._send(b"", code)["contractAddress"])

    def transact(self, to: bytes, data: bytes) -> int:
        """Call a contract; returns the number of the block."""
        return int(self._send(to, data)["blockNumber"], 16)

    def call(self, to: bytes, data: bytes) -> bytes:
        """Ask a contract, as this account."""
        question = {"from": to_hex(self.address), "to": to_hex(to), "data": to_hex(data)}
        return to_bytes(self.rpc.ask("eth_call", question, "latest"))

    def _send(self, to: bytes, data: bytes) -> dict[str, Any]:
        question = {"from": to_hex(self.address), "data": to_hex(data), **({"to": to_hex(to)} if to else {})}
        gas = self._estimate(question)
        raw = self._sign(to, data, min(gas * 5 // 4, GAS_CAP))
        digest = self.rpc.ask("eth_sendRawTransaction", to_hex(raw))
        receipt = self._await(digest)
        if int(receipt["status"], 16) != 1:
            raise TransactionFailed(f"transaction {digest} reverted in block {int(receipt['blockNumber'], 16)}")
        return receipt

    def _estimate(self, question: dict[str, str]) -> int:
        try:
            return int(self.rpc.ask("eth_estimateGas", question), 16)
        except RpcFailed as error:
            data = error.args[1] if len(error.args) > 1 else None
            raise TransactionFailed(str(error.args[0]), to_bytes(data) if data else b"") from error

    def _sign(self, to: bytes, data: bytes, gas: int) -> bytes:
        tip, fee = self._fees()
        fields = [self._chain_id, self.nonce, tip, fee, gas, to, 0, data, []]
        signature = self._key.sign_recoverable(keccak(b"\x02" + rlp.encode(fields)), hasher=None)
        r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:64], "big")
        signed: bytes = rlp.encode([*fields, signature[64], r, s])
        return b"\x02" + signed

    def _fees(self) -> tuple[int, int]:
        """Tip and most per gas, in wei: zero on an engine without fees."""
        tip = int(self.rpc.ask("eth_maxPriorityFeePerGas"), 16)
        base = int(self.rpc.ask("eth_getBlockByNumber", block_tag(None), False).get("baseFeePerGas", "0x0"), 16)
        return tip, tip + 2 * base

    def _await(self, digest: str) -> dict[str, Any]:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            receipt: dict[str, Any] | None = self.rpc.ask("eth_getTransactionReceipt", digest)
            if receipt:
                return receipt
            time.sleep(0.02)
        raise TransactionFailed(f"transaction {digest} is in no block after {PATIENCE:.0f} s; run again to continue")
