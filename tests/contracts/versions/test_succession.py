"""Entries that come out of others: a material change, a split. What lies on the old data is shed by neither."""

from dataclasses import replace
from typing import Any

import pytest

from ledger_api.domain.words import (
    CaseKind,
    LicenceKind,
    Power,
    Right,
    SlotStatus,
    Succession,
    SuccessionKind,
)
from tests.contracts.burdened import Orders
from tests.contracts.circumstances import another_registrar
from tests.contracts.deals import Deals
from tests.contracts.later import Later
from tests.contracts.loans import Lenders, Loans
from tests.contracts.pen import write
from tests.contracts.procedure import ALL, DOCUMENT, SHA256, Procedure
from tests.contracts.stage import Cast, Player, Stage
from tests.contracts.stage.stage import day
from tests.contracts.versioning import REST, Data

SPLIT = SuccessionKind.SPLIT
CHANGE = SuccessionKind.MATERIAL_CHANGE


# ---------------------------------------------------------------------------------------------- naming


def test_an_applicant_says_what_its_data_come_out_of(stage: Stage, cast: Cast, data: Data) -> None:
    """Rule 33: a material change is a 初次 of its own."""
    heir = data.heir(kind=0)
    line = data.name(heir).line("PredecessorNamed")
    assert line["ref"] == heir.number
    assert data.succession(heir.entry) == line["succession"] == Succession(kind=CHANGE)
    assert data.predecessor(heir) == data.entry
    assert heir.case == line["kase"]


def test_the_registrar_says_so_where_it_finds_a_near_duplicate(stage: Stage, cast: Cast, data: Data) -> None:
    """Rule 12: and nobody else; what was said once the applicant does not change."""
    heir = data.heir(kind=0)
    for officer in (cast.second.one, cast.registrar.approver):
        with stage.refused("AssentMissing", party=cast.registrar, power=Power.REVIEW):
            data.name(heir, by=[officer])
    data.name(heir, by=[cast.registrar.reviewer])
    with stage.refused("AssentMissing", party=cast.registrar, power=Power.REVIEW):
        data.name(heir, SPLIT)
    data.name(heir, SPLIT, by=[cast.registrar.reviewer])
    assert data.succession(heir.entry).kind == SPLIT


def test_that_it_does_not_after_all_takes_the_pair(stage: Stage, cast: Cast, data: Data) -> None:
    """Rule 3."""
    heir = data.heir()
    for by in ([cast.holder.one], [cast.registrar.reviewer], [cast.registrar.reviewer, cast.holder.one]):
        with stage.refused("PairMissing"):
            data.name(heir, SuccessionKind.DENIED, by=by)
    data.name(heir, SuccessionKind.DENIED, by=cast.registrar.pair)
    heir.anchor("2027-01-01")
    with stage.refused("WrongCaseState"):
        data.name(heir, by=[cast.registrar.reviewer])


@pytest.mark.parametrize("kind", [0, 4])
def test_a_succession_is_one_of_the_codes(stage: Stage, data: Data, kind: int) -> None:
    heir = data.heir(kind=0)
    with stage.refused("SuccessionUnknown", kind=kind):
        data.name(heir, kind)


def test_a_predecessor_is_another_registered_entry(stage: Stage, cast: Cast, data: Data) -> None:
    heir = data.heir(kind=0)
    opened = Procedure(stage, cast, root=bytes(31) + b"\1").opened()
    for entry in (heir.entry, opened.entry, bytes(32)):
        with stage.refused("NotAPredecessor", predecessor=entry):
            data.name(heir, predecessor=entry)


def test_of_the_same_registrar(stage: Stage, cast: Cast, data: Data) -> None:
    """Rules 13, 31: what was registered once is not taken elsewhere."""
    other = another_registrar(stage, cast)
    heir = Procedure(stage, cast, root=REST, registrar=other).submitted()
    with stage.refused("NotTheRegistrar", registrar=cast.registrar):
        data.name(heir)


def test_only_a_first_registration_comes_out_of_another_entry(stage: Stage, cast: Cast, data: Data) -> None:
    later = Later(data.case)
    later.change()
    other = Procedure(stage, cast, root=REST).registered("2026-09-10")
    with stage.refused("WrongCaseKind", kind=CaseKind.CHANGE):
        data.name(data.case, predecessor=other.entry)


def test_a_name_has_a_document(stage: Stage, cast: Cast, data: Data) -> None:
    """Rule 123."""
    heir = data.heir(kind=0)
    for alg, document, error in ((0, DOCUMENT, "UnknownAlgorithm"), (SHA256, bytes(32), "DigestMissing")):
        terms = (heir.entry, heir.number, data.entry, CHANGE, alg, document)
        with stage.refused(error):
            stage.file([cast.holder.one], [("namePredecessor", *terms)])


# ---------------------------------------------------------------------------------------------- a material change


