"""One person by mail, by telephone and in the chat of a site: one conversation, once confirmed."""

from __future__ import annotations

from playwright.async_api import expect

from clew.demo.sample.pictures import picture
from clew.domain.ids import ContactId
from clew.services.recognition.merging import merge_contacts
from tests.fixtures.browser import Complaints, NewContext, TakePicture
from tests.fixtures.running_shop import RunningShop
from tests.journeys.correspondent import body, writing_to
from tests.journeys.desk import OLGA, sign_in
from tests.journeys.phone import take_phone
from tests.journeys.visitor import Visitor, host_site


async def make_one(shop: RunningShop) -> None:
    """Confirm that everybody who wrote is one person, who stays the one that wrote first."""
    from clew.demo.sample.people import find_shop

    found = await find_shop(shop.deps)
    assert found is not None
    asker = found.asker("Olga")
    async with shop.deps.store.read() as reader:
        page = await reader.contacts(asker.workspace_id, "", None, 10)
    first, *others = sorted(page.items, key=lambda one: one.id)
    for one in others:
        await merge_contacts(
            ContactId(first.id), ContactId(one.id), "She told us", asker=asker, deps=shop.deps
        )


async def test_one_person_has_one_conversation_by_every_way(
    running_shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
    take_picture: TakePicture,
) -> None:
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    async with writing_to(running_shop) as vera, host_site(running_shop) as site:
        await vera.write("How much is the blue kettle?")
        await olga.open("Vera Lind")
        phone = await take_phone(running_shop, new_context, "Vera Lind", "+44 7700 900 200")
        await phone.write("It is me by telephone.")
        visitor = Visitor(await (await new_context()).new_page())
        await visitor.arrive(site.address)
        await visitor.open()
        await visitor.write("And on your site.")
        await expect(visitor.said("And on your site.")).to_contain_text("Sent")
        await expect(olga.said("It is me by telephone.")).to_have_count(0)

        await make_one(running_shop)

        for text in ("How much is the blue kettle?", "It is me by telephone.", "And on your site."):
            await expect(olga.said(text)).to_be_visible()
        for number in (2, 3):
            other = olga.timeline.get_by_role("link", name=f"#{number}")
            await expect(other).to_contain_text("Another open case")
        await take_picture(olga.page, "mail-one-person")
        assert await running_shop.audit() == {}


async def test_a_picture_stands_in_the_text_of_a_mail(
    running_shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
    take_picture: TakePicture,
) -> None:
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    label = picture("label")
    async with writing_to(running_shop) as vera:
        await vera.write("Where does the label go?")
        await olga.open("Vera Lind")
        await olga.write("Here: ")
        await olga.attach({"name": "label.jpg", "mimeType": "image/jpeg", "buffer": label})
        await olga.page.get_by_role("button", name="Put label.jpg into the text").click()
        field = olga.page.get_by_role("textbox", name="Reply", exact=True)
        await expect(field).to_have_value("Here: ![label.jpg]")
        await take_picture(olga.page, "letter-picture")
        await olga.send()

        mail = await vera.hears()
        assert "Here: [label.jpg]" in body(mail)
        [image] = [part for part in mail.walk() if part.get_content_type() == "image/jpeg"]
        assert image.get_content_disposition() == "inline"
        assert f'src="cid:{image["Content-ID"][1:-1]}"' in body(mail, "html")
        await expect(olga.said("Here: [label.jpg]")).to_be_visible()
