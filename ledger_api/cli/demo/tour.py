"""`dpr demo up`: prepares the house, starts the servers as a user would, plays the story, checks the evidence it wrote."""

import contextlib
import json
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from ledger_api.cli.demo import clock, samples
from ledger_api.cli.demo.cast import OPERATOR
from ledger_api.cli.demo.house import House
from ledger_api.cli.demo.story import Outcome, Story
from ledger_api.cli.demo.troupe import DeskClosed, Refusal, Troupe


def run(folder: Path | None, *, port: int, once: bool, default: Path) -> int:
    """Play the demo; 0 when all of it happened and the evidence holds."""
    with _folder(folder, once=once, default=default) as root:
        house = House(root)
        try:
            return _play(house, port=port, once=once)
        except (RuntimeError, Refusal, DeskClosed, OSError) as error:
            print(f"dpr demo up: {error}", file=sys.stderr)
            print(f"Run it again to go on; `dpr demo reset --dir {root}` to begin anew.", file=sys.stderr)
            return 1
        except KeyboardInterrupt:
            print("\nstopped; nothing is lost, run it again to go on", file=sys.stderr)
            return 130


def reset(folder: Path) -> int:
    """Delete a demo's folder; refuses one that is none."""
    if not folder.exists():
        return 0
    if not (folder / "people").is_dir():
        print(f"dpr demo reset: {folder} holds no demo; nothing was deleted", file=sys.stderr)
        return 2
    shutil.rmtree(folder)
    return 0


@contextlib.contextmanager
def _folder(folder: Path | None, *, once: bool, default: Path) -> Iterator[Path]:
    """The folder asked for; for `--once` without one a new one that goes when the demo does."""
    if folder is not None or not once:
        yield folder or default
        return
    with tempfile.TemporaryDirectory(prefix="dpr-demo-") as fresh:
        yield Path(fresh)


def _play(house: House, *, port: int, once: bool) -> int:
    say(f"演示 demo in {house.root}: keys, chain, ledger …")
    house.prepare()
    with _servers(house, port) as url:
        say(f"register at {url}")
        house.give_token(OPERATOR, 1)
        fingerprints = samples.prepare(house.root)
        with Troupe(house, url) as troupe:
            story = Story(house, troupe, say, lambda to: _forward(house, troupe, to), house.give_token)
            outcome = story.run(*fingerprints)
            _history(troupe, outcome)
            code = _evidence(house, troupe, outcome.pose)
        if code == 0 and not once:
            say(
                f"the register stays up at {url} (Ctrl-C ends it); `dpr demo clock +5wd --dir {house.root}` moves its time"
            )
            with contextlib.suppress(KeyboardInterrupt):
                signal.pause()
        return code


@contextlib.contextmanager
def _servers(house: House, port: int) -> Iterator[str]:
    """The chain with its ledger, then the facade, which keeps the chain running."""
    if not house.manifest.exists():
        with _process("hardhat_free_env", "node", "--dir", str(house.chain), "--port", "0") as node:
            house.deploy(node["url"], node["signer"])
    with _process("ledger_api.cli", "serve", "--dir", str(house.root), "--port", str(port)) as facade:
        yield facade["url"]


@contextlib.contextmanager
def _process(module: str, *arguments: str) -> Iterator[dict[str, Any]]:
    """A server of ours; yields the line it prints when it is ready."""
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", module, *arguments], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None  # noqa: S101 - asked for above
        line = process.stdout.readline()
        if not line:
            raise RuntimeError(f"{module} {arguments[0]} ended with {process.wait()} before it was ready")
        yield json.loads(line)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def _forward(house: House, troupe: Troupe, to: str) -> None:
    """Move the chain's clock on and wait until the service has read a block of the new time."""
    wanted = datetime.fromisoformat(to)
    if clock.now(house) >= wanted:
        return
    clock.forward(house, wanted)
    operator = troupe[OPERATOR.people[0].desk]
    limit = time.monotonic() + 20
    while datetime.fromisoformat(operator.ask(do="get", path="/v1/parties/P-1")["as_of"]["time"]) < wanted:
        if time.monotonic() > limit:
            raise RuntimeError("the service did not see the clock move")
        time.sleep(0.05)


def _history(troupe: Troupe, outcome: Outcome) -> None:
    """The licence history as the ledger knew it at two moments."""
    anybody = troupe["robot-maker-1"]
    for as_of in (outcome.before, outcome.after):
        query = {"as_of": as_of}
        answer = anybody.ask(do="get", path=f"/v1/entries/{outcome.pose}/licences", query=query)
        say(f"许可，截至 {as_of}（区块 {answer['as_of']['block']}）：{len(answer['data'])} 项")
        for licence in answer["data"]:
            purposes = "、".join(licence["purposes"]) or "不限"
            licensee = licence["licensee"]["name"]
            say(f"  {licence['id']} {licensee} {licence['kind']} {purposes} {licence['start']}—{licence['end']}")


def _evidence(house: House, troupe: Troupe, entry: str) -> int:
    """Write the evidence bundle, and have it verified by a process that has only the file and the pin."""
    bundle = troupe["robot-maker-1"].ask(do="get", path=f"/v1/entries/{entry}/evidence")
    file = house.root / f"{entry}.evidence.json"
    file.write_text(json.dumps(bundle, ensure_ascii=False), encoding="utf-8")
    say(f"evidence bundle {file.name}, {file.stat().st_size:,} bytes; verifying in a process of its own …")
    checked = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "ledger_api.verifier", str(file), "--pin", str(house.pin)], check=False
    )
    return checked.returncode


def say(line: str) -> None:
    """Tell the audience."""
    print(line, flush=True)
