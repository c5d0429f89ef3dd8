"""RLP and bloom against the reference libraries."""

import pytest
import rlp
from eth_bloom import BloomFilter
from hypothesis import given
from hypothesis import strategies as st

from hardhat_free_env.chain.encoding import bloom, rlp_decode, rlp_encode, rlp_int

ITEMS = st.recursive(st.binary(max_size=80), lambda inner: st.lists(inner, max_size=20), max_leaves=40)


@given(ITEMS)
def test_rlp_equals_the_reference_library_both_ways(item: bytes | list[object]) -> None:
    encoded = rlp_encode(item)  # type: ignore[arg-type]
    assert encoded == rlp.encode(item)
    assert rlp_decode(encoded) == item


@given(st.integers(min_value=0, max_value=2**256 - 1))
def test_numbers_have_no_leading_zeros(number: int) -> None:
    assert rlp_int(number) == rlp.encode(number)


@pytest.mark.parametrize("raw", ["8200", "c101ff", "f8ff00", "c281"])
def test_what_is_cut_short_or_too_long_is_refused(raw: str) -> None:
    with pytest.raises((ValueError, IndexError)):
        rlp_decode(bytes.fromhex(raw))


@given(st.lists(st.binary(min_size=20, max_size=32), max_size=30))
def test_the_bloom_equals_the_reference_library(values: list[bytes]) -> None:
    reference = BloomFilter()
    for value in values:
        reference.add(value)
    assert bloom(values) == int(reference)
