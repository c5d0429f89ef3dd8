"""Refuses what does not belong in the repository: places on one machine, package indexes, secrets.

Every tracked text file is read; a line that is meant stands in MEANT with its reason.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

FORBIDDEN = {
    "a path of one machine": r"(?<![\w.~])/(?:work|root|home/\w+|tmp/brief|Users/\w+)(?:/|\b)",
    "a package index": r"--(?:extra-)?index-url|--find-links|registry\s*=\s*\W?https?:|registry\.npmjs|pypi\.org|pythonhosted",
    "an address in a package lock": r'"resolved"\s*:',
    "a private key": r"-----BEGIN (?:\w+ )*PRIVATE KEY-----",
    "a token": r"\b(?:gh[pousr]_\w{20,}|AKIA[0-9A-Z]{16}|xox[abp]-\w{10,})",
}
MEANT = {
    "scripts/own.py": "the patterns themselves",
    "scripts/lock/relock": "--no-emit-index-url and --no-emit-find-links keep them out",
}


def tracked() -> list[Path]:
    """Every file git tracks."""
    names = subprocess.run(["git", "ls-files", "-z"], capture_output=True, check=True).stdout  # noqa: S607
    return [Path(name) for name in names.decode().split("\0") if name]


def strangers(path: Path) -> Iterator[str]:
    """One line for each thing in the file that does not belong."""
    try:
        text = path.read_text(encoding="utf-8")
    except (UnicodeDecodeError, FileNotFoundError):
        return
    for number, line in enumerate(text.splitlines(), start=1):
        for what, pattern in FORBIDDEN.items():
            if re.search(pattern, line):
                yield f"{path}:{number}: {what}: {line.strip()[:100]}"


def main() -> int:
    """Print what does not belong; 1 if there is anything."""
    found = [line for path in tracked() if str(path) not in MEANT for line in strangers(path)]
    print(*found, sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
