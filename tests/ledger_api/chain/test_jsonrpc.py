"""The client against a real node's answers, and against nodes that answer badly or not at all."""

from collections.abc import Callable

import orjson
import pytest
from eth_hash.auto import keccak

from hardhat_free_env.testing import account
from ledger_api.chain.codec import Codec
from ledger_api.chain.jsonrpc import JsonRpcChain
from ledger_api.chain.rpc_errors import refusal
from ledger_api.chain.wire import Wire
from ledger_api.ports.chain import (
    AlreadyKnown,
    BlockUnknown,
    CallReverted,
    Chain,
    NodeRefused,
    NodeUnreachable,
    NonceTooLow,
)
from tests.contracts.stage import Stage


def test_a_node_is_read_through_the_port(stage: Stage, chain: JsonRpcChain) -> None:
    port: Chain = chain
    head = port.header("latest")
    assert head is not None
    assert (port.chain_id(), port.block_number()) == (stage.chain.node.chain_id, head.number)
    assert port.header(head.hash) == port.header(head.number) == head
    assert keccak(port.code(stage.ledger.address)) != keccak(b"")
    block = port.block(head.number)
    assert block is not None
    assert (block.header, block.receipts, block.finality) == (
        head,
        port.receipts(head.number),
        port.finality(head.number),
    )


def test_a_sent_transaction_is_found_by_its_hash(stage: Stage, chain: JsonRpcChain) -> None:
    sender = account(5)
    nonce = chain.transaction_count(sender.address)
    raw = sender.transaction(stage.chain.node.chain_id, nonce, bytes(20), b"\xca\x11")
    sent = chain.send_raw(raw)
    assert sent == keccak(raw)
    receipt = chain.receipt(sent)
    assert receipt is not None
    assert (receipt.succeeded, receipt.block_number) == (True, chain.block_number())
    assert chain.transaction_count(sender.address) == nonce + 1
    assert chain.transaction_input(sent) == b"\xca\x11"
    assert chain.transaction_input(keccak(b"no transaction")) is None
    with pytest.raises(AlreadyKnown):
        chain.send_raw(raw)
    with pytest.raises(NonceTooLow):
        chain.send_raw(sender.transaction(stage.chain.node.chain_id, nonce, bytes(20), b"\1"))


def test_a_refused_call_carries_the_contracts_own_error(stage: Stage, chain: JsonRpcChain) -> None:
    act = Codec.load().encode_act("pin", {"by": 2, "entry": keccak(b"nothing"), "edition": 0})
    with pytest.raises(CallReverted) as caught:
        chain.call(stage.ledger.address, act)
    assert Codec.load().decode_error(caught.value.data).name == "KeyNotOfOfficer"


def test_what_is_not_there_is_none(chain: JsonRpcChain) -> None:
    beyond = chain.block_number() + 1
    assert chain.header(beyond) is None
    assert chain.header(keccak(b"no block")) is None
    assert chain.block(beyond) is None
    assert chain.finality(beyond) is None
    assert chain.receipt(keccak(b"no transaction")) is None


def test_state_of_a_block_to_come_is_refused_as_unknown(stage: Stage, chain: JsonRpcChain) -> None:
    beyond = chain.block_number() + 1
    with pytest.raises(BlockUnknown):
        chain.receipts(beyond)
    with pytest.raises(BlockUnknown):
        chain.storage(stage.ledger.address, 0, beyond)
    with pytest.raises(BlockUnknown):
        chain.proof(stage.ledger.address, [0], beyond)


@pytest.mark.parametrize(
    "error, kind",
    [
        ({"code": -32000, "message": "already known"}, AlreadyKnown),
        ({"code": -32000, "message": "Known transaction"}, AlreadyKnown),
        ({"code": -32001, "message": "Nonce too low"}, NonceTooLow),
        ({"code": -32000, "message": "nonce too low: address 0x…, tx: 1 state: 2"}, NonceTooLow),
        ({"code": -32000, "message": "header not found"}, BlockUnknown),
        ({"code": -32000, "message": "the state of block 4 was pruned; state is kept from block 9"}, BlockUnknown),
        ({"code": -32000, "message": "World state unavailable"}, BlockUnknown),
        ({"code": -32000, "message": "block 7 not found"}, BlockUnknown),
        ({"code": 3, "message": "execution reverted", "data": "0x1234"}, CallReverted),
        ({"code": -32000, "message": "Execution reverted", "data": "0x1234"}, CallReverted),
        ({"code": -32602, "message": "invalid argument: revert to what?"}, NodeRefused),
        ({"message": "replacement transaction underpriced"}, NodeRefused),
    ],
)
def test_engines_words_are_understood(error: dict[str, object], kind: type[Exception]) -> None:
    found = refusal(error)
    assert type(found) is kind
    if isinstance(found, CallReverted):
        assert found.data == b"\x12\x34"


def test_a_revert_without_bytes_has_none() -> None:
    found = refusal({"code": 3, "message": "execution reverted"})
    assert isinstance(found, CallReverted)
    assert found.data == b""


Answering = Callable[[bytes], tuple[int, bytes]]


class Scripted(Wire):
    """Says what a test has it say."""

    def __init__(self, answer: Answering) -> None:
        super().__init__("http://127.0.0.1:1", seconds=1)
        self._answer = answer

    def post(self, body: bytes) -> tuple[int, bytes]:
        return self._answer(body)


def client(answer: Answering) -> JsonRpcChain:
    return JsonRpcChain("", wire=Scripted(answer))


def said(**answer: object) -> bytes:
    return orjson.dumps({"jsonrpc": "2.0"} | answer)


def echo(result: object) -> Answering:
    return lambda body: (200, said(id=orjson.loads(body)["id"], result=result))


def fall(_: bytes) -> tuple[int, bytes]:
    raise ConnectionRefusedError


@pytest.mark.parametrize(
    "answer",
    [
        fall,
        lambda _: (503, b"busy"),
        lambda _: (200, b"no json"),
        lambda _: (200, said(id=999_999, result="0x1")),
        lambda _: (200, b"[]"),
        echo("one"),
        echo(None),
        echo({}),
    ],
)
def test_an_answer_that_is_none_is_no_answer(answer: Answering) -> None:
    with pytest.raises(NodeUnreachable):
        client(answer).chain_id()


def test_an_error_for_a_whole_batch_is_a_refusal() -> None:
    refused = said(id=None, error={"code": -32600, "message": "batch too large"})
    with pytest.raises(NodeRefused, match="batch too large"):
        client(lambda _: (200, refused)).block(1)


def test_an_engine_without_our_extension_has_no_evidence() -> None:
    error = {"code": -32601, "message": "the method dpr_getFinality does not exist"}
    assert client(lambda body: (200, said(id=orjson.loads(body)["id"], error=error))).finality(1) is None


def test_nobody_listening_is_unreachable() -> None:
    with pytest.raises(NodeUnreachable):
        JsonRpcChain("http://127.0.0.1:9", seconds=2).chain_id()
