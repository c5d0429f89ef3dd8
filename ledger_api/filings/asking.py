"""Asking the node on somebody's behalf: when it cannot answer, nothing happened, and the caller may try again."""

from collections.abc import Iterator
from contextlib import contextmanager

from ledger_api.domain.errors import NotNow
from ledger_api.ports.chain import NodeRefused, NodeUnreachable


@contextmanager
def asking() -> Iterator[None]:
    """Turn a node's silence or refusal into NotNow (`node-unreachable`, `node-refused`). What a contract says passes."""
    try:
        yield
    except NodeUnreachable as error:
        raise NotNow("node-unreachable") from error
    except NodeRefused as error:
        raise NotNow("node-refused", message=str(error)[:200]) from error
