"""Signatures are checked when they arrive: whose they are, over what, and whether the key is the present one."""

from collections.abc import Callable

import pytest
from eth_hash.auto import keccak

from hardhat_free_env.testing import account
from ledger_api.domain.errors import InTheWay, LedgerError, NotFound, NotUnderstood, Refused
from ledger_api.domain.filing import contract_seal
from ledger_api.domain.progress import Progress
from ledger_api.filings.signatures import recovered
from ledger_api.store.filings import Sight
from tests.contracts.stage import Cast, Officer, Stage
from tests.contracts.stage.signers import CurveSigner, curve_key
from tests.ledger_api.filings.conftest import Acts
from tests.ledger_api.filings.office import ALL, Office, said
from tests.ledger_api.filings.test_composing import admission, binding


def add(office: Office, filing: str, officer: int, seal: bytes) -> LedgerError | None:
    """Why it was not taken in; None when it was."""
    try:
        office.signatures.add(filing, {officer: seal}, ALL, office.keyed("sign"), said)
    except LedgerError as error:
        return error
    return None


def test_a_filing_is_ready_when_the_last_has_signed(office: Office, cast: Cast) -> None:
    draft = office.draft([("admit", admission())], list(cast.operator.both))
    alice, bob = cast.operator.both
    assert office.sign(draft.id, [bob]).state is Progress.COLLECTING
    found = office.sign(draft.id, [alice])
    assert (found.state, found.signed) == (Progress.READY, (alice.number, bob.number))


def test_a_signature_by_another_key_is_refused(office: Office, cast: Cast, opening: Acts) -> None:
    draft = office.draft(opening, [cast.holder.one])
    error = add(office, draft.id, cast.holder.one.number, cast.second.one.seal(draft.digest))
    assert isinstance(error, Refused)
    assert (error.code, error.blocking) == ("wrong-signer", (f"O-{cast.holder.one.number}",))
    assert office.find(draft.id).state is Progress.DRAFT


def test_a_signature_over_another_filing_is_refused(office: Office, cast: Cast, opening: Acts) -> None:
    first, second = (office.draft(opening, [cast.holder.one]) for _ in range(2))
    error = add(office, second.id, cast.holder.one.number, cast.holder.one.seal(first.digest))
    assert error is not None
    assert error.code == "wrong-signer"


def test_a_bare_signature_of_65_bytes_will_do(office: Office, cast: Cast, opening: Acts) -> None:
    draft = office.draft(opening, [cast.holder.one])
    assert add(office, draft.id, cast.holder.one.number, cast.holder.one.seal(draft.digest)[1:]) is None
    assert office.find(draft.id).state is Progress.READY


SPOIL: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "short": lambda seal: seal[:-2],
    "long": lambda seal: seal + b"\0",
    "signer cut": lambda seal: b"\x14" + seal[1:10],
    "small signer": lambda seal: b"\x05" + seal[1:],
}


@pytest.mark.parametrize("how", sorted(SPOIL))
def test_a_malformed_seal_is_refused_as_such(office: Office, cast: Cast, opening: Acts, how: str) -> None:
    draft = office.draft(opening, [cast.holder.one])
    error = add(office, draft.id, cast.holder.one.number, SPOIL[how](cast.holder.one.seal(draft.digest)))
    assert isinstance(error, NotUnderstood)


@pytest.mark.parametrize("place", [1, 20, 40, 65])
def test_a_flipped_bit_makes_it_somebody_elses(office: Office, cast: Cast, opening: Acts, place: int) -> None:
    draft = office.draft(opening, [cast.holder.one])
    seal = bytearray(cast.holder.one.seal(draft.digest))
    seal[place] ^= 1
    error = add(office, draft.id, cast.holder.one.number, bytes(seal))
    assert error is not None
    assert error.code == "wrong-signer"


def test_the_upper_half_of_s_is_refused_as_the_ledger_would(cast: Cast) -> None:
    digest = keccak(b"anything")
    seal = cast.holder.one.seal(digest)
    order = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
    twin = (order - int.from_bytes(seal[33:65])).to_bytes(32)
    assert recovered(digest, seal[1:]) == cast.holder.one.account.address
    assert recovered(digest, seal[1:33] + twin + bytes((seal[65] ^ 7,))) is None


