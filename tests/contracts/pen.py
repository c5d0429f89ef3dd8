"""Writes a word of the ledger that acts would take too long to reach: a chapter of the tests, put there by the authority."""

from functools import cache
from typing import Any

from eth_hash.auto import keccak

from hardhat_free_env.compiler.artifacts import Artifact, load
from hardhat_free_env.compiler.build import compile_text
from hardhat_free_env.testing import account
from ledger_api.domain.packing import Word
from ledger_api.domain.words import Page
from tests.contracts.stage import Cast, Stage
from tests.contracts.stage.acting import Sealed, plain, signatories, word
from tests.contracts.stage.stage import DAY

SOURCE = """
// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

contract Pen {
    function write(uint256, uint256 slot, uint256 value) external {
        assembly { sstore(slot, value) }
    }
}
"""
WRITE = keccak(b"write(uint256,uint256,uint256)")[:4]


@cache
def _artifact() -> Artifact:
    return compile_text("tests/Pen.sol", SOURCE)["Pen"]


def write(stage: Stage, cast: Cast, value: Word, *keys: Any) -> None:
    """Make `value` the word with these keys: `write(stage, cast, replace(head, licences=4000), entry)`."""
    if not stage.storage(Page, WRITE):
        chapter = int.from_bytes(stage.chain.deploy(_artifact()).address, "big")
        manager = stage.chain.at(load("AccessManager"), bytes.fromhex(stage.ledger.call("authority")[2:]))
        page = Page(chapter=chapter, words=3).encode()
        manager.transact(
            "execute", stage.ledger.address, stage.ledger.encode("assign", [(WRITE, page)]), sender=account(1)
        )
    slot = value.SLOT
    for key in keys:
        number = plain(key)
        encoded = number.ljust(32, b"\0") if isinstance(number, bytes) else word(number)
        slot = int.from_bytes(keccak(encoded + word(slot)), "big")
    officer = cast.operator.alice
    act = WRITE + word(officer.number) + word(slot) + word(value.encode())
    by = signatories([officer])
    filing = Sealed(by, stage.next_nonce(officer.number), stage.now + DAY, (act,))
    stage.carry(filing.sealed_by([officer], stage.domain))
