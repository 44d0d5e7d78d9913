"""Tags and canned replies, by keyboard alone, and usable by those who don't see them."""

from __future__ import annotations

import re

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
