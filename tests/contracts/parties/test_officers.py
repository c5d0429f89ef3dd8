"""Officers: bound by two, one key each for ever, one seat a person, rotated without losing their number, quickly dismissed."""

from dataclasses import replace
from typing import Any

import pytest
from eth_hash.auto import keccak

from hardhat_free_env.testing import account
from ledger_api.domain.words import Officer as OfficerWord
from ledger_api.domain.words import Power
from tests.contracts.parties.test_admission import admission
from tests.contracts.stage import Cast, Officer, Player, Stage
from tests.contracts.stage.cast import DOCUMENT, FOR_EVER, SHA256

NEW_KEY = account(400)
PERSON = b"\x51" * 32
OPENING = ("open", 2, b"\1" * 32)


def binding(
    party: Player | int, powers: int = Power.FILE, until: int = FOR_EVER, key: bytes | None = None,
    person: bytes = PERSON,
) -> tuple[Any, ...]:  # fmt: skip
    number = party if isinstance(party, int) else party.number
    word = number << 160 | powers << 184 | until << 216
    return ("bind", word, keccak(NEW_KEY.address) if key is None else key, person, SHA256, DOCUMENT)


def bound(stage: Stage, by: Any, *arguments: Any, **named: Any) -> Officer:  # noqa: ANN401
    line = stage.file(by, [binding(*arguments, **named)]).line("OfficerNumbered")
    return Officer(line.number, NEW_KEY)


# -------------------------------------------------------------------------------------------- binding


@pytest.mark.parametrize("who", ["operator", "holder"])
def test_two_of_the_operator_or_of_the_party_bind_an_officer(stage: Stage, cast: Cast, who: str) -> None:
    expected = stage.book_line + 1
    officer = bound(stage, getattr(cast, who).both, cast.holder)
    word = stage.word(OfficerWord, officer)
    assert officer.number == expected
    assert (word.party, word.powers, word.until) == (cast.holder.number, Power.FILE, FOR_EVER)
    assert word.key == int.from_bytes(keccak(NEW_KEY.address)[12:], "big")
    stage.direct(officer, *OPENING, cast.holder)


def test_one_person_or_two_of_another_party_bind_nobody(stage: Stage, cast: Cast) -> None:
    for by in ([cast.operator.alice], [cast.holder.one], cast.second.both, [cast.holder.one, cast.operator.alice]):
        with stage.refused("TwoPersonsMissing"):
            stage.file(by, [binding(cast.holder)])


def test_two_of_a_suspended_party_bind_nobody(stage: Stage, cast: Cast) -> None:
    from ledger_api.domain.words import Party, PartyStatus

    suspended = replace(stage.word(Party, cast.holder), status=PartyStatus.SUSPENDED)
    stage.file(cast.operator.both, [("amend", cast.holder, suspended, SHA256, DOCUMENT)])
    with stage.refused("TwoPersonsMissing", party=1):
        stage.file(cast.holder.both, [binding(cast.holder)])
    stage.file(cast.operator.both, [binding(cast.holder)])


def test_the_operator_s_pair_counts_beside_two_of_the_party_without_the_power(stage: Stage, cast: Cast) -> None:
    weak = bound(stage, cast.operator.both, cast.holder)
    stage.file([*cast.operator.both, cast.holder.one, weak], [binding(cast.holder, key=b"\7" * 32, person=b"\7" * 32)])


@pytest.mark.parametrize(
    "change",
    [
        {"powers": 0},
        {"powers": 1 << 31},  # a power without a name
        {"powers": Power.FILE.value | 1 << len(Power)},
        {"until": 1_000_000},
        {"until": 0},
        {"person": bytes(32)},
    ],
    ids=str,
)
def test_an_officer_begins_with_named_powers_a_term_and_a_person(stage: Stage, cast: Cast, change: Any) -> None:  # noqa: ANN401
    with stage.refused("WordNotValid"):
        stage.file(cast.operator.both, [binding(cast.holder, **change)])


def test_an_officer_may_be_bound_until_this_very_second(stage: Stage, cast: Cast) -> None:
    officer = bound(stage, cast.operator.both, cast.holder, until=stage.now)
    stage.direct(officer, *OPENING, cast.holder)
    stage.chain.forward(seconds=1)
    with stage.refused("OfficerNotInOffice", officer=officer):
        stage.direct(officer, "open", 2, b"\2" * 32, cast.holder)


def test_an_officer_is_of_a_party_that_is_there_and_not_joint(stage: Stage, cast: Cast) -> None:
    from tests.contracts.parties.holdings import joined

    joint = joined(stage, cast.holder, cast.second)
    for party in (0, 999_999, cast.holder.one.number, joint):
        with stage.refused("NoSuchParty", party=party):
            stage.file(cast.operator.both, [binding(party)])


# -------------------------------------------------------------------------------------------- keys


