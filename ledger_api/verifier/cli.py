"""`dpr-verify FILE`: checks an evidence bundle offline and says what holds, or which part fails.

Exit codes: 0 valid; 6 not valid, be it a part that fails or a bundle that was not held against a pin; 1 unreadable; 2 usage.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from .document import LIMIT
from .pin import Pin, PinMalformed
from .report import Language, Report, State, Verdict
from .verification import verify

VALID, UNREADABLE, USAGE, FAILED = 0, 1, 2, 6

_EXIT: Final[dict[Verdict, int]] = {"valid": VALID, "failed": FAILED, "not-pinned": FAILED, "unreadable": UNREADABLE}
_MARKS: Final[dict[State, str]] = {"ok": "✓", "failed": "✗", "absent": "–", "unchecked": "·"}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    parser = _parser()
    arguments = parser.parse_args(argv)
    try:
        pin = _pin(arguments)
    except (PinMalformed, OSError) as error:
        parser.error(str(error))
    try:
        document = _read(arguments.file)
    except OSError as error:
        print(f"dpr-verify: {error}", file=sys.stderr)
        return UNREADABLE
    report = verify(document, pin)
    if arguments.json:
        print(json.dumps(report.to_json(), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(report, arguments.lang)))
    return _EXIT[report.verdict]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dpr-verify", description="Check an evidence bundle offline 离线核验证据包")
    parser.add_argument("file", metavar="FILE", help="the bundle; - reads standard input")
    parser.add_argument("--pin", metavar="FILE", type=Path, help="JSON with genesisHash, ledger and signer you trust")
    parser.add_argument("--genesis", metavar="HASH", help="hash of block 0 of the chain you trust")
    parser.add_argument("--ledger", metavar="ADDRESS", help="the ledger you trust")
    parser.add_argument("--signer", metavar="ADDRESS", help="the newest sealing key you know of")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument("--lang", choices=("en", "zh"), default="en", help="language of the report")
    return parser


def _pin(arguments: argparse.Namespace) -> Pin:
    """The pin of the file, each argument given taking its member's place."""
    given = {"genesisHash": arguments.genesis, "signer": arguments.signer, "ledger": arguments.ledger}
    filed = Pin.parse(arguments.pin.read_bytes()) if arguments.pin else Pin()
    named = Pin.of(given)
    return Pin(
        named.genesis_hash or filed.genesis_hash,
        named.signer or filed.signer,
        named.ledger or filed.ledger,
    )


def _read(name: str) -> bytes:
    """At most one byte more than a bundle may have: enough to see that it is too large."""
    if name == "-":
        return sys.stdin.buffer.read(LIMIT + 1)
    with Path(name).open("rb") as file:
        return file.read(LIMIT + 1)


def _lines(report: Report, language: Language) -> list[str]:
    findings = [f"{_MARKS[each.state]} {each.part:<9} {each.describe(language)}" for each in report.findings]
    return [*findings, "", report.describe(language)]
