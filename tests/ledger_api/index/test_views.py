"""What the register says at a moment: as of a block, and on a day."""

from collections.abc import Iterator
from datetime import date

import pytest
from eth_hash.auto import keccak
from sqlalchemy import Connection

from ledger_api.domain import ids
from ledger_api.domain.calendar import from_date, to_date
from ledger_api.domain.clocks import Clock
from ledger_api.domain.errors import LedgerError, NotFound
from ledger_api.domain.words import (
    AccreditationKind,
    BurdenKind,
    CaseState,
    LicenceState,
    Mandate,
    MandateState,
    ObjectionState,
    Power,
    Purpose,
    Right,
    Role,
)
from ledger_api.index import views
from ledger_api.index.indexer import Indexer
from ledger_api.index.views import BurdenStatus, LicenceStatus, Moment, RightState
from ledger_api.index.views.effective import Effective
from ledger_api.store import Store
from tests.contracts.procedure import DOCUMENT, SHA256, Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import instant
from tests.ledger_api.story import CREDENTIAL, Story, end_dispute, grant


@pytest.fixture
def connection(store: Store, indexer: Indexer) -> Iterator[Connection]:
    indexer.catch_up()
    with store.read() as connection:
        yield connection


def now(connection: Connection) -> Moment:
    return views.moment(connection)


def on(connection: Connection, day: str, as_of: str | None = None) -> Moment:
    return views.moment(connection, as_of, day)


# ------------------------------------------------------------------------------------------------ moments


def test_the_default_is_the_newest_block_and_its_instant(stage: Stage, connection: Connection) -> None:
    moment = now(connection)
    assert (moment.block, moment.on_time) == (stage.chain.number, moment.time)
    assert not moment.looks_back


def test_a_block_is_named_by_number_hash_or_time(story: Story, connection: Connection) -> None:
    by_number = views.moment(connection, str(story.registered))
    assert views.moment(connection, "0x" + by_number.hash.hex()) == by_number
    at = "2026-08-20T09:00:00+08:00"
    assert instant("2026-08-20") == by_number.time
    found = views.moment(connection, at)
    assert found.time == by_number.time
    assert views.moment(connection, "2026-08-20T08:59:59+08:00").block < by_number.block


def test_the_last_block_not_later_is_meant(story: Story, connection: Connection) -> None:
    after = views.moment(connection, "2026-08-20T23:59:59+08:00")
    assert after.time == instant("2026-08-20")
    assert views.moment(connection, str(after.block + 1)).time > instant("2026-08-20", "23:59")


@pytest.mark.parametrize(
    "as_of, day, code",
    [
        ("999999", None, "block-unknown"),
        ("0x" + "11" * 32, None, "block-unknown"),
        ("2020-01-01T00:00:00Z", None, "block-unknown"),
        ("2099-01-01T00:00:00Z", None, "time-in-future"),
        (None, "2099-01-01", "time-in-future"),
        (None, "2099-01-01T00:00:00Z", "time-in-future"),
        ("yesterday", None, "value-not-valid"),
        ("2026-08-20", None, "value-not-valid"),
        (None, "2026-02-30", "value-not-valid"),
        (None, "2026-08-20T09:00:00", "value-not-valid"),
        ("-1", None, "value-not-valid"),
    ],
)
def test_a_moment_that_is_none_is_refused(
    story: Story, connection: Connection, as_of: str | None, day: str | None, code: str
) -> None:
    with pytest.raises(LedgerError) as caught:
        views.moment(connection, as_of, day)
    assert caught.value.code == code


def test_before_anything_is_indexed_nothing_can_be_asked(store: Store) -> None:
    with store.read() as connection, pytest.raises(LedgerError) as caught:
        views.moment(connection)
    assert caught.value.code == "not-ready"


def test_a_day_is_judged_by_its_end(story: Story, connection: Connection) -> None:
    moment = on(connection, "2026-08-20")
    assert to_date(moment.on_day) == date(2026, 8, 20)
    assert moment.on_time == instant("2026-08-21", "00:00") - 1


# ------------------------------------------------------------------------------------------------ entries


