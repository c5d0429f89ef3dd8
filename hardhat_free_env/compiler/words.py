"""The tables of packed words, `contracts/types/words/*.toml`, one a subject: read, checked, and written out for both languages.

A 256-bit storage word is described there once; `words_solidity` and `words_python` turn the description into
accessors. Whatever contradicts itself is refused here, with the word and field named.
"""

import keyword
import re
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eth_hash.auto import keccak

from hardhat_free_env.compiler.errors import WordsInvalid

TABLES = "contracts/types/words"
"""What is known of packed words, a table a subject; beside each the Solidity made of it, so that a chapter depends on its own."""
PYTHON = "ledger_api/domain/words.py"

_NAME = re.compile(r"[A-Z][A-Za-z0-9]*")
_FIELD_NAME = re.compile(r"[a-z][A-Za-z0-9]*")
_CONSTANT = re.compile(r"[A-Z][A-Z0-9_]*")
_KEY = re.compile(r"(?:map\([^(),]+, )*base(?:\+\d+)?\)*")
_SOLIDITY_KEYWORDS = frozenset(
    """
    abstract address after alias anonymous apply as assembly auto bool break byte bytes case catch constant
    continue contract copyof default define delete do else emit enum event external false final fixed for function
    hex if immutable implements import in indexed inline interface internal is let library macro mapping match
    memory modifier mutable new null of override partial payable pragma private promise public pure raw reference
    relocatable return returns sealed sizeof static storage string struct super supports switch this throw true
    try type typedef typeof unchecked unwrap using valid var view virtual while wrap
    """.split()  # noqa: SIM905 - eighty quotes would not read better
)
"""Names no field may have: Solidity's, those it reserves, and the accessors every word has."""


@dataclass(frozen=True, slots=True)
class Names:
    """An enumeration (position = code) or a mask (position = bit), with its Chinese terms."""

    name: str
    values: tuple[str, ...]
    zh: tuple[str, ...]
    doc: str


@dataclass(frozen=True, slots=True)
class Field:
    """Neighbouring bits of a word: `count` values of `bits` bits each, the first at bit `offset`."""

    name: str
    offset: int
    bits: int
    count: int
    doc: str
    enum: Names | None
    mask: Names | None
    flags: Names | None
    """Flags belong to this field alone, a mask may be shared."""

    @property
    def end(self) -> int:
        """First bit above the field."""
        return self.offset + self.bits * self.count

    @property
    def named_bits(self) -> Names | None:
        """The names of its bits, if they have any."""
        return self.mask or self.flags


@dataclass(frozen=True, slots=True)
class Word:
    """One storage word: what it says, where it lies, and its fields from the lowest bit upwards."""

    name: str
    doc: str
    zh: str
    namespace: str
    path: str
    key: str
    fields: tuple[Field, ...]

    @property
    def bits(self) -> int:
        """Bits in use."""
        return self.fields[-1].end

    @property
    def spare(self) -> int:
        """Every bit that no field covers, or that its field's names leave without one."""
        known = (1 << self.bits) - 1
        for each in self.fields:
            unnamed = each.named_bits and (1 << each.bits) - (1 << len(each.named_bits.values))
            for index in range(each.count if unnamed else 0):
                known &= ~((unnamed or 0) << (each.offset + index * each.bits))
        return ((1 << 256) - 1) ^ known


@dataclass(frozen=True, slots=True)
class Table:
    """What a table says, or all of them together."""

    words: tuple[Word, ...]
    enums: tuple[Names, ...]
    masks: tuple[Names, ...]

    @property
    def flags(self) -> tuple[Names, ...]:
        """Masks that belong to one field, in the order of the words."""
        return tuple(each.flags for word in self.words for each in word.fields if each.flags)

    @property
    def namespaces(self) -> dict[str, int]:
        """ERC-7201 namespace → its first slot, in the order they appear."""
        return {word.namespace: erc7201_slot(word.namespace) for word in self.words}


def erc7201_slot(namespace: str) -> int:
    """The first storage slot of a namespace (ERC-7201)."""
    inner = int.from_bytes(keccak(namespace.encode()), "big") - 1
    return int.from_bytes(keccak(inner.to_bytes(32, "big")), "big") & ~0xFF


