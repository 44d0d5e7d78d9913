"""The page of a mail: it loads and runs nothing, and only in a frame of ours."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import uuid4

from clew.domain.people import Role
from clew.ports.channel import IncomingMessage
from tests.fixtures.front import Front, changed

MAIL = {
    "type": "mail",
    "html": '<p>Hello <img data-remote-src="https://a.example/b.png"></p>',
    "reply": "Hello",
    "folds": [],
    "has_remote": True,
    "auto": "none",
}


async def receive(front: Front, content: dict[str, Any]) -> Any:
    """Let a message come in that carries this."""
    channel = front.shop.deps.channels["whatsapp"]

    def parse(raw: Any, config: Any) -> Any:
        return tuple(
            replace(item, content=content) if isinstance(item, IncomingMessage) else item
            for item in channel.parse(raw, config)
        )

    planted = {"whatsapp": replace(channel, parse=parse)}
    with changed(front.shop.deps, channels=planted):
        await front.shop.write("Hello")
    return (await front.shop.messages())[-1]


async def test_a_mail_is_shown_in_a_page_that_may_do_nothing(front: Front) -> None:
    item = await receive(front, MAIL)
    case = await front.shop.case()
    page = f"/conversations/{case.conversation_id}/messages/{item.id}/page"

    async with front.of(Role.AGENT) as client:
        quiet = await client.get(page)
        asked = await client.get(page, params={"remote": "true"})

    policy = quiet.headers["content-security-policy"]
    assert quiet.status_code == 200
    assert quiet.headers["content-type"].startswith("text/html")
    assert quiet.headers["x-frame-options"] == "SAMEORIGIN"
    assert quiet.headers["cache-control"] == "no-store"
    assert "img-src data:;" in policy
    assert "script-src" not in policy
    assert "default-src 'none'" in policy
    assert "sandbox allow-popups" in policy
    assert "allow-scripts" not in policy
    assert " src=" not in quiet.text
    assert 'img src="https://a.example/b.png"' in asked.text
    assert "img-src data: https: http:;" in asked.headers["content-security-policy"]


async def test_the_timeline_says_only_that_there_is_a_page(front: Front) -> None:
    item = await receive(front, MAIL)

    assert item.content["has_html"] is True
    assert "html" not in item.content
    assert item.content["reply"] == "Hello"


async def test_what_is_no_mail_has_no_page(front: Front) -> None:
    item = await receive(front, {**MAIL, "type": "location"})
    case = await front.shop.case()

    async with front.of(Role.AGENT) as client:
        other = await client.get(f"/conversations/{case.conversation_id}/messages/{item.id}/page")
        elsewhere = await client.get(f"/conversations/{uuid4()}/messages/{item.id}/page")

    assert other.status_code == elsewhere.status_code == 404
