"""Where everything lies in the ledger's storage, and whether newer contracts read it as older ones wrote it.

A layout is read from the sources: the struct of each ERC-7201 namespace, and the bits of each packed word. It is committed
as `contracts/storage-layout.json` and kept in every manifest, so that an upgrade compares with what is deployed.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from hardhat_free_env.compiler.sources import COMMENT, ROOT, SourceTree
from hardhat_free_env.compiler.words import Field, Names, Word, load, together

FILE = ROOT / "contracts" / "storage-layout.json"
"""The committed layout."""

Layout: TypeAlias = Mapping[str, Any]
"""`namespaces`: name → members; `words`: name → place and fields; `names`: enumerations and masks → values."""

_STRUCT = re.compile(
    r"@custom:storage-location\s+erc7201:(?P<namespace>\S+)\s*\n\s*struct\s+\w+\s*\{(?P<body>.*?)\n\s*\}", re.DOTALL
)
_MEMBER = re.compile(r"(?P<kind>[^;]+?)\s+(?P<name>\w+)\s*;", re.DOTALL)


def committed() -> Layout:
    """The committed layout."""
    layout: Layout = json.loads(FILE.read_text(encoding="utf-8"))
    return layout


def read(tree: SourceTree | None = None) -> Layout:
    """The layout of the sources as they are."""
    tree = tree or SourceTree()
    table = together(load(tree.root))
    return {
        "namespaces": dict(sorted(_namespaces(tree))),
        "words": {word.name: _word(word) for word in table.words},
        "names": {names.name: list(names.values) for names in (*table.enums, *table.masks, *table.flags)},
    }


def to_json(layout: Layout) -> str:
    """The committed form."""
    return json.dumps(layout, indent=1, ensure_ascii=False) + "\n"


def conflicts(old: Layout, new: Layout) -> list[str]:
    """What newer contracts would read otherwise than it was written, in words; none when an upgrade is safe.

    Members and names may be added behind the last, fields where no bit was in use, words and namespaces anywhere.
    """
    return [
        *_changed("namespace", old["namespaces"], new["namespaces"], _longer),
        *_changed("word", old["words"], new["words"], _wider),
        *_changed("names of", old["names"], new["names"], _longer),
    ]


def _changed(what: str, old: Mapping[str, Any], new: Mapping[str, Any], grown: Any) -> Iterator[str]:  # noqa: ANN401
    for name, before in old.items():
        if name not in new:
            yield f"{what} {name} is gone"
        elif before != new[name] and not grown(before, new[name]):
            yield f"{what} {name} is not what it was"


def _longer(old: Sequence[Any], new: Sequence[Any]) -> bool:
    return list(new[: len(old)]) == list(old)


def _wider(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Fields keep their places; what is new lies above them, where only zeros were."""
    return (old["namespace"], old["key"]) == (new["namespace"], new["key"]) and _longer(old["fields"], new["fields"])


def _namespaces(tree: SourceTree) -> Iterator[tuple[str, list[str]]]:
    for path in tree.own():
        for struct in _STRUCT.finditer(tree.read(path)):
            body = COMMENT.sub("", struct["body"])
            yield struct["namespace"], [_one_line(member) for member in _MEMBER.finditer(body)]


def _one_line(member: re.Match[str]) -> str:
    return " ".join(f"{member['kind']} {member['name']}".split())


def _word(word: Word) -> dict[str, Any]:
    return {"namespace": word.namespace, "key": word.key, "fields": [_field(field) for field in word.fields]}


def _field(field: Field) -> str:
    named: Names | None = field.enum or field.named_bits
    return f"{field.name}: {field.count} × {field.bits} at {field.offset}" + (f" {named.name}" if named else "")
