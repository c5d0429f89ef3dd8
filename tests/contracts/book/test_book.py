"""The book: parameters, working calendar and daily anchors, each by two of the operator; wrong shapes and gaps refused."""

from dataclasses import replace
from typing import Any

import pytest
from eth_hash.auto import keccak
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hardhat_free_env.deploy import calendars
from ledger_api.domain.words import Effect, Parameters, Span, WorkingDays
from tests.contracts.stage import Act, Cast, Stage
from tests.contracts.stage.cast import DOCUMENT, SHA256
from tests.contracts.stage.stage import BOOK_SUBJECT, day

FIRST, LAST = day("2026-01-01"), day("2027-12-31")
"""What the stage's ledger has loaded."""
FULL = (1 << 256) - 1


# -------------------------------------------------------------------------------------------- parameters


def setting(word: Parameters | int) -> tuple[Any, ...]:
    return ("setParameters", word, SHA256, DOCUMENT)


def without(stage: Stage, field: str) -> Parameters:
    """The parameters in force, one of them zero."""
    nothing: dict[str, Any] = {field: 0}
    return replace(stage.word(Parameters), **nothing)


def test_parameters_are_set_by_two_who_govern(stage: Stage, cast: Cast) -> None:
    """Rule 3."""
    changed = replace(stage.word(Parameters), notice_days=7, dispute_effects=Effect.TRANSFER)
    with stage.refused("TwoPersonsMissing", party=1):
        stage.file([cast.operator.alice], [setting(changed)])
    with stage.refused("TwoPersonsMissing", party=1):
        stage.file(cast.regulator.both, [setting(changed)])
    line = stage.file(cast.operator.both, [setting(changed)]).line("ParametersSet")
    assert (line.subject, line["ref"], line["parameters"]) == (BOOK_SUBJECT, 0, changed)
    assert stage.word(Parameters) == changed


@pytest.mark.parametrize(
    "field",
    [
        "accept_days",
        "review_days",
        "notice_days",
        "credential_years",
        "decide_days",
        "filing_days",
        "answer_days",
        "litigation_days",
    ],
)
def test_a_term_without_days_is_refused(stage: Stage, cast: Cast, field: str) -> None:
    with stage.refused("ParameterOutOfRange"):
        stage.file(cast.operator.both, [setting(without(stage, field))])


@pytest.mark.parametrize("field", ["extension_days", "notify_days", "tolerance", "late_entry_days"])
def test_what_may_be_nothing_may_be_nothing(stage: Stage, cast: Cast, field: str) -> None:
    stage.file(cast.operator.both, [setting(without(stage, field))])


@pytest.mark.parametrize("bit", [255, 90])
def test_parameters_have_no_spare_bits(stage: Stage, cast: Cast, bit: int) -> None:
    with stage.refused("ParameterOutOfRange"):
        stage.file(cast.operator.both, [setting(stage.storage(Parameters) | 1 << bit)])


def test_an_effect_without_a_name_is_refused(stage: Stage, cast: Cast) -> None:
    unnamed = stage.storage(Parameters) | 1 << 77  # the last of the twelve bits of disputeEffects
    with stage.refused("ParameterOutOfRange"):
        stage.file(cast.operator.both, [setting(unnamed)])


def test_a_changed_tolerance_of_deadlines_holds_at_once(stage: Stage, cast: Cast) -> None:
    stage.file(cast.operator.both, [setting(replace(stage.word(Parameters), filing_days=1))])
    with stage.refused("DeadlineTooFar"):
        stage.file(cast.operator.both, [setting(stage.word(Parameters))], deadline=stage.now + 86_401)


# -------------------------------------------------------------------------------------------- the calendar


def loading(first: int, last: int, words: list[int]) -> tuple[Any, ...]:
    return ("loadCalendar", first, last, SHA256, DOCUMENT, words)


def bits(first: int, last: int) -> list[int]:
    """Words of `first` to `last` with every day worked."""
    return [FULL] * ((last >> 8) - (first >> 8) + 1)


def worked(stage: Stage, legal_day: int) -> bool:
    return bool(stage.word(WorkingDays, legal_day >> 8).working >> (legal_day & 255) & 1)


def test_the_genesis_calendar_is_the_years_that_ship(stage: Stage) -> None:
    assert stage.word(Span) == Span(from_=FIRST, until=LAST, version=2)
    days = calendars.load("2026").working | calendars.load("2027").working
    assert {each for each in range(FIRST, LAST + 1) if worked(stage, each)} == days


def test_the_next_days_are_loaded_behind_the_last(stage: Stage, cast: Cast) -> None:
    end = LAST + 400
    line = stage.file(cast.operator.both, [loading(LAST + 1, end, bits(LAST + 1, end))]).line("CalendarLoaded")
    assert (line["span"].until, line["span"].version, line["from"], line["until"]) == (end, 3, LAST + 1, end)
    assert line["ref"] == (LAST + 1) >> 8
    assert stage.word(Span) == line["span"]
    groups = range((LAST + 1) >> 8, (end >> 8) + 1)
    written = [line[name].working for name in ("first", "second", "third")][: len(groups)]
    assert written == [stage.word(WorkingDays, group).working for group in groups]
    assert worked(stage, end)
    assert not worked(stage, end + 1)
    assert worked(stage, day("2027-12-31")) == (day("2027-12-31") in calendars.load("2027").working)


