"""Tables that stand in several files of a folder, one a subject."""

from importlib.resources.abc import Traversable
from typing import Any

import yaml


def table(text: str) -> dict[str, Any]:
    """What a YAML text says; by libyaml where the package has it, which is ten times as fast."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, Any] = yaml.load(text, Loader=loader)  # noqa: S506  both are safe
    return found


def rows(folder: Traversable) -> dict[str, Any]:
    """All rows of the folder's YAML files by name, subject after subject; ValueError for a name that stands in two."""
    found: dict[str, Any] = {}
    for file in sorted((each for each in folder.iterdir() if each.name.endswith(".yml")), key=lambda each: each.name):
        said = table(file.read_text(encoding="utf-8"))
        if twice := found.keys() & said.keys():
            raise ValueError(f"{file.name}: {', '.join(sorted(twice))} stands in another table too")
        found |= said
    return found
