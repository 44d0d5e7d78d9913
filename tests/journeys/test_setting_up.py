"""An administrator sets a workspace up in the browser: people, hours, a chat."""

from __future__ import annotations

import re
from dataclasses import replace

from playwright.async_api import Page, expect

from tests.fixtures.browser import Complaints, NewContext
from tests.fixtures.dovecot import PASSWORD, Account
from tests.fixtures.running_shop import RunningShop
from tests.journeys.accessible import violations
from tests.journeys.desk import OLGA, sign_in
from tests.journeys.inbox_cards import begin_inbox, card
from tests.smtp.servers import post_office


async def test_a_colleague_is_invited_and_joins_by_a_link(
    running_shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
) -> None:
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    page = olga.page
    await page.goto(f"{running_shop.address}/admin/people")
    await page.get_by_role("button", name="Invite a person").click()
    form = page.get_by_role("dialog")
    await form.get_by_label("Name").fill("Zoe Kovács")
    await form.get_by_label("Email").fill("zoe@jans-shop.example")
    await form.get_by_role("checkbox").first.check()
    await form.get_by_role("button", name="Invite", exact=True).click()
    handed = page.get_by_role("dialog", name="Link for Zoe Kovács")
    link = await handed.get_by_role("code").or_(handed.locator("code")).inner_text()
    assert re.fullmatch(rf"{re.escape(running_shop.address)}/join#[\w-]{{43}}", link)
    await handed.get_by_role("button", name="I have copied it").click()
    row = page.get_by_role("row", name=re.compile("Zoe"))
    await expect(row.get_by_text("Invited")).to_be_visible()
    assert await violations(page) == []

    zoe = await (await new_context()).new_page()
    await zoe.goto(link)
    await expect(zoe.get_by_role("heading", name="Your place at Jan’s Shop")).to_be_visible()
    assert "#" not in zoe.url
    await zoe.get_by_label("New password").fill("a place of my own")
    assert await violations(zoe) == []
    await zoe.get_by_role("button", name="Set password and begin").click()
    await expect(zoe.get_by_role("navigation", name="Places")).to_be_visible()

    late = await (await new_context()).new_page()
    complaints.expect(r"410 \(")
    await late.goto(link)
    await expect(late.get_by_text("This link is not good any more.")).to_be_visible()
    await page.reload()
    await expect(page.get_by_role("row", name=re.compile("Zoe"))).to_contain_text("New password")


