"""`dpr-verify` says what holds and answers by its exit code."""

import io
import json
from pathlib import Path

import pytest

from ledger_api.verifier.cli import FAILED, UNREADABLE, USAGE, VALID, main
from tests.ledger_api.verifier.story import Story


@pytest.fixture
def file(tmp_path: Path, told: str) -> Path:
    path = tmp_path / "bundle.json"
    path.write_text(told, encoding="utf-8")
    return path


@pytest.fixture
def pins(story: Story) -> list[str]:
    pin = story.pin
    assert pin.genesis_hash
    assert pin.signer
    assert pin.ledger
    return [
        *("--genesis", "0x" + pin.genesis_hash.hex()),
        *("--signer", "0x" + pin.signer.hex()),
        *("--ledger", "0x" + pin.ledger.hex()),
    ]


def test_a_valid_bundle_ends_with_0(file: Path, pins: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(file), *pins]) == VALID
    printed = capsys.readouterr().out.splitlines()
    assert printed[-1] == "valid"
    assert sum(line.startswith("✓") for line in printed) == 12


def test_a_failing_bundle_ends_with_6_and_names_the_part(
    file: Path, pins: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    bundle = json.loads(file.read_text(encoding="utf-8"))
    del bundle["acts"][2]
    file.write_text(json.dumps(bundle), encoding="utf-8")
    assert main([str(file), *pins, "--lang", "zh"]) == FAILED
    printed = capsys.readouterr().out.splitlines()
    assert printed[-1] == "无效：acts"
    assert any(line.startswith("✗ acts") for line in printed)


def test_without_a_pin_the_command_ends_with_6(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(file)]) == FAILED
    assert "not pinned" in capsys.readouterr().out


def test_a_pin_file_serves_and_an_argument_takes_its_place(
    file: Path, pins: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pin = tmp_path / "pin.json"
    pin.write_text(json.dumps({"genesisHash": pins[1], "signer": pins[3], "ledger": pins[5]}), encoding="utf-8")
    assert main([str(file), "--pin", str(pin)]) == VALID
    assert main([str(file), "--pin", str(pin), "--ledger", "0x" + "22" * 20]) == FAILED
    capsys.readouterr()


def test_json_is_printed_when_asked_for(file: Path, pins: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(file), *pins, "--json"]) == VALID
    assert json.loads(capsys.readouterr().out)["valid"] is True


def test_standard_input_is_read(
    told: str, pins: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(told.encode()), encoding="utf-8"))
    assert main(["-", *pins]) == VALID
    capsys.readouterr()


@pytest.mark.parametrize("content", [b"", b"{", b"{}"])
def test_what_is_no_bundle_ends_with_1(
    tmp_path: Path, pins: list[str], content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bundle.json"
    path.write_bytes(content)
    assert main([str(path), *pins]) == UNREADABLE
    capsys.readouterr()


def test_a_missing_file_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nothing.json")]) == UNREADABLE
    assert "nothing.json" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [[], ["FILE", "--genesis", "0x12"], ["FILE", "--pin", "no-such-pin.json"], ["FILE", "--frobnicate"]],
)
def test_wrong_usage_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == USAGE
    capsys.readouterr()
