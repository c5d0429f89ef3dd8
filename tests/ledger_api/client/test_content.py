"""Files and folders on disk have the fingerprint of their content; what has none of its own is refused by name."""

import os
import socket
import unicodedata
from pathlib import Path

import pytest

from ledger_api.client import content
from ledger_api.client.content import ContentRefused
from ledger_api.domain.fingerprint import LEAF_BYTES, Member, Tree, file_root, folder_root


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "data"
    (root / "clips" / "night").mkdir(parents=True)
    (root / "说明.txt").write_text("演示", encoding="utf-8")
    (root / "clips" / "a.bin").write_bytes(b"\x01" * (LEAF_BYTES + 1))
    (root / "clips" / "night" / "b.bin").write_bytes(b"")
    (root / ".hidden").write_bytes(b"h")
    return root


def test_a_file_has_the_root_of_its_bytes_whatever_its_name(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).write_bytes(b"\x07" * (LEAF_BYTES + 5))
        assert content.of(tmp_path / name) == file_root(b"\x07" * (LEAF_BYTES + 5))


def test_a_folder_covers_every_file_below_it(folder: Path) -> None:
    described = content.describe(folder)
    assert sorted(member.path for member in described.members) == [
        ".hidden",
        "clips/a.bin",
        "clips/night/b.bin",
        "说明.txt",
    ]
    assert described.size == LEAF_BYTES + 1 + 1 + len("演示".encode())
    assert described.root == folder_root(described.members)
    assert described.text == "sha256:" + content.of(folder).hex()


def test_where_a_folder_lies_and_when_it_was_made_does_not_matter(folder: Path) -> None:
    before = content.of(folder)
    os.utime(folder / ".hidden", (1, 1))
    (folder / ".hidden").chmod(0o600)
    (folder / "nothing in here").mkdir()
    assert content.of(folder.rename(folder.with_name("elsewhere"))) == before


def test_a_changed_byte_a_new_file_and_a_new_name_each_give_another_root(folder: Path) -> None:
    roots = {content.of(folder)}
    (folder / ".hidden").write_bytes(b"i")
    roots.add(content.of(folder))
    (folder / "new").touch()
    roots.add(content.of(folder))
    (folder / "new").rename(folder / "newer")
    roots.add(content.of(folder))
    assert len(roots) == 4


def test_names_count_in_unicode_normal_form(tmp_path: Path) -> None:
    for form in ("NFC", "NFD"):
        (tmp_path / form).mkdir()
        (tmp_path / form / unicodedata.normalize(form, "café.txt")).write_bytes(b"x")
    assert content.of(tmp_path / "NFC") == content.of(tmp_path / "NFD")


def test_two_names_that_differ_only_in_unicode_form_are_refused(tmp_path: Path) -> None:
    for form in ("NFC", "NFD"):
        (tmp_path / unicodedata.normalize(form, "é")).touch()
    if len(list(tmp_path.iterdir())) < 2:
        pytest.skip("this file system has one form for both")
    with pytest.raises(ContentRefused, match="NFC"):
        content.of(tmp_path)


def test_a_symbolic_link_is_refused_wherever_it_stands(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    with pytest.raises(ContentRefused, match="link: a symbolic link"):
        content.of(tmp_path / "link")
    (folder / "clips" / "night" / "shortcut").symlink_to(folder / ".hidden")
    with pytest.raises(ContentRefused, match="shortcut: a symbolic link"):
        content.of(folder)


def test_pipes_and_sockets_are_refused_without_being_opened(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    with pytest.raises(ContentRefused, match="pipe: neither a file nor a folder"):
        content.of(folder)
    (folder / "pipe").unlink()
    here = Path.cwd()
    os.chdir(folder)  # a socket's path is bounded
    try:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind("plug")
            with pytest.raises(ContentRefused, match="plug: neither"):
                content.of(folder)
    finally:
        os.chdir(here)


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty" / "inner").mkdir(parents=True)
    with pytest.raises(ContentRefused, match="without files"):
        content.of(tmp_path / "empty")


def test_a_name_that_is_not_unicode_is_refused(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff"
    try:
        os.close(os.open(name, os.O_CREAT | os.O_WRONLY))
    except OSError:
        pytest.skip("this file system has no such names")
    with pytest.raises(ContentRefused, match="not Unicode"):
        content.of(tmp_path)


def test_a_missing_file_is_the_systems_own_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        content.of(tmp_path / "nothing")


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    growing = tmp_path / "growing"
    growing.write_bytes(b"x" * 10)
    fed = Tree.update

    def feed(tree: Tree, piece: bytes) -> None:
        if tree.size == 0:
            with growing.open("ab") as file:
                file.write(b"y")
        fed(tree, piece)

    monkeypatch.setattr(Tree, "update", feed)
    with pytest.raises(ContentRefused, match="changed while it was read"):
        content.of(growing)


def test_members_can_be_checked_one_by_one(folder: Path) -> None:
    hidden = next(member for member in content.describe(folder).members if member.path == ".hidden")
    assert hidden == Member(".hidden", 1, file_root(b"h"))
