"""One filing of the story, from composing to the final block, done by the officers' own processes.

Every request carries a key made of the step's name, so that a story cut off in the middle goes on where it was.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ledger_api.cli.demo.troupe import Troupe

_PATIENCE = 30
"""Seconds until a filing must be final."""


@dataclass(frozen=True, slots=True)
class Signer:
    """An officer of the register and the desk it sits at."""

    desk: str
    officer: str


@dataclass(frozen=True, slots=True)
class Done:
    """A filing that is final."""

    id: str
    sentences: Sequence[Mapping[str, str]]
    made: Sequence[str]
    """Public ids of what it made, in order."""
    block: int


def act(which: str, /, **args: Any) -> dict[str, Any]:
    """An act as the interface takes it."""
    return {"act": which, "args": args}


def file(troupe: Troupe, step: str, signers: Sequence[Signer], acts: Sequence[Mapping[str, Any]]) -> Done:
    """Compose, have everybody sign, submit, wait. The first signer proposes. Raises Refusal."""
    proposer = troupe[signers[0].desk]
    body = {"acts": list(acts), "signatories": [signer.officer for signer in signers]}
    filing = proposer.ask(do="post", path="/v1/filings", body=body, key=f"{step}/compose")["id"]
    for signer in signers:
        troupe[signer.desk].ask(do="sign", filing=filing, officer=signer.officer)
    proposer.ask(do="post", path=f"/v1/filings/{filing}/submit", key=f"{step}/submit", wait=_PATIENCE)
    final = proposer.ask(do="get", path=f"/v1/filings/{filing}")
    if final["state"] != "final":
        raise RuntimeError(f"{step}: {filing} is {final['state']}: {final.get('error')}")
    made = [each["id"] for each in final["made"]]
    return Done(filing, final["sentences"], made, final["landed"]["block"])
