"""How long we wait for the next piece of a request: who sends too slowly does not hold us."""

import asyncio
from typing import Any

from clew.web.problems import PROBLEM, Problem

BODY_SECONDS = 30.0

TOO_SLOW = Problem(
    status=408,
    code="too_slow",
    detail="the request came too slowly; send it again, on a better line if you can",
)


class Patience:
    """One request; `receive` and `send` stand in for those of the server."""

    def __init__(self, receive: Any, send: Any, seconds: float = BODY_SECONDS) -> None:
        self._receive = receive
        self._send = send
        self._seconds = seconds
        self._is_whole = False
        self._has_begun = False
        self.is_over = False

    async def receive(self) -> Any:
        """Return the next piece; when none comes for too long, it is as if the line were cut."""
        if self._is_whole:
            return await self._receive()
        try:
            async with asyncio.timeout(self._seconds):
                message = await self._receive()
        except TimeoutError:
            self.is_over = True
            return {"type": "http.disconnect"}
        self._is_whole = not message.get("more_body", False)
        return message

    async def send(self, message: Any) -> None:
        """Pass an answer on, unless we have lost patience before it began."""
        if self.is_over and not self._has_begun:
            return
        self._has_begun = True
        await self._send(message)

    async def end(self) -> None:
        """Say why there is no answer, if there is none for this reason."""
        if not self.is_over or self._has_begun:
            return
        body = TOO_SLOW.body()
        headers = [
            (b"content-type", PROBLEM.encode()),
            (b"content-length", str(len(body)).encode()),
            # The rest of the body is not read; the connection cannot be used again.
            (b"connection", b"close"),
        ]
        await self._send({"type": "http.response.start", "status": 408, "headers": headers})
        await self._send({"type": "http.response.body", "body": body})
