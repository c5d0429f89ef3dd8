"""Carrying several filings: each on its own, none starved by its carrier, and no failure that costs the others."""

from dataclasses import replace

from eth_hash.auto import keccak

from hardhat_free_env.compiler.artifacts import load
from hardhat_free_env.compiler.build import compile_text
from hardhat_free_env.testing import Reverted, account
from ledger_api.domain.words import Nonces, Page
from tests.contracts.stage import Cast, Done, Sealed, Stage
from tests.contracts.stage.signers import ContractSigner, bind, place


def root(number: int) -> bytes:
    return keccak(b"carried %d" % number)


def openings(stage: Stage, cast: Cast, count: int) -> list[Sealed]:
    """Filings of one officer, each opening another entry."""
    acts = [("open", 2, root(number), cast.holder) for number in range(count)]
    return [stage.sealed([cast.holder.one], [act], nonce=100 + place) for place, act in enumerate(acts)]


def names(done: Done) -> list[str]:
    return [line.name for line in done.lines]


def test_several_filings_happen_in_one_transaction(stage: Stage, cast: Cast) -> None:
    done = stage.carry_all(openings(stage, cast, 3), carrier=account(900))
    assert names(done) == ["Filed", "Opened"] * 3


def test_a_filing_that_fails_is_logged_with_its_error_and_costs_no_other(stage: Stage, cast: Cast) -> None:
    first, second, third = openings(stage, cast, 3)
    again = stage.sealed([cast.holder.one], [("open", 2, root(0), cast.holder)], nonce=200)
    done = stage.carry_all([first, again, replace(second, deadline=1), third])
    assert names(done) == ["Filed", "Opened", "Refused", "Refused", "Filed", "Opened"]
    refusals = done.all("Refused")
    assert refusals[0]["digest"] == again.digest(stage.domain)
    assert refusals[0]["error"] == keccak(b"EntryExists(bytes32)")[:4]
    assert refusals[1]["error"] == keccak(b"DeadlinePassed(uint256)")[:4]


def test_what_a_failed_filing_did_before_it_failed_is_undone(stage: Stage, cast: Cast) -> None:
    acts = [("open", 2, root(0), cast.holder), ("open", 2, root(0), cast.holder)]
    failing = stage.sealed([cast.holder.one], acts, nonce=300)
    done = stage.carry_all([failing])
    assert names(done) == ["Refused"]
    assert stage.word(Nonces, cast.holder.one.number, 1).used == 0
    stage.file([cast.holder.one], [("open", 2, root(0), cast.holder)], nonce=300)


def test_the_carrier_guarantees_each_filing_its_gas_or_nothing_happens(stage: Stage, cast: Cast) -> None:
    filings = openings(stage, cast, 3)
    with stage.refused("NotEnoughGas", position=0):
        stage.carry_all(filings, 900_000, gas=500_000)
    with stage.refused("NotEnoughGas", position=2):
        stage.carry_all(filings, 400_000, gas=560_000)
    assert names(stage.carry_all(filings, 400_000, gas=800_000)) == ["Filed", "Opened"] * 3


def test_whatever_the_carrier_sends_no_filing_is_starved(stage: Stage, cast: Cast) -> None:
    """With enough guaranteed for each, either all happen or the whole transaction reverts."""
    mark = stage.mark()
    seen = set()
    for gas in range(300_000, 700_000, 20_000):
        seen.add(outcome_with(stage, openings(stage, cast, 3), gas))
        stage.rewind(mark)
    assert seen == {("NotEnoughGas",), ("Filed", "Opened") * 3}


def outcome_with(stage: Stage, filings: list[Sealed], gas: int) -> tuple[str, ...]:
    """Names of the lines, or of the error."""
    try:
        return tuple(names(stage.carry_all(filings, 200_000, gas=gas)))
    except Reverted as refused:
        return (refused.name,)


def test_a_filing_uses_at_most_its_share(stage: Stage, cast: Cast) -> None:
    burner = place(stage, "Burner").address
    number = bind(stage, cast.operator, cast.holder, burner)
    greedy = ContractSigner(number, burner, (0).to_bytes(32, "big"))
    burning = stage.sealed([greedy], [("open", 2, root(9), cast.holder)])
    (good,) = openings(stage, cast, 1)
    done = stage.carry_all([burning, good], 500_000)
    assert names(done) == ["Refused", "Filed", "Opened"]
    assert done.gas < 900_000


def test_an_exhausted_filing_leaves_no_error_bytes(stage: Stage, cast: Cast) -> None:
    done = stage.carry_all(openings(stage, cast, 1), 60_000)
    assert done.line("Refused")["error"] == bytes(4)


def test_none_at_all_is_nothing(stage: Stage) -> None:
    assert stage.carry_all([]).lines == ()


LOUD = """
// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Signatories} from "contracts/types/Signatories.sol";

contract Loud {
    function shout(Signatories, uint256 size) external pure {
        assembly { revert(0, size) }
    }
}
"""


def test_however_long_a_filing_s_error_is_the_others_pay_nothing_for_it(stage: Stage, cast: Cast) -> None:
    """A chapter that reverts with a megabyte; copying it would cost two million gas more than is allowed here."""
    (loud,) = compile_text("tests/Loud.sol", LOUD).values()
    selector = bytes.fromhex(loud.method_identifiers["shout(uint256,uint256)"])
    page = Page(chapter=int.from_bytes(stage.chain.deploy(loud).address, "big"), words=2)
    manager = stage.chain.at(load("AccessManager"), bytes.fromhex(stage.ledger.call("authority")[2:]))
    assigning = stage.ledger.encode("assign", [(selector, page.encode())])
    manager.transact("execute", stage.ledger.address, assigning, sender=account(1))
    by = cast.holder.two.number
    shout = selector + by.to_bytes(32, "big") + (1 << 20).to_bytes(32, "big")
    shouting = Sealed(by, 0, stage.now + 60, (shout,)).sealed_by([cast.holder.two], stage.domain)
    (good,) = openings(stage, cast, 1)
    done = stage.carry_all([shouting, good], 5_000_000)
    assert names(done) == ["Refused", "Filed", "Opened"]
    assert done.line("Refused")["error"] == bytes(4)
    assert 4_300_000 < done.gas < 4_900_000
