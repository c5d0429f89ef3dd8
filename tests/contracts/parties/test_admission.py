"""Parties: admitted by two of the operator, once each, numbered by the book, changed without losing what may not change."""

from dataclasses import replace
from typing import Any

import pytest
from eth_hash.auto import keccak

from ledger_api.domain.words import Algorithm, Party, PartyKind, PartyStatus, Role
from tests.contracts.stage import Act, Cast, Officer, Stage
from tests.contracts.stage.acting import word
from tests.contracts.stage.cast import DOCUMENT, FOR_EVER, SHA256
from tests.contracts.stage.stage import BOOK_SUBJECT

NEWCOMER = Party(roles=Role.HOLDER, kind=PartyKind.LEGAL_PERSON, status=PartyStatus.ACTIVE, kyc_until=FOR_EVER)


def admission(party: Party | int = NEWCOMER, identifier: bytes = b"\x31" * 32) -> tuple[Any, ...]:
    return ("admit", party, identifier, SHA256, b"\x32" * 32, DOCUMENT)


def test_a_party_s_number_is_that_of_its_line_in_the_book(stage: Stage, cast: Cast) -> None:
    expected = stage.book_line + 1
    done = stage.file(cast.operator.both, [admission()])
    numbered, admitted = done.line("PartyNumbered"), done.line("PartyAdmitted")
    assert (numbered.subject, numbered.number, numbered["ref"]) == (BOOK_SUBJECT, expected, expected)
    assert (admitted.subject, admitted.number, admitted["ref"]) == (keccak(word(3) + word(expected)), 1, expected)
    assert admitted["party"] == NEWCOMER == stage.word(Party, expected)
    assert (admitted["identifier"], admitted["name"], admitted["alg"]) == (b"\x31" * 32, b"\x32" * 32, SHA256)


def test_one_officer_of_the_operator_does_not_admit(stage: Stage, cast: Cast) -> None:
    with stage.refused("TwoPersonsMissing", party=1):
        stage.file([cast.operator.alice], [admission()])
    with stage.refused("TwoPersonsMissing", party=1):
        stage.file([cast.operator.alice, cast.regulator.one], [admission()])


def test_an_identifier_is_one_party_s(stage: Stage, cast: Cast) -> None:
    first = stage.file(cast.operator.both, [admission()]).line("PartyNumbered").number
    with stage.refused("IdentifierTaken", party=first):
        stage.file(cast.operator.both, [admission()])
    with stage.refused("IdentifierTaken", party=1):
        stage.file(cast.operator.both, [admission(identifier=keccak(b"operator"))])


def test_a_party_has_an_identifier(stage: Stage, cast: Cast) -> None:
    with stage.refused("IdentifierTaken", party=0):
        stage.file(cast.operator.both, [admission(identifier=bytes(32))])


@pytest.mark.parametrize(
    "party",
    [
        replace(NEWCOMER, kind=PartyKind.NONE),
        replace(NEWCOMER, kind=PartyKind.JOINT),
        replace(NEWCOMER, status=PartyStatus.NONE),
        replace(NEWCOMER, status=PartyStatus.SUSPENDED),
        replace(NEWCOMER, burdens=1),
        NEWCOMER.encode() | 1 << 23,  # a role without a name
        NEWCOMER.encode() | 7 << 36,  # a kind without a name
        NEWCOMER.encode() | 1 << 200,  # a spare bit
    ],
    ids=["no kind", "joint", "no status", "suspended", "burdened", "unknown role", "unknown kind", "spare bit"],
)
def test_a_party_begins_whole_and_active(stage: Stage, cast: Cast, party: Party | int) -> None:
    with stage.refused("WordNotValid"):
        stage.file(cast.operator.both, [admission(party)])


def test_there_is_one_operator(stage: Stage, cast: Cast) -> None:
    with stage.refused("OperatorsOwn"):
        stage.file(cast.operator.both, [admission(replace(NEWCOMER, roles=Role.OPERATOR | Role.HOLDER))])


@pytest.mark.parametrize("alg", [0, 4, 255])
def test_a_digest_names_an_algorithm_the_ledger_knows(stage: Stage, cast: Cast, alg: int) -> None:
    """Rule 123."""
    with stage.refused("UnknownAlgorithm", alg=alg):
        stage.file(cast.operator.both, [(*admission()[:3], alg, b"\x32" * 32, DOCUMENT)])
    with stage.refused("UnknownAlgorithm", alg=alg):
        stage.direct(cast.holder.one, "rotate", cast.holder.one, b"\1" * 32, alg, DOCUMENT)


