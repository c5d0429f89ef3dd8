"""The embedded chain as a child: started, found on the same port after a kill, gone when its parent is."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hardhat_free_env.testing import account
from ledger_api.chain.embedded import EmbeddedNode, NodeNotStarted
from ledger_api.chain.jsonrpc import JsonRpcChain
from ledger_api.ports.chain import ChainError

DEMO = ("--demo", "--open", "--heartbeat", "0")


def until(holds: Callable[[], bool], seconds: float = 30) -> bool:
    """Whether it comes to hold in so many seconds."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    return state != "Z"


def send(chain: JsonRpcChain) -> bytes:
    sender = account(1)
    return chain.send_raw(sender.transaction(chain.chain_id(), chain.transaction_count(sender.address), bytes(20), b""))


def test_a_killed_chain_is_started_again_where_it_was_with_all_it_acknowledged(tmp_path: Path) -> None:
    with EmbeddedNode(tmp_path / "chain", options=DEMO) as node:
        chain = JsonRpcChain(node.url)
        sent = send(chain)
        assert until(lambda: chain.receipt(sent) is not None)
        before = chain.header("latest")
        assert before is not None
        url, pid, signer = node.url, node.pid, node.signer
        os.kill(pid, signal.SIGKILL)
        assert until(lambda: node.restarts == 1)
        assert (node.url, node.signer) == (url, signer)
        assert node.pid != pid
        assert chain.header(before.number) == before
        assert chain.receipt(sent) is not None
        chain.close()
    assert not is_running(node.pid)


def test_two_facades_on_one_chain_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ledger_api.chain.embedded.OWNED_SECONDS", 2.0)
    with EmbeddedNode(tmp_path / "chain", options=DEMO), pytest.raises(NodeNotStarted, match="in use by process"):
        EmbeddedNode(tmp_path / "chain").start()


def test_a_chain_that_cannot_start_says_why(tmp_path: Path) -> None:
    with pytest.raises(NodeNotStarted, match="--genesis"):
        EmbeddedNode(tmp_path / "nothing").start()


PARENT = """
import sys, time
from pathlib import Path
from ledger_api.chain.embedded import EmbeddedNode
node = EmbeddedNode(Path(sys.argv[1]), options=sys.argv[2:]).start()
print(node.pid, node.url, flush=True)
time.sleep(600)
"""


def test_the_chain_ends_with_a_facade_that_was_killed_and_the_next_one_takes_over(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PARENT, str(tmp_path / "chain"), *DEMO]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pid, url = parent.stdout.readline().split()
        chain = JsonRpcChain(url)
        sent = send(chain)
        assert until(lambda: chain.receipt(sent) is not None)
        parent.kill()
        parent.wait()
    with EmbeddedNode(tmp_path / "chain") as node:
        again = JsonRpcChain(node.url)
        assert again.receipt(sent) is not None
        assert not is_running(int(pid))
        again.close()
    with pytest.raises(ChainError):
        chain.chain_id()
    chain.close()
