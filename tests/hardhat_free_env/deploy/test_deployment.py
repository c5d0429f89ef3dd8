"""Deploying by a plan: everything stands, a run cut short is continued, a second run does nothing, strangers are refused."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from eth_hash.auto import keccak

from hardhat_free_env.compiler.artifacts import load
from hardhat_free_env.deploy import authority
from hardhat_free_env.deploy.contracts import Placed, call_data
from hardhat_free_env.deploy.deployment import deploy, outstanding
from hardhat_free_env.deploy.errors import DeploymentDiffers, RpcFailed, TransactionFailed
from hardhat_free_env.deploy.manifest import Manifest
from hardhat_free_env.deploy.pages import CHAPTERS, acts
from hardhat_free_env.deploy.plan import Authority, Plan
from hardhat_free_env.deploy.sender import Sender
from hardhat_free_env.deploy.words import unpack
from hardhat_free_env.testing import LocalChain, account
from hardhat_free_env.testing.ledger import demo_plan
from hardhat_free_env.testing.local_rpc import LocalRpc

DELAY = 172_800


@pytest.fixture
def chain() -> Iterator[LocalChain]:
    with LocalChain() as chain:
        yield chain


@pytest.fixture
def sender(chain: LocalChain) -> Sender:
    return Sender(LocalRpc(chain), account(0).secret)


@pytest.fixture
def plan() -> Plan:
    executors = (account(1).address, account(2).address)
    return replace(demo_plan(), authority=Authority(executors, delay=DELAY))


def ledger_of(manifest: Manifest) -> Placed:
    return Placed(load("Ledger"), bytes.fromhex(manifest.ledger[2:]))


def manager_of(manifest: Manifest) -> Placed:
    return Placed(load("AccessManager"), bytes.fromhex(manifest.authority[2:]))


def test_every_act_is_dispatched_to_the_chapter_the_manifest_names(sender: Sender, plan: Plan) -> None:
    manifest = deploy(sender, plan)
    for name in CHAPTERS:
        place = manifest.chapters[name]
        assert place["codeHash"] == "0x" + load(name).code_hash.hex()
        for act in acts(load(name)):
            (page,) = ledger_of(manifest).ask(sender, "chapterOf", act.selector)
            assert page == act.page(bytes.fromhex(place["address"][2:]))
            assert manifest.acts["0x" + act.selector.hex()] == f"{name}.{act.name}"


def test_the_manifest_describes_the_chain(chain: LocalChain, sender: Sender, plan: Plan) -> None:
    manifest = deploy(sender, plan)
    code = chain.reader.code(bytes.fromhex(manifest.ledger[2:]), chain.reader.latest())
    assert manifest.ledger_code_hash == "0x" + keccak(code).hex()
    assert manifest.chain_id == chain.node.chain_id
    assert manifest.genesis_hash == "0x" + chain.node.genesis_hash.hex()
    assert chain.logs(ledger_of(manifest).address, 0, manifest.block - 1) == []
    assert chain.logs(ledger_of(manifest).address, manifest.block, manifest.block) != []


def test_a_manifest_is_read_back_as_it_was_written(sender: Sender, plan: Plan, tmp_path: object) -> None:
    from pathlib import Path

    manifest = deploy(sender, plan)
    file = Path(str(tmp_path)) / "manifest.json"
    file.write_text(manifest.to_json())
    assert Manifest.load(file) == manifest


def test_a_second_run_does_nothing_and_says_the_same(chain: LocalChain, sender: Sender, plan: Plan) -> None:
    first = deploy(sender, plan)
    height = chain.number
    assert deploy(sender, plan) == first
    assert list(outstanding(sender, plan)) == []
    assert chain.number == height


@pytest.mark.parametrize("cut", range(1, 32, 4))
def test_a_run_cut_short_after_any_transaction_is_continued(chain: LocalChain, plan: Plan, cut: int) -> None:
    class Failing(LocalRpc):
        sent = 0

        def ask(self, method: str, *parameters: object) -> object:
            if method == "eth_sendRawTransaction":
                if self.sent == cut:
                    raise RpcFailed("the line went dead", None)
                self.sent += 1
            return super().ask(method, *parameters)

    with pytest.raises(RpcFailed, match="went dead"):
        deploy(Sender(Failing(chain), account(0).secret), plan)
    sender = Sender(LocalRpc(chain), account(0).secret)
    assert next(outstanding(sender, plan), None) is not None
    manifest = deploy(sender, plan)
    assert list(outstanding(sender, plan)) == []
    # nothing was created twice: the chapters, three other contracts and the ledger before the handing over began
    assert manifest.block == len(CHAPTERS) + 4


def test_a_dry_run_names_what_is_to_be_done_and_does_nothing(chain: LocalChain, sender: Sender, plan: Plan) -> None:
    said = list(outstanding(sender, plan))
    assert said[0] == "create AccessManager"
    assert "create RegistrationChapter" in said
    assert "create Ledger" in said
    assert chain.number == 0


def test_another_plan_on_the_same_chain_is_refused(sender: Sender, plan: Plan) -> None:
    deploy(sender, plan)
    other = replace(plan, operator=replace(plan.operator, identifier=b"\7" * 32))
    with pytest.raises(DeploymentDiffers, match="another operator"):
        deploy(sender, other)
    other = replace(plan, founders=tuple(reversed(plan.founders)))
    with pytest.raises(DeploymentDiffers, match="other founders"):
        deploy(sender, other)


def test_the_deployer_keeps_no_power(sender: Sender, plan: Plan) -> None:
    manifest = deploy(sender, plan)
    assert manager_of(manifest).ask(sender, "hasRole", authority.ADMIN, sender.address) == (False, 0)
    data = call_data(load("Ledger"), "assign", [])
    with pytest.raises(TransactionFailed):
        manager_of(manifest).act(sender, "execute", ledger_of(manifest).address, data)


def test_executors_replace_after_the_delay_and_pause_at_once(sender: Sender, plan: Plan) -> None:
    manifest = deploy(sender, plan)
    manager, ledger = manager_of(manifest), ledger_of(manifest)
    for executor in plan.authority.executors:
        assign, pause = call_data(ledger.artifact, "assign", [])[:4], call_data(ledger.artifact, "pause", [], True)[:4]
        assert manager.ask(sender, "canCall", executor, ledger.address, assign) == (False, DELAY)
        assert manager.ask(sender, "canCall", executor, ledger.address, pause) == (True, 0)
        assert manager.ask(sender, "hasRole", authority.ADMIN, executor) == (True, DELAY)


def test_an_executor_that_the_plan_adds_later_cannot_be_added_by_the_deployer(sender: Sender, plan: Plan) -> None:
    deploy(sender, plan)
    more = replace(plan, authority=replace(plan.authority, executors=(*plan.authority.executors, account(3).address)))
    with pytest.raises(DeploymentDiffers, match="already given up"):
        deploy(sender, more)


def test_the_ledger_begins_with_the_plan_s_parameters_calendar_and_founders(sender: Sender, plan: Plan) -> None:
    ledger = ledger_of(deploy(sender, replace(plan, parameters={"noticeDays": 7})))
    from hardhat_free_env.compiler.words import erc7201_slot

    book = erc7201_slot("dpr.book")
    parties = erc7201_slot("dpr.parties")
    officer = keccak((3).to_bytes(32, "big") + (parties + 1).to_bytes(32, "big"))
    (words,) = ledger.ask(sender, "load", [book.to_bytes(32, "big"), (book + 1).to_bytes(32, "big"), officer])
    parameters, span, second = (int.from_bytes(word, "big") for word in words)
    assert unpack("Parameters", parameters)["noticeDays"] == 7
    years = plan.calendar()
    assert unpack("Span", span) == {"from": years[0].first, "until": years[-1].last, "version": 2}
    assert unpack("Officer", second)["party"] == 1


def test_a_chapter_that_is_not_what_is_compiled_here_is_refused(
    sender: Sender, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    deploy(sender, plan)
    from hardhat_free_env.deploy import deployment

    newer = replace(load("BookChapter"), code_hash=b"\1" * 32)
    monkeypatch.setattr(deployment, "load", lambda name: newer if name == "BookChapter" else load(name))
    with pytest.raises(DeploymentDiffers, match="BookChapter on the chain is not"):
        deploy(sender, plan)
