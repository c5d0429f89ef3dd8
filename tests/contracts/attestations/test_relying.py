"""What other chapters ask of an attestation: may one rely on it on this day, for this purpose?"""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from hardhat_free_env.testing import Contract, LocalChain, Reverted
from ledger_api.domain.words import (
    Accreditation,
    AccreditationKind,
    AccreditationStatus,
    Attestation,
    AttestationKind,
    AttestationPurpose,
    AttestationState,
    Head,
    Headline,
    Members,
)
from tests.contracts.core.harnesses import deploy
from tests.contracts.stage.stage import day, instant

ATTESTING = """
// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Attesting} from "contracts/core/Attesting.sol";
import {Entries} from "contracts/core/Entries.sol";
import {Parties} from "contracts/core/Parties.sol";
import {EntryId} from "contracts/types/EntryId.sol";
import {Attestation} from "contracts/types/words/Attestations.sol";
import {Head} from "contracts/types/words/Entries.sol";
import {Accreditation, Members} from "contracts/types/words/Parties.sol";

contract AttestingHarness {
    function put(EntryId entry, uint256 number, Attestation a) external { Attesting.save(entry, number, a); }
    function head(EntryId entry, Head h) external { Entries.setHead(entry, h); }
    function accredit(uint256 party, uint256 kind, Accreditation a) external { Parties.store().accreditations[party][kind] = a; }
    function join(uint256 party, Members m) external { Parties.store().members[party] = m; }
    function serves(EntryId e, uint256 n, uint256 kind, uint256 purpose, uint256 time) external view returns (bool) {
        return Attesting.serves(e, n, kind, purpose, time);
    }
    function needs(EntryId e, uint256 n, uint256 kind, uint256 purpose, uint256 time) external view {
        Attesting.needs(e, n, kind, purpose, time);
    }
}
"""
ENTRY = bytes(31) + b"\x01"
REPORT = Attestation(
    kind=AttestationKind.VALUATION,
    state=AttestationState.ACTIVE,
    purpose=AttestationPurpose.PLEDGE,
    headline=Headline.STATED,
    attestor=7,
    base=day("2026-06-30"),
    issued=day("2026-07-10"),
    until=day("2030-01-01"),
)
"""As of 30 June 2026; it says longer than twelve months of itself."""
NOW = "2026-08-03"


@pytest.fixture(scope="module")
def made() -> Iterator[tuple[LocalChain, Contract]]:
    """The library, opened, in August 2026."""
    with LocalChain(time=instant(NOW)) as chain:
        yield chain, deploy(chain, ATTESTING)


@pytest.fixture
def ask(made: tuple[LocalChain, Contract]) -> Iterator["Ask"]:
    """An accredited appraiser's report on data that party 3 holds and party 4 registers."""
    chain, contract = made
    mark = chain.mark()
    asking = Ask(chain, contract)
    asking.report()
    asking.accreditation(AccreditationStatus.ACTIVE)
    contract.transact("head", ENTRY, Head(holder=(3, 3, 3), registrar=4).encode())
    yield asking
    chain.rewind(mark)


class Ask:
    """Questions about one report."""

    def __init__(self, chain: LocalChain, contract: Contract) -> None:
        self.chain, self.contract = chain, contract

    def report(self, **changes: int) -> None:
        """Change the report."""
        self.contract.transact("put", ENTRY, 5, replace(REPORT, **changes).encode())  # type: ignore[arg-type]

    def accreditation(self, status: AccreditationStatus, until: str = "2035-01-01") -> None:
        """Change its attestor's licence to appraise."""
        word = Accreditation(status=status, from_=1, until=instant(until))
        self.contract.transact("accredit", 7, AccreditationKind.APPRAISAL_FILING, word.encode())

    def serves(
        self, on: str = NOW, kind: int = AttestationKind.VALUATION, purpose: int = AttestationPurpose.PLEDGE
    ) -> bool:
        """Whether it may be relied on."""
        return bool(self.contract.call("serves", ENTRY, 5, kind, purpose, instant(on)))


