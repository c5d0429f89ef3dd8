"""Every word lies where we look for it: each word every line says it wrote is read from the contract's own storage."""

import pytest
from eth_abi import decode, encode
from eth_hash.auto import keccak

from ledger_api.chain import slots
from ledger_api.chain.codec import Codec
from ledger_api.chain.jsonrpc import JsonRpcChain
from ledger_api.domain.subjects import BOOK, content_subject, entry_id, party_subject
from ledger_api.domain.words import (
    WORDS,
    BurdenKind,
    Effect,
    Envelope,
    EnvelopeState,
    Head,
    Instrument,
    Journal,
    Mandate,
    MandateState,
    Nonces,
    Power,
    Role,
    Serials,
)
from tests.contracts.deals import Deals
from tests.contracts.metering import Metered, gateway_of
from tests.contracts.procedure import Procedure
from tests.contracts.shelves import Shelf
from tests.contracts.stage import Cast, Stage, enter
from tests.contracts.versioning import PART, Data
from tests.ledger_api.story import Story, tell


def sell(stage: Stage, cast: Cast, story: Story) -> None:
    """The product is listed, its data refreshed and succeeded, and its ordinary licence used and settled."""
    data = Data(Procedure(stage, cast))
    Shelf.over(data.case).list()
    data.refresh(burdens=[story.exclusive, story.objection])
    data.name(Procedure(stage, cast, root=PART).submitted())
    usage = Metered(Deals(Procedure(stage, cast)), gateway_of(stage, cast.operator), story.ordinary)
    start = stage.now - 600
    usage.set(start=start)
    batch = usage.submit(start=start, end=start + 300).line("BatchSubmitted").number
    usage.countersign(batch)
    usage.issue([batch], burdens=[story.exclusive, story.objection])


def load(stage: Stage, chain: JsonRpcChain, places: list[int]) -> list[int]:
    """Asked of the contract itself, not of the node."""
    question = keccak(b"load(bytes32[])")[:4] + encode(["bytes32[]"], [[place.to_bytes(32, "big") for place in places]])
    (words,) = decode(["bytes32[]"], chain.call(stage.ledger.address, question))
    return [int.from_bytes(word, "big") for word in words]


def burden_and_consent(stage: Stage, cast: Cast, entry: bytes) -> None:
    """A restriction with a standing consent and one asked for, an order of a court, and a freeze of a party."""
    document = (2, keccak(b"doc"))
    done = stage.file([cast.holder.one], [("registerClause", entry, cast.second, 1, Effect.PLEDGE, 0, *document)])
    number = done.line("ClauseRegistered").number
    word = Envelope(state=EnvelopeState.SET, until=stage.today + 30)
    stage.file([cast.second.one], [("setEnvelope", entry, number, word, *document)])
    stage.file([cast.holder.one], [("requestConsent", entry, number, cast.holder, keccak(b"matter"), *document)])
    court = enter(stage, cast.operator, "court (虚构)", Role.COURT, {}, 400)
    order = (court.number, Instrument.ORDER, stage.now, stage.now, *document)
    act = ("impose", entry, BurdenKind.COURT_ORDER, 1, 0, 30, 0, order)
    freeze = ("restrainParty", cast.second, BurdenKind.COURT_ORDER, 30, cast.registrar, order)
    stage.file(cast.registrar.pair, [act, freeze])


def test_every_word_a_line_wrote_lies_in_its_slot(stage: Stage, cast: Cast, chain: JsonRpcChain) -> None:
    story = tell(stage, cast)
    sell(stage, cast, story)
    burden_and_consent(stage, cast, story.entry)
    mandate = Mandate(powers=Power.FILE, from_=1, until=(1 << 40) - 1, state=MandateState.GIVEN)
    stage.file([cast.holder.one], [("mandate", cast.holder, cast.second, keccak(b"entry"), mandate, 2, keccak(b"doc"))])
    owners = {party_subject(number): number for number in range(1, stage.book_line + 1)}
    codec = Codec.load()
    written: dict[int, tuple[str, int]] = {}
    for number in range(chain.block_number() + 1):
        for receipt in chain.receipts(number):
            for log in receipt.logs:
                line = codec.decode_line(log) if log.address == stage.ledger.address else None
                for word in line.words if line else ():
                    written[slots.written(word, owners.get(word.subject, 0))] = (word.name, word.value)
    places = list(written)
    assert load(stage, chain, places) == [value for _, value in written.values()]
    not_in_lines = {"Journal", "Serials", "Nonces"}
    not_acted = {
        "Members", "Shares", "Security", "Debt", "ExternalFiling", "Guarantee", "Transfer",
        "Source", "SourceEnds", "Provenance", "Lineage", "Lease", "Overdue", "Recording", "Enforcement", "Management",
    }  # fmt: skip
    assert {name for name, _ in written.values()} == {word.__name__ for word in WORDS} - not_in_lines - not_acted


def test_words_no_line_carries_lie_in_their_slots_too(stage: Stage, cast: Cast, chain: JsonRpcChain) -> None:
    story = tell(stage, cast)
    officer = cast.registrar.officers["reviewer"].number
    journal, nonces = load(stage, chain, [slots.journal(story.entry), slots.slot(Nonces, officer, 0)])
    assert Journal.decode(journal).lines == story.lines
    assert nonces & 1
    prefix = int.from_bytes(story.credential_prefix, "big")
    (taken,) = load(stage, chain, [slots.slot(Serials, prefix, story.credential_serial // 256)])
    assert Serials.decode(taken).taken == 1 << story.credential_serial % 256


def test_a_word_is_found_by_as_many_keys_as_it_has() -> None:
    with pytest.raises(ValueError, match="Head is found by entry"):
        slots.slot(Head)


def test_subjects_are_those_of_the_contract(stage: Stage, cast: Cast) -> None:
    root = keccak(b"subject data")
    opened = stage.file([cast.holder.one], [("open", 2, root, cast.holder)]).line("Opened")
    assert opened.subject == entry_id(2, root, cast.holder.number)
    assert stage.journal(party_subject(cast.holder.number)).lines > 0
    assert stage.journal(BOOK).lines == stage.book_line
    assert stage.journal(content_subject(2, root)).lines == 0
