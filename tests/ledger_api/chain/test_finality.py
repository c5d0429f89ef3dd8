"""Seals of the embedded engine: real ones pass; forged, foreign, missing and wrongly handed-over ones do not."""

from dataclasses import replace

import pytest
from eth_hash.auto import keccak

from hardhat_free_env.chain import seals
from hardhat_free_env.testing import Account, account
from ledger_api.chain.finality import Anchor, NotFinal, check, signer_at
from ledger_api.chain.jsonrpc import JsonRpcChain
from ledger_api.ports.chain import Finality, Header, Rotation
from tests.contracts.stage import Stage

OLD, NEW, FORGER = account(901), account(902), account(903)


@pytest.fixture
def anchor(stage: Stage) -> Anchor:
    node = stage.chain.node
    return Anchor(node.chain_id, node.genesis_hash, node.signer)


@pytest.fixture
def sealed(chain: JsonRpcChain) -> tuple[Header, Finality]:
    head = chain.header("latest")
    assert head is not None
    finality = chain.finality(head.number)
    assert finality is not None
    return head, finality


def test_the_node_s_seal_holds(anchor: Anchor, sealed: tuple[Header, Finality]) -> None:
    check(anchor, *sealed)


def test_a_block_without_a_seal_is_not_final(anchor: Anchor, sealed: tuple[Header, Finality]) -> None:
    with pytest.raises(NotFinal, match="has no seal"):
        check(anchor, sealed[0], None)


def test_the_seal_of_another_block_is_refused(
    anchor: Anchor, chain: JsonRpcChain, sealed: tuple[Header, Finality]
) -> None:
    earlier = chain.header(sealed[0].number - 1)
    assert earlier is not None
    with pytest.raises(NotFinal, match="not of block"):
        check(anchor, earlier, sealed[1])


def test_a_forged_seal_is_refused(anchor: Anchor, sealed: tuple[Header, Finality]) -> None:
    head, finality = sealed
    forged = seals.seal_block(FORGER.key, anchor.chain_id, anchor.genesis_hash, head.number, head.hash)
    with pytest.raises(NotFinal, match="not sealed by"):
        check(anchor, head, replace(finality, signature=forged.signature, signer=FORGER.address))
    with pytest.raises(NotFinal, match="not sealed by"):
        check(anchor, head, replace(finality, signature=bytes(65)))


def test_saying_that_the_right_key_signed_does_not_help(anchor: Anchor, sealed: tuple[Header, Finality]) -> None:
    head, finality = sealed
    other = replace(anchor, signer=FORGER.address)
    with pytest.raises(NotFinal, match="not sealed by"):
        check(other, head, finality)


def test_a_high_s_is_no_signature(anchor: Anchor, sealed: tuple[Header, Finality]) -> None:
    head, finality = sealed
    order = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
    s = order - int.from_bytes(finality.signature[32:64], "big")
    twin = finality.signature[:32] + s.to_bytes(32, "big") + bytes([55 - finality.signature[64]])
    with pytest.raises(NotFinal, match="not sealed by"):
        check(anchor, head, replace(finality, signature=twin))


def test_the_seal_of_another_chain_is_refused(anchor: Anchor, sealed: tuple[Header, Finality]) -> None:
    with pytest.raises(NotFinal, match="another chain"):
        check(replace(anchor, genesis_hash=keccak(b"other")), *sealed)
    with pytest.raises(NotFinal, match="not sealed by"):
        check(replace(anchor, chain_id=1), *sealed)


def test_an_engine_without_a_rule_is_refused(anchor: Anchor, sealed: tuple[Header, Finality]) -> None:
    with pytest.raises(NotFinal, match="no rule"):
        check(anchor, sealed[0], replace(sealed[1], engine="raft"))


ANCHOR = Anchor(7, keccak(b"genesis"), OLD.address)


def rotation(by: Account, start: int, to: bytes) -> Rotation:
    signed = seals.rotate(by.key, ANCHOR.chain_id, ANCHOR.genesis_hash, start, to)
    return Rotation(start, to, signed.signature)


def test_a_key_hands_over_to_the_next() -> None:
    rotations = (rotation(OLD, 10, NEW.address),)
    assert signer_at(ANCHOR, rotations, 9) == OLD.address
    assert signer_at(ANCHOR, rotations, 10) == NEW.address


def test_nobody_hands_over_what_is_not_theirs() -> None:
    with pytest.raises(NotFinal, match="rotation at block 10"):
        signer_at(ANCHOR, (rotation(FORGER, 10, FORGER.address),), 11)
    with pytest.raises(NotFinal, match="rotation at block 20"):
        signer_at(ANCHOR, (rotation(OLD, 10, NEW.address), rotation(OLD, 20, OLD.address)), 25)


def test_a_rotation_cannot_be_moved_to_another_block() -> None:
    moved = replace(rotation(OLD, 10, NEW.address), start=5)
    with pytest.raises(NotFinal):
        signer_at(ANCHOR, (moved,), 6)
