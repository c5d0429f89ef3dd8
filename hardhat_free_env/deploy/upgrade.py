"""Replaces chapters on a running ledger by what is compiled here: checked, placed, scheduled, and performed when it is due.

The same command is run again after the delay. Another executor can cancel in between: that is what the delay is for.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from hardhat_free_env.compiler.artifacts import Artifact, load
from hardhat_free_env.deploy import layout, manifest
from hardhat_free_env.deploy.contracts import Placed, call_data, creation_code, find
from hardhat_free_env.deploy.errors import DeploymentDiffers, LayoutChanged, NotYet, PlanInvalid
from hardhat_free_env.deploy.manifest import Manifest
from hardhat_free_env.deploy.opcodes import forbidden
from hardhat_free_env.deploy.pages import CHAPTERS, pages
from hardhat_free_env.deploy.rpc import block_tag, codes, to_bytes
from hardhat_free_env.deploy.sender import Sender


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What stands on the chain, and the chapters that shall."""

    before: Manifest
    ledger: Placed
    manager: Placed
    chapters: tuple[Placed, ...]
    """All of them; one to be created has no address yet."""

    @property
    def missing(self) -> tuple[Artifact, ...]:
        """Chapters still to be created."""
        return tuple(each.artifact for each in self.chapters if not each.address)

    def assignments(self, sender: Sender) -> list[tuple[bytes, int]]:
        """(selector, page) of every act whose page changes, ascending; a page of 0 takes an act away."""
        wanted = pages((each.artifact, each.address) for each in self.chapters)
        gone = {to_bytes(selector) for selector in self.before.acts} - wanted.keys()
        now = {selector: self.ledger.ask(sender, "chapterOf", selector)[0] for selector in wanted.keys() | gone}
        changed = {
            selector: wanted.get(selector, 0) for selector, page in now.items() if page != wanted.get(selector, 0)
        }
        return sorted(changed.items())


def prepare(sender: Sender, before: Manifest, creator: bytes = b"") -> Upgrade:
    """Compare chain, manifest and what is compiled here; changes nothing.

    New chapters are looked for among what `creator` (this account, if not said) has created. Raises DeploymentDiffers when
    the chain is not the manifest's, LayoutChanged when storage would be misread, PlanInvalid for a chapter that must not run.
    """
    _check_chain(sender, before)
    conflicts = layout.conflicts(before.storage_layout, layout.committed())
    if conflicts:
        raise LayoutChanged("; ".join(conflicts))
    ledger = Placed(load("Ledger"), to_bytes(before.ledger))
    manager = Placed(load("AccessManager"), to_bytes(before.authority))
    return Upgrade(
        before, ledger, manager, tuple(_chapter(sender, before, name, creator or sender.address) for name in CHAPTERS)
    )


def steps(sender: Sender, upgrade: Upgrade) -> Iterator[str]:
    """What `perform` would do, in words."""
    for artifact in upgrade.missing:
        yield f"create {artifact.contract_name} ({artifact.size:,} bytes)"
    if upgrade.missing:
        yield "schedule their acts, and perform that when it is due"
        return
    for selector, page in upgrade.assignments(sender):
        yield f"act 0x{selector.hex()} gets page {page:#x}"


def perform(sender: Sender, before: Manifest) -> Manifest:
    """Do the next thing that can be done; returns the new manifest once all is done.

    Raises NotYet, with the time, while a scheduled replacement waits.
    """
    upgrade = prepare(sender, before)
    created = {artifact.contract_name: sender.create(creation_code(artifact)) for artifact in upgrade.missing}
    chapters = tuple(
        replace(each, address=each.address or created[each.artifact.contract_name]) for each in upgrade.chapters
    )
    upgrade = replace(upgrade, chapters=chapters)
    assignments = upgrade.assignments(sender)
    if assignments:
        _execute(sender, upgrade, call_data(upgrade.ledger.artifact, "assign", assignments))
    verifiers = [Placed(load(name), to_bytes(place["address"])) for name, place in before.verifiers.items()]
    after = manifest.describe(sender.rpc, upgrade.ledger, upgrade.manager, chapters, verifiers)
    return replace(after, block=before.block)


def cancel(sender: Sender, before: Manifest, scheduled_by: bytes) -> None:
    """Cancel the replacement another executor (or this one) has scheduled."""
    upgrade = prepare(sender, before, scheduled_by)
    if upgrade.missing:
        raise DeploymentDiffers(f"0x{scheduled_by.hex()} has not created the chapters compiled here: nothing to cancel")
    data = call_data(upgrade.ledger.artifact, "assign", upgrade.assignments(sender))
    upgrade.manager.act(sender, "cancel", scheduled_by, upgrade.ledger.address, data)


def _execute(sender: Sender, upgrade: Upgrade, data: bytes) -> None:
    manager, ledger = upgrade.manager, upgrade.ledger.address
    immediate, delay = manager.ask(sender, "canCall", sender.address, ledger, data[:4])
    if not immediate and not delay:
        raise DeploymentDiffers(f"0x{sender.address.hex()} is no executor of this ledger's AccessManager")
    if not immediate:
        _require_due(sender, manager, ledger, data)
    manager.act(sender, "execute", ledger, data)


def _require_due(sender: Sender, manager: Placed, ledger: bytes, data: bytes) -> None:
    """Schedule the operation unless it is; raise NotYet until its time has come."""
    (operation,) = manager.ask(sender, "hashOperation", sender.address, ledger, data)
    (due,) = manager.ask(sender, "getSchedule", operation)
    if due == 0:
        manager.act(sender, "schedule", ledger, data, 0)
        (due,) = manager.ask(sender, "getSchedule", operation)
    now = int(sender.rpc.ask("eth_getBlockByNumber", block_tag(None), False)["timestamp"], 16)
    if now < due:
        when = datetime.fromtimestamp(due, UTC).isoformat()
        raise NotYet(f"scheduled; run the same command again after {when}. Until then another executor can cancel it")


def _check_chain(sender: Sender, before: Manifest) -> None:
    """The chain is the one the manifest describes."""
    chain_id = int(sender.rpc.ask("eth_chainId"), 16)
    genesis = sender.rpc.ask("eth_getBlockByNumber", block_tag(0), False)["hash"]
    if (chain_id, genesis) != (before.chain_id, before.genesis_hash):
        raise DeploymentDiffers(f"the node serves chain {chain_id} with genesis {genesis}, not the manifest's")
    (code,) = codes(sender.rpc, [to_bytes(before.ledger)])
    if not load("Ledger").matches(code):
        raise DeploymentDiffers(f"{before.ledger} is not the Ledger compiled here; the ledger itself is never replaced")


def _chapter(sender: Sender, before: Manifest, name: str, creator: bytes) -> Placed:
    """The chapter as compiled here: where it stands, where `creator` has created it, or without address."""
    artifact = load(name)
    found = forbidden(artifact.deployed_bytecode)
    if found:
        raise PlanInvalid(f"{name} must not run in a ledger: {', '.join(found)}")
    place = before.chapters.get(name)
    if place and artifact.matches(codes(sender.rpc, [to_bytes(place["address"])])[0]):
        return Placed(artifact, to_bytes(place["address"]))
    return next(find(sender.rpc, creator, artifact), Placed(artifact, b""))
