"""How large a request may be. A body is refused by its announced length, or as soon as more than that has arrived."""

from typing import Final

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES: Final = 1 << 20
"""Bytes of a request body. A filing of the most acts a transaction can carry is well below."""


class BodyLimit:
    """Lets an application see bodies of at most `most` bytes; answers 413 otherwise, by raising where the body is read."""

    def __init__(self, app: ASGIApp, most: int = MOST_BYTES) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, counting what it brings."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        length = Headers(scope=scope).get("content-length", "")
        announced = int(length) if length.isdecimal() else 0
        arrived = 0

        async def counted() -> Message:
            nonlocal arrived
            message = await receive()
            arrived += len(message.get("body", b""))
            if max(announced, arrived) > self._most:
                raise HTTPException(413)
            return message

        await self._app(scope, counted, send)
