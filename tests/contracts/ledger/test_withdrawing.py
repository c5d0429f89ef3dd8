"""Taking a signature back, and pinning what one signed: one signatory stops a filing, nobody spends another's nonce."""

from dataclasses import replace
from typing import Any

import pytest
from eth_hash.auto import keccak

from ledger_api.domain.words import Journal, Nonces
from tests.contracts.stage import Cast, Sealed, Stage
from tests.contracts.stage.acting import acts_hash, word

ROOT = keccak(b"data")


def both(stage: Stage, cast: Cast, nonce: int = 500) -> Sealed:
    """A filing both founders have signed; alice is the first."""
    return stage.sealed(cast.operator.both, [("anchorDay", 20_000, 2, ROOT)], nonce=nonce)


def withdrawal(filing: Sealed) -> tuple[Any, ...]:
    return ("withdraw", filing.by, filing.nonce, filing.deadline, acts_hash(filing.acts))


@pytest.mark.parametrize("who", ["alice", "bob"])
def test_one_signatory_is_enough_to_stop_a_filing(stage: Stage, cast: Cast, who: str) -> None:
    filing = both(stage, cast)
    officer = cast.operator.officers[who]
    done = stage.direct(officer, *withdrawal(filing))
    (line,) = done.lines
    assert (line.name, line["digest"], line["by"]) == ("Withdrawn", filing.digest(stage.domain), officer.number)
    with stage.refused("NonceUsed" if who == "alice" else "FilingWithdrawn"):
        stage.carry(filing)


def test_a_filing_of_one_is_withdrawn_by_its_one(stage: Stage, cast: Cast) -> None:
    filing = stage.sealed([cast.holder.one], [("open", 2, ROOT, cast.holder)], nonce=500)
    stage.direct(cast.holder.one, *withdrawal(filing))
    with stage.refused("NonceUsed", nonce=500):
        stage.carry(filing)


def test_both_together_withdraw_by_a_filing(stage: Stage, cast: Cast) -> None:
    filing = both(stage, cast)
    stage.file(cast.operator.both, [withdrawal(filing)])
    with stage.refused("NonceUsed"):
        stage.carry(filing)


def test_who_has_not_been_named_cannot_withdraw(stage: Stage, cast: Cast) -> None:
    filing = both(stage, cast)
    with stage.refused("NotASignatory", by=cast.holder.one):
        stage.direct(cast.holder.one, *withdrawal(filing))
    with stage.refused("NotASignatory"):
        stage.file([cast.operator.bob, cast.holder.one], [withdrawal(filing)])
    stage.carry(filing)


def test_nobody_spends_another_s_nonce(stage: Stage, cast: Cast) -> None:
    alice, bob = cast.operator.both
    filing = both(stage, cast)
    stage.direct(bob, *withdrawal(filing))
    assert stage.word(Nonces, alice, filing.nonce >> 8).used == 0
    other = stage.sealed(cast.operator.both, [("anchorDay", 20_001, 2, ROOT)], nonce=filing.nonce)
    stage.carry(other)


def test_withdrawing_one_filing_stops_no_other(stage: Stage, cast: Cast) -> None:
    filing, other = both(stage, cast), both(stage, cast, nonce=501)
    stage.direct(cast.operator.bob, *withdrawal(filing))
    stage.carry(other)


@pytest.mark.parametrize("change", [{"nonce": 501}, {"deadline": 2_000_000_000}, {"acts": (b"other",)}])
def test_a_withdrawal_stops_exactly_the_filing_it_describes(stage: Stage, cast: Cast, change: dict[str, Any]) -> None:
    filing = both(stage, cast)
    stage.direct(cast.operator.bob, *withdrawal(replace(filing, **change)))
    stage.carry(filing)


@pytest.mark.parametrize("who", ["alice", "bob"])
def test_what_has_been_carried_is_not_withdrawn_any_more(stage: Stage, cast: Cast, who: str) -> None:
    filing = both(stage, cast)
    stage.carry(filing)
    with stage.refused("NonceUsed", officer=cast.operator.alice, nonce=filing.nonce):
        stage.direct(cast.operator.officers[who], *withdrawal(filing))


def test_a_withdrawal_in_the_same_block_counts_when_it_comes_first(stage: Stage, cast: Cast) -> None:
    filing = both(stage, cast)
    stage.direct(cast.operator.bob, *withdrawal(filing))
    done = stage.carry_all([filing])
    assert done.line("Refused")["error"] == keccak(b"FilingWithdrawn(bytes32)")[:4]


# -------------------------------------------------------------------------------------------- pin


def entry_of(cast: Cast) -> bytes:
    """The id of the holder's entry over ROOT."""
    return keccak(word(1) + word(2) + ROOT + word(cast.holder.number))


def test_a_pin_at_the_present_edition_passes_and_leaves_no_trace(stage: Stage, cast: Cast) -> None:
    stage.direct(cast.holder.one, "open", 2, ROOT, cast.holder)
    entry = entry_of(cast)
    before = stage.storage(Journal, entry)
    done = stage.file(cast.operator.both, [("pin", entry, 0), ("anchorDay", 20_000, 2, ROOT)])
    assert [line.name for line in done.lines] == ["Filed", "DayAnchored"]
    assert stage.storage(Journal, entry) == before


def test_a_pin_at_another_edition_stops_the_filing(stage: Stage, cast: Cast) -> None:
    stage.direct(cast.holder.one, "open", 2, ROOT, cast.holder)
    line = stage.book_line
    with stage.refused("EditionMoved", edition=0):
        stage.file(cast.operator.both, [("pin", entry_of(cast), 1), ("anchorDay", 20_000, 2, ROOT)])
    assert stage.book_line == line


def test_a_pin_on_an_entry_that_is_not_there_stops_the_filing(stage: Stage, cast: Cast) -> None:
    with stage.refused("NoSuchEntry"):
        stage.file(cast.operator.both, [("pin", entry_of(cast), 0)])
