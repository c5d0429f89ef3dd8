"""The sender gets along with every way a node, a colleague or a clock can fail; the numbers are those of the failure list."""

import pytest
import rlp
from eth_hash.auto import keccak

from hardhat_free_env.testing import account
from ledger_api.chain.codec import Codec
from ledger_api.domain.errors import LedgerError
from ledger_api.domain.filing import SealedFiling
from ledger_api.domain.progress import Progress
from ledger_api.filings.keystore import KeySigner
from ledger_api.filings.sender import LEASE_MS, RESEND_MS, LaneStopped
from ledger_api.filings.transactions import Transaction
from ledger_api.ports.chain import Chain, NodeUnreachable
from ledger_api.store import filings, lanes
from ledger_api.store.filings import FilingRecord
from ledger_api.store.lanes import LeaseLost
from tests.contracts.stage import Cast, Stage
from tests.ledger_api.filings.nodes import Between
from tests.ledger_api.filings.office import RELAYER, Office


@pytest.fixture
def node(office: Office) -> Between:
    """The office's chain, from now on through one that can misbehave."""
    between = Between(office.chain)
    return rewired(office, between)


def rewired(office: Office, between: Between) -> Between:
    chain: Chain = between
    office.chain = chain
    office.__post_init__()
    return between


def opened(number: int, cast: Cast) -> list[tuple[str, dict[str, str]]]:
    return [("open", {"content": f"sha256:{number:064x}", "applicant": f"P-{cast.holder.number}"})]


def accepted(office: Office, cast: Cast, count: int = 1, first: int = 1) -> list[FilingRecord]:
    return [office.accepted(opened(number, cast), [cast.holder.one]) for number in range(first, first + count)]


def states(office: Office, records: list[FilingRecord]) -> list[Progress]:
    return [office.find(record.id).state for record in records]


def carried(stage: Stage, record: FilingRecord) -> int:
    """How often the ledger says that it was carried."""
    filed = [
        log for log in stage.chain.logs(stage.ledger.address) if len(log.topics) == 2 and log.topics[1] == record.digest
    ]
    return len(filed)


def test_what_waits_together_travels_together(office: Office, stage: Stage, cast: Cast, node: Between) -> None:
    records = accepted(office, cast, 5)
    office.carry()
    assert states(office, records) == [Progress.FINAL] * 5
    assert len(node.sent) == 1
    assert len({office.find(record.id).transaction for record in records}) == 1


def test_what_is_alone_travels_at_once(office: Office, cast: Cast, node: Between) -> None:
    (record,) = accepted(office, cast)
    assert office.sender.turn()
    assert office.find(record.id).state in {Progress.BROADCAST, Progress.INCLUDED}
    assert Codec.load().decode_filings(_data(node.sent[0]))[0].filing == record.filing


def _data(raw: bytes) -> bytes:
    return bytes(rlp.decode(raw[1:])[7])


def test_bytes_that_arrived_although_the_node_was_silent_are_not_sent_under_a_second_number(
    office: Office, stage: Stage, cast: Cast, node: Between
) -> None:
    """Case 8."""

    def arrives_silently(between: Between, raw: bytes) -> bytes:
        between.chain.send_raw(raw)
        raise NodeUnreachable("timed out")

    (record,) = accepted(office, cast)
    node.send = arrives_silently
    with pytest.raises(NodeUnreachable):
        office.sender.turn()
    node.send = None
    office.carry()
    assert states(office, [record]) == [Progress.FINAL]
    assert len(set(node.sent)) == 1
    assert carried(stage, record) == 1


def test_bytes_that_never_arrived_are_sent_again(office: Office, stage: Stage, cast: Cast, node: Between) -> None:
    """Cases 6 and 10: the pool forgot them, or they were stored and never sent."""
    node.send = swallows
    (record,) = accepted(office, cast)
    office.sender.turn()
    assert office.find(record.id).state is Progress.BROADCAST
    node.send = None
    office.sender.turn()
    assert len(node.sent) == 1
    office.clock.forward(RESEND_MS + 1)
    office.carry()
    assert node.sent[0] == node.sent[1]
    assert states(office, [record]) == [Progress.FINAL]


