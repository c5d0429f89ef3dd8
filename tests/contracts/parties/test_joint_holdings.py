"""Joint holdings: formed by all their members, immutable, and agreeing by weight where a quorum is set, by all elsewhere (rule 47)."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger_api.domain.words import Members, Party, PartyKind, PartyStatus, Role, Shares
from tests.contracts.parties.holdings import joined, joining, ordered
from tests.contracts.stage import Cast, Player, Stage, enter
from tests.contracts.stage.cast import DOCUMENT, FOR_EVER, MERCHANT, SHA256


def trio(cast: Cast) -> list[Player]:
    return ordered([cast.holder, cast.second, cast.maker])


def test_a_joint_holding_is_a_party_numbered_by_the_book(stage: Stage, cast: Cast) -> None:
    expected = stage.book_line + 1
    members = trio(cast)
    done = stage.file([player.one for player in members], [joining(members, [5_000, 3_000, 2_000])])
    formed = done.line("JointFormed")
    assert done.line("PartyNumbered").number == expected == formed["ref"]
    assert formed.number == 1
    party = stage.word(Party, expected)
    assert (party.kind, party.status, party.roles) == (PartyKind.JOINT, PartyStatus.ACTIVE, Role.HOLDER)
    assert stage.word(Members, expected).member[:4] == (*(player.number for player in members), 0)
    assert stage.word(Shares, expected).weight[:4] == (5_000, 3_000, 2_000, 0)
    assert (formed["party"], formed["shares"]) == (party, stage.word(Shares, expected))


def test_every_member_agrees_to_it(stage: Stage, cast: Cast) -> None:
    members = trio(cast)
    for absent in members:
        with stage.refused("AssentMissing", party=absent):
            present = [player.one for player in members if player is not absent]
            stage.file(present, [joining(members, [5_000, 3_000, 2_000])])


@pytest.mark.parametrize("how", ["descending", "twice", "alone", "none", "joint member", "gap"])
def test_members_are_two_to_eight_single_parties_in_order(stage: Stage, cast: Cast, how: str) -> None:
    one, two, three = trio(cast)
    joint = Player(joined(stage, one, two))
    players = {
        "descending": [two, one],
        "twice": [one, one],
        "alone": [one],
        "none": [],
        "joint member": [three, joint],
        "gap": [one, Player(0), two],
    }[how]
    weights = {"alone": [10_000], "none": [], "gap": [5_000, 0, 5_000]}.get(how, [5_000, 5_000])
    signers = [one.one, two.one, three.one]
    with stage.refused("MembersDisordered"):
        stage.file(signers, [joining(players, weights)])


@pytest.mark.parametrize("weights", [[5_000, 5_001], [5_000, 4_999], [1, 1], [5_000, 4_000, 1_000], [5_000, 5_000, 1]])
def test_weights_are_of_members_and_make_a_whole(stage: Stage, cast: Cast, weights: list[int]) -> None:
    members = ordered([cast.holder, cast.second])
    with stage.refused("SharesNotWhole"):
        stage.file([player.one for player in members], [joining(members, weights)])


def test_a_member_without_weight_is_none(stage: Stage, cast: Cast) -> None:
    members = ordered([cast.holder, cast.second])
    with stage.refused("MembersDisordered"):
        stage.file([player.one for player in members], [joining(members, [10_000, 0])])


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("quorum", [0, 10_001])
def test_every_quorum_is_more_than_nothing_and_at_most_all(stage: Stage, cast: Cast, place: int, quorum: int) -> None:
    members = ordered([cast.holder, cast.second])
    quora = [5_000] * 4
    quora[place] = quorum
    with stage.refused("SharesNotWhole", sum=quorum):
        stage.file([player.one for player in members], [joining(members, [5_000, 5_000], quora)])


@pytest.mark.parametrize("word", [2, 3])
def test_a_joint_holding_s_words_have_no_spare_bits(stage: Stage, cast: Cast, word: int) -> None:
    members = ordered([cast.holder, cast.second])
    act = list(joining(members, [5_000, 5_000]))
    act[word - 1] = act[word - 1].encode() | 1 << 250
    with stage.refused("MembersDisordered"):
        stage.file([player.one for player in members], [tuple(act)])


def test_the_same_members_with_the_same_shares_are_one_party(stage: Stage, cast: Cast) -> None:
    first = joined(stage, cast.holder, cast.second)
    with stage.refused("IdentifierTaken", party=first):
        joined(stage, cast.holder, cast.second)
    joined(stage, cast.holder, cast.second, weights=[4_000, 6_000])


def test_a_member_that_may_not_act_forms_nothing(stage: Stage, cast: Cast) -> None:
    suspended = replace(stage.word(Party, cast.second), status=PartyStatus.SUSPENDED)
    stage.file(cast.operator.both, [("amend", cast.second, suspended, SHA256, DOCUMENT)])
    with stage.refused("PartyNotActive", party=cast.second):
        joined(stage, cast.holder, cast.second)


def test_eight_members_fit(stage: Stage, cast: Cast) -> None:
    more = [
        enter(stage, cast.operator, f"partner {number} (虚构)", Role.HOLDER, {"one": MERCHANT}, 600 + number)
        for number in range(3)
    ]
    players = [cast.holder, cast.second, cast.maker, cast.buyer, cast.objector, *more]
    number = joined(stage, *players)
    assert stage.word(Members, number).member == tuple(player.number for player in ordered(players))
    assert sum(stage.word(Shares, number).weight) == 10_000


def test_its_identity_is_good_as_long_as_the_shortest_of_its_members(stage: Stage, cast: Cast) -> None:
    shorter = replace(stage.word(Party, cast.second), kyc_until=stage.now + 1_000)
    stage.file(cast.operator.both, [("amend", cast.second, shorter, SHA256, DOCUMENT)])
    number = joined(stage, cast.holder, cast.second)
    assert stage.word(Party, number).kyc_until == stage.now + 1_000
    assert stage.word(Party, joined(stage, cast.holder, cast.maker)).kyc_until == FOR_EVER


# -------------------------------------------------------------------------------------------- agreeing (rule 47)


def opening(joint: int, root: int = 1) -> tuple[Any, ...]:
    return ("open", 2, root.to_bytes(32, "big"), joint)


def test_where_no_quorum_is_set_every_member_agrees(stage: Stage, cast: Cast) -> None:
    """Rule 47: applying is not among the acts that have a quorum."""
    joint = joined(stage, cast.holder, cast.second, weights=[9_999, 1])
    with stage.refused("AssentMissing", party=joint):
        stage.file([ordered([cast.holder, cast.second])[0].one], [opening(joint)])
    stage.file([cast.holder.one, cast.second.one], [opening(joint)])


def test_a_member_that_may_not_act_now_has_not_agreed(stage: Stage, cast: Cast) -> None:
    joint = joined(stage, cast.holder, cast.second)
    suspended = replace(stage.word(Party, cast.second), status=PartyStatus.SUSPENDED)
    stage.file(cast.operator.both, [("amend", cast.second, suspended, SHA256, DOCUMENT)])
    with stage.refused("AssentMissing", party=joint):
        stage.file([cast.holder.one, cast.second.one], [opening(joint)])


def test_two_officers_of_one_member_are_one_member(stage: Stage, cast: Cast) -> None:
    joint = joined(stage, cast.holder, cast.second)
    with stage.refused("AssentMissing", party=joint):
        stage.file(cast.holder.both, [opening(joint)])


def test_a_suspended_joint_holding_agrees_to_nothing(stage: Stage, cast: Cast) -> None:
    joint = joined(stage, cast.holder, cast.second)
    suspended = replace(stage.word(Party, joint), status=PartyStatus.SUSPENDED)
    stage.file(cast.operator.both, [("amend", joint, suspended, SHA256, DOCUMENT)])
    with stage.refused("PartyNotActive", party=joint):
        stage.file([cast.holder.one, cast.second.one], [opening(joint)])


def test_a_joint_holding_forms_no_other_and_gives_no_mandate(stage: Stage, cast: Cast) -> None:
    from ledger_api.domain.words import Mandate, MandateState, Power

    joint = joined(stage, cast.holder, cast.second)
    word = Mandate(powers=Power.FILE, until=FOR_EVER, state=MandateState.GIVEN)
    with stage.refused("AssentMissing", party=joint):
        act = ("mandate", joint, cast.maker, bytes(32), word, SHA256, DOCUMENT)
        stage.file([cast.holder.one, cast.second.one], [act])


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_quorum_is_reached_exactly_when_the_weights_of_those_who_sign_reach_it(
    stage: Stage, cast: Cast, data: st.DataObject
) -> None:
    """Rule 47, for all four quora: what a plain sum of weights says is what the ledger says."""
    first = data.draw(st.integers(1, 9_998))
    second = data.draw(st.integers(1, 9_999 - first))
    weights = [first, second, 10_000 - first - second]
    quora = data.draw(st.lists(st.integers(1, 10_000), min_size=4, max_size=4))
    signing = data.draw(st.sets(st.integers(0, 2), min_size=1))
    place = data.draw(st.integers(0, 3))
    mark = stage.mark()
    members = trio(cast)
    joint = joined(stage, *members, weights=weights, quorum=quora)
    reached = sum(weights[index] for index in signing) >= quora[place]
    agreed = asked(stage, [members[index] for index in signing], joint, place)
    stage.rewind(mark)
    assert agreed == reached


def asked(stage: Stage, signers: list[Player], joint: int, place: int) -> bool:
    """Whether these members together give a joint holding's assent to one of the powers that have a quorum."""
    from ledger_api.domain.words import Power
    from tests.contracts.parties.assent import ask

    power = (Power.DISPOSE, Power.CHARGE, Power.LICENSE_EXCLUSIVE, Power.LICENSE)[place]
    return ask(stage, [player.one for player in signers], joint, power)
