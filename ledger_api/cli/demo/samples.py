"""Small stand-ins for the story's data sets (演示): deterministic files, fingerprinted as the real ones would be."""

import random
from pathlib import Path

from ledger_api.client import content

_FRAMES = 24
_ROWS = 400


def prepare(root: Path) -> tuple[str, str]:
    """Write both data sets and answer their content fingerprints: pose data, feature data."""
    pose, features = root / "data" / "pose", root / "data" / "features"
    _write(pose, {f"frames/{number:06}.csv": _pose(number) for number in range(_FRAMES)} | {"README.txt": "演示\n"})
    _write(features, {"features.csv": _features(), "README.txt": "演示\n"})
    return content.describe(pose).text, content.describe(features).text


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _pose(seed: int) -> str:
    """Seventeen joints seen from above."""
    draw = random.Random(seed)  # noqa: S311 - sample data
    return "\n".join(f"{joint},{draw.random():.6f},{draw.random():.6f}" for joint in range(17)) + "\n"


def _features() -> str:
    draw = random.Random("features")  # noqa: S311 - sample data
    return "\n".join(",".join(f"{draw.gauss(0, 1):.4f}" for _ in range(8)) for _ in range(_ROWS)) + "\n"
