"""External filings: one person enters, another finds them true; only then is a security perfected, from the time of the filing."""

from typing import Any

import pytest

from ledger_api.domain.words import (
    BurdenState,
    FilingAct,
    FilingStatus,
    FilingVenue,
    MismatchReason,
    Power,
    Right,
    SecurityFlag,
    SecurityState,
)
from tests.contracts.circumstances import registrar_of, suspend_accreditation
from tests.contracts.loans import FILED, Lenders, Loans
from tests.contracts.procedure import DOCUMENT, SHA256, Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day, instant

AMEND, EXTEND, CANCEL = FilingAct.AMEND, FilingAct.EXTEND, FilingAct.CANCEL


@pytest.fixture
def number(stage: Stage, loans: Loans, lenders: Lenders) -> int:
    """The loan of SC1, recorded on 31 August; it is 2 September."""
    found = loans.recorded(guarantor=lenders.guarantor)
    stage.on("2026-09-02", "14:00")
    return found


# ------------------------------------------------------------------------------------------------ perfection


def test_scenario_1_a_loan_is_perfected_when_its_filing_is_found_true(stage: Stage, loans: Loans, number: int) -> None:
    """SC1, rules 3, 67, 68: recorded without rank; perfected as of 10:31:22 on 2 September, until 1 September 2029."""
    assert loans.security(number).state == SecurityState.RECORDED
    loans.importing(number, sequence=7)
    imported, security = loans.filing(number), loans.security(number)
    assert (imported.status, imported.importer) == (FilingStatus.UNVERIFIED, loans.registrar.reviewer.number)
    assert (security.state, security.filed_at) == (SecurityState.RECORDED, 0)
    edition = loans.head.edition
    line = loans.perfect(number, sequence=7).line("SecurityPerfected")
    security = loans.security(number)
    assert line["security"] == security
    assert (security.state, security.venue) == (SecurityState.PERFECTED, FilingVenue.ZDW_CAT7)
    assert (security.filed_at, security.sequence) == (instant("2026-09-02", "10:31") + 22, 7)
    assert security.until == day("2029-09-01")
    assert loans.filing(number).status == FilingStatus.VERIFIED
    assert loans.head.edition == edition


def test_scenario_7_order_of_recording_is_not_rank(stage: Stage, loans: Loans, lenders: Lenders) -> None:
    """SC7, rules 67, 68: recorded second, filed first; the facts show it, whatever the numbers."""
    first = loans.recorded()
    stage.on("2026-09-05")
    second = loans.recorded(bank=lenders.second, burdens=[first])
    loans.perfected(second, filed_at=instant("2026-09-01", "16:00"))
    loans.perfected(first)
    assert first < second
    assert loans.security(second).filed_at < loans.security(first).filed_at


def test_scenario_7_a_filing_that_does_not_fit_perfects_nothing(stage: Stage, loans: Loans, number: int) -> None:
    """SC7, rule 67: the description leaves out number and fingerprint."""
    loans.importing(number)
    line = loans.reject(number).line("FilingMismatched")
    assert line["code"] == MismatchReason.DESCRIPTION
    assert (loans.filing(number).status, loans.security(number).state) == (
        FilingStatus.MISMATCH,
        SecurityState.RECORDED,
    )
    with stage.refused("FilingNotPending"):
        loans.perfect(number)
    loans.perfected(number)


def test_a_filing_may_be_older_than_the_record(stage: Stage, loans: Loans, number: int) -> None:
    """Rules 67, 124: a fact from outside has its own time."""
    loans.perfected(number, filed_at=instant("2025-01-01"))
    assert loans.security(number).filed_at == instant("2025-01-01")


