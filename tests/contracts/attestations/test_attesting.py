"""Attesting: who may say something of whose data, and what a whole attestation is."""

from dataclasses import replace
from typing import Any

import pytest

from ledger_api.domain.words import (
    AccreditationKind,
    Algorithm,
    Attestation,
    AttestationKind,
    AttestationPurpose,
    AttestationState,
    Headline,
    Power,
    Right,
    Role,
)
from tests.contracts.attestations.reports import VALUATION, Reports, attestor
from tests.contracts.circumstances import amend, identity_expires, join, mandate, suspend_accreditation
from tests.contracts.procedure import KECCAK, Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day, instant

OPINION = replace(
    VALUATION,
    kind=AttestationKind.COMPLIANCE,
    headline=Headline.PASSED,
    purpose=AttestationPurpose.NONE,
    rights=Right(0),
)


def test_a_valuation_by_two_appraisers_is_in_force_at_once(stage: Stage, reports: Reports) -> None:
    """Rules 6, 80: an opened folio suffices, before any application."""
    line = reports.attest().line("Attested")
    word = reports.word(line.number)
    assert word == line["attestation"]
    assert (word.kind, word.state, word.attestor) == (
        AttestationKind.VALUATION, AttestationState.ACTIVE, reports.body.number,
    )  # fmt: skip
    assert (word.signer, word.issued, word.successor) == (reports.body.one.number, stage.today, 0)
    assert word.since == line["at"]
    assert (word.base, word.until) == (VALUATION.base, VALUATION.until)
    assert line["ref"] == line.number


def test_a_valuation_by_one_appraiser_waits_for_another(reports: Reports) -> None:
    """Rule 80: statutory appraisals are signed by two."""
    number = reports.attested(by=[reports.body.one, reports.case.filer.one])
    assert reports.word(number).state == AttestationState.ISSUED
    reports.countersign(number)
    assert reports.word(number).state == AttestationState.ACTIVE


def test_an_opinion_by_one_lawyer_is_in_force_at_once(stage: Stage, cast: Cast, reports: Reports) -> None:
    firm = attestor(stage, cast, AccreditationKind.LAW_FIRM, first_account=250)
    opinions = Reports(reports.case, firm)
    number = opinions.attested(OPINION, by=[firm.one, cast.holder.one], commitment=bytes(32))
    assert opinions.word(number).state == AttestationState.ACTIVE


def test_attesting_leaves_the_head_alone(stage: Stage, cast: Cast) -> None:
    case = Procedure(stage, cast).registered()
    head = case.head
    Reports.on(stage, cast, case).attest()
    assert case.head == head


@pytest.mark.parametrize(
    "kind, accreditation",
    [
        (AttestationKind.VALUATION, AccreditationKind.APPRAISAL_FILING),
        (AttestationKind.QUALITY, AccreditationKind.QUALITY_LAB),
        (AttestationKind.COMPLIANCE, AccreditationKind.LAW_FIRM),
        (AttestationKind.SECURITY, AccreditationKind.SECURITY_LAB),
        (AttestationKind.ACCOUNTING, AccreditationKind.ACCOUNTING_FIRM),
        (AttestationKind.CAPABILITY, AccreditationKind.CAPABILITY_BODY),
        (AttestationKind.ETHICS, AccreditationKind.ETHICS_BOARD),
        (AttestationKind.LEGAL_TITLE, AccreditationKind.LAW_FIRM),
        (AttestationKind.RECHARACTERISATION, AccreditationKind.LAW_FIRM),
    ],
)
def test_each_kind_takes_its_own_licence_to_practise(
    stage: Stage, cast: Cast, reports: Reports, kind: AttestationKind, accreditation: AccreditationKind
) -> None:
    """Rule 6: all other licences together do not do."""
    others = [each for each in AccreditationKind if each not in {AccreditationKind.NONE, accreditation}]
    stranger = Reports(reports.case, attestor(stage, cast, *others, first_account=250))
    with stage.refused("NotAccredited", party=stranger.body, kind=accreditation):
        stranger.attest(kind=kind)
    licensed = Reports(reports.case, attestor(stage, cast, accreditation, first_account=260))
    licensed.attest(kind=kind)


def test_an_attestor_has_the_role(stage: Stage, cast: Cast, reports: Reports) -> None:
    """Rule 6."""
    amend(stage, cast, reports.body, roles=Role.MERCHANT)
    with stage.refused("NotEntitled", party=reports.body, role=Role.ATTESTOR):
        reports.attest()


