"""An administrator sets a workspace up in the browser: people, hours, a chat."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from tests.fixtures.browser import Complaints, NewContext, TakePicture
from tests.fixtures.running_shop import RunningShop
from tests.journeys.accessible import violations
from tests.journeys.desk import OLGA, sign_in


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_a_colleague_is_invited_and_joins_by_a_link(
    running_shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
    take_picture: TakePicture,
    scheme: str,
) -> None:
    olga = await sign_in(running_shop, new_context, complaints, OLGA, color_scheme=scheme)
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
    await take_picture(page, f"admin-link-{scheme}")
    await handed.get_by_role("button", name="I have copied it").click()
    row = page.get_by_role("row", name=re.compile("Zoe"))
    await expect(row.get_by_text("Invited")).to_be_visible()
    await take_picture(page, f"admin-people-{scheme}")
    assert await violations(page) == []

    zoe = await (await new_context(color_scheme=scheme)).new_page()
    await zoe.goto(link)
    await expect(zoe.get_by_role("heading", name="Your place at Jan’s Shop")).to_be_visible()
    assert "#" not in zoe.url
    await zoe.get_by_label("New password").fill("a place of my own")
    await take_picture(zoe, f"join-{scheme}")
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
    await page.get_by_label("Email").fill("nobody@jans-shop.example")
    await page.get_by_role("button", name="Send me a link").click()

    await expect(page.get_by_text("If somebody here has this address")).to_be_visible()
    assert await violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_hours_and_holidays_say_at_once_what_they_mean(
    running_shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
    take_picture: TakePicture,
    scheme: str,
) -> None:
    olga = await sign_in(running_shop, new_context, complaints, OLGA, color_scheme=scheme)
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
    await form.get_by_text("Paste a list or a calendar file").click()
    await form.get_by_role("textbox", name="Paste a list").fill("New Year 2027-01-01")
    await form.get_by_role("button", name="Add as closed").last.click()
    await expect(form.get_by_text("Fri, Jan 1, 2027")).to_be_visible()
    await take_picture(page, f"admin-hours-form-{scheme}")
    assert await violations(page) == []
    await form.get_by_role("button", name="Save").click()

    await expect(form).to_be_hidden()
    await expect(page.get_by_role("main")).to_contain_text("3 special days to come.")
    await take_picture(page, f"admin-hours-{scheme}")
    assert await violations(page) == []
