"""Random acts on two folios of one content: the ledger agrees with a plain model after each of them, and loses no line."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule, run_state_machine_as_test

from tests.contracts.model.register import STEPS, Folio, Register
from tests.contracts.stage import Cast, Stage

WHICH = st.sampled_from([0, 0, 1])
INDEX = st.integers(0, 1000)
"""Chooses one of what there is."""
SETS = st.frozensets(st.integers(0, 1))


def whenever(some: Callable[[Folio], Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A rule for when some folio has what it needs."""
    return precondition(lambda machine: any(some(folio) for folio in machine.folios))


class Cases(Register):
    """Applications and the objections in their notices."""

    wait = rule(days=st.sampled_from([1, 1, 2, 3, 7, 15]))(Register.wait)
    apply = rule(which=WHICH, asked=st.integers(1, 7))(Register.apply)
    advance = whenever(lambda folio: folio.plain.cases)(
        rule(which=WHICH, index=INDEX, step=st.sampled_from(STEPS))(Register.advance)
    )
    anchor = whenever(lambda folio: folio.plain.cases)(
        rule(which=WHICH, index=INDEX, length=st.integers(3, 60))(Register.anchor)
    )
    object_in_notice = whenever(lambda folio: folio.plain.cases)(
        rule(which=WHICH, index=INDEX)(Register.object_in_notice)
    )
    settle = whenever(lambda folio: folio.objections)(
        rule(which=WHICH, index=INDEX, withdrawn=st.booleans(), drop=st.booleans())(Register.settle)
    )


class Licences(Register):
    """Licences and disputes over folios that are registered at once."""

    begin = initialize(registered=st.sampled_from([1, 2]), length=st.integers(20, 200))(Register.begin)
    wait = rule(days=st.sampled_from([1, 1, 2, 5]))(Register.wait)
    object = rule(which=WHICH, disputed=st.integers(1, 7))(Register.object)
    dispute = whenever(lambda folio: folio.plain.received or folio.plain.disputes)(
        rule(which=WHICH, index=INDEX, withdrawn=st.booleans())(Register.dispute)
    )
    grant = rule(
        which=WHICH,
        taker=st.sampled_from([0, 0, 1, 1, 2, 2, 3]),
        exclusive=st.booleans(),
        sublicensable=st.booleans(),
        begins=st.integers(-2, 15),
        length=st.integers(0, 25),
        cut=st.booleans(),
        actions=SETS,
        purposes=SETS,
        under=st.integers(-3, 20),
    )(Register.grant)
    live = whenever(lambda folio: folio.plain.licences)(
        rule(which=WHICH, index=INDEX, what=st.sampled_from(["suspend", "resume", "end", "close"]))(Register.live)
    )
    narrow = whenever(lambda folio: folio.plain.licences)(
        rule(which=WHICH, index=INDEX, ordinary=st.booleans(), cut=st.integers(0, 6), purposes=SETS)(Register.narrow)
    )


class Everything(Cases, Licences):
    """All of it together."""


@pytest.mark.parametrize("acts", [Cases, Licences, Everything])
def test_the_ledger_agrees_with_a_plain_model(stage: Stage, cast: Cast, acts: type[Register]) -> None:
    """Rules 11, 13, 22–28, 39, 43–46, 54, whatever is done in whatever order."""
    quick = settings(
        max_examples=15,
        stateful_step_count=40,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(lambda: acts(stage, cast), settings=quick)  # type: ignore[arg-type]


ACTS = ["grant"] * 8 + ["live"] * 4 + ["wait"] * 3 + ["narrow", "object", "dispute", "dispute", "apply", "advance"]
"""What a walk does next, by weight: mostly licences, which Hypothesis seldom piles up."""


@pytest.mark.parametrize("seed", range(6))
def test_a_long_walk_agrees_with_a_plain_model(stage: Stage, cast: Cast, seed: int) -> None:
    """Rules 39, 43–46, 54: many licences over one folio, granted, refused, narrowed, ended, closed."""
    chance = Random(seed)
    register = Everything(stage, cast)
    register.begin(registered=2, length=chance.randint(60, 200))

    def codes() -> frozenset[int]:
        return frozenset(chance.choice([(0,), (1,), (0,), (1,), (0, 1), ()]))

    for _ in range(120):
        act, which, index = chance.choice(ACTS), chance.choice([0, 0, 0, 1]), chance.randrange(1000)
        if act == "grant":
            register.grant(
                which=which,
                taker=chance.choice([0, 1, 2]),
                exclusive=chance.random() < 0.5,
                sublicensable=chance.random() < 0.6,
                begins=chance.randint(-1, 12),
                length=chance.randint(0, 8),
                cut=True,
                actions=codes(),
                purposes=codes(),
                under=chance.choice([-1, -1, index]),
            )
        elif act == "live":
            register.live(which, index, chance.choice(["suspend", "resume", "resume", "end", "close", "close"]))
        elif act == "narrow":
            register.narrow(which, index, chance.random() < 0.5, chance.randint(0, 3), codes())
        elif act == "object":
            register.object(which, chance.randint(1, 7))
        elif act == "dispute":
            register.dispute(which, index, withdrawn=chance.random() < 0.7)
        elif act == "apply":
            register.apply(which, chance.randint(1, 7))
        elif act == "advance":
            register.advance(which, index, chance.choice(STEPS))
        else:
            register.wait(chance.choice([1, 2, 4]))
        register.heads_agree()
        register.licences_agree()
        register.lines_told_every_word()
    register.teardown()
