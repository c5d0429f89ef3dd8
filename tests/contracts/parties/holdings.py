"""Joint holdings for the tests: formed by their members, with voting weights and quora in basis points."""

from collections.abc import Sequence
from typing import Any

from ledger_api.domain.words import Members, Shares
from tests.contracts.stage import Player, Stage
from tests.contracts.stage.cast import DOCUMENT, SHA256


def ordered(players: Sequence[Player]) -> list[Player]:
    """By number, as a joint holding lists its members."""
    return sorted(players, key=lambda player: player.number)


def joining(
    players: Sequence[Player], weights: Sequence[int], quorum: Sequence[int] = (6_000, 6_000, 6_000, 5_000)
) -> tuple[Any, ...]:
    """The act that forms a joint holding of `players` in the order given."""
    numbers = [player.number for player in players]
    members = Members(member=tuple(numbers + [0] * (8 - len(numbers))))  # type: ignore[arg-type]
    shares = Shares(weight=tuple([*weights] + [0] * (8 - len(weights))), quorum=tuple(quorum))  # type: ignore[arg-type]
    return ("join", members, shares, SHA256, DOCUMENT)


def joined(
    stage: Stage, *players: Player, weights: Sequence[int] = (), quorum: Sequence[int] = (6_000, 6_000, 6_000, 5_000)
) -> int:
    """The number of a new joint holding; equal weights unless said otherwise, the last taking what is left."""
    members = ordered(players)
    equal = 10_000 // len(members)
    shares = list(weights) or [equal] * (len(members) - 1) + [10_000 - equal * (len(members) - 1)]
    done = stage.file([player.one for player in members], [joining(members, shares, quorum)])
    return done.line("PartyNumbered").number
