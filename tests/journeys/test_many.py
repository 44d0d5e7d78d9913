"""Views, stars, mentions, and one act on many cases."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from playwright.async_api import expect

from clew.demo.graph.provider import Writing
from tests.fixtures.browser import Complaints, NewContext, TakePicture
from tests.fixtures.running_shop import RunningShop
from tests.journeys.accessible import violations
from tests.journeys.desk import OLGA, PETER, sign_in

PEOPLE = (("Vera Lind", "447700900320"), ("Max Roth", "447700900321"), ("Ina Berg", "447700900322"))


async def test_many_cases_are_chosen_by_keyboard_changed_and_put_back(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    for name, number in PEOPLE:
        running_shop.provider.add_person(name, number)
        running_shop.provider.write(number, Writing(text=f"Hello from {name}"))
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    page = olga.page
    await page.get_by_role("button", name="Save a view").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Name").fill("Everything")
    assert await violations(page) == []
    await dialog.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("option")).to_have_count(3)
    view = page.get_by_role("navigation").get_by_role("link", name=re.compile("Everything"))
    await expect(view).to_contain_text("3")

    # By what was said last, chosen by keyboard and remembered for this view.
    rows = page.get_by_role("option")
    for row, words in ((0, "So, where is it?"), (1, "And mine?"), (2, "Hello again")):
        running_shop.clock.move(timedelta(minutes=1))
        running_shop.provider.write(PEOPLE[row][1], Writing(text=words))
        await expect(rows.filter(has_text=words)).to_have_count(1)
    order = page.get_by_role("button", name="Order of the list")
    await order.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("menuitemradio", name="Next deadline")).to_be_checked()
    assert await violations(page) == []
    await page.get_by_role("menuitemradio", name="Latest message").press("Enter")
    await expect(order).to_contain_text("Latest message")
    await page.reload()
    for row in range(3):
        await expect(rows.nth(row)).to_contain_text(PEOPLE[2 - row][0])
    running_shop.clock.move(timedelta(minutes=1))
    running_shop.provider.write(PEOPLE[1][1], Writing(text="Me again"))
    await expect(rows.first).to_contain_text("Me again")

    await page.get_by_role("option").first.focus()
    await page.keyboard.press("x")
    await page.keyboard.press("Shift+J")
    bar = page.get_by_role("toolbar", name="With the chosen cases")
    await expect(bar).to_contain_text("2 chosen")
    await bar.get_by_role("button", name="Choose all").click()
    await expect(bar).to_contain_text("3 chosen")
    assert await violations(page) == []
    await bar.get_by_role("button", name="Tag").click()
    await page.get_by_role("menuitem", name="Refund").click()
    await expect(page.get_by_text("Done with 3 cases.")).to_be_visible()
    await expect(page.get_by_role("option").filter(has_text="Refund")).to_have_count(3)

    await page.keyboard.press("z")
    await expect(page.get_by_role("option").filter(has_text="Refund")).to_have_count(0)

    complaints.expect(r"409 \(Conflict\).*/parking")
    await page.get_by_role("option").first.focus()
    await page.keyboard.press("x")
    await bar.get_by_role("button", name="Park").click()
    await page.get_by_role("menuitem", name=re.compile("Tomorrow")).click()
    await expect(page.get_by_text(re.compile("Done with 0, not with 1"))).to_be_visible()


async def test_a_colleague_who_is_named_finds_the_note_and_stars_the_message(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    name, number = PEOPLE[0]
    running_shop.provider.add_person(name, number)
    running_shop.provider.write(number, Writing(text="The code is 4711"))
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    peter = await sign_in(running_shop, new_context, complaints, PETER)
    await olga.open(name)
    await olga.page.get_by_role("log").focus()
    await olga.page.keyboard.press("n")
    await olga.page.keyboard.type("@p")
    await expect(olga.page.get_by_role("option", name=re.compile("Péter"))).to_be_visible()
    await olga.page.keyboard.press("Enter")
    await olga.page.keyboard.type("can you look?")
    await olga.page.keyboard.press("Control+Enter")
    await expect(
        olga.timeline.get_by_role("article").filter(has_text="can you look")
    ).to_be_visible()

    named = peter.page.get_by_role("navigation").get_by_role("link", name=re.compile("Mentions"))
    await expect(named).to_contain_text("1")
    await named.click()
    assert await violations(peter.page) == []
    await (
        peter.page.get_by_role("main").get_by_role("link", name=re.compile("can you look")).click()
    )
    await expect(peter.said("The code is 4711")).to_be_visible()
    await expect(named).not_to_contain_text("1")

    await peter.said("The code is 4711").get_by_role("button", name="Star this message").click()
    await peter.page.get_by_role("navigation").get_by_role("link", name="Starred").click()
    starred = peter.page.get_by_role("main").get_by_role("listitem")
    await expect(starred.filter(has_text="The code is 4711")).to_be_visible()
    assert await violations(peter.page) == []


@pytest.mark.screenshots
async def test_a_view_with_chosen_cases(
    sample_shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
    take_picture: TakePicture,
) -> None:
    olga = await sign_in(sample_shop, new_context, complaints, OLGA)
    page = olga.page
    await page.get_by_role("button", name="Save a view").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Name").fill("Everything open")
    await take_picture(page, "view")
    await dialog.get_by_role("button", name="Save").click()
    await page.get_by_role("option").first.click()
    await page.keyboard.press("s")
    await page.get_by_role("option").first.focus()
    await page.keyboard.press("x")
    await page.keyboard.press("Shift+J")
    await expect(page.get_by_role("toolbar", name="With the chosen cases")).to_be_visible()

    await take_picture(page, "chosen")