def test_a_report_in_force_serves_its_purpose(ask: Ask) -> None:
    """Rules 80, 118."""
    assert ask.serves()
    assert ask.serves(purpose=AttestationPurpose.NONE)


def test_a_report_serves_no_other_kind_nor_purpose(ask: Ask) -> None:
    """Rule 80."""
    assert not ask.serves(kind=AttestationKind.COMPLIANCE)
    assert not ask.serves(purpose=AttestationPurpose.LEASE)


@pytest.mark.parametrize("state", [each for each in AttestationState if each is not AttestationState.ACTIVE])
def test_a_report_not_fully_signed_or_taken_back_serves_nothing(ask: Ask, state: AttestationState) -> None:
    """Rule 118."""
    ask.report(state=state)
    assert not ask.serves()


def test_a_report_serves_from_the_day_it_was_issued_to_its_last(ask: Ask) -> None:
    """Rule 118: by legal time and by block time."""
    ask.report(until=day(NOW))
    assert ask.serves()
    assert not ask.serves("2026-08-04")
    assert not ask.serves("2026-07-09")
    assert ask.serves("2026-07-10")
    ask.report(until=day("2026-08-02"))
    assert not ask.serves("2026-08-02")
    ask.report(issued=day("2026-08-04"))
    assert not ask.serves("2026-08-04")


def test_a_base_day_older_than_twelve_months_serves_nothing(ask: Ask) -> None:
    """Rule 80: whatever the report says of its validity."""
    ask.chain.forward(seconds=instant("2027-06-29") - ask.chain.now)
    assert ask.serves("2027-06-29")
    assert not ask.serves("2027-06-30")
    ask.chain.forward(seconds=86_400)
    assert not ask.serves("2027-06-29")


def test_what_did_not_pass_is_not_relied_on(ask: Ask) -> None:
    ask.report(headline=Headline.NOT_PASSED)
    assert not ask.serves()


@pytest.mark.parametrize("status", [AccreditationStatus.SUSPENDED, AccreditationStatus.REMOVED])
def test_a_suspended_accreditation_suspends_what_was_attested_under_it(ask: Ask, status: AccreditationStatus) -> None:
    """Rule 118: and lets it live again."""
    ask.accreditation(status)
    assert not ask.serves()
    ask.accreditation(AccreditationStatus.ACTIVE)
    assert ask.serves()


def test_an_accreditation_that_ran_out_or_was_given_up_takes_nothing_back(ask: Ask) -> None:
    """Rule 118: past reports stand."""
    ask.accreditation(AccreditationStatus.ACTIVE, until="2026-08-01")
    assert ask.serves()
    ask.accreditation(AccreditationStatus.EXITED)
    assert ask.serves()


@pytest.mark.parametrize("holder", [(7, 3, 3), (3, 7, 3), (3, 3, 7), (3, 3, 8)])
def test_whoever_came_to_hold_the_data_is_not_relied_on(ask: Ask, holder: tuple[int, int, int]) -> None:
    """Rule 6: alone or as a member of a joint holding."""
    ask.contract.transact("join", 8, Members(member=(6, 7, 0, 0, 0, 0, 0, 0)).encode())
    ask.contract.transact("head", ENTRY, Head(holder=holder, registrar=4).encode())
    assert not ask.serves()


def test_nor_is_the_registrar_who_decided(ask: Ask) -> None:
    """Rule 6: an opinion may precede the application it decides."""
    ask.contract.transact("head", ENTRY, Head(holder=(3, 3, 3), registrar=7).encode())
    assert not ask.serves()


def test_a_guard_that_needs_one_names_it(ask: Ask) -> None:
    """Rule 118."""
    terms = (ENTRY, 5, AttestationKind.VALUATION, AttestationPurpose.PLEDGE, instant(NOW))
    ask.contract.call("needs", *terms)
    ask.report(state=AttestationState.REVOKED)
    with pytest.raises(Reverted) as caught:
        ask.contract.call("needs", *terms)
    assert (caught.value.name, caught.value.arguments["number"]) == ("AttestationNotUsable", 5)
