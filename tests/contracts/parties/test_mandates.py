"""Mandates: an agent's officers act for a principal, for the powers, days and entries given and not one step further."""

from dataclasses import replace
from typing import Any

import pytest

from ledger_api.domain.words import Mandate, MandateState, Party, PartyStatus, Power
from tests.contracts.parties.assent import ask
from tests.contracts.stage import Cast, Player, Stage
from tests.contracts.stage.cast import DOCUMENT, FOR_EVER, SHA256

GIVEN = Mandate(powers=Power.FILE | Power.LICENSE, until=FOR_EVER, state=MandateState.GIVEN)
REVOKED = replace(GIVEN, state=MandateState.REVOKED)
ENTRY = b"\x71" * 32
OTHER = b"\x72" * 32
EVERY = bytes(32)


def mandate(principal: Player, agent: Any, word: Mandate | int = GIVEN, entry: bytes = EVERY) -> tuple[Any, ...]:  # noqa: ANN401
    return ("mandate", principal, agent, entry, word, SHA256, DOCUMENT)


def give(stage: Stage, cast: Cast, word: Mandate = GIVEN, entry: bytes = EVERY) -> None:
    """The holder mandates the maker."""
    stage.direct(cast.holder.one, *mandate(cast.holder, cast.maker, word, entry))


def acts_for(stage: Stage, agent: Player, principal: Player, power: Power = Power.FILE, entry: bytes = ENTRY) -> bool:
    return ask(stage, [agent.one], principal.number, power, entry)


def test_an_agent_acts_where_its_principal_says_so(stage: Stage, cast: Cast) -> None:
    opening = ("open", 2, b"\1" * 32, cast.holder)
    with stage.refused("AssentMissing", party=cast.holder):
        stage.direct(cast.maker.one, *opening)
    give(stage, cast)
    assert stage.direct(cast.maker.one, *opening).line("Opened")["applicant"] == cast.holder.number


def test_the_line_is_the_principal_s_and_names_the_agent(stage: Stage, cast: Cast) -> None:
    line = stage.direct(cast.holder.one, *mandate(cast.holder, cast.maker, GIVEN, ENTRY)).line("MandateChanged")
    assert line.subject == stage.party_subject(cast.holder)
    assert (line["ref"], line["mandate"], line["entry"]) == (cast.maker.number, GIVEN, ENTRY)
    assert stage.word(Mandate, cast.holder, cast.maker, ENTRY) == GIVEN


def test_a_mandate_for_one_entry_says_nothing_of_others(stage: Stage, cast: Cast) -> None:
    give(stage, cast, entry=ENTRY)
    assert acts_for(stage, cast.maker, cast.holder, entry=ENTRY)
    assert not acts_for(stage, cast.maker, cast.holder, entry=OTHER)
    assert not acts_for(stage, cast.maker, cast.holder, entry=EVERY)


def test_a_mandate_for_all_covers_each(stage: Stage, cast: Cast) -> None:
    give(stage, cast)
    for entry in (ENTRY, OTHER, EVERY):
        assert acts_for(stage, cast.maker, cast.holder, entry=entry)


def test_a_mandate_covers_the_powers_it_names(stage: Stage, cast: Cast) -> None:
    give(stage, cast)
    assert acts_for(stage, cast.maker, cast.holder, Power.LICENSE)
    for power in (Power.LICENSE_EXCLUSIVE, Power.DISPOSE, Power.ACCEPT):
        assert not acts_for(stage, cast.maker, cast.holder, power)


def test_an_agent_s_officer_needs_the_power_itself(stage: Stage, cast: Cast) -> None:
    stage.direct(cast.holder.one, *mandate(cast.holder, cast.exchange))
    assert not ask(stage, [cast.exchange.recorder], cast.holder.number, Power.FILE, ENTRY)


def test_a_mandate_holds_from_its_first_second_to_its_last(stage: Stage, cast: Cast) -> None:
    give(stage, cast, replace(GIVEN, from_=stage.now + 10, until=stage.now + 20))
    seen = []
    for seconds in (9, 1, 10, 1):
        stage.chain.forward(seconds=seconds)
        seen.append(acts_for(stage, cast.maker, cast.holder))
    assert seen == [False, True, True, False]


def test_an_agent_passes_nothing_on(stage: Stage, cast: Cast) -> None:
    """A mandate of the agent's own makes its agent no agent of the principal."""
    give(stage, cast)
    stage.direct(cast.maker.one, *mandate(cast.maker, cast.buyer))
    assert acts_for(stage, cast.buyer, cast.maker)
    assert not acts_for(stage, cast.buyer, cast.holder)
    with stage.refused("AssentMissing", party=cast.holder):
        stage.direct(cast.maker.one, *mandate(cast.holder, cast.buyer))


def test_being_an_agent_works_one_way(stage: Stage, cast: Cast) -> None:
    give(stage, cast)
    assert not acts_for(stage, cast.holder, cast.maker)


def test_an_agent_that_may_not_act_acts_for_nobody(stage: Stage, cast: Cast) -> None:
    give(stage, cast)
    suspended = replace(stage.word(Party, cast.maker), status=PartyStatus.SUSPENDED)
    stage.file(cast.operator.both, [("amend", cast.maker, suspended, SHA256, DOCUMENT)])
    assert not acts_for(stage, cast.maker, cast.holder)


