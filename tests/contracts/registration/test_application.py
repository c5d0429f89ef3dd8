"""Opening a folio and applying for it: who may, what is whole, what is free."""

from dataclasses import replace
from typing import Any

import pytest

from hardhat_free_env.testing import Reverted
from ledger_api.domain.words import (
    Algorithm,
    Basis,
    CaseFlag,
    CaseKind,
    CaseState,
    Claim,
    Form,
    Head,
    Limit,
    Origin,
    Power,
    Right,
    Sensitivity,
)
from tests.contracts.attestations.reports import opined
from tests.contracts.circumstances import (
    another_registrar,
    identity_expires,
    join,
    mandate,
    suspend_accreditation,
)
from tests.contracts.procedure import ALL, COLLECTED, DOCUMENT, KECCAK, POSES, SHA256, Procedure, entry_id
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.stage import day, instant

# ------------------------------------------------------------------------------------------------ the folio


def test_opening_gives_a_folio_a_journal_and_a_zero_head(stage: Stage, cast: Cast) -> None:
    case = Procedure(stage, cast).opened()
    assert stage.journal(case.entry).lines == 1
    assert case.head == Head()


def test_an_entry_is_numbered_by_its_content_and_its_applicant(stage: Stage, cast: Cast) -> None:
    """Whoever has the data can compute it, and another applicant has another folio."""
    done = stage.file([cast.second.one], [("open", KECCAK, POSES, cast.second)])
    assert done.line("Opened").subject == entry_id(POSES, cast.second.number)
    assert entry_id(POSES, cast.second.number) != Procedure(stage, cast).entry


def test_a_folio_is_opened_once(stage: Stage, cast: Cast) -> None:
    case = Procedure(stage, cast).opened()
    with stage.refused("EntryExists", entry=case.entry):
        case.opened()


def test_nobody_opens_a_folio_for_another(stage: Stage, cast: Cast) -> None:
    """Rule 1."""
    with stage.refused("AssentMissing", party=cast.holder, power=Power.FILE):
        stage.file([cast.second.one], [("open", KECCAK, POSES, cast.holder)])


def test_an_agent_with_a_mandate_opens_a_folio_and_applies(stage: Stage, cast: Cast) -> None:
    mandate(stage, cast.holder, cast.exchange, Power.FILE)
    mandate(stage, cast.holder, cast.second, Power.FILE)
    case = Procedure(stage, cast)
    stage.file([cast.second.one], [("open", KECCAK, POSES, cast.holder)])
    case.submit(by=[cast.second.one])
    assert case.case.applicant == cast.holder.number


def test_a_party_whose_identity_has_expired_opens_nothing(stage: Stage, cast: Cast) -> None:
    """Rule 1."""
    identity_expires(stage, cast, cast.holder)
    with stage.refused("IdentityExpired", party=cast.holder):
        Procedure(stage, cast).opened()


@pytest.mark.parametrize("alg", [0, 4])
def test_a_root_says_which_algorithm_made_it(stage: Stage, cast: Cast, alg: int) -> None:
    """Rule 123."""
    with stage.refused("UnknownAlgorithm", alg=alg):
        stage.file([cast.holder.one], [("open", alg, POSES, cast.holder)])


@pytest.mark.parametrize("alg", [Algorithm.KECCAK256, Algorithm.SHA256, Algorithm.SM3])
def test_it_is_any_of_the_three(stage: Stage, cast: Cast, alg: Algorithm) -> None:
    """Rule 123."""
    done = stage.file([cast.holder.one], [("open", alg, POSES, cast.holder)])
    assert done.line("Opened").subject == entry_id(POSES, cast.holder.number, alg)


def test_a_folio_without_content_is_refused(stage: Stage, cast: Cast) -> None:
    with stage.refused("DigestMissing"):
        stage.file([cast.holder.one], [("open", KECCAK, bytes(32), cast.holder)])


def test_opening_may_be_dated_back_a_working_day_and_no_more(stage: Stage, cast: Cast) -> None:
    """Rule 124: on Monday, Friday is a working day back and Thursday two."""
    with stage.refused("LegalTimeTooOld"):
        stage.file([cast.holder.one], [("open", KECCAK, POSES, cast.holder)], at=instant("2026-07-30"))
    stage.file([cast.holder.one], [("open", KECCAK, POSES, cast.holder)], at=instant("2026-07-31"))