def namespace_constant(namespace: str) -> str:
    """`dpr.entries` → `ENTRIES`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[.-]", "_", namespace.split(".", 1)[-1]).upper()


def parse(texts: Mapping[str, str]) -> dict[str, Table]:
    """Subject → its table. A word may use what another subject names. Raises WordsInvalid for whatever does not hold together."""
    raws = {subject: tomllib.loads(text) for subject, text in texts.items()}
    enums, masks = (
        {
            subject: {name: _names(name, entry) for name, entry in raw.pop(kind, {}).items()}
            for subject, raw in raws.items()
        }
        for kind in ("enum", "mask")
    )
    known = [{name: each for named in kind.values() for name, each in named.items()} for kind in (enums, masks)]
    tables = {
        subject: Table(
            tuple(_word(name, entry, *known) for name, entry in raw.items()),
            tuple(enums[subject].values()),
            tuple(masks[subject].values()),
        )
        for subject, raw in raws.items()
    }
    _refuse_homonyms(together(tables))
    return tables


def together(tables: Mapping[str, Table]) -> Table:
    """All tables as one."""
    return Table(
        tuple(word for table in tables.values() for word in table.words),
        tuple(names for table in tables.values() for names in table.enums),
        tuple(names for table in tables.values() for names in table.masks),
    )


def load(root: Path) -> dict[str, Table]:
    """The tables of the checkout at `root`, by subject, ascending."""
    return parse({path.stem: path.read_text(encoding="utf-8") for path in sorted((root / TABLES).glob("*.toml"))})


def generate(root: Path) -> dict[Path, str]:
    """Path → text of every generated file of the checkout at `root`."""
    from hardhat_free_env.compiler import words_python, words_solidity  # noqa: PLC0415 - they need this module

    tables = load(root)
    return {
        **{
            root / TABLES / f"{subject[0].upper()}{subject[1:]}.sol": words_solidity.render(table, f"{subject}.toml")
            for subject, table in tables.items()
        },
        root / PYTHON: _formatted(words_python.render(together(tables)), root),
    }


def stale(root: Path) -> list[str]:
    """Paths below `root` of generated files that are not what the table says."""
    texts = generate(root)
    return [
        path.relative_to(root).as_posix()
        for path, text in texts.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]


def _formatted(text: str, root: Path) -> str:
    command = [sys.executable, "-m", "ruff", "format", "--quiet", "--stdin-filename", PYTHON, "-"]
    return subprocess.run(command, input=text, cwd=root, capture_output=True, encoding="utf-8", check=True).stdout  # noqa: S603


def _names(name: str, entry: Mapping[str, Any]) -> Names:
    names = Names(name, tuple(entry["values"]), tuple(entry.get("zh", ())), entry.get("doc", ""))
    _require(_NAME.fullmatch(name), f"{name}: a name begins with a capital letter")
    _require(len(set(names.values)) == len(names.values), f"{name}: a value stands twice")
    _require(len(names.zh) in {0, len(names.values)}, f"{name}: {len(names.values)} values, {len(names.zh)} in zh")
    for value in names.values:
        _require(_CONSTANT.fullmatch(value), f"{name}.{value}: values are written IN_CAPITALS")
    return names


def _word(name: str, entry: Mapping[str, Any], enums: Mapping[str, Names], masks: Mapping[str, Names]) -> Word:
    _require(_NAME.fullmatch(name), f"{name}: a name begins with a capital letter")
    fields: list[Field] = []
    for raw in entry["fields"]:
        fields.append(_field(name, raw, fields[-1].end if fields else 0, enums, masks))
    word = Word(name, entry["doc"], entry["zh"], entry["namespace"], entry["path"], entry["key"], tuple(fields))
    _require(word.bits <= 256, f"{name}: {word.bits} bits do not fit a word of 256")
    _require(_KEY.fullmatch(word.key), f"{name}: key {word.key!r} is not map(…, map(…, base+n))")
    _require(len({each.name for each in fields}) == len(fields), f"{name}: a field stands twice")
    return word


def _field(
    word: str, raw: Mapping[str, Any], offset: int, enums: Mapping[str, Names], masks: Mapping[str, Names]
) -> Field:
    name, bits, where = raw["name"], raw["bits"], f"{word}.{raw['name']}"
    unknown = raw.keys() - {"name", "bits", "count", "doc", "enum", "mask", "flags", "zh"}
    _require(not unknown, f"{where}: does not know {', '.join(sorted(unknown))}")
    _require(_FIELD_NAME.fullmatch(name) and name not in _SOLIDITY_KEYWORDS, f"{where}: not a name Solidity allows")
    _require(bits > 0 and raw.get("count", 1) > 0, f"{where}: no bits")
    enum = _known(enums, raw.get("enum"), f"{where}: no [enum.{raw.get('enum')}]")
    mask = _known(masks, raw.get("mask"), f"{where}: no [mask.{raw.get('mask')}]")
    flags = raw.get("flags") and _names(flag_name(word, name), {"values": raw["flags"], "zh": raw.get("zh", ())})
    _require(sum(map(bool, (enum, mask, flags))) < 2, f"{where}: only one of enum, mask and flags")
    _require(not enum or len(enum.values) <= 1 << bits, f"{where}: {bits} bits are too few for its enumeration")
    named = mask or flags
    _require(not named or len(named.values) <= bits, f"{where}: {bits} bits are too few for its names")
    return Field(name, offset, bits, raw.get("count", 1), raw.get("doc", ""), enum, mask, flags or None)


def flag_name(word: str, field: str) -> str:
    """`Case`, `flags` → `CaseFlag`."""
    return word + field[0].upper() + field[1:].removesuffix("s")


def snake(name: str) -> str:
    """`sourceUntil` → `source_until`; a keyword of Python's gets an underscore."""
    snaked = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
    return f"{snaked}_" if keyword.iskeyword(snaked) else snaked


def key_parts(key: str) -> tuple[int, tuple[str, ...]]:
    """`map(number, map(entry, base+1))` → 1 and what the mappings are keyed by, outermost mapping first."""
    offset = re.search(r"base(?:\+(\d+))?", key)
    return int((offset and offset[1]) or 0), tuple(reversed(re.findall(r"map\(([^(),]+),", key)))


def _known(table: Mapping[str, Names], name: str | None, complaint: str) -> Names | None:
    _require(name is None or name in table, complaint)
    return table[name] if name else None


def _refuse_homonyms(table: Table) -> None:
    named: Sequence[Word | Names] = (*table.words, *table.enums, *table.masks, *table.flags)
    names = ["Namespace", *(each.name for each in named)]
    twice = sorted({name for name in names if names.count(name) > 1})
    _require(not twice, f"{', '.join(twice)}: a word, an enumeration and a mask need different names")


def _require(holds: object, complaint: str) -> None:
    if not holds:
        raise WordsInvalid(f"{TABLES}: {complaint}")
