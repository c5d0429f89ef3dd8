"""What a deployment has put where, as a JSON document that a facade is given and compares with the chain.

Addresses and hashes are 0x and lower-case hex; `block` is the one the ledger was created in.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eth_hash.auto import keccak

from hardhat_free_env.compiler.artifacts import Artifact, load, names
from hardhat_free_env.deploy import layout
from hardhat_free_env.deploy.contracts import Placed
from hardhat_free_env.deploy.errors import DeployError
from hardhat_free_env.deploy.layout import Layout
from hardhat_free_env.deploy.pages import acts
from hardhat_free_env.deploy.rpc import Rpc, block_tag, codes, to_hex


@dataclass(frozen=True, slots=True)
class Manifest:
    """See the module."""

    chain_id: int
    genesis_hash: str
    ledger: str
    authority: str
    chapters: Mapping[str, Mapping[str, str]]
    """Contract → address and codeHash."""
    verifiers: Mapping[str, Mapping[str, str]]
    ledger_code_hash: str
    compiler_input_hash: str
    abi_digest: str
    block: int
    acts: Mapping[str, str]
    """Selector → `Chapter.act`: what an upgrade may have to take away."""
    storage_layout: Layout
    """Where everything lies, for the upgrade to compare."""

    def document(self) -> dict[str, Any]:
        """As JSON holds it."""
        return {
            "chainId": self.chain_id,
            "genesisHash": self.genesis_hash,
            "ledger": self.ledger,
            "authority": self.authority,
            "chapters": {name: dict(each) for name, each in self.chapters.items()},
            "verifiers": {name: dict(each) for name, each in self.verifiers.items()},
            "ledgerCodeHash": self.ledger_code_hash,
            "compilerInputHash": self.compiler_input_hash,
            "abiDigest": self.abi_digest,
            "block": self.block,
            "acts": dict(self.acts),
            "storageLayout": self.storage_layout,
        }

    def to_json(self) -> str:
        """The document's text."""
        return json.dumps(self.document(), indent=1, ensure_ascii=False) + "\n"

    @classmethod
    def load(cls, path: Path) -> "Manifest":
        """Read a manifest; DeployError when it is none."""
        try:
            fields = json.loads(path.read_text(encoding="utf-8"))
            return cls(
                chain_id=fields["chainId"],
                genesis_hash=fields["genesisHash"],
                ledger=fields["ledger"],
                authority=fields["authority"],
                chapters=fields["chapters"],
                verifiers=fields["verifiers"],
                ledger_code_hash=fields["ledgerCodeHash"],
                compiler_input_hash=fields["compilerInputHash"],
                abi_digest=fields["abiDigest"],
                block=fields["block"],
                acts=fields["acts"],
                storage_layout=fields["storageLayout"],
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise DeployError(f"{path} is not a manifest: {error!r}") from error


def describe(
    rpc: Rpc, ledger: Placed, authority: Placed, chapters: Iterable[Placed], verifiers: Iterable[Placed]
) -> Manifest:
    """The manifest of what stands on a chain."""
    placed = list(chapters)
    return Manifest(
        chain_id=int(rpc.ask("eth_chainId"), 16),
        genesis_hash=rpc.ask("eth_getBlockByNumber", block_tag(0), False)["hash"],
        ledger=to_hex(ledger.address),
        authority=to_hex(authority.address),
        chapters=_each(rpc, placed),
        verifiers=_each(rpc, verifiers),
        ledger_code_hash=to_hex(keccak(codes(rpc, [ledger.address])[0])),
        compiler_input_hash=compiler_input_hash(),
        abi_digest=abi_digest(),
        block=_created_in(rpc, ledger.address),
        acts={
            to_hex(act.selector): f"{each.artifact.contract_name}.{act.name}"
            for each in placed
            for act in acts(each.artifact)
        },
        storage_layout=layout.committed(),
    )


def compiler_input_hash() -> str:
    """SHA-256 over every artifact's name and input hash: one value for all that was compiled."""
    return _digest([[name, artifact.input_hash] for name, artifact in _artifacts()])


def abi_digest() -> str:
    """SHA-256 over every artifact's name and ABI."""
    return _digest([[name, list(artifact.abi)] for name, artifact in _artifacts()])


def _artifacts() -> list[tuple[str, Artifact]]:
    return [(name, load(name)) for name in names()]


def _digest(value: object) -> str:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return "0x" + hashlib.sha256(text.encode()).hexdigest()


def _each(rpc: Rpc, contracts: Iterable[Placed]) -> dict[str, dict[str, str]]:
    placed = list(contracts)
    found = codes(rpc, [each.address for each in placed])
    return {
        each.artifact.contract_name: {"address": to_hex(each.address), "codeHash": to_hex(keccak(code))}
        for each, code in zip(placed, found, strict=True)
    }


def _created_in(rpc: Rpc, address: bytes) -> int:
    """The first block at whose end the address has code, by halving."""
    low, high = 0, int(rpc.ask("eth_getBlockByNumber", block_tag(None), False)["number"], 16)
    while low < high:
        middle = (low + high) // 2
        if rpc.ask("eth_getCode", to_hex(address), block_tag(middle)) == "0x":
            low = middle + 1
        else:
            high = middle
    return low
