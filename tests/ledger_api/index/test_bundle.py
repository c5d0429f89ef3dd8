"""Bundles from a real index, judged by the verifier that shares no code with it."""

import json
from typing import Any

import pytest
from eth_hash.auto import keccak

from ledger_api.chain.jsonrpc import JsonRpcChain
from ledger_api.chain.manifest import Manifest
from ledger_api.domain.errors import NotFound, NotNow
from ledger_api.domain.words import Envelope, EnvelopeState, NoteKind
from ledger_api.index import signed, views
from ledger_api.index.bundle import bundle, usage_bundle
from ledger_api.index.indexer import Indexer
from ledger_api.store import Store
from ledger_api.verifier import Pin, Report, verify
from tests.contracts.attestations.reports import Reports
from tests.contracts.deals import Deals
from tests.contracts.loans import Lenders, Loans
from tests.contracts.metering import Metered, gateway_of
from tests.contracts.procedure import DOCUMENT, SHA256, Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day
from tests.ledger_api.index.test_indexer import act
from tests.ledger_api.story import Story


def judged(stage: Stage, manifest: Manifest, document: dict[str, Any]) -> Report:
    pin = Pin(manifest.genesis_hash, stage.chain.node.signer, manifest.ledger.address)
    return verify(json.dumps(document).encode(), pin)


def says(report: Report) -> list[str]:
    return [f"{each.part}: {each.describe('en')}" for each in report.findings if each.state == "failed"]


def make(
    store: Store, chain: JsonRpcChain | None, entry: bytes, as_of: str | None = None, **more: Any
) -> dict[str, Any]:
    with store.read() as connection:
        return bundle(connection, chain, views.moment(connection, as_of), entry, **more)


def test_a_bundle_is_valid_at_every_block_the_entry_has_known(
    stage: Stage, manifest: Manifest, store: Store, chain: JsonRpcChain, story: Story
) -> None:
    with store.read() as connection:
        opened = views.entry(connection, views.moment(connection), story.entry).opened
    for number in range(opened, stage.chain.number + 1):
        document = make(store, chain, story.entry, str(number))
        report = judged(stage, manifest, document)
        assert report.valid, says(report)
        assert int(document["header"]["number"], 16) == number


def test_what_was_captured_proves_the_same_without_the_node(
    stage: Stage, manifest: Manifest, store: Store, story: Story
) -> None:
    for entry in (story.entry, story.sibling):
        with store.read() as connection:
            lines = views.history(connection, views.moment(connection), entry)
        for number in {line.block for line in lines}:
            document = make(store, None, entry, str(number))
            report = judged(stage, manifest, document)
            assert report.valid, says(report)
            assert int(document["header"]["number"], 16) == number


def test_after_other_blocks_the_last_touching_one_is_proved(
    stage: Stage, cast: Cast, manifest: Manifest, store: Store, indexer: Indexer, story: Story
) -> None:
    act(stage, cast, "something else")
    indexer.catch_up()
    document = make(store, None, story.entry)
    assert int(document["header"]["number"], 16) == document["acts"][-1]["block"] < stage.chain.number
    assert judged(stage, manifest, document).valid


@pytest.mark.parametrize("what", ["a note", "a clock that ran out"])
def test_a_line_that_changes_nothing_of_the_entry_is_captured_too(
    stage: Stage, cast: Cast, manifest: Manifest, store: Store, indexer: Indexer, story: Story, what: str
) -> None:
    if what == "a note":
        terms = (story.entry, NoteKind.ERASURE, story.case, 0, SHA256, DOCUMENT)
        stage.file(cast.operator.both, [("noteEntry", *terms)])
    else:
        stage.chain.forward(days=30)
        stage.file([cast.buyer.one], [("reportOverdue", story.entry, story.objection)])
    indexer.catch_up()
    document = make(store, None, story.entry)
    assert int(document["header"]["number"], 16) == stage.chain.number
    report = judged(stage, manifest, document)
    assert report.valid, says(report)


def test_dependants_asked_for_are_proved_too(
    stage: Stage, manifest: Manifest, store: Store, chain: JsonRpcChain, story: Story
) -> None:
    document = make(store, chain, story.entry, numbers=[story.case, story.exclusive])
    named = [(each["word"], each["number"]) for each in document["storage"]]
    assert named == [
        ("Journal", None),
        ("Head", None),
        ("Burden", story.exclusive),
        ("Case", story.case),
        ("Claim", story.case),
        ("Licence", story.exclusive),
    ]
    report = judged(stage, manifest, document)
    assert report.valid, says(report)


