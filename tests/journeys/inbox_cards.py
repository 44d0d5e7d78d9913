"""The inboxes of the administration, as a person finds them on the page."""

from __future__ import annotations

import re

from playwright.async_api import Locator, Page, expect


def card(page: Page, name: str) -> Locator:
    """Return what the page shows of one inbox."""
    return (
        page.get_by_role("main")
        .get_by_role("listitem")
        .filter(has=page.get_by_role("heading", name=name, exact=True))
    )


async def begin_inbox(page: Page, channel: str) -> Locator:
    """Choose a channel for a new inbox; return the form."""
    await page.get_by_role("button", name="Add an inbox").click()
    await page.get_by_role("dialog").get_by_role("button", name=re.compile(channel)).click()
    form = page.get_by_role("dialog", name=f"Add an inbox: {channel}")
    await expect(form).to_be_visible()
    return form
