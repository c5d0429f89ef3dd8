"""Where unpredictable bytes come from: record salts, ids, keys."""

import random
import secrets
from typing import Protocol


class Randomness(Protocol):
    """Draws bytes."""

    def draw(self, count: int) -> bytes:
        """So many bytes, never seen before."""
        ...


class SystemRandomness:
    """The operating system's."""

    def draw(self, count: int) -> bytes:
        """See the port."""
        return secrets.token_bytes(count)


class SeededRandomness:
    """The same bytes for the same seed; for tests and simulations, never for salts that must hide something."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - predictable on purpose

    def draw(self, count: int) -> bytes:
        """See the port."""
        return self._random.randbytes(count)
