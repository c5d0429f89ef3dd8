"""Hands the power to replace and pause chapters from the deployer to the executors, through AccessManager's roles.

Three roles: REPLACING and PAUSING for the ledger's two guarded functions, GUARDING to cancel what another executor has
scheduled. The deployer gives up its own at the end; every step is left out when it has been done.
"""

from collections.abc import Iterator
from typing import TypeAlias

from hardhat_free_env.deploy.contracts import Placed
from hardhat_free_env.deploy.errors import DeploymentDiffers
from hardhat_free_env.deploy.plan import Authority
from hardhat_free_env.deploy.sender import Sender

Call: TypeAlias = tuple[str, tuple[object, ...]]
"""A function of the AccessManager and its arguments."""

ADMIN, REPLACING, PAUSING, GUARDING = 0, 1, 2, 3
"""Roles of the AccessManager; 0 is its own, and sets all others."""


def hand_over(sender: Sender, manager: Placed, ledger: Placed, authority: Authority) -> list[str]:
    """Do what is missing; returns what was done. DeploymentDiffers when the deployer may not do it any more."""
    done = []
    for what, call in missing(sender, manager, ledger, authority):
        if not _is_admin(sender, manager):
            raise DeploymentDiffers(f"{what} is missing, and the deployer has already given up its role")
        function, arguments = call
        manager.act(sender, function, *arguments)
        done.append(what)
    if sender.address not in authority.executors and _is_admin(sender, manager):
        manager.act(sender, "renounceRole", ADMIN, sender.address)
        done.append("the deployer gives up its role")
    return done


def missing(sender: Sender, manager: Placed, ledger: Placed, authority: Authority) -> Iterator[tuple[str, Call]]:
    """What is to be done, in words, and the call that does it."""
    for name, role in (("assign", REPLACING), ("pause", PAUSING)):
        selector = _selector(ledger, name)
        if manager.ask(sender, "getTargetFunctionRole", ledger.address, selector) != (role,):
            yield f"role {role} for {name}", ("setTargetFunctionRole", (ledger.address, [selector], role))
        if manager.ask(sender, "getRoleGuardian", role) != (GUARDING,):
            yield f"guardian of role {role}", ("setRoleGuardian", (role, GUARDING))
    for executor in authority.executors:
        for role, delay in delays(authority).items():
            if manager.ask(sender, "hasRole", role, executor) != (True, delay):
                yield f"role {role} for 0x{executor.hex()}", ("grantRole", (role, executor, delay))


def delays(authority: Authority) -> dict[int, int]:
    """Role → seconds between scheduling and performing."""
    return {REPLACING: authority.delay, PAUSING: authority.pause_delay, GUARDING: 0, ADMIN: authority.delay}


def _is_admin(sender: Sender, manager: Placed) -> bool:
    member, _ = manager.ask(sender, "hasRole", ADMIN, sender.address)
    return bool(member)


def _selector(contract: Placed, name: str) -> bytes:
    return next(
        bytes.fromhex(selector)
        for signature, selector in contract.artifact.method_identifiers.items()
        if signature.startswith(f"{name}(")
    )