# ------------------------------------------------------------------------------------------------ who applies


def test_a_submitted_case_says_who_asks_whom_for_what(stage: Stage, cast: Cast) -> None:
    case = Procedure(stage, cast).submitted(asked=Right.HOLD | Right.USE, flags=CaseFlag.WAIVER_ASKED)
    word = case.case
    assert (word.kind, word.state) == (CaseKind.INITIAL, CaseState.SUBMITTED)
    assert (word.applicant, word.registrar) == (cast.holder.number, cast.registrar.number)
    assert (word.asked, word.passed, word.flags) == (Right.HOLD | Right.USE, 0, CaseFlag.WAIVER_ASKED)
    assert (word.since, word.submitted) == (stage.now, stage.today)
    assert stage.word(Claim, case.entry, case.number) == COLLECTED


def test_nobody_applies_for_another(stage: Stage, cast: Cast) -> None:
    """Rule 1."""
    case = Procedure(stage, cast).opened()
    with stage.refused("AssentMissing", party=cast.holder, power=Power.FILE):
        case.submit(by=[cast.second.one])


def test_a_registrar_that_is_not_in_the_catalogue_gets_no_application(stage: Stage, cast: Cast) -> None:
    """Rule 4."""
    case = Procedure(stage, cast, registrar=cast.exchange).opened()
    with stage.refused("NotEntitled", party=cast.exchange):
        case.submit()


def test_a_suspended_registrar_gets_no_application(stage: Stage, cast: Cast) -> None:
    """Rule 4."""
    case = Procedure(stage, cast).opened()
    suspend_accreditation(stage, cast, cast.registrar)
    with stage.refused("NotAccredited", party=cast.registrar):
        case.submit()


def test_an_officer_of_the_registrar_is_no_applicants_agent(stage: Stage, cast: Cast) -> None:
    """Rule 2: it would decide on what it filed itself."""
    registrar = another_registrar(stage, cast)
    mandate(stage, cast.holder, registrar, Power.FILE)
    case = Procedure(stage, cast, registrar=registrar).opened()
    with stage.refused("RegistrarTakesPart", registrar=registrar):
        case.submit(by=[registrar.reviewer])
    case.submit(by=[cast.holder.one])


def test_a_registrar_is_no_applicant_in_its_own_register_through_an_agent(stage: Stage, cast: Cast) -> None:
    """Rule 2."""
    registrar = another_registrar(stage, cast)
    mandate(stage, registrar, cast.second, Power.FILE)
    case = Procedure(stage, cast, registrar=registrar, applicant=registrar, signers=[cast.second.one]).opened()
    with stage.refused("RegistrarTakesPart", registrar=registrar):
        case.submit()


def test_nor_as_a_member_of_a_joint_holding(stage: Stage, cast: Cast) -> None:
    """Rule 2."""
    registrar = another_registrar(stage, cast)
    joint = join(stage, [registrar, cast.holder])
    mandate(stage, registrar, cast.second, Power.FILE)
    signers = [cast.holder.one, cast.second.one]
    case = Procedure(stage, cast, registrar=registrar, applicant=joint, signers=signers).opened()
    with stage.refused("RegistrarTakesPart", registrar=registrar):
        case.submit()


def test_a_joint_holding_applies_with_every_member(stage: Stage, cast: Cast) -> None:
    """SM-1: all applicants sign, whatever the quora for disposing are."""
    joint = join(stage, [cast.holder, cast.second], quorum=(1, 1, 1, 1))
    case = Procedure(stage, cast, applicant=joint, signers=[cast.holder.one, cast.second.one]).opened()
    with stage.refused("AssentMissing", party=joint, power=Power.FILE):
        case.submit(by=[cast.holder.one])
    case.submit()


# ------------------------------------------------------------------------------------------------ what is whole


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": CaseKind.TRANSFER},
        {"state": CaseState.CLEARED},
        {"passed": Right.HOLD},
        {"reviewer": 5},
        {"since": 1},
        {"submitted": 1},
        {"accepted": 1},
        {"run": 1},
        {"used": 1},
        {"limit": 1},
        {"notice": 1},
        {"notice_length": 1},
        {"due": 1},
        {"objections": 1},
        {"flags": CaseFlag.WAIVED},
        {"flags": CaseFlag.DEEMED | CaseFlag.WAIVER_ASKED},
    ],
)
def test_an_applicant_sets_nothing_of_the_case_but_what_it_asks(
    stage: Stage, cast: Cast, fields: dict[str, Any]
) -> None:
    case = Procedure(stage, cast).opened()
    with stage.refused("ClaimNotValid"):
        case.submit(**fields)


