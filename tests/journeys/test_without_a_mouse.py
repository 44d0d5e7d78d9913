"""The main job by keyboard alone, from signing in on: nothing is ever pointed at."""

from __future__ import annotations

import re
from datetime import timedelta

from playwright.async_api import Locator, Page, expect

from clew.demo.graph.provider import Writing
from tests.fixtures.browser import Complaints, NewContext
from tests.fixtures.running_shop import RunningShop
from tests.journeys.desk import OLGA, Desk

NUMBER = "447700900350"
LISTEN = """for (const kind of ['pointerdown', 'mousedown', 'touchstart'])
  addEventListener(kind, () => sessionStorage.setItem('pointed', kind), true)"""


async def tab_to(page: Page, wanted: Locator) -> None:
    """Go on by Tab until something has the focus, as who cannot point would."""
    await expect(wanted).to_be_visible()
    for _ in range(60):
        if await wanted.evaluate("(one) => one === document.activeElement"):
            return
        await page.keyboard.press("Tab")
    raise AssertionError(f"Tab never comes to {wanted}")


async def press_button(page: Page, within: Page | Locator, name: str) -> None:
    await tab_to(page, within.get_by_role("button", name=re.compile(name)).first)
    await page.keyboard.press("Enter")


async def test_the_main_job_needs_no_mouse(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    complaints.expect(r"401 \(Unauthorized\).*/session")
    shop = running_shop
    shop.provider.add_person("Vera Lind", NUMBER)
    page = await (await new_context(timezone_id="Europe/Warsaw")).new_page()
    press, write = page.keyboard.press, page.keyboard.type
    olga, dialog = Desk(page), page.get_by_role("dialog")
    await page.add_init_script(LISTEN)

    await page.goto(shop.address)
    await tab_to(page, page.get_by_role("textbox", name="Email"))
    await write(OLGA)
    await tab_to(page, page.get_by_label("Password", exact=True))
    await write(shop.passwords[OLGA])
    await press("Enter")
    await expect(page.get_by_role("navigation", name="Places")).to_be_visible()

    shop.provider.write(NUMBER, Writing(text="The kettle leaks."))
    await expect(olga.row("Vera Lind")).to_be_visible()
    await press("j")
    await expect(olga.said("The kettle leaks.")).to_be_visible()
    await press("r")
    await write("Could you send a photo?")
    await press("Control+Enter")
    await expect(olga.said("Could you send a photo?")).to_contain_text("Delivered")

    await press("Escape")
    await press("p")
    await press_button(page, dialog, "^Tomorrow")
    await tab_to(page, dialog.get_by_role("textbox", name="Why"))
    await write("ask the supplier")
    await press_button(page, dialog, "^Park$")
    await expect(dialog).to_be_hidden()
    await press("g")
    await press("m")
    await expect(olga.row("Vera Lind")).to_have_count(0)

    shop.clock.move(timedelta(days=1))
    await expect(olga.row("Vera Lind")).to_be_visible()
    await press("j")
    await expect(olga.timeline).to_contain_text("ask the supplier")
    await press("e")
    await press_button(page, dialog, "^Done$")
    await expect(page.get_by_role("button", name="Reopen").first).to_be_visible()

    await press("/")
    await write("kettle leaks")
    await press("Enter")
    found = page.get_by_role("main").get_by_role("listitem").filter(has_text="Vera Lind")
    await tab_to(page, found.first.get_by_role("link"))
    await press("Enter")
    await expect(olga.said("The kettle leaks.")).to_be_visible()

    assert await page.evaluate("sessionStorage.getItem('pointed')") is None
    assert await shop.audit() == {}
