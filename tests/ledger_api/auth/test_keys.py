import pytest

from ledger_api.auth.keys import digest_of, draw, id_of, is_key


def test_a_drawn_key_names_its_id_and_fits_its_digest() -> None:
    key = draw()
    assert key.text.startswith(f"dpr_live_{key.id}_")
    assert id_of(key.text) == key.id
    assert is_key(key.text, digest_of(key.text))


def test_two_keys_differ() -> None:
    assert draw().text != draw().text


def test_another_secret_is_not_the_key() -> None:
    key, other = draw(), draw()
    assert not is_key(other.text, digest_of(key.text))


def test_a_key_never_shows_its_secret_in_a_repr() -> None:
    key = draw()
    assert key.text not in repr(key)


@pytest.mark.parametrize("text", ["", "dpr_live_", "dpr_live_abc_def", "dpr_test_" + "a" * 16 + "_" + "b" * 52])
def test_what_has_not_the_shape_of_a_key_has_no_id(text: str) -> None:
    assert id_of(text) is None
