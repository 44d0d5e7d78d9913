from __future__ import annotations

import re
from collections.abc import MutableMapping
from typing import Any

import pytest

from clew.demo import asgi
from clew.demo.asgi import Reply, Request, Route, as_app, find_route, json_reply


async def echo(request: Request) -> Reply:
    return json_reply({"path": request.path, "query": dict(request.query), **request.captured})


async def ask(answer: asgi.Answer, path: str, body: bytes = b"") -> list[MutableMapping[str, Any]]:
    said: list[MutableMapping[str, Any]] = []
    parts: list[MutableMapping[str, Any]] = [
        {"type": "http.request", "body": body[:3], "more_body": True},
        {"type": "http.request", "body": body[3:]},
    ]

    async def receive() -> MutableMapping[str, Any]:
        return parts.pop(0)

    async def send(message: MutableMapping[str, Any]) -> None:
        said.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": path,
        "query_string": b"a=1&b=%C3%A9",
        "headers": [(b"content-type", b"text/plain; charset=utf-8")],
    }
    await as_app("/simulation", answer)(scope, receive, send)
    return said


async def test_an_app_sees_addresses_without_its_prefix() -> None:
    start, body = await ask(echo, "/simulation/phone")

    assert start["status"] == 200
    assert body["body"] == '{"path": "/phone", "query": {"a": "1", "b": "é"}}'.encode()


async def test_a_body_that_comes_in_parts_is_whole() -> None:
    async def back(request: Request) -> Reply:
        return Reply(body=request.body)

    _, body = await ask(back, "/simulation", b"in two parts")

    assert body["body"] == b"in two parts"


async def test_a_body_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asgi, "MAX_BODY_BYTES", 5)

    start, _ = await ask(echo, "/simulation", b"in two parts")

    assert start["status"] == 413


async def test_a_lost_answer_promises_more_than_it_gives() -> None:
    async def lose(_: Request) -> Reply:
        return Reply(is_lost=True)

    start, body = await ask(lose, "/simulation")

    assert (b"content-length", b"1") in start["headers"]
    assert body["more_body"] is True


def test_a_route_captures_and_a_stranger_is_not_found() -> None:
    routes = (Route("GET", re.compile(r"/chats/(?P<phone>\d+)"), echo),)

    found = find_route(routes, Request("GET", "/chats/36"))

    assert found is not None
    assert found[1].captured == {"phone": "36"}
    assert find_route(routes, Request("POST", "/chats/36")) is None
    assert find_route(routes, Request("GET", "/chats/anna")) is None


def test_a_request_reads_its_json_and_its_media_type() -> None:
    request = Request("POST", "/", headers={"content-type": "a/b; boundary=x"}, body=b'{"a": 1}')

    assert request.json() == {"a": 1}
    assert request.media_type() == ("a/b", {"boundary": "x"})
    with pytest.raises(ValueError, match="not a JSON object"):
        Request("POST", "/", body=b"[]").json()
