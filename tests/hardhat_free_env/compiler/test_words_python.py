"""The generated Python of the example: what it reads, writes and refuses."""

from typing import Any

import pytest

from tests.hardhat_free_env.compiler import example


@pytest.fixture(scope="module")
def names() -> dict[str, Any]:
    return example.python()


def test_a_word_reads_back_as_it_was_written(names: dict[str, Any]) -> None:
    state, rank, extra, flag = (names[name] for name in ("State", "Rank", "Extra", "TicketFlag"))
    ticket = names["Ticket"](
        seat=(1, 0xFFFFFF, 3),
        state=state.VOID,
        ranks=(rank.D, rank.B),
        extras=extra.DRINK | extra.COAT,
        flags=flag.USED,
        from_=0xABCD,
        sold_at=(1 << 40) - 1,
    )
    assert names["Ticket"].decode(ticket.encode()) == ticket


def test_each_field_stands_at_its_bits(names: dict[str, Any]) -> None:
    encoded = names["Ticket"](seat=(1, 2, 3), state=names["State"].SOLD, sold_at=5).encode()
    assert encoded == 1 | 2 << 24 | 3 << 48 | 1 << 72 | 5 << 105


def test_a_word_without_arguments_is_zero(names: dict[str, Any]) -> None:
    assert names["Ticket"]().encode() == 0
    assert names["Ticket"].decode(0) == names["Ticket"]()


@pytest.mark.parametrize("value", [1 << 24, -1])
def test_a_value_that_does_not_fit_is_refused_by_name(names: dict[str, Any], value: int) -> None:
    with pytest.raises(ValueError, match=rf"Ticket.seat\[1\]: {value} does not fit 24 bits"):
        names["Ticket"](seat=(0, value, 0)).encode()


@pytest.mark.parametrize("word", [1 << 145, 1 << 255, 1 << 256, -1])
def test_spare_bits_are_refused(names: dict[str, Any], word: int) -> None:
    with pytest.raises(ValueError, match="Ticket: spare bits are set"):
        names["Ticket"].decode(word)


@pytest.mark.parametrize("word", [3 << 72, 7 << 72, 1 << 81, 1 << 87])
def test_codes_and_bits_without_a_name_are_refused(names: dict[str, Any], word: int) -> None:
    with pytest.raises(ValueError, match=r"is not a valid|invalid value"):
        names["Ticket"].decode(word)


def test_codes_and_bits_know_their_chinese_terms(names: dict[str, Any]) -> None:
    assert names["State"].SOLD.zh == "售出"
    assert names["Extra"](3).zh == "饮料、寄存"
    assert names["TicketFlag"].USED.zh == "已用"
    assert names["Extra"](0).zh == ""


def test_a_word_says_where_it_lies(names: dict[str, Any]) -> None:
    ticket = names["Ticket"]
    assert ticket.NAMESPACE == "dpr.tickets"
    assert names["NAMESPACES"]["dpr.tickets"] + 3 == ticket.SLOT
    assert ticket.KEYS == ("show", "number")
    assert names["WORDS"] == (ticket, names["Used"], names["Top"])


def test_a_word_cannot_be_changed(names: dict[str, Any]) -> None:
    with pytest.raises(AttributeError):
        names["Ticket"]().sold_at = 1
