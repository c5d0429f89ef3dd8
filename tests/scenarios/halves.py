"""The first halves that scenarios share: a data set registered by SC1's dates, a licence, SC1's loan with all that belongs to it.

Each is told for the parties a scenario names: SC1 itself for P1, B1 and G1, whatever goes wrong for P9, B9 and G9. All figures 演示.
"""

from dataclasses import dataclass, replace
from typing import Any

from eth_hash.auto import keccak

from ledger_api.domain.commitments import Commitment
from tests.scenarios.story import Done, Story, beijing, document, years_after

RIGHTS = ["HOLD", "USE", "OPERATE"]
MAINLAND = [
    f"CN{code}"
    for code in (11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65)
]  # fmt: skip
"""CN as licences name it: every province of the mainland."""

FEATURES = "2019年至2026年全国心理健康服务多模态心理特征数据集"
"""SC1's data set."""
FEATURE_TERMS: dict[str, Any] = {
    "name": FEATURES,
    "summary": "演示：心理健康服务中产生的多模态心理特征，已匿名化",
    "origins": ["COLLECTED", "DERIVED"],
    "bases": ["SOURCE_RIGHT", "COMPLIANCE_OPINION"],
    "form": "RESOURCE",
    "limits": ["NO_RESALE", "NO_CROSS_BORDER"],
    "application": {"rows": 32_000_000, "bytes": "4.6 TB", "update": "每月", "personal": "PI_ANONYMISED"},
}


@dataclass(frozen=True)
class Asset:
    """A registered data set."""

    entry: str
    case: int
    holder: str
    registrar: str
    credential: str
    applied: Done
    hands: tuple[str, ...] = ()
    """Who signs for its holder, when that is a joint holding."""

    @property
    def holders(self) -> tuple[str, ...]:
        """Who signs for its holder."""
        return self.hands or (self.holder,)


@dataclass(frozen=True)
class Loan:
    """A security over an asset and the filing that recorded it."""

    entry: str
    number: int
    creditor: str
    recorded: Done
    guarantee: int = 0


# ------------------------------------------------------------------------------------------------ registration


def applied(
    story: Story,
    holder: str,
    registrar: str = "X1",
    rights: list[str] | None = None,
    hands: tuple[str, ...] = (),
    **terms: Any,
) -> Asset:
    """Opened and submitted today."""
    content = "sha256:" + keccak(f"{holder} {terms['name']}".encode()).hex()
    asked = {"entry": "#1", "registrar": registrar, "rights": rights or RIGHTS, "summary": "演示"} | terms
    acts = [("open", {"content": terms.pop("content", content), "applicant": holder}), ("submit", asked)]
    asked.pop("content", None)
    done = story.file_all(acts, *(hands or (holder,)))
    return Asset(done.made[0], int(done.made[1].partition("/")[2]), holder, registrar, "", done, hands)


def accepted(story: Story, asset: Asset) -> Asset:
    """Accepted today."""
    step(story, asset, "accept", asset.registrar)
    return asset


def published(story: Story, asset: Asset, rights: list[str] | None = None) -> Asset:
    """Passed today; its notice begins."""
    story.file("publish", case_of(asset) | {"rights": rights or RIGHTS}, f"{asset.registrar}.pair")
    return asset


def anchored(story: Story, asset: Asset, credential: str, until: str = "") -> Asset:
    """Complete today, with the receipt of the national system and a credential."""
    receipt = {
        "reference": f"演示-{credential}",
        "received_at": beijing(story.today, "08:30"),
        "document": document("回执"),
    }
    terms = {"until": until or years_after(story.today, 5), "national": receipt}
    story.file("anchor", case_of(asset) | terms, f"{asset.registrar}.pair")
    story.file(
        "issueCredential", case_of(asset) | {"scheme": "NATIONAL", "number": credential}, f"{asset.registrar}.pair"
    )
    return replace(asset, credential=credential)


def registered(
    story: Story, holder: str, credential: str, registrar: str = "X1", rights: list[str] | None = None, **terms: Any
) -> Asset:
    """By SC1's dates: submitted 2026-08-03, accepted 08-05, in notice 08-12 to 08-19, complete on 08-20."""
    asset = applied(story, holder, registrar, rights, **terms)
    return completed(story, asset, credential, rights)