def test_without_the_node_what_was_not_captured_cannot_be_shown(store: Store, story: Story) -> None:
    with pytest.raises(NotNow, match="not-ready"):
        make(store, None, story.entry, numbers=[story.case])
    with store.begin() as unit:
        unit.connection.exec_driver_sql("DELETE FROM evidence")
    with pytest.raises(NotNow, match="not-ready"):
        make(store, None, story.entry)


def test_without_what_was_captured_the_node_proves_all(
    stage: Stage, manifest: Manifest, store: Store, chain: JsonRpcChain, story: Story
) -> None:
    with store.begin() as unit:
        unit.connection.exec_driver_sql("DELETE FROM evidence")
    assert judged(stage, manifest, make(store, chain, story.entry)).valid


def test_an_entry_nobody_opened_has_no_bundle(store: Store, chain: JsonRpcChain, story: Story) -> None:
    with pytest.raises(NotFound):
        make(store, chain, keccak(b"nothing"))


def test_every_act_can_be_shown_with_who_signed_it(
    stage: Stage, manifest: Manifest, store: Store, chain: JsonRpcChain, story: Story
) -> None:
    with store.read() as connection:
        enclosed = signed.filings(connection, chain, views.moment(connection), story.entry)
    assert len(enclosed) == story.lines  # each of the story's acts was a filing of its own
    report = judged(stage, manifest, make(store, chain, story.entry, filings=enclosed))
    assert report.valid, says(report)


def test_a_filing_that_changes_its_signatory_s_key_is_shown_with_the_key_before(
    stage: Stage, cast: Cast, manifest: Manifest, store: Store, indexer: Indexer, chain: JsonRpcChain
) -> None:
    officer = cast.holder.one
    root = keccak(b"rotating")
    acts = [("open", 2, root, cast.holder), ("rotate", officer.number, keccak(b"new key"), SHA256, DOCUMENT)]
    entry = stage.file([officer], acts).line("Opened").subject
    indexer.catch_up()
    with store.read() as connection:
        enclosed = signed.filings(connection, chain, views.moment(connection), entry)
    assert enclosed[0]["officers"]["header"] is not None
    report = judged(stage, manifest, make(store, chain, entry, filings=enclosed))
    assert report.valid, says(report)


def test_of_filings_carried_together_only_the_entry_s_are_shown(
    stage: Stage, cast: Cast, manifest: Manifest, store: Store, indexer: Indexer, chain: JsonRpcChain
) -> None:
    mine = stage.sealed([cast.holder.one], [("open", 2, keccak(b"mine"), cast.holder)])
    others = stage.sealed([cast.second.one], [("open", 2, keccak(b"theirs"), cast.second)])
    done = stage.carry_all([others, mine])
    entry = done.all("Opened")[1].subject
    indexer.catch_up()
    with store.read() as connection:
        enclosed = signed.filings(connection, chain, views.moment(connection), entry)
    assert [each["typedData"]["message"]["by"] for each in enclosed] == [str(mine.by)]
    report = judged(stage, manifest, make(store, chain, entry, filings=enclosed))
    assert report.valid, says(report)


def test_a_direct_act_has_no_filing(
    stage: Stage, cast: Cast, manifest: Manifest, store: Store, indexer: Indexer, chain: JsonRpcChain
) -> None:
    done = stage.direct(cast.holder.one, "open", 2, keccak(b"direct"), cast.holder)
    indexer.catch_up()
    entry = done.line("Opened").subject
    with store.read() as connection:
        assert signed.filings(connection, chain, views.moment(connection), entry) == []
    assert judged(stage, manifest, make(store, chain, entry)).valid


# ------------------------------------------------------------------------------------------------ usage of a licence


@pytest.fixture
def metered(stage: Stage, cast: Cast, indexer: Indexer) -> Metered:
    """A licence with a batch both sides stand by and a statement over it, indexed (演示)."""
    usage = Metered(Deals(Procedure(stage, cast).registered()), gateway_of(stage, cast.operator)).running()
    usage.issue([usage.agreed()])
    indexer.catch_up()
    return usage


def of_usage(
    store: Store, chain: JsonRpcChain | None, usage: Metered, as_of: str | None = None, **more: Any
) -> dict[str, Any]:
    with store.read() as connection:
        return usage_bundle(connection, chain, views.moment(connection, as_of), usage.deals.entry, usage.number, **more)