def test_an_entry_is_as_it_was_at_each_of_two_blocks(cast: Cast, story: Story, connection: Connection) -> None:
    before = views.entry(connection, views.moment(connection, str(story.registered - 1)), story.entry)
    after = views.entry(connection, views.moment(connection, str(story.registered)), story.entry)
    assert not before.is_registered
    assert [right.state for right in before.rights] == [RightState.EMPTY] * 3
    assert after.is_registered
    assert {(right.state, right.holder) for right in after.rights} == {(RightState.LIVE, cast.holder.number)}
    assert [right.right for right in after.rights] == [Right.HOLD, Right.USE, Right.OPERATE]
    assert to_date(after.rights[2].until) == date(2031, 8, 19)
    assert (before.lines + 1, before.credentials) == (after.lines, ())


def test_an_entry_is_found_by_every_name_it_has(cast: Cast, story: Story, connection: Connection) -> None:
    view = views.entry(connection, now(connection), story.entry)
    assert view.public_id == ids.entry_id(story.entry)
    for name in (story.entry, view.public_id, CREDENTIAL):
        assert views.find(connection, now(connection), name) == story.entry
    assert [credential.text for credential in view.credentials] == [CREDENTIAL]
    assert view.applicant == cast.holder.number


@pytest.mark.parametrize("name", [keccak(b"nothing"), "E-0000000000000", "SJ0000000000000"])
def test_what_is_not_there_is_not_found(story: Story, connection: Connection, name: str | bytes) -> None:
    with pytest.raises(NotFound) as caught:
        views.find(connection, now(connection), name)
    assert caught.value.code == "not-found"


def test_what_came_later_is_not_found_then(story: Story, connection: Connection) -> None:
    earlier = views.moment(connection, str(views.entry(connection, now(connection), story.entry).opened - 1))
    for name in (story.entry, ids.entry_id(story.entry), CREDENTIAL):
        with pytest.raises(NotFound) as caught:
            views.find(connection, earlier, name)
        assert caught.value.code == "not-found-then"
    with pytest.raises(NotFound):
        views.entry(connection, earlier, story.entry)


def test_a_right_lapses_with_its_last_day(story: Story, connection: Connection) -> None:
    head = views.head(connection, now(connection), story.entry)
    words = Effective(story.entry, {("Head", 0, b""): head.encode()})
    states = [views.entries.rights(words, head.until[2] + days)[2].state for days in (0, 1)]
    assert states == [RightState.LIVE, RightState.LAPSED]


def test_the_lists_a_filing_must_give_are_those_the_head_counts(story: Story, connection: Connection) -> None:
    moment = now(connection)
    head = views.head(connection, moment, story.entry)
    assert views.unclosed_burdens(connection, moment, story.entry) == (story.exclusive, story.objection)
    assert views.unclosed_licences(connection, moment, story.entry) == (story.ordinary, story.exclusive)
    assert (head.burdens, head.licences) == (2, 2)
    assert views.edition(connection, moment, story.entry) == head.edition


def test_folios_of_one_content_are_listed_as_they_were_anchored(story: Story, connection: Connection) -> None:
    view = views.entry(connection, now(connection), story.entry)
    assert views.siblings(connection, now(connection), view.alg, view.root) == (story.entry, story.sibling)
    assert views.parallel(connection, now(connection), view) == (story.sibling,)
    then = views.moment(connection, str(story.registered))
    assert views.siblings(connection, then, view.alg, view.root) == (story.entry,)


def test_a_history_has_every_line_in_order(story: Story, connection: Connection) -> None:
    lines = views.history(connection, now(connection), story.entry)
    assert [line.number for line in lines] == list(range(1, story.lines + 1))
    assert [line.name for line in lines[:3]] == ["Opened", "Submitted", "Accepted"]
    assert [line.name for line in views.of_dependant(connection, now(connection), story.entry, story.ordinary)] == [
        "LicenceGranted"
    ]
    some = views.history(connection, now(connection), story.entry, after=2, most=2)
    assert [line.number for line in some] == [3, 4]
    assert len(views.history(connection, views.moment(connection, str(story.registered)), story.entry)) < story.lines


# ------------------------------------------------------------------------------------------------ licences


def test_a_licence_expires_with_its_last_day(stage: Stage, story: Story, indexer: Indexer, store: Store) -> None:
    stage.on("2026-09-02")
    stage.chain.seal()
    indexer.catch_up()
    with store.read() as connection:
        on_days = ["2026-08-30", "2026-08-31", "2026-09-01"]
        found = [views.licence(connection, on(connection, day), story.entry, story.ordinary) for day in on_days]
        assert [each.status for each in found] == [
            LicenceStatus.IN_FORCE,
            LicenceStatus.IN_FORCE,
            LicenceStatus.EXPIRED,
        ]
        assert {each.word.state for each in found} == {LicenceState.ACTIVE}
        assert not views.licence(connection, now(connection), story.entry, story.ordinary).is_in_force