def test_whoever_entered_a_filing_does_not_find_it_true(stage: Stage, cast: Cast, lenders: Lenders) -> None:
    """Rule 3: nor that it does not fit, nor a machine, nor one without APPROVE, nor somebody of another party."""
    both = Power.REVIEW | Power.RECORD | Power.APPROVE
    officers = {
        "reviewer": both, "approver": Power.APPROVE, "machine": both | Power.MACHINE, "clerk": Power.REVIEW | Power.RECORD
    }  # fmt: skip
    registrar = registrar_of(stage, cast, officers, 540)
    loans = Loans(Procedure(stage, cast, registrar=registrar).registered("2026-08-20"), lenders)
    number = loans.recorded()
    stage.on("2026-09-02", "14:00")
    loans.importing(number)
    for by in ([registrar.reviewer], [registrar.machine], [registrar.clerk], [cast.registrar.approver]):
        for act in (loans.perfect, loans.reject):
            with stage.refused("VerifierMissing", registrar=registrar, importer=registrar.reviewer):
                act(number, by=by)
    mark = stage.mark()
    loans.perfect(number, by=[registrar.reviewer, registrar.approver])
    stage.rewind(mark)
    loans.importing(number, by=[registrar.machine])
    loans.perfect(number, by=[registrar.reviewer])


def test_a_suspended_registrar_enters_and_finds_nothing(stage: Stage, cast: Cast, loans: Loans, number: int) -> None:
    """Rule 4."""
    loans.importing(number)
    suspend_accreditation(stage, cast, cast.registrar)
    for act in (loans.importing, loans.perfect, loans.reject):
        with stage.refused("NotAccredited", party=cast.registrar):
            act(number)


def test_entering_takes_an_officer_who_records(
    stage: Stage, cast: Cast, lenders: Lenders, loans: Loans, number: int
) -> None:
    """Rule 3: the creditor does not perfect its own security."""
    for by in ([cast.registrar.approver], [lenders.bank.one]):
        with stage.refused("AssentMissing", party=cast.registrar, power=Power.RECORD):
            loans.importing(number, by=by)


@pytest.mark.parametrize(
    "filing",
    [
        {"venue": FilingVenue.ZDW_CAT4},
        {"filed_at": FILED.filed_at + 1},
        {"sequence": 1},
        {"until": FILED.until + 1},
        {"kind": AMEND},
    ],
    ids=str,
)
def test_the_second_person_states_the_same_facts(
    stage: Stage, loans: Loans, number: int, filing: dict[str, Any]
) -> None:
    """Rules 3, 67."""
    loans.importing(number)
    with stage.refused("FilingDiffers"):
        loans.perfect(number, **filing)


@pytest.mark.parametrize("paper", ["number", "description", "proof"])
def test_the_second_person_has_the_same_papers(stage: Stage, loans: Loans, number: int, paper: str) -> None:
    """Rules 3, 67."""
    loans.importing(number)
    with stage.refused("FilingDiffers"):
        loans.perfect(number, papers=loans.evidence(**{paper: b"\1" * 32}))


@pytest.mark.parametrize("paper", ["number", "description", "proof"])
def test_a_filing_has_papers(stage: Stage, loans: Loans, number: int, paper: str) -> None:
    """Rule 67."""
    with stage.refused("DigestMissing"):
        loans.importing(number, papers=loans.evidence(**{paper: bytes(32)}))


@pytest.mark.parametrize("alg", [0, 4])
def test_papers_of_a_filing_say_how_they_were_hashed(stage: Stage, loans: Loans, number: int, alg: int) -> None:
    """Rule 123."""
    with stage.refused("UnknownAlgorithm", alg=alg):
        loans.importing(number, papers=loans.evidence(alg=alg))


