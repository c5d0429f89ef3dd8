"""Random acts by random parties: ledger and model agree on acceptance, on refusals, and on every word, step by step."""

import inspect
import os
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.contracts.model import (
    attestations,
    burdens,
    cases,
    changes,
    consents,
    disposals,
    disputes,
    enforcements,
    guarantees,
    lease_ends,
    leases,
    licences,
    listings,
    notes,
    objections,
    parties,
    realisations,
    securities,
    sources,
    supervision,
    usage,
    versions,
)
from tests.contracts.model.play import Tally
from tests.contracts.model.report import never, table
from tests.contracts.model.walk import MOVES, Scene, walk

SEEDS = int(os.environ.get("MODEL_SEEDS", "500"))
"""Of the long run."""
STEPS = 130
SUBJECTS = (
    attestations, burdens, cases, changes, consents, disposals, disputes, enforcements, guarantees, lease_ends, leases, licences,
    listings, notes, objections, parties, realisations, securities, sources, supervision, usage, versions,
)  # fmt: skip


@pytest.fixture(scope="module")
def tally() -> Tally:
    """What all walks of the long run met."""
    return Tally()


@pytest.mark.parametrize("seed", range(1000, 1006))
def test_ledger_and_model_agree(scene: Scene, seed: int) -> None:
    """Rules 1–5, 7, 11–56, 59, 61–67, 71–76, 80, 81, 84, 85, 87–90, 92–100, 104–116, 118, 119, 121, 123, 124, in whatever order."""
    assert walk(scene, Random(seed), 60).acts > 20


@settings(max_examples=6, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False))
def test_they_agree_on_what_hypothesis_chooses(scene: Scene, chance: Random) -> None:
    """The same walk, which Hypothesis shortens when it fails."""
    walk(scene, chance, 20)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(SEEDS))
def test_they_agree_for_long(scene: Scene, tally: Tally, seed: int) -> None:
    """Resumed with `-k`, or by `python -m tests.contracts.model SEED 500`."""
    tally.add(walk(scene, Random(seed), STEPS))
    print(f"seed {seed} done, {tally.acts} acts")


@pytest.mark.long
def test_every_act_was_accepted_and_refused(tally: Tally) -> None:
    """After the whole long run; what it never met is printed."""
    if tally.walks < SEEDS:
        pytest.skip(f"only {tally.walks} of {SEEDS} seeds were walked")
    print(table(tally))
    print(never(tally))
    acts = {name for name, _ in tally.refused} | set(tally.accepted)
    assert len(acts) == len(acts_of_the_model())
    assert [act for act in sorted(acts) if not tally.accepted[act]] == []
    assert [act for act in sorted(acts) if not tally.refusals(act)] == []


def test_every_act_of_the_model_is_tried() -> None:
    """Somebody at random does each of them."""
    sources = "".join(inspect.getsource(module) for module in MOVES)
    assert [f"{module}.{name}" for module, name in acts_of_the_model() if f"{module}.{name}" not in sources] == []


def acts_of_the_model() -> list[tuple[str, str]]:
    """Every act the model knows."""
    return [
        (module.__name__.rpartition(".")[2], name)
        for module in SUBJECTS
        for name, each in vars(module).items()
        if inspect.isgeneratorfunction(each)
        and each.__module__ == module.__name__
        and not name.startswith("_")
        and name != "ancestors"
    ]