def test_a_material_change_is_a_new_entry_with_a_predecessor(stage: Stage, cast: Cast, data: Data) -> None:
    """Rule 33: each line says of the other; the old entry stays as it is."""
    heir = data.heir()
    before = data.head
    done = data.succeed(heir)
    cleared, line = done.line("PredecessorCleared"), done.line("SucceededBy")
    assert data.head == line["head"] == replace(before, edition=before.edition + 1)
    assert data.succession() == line["succession"] == Succession(successors=1)
    assert (line.subject, line["ref"], line["successor"], line["kind"]) == (data.entry, line.number, heir.entry, CHANGE)
    assert data.succession(heir.entry) == cleared["succession"] == Succession(
        kind=CHANGE, cleared=heir.number, cleared_at=cleared["at"], edition=data.head.edition
    )  # fmt: skip
    assert cleared["predecessor"] == data.entry
    assert heir.head.holder == (cast.holder.number,) * 3


def test_it_is_anchored_only_once_all_concerned_agreed(stage: Stage, cast: Cast, data: Data) -> None:
    """Rules 33, 73."""
    heir = data.heir()
    with stage.refused("PredecessorNotCleared", entry=heir.entry, predecessor=data.entry):
        heir.anchor("2027-01-01")


def test_they_agreed_to_one_case(stage: Stage, cast: Cast, data: Data) -> None:
    """Rules 33, 73."""
    heir = data.heir(passed=Right.HOLD)
    other = Procedure(stage, cast, root=heir.root).in_notice(Right.USE, asked=Right.USE)
    stage.chain.forward(days=14)
    with stage.refused("PredecessorNotCleared"):
        stage.file([cast.holder.one, *cast.registrar.pair], [data.clearing(heir), data.anchoring(other)])


def test_a_case_that_was_cleared_and_anchored_binds_no_later_one(stage: Stage, cast: Cast, data: Data) -> None:
    """Rule 33: what had come out of the predecessor goes its own way, and no other predecessor is found."""
    heir = data.heir(passed=Right.HOLD)
    data.succeed(heir)
    later = Procedure(stage, cast, root=heir.root).in_notice(Right.USE, asked=Right.USE)
    with stage.refused("AlreadySucceeded", entry=heir.entry):
        data.name(later, SPLIT, by=[cast.registrar.reviewer])
    stage.chain.forward(days=14)
    with stage.refused("AlreadySucceeded", entry=heir.entry):
        stage.file([cast.holder.one, *cast.registrar.pair], [data.clearing(later)])
    later.anchor("2027-01-01", siblings=[heir.entry])


def test_clearing_takes_the_pair(stage: Stage, cast: Cast, data: Data) -> None:
    """Rule 3: by itself too, without the anchoring."""
    heir = data.heir()
    with stage.refused("PairMissing"):
        stage.file([cast.holder.one, cast.registrar.reviewer], [data.clearing(heir)])
    stage.file([cast.holder.one, *cast.registrar.pair], [data.clearing(heir)])


def test_the_pair_and_every_holder_sign(stage: Stage, cast: Cast, data: Data) -> None:
    """Rules 3, 33, 34."""
    heir = data.heir()
    acts = [data.clearing(heir), data.anchoring(heir)]
    with stage.refused("AssentMissing", party=cast.holder, power=Power.DISPOSE):
        stage.file(cast.registrar.pair, acts)
    with stage.refused("PairMissing"):
        stage.file([cast.holder.one, cast.registrar.reviewer], acts)
    holder = (cast.holder.number, cast.second.number, cast.holder.number)
    write(stage, cast, replace(data.head, holder=holder), data.entry)
    with stage.refused("AssentMissing", party=cast.second, power=Power.DISPOSE):
        stage.file([cast.holder.one, *cast.registrar.pair], acts)


def test_a_material_change_gives_no_right_to_anybody_else(stage: Stage, cast: Cast, data: Data) -> None:
    """Rule 33: that is a split, or a transfer."""
    heir = data.heir(applicant=cast.second)
    with stage.refused("NotTheHolder", right=0, holder=cast.holder):
        data.succeed(heir)
    status = (SlotStatus.CANCELLED, SlotStatus.CANCELLED, SlotStatus.ACTIVE)
    write(stage, cast, replace(data.head, status=status), data.entry)
    with stage.refused("NotTheHolder", right=2, holder=cast.holder):
        data.succeed(heir)


def test_only_the_named_entry_is_cleared(stage: Stage, cast: Cast, data: Data) -> None:
    """Rule 33."""
    heir, unnamed = data.heir(), Procedure(stage, cast, root=REST).in_notice()
    other = Data(Procedure(stage, cast, root=bytes(31) + b"\1").registered("2026-09-25"))
    stage.chain.forward(days=14)
    hands = [cast.holder.one, *cast.registrar.pair]
    with stage.refused("NotAPredecessor", predecessor=other.entry):
        stage.file(hands, [other.clearing(heir)])
    with stage.refused("NotAPredecessor", predecessor=data.entry):
        stage.file(hands, [data.clearing(unnamed)])
    data.name(heir, SuccessionKind.DENIED, by=cast.registrar.pair)
    with stage.refused("NotAPredecessor", predecessor=data.entry):
        stage.file(hands, [data.clearing(heir)])


