"""The content fingerprint follows docs/fingerprint.md, however the bytes arrive."""

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger_api.domain.fingerprint import (
    LARGEST,
    LEAF_BYTES,
    ContentRefused,
    Member,
    Tree,
    file_root,
    folder_root,
    manifest,
    normal_path,
)

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "fingerprint.json").read_text(encoding="utf-8"))


def _pattern(length: int) -> bytes:
    return (bytes(range(251)) * (length // 251 + 1))[:length]


def _members(listed: list[dict[str, Any]]) -> list[Member]:
    return [Member(each["path"], len(each["text"].encode()), file_root(each["text"].encode())) for each in listed]


@pytest.mark.parametrize("vector", VECTORS["files"], ids=lambda vector: vector["length"])
def test_a_file_has_the_root_of_its_vector(vector: dict[str, Any]) -> None:
    assert file_root(_pattern(vector["length"])).hex() == vector["root"]


@pytest.mark.parametrize("vector", VECTORS["folders"], ids=lambda vector: vector["name"])
def test_a_folder_has_the_manifest_and_root_of_its_vector(vector: dict[str, Any]) -> None:
    members = _members(vector["members"])
    assert manifest(members).decode() == vector["manifest"]
    assert folder_root(members).hex() == vector["root"]
    assert folder_root(reversed(members)).hex() == vector["root"]


@pytest.mark.parametrize("vector", VECTORS["refused"], ids=lambda vector: vector["name"])
def test_what_has_no_fingerprint_is_refused(vector: dict[str, Any]) -> None:
    with pytest.raises(ContentRefused):
        folder_root(_members(vector["members"]))


@pytest.mark.parametrize("seed", range(5))
def test_pieces_of_any_size_give_the_same_root(seed: int) -> None:
    random = Random(seed)
    content = random.randbytes(2 * LEAF_BYTES + random.randrange(LEAF_BYTES))
    tree, start = Tree(), 0
    while start < len(content):
        end = start + random.choice((1, 4_095, LEAF_BYTES - 1, LEAF_BYTES, LEAF_BYTES + 1, 3 * LEAF_BYTES))
        tree.update(content[start:end])
        start = end
    assert tree.root() == file_root(content)
    assert tree.size == len(content)


def test_asking_for_the_root_does_not_disturb_what_follows() -> None:
    tree = Tree()
    for _ in range(3):
        tree.update(b"x" * LEAF_BYTES)
        tree.root()
    assert tree.root() == file_root(b"x" * 3 * LEAF_BYTES)


@pytest.mark.parametrize("place", [0, LEAF_BYTES - 1, LEAF_BYTES, 2 * LEAF_BYTES])
def test_one_changed_byte_gives_another_root(place: int) -> None:
    content = bytearray(_pattern(2 * LEAF_BYTES + 1))
    before = file_root(bytes(content))
    content[place] ^= 1
    assert file_root(bytes(content)) != before


def test_a_file_that_holds_a_manifest_is_not_the_folder() -> None:
    members = [Member("a", 1, file_root(b"a"))]
    assert file_root(manifest(members)) != folder_root(members)


def test_moving_bytes_from_one_file_to_the_next_gives_another_root() -> None:
    def folder(*texts: bytes) -> bytes:
        return folder_root(Member(f"{at}", len(text), file_root(text)) for at, text in enumerate(texts))

    assert folder(b"ab", b"c") != folder(b"a", b"bc")


def test_a_name_that_is_not_unicode_is_refused() -> None:
    with pytest.raises(ContentRefused, match="not Unicode"):
        normal_path("a\udcff")


def test_a_size_that_canonical_json_has_no_number_for_is_refused() -> None:
    assert manifest([Member("a", LARGEST, bytes(32))])
    with pytest.raises(ContentRefused, match="larger"):
        manifest([Member("a", LARGEST + 1, bytes(32))])


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.dictionaries(
        st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/\\."), min_size=1), st.binary()
    )
)
def test_the_order_of_members_never_matters(files: dict[str, bytes]) -> None:
    members = [Member(name, len(content), file_root(content)) for name, content in files.items()]
    try:
        root = folder_root(members)
    except ContentRefused:
        return
    assert folder_root(members[::-1]) == root
    assert folder_root(sorted(members, key=lambda member: member.size)) == root
