"""One meaning has one spelling: whatever is written otherwise is refused by its place."""

from collections.abc import Callable

import pytest

from ledger_api.verifier.item import Item
from ledger_api.verifier.report import Refused

Reader = Callable[[Item], object]


def _refusal(value: object, read: Reader) -> str:
    with pytest.raises(Refused) as caught:
        read(Item(value, "acts[3].data"))
    assert caught.value.facts["where"] == "acts[3].data"
    return caught.value.code


@pytest.mark.parametrize("value", ["01", "-1", "+1", " 1", "1 ", "", "0x1", "1e3", "1.0", "٣", 7, None, "9" * 79])
def test_a_decimal_number_is_plain_digits(value: object) -> None:
    assert _refusal(value, lambda item: item.decimal(256)) == "member-malformed"


def test_a_decimal_number_fits_its_bits() -> None:
    assert Item(str(2**40 - 1), "").decimal(40) == 2**40 - 1
    assert _refusal(str(2**40), lambda item: item.decimal(40)) == "member-malformed"
    assert _refusal(str(2**256), lambda item: item.decimal(256)) == "member-malformed"


@pytest.mark.parametrize(
    "value", ["", "0x", "0x00", "0x01", "0xA", "1", "0xg", "0x" + "f" * 65, 1, None, "0x1 ", "0x1\n"]
)
def test_a_quantity_is_hex_without_leading_zeros(value: object) -> None:
    assert _refusal(value, Item.quantity) == "member-malformed"


@pytest.mark.parametrize("value", ["", "0x0", "0xAB", "ab", "0xgg", "0X00", 0, None, ["0x"], "0x00\n", "0x 0"])
def test_bytes_are_lower_case_hex(value: object) -> None:
    assert _refusal(value, Item.octets) == "member-malformed"


def test_bytes_have_the_length_that_is_asked() -> None:
    assert Item("0x" + "ab" * 20, "").octets(20) == b"\xab" * 20
    assert _refusal("0x" + "ab" * 19, lambda item: item.octets(20)) == "member-malformed"


@pytest.mark.parametrize("value", [-1, 2**53, True, "1", None, [1]])
def test_a_whole_number_is_one_that_every_reader_of_json_has(value: object) -> None:
    assert _refusal(value, Item.whole) == "member-malformed"


@pytest.mark.parametrize("value", [None, {}, "list", 7])
def test_a_list_is_a_list(value: object) -> None:
    assert _refusal(value, Item.items) == "member-malformed"


def test_a_list_that_must_have_members_has_some() -> None:
    assert _refusal([], Item.some) == "member-malformed"


@pytest.mark.parametrize("value", [None, [], "text", 7])
def test_an_object_is_an_object(value: object) -> None:
    assert _refusal(value, lambda item: item.members("a")) == "member-malformed"


def test_an_object_has_its_members_and_no_others() -> None:
    def read(item: Item) -> object:
        return item.members("a", optional=("b",))

    for value, code, member in [({}, "member-missing", "a"), ({"a": 1, "c": 2}, "member-unknown", "c")]:
        with pytest.raises(Refused) as caught:
            read(Item(value, "chain"))
        assert (caught.value.code, caught.value.facts["where"]) == (code, f"chain.{member}")
    assert set(Item({"a": 1, "b": 2}, "").members("a", optional=("b",))) == {"a", "b"}


def test_places_are_said_as_paths() -> None:
    (first,) = Item({"acts": [{"topics": []}]}, "").members("acts")["acts"].items()
    assert first.members("topics")["topics"].where == "acts[0].topics"
