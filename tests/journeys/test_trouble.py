"""What goes wrong on the way loses nothing, doubles nothing, and is said."""

from __future__ import annotations

import re
from typing import Any

from playwright.async_api import BrowserContext, expect

from clew.demo.graph.chats import Side
from clew.demo.graph.provider import Writing
from tests.fixtures.browser import Complaints, NewContext
from tests.fixtures.running_shop import RunningShop
from tests.journeys.desk import OLGA, sign_in
from tests.journeys.phone import take_phone
from tests.journeys.visitor import Visitor, host_site

NUMBER, MAX, INA = "447700900200", "447700900201", "447700900202"


async def test_a_minute_offline_misses_nothing_and_doubles_nothing(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    complaints.expect("ERR_INTERNET_DISCONNECTED")
    # What is loaded ahead while nothing else is to be done may meet the gap too.
    complaints.expect(r"ERR_FAILED \(\S+/assets/")
    complaints.expect("Unable to preload CSS")
    provider = running_shop.provider
    for name, number in (("Vera Lind", NUMBER), ("Max Roth", MAX), ("Ina Berg", INA)):
        provider.add_person(name, number)
    provider.write(NUMBER, Writing(text="One"))
    provider.write(MAX, Writing(text="For the colleague, who has less to do"))
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    await olga.open("Vera Lind")
    await expect(olga.said("One")).to_be_visible()

    await olga.page.context.set_offline(True)
    for text in ("Two", "Three", "Four"):
        provider.write(NUMBER, Writing(text=text))
    provider.write(INA, Writing(text="Somebody new meanwhile"))
    await olga.reply("Written while offline")
    await expect(olga.page.get_by_text(re.compile("Reconnecting|offline")).first).to_be_visible()
    await olga.page.context.set_offline(False)

    await expect(olga.row("Ina Berg")).to_have_count(1, timeout=45_000)
    for text in ("One", "Two", "Three", "Four", "Written while offline"):
        await expect(olga.said(text)).to_have_count(1)
    await expect(olga.said("Written while offline")).to_contain_text(
        re.compile("Delivered|Read"), timeout=30_000
    )
    sent = [one.text for one in provider.chat(NUMBER).said if one.by is Side.SHOP]
    assert sent == ["Written while offline"]
    assert await running_shop.audit() == {}


async def test_a_reply_that_is_not_delivered_gives_the_move_back(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    phone = await take_phone(running_shop, new_context, "Vera Lind", f"+{NUMBER}")
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    await phone.write("Is anybody there?")
    await olga.open("Vera Lind")
    await phone.make_provider("Takes messages, then fails to deliver them")

    await olga.reply("Yes, we are here.")

    await expect(olga.said("Yes, we are here.")).to_contain_text("Not delivered")
    await expect(olga.row("Vera Lind")).to_contain_text("Not delivered")
    await expect(phone.said("Yes, we are here.")).to_have_count(0)

    await phone.make_provider("Works")
    await olga.said("Yes, we are here.").get_by_role("button", name="Send again").click()

    await expect(phone.said("Yes, we are here.")).to_be_visible()
    await expect(olga.row("Vera Lind")).to_have_count(0)
    assert await running_shop.audit() == {}


async def test_an_expired_token_keeps_the_reply_until_it_is_repaired(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    phone = await take_phone(running_shop, new_context, "Vera Lind", f"+{NUMBER}")
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    await phone.write("Is anybody there?")
    await olga.open("Vera Lind")
    await phone.make_provider("Access token has expired")

    await olga.reply("Yes, we are here.")
    await expect(olga.said("Yes, we are here.")).to_contain_text("Waiting")
    await olga.page.get_by_role("link", name="Administration").click()
    await olga.page.get_by_role("link", name="Inboxes").click()
    await expect(olga.page.get_by_text("Session has expired").first).to_be_visible()
    await phone.make_provider("Works")
    await running_shop.enter_token_anew()

    await expect(phone.said("Yes, we are here.")).to_be_visible()
    assert await running_shop.audit() == {}


async def test_a_reply_that_is_undone_never_leaves(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    provider = running_shop.provider
    provider.add_person("Vera Lind", NUMBER)
    provider.write(NUMBER, Writing(text="When do you open?"))
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    await olga.open("Vera Lind")

    await olga.reply("At nin")
    await olga.page.get_by_role("button", name=re.compile("^Undo")).first.click()

    box = olga.page.get_by_role("textbox", name="Reply", exact=True)
    await expect(box).to_have_value("At nin")
    await expect(olga.said("At nin")).to_have_count(0)
    await expect(olga.row("Vera Lind")).to_be_visible()
    await olga.reply("At nine.")
    await expect(olga.said("At nine.")).to_contain_text(re.compile("Delivered|Read"))
    sent = [one.text for one in provider.chat(NUMBER).said if one.by is Side.SHOP]
    assert sent == ["At nine."]
    assert await running_shop.audit() == {}


async def test_where_no_websocket_comes_through_both_sides_hear_each_other_all_the_same(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    async def walled(**options: Any) -> BrowserContext:
        context = await new_context(**options)
        await context.route_web_socket(re.compile("/stream"), lambda socket: socket.close())
        return context

    olga = await sign_in(running_shop, walled, complaints, OLGA)
    async with host_site(running_shop) as site:
        visitor = Visitor(await (await walled()).new_page())
        await visitor.arrive(site.address)
        await visitor.open()
        await visitor.write("Does the blue kettle whistle?")
        await olga.row("Does the blue kettle whistle?").first.click()
        await expect(olga.page.get_by_text("In the chat now")).to_be_visible()
        await olga.reply("It does, and loudly.")
        await expect(visitor.said("It does, and loudly.")).to_be_visible()
        await expect(visitor.frame.get_by_text("You are talking with Olga")).to_be_visible()
        await visitor.write("Then I take two.")
        await expect(olga.said("Then I take two.")).to_be_visible()
    assert await running_shop.audit() == {}
