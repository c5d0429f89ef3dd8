"""The commands of `python -m hardhat_free_env`."""

from pathlib import Path

import pytest

import hardhat_free_env.__main__ as program
from hardhat_free_env.compiler import artifacts, build, committed, words
from hardhat_free_env.compiler.errors import CompilationFailed
from tests.hardhat_free_env.compiler.test_artifacts import TOKEN


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of artifacts, and a build that gives one."""

    def differences(made: dict[str, artifacts.Artifact]) -> list[str]:
        return committed_differences(made, tmp_path)

    committed_differences = committed.differences
    monkeypatch.setattr(build, "build", lambda **_: {"Token": TOKEN})
    monkeypatch.setattr(committed, "differences", differences)
    return tmp_path


def test_a_check_names_what_differs_and_how_to_mend_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["compile", "--check"]) == 1
    assert capsys.readouterr().err == (
        "stale: Token.json\nstale: index.json\nrun: python -m hardhat_free_env compile\n"
    )
    assert not list(folder.iterdir())


def test_a_check_of_what_is_current_is_silent(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in committed.files({"Token": TOKEN}).items():
        (folder / name).write_text(text)
    assert program.main(["compile", "--check"]) == 0
    assert capsys.readouterr() == ("", "")


def test_what_the_compiler_refuses_is_said_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(**_: object) -> None:
        raise CompilationFailed("contracts/A.sol: no", "contracts/B.sol: neither")

    monkeypatch.setattr(build, "build", refuse)
    assert program.main(["compile"]) == 2
    assert capsys.readouterr().err == "contracts/A.sol: no\n\ncontracts/B.sol: neither\n"


def test_stale_words_are_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(words, "stale", lambda _: ["contracts/types/words/Book.sol"])
    assert program.main(["words", "--check"]) == 1
    assert "stale: contracts/types/words/Book.sol" in capsys.readouterr().err


def test_a_room_that_is_not_built_yet_has_no_commands(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(program, "ROOMS", ("compiler", "cellar"))
    with pytest.raises(SystemExit) as caught:
        program.main(["--help"])
    assert caught.value.code == 0
    assert "words" in capsys.readouterr().out
