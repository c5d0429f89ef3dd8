"""Runs the pinned compiler over one standard JSON input, through py-solc-x and the shim `solc.js`.

Results are kept in `.cache/solc` under their input hash, so that only what changed is compiled again.
"""

import atexit
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from hardhat_free_env.compiler.errors import CompilationFailed
from hardhat_free_env.compiler.settings import Settings

SHIM = Path(__file__).with_name("solc.js")
SERVED = "DPR_SOLC"
"""In the environment: the socket of compilers that are loaded already."""
_STARTING = Lock()


def compile_cached(standard_input: Mapping[str, Any], key: str, cache: Path) -> dict[str, Any]:
    """The compiler's output for an input whose hash is `key`, from the folder `cache` when it is there."""
    kept = cache / f"{key}.json"
    if kept.exists():
        output: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8"))
        return output
    output = compile_now(standard_input)
    _write_atomically(kept, json.dumps(output))
    return output


def compile_now(standard_input: Mapping[str, Any]) -> dict[str, Any]:
    """The compiler's output; raises CompilationFailed with the compiler's own messages."""
    # Only compiling needs these; the runtime lives without them.
    from solcx import compile_standard  # noqa: PLC0415
    from solcx.exceptions import SolcError  # noqa: PLC0415

    try:
        with _STARTING:
            _keep_warm()
        output: dict[str, Any] = compile_standard(dict(standard_input), solc_binary=SHIM)
    except SolcError as error:
        messages = [each["formattedMessage"] for each in error.error_dict or () if each["severity"] == "error"]
        raise CompilationFailed(*(messages or [error.message])) from None
    except FileNotFoundError:
        raise CompilationFailed("node is not installed: apt-get install nodejs npm") from None
    return output


@cache
def _keep_warm() -> None:
    """Compilers that stay loaded for the rest of this process, which the shim finds: one just loaded takes a third longer."""
    if SERVED in os.environ:
        return
    folder = tempfile.mkdtemp(prefix="solc-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    socket = f"{folder}/socket"
    # It ends when its standard input does: with this process, however that ends.
    command = [str(SHIM), "--serve", socket]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603  our own program
    if server.stdout is not None:
        server.stdout.readline()  # it listens
    atexit.register(server.communicate)  # which closes its pipes
    os.environ[SERVED] = socket


def refuse_warnings(output: Mapping[str, Any], settings: Settings) -> None:
    """Raise CompilationFailed for every warning in our own sources that `settings` does not allow.

    Warnings in the sources of others are theirs; we pin those sources by content and cannot mend them.
    """
    refused = [message["formattedMessage"] for message in output.get("errors", ()) if not _stands(message, settings)]
    if refused:
        raise CompilationFailed(*refused)


def _stands(warning: Mapping[str, Any], settings: Settings) -> bool:
    path = warning.get("sourceLocation", {}).get("file", "")
    allowed = (each for each in settings.allowed_warnings if each.code == warning.get("errorCode"))
    return path.startswith("@") or any(fnmatchcase(path, each.path) for each in allowed)


def _write_atomically(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    Path(name).replace(path)