def completed(story: Story, asset: Asset, credential: str, rights: list[str] | None = None) -> Asset:
    """The same for one that was applied for."""
    story.on("2026-08-05", "10:00")
    accepted(story, asset)
    story.on("2026-08-12")
    published(story, asset, rights)
    story.on("2026-08-20")
    return anchored(story, asset, credential)


def features(story: Story, holder: str = "P1", registrar: str = "X1") -> Asset:
    """SC1's data set, registered."""
    return registered(story, holder, "SJ3312026080001", registrar, **FEATURE_TERMS)


def case_of(asset: Asset) -> dict[str, Any]:
    """Which case an act is about."""
    return {"entry": asset.entry, "case": asset.case}


def clock(story: Story, asset: Asset) -> tuple[str, str, str]:
    """State of its case, the clock that runs and its last day, as anybody reads them."""
    found = story.read(f"/v1/cases/{asset.entry}/{asset.case}")
    return found["state"], found["clock"]["code"], found["clock"]["due"]


def step(story: Story, asset: Asset, act: str, *signers: str, at: str | None = None, **terms: Any) -> Done:
    """One act of its case."""
    return story.file(act, case_of(asset) | terms, *signers, at=at)


# ------------------------------------------------------------------------------------------------ opinions


def valued(
    story: Story, asset: Asset, amount: str, base: str, until: str, attestor: str = "A1", at: str | None = None
) -> Done:
    """A valuation for a pledge, signed by two appraisers and the holder."""
    terms = {
        "entry": asset.entry, "kind": "VALUATION", "attestor": attestor, "purpose": "PLEDGE", "headline": "STATED",
        "rights": RIGHTS, "base": base, "until": until, "withheld": {"amount": amount, "method": "收益法"},
    }  # fmt: skip
    return story.file("attest", terms, f"{attestor}.both", *asset.holders, at=at)


def opinion(
    story: Story,
    asset: Asset,
    kind: str,
    attestor: str,
    base: str,
    until: str,
    headline: str = "PASSED",
    **withheld: str,
) -> Done:
    """Any other opinion."""
    terms = {
        "entry": asset.entry, "kind": kind, "attestor": attestor, "headline": headline, "base": base, "until": until,
        "withheld": withheld or None,
    }  # fmt: skip
    return story.file("attest", terms, f"{attestor}.both", *asset.holders)


# ------------------------------------------------------------------------------------------------ licences

RESEARCH: dict[str, Any] = {
    "kind": "NON_EXCLUSIVE", "actions": ["READ", "TRAIN"], "flags": ["TRAIN"], "purposes": ["RESEARCH"], "regions": MAINLAND,
    "template": "GF_2025_2615", "delete_within": 30,
}  # fmt: skip
"""A licence that fits SC1's envelope, but for its dates (演示)."""


def terms_of(asset: Asset, licensee: str, **terms: Any) -> dict[str, Any]:
    """What a grant says."""
    given = {"entry": asset.entry, "recorder": asset.registrar, "licensee": licensee} | terms
    fee = given.pop("fee", None)
    return given | ({} if fee is None else {"withheld": fee})


def granted(story: Story, asset: Asset, licensee: str, *others: str, at: str | None = None, **terms: Any) -> int:
    """A licence, signed by holder, licensee and registrar, and by whoever else agrees; its number."""
    return story.file(
        "grant", terms_of(asset, licensee, **terms), *asset.holders, licensee, asset.registrar, *others, at=at
    ).number


# ------------------------------------------------------------------------------------------------ SC1's loan

PRINCIPAL, MAXIMUM = "10000000.00", "12000000.00"
ACKNOWLEDGED = ["RELEASE", "RANK", "AMEND_UP"]
PLEDGE: dict[str, Any] = {
    "rights": RIGHTS, "character": "RIGHT_PLEDGE_440_7", "flags": ["FORFEITURE_FREE", "INCLUDES_PROCEEDS"], "maturity": "2027-08-31",
    "cap": 5_000, "scope": ["INTEREST", "COSTS_OF_REALISATION"], "place": 330_100,
    "claim": {"principal": PRINCIPAL, "maximum": MAXIMUM, "from": "2026-09-01", "until": "2027-08-31", "account": "演示监管账户"},
}  # fmt: skip
FILED: dict[str, Any] = {
    "kind": "INITIAL", "venue": "ZDW_CAT7", "filed_at": beijing("2026-09-02", "10:31:22"), "until": "2029-09-01",
    "filing_number": document("DEMO-0920260902001"),
}  # fmt: skip


