"""One agent at two machines, two agents at one case: nothing is lost or sent blindly."""

from __future__ import annotations

import re

from playwright.async_api import expect

from clew.demo.graph.chats import Side
from clew.demo.graph.provider import Writing
from tests.fixtures.browser import Complaints, NewContext
from tests.fixtures.running_shop import RunningShop
from tests.journeys.desk import OLGA, PETER, Desk, sign_in

NUMBER = "447700900310"


async def test_a_reply_begun_at_one_machine_is_finished_at_another(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    running_shop.provider.add_person("Vera Lind", NUMBER)
    running_shop.provider.write(NUMBER, Writing(text="When do you open?"))
    desk = await sign_in(running_shop, new_context, complaints, OLGA)
    await desk.open("Vera Lind")
    box = desk.page.get_by_role("textbox", name="Reply", exact=True)
    async with desk.page.expect_response(re.compile("/me/drafts/.*/reply")):
        await box.fill("We open at ni")

    phone = await sign_in(
        running_shop, new_context, complaints, OLGA, viewport={"width": 390, "height": 844}
    )
    await expect(phone.row("Vera Lind")).to_contain_text("We open at ni")
    await phone.row("Vera Lind").click()
    there = phone.page.get_by_role("textbox", name="Reply", exact=True)
    await expect(there).to_have_value("We open at ni")
    await desk.page.get_by_role("button", name="Star the case", exact=True).click()
    await expect(phone.page.get_by_role("button", name="Take the star away")).to_be_visible()
    await there.press_sequentially("ne.")
    await phone.page.get_by_role("button", name="Send", exact=True).click()

    await expect(phone.said("We open at nine.")).to_contain_text(
        re.compile("Sent|Delivered|Read"), timeout=30_000
    )
    await desk.page.reload()
    await expect(desk.said("We open at nine.")).to_be_visible()
    await expect(box).to_have_value("")


async def test_two_agents_who_answer_at_once_hear_of_each_other(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    complaints.expect(r"409 \(Conflict\).*/messages")
    provider = running_shop.provider
    provider.add_person("Vera Lind", NUMBER)
    provider.write(NUMBER, Writing(text="When do you open?"))
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    await olga.open("Vera Lind")
    peter = await sign_in(running_shop, new_context, complaints, PETER)
    await peter.page.goto(olga.page.url)
    await expect(peter.timeline).to_be_visible()

    await type_slowly(peter, "We open at ten.")
    await expect(
        olga.page.get_by_text(re.compile("Péter.* is writing a reply. Your draft is safe"))
    ).to_be_visible()
    await type_slowly(olga, "We open at nine.")
    # What Péter sends reaches the server, and Olga does not hear of it before she sends hers.
    await olga.page.context.set_offline(True)
    complaints.expect("ERR_INTERNET_DISCONNECTED")
    await peter.send()
    await expect(peter.said("We open at ten.")).to_contain_text(
        re.compile("Sent|Delivered|Read"), timeout=30_000
    )
    await olga.send()
    await olga.page.context.set_offline(False)

    refused = olga.page.get_by_role("alert").filter(has_text="Péter")
    await expect(refused).to_be_visible(timeout=45_000)
    await refused.get_by_role("button", name=re.compile("Keep")).click()

    box = olga.page.get_by_role("textbox", name="Reply", exact=True)
    await expect(box).to_have_value("We open at nine.")
    sent = [one.text for one in provider.chat(NUMBER).said if one.by is Side.SHOP]
    assert sent == ["We open at ten."]

    await type_slowly(peter, "On Sundays, too.")
    await peter.send()
    overtaken = olga.page.get_by_role("status").filter(has_text="replied after you began")
    await expect(overtaken).to_be_visible()
    await overtaken.get_by_role("button", name="Show that reply").click()
    await expect(overtaken).to_be_hidden()
    await expect(box).to_have_value("We open at nine.")


async def type_slowly(desk: Desk, text: str) -> None:
    box = desk.page.get_by_role("textbox", name="Reply", exact=True)
    await box.press_sequentially(text, delay=20)
