"""The made-up shop with the chat on it."""

from __future__ import annotations

import asyncio
from uuid import UUID

import aiohttp

from clew.demo.shop import page, serving_shop, shop
from clew.domain.ids import InboxId
from tests.fixtures.network import find_free_port

INBOX = InboxId(UUID(int=7))
CLEW = "http://127.0.0.1:8080"


def test_the_page_shows_the_chat_by_one_tag() -> None:
    text = page(CLEW, INBOX).decode()

    assert f'<script src="{CLEW}/widget.js" data-inbox="{INBOX}" async></script>' in text
    assert text.count("<script") == 1


async def test_the_shop_is_served_with_a_strict_policy_and_stops() -> None:
    port = find_free_port()
    async with (
        serving_shop(shop(CLEW, INBOX), "127.0.0.1", port),
        aiohttp.ClientSession() as client,
    ):
        for _ in range(600):
            try:
                async with client.get(f"http://127.0.0.1:{port}/") as answer:
                    policy = answer.headers["content-security-policy"]
                    status = answer.status
                    break
            except aiohttp.ClientConnectorError:
                await asyncio.sleep(0.02)
        async with client.get(f"http://127.0.0.1:{port}/shop.css") as style:
            kind = style.headers["content-type"]

    assert status == 200
    assert f"script-src {CLEW}; frame-src {CLEW}" in policy
    assert "unsafe" not in policy
    assert kind == "text/css"