def test_a_licence_says_who_gave_it_on_what_papers(cast: Cast, story: Story, connection: Connection) -> None:
    found = views.licence(connection, now(connection), story.entry, story.ordinary)
    assert (found.licensor, found.recorder) == (cast.holder.number, cast.exchange.number)
    assert found.agreement["contractHash"] == keccak(b"contract")
    assert found.word.licensee == cast.maker.number
    assert found.public_id == f"{ids.entry_id(story.entry)}/{story.ordinary}"
    assert found.granted_at == instant("2026-08-20")


def test_before_its_grant_a_licence_was_not_there(story: Story, connection: Connection) -> None:
    as_of = views.moment(connection, str(story.granted - 1))
    assert views.licences(connection, as_of, story.entry) == ()
    assert views.licences(connection, on(connection, "2026-08-19"), story.entry) == ()
    with pytest.raises(NotFound):
        views.licence(connection, as_of, story.entry, story.ordinary)


def test_what_was_in_force_on_a_day_is_told_with_what_is_known_now(
    stage: Stage, cast: Cast, story: Story, indexer: Indexer, store: Store
) -> None:
    """Ended on the 26th, it was in force on the 25th: by what is known now, and by what was known then. (rule 8)"""
    procedure = Procedure(stage, cast)
    stage.on("2026-08-30")
    act = ("end", story.entry, story.ordinary, 1, SHA256, DOCUMENT)
    stage.file([procedure.filer.one, cast.maker.one], [act])
    indexer.catch_up()
    with store.read() as connection:
        found = [
            views.licence(connection, on(connection, day), story.entry, story.ordinary).status
            for day in ("2026-08-29", "2026-08-30")
        ]
    assert found == [LicenceStatus.IN_FORCE, LicenceStatus.ENDED]


def test_a_licence_to_come_is_not_in_force_yet(story: Story, connection: Connection) -> None:
    found = views.licence(connection, now(connection), story.entry, story.ordinary)
    words = views.licences(connection, now(connection), story.entry)
    assert len(words) == 2
    assert found.word.start == from_date(date(2026, 8, 20))
    from ledger_api.index.views.licences import status

    nothing = Effective(story.entry, {})
    assert status(nothing, found.word, found.word.start - 1) is LicenceStatus.NOT_BEGUN


def test_a_sublicence_falls_with_the_licence_it_was_given_under() -> None:
    from dataclasses import replace

    from ledger_api.domain.words import Licence
    from ledger_api.index.views.licences import status

    parent = Licence(state=LicenceState.ACTIVE, start=10, end=20)
    child = Licence(state=LicenceState.ACTIVE, start=10, end=20, parent=5)
    grandchild = Licence(state=LicenceState.ACTIVE, start=10, end=20, parent=6)

    def of(top: Licence, day: int) -> LicenceStatus:
        values = {("Licence", 5, b""): top.encode(), ("Licence", 6, b""): child.encode()}
        return status(Effective(b"", values), grandchild, day)

    assert of(parent, 15) is LicenceStatus.IN_FORCE
    assert of(replace(parent, end=14), 15) is LicenceStatus.FALLEN
    assert of(replace(parent, state=LicenceState.ENDED), 15) is LicenceStatus.FALLEN
    assert of(replace(parent, state=LicenceState.SUSPENDED), 15) is LicenceStatus.IN_FORCE


# ------------------------------------------------------------------------------------------------ burdens, objections


def test_burdens_bite_until_they_are_closed(
    stage: Stage, cast: Cast, story: Story, indexer: Indexer, store: Store
) -> None:
    stage.on("2026-09-01")
    end_dispute(Procedure(stage, cast), story.objection)
    indexer.catch_up()
    with store.read() as connection:
        then = views.burdens(connection, on(connection, "2026-08-31"), story.entry)
        after = views.burdens(connection, now(connection), story.entry)
    assert [(each.number, each.word.kind) for each in then] == [
        (story.exclusive, BurdenKind.EXCLUSIVE_LICENCE),
        (story.objection, BurdenKind.DISPUTE),
    ]
    assert [each.status for each in then] == [BurdenStatus.BITING, BurdenStatus.BITING]
    assert [each.status for each in after] == [BurdenStatus.BITING, BurdenStatus.CLOSED]


