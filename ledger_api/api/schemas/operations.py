"""How the facade stands, and for which ledger it speaks."""

from pydantic import Field

from ledger_api.api.schemas.base import Hex, Outgoing


class Alive(Outgoing):
    """The process answers."""

    status: str


class Ready(Outgoing):
    """It can answer and accept."""

    status: str
    block: int = Field(description="The newest block indexed.")
    chain_block: int = Field(description="The newest block of the chain.")
    troubles: list[str] = Field(description="What somebody must look at, though it does not stop answers.")


class Contract(Outgoing):
    """A contract that was deployed."""

    address: Hex
    code_hash: Hex


class Manifest(Outgoing):
    """What a verifying person pins: chain, ledger, and who seals the chain's blocks."""

    chain_id: int
    genesis_hash: Hex
    ledger: Contract
    signer: Hex = Field(description="Address of the node key that sealed the first block indexed here: one signer.")
    engine: str
    authority: Hex = Field(description="AccessManager: replaces chapters and pauses them, nothing else.")
    chapters: dict[str, Contract]
    verifiers: dict[str, Contract]
    block: int = Field(description="The block the ledger was created in.")
    pin: dict[str, Hex] = Field(description="As the offline verifier takes it (`--pin`).")
