"""The folios of one content: parallel holders are proven and allowed, one right registered twice is not."""

import pytest
from eth_abi import encode
from eth_hash.auto import keccak

from ledger_api.domain.words import CaseFlag, Right
from tests.contracts.circumstances import join
from tests.contracts.procedure import KECCAK, POSES, Procedure
from tests.contracts.stage import Cast, Player, Stage

CONTENT = keccak(encode(["uint256", "uint256", "bytes32"], [4, KECCAK, POSES]))
"""The journal subject of the content."""


def cleared(stage: Stage, cast: Cast, applicant: Player, asked: int = 7) -> Procedure:
    """A case ready to be anchored today."""
    case = Procedure(stage, cast, applicant=applicant).under_review(asked=asked, flags=CaseFlag.WAIVER_ASKED)
    case.waive(asked)
    return case


def anchored(stage: Stage, cast: Cast, applicant: Player, siblings: list[bytes], asked: int = 7) -> Procedure:
    """The same, anchored."""
    case = cleared(stage, cast, applicant, asked)
    case.anchor("2031-08-02", siblings=siblings)
    return case


def test_parallel_holders_of_one_content_are_counted_and_allowed(stage: Stage, cast: Cast) -> None:
    """Rules 12, 20, SC20: the same right over the same data, held side by side."""
    first = anchored(stage, cast, cast.holder, [])
    second = cleared(stage, cast, cast.second)
    line = second.anchor("2031-08-02", siblings=[first.entry]).line("Anchored")
    assert line["parallel"] == 1
    third = cleared(stage, cast, cast.maker)
    done = third.anchor("2031-08-02", siblings=[first.entry, second.entry])
    assert done.line("Anchored")["parallel"] == 2
    assert done.line("ContentAnchored").subject == CONTENT
    assert done.line("ContentAnchored")["entry"] == third.entry
    assert stage.journal(CONTENT).lines == 3


def test_the_list_of_entries_recomputes_the_content_word(stage: Stage, cast: Cast) -> None:
    """Rule 12: without the ledger's help, from the ids alone."""
    entries = [anchored(stage, cast, cast.holder, []).entry]
    entries.append(anchored(stage, cast, cast.second, entries[:1]).entry)
    topic, word = keccak(b"ContentAnchored(bytes32,uint24,bytes32)"), 0
    for number, entry in enumerate(entries, start=1):
        line = keccak(topic + CONTENT + number.to_bytes(32, "big") + entry)
        word = int.from_bytes(keccak(word.to_bytes(32, "big") + line), "big") >> 24 << 24 | number
    assert stage.journal(CONTENT).encode() == word


def test_a_list_of_siblings_is_exactly_the_folios_of_the_content(stage: Stage, cast: Cast) -> None:
    """Rules 12, 13: none left out, none added, none moved, none twice."""
    first = anchored(stage, cast, cast.holder, [])
    second = anchored(stage, cast, cast.second, [first.entry])
    elsewhere = Procedure(stage, cast, root=b"\7" * 32).registered("2026-08-11")
    third = cleared(stage, cast, cast.maker)
    for siblings in (
        [],
        [first.entry],
        [second.entry],
        [second.entry, first.entry],
        [first.entry, second.entry, elsewhere.entry],
        [first.entry, second.entry, third.entry],
        [first.entry, first.entry, second.entry],
    ):
        with stage.refused("SiblingsIncomplete"):
            third.anchor("2031-08-02", siblings=siblings)
    third.anchor("2031-08-02", siblings=[first.entry, second.entry])


def test_another_case_of_the_folio_does_not_list_it_anew(stage: Stage, cast: Cast) -> None:
    """Rule 12: a folio is anchored on its content once; it is not parallel to itself."""
    first = anchored(stage, cast, cast.holder, [], Right.HOLD)
    again = cleared(stage, cast, cast.holder, Right.USE)
    done = again.anchor("2031-08-02", siblings=[first.entry])
    assert done.line("Anchored")["parallel"] == 0
    assert done.all("ContentAnchored") == []
    assert stage.journal(CONTENT).lines == 1


def test_the_content_named_is_the_folios_own(stage: Stage, cast: Cast) -> None:
    """Rule 13: another root would give another list."""
    anchored(stage, cast, cast.holder, [])
    second = cleared(stage, cast, cast.second)
    with stage.refused("NotThisEntry", entry=second.entry):
        second.anchor("2031-08-02", folio=(KECCAK, b"\7" * 32, cast.second.number))


