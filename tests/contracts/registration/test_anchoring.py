"""Anchoring: the moment registration is complete, what it needs, what it writes; and registering again after a lapse."""

from dataclasses import replace

import pytest

from ledger_api.domain.words import (
    Basis,
    BurdenKind,
    CaseFlag,
    CaseState,
    Effect,
    Limit,
    Origin,
    Right,
    Sensitivity,
    SlotStatus,
)
from tests.contracts.attestations.reports import opined
from tests.contracts.circumstances import another_registrar, identity_expires, set_parameters
from tests.contracts.procedure import COLLECTED, DOCUMENT, Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day

# ------------------------------------------------------------------------------------------------ the moment


def test_anchoring_makes_the_rights_the_applicants(stage: Stage, cast: Cast) -> None:
    """Rule 28."""
    claim = replace(COLLECTED, limits=Limit.NO_RESALE, source_until=day("2030-01-01"))
    case = Procedure(stage, cast).registered(claim=claim)
    head = case.head
    assert head.holder == (cast.holder.number,) * 3
    assert head.status == (SlotStatus.ACTIVE,) * 3
    assert head.registrar == cast.registrar.number
    assert (head.origins, head.limits, head.source_until) == (Origin.COLLECTED, Limit.NO_RESALE, day("2030-01-01"))
    assert (head.burdens, head.licences, head.edition) == (0, 0, 1)
    assert case.case.state == CaseState.ANCHORED


def test_before_anchoring_nothing_is_registered(stage: Stage, cast: Cast) -> None:
    """Rule 28: registration is complete at that moment and not sooner."""
    case = Procedure(stage, cast).in_notice()
    assert case.head.status == (SlotStatus.EMPTY,) * 3


@pytest.mark.parametrize("state", ["submitted", "review", "supplementing", "anchored", "refused"])
def test_only_a_case_whose_notice_was_held_or_waived_is_anchored(stage: Stage, cast: Cast, state: str) -> None:
    """Rules 24, 28."""
    case = Procedure(stage, cast).submitted()
    if state != "submitted":
        case.accept()
    if state == "supplementing":
        case.pause()
    if state == "refused":
        case.decline()
    if state == "anchored":
        case.publish()
        stage.on("2026-08-20")
        case.anchor()
    with stage.refused("WrongCaseState"):
        case.anchor()


def test_an_applicant_whose_identity_expired_is_given_no_rights(stage: Stage, cast: Cast) -> None:
    """Rule 1."""
    case = Procedure(stage, cast).in_notice()
    stage.on("2026-08-20")
    identity_expires(stage, cast, cast.holder)
    with stage.refused("IdentityExpired", party=cast.holder):
        case.anchor()


def test_anchoring_says_what_the_national_system_acknowledged(stage: Stage, cast: Cast) -> None:
    """Rules 29, 123."""
    case = Procedure(stage, cast).in_notice()
    stage.on("2026-08-20")
    with stage.refused("DigestMissing"):
        case.anchor(national=bytes(32))
    for alg in (0, 4):
        with stage.refused("UnknownAlgorithm", alg=alg):
            case.anchor(alg=alg)
    assert case.anchor(national=DOCUMENT).line("Anchored")["national"] == DOCUMENT


def test_anchoring_takes_the_pair(stage: Stage, cast: Cast) -> None:
    """Rule 3: the approver is another than who reviewed it; the applicant is not asked once more."""
    case = Procedure(stage, cast).in_notice()
    stage.on("2026-08-20")
    for by in ([cast.registrar.reviewer], [cast.registrar.approver], [cast.registrar.reviewer, *case.hands]):
        with stage.refused("PairMissing"):
            case.anchor(by=by)
    case.anchor(by=cast.registrar.pair)


# ------------------------------------------------------------------------------------------------ validity


@pytest.mark.parametrize(
    "on, latest", [("2026-08-20", "2031-08-19"), ("2027-03-01", "2032-02-29"), ("2027-12-31", "2032-12-30")]
)
def test_a_right_is_valid_for_five_years_at_most(stage: Stage, cast: Cast, on: str, latest: str) -> None:
    """Rule 28."""
    case = Procedure(stage, cast).in_notice()
    stage.on(on)
    after = day(latest) + 1
    with stage.refused("UntilTooFar", until=after, latest=day(latest)):
        case.file(None, cast.registrar.pair, "anchor", case.entry, case.number, case.folio, after, 2, DOCUMENT, [], [])
    case.anchor(latest)


def test_how_many_years_is_a_parameter(stage: Stage, cast: Cast) -> None:
    """Rule 28."""
    set_parameters(stage, cast, credential_years=3)
    case = Procedure(stage, cast).in_notice()
    stage.on("2026-08-20")
    with stage.refused("UntilTooFar", latest=day("2029-08-19")):
        case.anchor("2029-08-20")
    case.anchor("2029-08-19")


