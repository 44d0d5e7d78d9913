"""An administrator connects inboxes of every kind in the browser, and is told what is wrong."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Locator, Page, expect

from tests.fixtures.browser import Complaints, NewContext, TakePicture
from tests.fixtures.dovecot import PASSWORD, Account
from tests.fixtures.running_shop import RunningShop
from tests.journeys.accessible import violations
from tests.journeys.desk import OLGA, sign_in
from tests.smtp.servers import post_office

MOUNT = "/simulation"


def card(page: Page, name: str) -> Locator:
    """Return what the page shows of one inbox."""
    return (
        page.get_by_role("main")
        .get_by_role("listitem")
        .filter(has=page.get_by_role("heading", name=name, exact=True))
    )


async def begin(page: Page, channel: str) -> Locator:
    """Choose a channel for a new inbox; return the form."""
    await page.get_by_role("button", name="Add an inbox").click()
    await page.get_by_role("dialog").get_by_role("button", name=re.compile(channel)).click()
    form = page.get_by_role("dialog", name=f"Add an inbox: {channel}")
    await expect(form).to_be_visible()
    return form


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_a_wrong_token_is_said_at_once_and_the_right_one_works(
    running_shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
    take_picture: TakePicture,
    scheme: str,
) -> None:
    line = running_shop.provider.memory.line
    olga = await sign_in(running_shop, new_context, complaints, OLGA, color_scheme=scheme)
    page = olga.page
    await page.goto(f"{running_shop.address}/admin/inboxes")
    form = await begin(page, "WhatsApp")
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
    await take_picture(page, f"admin-inbox-form-{scheme}")
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
    await take_picture(page, f"admin-inboxes-{scheme}")
    assert await violations(page) == []

    await here.get_by_role("button", name="Edit").click()
    form = page.get_by_role("dialog", name="Second number")
    await expect(form.get_by_label("Access token")).to_have_value("")
    await form.get_by_label("Access token").fill(line.access_token)
    await form.get_by_role("button", name="Save").click()
    await here.get_by_role("button", name="Check connection").click()
    await expect(here.get_by_text("Provider: works")).to_be_visible()

    await here.get_by_role("button", name="Pause").click()
    await expect(here.get_by_text("Replies wait and no mailbox is read.")).to_be_visible()
    await here.get_by_role("button", name="Resume").click()
    await here.get_by_role("button", name="Archive").click()
    await expect(page.get_by_text("1 archived inbox")).to_be_visible()
    await expect(here).to_be_hidden()


async def test_both_servers_of_a_mailbox_are_tried(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints, account: Account
) -> None:
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    page = olga.page
    await page.goto(f"{running_shop.address}/admin/inboxes")
    async with post_office(auth_require_tls=False) as post:
        form = await begin(page, "E-mail")
        await form.get_by_label("Name", exact=True).fill("Post")
        await form.get_by_label("Email address").fill("shop@jans-shop.example")
        await form.get_by_label("SMTP server").fill("127.0.0.1")
        await form.get_by_label("SMTP port").fill(str(post.port))
        await form.get_by_label("SMTP encryption").select_option("none")
        await form.get_by_label("IMAP server").fill("127.0.0.1")
        await form.get_by_label("IMAP port").fill(str(account.server.port))
        await form.get_by_label("IMAP encryption").select_option("none")
        await form.get_by_label("IMAP user").fill(account.user)
        await form.get_by_label("IMAP password").fill("a wrong one")
        await form.get_by_role("button", name="Add an inbox").click()
        await expect(form).to_be_hidden()

        here = card(page, "Post")
        await here.get_by_role("button", name="Check connection").click()
        await expect(here.get_by_text("Outgoing mail: works")).to_be_visible()
        await expect(here.get_by_text("Incoming mail: refuses us")).to_be_visible()

        await here.get_by_role("button", name="Edit").click()
        form = page.get_by_role("dialog", name="Post")
        await form.get_by_label("IMAP password").fill(PASSWORD)
        await form.get_by_role("button", name="Save").click()
        await here.get_by_role("button", name="Check connection").click()
        await expect(here.get_by_text("Incoming mail: works")).to_be_visible()
