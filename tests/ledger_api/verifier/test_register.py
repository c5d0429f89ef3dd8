"""What the register makes of a chain is, member for member, what the page says: its bundle equals the tests' own."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from hardhat_free_env.testing.ledger import deploy_ledger
from ledger_api.chain.jsonrpc import JsonRpcChain
from ledger_api.chain.manifest import Manifest
from ledger_api.index import bundle, signed, views
from ledger_api.index.indexer import Indexer, Source
from ledger_api.store import Store
from ledger_api.verifier import verify
from tests.ledger_api.chain.near import near
from tests.ledger_api.stores import new_store
from tests.ledger_api.verifier.story import FORM, Story


@pytest.fixture
def chain(story: Story) -> JsonRpcChain:
    return near(story.chain)


@pytest.fixture
def store(story: Story, chain: JsonRpcChain, tmp_path: Path) -> Iterator[Store]:
    """The story's chain indexed up to its head."""
    store = new_store(tmp_path)
    manifest = Manifest.parse(json.loads(deploy_ledger(story.chain).to_json()))
    Indexer(store, Source(chain, manifest), lambda: 0).catch_up()
    yield store
    store.close()


def test_the_register_and_the_page_give_the_same_bundle(story: Story, store: Store, chain: JsonRpcChain) -> None:
    openings = [{"act": 2, "root": "0x" + FORM.root.hex(), "fields": [FORM.open("price")]}]
    with store.read() as connection:
        moment = views.moment(connection)
        made = bundle.bundle(
            connection,
            chain,
            moment,
            story.case.entry,
            numbers=[story.case.number, story.licence, story.objection],
            filings=signed.filings(connection, chain, moment, story.case.entry),
            openings=openings,
        )
    carried = {each["typedData"]["message"]["acts"][0] for each in made["filings"]}
    assert {"0x" + filing.acts[0].hex() for filing in story.filings} <= carried
    report = verify(json.dumps(made), story.pin)
    assert report.valid, report.describe("en")
    own = story.bundle(filings=story.filings, openings=openings)
    known = [filing["typedData"] for filing in own["filings"]]
    made["filings"] = [filing for filing in made["filings"] if filing["typedData"] in known]
    for each in (made, own):
        each["storage"].sort(key=lambda word: word["slot"])
    assert made == own
