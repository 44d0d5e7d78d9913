"""An agent sees how long they worked on a case, and sets it right; a colleague sees their own."""

from __future__ import annotations

from playwright.async_api import Locator, expect

from tests.fixtures.browser import Complaints, NewContext
from tests.fixtures.running_shop import RunningShop
from tests.journeys.accessible import violations
from tests.journeys.desk import OLGA, PETER, Desk, sign_in
from tests.journeys.phone import take_phone

NAME = "Vera Lind"


def attention(desk: Desk) -> Locator:
    return desk.page.locator("section").filter(
        has=desk.page.get_by_role("heading", name="Your attention")
    )


async def test_ones_own_attention_is_counted_shown_and_set_right(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    phone = await take_phone(running_shop, new_context, NAME, "+44 7700 900 200")
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    peter = await sign_in(running_shop, new_context, complaints, PETER)
    await phone.write("The kettle I ordered leaks.")
    await olga.open(NAME)
    await expect(attention(olga)).to_contain_text("less than a minute")

    # What was done is told when one turns elsewhere.
    await olga.write("Sorry about that.")
    await olga.page.keyboard.press("Space")
    async with olga.page.expect_response(lambda one: "/me/attention/" in one.url) as told:
        await olga.go_to("Waiting")
        await olga.page.get_by_role("link", name="Settings").click()
    response = await told.value
    assert response.status == 200
    assert (await response.json())["seconds"] < 60

    await olga.go_to("My move")
    await olga.open(NAME)
    await attention(olga).get_by_role("button", name="Correct it").click()
    await olga.page.get_by_label("Minutes on this case").fill("7")
    await olga.page.keyboard.press("Enter")
    await expect(attention(olga)).to_contain_text("7 min")
    await attention(olga).get_by_role("button", name="Pause").click()
    await expect(attention(olga)).to_contain_text("paused")
    assert await violations(olga.page) == []
    await olga.page.reload()
    await expect(attention(olga)).to_contain_text("7 min")

    await peter.page.goto(olga.page.url)
    await expect(attention(peter)).to_contain_text("less than a minute")
