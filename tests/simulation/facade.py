"""The facade's process that the simulation kills: all roles, and one JSON command a line instead of HTTP.

`python -m tests.simulation.facade SETTINGS.json` answers each line with one line, after the commit, as a route would.
"""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ledger_api.domain.errors import LedgerError
from ledger_api.filings.answers import Answer, Keyed, fingerprint
from ledger_api.filings.compose import Wish
from ledger_api.filings.drafting import Asked
from ledger_api.services import Services, Settings
from ledger_api.store import filings
from ledger_api.store.filings import FilingRecord, Sight

Command = Mapping[str, Any]
ALL = Sight()


def main() -> None:
    """Serve commands until standard input ends, or somebody kills us."""
    given = json.loads(Path(sys.argv[1]).read_text())
    settings = Settings(
        store=given["store"],
        node=given["node"],
        manifest=Path(given["manifest"]),
        vault_key=Path(given["vault_key"]),
        keystore=Path(given["keystore"]),
        passphrase=Path(given["passphrase"]),
        name="simulated",
    )
    services = Services.open(settings)
    services.start()
    say({"ready": True})
    for line in sys.stdin:
        command = json.loads(line)
        try:
            say(COMMANDS[command["do"]](services, command))
        except LedgerError as error:
            say({"error": error.code, "blocking": list(error.blocking), "details": error.details})
    services.close()


def say(document: Mapping[str, Any]) -> None:
    sys.stdout.write(json.dumps(document) + "\n")
    sys.stdout.flush()


def draft(services: Services, command: Command) -> dict[str, Any]:
    acts = [Asked(name, args) for name, args in command["acts"]]
    wish = Wish(acts, command["signatories"], "P-1")
    return answered(services.composer.draft(wish, keyed(command), shown))


def sign(services: Services, command: Command) -> dict[str, Any]:
    seals = {int(officer): bytes.fromhex(seal) for officer, seal in command["seals"].items()}
    return answered(services.signatures.add(command["filing"], seals, ALL, keyed(command), shown))


def submit(services: Services, command: Command) -> dict[str, Any]:
    return answered(services.acceptance.submit(command["filing"], ALL, keyed(command), shown, refused))


def status(services: Services, command: Command) -> dict[str, Any]:
    with services.store.read() as connection:
        return dict(shown(filings.find(connection, command["filing"])))


COMMANDS: Mapping[str, Callable[[Services, Command], dict[str, Any]]] = {
    "draft": draft,
    "sign": sign,
    "submit": submit,
    "status": status,
}


def keyed(command: Command) -> Keyed:
    body = {name: value for name, value in command.items() if name != "key"}
    return Keyed("P-1", command["do"], command["key"], fingerprint("P-1", command["do"], body))


def shown(record: FilingRecord) -> dict[str, Any]:
    return {
        "id": record.id,
        "digest": record.digest.hex(),
        "state": str(record.state),
        "error": record.error.code if record.error else None,
    }


def refused(record: FilingRecord, error: LedgerError) -> Answer:
    return Answer(422, shown(record) | {"error": error.code}, record.id)


def answered(answer: Answer) -> dict[str, Any]:
    return {"status": answer.status, **answer.body}


if __name__ == "__main__":
    main()
