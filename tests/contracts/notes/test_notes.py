"""Notes: lines that change nothing, each by whoever answers for it, and by nobody else."""

from typing import Any

import pytest
from eth_hash.auto import keccak

from ledger_api.domain.words import NoteKind, Power
from tests.contracts.circumstances import suspend_accreditation
from tests.contracts.loans import Lenders, Loans
from tests.contracts.procedure import DOCUMENT, SHA256, Procedure, Someone
from tests.contracts.stage import Cast, Done, Player, Stage
from tests.contracts.stage.acting import word
from tests.contracts.stage.stage import BOOK_SUBJECT

ERASURE, NOTIFICATION = NoteKind.ERASURE, NoteKind.NOTIFICATION
COVENANTS = [kind for kind in NoteKind if kind > NOTIFICATION]


@pytest.fixture
def case(stage: Stage, cast: Cast) -> Procedure:
    """Registered."""
    return Procedure(stage, cast).registered()


@pytest.fixture
def loans(stage: Stage, cast: Cast, case: Procedure) -> Loans:
    """Whose rights a bank (虚构) may lend against."""
    return Loans(case, Lenders.on(stage, cast))


def note(
    case: Procedure,
    kind: int,
    number: int = 0,
    party: Player | int = 0,
    *,
    by: Someone = None,
    at: int = 0,
    **papers: Any,
) -> Done:
    """A note of an entry, by whom it takes."""
    default = case.cast.operator.both if kind == ERASURE else case.keeper.pair
    document = {"alg": SHA256, "document": DOCUMENT} | papers
    return case.file(by, default, "noteEntry", case.entry, kind, number, party, *document.values(), at=at)


# ------------------------------------------------------------------------------------------------ of an entry


def test_a_note_is_a_line_and_nothing_else(stage: Stage, cast: Cast, case: Procedure) -> None:
    head, lines = case.head, stage.journal(case.entry).lines
    line = note(case, NOTIFICATION, case.number, cast.buyer).line("EntryNoted")
    assert (line.subject, line.number, line["ref"]) == (case.entry, lines + 1, case.number)
    assert (line["kind"], line["party"], line["document"]) == (NOTIFICATION, cast.buyer.number, DOCUMENT)
    assert case.head == head


def test_erasure_is_noted_by_two_of_the_operator(stage: Stage, cast: Cast, case: Procedure) -> None:
    """Rules 3, 121: the line whose withheld content is gone is named; its digest stays."""
    for by in ([cast.operator.alice], case.keeper.pair, [cast.holder.one]):
        with stage.refused("TwoPersonsMissing", party=cast.operator, power=Power.GOVERN):
            note(case, ERASURE, case.number, by=by)
    assert note(case, ERASURE, case.number).line("EntryNoted")["ref"] == case.number


def test_erasure_is_noted_of_an_application_that_was_never_registered(stage: Stage, cast: Cast) -> None:
    """Rule 121."""
    case = Procedure(stage, cast).submitted()
    case.withdraw()
    note(case, ERASURE, case.number)
    with stage.refused("NotRegistered", entry=case.entry):
        note(case, ERASURE)


def test_a_notification_takes_the_pair(stage: Stage, cast: Cast, case: Procedure) -> None:
    """Rule 3."""
    for by in ([cast.registrar.reviewer], [cast.registrar.approver], cast.operator.both):
        with stage.refused("PairMissing", registrar=cast.registrar):
            note(case, NOTIFICATION, party=cast.buyer, by=by)


def test_a_suspended_registrar_notes_nothing(stage: Stage, cast: Cast, case: Procedure) -> None:
    """Rule 4."""
    suspend_accreditation(stage, cast, cast.registrar)
    with stage.refused("NotAccredited", party=cast.registrar):
        note(case, NOTIFICATION, party=cast.buyer)


def test_a_case_has_its_notifications_too(stage: Stage, cast: Cast) -> None:
    case = Procedure(stage, cast).submitted()
    note(case, NOTIFICATION, case.number, cast.holder)


@pytest.mark.parametrize("party", [0, 0x7FFFFF])
def test_a_notification_went_to_somebody(stage: Stage, case: Procedure, party: int) -> None:
    with stage.refused("WhomNotFitting", party=party):
        note(case, NOTIFICATION, party=party)


def test_nothing_else_went_to_anybody(stage: Stage, cast: Cast, case: Procedure) -> None:
    with stage.refused("WhomNotFitting", party=cast.buyer):
        note(case, ERASURE, party=cast.buyer)


@pytest.mark.parametrize("kind", COVENANTS)
def test_the_creditor_notes_what_it_observed(loans: Loans, kind: NoteKind) -> None:
    """Rules 50, 84."""
    number = loans.recorded()
    line = note(loans.case, kind, number, by=[loans.lenders.bank.one]).line("EntryNoted")
    assert (line["ref"], line["kind"], line["party"]) == (number, kind, 0)


def test_nobody_else_does(stage: Stage, cast: Cast, loans: Loans) -> None:
    """Rules 50, 84: another bank, the holder, the registrar, the operator."""
    number = loans.recorded()
    others = ([loans.lenders.second.one], [cast.holder.one], cast.registrar.pair, cast.operator.both)
    for by in others:
        with stage.refused("AssentMissing", party=loans.lenders.bank, power=Power.ENFORCE):
            note(loans.case, NoteKind.PAYMENT_ELSEWHERE, number, by=by)


