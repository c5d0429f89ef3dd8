"""The chain over JSON-RPC 2.0 and HTTP: kept connections that threads share, no retries of its own.

Whoever asks decides whether to ask again; sending the same transaction bytes twice is always safe.
"""

import itertools
from collections.abc import Callable, Sequence
from http.client import HTTPException
from typing import Any, Final, TypeAlias, TypeVar

import orjson

from ledger_api.chain import rpc_shapes as shapes
from ledger_api.chain.rpc_errors import refusal
from ledger_api.chain.wire import Wire
from ledger_api.ports.chain import (
    AccountProof,
    Block,
    BlockTag,
    BlockUnknown,
    Finality,
    Header,
    NodeRefused,
    NodeUnreachable,
    Receipt,
)

SECONDS = 10.0
"""How long one question may take."""

METHOD_NOT_FOUND = -32601
_OK: Final = 200

Question: TypeAlias = tuple[str, tuple[Any, ...]]
_T = TypeVar("_T")


class JsonRpcChain:
    """`ports.Chain` over a node's HTTP address."""

    def __init__(self, url: str, *, seconds: float = SECONDS, wire: Wire | None = None) -> None:
        self._wire = wire or Wire(url, seconds)
        self._ids = itertools.count(1)

    def close(self) -> None:
        """Close the connections."""
        self._wire.close()

    def chain_id(self) -> int:
        """See the port."""
        return self._read(shapes.number, "eth_chainId")

    def block_number(self) -> int:
        """See the port."""
        return self._read(shapes.number, "eth_blockNumber")

    def header(self, block: BlockTag | bytes) -> Header | None:
        """See the port."""
        if isinstance(block, bytes):
            return self._read(_or_none(shapes.header), "eth_getBlockByHash", shapes.text(block), False)
        return self._read(_or_none(shapes.header), "eth_getBlockByNumber", _tag(block), False)

    def receipts(self, number: int) -> tuple[Receipt, ...]:
        """See the port."""
        found = self._read(_or_none(_receipts), "eth_getBlockReceipts", _tag(number))
        if found is None:
            raise BlockUnknown(f"block {number} not found")
        return found

    def receipt(self, transaction_hash: bytes) -> Receipt | None:
        """See the port."""
        return self._read(_or_none(shapes.receipt), "eth_getTransactionReceipt", shapes.text(transaction_hash))

    def transaction_input(self, transaction_hash: bytes) -> bytes | None:
        """See the port."""
        return self._read(_or_none(_input), "eth_getTransactionByHash", shapes.text(transaction_hash))

    def block(self, number: int) -> Block | None:
        """See the port."""
        header, receipts, finality = self._ask(
            ("eth_getBlockByNumber", (_tag(number), False)),
            ("eth_getBlockReceipts", (_tag(number),)),
            ("dpr_getFinality", (_tag(number),)),
        )
        known = _parse(_or_none(shapes.header), _result(header))
        if known is None:
            return None
        listed = _parse(_receipts, _result(receipts))
        return Block(known, listed, _finality(finality))

    def finality(self, number: int) -> Finality | None:
        """See the port."""
        (answer,) = self._ask(("dpr_getFinality", (_tag(number),)))
        return _finality(answer)

    def call(self, to: bytes, data: bytes, block: BlockTag = "latest", *, gas: int | None = None) -> bytes:
        """See the port."""
        question = {"to": shapes.text(to), "data": shapes.text(data)}
        if gas is not None:
            question["gas"] = hex(gas)
        return self._read(shapes.data, "eth_call", question, _tag(block))

    def send_raw(self, raw: bytes) -> bytes:
        """See the port."""
        return self._read(shapes.data, "eth_sendRawTransaction", shapes.text(raw))

    def transaction_count(self, address: bytes) -> int:
        """See the port."""
        return self._read(shapes.number, "eth_getTransactionCount", shapes.text(address), "latest")

    def storage(self, address: bytes, slot: int, block: BlockTag = "latest") -> int:
        """See the port."""
        return self._read(shapes.number, "eth_getStorageAt", shapes.text(address), _slot(slot), _tag(block))

    def code(self, address: bytes, block: BlockTag = "latest") -> bytes:
        """See the port."""
        return self._read(shapes.data, "eth_getCode", shapes.text(address), _tag(block))

    def proof(self, address: bytes, slots: Sequence[int], block: BlockTag = "latest") -> AccountProof:
        """See the port."""
        return self._read(shapes.proof, "eth_getProof", shapes.text(address), list(map(_slot, slots)), _tag(block))

    def _read(self, parse: Callable[[Any], _T], method: str, *parameters: Any) -> _T:
        (answer,) = self._ask((method, parameters))
        return _parse(parse, _result(answer))

    def _ask(self, *questions: Question) -> list[dict[str, Any]]:
        """The answers, in the order of the questions, which travel together."""
        asked = [
            {"jsonrpc": "2.0", "id": next(self._ids), "method": method, "params": parameters}
            for method, parameters in questions
        ]
        said = self._post(orjson.dumps(asked[0] if len(asked) == 1 else asked))
        answers = said if isinstance(said, list) else [said]
        try:
            by_id = {answer["id"]: answer for answer in answers}
            return [by_id[each["id"]] for each in asked]
        except (KeyError, TypeError):
            raise _refused_as_a_whole(said) from None

    def _post(self, body: bytes) -> Any:  # noqa: ANN401  whatever JSON holds
        try:
            status, said = self._wire.post(body)
        except (OSError, HTTPException) as error:
            raise NodeUnreachable(f"the node does not answer: {error!r}") from error
        if status != _OK:
            raise NodeUnreachable(f"the node answers with HTTP {status}")
        try:
            return orjson.loads(said)
        except orjson.JSONDecodeError as error:
            raise NodeUnreachable("the node's answer is no JSON") from error


def _refused_as_a_whole(said: object) -> NodeRefused | NodeUnreachable:
    if isinstance(said, dict) and isinstance(said.get("error"), dict):
        return NodeRefused(str(said["error"].get("message", "")), 0)
    return NodeUnreachable("the node's answer does not belong to the question")


def _result(answer: dict[str, Any]) -> Any:  # noqa: ANN401  whatever JSON holds
    if "error" in answer:
        raise refusal(answer["error"])
    return answer.get("result")


def _parse(parse: Callable[[Any], _T], result: Any) -> _T:  # noqa: ANN401  whatever JSON holds
    try:
        return parse(result)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NodeUnreachable(f"the node's answer cannot be read: {error!r}") from error


def _or_none(parse: Callable[[Any], _T]) -> Callable[[Any], _T | None]:
    return lambda result: None if result is None else parse(result)


def _receipts(result: Any) -> tuple[Receipt, ...]:  # noqa: ANN401  whatever JSON holds
    return tuple(map(shapes.receipt, result))


def _input(result: dict[str, str]) -> bytes:
    return shapes.data(result["input"])


def _finality(answer: dict[str, Any]) -> Finality | None:
    """None also from an engine without our extension: its evidence is found otherwise, or nowhere."""
    if answer.get("error", {}).get("code") == METHOD_NOT_FOUND:
        return None
    return _parse(_or_none(shapes.finality), _result(answer))


def _tag(block: BlockTag) -> str:
    return block if isinstance(block, str) else shapes.quantity(block)


def _slot(slot: int) -> str:
    """All engines take 32 bytes; some refuse shorter ones."""
    return shapes.text(slot.to_bytes(32, "big"))
