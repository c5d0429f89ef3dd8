"""Every accessor of every packed word, proved on its compiled code for every word, value and index at once.

A getter is read from the code as a formula over the word; a setter's result is put into all of them.
"""

from functools import cache
from pathlib import Path

import pytest
import z3
from eth_hash.auto import keccak

from hardhat_free_env.compiler.artifacts import Artifact
from hardhat_free_env.compiler.build import compile_text
from hardhat_free_env.compiler.words import TABLES as TABLES_FOLDER
from hardhat_free_env.compiler.words import Field, Table, load
from hardhat_free_env.compiler.words import Word as Described
from tests.contracts.proofs.evm import How, Machine, Run, Word, follows, number

TABLES = {subject: table for subject, table in load(Path(__file__).parents[3]).items() if table.words}
QUICK = "entries"
"""The subject that is always proved: compiling the harnesses of all takes minutes."""

WORD, VALUE = z3.BitVecs("word value", 256)
OVERFLOW, NO_SUCH_INDEX = (int.from_bytes(keccak(error)[:4], "big") for error in (b"FieldOverflow()", b"FieldIndex()"))

each_word = pytest.mark.parametrize(
    "subject, word",
    [
        pytest.param(subject, word, id=word.name, marks=() if subject == QUICK else pytest.mark.long)
        for subject, table in TABLES.items()
        for word in table.words
    ],
)


def harness(subject: str, table: Table) -> str:
    """A contract with one function for each accessor of the subject's words."""
    functions = []
    for word in table.words:
        this = f"{word.name}.wrap(w)"
        functions.append(_function(word.name, "valid", "uint256 w", "bool", f"{this}.valid()"))
        for each in word.fields:
            parameter, index = ("uint256 i, ", "i") if each.count > 1 else ("", "")
            got = f"{this}.{each.name}({index})"
            made = f"{word.name}.unwrap({this}.{setter(each)}({index}{', ' if index else ''}v))"
            functions.append(_function(word.name, each.name, f"{parameter}uint256 w", "uint256", got))
            functions.append(_function(word.name, setter(each), f"{parameter}uint256 w, uint256 v", "uint256", made))
    names = ", ".join(word.name for word in table.words)
    return "\n".join(
        [
            "// SPDX-License-Identifier: Apache-2.0",
            "pragma solidity ^0.8.30;",
            f'import {{{names}}} from "{TABLES_FOLDER}/{subject[0].upper()}{subject[1:]}.sol";',
            "contract WordsHarness {",
            *functions,
            "}",
        ]
    )


def _function(word: str, name: str, parameters: str, gives: str, value: str) -> str:
    return f"function {word}_{name}({parameters}) external pure returns ({gives}) {{ return {value}; }}"


def setter(each: Field) -> str:
    return f"with{each.name[0].upper()}{each.name[1:]}"


@cache
def compiled(subject: str) -> Artifact:
    (artifact,) = compile_text("tests/Harness.sol", harness(subject, TABLES[subject])).values()
    return artifact


@cache
def runs(subject: str, name: str, *arguments: Word) -> list[Run]:
    """Every way a function of the harness ends."""
    artifact = compiled(subject)
    (selector,) = (each for signature, each in artifact.method_identifiers.items() if signature.split("(")[0] == name)
    return list(Machine(artifact.deployed_bytecode, bytes.fromhex(selector), arguments).runs())


def only(found: list[Run], how: How = How.RETURNED) -> Run:
    (run,) = (run for run in found if run.how is how)
    return run


def places(each: Field) -> list[tuple[tuple[Word, ...], int]]:
    """The index to give, if any, and the lowest bit, of each of a field's values."""
    if each.count == 1:
        return [((), each.offset)]
    return [((number(index),), each.offset + index * each.bits) for index in range(each.count)]


@cache
def getters(subject: str, word: Described) -> dict[tuple[str, int], Word]:
    """Field and lowest bit → the formula that the compiled getter is."""
    found = {}
    for each in word.fields:
        for index, low in places(each):
            (run,) = runs(subject, f"{word.name}_{each.name}", *index, WORD)
            assert run.how is How.RETURNED
            found[each.name, low] = run.value
    return found


@each_word
def test_a_getter_gives_the_bits_that_the_table_draws(subject: str, word: Described) -> None:
    bits = {each.name: each.bits for each in word.fields}
    for (name, low), formula in getters(subject, word).items():
        drawn = z3.Extract(low + bits[name] - 1, low, WORD)
        assert follows([], formula == z3.ZeroExt(256 - bits[name], drawn)), f"{word.name}.{name}"


@each_word
def test_a_setter_sets_its_own_field_and_no_other_bit(subject: str, word: Described) -> None:
    """What is set is got; every other field is got as before, and so is what no field covers."""
    got = getters(subject, word)
    for each in word.fields:
        for index, low in places(each):
            run = only(runs(subject, f"{word.name}_{setter(each)}", *index, WORD, VALUE))
            after = {field: z3.substitute(formula, (WORD, run.value)) for field, formula in got.items()}
            claims = [
                after[field] == (VALUE if field == (each.name, low) else formula) for field, formula in got.items()
            ]
            if word.bits < 256:
                claims.append(z3.Extract(255, word.bits, run.value) == z3.Extract(255, word.bits, WORD))
            assert follows(run.given, *claims), f"{word.name}.{each.name}"


@each_word
def test_a_setter_refuses_exactly_what_does_not_fit(subject: str, word: Described) -> None:
    for each in word.fields:
        for index, _ in places(each):
            found = runs(subject, f"{word.name}_{setter(each)}", *index, WORD, VALUE)
            fits = z3.ULE(VALUE, number((1 << each.bits) - 1))
            assert follows(only(found).given, fits), f"{word.name}.{each.name}"
            refused = [run for run in found if run.how is How.REVERTED]
            assert {run.error for run in refused} == ({OVERFLOW} if each.bits < 256 else set())
            assert all(follows(run.given, z3.Not(fits)) for run in refused)


@each_word
def test_an_index_outside_a_row_of_values_is_refused(subject: str, word: Described) -> None:
    """Whatever the word and value."""
    index = z3.BitVec("index", 256)
    for each in (each for each in word.fields if each.count > 1):
        for name, arguments in ((each.name, (index, WORD)), (setter(each), (index, WORD, VALUE))):
            for run in runs(subject, f"{word.name}_{name}", *arguments):
                inside = z3.ULT(index, number(each.count))
                if run.how is How.REVERTED and run.error == NO_SUCH_INDEX:
                    assert follows(run.given, z3.Not(inside)), f"{word.name}.{each.name}"
                else:
                    assert follows(run.given, inside), f"{word.name}.{each.name}"


@each_word
def test_a_word_is_valid_when_its_spare_bits_are_zero_and_its_codes_have_names(subject: str, word: Described) -> None:
    known = [WORD & number(word.spare) == 0]
    for each in word.fields:
        if each.enum:
            names = len(each.enum.values)
            known += [z3.ULT(z3.LShR(WORD, low) & number((1 << each.bits) - 1), names) for _, low in places(each)]
    for run in runs(subject, f"{word.name}_valid", WORD):
        assert run.how is How.RETURNED
        assert follows(run.given, (run.value == 1) == z3.And(*known), z3.ULE(run.value, 1))
