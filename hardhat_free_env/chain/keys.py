"""The node's sealing key in the chain's directory, mode 0600, never printed; and its replacement without a doubt.

A rotation writes the next key beside the old one, commits the signed hand-over, then renames: a crash at any point is
finished at the next start.
"""

import os
import secrets
from pathlib import Path

from coincurve import PrivateKey

from hardhat_free_env.chain.errors import ChainBroken
from hardhat_free_env.chain.files import sync_directory, write_durably
from hardhat_free_env.chain.seals import address_of

KEY_FILE = "node.key"
NEXT_KEY_FILE = "node.key.next"


def address(key: PrivateKey) -> bytes:
    """The key's account address."""
    return address_of(key.public_key)


def create_key(directory: Path) -> PrivateKey:
    """Make the first key of a new chain; one that is already there is kept."""
    path = directory / KEY_FILE
    if not path.exists():
        _write(path)
    return read_key(path)


def _write(path: Path) -> None:
    write_durably(path, secrets.token_bytes(32).hex().encode() + b"\n", mode=0o600)


def read_key(path: Path) -> PrivateKey:
    """Read a key; ChainBroken when it is missing or open to others."""
    try:
        if path.stat().st_mode & 0o077:
            raise ChainBroken(f"{path} can be read by others; `chmod 600` it, and rotate the key if anybody may have")
        return PrivateKey(bytes.fromhex(path.read_text().strip()))
    except FileNotFoundError as error:
        raise ChainBroken(f"{path} is missing; without it this node cannot seal. Restore it from a backup") from error
    except ValueError as error:
        raise ChainBroken(f"{path} does not hold a key") from error


def prepare_next_key(directory: Path) -> PrivateKey:
    """A new key beside the one in use."""
    path = directory / NEXT_KEY_FILE
    _write(path)
    return read_key(path)


def promote_next_key(directory: Path) -> None:
    """Let the next key be the key; the old one is gone."""
    os.replace(directory / NEXT_KEY_FILE, directory / KEY_FILE)  # noqa: PTH105  replacing is meant
    sync_directory(directory)


def sealing_key(directory: Path, signer: bytes) -> PrivateKey:
    """The key that belongs to `signer`, finishing a rotation that was cut short. ChainBroken when it is another."""
    following = directory / NEXT_KEY_FILE
    if following.exists():
        if address(read_key(following)) == signer:
            promote_next_key(directory)
        else:
            following.unlink()  # its hand-over was never committed
    key = read_key(directory / KEY_FILE)
    if address(key) != signer:
        raise ChainBroken(
            f"{directory / KEY_FILE} belongs to 0x{address(key).hex()}, but this chain is sealed by 0x{signer.hex()}"
        )
    return key