def test_an_application_for_nothing_is_refused(stage: Stage, cast: Cast) -> None:
    case = Procedure(stage, cast).opened()
    with stage.refused("NothingAsked"):
        case.submit(asked=0)


def test_spare_bits_of_the_case_are_refused(stage: Stage, cast: Cast) -> None:
    case = Procedure(stage, cast).opened()
    word = 7 << 7 | cast.holder.number << 13 | cast.registrar.number << 37 | 1 << 240
    terms = (case.entry, case.folio, word, COLLECTED, SHA256, DOCUMENT, DOCUMENT, DOCUMENT)
    with stage.refused("ClaimNotValid"):
        stage.file([cast.holder.one], [("submit", *terms)])


@pytest.mark.parametrize(
    "claim", [replace(COLLECTED, form=Form.NONE).encode(), COLLECTED.encode() | 1 << 124, COLLECTED.encode() | 1 << 26]
)
def test_a_claim_without_form_or_with_unknown_bits_is_refused(stage: Stage, cast: Cast, claim: int) -> None:
    case = Procedure(stage, cast).opened()
    word = 7 << 7 | cast.holder.number << 13 | cast.registrar.number << 37
    with stage.refused("ClaimNotValid"):
        terms = (case.entry, case.folio, word, claim, SHA256, DOCUMENT, DOCUMENT, DOCUMENT)
        stage.file([cast.holder.one], [("submit", *terms)])


@pytest.mark.parametrize(
    "claim, error",
    [
        (replace(COLLECTED, origins=Origin(0)), "OriginMissing"),
        (replace(COLLECTED, origins=Origin.ENTRUSTED), "OriginNotRegistrable"),
        (replace(COLLECTED, origins=Origin.GOVERNMENT), "OriginNotRegistrable"),
        (replace(COLLECTED, origins=Origin.SCRAPED_PUBLIC), "RawScrapedData"),
        (replace(COLLECTED, origins=Origin.FUSED), "BasisMissing"),
        (replace(COLLECTED, sensitivity=Sensitivity.CORE), "CoreData"),
    ],
)
def test_an_application_against_the_table_of_origins_is_refused(
    stage: Stage, cast: Cast, claim: Claim, error: str
) -> None:
    """Rules 14–20, at submission; the table itself is tested where it stands."""
    case = Procedure(stage, cast).opened()
    with stage.refused(error):
        case.submit(claim=claim)


@pytest.mark.parametrize("position", [0, 1], ids=["application", "name"])
def test_an_application_has_its_form_and_its_name(stage: Stage, cast: Cast, position: int) -> None:
    case = Procedure(stage, cast).opened()
    digests = [DOCUMENT, DOCUMENT, bytes(32)]
    word = 7 << 7 | cast.holder.number << 13 | cast.registrar.number << 37
    start = (case.entry, case.folio, word, COLLECTED, SHA256)
    stage_mark = stage.mark()
    stage.file([cast.holder.one], [("submit", *start, *digests)])
    stage.rewind(stage_mark)
    digests[position] = bytes(32)
    with stage.refused("DigestMissing"):
        stage.file([cast.holder.one], [("submit", *start, *digests)])


def test_an_application_says_which_algorithm_made_its_digests(stage: Stage, cast: Cast) -> None:
    """Rule 123."""
    case = Procedure(stage, cast).opened()
    word = 7 << 7 | cast.holder.number << 13 | cast.registrar.number << 37
    with stage.refused("UnknownAlgorithm", alg=0):
        terms = (case.entry, case.folio, word, COLLECTED, 0, DOCUMENT, DOCUMENT, DOCUMENT)
        stage.file([cast.holder.one], [("submit", *terms)])


def test_an_application_for_a_folio_nobody_opened_is_refused(stage: Stage, cast: Cast) -> None:
    with stage.refused("NoSuchEntry"):
        Procedure(stage, cast).submit()


