"""SC2. Xunxiang: sold and leased back. Friendly for P2 and L1; default and refusals on P10 and L9. All figures 演示."""

from decimal import Decimal
from typing import Any

from ledger_api.domain.money import level_plan, total
from ledger_api.domain.overlays import Overlay
from ledger_api.domain.recharacterisation import (
    Ground,
    Lease,
    Risk,
    default_amount,
    grounds,
    highest_price,
    is_in_default,
    risk,
)
from ledger_api.domain.words import Lease as LeaseWord
from ledger_api.domain.words import LeaseState, Remedy, Security, SecurityState, TitleMode
from tests.scenarios import halves
from tests.scenarios.facts import overlay
from tests.scenarios.story import Done, Story, beijing, document

FIGURES: dict[str, Any] = {
    "name": "2022年至2026年浙江省中小企业数字化运营指标数据集",
    "origins": ["COLLECTED"],
    "form": "PRODUCT",
    "application": {"note": "演示"},
}
LEASED = ["USE", "OPERATE"]
BOOK, APPRAISED, PRICE = "8600000.00", "9400000.00", "8000000.00"
UNTIL = "2029-08-31"
"""36 months from 2026-09-01."""


def plan() -> dict[str, str]:
    """The rents as the contract has them: 5.2 % a year, twelve quarters."""
    rents = level_plan(Decimal(PRICE), Decimal("0.052"), 12)
    return {
        "price": PRICE, "rent": str(rents[0].amount), "last": str(rents[-1].amount), "total": str(total(rents)), "token": "100.00",
    }  # fmt: skip


def appraised(story: Story, lessee: str) -> tuple[halves.Asset, dict[str, int]]:
    """The data set, registered, with its value and its book value; it is 31 August."""
    asset = halves.registered(story, lessee, "SJ3312026080010", **FIGURES)
    terms = {"entry": asset.entry, "rights": LEASED, "base": "2026-06-30", "until": "2027-06-29", "headline": "STATED"}
    value = terms | {"kind": "VALUATION", "attestor": "A1", "purpose": "LEASE", "withheld": {"amount": APPRAISED}}
    book = terms | {"kind": "ACCOUNTING", "attestor": "A4", "purpose": "BOOKING", "withheld": {"amount": BOOK}}
    opinions = {
        "valuation": story.file("attest", value, "A1.both", lessee),
        "book_value": story.file("attest", book, "A4.both", lessee),
    }
    assert {name: story.opened(done, lessee)["amount"] for name, done in opinions.items()} == {
        "valuation": APPRAISED, "book_value": BOOK,
    }  # fmt: skip
    story.on("2026-08-31")
    return asset, {name: done.number for name, done in opinions.items()}


def leasing(asset: halves.Asset, lessor: str, opinions: dict[str, int], title: str, **terms: Any) -> dict[str, Any]:
    """What is recorded of a lease."""
    return {
        "entry": asset.entry, "structure": "LEASEBACK", "title": title, "lessor": lessor, "lessee": asset.holder, "instalments": 12,
        "until": UNTIL, "end": "LESSEE_TOKEN", "grace": 15, "flags": ["PRICE_WITHIN", "INCOME_PRODUCING"], "claim": plan(),
    } | opinions | terms  # fmt: skip


def transferred(story: Story, asset: halves.Asset, lessor: str, opinions: dict[str, int]) -> Done:
    """Variant a: title to the lessor, an exclusive licence back for 36 months; it is 14 September."""
    done = story.file("recordLease", leasing(asset, lessor, opinions, "TRANSFERRED"), asset.holder, lessor, "X1")
    transfer(story, asset, asset.holder, lessor)
    story.on("2026-09-14")
    where = {"entry": asset.entry}
    back = halves.terms_of(asset, asset.holder, kind="EXCLUSIVE", start="2026-09-14", end=UNTIL, template="OTHER")
    closing = [
        ("completeTransfer", where | {"case": case_number(story, asset), "national": document("回执")}),
        ("grant", back),
        ("takeTitle", where | {"lease": done.number, "licence": "#2"}),
    ]
    story.file_all(closing, "X1.pair", lessor, asset.holder)
    return done


def transfer(story: Story, asset: halves.Asset, from_: str, to: str) -> None:
    """转让登记 of USE and OPERATE, as far as its notice."""
    terms = {"entry": asset.entry, "transferor": from_, "transferee": to, "registrar": "X1", "rights": LEASED}
    case = {"entry": asset.entry, "case": story.file("applyTransfer", terms, from_, to).number}
    story.file("accept", case, "X1")
    story.file("publish", case | {"rights": LEASED}, "X1.pair")