def swallows(_: Between, raw: bytes) -> bytes:
    """Says that it has them, and forgets."""
    return keccak(raw)


def test_a_new_process_sends_what_the_old_one_had_stored(
    office: Office, stage: Stage, cast: Cast, node: Between
) -> None:
    """Cases 6 and 7."""

    def dies(_: Between, __: bytes) -> bytes:
        raise SystemExit

    records = accepted(office, cast, 2)
    node.send = dies
    with pytest.raises(SystemExit):
        office.sender.turn()
    assert states(office, records) == [Progress.SIGNED] * 2
    node.send = None
    office.sender = office.new_sender("first")
    office.carry()
    assert states(office, records) == [Progress.FINAL] * 2
    assert len(set(node.sent)) == 1


def test_a_node_that_names_another_hash_is_not_believed(office: Office, cast: Cast, node: Between) -> None:
    """Case 9."""

    def lies(between: Between, raw: bytes) -> bytes:
        between.chain.send_raw(raw)
        return b"\x42" * 32

    (record,) = accepted(office, cast)
    node.send = lies
    office.carry()
    assert states(office, [record]) == [Progress.FINAL]


def test_a_foreign_use_of_the_key_stops_the_lane_and_loses_nothing(
    office: Office, stage: Stage, cast: Cast, node: Between
) -> None:
    """Case 11."""
    node.send = swallows
    (record,) = accepted(office, cast)
    office.sender.turn()
    _use_key(stage)
    node.send = None
    office.clock.forward(RESEND_MS + 1)
    with pytest.raises(LaneStopped):
        office.sender.turn()
    with pytest.raises(LaneStopped):
        office.sender.turn()
    assert office.find(record.id).state is Progress.ACCEPTED
    with office.store.begin() as unit:
        count = office.chain.transaction_count(account(RELAYER).address)
        assert lanes.reopen(unit.connection, office.sender.lane_name, count)
    office.carry()
    assert states(office, [record]) == [Progress.FINAL]
    assert carried(stage, record) == 1


def _use_key(stage: Stage) -> None:
    """Send something else from the relayer's account."""
    user = account(RELAYER)
    raw = user.transaction(
        stage.chain.node.chain_id, stage.chain.nonce(user.address), user.address, b"", gas=21_000, value=0
    )
    stage.chain.seal_all([raw])


def test_an_account_that_is_ahead_of_its_lane_stops_it_at_once(office: Office, stage: Stage, cast: Cast) -> None:
    """Case 22: an old store was restored."""
    accepted(office, cast)
    office.carry()
    _use_key(stage)
    with pytest.raises(LaneStopped):
        office.new_sender("first").turn()


def test_a_sender_whose_lease_another_has_writes_nothing(
    office: Office, stage: Stage, cast: Cast, node: Between
) -> None:
    """Case 12."""
    stale, fresh = office.sender, office.new_sender("second")
    assert stale.turn() is False
    assert fresh.turn() is False  # somebody else has the lane
    office.clock.forward(LEASE_MS + 1)
    (record,) = accepted(office, cast)
    assert fresh.turn()
    (late,) = accepted(office, cast, first=2)
    with pytest.raises(LeaseLost):
        stale.turn()
    assert office.find(late.id).state is Progress.ACCEPTED
    office.sender = fresh
    office.carry()
    assert states(office, [record, late]) == [Progress.FINAL] * 2
    assert [carried(stage, each) for each in (record, late)] == [1, 1]


def test_a_sender_started_again_under_its_name_need_not_wait_for_its_own_lease(office: Office, cast: Cast) -> None:
    accepted(office, cast)
    office.sender.turn()
    assert office.new_sender("first").turn() is not None
    accepted(office, cast, first=2)
    with pytest.raises(LeaseLost):
        office.sender.turn()


@pytest.mark.parametrize("jump", [-86_400_000, 86_400_000])
def test_a_clock_that_jumps_a_day_stops_nothing(
    office: Office, stage: Stage, cast: Cast, node: Between, jump: int
) -> None:
    """Case 34."""
    node.send = swallows
    (record,) = accepted(office, cast)
    office.sender.turn()
    node.send = None
    office.clock.forward(jump)
    office.carry()
    other = office.new_sender("second")
    office.clock.forward(LEASE_MS + 1)
    other.turn()
    office.sender = other
    (late,) = accepted(office, cast, first=2)
    office.carry()
    assert states(office, [record, late]) == [Progress.FINAL] * 2


