"""What became of each mutant, committed so that a run goes on on any machine, and the list made of it: `docs/mutants.md`.

A mutant found dead stays dead until asked anew (`--fresh`); survivors are tried again every time.
"""

import fcntl
import json
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.mutants.sites import Site

KINDS = {
    "guard": "refusal taken away",
    "call": "question not asked",
    "part": "part of the condition taken away",
    "edge": "off by one",
}


class Results:
    """The results file of a checkout: one JSON line a mutant, the last one counts."""

    def __init__(self, root: Path) -> None:
        self._file = root / "tests" / "mutants" / "known.jsonl"

    def read(self) -> dict[str, str | None]:
        """Key → the test that killed it, None for a survivor."""
        if not self._file.exists():
            return {}
        lines = map(json.loads, self._file.read_text(encoding="utf-8").splitlines())
        return {line["key"]: line["killed"] for line in lines}

    def add(self, site: Site, killed: str | None) -> None:
        """Keep one; several processes may at once."""
        with self._file.open("a", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.write(_line(site.key, killed))

    def tidy(self, sites: Iterable[Site]) -> None:
        """One line a site, in their order; what is no longer in the sources goes."""
        known = self.read()
        lines = [_line(site.key, known[site.key]) for site in sites if site.key in known]
        self._file.write_text("".join(lines), encoding="utf-8")


def _line(key: str, killed: str | None) -> str:
    return json.dumps({"key": key, "killed": killed}, ensure_ascii=False) + "\n"


def explained(root: Path) -> dict[str, str]:
    """Key → why a mutant lives with right, from `explained.toml`."""
    table = tomllib.loads((root / "tests" / "mutants" / "explained.toml").read_text(encoding="utf-8"))
    entries = ((Site(place=each.pop("place", 0), **_without_why(each)), each["why"]) for each in table.get("lives", ()))
    return {site.key: why for site, why in entries}


def _without_why(entry: Mapping[str, str]) -> dict[str, Any]:
    return {name: value for name, value in entry.items() if name != "why"}


def report(sites: Iterable[Site], killed: Mapping[str, str | None], reasons: Mapping[str, str]) -> str:
    """The text of `docs/mutants.md`."""
    sites = list(sites)
    dead = sum(bool(killed.get(site.key)) for site in sites)
    fit = sum(not killed.get(site.key) and site.key in reasons for site in sites)
    untried = sum(site.key not in killed for site in sites)
    lines = [
        "# Every guard taken away once",
        "",
        "Written by `scripts/test mutants`. Each row is a change to one guard of the contracts and the test that noticed it first.",
        "",
        (
            f"{len(sites)} changes: {dead} noticed, {fit} that change nothing anybody could notice (said why), "
            f"{len(sites) - dead - fit - untried} not noticed, {untried} not tried."
        ),
        "",
    ]
    for path in dict.fromkeys(site.path for site in sites):
        lines += [f"## {path}", "", "| function | what | how | noticed by |", "|---|---|---|---|"]
        lines += [_row(site, killed, reasons) for site in sites if site.path == path]
        lines.append("")
    return "\n".join(lines)


def _row(site: Site, killed: Mapping[str, str | None], reasons: Mapping[str, str]) -> str:
    text = site.text.replace("|", "\\|")
    if killed.get(site.key):
        noticed = f"`{str(killed[site.key]).removeprefix('tests/contracts/')}`".replace("|", "\\|")
    elif site.key in reasons:
        noticed = f"nobody: {reasons[site.key]}"
    else:
        noticed = "**nobody**" if site.key in killed else "not tried"
    return f"| {site.function} | `{text}` | {KINDS[site.kind]} | {noticed} |"
