"""The deployment the facade was told to serve, and whether the chain it is connected to is that one.

The manifest is written by `python -m hardhat_free_env deploy`. A facade that finds another chain, another ledger or other
chapters refuses to start: it would sign, send and answer for something nobody gave it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import eth_abi
from eth_hash.auto import keccak

from ledger_api.chain import artifacts, slots
from ledger_api.chain.codec import Codec
from ledger_api.chain.rpc_shapes import data, text
from ledger_api.domain.errors import NotNow
from ledger_api.domain.filing import Domain
from ledger_api.domain.words import Page
from ledger_api.ports.chain import Chain

_LOAD = keccak(b"load(bytes32[])")[:4]
_SELECTOR_SHIFT = 8 * 28


class ManifestUnreadable(ValueError):
    """The file is no manifest; the message says what is missing or wrong."""


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract that was deployed."""

    address: bytes
    code_hash: bytes


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands where."""

    chain_id: int
    genesis_hash: bytes
    ledger: Contract
    authority: bytes
    chapters: Mapping[str, Contract]
    """By name: Book, Filings, Licences …"""
    verifiers: Mapping[str, Contract]
    abi_digest: str
    block: int
    """The block the ledger was created in: nothing of it is in earlier ones."""

    @property
    def domain(self) -> Domain:
        """What officers' signatures are for."""
        return Domain(self.chain_id, self.ledger.address)

    @classmethod
    def load(cls, path: Path) -> "Manifest":
        """Read a manifest; raises ManifestUnreadable."""
        try:
            return cls.parse(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError) as error:
            raise ManifestUnreadable(f"{path.name}: {error}") from error

    @classmethod
    def parse(cls, fields: Mapping[str, Any]) -> "Manifest":
        """A manifest from its JSON; raises ManifestUnreadable."""
        try:
            return cls(
                chain_id=int(fields["chainId"]),
                genesis_hash=data(fields["genesisHash"]),
                ledger=Contract(data(fields["ledger"]), data(fields["ledgerCodeHash"])),
                authority=data(fields["authority"]),
                chapters={name.removesuffix("Chapter"): _contract(each) for name, each in fields["chapters"].items()},
                verifiers={name: _contract(each) for name, each in fields["verifiers"].items()},
                abi_digest=str(fields["abiDigest"]),
                block=int(fields["block"]),
            )
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise ManifestUnreadable(f"not a manifest: {error!r}") from error


def _contract(fields: Mapping[str, str]) -> Contract:
    return Contract(data(fields["address"]), data(fields["codeHash"]))


def verify(chain: Chain, manifest: Manifest) -> None:
    """Raises NotNow `chain-foreign` naming the first difference between the chain and the manifest."""
    for difference in differences(chain, manifest):
        raise NotNow("chain-foreign", difference=difference)


def differences(chain: Chain, manifest: Manifest) -> Iterator[str]:
    """What is not as the manifest says, most telling first."""
    if (found := chain.chain_id()) != manifest.chain_id:
        yield f"chain id {found}, not {manifest.chain_id}"
    genesis = chain.header(0)
    if genesis is None or genesis.hash != manifest.genesis_hash:
        yield f"genesis {text(genesis.hash) if genesis else 'unknown'}, not {text(manifest.genesis_hash)}"
    contracts = {"Ledger": manifest.ledger, **manifest.chapters, **manifest.verifiers}
    for name, contract in contracts.items():
        if keccak(chain.code(contract.address)) != contract.code_hash:
            yield f"the code of {name} at {text(contract.address)}"
    yield from _moved_acts(chain, manifest)
    if artifacts.abi_digest() != manifest.abi_digest:
        yield "this program was built for other contracts (abiDigest)"


def _moved_acts(chain: Chain, manifest: Manifest) -> Iterator[str]:
    """Acts the ledger does not send to the chapter the manifest names."""
    acts = Codec.load().acts
    places = [slots.slot(Page, int.from_bytes(spec.selector, "big") << _SELECTOR_SHIFT) for spec in acts.values()]
    asked = _LOAD + eth_abi.encode(["bytes32[]"], [[place.to_bytes(32, "big") for place in places]])
    answer = chain.call(manifest.ledger.address, asked)
    (words,) = eth_abi.decode(["bytes32[]"], answer) if answer else ((b"\0" * 32,) * len(places),)
    for spec, word in zip(acts.values(), words, strict=True):
        chapter = manifest.chapters.get(spec.chapter)
        if chapter is None or word[12:] != chapter.address:
            yield f"the act {spec.name} is not in chapter {spec.chapter}"