def test_what_was_used_under_a_licence_is_proved_with_who_signed_it(
    stage: Stage, manifest: Manifest, store: Store, chain: JsonRpcChain, metered: Metered
) -> None:
    """Rule 56: the journal chains every batch to the one before it."""
    with store.read() as connection:
        enclosed = signed.filings(connection, chain, views.moment(connection), metered.subject)
        lines = views.history(connection, views.moment(connection), metered.subject)
    assert len(enclosed) == len(lines) == 4
    document = of_usage(store, chain, metered, numbers=[2, 4], filings=enclosed)
    named = [(each["word"], each["number"]) for each in document["storage"]]
    assert named == [("Journal", None), ("Batch", 2), ("Meter", None), ("Statement", 4)]
    report = judged(stage, manifest, document)
    assert report.valid, says(report)
    assert report.about["licence"] == {"entry": "0x" + metered.deals.entry.hex(), "number": metered.number}
    for line in lines:  # as it was then, and without the node
        for given in (chain, None):
            report = judged(stage, manifest, of_usage(store, given, metered, str(line.block)))
            assert report.valid, says(report)


def test_a_batch_that_was_altered_or_left_out_and_a_licence_that_is_another_are_refused(
    stage: Stage, manifest: Manifest, store: Store, chain: JsonRpcChain, metered: Metered
) -> None:
    """Rule 56."""
    honest = of_usage(store, chain, metered, numbers=[2])

    def refused(**altered: Any) -> tuple[str | None, str]:
        report = judged(stage, manifest, honest | altered)
        failing = next(each for each in report.findings if each.state == "failed")
        return report.failing, failing.code

    submitted = honest["acts"][1]
    fewer = submitted["data"][:-1] + ("0" if submitted["data"][-1] != "0" else "1")
    acts = [honest["acts"][0], submitted | {"data": fewer}, *honest["acts"][2:]]
    assert refused(acts=acts) == ("acts", "acts-not-the-journal")
    assert refused(acts=[honest["acts"][0], *honest["acts"][2:]]) == ("acts", "act-out-of-order")
    other = honest["licence"] | {"number": metered.number + 1}
    assert refused(licence=other) == ("subject", "subject-not-licence")
    folio = {"alg": 2, "root": "0x" + "00" * 32, "applicant": 1}
    assert refused(folio=folio) == ("subject", "member-unknown")
    nothing = {name: value for name, value in honest.items() if name != "licence"}
    assert judged(stage, manifest, nothing).of("subject").code == "member-missing"
    words = [
        each | {"value": "0x" + "01".rjust(64, "0")} if each["word"] == "Batch" else each for each in honest["storage"]
    ]
    assert refused(storage=words) == ("storage", "value-not-proved")


def test_a_licence_under_which_nothing_was_recorded_has_no_bundle(
    store: Store, chain: JsonRpcChain, indexer: Indexer, metered: Metered
) -> None:
    unmetered = Metered(metered.deals, metered.gateway)
    indexer.catch_up()
    with pytest.raises(NotFound, match="no-usage"):
        of_usage(store, chain, unmetered)
    with pytest.raises(NotFound, match="not-found"):
        of_usage(store, chain, Metered(metered.deals, metered.gateway, 99))


def test_every_word_of_a_secured_entry_can_be_proved(
    stage: Stage, cast: Cast, manifest: Manifest, store: Store, indexer: Indexer, chain: JsonRpcChain
) -> None:
    """Securities, attestations and consents too, from the node and from what was captured."""
    loans = Loans(Procedure(stage, cast).registered(), Lenders.on(stage, cast))
    report = Reports.on(stage, cast, loans.case).attested()
    stage.on("2026-09-05")
    number = loans.perfected(loans.recorded(debt={"valuation": report}))
    envelope = Envelope(state=EnvelopeState.SET, sla=10, until=day("2027-01-01"))
    stage.file([loans.lenders.bank.one], [("setEnvelope", loans.entry, number, envelope, SHA256, DOCUMENT)])
    indexer.catch_up()
    document = make(store, chain, loans.entry, numbers=[report, number])
    named = {each["word"] for each in document["storage"]}
    assert named >= {"Security", "Debt", "ExternalFiling", "Burden", "Attestation", "Envelope"}
    told = judged(stage, manifest, document)
    assert told.valid, says(told)
    assert judged(stage, manifest, make(store, None, loans.entry)).valid
