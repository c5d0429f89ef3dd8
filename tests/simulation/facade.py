"""The facade's process that the simulation kills: all roles, and a pipe with commands instead of HTTP.

Each command is answered after the commit, as a route would.
"""

import json
import os
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from ledger_api.domain.errors import LedgerError
from ledger_api.filings.answers import Answer, Keyed, fingerprint
from ledger_api.filings.compose import Wish
from ledger_api.filings.drafting import Asked
from ledger_api.ports import crash
from ledger_api.services import Services, Settings
from ledger_api.store import filings
from ledger_api.store.filings import FilingRecord, Sight

Command = Mapping[str, Any]
ALL = Sight()


def serve(directory: Path, death: str, commands: Connection) -> None:
    """Serve commands until their pipe ends, or somebody kills us; die at the place named (ports/crash.py)."""
    crash.plan(death)
    with (directory / "facade.log").open("a") as log:
        os.dup2(log.fileno(), 2)
    given = json.loads((directory / "settings.json").read_text())
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
    commands.send({"ready": True})
    while True:
        try:
            command = commands.recv()
        except EOFError:
            break
        try:
            commands.send(COMMANDS[command["do"]](services, command))
        except LedgerError as error:
            commands.send({"error": error.code, "blocking": list(error.blocking), "details": error.details})
    services.close()


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
