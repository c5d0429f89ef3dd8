"""Filings: signed by exactly those named, for this ledger on this chain, once, in time; all acts happen or none."""

from dataclasses import replace
from typing import Any

import pytest
from eth_account import Account as Keys
from eth_account.messages import encode_typed_data
from eth_hash.auto import keccak
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hardhat_free_env.testing import Reverted, account
from hardhat_free_env.testing.abi import encode_call
from ledger_api.domain.words import Nonces, Party, PartyStatus
from tests.contracts.stage import Act, Cast, Sealed, Stage
from tests.contracts.stage.acting import domain_of, plain_seal
from tests.contracts.stage.stage import DAY

ROOTS = [keccak(b"data %d" % number) for number in range(8)]


def opening(cast: Cast, number: int = 0) -> tuple[Any, ...]:
    return ("open", 2, ROOTS[number], cast.holder)


def anchoring(number: int = 0) -> tuple[Any, ...]:
    """An act that needs both founders."""
    return ("anchorDay", 20_000 + number, 2, ROOTS[number])


def both_anchor(stage: Stage, cast: Cast) -> Sealed:
    """A filing signed by both founders."""
    return stage.sealed(cast.operator.both, [anchoring()])


# -------------------------------------------------------------------------------------------- what is signed


def test_a_filing_is_carried_by_anybody_and_logged_before_its_lines(stage: Stage, cast: Cast) -> None:
    filing = both_anchor(stage, cast)
    done = stage.carry(filing, carrier=account(900))
    filed, line = done.lines
    assert (filed.name, line.name) == ("Filed", "DayAnchored")
    assert filed["digest"] == filing.digest(stage.domain)
    assert (filed["by"], filed["acts"]) == (filing.by, 1)
    assert line["by"] == filing.by


def test_the_digest_is_what_a_wallet_signs_for_the_typed_data(stage: Stage, cast: Cast) -> None:
    filing = stage.sealed([cast.holder.one], [opening(cast), opening(cast, 1)])
    message = {
        "types": {
            "EIP712Domain": [
                {"name": "name", "type": "string"},
                {"name": "version", "type": "string"},
                {"name": "chainId", "type": "uint256"},
                {"name": "verifyingContract", "type": "address"},
            ],
            "Filing": [
                {"name": "acts", "type": "bytes[]"},
                {"name": "by", "type": "uint256"},
                {"name": "nonce", "type": "uint256"},
                {"name": "deadline", "type": "uint40"},
            ],
        },
        "primaryType": "Filing",
        "domain": {
            "name": "Data Rights Ledger",
            "version": "1",
            "chainId": stage.chain.node.chain_id,
            "verifyingContract": stage.ledger.checksum,
        },
        "message": {
            "acts": list(filing.acts),
            "by": filing.by,
            "nonce": filing.nonce,
            "deadline": filing.deadline,
        },
    }
    signed = Keys.sign_message(encode_typed_data(full_message=message), cast.holder.one.account.secret)
    assert bytes(signed.message_hash) == filing.digest(stage.domain)
    stage.carry(replace(filing, seals=(b"\0" + bytes(signed.signature),)))


def test_the_ledger_tells_its_domain(stage: Stage) -> None:
    assert stage.ledger.call("domainSeparator") == stage.domain


def test_a_filing_without_acts_is_refused(stage: Stage, cast: Cast) -> None:
    with stage.refused("FilingEmpty"):
        stage.file([cast.holder.one], [])


@pytest.mark.parametrize("part", ["act", "order", "deadline", "nonce", "another act"])
def test_anything_changed_after_signing_breaks_the_signature(stage: Stage, cast: Cast, part: str) -> None:
    filing = stage.sealed([cast.holder.one], [opening(cast, 1), opening(cast, 2)])
    by = filing.by
    changed = {
        "act": replace(filing, acts=(stage.encode(opening(cast, 3), by), filing.acts[1])),
        "order": replace(filing, acts=filing.acts[::-1]),
        "deadline": replace(filing, deadline=filing.deadline + 1),
        "nonce": replace(filing, nonce=filing.nonce + 1),
        "another act": replace(filing, acts=(*filing.acts, stage.encode(opening(cast, 4), by))),
    }[part]
    with stage.refused("KeyNotOfOfficer", officer=cast.holder.one):
        stage.carry(changed)
    stage.carry(filing)


