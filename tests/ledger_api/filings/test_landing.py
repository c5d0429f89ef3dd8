"""What final blocks say of filings: carried by whoever, withdrawn by a signatory, out of time, or overtaken by another."""

import pytest

from ledger_api.domain.errors import InTheWay
from ledger_api.domain.progress import Progress
from ledger_api.store import events
from ledger_api.store.filings import FilingRecord
from tests.contracts.stage import Cast, Stage
from tests.ledger_api.filings.conftest import Acts
from tests.ledger_api.filings.office import ALL, Office
from tests.ledger_api.filings.test_composing import admission
from tests.ledger_api.filings.test_sending import _carry_ourselves, accepted, opened


def code(record: FilingRecord) -> str | None:
    return None if record.error is None else record.error.code


def test_a_filing_that_was_never_submitted_is_final_when_somebody_carries_it(
    office: Office, stage: Stage, cast: Cast, opening: Acts
) -> None:
    record = office.ready(opening, [cast.holder.one])
    _carry_ourselves(office, stage, record)
    office.indexer.catch_up()
    assert office.find(record.id).state is Progress.FINAL
    with pytest.raises(InTheWay):
        office.submit(record.id)


def test_a_refused_filing_that_lands_after_all_is_final(office: Office, stage: Stage, cast: Cast) -> None:
    same = [office.ready(opened(1, cast), [officer]) for officer in (cast.holder.one, cast.holder.two)]
    _carry_ourselves(office, stage, same[0])
    assert office.submit(same[0].id).body["code"] == "nonce-used"  # it is done, but not indexed yet
    office.indexer.catch_up()
    found = office.find(same[0].id)
    assert (found.state, found.error) == (Progress.FINAL, None)


def test_a_filing_refused_before_it_was_accepted_is_rejected_when_its_time_is_over(
    office: Office, stage: Stage, cast: Cast
) -> None:
    record = office.ready([("admit", admission())], [cast.holder.one])
    office.submit(record.id)
    _week(office, stage)
    found = office.find(record.id)
    assert (found.state, code(found)) == (Progress.REJECTED, "two-persons-missing")


def test_a_promise_the_ledger_broke_is_failed_when_its_time_is_over(office: Office, stage: Stage, cast: Cast) -> None:
    same = [office.accepted(opened(1, cast), [officer]) for officer in (cast.holder.one, cast.holder.two)]
    office.carry()
    assert office.find(same[1].id).may_still_land
    _week(office, stage)
    found = office.find(same[1].id)
    assert (found.state, code(found)) == (Progress.FAILED, "entry-exists")
    assert not found.may_still_land


@pytest.mark.parametrize("signed", [False, True])
def test_a_draft_out_of_time_expires(office: Office, stage: Stage, cast: Cast, signed: bool) -> None:
    draft = office.draft([("admit", admission())], list(cast.operator.both))
    if signed:
        office.sign(draft.id, [cast.operator.alice])
    _week(office, stage)
    assert office.find(draft.id).state is Progress.EXPIRED


def _week(office: Office, stage: Stage) -> None:
    stage.chain.forward(days=8)
    stage.chain.seal()
    office.indexer.catch_up()


def test_the_first_signatory_withdraws_and_the_number_is_spent(office: Office, cast: Cast, opening: Acts) -> None:
    record = office.ready(opening, [cast.holder.one])
    office.done([("withdraw", {"filing": record.id})], [cast.holder.one])
    assert (office.find(record.id).state, code(office.find(record.id))) == (Progress.WITHDRAWN, "withdrawn")
    assert office.draft(opening, [cast.holder.one]).filing.nonce == record.filing.nonce + 2


def test_another_signatory_withdraws_and_the_number_is_free_again(office: Office, cast: Cast) -> None:
    alice, bob = cast.operator.both
    record = office.ready([("admit", admission())], [alice, bob])
    office.done([("withdraw", {"filing": record.id})], [bob])
    assert office.find(record.id).state is Progress.WITHDRAWN
    assert office.draft([("admit", admission())], [alice, bob]).filing.nonce == record.filing.nonce


def test_a_withdrawn_filing_is_not_carried_any_more(office: Office, cast: Cast) -> None:
    alice, bob = cast.operator.both
    record = office.accepted([("admit", admission())], [alice, bob])
    stopped = office.accepted([("withdraw", {"filing": record.id})], [bob])
    office.sender.turn()
    office.carry()
    found = {office.find(each.id).state for each in (record, stopped)}
    # Whichever the batch performed first counts; never both.
    assert found in ({Progress.FINAL, Progress.REFUSED}, {Progress.FINAL, Progress.WITHDRAWN})


def test_a_draft_whose_number_was_used_elsewhere_is_superseded(
    office: Office, stage: Stage, cast: Cast, opening: Acts
) -> None:
    draft = office.draft(opening, [cast.holder.one])
    other = office.draft(opening, [cast.holder.two])
    stage.file([cast.holder.one], [("open", 2, bytes.fromhex("99" * 32), cast.holder)], nonce=draft.filing.nonce)
    office.indexer.catch_up()
    assert office.upkeep.look() == 1
    assert (office.find(draft.id).state, code(office.find(draft.id))) == (Progress.SUPERSEDED, "nonce-spent")
    assert office.find(other.id).state is Progress.DRAFT


def test_a_number_used_in_a_block_not_indexed_yet_supersedes_nothing(
    office: Office, stage: Stage, cast: Cast, opening: Acts
) -> None:
    draft = office.ready(opening, [cast.holder.one])
    _carry_ourselves(office, stage, draft)
    assert office.upkeep.look() == 0
    office.indexer.catch_up()
    assert office.upkeep.look() == 0
    assert office.find(draft.id).state is Progress.FINAL


def test_every_end_is_told_once(office: Office, stage: Stage, cast: Cast) -> None:
    (done,) = accepted(office, cast)
    office.carry()
    late = office.draft(opened(2, cast), [cast.holder.one])
    gone = office.draft(opened(3, cast), [cast.holder.one])
    office.composer.discard(gone.id, ALL)
    _week(office, stage)
    with office.store.read() as connection:
        told = [(each.subject, each.type) for each in events.after(connection, 0, 10_000)]
    ends = {"filing.final", "filing.expired", "filing.discarded"}
    assert sorted(each for each in told if each[1] in ends) == sorted(
        [(done.id, "filing.final"), (late.id, "filing.expired"), (gone.id, "filing.discarded")]
    )
