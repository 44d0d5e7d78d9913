"""What was said long ago is found, looked at in its place, and come back from."""

from __future__ import annotations

from uuid import uuid4

from playwright.async_api import expect

from clew.demo.sample.people import find_shop
from clew.domain.ids import CaseId, ConversationId, NoteId
from clew.ports.store.reading import CaseQuery, Place
from clew.services.replies.notes import AddNote, add_note
from tests.fixtures.browser import Complaints, NewContext, TakePicture
from tests.fixtures.running_shop import RunningShop
from tests.journeys.accessible import violations
from tests.journeys.desk import OLGA, sign_in
from tests.journeys.phone import take_phone

NOTES = 150


async def a_long_conversation(shop: RunningShop) -> None:
    """Let much be noted since the contact wrote."""
    found = await find_shop(shop.deps)
    assert found is not None
    asker = found.asker("Olga")
    query = CaseQuery(workspace_id=asker.workspace_id, agent_id=asker.id, place=Place.ALL)
    async with shop.deps.store.read() as reader:
        [case] = (await reader.cases(query)).items
    for number in range(NOTES):
        command = AddNote(
            conversation_id=ConversationId(case.conversation_id),
            note_id=NoteId(uuid4()),
            case_id=CaseId(case.id),
            text=f"zamówienie {number} sprawdzone",
        )
        await add_note(command, asker=asker, deps=shop.deps)
    while await shop.deps.store.index(1_000):
        pass


async def test_an_old_message_is_found_and_looked_at_in_its_place(
    running_shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
    take_picture: TakePicture,
) -> None:
    shop = running_shop
    phone = await take_phone(shop, new_context, "Vera Żółw", "+44 7700 900 200")
    olga = await sign_in(shop, new_context, complaints, OLGA)
    await phone.write("Gdzie jest moje zamówienie z żółwiem?")
    await expect(olga.row("Vera Żółw")).to_be_visible()
    await a_long_conversation(shop)
    page = olga.page

    # By another form of a word and without its accents; by the keyboard alone.
    await page.keyboard.press("/")
    await page.keyboard.type("zolwia")
    result = page.locator("a.result")
    await expect(result).to_have_count(1)
    await expect(result.locator("mark")).to_have_text("żółwiem")
    assert await violations(page) == []
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")

    # It is far above the end, marked, and where the focus is.
    said = olga.said("Gdzie jest moje")
    await expect(said).to_be_focused()
    await expect(said).to_be_in_viewport()
    await page.go_back()
    await expect(result).to_be_focused()

    # Many at once: leave out, go on, open one, come back to the same place.
    await page.get_by_role("searchbox").fill("zamówienia")
    await expect(result).to_have_count(30)
    await page.get_by_role("button", name="Show more").click()
    await expect(result).to_have_count(60)
    await result.nth(47).focus()
    await page.keyboard.press("Enter")
    await expect(olga.timeline.locator("article:focus")).to_contain_text("zamówienie")
    await page.go_back()
    await expect(result.nth(47)).to_be_focused()
    await page.get_by_role("button", name="Channel: Any channel").click()
    await page.get_by_role("menuitemradio", name="WhatsApp").click()
    await expect(result).to_have_count(1)
    assert "channel=whatsapp" in page.url
    assert await violations(page) == []
    await take_picture(page, "finding-filters")

    # The address is enough for a colleague; people and cases are found beside words.
    await page.goto(f"{shop.address}/search?q=%2B44+7700-900-200")
    await expect(page.get_by_role("button", name="Vera Żółw")).to_be_visible()
    await page.get_by_role("searchbox").fill("#1")
    await page.get_by_role("link", name="#1 Vera Żółw").click()
    await expect(said).to_have_count(0)
    await expect(olga.timeline).to_be_visible()
    assert await shop.audit() == {}
