"""An administrator sets up the chat of a site and sees what visitors will see."""

from __future__ import annotations

import re

from playwright.async_api import expect

from tests.fixtures.browser import Complaints, NewContext
from tests.fixtures.running_shop import RunningShop
from tests.journeys.desk import OLGA, sign_in


async def test_a_chat_is_seen_before_it_is_added_and_its_line_copied_after(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    page = olga.page
    await page.goto(f"{running_shop.address}/admin/chat")
    await page.get_by_role("textbox", name="Name").fill("Kettles")
    await page.get_by_role("textbox", name="Sites").fill("https://kettles.example")
    await page.get_by_role("textbox", name="Greeting").fill("Which kettle is it?")

    preview = page.frame_locator("iframe")
    await expect(preview.get_by_role("heading", name="Kettles")).to_be_visible()
    await expect(preview.get_by_text("Which kettle is it?")).to_be_visible()
    await page.get_by_role("button", name="Add a chat").click()

    line = page.locator("pre").first
    await expect(line).to_contain_text(re.compile(r'src="http://127.0.0.1:\d+/widget.js"'))
    [inbox] = [one for one in await olga_inboxes(running_shop) if one[1] == "webchat"]
    await expect(line).to_contain_text(f'data-inbox="{inbox[0]}"')
    await page.reload()
    await expect(page.get_by_role("textbox", name="Greeting")).to_have_value("Which kettle is it?")

    # Another one, whose name comes first: each card leads to the form of its own chat.
    await page.goto(f"{running_shop.address}/admin/inboxes")
    await page.get_by_role("button", name="Add an inbox").click()
    await page.get_by_role("button", name="A chat on your own site").click()
    await expect(page.get_by_role("textbox", name="Greeting")).to_have_value("")
    await page.get_by_role("textbox", name="Name").fill("Awnings")
    await page.get_by_role("textbox", name="Sites").fill("https://awnings.example")
    await page.get_by_role("button", name="Add a chat").click()
    await expect(line).not_to_contain_text(inbox[0])
    await page.goto(f"{running_shop.address}/admin/inboxes")
    card = page.get_by_role("listitem").filter(has_text="Kettles")
    await card.get_by_role("button", name="Edit").click()
    await expect(page.get_by_role("textbox", name="Name")).to_have_value("Kettles")
    await expect(page.get_by_role("textbox", name="Greeting")).to_have_value("Which kettle is it?")


async def olga_inboxes(shop: RunningShop) -> list[tuple[str, str]]:
    """Return the ids and channels of the inboxes."""
    async with shop.deps.store.read() as reader:
        return [(str(one.id), one.channel) for one in await reader.people.inboxes()]
