"""Sources by logical path, and everything one of them imports.

The compiler sees only `contracts/…`, `@openzeppelin/…` and paths a caller adds, never where they lie on this
disk: the same sources give the same bytes on every machine.
"""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hardhat_free_env.compiler.errors import SourceMissing

ROOT = Path(__file__).parents[2]
"""The checkout this toolchain belongs to."""

COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
"""A comment; it also takes the rest of a string with two slashes, which no import or definition has."""

_IMPORT = re.compile(r"""(?:^|(?<=;))\s*import\b[^;"']*["'](?P<path>[^"']+)["'][^;]*;""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SourceTree:
    """The sources of one checkout, and any the caller adds (a test's harness) by logical path."""

    root: Path = ROOT
    added: Mapping[str, str] = field(default_factory=dict)

    def read(self, path: str) -> str:
        """The text at logical `path`; raises SourceMissing."""
        if path in self.added:
            return self.added[path]
        try:
            return self._on_disk(path).read_text(encoding="utf-8")
        except FileNotFoundError:
            remedy = "run `npm ci` in contracts/" if path.startswith("@") else "write it or mend the import"
            raise SourceMissing(f"{path}: no such source; {remedy}") from None

    def own(self) -> list[str]:
        """Logical paths of all sources of the project, ascending."""
        folder = self.root / "contracts"
        files = (file.relative_to(self.root) for file in folder.rglob("*.sol"))
        return sorted(file.as_posix() for file in files if "node_modules" not in file.parts)

    def closure(self, path: str) -> dict[str, str]:
        """`path` and all it imports, directly or not, as logical path → text in ascending order."""
        found: dict[str, str] = {}
        waiting = [path]
        while waiting:
            current = waiting.pop()
            if current not in found:
                found[current] = self.read(current)
                waiting.extend(imports_of(current, found[current]))
        return dict(sorted(found.items()))

    def _on_disk(self, path: str) -> Path:
        return self.root / "contracts" / "node_modules" / path if path.startswith("@") else self.root / path


def imports_of(path: str, text: str) -> list[str]:
    """Logical paths imported by the source `text` that stands at logical `path`."""
    named = [match["path"] for match in _IMPORT.finditer(COMMENT.sub("", text))]
    folder = posixpath.dirname(path)
    return [posixpath.normpath(posixpath.join(folder, name)) if name.startswith(".") else name for name in named]
