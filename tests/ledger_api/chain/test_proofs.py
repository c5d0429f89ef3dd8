"""What headers prove, on a real block with real acts; and that nothing else passes."""

from dataclasses import replace

import pytest
import rlp
from eth_hash.auto import keccak
from trie.hexary import HexaryTrie

from ledger_api.chain import slots
from ledger_api.chain.jsonrpc import JsonRpcChain
from ledger_api.chain.proofs import (
    ProofInvalid,
    check_account,
    header_hash,
    receipt_bytes,
    receipt_proof,
    receipts_root,
)
from ledger_api.domain.subjects import BOOK
from ledger_api.domain.words import Journal
from ledger_api.ports.chain import AccountProof, Header, Receipt
from tests.contracts.stage import Cast, Stage


@pytest.fixture
def receipts(stage: Stage, cast: Cast, chain: JsonRpcChain) -> tuple[Receipt, ...]:
    stage.file([cast.holder.one], [("open", 2, keccak(b"data"), cast.holder)])
    return chain.receipts(chain.block_number())


def header(chain: JsonRpcChain) -> Header:
    found = chain.header("latest")
    assert found is not None
    return found


def test_a_header_hashes_to_its_block(chain: JsonRpcChain) -> None:
    for number in range(chain.block_number() + 1):
        found = chain.header(number)
        assert found is not None
        assert header_hash(found) == found.hash


@pytest.mark.parametrize(
    "change",
    [
        {"gas_used": 1},
        {"timestamp": 1},
        {"state_root": bytes(32)},
        {"extra_data": b"x"},
        {"parent_beacon_block_root": b"\1" * 32},
        {"base_fee_per_gas": 7},
        {"nonce": b"\1" * 8},
    ],
)
def test_a_changed_header_hashes_to_another(chain: JsonRpcChain, change: dict[str, int]) -> None:
    assert header_hash(replace(header(chain), **change)) != header(chain).hash  # type: ignore[arg-type]


def test_receipts_have_the_root_their_header_says(chain: JsonRpcChain, receipts: tuple[Receipt, ...]) -> None:
    assert len(receipts[0].logs) > 1
    assert receipts_root(receipts) == header(chain).receipts_root


@pytest.mark.parametrize("part", ["topic", "data", "address", "status", "gas", "order", "missing"])
def test_any_change_of_a_log_changes_the_root(receipts: tuple[Receipt, ...], part: str) -> None:
    receipt = receipts[0]
    log = receipt.logs[0]
    changed = {
        "topic": replace(receipt, logs=(replace(log, topics=(*log.topics[:-1], bytes(32))), *receipt.logs[1:])),
        "data": replace(receipt, logs=(replace(log, data=log.data[:-1] + b"\xff"), *receipt.logs[1:])),
        "address": replace(receipt, logs=(replace(log, address=bytes(20)), *receipt.logs[1:])),
        "status": replace(receipt, succeeded=False),
        "gas": replace(receipt, cumulative_gas_used=1),
        "order": replace(receipt, logs=receipt.logs[::-1]),
        "missing": replace(receipt, logs=receipt.logs[1:]),
    }[part]
    assert receipts_root([changed]) != receipts_root(receipts)


def test_a_receipt_is_proved_under_the_root(chain: JsonRpcChain, receipts: tuple[Receipt, ...]) -> None:
    nodes = [rlp.decode(node) for node in receipt_proof(receipts, 0)]
    proved = HexaryTrie.get_from_proof(header(chain).receipts_root, rlp.encode(0), nodes)  # type: ignore[no-untyped-call]
    assert proved == receipt_bytes(receipts[0])


def proof(stage: Stage, chain: JsonRpcChain) -> AccountProof:
    return chain.proof(stage.ledger.address, [slots.journal(BOOK), slots.journal(keccak(b"nobody"))])


def test_an_account_and_its_words_follow_from_the_state_root(stage: Stage, chain: JsonRpcChain) -> None:
    proved = proof(stage, chain)
    check_account(header(chain).state_root, proved)
    assert Journal.decode(proved.storage[0].value).lines == stage.book_line
    assert proved.storage[1].value == 0


@pytest.mark.parametrize("part", ["state root", "nonce", "storage hash", "value", "absent", "node", "no nodes"])
def test_what_does_not_follow_is_refused(stage: Stage, chain: JsonRpcChain, part: str) -> None:
    proved, root = proof(stage, chain), header(chain).state_root
    there, absent = proved.storage
    changed, wanted = {
        "state root": (proved, keccak(root)),
        "nonce": (replace(proved, nonce=proved.nonce + 1), root),
        "storage hash": (replace(proved, storage_hash=keccak(b"other")), root),
        "value": (replace(proved, storage=(replace(there, value=there.value + 1),)), root),
        "absent": (replace(proved, storage=(replace(absent, value=1),)), root),
        "node": (replace(proved, storage=(replace(there, proof=absent.proof[:1]),)), root),
        "no nodes": (replace(proved, proof=()), root),
    }[part]
    with pytest.raises(ProofInvalid):
        check_account(wanted, changed)