def test_a_right_that_is_over_before_it_begins_is_not_anchored(stage: Stage, cast: Cast) -> None:
    """Rule 28."""
    case = Procedure(stage, cast).in_notice()
    stage.on("2026-08-20")
    with stage.refused("UntilTooFar"):
        case.anchor("2026-08-19")
    case.anchor("2026-08-20")


def test_a_right_asked_for_less_lasts_less(stage: Stage, cast: Cast) -> None:
    """Rule 28: never longer than the credential."""
    term = (day("2028-01-01"), 0, day("2040-01-01"))
    case = Procedure(stage, cast).registered(claim=replace(COLLECTED, term=term))
    assert case.head.until == (day("2028-01-01"), day("2031-08-19"), day("2031-08-19"))


def test_a_right_asked_until_a_day_that_has_passed_is_not_anchored(stage: Stage, cast: Cast) -> None:
    """Rule 28."""
    claim = replace(COLLECTED, term=(day("2026-08-19"), 0, 0))
    case = Procedure(stage, cast).in_notice(claim=claim)
    stage.on("2026-08-20")
    with stage.refused("UntilTooFar", until=day("2026-08-19")):
        case.anchor()


# ------------------------------------------------------------------------------------------------ several cases


def test_of_two_cases_for_one_right_the_second_is_refused(stage: Stage, cast: Cast) -> None:
    """Rule 11: both could be filed, one is anchored."""
    first = Procedure(stage, cast).in_notice()
    second = Procedure(stage, cast)
    second.submitted(asked=Right.OPERATE).accept()
    second.publish(Right.OPERATE)
    stage.on("2026-08-20")
    first.anchor()
    with stage.refused("AlreadyRegistered", entry=second.entry, right=2):
        second.anchor(siblings=[first.entry])


def test_of_two_cases_at_two_registrars_the_second_is_refused(stage: Stage, cast: Cast) -> None:
    """Rule 31."""
    other = another_registrar(stage, cast)
    first = Procedure(stage, cast).in_notice(asked=Right.HOLD, passed=Right.HOLD)
    second = Procedure(stage, cast, registrar=other)
    second.in_notice(asked=Right.USE, passed=Right.USE)
    stage.on("2026-08-20")
    first.anchor()
    with stage.refused("NotTheRegistrar", registrar=cast.registrar):
        second.anchor(siblings=[first.entry])


def test_of_two_cases_each_of_whose_rights_suits_its_own_origin_the_second_is_refused(stage: Stage, cast: Cast) -> None:
    """Rule 15: OPERATE over what another case meanwhile said is scraped and raw."""
    first = Procedure(stage, cast)
    first.in_notice(asked=Right.HOLD, passed=Right.HOLD, claim=replace(COLLECTED, origins=Origin.SCRAPED_PUBLIC))
    second = Procedure(stage, cast)
    second.in_notice(asked=Right.OPERATE, passed=Right.OPERATE)
    stage.on("2026-08-20")
    mark = stage.mark()
    first.anchor()
    with stage.refused("RawScrapedData"):
        second.anchor(siblings=[first.entry])
    stage.rewind(mark)
    second.anchor()
    with stage.refused("RawScrapedData"):
        first.anchor(siblings=[first.entry])


def test_a_later_case_adds_to_what_the_folio_says(stage: Stage, cast: Cast) -> None:
    """Rule 44: facts add up, the strictest stands."""
    first = Procedure(stage, cast).in_notice(
        asked=Right.HOLD, passed=Right.HOLD, claim=replace(COLLECTED, limits=Limit.NO_RESALE)
    )
    second = Procedure(stage, cast)
    claim = replace(
        COLLECTED,
        opinion=opined(second),
        origins=Origin.CONTRACT,
        limits=Limit.NO_RESALE | Limit.NOT_API,
        sensitivity=Sensitivity.PERSONAL,
        bases=Basis.COMPLIANCE_OPINION,
        source_until=day("2030-01-01"),
    )
    second.in_notice(asked=Right.USE, passed=Right.USE, claim=claim)
    third = Procedure(stage, cast)
    earlier = replace(COLLECTED, limits=Limit.NO_RESALE, source_until=day("2029-01-01"))
    third.in_notice(asked=Right.OPERATE, passed=Right.OPERATE, claim=earlier)
    stage.on("2026-08-20")
    first.anchor()
    second.anchor(siblings=[first.entry])
    assert second.head.source_until == day("2030-01-01")
    third.anchor(siblings=[first.entry])
    head = third.head
    assert head.origins == Origin.COLLECTED | Origin.CONTRACT
    assert head.limits == Limit.NO_RESALE | Limit.NOT_API
    assert (head.sensitivity, head.bases) == (Sensitivity.PERSONAL, Basis.COMPLIANCE_OPINION)
    assert head.source_until == day("2029-01-01")
    assert head.edition == 3


