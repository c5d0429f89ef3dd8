"""The generated Solidity on an EVM, beside the Python: the example's words, then the ledger's own.

Every field is read and written in random words; neighbours must not move, and both languages refuse the same words.
"""

import random
from collections.abc import Mapping
from typing import Any

import pytest

from hardhat_free_env.compiler import words, words_solidity
from hardhat_free_env.compiler.build import compile_paths
from hardhat_free_env.compiler.sources import ROOT, SourceTree
from hardhat_free_env.compiler.words import Table, Word
from tests.hardhat_free_env.compiler import example, harness
from tests.hardhat_free_env.compiler.evm import Deployed, Reverted, new_tester, selector

SEED = 20_260_803


def _ledger_python() -> dict[str, Any]:
    from ledger_api.domain import words as generated

    return vars(generated)


def _deploy(table: Table) -> dict[str, Deployed]:
    added = {
        "contracts/types/words/Harness.sol": words_solidity.render(table, "harness"),
        "harness/H.sol": harness.source(table, "contracts/types/words/Harness.sol"),
    }
    compiled = compile_paths(SourceTree(ROOT, added), ["harness/H.sol"])
    tester = new_tester()
    return {name.removesuffix("Harness"): Deployed.deploy(tester, each.bytecode) for name, each in compiled.items()}


@pytest.fixture(scope="module", params=["example", "ledger"])
def case(request: pytest.FixtureRequest) -> tuple[Table, Mapping[str, Deployed], Mapping[str, Any]]:
    """A table, its harnesses on a chain, and its Python."""
    if request.param == "example":
        return example.table(), _deploy(example.table()), example.python()
    table = words.together(words.load(ROOT))
    return table, _deploy(table), _ledger_python()


Case = tuple[Table, Mapping[str, Deployed], Mapping[str, Any]]


def test_every_field_is_read_from_its_bits(case: Case) -> None:
    table, deployed, _ = case
    rng = random.Random(SEED)
    for word in table.words:
        for number, field, index in harness.places(word):
            raw = rng.getrandbits(256)
            value = deployed[word.name].call("read(uint256,uint256,uint256)", [raw, number, index], "uint256")
            assert value == raw >> harness.shift_of(field, index) & ((1 << field.bits) - 1), f"{word.name}.{field.name}"


def test_writing_a_field_leaves_its_neighbours_alone(case: Case) -> None:
    table, deployed, _ = case
    rng = random.Random(SEED + 1)
    for word in table.words:
        for number, field, index in harness.places(word):
            raw, value, ones = rng.getrandbits(256), rng.getrandbits(field.bits), (1 << field.bits) - 1
            shift = harness.shift_of(field, index)
            written = _write(deployed[word.name], raw, number, index, value)
            assert written == raw & ~(ones << shift) | value << shift, f"{word.name}.{field.name}"


def test_a_value_one_too_large_is_refused_and_the_largest_is_not(case: Case) -> None:
    table, deployed, _ = case
    for word in table.words:
        for number, field, index in harness.places(word):
            largest = (1 << field.bits) - 1
            assert _write(deployed[word.name], 0, number, index, largest) == largest << harness.shift_of(field, index)
            if field.bits < 256:
                with pytest.raises(Reverted) as caught:
                    _write(deployed[word.name], 0, number, index, largest + 1)
                assert caught.value.data == selector("FieldOverflow()"), f"{word.name}.{field.name}"


def test_an_index_at_the_count_is_refused(case: Case) -> None:
    table, deployed, _ = case
    for word in table.words:
        for number, field in enumerate(word.fields):
            if field.count > 1:
                with pytest.raises(Reverted) as caught:
                    _write(deployed[word.name], 0, number, field.count, 0)
                assert caught.value.data == selector("FieldIndex()"), f"{word.name}.{field.name}"


def test_both_languages_accept_and_refuse_the_same_words(case: Case) -> None:
    table, deployed, python = case
    rng = random.Random(SEED + 2)
    for word in table.words:
        for raw in _words_to_judge(word, rng):
            accepted = deployed[word.name].call("valid(uint256)", [raw], "bool")
            assert accepted is _decodes(python[word.name], raw), f"{word.name} {raw:#x}"


def test_a_word_that_python_reads_is_written_back_bit_for_bit(case: Case) -> None:
    table, _, python = case
    rng = random.Random(SEED + 3)
    for word in table.words:
        for _ in range(50):
            raw = _random_valid(word, rng)
            assert python[word.name].decode(raw).encode() == raw


def _write(deployed: Deployed, raw: int, number: int, index: int, value: int) -> int:
    arguments = [raw, number, index, value]
    written: int = deployed.call("write(uint256,uint256,uint256,uint256)", arguments, "uint256")
    return written


def _decodes(kind: Any, raw: int) -> bool:  # noqa: ANN401 - a generated class
    try:
        kind.decode(raw)
    except ValueError:
        return False
    return True


def _words_to_judge(word: Word, rng: random.Random) -> list[int]:
    """Valid words, each with one bit turned, and each enumeration one past its last code."""
    valid = [0, *(_random_valid(word, rng) for _ in range(3))]
    turned = [raw ^ 1 << bit for raw in valid for bit in rng.sample(range(256), 4)]
    past = [
        len(field.enum.values) << harness.shift_of(field, index)
        for _, field, index in harness.places(word)
        if field.enum and len(field.enum.values) < 1 << field.bits
    ]
    return [*valid, *turned, *past]


def _random_valid(word: Word, rng: random.Random) -> int:
    raw = 0
    for _, field, index in harness.places(word):
        names = field.named_bits
        limit = len(field.enum.values) if field.enum else 1 << (len(names.values) if names else field.bits)
        raw |= rng.randrange(limit) << harness.shift_of(field, index)
    return raw
