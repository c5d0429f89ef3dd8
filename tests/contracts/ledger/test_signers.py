"""Seals: one form for a plain key's signature, passkeys and wallets bounded in gas and number, no way for a signer to write."""

from dataclasses import replace
from typing import Any

import pytest
from eth_hash.auto import keccak

from hardhat_free_env.testing import Reverted
from ledger_api.domain.words import Nonces
from tests.contracts.stage import Cast, Sealed, Stage
from tests.contracts.stage.signers import (
    ContractSigner,
    CurveSigner,
    Passkey,
    VerifiedSigner,
    bind,
    curve_key,
    place,
)

ROOT = keccak(b"data")
ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
WALLET = b"wallet"


def opening(cast: Cast) -> tuple[Any, ...]:
    return ("open", 2, ROOT, cast.holder)


def filed(stage: Stage, cast: Cast) -> Sealed:
    """A filing of one officer with a plain key."""
    return stage.sealed([cast.holder.one], [opening(cast)])


def spoilt(filing: Sealed, seal: bytes) -> Sealed:
    return replace(filing, seals=(seal,))


# -------------------------------------------------------------------------------------------- plain keys


def test_the_other_s_of_the_same_signature_is_refused(stage: Stage, cast: Cast) -> None:
    filing = filed(stage, cast)
    seal = filing.seals[0]
    s = ORDER - int.from_bytes(seal[33:65], "big")
    other = seal[:33] + s.to_bytes(32, "big") + bytes((55 - seal[65],))
    with stage.refused("BadSeal", position=0):
        stage.carry(spoilt(filing, other))


@pytest.mark.parametrize("v", [0, 1, 26, 29, 255])
def test_a_recovery_value_other_than_27_and_28_is_refused(stage: Stage, cast: Cast, v: int) -> None:
    filing = filed(stage, cast)
    with stage.refused("BadSeal"):
        stage.carry(spoilt(filing, filing.seals[0][:65] + bytes((v,))))


@pytest.mark.parametrize("length", [0, 1, 2, 65, 67, 98])
def test_a_seal_of_any_other_length_is_refused(stage: Stage, cast: Cast, length: int) -> None:
    filing = filed(stage, cast)
    with stage.refused("BadSeal"):
        stage.carry(spoilt(filing, (filing.seals[0] + bytes(64))[:length]))


def test_a_signature_of_nobody_is_refused(stage: Stage, cast: Cast) -> None:
    for r, s in ((0, 1), (1, 0), (ORDER, 1), (5, 1)):
        seal = b"\0" + r.to_bytes(32, "big") + s.to_bytes(32, "big") + b"\x1b"
        filing = spoilt(filed(stage, cast), seal)
        with stage.refused("BadSeal"):
            stage.carry(filing)


def test_the_position_of_a_bad_seal_is_told(stage: Stage, cast: Cast) -> None:
    filing = stage.sealed(cast.operator.both, [("anchorDay", 20_000, 2, ROOT)])
    with stage.refused("BadSeal", position=1):
        stage.carry(replace(filing, seals=(filing.seals[0], b"\0" * 66)))


# -------------------------------------------------------------------------------------------- wallets (ERC-1271)


def wallet_officer(stage: Stage, cast: Cast, name: str, signature: bytes) -> ContractSigner:
    contract = place(stage, name)
    return ContractSigner(bind(stage, cast.operator, cast.holder, contract.address), contract.address, signature)


def test_a_wallet_signs_what_it_approves(stage: Stage, cast: Cast) -> None:
    wallet = place(stage, "Wallet")
    officer = ContractSigner(bind(stage, cast.operator, cast.holder, wallet.address), wallet.address, WALLET)
    filing = stage.sealed([officer], [opening(cast)])
    with stage.refused("BadSeal"):
        stage.carry(filing)
    wallet.transact("approve", filing.digest(stage.domain))
    stage.carry(filing)


