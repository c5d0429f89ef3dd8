"""The command `dpr`. Each command imports what it needs when it runs, so that `dpr --help` is quick.

Exit codes: 0 done, 1 error, 2 usage, 5 refused by the register, 6 verification failed.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help="Data Rights Ledger 数据产权登记簿"
)
demo_commands = typer.Typer(no_args_is_help=True, help="A demo ledger (演示) on this machine.")
app.add_typer(demo_commands, name="demo")

DEMO_FOLDER = Path(".demo")


@demo_commands.command()
def up(
    *,
    folder: Annotated[
        Path | None, typer.Option("--dir", help="where the demo lives; --once takes a new folder")
    ] = None,
    port: Annotated[int, typer.Option(help="of the service; 0 takes a free one")] = 0,
    once: Annotated[bool, typer.Option("--once", help="end when the story does")] = False,
) -> None:
    """Start a chain and the service, and walk one licence through both."""
    from ledger_api.cli.demo import tour

    sys.exit(tour.run(folder, port=port, once=once, default=DEMO_FOLDER))


@demo_commands.command()
def clock(
    move: Annotated[str, typer.Argument(help="a day (2026-08-20), a moment (RFC 3339), +5d or +5wd working days")],
    folder: Annotated[Path, typer.Option("--dir")] = DEMO_FOLDER,
) -> None:
    """Move a demo's clock forward."""
    from ledger_api.cli.demo import clock as demo_clock

    sys.exit(demo_clock.run(folder, move))


@demo_commands.command()
def reset(folder: Annotated[Path, typer.Option("--dir")] = DEMO_FOLDER) -> None:
    """Forget a demo: its keys, chain and data."""
    from ledger_api.cli.demo import tour

    sys.exit(tour.reset(folder))


@app.command()
def serve(
    *,
    folder: Annotated[Path, typer.Option("--dir", help="chain, manifest, keys and data of the register")],
    port: Annotated[int, typer.Option(help="0 takes a free one")] = 8080,
    node: Annotated[str | None, typer.Option(help="JSON-RPC of a node; left out: the embedded chain in --dir")] = None,
    store: Annotated[str | None, typer.Option(help="database URL; left out: SQLite in --dir")] = None,
    role: Annotated[list[str], typer.Option(help="all, api, sender, indexer, auditor; several times")] = ["all"],  # noqa: B006
) -> None:
    """Serve a register over HTTP on this machine."""
    from ledger_api.cli import serving

    sys.exit(serving.run(folder, node=node, store=store, roles=role, port=port))


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def verify(context: typer.Context) -> None:
    """Check an evidence bundle, offline (see `dpr verify x --help`)."""
    from ledger_api.verifier import cli

    sys.exit(cli.main(context.args))


@app.command()
def fingerprint(path: Annotated[Path, typer.Argument(exists=True, help="a file or a folder")]) -> None:
    """Print the content fingerprint of a data set; nothing of it leaves this machine."""
    from ledger_api.client import content

    try:
        print(content.describe(path).text)
    except content.ContentRefused as refused:
        sys.exit(f"dpr fingerprint: {refused}")


@app.command()
def key(path: Annotated[Path, typer.Argument(help="the keystore to write")]) -> None:
    """Make an officer's key in an encrypted file and print the address to be bound."""
    from ledger_api.client import keys

    passphrase = typer.prompt("passphrase", hide_input=True, confirmation_prompt=True)
    try:
        print(keys.create(path, passphrase).address)
    except FileExistsError:
        sys.exit(f"dpr key: {path} exists; a key is never overwritten")


@app.command()
def explain(code: Annotated[str, typer.Argument(help="an error's code")]) -> None:
    """Say what an error means and what to do."""
    from ledger_api.domain.errors import catalogue

    row = catalogue().get(code)
    if row is None:
        sys.exit(f"dpr explain: no error has the code {code!r}")
    for said in (row.title, row.remedy):
        print(said["zh"], said["en"], sep="\n")


def main() -> None:
    """Run the command line."""
    app()
