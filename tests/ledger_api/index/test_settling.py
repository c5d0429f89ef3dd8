"""What a block says in the log of events, and what becomes of filings when a block is final, or final no more."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from eth_hash.auto import keccak
from sqlalchemy import select

from ledger_api.chain.manifest import Manifest
from ledger_api.domain import ids
from ledger_api.domain.progress import Progress
from ledger_api.index.indexer import Indexer
from ledger_api.index.rewind import rewind
from ledger_api.store import Store, events
from ledger_api.store.tables.index import marks, replaced_blocks
from tests.contracts.stage import Cast, Stage
from tests.ledger_api.chain.near import near
from tests.ledger_api.filings.office import Office
from tests.ledger_api.stores import new_store
from tests.ledger_api.story import Story


def told(store: Store) -> list[events.Event]:
    with store.read() as connection:
        return list(events.after(connection, 0, 10_000))


def test_every_line_of_somebody_is_an_event_in_its_order(cast: Cast, store: Store, story: Story) -> None:
    own = ids.entry_id(story.entry)
    of_entry = [each for each in told(store) if each.subject.startswith(own)]
    assert [each.type for each in of_entry[:4]] == [
        "entry.opened",
        "entry.submitted",
        "entry.accepted",
        "entry.published",
    ]
    assert len(of_entry) == story.lines
    assert [each.payload["line"] for each in of_entry] == list(range(1, story.lines + 1))
    submitted = of_entry[1]
    assert submitted.subject == f"{own}/{story.case}"
    assert submitted.payload["officers"] == [cast.holder.one.number]
    kinds = {each.type for each in told(store)}
    assert {"party.party-admitted", "party.officer-bound", "party.accredited", "book.parameters-set"} <= kinds
    admitted = {each.subject for each in told(store) if each.type == "party.party-admitted"}
    assert ids.party_id(cast.registrar.number) in admitted


def test_marks_say_what_the_chain_says_of_filings(stage: Stage, cast: Cast, store: Store, indexer: Indexer) -> None:
    good, bad = (stage.sealed([each.one], [("open", 2, keccak(b"data"), each)]) for each in (cast.holder, cast.second))
    spoiled = stage.sealed([cast.second.one], [("open", 2, bytes(32), cast.second)])
    stage.carry_all([good, spoiled])
    by = [cast.holder.one, cast.holder.two]
    taken_back = stage.sealed(by, [("open", 2, keccak(b"other"), cast.holder)])
    hashed = keccak(b"".join(keccak(act) for act in taken_back.acts))
    terms = (taken_back.by, taken_back.nonce, taken_back.deadline, hashed)
    stage.file([cast.holder.two], [("withdraw", *terms)])
    indexer.catch_up()
    with store.read() as connection:
        rows = connection.execute(select(marks).order_by(marks.c.block.desc(), marks.c.position).limit(4)).all()
    found = {(row.kind, row.digest) for row in rows}
    assert ("filed", good.digest(stage.domain)) in found
    assert ("refused", spoiled.digest(stage.domain)) in found
    assert ("withdrawn", taken_back.digest(stage.domain)) in found
    error = next(row.error for row in rows if row.kind == "refused")
    assert error == keccak(b"DigestMissing()")[:4]
    assert bad.digest(stage.domain) not in {digest for _, digest in found}


@pytest.fixture
def office(stage: Stage, manifest: Manifest, tmp_path: Path) -> Iterator[Office]:
    store = new_store(tmp_path, "office")
    opened = Office(store, near(stage.chain), manifest)
    stage.chain.seal()
    opened.indexer.catch_up()
    yield opened
    store.close()


def opening(cast: Cast) -> list[tuple[str, dict[str, Any]]]:
    return [("open", {"content": "sha256:" + "ab" * 32, "applicant": f"P-{cast.holder.number}"})]


def test_a_filing_whose_block_is_gone_is_carried_again_and_happens_once(
    stage: Stage, cast: Cast, office: Office
) -> None:
    mark = stage.mark()
    record = office.done(opening(cast), [cast.holder.one])
    block = office.find(record.id).landed
    stage.rewind(mark)
    for _ in range(3):
        stage.chain.forward(seconds=5)
        stage.chain.seal()
    ancestor = rewind(office.store, office.chain, 1)
    assert block is not None
    assert ancestor < block.block
    reopened = office.find(record.id)
    assert (reopened.state, reopened.landed) == (Progress.SIGNED, None)
    fresh = Indexer(office.store, office.indexer._source, lambda: 2)
    assert fresh.catch_up() == stage.chain.number
    office.indexer = fresh
    office.sender = office.new_sender("first")
    office.carry()
    assert office.find(record.id).state is Progress.FINAL
    with office.store.read() as connection:
        filed = connection.execute(select(marks).where(marks.c.digest == record.digest)).all()
        kept = connection.execute(select(replaced_blocks)).all()
    assert len(filed) == 1
    assert [row.number for row in kept] == [block.block]
    assert json.loads(kept[0].finality)["blockHash"] == "0x" + kept[0].hash.hex()
    assert "filing.reopened" in {each.type for each in told(office.store)}
