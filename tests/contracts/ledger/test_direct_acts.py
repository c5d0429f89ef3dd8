"""An officer's own key calls one act: it acts for that officer and nobody else, and only with canonical calldata."""

from typing import Any

import pytest
from eth_hash.auto import keccak

from hardhat_free_env.testing import Reverted, account
from tests.contracts.stage import Act, Cast, Stage
from tests.contracts.stage.signers import place

ROOT = keccak(b"data")


def opening(cast: Cast) -> tuple[Any, ...]:
    """An act that one officer may do alone."""
    return ("open", 2, ROOT, cast.holder)


def test_an_officer_acts_alone_with_its_own_key(stage: Stage, cast: Cast) -> None:
    line = stage.direct(cast.holder.one, *opening(cast)).line("Opened")
    assert (line["by"], line["at"]) == (cast.holder.one.number, stage.now)


def test_another_officer_s_number_is_refused(stage: Stage, cast: Cast) -> None:
    data = stage.encode(opening(cast), cast.holder.one.number)
    with stage.refused("KeyNotOfOfficer", officer=cast.holder.one):
        stage.send(data, sender=cast.holder.two.account)


def test_a_number_that_no_officer_has_is_refused(stage: Stage, cast: Cast) -> None:
    with stage.refused("KeyNotOfOfficer"):
        stage.send(stage.encode(opening(cast), 9_999), sender=cast.holder.one.account)


def test_a_stranger_s_key_is_nobody_s(stage: Stage, cast: Cast) -> None:
    with stage.refused("KeyNotOfOfficer"):
        stage.send(stage.encode(opening(cast), cast.holder.one.number), sender=account(900))


@pytest.mark.parametrize("by", ["none", "two", "gap", "high bit", "relative"])
def test_signatories_other_than_exactly_the_caller_are_refused(stage: Stage, cast: Cast, by: str) -> None:
    one, two = (officer.number for officer in cast.holder.both)
    words = {"none": 0, "two": one | two << 24, "gap": one << 24, "high bit": one | 1 << 255, "relative": 0x800001}
    name = "KeyNotOfOfficer" if by == "relative" else "SignedByOthers"
    with stage.refused(name):
        stage.send(stage.encode(opening(cast), words[by]), sender=cast.holder.one.account)


def test_a_contract_cannot_act_directly_even_with_a_key_of_an_officer(stage: Stage, cast: Cast) -> None:
    from tests.contracts.stage.signers import bind

    wallet = place(stage, "Wallet")
    number = bind(stage, cast.operator, cast.holder, wallet.address)
    data = stage.encode(opening(cast), number)
    with stage.refused("NotAnOfficersKey", caller=wallet.checksum.lower()):
        wallet.transact("call", stage.ledger.address, data)


def test_an_officer_out_of_office_is_refused(stage: Stage, cast: Cast) -> None:
    stage.direct(cast.holder.two, "revoke", cast.holder.one, 2, ROOT)
    with stage.refused("OfficerNotInOffice", officer=cast.holder.one):
        stage.direct(cast.holder.one, *opening(cast))


@pytest.mark.parametrize("length", [0, 3, 4, 35])
def test_calldata_too_short_for_an_act_is_no_act(stage: Stage, cast: Cast, length: int) -> None:
    data = stage.encode(opening(cast), cast.holder.one.number)[:length]
    with stage.refused("NoSuchAct"):
        stage.send(data, sender=cast.holder.one.account)


def test_signatories_alone_are_no_act_s_arguments(stage: Stage, cast: Cast) -> None:
    data = stage.encode(opening(cast), cast.holder.one.number)[:36]
    with stage.refused("NotCanonical", selector=data[:4]):
        stage.send(data, sender=cast.holder.one.account)


def test_a_selector_that_no_chapter_has_is_no_act(stage: Stage, cast: Cast) -> None:
    data = b"\xde\xad\xbe\xef" + stage.encode(opening(cast), cast.holder.one.number)[4:]
    with stage.refused("NoSuchAct", selector=b"\xde\xad\xbe\xef"):
        stage.send(data, sender=cast.holder.one.account)


def test_money_is_not_taken(stage: Stage, cast: Cast) -> None:
    data = stage.encode(opening(cast), cast.holder.one.number)
    with pytest.raises(Reverted):
        stage.chain.transact(stage.ledger.address, data, sender=cast.holder.one.account, value=1)