@pytest.mark.parametrize("where", ["chain", "ledger"])
def test_a_signature_for_another_chain_or_ledger_is_refused(stage: Stage, cast: Cast, where: str) -> None:
    chain, ledger = stage.chain.node.chain_id, stage.ledger.address
    foreign = domain_of(chain + 1, ledger) if where == "chain" else domain_of(chain, b"\x11" * 20)
    filing = stage.sealed([cast.holder.one], [opening(cast)]).sealed_by([cast.holder.one], foreign)
    with stage.refused("KeyNotOfOfficer"):
        stage.carry(filing)


# -------------------------------------------------------------------------------------------- who signs


def test_officers_one_after_another_are_all_proved(stage: Stage, cast: Cast) -> None:
    everybody = [
        *cast.holder.both, *cast.second.both, *cast.maker.both, *cast.buyer.both, *cast.operator.both
    ]  # fmt: skip
    done = stage.file(everybody, [anchoring()])
    assert len(done.outcome.logs) == 2


def test_an_eleventh_officer_does_not_fit(stage: Stage, cast: Cast) -> None:
    """Its number would fit the sixteen bits that are left above ten."""
    players = (cast.operator, cast.registrar, cast.exchange, cast.holder, cast.second, cast.maker)
    eleven = [officer for player in players for officer in player.both][:11]
    by = sum(officer.number << (24 * place) for place, officer in enumerate(eleven))
    assert by >> 240 == eleven[-1].number > eleven[-2].number
    filing = Sealed(by, 80, stage.now + DAY, (stage.encode(anchoring(), by),))
    with stage.refused("WrongSeals"):
        stage.carry(filing.sealed_by(eleven, stage.domain))
    ten = stage.sealed(eleven[:10], [anchoring()])
    with stage.refused("WrongSeals"):
        stage.carry(replace(ten, seals=(*ten.seals, eleven[10].seal(ten.digest(stage.domain)))))


@pytest.mark.parametrize("how", ["missing", "none", "one more"])
def test_exactly_one_seal_for_each_officer(stage: Stage, cast: Cast, how: str) -> None:
    filing = both_anchor(stage, cast)
    first, second = filing.seals
    seals = {"missing": (first,), "none": (), "one more": (first, second, second)}
    with stage.refused("WrongSeals"):
        stage.carry(replace(filing, seals=seals[how]))


def test_one_officer_s_seal_does_not_count_for_another(stage: Stage, cast: Cast) -> None:
    filing = both_anchor(stage, cast)
    with stage.refused("KeyNotOfOfficer", officer=cast.operator.bob):
        stage.carry(replace(filing, seals=(filing.seals[0], filing.seals[0])))
    with stage.refused("KeyNotOfOfficer", officer=cast.operator.alice):
        stage.carry(replace(filing, seals=filing.seals[::-1]))
    with stage.refused("KeyNotOfOfficer", officer=cast.operator.bob):
        stage.carry(replace(filing, seals=(filing.seals[0], *filing.seals)))


@pytest.mark.parametrize("how", ["twice", "descending", "gap", "high bit", "leading gap"])
def test_signatories_not_strictly_ascending_and_zero_terminated_are_refused(stage: Stage, cast: Cast, how: str) -> None:
    alice, bob = cast.operator.both
    words = {
        "twice": alice.number | alice.number << 24,
        "descending": bob.number | alice.number << 24,
        "gap": alice.number | bob.number << 48,
        "high bit": alice.number | bob.number << 24 | 1 << 250,
        "leading gap": alice.number << 24 | bob.number << 48,
    }
    signers = {"twice": (alice, alice), "descending": (bob, alice)}.get(how, (alice, bob))
    by = words[how]
    filing = Sealed(by, 77, stage.now + DAY, (stage.encode(anchoring(), by),)).sealed_by(signers, stage.domain)
    with stage.refused("WrongSeals"):
        stage.carry(filing)
    three = replace(filing, seals=(*filing.seals, filing.seals[0]))
    with stage.refused("WrongSeals"):
        stage.carry(three)


