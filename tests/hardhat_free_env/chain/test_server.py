"""The node as a process: HTTP rules, signals, two owners, a moved clock, the sender list, and slow callers."""

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from hardhat_free_env.chain.errors import BadRequest
from hardhat_free_env.chain.rpc.server import BODY, bind
from hardhat_free_env.testing import account
from hardhat_free_env.testing.rpc import RpcError, RunningNode
from tests.hardhat_free_env.chain.conftest import CHAIN_ID, Sender
from tests.hardhat_free_env.chain.programs import COUNT, SPIN, creation
from tests.hardhat_free_env.chain.test_sealer import eventually

ASK = b'{"jsonrpc": "2.0", "id": 1, "method": "eth_chainId"}'


def command(*arguments: str, expected: int = 0) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-m", "hardhat_free_env", *arguments], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == expected, done.stderr
    return json.loads(done.stdout) if done.stdout else {"error": done.stderr.strip()}


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningNode]:
    with RunningNode.start(tmp_path_factory.mktemp("node"), "--demo", "--open", "--heartbeat", "0") as running:
        yield running


def test_a_node_announces_where_it_answers(node: RunningNode) -> None:
    assert node.announced["chainId"] == CHAIN_ID
    assert node.announced["pid"] == node.process.pid
    assert node.announced["genesisHash"] == node.ask("eth_getBlockByNumber", "earliest", False)["hash"]


@pytest.mark.parametrize(
    "headers, body, status",
    [
        ({}, ASK, 200),
        ({"content_type": "application/json; charset=utf-8"}, ASK, 200),
        ({"content_type": "text/plain"}, ASK, 415),
        ({"host": "ledger.example"}, ASK, 403),
        ({"host": "127.0.0.1.example:80"}, ASK, 403),
        ({"host": "localhost:9"}, ASK, 200),
        ({}, b" " * (BODY + 1), 413),
    ],
)
def test_http_rules(node: RunningNode, headers: dict[str, str], body: bytes, status: int) -> None:
    assert node.exchange(body, **headers)[0] == status


def test_reading_by_get_is_not_allowed(node: RunningNode) -> None:
    host, port = node.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert connection.recv(100).startswith(b"HTTP/1.1 405")


@pytest.mark.parametrize("host", ["0.0.0.0", "10.0.0.1", "::", "ledger.example"])
def test_only_loopback_is_bound(host: str) -> None:
    with pytest.raises(BadRequest, match=r"loopback|not an IP address"):
        bind(host, 0)


def test_a_taken_port_is_said_to_be(node: RunningNode) -> None:
    port = int(node.url.rsplit(":", 1)[1])
    with pytest.raises(BadRequest, match="choose another --port"):
        bind("127.0.0.1", port)


def test_a_second_server_on_the_directory_is_refused_and_the_first_goes_on(node: RunningNode) -> None:
    with pytest.raises(RuntimeError, match=f"is in use by process {node.process.pid}"):
        RunningNode.start(node.directory, "--open")
    assert node.ask("eth_chainId")


def test_the_moved_clock_shows_within_a_moment_and_only_forward(node: RunningNode) -> None:
    directory = str(node.directory)
    before = int(node.ask("eth_getBlockByNumber", "latest", False)["timestamp"], 16)
    moved = command("clock", "--dir", directory, "--forward", "86400")["time"]
    assert isinstance(moved, int)
    eventually(lambda: int(node.ask("eth_getBlockByNumber", "latest", False)["timestamp"], 16) >= moved)
    assert moved >= before + 86_400 - 1
    refusal = command("clock", "--dir", directory, "--to", "2020-01-01T00:00Z", expected=2)
    assert "forward only" in str(refusal["error"])


def test_a_slow_call_does_not_hold_up_sealing(node: RunningNode) -> None:
    sender = Sender(account(3))
    created = [sender.raw(None, creation(code)) for code in (SPIN, COUNT)]
    hashes = [node.ask("eth_sendRawTransaction", "0x" + raw.hex()) for raw in created]
    eventually(lambda: node.ask("eth_getTransactionReceipt", hashes[1]))
    spin, counter = (node.ask("eth_getTransactionReceipt", each)["contractAddress"] for each in hashes)
    finished: list[float] = []

    def slow() -> None:
        with pytest.raises(RpcError, match="out of gas"):
            node.ask("eth_call", {"to": spin, "gas": hex(50_000_000)}, "latest")
        finished.append(time.monotonic())

    caller = threading.Thread(target=slow)
    caller.start()
    time.sleep(0.1)
    raw = sender.raw(bytes.fromhex(counter[2:]))
    tx_hash = node.ask("eth_sendRawTransaction", "0x" + raw.hex())
    eventually(lambda: node.ask("eth_getTransactionReceipt", tx_hash))
    sealed = time.monotonic()
    caller.join(60)
    assert sealed < finished[0]