def test_nor_the_creditor_of_a_security_that_is_over(stage: Stage, loans: Loans) -> None:
    """Rules 50, 84: whoever is paid has nothing to say of the entry any more."""
    number = loans.recorded()
    loans.release(number, by=loans.lenders.bank.both)
    with stage.refused("SecurityNotOpen", number=number):
        note(loans.case, NoteKind.COVERAGE, number, by=[loans.lenders.bank.one])


def test_what_is_no_security_has_no_covenants(stage: Stage, loans: Loans) -> None:
    with stage.refused("NoSuchSecurity", number=loans.case.number):
        note(loans.case, NoteKind.DELETION, loans.case.number, by=[loans.lenders.bank.one])


@pytest.mark.parametrize("kind", [NoteKind.NONE, NoteKind.COVERAGE + 1])
def test_a_note_has_a_kind(stage: Stage, cast: Cast, case: Procedure, kind: int) -> None:
    with stage.refused("NoteKindUnknown", kind=kind):
        note(case, kind, by=[*cast.registrar.pair, *cast.operator.both])


def test_what_is_noted_of_has_been_written(stage: Stage, case: Procedure) -> None:
    number = stage.journal(case.entry).lines + 1
    with stage.refused("NoSuchLine", number=number):
        note(case, ERASURE, number)


@pytest.mark.parametrize("subject", ["book", "party", "content"])
def test_a_subject_that_is_no_entry_has_no_notes_of_one(
    stage: Stage, cast: Cast, case: Procedure, subject: str
) -> None:
    """Not even by the operator: a line out of place stops whoever replays it."""
    subjects = {
        "book": BOOK_SUBJECT,
        "party": stage.party_subject(cast.holder),
        "content": keccak(word(4) + word(case.folio[0]) + case.root),
    }
    with stage.refused("NotRegistered", entry=subjects[subject]):
        stage.file(cast.operator.both, [("noteEntry", subjects[subject], ERASURE, 1, 0, SHA256, DOCUMENT)])


@pytest.mark.parametrize("papers", [{"alg": 0}, {"alg": 4}, {"document": bytes(32)}])
def test_a_note_has_papers(stage: Stage, case: Procedure, papers: dict[str, Any]) -> None:
    """Rule 123."""
    with stage.refused("UnknownAlgorithm" if "alg" in papers else "DigestMissing"):
        note(case, ERASURE, **papers)


# ------------------------------------------------------------------------------------------------ of a party and the book


def of_party(party: Player | int, kind: int = ERASURE, number: int = 1) -> tuple[Any, ...]:
    return ("noteParty", party, kind, number, SHA256, DOCUMENT)


def of_book(kind: int = ERASURE, number: int = 1) -> tuple[Any, ...]:
    return ("noteBook", kind, number, SHA256, DOCUMENT)


@pytest.mark.parametrize("kind", [ERASURE, NOTIFICATION])
def test_the_operator_notes_of_a_party_and_of_the_book(stage: Stage, cast: Cast, kind: NoteKind) -> None:
    """Rule 121."""
    done = stage.file(cast.operator.both, [of_party(cast.holder, kind), of_book(kind, 0)])
    party, book = done.line("PartyNoted"), done.line("BookNoted")
    assert (party.subject, party["ref"], party["kind"]) == (stage.party_subject(cast.holder), 1, kind)
    assert (book.subject, book["ref"], book["kind"]) == (BOOK_SUBJECT, 0, kind)


@pytest.mark.parametrize("act", [of_party(1), of_book()])
def test_nobody_else_notes_of_them(stage: Stage, cast: Cast, act: tuple[Any, ...]) -> None:
    """Rules 3, 121."""
    for by in ([cast.operator.alice], cast.registrar.pair, cast.holder.both):
        with stage.refused("TwoPersonsMissing", party=cast.operator, power=Power.GOVERN):
            stage.file(by, [act])


@pytest.mark.parametrize("kind", [NoteKind.NONE, NoteKind.PAYMENT_ELSEWHERE])
def test_of_them_only_erasures_and_notifications_are_noted(stage: Stage, cast: Cast, kind: NoteKind) -> None:
    for act in (of_party(cast.holder, kind), of_book(kind)):
        with stage.refused("NoteKindUnknown", kind=kind):
            stage.file(cast.operator.both, [act])


def test_of_nobody_nothing_is_noted(stage: Stage, cast: Cast) -> None:
    """Or the next party's first line would not be its admission."""
    coming = stage.book_line + 1
    with stage.refused("NoSuchParty", party=coming):
        stage.file(cast.operator.both, [of_party(coming, number=0)])


def test_lines_noted_of_exist(stage: Stage, cast: Cast) -> None:
    with stage.refused("NoSuchLine"):
        stage.file(cast.operator.both, [of_book(number=stage.book_line + 1)])
    with stage.refused("NoSuchLine"):
        stage.file(cast.operator.both, [of_party(cast.outsider, number=9)])


@pytest.mark.parametrize("act", [of_party(1), of_book()])
def test_they_take_block_time_and_papers(stage: Stage, cast: Cast, act: tuple[Any, ...]) -> None:
    """Rules 123, 124."""
    with stage.refused("OnlyBlockTime"):
        stage.file(cast.operator.both, [act], at=stage.now)
    with stage.refused("UnknownAlgorithm", alg=4):
        stage.file(cast.operator.both, [(*act[:-2], 4, DOCUMENT)])
    with stage.refused("DigestMissing"):
        stage.file(cast.operator.both, [(*act[:-1], bytes(32))])