def test_bits_above_ten_officers_are_refused(stage: Stage, cast: Cast) -> None:
    everybody = [
        *cast.holder.both, *cast.second.both, *cast.maker.both, *cast.buyer.both, *cast.operator.both
    ]  # fmt: skip
    ten = stage.sealed(everybody, [anchoring()])
    by = ten.by | 1 << 240
    signers = sorted(everybody, key=lambda officer: officer.number)
    filing = replace(ten, by=by, acts=(stage.encode(anchoring(), by),)).sealed_by(signers, stage.domain)
    with stage.refused("WrongSeals"):
        stage.carry(filing)


def test_nobody_named_means_nobody_signed(stage: Stage, cast: Cast) -> None:
    filing = Sealed(0, 0, stage.now + DAY, (stage.encode(anchoring(), 0),))
    with stage.refused("WrongSeals"):
        stage.carry(filing.sealed_by([], stage.domain))
    with stage.refused("WrongSeals"):
        stage.carry(filing.sealed_by([cast.operator.alice], stage.domain))


def test_an_act_that_names_others_than_its_filing_is_refused(stage: Stage, cast: Cast) -> None:
    alice, bob = cast.operator.both
    for named in (bob.number, alice.number | bob.number << 24, 0):
        act = stage.encode(anchoring(), named)
        filing = Sealed(alice.number, 50, stage.now + DAY, (act,)).sealed_by([alice], stage.domain)
        with stage.refused("SignedByOthers", by=named):
            stage.carry(filing)


def test_an_officer_out_of_office_cannot_sign(stage: Stage, cast: Cast) -> None:
    filing = both_anchor(stage, cast)
    stage.direct(cast.operator.bob, "revoke", cast.operator.bob, 2, ROOTS[0])
    with stage.refused("OfficerNotInOffice", officer=cast.operator.bob):
        stage.carry(filing)


# -------------------------------------------------------------------------------------------- once


def test_a_filing_is_carried_once(stage: Stage, cast: Cast) -> None:
    filing = both_anchor(stage, cast)
    stage.carry(filing)
    with stage.refused("NonceUsed", officer=cast.operator.alice, nonce=filing.nonce):
        stage.carry(filing)


def test_nonces_are_used_in_any_order_each_once(stage: Stage, cast: Cast) -> None:
    for position, nonce in enumerate((1 << 200, 5, 300, 4_000)):
        stage.file([cast.holder.one], [opening(cast, position)], nonce=nonce)
        with stage.refused("NonceUsed", nonce=nonce):
            stage.file([cast.holder.one], [opening(cast, 7)], nonce=nonce)


def test_only_the_first_signatory_s_nonce_is_spent(stage: Stage, cast: Cast) -> None:
    first, second = sorted(officer.number for officer in cast.operator.both)
    before = stage.word(Nonces, second, 0)
    filing = both_anchor(stage, cast)
    stage.carry(filing)
    assert stage.word(Nonces, first, filing.nonce >> 8).used >> (filing.nonce & 255) & 1
    assert stage.word(Nonces, second, 0) == before


def test_a_refused_filing_spends_nothing_and_can_be_carried_later(stage: Stage, cast: Cast) -> None:
    filing = stage.sealed([cast.holder.one], [opening(cast), opening(cast)])
    before = stage.next_nonce(cast.holder.one.number)
    with stage.refused("EntryExists"):
        stage.carry(filing)
    assert stage.next_nonce(cast.holder.one.number) == before


def test_all_acts_happen_or_none(stage: Stage, cast: Cast) -> None:
    line = stage.book_line
    with stage.refused("OnlyBlockTime"):
        stage.file(
            cast.operator.both, [anchoring(1), anchoring(2), Act("anchorDay", (20_000, 2, ROOTS[0]), at=stage.now)]
        )
    assert stage.book_line == line


# -------------------------------------------------------------------------------------------- in time


