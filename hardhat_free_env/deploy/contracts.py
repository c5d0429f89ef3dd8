"""The contracts a deployment places, what is already there, and questions to a contract by the names of its ABI."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import rlp
from eth_abi import decode, encode
from eth_hash.auto import keccak

from hardhat_free_env.compiler.artifacts import Artifact
from hardhat_free_env.deploy.rpc import Rpc, codes, to_hex
from hardhat_free_env.deploy.sender import Sender

VERIFIERS = ("ERC7913P256Verifier", "ERC7913WebAuthnVerifier")
"""Contracts that check signatures of passkeys and P-256 keys; the ledger needs none of them to begin."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A contract on a chain."""

    artifact: Artifact
    address: bytes

    def ask(self, sender: Sender, name: str, *arguments: Any) -> tuple[Any, ...]:
        """What a view function answers."""
        entry = _function(self.artifact, name)
        output = sender.call(self.address, call_data(self.artifact, name, *arguments))
        return tuple(decode(_types(entry["outputs"]), output))

    def act(self, sender: Sender, name: str, *arguments: Any) -> int:
        """Send a transaction; returns the number of its block."""
        return sender.transact(self.address, call_data(self.artifact, name, *arguments))


def call_data(artifact: Artifact, name: str, *arguments: Any) -> bytes:
    """Selector and arguments."""
    types = _types(_function(artifact, name)["inputs"])
    selector = keccak(f"{name}({','.join(types)})".encode())[:4]
    return selector + encode(types, arguments)


def creation_code(artifact: Artifact, *arguments: Any) -> bytes:
    """Creation code and the constructor's arguments."""
    for entry in artifact.abi:
        if entry["type"] == "constructor":
            return artifact.bytecode + encode(_types(entry["inputs"]), arguments)
    return artifact.bytecode


def created_by(rpc: Rpc, account: bytes) -> list[bytes]:
    """Addresses of contracts an account may have created, the latest first."""
    sent = int(rpc.ask("eth_getTransactionCount", to_hex(account), "latest"), 16)
    return [keccak(rlp.encode([account, nonce]))[12:] for nonce in reversed(range(sent))]


def find(rpc: Rpc, account: bytes, artifact: Artifact) -> Iterator[Placed]:
    """Contracts an account created whose code is the artifact's, the latest first."""
    addresses = created_by(rpc, account)
    for address, code in zip(addresses, codes(rpc, addresses), strict=True):
        if code and artifact.matches(code):
            yield Placed(artifact, address)


def _function(artifact: Artifact, name: str) -> Any:  # noqa: ANN401  an ABI entry
    return next(entry for entry in artifact.abi if entry["type"] == "function" and entry["name"] == name)


def _types(parameters: Sequence[Any]) -> list[str]:
    return [_type(each) for each in parameters]


def _type(parameter: Any) -> str:  # noqa: ANN401  an ABI entry
    if not parameter["type"].startswith("tuple"):
        return str(parameter["type"])
    return f"({','.join(_types(parameter['components']))}){parameter['type'][5:]}"
