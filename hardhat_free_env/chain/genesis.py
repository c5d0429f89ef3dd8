"""The genesis document: what a chain is, agreed before its first block, whose extra data is the document's hash.

Two documents that differ in anything, be it the label, give different genesis hashes; a seal binds the genesis hash.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from eth.vm.forks.cancun.blocks import CancunBlockHeader
from eth_hash.auto import keccak
from eth_typing import BlockNumber

from hardhat_free_env.chain.blocks import NO_NONCE, Header
from hardhat_free_env.chain.errors import BadRequest
from hardhat_free_env.chain.transactions import TRANSACTION_GAS_CAP

DEFAULT_GAS_LIMIT = 60_000_000
DEMO_LABEL = "演示"

_FIELDS = {"chainId", "timestamp", "gasLimit", "senders", "demo", "label"}


@dataclass(frozen=True, slots=True)
class Genesis:
    """A chain's constants.

    `timestamp` in seconds since 1970 UTC; `senders` are the addresses whose transactions are taken at first (gas is
    free, so not everybody's); `demo` (演示) allows the clock to be moved and the sender list to be lifted.
    """

    chain_id: int
    timestamp: int
    gas_limit: int = DEFAULT_GAS_LIMIT
    senders: tuple[bytes, ...] = ()
    demo: bool = False
    label: str = ""

    def __post_init__(self) -> None:
        if not 0 < self.chain_id < 2**53:  # beyond that JavaScript clients lose digits
            raise BadRequest(f"chainId {self.chain_id} is not between 1 and 2**53")
        if not 0 <= self.timestamp < 2**40:
            raise BadRequest(f"timestamp {self.timestamp} is not a time in seconds")
        if self.gas_limit < TRANSACTION_GAS_CAP:
            raise BadRequest(f"gasLimit {self.gas_limit} is below the cap of one transaction, {TRANSACTION_GAS_CAP}")
        if self.demo and DEMO_LABEL not in self.label:
            raise BadRequest(f"the label of a demo chain says {DEMO_LABEL}")

    def document(self) -> dict[str, object]:
        """As JSON holds it; addresses in lower case and sorted."""
        return {
            "chainId": self.chain_id,
            "demo": self.demo,
            "gasLimit": self.gas_limit,
            "label": self.label,
            "senders": sorted({"0x" + sender.hex() for sender in self.senders}),
            "timestamp": self.timestamp,
        }

    def canonical(self) -> bytes:
        """One spelling for one meaning: sorted keys, no spaces, UTF-8."""
        return json.dumps(self.document(), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()

    def header(self) -> Header:
        """Block 0: no accounts, no transactions, and the document's hash as extra data."""
        return CancunBlockHeader(
            difficulty=0,
            block_number=BlockNumber(0),
            gas_limit=self.gas_limit,
            timestamp=self.timestamp,
            nonce=NO_NONCE,
            extra_data=keccak(self.canonical()),
        )

    @classmethod
    def parse(cls, text: str | bytes) -> "Genesis":
        """Read a document; BadRequest names the field that is wrong."""
        try:
            document = json.loads(text)
        except ValueError as error:
            raise BadRequest(f"the genesis document is not JSON: {error}") from error
        if not isinstance(document, dict) or not set(document) <= _FIELDS:
            raise BadRequest(f"a genesis document is an object with the fields {', '.join(sorted(_FIELDS))}")
        return cls._of(document)

    @classmethod
    def _of(cls, document: Mapping[str, object]) -> "Genesis":
        senders = document.get("senders", [])
        if not isinstance(senders, list):
            raise BadRequest("senders is a list of addresses")
        return cls(
            chain_id=_whole(document, "chainId"),
            timestamp=_whole(document, "timestamp"),
            gas_limit=_whole(document, "gasLimit", DEFAULT_GAS_LIMIT),
            senders=tuple(sorted({parse_address(sender) for sender in senders})),
            demo=document.get("demo", False) is True,
            label=str(document.get("label", "")),
        )


def _whole(document: Mapping[str, object], name: str, default: int | None = None) -> int:
    value = document.get(name, default)
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadRequest(f"{name} is a whole number")
    return value


def parse_address(text: object) -> bytes:
    """Twenty bytes from 0x and 40 hex digits; the case is not looked at."""
    if isinstance(text, str) and len(text) == 42 and text[:2] in {"0x", "0X"}:
        try:
            return bytes.fromhex(text[2:])
        except ValueError:
            pass
    raise BadRequest(f"not an address: {text!r} (0x and 40 hex digits)")
