"""viem deploys, sends and reads, given nothing but the URL and a key."""

from hardhat_free_env.testing import account
from hardhat_free_env.testing.rpc import RunningNode
from tests.conformance.conftest import Program
from tests.hardhat_free_env.chain.programs import COUNT, creation, word


def test_viem_deploys_sends_waits_and_reads(node: RunningNode, javascript: Program) -> None:
    sender = account(0)
    seen = javascript("client.mjs", node.url, "0x" + sender.secret.hex(), "0x" + creation(COUNT).hex())
    assert seen["chainId"] == node.announced["chainId"]
    assert seen["statuses"] == ["success"] * 3
    assert seen["effectiveGasPrice"] == seen["maxFeePerGas"] == seen["balance"] == 0
    assert seen["block"]["baseFeePerGas"] == 0
    assert seen["sameByHash"]
    assert seen["lastOfBlock"] == seen["hashes"][2]
    assert [int(log["body"], 16) for log in seen["logs"]] == [1, 2, 3]
    assert {log["topics"][0] for log in seen["logs"]} == {"0x" + sender.address.rjust(32, b"\0").hex()}
    assert [log["tx"] for log in seen["logs"]] == seen["hashes"]
    assert seen["storage"] == "0x" + word(3).hex()
    assert seen["code"] == "0x" + COUNT.hex()
    assert seen["nonce"] == 4
    assert (seen["type"], seen["from"]) == ("eip1559", "0x" + sender.address.hex())
    assert seen["slot"] == 3
    assert seen["called"] == "0x"
    assert "not found" in seen["unknownBlock"]
