"""Pictures of the main screens, on a desk and on a phone, by day and by night.

`make screenshots` keeps them; a run of the tests only sees to it that they can be taken.
"""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from tests.fixtures.browser import Complaints, NewContext, TakePicture
from tests.fixtures.running_shop import RunningShop
from tests.journeys.accessible import violations
from tests.journeys.desk import OLGA, Desk, sign_in

SECTIONS = (
    *("people", "teams", "hours", "inboxes", "chat", "tags", "canned", "tokens"),
    *("undelivered", "quarantine"),
)

pytestmark = pytest.mark.screenshots


@pytest.fixture
async def olga(sample_shop: RunningShop, new_context: NewContext, complaints: Complaints) -> Desk:
    return await sign_in(sample_shop, new_context, complaints, OLGA)


async def test_the_workspace(
    olga: Desk, sample_shop: RunningShop, take_picture: TakePicture
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


async def test_the_administration(
    olga: Desk, sample_shop: RunningShop, take_picture: TakePicture
) -> None:
    page = olga.page
    for section in SECTIONS:
        await page.goto(f"{sample_shop.address}/admin/{section}")
        await expect(page.get_by_role("main").get_by_role("heading", level=2)).to_be_visible()
        await expect(page.get_by_text("Loading")).to_have_count(0)
        await take_picture(page, f"admin-{section}")
        add = page.get_by_role("main").get_by_role("button", name=re.compile("^(Add|Invite) "))
        if await add.count() and section != "chat":
            await add.first.click()
            dialog = page.get_by_role("dialog")
            await expect(dialog).to_be_visible()
            await take_picture(page, f"admin-{section}-add")
            assert await violations(page) == [], section


async def test_the_simulated_phone(
    sample_shop: RunningShop, new_context: NewContext, take_picture: TakePicture
) -> None:
    context = await new_context(timezone_id="Europe/Warsaw")
    page = await context.new_page()
    await page.goto(f"{sample_shop.address}/simulation#36205550101")
    await expect(page.get_by_role("log").get_by_role("img").last).to_be_visible()

    await take_picture(page, "phone")