def test_a_key_is_one_officer_s_for_ever(stage: Stage, cast: Cast) -> None:
    taken = keccak(cast.second.one.account.address)
    with stage.refused("KeyTaken", officer=cast.second.one):
        stage.file(cast.operator.both, [binding(cast.holder, key=taken)])
    stage.direct(cast.second.one, "revoke", cast.second.one, SHA256, DOCUMENT)
    with stage.refused("KeyTaken", officer=cast.second.one):
        stage.file(cast.operator.both, [binding(cast.holder, key=taken)])
    with stage.refused("KeyTaken", officer=cast.second.one):
        stage.direct(cast.holder.one, "rotate", cast.holder.one, taken, SHA256, DOCUMENT)


def test_a_key_that_was_given_up_by_rotation_stays_taken(stage: Stage, cast: Cast) -> None:
    stage.direct(cast.holder.one, "rotate", cast.holder.one, keccak(NEW_KEY.address), SHA256, DOCUMENT)
    old = keccak(cast.holder.one.account.address)
    with stage.refused("KeyTaken", officer=cast.holder.one):
        stage.file(cast.operator.both, [binding(cast.second, key=old)])
    stage.direct(Officer(cast.holder.one.number, NEW_KEY), "rotate", cast.holder.one, old, SHA256, DOCUMENT)
    stage.direct(cast.holder.one, *OPENING, cast.holder)


@pytest.mark.parametrize("key", [bytes(32), b"\xff" * 12 + bytes(20)])
def test_no_key_is_no_key(stage: Stage, cast: Cast, key: bytes) -> None:
    with stage.refused("KeyTaken", officer=0):
        stage.file(cast.operator.both, [binding(cast.holder, key=key)])


def test_a_rotation_keeps_the_number_and_ends_the_old_key(stage: Stage, cast: Cast) -> None:
    officer = cast.holder.one
    before = stage.word(OfficerWord, officer)
    line = stage.direct(officer, "rotate", officer, keccak(NEW_KEY.address), SHA256, DOCUMENT).line("OfficerChanged")
    after = stage.word(OfficerWord, officer)
    assert line["officer"] == after
    assert line["key"] == keccak(NEW_KEY.address)
    assert replace(after, key=0) == replace(before, key=0)
    with stage.refused("KeyNotOfOfficer"):
        stage.direct(officer, *OPENING, cast.holder)
    stage.direct(Officer(officer.number, NEW_KEY), *OPENING, cast.holder)


@pytest.mark.parametrize("who", ["operator", "holder"])
def test_a_lost_key_is_replaced_by_two_of_the_operator_or_of_the_party(stage: Stage, cast: Cast, who: str) -> None:
    third = bound(stage, cast.operator.both, cast.holder)
    act = ("rotate", third, b"\x61" * 32, SHA256, DOCUMENT)
    for by in ([cast.holder.one], [cast.operator.alice], cast.second.both):
        with stage.refused("TwoPersonsMissing"):
            stage.file(by, [act])
    stage.file(getattr(cast, who).both, [act])


# -------------------------------------------------------------------------------------------- persons


def test_a_person_is_one_officer_of_a_party_at_a_time(stage: Stage, cast: Cast) -> None:
    first = bound(stage, cast.operator.both, cast.holder)
    with stage.refused("PersonInOffice", officer=first):
        stage.file(cast.operator.both, [binding(cast.holder, key=b"\7" * 32)])
    stage.file(cast.operator.both, [binding(cast.second, key=b"\7" * 32)])  # of another party it may be one too


def test_a_person_who_has_left_comes_back_under_the_same_number(stage: Stage, cast: Cast) -> None:
    """Rule 3: under another one it could approve what it reviewed before. The old key opens nothing."""
    first = bound(stage, cast.operator.both, cast.holder, until=stage.now + 60)
    stage.chain.forward(seconds=61)
    with stage.refused("OfficerNotInOffice", officer=first):
        stage.file(cast.operator.both, [("empower", first, Power.FILE, FOR_EVER, SHA256, DOCUMENT)])
    done = stage.file(cast.operator.both, [binding(cast.holder, key=b"\7" * 32)])
    assert done.line("OfficerBound")["ref"] == done.line("OfficerNumbered")["ref"] == first.number
    assert stage.word(OfficerWord, first).until == FOR_EVER
    with stage.refused("PersonInOffice", officer=first):
        stage.file(cast.operator.both, [binding(cast.holder, key=b"\6" * 32)])
    with stage.refused("KeyNotOfOfficer", officer=first):
        stage.direct(first, *OPENING, cast.holder)


def test_whoever_comes_back_is_a_line_of_the_book_all_the_same(stage: Stage, cast: Cast) -> None:
    """Rule 3: so that what is counted back from the book's end in one filing is what was meant."""
    first = bound(stage, cast.operator.both, cast.holder, until=stage.now + 60)
    stage.chain.forward(seconds=61)
    done = stage.file(
        cast.operator.both,
        [
            admission(),
            binding(cast.holder, key=b"\7" * 32),
            binding(0x800000 | 2, key=b"\6" * 32),  # of the party admitted two lines back
        ],
    )
    back, other = done.all("OfficerNumbered")
    assert (back["ref"], other["ref"]) == (first.number, other.number)
    assert other["party"] == done.line("PartyNumbered").number


