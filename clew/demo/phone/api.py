"""What a simulated phone can do, and its page; the demo's clock and weather as well."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

from clew.demo.asgi import Reply, Request, Route, find_route, json_reply
from clew.demo.clock import ClockIsOnlyMovedForward, MovableClock, until_tomorrow_morning
from clew.demo.graph.api import read_form
from clew.demo.graph.chats import Place
from clew.demo.graph.faults import GraphError, Weather
from clew.demo.graph.provider import Provider, Writing
from clew.demo.phone.showing import show

PAGE_TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript"}
SAFE_TO_SHOW = re.compile(r"(image/(png|jpeg|webp|gif)|audio/[\w.+-]+|video/(mp4|3gpp))")
HEADERS: Mapping[str, str] = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; media-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cache-control": "no-cache",
}
TEXT_MAX = 4096
ZONE = ZoneInfo("Europe/Warsaw")
STEPS: Mapping[str, Callable[[datetime], timedelta]] = {
    "10m": lambda _: timedelta(minutes=10),
    "1h": lambda _: timedelta(hours=1),
    "morning": lambda now: until_tomorrow_morning(now, ZONE),
    "3d": lambda _: timedelta(days=3),
}


class CannotBeDone(Exception):
    """The page asked for something that makes no sense; the sentence is shown on it."""


class PhoneApi:
    """Answers the page of the simulated phones."""

    def __init__(self, provider: Provider, clock: MovableClock) -> None:
        self._provider = provider
        self._clock = clock
        chat = r"/phone/chats/(?P<phone>\d+)"
        self._routes = (
            Route("GET", re.compile(r"/"), self._page),
            Route("GET", re.compile(r"/page/(?P<file>[a-z]+\.(css|js))"), self._page),
            Route("GET", re.compile(r"/phone/state"), self._state),
            Route("GET", re.compile(r"/phone/media/(?P<media>\d+)"), self._media),
            Route("POST", re.compile(r"/phone/people"), self._add_person),
            Route("POST", re.compile(rf"{chat}/messages"), self._write),
            Route("POST", re.compile(rf"{chat}/files"), self._send_file),
            Route("POST", re.compile(rf"{chat}/reactions"), self._react),
            Route("POST", re.compile(rf"{chat}/read"), self._read),
            Route("POST", re.compile(r"/phone/clock"), self._move_clock),
            Route("POST", re.compile(r"/phone/weather"), self._change_weather),
        )

    async def answer(self, request: Request) -> Reply:
        """Answer a request of the page."""
        found = find_route(self._routes, request)
        if found is None:
            return json_reply({"detail": "there is nothing here"}, 404)
        route, captured = found
        try:
            return await route.answer(captured)
        except CannotBeDone as refused:
            return json_reply({"detail": str(refused)}, 422)
        except KeyError:
            return json_reply({"detail": "there is no such contact or message"}, 404)

    async def _page(self, request: Request) -> Reply:
        name = request.captured.get("file", "phone.html")
        file = resources.files("clew.demo.phone") / "page" / name
        if not file.is_file():
            raise KeyError(name)
        media_type = PAGE_TYPES[name.rpartition(".")[2]]
        headers = {**HEADERS, "content-type": f"{media_type}; charset=utf-8"}
        return Reply(200, file.read_bytes(), headers)

    async def _state(self, request: Request) -> Reply:
        if request.query.get("since") == str(self._provider.version):
            now = self._clock.now().isoformat()
            return json_reply({"version": self._provider.version, "now": now})
        ahead = self._clock.offset.total_seconds()
        return json_reply(show(self._provider, request.query.get("phone", ""), ahead))

    async def _media(self, request: Request) -> Reply:
        media = self._provider.keeping.find_media(request.captured["media"])
        if media is None:
            raise KeyError(request.captured["media"])
        is_safe = SAFE_TO_SHOW.fullmatch(media.media_type) is not None
        headers = {
            **HEADERS,
            "content-type": media.media_type if is_safe else "application/octet-stream",
            "content-disposition": "inline" if is_safe else "attachment",
        }
        return Reply(200, self._provider.keeping.read_media(media), headers)

    async def _add_person(self, request: Request) -> Reply:
        body = _json(request)
        name, phone = str(body.get("name", "")).strip(), str(body.get("phone", ""))
        digits = "".join(filter(str.isdigit, phone))
        if not 1 <= len(name) <= 100:
            raise CannotBeDone("Give the contact a name.")
        if not 7 <= len(digits) <= 15:
            raise CannotBeDone("Give a number with its country code, such as +48 600 100 200.")
        chat = self._provider.add_person(name, digits, str(body.get("username", "")).strip()[:30])
        return json_reply({"phone": chat.person.phone}, 201)

    async def _write(self, request: Request) -> Reply:
        body = _json(request)
        quoted = str(body.get("quoted", ""))
        if body.get("kind") == "location":
            writing = Writing(kind="location", place=_place(body), quoted=quoted)
        else:
            text = str(body.get("text", "")).strip()
            if not 1 <= len(text) <= TEXT_MAX:
                raise CannotBeDone(f"Write between 1 and {TEXT_MAX} characters.")
            writing = Writing(text=text, quoted=quoted)
        said = self._provider.write(request.captured["phone"], writing)
        return json_reply({"id": said.id}, 201)

    async def _send_file(self, request: Request) -> Reply:
        phone = request.captured["phone"]
        self._provider.chat(phone)
        try:
            fields, file = read_form(request)
        except GraphError as problem:
            raise CannotBeDone(problem.details) from None
        if file is None or not file[1]:
            raise CannotBeDone("Choose a file that is not empty.")
        name, content = file
        media_type = fields.get("media_type") or "application/octet-stream"
        kind = kind_of(media_type)
        media = self._provider.keeping.add_media(content, media_type, name)
        writing = Writing(
            kind=kind,
            text="" if kind == "audio" else fields.get("text", "").strip(),
            media=media,
            is_voice=kind == "audio",
            quoted=fields.get("quoted", ""),
        )
        return json_reply({"id": self._provider.write(phone, writing).id}, 201)

    async def _react(self, request: Request) -> Reply:
        body = _json(request)
        message_id, emoji = str(body.get("message_id", "")), str(body.get("emoji", ""))[:16]
        self._provider.react(request.captured["phone"], message_id, emoji)
        return json_reply({})

    async def _read(self, request: Request) -> Reply:
        self._provider.read(request.captured["phone"])
        return json_reply({})

    async def _move_clock(self, request: Request) -> Reply:
        step = STEPS.get(str(_json(request).get("by", "")))
        if step is None:
            raise CannotBeDone(f"The clock moves by one of: {', '.join(STEPS)}.")
        try:
            now = self._clock.move(step(self._clock.now()))
        except ClockIsOnlyMovedForward as refused:
            raise CannotBeDone(f"The clock can be moved {refused}.") from None
        self._provider.memory.clock_offset_seconds = self._clock.offset.total_seconds()
        self._provider.touch()
        self._provider.save()
        return json_reply({"now": now.isoformat()})

    async def _change_weather(self, request: Request) -> Reply:
        try:
            self._provider.weather = Weather(str(_json(request).get("weather", "")))
        except ValueError:
            raise CannotBeDone("There is no such weather.") from None
        self._provider.touch()
        return json_reply({})


def kind_of(media_type: str) -> str:
    """Return how the messenger sends a file."""
    if media_type in ("image/png", "image/jpeg"):
        return "image"
    if media_type == "image/webp":
        return "sticker"
    family = media_type.partition("/")[0]
    return family if family in ("audio", "video") else "document"


def _json(request: Request) -> dict[str, Any]:
    """Return the body; a foreign page can send no JSON here without being asked first."""
    if request.media_type()[0] != "application/json":
        raise CannotBeDone("Send JSON.")
    try:
        return request.json()
    except ValueError:
        raise CannotBeDone("Send JSON.") from None


def _place(body: Mapping[str, Any]) -> Place:
    place = body.get("place")
    try:
        latitude, longitude = float(place["latitude"]), float(place["longitude"])  # type: ignore[index]
    except (KeyError, TypeError, ValueError):
        raise CannotBeDone("Give latitude and longitude.") from None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise CannotBeDone("That is nowhere on earth.")
    named = place if isinstance(place, dict) else {}
    return Place(latitude, longitude, str(named.get("name", "")), str(named.get("address", "")))