def case_number(story: Story, asset: halves.Asset) -> int:
    """Of its latest case."""
    return int(story.read(f"/v1/entries/{asset.entry}/cases")["data"][-1]["id"].partition("/")[2])


def filed(story: Story, asset: halves.Asset, lease: Done) -> None:
    """The lessor's title is filed at 中登网 category 4."""
    terms = halves.filing_of(halves.Loan(asset.entry, lease.number, "", lease), venue="ZDW_CAT4", until=UNTIL)
    terms |= {"filed_at": beijing(story.today, "08:00"), "filing_number": document("DEMO-0420260902001")}
    story.file("importFiling", terms, "X1")
    story.file("perfect", terms, "X1.approver")


def word_of(story: Story, asset: halves.Asset, lease: Done) -> LeaseWord:
    """The lease's word."""
    found: LeaseWord = story.word(LeaseWord, asset.entry, lease.number)
    return found


def test_the_figures_of_the_plan(story: Story) -> None:
    """Twelve rents of 724,333.42, the last one a cent more, 8,692,001.05 in all; within book value and appraisal."""
    asset, opinions = appraised(story, "P2")
    done = story.file("recordLease", leasing(asset, "L1", opinions, "NOTED"), "P2", "L1", "X1")
    assert story.opened(done, "L1") == {
        "price": "8000000.00", "rent": "724333.42", "last": "724333.43", "total": "8692001.05", "token": "100.00",
    }  # fmt: skip
    most = highest_price(Decimal(BOOK), Decimal(APPRAISED))
    assert (most, Decimal(PRICE) <= most, Decimal("8700000.00") <= most) == (Decimal("8600000.00"), True, False)


def test_title_passes_the_use_comes_back_and_in_the_end_all_returns(story: Story) -> None:
    """Variant a, friendly: 转让登记, licence back, 中登网 category 4; twelve rents paid, the title returns for the token."""
    asset, opinions = appraised(story, "P2")
    lease = transferred(story, asset, "L1", opinions)
    filed(story, asset, lease)
    word = word_of(story, asset, lease)
    assert (word.state, word.title) == (LeaseState.IN_TERM, TitleMode.TRANSFERRED)
    assert holders(story, asset) == ["P2", "L1", "L1"]
    back = story.read(f"/v1/licences/{asset.entry}/{word.licence_back}")
    assert (back["kind"], story.ref(back["licensee"]), back["end"]) == ("EXCLUSIVE", "P2", UNTIL)
    assert story.word(Security, asset.entry, lease.number).state is SecurityState.PERFECTED
    assert overlay(story, asset.entry) & Overlay.LEASED
    assert risks(story, asset, lease, has_opinion=False) == (Risk.MEDIUM, Ground.NO_OPINION)
    assert risks(story, asset, lease, has_opinion=True) == (Risk.LOW, Ground(0))

    where = {"entry": asset.entry, "lease": lease.number}
    story.file("recordRent", where | {"paid": 12}, "L1")
    story.refused("title-elsewhere", "settleTitle", where | {"ending": "MATURED"}, "P2")
    transfer(story, asset, "L1", "P2")
    story.on("2026-10-12")
    giving = {"entry": asset.entry, "case": case_number(story, asset), "national": document("回执")}
    story.file("completeTransfer", giving, "X1.pair", "P2")
    story.file("end", {"entry": asset.entry, "licence": word.licence_back, "reason": "MUTUAL"}, "P2")
    story.file("settleTitle", where | {"ending": "MATURED"}, "P2")
    assert word_of(story, asset, lease).state is LeaseState.TITLE_RETURNED
    assert holders(story, asset) == ["P2", "P2", "P2"]


def test_security_only_is_filed_and_told_as_what_it_may_be(story: Story) -> None:
    """Variant b: no right passes, the lessor's title is only filed; the risk of being a loan is high."""
    asset, opinions = appraised(story, "P2")
    lease = story.file("recordLease", leasing(asset, "L1", opinions, "NOTED"), "P2", "L1", "X1")
    story.on("2026-09-02", "14:00")
    filed(story, asset, lease)
    assert holders(story, asset) == ["P2", "P2", "P2"]
    assert story.word(Security, asset.entry, lease.number).state is SecurityState.PERFECTED
    assert risks(story, asset, lease, has_opinion=True) == (Risk.HIGH, Ground.TITLE_STAYS)


