"""SC15. Default, pay-out, subrogation, distribution: the other ending of SC1. Parties fictional, all figures 演示."""

from decimal import Decimal
from typing import Any

from ledger_api.domain.calendar import to_date
from ledger_api.domain.guarantee import liability
from ledger_api.domain.rank import Ranked, effective_rank
from ledger_api.domain.survival import Survival, survival
from ledger_api.domain.waterfall import claims, distribute, net_proceeds, split
from ledger_api.domain.words import Debt, DefaultEvent, Guarantee, GuaranteeState, Security
from tests.scenarios import halves
from tests.scenarios.facts import claim, grants, interests
from tests.scenarios.story import Done, Story, beijing, document

OWED = {"principal": "10000000.00", "interest": "318500.00", "costs": "52000.00"}
PRICE, COSTS = Decimal("11800000.00"), Decimal("426000.00")


def defaulted(story: Story) -> tuple[halves.Asset, halves.Loan]:
    """P9's copy of SC1 with its three licences, and it is 2027-09-01: nothing was repaid."""
    asset = halves.features(story, "P9")
    for each in ("P12", "P13", "P14"):
        halves.granted(story, asset, each, **halves.RESEARCH | {"start": "2026-08-20", "end": "2028-08-19"})
    loan = halves.pledged(story, asset, "B9", "G9")
    return asset, loan


def paid_out(story: Story, loan: halves.Loan) -> Done:
    """Noticed, claimed and paid: the guarantor steps in behind."""
    story.on("2027-09-01")
    default = {"entry": loan.entry, "security": loan.number, "event": "PAYMENT", "cure_until": "2027-09-15"}
    story.file("noticeDefault", default, "B9")
    backing = {"entry": loan.entry, "guarantee": loan.guarantee}
    story.file("claimGuarantee", backing, "B9")
    owed = liability(debt(), story.word(Guarantee, loan.entry, loan.guarantee).coverage).owed
    rest, paid = split(debt(), owed)
    paying = backing | {"paid": {"amount": str(paid), "rest": str(rest)} | OWED}
    return story.file("payOut", paying, "G9.both", "B9")


def test_the_guarantor_pays_eighty_percent_and_stands_behind_the_rest(story: Story) -> None:
    """10,370,500 owed; 8,296,400 paid; the bank's 2,074,100 goes first."""
    asset, loan = defaulted(story)
    done = paid_out(story, loan)
    assert debt() == Decimal("10370500.00")
    assert story.opened(done, "B9") == {"amount": "8296400.00", "rest": "2074100.00"} | OWED
    word: Debt = story.word(Debt, asset.entry, loan.number)
    assert (word.cause, str(to_date(word.defaulted))) == (DefaultEvent.PAYMENT, "2027-09-01")
    assert story.word(Guarantee, asset.entry, loan.guarantee).state is GuaranteeState.PAID_OUT
    whole, part = story.word(Security, asset.entry, loan.number), story.word(Security, asset.entry, done.number)
    assert (part.filed_at, part.behind, part.split_of) == (whole.filed_at, loan.number, loan.number)
    ranked = effective_rank(interests(story, asset.entry), story.stage.now)
    assert [(each.number, each.place, each.behind) for each in ranked] == [
        (loan.number, 1, 0), (done.number, 2, loan.number),
    ]  # fmt: skip
    burdens = story.read(f"/v1/entries/{asset.entry}/burdens", "B9")["data"]
    assert [story.ref(each["party"]) for each in burdens] == ["B9", "G9"]


def test_the_proceeds_go_down_the_ranks_and_the_rest_to_the_grantor(story: Story) -> None:
    """11,800,000 less 426,000: 2,074,100 to the bank, 8,296,400 to the guarantor, 1,003,500 left."""
    asset, loan = defaulted(story)
    done = paid_out(story, loan)
    opened = story.opened(done, "B9")
    maximum = Decimal(claim(story, loan, "B9")["maximum"])
    ranked = ranks(story, asset, {loan.number: maximum})
    owed = {loan.number: Decimal(opened["rest"]), done.number: Decimal(opened["amount"])}
    assert net_proceeds(PRICE, COSTS) == Decimal("11374000.00")
    found = distribute(net_proceeds(PRICE, COSTS), claims(ranked, owed))
    assert (found.paid(loan.number), found.paid(done.number)) == (Decimal("2074100.00"), Decimal("8296400.00"))
    assert found.surplus == Decimal("1003500.00")


def test_the_surplus_goes_to_rank_two_before_the_grantor(story: Story) -> None:
    """A second lien of B3 (a mortgage) for 600,000 is paid out of it; the grantor gets 403,500."""
    asset, loan = defaulted(story)
    second = mortgaged(story, asset)
    done = paid_out(story, loan)
    opened = story.opened(done, "B9")
    maxima = {loan.number: Decimal(claim(story, loan, "B9")["maximum"]), second.number: Decimal("600000.00")}
    owed = {
        loan.number: Decimal(opened["rest"]),
        done.number: Decimal(opened["amount"]),
        second.number: maxima[second.number],
    }
    found = distribute(net_proceeds(PRICE, COSTS), claims(ranks(story, asset, maxima), owed))
    assert [(each.number, each.paid) for each in found.payments] == [
        (loan.number, Decimal("2074100.00")), (done.number, Decimal("8296400.00")), (second.number, Decimal("600000.00")),
    ]  # fmt: skip
    assert found.surplus == Decimal("403500.00")