def test_a_wallet_that_is_not_the_officer_s_is_refused(stage: Stage, cast: Cast) -> None:
    own = wallet_officer(stage, cast, "Grump", b"")
    stranger = place(stage, "Babbler")
    filing = stage.sealed([own], [opening(cast)])
    seal = ContractSigner(own.number, stranger.address, (32).to_bytes(32, "big")).seal(b"")
    with stage.refused("KeyNotOfOfficer"):
        stage.carry(spoilt(filing, seal))


def test_a_wallet_that_reverts_has_not_signed(stage: Stage, cast: Cast) -> None:
    with stage.refused("BadSeal"):
        stage.file([wallet_officer(stage, cast, "Grump", b"")], [opening(cast)])


def test_an_address_without_code_has_not_signed(stage: Stage, cast: Cast) -> None:
    # the identity precompile at 4 answers with what it is asked: of a verifier a word that begins with the right four bytes
    # and ends in zeros, as a right answer does
    for address in (bytes(19) + b"\4", b"\x77" * 20, cast.holder.two.account.address[:19] + b"\1"):
        for signer in (address, address + b"key"):
            officer = ContractSigner(bind(stage, cast.operator, cast.holder, signer), signer, b"")
            with stage.refused("BadSeal"):
                stage.file([officer], [opening(cast)])


@pytest.mark.parametrize("key", [b"", b"key"], ids=["wallet", "verifier"])
def test_a_wallet_that_calls_back_achieves_nothing(stage: Stage, cast: Cast, key: bytes) -> None:
    """Neither does a verifier (ERC-7913)."""
    mischief = place(stage, "Mischief")
    signer = mischief.address + key
    officer = ContractSigner(bind(stage, cast.operator, cast.holder, signer), signer, b"")
    inner = stage.sealed([cast.holder.two], [("open", 2, keccak(b"other"), cast.holder)])
    attempt = stage.ledger.encode("file", inner.members)
    mischief.transact("plan", stage.ledger.address, attempt)
    done = stage.file([officer], [opening(cast)])
    assert [line.name for line in done.lines] == ["Filed", "Opened"]
    stage.carry(inner)


def test_the_same_filing_cannot_be_carried_from_within_its_own_signing(stage: Stage, cast: Cast) -> None:
    mischief = place(stage, "Mischief")
    officer = ContractSigner(bind(stage, cast.operator, cast.holder, mischief.address), mischief.address, b"")
    filing = stage.sealed([officer], [opening(cast)])
    mischief.transact("plan", stage.ledger.address, stage.ledger.encode("file", filing.members))
    assert [line.name for line in stage.carry(filing).lines] == ["Filed", "Opened"]
    with stage.refused("NonceUsed"):
        stage.carry(filing)


def test_a_wallet_answers_with_at_least_a_word(stage: Stage, cast: Cast) -> None:
    for size, passes in ((4, False), (31, False), (32, True), (4096, True)):
        officer = wallet_officer(stage, cast, "Babbler", size.to_bytes(32, "big"))
        act = ("open", 2, keccak(b"babble %d" % size), cast.holder)
        if passes:
            stage.file([officer], [act])
        else:
            with stage.refused("BadSeal"):
                stage.file([officer], [act])


def test_a_wallet_that_burns_its_gas_has_not_signed_and_burns_no_more_than_its_stipend(
    stage: Stage, cast: Cast
) -> None:
    officer = wallet_officer(stage, cast, "Burner", (0).to_bytes(32, "big"))
    with pytest.raises(Reverted) as caught:
        stage.file([officer], [opening(cast)])
    assert caught.value.name == "BadSeal"
    assert 400_000 < caught.value.gas_used < 520_000


def test_a_wallet_may_use_its_whole_stipend(stage: Stage, cast: Cast) -> None:
    officer = wallet_officer(stage, cast, "Burner", (2_000).to_bytes(32, "big"))
    done = stage.file([officer], [opening(cast)])
    assert done.gas > 400_000


def test_too_little_gas_to_ask_a_wallet_is_the_carrier_s_fault(stage: Stage, cast: Cast) -> None:
    officer = wallet_officer(stage, cast, "Burner", (380_000).to_bytes(32, "big"))
    filing = stage.sealed([officer], [opening(cast)])
    before = stage.word(Nonces, officer.number, 0)
    with stage.refused("StipendMissing"):
        stage.carry(filing, gas=440_000)
    assert stage.word(Nonces, officer.number, 0) == before
    stage.carry(filing, gas=700_000)