def test_a_source_that_ends_later_does_not_move_the_earliest_end(stage: Stage, cast: Cast) -> None:
    """Rule 45."""
    first = Procedure(stage, cast)
    first.in_notice(asked=Right.HOLD, passed=Right.HOLD, claim=replace(COLLECTED, source_until=day("2029-01-01")))
    second = Procedure(stage, cast)
    second.in_notice(asked=Right.USE, passed=Right.USE, claim=replace(COLLECTED, source_until=day("2030-01-01")))
    third = Procedure(stage, cast).in_notice(asked=Right.OPERATE, passed=Right.OPERATE)
    stage.on("2026-08-20")
    first.anchor()
    second.anchor(siblings=[first.entry])
    third.anchor(siblings=[first.entry])
    assert third.head.source_until == day("2029-01-01")


# ------------------------------------------------------------------------------------------------ after a lapse


def lapsed(stage: Stage, cast: Cast) -> Procedure:
    """Registered for a few days, and over."""
    case = Procedure(stage, cast).registered("2026-08-11", until="2026-08-31")
    stage.on("2026-09-01")
    return case


def test_a_lapsed_right_is_registered_again_in_its_folio(stage: Stage, cast: Cast) -> None:
    """Rules 11, 32, SM-2: only by a new 初次; the journal goes on."""
    case = lapsed(stage, cast)
    lines = stage.journal(case.entry).lines
    assert case.head.status == (SlotStatus.ACTIVE,) * 3
    again = Procedure(stage, cast).registered("2026-09-09", until="2031-09-08", siblings=[case.entry])
    assert again.entry == case.entry
    assert again.head.until == (day("2031-09-08"),) * 3
    assert stage.journal(case.entry).lines > lines


def test_on_its_last_day_a_right_is_still_registered(stage: Stage, cast: Cast) -> None:
    """Rules 11, 28."""
    case = Procedure(stage, cast).registered("2026-08-11", until="2026-08-31")
    stage.on("2026-08-31", "23:59")
    with stage.refused("AlreadyRegistered"):
        case.submit()
    stage.on("2026-09-01", "00:00")
    case.submit()


def test_only_its_last_holder_registers_a_lapsed_right_in_that_folio(stage: Stage, cast: Cast) -> None:
    """Rule 11."""
    case = lapsed(stage, cast)
    word = 7 << 7 | cast.second.number << 13 | cast.registrar.number << 37
    with stage.refused("NotTheLastHolder", right=0, holder=cast.holder):
        terms = (case.entry, case.folio, word, COLLECTED, 2, DOCUMENT, DOCUMENT, DOCUMENT)
        stage.file([cast.second.one], [("submit", *terms)])


def test_burdens_stay_across_lapse_and_registration(stage: Stage, cast: Cast) -> None:
    """Rules 11, 39: a dispute is not shed by letting the right lapse."""
    case = Procedure(stage, cast).registered("2026-08-11", until="2026-08-31")
    dispute = case.disputed()
    stage.on("2026-09-01")
    again = Procedure(stage, cast).in_notice()
    stage.on("2026-09-09")
    with stage.refused("BurdenListIncomplete", listed=0, unclosed=1):
        again.anchor("2031-09-08", siblings=[case.entry])
    again.anchor("2031-09-08", burdens=[dispute], siblings=[case.entry])
    assert again.head.burdens == 1


def test_a_burden_that_forbids_updates_stops_a_registration(stage: Stage, cast: Cast) -> None:
    """Rule 39: what a dispute forbids is a parameter; its party may consent."""
    set_parameters(stage, cast, dispute_effects=Effect.UPDATE)
    case = Procedure(stage, cast).registered("2026-08-11", asked=Right.HOLD | Right.USE)
    dispute = case.disputed(Right.OPERATE | Right.USE)
    more = Procedure(stage, cast).in_notice(asked=Right.OPERATE, passed=Right.OPERATE)
    stage.on("2026-08-20")
    with stage.refused("Burdened", entry=case.entry, number=dispute, kind=BurdenKind.DISPUTE):
        more.anchor(burdens=[dispute], siblings=[case.entry])
    consenting = [*cast.registrar.pair, cast.objector.one]
    more.anchor(burdens=[dispute], siblings=[case.entry], by=consenting)


def test_a_burden_on_other_rights_stops_nothing(stage: Stage, cast: Cast) -> None:
    """Rule 39."""
    set_parameters(stage, cast, dispute_effects=Effect.UPDATE)
    case = Procedure(stage, cast).registered("2026-08-11", asked=Right.HOLD | Right.USE)
    dispute = case.disputed(Right.HOLD)
    more = Procedure(stage, cast).in_notice(asked=Right.OPERATE, passed=Right.OPERATE)
    stage.on("2026-08-20")
    more.anchor(burdens=[dispute], siblings=[case.entry])


def test_a_waived_notice_needs_no_waiting(stage: Stage, cast: Cast) -> None:
    """Rules 25, 40."""
    case = Procedure(stage, cast).under_review(flags=CaseFlag.WAIVER_ASKED)
    case.waive()
    case.anchor("2031-08-02")
    assert case.head.until == (day("2031-08-02"),) * 3
