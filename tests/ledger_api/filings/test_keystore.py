"""Keystores that other programs write are opened, and nothing else is."""

import json
from pathlib import Path
from typing import Literal

import pytest
from eth_account import Account

from ledger_api.filings.keystore import KeySigner, KeystoreUnreadable, open_keystore

SECRET = bytes(range(1, 33))


@pytest.mark.parametrize("kdf, cost", [("scrypt", 1 << 12), ("pbkdf2", 1000)])
def test_a_keystore_of_another_program_opens_with_its_passphrase(
    tmp_path: Path, kdf: Literal["scrypt", "pbkdf2"], cost: int
) -> None:
    path = tmp_path / "key.json"
    path.write_text(json.dumps(Account.encrypt(SECRET, "热词 pass", kdf=kdf, iterations=cost)))
    signer = open_keystore(path, "热词 pass")
    assert "0x" + signer.address.hex() == Account.from_key(SECRET).address.lower()
    with pytest.raises(KeystoreUnreadable, match="passphrase"):
        open_keystore(path, "热词 Pass")


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"crypto": 1}', '{"crypto": {"kdf": "bcrypt", "kdfparams": {}}}'])
def test_what_is_no_keystore_is_refused_as_such(tmp_path: Path, text: str) -> None:
    path = tmp_path / "key.json"
    path.write_text(text)
    with pytest.raises(KeystoreUnreadable):
        open_keystore(path, "pass")


def test_a_keystore_that_is_not_there_is_refused_as_such(tmp_path: Path) -> None:
    with pytest.raises(KeystoreUnreadable):
        open_keystore(tmp_path / "none.json", "pass")


def test_the_secret_does_not_stand_in_what_is_printed() -> None:
    assert SECRET.hex() not in repr(KeySigner.of(SECRET))