@pytest.mark.parametrize("alg", list(Algorithm)[1:])
def test_a_digest_may_be_of_any_algorithm_the_ledger_knows(stage: Stage, cast: Cast, alg: Algorithm) -> None:
    """Rule 123."""
    done = stage.file(cast.operator.both, [(*admission()[:3], alg, b"\x32" * 32, DOCUMENT)])
    assert done.line("PartyAdmitted")["alg"] == alg


@pytest.mark.parametrize(
    "act", ["admit", "amend", "join", "bind", "rotate", "empower", "revoke", "accredit", "mandate"]
)
def test_what_is_said_of_parties_holds_from_block_time(stage: Stage, cast: Cast, act: str) -> None:
    """Rule 124."""
    with stage.refused("OnlyBlockTime", at=stage.now):
        stage.file(cast.operator.both, [Act(act, terms_of(stage, act), at=stage.now)])


def terms_of(stage: Stage, act: str) -> tuple[Any, ...]:
    """Terms of the right types, zero but for the algorithm."""
    inputs = next(entry["inputs"] for entry in stage.abi if entry.get("name") == act and entry["type"] == "function")
    kinds = [(each["name"], each["type"]) for each in inputs[2:]]
    return tuple(Algorithm.SHA256 if name == "alg" else bytes(32) if kind == "bytes32" else 0 for name, kind in kinds)


# -------------------------------------------------------------------------------------------- changes


def amending(stage: Stage, party: Any, **fields: Any) -> tuple[Any, ...]:  # noqa: ANN401
    return ("amend", party, replace(stage.word(Party, party), **fields), SHA256, DOCUMENT)


def test_two_of_the_operator_change_roles_status_and_term(stage: Stage, cast: Cast) -> None:
    act = amending(stage, cast.holder, roles=Role.BANK, status=PartyStatus.SUSPENDED, kyc_until=stage.now)
    line = stage.file(cast.operator.both, [act]).line("PartyChanged")
    assert stage.word(Party, cast.holder) == line["party"]
    assert (line["party"].roles, line["party"].status) == (Role.BANK, PartyStatus.SUSPENDED)


def test_one_of_the_operator_or_the_party_itself_changes_nothing(stage: Stage, cast: Cast) -> None:
    act = amending(stage, cast.holder, roles=Role.BANK)
    for by in ([cast.operator.alice], cast.holder.both):
        with stage.refused("TwoPersonsMissing", party=1):
            stage.file(by, [act])


@pytest.mark.parametrize("change", [{"kind": PartyKind.NATURAL_PERSON}, {"burdens": 1}, {"status": PartyStatus.NONE}])
def test_kind_and_burdens_stay_and_a_status_there_must_be(stage: Stage, cast: Cast, change: dict[str, Any]) -> None:
    with stage.refused("WordNotValid"):
        stage.file(cast.operator.both, [amending(stage, cast.holder, **change)])


def test_an_amended_word_has_no_spare_bits(stage: Stage, cast: Cast) -> None:
    spoilt = stage.storage(Party, cast.holder) | 1 << 90
    with stage.refused("WordNotValid"):
        stage.file(cast.operator.both, [("amend", cast.holder, spoilt, SHA256, DOCUMENT)])


def test_nobody_becomes_operator_and_the_operator_stays_it(stage: Stage, cast: Cast) -> None:
    with stage.refused("OperatorsOwn"):
        stage.file(cast.operator.both, [amending(stage, cast.holder, roles=Role.OPERATOR)])
    with stage.refused("OperatorsOwn"):
        stage.file(cast.operator.both, [amending(stage, 1, roles=Role.HOLDER)])


@pytest.mark.parametrize(
    "change", [{"status": PartyStatus.SUSPENDED}, {"status": PartyStatus.EXITED}, {"kyc_until": FOR_EVER - 1}]
)
def test_the_operator_cannot_end_itself(stage: Stage, cast: Cast, change: dict[str, Any]) -> None:
    with stage.refused("OperatorsOwn"):
        stage.file(cast.operator.both, [amending(stage, 1, **change)])
    stage.file(cast.operator.both, [amending(stage, 1, roles=Role.OPERATOR | Role.AUDITOR)])