@pytest.mark.parametrize(
    "filing",
    [
        {"kind": FilingAct.NONE},
        {"kind": 5},
        {"venue": FilingVenue.NONE},
        {"venue": 13},
        {"status": FilingStatus.VERIFIED},
        {"importer": 1},
        {"papers": None},
        {"filed_at": 0},
        {"filed_at": instant("2026-09-02", "15:00")},
        {"until": day("2026-09-01")},
    ],
    ids=str,
)
def test_an_entry_is_whole_and_of_the_past(stage: Stage, loans: Loans, number: int, filing: dict[str, Any]) -> None:
    """Rules 67, 71, 124."""
    word = FILED
    values = {name: getattr(FILED, name) for name in ("kind", "venue", "filed_at", "sequence", "until")} | filing
    if "papers" in values:
        values["papers"] = 1
    word = type(FILED)(**values)
    with stage.refused("FilingNotValid"):
        stage.file([loans.registrar.reviewer], [("importFiling", loans.entry, number, word, loans.evidence())])


def test_an_entry_with_spare_bits_is_refused(stage: Stage, loans: Loans, number: int) -> None:
    """Rule 67."""
    word = FILED.encode() | 1 << 255
    with stage.refused("FilingNotValid"):
        stage.file([loans.registrar.reviewer], [("importFiling", loans.entry, number, word, loans.evidence())])


def test_a_filing_of_this_very_day_is_entered(stage: Stage, loans: Loans, number: int) -> None:
    """Rules 67, 71: at the edges."""
    loans.perfected(number, filed_at=stage.now, until=stage.today)


def test_a_filing_may_be_entered_again_until_it_is_found_true(stage: Stage, loans: Loans, number: int) -> None:
    """Rule 3: whoever entered last is the one who may not approve."""
    loans.importing(number, sequence=1)
    loans.importing(number, by=[loans.registrar.reviewer2], sequence=2)
    assert loans.filing(number).importer == loans.registrar.reviewer2.number
    loans.perfect(number, sequence=2)
    with stage.refused("WrongSecurityState", state=SecurityState.PERFECTED):
        loans.importing(number)


def test_each_kind_of_filing_has_its_own_act(stage: Stage, loans: Loans, number: int) -> None:
    """Rule 67."""
    loans.importing(number)
    with stage.refused("FilingNotValid"):
        loans.verify(number, FilingAct.INITIAL)
    loans.perfect(number)
    loans.importing(number, kind=AMEND)
    with stage.refused("FilingNotValid"):
        loans.perfect(number, kind=AMEND)


@pytest.mark.parametrize("kind", [AMEND, EXTEND, CANCEL])
def test_what_is_not_perfected_has_no_later_filing(stage: Stage, loans: Loans, number: int, kind: int) -> None:
    """Rule 67."""
    with stage.refused("WrongSecurityState", state=SecurityState.RECORDED):
        loans.importing(number, kind=kind)


def test_an_amendment_changes_no_time(stage: Stage, loans: Loans, number: int) -> None:
    """Rule 68."""
    loans.perfected(number)
    security = loans.security(number)
    loans.filed(number, AMEND, filed_at=stage.now, until=day("2035-01-01"))
    assert loans.security(number) == security
    assert (loans.filing(number).kind, loans.filing(number).status) == (AMEND, FilingStatus.VERIFIED)


def test_a_later_filing_is_not_older_than_the_first(stage: Stage, loans: Loans, number: int) -> None:
    """Rule 71."""
    loans.perfected(number)
    with stage.refused("FilingNotLater"):
        loans.importing(number, kind=AMEND, filed_at=FILED.filed_at - 1)


@pytest.mark.parametrize("code", [MismatchReason.NONE, MismatchReason.PROOF + 1])
def test_a_mismatch_has_a_reason(stage: Stage, loans: Loans, number: int, code: int) -> None:
    """Rule 67."""
    loans.importing(number)
    with stage.refused("SecurityCodeUnknown", code=code):
        loans.reject(number, code)
    loans.reject(number, MismatchReason.PROOF)


# ------------------------------------------------------------------------------------------------ terms


