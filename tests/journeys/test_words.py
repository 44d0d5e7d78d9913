"""Tags and canned replies, by keyboard alone, and usable by those who don't see them."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from playwright.async_api import expect

from clew.demo.graph.chats import Side
from clew.demo.graph.provider import Writing
from tests.fixtures.browser import Complaints, NewContext, TakePicture
from tests.fixtures.running_shop import RunningShop
from tests.journeys.accessible import violations
from tests.journeys.desk import OLGA, sign_in

NUMBER = "447700900300"


async def test_a_case_is_tagged_and_answered_with_saved_words(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    provider = running_shop.provider
    provider.add_person("+44 7700 900300", NUMBER)
    provider.write(NUMBER, Writing(text="Where is my refund?"))
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    await olga.open("+44 7700 900300")
    page = olga.page
    keys = page.keyboard

    await keys.press("l")
    await expect(page.get_by_role("dialog")).to_be_visible()
    await keys.type("refu")
    await keys.press("Enter")
    assert await violations(page) == []
    await keys.press("Control+Enter")
    panel = page.get_by_role("complementary")
    await expect(panel.get_by_role("listitem").filter(has_text="Refund")).to_be_visible()

    await page.get_by_role("log").focus()
    await keys.press("r")
    await keys.type("/look")
    await expect(page.get_by_role("option", name=re.compile("We look into it"))).to_be_visible()
    assert await violations(page) == []
    await keys.press("Enter")

    box = page.get_by_role("textbox", name="Reply", exact=True)
    await expect(box).to_have_value(re.compile(r"^Hello \{contact.first_name\}, this is Olga"))
    await expect(page.get_by_role("button", name="Send", exact=True)).to_be_disabled()
    await expect(page.get_by_text("Fill in before sending")).to_be_visible()
    await keys.press("Control+Enter")
    assert await violations(page) == []
    await keys.type("Vera")  # what was left open is chosen already
    await expect(box).to_have_value(re.compile("^Hello Vera, this is Olga from Jan"))
    await keys.press("Control+End")
    await keys.type(" :thum")
    emoji = page.get_by_role("listbox", name="Emoji")
    await expect(emoji.get_by_role("option", name="thumbs up")).to_be_visible()
    assert await violations(page) == []
    await keys.press("Enter")
    await keys.type(" :tada: :-) at 9:")
    await expect(emoji).to_be_hidden()
    await keys.press("Enter")
    await expect(box).to_have_value(re.compile("👍 🎉 :-\\) at 9:\n$"))
    await keys.press("Control+Enter")

    await expect(olga.said("Hello Vera")).to_contain_text(
        re.compile("Sent|Delivered|Read"), timeout=30_000
    )
    sent = [one.text for one in provider.chat(NUMBER).said if one.by is Side.SHOP]
    assert [text.partition(",")[0] for text in sent] == ["Hello Vera"]


async def test_a_reply_goes_out_tomorrow_unless_the_contact_writes_before(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    """It is Monday, half past nine; from here on nobody touches a mouse."""
    provider, clock = running_shop.provider, running_shop.clock
    provider.add_person("Vera Lind", NUMBER)
    provider.write(NUMBER, Writing(text="Did it arrive?"))
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    await olga.open("Vera Lind")
    page, keys = olga.page, olga.page.keyboard

    header = page.locator("header").filter(has=page.get_by_role("heading", level=1))

    async def later(words: str, when: str) -> None:
        await page.get_by_role("textbox", name="Reply", exact=True).focus()
        await keys.type(words)
        await keys.press("Control+Shift+Enter")
        await expect(page.get_by_role("menuitem", name="Send later")).to_be_visible()
        await keys.press("4")
        dialog = page.get_by_role("dialog", name="Send later")
        await expect(dialog.get_by_role("textbox", name="Or type it")).to_be_focused()
        await keys.type(when)
        await expect(dialog).to_contain_text(re.compile(r"Tue 7 Jul, 09:00"))
        await expect(dialog).to_contain_text("The answer is due")
        assert await violations(page) == []
        await keys.press("Enter")
        await expect(dialog).to_be_hidden()
        await expect(olga.said(words)).to_contain_text("Goes out Tue 7 Jul, 09:00")
        await expect(header).to_contain_text("Goes out Tue 7 Jul, 09:00")
        await expect(olga.row("Vera Lind")).to_contain_text("Goes out Tue 09:00")

    await later("It has not left yet.", "jutro 9")
    waiting = olga.said("It has not left yet.")
    await expect(page.get_by_text("Your move").first).to_be_visible()
    provider.write(NUMBER, Writing(text="Never mind, it is here."))
    await expect(waiting).to_contain_text("Not sent: the contact wrote after this was written")
    await expect(waiting.get_by_role("button", name="Send again")).to_be_hidden()
    assert await violations(page) == []

    await later("Good to hear.", "tomorrow 9")
    waiting = olga.said("Good to hear.")
    await waiting.get_by_role("button", name="Cancel").focus()
    await keys.press("Enter")
    await expect(waiting).to_be_hidden()
    await expect(header).not_to_contain_text("Goes out")
    await expect(olga.row("Vera Lind")).not_to_contain_text("Goes out")
    await later("Tell me if more is missing.", "завтра 9")
    clock.move(timedelta(hours=23, minutes=31))

    last = olga.said("Tell me if more is missing.")
    await expect(last).to_contain_text(re.compile("Sent|Delivered|Read"), timeout=20_000)
    await expect(header).not_to_contain_text("Goes out")
    sent = [one.text for one in provider.chat(NUMBER).said if one.by is Side.SHOP]
    assert sent == ["Tell me if more is missing."]
    assert await running_shop.audit() == {}


@pytest.mark.screenshots
async def test_words_are_looked_after(
    sample_shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
    take_picture: TakePicture,
) -> None:
    olga = await sign_in(sample_shop, new_context, complaints, OLGA)
    page = olga.page
    await page.get_by_role("link", name="Administration").click()
    await page.get_by_role("link", name="Tags").click()
    await expect(page.get_by_role("cell", name="Refund")).to_be_visible()
    assert await violations(page) == []
    await take_picture(page, "admin-tags")
    await page.get_by_role("link", name="Saved replies").click()
    await page.get_by_role("button", name="Edit").first.click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    assert await violations(page) == []
    await take_picture(page, "admin-canned")
