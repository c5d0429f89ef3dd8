"""web3.py deploys, sends and reads over HTTP, with its defaults."""

from collections.abc import Iterator
from typing import Any

import pytest
import rlp
from eth_account import Account as EthAccount
from eth_hash.auto import keccak
from trie import HexaryTrie
from web3 import HTTPProvider, Web3
from web3.exceptions import BlockNotFound, ContractCustomError, TransactionNotFound, Web3RPCError
from web3.middleware import SignAndSendRawMiddlewareBuilder

from hardhat_free_env.testing import account
from hardhat_free_env.testing.rpc import RunningNode
from tests.hardhat_free_env.chain.programs import COUNT, REVERT, creation, word


@pytest.fixture
def web3(node: RunningNode) -> Iterator[Web3]:
    provider = HTTPProvider(node.url)
    client = Web3(provider)
    signer = EthAccount.from_key(account(0).secret)
    client.middleware_onion.inject(SignAndSendRawMiddlewareBuilder.build(signer), layer=0)
    client.eth.default_account = signer.address
    yield client
    for session in provider._request_session_manager.session_cache._data.values():
        session.close()


def sent(web3: Web3, **fields: Any) -> Any:  # noqa: ANN401  web3's attribute dictionaries
    """Send as web3 fills it in, and wait."""
    tx_hash = web3.eth.send_transaction({"from": web3.eth.default_account, **fields})  # type: ignore[typeddict-item]
    return web3.eth.wait_for_transaction_receipt(tx_hash, timeout=20, poll_latency=0.02)


def test_web3_deploys_sends_waits_and_reads(web3: Web3) -> None:
    eth: Any = web3.eth
    contract = sent(web3, data=creation(COUNT)).contractAddress
    receipts = [sent(web3, to=contract) for _ in range(3)]
    last = receipts[-1]
    assert [receipt.status for receipt in receipts] == [1, 1, 1]
    block = eth.get_block(last.blockNumber, full_transactions=True)
    assert block == eth.get_block(last.blockHash, full_transactions=True)
    assert block["transactions"][-1]["hash"] == last.transactionHash
    assert eth.get_block("latest")["number"] == eth.block_number == last.blockNumber
    assert [eth.get_block(tag)["hash"] for tag in ("safe", "finalized")] == [block["hash"]] * 2
    assert eth.get_block_receipts(last.blockNumber)[-1] == last
    logs = eth.get_logs({"fromBlock": 0, "toBlock": "latest", "address": contract})
    assert [int.from_bytes(log["data"], "big") for log in logs] == [1, 2, 3]
    assert eth.get_storage_at(contract, 0) == word(3)
    assert eth.get_storage_at(contract, 0, last.blockNumber - 1) == word(2)
    assert eth.get_code(contract) == COUNT
    assert eth.get_transaction_count(account(0).address) == 4
    assert eth.fee_history(2, "latest")["baseFeePerGas"] == [0, 0, 0]
    assert web3.is_connected()
    assert eth.syncing is False


def test_web3s_proof_verifies_against_the_blocks_state_root(web3: Web3) -> None:
    eth: Any = web3.eth
    contract = sent(web3, data=creation(COUNT)).contractAddress
    receipt = sent(web3, to=contract)
    block = eth.get_block(receipt.blockNumber)
    proof = eth.get_proof(contract, [0], receipt.blockNumber)
    found = HexaryTrie.get_from_proof(  # type: ignore[no-untyped-call]
        bytes(block["stateRoot"]),
        keccak(bytes.fromhex(contract[2:])),
        [rlp.decode(node) for node in proof["accountProof"]],
    )
    assert rlp.decode(found)[2] == proof["storageHash"]
    slot = proof["storageProof"][0]
    stored = HexaryTrie.get_from_proof(  # type: ignore[no-untyped-call]
        bytes(proof["storageHash"]), keccak(word(0)), [rlp.decode(node) for node in slot["proof"]]
    )
    assert rlp.decode(stored) == b"\x01"


def test_web3_recognises_custom_errors_and_what_is_not_there(web3: Web3) -> None:
    eth: Any = web3.eth
    contract = sent(web3, data=creation(REVERT)).contractAddress
    with pytest.raises(ContractCustomError) as caught:
        eth.call({"to": contract, "data": "0x01020304"})
    assert caught.value.data == "0x01020304"
    with pytest.raises(BlockNotFound):
        eth.get_block(10_000)
    with pytest.raises(TransactionNotFound):
        eth.get_transaction(b"\x01" * 32)
    with pytest.raises(Web3RPCError, match="beyond the head"):
        eth.get_balance(contract, 10_000)


def test_web3_sends_raw_transactions_in_a_batch(web3: Web3, node: RunningNode) -> None:
    eth: Any = web3.eth
    sender = account(1)
    raws = [sender.transaction(node.announced["chainId"], nonce, bytes(20), b"", gas=21_000) for nonce in range(100)]
    provider = web3.provider
    assert isinstance(provider, HTTPProvider)
    asked: list[Any] = [("eth_sendRawTransaction", ["0x" + raw.hex()]) for raw in raws]
    answers: Any = provider.make_batch_request(asked)
    assert [answer["result"] for answer in answers] == ["0x" + keccak(raw).hex() for raw in raws]
    eth.wait_for_transaction_receipt(keccak(raws[-1]), timeout=20, poll_latency=0.02)
    assert eth.get_transaction_count(sender.address) == 100
