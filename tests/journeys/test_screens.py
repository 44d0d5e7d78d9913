"""Pictures of the main screens, on a desk and on a phone, by day and by night.

`make screenshots` keeps them; a run of the tests only sees to it that they can be taken.
"""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from tests.fixtures.browser import Complaints, NewContext, TakePicture
from tests.fixtures.running_shop import RunningShop
from tests.journeys.desk import OLGA, Desk, sign_in
from tests.journeys.visitor import Visitor, host_site

SECTIONS = (
    *("people", "teams", "hours", "inboxes", "chat", "tags", "canned", "tokens"),
    *("undelivered", "quarantine"),
)
# What comes a moment after the rest.
SHOWN = {"inboxes": "main .card", "hours": "main .outlook"}

pytestmark = pytest.mark.screenshots


@pytest.fixture
async def olga(sample_shop: RunningShop, new_context: NewContext, complaints: Complaints) -> Desk:
    return await sign_in(sample_shop, new_context, complaints, OLGA)


async def test_the_workspace(
    olga: Desk, sample_shop: RunningShop, take_picture: TakePicture, complaints: Complaints
) -> None:
    page = olga.page
    await take_picture(page, "list")
    await olga.open("Anna Kowalska")
    await expect(olga.said("Dobrze, czekam.")).to_be_visible()
    await take_picture(page, "case")

    await olga.go_to("Waiting")
    await olga.open("Дмитрий Орлов")
    await page.get_by_role("main").get_by_role("button", name="Park", exact=True).first.click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    await take_picture(page, "park")
    await page.keyboard.press("Escape")

    for place in ("Team queue", "Parked", "Resolved", "Starred", "Mentions"):
        await olga.go_to(place)
        await expect(page.get_by_role("heading", name=place)).to_be_visible()
        await take_picture(page, place.lower().replace(" ", "-"))

    found = await olga.search("przelew")
    await expect(found.first).to_contain_text(re.compile("przelew", re.IGNORECASE))
    await take_picture(page, "search")

    for screen in ("Settings", "Administration"):
        await page.get_by_role("link", name=screen).click()
        await expect(page.get_by_role("heading", name=screen)).to_be_visible()
        await take_picture(page, screen.lower())

    await page.context.clear_cookies()
    await page.goto(sample_shop.address)
    await expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    await take_picture(page, "sign-in")
    await page.get_by_role("link", name="Forgotten your password?").click()
    await expect(page.get_by_role("button", name="Send me a link")).to_be_visible()
    await take_picture(page, "forgotten")
    complaints.expect(r"410 \(Gone\).*/links/")
    await page.goto(f"{sample_shop.address}/join#{'A' * 43}")
    await expect(page.get_by_text("This link is not good any more.")).to_be_visible()
    await take_picture(page, "join-late")


async def test_the_administration(
    olga: Desk, sample_shop: RunningShop, take_picture: TakePicture
) -> None:
    page = olga.page
    for section in SECTIONS:
        await page.goto(f"{sample_shop.address}/admin/{section}")
        await expect(page.get_by_role("main").get_by_role("heading", level=2)).to_be_visible()
        await expect(page.get_by_text("Loading")).to_have_count(0)
        if section in SHOWN:
            await expect(page.locator(SHOWN[section]).first).to_be_visible()
        if section == "chat":
            await expect(page.frame_locator("iframe").get_by_role("article")).to_have_count(2)
        await take_picture(page, f"admin-{section}")


async def test_the_simulated_phone(
    sample_shop: RunningShop, new_context: NewContext, take_picture: TakePicture
) -> None:
    context = await new_context(timezone_id="Europe/Warsaw")
    page = await context.new_page()
    await page.goto(f"{sample_shop.address}/simulation#36205550101")
    await expect(page.get_by_role("log").get_by_role("img").last).to_be_visible()

    await take_picture(page, "phone")


async def test_the_chat_of_a_site(
    running_shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
    take_picture: TakePicture,
) -> None:
    complaints.expect("ERR_INTERNET_DISCONNECTED")
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    browser = await new_context()
    vera = Visitor(await browser.new_page())
    async with host_site(running_shop) as site:
        await vera.arrive(site.address)
        await take_picture(vera.page, "site")
        await vera.open()
        await take_picture(vera.page, "chat-empty")
        await vera.write("Does the blue kettle whistle?")
        await olga.open("Does the blue kettle whistle?")
        await take_picture(olga.page, "case-live")
        await olga.reply("It does, and *loudly*.")
        await expect(vera.said("loudly")).to_be_visible()
        await take_picture(vera.page, "chat")
        await vera.frame.get_by_role("button", name="Menu").click()
        await expect(vera.frame.get_by_role("heading", name="Menu")).to_be_visible()
        await take_picture(vera.page, "chat-menu")
        await vera.frame.get_by_role("button", name="Back to the chat").click()
        await browser.set_offline(True)
        await vera.write("Then I take two.")
        await expect(vera.frame.get_by_text("1 message waits.")).to_be_visible()
        await take_picture(vera.page, "chat-offline")
