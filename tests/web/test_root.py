"""The server as a whole: who answers what, and the headers that keep strangers out."""

from pathlib import Path

import pytest

from clew.domain.people import Role
from clew.web.authentication import Authenticator
from clew.web.root import build_root
from tests.fixtures.front import Front


@pytest.fixture
def built(front: Front, tmp_path: Path) -> Front:
    """A front whose pages are built."""
    assets = tmp_path / "pages" / "assets"
    assets.mkdir(parents=True)
    (tmp_path / "pages" / "index.html").write_text("<!doctype html><title>Clew</title>")
    (tmp_path / "pages" / "sw.js").write_text("self")
    (assets / "index-4f2a9c31.js").write_text("let clew")
    (assets / "clew.svg").write_text("<svg/>")
    return front


async def test_every_answer_of_the_api_keeps_foreign_pages_away(front: Front) -> None:
    async with front.of(Role.AGENT) as client:
        answers = [await client.get("/cases"), await client.get("/nowhere")]

    for answer in answers:
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


async def test_the_page_runs_nothing_but_our_own_scripts(built: Front) -> None:
    async with built.client() as client:
        answer = await client.get("http://clew.test/")

    policy = answer.headers["content-security-policy"]
    assert answer.status_code == 200
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy


async def test_the_address_of_a_screen_is_the_page(built: Front) -> None:
    async with built.client() as client:
        answer = await client.get("http://clew.test/cases/4812")

    assert answer.text.startswith("<!doctype html>")


async def test_an_unknown_address_of_the_api_is_not_the_page(built: Front) -> None:
    async with built.client() as client:
        answer = await client.get("http://clew.test/api/v2/cases")

    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


async def test_a_socket_at_another_address_is_refused(front: Front) -> None:
    sent = []

    async def receive() -> dict[str, str]:
        return {"type": "websocket.connect"}

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    await front.root({"type": "websocket", "path": "/elsewhere"}, receive, send)

    assert sent == [{"type": "websocket.close", "code": 4404}]


async def test_further_applications_can_be_mounted(front: Front) -> None:
    async def phones(scope: dict[str, str], _receive: object, send: object) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})  # type: ignore[operator]
        await send({"type": "http.response.body", "body": scope["path"].encode()})  # type: ignore[operator]

    front.root = build_root(
        front.desk,
        front.gateway,
        Authenticator(front.desk.sessions),
        mounts={"/phones": phones},
    )

    async with front.client() as client:
        answer = await client.get("http://clew.test/phones/1")

    assert answer.text == "/phones/1"


async def test_a_webhook_goes_past_the_framework(front: Front) -> None:
    async with front.client() as client:
        answer = await client.post(f"http://clew.test/hooks/{front.shop.inbox.id}", content=b"{}")

    assert (answer.status_code, answer.json()["code"]) == (403, "not_genuine")
