"""Asks the ledger's own questions of assent: a chapter of the tests, put into the ledger by its authority, answers by an error.

`Assent` is a library of internal functions; no act of a chapter asks it for every power, so the tests bring one that does.
"""

from collections.abc import Sequence
from functools import cache

from eth_hash.auto import keccak

from hardhat_free_env.compiler.artifacts import Artifact, load
from hardhat_free_env.compiler.build import compile_text
from hardhat_free_env.testing import Reverted, account
from ledger_api.domain.words import Page
from tests.contracts.stage import Stage
from tests.contracts.stage.acting import Sealed, Signs, signatories
from tests.contracts.stage.stage import DAY

SOURCE = """
// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Assent} from "contracts/core/Assent.sol";
import {EntryId} from "contracts/types/EntryId.sol";
import {Signatories} from "contracts/types/Signatories.sol";

contract Questions {
    using Assent for Signatories;

    error Yes();
    error No();

    function isGiven(Signatories by, uint256 party, uint256 power, EntryId entry) external view {
        _answer(by.given(party, power, entry));
    }

    function isGivenByTwo(Signatories by, uint256 party, uint256 power) external view {
        _answer(by.givenByTwo(party, power));
    }

    function pair(Signatories by, uint256 registrar, uint256 reviewer) external view {
        by.needsPair(registrar, reviewer);
        revert Yes();
    }

    function decider(Signatories by, uint256 party, uint256 power) external view {
        by.needsRegistrar(party, power);
        revert Yes();
    }

    function two(Signatories by, uint256 party, uint256 power) external view {
        by.needsTwo(party, power);
        revert Yes();
    }

    function part(Signatories by, uint256 party) external view { _answer(by.takesPart(party)); }

    function _answer(bool yes) private pure {
        if (yes) revert Yes();
        revert No();
    }
}
"""

WORDS = {"isGiven": 4, "isGivenByTwo": 3, "pair": 3, "two": 3, "decider": 3, "part": 2}
"""Words of each question's arguments."""


@cache
def _artifact() -> Artifact:
    return compile_text("tests/Questions.sol", SOURCE)["Questions"]


def _install(stage: Stage) -> None:
    """Put the questions into the ledger, as an executor of its authority would."""
    selectors = {name.split("(")[0]: bytes.fromhex(value) for name, value in _artifact().method_identifiers.items()}
    if stage.storage(Page, selectors["part"]):
        return
    chapter = int.from_bytes(stage.chain.deploy(_artifact()).address, "big")
    pages = [(selectors[name], Page(chapter=chapter, words=words).encode()) for name, words in WORDS.items()]
    manager = stage.chain.at(load("AccessManager"), bytes.fromhex(stage.ledger.call("authority")[2:]))
    manager.transact("execute", stage.ledger.address, stage.ledger.encode("assign", pages), sender=account(1))


def question(stage: Stage, by: Sequence[Signs], name: str, *arguments: int | bytes) -> str:
    """The error a question answers with: `Yes`, `No`, or why it was refused."""
    _install(stage)
    types = next(text for text in _artifact().method_identifiers if text.startswith(f"{name}("))
    words = b"".join(each if isinstance(each, bytes) else int(each).to_bytes(32, "big") for each in arguments)
    named = signatories(by)
    act = keccak(types.encode())[:4] + named.to_bytes(32, "big") + words
    filing = Sealed(named, 4_000, stage.now + DAY, (act,))
    signers = sorted(by, key=lambda officer: officer.number)
    try:
        stage.carry(filing.sealed_by(signers, stage.domain))
    except Reverted as answer:
        return answer.name
    raise AssertionError("a question ends with its answer")


def ask(stage: Stage, by: Sequence[Signs], party: int, power: int, entry: bytes = bytes(32)) -> bool:
    """Whether a party agrees with one power."""
    answer = question(stage, by, "isGiven", party, power, entry)
    assert answer in {"Yes", "No"}, answer
    return answer == "Yes"
