"""An administrator connects inboxes of every kind in the browser, and is told what is wrong."""

from __future__ import annotations

import re

from playwright.async_api import expect

from tests.fixtures.browser import Complaints, NewContext
from tests.fixtures.running_shop import RunningShop
from tests.journeys.accessible import violations
from tests.journeys.desk import OLGA, sign_in
from tests.journeys.inbox_cards import begin_inbox, card

MOUNT = "/simulation"


async def test_a_wrong_token_is_said_at_once_and_the_right_one_works(
    running_shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
) -> None:
    line = running_shop.provider.memory.line
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    page = olga.page
    await page.goto(f"{running_shop.address}/admin/inboxes")
    form = await begin_inbox(page, "WhatsApp")
    await form.get_by_label("Name").fill("Second number")
    await form.get_by_label("Phone number ID").fill("not/a number")
    await form.get_by_label("Access token").fill("EAAG-wrong-token")
    await form.get_by_label("App secret", exact=True).fill(line.app_secret)
    await form.get_by_role("button", name="Make one up").click()
    await form.get_by_text("More settings").click()
    await form.get_by_label("Address of the Graph API").fill(
        f"{running_shop.address}{MOUNT}/graph/v25.0"
    )
    complaints.expect(r"422 \(")
    await form.get_by_role("button", name="Add an inbox").click()
    await expect(form.get_by_text(re.compile("This does not look right."))).to_be_visible()
    assert await violations(page) == []

    await form.get_by_label("Phone number ID").fill(line.phone_number_id)
    await form.get_by_role("button", name="Add an inbox").click()
    await expect(form).to_be_hidden()

    here = card(page, "Second number")
    await expect(here.get_by_text(re.compile(r"/hooks/[0-9a-f-]{36}$"))).to_be_visible()
    await expect(here.get_by_text(re.compile(r"^\w{24}$"))).to_be_visible()
    await here.get_by_role("button", name="Check connection").click()
    await expect(here.get_by_text("Provider: refuses us")).to_be_visible()
    await expect(here.get_by_text(re.compile("Compare number and token"))).to_be_visible()
    assert await violations(page) == []

    await here.get_by_role("button", name="Edit").click()
    form = page.get_by_role("dialog", name="Second number")
    await expect(form.get_by_label("Access token")).to_have_value("")
    await form.get_by_label("Access token").fill(line.access_token)
    await form.get_by_role("button", name="Save").click()
    await here.get_by_role("button", name="Check connection").click()
    await expect(here.get_by_text("Provider: works")).to_be_visible()

    await here.get_by_role("button", name="Send me a test").click()
    await here.get_by_label(re.compile("Your number")).fill("+48 600 000 000")
    await page.keyboard.press("Enter")
    await expect(here.get_by_text("Refused for +48600000000")).to_be_visible()
    assert await violations(page) == []
    await here.get_by_role("button", name="Close").click()

    await here.get_by_role("button", name="Pause").click()
    await expect(here.get_by_text("Replies wait and no mailbox is read.")).to_be_visible()
    await here.get_by_role("button", name="Resume").click()

    await here.get_by_role("button", name="History").click()
    history = page.get_by_role("dialog", name="History of Second number")
    await expect(history.get_by_text("replaced; what was there is kept nowhere")).to_be_visible()
    assert await violations(page) == []
    paused = history.get_by_role("listitem").filter(has_text="Paused")
    await paused.last.get_by_role("button", name="Take back").click()
    await expect(page.get_by_text("Taken back.").first).to_be_visible()
    await page.keyboard.press("Escape")
    await here.get_by_role("button", name="Archive").click()
    await expect(page.get_by_text("1 archived inbox")).to_be_visible()
    await expect(here).to_be_hidden()
