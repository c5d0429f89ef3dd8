"""From a request to a draft filing: what every route shares that composes one. Nothing is promised here."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection
from starlette.responses import Response

from ledger_api.api.answering import answered, body_of
from ledger_api.api.posting import Posting
from ledger_api.api.schemas.filings import Filing, Signing
from ledger_api.auth.roles import AccessRole
from ledger_api.domain import readings
from ledger_api.domain.errors import NotAllowed
from ledger_api.filings.compose import Wish, seen
from ledger_api.filings.drafting import Asked
from ledger_api.store.filings import FilingRecord

FOR_OTHERS = frozenset({AccessRole.OPERATOR, AccessRole.REGISTRAR, AccessRole.EXCHANGE})
"""Roles that compose what others sign alone: they prepare filings for those they serve."""


def compose(posting: Posting, route: str, body: Signing, acts: Sequence[Asked], nonce: int | None = None) -> Response:
    """Compose and keep a draft: 201 with the filing, or what this Idempotency-Key was answered before.

    Raises NotUnderstood naming the field, NotFound, NotAllowed (`not-your-party`), InTheWay, Refused (`key-reused`).
    """
    officers = [readings.numbered(each, "O") for each in body.signatories]
    with posting.services.store.read() as connection:
        _refuse_strangers(posting, connection, officers)
        for act in acts:
            if act.act == "withdraw":  # its calldata tells who signs the other filing
                seen(connection, str(act.args.get("filing")), posting.sight)
    wish = Wish(
        acts=acts,
        signatories=officers,
        owner=posting.tenant,
        deadline=None if body.deadline is None else readings.moment(body.deadline, "deadline"),
        nonce=nonce,
    )
    answer = posting.services.composer.draft(
        wish, posting.keyed(route, body), lambda record: shown(posting, record), posting.witness("filing.composed")
    )
    return answered(answer, {"Location": f"/v1/filings/{answer.filing}"})


def shown(posting: Posting, record: FilingRecord) -> dict[str, Any]:
    """A filing as the body of an answer."""
    return body_of(Filing.of(record, posting.services.composer.typed_data(record)))


def _refuse_strangers(posting: Posting, connection: Connection, officers: Sequence[int]) -> None:
    """Who composes signs, or serves those who do: a draft reserves a number of its first signatory."""
    if posting.caller.role in FOR_OTHERS:
        return
    register = posting.services.registers(connection)
    found = (register.officer(each) for each in officers)
    if not any(each is not None and each.party == posting.party for each in found):
        raise NotAllowed("not-your-party")
