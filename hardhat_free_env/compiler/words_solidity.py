"""Packed words in Solidity: a value type each, accessors of shifts and masks, constants for codes and bits.

No loops and no memory: after inlining an accessor is the few instructions one would have written by hand.
"""

from collections.abc import Iterator, Sequence

from hardhat_free_env.compiler.words import Field, Names, Table, Word, namespace_constant

_HEADER = """\
// SPDX-License-Identifier: Apache-2.0
// Generated from {} by `python -m hardhat_free_env words`; do not edit.
pragma solidity ^0.8.30;
"""


def render(table: Table, source: str) -> str:
    """The Solidity made of the table in the file `source`."""
    fields = [field for word in table.words for field in word.fields]
    parts = [_HEADER.format(source), *_errors(fields), *_namespaces(table)]
    parts += [_constants(names, "code", "{}") for names in table.enums]
    parts += [_constants(names, "bit", "1 << {}") for names in (*table.masks, *table.flags)]
    parts += [_word(word) for word in table.words]
    return "\n".join(parts)


def _errors(fields: Sequence[Field]) -> Iterator[str]:
    named = ["FieldIndex"] if any(field.count > 1 for field in fields) else []
    named += ["FieldOverflow"] if any(field.bits < 256 for field in fields) else []
    if named:
        yield f'import {{{", ".join(named)}}} from "../Fields.sol";\n'


def _namespaces(table: Table) -> Iterator[str]:
    lines = [
        f"    bytes32 internal constant {namespace_constant(name)} = 0x{slot:064x}; // {name}"
        for name, slot in table.namespaces.items()
    ]
    if lines:
        yield "\n".join(
            ["/// First storage slot of each namespace (ERC-7201).", "library Namespace {", *lines, "}", ""]
        )


def _constants(names: Names, what: str, value: str) -> str:
    terms = names.zh or ("",) * len(names.values)
    lines = [
        f"    uint256 internal constant {name} = {value.format(position)};" + (f" // {zh}" if zh else "")
        for position, (name, zh) in enumerate(zip(names.values, terms, strict=True))
    ]
    about = f"/// {names.doc}" if names.doc else f"/// {names.name}, one {what} a value."
    return "\n".join([about, f"library {names.name} {{", *lines, "}", ""])


def _word(word: Word) -> str:
    accessors = [part for field in word.fields for part in (_getter(word, field), _setter(word, field))]
    body = "\n\n".join([*accessors, _valid(word)])
    head = [*_layout(word), f"type {word.name} is uint256;", "", f"using {word.name}Lib for {word.name} global;", ""]
    return "\n".join([*head, f"library {word.name}Lib {{", body, "}", ""])


def _layout(word: Word) -> Iterator[str]:
    """The drawing above the type: bits, field, meaning."""
    yield f"// {word.zh} {word.name}: {word.doc}"
    yield f"// {word.path}, at {word.key} of {word.namespace}"
    yield "//"
    rows = [(f"{field.offset}–{field.end - 1}", _size(field), field.name, field.doc) for field in word.fields]
    if word.bits < 256:
        rows.append((f"{word.bits}–255", str(256 - word.bits), "", "spare, always zero"))
    for bits, size, name, doc in rows:
        yield f"//   {bits:>7}  {size:>6}  {name:<{max(len(field.name) for field in word.fields)}}  {doc}".rstrip()


def _size(field: Field) -> str:
    return f"{field.count} × {field.bits}" if field.count > 1 else str(field.bits)


def _getter(word: Word, field: Field) -> str:
    index = ", uint256 index" if field.count > 1 else ""
    raw = f"{word.name}.unwrap(word)"
    shifted = f"({raw} >> {_shift(field)})" if field.count > 1 or field.offset else raw
    # What ends at the top of the word has no neighbour above to be masked away.
    is_top = field.count == 1 and field.end == 256
    value = (
        shifted.strip("()") if is_top and field.offset else shifted if is_top else f"{shifted} & {_ones(field.bits)}"
    )
    return _function(field.name, f"{word.name} word{index}", "uint256", field, [f"return {value};"])


def _setter(word: Word, field: Field) -> str:
    name = "with" + field.name[0].upper() + field.name[1:]
    if field.bits == 256:
        return _function(name, f"{word.name}, uint256 value", word.name, field, [f"return {word.name}.wrap(value);"])
    index = "uint256 index, " if field.count > 1 else ""
    shift = "shift" if field.count > 1 else _shift(field)
    ones, value = (
        (f"{_ones(field.bits)} << {shift}", f"(value << {shift})") if shift != "0" else (_ones(field.bits), "value")
    )
    body = [f"uint256 shift = {_shift(field).strip('()')};"] if field.count > 1 else []
    body.append(f"return {word.name}.wrap(({word.name}.unwrap(word) & ~uint256({ones})) | {value});")
    fits = f"if (value > {_ones(field.bits)}) revert FieldOverflow();"
    return _function(name, f"{word.name} word, {index}uint256 value", word.name, field, body, fits)


def _function(name: str, parameters: str, returns: str, field: Field, body: list[str], *guards: str) -> str:
    """A function; below an index's guard nothing can overflow, and nothing pays for a check."""
    lines = [f"    function {name}({parameters}) internal pure returns ({returns}) {{"]
    if field.count > 1:
        guards = (f"if (index > {field.count - 1}) revert FieldIndex();", *guards)
        body = ["unchecked {", *(f"    {line}" for line in body), "}"]
    lines += [f"        {line}" for line in (*guards, *body)]
    return "\n".join([*lines, "    }"])


def _shift(field: Field) -> str:
    if field.count == 1:
        return str(field.offset)
    product = f"index * {field.bits}"
    return f"({field.offset} + {product})" if field.offset else f"({product})"


def _ones(bits: int) -> str:
    # Some forty digits are an address to the compiler; sixty-four never are.
    digits = 64 if bits > 148 else 1
    return f"0x{(1 << bits) - 1:0{digits}x}"


def _valid(word: Word) -> str:
    """Spare bits zero, and every enumeration within its names: what Python's `decode` accepts."""
    conditions = [f"{word.name}.unwrap(word) & 0x{word.spare:064x} == 0"] if word.spare else []
    for field in word.fields:
        if field.enum and len(field.enum.values) < 1 << field.bits:
            last = len(field.enum.values) - 1
            indices = range(field.count) if field.count > 1 else [""]
            conditions += [f"{field.name}(word{', ' if field.count > 1 else ''}{i}) <= {last}" for i in indices]
    if not conditions:
        about, condition, parameter = "Every word is.", "true", ""
    else:
        about = "Spare bits are zero and every code has a name."
        condition, parameter = "\n            && ".join(conditions), " word"
    return "\n".join(
        [
            f"    /// {about}",
            f"    function valid({word.name}{parameter}) internal pure returns (bool) {{",
            f"        return {condition};",
            "    }",
        ]
    )