def test_what_was_there_or_agreed_to_survives_and_what_was_not_is_removed(story: Story) -> None:
    """The three of the snapshot and those of the envelope survive; one granted past B3's mortgage without its consent goes."""
    asset, _ = defaulted(story)
    fitting = halves.RESEARCH | {"start": "2026-09-02", "end": "2027-09-01"}
    enveloped = halves.granted(story, asset, "P12", **fitting)
    beyond = halves.RESEARCH | {"start": "2026-09-02", "end": "2028-09-01"}
    story.refused("burdened", "grant", halves.terms_of(asset, "P13", **beyond), "P9", "P13", "X1")
    mortgaged(story, asset)
    late = halves.granted(story, asset, "P13", **fitting | {"start": "2026-09-07", "end": "2027-09-06"})
    fates = survival(grants(story, asset.entry), interests(story, asset.entry), story.stage.now)
    assert [number for number, fate in fates.items() if fate is Survival.REMOVABLE] == [late]
    assert fates[enveloped] is Survival.SURVIVES
    assert len(fates) == 5
    told = story.read(f"/v1/entries/{asset.entry}/securities", "B9")["data"]
    assert {each for one in told for each in one["terms"]["removable_licences"]} == {f"{asset.entry}/{late}"}


def test_the_sale_is_settled_in_one_filing_that_clears_what_does_not_survive(story: Story) -> None:
    """Sold at 11.8 m: all three creditors are realised, the late licence is purged, the others stay, the buyer holds."""
    asset, loan = defaulted(story)
    fitting = halves.RESEARCH | {"start": "2026-09-02", "end": "2027-09-01"}
    halves.granted(story, asset, "P12", **fitting)
    second = mortgaged(story, asset)
    late = halves.granted(story, asset, "P13", **fitting | {"start": "2026-09-07", "end": "2027-09-06"})
    part = paid_out(story, loan).number
    fates = survival(grants(story, asset.entry), interests(story, asset.entry), story.stage.now)
    assert [number for number, fate in fates.items() if fate is Survival.REMOVABLE] == [late]

    story.on("2027-10-08")
    where: dict[str, Any] = {"entry": asset.entry}
    opening = where | {"security": loan.number, "trigger": "DEFAULT"}
    where |= {"enforcement": story.file("openEnforcement", opening, "B9.both", "X1").number}
    story.file("noticeEnforcement", where, "B9")
    terms = {
        "entry": asset.entry, "kind": "VALUATION", "attestor": "A9", "purpose": "DISPOSAL", "headline": "STATED",
        "rights": halves.RIGHTS, "base": "2027-09-30", "until": "2028-09-28", "withheld": {"amount": "12000000.00"},
    }  # fmt: skip
    value = story.file("attest", terms, "A9.both", "P9").number
    story.file("valueEnforcement", where | {"valuation": value}, "B9")
    story.file("setMethod", where | {"method": "AUCTION", "basis": "AGREEMENT"}, "B9.both", "P9")
    selling = where | {"buyer": "P13", "venue": "X8", "price": {"amount": str(PRICE)}}
    early = selling | {"held": story.today}
    refusal = story.refused("day-outside", "sellRight", early, "B9.both", "P13", "X8")
    assert refusal["remedy"]["zh"]
    story.on("2027-10-15")
    story.file("sellRight", selling | {"held": story.today}, "B9.both", "P13", "X8")

    found = distribute(net_proceeds(PRICE, COSTS), [])
    settling = where | {"distribution": {"net": str(found.net)}, "national": document("回执")}
    acts = [
        ("settleSale", settling),
        ("removeLicence", where | {"licence": late, "security": second.number}),
        ("clearBurden", where | {"burden": second.number, "result": "REALISED"}),
        ("clearBurden", where | {"burden": part, "result": "REALISED"}),
        ("completeEnforcement", where | {"result": "REALISED"}),
    ]
    story.file_all(acts, "X1.pair", "B9.both", "P13")
    entry = story.read(f"/v1/entries/{asset.entry}")
    assert [story.ref(each["holder"]) for each in entry["rights"]] == ["P13"] * 3
    assert entry["open_burdens"] == 0
    states = {story.word(Security, asset.entry, each).state for each in (loan.number, second.number, part)}
    assert {each.name for each in states} == {"REALISED"}
    told = {each["id"]: each["stored_state"] for each in story.read(f"/v1/entries/{asset.entry}/licences")["data"]}
    assert [number for number in fates if told[f"{asset.entry}/{number}"] == "ENDED"] == [late]


def mortgaged(story: Story, asset: halves.Asset) -> halves.Loan:
    """B3's second lien, a mortgage, which forbids no licences; recorded and filed 2026-09-07."""
    story.on("2026-09-07")
    terms: dict[str, Any] = {
        "character": "MORTGAGE_395_7",
        "claim": {"maximum": "600000.00"},
        "flags": ["FORFEITURE_FREE"],
    }
    loan = halves.recorded(story, asset, "B3", **terms)
    filing = {"filed_at": beijing("2026-09-07", "08:30"), "filing_number": document("DEMO-0920260907003")}
    halves.filed(story, loan, asset, **filing)
    return loan


def ranks(story: Story, asset: halves.Asset, maxima: dict[int, Decimal]) -> tuple[Ranked, ...]:
    """The ranks now, with the registered amounts that were opened."""
    return effective_rank(interests(story, asset.entry, maxima), story.stage.now)


def debt() -> Decimal:
    """Everything that is owed."""
    return sum((Decimal(each) for each in OWED.values()), Decimal(0))
