"""What does not belong in the repository is found, and what does is let through."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"


@pytest.fixture(scope="module")
def own() -> ModuleType:
    spec = importlib.util.spec_from_file_location("own", SCRIPTS / "own.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "line, what",
    [
        ("cache = " + '"/ho' + 'me/someone/cache"', "a path of one machine"),
        (f"cd /{'root'}/x", "a path of one machine"),
        ("pip install --extra-index" + "-url https://mirror.example x", "a package index"),
        ("regi" + "stry=https://mirror.example", "a package index"),
        ('"resol' + 'ved": "https://mirror.example/x.tgz",', "an address in a package lock"),
        ("-----BEGIN EC PRIV" + "ATE KEY-----", "a private key"),
    ],
)
def test_a_stranger_is_named_with_its_line(own: ModuleType, tmp_path: Path, line: str, what: str) -> None:
    file = tmp_path / "file.txt"
    file.write_text(f"harmless\n{line}\n")
    (found,) = own.strangers(file)
    assert found.startswith(f"{file}:2: {what}: ")


@pytest.mark.parametrize(
    "line",
    [
        "#!/usr/bin/env bash",
        "docs/work/page.md",
        "GET /v1/workbench",
        "https://example.com/home",
        "Tracing(registry=registry)",
    ],
)
def test_what_belongs_is_let_through(own: ModuleType, tmp_path: Path, line: str) -> None:
    file = tmp_path / "file.txt"
    file.write_text(line)
    assert list(own.strangers(file)) == []


def test_files_that_are_not_text_are_passed_over(own: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "picture").write_bytes(b"\xff\xfe\x00")
    assert list(own.strangers(tmp_path / "picture")) == []
