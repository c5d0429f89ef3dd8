"""Opens an encrypted keystore (Web3 Secret Storage, version 3) for the moment a deployment signs with it.

The passphrase comes from a file or is asked for; it is never an argument of a command, where others could read it.
"""

import getpass
import json
import sys
from pathlib import Path

from hardhat_free_env.deploy.errors import DeployError


def open_keystore(path: Path, passphrase_file: Path | None = None) -> bytes:
    """The private key in the keystore; DeployError when it cannot be opened."""
    # The only place that needs it: it is slow to import.
    from eth_account import Account  # noqa: PLC0415

    try:
        keystore = json.loads(path.read_text(encoding="utf-8"))
        passphrase = _passphrase(path, passphrase_file)
        return bytes(Account.decrypt(keystore, passphrase))
    except OSError as error:
        raise DeployError(f"cannot read {error.filename}: {error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise DeployError(f"cannot open the keystore {path}: {error}") from error


def _passphrase(keystore: Path, file: Path | None) -> str:
    if file is not None:
        return file.read_text(encoding="utf-8").rstrip("\n")
    if not sys.stdin.isatty():
        raise DeployError("no passphrase: give --passphrase-file, or run at a terminal")
    return getpass.getpass(f"passphrase of {keystore.name}: ")
