"""Solidity that shows the accessors of every word of a table to a test, and what they must answer."""

from collections.abc import Iterator

from hardhat_free_env.compiler.words import Field, Table, Word

_TEMPLATE = """
contract {name}Harness {{
    function read(uint256 word, uint256 field, uint256 i) external pure returns (uint256) {{
        {name} w = {name}.wrap(word);
{reads}        revert("no such field");
    }}

    function write(uint256 word, uint256 field, uint256 i, uint256 value) external pure returns (uint256) {{
        {name} w = {name}.wrap(word);
{writes}        revert("no such field");
    }}

    function valid(uint256 word) external pure returns (bool) {{
        return {name}.wrap(word).valid();
    }}
}}
"""


def source(table: Table, words: str) -> str:
    """One contract a word; `words` is the logical path of the generated accessors."""
    imported = ", ".join(word.name for word in table.words)
    header = (
        f'// SPDX-License-Identifier: Apache-2.0\npragma solidity ^0.8.30;\nimport {{{imported}}} from "{words}";\n'
    )
    return header + "".join(_contract(word) for word in table.words)


def places(word: Word) -> Iterator[tuple[int, Field, int]]:
    """Every value in the word: number of the field, the field, index."""
    for number, field in enumerate(word.fields):
        for index in range(field.count):
            yield number, field, index


def shift_of(field: Field, index: int) -> int:
    """Where the value stands, computed apart from the generator's accessors."""
    return field.offset + field.bits * index


def _contract(word: Word) -> str:
    reads = writes = ""
    for number, field in enumerate(word.fields):
        index, asked = ("i", f"field == {number}") if field.count > 1 else ("", f"field == {number} && i == 0")
        setter = "with" + field.name[0].upper() + field.name[1:]
        reads += f"        if ({asked}) return w.{field.name}({index});\n"
        comma = ", " if index else ""
        writes += f"        if ({asked}) return {word.name}.unwrap(w.{setter}({index}{comma}value));\n"
    return _TEMPLATE.format(name=word.name, reads=reads, writes=writes)