def test_the_burden_of_an_exclusive_licence_ends_with_its_last_day(
    stage: Stage, cast: Cast, story: Story, indexer: Indexer, store: Store
) -> None:
    stage.on("2027-01-02")
    stage.chain.seal()
    indexer.catch_up()
    with store.read() as connection:
        found = [
            views.burdens(connection, on(connection, day), story.entry)[0].status
            for day in ("2026-12-31", "2027-01-01")
        ]
    assert found == [BurdenStatus.BITING, BurdenStatus.EXPIRED]


def test_an_objection_is_due_as_long_as_a_clock_of_it_runs(
    stage: Stage, cast: Cast, story: Story, indexer: Indexer, store: Store
) -> None:
    number = Procedure(stage, cast).object().line("Objected").number
    stage.on("2026-09-10")
    stage.chain.seal()
    indexer.catch_up()
    with store.read() as connection:
        views_ = views.objections(connection, now(connection), story.entry)
        open_ = views.objection(connection, now(connection), story.entry, number)
    assert [each.word.state for each in views_] == [
        ObjectionState.RESOLVED,
        ObjectionState.COMPLETE,
        ObjectionState.FILED,
    ]
    assert [each.due is None for each in views_] == [True, False, False]
    assert (to_date(open_.due or 0), open_.passed) == (date(2026, 9, 4), True)


# ------------------------------------------------------------------------------------------------ cases


def test_a_case_is_read_with_its_clocks_on_the_day(story: Story, connection: Connection) -> None:
    dates = ["2026-08-04", "2026-08-06", "2026-08-13", "2026-08-20", "2026-08-21"]
    found = [views.case(connection, on(connection, day), story.entry, story.case) for day in dates]
    assert [each.state for each in found] == [
        CaseState.SUBMITTED,
        CaseState.UNDER_REVIEW,
        CaseState.NOTICE,
        CaseState.CREDENTIALED,
        CaseState.CREDENTIALED,
    ]
    assert [each.reading.clock for each in found] == [Clock.ACCEPTANCE, Clock.REVIEW, Clock.NOTICE, None, None]
    due = [each.reading.due and to_date(each.reading.due).isoformat() for each in found]
    assert due == ["2026-08-06", "2026-08-19", "2026-08-19", None, None]
    assert len(found[2].objections) == 1
    assert not found[2].may_be_anchored


def test_an_objection_of_a_later_day_is_not_in_the_case_before(
    stage: Stage, cast: Cast, indexer: Indexer, store: Store
) -> None:
    procedure = Procedure(stage, cast).in_notice()
    stage.on("2026-08-04")
    procedure.object_in_notice()
    indexer.catch_up()
    with store.read() as connection:
        found = [
            views.case(connection, on(connection, day), procedure.entry, procedure.number)
            for day in ("2026-08-03", "2026-08-04")
        ]
    assert [(each.word.objections, len(each.objections)) for each in found] == [(0, 0), (1, 1)]


def test_silence_shows_as_deemed_acceptance_and_is_marked(
    stage: Stage, cast: Cast, indexer: Indexer, store: Store
) -> None:
    procedure = Procedure(stage, cast).submitted()
    stage.on("2026-08-07", "10:00")
    stage.chain.seal()
    indexer.catch_up()
    with store.read() as connection:
        found = views.case(connection, now(connection), procedure.entry, procedure.number)
    assert (found.word.state, found.state) == (CaseState.SUBMITTED, CaseState.UNDER_REVIEW)
    assert (found.reading.derived, found.reading.provisional) == (True, True)


def test_a_case_may_be_anchored_when_its_notice_is_over(
    stage: Stage, cast: Cast, indexer: Indexer, store: Store
) -> None:
    procedure = Procedure(stage, cast).in_notice()
    stage.on("2026-08-11")
    stage.chain.seal()
    indexer.catch_up()
    with store.read() as connection:
        found = [
            views.case(connection, on(connection, day), procedure.entry, procedure.number).may_be_anchored
            for day in ("2026-08-10", "2026-08-11")
        ]
    assert found == [False, True]


