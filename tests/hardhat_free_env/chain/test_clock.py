"""The demo clock: an offset in a file, forward only."""

import time
from pathlib import Path

import pytest

from hardhat_free_env.chain import clock as clock_module
from hardhat_free_env.chain.clock import DemoClock, ManualClock, SystemClock, forward, start_at
from hardhat_free_env.chain.errors import BadRequest


def test_a_directory_without_a_clock_file_has_the_machines_time(tmp_path: Path) -> None:
    assert abs(DemoClock(tmp_path).now() - SystemClock().now()) <= 1


def test_a_running_clock_follows_the_file(tmp_path: Path) -> None:
    running = DemoClock(tmp_path)
    forward(tmp_path, 86_400)
    forward(tmp_path, 60)
    assert abs(running.now() - int(time.time()) - 86_460) <= 1


def test_a_clock_may_start_in_the_past_and_goes_on_from_there(tmp_path: Path) -> None:
    start_at(tmp_path, 1_000_000)
    assert 1_000_000 <= DemoClock(tmp_path).now() <= 1_000_002
    assert 1_000_090 <= forward(tmp_path, 90) <= 1_000_093


def test_a_clock_never_goes_back(tmp_path: Path) -> None:
    running = DemoClock(tmp_path)
    forward(tmp_path, 3600)
    ahead = running.now()
    with pytest.raises(BadRequest, match="forward only"):
        forward(tmp_path, -1)
    clock_module._write(tmp_path, 0)
    assert running.now() >= ahead
    with pytest.raises(BadRequest, match="forward only"):
        ManualClock(5).forward(-1)


def test_a_clock_file_spoilt_under_a_running_clock_changes_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    running = DemoClock(tmp_path)
    forward(tmp_path, 3600)
    ahead = running.now()
    (tmp_path / "clock").write_text("soon")
    assert 0 <= running.now() - ahead <= 1
    assert "runs on as it was" in caplog.text


@pytest.mark.parametrize("content", ["", "[]", '{"offset": "soon"}', '{"offset": 1.5}', "{}"])
def test_a_spoilt_clock_file_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "clock").write_text(content)
    with pytest.raises(BadRequest, match="not a clock file"):
        DemoClock(tmp_path)
