"""What a request brings that is not for everybody: for which party it asks, and for a POST the key under which it is done once."""

import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Annotated, Final

import rfc8785
from fastapi import Depends, Header, Request
from pydantic import BaseModel

from ledger_api.api.problems import trace_of
from ledger_api.api.serving import ApiKey, caller_of
from ledger_api.auth.callers import Caller
from ledger_api.auth.roles import Scope
from ledger_api.domain.errors import NotUnderstood
from ledger_api.domain.ids import party_id
from ledger_api.filings.answers import Beside, Keyed, fingerprint
from ledger_api.services import Services
from ledger_api.store import UnitOfWork, audit
from ledger_api.store.filings import Sight

_KEY: Final = re.compile(r"[\x21-\x7e]{1,200}")
IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        description="Required. Drawn by the caller, once for each thing it wants done; a retry carries the same one.",
    ),
]


@dataclass(frozen=True, slots=True)
class Insider:
    """Somebody with an API key that acts for a party."""

    services: Services
    caller: Caller
    party: int

    @property
    def tenant(self) -> str:
        """Whose drafts and answers are the caller's."""
        return party_id(self.party)

    @property
    def sight(self) -> Sight:
        """What of all filings the caller may see: its party's own, and those that concern its party."""
        return Sight(owner=self.tenant, party=self.party)

    def note(self, unit: UnitOfWork, action: str, subject: str) -> None:
        """Add a line to the audit log that says that the caller did it."""
        audit.append(
            unit.connection,
            at_ms=self.services.clock.milliseconds(),
            key=self.caller.key,
            party=self.party,
            action=action,
            subject=subject,
        )

    def witness(self, action: str) -> Beside:
        """What adds the line, in the transaction of what it tells, once it is known of which filing."""
        return lambda unit, record: self.note(unit, action, record.id)


def note_reads(services: Services, caller: Caller, action: str, about: Iterable[str]) -> None:
    """Note that the caller was told what is not for everybody: that stands in the audit log (rule 122)."""
    insider = Insider(services, caller, caller.acts_for(Scope.READ))
    with services.store.begin() as unit:
        for each in about:
            insider.note(unit, action, each)


@dataclass(frozen=True, slots=True)
class Posting(Insider):
    """A request to do something, at most once."""

    key: str
    trace_id: str

    def keyed(self, route: str, body: BaseModel | None = None) -> Keyed:
        """The request as its sender will repeat it."""
        said = body.model_dump(mode="json", by_alias=True, exclude_unset=True) if body else None
        try:
            mark = fingerprint(self.tenant, route, said)
        except (rfc8785.CanonicalizationError, ValueError) as error:  # numbers that programs read differently
            raise NotUnderstood("value-not-valid", field="", wanted="JSON (RFC 8785)") from error
        return Keyed(self.tenant, route, self.key, mark)


# The two dependencies are async, or FastAPI would call them in a thread; and depend on no others, each of which has its price.


def inside(scope: Scope) -> Callable[..., Awaitable[Insider]]:
    """A dependency: a caller whose key is good for `scope`. Raises NotSignedIn, NotAllowed."""

    async def insider(request: Request, _: ApiKey = None) -> Insider:
        caller = await caller_of(request)
        return Insider(request.app.state.services, caller, caller.acts_for(scope))

    return insider


def posted(scope: Scope) -> Callable[..., Awaitable[Posting]]:
    """A dependency: a POST by a caller whose key is good for `scope`.

    Raises NotSignedIn, NotAllowed, NotUnderstood (`idempotency-key-missing`, `key-malformed`).
    """

    async def posting(request: Request, _: ApiKey = None, key: IdempotencyKey = None) -> Posting:
        caller = await caller_of(request)
        party = caller.acts_for(scope)
        if key is None:
            raise NotUnderstood("idempotency-key-missing")
        if not _KEY.fullmatch(key):
            raise NotUnderstood("key-malformed")
        return Posting(request.app.state.services, caller, party, key, trace_of(request))

    return posting


Reader = Annotated[Insider, Depends(inside(Scope.READ))]
Drafter = Annotated[Posting, Depends(posted(Scope.DRAFT))]
Signer = Annotated[Posting, Depends(posted(Scope.SIGN))]
Submitter = Annotated[Posting, Depends(posted(Scope.SUBMIT))]
