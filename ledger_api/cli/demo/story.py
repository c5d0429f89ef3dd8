"""The story: parties are admitted, two data sets registered, one licensed, a conflicting licence refused and then re-scoped.

It is SC3 (一隅千象) and the registration half of SC1 (连信) of the domain, with the dates of SC1. Every figure is 演示.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from eth_utils import keccak

from ledger_api.cli.demo.cast import ADMITTED, EXCHANGE, LIANXIN, OPERATOR, QIANXIANG, ROBOT_MAKER, STAGE, Institution
from ledger_api.cli.demo.filing import Done, Signer, act, file
from ledger_api.cli.demo.house import House
from ledger_api.cli.demo.troupe import Refusal, Troupe

POSE_DATA = "2024年至2025年全国具身智能顶部视角人体姿态识别数据集"
FEATURE_DATA = "2019年至2026年全国心理健康服务多模态心理特征数据集"
_LONG = "2036-08-02T23:59:59+08:00"
_RIGHTS = ["HOLD", "USE", "OPERATE"]

Say = Callable[[str], None]
MoveClock = Callable[[str], None]
GiveToken = Callable[[Institution, int], None]


@dataclass(frozen=True, slots=True)
class Asset:
    """A data set of the story on its way through registration."""

    step: str
    name: str
    owner: Institution
    fingerprint: str
    credential: str
    terms: dict[str, Any]


@dataclass(slots=True)
class Story:
    """The steps, in order; `run` plays them. A step that was played before answers as it did."""

    house: House
    troupe: Troupe
    say: Say
    move_clock: MoveClock
    give_token: GiveToken
    parties: dict[str, str] = field(default_factory=dict)
    officers: dict[str, Signer] = field(default_factory=dict)

    def run(self, pose: str, features: str) -> "Outcome":
        """Play everything; `pose` and `features` are the data sets' fingerprints."""
        self._admit_everybody()
        first = Asset("sc1", FEATURE_DATA, LIANXIN, features, "SJ3312026080001", _FEATURE_TERMS)
        second = Asset("sc3", POSE_DATA, QIANXIANG, pose, "SJ3312026080002", _POSE_TERMS)
        cases = [(asset, *self._apply(asset)) for asset in (first, second)]
        for day, step in (
            ("2026-08-05T10:00:00+08:00", self._accept),
            ("2026-08-12T10:00:00+08:00", self._publish),
            ("2026-08-20T10:00:00+08:00", self._complete),
        ):
            self.move_clock(day)
            self.say(f"—— {day[:10]} ——")
            for asset, entry, case in cases:
                step(asset, entry, case)
        pose_entry = cases[1][1]
        before = self._now()
        self.move_clock("2026-09-01T10:00:00+08:00")
        self.say("—— 2026-09-01 ——")
        licence = self._license(pose_entry)
        refusal = self._ask_too_much(pose_entry)
        self.move_clock("2026-09-02T10:00:00+08:00")
        self.say("—— 2026-09-02 ——")
        rescoped = self._rescope(pose_entry)
        return Outcome(cases[0][1], pose_entry, licence, rescoped, refusal, before, self._now())

    # ------------------------------------------------------------------ admission

    def _admit_everybody(self) -> None:
        self.say("—— 2026-08-03 ——")
        for number, person in enumerate(OPERATOR.people, start=2):
            self.officers[person.desk] = Signer(person.desk, f"O-{number}")  # the genesis binds founders after party 1
        self.parties[OPERATOR.key] = "P-1"
        for institution in ADMITTED:
            done = file(self.troupe, f"admit/{institution.key}", self._of(OPERATOR), self._admission(institution))
            party = next(each for each in done.made if each.startswith("P-"))
            bound = [each for each in done.made if each.startswith("O-")]
            self.parties[institution.key] = party
            for person, officer in zip(institution.people, bound, strict=True):
                self.officers[person.desk] = Signer(person.desk, officer)
            self.give_token(institution, int(party.removeprefix("P-")))
            self.say(f"准入 {institution.name} {party}，经办人 {'、'.join(bound)}（区块 {done.block}）")

    def _admission(self, institution: Institution) -> list[dict[str, Any]]:
        """One filing: the party, what it is accredited for, and its officers."""
        acts = [
            act(
                "admit",
                name=institution.name,
                kind="LEGAL_PERSON",
                roles=list(institution.roles),
                kyc_until=_LONG,
                identifier=institution.credit_code,
                certificate=document(f"营业执照 {institution.key}", "keccak256"),
            )
        ]
        acts += [
            act(
                "accredit",
                party="#1",
                kind=kind,
                status="ACTIVE",
                **{"from": "2026-08-01T00:00:00+08:00"},
                until=_LONG,
                authority="P-1",
                certificate=document(f"资质 {institution.key} {kind}"),
            )
            for kind in institution.accreditations
        ]
        acts += [
            act(
                "bind",
                party="#1",
                signer=self.house.address(person.desk),
                person="keccak256:" + keccak(text=f"演示 person {person.desk}").hex(),
                powers=list(person.powers),
                until=_LONG,
                certificate=document(f"授权书 {person.desk}"),
            )
            for person in institution.people
        ]
        return acts

    # ------------------------------------------------------------------ registration

    def _apply(self, asset: Asset) -> tuple[str, str]:
        """Open the entry and apply, in one filing; public ids of entry and case."""
        owner = self.parties[asset.owner.key]
        done = file(
            self.troupe,
            f"{asset.step}/apply",
            self._of(asset.owner),
            [
                act("open", content=asset.fingerprint, applicant=owner),
                act(
                    "submit",
                    entry="#1",
                    registrar=self.parties[EXCHANGE.key],
                    name=asset.name,
                    rights=_RIGHTS,
                    **asset.terms,
                ),
            ],
        )
        entry = next(each for each in done.made if "/" not in each)
        case = next(each for each in done.made if "/" in each)
        self.say(f"申请 {asset.owner.name}：{asset.name} → {entry}")
        return entry, case

    def _accept(self, asset: Asset, entry: str, case: str) -> None:
        signers = [self.officers["exchange-reviewer"]]
        done = file(
            self.troupe,
            f"{asset.step}/accept",
            signers,
            [act("accept", entry=entry, case=case, document=document(f"受理通知 {asset.step}"))],
        )
        self._tell(done)

    def _publish(self, asset: Asset, entry: str, case: str) -> None:
        done = file(
            self.troupe,
            f"{asset.step}/publish",
            self._of(EXCHANGE),
            [act("publish", entry=entry, case=case, rights=_RIGHTS, document=document(f"公告 {asset.step}"))],
        )
        self._tell(done)

    def _complete(self, asset: Asset, entry: str, case: str) -> None:
        anchored = file(
            self.troupe,
            f"{asset.step}/anchor",
            self._of(EXCHANGE),
            [
                act(
                    "anchor",
                    entry=entry,
                    case=case,
                    until="2031-08-19",
                    national=_receipt(asset),
                )
            ],
        )
        self._tell(anchored)
        issued = file(
            self.troupe,
            f"{asset.step}/credential",
            self._of(EXCHANGE),
            [
                act(
                    "issueCredential",
                    entry=entry,
                    case=case,
                    scheme="NATIONAL",
                    number=asset.credential,
                    document=document(f"凭证 {asset.credential}"),
                )
            ],
        )
        self._tell(issued)

    # ------------------------------------------------------------------ licences

    def _license(self, entry: str) -> str:
        done = self._grant("licence", entry, ROBOT_MAKER, _ROBOT_TERMS)
        self._tell(done)
        return next(each for each in done.made if "/" in each)

    def _ask_too_much(self, entry: str) -> dict[str, Any]:
        """An exclusive licence that overlaps is refused, with the licence in the way and what to do."""
        try:
            self._grant("licence-overlapping", entry, STAGE, _STAGE_TERMS | {"purposes": ["HUMANOID_TRAINING"]})
        except Refusal as refusal:
            problem = dict(refusal.problem)
            self.say(f"拒绝 {STAGE.name}：{problem['code']} {problem['titles']['zh']}")
            self.say(f"　　 在先：{'、'.join(problem.get('blocking', []))}；办法：{problem['remedy']['zh']}")
            return problem
        raise RuntimeError("the ledger took two licences that exclude each other")

    def _rescope(self, entry: str) -> str:
        done = self._grant("licence-rescoped", entry, STAGE, _STAGE_TERMS)
        self._tell(done)
        return next(each for each in done.made if "/" in each)

    def _grant(self, step: str, entry: str, licensee: Institution, terms: dict[str, Any]) -> Done:
        signers = [*self._of(QIANXIANG), *self._of(licensee), self.officers["exchange-reviewer"]]
        parties = {"recorder": self.parties[EXCHANGE.key], "licensee": self.parties[licensee.key]}
        return file(self.troupe, step, signers, [act("grant", entry=entry, **parties, **terms)])

    # ------------------------------------------------------------------ telling

    def _of(self, institution: Institution) -> list[Signer]:
        return [self.officers[person.desk] for person in institution.people]

    def _tell(self, done: Done) -> None:
        for sentence in done.sentences:
            self.say(f"区块 {done.block}：{sentence['zh']}")

    def _now(self) -> str:
        """The time of the newest block the service has read."""
        ready = self.troupe["operator-1"].ask(do="get", path="/v1/parties/P-1")
        return str(ready["as_of"]["time"])


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the story brought about."""

    features: str
    pose: str
    licence: str
    rescoped: str
    refusal: dict[str, Any]
    before: str
    after: str


def _receipt(asset: Asset) -> dict[str, str]:
    """What the national system answered (演示): typed in, read by both who sign."""
    return {
        "reference": f"演示-{asset.credential}",
        "received_at": "2026-08-20T09:30:00+08:00",
        "document": document(f"国家系统回执 {asset.step}"),
    }


def document(title: str, alg: str = "sha256") -> str:
    """The digest of a document that stays with whoever wrote it."""
    text = f"演示 {title}"
    return f"{alg}:" + (sha256(text.encode()).hexdigest() if alg == "sha256" else keccak(text=text).hex())


def moment(text: str) -> datetime:
    """An instant of the story in UTC."""
    return datetime.fromisoformat(text).astimezone(UTC)


def _application(**fields: str) -> dict[str, str]:
    """The withheld part of annex 1's form: committed to, and opened to those it concerns only."""
    return {"contact": "演示联系人", "phone": "演示", **fields}


