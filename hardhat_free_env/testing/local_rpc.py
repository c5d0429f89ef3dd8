"""A `LocalChain` behind the port a deployment asks: the few JSON-RPC methods it needs, without HTTP.

A transaction is in a block when `eth_sendRawTransaction` answers.
"""

from collections.abc import Callable, Mapping
from typing import Any

from hardhat_free_env.chain.errors import ChainError, ExecutionReverted
from hardhat_free_env.chain.node import Sealing
from hardhat_free_env.chain.reader import View
from hardhat_free_env.chain.vm import Call
from hardhat_free_env.deploy.errors import RpcFailed
from hardhat_free_env.testing.local import GAS, LocalChain


class LocalRpc:
    """See the module."""

    def __init__(self, chain: LocalChain) -> None:
        self._chain = chain
        self._sealings: dict[str, Sealing] = {}
        self._methods: dict[str, Callable[..., Any]] = {
            "eth_chainId": lambda: hex(chain.node.chain_id),
            "eth_maxPriorityFeePerGas": lambda: "0x0",
            "eth_getTransactionCount": lambda address, _tag: hex(chain.nonce(_bytes(address))),
            "eth_getCode": lambda address, tag: _hex(chain.reader.code(_bytes(address), self._view(tag))),
            "eth_getBlockByNumber": self._block,
            "eth_call": lambda question, tag: _hex(chain.reader.call(_call(question), self._view(tag))),
            "eth_estimateGas": lambda question: hex(chain.reader.estimate(_call(question), chain.reader.latest())),
            "eth_sendRawTransaction": self._send,
            "eth_getTransactionReceipt": self._receipt,
        }

    def ask(self, method: str, *parameters: Any) -> Any:  # noqa: ANN401  whatever JSON holds
        """The result; RpcFailed when there is none."""
        try:
            return self._methods[method](*parameters)
        except ExecutionReverted as error:
            raise RpcFailed(str(error), _hex(error.output)) from error
        except ChainError as error:
            raise RpcFailed(f"{method}: {error}", None) from error

    def _view(self, tag: str) -> View:
        return self._chain.reader.latest() if tag == "latest" else self._chain.reader.at(int(tag, 16))

    def _block(self, tag: str, _full: bool) -> dict[str, str]:  # noqa: FBT001  as the method has it
        header = self._chain.reader.header(self._chain.number if tag == "latest" else int(tag, 16))
        return {
            "number": hex(header.block_number),
            "hash": _hex(header.hash),
            "timestamp": hex(header.timestamp),
            "baseFeePerGas": "0x0",
        }

    def _send(self, raw: str) -> str:
        sealing = self._chain.seal_all([_bytes(raw)])
        if sealing.block is None:
            raise RpcFailed("; ".join(sealing.refused.values()), None)
        digest = _hex(sealing.block.transactions[0].hash)
        self._sealings[digest] = sealing
        return digest

    def _receipt(self, digest: str) -> dict[str, Any] | None:
        sealing = self._sealings.get(digest)
        if sealing is None or sealing.block is None:
            return None
        included = sealing.block.transactions[0]
        return {
            "status": hex(included.receipt.status),
            "blockNumber": hex(sealing.block.number),
            "contractAddress": included.created and _hex(included.created),
        }


def _call(question: Mapping[str, str]) -> Call:
    return Call(_bytes(question["from"]), _bytes(question.get("to", "0x")), _bytes(question["data"]), 0, GAS)


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text[2:])


def _hex(value: bytes) -> str:
    return "0x" + value.hex()
