"""Brings one mutant to life: its number is what contracts on the test's chain read as `block.prevrandao`.

Also lets contracts be larger than a real chain allows, and warnings be: what is compiled here is full of switches.
"""

from eth.vm.forks.shanghai import computation as shanghai
from eth.vm.forks.spurious_dragon import computation as spurious_dragon

from hardhat_free_env.chain import vm
from hardhat_free_env.compiler import build
from hardhat_free_env.compiler.artifacts import Artifact
from hardhat_free_env.testing.rewind import RewindableNode
from tests.mutants.sites import PURE

NOBODY = 0x6E6F626F6479 << 200
"""A number no mutant has, and no contract reckons with: the code as written."""

LARGE = 1 << 20
_compile_text = build.compile_text


def lift_limits() -> None:
    """Allow code of any size and whatever the compiler warns of, also in the contracts that tests bring."""
    vars(spurious_dragon)["EIP170_CODE_SIZE_LIMIT"] = LARGE
    vars(shanghai)["MAX_INITCODE_SIZE"] = LARGE
    build.MAX_RUNTIME = LARGE
    vars(build)["refuse_warnings"] = lambda _output, _settings: None
    vars(build)["compile_text"] = _compile_switched
    RewindableNode.remembered = 0  # what another mutant did is not what this one does


def bring_to_life(number: int) -> None:
    """Let mutant `number` live from now on, and no other."""
    vars(vm)["ZERO_HASH32"] = number.to_bytes(32, "big")


def _compile_switched(path: str, text: str) -> dict[str, Artifact]:
    return _compile_text(path, PURE.sub("view", text))