_FEATURE_TERMS: dict[str, Any] = {
    "summary": "心理健康服务中产生的多模态心理特征数据，已匿名化；演示",
    "origins": ["COLLECTED"],
    "form": "RESOURCE",
    "limits": ["NO_RESALE", "NO_CROSS_BORDER"],
    "application": _application(rows="32000000", bytes="4.6 TB", frequency="每月"),
}
_POSE_TERMS: dict[str, Any] = {
    "summary": "顶部视角混合现实人体姿态数据，百万级；演示",
    "origins": ["COLLECTED"],
    "form": "RESOURCE",
    "limits": ["NO_RESALE", "NO_CROSS_BORDER"],
    "application": _application(rows="1200000 帧", bytes="9.8 TB", frequency="不更新"),
}
_AGREEMENT: dict[str, Any] = {"template": "GF_2025_2615", "delete_within": 30}
_CHINA: Sequence[str] = tuple(
    f"CN{code}"
    for code in (
        11,
        12,
        13,
        14,
        15,
        21,
        22,
        23,
        31,
        32,
        33,
        34,
        35,
        36,
        37,
        41,
        42,
        43,
        44,
        45,
        46,
        50,
        51,
        52,
        53,
        54,
        61,
        62,
        63,
        64,
        65,
    )
)
_ROBOT_TERMS: dict[str, Any] = _AGREEMENT | {
    "kind": "NON_EXCLUSIVE",
    "start": "2026-09-01",
    "end": "2028-08-31",
    "actions": ["READ", "DERIVE", "TRAIN"],
    "purposes": ["HUMANOID_TRAINING"],
    "regions": list(_CHINA),
    "flags": ["TRAIN", "KEEP_WEIGHTS"],
    "contract": document("合同 robot", "keccak256"),
    "policy": {"@type": "Agreement", "uid": "urn:demo:licence:robot", "permission": ["read", "derive", "train"]},
    "withheld": {"fee": {"model": "ONE_OFF", "amount": "680000.00", "currency": "CNY", "演示": True}},
}
_STAGE_TERMS: dict[str, Any] = _AGREEMENT | {
    "kind": "EXCLUSIVE",
    "start": "2026-09-01",
    "end": "2027-08-31",
    "actions": ["READ", "DERIVE"],
    "purposes": ["STAGE_PERFORMANCE"],
    "regions": list(_CHINA),
    "contract": document("合同 stage", "keccak256"),
    "policy": {"@type": "Agreement", "uid": "urn:demo:licence:stage", "permission": ["read", "derive"]},
    "withheld": {"fee": {"model": "ONE_OFF", "amount": "90000.00", "currency": "CNY", "演示": True}},
}
