"""API keys: `dpr_live_<id>_<secret>`. The facade keeps a digest; the key itself is shown once, when it is made.

A secret has 256 bits, so a plain SHA-256 is enough: there is nothing to guess.
"""

import base64
import hashlib
import hmac
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

PREFIX: Final = "dpr_live_"
_SHAPE: Final = re.compile(r"dpr_live_([a-z2-7]{16})_[a-z2-7]{52}")


@dataclass(frozen=True, slots=True)
class DrawnKey:
    """A new key: `text` goes to its bearer and nowhere else."""

    id: str
    text: str

    def __repr__(self) -> str:
        return f"DrawnKey(id={self.id!r})"


def draw(randomness: Callable[[int], bytes] = secrets.token_bytes) -> DrawnKey:
    """Draw a key; `randomness(n)` gives n bytes."""
    key_id = _letters(randomness(10))
    return DrawnKey(key_id, f"{PREFIX}{key_id}_{_letters(randomness(32))}")


def id_of(text: str) -> str | None:
    """The id within a key; None if it does not look like a key at all."""
    match = _SHAPE.fullmatch(text)
    return match[1] if match else None


def digest_of(text: str) -> bytes:
    """What is kept of a key."""
    return hashlib.sha256(text.encode()).digest()


def is_key(text: str, digest: bytes) -> bool:
    """Whether `text` is the key of which `digest` was kept; takes equally long for any wrong one."""
    return hmac.compare_digest(digest_of(text), digest)


def _letters(octets: bytes) -> str:
    return base64.b32encode(octets).decode().rstrip("=").lower()
