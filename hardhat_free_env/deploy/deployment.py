"""Runs a plan on a chain: finds what the deployer has already placed, places the rest, hands over, describes.

A run may be cut short anywhere and be run again with the same key: what is found by its code is not placed twice.
"""

from collections.abc import Callable, Iterator

from eth_hash.auto import keccak

from hardhat_free_env.compiler.artifacts import load
from hardhat_free_env.compiler.words import erc7201_slot
from hardhat_free_env.deploy import authority, genesis, manifest
from hardhat_free_env.deploy.contracts import VERIFIERS, Placed, creation_code, find
from hardhat_free_env.deploy.errors import DeploymentDiffers, PlanInvalid
from hardhat_free_env.deploy.manifest import Manifest
from hardhat_free_env.deploy.opcodes import forbidden
from hardhat_free_env.deploy.pages import CHAPTERS, acts, pages
from hardhat_free_env.deploy.plan import Plan
from hardhat_free_env.deploy.sender import Sender
from hardhat_free_env.deploy.words import unpack

Say = Callable[[str], None]
"""Takes one line about what happens."""

_PARTIES = erc7201_slot("dpr.parties")


def deploy(sender: Sender, plan: Plan, say: Say = lambda _: None) -> Manifest:
    """Do what is missing of the plan; does nothing but describe when all is there.

    Raises DeployError: DeploymentDiffers when the chain holds another ledger of this deployer, or other chapters.
    """
    if plan.authority.delay == 0:
        say("chapters can be replaced without delay: right for a demonstration (演示) only")
    manager = _place(sender, "AccessManager", say, sender.address)
    verifiers = tuple(_place(sender, name, say) for name in VERIFIERS)
    ledger = _ledger_of(sender, plan, manager)
    if ledger is None:
        chapters = tuple(_place(sender, name, say) for name in CHAPTERS)
        ledger = _create_ledger(sender, plan, manager, chapters, say)
    else:
        say(f"Ledger is at 0x{ledger.address.hex()}")
        chapters = current_chapters(sender, ledger)
    for done in authority.hand_over(sender, manager, ledger, plan.authority):
        say(done)
    return manifest.describe(sender.rpc, ledger, manager, chapters, verifiers)


def outstanding(sender: Sender, plan: Plan) -> Iterator[str]:
    """What `deploy` would do, in words; changes nothing."""
    plan.calendar()
    plan.parameters_word()
    manager = next(find(sender.rpc, sender.address, load("AccessManager")), None)
    ledger = manager and _ledger_of(sender, plan, manager)
    for name in ("AccessManager", *VERIFIERS, *(() if ledger else CHAPTERS)):
        if next(find(sender.rpc, sender.address, load(name)), None) is None:
            yield f"create {name}"
    if ledger is None or manager is None:
        yield "create Ledger"
        yield "hand the AccessManager over to its executors"
    else:
        current_chapters(sender, ledger)
        yield from (what for what, _ in authority.missing(sender, manager, ledger, plan.authority))


def current_chapters(sender: Sender, ledger: Placed) -> tuple[Placed, ...]:
    """The chapters the ledger dispatches to; DeploymentDiffers when one is not what is compiled here."""
    return tuple(_current_chapter(sender, ledger, name) for name in CHAPTERS)


def chapter_addresses(sender: Sender, ledger: Placed, name: str) -> dict[str, bytes]:
    """Act → address of the chapter that has it now; twenty zeros when none has."""
    found = {}
    for act in acts(load(name)):
        (page,) = ledger.ask(sender, "chapterOf", act.selector)
        found[act.name] = unpack("Page", page)["chapter"].to_bytes(20, "big")
    return found


def _current_chapter(sender: Sender, ledger: Placed, name: str) -> Placed:
    artifact = load(name)
    addresses = set(chapter_addresses(sender, ledger, name).values())
    if len(addresses) == 1:
        (address,) = addresses
        code = sender.rpc.ask("eth_getCode", "0x" + address.hex(), "latest")
        if artifact.matches(bytes.fromhex(code[2:])):
            return Placed(artifact, address)
    raise DeploymentDiffers(f"{name} on the chain is not what is compiled here: upgrade it, or take the other version")


def _place(sender: Sender, name: str, say: Say, *arguments: object) -> Placed:
    artifact = load(name)
    if name in CHAPTERS and (found := forbidden(artifact.deployed_bytecode)):
        raise PlanInvalid(f"{name} must not run in a ledger: {', '.join(found)}")
    placed = next(find(sender.rpc, sender.address, artifact), None)
    if placed is None:
        placed = Placed(artifact, sender.create(creation_code(artifact, *arguments)))
        say(f"{name} created at 0x{placed.address.hex()}")
    return placed


def _create_ledger(sender: Sender, plan: Plan, manager: Placed, chapters: tuple[Placed, ...], say: Say) -> Placed:
    artifact = load("Ledger")
    table = pages((each.artifact, each.address) for each in chapters)
    code = creation_code(artifact, genesis.arguments(plan, manager.address, table))
    ledger = Placed(artifact, sender.create(code))
    say(f"Ledger created at 0x{ledger.address.hex()} with {len(table)} acts")
    return ledger


def _ledger_of(sender: Sender, plan: Plan, manager: Placed) -> Placed | None:
    for ledger in find(sender.rpc, sender.address, load("Ledger")):
        (keeper,) = ledger.ask(sender, "authority")
        if bytes.fromhex(keeper[2:]) != manager.address:
            continue
        _check_identity(sender, plan, ledger)
        return ledger
    return None


def _check_identity(sender: Sender, plan: Plan, ledger: Placed) -> None:
    """What never changes: whose ledger it is, and which keys its founders had."""
    keys = [int.from_bytes(founder.key[12:], "big").to_bytes(32, "big") for founder in plan.founders]
    slots = [_slot(plan.operator.identifier, 4), *(_slot(key, 2) for key in keys)]
    (words,) = ledger.ask(sender, "load", slots)
    if [int.from_bytes(word, "big") for word in words] != list(range(1, len(slots) + 1)):
        raise DeploymentDiffers(f"the ledger at 0x{ledger.address.hex()} began with another operator or other founders")


def _slot(key: bytes, member: int) -> bytes:
    """Slot of `key` in the mapping that is this member of the parties' namespace."""
    return keccak(key + (_PARTIES + member).to_bytes(32, "big"))