@pytest.mark.parametrize("part", [0, 1, 2], ids=["alg", "root", "applicant"])
def test_an_application_names_the_folio_it_is_for(stage: Stage, cast: Cast, part: int) -> None:
    case = Procedure(stage, cast).opened()
    folio: list[Any] = list(case.folio)
    folio[part] = (2, b"\1" * 32, cast.second.number)[part]
    word = 7 << 7 | cast.holder.number << 13 | cast.registrar.number << 37
    with stage.refused("NotThisEntry", entry=case.entry):
        terms = (case.entry, tuple(folio), word, COLLECTED, SHA256, DOCUMENT, DOCUMENT, DOCUMENT)
        stage.file([cast.holder.one], [("submit", *terms)])


# ------------------------------------------------------------------------------------------------ what is free


def test_a_live_right_is_not_applied_for_again(stage: Stage, cast: Cast) -> None:
    """Rule 11: not the same right; another one of the same data is free."""
    case = Procedure(stage, cast).registered(asked=Right.HOLD | Right.USE)
    with stage.refused("AlreadyRegistered", entry=case.entry, right=1):
        case.submit(asked=Right.USE | Right.OPERATE)
    case.submit(asked=Right.OPERATE)


def test_an_empty_slot_is_only_for_whom_the_folio_is(stage: Stage, cast: Cast) -> None:
    """Rule 11: others apply in folios of their own."""
    case = Procedure(stage, cast).opened()
    word = 7 << 7 | cast.second.number << 13 | cast.registrar.number << 37
    with stage.refused("NotTheLastHolder", right=0, holder=cast.holder):
        terms = (case.entry, case.folio, word, COLLECTED, SHA256, DOCUMENT, DOCUMENT, DOCUMENT)
        stage.file([cast.second.one], [("submit", *terms)])


def test_all_later_cases_go_to_the_registrar_of_the_first(stage: Stage, cast: Cast) -> None:
    """Rule 31."""
    other = another_registrar(stage, cast)
    case = Procedure(stage, cast).registered(asked=Right.HOLD)
    case.registrar = other
    with stage.refused("NotTheRegistrar", registrar=cast.registrar):
        case.submit(asked=Right.USE)


@pytest.mark.parametrize(
    "first, later",
    [
        (replace(COLLECTED, limits=Limit.NO_RESALE), COLLECTED),
        (replace(COLLECTED, limits=Limit.NO_RESALE | Limit.NOT_API), replace(COLLECTED, limits=Limit.NOT_API)),
        (
            replace(COLLECTED, sensitivity=Sensitivity.PERSONAL, bases=Basis.COMPLIANCE_OPINION),
            replace(COLLECTED, bases=Basis.COMPLIANCE_OPINION),
        ),
        (replace(COLLECTED, source_until=day("2028-01-01")), COLLECTED),
        (
            replace(COLLECTED, source_until=day("2028-01-01")),
            replace(COLLECTED, source_until=day("2028-01-02")),
        ),
    ],
)
def test_a_later_case_never_loosens_what_the_folio_says(stage: Stage, cast: Cast, first: Claim, later: Claim) -> None:
    """Rule 44: limits, sensitivity and the end of a source's term only grow stricter."""
    case = Procedure(stage, cast)
    first = replace(first, opinion=opined(case)) if first.sensitivity else first
    case.registered(asked=Right.HOLD, claim=first)
    with stage.refused("ClaimLoosens"):
        case.submit(asked=Right.USE, claim=later)
    case.submit(asked=Right.USE, claim=first)


def test_a_later_case_may_tighten(stage: Stage, cast: Cast) -> None:
    first = replace(COLLECTED, source_until=day("2028-01-02"))
    case = Procedure(stage, cast).registered(asked=Right.HOLD, claim=first)
    case.submit(asked=Right.USE, claim=replace(first, limits=Limit.NO_RESALE, source_until=day("2028-01-01")))


def test_origins_of_an_earlier_case_stand_against_a_later_right(stage: Stage, cast: Cast) -> None:
    """Rule 15: what was scraped raw stays so, whatever a later application leaves out."""
    scraped = replace(COLLECTED, origins=Origin.SCRAPED_PUBLIC)
    case = Procedure(stage, cast).registered(asked=Right.HOLD | Right.USE, claim=scraped)
    with stage.refused("RawScrapedData"):
        case.submit(asked=Right.OPERATE, claim=COLLECTED)


