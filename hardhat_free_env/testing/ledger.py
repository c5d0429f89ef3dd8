"""A ledger on a `LocalChain`, deployed by the same code as a real one, for tests of whatever needs a ledger.

Founders are accounts 1 and 2, executors accounts 1 and 2 as well; account 0 deploys.
"""

from eth_hash.auto import keccak

from hardhat_free_env.deploy.deployment import deploy
from hardhat_free_env.deploy.manifest import Manifest
from hardhat_free_env.deploy.plan import Authority, Founder, Operator, Plan
from hardhat_free_env.deploy.sender import Sender
from hardhat_free_env.testing.accounts import account
from hardhat_free_env.testing.local import LocalChain
from hardhat_free_env.testing.local_rpc import LocalRpc

DEPLOYER = 0
FOUNDERS = (1, 2)


def demo_plan() -> Plan:
    """A plan with invented founders (演示)."""
    return Plan(
        operator=Operator(identifier=keccak(b"operator"), name=keccak("演示运营方".encode())),
        founders=tuple(
            Founder(signer=account(number).address, person=keccak(b"founder %d" % number)) for number in FOUNDERS
        ),
        authority=Authority(tuple(account(number).address for number in FOUNDERS)),
        document=keccak(b"founding document"),
    )


def deploy_ledger(chain: LocalChain, plan: Plan | None = None) -> Manifest:
    """Put a ledger on the chain; its operator is party 1, its officers 2 and 3."""
    return deploy(Sender(LocalRpc(chain), account(DEPLOYER).secret), plan or demo_plan())
