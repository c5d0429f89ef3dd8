"""The commands over HTTP on a real node: deploy with an encrypted keystore, again, upgrade, and what they refuse."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from eth_account import Account as Keys

from hardhat_free_env.__main__ import main
from hardhat_free_env.testing import account
from hardhat_free_env.testing.rpc import RunningNode


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningNode]:
    with RunningNode.start(tmp_path_factory.mktemp("node"), "--demo", "--open", "--heartbeat", "0") as node:
        yield node


@pytest.fixture
def arguments(tmp_path: Path, node: RunningNode) -> list[str]:
    """What `deploy` and `upgrade` share, for test account 1."""
    keystore = Keys.encrypt(account(1).secret, "open sesame", kdf="pbkdf2", iterations=1)
    (tmp_path / "key.json").write_text(json.dumps(keystore))
    (tmp_path / "passphrase").write_text("open sesame\n")
    paths = {name: str(tmp_path / name) for name in ("key.json", "passphrase", "manifest.json")}
    return [
        *("--rpc", node.url, "--key-file", paths["key.json"], "--passphrase-file", paths["passphrase"]),
        *("--manifest", paths["manifest.json"]),
    ]


@pytest.fixture
def plan(tmp_path: Path) -> str:
    executors = [account(number).checksum for number in (1, 2)]
    document = {
        "operator": {"identifier": "0x" + "01" * 32, "name": "0x" + "02" * 32},
        "founders": [
            {"signer": executor, "person": f"0x{place:064x}"} for place, executor in enumerate(executors, start=1)
        ],
        "authority": {"executors": executors},
        "document": "0x" + "05" * 32,
    }
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(document))
    return str(file)


def test_a_ledger_is_deployed_upgraded_and_found_again(
    tmp_path: Path, arguments: list[str], plan: str, node: RunningNode, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["deploy", *arguments, "--plan", plan, "--dry-run"]) == 0
    assert "create Ledger" in capsys.readouterr().out
    assert main(["deploy", *arguments, "--plan", plan]) == 0
    assert "演示" in capsys.readouterr().err
    manifest = (tmp_path / "manifest.json").read_text()
    assert json.loads(manifest)["chainId"] == int(node.ask("eth_chainId"), 16)
    assert node.ask("eth_getCode", json.loads(manifest)["ledger"], "latest") != "0x"
    height = node.ask("eth_blockNumber")
    assert main(["deploy", *arguments, "--plan", plan]) == 0
    assert main(["upgrade", *arguments]) == 0
    assert main(["upgrade", *arguments, "--dry-run"]) == 0
    assert (tmp_path / "manifest.json").read_text() == manifest
    assert node.ask("eth_blockNumber") == height


def test_a_wrong_passphrase_is_said_and_nothing_is_done(
    tmp_path: Path, arguments: list[str], plan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "passphrase").write_text("open barley")
    assert main(["deploy", *arguments, "--plan", plan]) == 2
    assert "cannot open the keystore" in capsys.readouterr().err
    assert not (tmp_path / "manifest.json").exists()


@pytest.mark.parametrize(
    "change, complaint",
    [
        (("--rpc", "http://127.0.0.1:1"), "Is it running?"),
        (("--rpc", "ftp://127.0.0.1"), "no http address"),
        (("--key-file", "nowhere.json"), "cannot read nowhere.json"),
        (("--plan", "nowhere.json"), "nowhere.json"),
    ],
)
def test_what_is_missing_is_named(
    arguments: list[str], plan: str, change: tuple[str, str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["deploy", *arguments, "--plan", plan, *change]) == 2
    assert complaint in capsys.readouterr().err


def test_an_upgrade_needs_a_manifest(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["upgrade", *arguments]) == 2
    assert "not a manifest" in capsys.readouterr().err


def test_a_passphrase_is_never_taken_from_a_pipe(tmp_path: Path, arguments: list[str], plan: str) -> None:
    place = arguments.index("--passphrase-file")
    without = arguments[:place] + arguments[place + 2 :]
    command = [sys.executable, "-m", "hardhat_free_env", "deploy", *without, "--plan", plan]
    refused = subprocess.run(command, input="open sesame\n", capture_output=True, text=True, check=False, timeout=60)
    assert refused.returncode == 2
    assert "--passphrase-file" in refused.stderr


def test_the_committed_storage_layout_is_fresh() -> None:
    assert main(["layout", "--check"]) == 0