def test_a_price_above_book_value_is_refused(story: Story) -> None:
    """8.7 m against a book value of 8.6 m: neither side may attest that it is within, and without it nothing is recorded."""
    asset, opinions = appraised(story, "P10")
    above = leasing(asset, "L9", opinions, "NOTED", flags=["INCOME_PRODUCING"], claim=plan() | {"price": "8700000.00"})
    assert Decimal(above["claim"]["price"]) > highest_price(Decimal(BOOK), Decimal(APPRAISED))
    story.refused("object-not-attested", "recordLease", above, "P10", "L9", "X1")


def test_what_is_pledged_is_not_leased_nor_what_is_leased_pledged(story: Story) -> None:
    """The object must be free; the lessee charges nothing of it."""
    asset, opinions = appraised(story, "P10")
    loan = halves.recorded(story, asset, "B9")
    terms = leasing(asset, "L9", opinions, "NOTED")
    story.refused("object-not-free", "recordLease", terms, "P10", "L9", "X1")
    story.file("releaseSecurity", {"entry": asset.entry, "security": loan.number}, "B9.both")
    lease = story.file("recordLease", terms, "P10", "L9", "X1")
    pledging = {"entry": asset.entry, "creditor": "B9", "debtor": "P10"} | halves.PLEDGE
    refusal = story.refused("burdened", "recordSecurity", pledging, "P10", "B9", "X1")
    assert refusal["blocking"] == [f"{asset.entry}/{lease.number}"]
    story.refused("object-not-free", "recordLease", terms, "P10", "L9", "X1")  # nor is it leased twice


def test_two_rents_missed_are_the_threshold_and_one_remedy_is_elected(story: Story) -> None:
    """Four paid, two missed: all may be demanded; then not terminated as well. 15 % of all rents are 1,303,800.16."""
    asset, opinions = appraised(story, "P10")
    lease = transferred(story, asset, "L9", opinions)
    where = {"entry": asset.entry, "lease": lease.number}
    figures = story.opened(lease, "L9")
    rent, rents = Decimal(figures["rent"]), Decimal(figures["total"])
    assert default_amount(rents) == Decimal("1303800.16")
    assert (is_in_default(1, rent, rents), is_in_default(2, 2 * rent, rents)) == (False, True)
    story.file("recordRent", where | {"paid": 4}, "L9")
    story.file("noteOverdue", where | {"overdue": 1}, "L9")
    story.refused("default-not-reached", "demandRent", where, "L9")
    story.file("noteOverdue", where | {"overdue": 2}, "L9")
    story.file("demandRent", where, "L9")
    story.refused("term-running", "electRemedy", where | {"remedy": "ACCELERATE"}, "L9.both")
    story.on("2026-09-30")
    story.refused("two-persons-missing", "electRemedy", where | {"remedy": "ACCELERATE"}, "L9")
    story.file("electRemedy", where | {"remedy": "ACCELERATE"}, "L9.both")
    word = word_of(story, asset, lease)
    assert (word.state, word.remedy) == (LeaseState.ACCELERATED, Remedy.ACCELERATE)
    story.refused("remedy-already-elected", "electRemedy", where | {"remedy": "TERMINATE"}, "L9.both")
    story.refused("wrong-lease-state", "repossess", where, "L9", "X1.pair")


def holders(story: Story, asset: halves.Asset) -> list[str | None]:
    """Of HOLD, USE, OPERATE."""
    return [story.ref(each["holder"]) for each in story.read(f"/v1/entries/{asset.entry}")["rights"]]


def risks(story: Story, asset: halves.Asset, lease: Done, *, has_opinion: bool) -> tuple[Risk, Ground]:
    """How likely it is a loan, by what is on record."""
    word = word_of(story, asset, lease)
    burdens = story.read(f"/v1/entries/{asset.entry}/burdens", asset.holder)["data"]
    lessor = next(each for each in burdens if each["id"] == f"{asset.entry}/{lease.number}")
    parties = {lessor["party"]["id"], lessor["grantor"]["id"]}
    held = [each for ref in parties for each in story.read(f"/v1/parties/{ref}")["accreditations"]]
    figures = story.opened(lease, asset.holder)
    found = grounds(
        Lease(
            price=Decimal(figures["price"]),
            appraised=Decimal(APPRAISED),
            book_value=Decimal(BOOK),
            has_object=True,
            passes_title=word.title is TitleMode.TRANSFERRED,
            is_filed=story.word(Security, asset.entry, lease.number).state is SecurityState.PERFECTED,
            was_unburdened=all(int(each["id"].partition("/")[2]) >= lease.number for each in burdens),
            is_lessor_licensed=any(each["kind"] == "LESSOR_LICENCE" and each["in_force"] for each in held),
            has_opinion=has_opinion,
        )
    )
    return risk(found), found
