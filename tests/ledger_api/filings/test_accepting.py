"""The promise: kept with its answer in one commit, given once for each key, refused with the ledger's own reason."""

import threading
from typing import Any

import pytest

from ledger_api.domain.errors import InTheWay, NotNow, Refused
from ledger_api.domain.progress import Progress
from ledger_api.filings.answers import Answer, Keyed, fingerprint
from ledger_api.filings.preflight import Preflight
from ledger_api.ports.chain import NodeUnreachable
from ledger_api.store import UnitOfWork, events
from tests.contracts.stage import Cast, Stage
from tests.ledger_api.filings.conftest import Acts
from tests.ledger_api.filings.office import ALL, Office, said, said_no
from tests.ledger_api.filings.test_composing import admission


def happened(office: Office, filing: str) -> list[str]:
    with office.store.read() as connection:
        return [each.type for each in events.after(connection, 0, 10_000) if each.subject == filing]


def test_the_same_request_again_gets_the_same_answer_and_nothing_happens_twice(
    office: Office, cast: Cast, opening: Acts
) -> None:
    record = office.ready(opening, [cast.holder.one])
    first = office.submit(record.id, "key")
    office.carry()
    again = office.submit(record.id, "key")
    assert (again.status, again.body, again.replayed) == (first.status, first.body, True)
    assert happened(office, record.id) == ["filing.ready", "filing.accepted", "filing.final"]


def test_a_second_submission_under_another_key_changes_nothing(office: Office, cast: Cast, opening: Acts) -> None:
    record = office.accepted(opening, [cast.holder.one])
    assert office.submit(record.id, "another").status == 202
    assert happened(office, record.id).count("filing.accepted") == 1


def test_a_key_used_for_other_words_is_refused(office: Office, cast: Cast, opening: Acts) -> None:
    record = office.ready(opening, [cast.holder.one])
    office.submit(record.id, "key")
    other = Keyed("tenant", f"submit {record.id}", "key", fingerprint("tenant", "submit", {"other": 1}))
    with pytest.raises(Refused) as caught:
        office.acceptance.submit(record.id, ALL, other, said, said_no)
    assert caught.value.code == "key-reused"


def test_a_key_belongs_to_its_tenant(office: Office, cast: Cast, opening: Acts) -> None:
    record = office.ready(opening, [cast.holder.one])
    office.submit(record.id, "key")
    theirs = Keyed("somebody else", f"submit {record.id}", "key", b"\0" * 32)
    assert not office.acceptance.submit(record.id, ALL, theirs, said, said_no).replayed


def test_while_a_request_is_worked_on_the_same_key_must_wait(office: Office, cast: Cast, opening: Acts) -> None:
    record = office.ready(opening, [cast.holder.one])
    keyed = office.keyed("submit", "key")
    with office.answers.turn(keyed), pytest.raises(InTheWay) as caught:
        office.acceptance.submit(record.id, ALL, keyed, said, said_no)
    assert caught.value.code == "still-processing"


