"""Packed words in Python: a frozen dataclass each, enumerations and masks that know their Chinese terms.

The text is formatted by ruff afterwards; what the classes share is written by hand in `ledger_api.domain.packing`.
"""

from collections.abc import Iterator

from hardhat_free_env.compiler.words import TABLES, Field, Names, Table, Word, key_parts, snake

_HEADER = f'''\
"""The ledger's packed storage words, and the codes and bits that stand in them.

Generated from {TABLES}/*.toml by `python -m hardhat_free_env words`; do not edit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Self

from ledger_api.domain.packing import Code, Mask, Word, fit, refuse_spare
'''


def render(table: Table) -> str:
    """The whole of `words.py`, before formatting."""
    parts = [_HEADER, _namespaces(table)]
    parts += [_names(names, "Code", "{}") for names in table.enums]
    parts += [_names(names, "Mask", "1 << {}") for names in (*table.masks, *table.flags)]
    parts += [_word(word, table) for word in table.words]
    words = "".join(f"{word.name}, " for word in table.words)
    parts.append(f'WORDS: Final[tuple[type[Word], ...]] = ({words})\n"""Every word, in the order of the table."""\n')
    return "\n".join(parts)


def _namespaces(table: Table) -> str:
    entries = "".join(f'"{name}": 0x{slot:064x}, ' for name, slot in table.namespaces.items())
    return (
        f'NAMESPACES: Final[dict[str, int]] = {{{entries}}}\n"""First storage slot of each namespace (ERC-7201)."""\n'
    )


def _names(names: Names, base: str, value: str) -> str:
    about = names.doc or f"{names.name}, {'position = code' if base == 'Code' else 'position = bit'}."
    lines = [f"class {names.name}({base}):", f'    """{about}"""', ""]
    lines += [f"    {name} = {value.format(position)}" for position, name in enumerate(names.values)]
    if names.zh:
        terms = "".join(f'"{zh}", ' for zh in names.zh)
        lines += ["", "    @classmethod", "    def terms(cls) -> Sequence[str]:"]
        lines += ['        """The Chinese terms."""', f"        return ({terms})"]
    return "\n".join([*lines, ""])


def _word(word: Word, table: Table) -> str:
    offset, keys = key_parts(word.key)
    lines = ["@dataclass(frozen=True, slots=True)", f"class {word.name}(Word):"]
    lines += [f'    """{word.zh}: {word.doc}', "", f"    It is `{word.path}`.", '    """', ""]
    lines += [f'    NAMESPACE: ClassVar[str] = "{word.namespace}"']
    lines += [f"    SLOT: ClassVar[int] = 0x{table.namespaces[word.namespace] + offset:064x}"]
    lines += [f"    KEYS: ClassVar[tuple[str, ...]] = ({''.join(f'{key!r}, ' for key in keys)})"]
    told = "".join(f"{snake(field.name)!r}: ({field.bits}, {field.doc!r}), " for field in word.fields)
    lines += [f"    FIELDS: ClassVar[Mapping[str, tuple[int, str]]] = {{{told}}}", ""]
    for field in word.fields:
        lines.append(f"    {snake(field.name)}: {_type(field)} = {_default(field)}")
        lines += [f'    """{field.doc}"""'] if field.doc else []
    lines += ["", "    @classmethod", "    def decode(cls, word: int) -> Self:"]
    lines += ['        """Read a storage word; ValueError for spare bits set and for codes without a name."""']
    lines += [f'        refuse_spare(word, {word.bits}, "{word.name}")', "        return cls("]
    lines += [f"            {snake(field.name)}={_decoded(field)}," for field in word.fields]
    lines += ["        )", "", "    def encode(self) -> int:"]
    lines += ['        """The storage word; ValueError for a value that does not fit its field."""']
    lines += ["        return (", "            " + "\n            | ".join(_encoded(word)), "        )", ""]
    return "\n".join(lines)


def _item(field: Field) -> str:
    names = field.enum or field.named_bits
    return names.name if names else "int"


def _type(field: Field) -> str:
    item = _item(field)
    return item if field.count == 1 else f"tuple[{', '.join([item] * field.count)}]"


def _default(field: Field) -> str:
    names = field.named_bits
    zero = f"{field.enum.name}.{field.enum.values[0]}" if field.enum else f"{names.name}(0)" if names else "0"
    return zero if field.count == 1 else f"({', '.join([zero] * field.count)})"


def _decoded(field: Field) -> str:
    values = [_extracted(field, field.offset + index * field.bits) for index in range(field.count)]
    return values[0] if field.count == 1 else f"({', '.join(values)})"


def _extracted(field: Field, offset: int) -> str:
    raw = (f"word >> {offset}" if offset else "word") + f" & 0x{(1 << field.bits) - 1:x}"
    return raw if _item(field) == "int" else f"{_item(field)}({raw})"


def _encoded(word: Word) -> Iterator[str]:
    for field in word.fields:
        for index in range(field.count):
            attribute = snake(field.name) + (f"[{index}]" if field.count > 1 else "")
            offset = field.offset + index * field.bits
            value = f'fit(self.{attribute}, {field.bits}, "{word.name}.{attribute}")'
            yield f"{value} << {offset}" if offset else value
