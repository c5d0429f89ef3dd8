"""Who is on the stage: parties with officers and keys, admitted the way the operator admits anybody.

All are invented (演示); officers' keys are those of the numbered test accounts.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from eth_hash.auto import keccak

from hardhat_free_env.testing import Account, account
from ledger_api.domain.words import (
    Accreditation,
    AccreditationKind,
    AccreditationStatus,
    Algorithm,
    Party,
    PartyKind,
    PartyStatus,
    Power,
    Role,
)
from ledger_api.domain.words import Officer as OfficerWord
from tests.contracts.stage.acting import plain_seal
from tests.contracts.stage.stage import Stage, instant

FOR_EVER = (1 << 40) - 1
SHA256 = Algorithm.SHA256
DOCUMENT = keccak(b"document")
YEARS = (instant("2026-01-01"), instant("2035-12-31"))
"""Within which accreditations of the cast are valid."""

MERCHANT = (
    Power.BIND | Power.MANDATE | Power.FILE | Power.DISPOSE | Power.CHARGE | Power.LICENSE | Power.LICENSE_EXCLUSIVE
    | Power.ACCEPT | Power.CONSENT | Power.RELEASE | Power.ACKNOWLEDGE | Power.OBJECT
)  # fmt: skip
REVIEWER = Power.REVIEW | Power.RECORD
APPROVER = Power.APPROVE
"""Powers of the cast's officers."""


@dataclass(frozen=True)
class Officer:
    """An officer and the key that is its own now."""

    number: int
    account: Account

    def seal(self, digest: bytes) -> bytes:
        """The seal of a plain key."""
        return plain_seal(self.account, digest)


@dataclass(frozen=True)
class Player:
    """A party and its officers by name: `holder.one`, `registrar.reviewer`."""

    number: int
    officers: dict[str, Officer] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Officer:
        try:
            return self.officers[name]
        except KeyError:
            raise AttributeError(f"no officer {name}; there are {', '.join(self.officers)}") from None

    @property
    def both(self) -> tuple[Officer, Officer]:
        """Its first two officers."""
        first, second, *_ = self.officers.values()
        return first, second

    @property
    def pair(self) -> tuple[Officer, Officer]:
        """Of the registrar: the reviewer and the approver."""
        return self.officers["reviewer"], self.officers["approver"]


@dataclass(frozen=True)
class Cast:
    """Everybody."""

    operator: Player
    """`alice` and `bob`, the founders."""
    registrar: Player
    """In the catalogue; `reviewer`, `reviewer2`, `approver`, `approver2`."""
    exchange: Player
    """Another exchange, which records licences: `recorder`, `recorder2`."""
    holder: Player
    """A merchant with all powers: `one`, `two`. So are the next four."""
    second: Player
    maker: Player
    buyer: Player
    objector: Player
    regulator: Player
    """`one` and `two` with ADMIT."""
    outsider: Player
    """A party without officers."""


def enter(
    stage: Stage,
    operator: Player,
    name: str,
    roles: Role,
    officers: dict[str, Power],
    first_account: int,
    kind: PartyKind = PartyKind.LEGAL_PERSON,
) -> Player:
    """Admit a party and bind its officers, whose keys are the test accounts from `first_account` on; one filing."""
    word = Party(roles=roles, kind=kind, status=PartyStatus.ACTIVE, kyc_until=FOR_EVER)
    acts: list[tuple[object, ...]] = [
        ("admit", word, keccak(name.encode()), SHA256, keccak(b"name " + name.encode()), DOCUMENT)
    ]
    keys = [account(first_account + position) for position in range(len(officers))]
    for position, (role, powers) in enumerate(officers.items()):
        # The party's line is one back when its first officer is bound, two when its second is.
        officer = OfficerWord(party=0x800000 | (position + 1), powers=powers, until=FOR_EVER)
        acts.append(
            ("bind", officer, keccak(keys[position].address), keccak(f"{name} {role}".encode()), SHA256, DOCUMENT)
        )
    done = stage.file(operator.both, acts)
    number = done.line("PartyNumbered").number
    bound = [line.number for line in done.all("OfficerNumbered")]
    return Player(
        number, {role: Officer(*pair) for role, pair in zip(officers, zip(bound, keys, strict=True), strict=True)}
    )


def accredit(stage: Stage, operator: Player, party: Player, kind: AccreditationKind) -> None:
    """Accredit a party for the years of the tests."""
    word = Accreditation(status=AccreditationStatus.ACTIVE, from_=YEARS[0], until=YEARS[1])
    stage.file(operator.both, [("accredit", party, kind, word, operator, SHA256, DOCUMENT)])


def assemble(stage: Stage, operator: Player) -> Cast:
    """Bring everybody on."""
    merchant: dict[str, Power] = {"one": MERCHANT, "two": MERCHANT}
    numbers: Iterable[int] = iter(range(20, 200, 10))

    def come(name: str, roles: Role, officers: dict[str, Power]) -> Player:
        return enter(stage, operator, name, roles, officers, next(numbers))  # type: ignore[call-overload]

    registrar = come(
        "registrar",
        Role.REGISTRAR | Role.EXCHANGE,
        {"reviewer": REVIEWER, "reviewer2": REVIEWER, "approver": APPROVER, "approver2": APPROVER},
    )
    accredit(stage, operator, registrar, AccreditationKind.REGISTRAR_CATALOGUE)
    return Cast(
        operator=operator,
        registrar=registrar,
        exchange=come("exchange", Role.EXCHANGE, {"recorder": Power.RECORD, "recorder2": Power.RECORD}),
        holder=come("holder", Role.HOLDER | Role.MERCHANT, merchant),
        second=come("second", Role.HOLDER | Role.MERCHANT, merchant),
        maker=come("maker", Role.MERCHANT, merchant),
        buyer=come("buyer (虚构)", Role.MERCHANT, merchant),
        objector=come("objector (虚构)", Role.HOLDER, merchant),
        regulator=come("regulator", Role.REGULATOR, {"one": Power.ADMIT, "two": Power.ADMIT}),
        outsider=come("outsider (虚构)", Role.HOLDER, {}),
    )