def test_a_filing_is_extended_before_it_ends(stage: Stage, loans: Loans, number: int) -> None:
    """Rule 71: the first time stays."""
    loans.perfected(number, until=day("2026-10-02"))
    stage.on("2026-10-02", "23:00")
    loans.filed(number, EXTEND, filed_at=stage.now, until=day("2026-10-03"))
    security = loans.security(number)
    assert (security.filed_at, security.until) == (FILED.filed_at, day("2026-10-03"))


def test_an_extension_after_the_end_extends_nothing(stage: Stage, loans: Loans, number: int) -> None:
    """Rule 71."""
    loans.perfected(number, until=day("2026-10-02"))
    stage.on("2026-10-03", "00:30")
    with stage.refused("FilingNotLater", day=day("2026-10-02")):
        loans.importing(number, kind=EXTEND, filed_at=stage.now)


def test_an_extension_extends(stage: Stage, loans: Loans, number: int) -> None:
    """Rule 71."""
    loans.perfected(number, until=day("2026-10-02"))
    with stage.refused("FilingNotLater"):
        loans.importing(number, kind=EXTEND, until=day("2026-10-02"))


def test_an_extension_in_time_entered_after_a_lapse_restores_the_first_time(
    stage: Stage, loans: Loans, number: int
) -> None:
    """Rule 71: what was filed in time never lapsed."""
    loans.perfected(number, until=day("2026-10-02"))
    stage.on("2026-10-03")
    loans.lapse(number)
    loans.filed(number, EXTEND, filed_at=instant("2026-10-02"))
    security = loans.security(number)
    assert (security.state, security.filed_at) == (SecurityState.PERFECTED, FILED.filed_at)


def test_a_lapse_comes_when_the_term_is_over(stage: Stage, loans: Loans, number: int) -> None:
    """Rule 71: by legal time and by block time; the burden stays."""
    loans.perfected(number, until=day("2026-10-02"))
    edition = loans.head.edition
    stage.on("2026-10-02", "23:50")
    for at in (0, instant("2026-10-03", "00:04")):
        with stage.refused("TermRunning", lastDay=day("2026-10-02")):
            loans.lapse(number, at=at)
    stage.on("2026-10-03", "00:00")
    with stage.refused("TermRunning"):
        loans.lapse(number, at=instant("2026-10-02", "23:59"))
    loans.lapse(number)
    assert loans.security(number).state == SecurityState.LAPSED
    assert loans.burden(number).state == BurdenState.OPEN
    assert (loans.head.burdens, loans.head.edition) == (1, edition)


def test_what_lapsed_is_perfected_anew_with_a_new_time(stage: Stage, loans: Loans, number: int) -> None:
    """Rules 68, 71: never with the old one."""
    loans.perfected(number, until=day("2026-10-02"))
    stage.on("2026-10-05")
    loans.lapse(number)
    for filed_at in (FILED.filed_at, instant("2026-10-02", "23:59")):
        with stage.refused("FilingNotLater"):
            loans.importing(number, filed_at=filed_at)
    loans.perfected(number, filed_at=instant("2026-10-03", "00:00"))
    assert loans.security(number).filed_at == instant("2026-10-03", "00:00")


def test_a_term_does_not_end_before_it_begins(stage: Stage, loans: Loans, number: int) -> None:
    """Rule 71: even where legal time runs a little ahead of the block."""
    stage.on("2026-09-02", "23:55")
    with stage.refused("FilingNotLater"):
        loans.importing(
            number, filed_at=instant("2026-09-03", "00:01"), until=stage.today, at=instant("2026-09-03", "00:02")
        )


def test_only_what_is_perfected_lapses(stage: Stage, loans: Loans, number: int) -> None:
    """Rule 71."""
    with stage.refused("WrongSecurityState", state=SecurityState.RECORDED):
        loans.lapse(number)


# ------------------------------------------------------------------------------------------------ not perfected in time


