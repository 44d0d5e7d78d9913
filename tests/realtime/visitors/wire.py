"""A visitor's end of the stream, over a real socket."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from tests.fixtures.chat import Chat


class Line:
    """A visitor's end of the line; it keeps messages as the contract says: by id and seq."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.seq = 0
        self.messages: dict[str, dict[str, Any]] = {}
        self.states: list[dict[str, Any]] = []
        self.resets = 0

    async def frame(self) -> dict[str, Any]:
        async with asyncio.timeout(30):
            found: dict[str, Any] = json.loads(await self.socket.recv())
        for change in found.get("changes", ()):
            if change["type"] == "message":
                message = change["message"]
                known = self.messages.get(message["id"], message)
                if known["seq"] <= message["seq"]:
                    self.messages[message["id"]] = message
            elif change["type"] == "state":
                self.states.append(change)
            else:
                self.resets += 1
        self.seq = max(self.seq, found.get("seq", 0))
        return found

    async def until(self, text: str, state: str | None = None) -> dict[str, Any]:
        while True:
            for message in self.messages.values():
                if message["text"] == text and state in (None, message["state"]):
                    return message
            await self.frame()

    async def until_key(self, key: str) -> dict[str, Any]:
        while True:
            frame = await self.frame()
            if key in frame:
                return frame

    def texts(self) -> list[str]:
        return [one["text"] for one in sorted(self.messages.values(), key=lambda one: one["place"])]

    async def code(self) -> int:
        try:
            while True:
                await self.frame()
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else 0


class Wire:
    """A running server."""

    def __init__(self, chat: Chat, port: int) -> None:
        self.chat = chat
        self.address = f"ws://127.0.0.1:{port}/api/contact/v1/stream"

    @asynccontextmanager
    async def line(
        self, token: str | None, after: int | None = None, **headers: str
    ) -> AsyncIterator[Line]:
        async with connect(self.address, additional_headers=headers, compression=None) as socket:
            if token is not None:
                await socket.send(json.dumps({"token": token, "after": after}))
            yield Line(socket)