def test_a_case_is_cleared_once_it_is_decided(stage: Stage, cast: Cast, data: Data) -> None:
    heir = Procedure(stage, cast, root=REST).under_review()
    data.name(heir)
    with stage.refused("WrongCaseState"):
        stage.file([cast.holder.one, *cast.registrar.pair], [data.clearing(heir)])


def test_a_clearance_has_a_document(stage: Stage, cast: Cast, data: Data) -> None:
    """Rule 123."""
    heir = data.heir()
    for alg, document, error in ((0, DOCUMENT, "UnknownAlgorithm"), (SHA256, bytes(32), "DigestMissing")):
        act: tuple[Any, ...] = ("clearPredecessor", heir.entry, heir.number, data.entry, alg, document, [], [])
        with stage.refused(error):
            stage.file([cast.holder.one, *cast.registrar.pair], [act])


def test_ordinary_licences_stay_with_the_old_data(stage: Stage, cast: Cast, data: Data) -> None:
    """Rule 46: whoever has the data alone agrees; a material change lists no licences."""
    deals = Deals(data.case)
    ordinary = deals.granted()
    heir = data.heir()
    with stage.refused("LicenceListIncomplete", listed=1, unclosed=0):
        data.succeed(heir, licences=[ordinary])
    data.succeed(heir)


def test_whoever_has_the_data_alone_agrees(stage: Stage, cast: Cast, data: Data) -> None:
    """Rule 46: or an exclusive licence would be worth what the licensor left of it."""
    number = Deals(data.case).granted(kind=LicenceKind.EXCLUSIVE)
    heir = data.heir()
    with stage.refused("LicenceInForce", number=number):
        data.succeed(heir, burdens=[number])
    data.succeed(heir, burdens=[number], by=[cast.maker.one])


# ---------------------------------------------------------------------------------------------- a split


def test_a_part_of_the_data_goes_to_another(stage: Stage, cast: Cast, data: Data) -> None:
    """Rule 34: and the old entry is about what remains."""
    heir = data.heir(applicant=cast.second, kind=SPLIT)
    done = data.split(heir)
    rest = done.line("VersionRefreshed").number
    assert data.succession() == Succession(successors=1, remainder=rest)
    assert heir.head.holder == (cast.second.number,) * 3
    assert data.head.holder == (cast.holder.number,) * 3


def test_what_remains_is_recorded_for_each_split(stage: Stage, cast: Cast, data: Data) -> None:
    """Rule 34: nothing of what moves stays."""
    heir = data.heir(applicant=cast.second, kind=SPLIT)
    with stage.refused("RemainderMissing", predecessor=data.entry):
        data.succeed(heir)
    data.split(heir)
    again = data.heir(bytes(31) + b"\7", applicant=cast.second, kind=SPLIT)
    with stage.refused("RemainderMissing", predecessor=data.entry):
        data.succeed(again)
    data.split(again, rest=bytes(31) + b"\6")


def test_every_licensee_agrees_to_a_split(stage: Stage, cast: Cast, data: Data) -> None:
    """Rule 54: whose licence is over need not."""
    deals = Deals(data.case)
    numbers = [deals.granted(), deals.granted(licensee=cast.buyer, end=day("2026-09-02"))]
    heir = data.heir(applicant=cast.second, kind=SPLIT)
    with stage.refused("LicenceListIncomplete", listed=1, unclosed=2):
        data.split(heir, licences=numbers[:1], by=[cast.maker.one])
    with stage.refused("LicenceInForce", number=numbers[0]):
        data.split(heir, licences=numbers)
    data.split(heir, licences=numbers, by=[cast.maker.one])


def test_no_part_goes_to_a_creditor(stage: Stage, cast: Cast, data: Data) -> None:
    """Rule 65."""
    lenders = Lenders.on(stage, cast)
    pledge = Loans(data.case, lenders).recorded()
    heir = data.heir(applicant=lenders.bank, kind=SPLIT)
    with stage.refused("TitleToCreditor", number=pledge):
        data.split(heir, burdens=[pledge], by=[lenders.bank.one])


def test_a_frozen_holder_gives_no_part_away(stage: Stage, cast: Cast, data: Data, court: Player) -> None:
    """Rule 115."""
    heir = data.heir(applicant=cast.second, kind=SPLIT)
    Orders(data.case, court, court).restrain(cast.holder)
    with stage.refused("PartyFrozen", party=cast.holder):
        data.succeed(heir)


def test_rights_asked_may_be_new(stage: Stage, cast: Cast) -> None:
    """Of a folio that has only some of them."""
    data = Data(Procedure(stage, cast).registered(asked=Right.HOLD))
    heir = data.heir(passed=ALL)
    data.succeed(heir)
    assert heir.head.holder == (cast.holder.number,) * 3
