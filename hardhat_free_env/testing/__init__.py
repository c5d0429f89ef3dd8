"""Chains for tests: `LocalChain` inside the test's process, `RunningNode` as a process of its own behind HTTP.

Nothing here is used by a running deployment.
"""

from hardhat_free_env.testing.accounts import Account, account
from hardhat_free_env.testing.contract import Contract, Event, Outcome, Reverted
from hardhat_free_env.testing.local import LocalChain

__all__ = ["Account", "Contract", "Event", "LocalChain", "Outcome", "Reverted", "account"]