def test_of_a_batch_only_what_the_ledger_refuses_is_reported(office: Office, stage: Stage, cast: Cast) -> None:
    """Case 14: two filings that cannot both happen, both promised before either did."""
    same = [office.accepted(opened(1, cast), [officer]) for officer in (cast.holder.one, cast.holder.two)]
    others = accepted(office, cast, 2, first=2)
    office.carry()
    assert states(office, others) == [Progress.FINAL] * 2
    assert states(office, same) == [Progress.FINAL, Progress.REFUSED]
    error = office.find(same[1].id).error
    assert isinstance(error, LedgerError)
    assert error.code == "entry-exists"


def test_a_single_filing_that_reverts_is_reported_with_the_ledgers_reason(
    office: Office, stage: Stage, cast: Cast
) -> None:
    record = office.accepted(opened(1, cast), [cast.holder.two])
    stage.file([cast.holder.one], [("open", 2, (1).to_bytes(32), cast.holder)])
    office.carry()
    found = office.find(record.id)
    assert found.state is Progress.REFUSED
    assert found.error is not None
    assert found.error.code == "entry-exists"


def test_somebody_else_may_carry_a_filing_of_a_batch(office: Office, stage: Stage, cast: Cast) -> None:
    """Case 15: front-run; the batch lands, and the filing is final by its own event."""
    records = accepted(office, cast, 3)
    _carry_ourselves(office, stage, records[1])
    office.carry()
    assert states(office, records) == [Progress.FINAL] * 3
    assert carried(stage, records[1]) == 2  # once Filed, once Refused as already used


def _carry_ourselves(office: Office, stage: Stage, record: FilingRecord) -> None:
    with office.store.read() as connection:
        seals = filings.seals_of(connection, [record.id])[record.id]
    sealed = SealedFiling(record.filing, tuple(seals.values()))
    stage.send(Codec.load().encode_file(sealed.filing, sealed.seals))


def test_a_filing_whose_deadline_passes_while_it_waits_expires_and_its_number_is_free(
    office: Office, stage: Stage, cast: Cast
) -> None:
    """Case 16."""
    record = office.accepted(opened(1, cast), [cast.holder.one], deadline=stage.now + 3600)
    stage.chain.forward(hours=2)
    stage.chain.seal()
    office.indexer.catch_up()
    found = office.find(record.id)
    assert found.state is Progress.EXPIRED
    assert found.error is not None
    assert found.error.code == "deadline-passed-waiting"
    assert office.draft(opened(2, cast), [cast.holder.one]).filing.nonce == record.filing.nonce


def test_a_relayer_may_be_replaced_while_filings_are_under_way(
    office: Office, stage: Stage, cast: Cast, node: Between
) -> None:
    """Case 17: the old lane drains, the new one begins."""
    node.hide_receipts = True
    (record,) = accepted(office, cast)
    office.sender.turn()
    old, office.sender = office.sender, office.new_sender("first", RELAYER + 1)
    (late,) = accepted(office, cast, first=2)
    node.hide_receipts = False
    office.carry()
    old.turn()
    assert states(office, [record, late]) == [Progress.FINAL] * 2
    with office.store.read() as connection:
        assert len(lanes.every_lane(connection)) == 2
        assert not lanes.travelling(connection, old.lane_name)


def test_an_old_chain_that_was_restored_stops_the_lane(office: Office, stage: Stage, cast: Cast) -> None:
    """Case 22."""
    backup = stage.mark()
    accepted(office, cast)
    office.carry()
    stage.rewind(backup)
    with pytest.raises(LaneStopped):
        office.new_sender("first").turn()


def test_signing_is_deterministic_so_the_same_bytes_come_out_twice() -> None:
    signer = KeySigner.of(account(RELAYER).secret)
    one, two = (Transaction(1, 2, b"\1" * 20, b"data", 21_000).signed(signer) for _ in range(2))
    assert one == two
