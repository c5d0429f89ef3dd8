"""What may befall the cast: suspension, an expired identity, a mandate, a joint holding, another registrar."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from eth_hash.auto import keccak

from ledger_api.domain.words import (
    Accreditation,
    AccreditationKind,
    AccreditationStatus,
    Algorithm,
    Mandate,
    MandateState,
    Members,
    Parameters,
    Party,
    Power,
    Role,
    Shares,
)
from tests.contracts.stage import Cast, Player, Stage, enter
from tests.contracts.stage.cast import FOR_EVER, MERCHANT, YEARS, accredit

SHA256 = Algorithm.SHA256
DOCUMENT = keccak(b"document")


def amend(stage: Stage, cast: Cast, player: Player, **changes: Any) -> None:
    """The operator changes a party's word."""
    word = replace(stage.word(Party, player), **changes)
    stage.file(cast.operator.both, [("amend", player, word, SHA256, DOCUMENT)])


def identity_expires(stage: Stage, cast: Cast, player: Player) -> None:
    """A party's identity was verified until a second ago."""
    amend(stage, cast, player, kyc_until=stage.now)
    stage.chain.forward(seconds=1)


def suspend_accreditation(stage: Stage, cast: Cast, registrar: Player) -> None:
    """The registrar may not act any more."""
    word = Accreditation(status=AccreditationStatus.SUSPENDED, from_=YEARS[0], until=YEARS[1])
    kind = AccreditationKind.REGISTRAR_CATALOGUE
    stage.file(cast.operator.both, [("accredit", registrar, kind, word, cast.operator, SHA256, DOCUMENT)])


def mandate(stage: Stage, principal: Player, agent: Player, powers: int = Power.FILE, entry: bytes = bytes(32)) -> None:
    """The principal's first officer gives a mandate, for all entries when none is named."""
    word = Mandate(powers=Power(powers), from_=stage.now, until=FOR_EVER, state=MandateState.GIVEN)
    first, *_ = principal.officers.values()
    stage.file([first], [("mandate", principal, agent, entry, word, SHA256, DOCUMENT)])


def join(stage: Stage, members: Sequence[Player], *, quorum: Sequence[int] = (10_000,) * 4) -> Player:
    """A joint holding in equal parts (the first has what is left over); a player without officers."""
    ordered = sorted(members, key=lambda member: member.number)
    share = 10_000 // len(ordered)
    weights = [10_000 - share * (len(ordered) - 1)] + [share] * (len(ordered) - 1)
    words = (
        Members(member=_eight(member.number for member in ordered)),
        Shares(weight=_eight(weights), quorum=(quorum[0], quorum[1], quorum[2], quorum[3])),
    )
    done = stage.file([next(iter(each.officers.values())) for each in ordered], [("join", *words, SHA256, DOCUMENT)])
    return Player(done.line("PartyNumbered").number)


def another_registrar(stage: Stage, cast: Cast) -> Player:
    """A second catalogue registrar, whose reviewer has a merchant's powers as well."""
    officers = {"reviewer": Power.REVIEW | Power.RECORD | MERCHANT, "approver": Power.APPROVE}
    return registrar_of(stage, cast, officers, 220)


def registrar_of(stage: Stage, cast: Cast, officers: dict[str, Power], first_account: int) -> Player:
    """A catalogue registrar with officers of these powers."""
    player = enter(stage, cast.operator, f"registrar {first_account}", Role.REGISTRAR, officers, first_account)
    accredit(stage, cast.operator, player, AccreditationKind.REGISTRAR_CATALOGUE)
    return player


def with_a_chief(stage: Stage, cast: Cast) -> Player:
    """A registrar whose chief may both review and approve."""
    officers = {"chief": Power.REVIEW | Power.APPROVE, "reviewer": Power.REVIEW, "approver": Power.APPROVE}
    return registrar_of(stage, cast, officers, 230)


def set_parameters(stage: Stage, cast: Cast, **changes: Any) -> None:
    """The operator changes parameters."""
    word = replace(stage.word(Parameters), **changes)
    stage.file(cast.operator.both, [("setParameters", word, SHA256, DOCUMENT)])


def _eight(values: Any) -> tuple[int, int, int, int, int, int, int, int]:  # noqa: ANN401  any numbers
    padded = [*values, *(0,) * 8][:8]
    return (padded[0], padded[1], padded[2], padded[3], padded[4], padded[5], padded[6], padded[7])