def test_four_contract_signers_are_the_most(stage: Stage, cast: Cast) -> None:
    verifier = place(stage, "Verifier").address
    officers = []
    for number in range(5):
        signer = verifier + b"key %d" % number
        officers.append(VerifiedSigner(bind(stage, cast.operator, cast.holder, signer), signer))
    stage.file([*officers[:4], cast.holder.one], [opening(cast)])
    with stage.refused("WrongSeals"):
        stage.file(officers, [("open", 2, keccak(b"other"), cast.holder)])


# -------------------------------------------------------------------------------------------- keys that a verifier knows


def test_a_passkey_signs(stage: Stage, cast: Cast) -> None:
    signer = stage.verifiers["ERC7913WebAuthnVerifier"] + curve_key(7)
    officer = Passkey(bind(stage, cast.operator, cast.holder, signer), signer, secret=7)
    done = stage.file([officer], [opening(cast)])
    assert done.gas < 600_000


@pytest.mark.parametrize("change", [{"flags": 0x01}, {"flags": 0x04}, {"kind": "webauthn.create"}, {"secret": 8}])
def test_a_passkey_s_assertion_must_be_whole(stage: Stage, cast: Cast, change: dict[str, Any]) -> None:
    signer = stage.verifiers["ERC7913WebAuthnVerifier"] + curve_key(7)
    officer = Passkey(bind(stage, cast.operator, cast.holder, signer), signer, secret=7)
    with stage.refused("BadSeal"):
        stage.file([replace(officer, **change)], [opening(cast)])


def test_a_passkey_s_assertion_for_another_filing_is_refused(stage: Stage, cast: Cast) -> None:
    signer = stage.verifiers["ERC7913WebAuthnVerifier"] + curve_key(7)
    officer = Passkey(bind(stage, cast.operator, cast.holder, signer), signer, secret=7)
    first = stage.sealed([officer], [opening(cast)])
    second = stage.sealed([officer], [opening(cast)], nonce=9)
    with stage.refused("BadSeal"):
        stage.carry(replace(second, seals=first.seals))


def test_a_p256_key_signs(stage: Stage, cast: Cast) -> None:
    signer = stage.verifiers["ERC7913P256Verifier"] + curve_key(9)
    officer = CurveSigner(bind(stage, cast.operator, cast.holder, signer), signer, secret=9)
    stage.file([officer], [opening(cast)])
    with stage.refused("BadSeal"):
        stage.file([replace(officer, secret=10)], [("open", 2, keccak(b"other"), cast.holder)])


def test_verifier_and_key_together_are_the_signer(stage: Stage, cast: Cast) -> None:
    verifier = place(stage, "Verifier").address
    officer = VerifiedSigner(bind(stage, cast.operator, cast.holder, verifier + b"mine"), verifier + b"mine")
    other = VerifiedSigner(officer.number, verifier + b"other")
    with stage.refused("KeyNotOfOfficer"):
        stage.file([other], [opening(cast)])
    twin = VerifiedSigner(officer.number, place(stage, "Verifier").address + b"mine")
    with stage.refused("KeyNotOfOfficer"):
        stage.file([twin], [opening(cast)])
    stage.file([officer], [opening(cast)])


@pytest.mark.parametrize("length", [1, 19])
def test_a_signer_shorter_than_an_address_is_refused(stage: Stage, cast: Cast, length: int) -> None:
    filing = filed(stage, cast)
    with stage.refused("BadSeal"):
        stage.carry(spoilt(filing, bytes((length,)) + bytes(64)))


def test_a_signer_longer_than_its_seal_is_refused(stage: Stage, cast: Cast) -> None:
    filing = filed(stage, cast)
    with stage.refused("BadSeal"):
        stage.carry(spoilt(filing, bytes((200,)) + bytes(199)))
