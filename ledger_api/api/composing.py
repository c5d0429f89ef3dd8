"""From a request to a draft filing: what every route shares that composes one. Nothing is promised here."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Connection
from starlette.responses import Response

from ledger_api.api.answering import answered, body_of
from ledger_api.api.posting import Posting
from ledger_api.api.schemas.filings import Filing, Signing
from ledger_api.auth.roles import AccessRole
from ledger_api.domain import readings
from ledger_api.domain.errors import NotAllowed, NotUnderstood
from ledger_api.filings.compose import Wish, seen
from ledger_api.filings.drafting import Asked
from ledger_api.store.filings import FilingRecord

FOR_OTHERS: Final = frozenset({AccessRole.OPERATOR, AccessRole.REGISTRAR, AccessRole.EXCHANGE})
"""Roles that compose what others sign alone: they prepare filings for those they serve."""
_ACT: Final = re.compile(r"acts\[(\d+)\]\.?")


def compose(
    posting: Posting,
    route: str,
    body: Signing,
    acts: Sequence[Asked],
    *,
    nonce: int | None = None,
    places: Mapping[int, str] = MappingProxyType({}),
) -> Response:
    """Compose and keep a draft: 201 with the filing, or what this Idempotency-Key was answered before.

    `places` says where in the body the terms of an act stand, so that errors name the field as its sender knows it.
    Raises NotUnderstood naming the field, NotFound, NotAllowed (`not-your-party`), InTheWay, Refused (`key-reused`).
    """
    wish = Wish(
        acts=acts,
        signatories=[readings.numbered(each, "O") for each in body.signatories],
        owner=posting.tenant,
        deadline=None if body.deadline is None else readings.moment(body.deadline, "deadline"),
        nonce=nonce,
    )
    with posting.services.store.read() as connection:
        _refuse_strangers(posting, connection, wish.signatories)
        _refuse_unseen(posting, connection, acts)
    try:
        answer = posting.services.composer.draft(
            wish, posting.keyed(route, body), lambda record: shown(posting, record), posting.witness("filing.composed")
        )
    except NotUnderstood as error:
        raise _placed(error, places) from error
    return answered(answer, {"Location": f"/v1/filings/{answer.filing}"})


def shown(posting: Posting, record: FilingRecord) -> dict[str, Any]:
    """A filing as the body of an answer."""
    return body_of(Filing.of(record, posting.services.composer.typed_data(record)))


def _placed(error: NotUnderstood, places: Mapping[int, str]) -> NotUnderstood:
    """The same error, naming the field where it stands in the body."""
    found = _ACT.match(str(error.details.get("field", "")))
    if found is None or int(found[1]) not in places:
        return error
    field = places[int(found[1])] + error.details["field"][found.end() :]
    return NotUnderstood(error.code, blocking=error.blocking, **error.details | {"field": field})


def _refuse_strangers(posting: Posting, connection: Connection, officers: Sequence[int]) -> None:
    """Who composes signs, or serves those who do: a draft reserves a number of its first signatory."""
    if posting.caller.role in FOR_OTHERS:
        return
    register = posting.services.registers(connection)
    found = (register.officer(each) for each in officers)
    if not any(each is not None and each.party == posting.party for each in found):
        raise NotAllowed("not-your-party")


def _refuse_unseen(posting: Posting, connection: Connection, acts: Sequence[Asked]) -> None:
    """A withdrawal tells who signs another filing: only of one the caller may see. Raises NotFound."""
    for act in acts:
        if act.act == "withdraw":
            seen(connection, str(act.args.get("filing")), posting.sight)
