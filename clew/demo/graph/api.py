"""The Graph API as far as Clew uses it: messages, media, templates, and our own number.

Source:
    WhatsApp Business Platform, "Service messages" and "Media" (April to June 2026).
"""

import asyncio
import hmac
import io
import re
import secrets
import time
from collections.abc import Awaitable, Callable
from typing import Any

from python_multipart import parse_form
from python_multipart.multipart import Field, File

from clew.demo.asgi import Reply, Request, Route, find_route, json_reply
from clew.demo.graph.chats import Media
from clew.demo.graph.faults import NO_SUCH_OBJECT, TOKEN, GraphError, Weather, check_weather
from clew.demo.graph.provider import Provider
from clew.demo.graph.shapes import read_sending
from clew.demo.graph.templates import list_page

VERSION = "v25.0"
PREFIX = f"/graph/{VERSION}"
SLOW_SECONDS = 8.0
# The address of a file lives so long, by the real clock.
ADDRESS_SECONDS = 300.0
MEDIA_MAX = {"image": 5, "audio": 16, "video": 16}
DOCUMENT_MAX = 100
MEGABYTE = 1024 * 1024


class GraphApi:
    """Answers requests; `address` is how the simulation is reached from outside."""

    def __init__(
        self,
        provider: Provider,
        address: str,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._provider = provider
        self._address = address
        self._sleep = sleep
        self._addresses: dict[str, tuple[str, float]] = {}
        line = provider.memory.line
        number, account = re.escape(line.phone_number_id), re.escape(line.waba_id)
        self._routes = (
            Route("POST", re.compile(rf"{PREFIX}/{number}/messages"), self._messages),
            Route("POST", re.compile(rf"{PREFIX}/{number}/media"), self._upload),
            Route("GET", re.compile(rf"{PREFIX}/{number}"), self._number),
            Route("GET", re.compile(rf"{PREFIX}/{account}/message_templates"), self._templates),
            Route("POST", re.compile(rf"{PREFIX}/{account}/subscribed_apps"), self._subscribe),
            Route("GET", re.compile(rf"{PREFIX}/(?P<media>\d+)"), self._media),
            Route("GET", re.compile(r"/graph/files/(?P<key>[\w-]+)"), self._download),
        )

    async def answer(self, request: Request) -> Reply:
        """Answer a request as the provider would, whatever it is."""
        try:
            found = find_route(self._routes, request)
            is_message = found is not None and found[0].answer == self._messages
            self._check_token(request)
            check_weather(self._provider.weather, is_message=is_message)
            if self._provider.weather is Weather.SLOW:
                await self._sleep(SLOW_SECONDS)
            if found is None:
                raise GraphError(NO_SUCH_OBJECT, "Unsupported request: no such object or edge.")
            route, captured = found
            return await route.answer(captured)
        except GraphError as refused:
            return refused.reply()

    def _check_token(self, request: Request) -> None:
        given = request.headers.get("authorization", "")
        wanted = f"Bearer {self._provider.memory.line.access_token}"
        if not hmac.compare_digest(given.encode(), wanted.encode()):
            raise GraphError(TOKEN, "Invalid OAuth access token - Cannot parse it", status=401)

    async def _messages(self, request: Request) -> Reply:
        body = _json(request)
        if body.get("status") == "read":
            self._provider.see(
                str(body.get("message_id", "")), is_typing="typing_indicator" in body
            )
            return json_reply({"success": True})
        sending = read_sending(body, self._provider.keeping.find_media)
        said = self._provider.accept(sending)
        if self._provider.weather is Weather.ANSWERS_LOST:
            return Reply(is_lost=True)
        who: dict[str, Any] = {"input": body.get("to") or body.get("recipient")}
        who |= {"wa_id": sending.to} if sending.to.isdigit() else {"user_id": sending.to}
        message_id = said.id if said else f"wamid.{secrets.token_urlsafe(12)}"
        return json_reply(
            {"messaging_product": "whatsapp", "contacts": [who], "messages": [{"id": message_id}]}
        )

    async def _upload(self, request: Request) -> Reply:
        fields, file = read_form(request)
        if fields.get("messaging_product") != "whatsapp":
            raise GraphError(100, "(#100) The parameter messaging_product is required.")
        if file is None:
            raise GraphError(100, "The parameter file is required.")
        name, content = file
        media_type = fields.get("type") or "application/octet-stream"
        family = media_type.partition("/")[0]
        if len(content) > MEDIA_MAX.get(family, DOCUMENT_MAX) * MEGABYTE:
            raise GraphError(131053, f"{media_type} of {len(content)} bytes is too large")
        media = self._provider.keeping.add_media(content, media_type, name)
        return json_reply({"id": media.id})

    async def _media(self, request: Request) -> Reply:
        media = self._find(request.captured["media"])
        wanted = request.query.get("phone_number_id", "")
        if wanted and wanted != self._provider.memory.line.phone_number_id:
            raise GraphError(NO_SUCH_OBJECT, "the file belongs to another number")
        key = secrets.token_urlsafe(24)
        self._addresses[key] = (media.id, time.monotonic() + ADDRESS_SECONDS)
        return json_reply(
            {
                "messaging_product": "whatsapp",
                "url": f"{self._address}/graph/files/{key}",
                "mime_type": media.media_type,
                "sha256": media.sha256,
                "file_size": media.byte_count,
                "id": media.id,
            }
        )

    async def _download(self, request: Request) -> Reply:
        media_id, until = self._addresses.get(request.captured["key"], ("", 0.0))
        if time.monotonic() > until:
            return Reply(404)
        media = self._find(media_id)
        content = self._provider.keeping.read_media(media)
        return Reply(200, content, {"content-type": media.media_type})

    async def _number(self, request: Request) -> Reply:
        line = self._provider.memory.line
        known: dict[str, object] = {
            "display_phone_number": f"+{line.display_phone_number}",
            "verified_name": line.verified_name,
            "quality_rating": "GREEN",
            "throughput": {"level": "STANDARD"},
        }
        wanted = request.query.get("fields", ",".join(known)).split(",")
        found = {name: value for name, value in known.items() if name in wanted}
        return json_reply(found | {"id": line.phone_number_id})

    async def _templates(self, request: Request) -> Reply:
        return json_reply(list_page(request.query.get("after", "")))

    async def _subscribe(self, _: Request) -> Reply:
        return json_reply({"success": True})

    def _find(self, media_id: str) -> Media:
        media = self._provider.keeping.find_media(media_id)
        if media is None:
            raise GraphError(NO_SUCH_OBJECT, f"Object with ID '{media_id}' does not exist")
        return media


def read_form(request: Request) -> tuple[dict[str, str], tuple[str, bytes] | None]:
    """Return the fields of a multipart form, and the last file with its name.

    Raises:
        GraphError: The body is no such form.
    """
    fields: dict[str, str] = {}
    files: list[tuple[str, bytes]] = []

    def on_field(one: Field) -> None:
        name, value = one.field_name or b"", one.value or b""
        fields[name.decode("utf-8", "replace")] = value.decode("utf-8", "replace")

    def on_file(one: File) -> None:
        one.file_object.seek(0)
        name = (one.file_name or b"file").decode("utf-8", "replace")
        files.append((name, one.file_object.read()))
        one.close()

    headers = {name.title(): value.encode("latin-1") for name, value in request.headers.items()}
    try:
        parse_form(headers, io.BytesIO(request.body), on_field, on_file)
    except ValueError as problem:
        raise GraphError(100, f"the form cannot be read: {problem}") from None
    return fields, files[-1] if files else None


def _json(request: Request) -> dict[str, Any]:
    try:
        return request.json()
    except ValueError:
        raise GraphError(100, "the body is not a JSON object") from None