# -------------------------------------------------------------------------------------------- powers


def empowering(officer: Officer, powers: int, until: int = FOR_EVER) -> tuple[Any, ...]:
    return ("empower", officer, powers, until, SHA256, DOCUMENT)


@pytest.mark.parametrize("who", ["operator", "holder"])
def test_two_change_an_officer_s_powers_and_term(stage: Stage, cast: Cast, who: str) -> None:
    third = bound(stage, cast.operator.both, cast.holder)
    line = stage.file(getattr(cast, who).both, [empowering(third, Power.OBJECT, stage.now + 5)]).line("OfficerChanged")
    assert (line["officer"].powers, line["officer"].until, line["key"]) == (Power.OBJECT, stage.now + 5, bytes(32))
    with stage.refused("AssentMissing", party=cast.holder):
        stage.direct(third, *OPENING, cast.holder)


def test_an_officer_does_not_empower_itself(stage: Stage, cast: Cast) -> None:
    with stage.refused("TwoPersonsMissing"):
        stage.direct(cast.holder.one, *empowering(cast.holder.one, Power.GOVERN))


@pytest.mark.parametrize("change", [(0, FOR_EVER), (1 << 25, FOR_EVER), (Power.FILE, 1_000_000)], ids=str)
def test_changed_powers_have_names_and_a_term_ahead(stage: Stage, cast: Cast, change: tuple[int, int]) -> None:
    with stage.refused("WordNotValid"):
        stage.file(cast.operator.both, [empowering(cast.holder.one, *change)])


def test_a_machine_stays_a_machine_and_a_person_a_person(stage: Stage, cast: Cast) -> None:
    machine = bound(stage, cast.operator.both, cast.holder, powers=Power.FILE | Power.MACHINE)
    with stage.refused("WordNotValid"):
        stage.file(cast.operator.both, [empowering(machine, Power.FILE)])
    with stage.refused("WordNotValid"):
        stage.file(cast.operator.both, [empowering(cast.holder.one, Power.FILE | Power.MACHINE)])
    stage.file(cast.operator.both, [empowering(machine, Power.RECORD | Power.MACHINE)])


@pytest.mark.parametrize("act", [("empower", 1, FOR_EVER), ("rotate", b"\7" * 32), ("revoke",)], ids=lambda act: act[0])
def test_an_officer_that_is_not_there_cannot_be_changed(stage: Stage, cast: Cast, act: tuple[Any, ...]) -> None:
    for number in (1, 999_999, 0):  # 1 is a party's number
        with stage.refused("NoSuchOfficer", officer=number):
            stage.file(cast.operator.both, [(act[0], number, *act[1:], SHA256, DOCUMENT)])


# -------------------------------------------------------------------------------------------- leaving


@pytest.mark.parametrize("who", ["itself", "a colleague", "the operator's pair"])
def test_an_officer_is_dismissed_quickly(stage: Stage, cast: Cast, who: str) -> None:
    officer = cast.holder.one
    by = {"itself": [officer], "a colleague": [cast.holder.two], "the operator's pair": cast.operator.both}[who]
    line = stage.file(by, [("revoke", officer, SHA256, DOCUMENT)]).line("OfficerChanged")
    assert (line["ref"], line["officer"].until) == (officer.number, 0)
    assert stage.word(OfficerWord, officer).until == 0
    with stage.refused("OfficerNotInOffice"):
        stage.direct(officer, *OPENING, cast.holder)


def test_strangers_dismiss_nobody(stage: Stage, cast: Cast) -> None:
    weak = bound(stage, cast.operator.both, cast.holder)  # without BIND
    for by in ([cast.second.one], [cast.operator.alice], [weak], cast.registrar.pair):
        with stage.refused("TwoPersonsMissing"):
            stage.file(by, [("revoke", cast.holder.one, SHA256, DOCUMENT)])


def test_of_the_operator_s_officers_one_alone_dismisses_only_itself(stage: Stage, cast: Cast) -> None:
    alice, bob = cast.operator.both
    with stage.refused("TwoPersonsMissing", party=1):
        stage.direct(alice, "revoke", bob, SHA256, DOCUMENT)
    carol = bound(stage, cast.operator.both, cast.operator, powers=Power.ADMIT | Power.BIND)
    stage.file([alice, carol], [("revoke", bob, SHA256, DOCUMENT)])
    stage.direct(alice, "revoke", alice, SHA256, DOCUMENT)


def test_a_dismissed_officer_stays_dismissed(stage: Stage, cast: Cast) -> None:
    stage.direct(cast.holder.one, "revoke", cast.holder.one, SHA256, DOCUMENT)
    with stage.refused("OfficerNotInOffice"):
        stage.file(cast.operator.both, [empowering(cast.holder.one, Power.FILE)])
