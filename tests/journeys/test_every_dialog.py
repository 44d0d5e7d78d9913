"""Every dialog and menu of the workspace: usable by all, and whole on a phone."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import timedelta
from itertools import count

import pytest
from playwright.async_api import Page, expect
from playwright.async_api import TimeoutError as PlaywrightTimeoutError

from tests.fixtures.browser import DESKTOP, PHONE, Complaints, NewContext, TakePicture
from tests.fixtures.running_shop import RunningShop
from tests.journeys import popups
from tests.journeys.accessible import violations
from tests.journeys.desk import OLGA, sign_in

pytestmark = pytest.mark.screenshots
# What lies out of sight is reached by scrolling down, and never by scrolling sideways.
CUT_OFF = """() => [...document.querySelectorAll('[role=dialog], [role=menu]')].flatMap((one) => {
  const { left, right, top, bottom } = one.getBoundingClientRect()
  const isOut = left < 0 || right > innerWidth || top < 0 || bottom > innerHeight
  return isOut || one.scrollWidth > one.clientWidth ? [one.className] : []
})"""


async def all_of_them(page: Page, shop: RunningShop) -> AsyncGenerator[str, None]:
    """Yield the name of each while it is open."""
    contact = await page.evaluate(
        "fetch('/api/v1/cases?place=all&limit=1').then((one) => one.json())"
        ".then((one) => one.items[0].contact.id)"
    )
    walks = (
        popups.of_a_case(page),
        popups.of_the_composer(page),
        popups.of_the_list(page, shop.address),
        popups.of_a_contact(page, f"{shop.address}/contacts/{contact}"),
        popups.of_the_administration(page, shop.address),
    )
    for walk in walks:
        async for name in walk:
            yield name
    # By then nobody has written for so long that only a template may be sent.
    shop.clock.move(timedelta(hours=26))
    await page.goto(shop.address)
    async for name in popups.of_a_long_silence(page):
        yield name
    async for name in popups.of_the_end(page):
        yield name


# With pictures of each it takes its time.
@pytest.mark.timeout(900)
async def test_no_dialog_and_no_menu_shuts_anybody_out(
    sample_shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
    take_picture: TakePicture,
) -> None:
    """Axe finds nothing in it, and on a phone nothing of it is out of reach."""
    # Nobody is signed in any more when the last of them asks for the password.
    complaints.expect(r"401 \(Unauthorized\)")
    page = (await sign_in(sample_shop, new_context, complaints, OLGA)).page
    wrong: dict[str, object] = {}
    seen = count()
    async with aclosing(all_of_them(page, sample_shop)) as walk:
        async for name in walk:
            next(seen)
            if found := await violations(page, "[role=dialog], [role=menu], [role=listbox]"):
                wrong[name] = found
            await page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
            try:
                # Menus find their place anew a moment after the page has become narrow.
                await page.wait_for_function(f"() => ({CUT_OFF})().length === 0")
            except PlaywrightTimeoutError:
                wrong[f"{name} on a phone"] = await page.evaluate(CUT_OFF)
            await page.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})
            await take_picture(page, f"dialog-{name}")

    assert wrong == {}
    assert next(seen) > 40
    await expect(page.get_by_role("dialog")).to_be_visible()
