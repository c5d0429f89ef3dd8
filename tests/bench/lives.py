"""Register-like work: lives of entries, every act a filing of its own with all the signatures it takes, in a transaction of its own.

open, submit, accept (1 signature each), publish, anchor (the registrar's pair), grant (holder, licensee, recorder). Everything is
signed beforehand. Days pass between publishing and anchoring, so the work comes in sittings.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from eth_abi import encode
from eth_hash.auto import keccak

from hardhat_free_env.testing import Account, account
from ledger_api.chain.codec import Codec
from ledger_api.domain import signatories
from ledger_api.domain.filing import Filing, ecdsa_seal
from ledger_api.domain.words import (
    Action,
    Algorithm,
    Case,
    Claim,
    Form,
    Licence,
    LicenceKind,
    Origin,
    Purpose,
    Right,
    Template,
)
from tests.bench.ground import CURTAIN, Ground
from tests.contracts.stage import Officer

DAY = 86_400
NOTICE = 9 * DAY
"""Five working days and the weekend between, so that the notice is over."""
CARRIERS = tuple(account(number) for number in range(300, 308))
GAS = 1_000_000
ALL = Right.HOLD | Right.USE | Right.OPERATE
DOCUMENT = keccak(b"document")
SHA256 = Algorithm.SHA256
AGREEMENT = {
    "template": Template.GF_2025_2615,
    "alg": SHA256,
    "contractHash": keccak(b"contract"),
    "policy": keccak(b"policy"),
    "commitment": keccak(b"commitment"),
    "crossBorder": bytes(32),
}
CASE = 2
"""A case has the number of the line that submits it, the second of its entry."""
ACTS_A_LIFE = 6


@dataclass(frozen=True, slots=True)
class Sitting:
    """Transactions that run at one time, in this order."""

    time: int
    raw: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """Sittings one after the other, and the entries that are registered and licensed when all are done."""

    sittings: tuple[Sitting, ...]
    entries: tuple[bytes, ...]

    @property
    def transactions(self) -> int:
        """How many in all."""
        return sum(len(sitting.raw) for sitting in self.sittings)


Step = tuple[Sequence[Officer], str, dict[str, Any]]


class Desk:
    """Signs filings for officers and transactions for carriers, and keeps their nonces."""

    def __init__(self, ground: Ground) -> None:
        self._codec = Codec.load()
        self._domain = ground.domain
        self._nonces = {number: count(first) for number, first in ground.nonces.items()}
        self._carriers = {carrier.address: count() for carrier in CARRIERS}

    def carried(self, step: Step, deadline: int, carrier: Account) -> bytes:
        """A signed transaction that files one act."""
        officers, name, terms = step
        ordered = sorted(officers, key=lambda officer: officer.number)
        by = signatories.pack(officer.number for officer in ordered)
        act = self._codec.encode_act(name, {"by": by, "at": 0, **terms})
        filing = Filing(by, next(self._nonces[ordered[0].number]), deadline, (act,))
        digest = self._codec.filing_digest(self._domain, filing)
        seals = [ecdsa_seal(officer.account.sign_digest(digest)) for officer in ordered]
        nonce = next(self._carriers[carrier.address])
        calldata = self._codec.encode_file(filing, seals)
        return carrier.transaction(self._domain.chain_id, nonce, self._domain.ledger, calldata, gas=GAS)


def sign(ground: Ground, cohorts: int, lives: int) -> Work:
    """`cohorts` times `lives` entries. A cohort is completed in the sitting in which the next one begins."""
    desk = Desk(ground)
    sittings: list[Sitting] = []
    entries: list[bytes] = []
    steps: list[Step] = []
    for cohort in range(cohorts + 1):
        time = CURTAIN + cohort * NOTICE
        roots = [keccak(b"data %d of %d" % (number, cohort)) for number in range(lives * (cohort < cohorts))]
        today = (time + 8 * 3600) // DAY
        steps.extend(step for root in roots for step in _begun(ground, root))
        raw = (desk.carried(step, time + DAY, CARRIERS[at % len(CARRIERS)]) for at, step in enumerate(steps))
        sittings.append(Sitting(time, tuple(raw)))
        entries.extend(_entry(ground, root) for root in roots)
        steps = [step for root in roots for step in _completed(ground, root, today + NOTICE // DAY)]
    return Work(tuple(sittings), tuple(entries))


def _begun(ground: Ground, root: bytes) -> Iterator[Step]:
    cast = ground.cast
    entry, applicant, folio = _entry(ground, root), cast.holder.number, _folio(ground, root)
    case = Case(asked=ALL, applicant=applicant, registrar=cast.registrar.number)
    claim = Claim(origins=Origin.COLLECTED, form=Form.RESOURCE)
    form = {"alg": SHA256, "application": DOCUMENT, "name": DOCUMENT, "summary": DOCUMENT}
    step = {"entry": entry, "number": CASE, "alg": SHA256, "document": DOCUMENT}
    yield [cast.holder.one], "open", {"rootAlg": folio["alg"], "root": root, "applicant": applicant}
    yield [cast.holder.one], "submit", {"entry": entry, "folio": folio, "kase": case, "claim": claim, **form}
    yield [cast.registrar.reviewer], "accept", step
    yield cast.registrar.pair, "publish", {**step, "passed": ALL}


def _completed(ground: Ground, root: bytes, today: int) -> Iterator[Step]:
    cast, entry = ground.cast, _entry(ground, root)
    anchored = {"entry": entry, "number": CASE, "folio": _folio(ground, root), "until": today + 1800, "alg": SHA256}
    yield cast.registrar.pair, "anchor", {**anchored, "national": DOCUMENT, "burdens": [], "siblings": []}
    terms = Licence(
        licensee=cast.maker.number,
        kind=LicenceKind.NON_EXCLUSIVE,
        start=today,
        end=today + 365,
        actions=Action.READ | Action.REPRODUCE,
        purposes=Purpose.RESEARCH,
    )
    granted = {"entry": entry, "recorder": cast.exchange.number, "terms": terms, "agreement": AGREEMENT}
    hands = [cast.holder.one, cast.maker.one, cast.exchange.officers["recorder"]]
    yield hands, "grant", {**granted, "burdens": [], "licences": []}


def _folio(ground: Ground, root: bytes) -> dict[str, Any]:
    return {"alg": Algorithm.KECCAK256, "root": root, "applicant": ground.cast.holder.number}


def _entry(ground: Ground, root: bytes) -> bytes:
    values = (1, Algorithm.KECCAK256, root, ground.cast.holder.number)
    return keccak(encode(["uint256", "uint256", "bytes32", "uint256"], values))
