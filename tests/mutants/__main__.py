"""`python -m tests.mutants`: takes every guard of the contracts away, one at a time, and sees which test notices.

Makes a copy of the checkout with a switch at every guard, compiles it once, and runs the tests: each again with every mutant
that makes a difference to it, first where the guard is at home, then everywhere. What is known is kept in `known.jsonl`, so
that a run can be cut short and go on elsewhere. Writes `docs/mutants.md`; ends with 1 when a change goes unnoticed that
`explained.toml` does not explain.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.mutants.results import Results, explained, report
from tests.mutants.sites import Site
from tests.mutants.workshop import all_sites, set_up

ROOT = Path(__file__).parents[2]
AT_HOME, ELSEWHERE = 60, 40
"""Tests that try a mutant before it is taken for unnoticed there."""


def main() -> int:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(prog="scripts/test mutants", description=__doc__.splitlines()[0])
    parser.add_argument("--only", nargs="+", default=[""], metavar="TEXT", help="paths or functions that contain this")
    parser.add_argument("--kind", nargs="+", default=["guard", "call", "part", "edge"], help="guard, call, part, edge")
    parser.add_argument("--jobs", type=int, default=1, help="processes at once")
    parser.add_argument("--fresh", action="store_true", help="try also what was found dead before")
    parser.add_argument("--list", action="store_true", help="say what would be tried, and try nothing")
    parser.add_argument("--report", action="store_true", help="only write the list from what is known")
    arguments = parser.parse_args()
    results = Results(ROOT)
    sites = all_sites(ROOT)
    known = {} if arguments.fresh else results.read()
    wanted = [site for site in sites if not known.get(site.key) and chosen(site, arguments)]
    if arguments.list:
        print(*(site.key for site in wanted), sep="\n")
        return 0
    if not arguments.report and wanted:
        run(wanted, [site for site in sites if site.kind == "guard" and site not in wanted], results, arguments.jobs)
    return conclude(sites, results)


def chosen(site: Site, arguments: argparse.Namespace) -> bool:
    """Whether a site is among those asked for."""
    return site.kind in arguments.kind and any(text in f"{site.path} {site.function}" for text in arguments.only)


def run(wanted: Sequence[Site], witnesses: Sequence[Site], results: Results, jobs: int) -> None:
    """Try them, in as many rounds as the compiler needs to hold them all; witnesses only tell where a test is refused."""
    os.nice(10)
    homes = mapping()  # a table that cannot be read is better known now than once everything is compiled
    waiting = list(wanted)
    while waiting:
        print(f"{len(waiting)} mutants", file=sys.stderr)
        with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
            copy = Path(folder) / "copy"
            numbers = {site: number for number, site in enumerate((*waiting, *witnesses), start=1)}
            without_room = set_up(ROOT, copy, numbers)
            trial = Trial(copy, numbers, results, homes, witnesses)
            for everywhere in (False, True):
                trial.run(jobs, everywhere=everywhere)
        left = [site for site in waiting if site not in trial.dead]
        for site in left:
            if numbers[site] not in without_room:
                results.add(site, None)
        again = [site for site in left if numbers[site] in without_room]
        if len(again) == len(waiting):
            raise SystemExit(f"no room for any of {len(again)} mutants in all contracts they are in")
        waiting = again


class Trial:
    """The tests of a copy against its mutants."""

    def __init__(
        self,
        copy: Path,
        numbers: Mapping[Site, int],
        results: Results,
        homes: Mapping[str, Any],
        witnesses: Collection[Site],
    ) -> None:
        self.dead: set[Site] = set(witnesses)
        self._copy, self._numbers, self._results, self._homes = copy, numbers, results, homes
        self._sites = {number: site for site, number in numbers.items()}

    def run(self, jobs: int, *, everywhere: bool) -> None:
        """All test files, dealt out to so many processes."""
        files = sorted(
            str(each.relative_to(self._copy)) for each in (self._copy / "tests/contracts").rglob("test_*.py")
        )
        with ThreadPoolExecutor(jobs) as pool:
            for share in [pool.submit(self._ask, files[job::jobs], everywhere=everywhere) for job in range(jobs)]:
                share.result()

    def _ask(self, files: Collection[str], *, everywhere: bool) -> None:
        mutants = {
            number: {"kind": site.kind, "home": self._homes["first"].get(site.path, []), "dead": site in self.dead}
            for site, number in self._numbers.items()
        }
        most = ELSEWHERE if everywhere else AT_HOME
        skip = self._homes["skip"]["tests"]
        question = {"mutants": mutants, "skip": skip, "files": files, "everywhere": everywhere, "most": most}
        command = [sys.executable, "-m", "tests.mutants.trials"]
        with subprocess.Popen(
            command, cwd=self._copy, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(json.dumps(question))
            process.stdin.close()
            for line in process.stdout:
                self._hear(json.loads(line))
        if process.returncode:
            raise SystemExit(f"the tests of {len(files)} files could not be run: nothing can be learnt")

    def _hear(self, answer: Mapping[str, Any]) -> None:
        if "failed" in answer:
            print(f"{answer['failed']} fails with no guard taken away: nothing is learnt from it", file=sys.stderr)
            return
        site = self._sites[answer["number"]]
        self.dead.add(site)
        self._results.add(site, answer["killed"])
        print(f"{site.key}\n    {answer['killed']}  ({len(self._numbers) - len(self.dead)} left)", file=sys.stderr)


def mapping() -> dict[str, Any]:
    """`mapping.toml`."""
    return tomllib.loads((ROOT / "tests" / "mutants" / "mapping.toml").read_text(encoding="utf-8"))


def conclude(sites: Iterable[Site], results: Results) -> int:
    """Write the list; 1 when something went unnoticed that nobody explains."""
    sites = list(sites)
    results.tidy(sites)
    killed, reasons = results.read(), explained(ROOT)
    (ROOT / "docs" / "mutants.md").write_text(report(sites, killed, reasons), encoding="utf-8")
    unnoticed = [site.key for site in sites if site.key in killed and not killed[site.key] and site.key not in reasons]
    print(*unnoticed, sep="\n")
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main())
