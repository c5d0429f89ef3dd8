"""Two persons: a pair is a reviewer and an approver, never the same person, never a machine, never the case's own reviewer (rule 3)."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from eth_hash.auto import keccak

from hardhat_free_env.testing import account
from ledger_api.domain.words import Party, PartyStatus, Power
from tests.contracts.parties.assent import question
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Officer, Stage
from tests.contracts.stage.cast import DOCUMENT, FOR_EVER, SHA256


def hire(stage: Stage, cast: Cast, powers: int, number: int = 1) -> Officer:
    """Another officer of the registrar."""
    key = account(500 + number)
    word = cast.registrar.number << 160 | int(powers) << 184 | FOR_EVER << 216
    act = ("bind", word, keccak(key.address), keccak(b"hired %d" % number), SHA256, DOCUMENT)
    return Officer(stage.file(cast.operator.both, [act]).line("OfficerNumbered").number, key)


def pair(stage: Stage, by: Sequence[Officer], cast: Cast, reviewer: int = 0) -> bool:
    answer = question(stage, by, "pair", cast.registrar.number, reviewer)
    assert answer in {"Yes", "PairMissing"}
    return answer == "Yes"


def test_a_reviewer_and_an_approver_are_a_pair(stage: Stage, cast: Cast) -> None:
    assert pair(stage, cast.registrar.pair, cast)


def test_two_reviewers_or_two_approvers_are_none(stage: Stage, cast: Cast) -> None:
    registrar = cast.registrar
    assert not pair(stage, [registrar.reviewer, registrar.reviewer2], cast)
    assert not pair(stage, [registrar.approver, registrar.approver2], cast)


def test_one_person_with_both_powers_is_none(stage: Stage, cast: Cast) -> None:
    both = hire(stage, cast, Power.REVIEW | Power.APPROVE)
    assert not pair(stage, [both], cast)
    assert not pair(stage, [both, cast.holder.one], cast)
    assert pair(stage, [both, cast.registrar.reviewer], cast)
    assert pair(stage, [both, cast.registrar.approver], cast)


def test_two_persons_with_both_powers_are_a_pair_even_if_one_reviewed(stage: Stage, cast: Cast) -> None:
    first, second = (hire(stage, cast, Power.REVIEW | Power.APPROVE, number) for number in (1, 2))
    assert pair(stage, [first, second], cast, first.number)


def test_the_approver_is_never_the_case_s_reviewer(stage: Stage, cast: Cast) -> None:
    both = hire(stage, cast, Power.REVIEW | Power.APPROVE)
    assert not pair(stage, [both, cast.registrar.reviewer], cast, both.number)
    assert pair(stage, [both, cast.registrar.approver], cast, both.number)
    assert pair(stage, cast.registrar.pair, cast, cast.registrar.reviewer.number)
    assert not pair(stage, cast.registrar.pair, cast, cast.registrar.approver.number)


@pytest.mark.parametrize("power", [Power.REVIEW, Power.APPROVE])
def test_a_machine_never_counts_in_a_pair(stage: Stage, cast: Cast, power: Power) -> None:
    machine = hire(stage, cast, power | Power.MACHINE)
    other = cast.registrar.approver if power == Power.REVIEW else cast.registrar.reviewer
    assert not pair(stage, [machine, other], cast)


def test_a_machine_never_counts_as_one_of_two(stage: Stage, cast: Cast) -> None:
    powers = Power.GOVERN | Power.ADMIT | Power.MACHINE
    word = 1 << 160 | int(powers) << 184 | FOR_EVER << 216
    key = account(510)
    act = ("bind", word, keccak(key.address), b"\5" * 32, SHA256, DOCUMENT)
    machine = Officer(stage.file(cast.operator.both, [act]).line("OfficerNumbered").number, key)
    with stage.refused("TwoPersonsMissing", party=1, power=Power.GOVERN):
        stage.file([cast.operator.alice, machine], [("anchorDay", 20_000, 2, b"\1" * 32)])


def test_officers_of_another_party_never_make_a_pair(stage: Stage, cast: Cast) -> None:
    key = account(511)
    word = cast.exchange.number << 160 | int(Power.APPROVE) << 184 | FOR_EVER << 216
    act = ("bind", word, keccak(key.address), b"\5" * 32, SHA256, DOCUMENT)
    foreign = Officer(stage.file(cast.operator.both, [act]).line("OfficerNumbered").number, key)
    assert not pair(stage, [cast.registrar.reviewer, foreign], cast)


def test_a_pair_of_a_real_case_is_refused_when_the_approver_reviewed_it(stage: Stage, cast: Cast) -> None:
    """Rule 3: whoever accepted the application does not approve it."""
    both = hire(stage, cast, Power.REVIEW | Power.APPROVE)
    case = Procedure(stage, cast).submitted()
    case.accept(by=[both])
    with stage.refused("PairMissing", registrar=cast.registrar, reviewer=both):
        case.publish(by=[both, cast.registrar.reviewer])
    case.publish(by=[cast.registrar.approver, both])


def test_every_choice_of_signers_is_judged_as_a_plain_matching_would(stage: Stage, cast: Cast) -> None:
    """Among officers of all kinds, a pair is there exactly when two different persons can fill the two places."""
    everyone = [
        (cast.registrar.reviewer, Power.REVIEW),
        (cast.registrar.approver, Power.APPROVE),
        (hire(stage, cast, Power.REVIEW | Power.APPROVE, 1), Power.REVIEW | Power.APPROVE),
        (hire(stage, cast, Power.APPROVE | Power.MACHINE, 2), Power(0)),
        (hire(stage, cast, Power.RECORD, 3), Power(0)),
    ]
    reviewed = everyone[2][0].number
    for size in range(1, len(everyone) + 1):
        for chosen in combinations(everyone, size):
            for excluded in (0, reviewed):
                expected = any(
                    first is not second and first[1] & Power.REVIEW and second[1] & Power.APPROVE
                    and second[0].number != excluded
                    for first in chosen
                    for second in chosen
                )  # fmt: skip
                assert pair(stage, [officer for officer, _ in chosen], cast, excluded) == expected


def test_taking_part_is_having_an_officer_among_the_signatories(stage: Stage, cast: Cast) -> None:
    assert question(stage, [cast.holder.one], "part", cast.holder.number) == "Yes"
    assert question(stage, [cast.holder.one], "part", cast.second.number) == "No"


def test_two_persons_of_a_party_that_may_not_act_decide_nothing(stage: Stage, cast: Cast) -> None:
    """Rule 1."""
    assert question(stage, cast.holder.both, "two", cast.holder.number, Power.BIND) == "Yes"
    suspended = replace(stage.word(Party, cast.holder), status=PartyStatus.SUSPENDED)
    stage.file(cast.operator.both, [("amend", cast.holder, suspended, SHA256, DOCUMENT)])
    assert question(stage, cast.holder.both, "two", cast.holder.number, Power.BIND) == "PartyNotActive"
    assert question(stage, cast.holder.both, "isGivenByTwo", cast.holder.number, Power.BIND) == "No"


def test_two_persons_are_asked_of_a_party_that_may_act(stage: Stage, cast: Cast) -> None:
    assert question(stage, cast.holder.both, "isGivenByTwo", cast.holder.number, Power.BIND) == "Yes"
    assert question(stage, [cast.holder.one], "isGivenByTwo", cast.holder.number, Power.BIND) == "No"
    assert question(stage, cast.holder.both, "isGivenByTwo", cast.second.number, Power.BIND) == "No"
