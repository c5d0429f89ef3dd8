"""Seals and rotations: signed as EIP-712 says, checked by another library, and telling on whoever seals twice."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from eth_account import Account as EthAccount
from eth_account.messages import encode_typed_data
from hypothesis import given
from hypothesis import strategies as st

from hardhat_free_env.chain import keys, records
from hardhat_free_env.chain.audit import audit
from hardhat_free_env.chain.seals import Rotation, Seal, misconduct, rotate, seal_block, signer_at
from hardhat_free_env.testing import account
from tests.hardhat_free_env.chain.conftest import Opener

GENESIS = b"\x01" * 32
BLOCK = b"\x02" * 32
DOMAIN = {"name": "Data Rights Ledger Chain", "version": "1", "chainId": 20825}


def sealed(number: int = 7, block_hash: bytes = BLOCK, who: int = 0, chain_id: int = 20825) -> Seal:
    return seal_block(account(who).key, chain_id, GENESIS, number, block_hash)


def test_a_seal_is_the_eip_712_signature_other_libraries_make() -> None:
    types = {
        "Seal": [
            {"name": "genesisHash", "type": "bytes32"},
            {"name": "number", "type": "uint64"},
            {"name": "blockHash", "type": "bytes32"},
        ]
    }
    message = {"genesisHash": GENESIS, "number": 7, "blockHash": BLOCK}
    signed = EthAccount.sign_typed_data(account(0).secret, DOMAIN, types, message)
    assert sealed().signature == signed.signature
    recovered = EthAccount.recover_message(encode_typed_data(DOMAIN, types, message), signature=sealed().signature)
    assert recovered == account(0).checksum


def test_a_rotation_is_the_eip_712_signature_other_libraries_make() -> None:
    types = {
        "Rotation": [
            {"name": "genesisHash", "type": "bytes32"},
            {"name": "from", "type": "uint64"},
            {"name": "next", "type": "address"},
        ]
    }
    message = {"genesisHash": GENESIS, "from": 9, "next": account(1).checksum}
    signed = EthAccount.sign_typed_data(account(0).secret, DOMAIN, types, message)
    assert rotate(account(0).key, 20825, GENESIS, 9, account(1).address).signature == signed.signature


@given(st.integers(0, 65 * 8 - 1))
def test_no_flipped_bit_of_a_signature_gives_the_signer(bit: int) -> None:
    good = sealed()
    signature = bytearray(good.signature)
    signature[bit // 8] ^= 1 << bit % 8
    assert dataclasses.replace(good, signature=bytes(signature)).signer != good.signer


@pytest.mark.parametrize("changed", [{"chain_id": 1}, {"genesis_hash": BLOCK}, {"number": 8}, {"block_hash": GENESIS}])
def test_a_seal_speaks_for_nothing_else(changed: dict[str, Any]) -> None:
    assert dataclasses.replace(sealed(), **changed).signer != account(0).address


def test_a_signature_with_high_s_is_none() -> None:
    good = sealed()
    order = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
    s = order - int.from_bytes(good.signature[32:64], "big")
    other = good.signature[:32] + s.to_bytes(32, "big") + bytes([55 - good.signature[64]])
    assert dataclasses.replace(good, signature=other).signer is None


def test_two_seals_at_one_height_prove_misconduct() -> None:
    assert misconduct(sealed(), sealed(block_hash=b"\x03" * 32)) == account(0).address


@pytest.mark.parametrize(
    "other",
    [
        sealed(),
        sealed(number=8, block_hash=b"\x03" * 32),
        sealed(who=1, block_hash=b"\x03" * 32),
        sealed(chain_id=1, block_hash=b"\x03" * 32),
        Seal(20825, GENESIS, 7, b"\x03" * 32, bytes(65)),
    ],
)
def test_anything_less_proves_nothing(other: Seal) -> None:
    assert misconduct(sealed(), other) is None


def test_the_signer_of_a_height_follows_the_rotations() -> None:
    one, two, three = (account(number).address for number in range(3))
    chain = (
        rotate(account(1).key, 20825, GENESIS, 20, three),
        rotate(account(0).key, 20825, GENESIS, 10, two),
    )
    assert [signer_at(one, chain, number) for number in (0, 9, 10, 19, 20, 99)] == [one, one, two, two, three, three]


def test_a_rotation_by_another_key_ends_the_trust() -> None:
    usurped = (rotate(account(5).key, 20825, GENESIS, 10, account(1).address),)
    assert signer_at(account(0).address, usurped, 9) == account(0).address
    assert signer_at(account(0).address, usurped, 10) is None
    forged = (Rotation(20825, GENESIS, 10, account(1).address, bytes(65)),)
    assert signer_at(account(0).address, forged, 10) is None


def test_every_block_is_sealed_and_the_seal_is_committed_with_it(open_node: Opener) -> None:
    node = open_node()
    node.seal([])
    node = open_node()
    for number in (0, 1):
        stored = records.sealed_header(node.store, number)
        assert stored is not None
        assert records.seal_of(stored, node.chain_id, node.genesis_hash).signer == node.signer == stored.signer


def test_after_a_rotation_the_new_key_seals_and_the_chain_still_opens(open_node: Opener, tmp_path: Path) -> None:
    node = open_node()
    node.seal([])
    old = node.signer
    rotation = node.rotate_key()
    assert (rotation.start, rotation.signer) == (2, old)
    node.seal([])
    node = open_node()
    assert node.signer == rotation.next_signer != old
    node.seal([])
    signers = [sealed.signer for number in range(4) if (sealed := records.sealed_header(node.store, number))]
    assert signers == [old, old, node.signer, node.signer]
    assert audit(node.store).finding is None


def test_a_rotation_cut_short_before_its_commit_did_not_happen(open_node: Opener, tmp_path: Path) -> None:
    node = open_node()
    old = node.signer
    keys.prepare_next_key(tmp_path)
    node = open_node()
    assert node.signer == old
    assert not (tmp_path / "node.key.next").exists()


def test_a_rotation_cut_short_after_its_commit_is_finished_at_the_next_start(
    open_node: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    node = open_node()

    class Killed(BaseException):
        pass

    def killed(directory: Path) -> None:
        raise Killed

    monkeypatch.setattr(keys, "promote_next_key", killed)
    with pytest.raises(Killed):
        node.rotate_key()
    monkeypatch.undo()
    (rotation,) = records.rotations(node.store, node.chain_id, node.genesis_hash)
    node = open_node()
    assert node.signer == rotation.next_signer
    assert (tmp_path / "node.key").stat().st_mode & 0o777 == 0o600
