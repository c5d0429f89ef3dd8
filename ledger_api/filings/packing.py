"""Which waiting filings go into which transaction: one by itself when it is alone, several together when they wait.

The gas of a filing is bounded by its shape, not estimated: an estimate runs it several times over, and gas that is not used
costs nothing on a permissioned chain.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from ledger_api.chain.codec import Codec
from ledger_api.domain.filing import SealedFiling
from ledger_api.filings.preflight import TRANSACTION_GAS

MOST_BYTES: Final = 96_000
"""Calldata of one transaction; nodes take 128 KiB at most."""
_BASE: Final = 60_000
_ACT: Final = 400_000
"""The dearest act, anchoring, takes about 250k without its lists."""
_BYTE: Final = 300
"""A listed burden, licence or sibling is 32 bytes and takes at most 9k."""
_SEAL: Final = 12_000
_CONTRACT_SEAL: Final = 420_000
_CALL: Final = 40_000
"""What `fileAll` itself takes for each filing, above copying it."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A filing ready to be carried."""

    id: str
    sealed: SealedFiling
    alone: bool
    """It failed in company before: carry it by itself."""


@dataclass(frozen=True, slots=True)
class Load:
    """What one transaction carries."""

    filings: tuple[str, ...]
    data: bytes
    gas: int


def bound(sealed: SealedFiling) -> int:
    """Gas that carrying this filing never exceeds."""
    acts = sum(_ACT + _BYTE * len(act) for act in sealed.filing.acts)
    seals = sum(_SEAL if seal[:1] == b"\0" else _CONTRACT_SEAL for seal in sealed.seals)
    return min(_BASE + acts + seals, TRANSACTION_GAS)


def loads(waiting: Sequence[Waiting], codec: Codec) -> list[Load]:
    """The transactions for these filings, in their order."""
    packed: list[Load] = []
    group: list[Waiting] = []
    for each in waiting:
        if group and (each.alone or group[-1].alone or not _fits([*group, each])):
            packed.append(_load(group, codec))
            group = []
        group.append(each)
    if group:
        packed.append(_load(group, codec))
    return packed


def _load(group: Sequence[Waiting], codec: Codec) -> Load:
    names = tuple(each.id for each in group)
    if len(group) == 1:
        sealed = group[0].sealed
        data = codec.encode_file(sealed.filing, sealed.seals)
        return Load(names, data, min(21_000 + 16 * len(data) + bound(sealed), TRANSACTION_GAS))
    each_gas = max(bound(each.sealed) for each in group)
    data = codec.encode_file_all([each.sealed for each in group], each_gas)
    return Load(names, data, _gas_of_all(group))


def _fits(group: Sequence[Waiting]) -> bool:
    return _gas_of_all(group) <= TRANSACTION_GAS and sum(_size(each.sealed) for each in group) <= MOST_BYTES


def _gas_of_all(group: Sequence[Waiting]) -> int:
    """EIP-150 keeps back a 64th of what a call gets, and the ledger insists on that much being left before each."""
    most = max(bound(each.sealed) for each in group)
    size = sum(_size(each.sealed) for each in group)
    return 21_000 + 60 * size + len(group) * (most * 64 // 63 + _CALL)


def _size(sealed: SealedFiling) -> int:
    """Bytes of calldata, roughly from above: each part is padded to words and has an offset and a length."""
    return 320 + sum(128 + len(part) for part in _parts(sealed))


def _parts(sealed: SealedFiling) -> Iterable[bytes]:
    yield from sealed.filing.acts
    yield from sealed.seals
