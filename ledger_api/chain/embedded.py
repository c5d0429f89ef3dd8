"""The embedded chain as a process of its own, started, watched and stopped by the facade: one machine, one SQLite file, one signer.

The child is this module run as a program: it hands over to the chain's own command, and stops when its parent is gone, however that
ended. A child that dies is started again on the same port: no block that was acknowledged is lost (page 3).
"""

import json
import logging
import os
import selectors
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

START_SECONDS: Final = 60.0
"""How long a child may take until it answers."""
OWNED_SECONDS: Final = 15.0
"""How long a directory that another process owns is waited for: the child of a facade that was killed ends soon."""
STOP_SECONDS: Final = 20.0
AGAIN_SECONDS: Final = 0.5
"""Between a child's death and the next start."""
LOG: Final = "node.log"
"""In the chain's directory: what the node has to say."""

_OWNED: Final = "is in use by process"

_log = logging.getLogger(__name__)


class NodeNotStarted(RuntimeError):
    """The embedded chain did not come up; the message is its own complaint."""


class EmbeddedNode:
    """`with EmbeddedNode(directory) as node: JsonRpcChain(node.url)`. The directory must hold a chain, or `options` begin one."""

    def __init__(self, directory: Path, *, port: int = 0, options: Sequence[str] = ()) -> None:
        self._directory = directory
        self._port = port
        self._options = tuple(options)
        self._stopping = threading.Event()
        self._process: subprocess.Popen[str] | None = None
        self._announced: Mapping[str, Any] = {}
        self._watcher: threading.Thread | None = None
        self.restarts = 0
        """How often a child had to be started again."""

    @property
    def url(self) -> str:
        """Where it answers; the same after every restart."""
        return str(self._announced["url"])

    @property
    def pid(self) -> int:
        """Of the child that runs now."""
        return int(self._announced["pid"])

    @property
    def signer(self) -> bytes:
        """The address that seals: what an index over this node may pin."""
        return bytes.fromhex(self._announced["signer"][2:])

    def start(self) -> Self:
        """Start the child and wait until it answers. Raises NodeNotStarted."""
        self._launch()
        self._watcher = threading.Thread(target=self._watch, name="embedded-node", daemon=True)
        self._watcher.start()
        return self

    def stop(self) -> None:
        """Stop the child: it finishes the block it is sealing."""
        self._stopping.set()
        process = self._process
        if process is not None and process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()  # what it acknowledged is on disk all the same
        if self._watcher is not None:
            self._watcher.join()
        _close_pipes(process)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _launch(self) -> None:
        """Start a child; as long as the last one still lets go of the directory, again."""
        patience = time.monotonic() + OWNED_SECONDS
        while True:
            said = self._log_size()
            process = self._spawn()
            announced = _ready_line(process, time.monotonic() + START_SECONDS)
            if announced is not None:
                self._process, self._announced = process, announced
                self._port = int(self.url.rpartition(":")[2])
                return
            complaint = self._complaint(process, said)
            if _OWNED not in complaint or time.monotonic() > patience:
                raise NodeNotStarted(complaint)
            time.sleep(AGAIN_SECONDS)

    def _spawn(self) -> "subprocess.Popen[str]":
        command = [
            sys.executable,
            "-m",
            __spec__.name,
            "node",
            "--dir",
            str(self._directory),
            "--port",
            str(self._port),
        ]
        self._directory.mkdir(parents=True, exist_ok=True)
        with (self._directory / LOG).open("a", encoding="utf-8") as log:
            # A session of its own: Ctrl-C reaches the facade, which then stops the child in order.
            return subprocess.Popen(  # noqa: S603  our own interpreter and module
                [*command, *self._options],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                start_new_session=True,
            )

    def _log_size(self) -> int:
        log = self._directory / LOG
        return log.stat().st_size if log.exists() else 0

    def _complaint(self, process: "subprocess.Popen[str]", said: int) -> str:
        """The last line a child that did not start wrote after the first `said` bytes of the log."""
        process.kill()
        process.wait()
        _close_pipes(process)
        lines = (self._directory / LOG).read_bytes()[said:].decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else "the embedded chain did not start and did not say why"

    def _watch(self) -> None:
        while not self._stopping.is_set():
            process = self._process
            if process is None:
                return
            code = process.wait()
            if self._stopping.is_set():
                return
            _close_pipes(process)
            _log.error("the embedded chain ended with %d; it is started again", code)
            self._revive()

    def _revive(self) -> None:
        while not self._stopping.wait(AGAIN_SECONDS):
            try:
                self._launch()
            except NodeNotStarted as error:
                _log.error("the embedded chain does not start: %s", error)
            else:
                self.restarts += 1
                return


def _ready_line(process: "subprocess.Popen[str]", deadline: float) -> Mapping[str, Any] | None:
    """What the child announces when it answers; None when it ends before."""
    if process.stdout is None:
        return None
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        if not selector.select(max(deadline - time.monotonic(), 0.1)):
            return None
    line = process.stdout.readline()
    if not line:
        return None
    announced: Mapping[str, Any] = json.loads(line)
    return announced


def _close_pipes(process: "subprocess.Popen[str] | None") -> None:
    for pipe in (process.stdin, process.stdout) if process else ():
        if pipe is not None:
            pipe.close()


def main(arguments: Sequence[str]) -> int:
    """The child: the chain's command, which stops when nobody holds the other end of its input any more."""
    from hardhat_free_env.__main__ import main as chain_command  # noqa: PLC0415  only the child needs the chain

    threading.Thread(target=_follow_parent, daemon=True).start()
    return int(chain_command(list(arguments)) or 0)


def _follow_parent() -> None:
    os.read(sys.stdin.fileno(), 1)  # not through sys.stdin, whose lock the interpreter wants when it ends
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
