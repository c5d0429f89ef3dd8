"""Working days, proved on the compiled code by induction over its loop: for every calendar, day and number of days.

The n-th working day after a day is that day for n = 0; else it is missing when the next day is not loaded; else it is the
n-th working day after the next day, or the one before the n-th if the next day is worked itself.
"""

from dataclasses import replace

import pytest
import z3
from eth_hash.auto import keccak

from hardhat_free_env.compiler.build import compile_text
from ledger_api.domain.words import NAMESPACES
from tests.contracts.core.harnesses import CALENDAR
from tests.contracts.proofs.evm import HASH_OF_TWO, STORAGE, How, Machine, Run, Word, follows, number

DAY, N, GROUP, KEPT = z3.BitVecs("day n group kept", 256)
NOWHERE = number((1 << 256) - 1)
MISSING = int.from_bytes(keccak(b"CalendarMissing(uint256)")[:4], "big")
BOOK = NAMESPACES["dpr.book"]
SPAN = STORAGE[number(BOOK + 1)]
FROM, UNTIL = SPAN & 0xFFFF, z3.LShR(SPAN, 16) & 0xFFFF


def bitmap(group: Word) -> Word:
    """The word of 256 days, wherever and whatever it is."""
    return STORAGE[HASH_OF_TWO(z3.Concat(group, number(BOOK + 2)))]


def worked(day: Word) -> Word:
    """1 for a working day, 0 for another."""
    return z3.LShR(bitmap(z3.LShR(day, 8)), day & 255) & 1


def loaded(day: Word) -> Word:
    return z3.And(z3.UGE(day, FROM), z3.ULE(day, UNTIL))


def is_bitmap_of(kept: Word, group: Word) -> Word:
    """What the loop relies on when it comes round: the word that it kept is the group's, or it has kept none yet."""
    return z3.Or(group == NOWHERE, kept == bitmap(group))


@pytest.fixture(scope="module")
def machine() -> Machine:
    """`add(DAY, N)`."""
    (artifact,) = compile_text("tests/Harness.sol", CALENDAR).values()
    selector = bytes.fromhex(artifact.method_identifiers["add(uint256,uint256)"])
    return Machine(artifact.deployed_bytecode, selector, [DAY, N])


@pytest.fixture(scope="module")
def entered(machine: Machine) -> Run:
    """The loop, entered with the day and number that were asked."""
    (run,) = machine.runs(until=machine.loop())
    return run


@pytest.fixture(scope="module")
def anywhere(machine: Machine, entered: Run) -> Run:
    """The loop, wherever it may stand: any day, any number of days to go, any word kept of any group."""
    (first,) = (run for run in machine.runs(entered, entered.at) if run.how is How.ARRIVED)
    free = {NOWHERE: GROUP, number(0): KEPT}
    stack = tuple(
        each if each.eq(after) else free.get(each, each) for each, after in zip(entered.stack, first.stack, strict=True)
    )
    assert {DAY, N, GROUP, KEPT} <= set(stack)
    return replace(entered, stack=stack)


@pytest.fixture(scope="module")
def rounds(machine: Machine, anywhere: Run) -> list[Run]:
    """Every way through the loop once."""
    return list(machine.runs(anywhere, anywhere.at))


def test_the_loop_begins_with_the_day_and_number_asked_and_nothing_kept(entered: Run) -> None:
    assert (entered.how, entered.given) == (How.ARRIVED, ())
    assert {DAY, N, NOWHERE} <= set(entered.stack)


def test_no_days_after_a_day_is_that_day(rounds: list[Run]) -> None:
    """Whether or not it is loaded."""
    (run,) = (run for run in rounds if run.how is How.RETURNED)
    assert follows(run.given, N == 0, run.value == DAY)


def test_a_day_is_missing_exactly_when_one_that_is_to_be_looked_at_is_not_loaded(rounds: list[Run]) -> None:
    """Rule 125."""
    missing = [run for run in rounds if run.how is How.REVERTED]
    assert {run.error for run in missing} == {MISSING}
    assert all(follows(run.given, N != 0, z3.Not(loaded(DAY + 1))) for run in missing)


def test_another_day_is_one_further_and_counts_when_it_is_worked(rounds: list[Run], anywhere: Run) -> None:
    """Rule 25. What is kept from day to day is always the bitmap of the day's group; nothing else changes."""
    on = [run for run in rounds if run.how is How.ARRIVED]
    assert on
    for run in on:
        given = [is_bitmap_of(KEPT, GROUP), *run.given]
        became = {DAY: DAY + 1, N: N - worked(DAY + 1)}
        claims, kept = [N != 0, loaded(DAY + 1)], {}
        for before, after in zip(anywhere.stack, run.stack, strict=True):
            if before.eq(GROUP) or before.eq(KEPT):
                kept[before] = after
            else:
                claims.append(after == became.get(before, before))
        assert follows(given, *claims, is_bitmap_of(kept[KEPT], kept[GROUP]))
