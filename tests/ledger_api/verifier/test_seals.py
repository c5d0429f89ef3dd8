"""A seal counts only from the key whose turn it was, handed down from the pinned signer."""

import json
from typing import Any

import pytest
from coincurve import PrivateKey

from hardhat_free_env.chain.keys import address
from hardhat_free_env.chain.seals import Seal, rotate, seal_block
from ledger_api.verifier.finality import Chain, check_seal, read_finality
from ledger_api.verifier.item import Item
from ledger_api.verifier.report import Refused

CHAIN = Chain(20_825, b"\x01" * 32)
HASH = b"\x02" * 32
ANN, BEN, CID, EVE = (PrivateKey(bytes([number]) * 32) for number in (1, 2, 3, 4))


def _seal(key: PrivateKey, number: int) -> Seal:
    return seal_block(key, CHAIN.chain_id, CHAIN.genesis_hash, number, HASH)


def _finality(key: PrivateKey, number: int, *rotations: tuple[PrivateKey, int, PrivateKey]) -> dict[str, Any]:
    """Sealed by a key after hand-overs (who signs, from which block, to whom)."""
    signed = [rotate(old, CHAIN.chain_id, CHAIN.genesis_hash, start, address(new)) for old, start, new in rotations]
    return {
        "engine": "embedded",
        "signers": 1,
        "label": "one signer",
        "genesisHash": "0x" + CHAIN.genesis_hash.hex(),
        "number": number,
        "blockHash": "0x" + HASH.hex(),
        "signer": "0x" + address(key).hex(),
        "signature": "0x" + _seal(key, number).signature.hex(),
        "rotations": [
            {
                "from": each.start,
                "next": "0x" + each.next_signer.hex(),
                "signature": "0x" + each.signature.hex(),
            }
            for each in signed
        ],
    }


def _refusal(finality: dict[str, Any], pinned: PrivateKey | None) -> str:
    """The code it is refused with; empty when it is not."""
    read = read_finality(Item(json.loads(json.dumps(finality)), "finality"))
    try:
        check_seal(read, CHAIN, None if pinned is None else address(pinned))
    except Refused as refused:
        return refused.code
    return ""


TWICE = ((ANN, 100, BEN), (BEN, 200, CID))


@pytest.mark.parametrize("key,number", [(ANN, 1), (ANN, 99), (BEN, 100), (BEN, 199), (CID, 200), (CID, 10_000)])
def test_each_key_seals_in_its_term(key: PrivateKey, number: int) -> None:
    assert _refusal(_finality(key, number, *TWICE), ANN) == ""


@pytest.mark.parametrize("key,number", [(ANN, 100), (ANN, 201), (BEN, 99), (BEN, 200), (CID, 199), (EVE, 150)])
def test_no_key_seals_out_of_its_term(key: PrivateKey, number: int) -> None:
    assert _refusal(_finality(key, number, *TWICE), ANN) == "signer-not-in-turn"


@pytest.mark.parametrize("pinned,number,key", [(BEN, 100, BEN), (BEN, 250, CID), (CID, 200, CID)])
def test_a_later_signer_may_be_pinned(pinned: PrivateKey, number: int, key: PrivateKey) -> None:
    assert _refusal(_finality(key, number, *TWICE), pinned) == ""


def test_a_block_older_than_the_pinned_signers_term_is_refused() -> None:
    assert _refusal(_finality(ANN, 99, *TWICE), BEN) == "older-than-pin"


def test_what_came_before_the_pinned_signer_does_not_matter() -> None:
    # The pinned key answers for itself: who handed over to it is for those to prove who pin an earlier one.
    assert _refusal(_finality(BEN, 150, (EVE, 100, BEN)), BEN) == ""
    assert _refusal(_finality(BEN, 150, (EVE, 100, BEN)), ANN) == "signer-not-pinned"


def test_a_stranger_who_hands_over_to_himself_is_not_descended_from_the_pinned_signer() -> None:
    assert _refusal(_finality(EVE, 150, (EVE, 100, EVE)), ANN) == "signer-not-pinned"


def test_a_stranger_cannot_take_over_from_the_pinned_signer() -> None:
    assert _refusal(_finality(EVE, 150, (EVE, 50, ANN), (EVE, 100, EVE)), ANN) == "rotation-not-by-predecessor"


def test_a_stranger_who_hands_over_to_the_pinned_signer_seals_nothing_that_counts() -> None:
    assert _refusal(_finality(EVE, 99, (EVE, 100, ANN)), ANN) == "older-than-pin"


def test_every_rotation_is_checked_even_one_after_the_block() -> None:
    assert _refusal(_finality(ANN, 50, (ANN, 100, BEN), (EVE, 200, CID)), ANN) == "rotation-not-by-predecessor"


def test_rotations_stand_in_order() -> None:
    assert _refusal(_finality(CID, 300, (BEN, 200, CID), (ANN, 100, BEN)), ANN) == "rotations-disordered"


def test_a_rotation_at_the_first_block_is_none() -> None:
    assert _refusal(_finality(BEN, 1, (ANN, 0, BEN)), ANN) == "rotation-not-by-predecessor"


def test_a_seal_for_another_block_is_not_for_this_one() -> None:
    finality = _finality(ANN, 7) | {"number": 8}
    assert _refusal(finality, ANN) == "seal-not-by-signer"


def test_the_same_signature_with_a_high_s_is_refused() -> None:
    finality = _finality(ANN, 7)
    raw = bytes.fromhex(finality["signature"][2:])
    order = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
    high = (order - int.from_bytes(raw[32:64], "big")).to_bytes(32, "big")
    finality["signature"] = "0x" + (raw[:32] + high + bytes([55 - raw[64]])).hex()
    assert _refusal(finality, ANN) == "seal-not-by-signer"