def test_an_agent_of_a_party_that_may_not_act_does_nothing(stage: Stage, cast: Cast) -> None:
    give(stage, cast)
    expired = replace(stage.word(Party, cast.holder), kyc_until=stage.now - 1)
    stage.file(cast.operator.both, [("amend", cast.holder, expired, SHA256, DOCUMENT)])
    assert not acts_for(stage, cast.maker, cast.holder)


def test_a_later_agent_in_the_filing_serves_where_the_first_does_not(stage: Stage, cast: Cast) -> None:
    stage.direct(cast.holder.one, *mandate(cast.holder, cast.buyer))
    assert ask(stage, [cast.maker.one, cast.buyer.one], cast.holder.number, Power.FILE, ENTRY)


def test_an_agent_out_of_office_in_the_same_filing_serves_no_more(stage: Stage, cast: Cast) -> None:
    give(stage, cast)
    with stage.refused("AssentMissing", party=cast.holder):
        stage.file(
            [cast.maker.one],
            [("revoke", cast.maker.one, SHA256, DOCUMENT), ("open", 2, b"\1" * 32, cast.holder)],
        )


# -------------------------------------------------------------------------------------------- giving and revoking


def test_only_the_principal_s_own_officer_with_the_power_gives_a_mandate(stage: Stage, cast: Cast) -> None:
    for officer in (cast.maker.one, cast.second.one, cast.operator.alice):
        with stage.refused("AssentMissing", party=cast.holder, power=Power.MANDATE):
            stage.direct(officer, *mandate(cast.holder, cast.maker))
    with stage.refused("AssentMissing", party=cast.exchange, power=Power.MANDATE):
        stage.direct(cast.exchange.recorder, *mandate(cast.exchange, cast.maker))


@pytest.mark.parametrize("who", ["principal", "agent"])
def test_either_side_revokes(stage: Stage, cast: Cast, who: str) -> None:
    give(stage, cast)
    officer = cast.holder.two if who == "principal" else cast.maker.two
    stage.direct(officer, *mandate(cast.holder, cast.maker, REVOKED))
    assert not acts_for(stage, cast.maker, cast.holder)


def test_an_agent_only_revokes(stage: Stage, cast: Cast) -> None:
    give(stage, cast, entry=ENTRY)
    with stage.refused("AssentMissing", party=cast.holder):
        stage.direct(cast.maker.one, *mandate(cast.holder, cast.maker, GIVEN))


def test_a_stranger_revokes_nothing(stage: Stage, cast: Cast) -> None:
    give(stage, cast)
    with stage.refused("AssentMissing", party=cast.holder):
        stage.direct(cast.buyer.one, *mandate(cast.holder, cast.maker, REVOKED))
    assert acts_for(stage, cast.maker, cast.holder)


def test_the_mandate_of_a_suspended_agent_can_still_be_revoked(stage: Stage, cast: Cast) -> None:
    give(stage, cast)
    active = stage.word(Party, cast.maker)
    suspended = replace(active, status=PartyStatus.SUSPENDED)
    stage.file(cast.operator.both, [("amend", cast.maker, suspended, SHA256, DOCUMENT)])
    with stage.refused("PartyNotActive", party=cast.maker):
        stage.direct(cast.maker.one, *mandate(cast.holder, cast.maker, REVOKED))
    stage.direct(cast.holder.one, *mandate(cast.holder, cast.maker, REVOKED))
    stage.file(cast.operator.both, [("amend", cast.maker, active, SHA256, DOCUMENT)])
    assert not acts_for(stage, cast.maker, cast.holder)


def test_a_principal_that_may_not_act_gives_none_and_its_agent_may_still_leave(stage: Stage, cast: Cast) -> None:
    give(stage, cast)
    suspended = replace(stage.word(Party, cast.holder), status=PartyStatus.SUSPENDED)
    stage.file(cast.operator.both, [("amend", cast.holder, suspended, SHA256, DOCUMENT)])
    for word in (GIVEN, REVOKED):
        with stage.refused("PartyNotActive", party=cast.holder):
            stage.direct(cast.holder.one, *mandate(cast.holder, cast.maker, word))
    stage.direct(cast.maker.one, *mandate(cast.holder, cast.maker, REVOKED))


def test_an_agent_is_another_party_and_may_act(stage: Stage, cast: Cast) -> None:
    with stage.refused("AgentIsPrincipal"):
        stage.direct(cast.holder.one, *mandate(cast.holder, cast.holder))
    with stage.refused("NoSuchParty", party=999_999):
        stage.direct(cast.holder.one, *mandate(cast.holder, 999_999))


@pytest.mark.parametrize("power", [Power.MANDATE, Power.BIND, Power.ADMIT, Power.GOVERN])
def test_what_only_a_party_itself_may_do_is_not_given_away(stage: Stage, cast: Cast, power: Power) -> None:
    with stage.refused("WordNotValid"):
        give(stage, cast, replace(GIVEN, powers=Power.FILE | power))


@pytest.mark.parametrize(
    "word",
    [replace(GIVEN, state=MandateState.NONE), replace(GIVEN, powers=Power(0)), GIVEN.encode() | 1 << len(Power),
     GIVEN.encode() | 1 << 255, replace(GIVEN, state=MandateState.NONE).encode() | 3 << 112],
    ids=["no state", "no power", "unknown power", "spare bit", "unknown state"],
)  # fmt: skip
def test_a_mandate_is_whole(stage: Stage, cast: Cast, word: Mandate | int) -> None:
    with stage.refused("WordNotValid"):
        stage.direct(cast.holder.one, *mandate(cast.holder, cast.maker, word))
