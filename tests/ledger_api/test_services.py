"""The facade put together over a node of its own: opened for the right chain only, at work until it is closed."""

import json
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from eth_account import Account as EthAccount

from hardhat_free_env.deploy.deployment import deploy
from hardhat_free_env.deploy.rpc import HttpRpc
from hardhat_free_env.deploy.sender import Sender
from hardhat_free_env.testing import account
from hardhat_free_env.testing.ledger import demo_plan
from hardhat_free_env.testing.rpc import RunningNode
from ledger_api.domain.errors import NotNow
from ledger_api.filings.keystore import KeystoreUnreadable
from ledger_api.services import Services, Settings


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A folder with a manifest and a relayer's key, and the node's address."""
    folder = tmp_path_factory.mktemp("home")
    (folder / "chain").mkdir()
    with RunningNode.start(folder / "chain", "--demo", "--open", "--heartbeat", "0") as node:
        manifest = deploy(Sender(HttpRpc(node.url), account(0).secret), demo_plan())
        (folder / "manifest.json").write_text(manifest.to_json())
        keystore = EthAccount.encrypt(account(90).secret, "pass", kdf="pbkdf2", iterations=1)
        (folder / "relayer.json").write_text(json.dumps(keystore))
        (folder / "passphrase").write_text("pass\n")
        yield folder, node.url


@pytest.fixture
def settings(home: tuple[Path, str], tmp_path: Path) -> Settings:
    folder, url = home
    return Settings(
        store=f"sqlite:///{tmp_path / 'facade.db'}",
        node=url,
        manifest=folder / "manifest.json",
        vault_key=tmp_path / "vault.key",
        keystore=folder / "relayer.json",
        passphrase=folder / "passphrase",
    )


def test_it_works_until_it_is_closed_and_opens_again_where_it_was(settings: Settings) -> None:
    services = Services.open(settings)
    services.start()
    newest = services.chain.block_number()
    assert services.indexer.wait_for(newest, 20)
    services.close()
    again = Services.open(settings)
    with again.store.read() as connection:
        assert again.registers(connection).block() >= newest
        assert again.registers(connection).officer(2) is not None
    again.close()


def test_the_vaults_key_is_made_once_and_is_for_its_owner_only(settings: Settings) -> None:
    keys = []
    for _ in range(2):
        services = Services.open(settings)
        keys.append(services.vault.key)
        services.close()
    assert keys[0] == keys[1]
    assert stat.S_IMODE(settings.vault_key.stat().st_mode) == 0o600


def test_a_chain_that_is_not_the_manifests_is_refused(settings: Settings, tmp_path: Path) -> None:
    document = json.loads(settings.manifest.read_text())
    document["ledgerCodeHash"] = "0x" + "00" * 32
    (tmp_path / "other.json").write_text(json.dumps(document))
    with pytest.raises(NotNow) as caught:
        Services.open(replace(settings, manifest=tmp_path / "other.json"))
    assert caught.value.code == "chain-foreign"


def test_a_wrong_passphrase_is_told_at_once(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "wrong").write_text("wrong")
    with pytest.raises(KeystoreUnreadable):
        Services.open(replace(settings, passphrase=tmp_path / "wrong"))


def test_closing_lets_another_process_have_the_lane_at_once(settings: Settings) -> None:
    first, second = Services.open(settings), Services.open(replace(settings, name="second"))
    assert first.sender is not None
    assert second.sender is not None
    first.sender.turn()
    assert second.sender._held() is None
    first.start()
    first.close()
    assert second.sender._held() is not None
    second.close()
