"""One chord leads anywhere; the shell opens without a network; news reach who looks elsewhere."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from clew.demo.graph.provider import Writing
from tests.fixtures.browser import Complaints, NewContext, TakePicture
from tests.fixtures.running_shop import RunningShop
from tests.journeys.accessible import violations
from tests.journeys.desk import OLGA, sign_in

NUMBER = "447700900330"


async def test_the_palette_goes_anywhere_and_does_anything(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    running_shop.provider.add_person("Vera Lind", NUMBER)
    running_shop.provider.write(NUMBER, Writing(text="Hello"))
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    page, keys = olga.page, olga.page.keyboard
    await expect(olga.row("Vera Lind")).to_be_visible()

    await keys.press("Control+k")
    await expect(page.get_by_role("dialog")).to_be_visible()
    assert await violations(page) == []
    await keys.type("#1")
    await expect(page.get_by_role("option", name=re.compile("Vera Lind")).last).to_be_visible()
    await keys.press("Enter")
    await expect(olga.said("Hello")).to_be_visible()

    await keys.press("Control+k")
    await keys.type("> sta")
    await keys.press("Enter")
    star = page.get_by_role("main").get_by_role("button", name="Take the star away")
    await expect(star.first).to_be_visible()

    await keys.press("Control+k")
    await keys.type("assign to pete")
    await expect(page.get_by_role("option").first).to_have_text(re.compile("Assign to P"))
    await keys.press("Enter")
    await expect(page.get_by_text(re.compile("^Assigned to P"))).to_be_visible()

    await keys.press("Control+k")
    await keys.type("adm tag")
    await keys.press("Enter")
    await expect(page.get_by_role("heading", name="Tags")).to_be_visible()

    await keys.press("Control+k")
    await keys.type("@ver")
    await expect(page.get_by_role("option", name=re.compile("Vera"))).to_be_visible()
    await keys.press("Enter")
    await expect(page.get_by_role("region", name="Addresses")).to_be_visible()
    await page.get_by_role("region", name="Cases").get_by_role("link").click()
    await expect(olga.said("Hello")).to_be_visible()


async def test_the_workspace_opens_without_a_network(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    complaints.expect("ERR_INTERNET_DISCONNECTED|Failed to fetch")
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    page = olga.page
    await page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    # The second load comes through the worker, which keeps what it passes on.
    await page.reload()
    await expect(page.get_by_role("navigation", name="Places")).to_be_visible()
    manifest = await page.evaluate("fetch('/manifest.webmanifest').then((one) => one.json())")
    assert {icon["sizes"] for icon in manifest["icons"]} >= {"192x192", "512x512"}

    await page.context.set_offline(True)
    await page.reload()

    await expect(page.get_by_role("button", name="Try again")).to_be_visible()


@pytest.mark.screenshots
async def test_pictures_of_the_palette_and_the_settings(
    sample_shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
    take_picture: TakePicture,
) -> None:
    olga = await sign_in(sample_shop, new_context, complaints, OLGA)
    await olga.page.get_by_role("option").first.click()
    await olga.page.keyboard.press("Control+k")
    await expect(olga.page.get_by_role("dialog")).to_be_visible()
    await take_picture(olga.page, "palette")
    await olga.page.keyboard.press("Escape")
    await olga.go_to("Starred")
    await take_picture(olga.page, "starred")
    await olga.page.get_by_role("link", name="Settings").click()
    await expect(olga.page.get_by_role("heading", name="Notifications")).to_be_visible()
    assert await violations(olga.page) == []
