"""Every dialog and menu of the workspace, one after the other, in whatever language it speaks.

What has a key is opened by it, the rest by where it stands: the names are another test's business.
Each walk yields a name while its dialog or menu is open, and closes it afterwards.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping

from playwright.async_api import Locator, Page, expect

KEYS_OF_A_CASE = {
    "keys": "?",
    "palette": "Control+k",
    "new-case": "c",
    "park": "p",
    "move": "v",
    "assign": "a",
    "tags": "l",
    "done": "e",
}
SUGGESTIONS = {"canned-replies": ("r", "/"), "mentions": ("n", "@"), "emoji": ("r", ":smi")}
SENDING = {"send-and-park": "2", "send-later": "4"}
OF_A_CONTACT = {
    "contact-checked": (
        "section[aria-labelledby=contact-identities] li >> nth=0 >> button >> nth=-1"
    ),
    "contact-kinds": "section[aria-labelledby=contact-fields] .buttons button >> nth=0",
    "contact-detail": "section[aria-labelledby=contact-fields] .buttons button >> nth=1",
    "contact-consent": "section[aria-labelledby=contact-consents] li button",
    "contact-merge": "section[aria-labelledby=contact-merges] .title button",
}
ROW = "[role=option]"
CASE = "main .header"
COMPOSER = "#composer"


def popup(page: Page) -> Locator:
    """Return the dialog, menu or list of suggestions that is open."""
    return page.locator(
        "[role=dialog], [role=menu], .suggestions [role=listbox]",
    ).filter(visible=True)


async def closed(page: Page) -> None:
    """Close what is open."""
    await page.keyboard.press("Escape")
    await expect(popup(page)).to_have_count(0)


async def pressed(page: Page, places: Mapping[str, str]) -> AsyncIterator[str]:
    """Press buttons, by the place of each."""
    for name, place in places.items():
        await page.locator(place).first.click()
        await expect(popup(page)).to_be_visible()
        yield name
        await closed(page)


async def of_a_case(page: Page) -> AsyncIterator[str]:
    """Walk through what an open case can ask; the first row of the list is opened for it."""
    await page.locator(ROW).first.click()
    await expect(page.locator(COMPOSER)).to_be_visible()
    for name, key in KEYS_OF_A_CASE.items():
        await page.locator(ROW).first.focus()
        await page.keyboard.press(key)
        await expect(popup(page)).to_be_visible()
        yield name
        await closed(page)
    menus = {"case-menu": f"{CASE} [aria-haspopup=menu]", "availability": "nav .me"}
    async for name in pressed(page, menus):
        yield name


async def of_the_composer(page: Page) -> AsyncIterator[str]:
    """Walk through what writing can ask, with a case open."""
    field = page.locator(COMPOSER)
    for name, (mode, typed) in SUGGESTIONS.items():
        await page.locator(ROW).first.focus()
        await page.keyboard.press(mode)
        await expect(field).to_be_focused()
        await field.press_sequentially(typed)
        await expect(popup(page)).to_be_visible()
        yield name
        await field.fill("")
        await expect(popup(page)).to_have_count(0)
    await field.fill("Bitte, ja.")
    await page.keyboard.press("Control+Shift+Enter")
    await expect(popup(page)).to_be_visible()
    yield "send-menu"
    await closed(page)
    for name, digit in SENDING.items():
        await field.press("Control+Shift+Enter")
        await expect(page.locator("[role=menu]")).to_be_visible()
        await page.keyboard.press(digit)
        await expect(page.locator("[role=dialog]")).to_be_visible()
        yield name
        await closed(page)


async def of_the_list(page: Page, address: str) -> AsyncIterator[str]:
    """Walk through what a list, chosen rows of it, and the search can ask."""
    await page.goto(address)
    async for name in pressed(page, {"view": "nav .views button"}):
        yield name
    await page.locator(ROW).first.focus()
    await page.keyboard.press("x")
    await expect(page.get_by_role("toolbar")).to_be_visible()
    names = ("assign", "tag", "park", "done")
    menus = {f"chosen-{one}": f".bulk .acts button >> nth={at}" for at, one in enumerate(names)}
    async for name in pressed(page, menus):
        yield name
    await page.keyboard.press("/")
    asked = ("channel", "writer", "team", "tag", "when")
    filters = {f"search-{one}": f"main .filter >> nth={at}" for at, one in enumerate(asked)}
    async for name in pressed(page, filters):
        yield name


async def of_the_administration(page: Page, address: str) -> AsyncIterator[str]:
    """Walk through the forms by which the workspace is set up."""
    for section in ("people", "teams", "hours", "tags", "canned"):
        await page.goto(f"{address}/admin/{section}")
        async for name in pressed(page, {f"admin-{section}-add": "main .bar button"}):
            yield name
        if section == "people":
            await page.locator("td.buttons button:nth-child(2)").first.click()
            await expect(page.locator("[role=dialog] code")).to_be_visible()
            yield "admin-link"
            await page.locator("[role=dialog] .actions button").last.click()
        if section == "tags":
            async for name in pressed(page, {"admin-history": "td.buttons button:nth-child(3)"}):
                yield name
    await page.goto(f"{address}/admin/inboxes")
    async for name in pressed(page, {"admin-inboxes-add": "main .bar button"}):
        yield name
    for name in ("email", "whatsapp"):
        await page.locator("main .bar button").click()
        at = 0 if name == "email" else -1
        await page.locator("[role=dialog] .channels button").nth(at).click()
        await expect(page.locator("[role=dialog] form")).to_be_visible()
        yield f"admin-inboxes-{name}"
        await closed(page)


async def of_a_contact(page: Page, address: str) -> AsyncIterator[str]:
    """Walk through what the page of a contact can ask."""
    await page.goto(address)
    async for name in pressed(page, OF_A_CONTACT):
        yield name


async def of_a_long_silence(page: Page) -> AsyncIterator[str]:
    """Walk through what is there when only templates may be sent, and look at a picture."""
    await page.locator(ROW).first.click()
    async for name in pressed(page, {"template": ".blocked button"}):
        yield name
    await page.keyboard.press("g")
    await page.keyboard.press("w")
    await page.locator(ROW).filter(has_text="Орлов").click()
    async for name in pressed(page, {"picture": "[role=log] .picture"}):
        yield name


async def of_the_end(page: Page) -> AsyncIterator[str]:
    """Walk through what is asked when somebody goes, with words left in the open case."""
    await page.locator(ROW).first.focus()
    await page.keyboard.press("n")
    await page.locator(COMPOSER).fill("Bitte, ja.")
    await page.locator("nav .me").click()
    await page.locator("[role=menuitem]").last.click()
    await expect(page.locator("[role=dialog]")).to_be_visible()
    yield "sign-out"
    await closed(page)
    await page.context.clear_cookies()
    # The star is not given, and why is asked about.
    await page.locator(ROW).first.focus()
    await page.keyboard.press("s")
    await expect(page.locator("[role=dialog] [type=password]")).to_be_visible()
    yield "session-over"
