"""Accreditation: granted by two of the operator or a regulator; without one in force a registrar decides nothing (rule 4)."""

from dataclasses import replace
from typing import Any

import pytest

from ledger_api.domain.words import (
    Accreditation,
    AccreditationKind,
    AccreditationStatus,
    Party,
    PartyStatus,
    Power,
    Role,
)
from tests.contracts import pen
from tests.contracts.parties.assent import question
from tests.contracts.procedure import Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.cast import DOCUMENT, SHA256, YEARS

CATALOGUE = AccreditationKind.REGISTRAR_CATALOGUE
ACTIVE = Accreditation(status=AccreditationStatus.ACTIVE, from_=YEARS[0], until=YEARS[1])


def accrediting(cast: Cast, word: Accreditation | int, authority: Any = 1, kind: int = CATALOGUE) -> tuple[Any, ...]:  # noqa: ANN401
    return ("accredit", cast.registrar, kind, word, authority, SHA256, DOCUMENT)


def accredit(stage: Stage, cast: Cast, word: Accreditation) -> None:
    stage.file(cast.operator.both, [accrediting(cast, word)])


def may_decide(stage: Stage, cast: Cast) -> str:
    return question(stage, cast.registrar.pair, "pair", cast.registrar.number, 0)


@pytest.mark.parametrize("who", ["operator", "regulator"])
def test_two_of_the_operator_or_of_a_regulator_accredit(stage: Stage, cast: Cast, who: str) -> None:
    authority = getattr(cast, who)
    word = replace(ACTIVE, until=YEARS[1] - 1)
    line = stage.file(authority.both, [accrediting(cast, word, authority)]).line("Accredited")
    assert (line["ref"], line["accreditation"], line["authority"]) == (CATALOGUE, word, authority.number)
    assert line.subject == stage.party_subject(cast.registrar)
    assert stage.word(Accreditation, cast.registrar, CATALOGUE) == word


def test_one_alone_or_two_of_different_authorities_accredit_nobody(stage: Stage, cast: Cast) -> None:
    for by in ([cast.operator.alice], [cast.operator.alice, cast.regulator.one]):
        with stage.refused("TwoPersonsMissing", party=1):
            stage.file(by, [accrediting(cast, ACTIVE)])


def test_a_party_that_is_neither_operator_nor_regulator_is_no_authority(stage: Stage, cast: Cast) -> None:
    for party in (cast.registrar, cast.holder):
        with stage.refused("NotAnAuthority", authority=party):
            stage.file(cast.registrar.pair, [accrediting(cast, ACTIVE, party)])
    with stage.refused("NoSuchParty"):
        stage.file(cast.operator.both, [accrediting(cast, ACTIVE, 999_999)])


def test_a_suspended_regulator_is_no_authority(stage: Stage, cast: Cast) -> None:
    suspended = replace(stage.word(Party, cast.regulator), status=PartyStatus.SUSPENDED)
    stage.file(cast.operator.both, [("amend", cast.regulator, suspended, SHA256, DOCUMENT)])
    with stage.refused("PartyNotActive", party=cast.regulator):
        stage.file(cast.regulator.both, [accrediting(cast, ACTIVE, cast.regulator)])


def test_a_party_that_is_not_there_is_not_accredited(stage: Stage, cast: Cast) -> None:
    act = ("accredit", 999_999, CATALOGUE, ACTIVE, 1, SHA256, DOCUMENT)
    with stage.refused("NoSuchParty", party=999_999):
        stage.file(cast.operator.both, [act])


def test_one_filing_admits_a_registrar_and_accredits_it(stage: Stage, cast: Cast) -> None:
    newcomer = replace(stage.word(Party, cast.registrar), roles=Role.REGISTRAR)
    done = stage.file(
        cast.operator.both,
        [
            ("admit", newcomer, b"\x33" * 32, SHA256, DOCUMENT, DOCUMENT),
            ("accredit", 0x800001, CATALOGUE, ACTIVE, 1, SHA256, DOCUMENT),
        ],
    )
    number = done.line("PartyNumbered").number
    assert stage.word(Accreditation, number, CATALOGUE) == ACTIVE


