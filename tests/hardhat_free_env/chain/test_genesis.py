"""The genesis document and what it binds."""

import json

import pytest

from hardhat_free_env.chain.errors import BadRequest
from hardhat_free_env.chain.genesis import Genesis
from hardhat_free_env.chain.transactions import TRANSACTION_GAS_CAP

DOCUMENT = {
    "chainId": 20825,
    "timestamp": 1_785_718_800,
    "gasLimit": 60_000_000,
    "senders": ["0x" + "ab" * 20, "0x" + "01" * 20],
    "demo": True,
    "label": "演示 杭州",
}


def hash_of(**changed: object) -> bytes:
    return Genesis.parse(json.dumps({**DOCUMENT, **changed})).header().hash


@pytest.mark.parametrize(
    "changed",
    [
        {"chainId": 1},
        {"timestamp": 1},
        {"gasLimit": 30_000_000},
        {"senders": []},
        {"demo": False},
        {"label": "演示 北京"},
    ],
)
def test_every_field_is_bound_by_the_genesis_hash(changed: dict[str, object]) -> None:
    assert hash_of(**changed) != hash_of()


def test_spelling_and_order_of_addresses_do_not_change_the_chain() -> None:
    assert hash_of(senders=["0x" + "01" * 20, "0x" + "AB" * 20, "0x" + "ab" * 20]) == hash_of()


def test_a_document_survives_being_written_and_read() -> None:
    genesis = Genesis.parse(json.dumps(DOCUMENT))
    assert Genesis.parse(genesis.canonical()) == genesis


@pytest.mark.parametrize(
    "changed, complaint",
    [
        ({"chainId": 0}, "chainId"),
        ({"chainId": 2**60}, "chainId"),
        ({"chainId": True}, "chainId"),
        ({"timestamp": "soon"}, "timestamp"),
        ({"gasLimit": TRANSACTION_GAS_CAP - 1}, "gasLimit"),
        ({"senders": ["0x12"]}, "address"),
        ({"senders": "0x" + "01" * 20}, "senders"),
        ({"label": "production"}, "演示"),
        ({"alloc": {}}, "fields"),
    ],
)
def test_a_bad_document_is_refused_and_the_field_named(changed: dict[str, object], complaint: str) -> None:
    with pytest.raises(BadRequest, match=complaint):
        hash_of(**changed)


def test_text_that_is_not_json_is_refused() -> None:
    with pytest.raises(BadRequest, match="not JSON"):
        Genesis.parse("chainId: 1")
