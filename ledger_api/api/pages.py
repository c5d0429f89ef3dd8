"""Long lists in pages that all show the same moment: a cursor names the block the first page was read at.

A cursor is opaque to its bearer. It holds nothing secret and grants nothing: reading on asks for the same rights again.
"""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from fastapi import Depends, Query, Request, Response

from ledger_api.domain.errors import NotUnderstood

Row = TypeVar("Row")
Limit = Annotated[int, Query(ge=1, le=200, description="How many items a page has at most.")]
After = Annotated[str | None, Query(max_length=400, description="`next` of the page before; pins its block.")]


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a list was left: the block it shows, and the place of the last item seen."""

    block: int
    place: tuple[str | int, ...]

    def __str__(self) -> str:
        text = json.dumps([self.block, *self.place], separators=(",", ":"))
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")

    def number(self) -> int:
        """The place of a list whose items are told apart by one number; raises NotUnderstood."""
        if len(self.place) != 1 or not isinstance(self.place[0], int):
            raise NotUnderstood("cursor-not-valid")
        return self.place[0]

    @classmethod
    def read(cls, text: str) -> "Cursor":
        """The cursor written so; raises NotUnderstood (`cursor-not-valid`)."""
        try:
            block, *place = json.loads(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
        except (binascii.Error, ValueError, TypeError) as error:
            raise NotUnderstood("cursor-not-valid") from error
        if not _is_whole(block) or not all(isinstance(step, str) or _is_whole(step) for step in place):
            raise NotUnderstood("cursor-not-valid")
        return cls(block, tuple(place))


@dataclass(frozen=True, slots=True)
class Asked:
    """Which page is asked for."""

    limit: int
    after: Cursor | None


def asked(limit: Limit = 50, after: After = None) -> Asked:
    """The page a request asks for; raises NotUnderstood (`cursor-not-valid`)."""
    return Asked(limit, Cursor.read(after) if after is not None else None)


WhichPage = Annotated[Asked, Depends(asked)]


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some items of a list, and where to read on, if there is more."""

    rows: tuple[Row, ...]
    next: Cursor | None


def link_next(request: Request, response: Response, page: Page[Row]) -> str | None:
    """The cursor of the next page as answers hold it, and as a `Link` header (RFC 8288)."""
    if page.next is None:
        return None
    following = request.url.include_query_params(after=str(page.next)).remove_query_params("as_of")
    response.headers["Link"] = f'<{following.path}?{following.query}>; rel="next"'
    return str(page.next)


def cut(rows: Sequence[Row], limit: int, block: int, place: Callable[[Row], tuple[str | int, ...]]) -> Page[Row]:
    """The first `limit` of `rows`, which were read one more than that, if so many there are."""
    shown = tuple(rows[:limit])
    return Page(shown, Cursor(block, place(shown[-1])) if len(rows) > limit else None)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 63
