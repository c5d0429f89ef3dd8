"""The gas of every act, committed and compared: a change of price is a change somebody looked at."""

import json

import pytest

from hardhat_free_env.compiler.artifacts import load
from hardhat_free_env.deploy.pages import CHAPTERS
from tests.contracts.gas.acts import INITIAL, ROWS
from tests.contracts.gas.measure import Cost
from tests.contracts.gas.table import JSON, PAGE, Table, measure, over, page

REMEDY = "if it is meant: .venv/bin/python -m tests.contracts.gas.table --write"


@pytest.fixture(scope="module")
def table() -> Table:
    return measure()


def test_every_act_costs_what_is_committed(table: Table) -> None:
    committed = json.loads(JSON.read_text(encoding="utf-8"))
    measured = table.as_json()
    changed = {name for name, cost in measured["acts"].items() if cost != committed["acts"].get(name)}
    assert changed | (committed["acts"].keys() - measured["acts"].keys()) == set(), REMEDY
    assert measured == committed, REMEDY


def test_the_page_shows_what_is_measured(table: Table) -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert page(table, text) == text, REMEDY


def test_every_act_has_a_row(table: Table) -> None:
    """Whatever chapters do, somebody pays for: an act without a price is found here."""
    acts = {entry["name"] for name in CHAPTERS for entry in load(name).abi if entry["type"] == "function"}
    assert acts == set(ROWS)
    assert {row for rows in ROWS.values() for row in rows} == set(table.costs)


def test_no_act_costs_less_than_its_floor(table: Table) -> None:
    """Else the floor is counted wrong."""
    for name, cost in table.costs.items():
        assert cost.floor < cost.alone < cost.single, name


def test_every_act_keeps_to_the_goals_of_the_design(table: Table) -> None:
    """Without its signatures at most 1.5 times its floor, in a batch of twenty at most 60 % of the single filing."""
    assert [reason for name, cost in table.costs.items() for reason in over(name, cost)] == []


def test_a_row_over_its_goals_is_named() -> None:
    dear = Cost(needed=1, floor=40_000, alone=60_001, direct=60_001, filed={1: 80_000}, batch=48_500)
    assert [reason.split(":")[0] for reason in over("dear", dear)] == ["dear", "dear"]


def test_the_whole_procedure_is_the_sum_of_its_acts(table: Table) -> None:
    assert table.whole["filings"] == sum(table.costs[name].single for name in INITIAL)
