"""One person on two channels is suggested with a reason, made one time line, and two again."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Locator, Page, expect

from clew.services.recognition.keeping import SetField, set_field
from tests.fixtures.browser import Complaints, NewContext, TakePicture
from tests.fixtures.running_shop import RunningShop
from tests.journeys.accessible import violations
from tests.journeys.desk import OLGA, PETER, Desk, sign_in
from tests.journeys.phone import Phone, take_phone
from tests.journeys.visitor import HostSite, Visitor, host_site, put

NUMBER = "+44 7700 900 400"
SECRET = "44051401359"


@pytest.fixture
async def site(running_shop: RunningShop) -> AsyncIterator[HostSite]:
    async with host_site(running_shop) as site:
        yield site


async def one_person_twice(
    shop: RunningShop, site: HostSite, new_context: NewContext
) -> tuple[Visitor, Phone]:
    """Vera writes on the site and gives her number; then she writes from that number."""
    vera = Visitor(await (await new_context()).new_page())
    await vera.arrive(site.address)
    await vera.open()
    await vera.write("Where is my kettle?")
    await expect(vera.said("Where is my kettle?")).to_contain_text("Sent")
    await leave_number(vera)
    phone = await take_phone(shop, new_context, "Vera Lind", NUMBER)
    await phone.write("I asked in your chat, too.")
    return vera, phone


async def leave_number(vera: Visitor) -> None:
    field = vera.frame.get_by_label("E-mail or phone")
    folded = vera.frame.get_by_role("button", name=re.compile("You need not wait"))
    await expect(field.or_(folded)).to_be_visible()
    if await folded.is_visible():
        await folded.click()
    await put(field, NUMBER)
    await vera.frame.get_by_role("button", name="Save").click()
    await expect(vera.frame.get_by_text("Thank you.")).to_be_visible()


async def follow_link(phone: Phone, new_context: NewContext) -> None:
    """Open the link that came to a phone and press its button; nobody can do so again."""
    asked = phone.said("Please confirm that it is you")
    link = re.search(r"http\S+/confirm#[\w-]+", await asked.inner_text())
    assert link is not None
    page = await (await new_context()).new_page()
    for done in ("Thank you, that is confirmed.", "This link has been used or has expired."):
        await page.goto("about:blank")
        await page.goto(link[0])
        button = page.get_by_role("button", name="Yes, it is me")
        await expect(button.or_(page.get_by_text(done))).to_be_visible()
        assert await violations(page) == []
        if await button.is_visible():
            await expect(page.get_by_text(NUMBER.replace(" 400", "400"))).to_be_visible()
            await button.click()
        await expect(page.get_by_text(done)).to_be_visible()


def banner(page: Page) -> Locator:
    return page.get_by_role("region", name="Perhaps the same person")


def section(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name)


async def open_contact(desk: Desk) -> None:
    context = desk.page.get_by_role("complementary")
    await context.get_by_role("link", name="Contact page").click()
    await expect(section(desk.page, "Addresses")).to_be_visible()


async def test_who_writes_twice_is_one_once_somebody_made_sure_and_two_again_at_will(
    running_shop: RunningShop,
    site: HostSite,
    new_context: NewContext,
    complaints: Complaints,
) -> None:
    complaints.expect(r"410 \(Gone\).*/confirmations")
    peter = await sign_in(running_shop, new_context, complaints, PETER)
    vera, phone = await one_person_twice(running_shop, site, new_context)
    page = peter.page

    # She is suggested, with the reason; before anything happens it is shown what will.
    await peter.open("Vera Lind")
    await expect(banner(page)).to_contain_text("one gave the number")
    await banner(page).get_by_role("button", name="Same person").click()
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text("Both conversations become one time line")
    await dialog.get_by_role("textbox", name="Why").fill("She told her order number")
    await dialog.get_by_role("button", name="Same person").click()

    # One time line; she reads the answer where she asked.
    await expect(peter.said("Where is my kettle?")).to_be_visible()
    await expect(peter.said("I asked in your chat, too.")).to_be_visible()
    await expect(banner(page)).to_have_count(0)

    # She confirms the number by a link; the agent makes sure of another address.
    await open_contact(peter)
    addresses = section(page, "Addresses")
    await expect(page.get_by_role("main").get_by_text("Likely").first).to_be_visible()
    await addresses.get_by_role("button", name="Send a confirmation link").first.click()
    await expect(page.get_by_text("A one-time link is on its way")).to_be_visible()
    await expect(phone.said("Please confirm that it is you")).to_be_visible()
    await follow_link(phone, new_context)
    await expect(addresses).to_contain_text("by a link that Péter")
    await addresses.get_by_role("button", name="I checked another way").first.click()
    await page.get_by_role("dialog").get_by_role("textbox").fill("called her back")
    await page.get_by_role("dialog").get_by_role("button", name="Confirm").click()
    await expect(addresses).to_contain_text("called her back")
    await expect(page.get_by_role("main").get_by_text("Confirmed").first).to_be_visible()

    # Two again: each has what was said there.
    merges = section(page, "Joined contacts")
    await expect(merges).to_contain_text("She told her order number")
    await merges.get_by_role("button", name="Undo").click()
    await expect(merges).to_contain_text("Parted by Péter")
    await expect(section(page, "Cases").get_by_role("listitem")).to_have_count(1)
    await section(page, "Cases").get_by_role("link").first.click()
    await expect(peter.said("I asked in your chat, too.")).to_be_visible()
    await expect(peter.said("Where is my kettle?")).to_have_count(0)
    await expect(banner(page)).to_have_count(0)
    await expect(vera.said("Where is my kettle?")).to_be_visible()
    assert await running_shop.audit() == {}


@pytest.mark.screenshots
async def test_the_contact_page_by_keyboard(
    running_shop: RunningShop,
    site: HostSite,
    new_context: NewContext,
    complaints: Complaints,
    take_picture: TakePicture,
) -> None:
    """A detail is added, covered, and refused to whoever may not see it; a consent is recorded."""
    complaints.expect(r"403 \(Forbidden\).*/fields/")
    peter = await sign_in(running_shop, new_context, complaints, PETER)
    await one_person_twice(running_shop, site, new_context)
    page, keys = peter.page, peter.page.keyboard
    await peter.open("Vera Lind")
    await expect(banner(page)).to_be_visible()
    await take_picture(page, "suggestion")
    await banner(page).get_by_role("button", name="Same person").press("Enter")
    await expect(page.get_by_role("dialog")).to_contain_text("Why")
    assert await violations(page) == []
    await take_picture(page, "merge")
    await keys.press("Escape")

    await keys.press("Control+k")
    await expect(page.get_by_role("dialog")).to_be_visible()
    await keys.type("contact p")
    await expect(page.get_by_role("option", name="Contact page")).to_be_visible()
    await keys.press("Enter")
    fields = section(page, "Details")
    await fields.get_by_role("button", name="Add a detail").press("Enter")
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Name").fill("PESEL")
    await dialog.get_by_role("textbox", name="Value").fill(SECRET)
    await dialog.get_by_role("checkbox").press("Space")
    await dialog.get_by_role("button", name="Save").press("Enter")
    await expect(fields).to_contain_text("Covered until an address is confirmed.")
    assert SECRET not in await page.content()

    consents = section(page, "Consents")
    await consents.get_by_role("button", name="Record: Offers and news").press("Enter")
    await dialog.get_by_role("textbox").fill("on the phone")
    await dialog.get_by_role("button", name="Save").press("Enter")
    await expect(consents).to_contain_text("on the phone")
    assert await violations(page) == []
    await take_picture(page, "contact")

    await banner(page).get_by_role("button", name="Not the same").press("Enter")
    await expect(banner(page)).to_have_count(0)
    await page.get_by_role("button", name=re.compile("^Undo")).last.press("Enter")
    await expect(banner(page)).to_be_visible()


async def test_what_is_covered_is_shown_to_who_leads_and_that_is_kept(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    from clew.demo.sample.people import find_shop
    from clew.ports.store import CaseQuery, Place

    phone = await take_phone(running_shop, new_context, "Vera Lind", NUMBER)
    await phone.write("Hello")
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    await expect(olga.row("Vera Lind")).to_be_visible()
    found = await find_shop(running_shop.deps)
    assert found is not None
    asker = found.asker("Olga")
    async with running_shop.deps.store.read() as reader:
        query = CaseQuery(workspace_id=asker.workspace_id, agent_id=asker.id, place=Place.ALL)
        [case] = (await reader.cases(query)).items
    secret = SetField(name="PESEL", value=SECRET, is_sensitive=True)
    await set_field(case.contact.id, secret, asker=asker, deps=running_shop.deps)  # type: ignore[arg-type]

    page = olga.page
    await olga.open("Vera Lind")
    await expect(section(page, "Covered details")).to_contain_text("Send a confirmation link")
    await page.evaluate("localStorage.setItem('clew.language', 'pl')")
    await page.goto(f"{running_shop.address}/contacts/{case.contact.id}")
    fields = section(page, "Dane")
    assert SECRET not in await page.content()
    await fields.get_by_role("button", name="Pokaż: PESEL").click()
    await expect(fields).to_contain_text(SECRET)
    await expect(fields).to_contain_text("Ostatnio widziane przez: Olga")
    await fields.get_by_role("button", name="Zakryj: PESEL").click()
    await expect(fields.get_by_text(SECRET)).to_have_count(0)

    # Who leads says which details every contact has.
    await fields.get_by_role("button", name="Dla wszystkich").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Dodaj pole").click()
    await dialog.get_by_role("textbox", name="Nazwa pola 1").fill("Zamówienie")
    assert await violations(page) == []
    await dialog.get_by_role("button", name="Zapisz").click()
    await expect(fields.get_by_role("listitem").first).to_contain_text("Zamówienie")
