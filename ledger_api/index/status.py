"""How the copy stands, for readiness and metrics."""

from dataclasses import dataclass

from sqlalchemy import Connection

from ledger_api.store import chain_rows


@dataclass(frozen=True, slots=True)
class Status:
    """The newest block indexed, and what somebody must look at."""

    number: int
    hash: bytes
    time: int
    """Its time, unix seconds."""
    alarm: str | None
    """Why no certificate may be issued; None when all is well."""
    divergent: int
    """Entries the last audit found to differ from the chain (`ledger_index_divergence`)."""


def status(connection: Connection) -> Status | None:
    """How the copy stands; None before anything was indexed."""
    state = chain_rows.state(connection)
    if state is None:
        return None
    return Status(state.number, state.hash, state.time, state.alarm, state.divergent)


def acknowledge(connection: Connection) -> None:
    """Somebody has looked and the alarm is off: certificates may be issued again. The rows set aside stay."""
    chain_rows.raise_alarm(connection, None)
