"""`python -m tests.mutants`: takes every guard of the contracts away, one at a time, and sees which test notices.

Makes copies of the checkout with a switch at every guard, compiles each once, learns which tests come by which switch, and runs
these for each. What is known is kept in `known.jsonl`, so that a run can be cut short and go on elsewhere. Writes `docs/mutants.md`;
ends with 1 when a change goes unnoticed that `explained.toml` does not explain.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import Any, Self

from tests.mutants.results import Results, explained, report
from tests.mutants.sites import Site
from tests.mutants.workshop import all_sites, copies

ROOT = Path(__file__).parents[2]
ENDED = "the process that ran the tests ended"


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
        run({site: number for number, site in enumerate(wanted, start=1)}, results, arguments.jobs)
    return conclude(sites, results)


def chosen(site: Site, arguments: argparse.Namespace) -> bool:
    """Whether a site is among those asked for."""
    return site.kind in arguments.kind and any(text in f"{site.path} {site.function}" for text in arguments.only)


def run(wanted: Mapping[Site, int], results: Results, jobs: int) -> None:
    """Try them, copy by copy, so many copies at once."""
    os.nice(10)
    mapping()  # a table that cannot be read is better known now than once everything is compiled
    print(f"{len(wanted)} mutants", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        waiting, turn = copies(ROOT, Path(folder), wanted), Lock()

        def work() -> None:
            while True:
                with turn:
                    copy, switches = next(waiting, (None, {}))
                if copy is None:
                    return
                judge_all(copy, switches, results)
                shutil.rmtree(copy)

        with ThreadPoolExecutor(jobs) as pool:
            for worker in [pool.submit(work) for _ in range(jobs)]:
                worker.result()


def judge_all(copy: Path, switches: Mapping[Site, int], results: Results) -> None:
    """Try the mutants of one copy, each against the tests that come by it."""
    known, table = results.read(), mapping()
    with Judge(copy) as judge:
        explored = judge.ask(skip=table["skip"]["tests"])
    if explored["failed"]:
        raise SystemExit(f"with no guard taken away {explored['failed']} fails: nothing can be learnt")
    with Judge(copy) as judge:
        for left, (site, number) in zip(reversed(range(len(switches))), switches.items(), strict=True):
            reached = explored["reached"].get(str(number), [])
            tests = in_order(reached, known.get(site.key), table["first"].get(site.path, []))
            killed = judge.ask(number=number, tests=tests)["killed"]
            results.add(site, killed)
            print(f"{site.key}\n    {killed or 'NOT NOTICED'}  ({left} left here)", file=sys.stderr)


def in_order(tests: Sequence[str], last: str | None, first: Sequence[str]) -> list[str]:
    """The test that noticed last time, those where the guard is at home, the others."""
    noticed = (last or "").partition("[")[0]
    return sorted(tests, key=lambda test: (test != noticed, not test.startswith(tuple(first))))


class Judge:
    """A process that runs the tests of a copy against one mutant after another."""

    def __init__(self, copy: Path) -> None:
        self._copy = copy
        self._process = _start(copy)

    def ask(self, **question: object) -> dict[str, Any]:
        """What `worker` answers; a mutant that ends the process was noticed."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(question), file=self._process.stdin, flush=True)
        line = self._process.stdout.readline()
        if line:
            answer: dict[str, Any] = json.loads(line)
            return answer
        # A test ran so long that its time limit ended the process.
        self._process.communicate()
        self._process = _start(self._copy)
        return {"killed": ENDED, "failed": ENDED}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate(timeout=600)


def _start(copy: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.mutants.worker"]
    return subprocess.Popen(command, cwd=copy, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


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
