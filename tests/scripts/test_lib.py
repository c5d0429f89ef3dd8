"""Setting up happens once, again when a lock changes, and once only when two start together."""

import os
import subprocess
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with one npm folder, and an `npm` that only writes down that it ran."""
    for folder in ("scripts", "contracts", "bin"):
        (tmp_path / folder).mkdir()
    (tmp_path / "scripts" / "lib.sh").write_bytes((SCRIPTS / "lib.sh").read_bytes())
    (tmp_path / "contracts" / "package.json").write_text("{}")
    (tmp_path / "contracts" / "package-lock.json").write_text("{}")
    program(tmp_path, 'echo ran >> "$RAN"; sleep 0.3; mkdir -p "$3/node_modules"')
    return tmp_path


def program(checkout: Path, text: str) -> None:
    """Put a program called `npm` first on the path."""
    npm = checkout / "bin" / "npm"
    npm.write_text(f"#!/bin/sh\n{text}\n")
    npm.chmod(0o755)


def start(checkout: Path, command: str) -> "subprocess.Popen[str]":
    """Start a script that sources the library and runs `command`."""
    env = {"PATH": f"{checkout / 'bin'}:{os.environ['PATH']}", "RAN": str(checkout / "ran")}
    script = f"set -euo pipefail; source {checkout}/scripts/lib.sh; {command}"
    pipe = subprocess.PIPE
    return subprocess.Popen(["bash", "-c", script, "scripts/x"], env=env, stdout=pipe, stderr=pipe, text=True)


def run(checkout: Path, command: str) -> tuple[int, str]:
    """Exit code and standard error of such a script."""
    process = start(checkout, command)
    _, errors = process.communicate(timeout=30)
    return process.returncode, errors


def runs(checkout: Path) -> int:
    """How often npm ran."""
    return len((checkout / "ran").read_text().splitlines())


def test_a_second_run_does_nothing_and_says_nothing(checkout: Path) -> None:
    assert run(checkout, "ensure_npm contracts")[0] == 0
    assert run(checkout, "ensure_npm contracts") == (0, "")
    assert runs(checkout) == 1


def test_a_changed_lock_sets_up_again(checkout: Path) -> None:
    run(checkout, "ensure_npm contracts")
    (checkout / "contracts" / "package-lock.json").write_text('{"lockfileVersion": 3}')
    run(checkout, "ensure_npm contracts")
    assert runs(checkout) == 2


def test_two_that_start_together_set_up_once(checkout: Path) -> None:
    both = [start(checkout, "ensure_npm contracts") for _ in range(2)]
    for process in both:
        process.communicate(timeout=30)
        assert process.returncode == 0
    assert runs(checkout) == 1


def test_a_failure_shows_the_output_and_one_line_with_a_remedy_and_is_tried_again(checkout: Path) -> None:
    program(checkout, "echo 'no route to host'; exit 7")
    for _ in range(2):
        code, errors = run(checkout, "ensure_npm contracts")
        assert code == 1
        assert "no route to host\n" in errors
        assert errors.splitlines()[-1] == ("x: npm ci failed in contracts. Is a package registry reachable by npm?")


def test_without_a_python_the_remedy_is_named(checkout: Path) -> None:
    for name in ("python3", "python3.11", "python3.12", "python3.13"):
        (checkout / "bin" / name).symlink_to("/bin/false")
    code, errors = run(checkout, "find_python")
    assert (code, errors) == (
        1,
        "x: no Python >= 3.11 with venv found. Install it: apt-get install python3.11 python3.11-venv\n",
    )


def test_a_python_of_another_name_will_do(checkout: Path) -> None:
    (checkout / "bin" / "python3.11").symlink_to("/bin/false")
    process = start(checkout, "find_python")
    assert process.communicate(timeout=30)[0] in {"python3\n", "python3.12\n", "python3.13\n"}
