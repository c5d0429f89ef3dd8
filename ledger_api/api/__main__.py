"""`python -m ledger_api.api describe [--check]` writes the OpenAPI description to docs/openapi.json, or tells if it is stale.

The committed copy is what integrators read; a change of the interface shows in its diff.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Final

_COPY: Final = Path("docs/openapi.json")


def main() -> int:
    """Run the command; 1 when the committed copy is stale."""
    parser = argparse.ArgumentParser(prog="python -m ledger_api.api")
    commands = parser.add_subparsers(dest="command", required=True)
    describe = commands.add_parser("describe", help="write the OpenAPI description")
    describe.add_argument("--check", action="store_true", help="only tell whether the copy is fresh")
    describe.add_argument("--to", type=Path, default=_COPY)
    arguments = parser.parse_args()
    from ledger_api.api.app import description

    text = json.dumps(description(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if not arguments.check:
        arguments.to.write_text(text, encoding="utf-8")
        return 0
    if arguments.to.exists() and arguments.to.read_text(encoding="utf-8") == text:
        return 0
    print(f"{arguments.to} is stale: run `python -m ledger_api.api describe`", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
