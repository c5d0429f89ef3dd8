"""SC9. Consent to licences under a pledge: by envelope, by asking, by signing; and a fee that goes astray. Parties fictional, 演示."""

from typing import Any

from ledger_api.domain.words import Consent, ConsentState, Debt, DefaultEvent
from tests.contracts.stage.stage import day
from tests.scenarios import halves
from tests.scenarios.story import Story, beijing

TEN_MONTHS = halves.RESEARCH | {"start": "2026-09-03", "end": "2027-07-02", "fee": {"amount": "60000.00"}}
FOURTEEN_MONTHS = halves.RESEARCH | {"start": "2026-09-03", "end": "2027-11-02"}
EXCLUSIVE: dict[str, Any] = halves.RESEARCH | {
    "kind": "EXCLUSIVE", "purposes": ["TEACHING"], "start": "2026-09-03", "end": "2027-09-02",
    "fee": {"model": "预付", "amount": "800000.00"},
}  # fmt: skip


def pledged(story: Story) -> tuple[halves.Asset, halves.Loan]:
    """P9's copy of SC1, perfected; it is 3 September."""
    asset = halves.features(story, "P9")
    loan = halves.pledged(story, asset, "B9", "G9")
    story.on("2026-09-03")
    return asset, loan


def test_ten_months_fit_the_envelope_and_are_recorded_at_once(story: Story) -> None:
    """Non-exclusive, at 60,000: nobody of the bank signs."""
    asset, _ = pledged(story)
    done = story.file("grant", halves.terms_of(asset, "P13", **TEN_MONTHS), "P9", "P13", "X1")
    assert story.read(f"/v1/licences/{asset.entry}/{done.number}")["status"] == "in_force"
    assert story.opened(done, "P13") == {"amount": "60000.00"}


def test_fourteen_months_wait_for_the_bank_whose_silence_refuses(story: Story) -> None:
    """Asked on 09-03, five working days: until 09-10; from the 11th on an answer comes too late."""
    asset, loan = pledged(story)
    grant = ("grant", halves.terms_of(asset, "P13", **FOURTEEN_MONTHS))
    signers = ("P9", "P13", "X1")
    assert story.refused_all("burdened", [grant], *signers)["blocking"] == [f"{asset.entry}/{loan.number}"]
    matter = story.matter(*grant, *signers)
    about = {"entry": asset.entry, "burden": loan.number, "matter": matter}
    story.file("requestConsent", about | {"requester": "P9"}, "P9")
    assert consent(story, asset, loan, matter).state is ConsentState.REQUESTED
    story.refused_all("consent-not-given", [("exerciseConsent", about), grant], *signers)
    story.on("2026-09-11")
    (told,) = story.read(f"/v1/consents/{asset.entry}/{loan.number}", "B9")["matters"]
    assert (told["status"], told["due"]) == ("unanswered", "2026-09-10")
    giving = about | {"until": "2026-12-31"}
    assert story.refused("answer-too-late", "giveConsent", giving, "B9")["details"]["lastDay"] == day("2026-09-10")
    story.refused_all("consent-not-given", [("exerciseConsent", about), grant], *signers)
    story.refused_all("burdened", [grant], *signers)


def test_had_the_bank_answered_in_time_the_licence_would_be_recorded(story: Story) -> None:
    """Its consent is used once, by exactly this licence."""
    asset, loan = pledged(story)
    grant = ("grant", halves.terms_of(asset, "P13", **FOURTEEN_MONTHS))
    signers = ("P9", "P13", "X1")
    matter = story.matter(*grant, *signers)
    about = {"entry": asset.entry, "burden": loan.number, "matter": matter}
    story.file("requestConsent", about | {"requester": "P9"}, "P9")
    story.on("2026-09-10", "17:00")
    story.file("giveConsent", about | {"until": "2026-12-31"}, "B9")
    number = story.file_all([("exerciseConsent", about), grant], *signers).number
    assert story.read(f"/v1/licences/{asset.entry}/{number}")["end"] == "2027-11-02"
    assert consent(story, asset, loan, matter).state is ConsentState.USED
    story.refused_all("consent-not-given", [("exerciseConsent", about), grant], *signers)


def test_an_exclusive_one_takes_bank_and_guarantor_and_its_fee_has_its_way(story: Story) -> None:
    """Prepayment of 800,000 to the supervised account; paid elsewhere it is told apart, and the bank may call the covenant."""
    asset, loan = pledged(story)
    terms = halves.terms_of(asset, "P13", **EXCLUSIVE)
    story.refused("burdened", "grant", terms, "P9", "P13", "X1")
    story.refused("burdened", "grant", terms, "P9", "P13", "X1", "G9")
    number = story.file("grant", terms, "P9", "P13", "X1", "B9", "G9").number
    where = {"entry": asset.entry, "licence": number}

    story.file("setMeter", where | {"unit": "FILE", "gateway": "D1", "from": beijing("2026-09-03")}, "P9", "P13")
    story.on("2026-09-05")
    period = {"from": beijing("2026-09-03"), "to": beijing("2026-09-05"), "accepted": 1}
    story.file("submitBatch", where | period, "D1.gateway")
    batch = story.read(f"/v1/licences/{asset.entry}/{number}/usage")["batches"][-1]["number"]
    story.file("countersignBatch", where | {"batch": batch}, "P13")
    stating = where | {"amounts": {"amount": "800000.00"}, "batches": [batch]}
    done = story.file("issueStatement", stating | {"route": "PLEDGE_ACCOUNT"}, "P9")
    assert story.opened(done, "P9") == {"amount": "800000.00"}
    statement = story.read(f"/v1/licences/{asset.entry}/{number}/usage")["statements"][-1]
    assert (statement["route"], statement["route_due"], statement["diverted"]) == (
        "PLEDGE_ACCOUNT", "PLEDGE_ACCOUNT", False,
    )  # fmt: skip

    story.file("confirmStatement", where | {"statement": statement["number"]}, "P13")
    story.file("markPaid", where | {"statement": statement["number"], "route": "OWN"}, "P9", "P13")
    paid = story.read(f"/v1/licences/{asset.entry}/{number}/usage")["statements"][-1]
    assert (paid["answer"], paid["route"], paid["route_due"], paid["diverted"]) == (
        "paid",
        "OWN",
        "PLEDGE_ACCOUNT",
        True,
    )
    default = {"entry": asset.entry, "security": loan.number, "event": "COVENANT", "cure_until": "2026-09-30"}
    story.file("noticeDefault", default, "B9")
    debt = story.word(Debt, asset.entry, loan.number)
    assert (debt.cause, debt.cure_until) == (DefaultEvent.COVENANT, day("2026-09-30"))


def consent(story: Story, asset: halves.Asset, loan: halves.Loan, matter: str) -> Consent:
    """A consent's word, as the index has it."""
    with story.office.store.read() as connection:
        held = story.words(connection, asset.entry).scoped(Consent)
    scope = bytes.fromhex(matter.partition(":")[2])
    (found,) = [word for number, of, word in held if (number, of) == (loan.number, scope)]
    return found