def recorded(story: Story, asset: Asset, creditor: str, *others: str, **terms: Any) -> Loan:
    """A security recorded on the ledger, which gives no rank; holder, creditor, registrar and `others` sign."""
    given = {"entry": asset.entry, "creditor": creditor, "debtor": asset.holder} | PLEDGE | terms
    done = story.file("recordSecurity", given, *asset.holders, creditor, asset.registrar, *others)
    return Loan(asset.entry, done.number, creditor, done)


def guaranteed(story: Story, loan: Loan, asset: Asset, guarantor: str) -> Loan:
    """80 %, joint and several, until three years after maturity, for a fee of 0.8 %."""
    terms = {
        "entry": loan.entry, "security": loan.number, "guarantor": guarantor, "debtor": asset.holder, "creditor": loan.creditor,
        "mode": "JOINT_SEVERAL", "coverage": 8_000, "until": "2030-08-31", "acknowledges": ACKNOWLEDGED,
        "claim": {"fee": "0.8 %", "bank_share": "20 %"},
    }  # fmt: skip
    done = story.file("bindGuarantee", terms, f"{guarantor}.both", loan.creditor, *asset.holders, asset.registrar)
    return replace(loan, guarantee=done.number)


def filed(story: Story, loan: Loan, asset: Asset, **filing: Any) -> None:
    """Its external filing, entered by one person and found true by another: perfected."""
    terms = filing_of(loan, **filing)
    story.file("importFiling", terms, asset.registrar)
    story.file("perfect", terms, f"{asset.registrar}.approver")


def filing_of(loan: Loan, **filing: Any) -> dict[str, Any]:
    """What is entered and found true of its filing."""
    evidence = {"description": document("财产描述：凭证编号与指纹"), "proof": document("登记证明")}
    return {"entry": loan.entry, "security": loan.number} | FILED | evidence | filing


def snapshot(story: Story, asset: Asset) -> str:
    """The root of all licences in force, as their answers stand today: what lies under the grantor's representation."""
    told = story.read(f"/v1/entries/{asset.entry}/licences")["data"]
    live = {each["id"]: each for each in told if each["in_force"]}
    return "keccak256:" + Commitment(bytes(32), live).root.hex()


def envelope(story: Story, loan: Loan, **terms: Any) -> Done:
    """SC1's standing consent: ordinary licences beforehand, the rest case by case."""
    given = {
        "entry": loan.entry, "burden": loan.number, "modes": {"LICENCE_ORDINARY": "PRE_APPROVED"}, "months": 12, "cap": 20,
        "purposes": ["RESEARCH", "MODEL_TRAINING"], "regions": MAINLAND, "kinds": ["NON_EXCLUSIVE"], "agreed": ["TRAIN"],
        "until": "2027-08-31",
    }  # fmt: skip
    return story.file("setEnvelope", given | terms, loan.creditor)


def lent(story: Story, asset: Asset, bank: str = "B1", guarantor: str = "G1", **terms: Any) -> Loan:
    """SC1's loan: recorded on 08-31 with its guarantee and envelope, not filed yet."""
    story.on("2026-08-31")
    loan = recorded(story, asset, bank, guarantor, guarantor=guarantor, acknowledges=ACKNOWLEDGED, **terms)
    loan = guaranteed(story, loan, asset, guarantor)
    envelope(story, loan)
    return loan


def pledged(story: Story, asset: Asset, bank: str = "B1", guarantor: str = "G1", **terms: Any) -> Loan:
    """The same, perfected by the filing of 09-02."""
    loan = lent(story, asset, bank, guarantor, **terms)
    story.on("2026-09-02", "14:00")
    filed(story, loan, asset)
    return loan