def test_a_later_origin_must_suit_the_rights_that_stand(stage: Stage, cast: Cast) -> None:
    """Rule 15: nor is it brought in beside a live OPERATE; beside a lapsed one it is."""
    scraped = replace(COLLECTED, origins=Origin.SCRAPED_PUBLIC)
    case = Procedure(stage, cast).registered(asked=Right.OPERATE, until="2026-08-25")
    with stage.refused("RawScrapedData"):
        case.submit(asked=Right.HOLD, claim=scraped)
    stage.on("2026-08-26")
    case.submit(asked=Right.HOLD, claim=scraped)


def test_bases_the_registrar_holds_need_not_be_handed_in_again(stage: Stage, cast: Cast) -> None:
    """Rules 14–20."""
    fused = replace(COLLECTED, origins=Origin.FUSED, bases=Basis.CONTRACT_ALLOCATES)
    case = Procedure(stage, cast).registered(asked=Right.HOLD, claim=fused)
    case.submit(asked=Right.OPERATE, claim=replace(fused, bases=Basis(0)))


# ------------------------------------------------------------------------------------------------ taking it back


@pytest.mark.parametrize("state", ["submitted", "correction", "review", "supplementing", "notice", "cleared"])
def test_an_application_may_be_withdrawn_until_it_is_anchored(stage: Stage, cast: Cast, state: str) -> None:
    """SM-1."""
    case = Procedure(stage, cast).submitted(flags=CaseFlag.WAIVER_ASKED)
    if state == "correction":
        case.request_correction("2026-08-10")
    elif state != "submitted":
        case.accept()
    if state == "supplementing":
        case.pause()
    if state == "notice":
        case.publish()
    if state == "cleared":
        case.waive()
    case.withdraw()
    assert (case.case.state, case.case.run) == (CaseState.WITHDRAWN, 0)
    with stage.refused("WrongCaseState", state=CaseState.WITHDRAWN):
        case.withdraw()


def test_an_anchored_case_is_not_withdrawn(stage: Stage, cast: Cast) -> None:
    case = Procedure(stage, cast).registered()
    with stage.refused("WrongCaseState", state=CaseState.ANCHORED):
        case.withdraw()


def test_nobody_withdraws_anothers_application(stage: Stage, cast: Cast) -> None:
    case = Procedure(stage, cast).submitted()
    with stage.refused("AssentMissing", party=cast.holder, power=Power.FILE):
        case.withdraw(by=[cast.second.one])


def test_an_officer_of_the_registrar_withdraws_nothing_as_an_agent(stage: Stage, cast: Cast) -> None:
    """Rule 2."""
    registrar = another_registrar(stage, cast)
    mandate(stage, cast.holder, registrar, Power.FILE)
    case = Procedure(stage, cast, registrar=registrar).submitted()
    with stage.refused("RegistrarTakesPart", registrar=registrar):
        case.withdraw(by=[registrar.reviewer])


def test_a_case_that_does_not_exist_is_named(stage: Stage, cast: Cast) -> None:
    case = Procedure(stage, cast).opened()
    case.number = 1
    with stage.refused("NoSuchCase", entry=case.entry, number=1):
        case.withdraw()


def test_a_filing_may_open_and_submit_at_once(stage: Stage, cast: Cast) -> None:
    """The case is the line just written: nothing needs to be guessed."""
    case = Procedure(stage, cast)
    word = 7 << 7 | cast.holder.number << 13 | cast.registrar.number << 37
    terms = (case.entry, case.folio, word, COLLECTED, SHA256, DOCUMENT, DOCUMENT, DOCUMENT)
    acts = [
        ("open", KECCAK, POSES, cast.holder),
        ("submit", *terms),
        ("withdrawCase", case.entry, 0x800000 | 1),
    ]
    done = stage.file([cast.holder.one], acts)
    assert done.line("CaseWithdrawn")["ref"] == done.line("Submitted").number == 2


@pytest.mark.parametrize("back", [0, 2])
def test_a_relative_number_before_the_journals_first_line_is_refused(stage: Stage, cast: Cast, back: int) -> None:
    case = Procedure(stage, cast).opened()
    case.number = 0x800000 | back
    with pytest.raises(Reverted, match="NoSuchLine"):
        case.withdraw()


def test_rights_are_three(stage: Stage, cast: Cast) -> None:
    """SM-2: each asked for by itself."""
    case = Procedure(stage, cast).registered(asked=Right.USE)
    assert case.head.holder == (0, cast.holder.number, 0)
    assert case.case.asked == case.case.passed == Right.USE != ALL
