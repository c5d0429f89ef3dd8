"""What a ledger shall begin with: the operator, its founders, parameters, calendars, and who may replace chapters.

A plan is a JSON document; whatever it does not say is what `docs/deployment.md` recommends.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from eth_hash.auto import keccak

from hardhat_free_env.deploy import calendars
from hardhat_free_env.deploy.errors import PlanInvalid
from hardhat_free_env.deploy.words import Value, pack

RECOMMENDED: Mapping[str, Value] = {
    "acceptDays": 3,
    "reviewDays": 10,
    "extensionDays": 10,
    "noticeDays": 5,
    "decideDays": 10,
    "notifyDays": 5,
    "credentialYears": 5,
    "tolerance": 900,
    "lateEntryDays": 1,
    "filingDays": 30,
    "noticeOfBreachDays": 30,
    "disputeEffects": ("TRANSFER", "LICENCE_EXCLUSIVE", "PLEDGE", "LEASE"),
    "answerDays": 15,
    "litigationDays": 15,
}
"""Parameters where a plan says nothing else (rules 22–28, 38, 39, 54, 124). The law leaves open how long a holder may take to answer
an objection and the sides to sue: fifteen days as in Civil Procedure Law 128 and Civil Code 220, counted in working days."""

FOR_EVER = (1 << 40) - 1
"""The latest time a word holds: an officer or an identity without a term."""


@dataclass(frozen=True, slots=True)
class Founder:
    """One of the operator's first officers."""

    signer: bytes
    """ERC-7913: an account's 20 bytes, or a verifier and a key."""
    person: bytes
    """Salted digest of who it is, 32 bytes."""
    powers: tuple[str, ...] = ("GOVERN", "ADMIT", "BIND", "MANDATE")
    until: int = FOR_EVER
    """In office until, unix seconds."""

    @property
    def key(self) -> bytes:
        """keccak256 of the signer."""
        return keccak(self.signer)

    def word(self) -> int:
        """Its Officer word; the ledger adds the party."""
        fingerprint = int.from_bytes(self.key[12:], "big")
        return pack("Officer", key=fingerprint, powers=self.powers, until=self.until)


@dataclass(frozen=True, slots=True)
class Operator:
    """Party 1, who keeps the platform (运营方)."""

    identifier: bytes
    """keccak256 of its credit code."""
    name: bytes
    """keccak256 of its public name."""
    kind: str = "LEGAL_PERSON"
    roles: tuple[str, ...] = ("OPERATOR",)

    def word(self) -> int:
        """Its Party word: without a term, for nobody could bring it back."""
        return pack("Party", kind=self.kind, roles=self.roles, status="ACTIVE", kycUntil=FOR_EVER)


@dataclass(frozen=True, slots=True)
class Authority:
    """Who may replace and pause chapters: AccessManager's executors, each with a key of its own."""

    executors: tuple[bytes, ...]
    delay: int = 0
    """Seconds between scheduling a replacement and performing it; 0 only on a demo chain."""
    pause_delay: int = 0
    """The same for pausing: an emergency stop that waits is none."""


@dataclass(frozen=True, slots=True)
class Plan:
    """See the module."""

    operator: Operator
    founders: tuple[Founder, ...]
    authority: Authority
    document: bytes
    """SHA-256 of the founding document."""
    parameters: Mapping[str, Value] = field(default_factory=dict)
    """Only those that differ from what is recommended."""
    years: tuple[str, ...] = ("2026", "2027")
    """Calendars: years that ship, or paths of files."""

    def __post_init__(self) -> None:
        if len(self.founders) < 2:
            raise PlanInvalid("founders: two persons decide (rule 3), so a ledger begins with two at least")
        if len({founder.signer for founder in self.founders}) < len(self.founders):
            raise PlanInvalid("founders: a key belongs to one officer")
        if len({founder.person for founder in self.founders}) < len(self.founders):
            raise PlanInvalid("founders: a person is one officer")
        if len(set(self.authority.executors)) < 2:
            raise PlanInvalid("authority.executors: two with different keys at least")
        if "OPERATOR" not in self.operator.roles:
            raise PlanInvalid("operator.roles: lacks OPERATOR")

    def parameters_word(self) -> int:
        """The Parameters word."""
        return pack("Parameters", **{**RECOMMENDED, **self.parameters})

    def calendar(self) -> tuple[calendars.Year, ...]:
        """The years, which must follow one another."""
        years = tuple(calendars.load(name) for name in self.years)
        for earlier, later in pairwise(years):
            if later.year != earlier.year + 1:
                raise PlanInvalid(f"years: {later.year} does not follow {earlier.year}")
        return years


def load(path: Path) -> Plan:
    """Read a plan; PlanInvalid names the field that is wrong."""
    try:
        return parse(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise PlanInvalid(f"{path}: {error}") from error


def parse(document: Mapping[str, Any]) -> Plan:
    """A plan from its JSON object: camelCase names, bytes as 0x and hex digits."""
    try:
        _refuse_unknown(document, {"operator", "founders", "authority", "document", "parameters", "years"}, "plan")
        return Plan(
            operator=_operator(document["operator"]),
            founders=tuple(_founder(each) for each in document["founders"]),
            authority=_authority(document["authority"]),
            document=_bytes(document, "document", 32),
            parameters={name: _value(value) for name, value in document.get("parameters", {}).items()},
            years=tuple(document.get("years", ("2026", "2027"))),
        )
    except KeyError as error:
        raise PlanInvalid(f"plan: {error.args[0]} is missing") from error
    except (TypeError, AttributeError) as error:
        raise PlanInvalid(f"plan: {error}") from error


def _operator(raw: Mapping[str, Any]) -> Operator:
    _refuse_unknown(raw, {"identifier", "name", "kind", "roles"}, "operator")
    return Operator(
        identifier=_bytes(raw, "identifier", 32),
        name=_bytes(raw, "name", 32),
        kind=raw.get("kind", "LEGAL_PERSON"),
        roles=tuple(raw.get("roles", ("OPERATOR",))),
    )


def _founder(raw: Mapping[str, Any]) -> Founder:
    _refuse_unknown(raw, {"signer", "person", "powers", "until"}, "founders")
    return Founder(
        signer=_bytes(raw, "signer"),
        person=_bytes(raw, "person", 32),
        powers=tuple(raw.get("powers", ("GOVERN", "ADMIT", "BIND", "MANDATE"))),
        until=raw.get("until", FOR_EVER),
    )


def _authority(raw: Mapping[str, Any]) -> Authority:
    _refuse_unknown(raw, {"executors", "delay", "pauseDelay"}, "authority")
    executors = tuple(_bytes({"executors": each}, "executors", 20) for each in raw["executors"])
    return Authority(executors, raw.get("delay", 0), raw.get("pauseDelay", 0))


def _value(value: int | str | list[str]) -> Value:
    return tuple(value) if isinstance(value, list) else value


def _bytes(raw: Mapping[str, Any], name: str, length: int | None = None) -> bytes:
    text = raw[name]
    try:
        value = bytes.fromhex(text.removeprefix("0x"))
    except (AttributeError, ValueError):
        raise PlanInvalid(f"{name}: {text!r} is not 0x and hex digits") from None
    if length not in {None, len(value)} or len(value) < 20:
        raise PlanInvalid(f"{name}: {len(value)} bytes, not {length or '20 or more'}")
    return value


def _refuse_unknown(raw: Mapping[str, Any], known: set[str], where: str) -> None:
    unknown = sorted(set(raw) - known)
    if unknown:
        raise PlanInvalid(f"{where}: does not know {', '.join(unknown)}; it knows {', '.join(sorted(known))}")
