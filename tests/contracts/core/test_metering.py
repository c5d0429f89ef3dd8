"""Where burdens want the fees of licences to go."""

from dataclasses import replace
from typing import Any

import pytest

from hardhat_free_env.testing import Contract, LocalChain
from ledger_api.domain.words import Burden, BurdenKind, BurdenState, Effect, PaymentRoute, Right
from tests.contracts.core.harnesses import METERING, deploy

PLEDGE = Burden(kind=BurdenKind.SECURITY, state=BurdenState.OPEN, rights=Right.OPERATE | Right.USE, until=100)


@pytest.fixture(scope="module")
def metering(bare: LocalChain) -> Contract:
    return deploy(bare, METERING)


def wanted(metering: Contract, burden: Burden, day: int = 100, today: int = 100) -> int:
    return int(metering.call("wanted", burden.encode(), day, today))


@pytest.mark.parametrize(
    "changes, route",
    [
        ({}, PaymentRoute.PLEDGE_ACCOUNT),
        ({"until": 0}, PaymentRoute.PLEDGE_ACCOUNT),
        ({"kind": BurdenKind.LEASE}, PaymentRoute.LESSOR),
        ({"kind": BurdenKind.COURT_ORDER, "effects": Effect.PAYMENT | Effect.TRANSFER}, PaymentRoute.COURT),
        ({"kind": BurdenKind.COURT_ORDER, "effects": Effect.TRANSFER}, PaymentRoute.NONE),
        ({"effects": Effect.PAYMENT}, PaymentRoute.PLEDGE_ACCOUNT),
        ({"kind": BurdenKind.EXCLUSIVE_LICENCE}, PaymentRoute.NONE),
        ({"kind": BurdenKind.DISPUTE, "effects": Effect.PAYMENT}, PaymentRoute.NONE),
        ({"rights": Right.HOLD | Right.USE}, PaymentRoute.NONE),
        ({"state": BurdenState.CLOSED}, PaymentRoute.NONE),
        ({"state": BurdenState.QUEUED}, PaymentRoute.NONE),
    ],
)
def test_fees_go_where_the_burden_wants_them(metering: Contract, changes: dict[str, Any], route: int) -> None:
    """Rule 50."""
    assert wanted(metering, replace(PLEDGE, **changes)) == route


def test_a_burden_past_its_last_day_by_both_times_wants_nothing(metering: Contract) -> None:
    """Rules 50, 124."""
    assert wanted(metering, PLEDGE, day=101, today=100) == PaymentRoute.PLEDGE_ACCOUNT
    assert wanted(metering, PLEDGE, day=100, today=101) == PaymentRoute.PLEDGE_ACCOUNT
    assert wanted(metering, PLEDGE, day=101, today=101) == PaymentRoute.NONE
