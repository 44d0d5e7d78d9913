"""An answer changes its channel when the agent says so, and never by itself."""

from __future__ import annotations

import re
from datetime import timedelta

from playwright.async_api import Locator, expect

from clew.demo.sample.people import find_shop
from clew.domain.consent import Purpose
from clew.domain.ids import ContactId
from clew.services.recognition.consenting import AddConsent, add_consent
from clew.services.recognition.merging import merge_contacts
from clew.services.searching import search_contacts
from tests.fixtures.browser import Complaints, NewContext, TakePicture
from tests.fixtures.running_shop import RunningShop
from tests.journeys.accessible import violations
from tests.journeys.correspondent import writing_to
from tests.journeys.desk import OLGA, Desk, sign_in
from tests.journeys.phone import take_phone
from tests.journeys.visitor import Visitor, host_site


def target(desk: Desk) -> Locator:
    """Return the button that says by which channel the answer goes."""
    return desk.page.get_by_role("button", name=re.compile("^Answer by .*Change$"))


async def become_one(shop: RunningShop) -> None:
    """Join everybody who wrote into the first of them."""
    found = await find_shop(shop.deps)
    assert found is not None
    asker = found.asker("Olga")
    people = await search_contacts("", cursor=None, limit=50, asker=asker, deps=shop.deps)
    kept, *others = sorted(ContactId(one.id) for one in people.value.items)
    for other in others:
        await merge_contacts(kept, other, "the same person", asker=asker, deps=shop.deps)


async def send_template(shop: RunningShop, olga: Desk, take_picture: TakePicture) -> None:
    """Choose a template, fill it in and send it; advertising is not for who said no to it."""
    found = await find_shop(shop.deps)
    assert found is not None
    asker = found.asker("Olga")
    people = await search_contacts("Vera", cursor=None, limit=50, asker=asker, deps=shop.deps)
    (vera,) = people.value.items
    no = AddConsent(
        contact_id=ContactId(vera.id), purpose=Purpose.MARKETING, is_given=False, how="told us"
    )
    await add_consent(no, asker=asker, deps=shop.deps)

    await olga.page.get_by_role("button", name="Choose a template").click()
    dialog = olga.page.get_by_role("dialog", name="Approved templates")
    await expect(dialog.get_by_role("button", name="spring offer")).to_have_count(0)
    await dialog.get_by_role("button", name="new in the shop").click()
    await dialog.get_by_label("Value 1").fill("a blue kettle")
    send = dialog.get_by_role("button", name="Send template")
    await expect(dialog.get_by_role("status")).to_contain_text("wants no advertising")
    await expect(send).to_be_disabled()
    await dialog.get_by_role("button", name="news of your case en").click()
    await dialog.get_by_label("Value 1").fill("Vera")
    await expect(send).to_be_disabled()
    await dialog.get_by_label("Value 2").fill("the red kettle")
    await expect(dialog.get_by_text("Hello Vera, there is news")).to_be_visible()
    assert await violations(olga.page) == []
    await take_picture(olga.page, "switching-template")
    await send.click()
    await expect(olga.said("Hello Vera, there is news")).to_be_visible()


async def test_an_answer_goes_where_the_agent_says(
    running_shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
    take_picture: TakePicture,
) -> None:
    """One contact on WhatsApp, by mail and in the chat of the site; one time line, three ways."""
    shop = running_shop
    phone = await take_phone(shop, new_context, "Vera Lind", "+44 7700 900 200")
    olga = await sign_in(shop, new_context, complaints, OLGA)
    async with writing_to(shop) as vera, host_site(shop) as site:
        visitor = Visitor(await (await new_context()).new_page())
        await phone.write("The kettle leaks.")
        await expect(olga.row("Vera Lind")).to_be_visible()
        await visitor.arrive(site.address)
        await visitor.open()
        await visitor.write("It is me, from the site.")
        await expect(visitor.said("It is me")).to_contain_text("Sent")
        await vera.write("Here is the bill.")
        await expect(olga.row("Vera Lind")).to_have_count(2)
        await become_one(shop)

        # The latest word came by mail, so an answer goes there; the menu tells all ways.
        await olga.page.reload()
        await olga.row("Vera Lind").first.click()
        await expect(olga.said("Here is the bill.")).to_be_visible()
        await expect(target(olga)).to_contain_text("Email")
        await target(olga).focus()
        await olga.page.keyboard.press("Enter")
        menu = olga.page.get_by_role("menu")
        await expect(menu.get_by_role("menuitem")).to_have_count(3)
        await expect(menu).to_contain_text("window open")
        assert await violations(olga.page) == []
        await take_picture(olga.page, "switching-menu")
        await menu.get_by_role("menuitem", name="WhatsApp").focus()
        await olga.page.keyboard.press("Enter")
        await expect(target(olga)).to_contain_text("WhatsApp")
        await expect(
            olga.page.get_by_role("status").filter(has_text="goes by WhatsApp")
        ).to_have_count(1)

        # While Olga writes, Vera goes on in the chat: nothing moves, and Olga is asked.
        await olga.write("Another kettle is")
        await visitor.write("By the way, it is the blue one.")
        asked = olga.page.get_by_role("status").filter(has_text="now writes by Web chat")
        await expect(asked).to_be_visible()
        await expect(target(olga)).to_contain_text("WhatsApp")
        assert await violations(olga.page) == []
        await take_picture(olga.page, "switching-asked")
        await asked.get_by_role("button", name="Stay with WhatsApp").click()
        await expect(asked).to_have_count(0)

        # The draft keeps its way, even over a new page.
        await olga.page.reload()
        await expect(target(olga)).to_contain_text("WhatsApp")
        await olga.write("Another kettle is on its way.")
        await olga.send()
        await expect(phone.said("on its way")).to_be_visible()

        # What did not arrive may go another way: its words are there, and where they go is seen.
        await phone.make_provider("Takes messages, then fails to deliver them")
        await target(olga).click()
        await menu.get_by_role("menuitem", name="WhatsApp").click()
        await olga.write("It is red.")
        await olga.send()
        await expect(olga.said("It is red.")).to_contain_text("Not delivered")
        await olga.said("It is red.").get_by_role("button", name="Answer by Web chat").click()
        field = olga.page.get_by_role("textbox", name="Reply", exact=True)
        await expect(field).to_have_value("It is red.")
        await expect(target(olga)).to_contain_text("Web chat")
        await olga.write("")
        await phone.make_provider("Works")

        # Days later WhatsApp takes templates only, and says so; a mail can be chosen as ever.
        shop.clock.move(timedelta(days=3))
        await olga.page.reload()
        await target(olga).click()
        await expect(menu).to_contain_text("template only")
        await menu.get_by_role("menuitem", name="Mail").click()
        await expect(target(olga)).to_contain_text("Email")
        await target(olga).click()
        await menu.get_by_role("menuitem", name="WhatsApp").click()
        await send_template(shop, olga, take_picture)
        await expect(phone.said("about your request: the red kettle")).to_be_visible()
    assert await shop.audit() == {}