@pytest.mark.parametrize(
    "kind, word",
    [
        (0, ACTIVE),
        (len(AccreditationKind), ACTIVE),
        (255, ACTIVE),
        (CATALOGUE, replace(ACTIVE, status=AccreditationStatus.NONE)),
        (CATALOGUE, replace(ACTIVE, from_=ACTIVE.until)),
        (CATALOGUE, replace(ACTIVE, until=0)),
        (CATALOGUE, ACTIVE.encode() | 7),
        (CATALOGUE, ACTIVE.encode() | 1 << 255),
        (CATALOGUE, replace(ACTIVE, successor=1)),
        (AccreditationKind.EXCHANGE, replace(ACTIVE, exiting=1)),
    ],
    ids=[
        "no kind",
        "next kind",
        "unknown kind",
        "no status",
        "no day",
        "backwards",
        "unknown status",
        "spare bit",
        "successor",
        "exit",
    ],
)
def test_an_accreditation_is_whole(stage: Stage, cast: Cast, kind: int, word: Accreditation | int) -> None:
    with stage.refused("WordNotValid"):
        stage.file(cast.operator.both, [accrediting(cast, word, kind=kind)])


# -------------------------------------------------------------------------------------------- in force (rule 4)


@pytest.mark.parametrize("status", list(AccreditationStatus)[1:])
def test_a_registrar_decides_while_active_or_on_its_way_out(
    stage: Stage, cast: Cast, status: AccreditationStatus
) -> None:
    """Rule 4."""
    pen.write(stage, cast, replace(ACTIVE, status=status), cast.registrar.number, CATALOGUE)
    decides = status in {AccreditationStatus.ACTIVE, AccreditationStatus.EXITING}
    assert may_decide(stage, cast) == ("Yes" if decides else "NotAccredited")


def test_an_accreditation_holds_from_its_first_second_to_its_last(stage: Stage, cast: Cast) -> None:
    accredit(stage, cast, replace(ACTIVE, from_=stage.now + 1, until=stage.now + 2))
    seen = []
    for _ in range(4):
        seen.append(may_decide(stage, cast))
        stage.chain.forward(seconds=1)
    assert seen == ["NotAccredited", "Yes", "Yes", "NotAccredited"]


def test_only_a_registrar_decides_and_only_in_the_catalogue(stage: Stage, cast: Cast) -> None:
    accredit(stage, cast, replace(ACTIVE, status=AccreditationStatus.REMOVED))
    stage.file(cast.operator.both, [accrediting(cast, ACTIVE, kind=AccreditationKind.EXCHANGE)])
    assert may_decide(stage, cast) == "NotAccredited"
    accredit(stage, cast, ACTIVE)
    exchange = replace(stage.word(Party, cast.registrar), roles=Role.EXCHANGE)
    stage.file(cast.operator.both, [("amend", cast.registrar, exchange, SHA256, DOCUMENT)])
    assert may_decide(stage, cast) == "NotEntitled"


@pytest.mark.parametrize("change", [{"status": PartyStatus.SUSPENDED}, {"kyc_until": 1}])
def test_a_registrar_that_may_not_act_decides_nothing(stage: Stage, cast: Cast, change: dict[str, Any]) -> None:
    changed = replace(stage.word(Party, cast.registrar), **change)
    stage.file(cast.operator.both, [("amend", cast.registrar, changed, SHA256, DOCUMENT)])
    assert may_decide(stage, cast) in {"PartyNotActive", "IdentityExpired"}


def test_a_suspension_stops_cases_and_lifting_it_lets_them_go_on(stage: Stage, cast: Cast) -> None:
    """Rule 4, on a real case."""
    case = Procedure(stage, cast).submitted()
    accredit(stage, cast, replace(ACTIVE, status=AccreditationStatus.SUSPENDED))
    with stage.refused("NotAccredited", party=cast.registrar, kind=CATALOGUE):
        case.accept()
    accredit(stage, cast, ACTIVE)
    case.accept()
    accredit(stage, cast, replace(ACTIVE, status=AccreditationStatus.SUSPENDED))
    with stage.refused("NotAccredited", party=cast.registrar):
        case.publish()


def test_a_registrar_s_officer_needs_the_power_that_is_asked(stage: Stage, cast: Cast) -> None:
    registrar = cast.registrar.number
    assert question(stage, [cast.registrar.reviewer], "decider", registrar, Power.REVIEW) == "Yes"
    assert question(stage, [cast.registrar.approver], "decider", registrar, Power.REVIEW) == "AssentMissing"
    assert question(stage, [cast.exchange.recorder], "decider", registrar, Power.RECORD) == "AssentMissing"
