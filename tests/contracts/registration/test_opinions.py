"""Personal and important data are registered on a compliance opinion in force, from submission to anchoring (rule 20)."""

from dataclasses import replace

import pytest

from ledger_api.domain.words import (
    AccreditationKind,
    AttestationKind,
    Basis,
    Claim,
    Headline,
    Power,
    Right,
    Role,
    Sensitivity,
)
from tests.contracts.attestations.reports import OPINION, Reports, attestor, opined
from tests.contracts.circumstances import amend
from tests.contracts.later import Later
from tests.contracts.procedure import ALL, COLLECTED, DOCUMENT, SHA256, Procedure
from tests.contracts.stage import Cast, Player, Stage
from tests.contracts.stage.cast import FOR_EVER, REVIEWER, accredit
from tests.contracts.stage.stage import day

PERSONAL = replace(COLLECTED, sensitivity=Sensitivity.PERSONAL, bases=Basis.COMPLIANCE_OPINION)


@pytest.fixture
def firm(stage: Stage, cast: Cast) -> Player:
    """A law firm that also measures quality."""
    return attestor(stage, cast, AccreditationKind.LAW_FIRM, AccreditationKind.QUALITY_LAB, first_account=260)


@pytest.fixture
def reports(stage: Stage, cast: Cast, firm: Player) -> Reports:
    """What it says of a folio that was opened."""
    return Reports(Procedure(stage, cast).opened(), firm)


def relying(number: int) -> Claim:
    """Data of persons, on an opinion."""
    return replace(PERSONAL, opinion=number)


@pytest.mark.parametrize("kind", [Sensitivity.PERSONAL, Sensitivity.SENSITIVE, Sensitivity.IMPORTANT])
def test_sensitive_data_are_applied_for_on_an_opinion(stage: Stage, cast: Cast, kind: Sensitivity) -> None:
    """Rule 20."""
    case = Procedure(stage, cast).opened()
    claim = replace(PERSONAL, sensitivity=kind)
    with stage.refused("AttestationNotUsable", entry=case.entry, number=0):
        case.submit(claim=claim)
    case.submit(claim=replace(claim, opinion=opined(case)))


def test_the_opinion_is_one_on_compliance_that_passed(stage: Stage, reports: Reports) -> None:
    """Rule 20."""
    case = reports.case
    quality = reports.attested(OPINION, kind=AttestationKind.QUALITY)
    failed = reports.attested(OPINION, headline=Headline.NOT_PASSED)
    for number in (quality, failed, 77):
        with stage.refused("AttestationNotUsable", number=number):
            case.submit(claim=relying(number))
        with stage.refused("AttestationNotUsable", number=number):
            case.submit(claim=replace(COLLECTED, opinion=number))  # one that is named serves, whether or not it must


def test_an_opinion_given_in_the_same_filing_is_named_relatively(stage: Stage, cast: Cast, reports: Reports) -> None:
    case, word = reports.case, replace(OPINION, attestor=reports.body.number)
    kase = (replace(Later(case).kase(), asked=Right(ALL)), relying(0x800000 | 1))
    acts = [
        ("attest", case.entry, case.folio, word, SHA256, DOCUMENT, DOCUMENT),
        ("submit", case.entry, case.folio, *kase, SHA256, DOCUMENT, DOCUMENT, DOCUMENT),
    ]
    done = stage.file([cast.holder.one, reports.body.one], acts)
    assert done.line("Submitted")["claim"].opinion == done.line("Attested").number


def test_it_is_still_in_force_at_anchoring(stage: Stage, reports: Reports) -> None:
    """Rules 20, 118: not when it was taken back meanwhile."""
    number = reports.attested(OPINION)
    case = reports.case.in_notice(claim=relying(number))
    stage.on("2026-08-20")
    reports.revoke(number)
    with stage.refused("AttestationNotUsable", number=number):
        case.anchor()


def test_nor_when_it_ran_out(stage: Stage, reports: Reports) -> None:
    """Rule 20."""
    case = reports.case.in_notice(claim=relying(reports.attested(OPINION, until=day("2026-08-19"))))
    stage.on("2026-08-20")
    with stage.refused("AttestationNotUsable"):
        case.anchor()


def test_the_registrar_that_decides_gives_no_opinion_on_it(stage: Stage, cast: Cast) -> None:
    """Rule 6: it may have given one before anybody applied to it."""
    roles = Role.REGISTRAR | Role.EXCHANGE | Role.ATTESTOR
    amend(stage, cast, cast.registrar, roles=roles)
    accredit(stage, cast.operator, cast.registrar, AccreditationKind.LAW_FIRM)
    case = Procedure(stage, cast).opened()
    reviewer = cast.registrar.reviewer
    stage.file(cast.operator.both, [("empower", reviewer, REVIEWER | Power.ATTEST, FOR_EVER, SHA256, DOCUMENT)])
    number = Reports(case, cast.registrar).attested(OPINION, by=[reviewer, cast.holder.one])
    case.in_notice(claim=relying(number))
    stage.on("2026-08-20")
    with stage.refused("AttestationNotUsable", number=number):
        case.anchor()


def test_a_corrected_application_relies_on_one_too(stage: Stage, reports: Reports) -> None:
    """Rule 20."""
    case = reports.case.submitted()
    case.request_correction("2026-08-28")
    with stage.refused("AttestationNotUsable", number=0):
        case.resubmit(claim=PERSONAL)
    case.resubmit(claim=relying(reports.attested(OPINION)))


def test_so_does_a_change_when_it_is_applied_for_and_completed(stage: Stage, cast: Cast, reports: Reports) -> None:
    """Rule 20."""
    later = Later(reports.case.registered())
    with stage.refused("AttestationNotUsable", number=0):
        later.change(PERSONAL)
    number = reports.attested(OPINION)
    later.change(relying(number))
    later.decided()
    mark = stage.mark()
    reports.revoke(number)
    with stage.refused("AttestationNotUsable", number=number):
        later.complete_change()
    stage.rewind(mark)
    later.complete_change()


def test_and_a_correction(stage: Stage, cast: Cast, reports: Reports) -> None:
    """Rule 20."""
    later = Later(reports.case.registered())
    with stage.refused("AttestationNotUsable", number=0):
        later.correct(PERSONAL)
    later.correct(relying(reports.attested(OPINION)))