def test_a_correction_changes_the_days_named_and_no_others(stage: Stage, cast: Cast) -> None:
    """Rule 125."""
    first, last = day("2026-09-25"), day("2026-09-27")  # a holiday
    before = stage.word(WorkingDays, first >> 8).working
    line = stage.file(cast.operator.both, [loading(first, last, bits(first, last))]).line("CalendarLoaded")
    assert (line["span"].from_, line["span"].until, line["span"].version) == (FIRST, LAST, 3)
    changed = stage.word(WorkingDays, first >> 8).working ^ before
    assert changed == sum(1 << (each & 255) for each in range(first, last + 1))


@pytest.mark.parametrize("first", [FIRST - 1, LAST + 2, 0])
def test_a_gap_or_days_before_the_first_are_refused(stage: Stage, cast: Cast, first: int) -> None:
    with stage.refused("CalendarGap", expected=LAST + 1):
        stage.file(cast.operator.both, [loading(first, first + 9, bits(first, first + 9))])


@pytest.mark.parametrize("how", ["backwards", "backwards far", "too few", "too many", "four groups", "none"])
def test_words_are_those_of_the_days_named(stage: Stage, cast: Cast, how: str) -> None:
    first = LAST + 1
    act = {
        "backwards": loading(first, first - 1, bits(first, first)),
        "backwards far": loading(first, first - 600, bits(first, first)),
        "too few": loading(first, first + 400, bits(first, first + 400)[:-1]),
        "too many": loading(first, first + 400, [*bits(first, first + 400), FULL]),
        "four groups": loading(first, first + 900, bits(first, first + 900)),
        "none": loading(first, first + 9, []),
    }[how]
    with stage.refused("CalendarShape", **{"from": first}):
        stage.file(cast.operator.both, [act])


def test_the_calendar_is_loaded_by_two_who_govern(stage: Stage, cast: Cast) -> None:
    with stage.refused("TwoPersonsMissing", party=1):
        stage.file([cast.operator.bob, cast.holder.one], [loading(LAST + 1, LAST + 9, bits(LAST + 1, LAST + 9))])


@settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.integers(FIRST, LAST + 1), length=st.integers(1, 500),
    words=st.lists(st.integers(0, FULL), min_size=3, max_size=3),
)  # fmt: skip
def test_any_loading_leaves_exactly_the_days_it_names_as_it_says(
    stage: Stage, cast: Cast, first: int, length: int, words: list[int]
) -> None:
    """Against a plain set of days."""
    last = first + length - 1
    groups = (last >> 8) - (first >> 8) + 1
    mark = stage.mark()
    around = range(first - 40, last + 300)
    expected = {each for each in around if worked(stage, each) and not first <= each <= last}
    expected |= {each for each in range(first, last + 1) if words[(each >> 8) - (first >> 8)] >> (each & 255) & 1}
    stage.file(cast.operator.both, [loading(first, last, words[:groups])])
    seen = {each for each in around if worked(stage, each)}
    span = stage.word(Span)
    stage.rewind(mark)
    assert seen == expected
    assert (span.from_, span.until) == (FIRST, max(LAST, last))


# -------------------------------------------------------------------------------------------- daily anchors


def anchoring(legal_day: int, root: bytes = keccak(b"logs")) -> tuple[Any, ...]:
    return ("anchorDay", legal_day, SHA256, root)


def test_a_day_is_anchored_by_two_who_govern(stage: Stage, cast: Cast) -> None:
    with stage.refused("TwoPersonsMissing", party=1):
        stage.direct(cast.operator.alice, *anchoring(stage.today))
    line = stage.file(cast.operator.both, [anchoring(stage.today - 1)]).line("DayAnchored")
    assert (line["day"], line["root"], line["alg"], line["ref"]) == (stage.today - 1, keccak(b"logs"), SHA256, 0)


def test_a_day_that_has_not_begun_in_beijing_is_not_anchored(stage: Stage, cast: Cast) -> None:
    stage.on("2026-08-03", "23:59")
    tomorrow = day("2026-08-04")
    with stage.refused("DayAhead", day=tomorrow):
        stage.file(cast.operator.both, [anchoring(tomorrow)])
    stage.on("2026-08-04", "00:00")
    stage.file(cast.operator.both, [anchoring(tomorrow)])


def test_an_anchor_has_a_root(stage: Stage, cast: Cast) -> None:
    with stage.refused("DigestMissing"):
        stage.file(cast.operator.both, [anchoring(stage.today, bytes(32))])


@pytest.mark.parametrize("act", ["setParameters", "loadCalendar", "anchorDay"])
def test_the_book_s_acts_hold_from_block_time_and_name_their_algorithm(stage: Stage, cast: Cast, act: str) -> None:
    """Rules 123, 124."""
    terms: dict[str, tuple[Any, ...]] = {
        "setParameters": (stage.word(Parameters), SHA256, DOCUMENT),
        "loadCalendar": (FIRST, FIRST, SHA256, DOCUMENT, [0]),
        "anchorDay": (stage.today, SHA256, DOCUMENT),
    }
    with stage.refused("OnlyBlockTime", at=stage.now):
        stage.file(cast.operator.both, [Act(act, terms[act], at=stage.now)])
    unknown = tuple(9 if term is SHA256 else term for term in terms[act])
    with stage.refused("UnknownAlgorithm", alg=9):
        stage.file(cast.operator.both, [Act(act, unknown)])