def test_two_processes_with_the_same_key_give_one_answer(
    office: Office, cast: Cast, opening: Acts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither sees the other's turn; whoever commits first wins, the other answers the same."""
    record = office.ready(opening, [cast.holder.one])
    keyed = office.keyed("submit", "key")
    theirs = Answer(202, {"id": record.id, "state": "theirs"}, record.id)

    def while_we_ask_the_node(*_: object) -> None:
        with office.store.begin() as unit:
            office.answers.keep(unit.connection, keyed, lambda: theirs)

    monkeypatch.setattr(Preflight, "why_not", while_we_ask_the_node)
    answer = office.acceptance.submit(record.id, ALL, keyed, said, said_no)
    assert answer.body["state"] == "theirs"
    assert office.find(record.id).state is Progress.READY


def test_what_the_ledger_would_refuse_is_kept_as_refused_with_the_reason(
    office: Office, stage: Stage, cast: Cast
) -> None:
    """An officer without the power signs alone: two persons of the operator must."""
    record = office.ready([("admit", admission())], [cast.holder.one])
    first = office.submit(record.id, "key")
    assert (first.status, first.body["code"]) == (422, "two-persons-missing")
    refused = office.find(record.id)
    assert refused.state is Progress.REFUSED
    assert refused.may_still_land
    assert refused.error is not None
    assert refused.error.code == "two-persons-missing"
    again = office.submit(record.id, "key")
    assert (again.status, again.body, again.replayed) == (422, first.body, True)
    office.carry()
    assert office.find(record.id).state is Progress.REFUSED


def test_what_was_refused_may_be_submitted_again_when_the_reason_is_gone(
    office: Office, stage: Stage, cast: Cast, opening: Acts
) -> None:
    opened, applied = opening
    record = office.ready(
        [
            (
                "submit",
                {"content": opened[1]["content"], "first_applicant": opened[1]["applicant"]}
                | {name: value for name, value in applied[1].items() if name != "entry"},
            )
        ],
        [cast.holder.one],
    )
    assert office.submit(record.id).body["code"] == "no-such-entry"
    office.done([opened], [cast.holder.two])
    assert office.submit(record.id).status == 202
    office.carry()
    assert office.find(record.id).state is Progress.FINAL


def test_without_all_signatures_nothing_is_promised(office: Office, cast: Cast) -> None:
    draft = office.draft([("admit", admission())], list(cast.operator.both))
    office.sign(draft.id, [cast.operator.alice])
    with pytest.raises(InTheWay) as caught:
        office.submit(draft.id)
    assert (caught.value.code, caught.value.blocking) == ("seals-missing", ("O-3",))


def test_when_the_node_cannot_say_nothing_happened_and_the_same_key_may_try_again(
    office: Office, cast: Cast, opening: Acts, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = office.ready(opening, [cast.holder.one])

    def silent(*_: Any, **__: Any) -> bytes:
        raise NodeUnreachable("no answer")

    with monkeypatch.context() as broken:
        broken.setattr(office.chain, "call", silent)
        with pytest.raises(NotNow) as caught:
            office.submit(record.id, "key")
    assert caught.value.code == "node-unreachable"
    assert office.find(record.id).state is Progress.READY
    assert office.submit(record.id, "key").status == 202


def test_what_stands_beside_the_promise_is_in_the_same_commit(office: Office, cast: Cast, opening: Acts) -> None:
    record = office.ready(opening, [cast.holder.one])

    def fails(_unit: UnitOfWork, _record: object) -> None:
        raise RuntimeError("the audit log cannot be written")

    keyed = office.keyed("submit", "key")
    with pytest.raises(RuntimeError):
        office.acceptance.submit(record.id, ALL, keyed, said, said_no, fails)
    assert office.find(record.id).state is Progress.READY
    assert happened(office, record.id) == ["filing.ready"]
    assert not office.submit(record.id, "key").replayed


def test_many_at_once_are_all_promised(office: Office, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """Threads share commits; none is lost, none is there twice."""
    one_at_a_time, call = threading.Lock(), office.chain.call

    def alone(*asked: Any, **how: Any) -> bytes:  # the chain in this process is not for threads
        with one_at_a_time:
            return call(*asked, **how)

    monkeypatch.setattr(office.chain, "call", alone)
    records = [
        office.ready(
            [("open", {"content": f"sha256:{number:064x}", "applicant": f"P-{cast.holder.number}"})], [cast.holder.one]
        )
        for number in range(1, 13)
    ]
    threads = [threading.Thread(target=office.submit, args=(record.id,)) for record in records]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {office.find(record.id).state for record in records} == {Progress.ACCEPTED}
    office.carry()
    assert {office.find(record.id).state for record in records} == {Progress.FINAL}


def test_on_a_full_disk_nothing_is_promised_and_the_same_key_may_try_again(
    office: Office, cast: Cast, opening: Acts
) -> None:
    """Case 13: never a 202 without its row."""
    record = office.ready(opening, [cast.holder.one])

    def limit(pages: int) -> None:
        with office.store.begin() as unit:
            unit.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    def fill(unit: UnitOfWork, _record: object) -> None:
        unit.connection.exec_driver_sql("CREATE TABLE bulk AS SELECT zeroblob(1000000) AS b")

    limit(1)  # no page more than there are
    keyed = office.keyed("submit", "key")
    with pytest.raises(NotNow) as caught:
        office.acceptance.submit(record.id, ALL, keyed, said, said_no, fill)
    assert caught.value.code == "not-durable"
    limit(1_000_000)
    assert office.find(record.id).state is Progress.READY
    answer = office.acceptance.submit(record.id, ALL, keyed, said, said_no)
    assert (answer.status, answer.replayed) == (202, False)