async def test_who_forgot_is_told_the_same_whoever_they_are(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    complaints.expect(r"401 \(Unauthorized\).*/session")
    page = await (await new_context()).new_page()
    await page.goto(running_shop.address)
    await page.get_by_role("link", name="Forgotten your password?").click()
    await expect(page.get_by_role("button", name="Send me a link")).to_be_visible()
    await page.get_by_label("Email").fill("nobody@jans-shop.example")
    await page.get_by_role("button", name="Send me a link").click()

    await expect(page.get_by_text("If somebody here has this address")).to_be_visible()
    assert await violations(page) == []


async def test_hours_and_holidays_say_at_once_what_they_mean(
    running_shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
) -> None:
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    page = olga.page
    await page.goto(f"{running_shop.address}/admin/hours")
    await page.get_by_role("button", name="Edit").first.click()
    form = page.get_by_role("dialog", name="Change business hours")
    outlook = form.get_by_text(re.compile("If somebody writes now"))
    await expect(outlook.first).to_contain_text("Open now.")
    monday = form.get_by_role("group", name="Monday")
    await monday.get_by_role("button", name="Monday: remove these hours").first.click()
    await expect(outlook.first).to_contain_text("Closed now, opens")

    await form.get_by_label("Day", exact=True).fill("2026-12-25")
    await form.get_by_label("until (for several days)").fill("2026-12-26")
    await form.get_by_role("button", name="Add as closed").first.click()
    await form.locator("summary", has_text="Paste a list").click()
    await form.get_by_role("textbox", name="Paste a list").fill("New Year 2027-01-01")
    await form.get_by_role("button", name="Add as closed").last.click()
    await expect(form.get_by_text("Fri, Jan 1, 2027")).to_be_visible()
    assert await violations(page) == []
    await form.get_by_role("button", name="Save").click()

    await expect(form).to_be_hidden()
    await expect(page.get_by_role("main")).to_contain_text("3 special days to come.")
    assert await violations(page) == []


async def test_a_workspace_is_set_up_from_nothing_in_the_browser(
    running_shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
    account: Account,
) -> None:
    """Nobody but whoever made the workspace has touched a command line."""
    line = running_shop.provider.memory.line
    page = await begin(running_shop, new_context, complaints)
    await page.goto(f"{running_shop.address}/admin/people")
    await page.get_by_role("button", name="Invite a person").click()
    form = page.get_by_role("dialog")
    await form.get_by_label("Name").fill("Ida")
    await form.get_by_label("Email").fill("ida@fresh.example")
    await form.get_by_role("button", name="Invite", exact=True).click()
    await page.get_by_role("button", name="I have copied it").click()
    await expect(page.get_by_role("row", name=re.compile("Ida"))).to_contain_text("Invited")

    await page.get_by_role("link", name="Business hours").click()
    await page.get_by_role("button", name="Edit").click()
    form = page.get_by_role("dialog")
    await form.get_by_label("Time zone").select_option("Europe/Budapest")
    await form.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("main").get_by_text("Europe/Budapest")).to_be_visible()

    await page.get_by_role("link", name="Inboxes").click()
    await expect(page.get_by_text("No inbox yet.")).to_be_visible()
    form = await begin_inbox(page, "WhatsApp")
    await form.get_by_label("Name").fill("Number")
    await form.get_by_label("Phone number ID").fill(line.phone_number_id)
    await form.get_by_label("Access token").fill("EAAG-wrong")
    await form.get_by_label("App secret", exact=True).fill(line.app_secret)
    await form.get_by_role("button", name="Make one up").click()
    await form.get_by_text("More settings").click()
    graph = f"{running_shop.address}/simulation/graph/v25.0"
    await form.get_by_label("Address of the Graph API").fill(graph)
    await form.get_by_role("button", name="Add an inbox").click()
    await check(page, "Number", "Provider: refuses us")
    await change(page, "Number", "Access token", line.access_token)
    await check(page, "Number", "Provider: works")

    async with post_office(auth_require_tls=False) as post:
        form = await begin_inbox(page, "Email")
        for label, value in {
            "Email address": "post@fresh.example",
            "SMTP server": "127.0.0.1",
            "SMTP port": str(post.port),
            "IMAP server": "127.0.0.1",
            "IMAP port": str(account.server.port),
            "IMAP user": account.user,
            "IMAP password": "a wrong one",
        }.items():
            await form.get_by_label(label).fill(value)
        await form.get_by_label("Name", exact=True).fill("Post")
        for label in ("SMTP encryption", "IMAP encryption"):
            await form.get_by_label(label).select_option("none")
        await form.get_by_role("button", name="Add an inbox").click()
        await check(page, "Post", "Outgoing mail: works", "Incoming mail: refuses us")
        await change(page, "Post", "IMAP password", PASSWORD)
        await check(page, "Post", "Outgoing mail: works", "Incoming mail: works")

    await page.get_by_role("button", name="Add an inbox").click()
    await page.get_by_role("dialog").get_by_role("button", name=re.compile("Web chat")).click()
    await page.get_by_role("textbox", name="Name").fill("Site")
    await page.get_by_role("textbox", name="Sites").fill("https://fresh.example")
    await page.get_by_role("button", name="Add a chat").click()
    await expect(page.locator("pre").first).to_contain_text("/widget.js")
    await page.get_by_role("link", name="Inboxes").click()
    await check(page, "Site", "Your site: shows no chat", "No page has shown the chat yet")
    assert await violations(page) == []


async def begin(shop: RunningShop, new_context: NewContext, complaints: Complaints) -> Page:
    """Make another workspace, and sit its administrator down."""
    from clew.services.passwords import Passwords
    from clew.services.setting_up import begin_workspace

    passwords = Passwords()
    email, password = "boss@fresh.example", "from nothing at all"
    await begin_workspace("Fresh", email, password, deps=shop.deps, passwords=passwords)
    passwords.close()
    shop = replace(shop, passwords={email: password})
    return (await sign_in(shop, new_context, complaints, email)).page


async def check(page: Page, inbox: str, *said: str) -> None:
    """Check the connection of an inbox, and read what is said."""
    here = card(page, inbox)
    await here.get_by_role("button", name="Check connection").click()
    for words in said:
        await expect(here.get_by_text(words)).to_be_visible()


async def change(page: Page, inbox: str, label: str, value: str) -> None:
    """Change one value of an inbox."""
    await card(page, inbox).get_by_role("button", name="Edit").click()
    form = page.get_by_role("dialog", name=inbox)
    await form.get_by_label(label).fill(value)
    await form.get_by_role("button", name="Save").click()
    await expect(form).to_be_hidden()