def test_bytes_after_the_arguments_are_refused(stage: Stage, cast: Cast) -> None:
    data = stage.encode(opening(cast), cast.holder.one.number)
    for tail in (b"\0", bytes(32), bytes(31)):
        with stage.refused("NotCanonical"):
            stage.send(data + tail, sender=cast.holder.one.account)


def test_missing_bytes_are_refused(stage: Stage, cast: Cast) -> None:
    data = stage.encode(opening(cast), cast.holder.one.number)
    for cut in (1, 32):
        with stage.refused("NotCanonical"):
            stage.send(data[:-cut], sender=cast.holder.one.account)


@pytest.mark.parametrize("argument", [1, 2, 4])
def test_bits_outside_an_argument_s_type_are_refused(stage: Stage, cast: Cast, argument: int) -> None:
    data = bytearray(stage.encode(opening(cast), cast.holder.one.number))
    data[4 + 32 * argument] |= 0x80  # at, alg and applicant are narrower than a word
    with pytest.raises(Reverted) as caught:
        stage.send(bytes(data), sender=cast.holder.one.account)
    assert caught.value.output == b""


class Lists:
    """The calldata of `loadCalendar`, whose last argument is a list, piece by piece."""

    def __init__(self, stage: Stage, cast: Cast) -> None:
        words = [(1 << 256) - 1, 7]
        act = Act("loadCalendar", (21_184, 21_550, 2, ROOT, words))
        self.data = stage.encode(act, cast.operator.alice.number)
        self.head, self.offset, self.length, self.items = (
            self.data[: 4 + 6 * 32], self.data[4 + 6 * 32 : 4 + 7 * 32], self.data[4 + 7 * 32 : 4 + 8 * 32],
            self.data[4 + 8 * 32 :],
        )  # fmt: skip


@pytest.mark.parametrize(
    "how", ["offset", "gap", "length", "more", "less", "huge", "overflow", "none", "none, offset elsewhere"]
)
def test_a_list_anywhere_but_right_behind_the_head_is_refused(stage: Stage, cast: Cast, how: str) -> None:
    act = Lists(stage, cast)

    def word(number: int) -> bytes:
        return number.to_bytes(32, "big")

    spoilt = {
        "offset": act.head + word(6 * 32) + act.length + act.items,
        "gap": act.head + word(8 * 32) + bytes(32) + act.length + act.items,
        "length": act.head + act.offset + word(1) + act.items,
        "more": act.data + bytes(32),
        "less": act.data[:-32],
        "huge": act.head + act.offset + word(1 << 16) + act.items,
        "overflow": act.head + act.offset + word((1 << 251) + 2) + act.items,
        "none": act.head + act.offset,
        "none, offset elsewhere": act.head + word(0),
    }[how]
    with stage.refused("NotCanonical"):
        stage.send(spoilt, sender=cast.operator.alice.account)


def test_a_list_right_behind_the_head_is_taken(stage: Stage, cast: Cast) -> None:
    with stage.refused("TwoPersonsMissing"):  # so far it came: the encoding was good, one person is not enough
        stage.send(Lists(stage, cast).data, sender=cast.operator.alice.account)


def test_two_lists_stand_one_behind_the_other(stage: Stage, cast: Cast) -> None:
    terms = (bytes(32), 1, (2, ROOT, 1), 20_000, 2, ROOT, [1, 2, 3], [ROOT, ROOT])
    data = stage.encode(Act("anchor", terms), cast.holder.one.number)
    with stage.refused("NoSuchEntry"):
        stage.send(data, sender=cast.holder.one.account)
    second = 4 + 32 * 11
    swapped = data[: second - 32] + data[second : second + 32] + data[second - 32 : second] + data[second + 32 :]
    with stage.refused("NotCanonical"):
        stage.send(swapped, sender=cast.holder.one.account)


def test_a_chapter_called_by_itself_knows_no_officers(stage: Stage, cast: Cast) -> None:
    from ledger_api.domain.words import Page

    data = stage.encode(opening(cast), cast.holder.one.number)
    chapter = stage.word(Page, data[:4]).chapter.to_bytes(20, "big")
    with stage.refused("NoSuchParty"):
        stage.chain.transact(chapter, data, sender=cast.holder.one.account)