def test_what_is_not_perfected_in_ten_working_days_may_be_voided_by_anybody(
    stage: Stage, loans: Loans, number: int
) -> None:
    """Rule 67: recorded 31 August, ten working days end on 14 September; the edition stays, for anybody may do it."""
    edition = loans.head.edition
    stage.on("2026-09-14", "23:50")
    for at in (0, instant("2026-09-15", "00:04")):
        with stage.refused("TermRunning", lastDay=day("2026-09-14")):
            loans.void(number, at=at)
    stage.on("2026-09-15", "00:00")
    with stage.refused("TermRunning"):
        loans.void(number, at=instant("2026-09-14", "23:59"))
    line = loans.void(number).line("SecurityVoided")
    assert (line["security"].state, line["burden"].state) == (SecurityState.VOIDED, BurdenState.CLOSED)
    assert loans.security(number).closed == stage.today
    assert (loans.head.burdens, loans.head.edition) == (0, edition)


def test_a_voided_security_revives_only_as_a_new_record(stage: Stage, loans: Loans, number: int) -> None:
    """Rule 67."""
    stage.on("2026-09-15")
    loans.void(number)
    with stage.refused("WrongSecurityState", state=SecurityState.VOIDED):
        loans.importing(number)
    with stage.refused("WrongSecurityState", state=SecurityState.VOIDED):
        loans.void(number)
    assert loans.recorded() != number


def test_a_perfected_security_is_not_voided(stage: Stage, loans: Loans, number: int) -> None:
    """Rule 67."""
    loans.perfected(number)
    stage.on("2026-12-01")
    with stage.refused("WrongSecurityState", state=SecurityState.PERFECTED):
        loans.void(number)


# ------------------------------------------------------------------------------------------------ order


def test_nothing_is_done_before_the_last_act(stage: Stage, loans: Loans, number: int) -> None:
    """Rule 124."""
    loans.importing(number)
    with stage.refused("OutOfOrder"):
        loans.perfect(number, at=instant("2026-09-02", "13:59"))


def test_a_number_that_is_no_security_is_refused(stage: Stage, loans: Loans, number: int) -> None:
    """Rule 67: other dependants of the entry have numbers of the same kind."""
    for other in (1, loans.case.disputed(Right.HOLD)):
        with stage.refused("NoSuchSecurity", number=other):
            loans.importing(other)


def test_a_security_may_be_recorded_and_its_filing_entered_at_once(
    stage: Stage, loans: Loans, lenders: Lenders
) -> None:
    """A number counted back from the end of the journal is made absolute."""
    number = loans.recorded()
    stage.on("2026-09-02", "14:00")
    facts = (FILED, loans.evidence())
    lines = stage.journal(loans.entry).lines
    back = 0x800000 | (lines + 1 - number)
    stage.file([loans.registrar.reviewer], [("importFiling", loans.entry, back, *facts)])
    assert loans.filing(number).status == FilingStatus.UNVERIFIED


def test_a_mismatch_has_a_document(stage: Stage, loans: Loans, number: int) -> None:
    """Rule 123."""
    loans.importing(number)
    terms = ("rejectFiling", loans.entry, number, MismatchReason.PROOF)
    with stage.refused("DigestMissing"):
        stage.file([loans.registrar.approver], [(*terms, SHA256, bytes(32))])
    with stage.refused("UnknownAlgorithm"):
        stage.file([loans.registrar.approver], [(*terms, 4, DOCUMENT)])


def test_a_cancelled_filing_is_noted_after_a_release(stage: Stage, loans: Loans, number: int) -> None:
    """Rule 90."""
    loans.perfected(number)
    with stage.refused("WrongSecurityState", state=SecurityState.PERFECTED):
        loans.importing(number, kind=CANCEL)
    loans.release(number)
    loans.filed(number, CANCEL, until=0)
    assert loans.security(number).flags & SecurityFlag.CANCEL_FILED
    assert loans.security(number).state == SecurityState.RELEASED
