"""The conflict and containment tests of licences, held against plain enumeration of every single use."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardhat_free_env.testing import Contract, LocalChain, Reverted
from ledger_api.domain import scope
from ledger_api.domain.words import (
    Action,
    Environment,
    Industry,
    Licence,
    LicenceKind,
    LicenceState,
    Purpose,
    Region,
)
from tests.contracts.core.harnesses import LICENSING, deploy

ENTRY = bytes(31) + b"\x01"
DAYS = range(20_660, 20_664)
QUICK = settings(max_examples=150, deadline=None, derandomize=True)

ACTIONS = (Action.READ, Action.TRAIN)
PURPOSES = (Purpose.HUMANOID_TRAINING, Purpose.STAGE_PERFORMANCE)
INDUSTRIES = (Industry.C, Industry.T)
REGIONS = (Region.CN33, Region.ABROAD)
ENVIRONMENTS = (Environment.CLOUD, Environment.API)

FULL = Licence(licensee=7, kind=LicenceKind.NON_EXCLUSIVE, state=LicenceState.ACTIVE, start=DAYS[0], end=DAYS[3])


def subsets(*codes: int) -> st.SearchStrategy[int]:
    """Any set of the codes; the empty one means all."""
    return st.lists(st.sampled_from(codes), unique=True).map(sum)


@st.composite
def licences(draw: st.DrawFn) -> Licence:
    start, end = sorted((draw(st.sampled_from(DAYS)), draw(st.sampled_from(DAYS))))
    return Licence(
        licensee=draw(st.sampled_from((7, 8))),
        kind=draw(st.sampled_from(LicenceKind)),
        state=LicenceState.ACTIVE,
        start=start,
        end=end,
        actions=Action(draw(subsets(*ACTIONS))),
        purposes=Purpose(draw(subsets(*PURPOSES))),
        industries=Industry(draw(subsets(*INDUSTRIES))),
        regions=Region(draw(subsets(*REGIONS))),
        environments=Environment(draw(subsets(*ENVIRONMENTS))),
    )


@st.composite
def any_licences(draw: st.DrawFn) -> Licence:
    """Any codes of any number, so sparse that they often miss each other, and days that need not be in order."""
    days = st.integers(20_660, 20_666)
    return Licence(
        licensee=draw(st.integers(1, 3)),
        kind=draw(st.sampled_from(LicenceKind)),
        state=LicenceState.ACTIVE,
        start=draw(days),
        end=draw(days),
        actions=Action(draw(subsets(*Action))),
        purposes=Purpose(draw(subsets(*Purpose))),
        industries=Industry(draw(subsets(*Industry))),
        regions=Region(draw(subsets(*Region))),
        environments=Environment(draw(subsets(*Environment))),
    )


def uses(licence: Licence, *, with_environments: bool) -> set[tuple[int, ...]]:
    """Every single use a licence allows: day, action, purpose, industry, region and perhaps environment."""
    sets = [
        [code for code in codes if not allowed or code & allowed]
        for codes, allowed in (
            (ACTIONS, licence.actions),
            (PURPOSES, licence.purposes),
            (INDUSTRIES, licence.industries),
            (REGIONS, licence.regions),
            (
                ENVIRONMENTS if with_environments else (Environment.API,),
                licence.environments if with_environments else 0,
            ),
        )
    ]
    return set(product(range(licence.start, licence.end + 1), *sets))


@pytest.fixture(scope="module")
def licensing(bare: LocalChain) -> Contract:
    return deploy(bare, LICENSING)


@pytest.fixture
def stored(licensing: Contract, bare: LocalChain) -> Iterator[Contract]:
    """The same, forgetting at the end what was stored."""
    mark = bare.mark()
    yield licensing
    bare.rewind(mark)


@given(one=licences(), other=licences())
@QUICK
def test_two_licences_meet_when_one_use_falls_under_both_and_licensees_differ(
    licensing: Contract, one: Licence, other: Licence
) -> None:
    """Rule 46. Environments do not keep licences apart: the same use in another room is the same use."""
    common = uses(one, with_environments=False) & uses(other, with_environments=False)
    meets = licensing.call("meets", one.encode(), other.encode())
    assert meets == (bool(common) and one.licensee != other.licensee)
    assert meets == licensing.call("meets", other.encode(), one.encode())


@given(one=any_licences() | licences(), other=any_licences() | licences())
@settings(QUICK, max_examples=300)
def test_the_domain_gives_the_same_answers(licensing: Contract, one: Licence, other: Licence) -> None:
    """Rules 44, 46: whoever has the words, recomputes them."""
    assert scope.meets(one, other) == licensing.call("meets", one.encode(), other.encode())
    assert scope.contains(one, other) == licensing.call("contains", one.encode(), other.encode())


@given(outer=licences(), inner=licences())
@QUICK
def test_a_licence_contains_another_only_if_it_allows_all_its_uses(
    licensing: Contract, outer: Licence, inner: Licence
) -> None:
    """Rule 44. Naming every known code is still less than all, for codes to come: there it refuses."""
    if licensing.call("contains", outer.encode(), inner.encode()):
        assert uses(inner, with_environments=True) <= uses(outer, with_environments=True)


@given(outer=licences(), inner=licences())
@QUICK
def test_a_licence_contains_what_names_fewer_codes_and_days(
    licensing: Contract, outer: Licence, inner: Licence
) -> None:
    """Rule 44."""

    def cut(whole: int, part: int) -> int:
        return (whole & part or whole) if whole else part

    less = replace(
        outer,
        start=max(outer.start, min(inner.start, outer.end)),
        actions=Action(cut(outer.actions, inner.actions)),
        purposes=Purpose(cut(outer.purposes, inner.purposes)),
        industries=Industry(cut(outer.industries, inner.industries)),
        regions=Region(cut(outer.regions, inner.regions)),
        environments=Environment(cut(outer.environments, inner.environments)),
    )
    assert licensing.call("contains", outer.encode(), less.encode())


@pytest.mark.parametrize(
    "listed",
    [
        replace(FULL, actions=Action.READ),
        replace(FULL, purposes=Purpose.TEACHING),
        replace(FULL, industries=Industry.C),
        replace(FULL, regions=Region.CN33),
        replace(FULL, environments=Environment.CLOUD),
    ],
)
def test_all_codes_lie_within_all_codes_only(licensing: Contract, listed: Licence) -> None:
    """Rule 44: an empty set is everything, and more than any list."""
    assert licensing.call("contains", FULL.encode(), FULL.encode())
    assert licensing.call("contains", FULL.encode(), listed.encode())
    assert not licensing.call("contains", listed.encode(), FULL.encode())


# ------------------------------------------------------------------------------------------------ parents and children


@given(
    chain=st.lists(
        st.tuples(st.sampled_from([state for state in LicenceState if state]), st.sampled_from(DAYS)),
        min_size=1,
        max_size=4,
    ),
    day=st.sampled_from(DAYS),
    ahead=st.booleans(),
)
@settings(QUICK, max_examples=80)
def test_a_licence_lives_as_long_as_everything_it_was_given_under(
    licensing: Contract, bare: LocalChain, chain: list[tuple[LicenceState, int]], day: int, ahead: bool
) -> None:
    """Rule 54: live only if all are in force; fallen if any above it is over, by legal time and by block time."""
    mark = bare.mark()
    try:
        today = (bare.now + 28_800) // 86_400
        shift = 0 if ahead else 100 - (day - DAYS[0])  # ends that block time has not reached
        words = [
            Licence(licensee=7, state=state, start=1, end=end + shift, parent=number)
            for number, (state, end) in enumerate(chain)
        ]
        for number, word in enumerate(words, start=1):
            licensing.transact("put", ENTRY, number, word.encode())
        leaf = words[-1]
        live = all(word.state == LicenceState.ACTIVE and word.end >= day for word in words)
        fallen = any(
            word.state in (LicenceState.ENDED, LicenceState.CLOSED) or (word.end < day and word.end < today)
            for word in words[:-1]
        )
        assert licensing.call("isLive", ENTRY, leaf.encode(), day) == live
        assert licensing.call("isOrphaned", ENTRY, leaf.encode(), day) == fallen
        stored = dict(enumerate(words, start=1))
        assert scope.is_live(leaf, day, stored) == live
        assert scope.is_fallen(leaf, min(day, today), stored) == fallen
    finally:
        bare.rewind(mark)


@given(
    words=st.lists(
        st.builds(
            lambda word, state, ended, under: replace(word, state=state, end=ended, parent=under),
            licences(),
            st.sampled_from([state for state in LicenceState if state]),
            st.sampled_from(DAYS),
            st.integers(0, 4),
        ),
        max_size=4,
    ),
    candidate=licences(),
    under=st.integers(0, 4),
)
@settings(QUICK, max_examples=80)
def test_the_domain_names_what_stands_in_the_way_of_an_exclusive_licence(
    licensing: Contract, bare: LocalChain, words: list[Licence], candidate: Licence, under: int
) -> None:
    """Rules 46, 54: the first one it names is the one the ledger refuses by."""
    mark = bare.mark()
    try:
        stored = {number: replace(word, parent=word.parent % number) for number, word in enumerate(words, start=1)}
        put(licensing, **{f"n{number}": word for number, word in stored.items()})
        wish = replace(candidate, kind=LicenceKind.EXCLUSIVE, parent=under % (len(words) + 1))
        unclosed = sum(word.state != LicenceState.CLOSED for word in words)
        found = scope.in_the_way(wish, DAYS[0], stored)
        if found:
            with pytest.raises(Reverted) as refused:
                ask(licensing, unclosed, sorted(stored), wish)
            assert (refused.value.name, refused.value.arguments["number"]) == ("ExclusivityConflict", found[0])
        else:
            ask(licensing, unclosed, sorted(stored), wish)
    finally:
        bare.rewind(mark)


# ------------------------------------------------------------------------------------------------ the complete list


def put(contract: Contract, **words: Licence) -> None:
    """Store licences `n1`, `n2` …"""
    for name, word in words.items():
        contract.transact("put", ENTRY, int(name[1:]), word.encode())


def ask(contract: Contract, unclosed: int, listed: list[int], candidate: Licence) -> None:
    contract.call("needsRoom", ENTRY, unclosed, listed, candidate.encode(), DAYS[0] * 86_400)


CANDIDATE = replace(FULL, licensee=9, kind=LicenceKind.EXCLUSIVE, purposes=Purpose.STAGE_PERFORMANCE)
APART = replace(FULL, purposes=Purpose.TEACHING)


def test_there_is_room_beside_licences_that_are_disjoint(stored: Contract) -> None:
    """Rule 46."""
    put(stored, n3=APART, n5=replace(APART, licensee=8))
    ask(stored, 2, [3, 5], CANDIDATE)


@pytest.mark.parametrize(
    "listed, error, arguments",
    [
        ([3], "LicenceListIncomplete", {"entry": ENTRY, "listed": 1, "unclosed": 2}),
        ([], "LicenceListIncomplete", {"entry": ENTRY, "listed": 0, "unclosed": 2}),
        ([3, 3], "ListDisordered", {"number": 3}),
        ([5, 3], "ListDisordered", {"number": 3}),
        ([0, 3, 5], "ListDisordered", {"number": 0}),
        ([3, 4, 5], "NoSuchLicence", {"entry": ENTRY, "number": 4}),
    ],
)
def test_a_list_that_is_not_all_licences_once_each_ascending_is_refused(
    stored: Contract, listed: list[int], error: str, arguments: dict[str, object]
) -> None:
    """Rule 46: the number in the head proves the list complete."""
    put(stored, n3=APART, n5=replace(APART, licensee=8))
    with pytest.raises(Reverted) as refused:
        ask(stored, 2, listed, CANDIDATE)
    assert (refused.value.name, refused.value.arguments) == (error, arguments)


def test_a_listed_licence_closed_since_is_skipped(stored: Contract) -> None:
    """Rule 46: nobody spoils a signed filing by closing what it lists."""
    put(stored, n3=APART, n5=replace(FULL, state=LicenceState.CLOSED))
    ask(stored, 1, [3, 5], CANDIDATE)


def test_a_closed_licence_does_not_pad_a_list(stored: Contract) -> None:
    """Rule 46."""
    put(stored, n3=APART, n5=replace(FULL, state=LicenceState.CLOSED))
    with pytest.raises(Reverted) as refused:
        ask(stored, 2, [3, 5], CANDIDATE)
    assert refused.value.name == "LicenceListIncomplete"


@pytest.mark.parametrize("state", [LicenceState.ACTIVE, LicenceState.SUSPENDED, LicenceState.ENDED])
def test_any_licence_not_closed_that_meets_the_candidate_stops_it(stored: Contract, state: LicenceState) -> None:
    """Rule 46: a suspended one may come back, an ended one was in force on its last day."""
    put(stored, n3=APART, n5=replace(FULL, state=state))
    with pytest.raises(Reverted) as refused:
        ask(stored, 2, [3, 5], CANDIDATE)
    assert (refused.value.name, refused.value.arguments["number"]) == ("ExclusivityConflict", 5)


def test_a_licence_that_ended_before_is_counted_but_not_tested(stored: Contract) -> None:
    """Rule 46."""
    put(stored, n3=replace(FULL, end=DAYS[1]))
    later = replace(CANDIDATE, start=DAYS[2])
    ask(stored, 1, [3], later)
    with pytest.raises(Reverted) as refused:
        ask(stored, 1, [], later)
    assert refused.value.name == "LicenceListIncomplete"


def test_what_a_candidate_is_given_under_does_not_stop_it_but_a_sibling_does(stored: Contract) -> None:
    """Rule 46, at any depth."""
    put(stored, n3=FULL, n4=replace(FULL, licensee=8, parent=3))
    ask(stored, 2, [3, 4], replace(CANDIDATE, parent=4))
    with pytest.raises(Reverted) as refused:
        ask(stored, 2, [3, 4], replace(CANDIDATE, parent=3))
    assert refused.value.arguments["number"] == 4


def test_a_licence_fallen_with_its_parent_stops_nobody(stored: Contract) -> None:
    """Rules 46, 54: only its licensee may be able to close it, and must not hold up others by waiting."""
    put(stored, n3=replace(FULL, state=LicenceState.ENDED, end=DAYS[0] - 1), n4=replace(FULL, licensee=8, parent=3))
    ask(stored, 2, [3, 4], CANDIDATE)
