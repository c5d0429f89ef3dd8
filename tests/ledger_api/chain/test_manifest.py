"""The facade serves one deployment: a chain that differs from the manifest anywhere is refused, naming where."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from eth_hash.auto import keccak

from hardhat_free_env.deploy import manifest as theirs
from hardhat_free_env.testing import LocalChain
from hardhat_free_env.testing.ledger import deploy_ledger
from ledger_api.chain import artifacts
from ledger_api.chain.jsonrpc import JsonRpcChain
from ledger_api.chain.manifest import Contract, Manifest, ManifestUnreadable, differences, verify
from ledger_api.domain.errors import NotNow
from tests.ledger_api.chain.near import near


@pytest.fixture(scope="module")
def deployed() -> Iterator[tuple[JsonRpcChain, theirs.Manifest]]:
    with LocalChain() as local:
        written = deploy_ledger(local)
        yield near(local), written


@pytest.fixture
def chain(deployed: tuple[JsonRpcChain, theirs.Manifest]) -> JsonRpcChain:
    return deployed[0]


@pytest.fixture
def manifest(deployed: tuple[JsonRpcChain, theirs.Manifest]) -> Manifest:
    return Manifest.parse(json.loads(deployed[1].to_json()))


def test_the_chain_it_was_deployed_on_is_served(chain: JsonRpcChain, manifest: Manifest) -> None:
    verify(chain, manifest)
    assert manifest.domain.ledger == manifest.ledger.address


def test_both_rooms_hash_the_same_abi() -> None:
    assert artifacts.abi_digest() == theirs.abi_digest()


@pytest.mark.parametrize(
    "change, said",
    [
        ({"chain_id": 1}, "chain id 20825, not 1"),
        ({"genesis_hash": keccak(b"other")}, "genesis 0x"),
        ({"ledger": "code"}, "the code of Ledger"),
        ({"chapters": "code"}, "the code of Registration"),
        ({"chapters": "place"}, "the act submit is not in chapter Registration"),
        ({"verifiers": "code"}, "the code of ERC7913P256Verifier"),
        ({"abi_digest": "0x00"}, "built for other contracts"),
    ],
)
def test_any_difference_is_refused_and_named(
    chain: JsonRpcChain, manifest: Manifest, change: dict[str, str], said: str
) -> None:
    other = replace(manifest, **{name: changed(manifest, name, value) for name, value in change.items()})  # type: ignore[arg-type]
    assert any(said in each for each in differences(chain, other))
    with pytest.raises(NotNow) as caught:
        verify(chain, other)
    assert caught.value.code == "chain-foreign"


def changed(manifest: Manifest, name: str, value: object) -> object:
    if name == "ledger":
        return replace(manifest.ledger, code_hash=bytes(32))
    if name in {"chapters", "verifiers"}:
        known: dict[str, Contract] = dict(getattr(manifest, name))
        key = "Registration" if name == "chapters" else "ERC7913P256Verifier"
        moved = replace(
            known[key], **({"address": known["Book"].address} if value == "place" else {"code_hash": bytes(32)})
        )
        return known | {key: moved}
    return value


def test_a_file_that_is_no_manifest_is_named(tmp_path: Path) -> None:
    file = tmp_path / "manifest.json"
    with pytest.raises(ManifestUnreadable, match=r"manifest\.json"):
        Manifest.load(file)
    file.write_text("{")
    with pytest.raises(ManifestUnreadable, match=r"manifest\.json"):
        Manifest.load(file)
    file.write_text('{"chainId": 1}')
    with pytest.raises(ManifestUnreadable, match="genesisHash"):
        Manifest.load(file)


def test_a_written_manifest_is_read(
    tmp_path: Path, deployed: tuple[JsonRpcChain, theirs.Manifest], manifest: Manifest
) -> None:
    file = tmp_path / "manifest.json"
    file.write_text(deployed[1].to_json())
    assert Manifest.load(file) == manifest