def test_an_attestor_whose_identity_expired_attests_nothing(stage: Stage, cast: Cast, reports: Reports) -> None:
    """Rule 1."""
    identity_expires(stage, cast, reports.body)
    with stage.refused("IdentityExpired", party=reports.body):
        reports.attest()


# ------------------------------------------------------------------------------------------------ persons


@pytest.mark.parametrize("officer", ["machine", "clerk"])
def test_only_a_person_with_the_power_attests(stage: Stage, reports: Reports, officer: str) -> None:
    """Rule 6."""
    with stage.refused("NoAttestingPerson", attestor=reports.body):
        reports.attest(by=[getattr(reports.body, officer), reports.case.filer.one])


def test_a_machine_is_no_second_appraiser(reports: Reports) -> None:
    """Rule 80."""
    number = reports.attested(by=[reports.body.one, reports.body.machine, reports.case.filer.one])
    assert reports.word(number).state == AttestationState.ISSUED


def test_nobody_attests_for_another(stage: Stage, cast: Cast, reports: Reports) -> None:
    """Rule 6: not even another appraiser with a mandate."""
    other = attestor(stage, cast, AccreditationKind.APPRAISAL_FILING, first_account=250)
    mandate(stage, replace(reports.body, officers={"clerk": reports.body.clerk}), other, Power.ATTEST)
    with stage.refused("NoAttestingPerson", attestor=reports.body):
        reports.attest(by=[other.one, other.two, reports.case.filer.one])


# ------------------------------------------------------------------------------------------------ whose data


def test_a_stranger_writes_into_nobodys_journal(stage: Stage, cast: Cast, reports: Reports) -> None:
    """Rule 6: before registration the applicant lets it in."""
    with stage.refused("AssentMissing", party=cast.holder, power=Power.FILE):
        reports.attest(by=reports.body.both)
    with stage.refused("AssentMissing", party=cast.holder, power=Power.FILE):
        reports.attest(by=[*reports.body.both, cast.buyer.one])


def test_an_entry_is_not_passed_off_as_anothers(stage: Stage, cast: Cast, reports: Reports) -> None:
    """Rule 6: or its own applicant could let anybody into another's folio."""
    alg, root, _ = reports.case.folio
    with stage.refused("NotThisEntry", entry=reports.case.entry):
        reports.attest(by=[*reports.body.both, cast.buyer.one], folio=(alg, root, cast.buyer.number))


def test_an_entry_that_was_never_opened_has_no_attestations(stage: Stage, cast: Cast, reports: Reports) -> None:
    with stage.refused("NoSuchEntry"):
        Reports(Procedure(stage, cast, root=bytes(31) + b"\x07"), reports.body).attest()


def test_after_registration_the_registrar_may_let_it_in(stage: Stage, cast: Cast) -> None:
    """Rules 4, 6."""
    reports = Reports.on(stage, cast, Procedure(stage, cast).registered())
    reports.attest(by=[*reports.body.both, cast.registrar.reviewer])
    with stage.refused("AssentMissing", party=cast.registrar, power=Power.RECORD):
        reports.attest(by=[*reports.body.both, cast.registrar.approver])
    suspend_accreditation(stage, cast, cast.registrar)
    with stage.refused("NotAccredited", party=cast.registrar):
        reports.attest(by=[*reports.body.both, cast.registrar.reviewer])
    reports.attest()  # the holder


def test_before_registration_no_registrar_lets_it_in(stage: Stage, cast: Cast, reports: Reports) -> None:
    with stage.refused("AssentMissing", party=cast.holder):
        reports.attest(by=[*reports.body.both, cast.registrar.reviewer])


def test_nobody_attests_what_it_applied_for(stage: Stage, cast: Cast, reports: Reports) -> None:
    """Rule 6."""
    own = Procedure(
        stage, cast, root=bytes(31) + b"\x09", applicant=reports.body, signers=[reports.body.clerk]
    ).opened()
    with stage.refused("AttestorTakesPart", attestor=reports.body):
        Reports(own, reports.body).attest(by=[*reports.body.both, reports.body.clerk])


