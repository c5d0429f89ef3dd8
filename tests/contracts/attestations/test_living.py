"""Attestations after they were issued: countersigned, superseded, revoked."""

from dataclasses import replace
from typing import Any

import pytest

from ledger_api.domain.words import Accreditation as AccreditationWord
from ledger_api.domain.words import (
    AccreditationKind,
    AccreditationStatus,
    Algorithm,
    AttestationKind,
    AttestationPurpose,
    AttestationState,
    Power,
    RevocationReason,
    Role,
)
from tests.contracts.attestations.reports import VALUATION, Reports, attestor
from tests.contracts.procedure import DOCUMENT, SHA256
from tests.contracts.stage import Cast, Player, Stage
from tests.contracts.stage.cast import YEARS, accredit
from tests.contracts.stage.stage import instant


def waiting(reports: Reports, **changes: Any) -> int:
    """A valuation that the second appraiser has not signed."""
    return reports.attested(by=[reports.body.one, reports.case.filer.one], **changes)


def suspend(stage: Stage, cast: Cast, body: Player) -> None:
    """Its licence to appraise is suspended."""
    word = AccreditationWord(status=AccreditationStatus.SUSPENDED, from_=YEARS[0], until=YEARS[1])
    kind = AccreditationKind.APPRAISAL_FILING
    stage.file(cast.operator.both, [("accredit", body, kind, word, cast.operator, SHA256, DOCUMENT)])


# ------------------------------------------------------------------------------------------------ countersigning


def test_whoever_signed_first_does_not_countersign(stage: Stage, reports: Reports) -> None:
    """Rule 80: two persons."""
    number = waiting(reports)
    with stage.refused("NoAttestingPerson", attestor=reports.body):
        reports.countersign(number, by=[reports.body.one])


@pytest.mark.parametrize("officer", ["machine", "clerk"])
def test_only_a_person_with_the_power_countersigns(stage: Stage, reports: Reports, officer: str) -> None:
    """Rule 80."""
    number = waiting(reports)
    with stage.refused("NoAttestingPerson", attestor=reports.body):
        reports.countersign(number, by=[reports.body.one, getattr(reports.body, officer)])


def test_nobody_countersigns_for_another(stage: Stage, cast: Cast, reports: Reports) -> None:
    number = waiting(reports)
    other = attestor(stage, cast, AccreditationKind.APPRAISAL_FILING, first_account=250)
    with stage.refused("NoAttestingPerson", attestor=reports.body):
        reports.countersign(number, by=[other.two])


def test_a_countersignature_takes_the_accreditation(stage: Stage, cast: Cast, reports: Reports) -> None:
    """Rule 6."""
    number = waiting(reports)
    suspend(stage, cast, reports.body)
    with stage.refused("NotAccredited", party=reports.body):
        reports.countersign(number)


def test_an_attestation_is_countersigned_once(stage: Stage, reports: Reports) -> None:
    """Or its attestor could fill the journal."""
    number = waiting(reports)
    line = reports.countersign(number).line("AttestationCountersigned")
    assert (line["ref"], line["attestation"]) == (number, reports.word(number))
    with stage.refused("WrongAttestationState", number=number, state=AttestationState.ACTIVE):
        reports.countersign(number)


def test_a_step_is_not_dated_before_the_one_before_it(stage: Stage, reports: Reports) -> None:
    """Rule 124."""
    number = waiting(reports)
    with stage.refused("OutOfOrder"):
        reports.countersign(number, at=instant("2026-08-03", "08:50"))
    reports.countersign(number, at=(moment := stage.now))
    assert reports.word(number).since == moment


def test_a_step_has_a_document(stage: Stage, reports: Reports) -> None:
    """Rule 123."""
    number = waiting(reports)
    for step in (reports.countersign, reports.revoke):
        with stage.refused("DigestMissing"):
            step(number, document=bytes(32))
        with stage.refused("UnknownAlgorithm"):
            step(number, alg=Algorithm.NONE)


def test_an_attestation_never_made_is_not_acted_upon(stage: Stage, reports: Reports) -> None:
    with stage.refused("NoSuchAttestation", number=1):
        reports.countersign(1)


# ------------------------------------------------------------------------------------------------ superseding


def test_a_later_attestation_takes_the_place_of_an_earlier_one(reports: Reports) -> None:
    first, second = reports.attested(), reports.attested()
    line = reports.supersede(first, second).line("AttestationSuperseded")
    word = reports.word(first)
    assert (line["ref"], line["attestation"]) == (first, word)
    assert (word.state, word.successor) == (AttestationState.SUPERSEDED, second)
    assert reports.word(second).state == AttestationState.ACTIVE


def test_the_new_one_and_the_change_go_in_one_filing(stage: Stage, reports: Reports) -> None:
    number = reports.attested()
    by, entry = [*reports.body.both, reports.case.filer.one], reports.case.entry
    values = (entry, reports.case.folio, replace(VALUATION, attestor=reports.body.number), SHA256, DOCUMENT, DOCUMENT)
    done = stage.file(by, [("attest", *values), ("supersedeAttestation", entry, number, 0x800001, SHA256, DOCUMENT)])
    assert reports.word(number).successor == done.line("Attested").number


