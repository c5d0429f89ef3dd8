"""Nobody writes into a journal that is not its own: a line out of place stops whoever replays it, for everybody."""

from typing import Any

import pytest
from eth_hash.auto import keccak

from ledger_api.domain.words import Journal, Mandate, MandateState, Party, PartyKind, PartyStatus, Power, Role
from tests.contracts.attestations.reports import VALUATION
from tests.contracts.procedure import DOCUMENT, SHA256, Procedure
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.acting import word
from tests.contracts.stage.stage import BOOK_SUBJECT

REVOKED = Mandate(state=MandateState.REVOKED)
GIVEN = Mandate(powers=Power.FILE, until=(1 << 40) - 1, state=MandateState.GIVEN)
EVERY = bytes(32)


def revoke(principal: Any, agent: Any) -> tuple[Any, ...]:  # noqa: ANN401  a number or a player
    return ("mandate", principal, agent, EVERY, REVOKED, SHA256, DOCUMENT)


def test_nobody_begins_the_journal_of_a_party_to_come(stage: Stage, cast: Cast) -> None:
    """The next party's number is known: a line put there first would make its admission the second line called 1."""
    coming = stage.book_line + 1
    with stage.refused("NoSuchMandate", principal=coming, agent=cast.maker):
        stage.direct(cast.maker.one, *revoke(coming, cast.maker))
    newcomer = Party(roles=Role.HOLDER, kind=PartyKind.LEGAL_PERSON, status=PartyStatus.ACTIVE, kyc_until=1 << 39)
    terms = (newcomer, keccak(b"newcomer"), SHA256, DOCUMENT, DOCUMENT)
    line = stage.file(cast.operator.both, [("admit", *terms)]).line("PartyAdmitted")
    assert (line["ref"], line.number, stage.word(Journal, stage.party_subject(coming)).lines) == (coming, 1, 1)


def test_nobody_leaves_a_mandate_it_was_never_given(stage: Stage, cast: Cast) -> None:
    """Or anybody could fill anybody's journal."""
    before = stage.journal(stage.party_subject(cast.holder))
    with stage.refused("NoSuchMandate", principal=cast.holder, agent=cast.maker):
        stage.direct(cast.maker.one, *revoke(cast.holder, cast.maker))
    assert stage.journal(stage.party_subject(cast.holder)) == before


def test_a_mandate_is_ended_once(stage: Stage, cast: Cast) -> None:
    stage.direct(cast.holder.one, "mandate", cast.holder, cast.maker, EVERY, GIVEN, SHA256, DOCUMENT)
    stage.direct(cast.maker.one, *revoke(cast.holder, cast.maker))
    for officer in (cast.maker.one, cast.holder.one):
        with stage.refused("NoSuchMandate"):
            stage.direct(officer, *revoke(cast.holder, cast.maker))


ACTS_ON_ENTRIES = (
    "submit",
    "object",
    "objectInNotice",
    "deem",
    "grant",
    "close",
    "withdrawObjection",
    "notifyHolder",
    "reassign",
    "reportOverdue",
    "attest",
    "revokeAttestation",
)


@pytest.mark.parametrize("act", ACTS_ON_ENTRIES)
@pytest.mark.parametrize("subject", ["book", "party", "content"])
def test_a_subject_that_is_no_entry_is_not_acted_upon(stage: Stage, cast: Cast, act: str, subject: str) -> None:
    """Entries, parties, contents and the book share one table of journals; whoever names another one reaches nothing."""
    case = Procedure(stage, cast).registered()
    subjects = {
        "book": BOOK_SUBJECT,
        "party": stage.party_subject(cast.holder),
        "content": keccak(word(4) + word(case.folio[0]) + case.root),
    }
    found = subjects[subject]
    assert stage.journal(found).lines
    agreement = (1, SHA256, DOCUMENT, DOCUMENT, DOCUMENT, bytes(32))
    terms: dict[str, tuple[Any, ...]] = {
        "submit": (case.folio, case.case.encode(), 1, SHA256, DOCUMENT, DOCUMENT, DOCUMENT),
        "object": (cast.holder, 7, 1, SHA256, DOCUMENT),
        "objectInNotice": (1, cast.holder, 1, SHA256, DOCUMENT),
        "deem": (1,),
        "grant": (cast.exchange, 1, agreement, [], []),
        "close": (1, SHA256, DOCUMENT),
        "withdrawObjection": (1, SHA256, DOCUMENT),
        "notifyHolder": (1, SHA256, DOCUMENT),
        "reassign": (1, cast.exchange, 0, SHA256, DOCUMENT),
        "reportOverdue": (1,),
        "attest": (case.folio, VALUATION, SHA256, DOCUMENT, DOCUMENT),
        "revokeAttestation": (1, cast.holder, 1, SHA256, DOCUMENT),
    }
    refusal = {
        "submit": "ClaimNotValid",
        "object": "NotRegistered",
        "objectInNotice": "NoSuchCase",
        "deem": "NoSuchCase",
        "grant": "TermsNotValid",
        "close": "NoSuchLicence",
        "withdrawObjection": "NoSuchObjection",
        "notifyHolder": "NoSuchObjection",
        "reassign": "NoSuchCase",
        "reportOverdue": "NoSuchObjection",
        "attest": "NotThisEntry",
        "revokeAttestation": "NoSuchAttestation",
    }
    with stage.refused(refusal[act]):
        stage.file([cast.holder.one], [(act, found, *terms[act])])
