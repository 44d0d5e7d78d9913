"""Who a visitor is: whom the site vouches for, and whoever holds a one-time link."""

from __future__ import annotations

import base64
import hmac
import json
from collections.abc import AsyncIterator
from datetime import datetime

import pytest
from playwright.async_api import expect

from clew.domain.ids import InboxId
from tests.fixtures.browser import Complaints, NewContext
from tests.fixtures.running_shop import RunningShop
from tests.journeys.desk import OLGA, sign_in
from tests.journeys.visitor import HostSite, Visitor, host_site

SECRET = "the-shops-own-secret"


@pytest.fixture
async def site(running_shop: RunningShop) -> AsyncIterator[HostSite]:
    async with host_site(running_shop) as site:
        yield site


async def test_whom_the_site_vouches_for_is_known_by_name(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    """The site's token is taken, and signing out of the site leaves nothing on the device."""
    secrets = {"identity_secret": SECRET}
    async with host_site(running_shop, secrets, only_verified="yes") as site:
        olga = await sign_in(running_shop, new_context, complaints, OLGA)
        vera = Visitor(await (await new_context()).new_page())
        await vera.arrive(site.address)
        await vera.page.evaluate("Clew.open()")
        await expect(vera.frame.get_by_text("Please sign in on this site")).to_be_visible()

        token = vouch(site.inbox_id, running_shop.clock.now())
        await vera.page.evaluate("token => Clew.identify(token)", token)
        await vera.write("Where is my kettle?")
        await expect(vera.said("Where is my kettle?")).to_contain_text("Sent")
        await expect(olga.row("Vera Lind")).to_be_visible()

        await vera.page.evaluate("Clew.reset()")
        await expect(vera.said("Where is my kettle?")).to_have_count(0)
        await expect(vera.frame.get_by_text("Please sign in on this site")).to_be_visible()
        # What the frame forgets, the page around it is told a moment later.
        await vera.page.wait_for_function("() => Object.keys(localStorage).length === 0")


def vouch(inbox_id: InboxId, now: datetime) -> str:
    """Sign who a visitor is, as the host's server does."""
    claims = {
        "sub": "customer-42",
        "name": "Vera Lind",
        "aud": str(inbox_id),
        "iat": int(now.timestamp()),
        "exp": int(now.timestamp()) + 300,
        "jti": "once",
    }
    parts = [{"alg": "HS256", "typ": "JWT"}, claims]
    signed = b".".join(encode(json.dumps(part).encode()) for part in parts)
    signature = hmac.digest(SECRET.encode(), signed, "sha256")
    return (signed + b"." + encode(signature)).decode()


def encode(data: bytes) -> bytes:
    return base64.urlsafe_b64encode(data).rstrip(b"=")


async def test_a_link_that_was_used_says_so_and_one_may_still_write(
    running_shop: RunningShop, site: HostSite, new_context: NewContext, complaints: Complaints
) -> None:
    """Looking at the address uses nothing up: only the button asks."""
    complaints.expect(r"401 \(Unauthorized\).*/sessions")
    page = await (await new_context()).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    await page.goto(f"{running_shop.address}/widget/{site.inbox_id}#link=used-long-ago")

    button = page.get_by_role("button", name="Open the conversation")
    await expect(button).to_be_visible()
    before = [one for one in asked if one.startswith("POST") or "used-long-ago" in one[60:]]
    await button.click()
    await expect(page.get_by_text("This link has been used or has expired.")).to_be_visible()
    await page.get_by_role("button", name="Back to the chat").click()

    await expect(page.get_by_role("textbox", name="Write a message…")).to_be_visible()
    assert "used-long-ago" not in page.url
    assert [one for one in before if one.startswith("POST")] == []