# ------------------------------------------------------------------------------------------------ parties


def test_a_party_says_what_it_may_be_and_whether_it_may_now(cast: Cast, connection: Connection) -> None:
    found = views.party(connection, now(connection), cast.registrar.number)
    assert found.is_live
    assert found.word.roles == Role.REGISTRAR | Role.EXCHANGE
    assert [(each.kind, each.is_in_force) for each in found.accreditations] == [
        (AccreditationKind.REGISTRAR_CATALOGUE, True)
    ]
    assert found.name == keccak(b"name registrar")
    assert found.identifier == keccak(b"registrar")
    assert found.public_id == f"P-{cast.registrar.number}"
    with pytest.raises(NotFound):
        views.party(connection, now(connection), 999)
    assert cast.registrar.number in views.parties(connection, now(connection))


def test_officers_are_in_office_until_they_are_not(stage: Stage, cast: Cast, indexer: Indexer, store: Store) -> None:
    leaving = cast.holder.both[1]
    stage.on("2026-08-05")
    stage.file(cast.operator.both, [("revoke", leaving.number, SHA256, DOCUMENT)])
    indexer.catch_up()
    with store.read() as connection:
        assert not views.officer(connection, now(connection), leaving.number).is_in_office
        assert views.officer(connection, on(connection, "2026-08-04"), leaving.number).is_in_office
        offices = {
            each.number: each.is_in_office
            for each in views.officers_of(connection, now(connection), cast.holder.number)
        }
    assert offices == {cast.holder.both[0].number: True, leaving.number: False}


def test_mandates_are_kept_for_each_agent_and_entry(stage: Stage, cast: Cast, indexer: Indexer, store: Store) -> None:
    word = Mandate(powers=Power.FILE, from_=1, until=instant("2026-12-31"), state=MandateState.GIVEN)
    for entry in (keccak(b"one"), bytes(32)):
        stage.file([cast.holder.one], [("mandate", cast.holder, cast.second, entry, word, SHA256, DOCUMENT)])
    indexer.catch_up()
    with store.read() as connection:
        found = views.party(connection, now(connection), cast.holder.number).mandates
    assert {(each.agent, each.entry, each.is_in_force) for each in found} == {
        (cast.second.number, keccak(b"one"), True),
        (cast.second.number, bytes(32), True),
    }


def test_a_party_s_things_are_listed_newest_first(cast: Cast, story: Story, connection: Connection) -> None:
    moment = now(connection)
    licences = views.involved(connection, moment, cast.maker.number, ["Licence"])
    assert [each.public_id for each in licences] == [f"{ids.entry_id(story.entry)}/{story.ordinary}"]
    cases = views.involved(connection, moment, cast.registrar.number, ["Case"])
    assert [each.entry for each in cases] == [story.sibling, story.entry]
    entries = views.involved(connection, moment, cast.holder.number, ["Head"])
    assert [(each.entry, each.number) for each in entries] == [(story.entry, 0)]
    assert (
        views.involved(connection, views.moment(connection, str(story.granted - 1)), cast.maker.number, ["Licence"])
        == ()
    )


# ------------------------------------------------------------------------------------------------ the book


def test_the_book_s_parameters_and_calendar_are_read(connection: Connection) -> None:
    assert views.parameters(connection, now(connection)).notice_days == 5
    days = views.calendar(connection, now(connection))
    assert to_date(days.first) == date(2026, 1, 1)
    assert to_date(days.until) == date(2027, 12, 31)
    assert to_date(days.add(from_date(date(2026, 9, 28)), 5)) == date(2026, 10, 10)


def test_a_second_exclusive_grant_is_told_what_to_list(
    stage: Stage, cast: Cast, story: Story, indexer: Indexer, store: Store
) -> None:
    """The lists the views give are the lists the ledger accepts."""
    end_dispute(Procedure(stage, cast), story.objection)
    indexer.catch_up()
    with store.read() as connection:
        moment = now(connection)
        burdens = views.unclosed_burdens(connection, moment, story.entry)
        licences = views.unclosed_licences(connection, moment, story.entry)
    procedure = Procedure(stage, cast)
    number = grant(
        procedure, cast.maker, "2026-11-30", purposes=Purpose.MARKETING, licences=None, burdens=list(burdens)
    )
    assert number > story.objection
    assert licences == (story.ordinary, story.exclusive)
