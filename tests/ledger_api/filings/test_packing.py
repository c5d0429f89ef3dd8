"""What waits is packed in its order, within what a transaction may hold; every filing is in exactly one."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ledger_api.chain.codec import Codec
from ledger_api.domain.filing import Filing, SealedFiling
from ledger_api.filings.packing import MOST_BYTES, Waiting, bound, loads
from ledger_api.filings.preflight import TRANSACTION_GAS

CODEC = Codec.load()


def waiting(name: str, size: int = 400, acts: int = 1, *, alone: bool = False, seal: bytes = bytes(66)) -> Waiting:
    filing = Filing(2, 0, 1, tuple(b"\1" * size for _ in range(acts)))
    return Waiting(name, SealedFiling(filing, (seal, seal)), alone)


SHAPES = some.lists(some.tuples(some.integers(36, 20_000), some.integers(1, 20), some.booleans()), max_size=30)


@given(SHAPES)
def test_every_filing_is_in_one_load_in_its_order_and_none_is_too_large(shapes: list[tuple[int, int, bool]]) -> None:
    found = [waiting(f"F-{place}", size, acts, alone=alone) for place, (size, acts, alone) in enumerate(shapes)]
    packed = loads(found, CODEC)
    assert [name for load in packed for name in load.filings] == [each.id for each in found]
    for load in packed:
        assert load.gas <= TRANSACTION_GAS
        carried = CODEC.decode_filings(load.data)
        assert len(carried) == len(load.filings)
        if len(load.filings) > 1:
            assert len(load.data) <= MOST_BYTES
            # What the ledger insists on before each call: gasEach × 64/63 and a little.
            each = max(bound(sealed) for sealed in carried)
            assert load.gas > 21_000 + len(carried) * each * 64 // 63
    lonely = {each.id for each in found if each.alone}
    assert all(len(load.filings) == 1 for load in packed if lonely & set(load.filings))


def test_one_alone_is_carried_by_file_and_several_by_file_all() -> None:
    (one,) = loads([waiting("F-1")], CODEC)
    (two,) = loads([waiting("F-1"), waiting("F-2")], CODEC)
    assert one.data[:4] != two.data[:4]
    assert loads([], CODEC) == []


@pytest.mark.parametrize("acts, seal, more_than", [(1, bytes(66), 400_000), (1, b"\x14" + bytes(100), 1_200_000)])
def test_a_contract_that_signs_is_given_what_it_may_use(acts: int, seal: bytes, more_than: int) -> None:
    assert bound(waiting("F-1", acts=acts, seal=seal).sealed) > more_than
