"""The table of packed words: what is read from it, and what it may not say."""

import pytest

from hardhat_free_env.compiler import words, words_solidity
from hardhat_free_env.compiler.errors import WordsInvalid
from hardhat_free_env.compiler.sources import ROOT
from tests.hardhat_free_env.compiler import example


def test_fields_stand_from_the_lowest_bit_upwards() -> None:
    ticket = example.table().words[0]
    assert [(field.name, field.offset, field.end) for field in ticket.fields] == [
        ("seat", 0, 72),
        ("state", 72, 75),
        ("ranks", 75, 79),
        ("extras", 79, 85),
        ("flags", 85, 89),
        ("from", 89, 105),
        ("soldAt", 105, 145),
    ]


def test_bits_that_no_name_covers_are_spare() -> None:
    ticket, used, top = example.table().words
    above_extras, above_flags = 0b111100 << 79, 0b1100 << 85
    assert ticket.spare == ((1 << 256) - (1 << 145)) | above_extras | above_flags
    assert (used.spare, top.spare) == (0, 0)


def test_a_namespace_slot_is_that_of_erc_7201() -> None:
    # The example in the EIP itself.
    assert words.erc7201_slot("example.main") == 0x183A6125C38840424C4A85FA12BAB2AB606C4B6D0E7CC73C0C06BA5300EAB500


@pytest.mark.parametrize(
    "key, expected",
    [
        ("base", (0, ())),
        ("base+12", (12, ())),
        ("map(entry, base+1)", (1, ("entry",))),
        ("map(number, map(entry, base+0))", (0, ("entry", "number"))),
        ("map(day / 256, base+2)", (2, ("day / 256",))),
    ],
)
def test_a_key_gives_the_slot_and_the_mappings_from_the_outermost(key: str, expected: tuple[int, object]) -> None:
    assert words.key_parts(key) == expected


def test_names_are_written_as_each_language_does() -> None:
    assert [words.snake(name) for name in ("sourceUntil", "from", "kycUntil")] == ["source_until", "from_", "kyc_until"]
    assert words.namespace_constant("dpr.seatPlans") == "SEAT_PLANS"
    assert words.flag_name("Case", "flags") == "CaseFlag"


def with_field(field: str) -> str:
    """The example, with one more field in its first word."""
    return example.EXAMPLE.replace('{ name = "soldAt", bits = 40 },', f'{{ name = "soldAt", bits = 40 }},{field}')


@pytest.mark.parametrize(
    "text, complaint",
    [
        (with_field('{ name = "more", bits = 112 }'), "Ticket: 257 bits do not fit a word of 256"),
        (with_field('{ name = "soldAt", bits = 1 }'), "Ticket: a field stands twice"),
        (with_field('{ name = "case", bits = 1 }'), "Ticket.case: not a name Solidity allows"),
        (with_field('{ name = "Big", bits = 1 }'), "Ticket.Big: not a name Solidity allows"),
        (with_field('{ name = "none", bits = 0 }'), "Ticket.none: no bits"),
        (with_field('{ name = "kind", bits = 2, enum = "Kind" }'), r"Ticket.kind: no \[enum.Kind\]"),
        (with_field('{ name = "more", bits = 2, mask = "More" }'), r"Ticket.more: no \[mask.More\]"),
        (with_field('{ name = "kind", bits = 1, enum = "State" }'), "Ticket.kind: 1 bits are too few for its enum"),
        (with_field('{ name = "kind", bits = 1, mask = "Extra" }'), "Ticket.kind: 1 bits are too few for its names"),
        (with_field('{ name = "kind", bits = 9, enum = "State", mask = "Extra" }'), "only one of enum, mask and flags"),
        (with_field('{ name = "kind", bits = 9, note = "x" }'), "Ticket.kind: does not know note"),
        (example.EXAMPLE.replace("[enum.State]", "[enum.Ticket]").replace('"State"', '"Ticket"'), "Ticket: a word"),
        (example.EXAMPLE.replace('"map(number, map(show, base+3))"', '"keccak(show)"'), "Ticket: key 'keccak"),
        (example.EXAMPLE.replace('"无", "售出"', '"售出"'), "State: 3 values, 2 in zh"),
        (example.EXAMPLE.replace('"SOLD", "VOID"', '"SOLD", "SOLD"'), "State: a value stands twice"),
        (example.EXAMPLE.replace('"SOLD", "VOID"', '"SOLD", "void"'), "State.void: values are written IN_CAPITALS"),
    ],
)
def test_a_table_that_contradicts_itself_is_refused_by_name(text: str, complaint: str) -> None:
    with pytest.raises(WordsInvalid, match=complaint):
        words.parse({"example": text})


def test_the_layout_is_drawn_above_the_type() -> None:
    text = words_solidity.render(example.table(), "example.toml")
    assert "//      0–71  3 × 24  seat    seats taken\n" in text
    assert "//   145–255     111          spare, always zero\ntype Ticket is uint256;" in text


def test_a_generated_file_that_was_touched_is_stale(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("words")
    solidity = f"{words.TABLES}/Example.sol"
    for name in (solidity, words.PYTHON):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / words.TABLES / "example.toml").write_text(example.EXAMPLE)
    assert words.stale(root) == [solidity, words.PYTHON]
    for path, text in words.generate(root).items():
        path.write_text(text)
    assert words.stale(root) == []
    (root / words.PYTHON).write_text((root / words.PYTHON).read_text() + "\n")
    assert words.stale(root) == [words.PYTHON]


def test_the_ledgers_own_table_holds_together() -> None:
    tables = words.load(ROOT)
    assert {"Journal"} == {word.name for word in tables["journals"].words}
    assert {"Head", "Journal"} <= {word.name for word in words.together(tables).words}
