"""What is signed and how: acts as calldata, filings as EIP-712 digests, seals by plain keys. Written from the specification.

Nothing here is shared with the product's codec: two independent spellings must agree.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeAlias

from eth_abi import encode
from eth_hash.auto import keccak

from hardhat_free_env.testing import Account
from hardhat_free_env.testing.abi import Abi, signature, types
from ledger_api.domain.packing import Word

Acts: TypeAlias = Mapping[str, Mapping[str, Any]]
"""ABI entries by name."""
FILING_TYPE = keccak(b"Filing(bytes[] acts,uint256 by,uint256 nonce,uint40 deadline)")
DOMAIN_TYPE = keccak(b"EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)")


class Signs(Protocol):
    """Somebody who can sign for an officer number."""

    @property
    def number(self) -> int:
        """The officer's number."""
        ...

    def seal(self, digest: bytes) -> bytes:
        """The seal over a digest, as `Signing` reads it."""
        ...


@dataclass(frozen=True)
class Act:
    """An act by name with its terms; `by` is added when it is filed, `at` stands before the terms where the act has one."""

    name: str
    terms: tuple[Any, ...]
    at: int = 0

    def encode(self, acts: Acts, by: int) -> bytes:
        """Selector and canonical arguments."""
        entry = acts[self.name]
        timed = len(entry["inputs"]) > 1 and entry["inputs"][1]["name"] == "at"
        values = (by, self.at, *self.terms) if timed else (by, *self.terms)
        selector = keccak(signature(entry).encode())[:4]
        return selector + encode(types(entry["inputs"]), [plain(value) for value in values])


@dataclass(frozen=True)
class Sealed:
    """A filing ready to be carried; tests change one part of it with `replace`."""

    by: int
    nonce: int
    deadline: int
    acts: tuple[bytes, ...]
    seals: tuple[bytes, ...] = ()

    def digest(self, domain: bytes) -> bytes:
        """What everybody signs."""
        return digest_of(domain, self)

    def sealed_by(self, officers: Iterable[Signs], domain: bytes) -> "Sealed":
        """With the officers' seals, in the order given."""
        digest = self.digest(domain)
        return replace(self, seals=tuple(officer.seal(digest) for officer in officers))

    @property
    def members(self) -> tuple[Any, ...]:
        """The struct Filing."""
        return (self.by, self.nonce, self.deadline, list(self.acts), list(self.seals))


def acts_of(abi: Abi) -> Acts:
    """The acts among the entries of an ABI: the first argument of each names its signatories."""
    functions = (entry for entry in abi if entry["type"] == "function" and entry["inputs"])
    return {entry["name"]: entry for entry in functions if entry["inputs"][0]["internalType"] == "Signatories"}


def signatories(officers: Iterable[Signs]) -> int:
    """Officer numbers, ascending, 24 bits each from the low end."""
    packed = 0
    for position, number in enumerate(sorted(officer.number for officer in officers)):
        packed |= number << (24 * position)
    return packed


def acts_hash(acts: Sequence[bytes]) -> bytes:
    """EIP-712's hash of bytes[]."""
    return keccak(b"".join(keccak(act) for act in acts))


def domain_of(chain_id: int, ledger: bytes) -> bytes:
    """The EIP-712 domain separator of a ledger."""
    name, version = keccak(b"Data Rights Ledger"), keccak(b"1")
    return keccak(DOMAIN_TYPE + name + version + word(chain_id) + word(int.from_bytes(ledger, "big")))


def digest_of(domain: bytes, filing: Sealed) -> bytes:
    """EIP-712's digest of a filing."""
    struct = FILING_TYPE + acts_hash(filing.acts) + word(filing.by) + word(filing.nonce) + word(filing.deadline)
    return keccak(b"\x19\x01" + domain + keccak(struct))


def word(value: int) -> bytes:
    """A number as 32 bytes."""
    return value.to_bytes(32, "big")


def plain_seal(account: Account, digest: bytes) -> bytes:
    """0 ‖ r ‖ s ‖ v."""
    return b"\0" + account.sign_digest(digest)


def plain(value: Any) -> Any:  # noqa: ANN401  whatever an act takes
    """Storage words as their numbers, dataclasses with `number` (parties, officers) as theirs, lists likewise."""
    if isinstance(value, Word):
        return value.encode()
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, Mapping):
        return tuple(plain(each) for each in value.values())
    return getattr(value, "number", value) if not isinstance(value, int | bytes) else value