@pytest.mark.parametrize(
    "changes",
    [{"kind": AttestationKind.QUALITY}, {"purpose": AttestationPurpose.LEASE}],
)
def test_a_successor_is_of_the_same_kind_and_purpose(
    stage: Stage, cast: Cast, reports: Reports, changes: dict[str, Any]
) -> None:
    accredit(stage, cast.operator, reports.body, AccreditationKind.QUALITY_LAB)
    first, second = reports.attested(), reports.attested(**changes)
    with stage.refused("NotASuccessor", number=second):
        reports.supersede(first, second)


def test_a_successor_is_of_the_same_attestor(stage: Stage, cast: Cast, reports: Reports) -> None:
    other = Reports(reports.case, attestor(stage, cast, AccreditationKind.APPRAISAL_FILING, first_account=250))
    first, second = reports.attested(), other.attested()
    with stage.refused("NotASuccessor", number=second):
        reports.supersede(first, second)
    with stage.refused("NoAttestingPerson", attestor=reports.body):
        reports.supersede(first, second, by=[other.body.one])


def test_a_successor_is_later_and_in_force(stage: Stage, reports: Reports) -> None:
    first, second, third = reports.attested(), reports.attested(), waiting(reports)
    for number, successor in ((second, first), (second, second), (second, third)):
        with stage.refused("NotASuccessor", number=successor):
            reports.supersede(number, successor)


def test_an_attestation_is_superseded_once(stage: Stage, reports: Reports) -> None:
    first, second = reports.attested(), reports.attested()
    reports.supersede(first, second)
    with stage.refused("WrongAttestationState", number=first, state=AttestationState.SUPERSEDED):
        reports.supersede(first, second)
    with stage.refused("WrongAttestationState", number=first, state=AttestationState.SUPERSEDED):
        reports.revoke(first)


def test_superseding_takes_the_accreditation(stage: Stage, cast: Cast, reports: Reports) -> None:
    """Rule 6."""
    first, second = reports.attested(), reports.attested()
    suspend(stage, cast, reports.body)
    with stage.refused("NotAccredited", party=reports.body):
        reports.supersede(first, second)


def test_one_that_waits_for_its_second_signature_may_be_superseded(reports: Reports) -> None:
    first, second = waiting(reports), reports.attested()
    reports.supersede(first, second)
    assert reports.word(first).state == AttestationState.SUPERSEDED


# ------------------------------------------------------------------------------------------------ revoking


def test_two_of_its_attestor_revoke_an_attestation(stage: Stage, cast: Cast, reports: Reports) -> None:
    """Rule 118: even when its accreditation is suspended."""
    number = reports.attested()
    suspend(stage, cast, reports.body)
    line = reports.revoke(number, RevocationReason.FACTS_CHANGED).line("AttestationRevoked")
    assert (line["ref"], line["revoker"], line["code"]) == (
        number, reports.body.number, RevocationReason.FACTS_CHANGED,
    )  # fmt: skip
    assert reports.word(number).state == line["attestation"].state == AttestationState.REVOKED


def test_one_person_of_its_attestor_revokes_nothing(stage: Stage, reports: Reports) -> None:
    """Rules 3, 118."""
    number = reports.attested()
    for by in ([reports.body.one], [reports.body.one, reports.body.machine], [reports.body.one, reports.body.clerk]):
        with stage.refused("TwoPersonsMissing", party=reports.body, power=Power.ATTEST):
            reports.revoke(number, by=by)


def test_a_regulator_revokes_an_attestation(stage: Stage, cast: Cast, reports: Reports) -> None:
    """Rule 118."""
    number = waiting(reports)
    with stage.refused("TwoPersonsMissing", party=cast.regulator, power=Power.ADMIT):
        reports.revoke(number, RevocationReason.SUPERVISION, revoker=cast.regulator, by=[cast.regulator.one])
    reports.revoke(number, RevocationReason.SUPERVISION, revoker=cast.regulator)
    assert reports.word(number).state == AttestationState.REVOKED


def test_nobody_else_revokes_an_attestation(stage: Stage, cast: Cast, reports: Reports) -> None:
    """Rule 118: neither the holder nor another attestor."""
    number = reports.attested()
    with stage.refused("NotEntitled", party=cast.holder, role=Role.REGULATOR):
        reports.revoke(number, revoker=cast.holder)
    other = attestor(stage, cast, AccreditationKind.APPRAISAL_FILING, first_account=250)
    with stage.refused("NotEntitled", party=other):
        reports.revoke(number, revoker=other)


@pytest.mark.parametrize("code", [RevocationReason.NONE, RevocationReason.SUPERVISION + 1])
def test_a_revocation_has_a_reason(stage: Stage, reports: Reports, code: int) -> None:
    number = reports.attested()
    with stage.refused("RevocationUnknown", code=code):
        reports.revoke(number, code)


def test_an_attestation_is_revoked_once(stage: Stage, reports: Reports) -> None:
    number = reports.attested()
    reports.revoke(number)
    with stage.refused("WrongAttestationState", number=number, state=AttestationState.REVOKED):
        reports.revoke(number)


def test_a_revoked_one_takes_nobodys_place(stage: Stage, reports: Reports) -> None:
    first, second = reports.attested(), reports.attested()
    reports.revoke(second)
    with stage.refused("NotASuccessor", number=second):
        reports.supersede(first, second)
