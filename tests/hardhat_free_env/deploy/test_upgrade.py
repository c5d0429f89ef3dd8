"""Replacing a chapter: compared, placed, scheduled, performed when due, cancelled by another executor; all else refused."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hardhat_free_env.compiler import artifacts
from hardhat_free_env.compiler.artifacts import Artifact, load
from hardhat_free_env.deploy import layout, manifest, upgrade
from hardhat_free_env.deploy.deployment import deploy
from hardhat_free_env.deploy.errors import DeploymentDiffers, LayoutChanged, NotYet, PlanInvalid
from hardhat_free_env.deploy.manifest import Manifest
from hardhat_free_env.deploy.plan import Authority
from hardhat_free_env.deploy.sender import Sender
from hardhat_free_env.testing import LocalChain, account
from hardhat_free_env.testing.ledger import demo_plan
from hardhat_free_env.testing.local_rpc import LocalRpc

DELAY = 172_800


def newer(name: str, addition: bytes = b"\0") -> Artifact:
    """The artifact as a later version: the same code and a little more."""
    old = load(name)
    runtime = old.deployed_bytecode + addition
    # PUSH2 size, DUP1, PUSH1 10, RETURNDATASIZE, CODECOPY, RETURNDATASIZE, RETURN: puts the runtime code on chain
    creation = bytes.fromhex(f"61{len(runtime):04x}80600a3d393df3") + runtime
    from eth_hash.auto import keccak

    return replace(old, bytecode=creation, deployed_bytecode=runtime, code_hash=keccak(runtime))


class Scene:
    """A chain with a deployed ledger, and two executors."""

    def __init__(self, chain: LocalChain, delay: int) -> None:
        self.chain = chain
        executors = (account(1).address, account(2).address)
        self.rpc = LocalRpc(chain)
        plan = replace(demo_plan(), authority=Authority(executors, delay))
        self.before = deploy(Sender(self.rpc, account(0).secret), plan)
        self.first, self.second = (Sender(self.rpc, account(number).secret) for number in (1, 2))

    def chapter_of(self, act: str) -> str:
        """Address that has an act now."""
        selector = next(selector for selector, name in self.before.acts.items() if name.endswith(f".{act}"))
        ledger = self.chain.at(load("Ledger").abi, bytes.fromhex(self.before.ledger[2:]))
        page: int = ledger.call("chapterOf", bytes.fromhex(selector[2:]))
        return f"0x{page & ((1 << 160) - 1):040x}"


@pytest.fixture
def scene() -> Iterator[Scene]:
    with LocalChain() as chain:
        yield Scene(chain, DELAY)


def install(monkeypatch: pytest.MonkeyPatch, *compiled: Artifact) -> None:
    """Let these be what is compiled here."""
    by_name = {artifact.contract_name: artifact for artifact in compiled}

    def load_new(name: str, folder: Path = artifacts.FOLDER) -> Artifact:
        return by_name.get(name) or load(name, folder)

    monkeypatch.setattr(upgrade, "load", load_new)
    monkeypatch.setattr(manifest, "load", load_new)


def test_with_nothing_new_an_upgrade_does_nothing(scene: Scene) -> None:
    height = scene.chain.number
    assert upgrade.perform(scene.first, scene.before) == scene.before
    assert scene.chain.number == height


def test_a_newer_chapter_is_scheduled_then_performed_when_it_is_due(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, newer("BookChapter"))
    with pytest.raises(NotYet, match="after"):
        upgrade.perform(scene.first, scene.before)
    assert scene.chapter_of("anchorDay") == scene.before.chapters["BookChapter"]["address"]
    scene.chain.forward(seconds=DELAY - 1)
    scene.chain.seal()
    with pytest.raises(NotYet):
        upgrade.perform(scene.first, scene.before)
    scene.chain.forward(seconds=1)
    scene.chain.seal()
    after = upgrade.perform(scene.first, scene.before)
    assert scene.chapter_of("anchorDay") == after.chapters["BookChapter"]["address"]
    assert after.chapters["BookChapter"] != scene.before.chapters["BookChapter"]
    assert after.chapters["PartiesChapter"] == scene.before.chapters["PartiesChapter"]
    assert after.block == scene.before.block
    assert after.compiler_input_hash == scene.before.compiler_input_hash
    assert upgrade.perform(scene.first, after) == after


def test_another_executor_can_cancel_what_was_scheduled(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, newer("BookChapter"))
    with pytest.raises(NotYet):
        upgrade.perform(scene.first, scene.before)
    upgrade.cancel(scene.second, scene.before, scene.first.address)
    scene.chain.forward(seconds=DELAY + 1)
    scene.chain.seal()
    with pytest.raises(NotYet):  # scheduled anew, from the beginning
        upgrade.perform(scene.first, scene.before)
    assert scene.chapter_of("anchorDay") == scene.before.chapters["BookChapter"]["address"]


def test_what_one_executor_scheduled_another_cannot_perform(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, newer("BookChapter"))
    with pytest.raises(NotYet):
        upgrade.perform(scene.first, scene.before)
    scene.chain.forward(seconds=DELAY + 1)
    scene.chain.seal()
    with pytest.raises(NotYet):
        upgrade.perform(scene.second, scene.before)


def test_without_a_delay_a_chapter_is_replaced_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with LocalChain() as chain:
        scene = Scene(chain, 0)
        install(monkeypatch, newer("BookChapter"))
        after = upgrade.perform(scene.first, scene.before)
        assert scene.chapter_of("anchorDay") == after.chapters["BookChapter"]["address"]


def test_an_act_that_a_newer_chapter_lacks_is_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    with LocalChain() as chain:
        scene = Scene(chain, 0)
        old = newer("BookChapter")
        fewer = replace(old, abi=tuple(entry for entry in old.abi if entry.get("name") != "anchorDay"))
        install(monkeypatch, fewer)
        after = upgrade.perform(scene.first, scene.before)
        assert scene.chapter_of("anchorDay") == "0x" + "00" * 20
        assert not any(name.endswith("anchorDay") for name in after.acts.values())


def test_a_dry_run_names_the_steps_and_does_nothing(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, newer("BookChapter"))
    height = scene.chain.number
    said = list(upgrade.steps(scene.first, upgrade.prepare(scene.first, scene.before)))
    assert said[0].startswith("create BookChapter")
    assert scene.chain.number == height


def test_an_account_that_is_no_executor_is_refused(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, newer("BookChapter"))
    with pytest.raises(DeploymentDiffers, match="no executor"):
        upgrade.perform(Sender(scene.rpc, account(5).secret), scene.before)


def test_a_chapter_that_reaches_beyond_the_ledger_is_refused(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, newer("BookChapter", b"\xf4"))
    with pytest.raises(PlanInvalid, match="DELEGATECALL"):
        upgrade.perform(scene.first, scene.before)


def test_an_upgrade_that_would_misread_storage_is_refused(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = {**layout.committed(), "namespaces": {**layout.committed()["namespaces"], "dpr.book": ["Span span"]}}
    monkeypatch.setattr(layout, "committed", lambda: changed)
    with pytest.raises(LayoutChanged, match=r"dpr\.book"):
        upgrade.perform(scene.first, scene.before)


@pytest.mark.parametrize(
    "difference", [{"chain_id": 7}, {"genesis_hash": "0x" + "00" * 32}, {"ledger": "0x" + "11" * 20}]
)
def test_a_chain_that_is_not_the_manifest_s_is_refused(scene: Scene, difference: dict[str, object]) -> None:
    other: Manifest = replace(scene.before, **difference)  # type: ignore[arg-type]
    with pytest.raises(DeploymentDiffers):
        upgrade.perform(scene.first, other)