def test_a_closed_chain_keeps_its_senders_and_a_running_one_follows_the_list(tmp_path: Path) -> None:
    one, two = Sender(account(0)), Sender(account(1))
    begun = command("node", "--init", "--dir", str(tmp_path), "--chain-id", str(CHAIN_ID), "--sender", one.who.checksum)
    assert begun["genesis"]["demo"] is False  # type: ignore[index]
    with RunningNode.start(tmp_path) as node:
        node.ask("eth_sendRawTransaction", "0x" + one.raw(two.who.address).hex())
        raw = "0x" + two.raw(one.who.address).hex()
        with pytest.raises(RpcError, match="sender not allowed"):
            node.ask("eth_sendRawTransaction", raw)
        listed = command("senders", "--dir", str(tmp_path), "--add", two.who.checksum)["senders"]
        assert listed == sorted("0x" + each.who.address.hex() for each in (one, two))

        def taken() -> bool:
            try:
                return bool(node.ask("eth_sendRawTransaction", raw))
            except RpcError:
                return False

        eventually(taken)
        for move in (["--forward", "1"], ["--to", "2030-01-01T00:00Z"]):
            refusal = command("clock", "--dir", str(tmp_path), *move, expected=2)
            assert "demo" in str(refusal["error"])
        assert node.stop() == 0
    assert command("audit", "--dir", str(tmp_path))["finding"] is None
    refusal = command("node", "--dir", str(tmp_path), "--open", expected=2)
    assert "demo chains" in str(refusal["error"])


def test_a_stopped_node_can_be_pruned_and_its_key_rotated(tmp_path: Path) -> None:
    directory = str(tmp_path)
    begun = command("node", "--init", "--dir", directory, "--demo", "--time", "2026-08-03T09:00+08:00")
    with RunningNode.start(tmp_path, "--open") as node:
        block = node.ask("eth_getBlockByNumber", "earliest", False)
        assert (block["timestamp"], block["hash"]) == (hex(1_785_718_800), begun["genesisHash"])
        sender = Sender(account(0))
        for _ in range(3):
            tx_hash = node.ask("eth_sendRawTransaction", "0x" + sender.raw(account(1).address).hex())
            eventually(partial(node.ask, "eth_getTransactionReceipt", tx_hash))
        latest = int(node.ask("eth_getBlockByNumber", "latest", False)["timestamp"], 16)
        assert 0 <= latest - 1_785_718_800 < 600
        assert "is in use" in str(command("rotate-key", "--dir", directory, expected=2)["error"])
    rotated = command("rotate-key", "--dir", directory)
    assert rotated["from"] == 4
    assert command("prune", "--dir", directory, "--keep", "1")["keptFrom"] == 3
    with RunningNode.start(tmp_path) as node:
        assert node.announced["signer"] == rotated["next"] != begun["signer"]
        with pytest.raises(RpcError, match="was pruned; state is kept from block 3"):
            node.ask("eth_getBalance", account(1).checksum, "0x1")
        assert node.ask("eth_getTransactionCount", account(0).checksum, "latest") == "0x3"
    assert command("audit", "--dir", directory)["finding"] is None


@pytest.mark.parametrize(
    "arguments, complaint",
    [
        (["node", "--init"], "--genesis FILE"),
        (["node"], "--genesis FILE"),
        (["audit"], "holds no chain"),
        (["clock", "--show"], "holds no chain"),
        (["senders"], "holds no chain"),
        (["rotate-key"], "holds no chain"),
        (["prune", "--keep", "5"], "holds no chain"),
        (["node", "--init", "--chain-id", "5", "--time", "2999-01-01T00:00Z"], "demo chain"),
    ],
)
def test_a_command_says_what_is_missing(tmp_path: Path, arguments: list[str], complaint: str) -> None:
    refusal = command(*arguments, "--dir", str(tmp_path), expected=2)
    assert complaint in str(refusal["error"])
