"""A contact with a simulated phone in the hand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Locator, Page, expect

from tests.fixtures.browser import NewContext
from tests.fixtures.running_shop import RunningShop


@dataclass(frozen=True, slots=True)
class Phone:
    """One contact's phone."""

    page: Page

    async def write(self, text: str) -> None:
        await self.page.get_by_role("textbox", name="Message").fill(text)
        await self.page.get_by_role("button", name="Send", exact=True).click()
        await expect(self.said(text)).to_be_visible()

    async def send_file(self, path: Path, text: str = "") -> None:
        await self.page.get_by_role("textbox", name="Message").fill(text)
        await self.page.get_by_label("Photo, voice or file").set_input_files(path)

    def said(self, text: str) -> Locator:
        """Return the messages on the phone that hold these words."""
        return self.page.get_by_role("log").get_by_role("article").filter(has_text=text)

    async def quote(self, text: str) -> None:
        """Answer the message that holds these words with the next one."""
        message = self.said(text)
        await message.locator("summary").click()
        await message.get_by_role("button", name="Answer this message").click()

    async def move_clock(self, by: str) -> None:
        """Press one of the buttons under the demo's clock."""
        await self.page.get_by_role("button", name=by, exact=True).click()

    async def make_provider(self, behave: str) -> None:
        await self.page.get_by_label("How it behaves").select_option(label=behave)


async def take_phone(shop: RunningShop, new_context: NewContext, name: str, number: str) -> Phone:
    """Give a new contact a phone."""
    context = await new_context(timezone_id="Europe/Warsaw")
    page = await context.new_page()
    await page.goto(f"{shop.address}/simulation")
    await page.get_by_text("Add a contact").click()
    await page.get_by_label("Name", exact=True).fill(name)
    await page.get_by_label("Number", exact=True).fill(number)
    await page.get_by_role("button", name="Add", exact=True).click()
    await expect(page.get_by_text(re.compile(f"Phone of {name}"))).to_be_visible()
    return Phone(page)
