"""The message that signatories of a filing sign (EIP-712), read back from the JSON that wallets are shown."""

from dataclasses import dataclass
from typing import Final

from eth_hash.auto import keccak

from .item import Item
from .report import Refused
from .signatures import padded, typed_digest, word

NAME: Final = "Data Rights Ledger"
VERSION: Final = "1"

_TYPES: Final = {
    "EIP712Domain": [
        {"name": "name", "type": "string"},
        {"name": "version", "type": "string"},
        {"name": "chainId", "type": "uint256"},
        {"name": "verifyingContract", "type": "address"},
    ],
    "Filing": [
        {"name": "acts", "type": "bytes[]"},
        {"name": "by", "type": "uint256"},
        {"name": "nonce", "type": "uint256"},
        {"name": "deadline", "type": "uint40"},
    ],
}
_DOMAIN: Final = keccak(b"EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)")
_FILING: Final = keccak(b"Filing(bytes[] acts,uint256 by,uint256 nonce,uint40 deadline)")

_OFFICER_BITS: Final = 24
_MOST_OFFICERS: Final = 10


@dataclass(frozen=True, slots=True)
class Message:
    """A filing as it was signed. `by` packs the officers' numbers, 24 bits each from the low end."""

    chain_id: int
    ledger: bytes
    acts: tuple[bytes, ...]
    by: int
    nonce: int
    deadline: int
    where: str

    @property
    def digest(self) -> bytes:
        """What everybody signs, and the name of the filing on chain."""
        domain = _DOMAIN + keccak(NAME.encode()) + keccak(VERSION.encode()) + word(self.chain_id) + padded(self.ledger)
        acts = keccak(b"".join(map(keccak, self.acts)))
        return typed_digest(domain, _FILING + acts + word(self.by) + word(self.nonce) + word(self.deadline))

    @property
    def officers(self) -> tuple[int, ...]:
        """Numbers of the signatories, strictly ascending; Refused when `by` is no such list."""
        numbers, left = [], self.by
        while left:
            numbers.append(left & (1 << _OFFICER_BITS) - 1)
            left >>= _OFFICER_BITS
        if not numbers or len(numbers) > _MOST_OFFICERS or numbers != sorted(set(numbers)) or not numbers[0]:
            raise Refused("signatories-malformed", where=self.where)
        return tuple(numbers)


def read_message(item: Item) -> Message:
    """A filing's message; Refused when it is another kind of message, whatever its hash."""
    members = item.members("types", "primaryType", "domain", "message")
    domain = members["domain"].members("name", "version", "chainId", "verifyingContract")
    kind = (members["types"].value, members["primaryType"].value, domain["name"].value, domain["version"].value)
    if kind != (_TYPES, "Filing", NAME, VERSION):
        raise Refused("message-not-a-filing", where=item.where)
    message = members["message"].members("acts", "by", "nonce", "deadline")
    return Message(
        chain_id=domain["chainId"].whole(),
        ledger=domain["verifyingContract"].octets(20),
        acts=tuple(act.octets() for act in message["acts"].some()),
        by=message["by"].decimal(256),
        nonce=message["nonce"].decimal(256),
        deadline=message["deadline"].decimal(40),
        where=item.where,
    )