def test_a_party_that_is_not_there_cannot_be_changed(stage: Stage, cast: Cast) -> None:
    for number in (2, 999_999, 0):  # 2 is an officer's number
        with stage.refused("NoSuchParty", party=number):
            stage.file(cast.operator.both, [("amend", number, NEWCOMER, SHA256, DOCUMENT)])


def test_a_suspended_party_comes_back(stage: Stage, cast: Cast) -> None:
    stage.file(cast.operator.both, [amending(stage, cast.holder, status=PartyStatus.SUSPENDED)])
    act = ("open", 2, b"\1" * 32, cast.holder)
    with stage.refused("PartyNotActive", party=cast.holder):
        stage.file([cast.holder.one], [act])
    stage.file(cast.operator.both, [amending(stage, cast.holder, status=PartyStatus.ACTIVE)])
    stage.file([cast.holder.one], [act])


def test_an_identity_is_good_until_the_second_it_expires(stage: Stage, cast: Cast) -> None:
    """Rule 1."""
    stage.file(cast.operator.both, [amending(stage, cast.holder, kyc_until=stage.now + 60)])
    stage.chain.forward(seconds=60)
    stage.file([cast.holder.one], [("open", 2, b"\1" * 32, cast.holder)])
    stage.chain.forward(seconds=1)
    with stage.refused("IdentityExpired", party=cast.holder, kycUntil=stage.now - 1):
        stage.file([cast.holder.one], [("open", 2, b"\2" * 32, cast.holder)])
    with stage.refused("IdentityExpired", party=cast.holder):
        stage.direct(cast.holder.one, "open", 2, b"\2" * 32, cast.holder)


# -------------------------------------------------------------------------------------------- relative numbers


def test_one_filing_admits_a_party_and_binds_its_officers_by_relative_numbers(stage: Stage, cast: Cast) -> None:
    from hardhat_free_env.testing import account
    from ledger_api.domain.words import Officer as OfficerWord
    from ledger_api.domain.words import Power

    key = account(300)
    officer = OfficerWord(party=0x800001, powers=Power.FILE, until=FOR_EVER)
    bind = ("bind", officer, keccak(key.address), b"\x41" * 32, SHA256, DOCUMENT)
    done = stage.file(cast.operator.both, [admission(), bind])
    party = done.line("PartyNumbered").number
    bound = done.line("OfficerBound")
    assert bound["officer"].party == party
    assert done.line("OfficerNumbered")["party"] == party
    newcomer = Officer(done.line("OfficerNumbered").number, key)
    stage.direct(newcomer, "open", 2, b"\1" * 32, party)


@pytest.mark.parametrize("back", [0, 100_000])
def test_a_relative_number_must_lead_to_a_line_of_the_book(stage: Stage, cast: Cast, back: int) -> None:
    from ledger_api.domain.words import Officer as OfficerWord
    from ledger_api.domain.words import Power

    officer = OfficerWord(party=0x800000 | back, powers=Power.FILE, until=FOR_EVER)
    with stage.refused("NoSuchLine", number=0x800000 | back):
        stage.file(cast.operator.both, [("bind", officer, b"\5" * 32, b"\6" * 32, SHA256, DOCUMENT)])


def test_the_farthest_line_back_is_the_first(stage: Stage, cast: Cast) -> None:
    from ledger_api.domain.words import Officer as OfficerWord
    from ledger_api.domain.words import Power

    officer = OfficerWord(party=0x800000 | stage.book_line, powers=Power.FILE, until=FOR_EVER)
    done = stage.file(cast.operator.both, [("bind", officer, b"\5" * 32, b"\6" * 32, SHA256, DOCUMENT)])
    assert done.line("OfficerBound")["officer"].party == 1


def test_a_relative_number_that_leads_to_an_officer_is_no_party(stage: Stage, cast: Cast) -> None:
    from ledger_api.domain.words import Officer as OfficerWord
    from ledger_api.domain.words import Power

    officer = OfficerWord(party=0x800000 | (stage.book_line - 1), powers=Power.FILE, until=FOR_EVER)
    with stage.refused("NoSuchParty", party=2):
        stage.file(cast.operator.both, [("bind", officer, b"\5" * 32, b"\6" * 32, SHA256, DOCUMENT)])