# ------------------------------------------------------------------------------------------------ one right, one holder


def test_a_member_of_a_joint_holding_registers_no_right_the_joint_holding_has(stage: Stage, cast: Cast) -> None:
    """Rules 11, 13: in whichever folio."""
    joint = join(stage, [cast.holder, cast.second])
    case = Procedure(stage, cast, applicant=joint, signers=[cast.holder.one, cast.second.one])
    case.under_review(asked=Right.HOLD | Right.USE, flags=CaseFlag.WAIVER_ASKED)
    case.waive(Right.HOLD | Right.USE)
    case.anchor("2031-08-02")
    own = cleared(stage, cast, cast.second)
    with stage.refused("AlreadyRegistered", entry=case.entry, right=0):
        own.anchor("2031-08-02", siblings=[case.entry])
    stranger = cleared(stage, cast, cast.maker)
    stranger.anchor("2031-08-02", siblings=[case.entry])


def test_nor_does_a_joint_holding_register_what_a_member_has(stage: Stage, cast: Cast) -> None:
    """Rules 11, 13: per right; another right of the same content is free."""
    own = anchored(stage, cast, cast.second, [], Right.USE)
    joint = join(stage, [cast.holder, cast.second])
    signers = [cast.holder.one, cast.second.one]
    case = Procedure(stage, cast, applicant=joint, signers=signers).under_review(flags=CaseFlag.WAIVER_ASKED)
    mark = stage.mark()
    case.waive()
    with stage.refused("AlreadyRegistered", entry=own.entry, right=1):
        case.anchor("2031-08-02", siblings=[own.entry])
    stage.rewind(mark)
    case.waive(Right.HOLD | Right.OPERATE)
    case.anchor("2031-08-02", siblings=[own.entry])


def test_a_right_that_neither_folio_registers_is_no_clash(stage: Stage, cast: Cast) -> None:
    """Rules 11, 13: nobody holds it in both."""
    own = anchored(stage, cast, cast.holder, [], Right.HOLD)
    anchored(stage, cast, cast.second, [own.entry], Right.USE)


def test_nor_do_two_joint_holdings_that_share_a_member(stage: Stage, cast: Cast) -> None:
    """Rules 11, 13; two that share none may."""
    joint = join(stage, [cast.holder, cast.second])
    case = Procedure(stage, cast, applicant=joint, signers=[cast.holder.one, cast.second.one])
    case.under_review(flags=CaseFlag.WAIVER_ASKED)
    case.waive()
    case.anchor("2031-08-02")
    sharing = join(stage, [cast.second, cast.maker, cast.buyer])
    signers = [cast.second.one, cast.maker.one, cast.buyer.one]
    refused = Procedure(stage, cast, applicant=sharing, signers=signers).under_review(flags=CaseFlag.WAIVER_ASKED)
    refused.waive()
    with stage.refused("AlreadyRegistered", entry=case.entry, right=0):
        refused.anchor("2031-08-02", siblings=[case.entry])
    apart = join(stage, [cast.maker, cast.buyer])
    allowed = Procedure(stage, cast, applicant=apart, signers=signers[1:]).under_review(flags=CaseFlag.WAIVER_ASKED)
    allowed.waive()
    allowed.anchor("2031-08-02", siblings=[case.entry])


@pytest.mark.parametrize("lapse", [False, True], ids=["live", "lapsed"])
def test_a_right_is_registered_again_where_its_burdens_are(stage: Stage, cast: Cast, lapse: bool) -> None:
    """Rules 11, 13: a lapsed right of the applicant, in a folio of somebody else's, is not begun anew in another."""
    joint = join(stage, [cast.holder, cast.second])
    signers = [cast.holder.one, cast.second.one]
    case = Procedure(stage, cast, applicant=joint, signers=signers).under_review(flags=CaseFlag.WAIVER_ASKED)
    case.waive()
    case.anchor("2026-08-31")
    own = cleared(stage, cast, cast.second)
    if lapse:
        stage.on("2026-09-01")
    with stage.refused("AlreadyRegistered", entry=case.entry, right=0):
        own.anchor("2031-08-02", siblings=[case.entry])
