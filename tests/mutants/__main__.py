"""`python -m tests.mutants`: takes every guard of the contracts away, one at a time, and sees which test notices.

Makes copies of the checkout with a switch at every guard, compiles each once, and runs the tests for each switch. What is
known is kept in `.cache/mutants`, so that a run can be cut short. Writes `docs/mutants.md`; ends with 1 when a change goes
unnoticed that `explained.toml` does not explain.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any, Self

from tests.mutants.results import Results, explained, report
from tests.mutants.sites import Site
from tests.mutants.workshop import all_sites, copies

ROOT = Path(__file__).parents[2]


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
    """Try them, copy by copy, in several processes at once."""
    os.nice(10)
    print(f"{len(wanted)} mutants", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        for copy, switches in copies(ROOT, Path(folder), wanted):
            with Judge(copy) as judge:
                unharmed = judge.ask(0, [])
            if unharmed:
                raise SystemExit(f"with no guard taken away {unharmed} fails: nothing can be learnt")
            queue: Queue[Site] = Queue()
            for site in switches:
                queue.put(site)
            threads = [Thread(target=work, args=(copy, queue, switches, results)) for _ in range(jobs)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()


def work(copy: Path, queue: "Queue[Site]", switches: Mapping[Site, int], results: Results) -> None:
    """Have one process judge what is in the queue."""
    first = mapping()["first"]
    with Judge(copy) as judge:
        while True:
            try:
                site = queue.get_nowait()
            except Empty:
                return
            killed = judge.ask(switches[site], first.get(site.path, []))
            results.add(site, killed)
            print(f"{site.key}\n    {killed or 'NOT NOTICED'}  ({queue.qsize()} left here)", file=sys.stderr)


class Judge:
    """A process that runs the tests of a copy against one mutant after another."""

    def __init__(self, copy: Path) -> None:
        self._copy = copy
        self._process = _start(copy)
        self._skip = mapping()["skip"]["tests"]

    def ask(self, number: int, first: list[str]) -> str | None:
        """The test that notices mutant `number`; 0 is the code as written."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        question = {"number": number, "first": first, "skip": self._skip}
        print(json.dumps(question), file=self._process.stdin, flush=True)
        line = self._process.stdout.readline()
        if not line:  # a test ran so long that its time limit ended the process
            self._process.communicate()
            self._process = _start(self._copy)
            return "the process that ran the tests ended"
        answer: str | None = json.loads(line)["killed"]
        return answer

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
    killed, reasons = results.read(), explained(ROOT)
    (ROOT / "docs" / "mutants.md").write_text(report(sites, killed, reasons), encoding="utf-8")
    unnoticed = [site.key for site in sites if site.key in killed and not killed[site.key] and site.key not in reasons]
    print(*unnoticed, sep="\n")
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main())