def test_nor_what_a_joint_holding_applied_for_that_it_is_a_member_of(
    stage: Stage, cast: Cast, reports: Reports
) -> None:
    """Rule 6."""
    signers = [reports.body.clerk, cast.second.one]
    joint = join(stage, [replace(reports.body, officers={"clerk": reports.body.clerk}), cast.second])
    own = Procedure(stage, cast, root=bytes(31) + b"\x09", applicant=joint, signers=signers).opened()
    with stage.refused("AttestorTakesPart", attestor=reports.body):
        Reports(own, reports.body).attest(by=[*reports.body.both, *signers])


def test_nor_what_it_registered(stage: Stage, cast: Cast) -> None:
    """Rules 2, 6: the registrar of an entry is not its attestor."""
    case = Procedure(stage, cast).registered()
    amend(stage, cast, cast.registrar, roles=Role.REGISTRAR | Role.ATTESTOR)
    reports = Reports(case, cast.registrar)
    with stage.refused("AttestorTakesPart", attestor=cast.registrar):
        reports.attest(by=[cast.registrar.reviewer, cast.holder.one])


# ------------------------------------------------------------------------------------------------ terms


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": AttestationKind.NONE},
        {"kind": AttestationKind.RECHARACTERISATION + 1},
        {"headline": Headline.NONE},
        {"headline": Headline.LEVEL_5 + 1},
        {"base": 0},
        {"base": day("2026-08-04")},
        {"until": day("2026-08-02")},
        {"state": AttestationState.ISSUED},
        {"signer": 1},
        {"issued": 1},
        {"successor": 1},
        {"since": 1},
        {"purpose": AttestationPurpose.NONE},
        {"rights": Right(0)},
        {"commitment": bytes(32)},
    ],
)
def test_terms_are_whole(stage: Stage, reports: Reports, changes: dict[str, Any]) -> None:
    """Rule 80: a valuation says what for and of which right, and commits to its value."""
    with stage.refused("AttestationNotValid"):
        reports.attest(**changes)


def test_dates_may_be_those_of_the_day(stage: Stage, reports: Reports) -> None:
    reports.attest(base=stage.today, until=stage.today)


@pytest.mark.parametrize(
    "kind, latest",
    [
        (AttestationKind.VALUATION, "2027-06-29"),
        (AttestationKind.QUALITY, "2027-06-29"),
        (AttestationKind.COMPLIANCE, "2027-06-29"),
        (AttestationKind.ACCOUNTING, "2027-06-29"),
        (AttestationKind.CAPABILITY, "2029-06-29"),
    ],
)
def test_an_attestation_is_no_longer_than_its_kind_allows(
    stage: Stage, cast: Cast, reports: Reports, kind: AttestationKind, latest: str
) -> None:
    """Rule 80: counted from the base day."""
    body = attestor(stage, cast, *list(AccreditationKind)[1:], first_account=250)
    longest = Reports(reports.case, body)
    with stage.refused("AttestationTooLong", until=day(latest) + 1, latest=day(latest)):
        longest.attest(kind=kind, until=day(latest) + 1)
    longest.attest(kind=kind, until=day(latest))


def test_others_say_themselves_how_long_they_hold(stage: Stage, cast: Cast, reports: Reports) -> None:
    body = attestor(stage, cast, *list(AccreditationKind)[1:], first_account=250)
    Reports(reports.case, body).attest(kind=AttestationKind.SECURITY, until=day("2040-01-01"))


def test_a_report_is_a_digest_of_a_known_algorithm(stage: Stage, reports: Reports) -> None:
    """Rule 123."""
    with stage.refused("DigestMissing"):
        reports.attest(report=bytes(32))
    with stage.refused("UnknownAlgorithm", alg=Algorithm.NONE):
        reports.attest(alg=Algorithm.NONE)
    reports.attest(alg=KECCAK)


def test_an_attestation_is_not_dated_ahead(stage: Stage, reports: Reports) -> None:
    """Rule 124."""
    with stage.refused("LegalTimeAhead"):
        reports.attest(at=stage.now + 2_000)
    number = reports.attested(at=(moment := instant("2026-08-03", "08:50")))
    assert reports.word(number).since == moment


def test_unused_bits_are_refused(stage: Stage, reports: Reports) -> None:
    word = replace(VALUATION, attestor=reports.body.number).encode() | 1 << 255
    values = (reports.case.entry, reports.case.folio, word, 2, b"\1" * 32, b"\1" * 32)
    with stage.refused("AttestationNotValid"):
        stage.file([*reports.body.both, reports.case.filer.one], [("attest", *values)])


def test_the_word_of_an_attestation_not_made_is_empty(reports: Reports) -> None:
    assert reports.word(1) == Attestation()
