"""An agent at the workspace, as a person who reads the screen and presses what it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from playwright.async_api import FilePayload, Locator, Page, expect

from tests.fixtures.browser import Complaints, NewContext
from tests.fixtures.running_shop import RunningShop

OLGA, PETER = "olga@jans-shop.example", "peter@jans-shop.example"
# What signing in is called: the address, the password, the button, and what is there then.
ENGLISH = ("Email", "Password", "Sign in", "Places")
POLISH = ("E-mail", "Hasło", "Zaloguj się", "Miejsca")


@dataclass(frozen=True, slots=True)
class Desk:
    """One signed-in agent."""

    page: Page

    async def go_to(self, place: str) -> None:
        await self.page.get_by_role("navigation").get_by_role("link", name=place).first.click()

    def row(self, name: str) -> Locator:
        """Return the row of a contact in the list that is shown."""
        return self.page.get_by_role("option", name=re.compile(re.escape(name)))

    async def open(self, name: str) -> None:
        await self.row(name).first.click()
        await expect(self.timeline).to_be_visible()

    @property
    def timeline(self) -> Locator:
        return self.page.get_by_role("log")

    def said(self, text: str) -> Locator:
        """Return the messages on the timeline that hold these words."""
        return self.timeline.get_by_role("article").filter(has_text=text)

    @property
    def letter(self) -> Locator:
        """The line with subject and readers of a reply by mail; it opens."""
        return self.page.get_by_role("button", name=re.compile("Change subject and readers"))

    async def attach(self, file: FilePayload) -> None:
        """Choose a file, and wait until it is on the server."""
        await self.page.locator("input[type=file]").set_input_files(file)
        remove = self.page.get_by_role("button", name=re.compile(f"Remove.*{file['name']}"))
        await expect(remove).to_be_visible()

    async def write(self, text: str) -> None:
        await self.page.get_by_role("textbox", name="Reply", exact=True).fill(text)

    async def send(self) -> None:
        # Offline the button says what it does then: the message waits in the browser.
        await self.page.get_by_role("button", name=re.compile("^(Send|Queue)$")).click()

    async def reply(self, text: str) -> None:
        await self.write(text)
        await self.send()

    async def park(self, why: str, until: str = "Tomorrow") -> None:
        case = self.page.get_by_role("main")
        await case.get_by_role("button", name="Park", exact=True).first.click()
        dialog = self.page.get_by_role("dialog")
        await dialog.get_by_role("button", name=re.compile(f"^{until}")).click()
        await dialog.get_by_role("textbox", name="Why").fill(why)
        await dialog.get_by_role("button", name="Park", exact=True).click()
        await expect(dialog).to_be_hidden()

    async def resolve(self) -> None:
        case = self.page.get_by_role("main")
        await case.get_by_role("button", name="Done", exact=True).first.click()
        dialog = self.page.get_by_role("dialog")
        await dialog.get_by_role("button", name="Done", exact=True).click()
        await expect(dialog).to_be_hidden()

    async def search(self, words: str) -> Locator:
        """Search everything ever said; return the results."""
        await self.go_to("Search")
        box = self.page.get_by_role("searchbox")
        await box.fill(words)
        await box.press("Enter")
        return self.page.get_by_role("main").get_by_role("listitem")


async def sign_in(
    shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
    email: str,
    *,
    words: tuple[str, str, str, str] = ENGLISH,
    **options: Any,
) -> Desk:
    """Sit an agent down at a desk of their own."""
    complaints.expect(r"401 \(Unauthorized\).*/session")  # asked before anybody has signed in
    context = await new_context(timezone_id="Europe/Warsaw", **options)
    page = await context.new_page()
    await page.goto(shop.address)
    address, password, button, places = words
    await page.get_by_role("textbox", name=address).fill(email)
    await page.get_by_label(password, exact=True).fill(shop.passwords[email])
    await page.get_by_role("button", name=button).click()
    await expect(page.get_by_role("navigation", name=places)).to_be_visible()
    return Desk(page)
