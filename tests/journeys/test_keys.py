"""Everything by keyboard: each key does what the sheet says, and may be another one."""

from __future__ import annotations

import re

from playwright.async_api import Locator, Page, expect

from clew.demo.graph.provider import Writing
from tests.fixtures.browser import Complaints, NewContext
from tests.fixtures.running_shop import RunningShop
from tests.journeys.accessible import violations
from tests.journeys.desk import OLGA, Desk, sign_in

PEOPLE = (("Vera Lind", "447700900340"), ("Ina Berg", "447700900341"), ("Max Roth", "447700900342"))


async def a_desk(shop: RunningShop, new_context: NewContext, complaints: Complaints) -> Desk:
    """Sit down before three new cases, seen in a view of everything that is open."""
    for name, number in PEOPLE:
        shop.provider.add_person(name, number)
        shop.provider.write(number, Writing(text=f"Hello from {name}"))
    olga = await sign_in(shop, new_context, complaints, OLGA)
    await olga.page.get_by_role("button", name="Save a view").click()
    dialog = olga.page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Name").fill("Everything")
    await dialog.get_by_role("button", name="Save").click()
    await expect(olga.page.get_by_role("option")).to_have_count(3)
    return olga


async def test_every_key_of_the_sheet_does_what_it_says(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    olga = await a_desk(running_shop, new_context, complaints)
    page, press = olga.page, olga.page.keyboard.press
    options = page.get_by_role("option")
    main = page.get_by_role("main")
    dialog = page.get_by_role("dialog")

    # The list.
    await options.first.focus()
    await press("ArrowDown")
    await expect(options.nth(1)).to_be_focused()
    await press("Control+a")
    bar = page.get_by_role("toolbar", name="With the chosen cases")
    await expect(bar).to_contain_text("3 chosen")
    for _ in range(3):
        await press("Control+a")
    await bar.get_by_role("button", name=re.compile("Choose none|Clear|Close")).click()
    await options.nth(1).focus()
    await press("x")
    await press("Shift+K")
    await expect(bar).to_contain_text("2 chosen")
    await press("x")
    await expect(bar).to_contain_text("1 chosen")
    await options.first.focus()
    await press("Enter")
    await expect(olga.timeline).to_be_visible()
    opened = page.url
    await press("j")
    await expect(page).not_to_have_url(opened)
    await press("k")
    await expect(page).to_have_url(opened)

    # The case: each of its dialogs opens, and Escape gives the focus back to the page.
    for key, title in (
        ("a", "Who takes"),
        ("p", "Park"),
        ("l", "Tags"),
        ("v", "Whose move"),
        ("e", "Done|How"),
    ):
        await press(key)
        await expect(dialog).to_contain_text(re.compile(title))
        assert await violations(page) == []
        await press("Escape")
        await expect(dialog).to_be_hidden()
    await press("c")
    await expect(dialog).to_contain_text("New case")
    await page.keyboard.type("Winter coat")
    assert await violations(page) == []
    await press("Enter")
    await expect(dialog).to_be_hidden()
    await expect(main.get_by_role("heading", name=re.compile("Winter coat"))).to_be_visible()
    await expect(page).not_to_have_url(opened)
    await page.go_back()
    await expect(page).to_have_url(opened)
    await expect(olga.timeline).to_be_visible()
    await press("s")
    await expect(main.get_by_role("button", name="Take the star away").first).to_be_visible()
    await press("1")
    assert await within(page, "aside[data-pane] > section:nth-of-type(1)")
    await press("3")
    assert await within(page, "aside[data-pane] > section:nth-of-type(3)")
    await press("]")
    await expect(page.get_by_role("complementary")).to_be_hidden()
    await press("]")
    await press("[")
    await expect(options.first).to_be_hidden()
    await press("[")
    panes = set()
    for _ in range(6):
        await press("F6")
        panes.add(await page.evaluate("document.activeElement.closest('[data-pane]')?.className"))
    assert len(panes) >= 4
    await press("Shift+F6")

    # The composer.
    await olga.timeline.focus()
    await press("r")
    reply = page.get_by_role("textbox", name="Reply", exact=True)
    await expect(reply).to_be_focused()
    await page.keyboard.type("very good")
    await reply.evaluate("(one) => one.setSelectionRange(5, 9)")
    await press("Control+b")
    await expect(reply).to_have_value("very *good*")
    await press("Control+i")
    await expect(reply).to_have_value("very *_good_*")
    await press("Control+Shift+Enter")
    for way in ("Send", "Send and park", "Send and done"):
        await expect(
            page.get_by_role("menuitem", name=re.compile(f"^{way} ?\\d?$"))
        ).to_be_visible()
    await press("1")
    await expect(olga.said("very good")).to_be_visible()
    await expect(reply).to_have_value("")
    await reply.focus()
    await press("Control+z")
    await expect(reply).to_have_value("very *_good_*")
    await press("Escape")
    await expect(olga.timeline).to_be_focused()
    await press("n")
    await expect(page.get_by_role("textbox", name=re.compile("Note"))).to_be_focused()
    await press("Escape")

    # Leaving: unread, done and next, and every place.
    await press("u")
    await expect(page).to_have_url(re.compile("/views/"))
    for key, place in (("m", "mine"), ("t", "team"), ("w", "waiting"), ("p", "parked")):
        await press("g")
        await press(key)
        await expect(page).to_have_url(re.compile(f"/place/{place}"))
    await press("/")
    await expect(page.get_by_role("searchbox")).to_be_focused()
    await page.get_by_role("main").focus()
    await press("?")
    await expect(dialog).to_contain_text("Whose move it is")
    assert await violations(page) == []
    await press("Escape")

    # Colours that are not ours still show where one is, and large letters stand on nothing.
    await press("g")
    await press("m")
    await page.emulate_media(forced_colors="active", reduced_motion="reduce")
    here = page.get_by_role("navigation").locator("[aria-current=page]")
    await expect(here).to_have_css("outline-style", "solid")
    await page.emulate_media(forced_colors="none", reduced_motion="no-preference")
    await page.set_viewport_size({"width": 1280, "height": 640})
    await page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert await page.evaluate(CUT_OFF) == []


# Entries of the side bar, and rows of the list, whose words do not fit into them.
CUT_OFF = """() => [...document.querySelectorAll('nav .entry, [role=option]')]
  .filter((one) => one.checkVisibility() && one.scrollHeight > one.clientHeight + 1)
  .map((one) => one.textContent)"""


async def within(page: Page, selector: str) -> bool:
    """Return whether the focus is at, or in, what a selector names."""
    await page.wait_for_function(
        "(selector) => document.activeElement?.closest(selector)", arg=selector
    )
    return True


async def test_done_and_next_goes_on_and_z_takes_it_back(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    olga = await a_desk(running_shop, new_context, complaints)
    page, press = olga.page, olga.page.keyboard.press
    await page.get_by_role("option").first.focus()
    await press("Enter")
    await expect(olga.timeline).to_be_visible()
    first = page.url
    await olga.reply("Hello.")
    await expect(olga.said("Hello.")).to_contain_text(re.compile("Sent|Delivered|Read"))
    await olga.timeline.focus()

    await press("Shift+E")
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Done", exact=True).focus()
    await press("Enter")
    await expect(dialog).to_be_hidden()
    await expect(page).not_to_have_url(first)
    await expect(page.get_by_role("option")).to_have_count(2)
    await press("z")

    await expect(page.get_by_role("option")).to_have_count(3)


async def test_keys_may_be_others_and_may_be_none(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    olga = await a_desk(running_shop, new_context, complaints)
    page, press = olga.page, olga.page.keyboard.press
    await page.goto(f"{running_shop.address}/settings")
    await page.get_by_text("Change keys").click()

    park = page.get_by_role("button", name=re.compile("^Park: change the key P"))
    await park.click()
    await press("e")
    await expect(page.get_by_role("alert")).to_contain_text("E is taken: Done")
    assert await violations(page) == []
    async with page.expect_response(re.compile("/me/preferences")):
        await press("o")
    await expect(
        page.get_by_role("button", name=re.compile("^Park: change the key O"))
    ).to_be_visible()

    await page.reload()
    await page.goto(f"{running_shop.address}/place/mine")
    await page.get_by_role("option").first.click()
    await expect(olga.timeline).to_be_visible()
    dialog = page.get_by_role("dialog")
    await press("p")
    await expect(dialog).to_be_hidden()
    await press_russian(olga.timeline, "щ", "KeyO")
    await expect(dialog).to_contain_text("Park")
    await press("Escape")
    await press_russian(olga.timeline, "ф", "KeyA", altKey=True)
    await expect(dialog).to_be_hidden()

    await page.goto(f"{running_shop.address}/settings")
    async with page.expect_response(re.compile("/me/preferences")):
        await page.get_by_role("checkbox", name=re.compile("Single keys")).uncheck()
    await page.get_by_role("main").focus()
    await press("?")
    await expect(dialog).to_be_hidden()
    await press("Control+k")
    await expect(dialog).to_be_visible()


async def press_russian(at: Locator, key: str, code: str, **more: bool) -> None:
    """Press a key as a Russian keyboard does."""
    how = {"key": key, "code": code, "bubbles": True, "cancelable": True, **more}
    await at.evaluate("(one, how) => one.dispatchEvent(new KeyboardEvent('keydown', how))", how)


async def test_a_case_is_parked_until_a_time_in_ones_own_words(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    """It is Monday, the 6th of July; the words are Polish, the workspace is English."""
    olga = await a_desk(running_shop, new_context, complaints)
    page, press = olga.page, olga.page.keyboard.press
    await page.get_by_role("option").first.click()
    await olga.reply("We ask our supplier.")
    await expect(olga.said("We ask")).to_contain_text(re.compile("Sent|Delivered|Read"))

    await press("Control+k")
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_be_visible()
    await page.keyboard.type("park pt 9")
    preview = dialog.get_by_role(
        "option", name=re.compile("Park until .*10 Jul.*9:00|Park until .*Fri.*09:00")
    )
    await expect(preview).to_be_visible()
    await press("Enter")
    await expect(dialog.get_by_text(re.compile("Fri.*09:00")).last).to_be_visible()
    await dialog.get_by_role("textbox", name=re.compile("Or type it")).fill("jutro 10:30")
    await expect(dialog.get_by_text(re.compile("10:30"))).to_be_visible()
    await dialog.get_by_role("textbox", name="Why").fill("ask the supplier")
    assert await violations(page) == []
    await press("Enter")

    await expect(page.get_by_text(re.compile("Parked until .*10:30")).first).to_be_visible()