def test_a_filing_can_be_carried_until_the_second_of_its_deadline(stage: Stage, cast: Cast) -> None:
    filing = stage.sealed(cast.operator.both, [anchoring()], deadline=stage.now + 60)
    late = stage.sealed(cast.operator.both, [anchoring(1)], deadline=stage.now + 60, nonce=70)
    stage.chain.forward(seconds=60)
    stage.carry(filing)
    stage.chain.forward(seconds=1)
    with stage.refused("DeadlinePassed", deadline=late.deadline):
        stage.carry(late)


def test_a_deadline_lies_thirty_days_ahead_at_most(stage: Stage, cast: Cast) -> None:
    latest = stage.now + 30 * DAY
    with stage.refused("DeadlineTooFar", latest=latest):
        stage.file(cast.operator.both, [anchoring()], deadline=latest + 1)
    stage.file(cast.operator.both, [anchoring()], deadline=latest)


# -------------------------------------------------------------------------------------------- within a filing


def test_a_filing_is_no_act_of_a_filing(stage: Stage, cast: Cast) -> None:
    inner = stage.sealed([cast.holder.one], [opening(cast)])
    for name, arguments in (
        ("file", (inner.members,)),
        ("fileAll", ([inner.members], 500_000)),
        ("pause(bytes4[],bool)", ([], True)),
    ):
        act = encode_call(stage.abi, name, arguments)
        by = cast.holder.one.number
        act = act[:4] + by.to_bytes(32, "big") + act[36:]
        filing = Sealed(by, 60, stage.now + DAY, (act,)).sealed_by([cast.holder.one], stage.domain)
        with stage.refused("NoSuchAct", selector=act[:4]):
            stage.carry(filing)


def test_an_officer_dismissed_by_an_earlier_act_no_longer_agrees(stage: Stage, cast: Cast) -> None:
    alice, bob = cast.operator.both
    with stage.refused("TwoPersonsMissing", party=1):
        stage.file([alice, bob], [("revoke", bob, 2, ROOTS[0]), anchoring()])
    with stage.refused("AssentMissing", party=cast.holder):
        stage.file([cast.holder.one], [("revoke", cast.holder.one, 2, ROOTS[0]), opening(cast)])


def test_a_party_suspended_by_an_earlier_act_no_longer_agrees(stage: Stage, cast: Cast) -> None:
    suspended = replace(stage.word(Party, cast.holder), status=PartyStatus.SUSPENDED)
    with stage.refused("PartyNotActive", party=cast.holder):
        stage.file(
            [*cast.operator.both, cast.holder.one], [("amend", cast.holder, suspended, 2, ROOTS[0]), opening(cast)]
        )


def test_a_non_canonical_act_in_a_filing_is_refused(stage: Stage, cast: Cast) -> None:
    by = cast.holder.one.number
    act = stage.encode(opening(cast), by) + bytes(32)
    filing = Sealed(by, 61, stage.now + DAY, (act,)).sealed_by([cast.holder.one], stage.domain)
    with stage.refused("NotCanonical"):
        stage.carry(filing)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_flipped_bit_of_a_seal_or_of_what_is_signed_passes(stage: Stage, cast: Cast, data: st.DataObject) -> None:
    filing = both_anchor(stage, cast)
    part = data.draw(st.sampled_from(["seal", "act"]))
    blobs = filing.seals if part == "seal" else filing.acts
    index = data.draw(st.integers(0, len(blobs) - 1))
    bit = data.draw(st.integers(0, 8 * len(blobs[index]) - 1))
    blob = bytearray(blobs[index])
    blob[bit // 8] ^= 1 << (bit % 8)
    changed = (*blobs[:index], bytes(blob), *blobs[index + 1 :])
    spoilt = replace(filing, seals=changed) if part == "seal" else replace(filing, acts=changed)
    with pytest.raises(Reverted):
        stage.carry(spoilt)


def test_a_key_given_to_one_officer_signs_for_no_other(stage: Stage, cast: Cast) -> None:
    filing = both_anchor(stage, cast)
    digest = filing.digest(stage.domain)
    with stage.refused("KeyNotOfOfficer"):
        stage.carry(replace(filing, seals=(filing.seals[0], plain_seal(cast.holder.one.account, digest))))