def test_an_officer_who_is_not_named_is_refused(office: Office, cast: Cast, opening: Acts) -> None:
    draft = office.draft(opening, [cast.holder.one])
    error = add(office, draft.id, cast.holder.two.number, cast.holder.two.seal(draft.digest))
    assert error is not None
    assert error.code == "officer-not-named"


def test_an_officer_out_of_office_is_refused(office: Office, cast: Cast, opening: Acts) -> None:
    draft = office.draft(opening, [cast.holder.one])
    revoked = ("revoke", {"officer": f"O-{cast.holder.one.number}", "reason": "sha256:" + "01" * 32})
    office.done([revoked], list(cast.operator.both))
    error = add(office, draft.id, cast.holder.one.number, cast.holder.one.seal(draft.digest))
    assert error is not None
    assert error.code == "officer-not-in-office"


def test_after_a_rotation_only_the_new_key_signs(office: Office, cast: Cast, opening: Acts) -> None:
    draft = office.draft(opening, [cast.holder.one])
    fresh = Officer(cast.holder.one.number, account(700))
    rotated = {
        "officer": f"O-{fresh.number}",
        "signer": "0x" + fresh.account.address.hex(),
        "reason": "sha256:" + "01" * 32,
    }
    office.done([("rotate", rotated)], list(cast.operator.both))
    error = add(office, draft.id, fresh.number, cast.holder.one.seal(draft.digest))
    assert error is not None
    assert error.code == "wrong-signer"
    assert add(office, draft.id, fresh.number, fresh.seal(draft.digest)) is None


def test_a_passkey_is_asked_of_its_verifier(office: Office, stage: Stage, cast: Cast) -> None:
    verifier, secret = stage.verifiers["ERC7913P256Verifier"], 77
    signer = verifier + curve_key(secret)
    officer = stage.book_line + 1
    bound = binding(0xC0DE, f"P-{cast.holder.number}", powers=["FILE"]) | {"signer": "0x" + signer.hex()}
    office.done([("bind", bound)], list(cast.operator.both))
    key = CurveSigner(officer, signer, secret=secret)
    content = {"content": "sha256:" + "77" * 32, "applicant": f"P-{cast.holder.number}"}
    draft = office.draft([("open", content)], [Officer(officer, cast.holder.one.account)])
    good = key.seal(draft.digest)
    bad = bytearray(good)
    bad[-1] ^= 1
    error = add(office, draft.id, officer, bytes(bad))
    assert error is not None
    assert error.code == "wrong-signer"
    assert add(office, draft.id, officer, good) is None
    assert office.submit(draft.id).status == 202
    office.carry()
    assert office.find(draft.id).state is Progress.FINAL


def test_a_contract_without_code_says_nothing(office: Office, cast: Cast, opening: Acts) -> None:
    draft = office.draft(opening, [cast.holder.one])
    seal = contract_seal(cast.holder.one.account.address, b"\x16\x26\xba\x7e")
    error = add(office, draft.id, cast.holder.one.number, seal)
    assert error is not None
    assert error.code == "wrong-signer"


def test_what_is_over_or_promised_takes_no_more_signatures(office: Office, cast: Cast, opening: Acts) -> None:
    record = office.accepted(opening, [cast.holder.one])
    error = add(office, record.id, cast.holder.one.number, cast.holder.one.seal(record.digest))
    assert isinstance(error, InTheWay)
    assert error.code == "filing-state"


def test_a_stranger_does_not_even_learn_that_there_is_a_filing(office: Office, cast: Cast, opening: Acts) -> None:
    draft = office.draft(opening, [cast.holder.one])
    seal = cast.holder.one.seal(draft.digest)
    stranger = Sight(owner="P-9999", party=9999)
    with pytest.raises(NotFound):
        office.signatures.add(draft.id, {cast.holder.one.number: seal}, stranger, office.keyed("sign"), said)
