"""JSON-RPC as a client sees it, without HTTP: methods, tags, error codes, batches."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from hardhat_free_env.chain import records
from hardhat_free_env.chain.clock import ManualClock
from hardhat_free_env.chain.node import Node
from hardhat_free_env.chain.reader import Reader
from hardhat_free_env.chain.rpc import dispatch
from hardhat_free_env.chain.rpc.dispatch import Dispatcher
from hardhat_free_env.chain.rpc.methods import Methods
from hardhat_free_env.chain.sealer import Sealer
from hardhat_free_env.chain.seals import Rotation, Seal, signer_at
from hardhat_free_env.testing import account
from tests.hardhat_free_env.chain.conftest import CHAIN_ID, START, Sender
from tests.hardhat_free_env.chain.programs import COUNT, LOAD, REVERT, STORE, creation, logger, word
from tests.hardhat_free_env.chain.test_sealer import eventually

Deploy = Callable[[bytes], bytes]

PAGE_3 = {
    "eth_chainId", "eth_blockNumber", "eth_getBlockByNumber", "eth_getBlockByHash", "eth_getBlockReceipts",
    "eth_getTransactionByHash", "eth_getTransactionReceipt", "eth_getLogs", "eth_getBalance", "eth_getCode",
    "eth_getStorageAt", "eth_getTransactionCount", "eth_call", "eth_estimateGas", "eth_sendRawTransaction",
    "eth_getProof", "eth_gasPrice", "eth_maxPriorityFeePerGas", "eth_feeHistory", "eth_syncing",
    "net_version", "web3_clientVersion", "dpr_getFinality",
}  # fmt: skip


class Client:
    """Sends what a client sends, as bytes."""

    def __init__(self, dispatcher: Dispatcher) -> None:
        self.dispatcher = dispatcher

    def post(self, body: object) -> Any:  # noqa: ANN401  whatever JSON holds
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        answer = self.dispatcher.answer(raw)
        return json.loads(answer) if answer else None

    def full(self, method: str, *parameters: Any) -> dict[str, Any]:
        answer: dict[str, Any] = self.post({"jsonrpc": "2.0", "id": 1, "method": method, "params": parameters})
        return answer

    def ask(self, method: str, *parameters: Any) -> Any:  # noqa: ANN401  whatever JSON holds
        return self.full(method, *parameters)["result"]

    def error(self, method: str, *parameters: Any) -> tuple[int, str]:
        error = self.full(method, *parameters)["error"]
        return error["code"], error["message"]


@pytest.fixture
def sealer(node: Node, reader: Reader) -> Iterator[Sealer]:
    running = Sealer(node, reader, heartbeat=0)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def methods(node: Node, reader: Reader, sealer: Sealer) -> Methods:
    return Methods(node, reader, sealer)


@pytest.fixture
def client(methods: Methods) -> Client:
    return Client(Dispatcher(methods.table))


def hexed(value: bytes) -> str:
    return "0x" + value.hex()


def test_exactly_the_methods_of_the_design_are_there(methods: Methods) -> None:
    assert set(methods.table) == PAGE_3


@pytest.mark.parametrize(
    "method",
    ["eth_accounts", "eth_sendTransaction", "eth_newFilter", "debug_traceCall", "evm_mine", "personal_sign", ""],
)
def test_anything_else_is_not_found(client: Client, method: str) -> None:
    assert client.error(method)[0] == -32601


def test_what_never_changes(client: Client) -> None:
    assert client.ask("eth_chainId") == hex(CHAIN_ID)
    assert client.ask("net_version") == str(CHAIN_ID)
    assert client.ask("eth_syncing") is False
    assert client.ask("eth_gasPrice") == client.ask("eth_maxPriorityFeePerGas") == "0x0"
    assert client.ask("web3_clientVersion").startswith("DataRightsLedger/")


def test_a_sent_transaction_is_in_the_pool_and_then_in_a_block(
    client: Client, sender: Sender, deploy: Deploy, node: Node
) -> None:
    counter = deploy(COUNT)
    raw = sender.raw(counter)
    tx_hash = client.ask("eth_sendRawTransaction", hexed(raw))
    assert client.ask("eth_getTransactionByHash", tx_hash)["hash"] == tx_hash
    eventually(lambda: client.ask("eth_getTransactionReceipt", tx_hash))
    receipt, transaction = (
        client.ask("eth_getTransactionReceipt", tx_hash),
        client.ask("eth_getTransactionByHash", tx_hash),
    )
    assert receipt["status"] == "0x1"
    assert receipt["blockHash"] == transaction["blockHash"] == hexed(node.head.hash)
    assert client.error("eth_sendRawTransaction", hexed(raw)) == (-32000, "already known")
    sender.nonce = 0
    code, message = client.error("eth_sendRawTransaction", hexed(sender.raw(account(2).address)))
    assert (code, message[:13]) == (-32000, "nonce too low")


def test_the_pending_count_goes_ahead_of_the_latest(client: Client, sender: Sender) -> None:
    sender.nonce = 1
    client.ask("eth_sendRawTransaction", hexed(sender.raw(account(2).address)))
    assert client.ask("eth_getTransactionCount", hexed(sender.who.address), "pending") == "0x0"
    sender.nonce = 0
    client.ask("eth_sendRawTransaction", hexed(sender.raw(account(2).address)))
    assert client.ask("eth_getTransactionCount", hexed(sender.who.address), "pending") == "0x2"


def test_blocks_by_every_name_are_the_same(client: Client, node: Node, sender: Sender) -> None:
    node.seal([sender.raw(account(2).address)])
    latest = client.ask("eth_getBlockByNumber", "latest")
    assert latest["number"] == "0x1"
    assert latest["transactions"] == [hexed(records.places_in(node.store, 1)[0].included.hash)]
    for name in ("safe", "finalized", "pending", "0x1"):
        assert client.ask("eth_getBlockByNumber", name, False) == latest
    assert client.ask("eth_getBlockByHash", latest["hash"], False) == latest
    assert client.ask("eth_getBlockByNumber", "earliest", False)["hash"] == hexed(node.genesis_hash)
    full = client.ask("eth_getBlockByNumber", "0x1", True)["transactions"][0]
    assert full == client.ask("eth_getTransactionByHash", latest["transactions"][0])


def test_what_is_not_there_is_null(client: Client) -> None:
    nothing = "0x" + "12" * 32
    assert client.ask("eth_getBlockByNumber", "0x99") is None
    assert client.ask("eth_getBlockByHash", nothing) is None
    assert client.ask("eth_getTransactionByHash", nothing) is None
    assert client.ask("eth_getTransactionReceipt", nothing) is None
    assert client.ask("eth_getBlockReceipts", "0x99") is None
    assert client.ask("dpr_getFinality", "0x99") is None


@pytest.mark.parametrize(
    "ask",
    [
        ("eth_getBalance", "0x" + "11" * 20, "0x99"),
        ("eth_call", {"to": "0x" + "11" * 20}, "0x99"),
        ("eth_getProof", "0x" + "11" * 20, [], "0x99"),
        ("eth_getStorageAt", "0x" + "11" * 20, "0x0", {"blockHash": "0x" + "12" * 32}),
        ("eth_getLogs", {"blockHash": "0x" + "12" * 32}),
    ],
)
def test_state_at_an_unknown_block_is_an_error(client: Client, ask: tuple[Any, ...]) -> None:
    code, message = client.error(*ask)
    assert code == -32000
    assert "not found" in message


@pytest.mark.parametrize(
    "ask",
    [
        ("eth_getBalance",),
        ("eth_getBalance", "0x11"),
        ("eth_getBalance", "0x" + "11" * 20, "newest"),
        ("eth_getBalance", "0x" + "11" * 20, "0x"),
        ("eth_getBalance", "0x" + "11" * 20, True),
        ("eth_getBalance", "0x" + "11" * 20, "latest", "more"),
        ("eth_getBlockByNumber", "latest", "yes"),
        ("eth_getBlockByHash", "0x12"),
        ("eth_call", "0x"),
        ("eth_call", {"to": "0x" + "11" * 20, "data": "0x1"}),
        ("eth_call", {"to": "0x" + "11" * 20, "data": "0x01", "input": "0x02"}),
        ("eth_call", {"to": "0x" + "11" * 20, "blobs": []}),
        ("eth_call", {"to": "0x" + "11" * 20}, "latest", {"0x" + "11" * 20: {"balance": "0x1"}}),
        ("eth_sendRawTransaction", "02f8"),
        ("eth_getProof", "0x" + "11" * 20, "0x0", "latest"),
        ("eth_getProof", "0x" + "11" * 20, ["0x0"] * 1025, "latest"),
        ("eth_getLogs", {"fromBlock": "0x2", "toBlock": "0x1"}),
        ("eth_getLogs", {"topics": [None] * 5}),
        ("eth_getLogs", {"address": "0x00"}),
        ("eth_getLogs", {"blockHash": "0x" + "12" * 32, "fromBlock": "0x1"}),
        ("eth_getLogs", {"block": "latest"}),
        ("eth_getLogs", []),
        ("eth_getStorageAt", "0x" + "11" * 20, "0x" + "f" * 65, "latest"),
        ("eth_getStorageAt", "0x" + "11" * 20, "0x-1", "latest"),
        ("eth_getStorageAt", "0x" + "11" * 20, "0x1_0", "latest"),
        ("eth_feeHistory", "many", "latest", []),
        ("dpr_getFinality", {"blockHash": 5}),
    ],
)
def test_bad_parameters_are_invalid_params(client: Client, ask: tuple[Any, ...]) -> None:
    assert client.error(*ask)[0] == -32602


@pytest.mark.parametrize(
    "body, code",
    [
        (b"", -32700),
        (b"{", -32700),
        (b"\xff", -32700),
        (b"[]", -32600),
        (b"7", -32600),
        (b'{"method": "eth_chainId", "id": 1}', -32600),
        (b'{"jsonrpc": "2.0", "method": 5, "id": 1}', -32600),
        (b'{"jsonrpc": "2.0", "method": "eth_chainId", "id": {}}', -32600),
        (b'{"jsonrpc": "2.0", "method": "eth_chainId", "id": 1, "params": {}}', -32602),
    ],
)
def test_a_malformed_request_has_its_code(client: Client, body: bytes, code: int) -> None:
    assert client.post(body)["error"]["code"] == code


def test_a_batch_answers_each_in_order_and_notifications_not_at_all(client: Client) -> None:
    answers = client.post(
        [
            {"jsonrpc": "2.0", "id": "a", "method": "eth_chainId"},
            {"jsonrpc": "2.0", "method": "eth_chainId"},
            {"jsonrpc": "2.0", "id": 2, "method": "nothing"},
            7,
        ]
    )
    assert [answer["id"] for answer in answers] == ["a", 2, None]
    assert [answer.get("error", {}).get("code") for answer in answers] == [None, -32601, -32600]
    assert client.post({"jsonrpc": "2.0", "method": "eth_chainId"}) is None


def test_batches_and_answers_are_bounded(client: Client, node: Node, monkeypatch: pytest.MonkeyPatch) -> None:
    request = {"jsonrpc": "2.0", "id": 1, "method": "eth_getBlockByNumber", "params": ["latest", False]}
    answer = client.post([request] * (dispatch.BATCH + 1))
    assert (answer["error"]["code"], answer["error"]["message"]) == (-32600, "batch too large: 1001, limit 1000")
    monkeypatch.setattr(dispatch, "RESPONSE", 5_000)
    answers = client.post([request] * 10)
    assert len(answers) == 10
    assert "result" in answers[0]
    assert answers[9]["error"]["code"] == -32003


def test_a_fault_inside_is_an_internal_error_that_shows_nothing(
    methods: Methods, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> None:
        raise RuntimeError("the secret path")

    answer = Client(Dispatcher({**methods.table, "eth_chainId": broken})).full("eth_chainId")
    assert answer["error"] == {"code": -32603, "message": "internal error"}
    assert "the secret path" in caplog.text


def test_a_revert_has_code_three_and_its_bytes(client: Client, deploy: Deploy) -> None:
    call = {"to": hexed(deploy(REVERT)), "data": "0x01020304"}
    for method in ("eth_call", "eth_estimateGas"):
        assert client.full(method, call)["error"] == {"code": 3, "message": "execution reverted", "data": "0x01020304"}


def test_state_is_read_at_any_block(client: Client, deploy: Deploy, node: Node, sender: Sender) -> None:
    store, load = deploy(STORE), deploy(LOAD)
    for value in (7, 8):
        node.seal([sender.raw(store, word(1) + word(value))])
    block = {"blockHash": hexed(node.head.parent_hash)}
    assert client.ask("eth_getStorageAt", hexed(store), "0x1", "latest") == hexed(word(8))
    assert client.ask("eth_getStorageAt", hexed(store), hexed(word(1)), block) == hexed(word(7))
    assert client.ask("eth_getStorageAt", hexed(store), "0x1", {"blockNumber": "0x2"}) == hexed(word(0))
    assert client.ask("eth_getCode", hexed(store)) == hexed(STORE)
    assert client.ask("eth_getCode", hexed(store), "earliest") == "0x"
    assert client.ask("eth_getBalance", hexed(store)) == "0x0"
    assert client.ask("eth_call", {"to": hexed(load), "data": hexed(word(1))}) == hexed(word(0))


def test_logs_and_receipts_tell_the_same(client: Client, deploy: Deploy, node: Node, sender: Sender) -> None:
    two = deploy(logger(2))
    node.seal([sender.raw(two, word(5) + word(each)) for each in (1, 2, 3)])
    node.seal([sender.raw(two, word(6) + word(1))])
    everything = client.ask("eth_getLogs", {"fromBlock": "earliest", "toBlock": "latest", "address": hexed(two)})
    by_receipt = [
        log
        for number in range(node.head.block_number + 1)
        for receipt in client.ask("eth_getBlockReceipts", hex(number))
        for log in receipt["logs"]
    ]
    assert everything == by_receipt
    assert [log["logIndex"] for log in everything] == ["0x0", "0x1", "0x2", "0x0"]
    topics = [[hexed(word(5))], hexed(word(2))]
    assert client.ask("eth_getLogs", {"fromBlock": "0x0", "topics": topics}) == [everything[1]]
    assert client.ask("eth_getLogs", {"fromBlock": "0x1", "toBlock": "0xffff", "topics": [None, hexed(word(1))]}) == [
        everything[0],
        everything[3],
    ]
    assert client.ask("eth_getLogs", {"blockHash": everything[3]["blockHash"]}) == [everything[3]]
    assert client.ask("eth_getLogs", {}) == [everything[3]]
    assert client.ask("eth_getLogs", {"fromBlock": "0xfff", "toBlock": "0xffff"}) == []


def test_fees_are_zero_and_gas_is_real(client: Client, node: Node, sender: Sender) -> None:
    node.seal([sender.raw(account(2).address)])
    history = client.ask("eth_feeHistory", "0x5", "latest", [10, 50])
    assert history["oldestBlock"] == "0x0"
    assert history["baseFeePerGas"] == ["0x0"] * 3
    assert history["gasUsedRatio"] == [0.0, 21_000 / node.head.gas_limit]
    assert history["reward"] == [["0x0", "0x0"]] * 2


def test_finality_evidence_can_be_checked_by_whoever_knows_the_first_signer(client: Client, node: Node) -> None:
    first = node.signer
    node.seal([])
    node.rotate_key()
    node.seal([])
    for number in (0, 1, 2):
        evidence = client.ask("dpr_getFinality", hex(number))
        assert (evidence["engine"], evidence["signers"], evidence["label"]) == ("embedded", 1, "one signer")
        genesis, block_hash = bytes.fromhex(evidence["genesisHash"][2:]), bytes.fromhex(evidence["blockHash"][2:])
        assert evidence["blockHash"] == client.ask("eth_getBlockByNumber", hex(number))["hash"]
        seal = Seal(CHAIN_ID, genesis, evidence["number"], block_hash, bytes.fromhex(evidence["signature"][2:]))
        rotations = [
            Rotation(
                CHAIN_ID, genesis, each["from"], bytes.fromhex(each["next"][2:]), bytes.fromhex(each["signature"][2:])
            )
            for each in evidence["rotations"]
        ]
        assert seal.signer == signer_at(first, rotations, number) == bytes.fromhex(evidence["signer"][2:])


def test_the_latest_context_follows_the_clock(client: Client, deploy: Deploy, clock: ManualClock) -> None:
    from tests.hardhat_free_env.chain.programs import CONTEXT

    context = hexed(deploy(CONTEXT))
    clock.forward(1_000)
    for tag in ("latest", "pending"):
        output = client.ask("eth_call", {"to": context}, tag)
        assert int(output[2:66], 16) == START + 1_000


def test_a_creation_is_estimated_without_a_callee(client: Client) -> None:
    assert int(client.ask("eth_estimateGas", {"data": hexed(creation(COUNT))}), 16) > 53_000
