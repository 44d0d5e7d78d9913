"""A visitor of a shop's site writes, leaves, comes back, and is never asked to begin anew."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.async_api import expect

from clew.demo.sample.pictures import picture
from tests.fixtures.browser import Complaints, NewContext
from tests.fixtures.running_shop import RunningShop
from tests.journeys.desk import OLGA, POLISH, sign_in
from tests.journeys.visitor import HostSite, Visitor, host_site, put
from tests.journeys.widths import misfits, moving

# How a picture stands on a page that is read from right to left.
TURNED = """(one) => {
  document.documentElement.dir = 'rtl'
  const { transform } = getComputedStyle(one)
  document.documentElement.removeAttribute('dir')
  return transform
}"""


@pytest.fixture
async def site(running_shop: RunningShop) -> AsyncIterator[HostSite]:
    async with host_site(running_shop) as site:
        yield site


async def test_a_visitor_comes_back_on_day_two(
    running_shop: RunningShop, site: HostSite, new_context: NewContext, complaints: Complaints
) -> None:
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    browser = await new_context()
    first = Visitor(await browser.new_page())
    await first.arrive(site.address)

    await first.open()
    await first.write("Does the blue kettle whistle?")
    await expect(first.said("Does the blue kettle whistle?")).to_contain_text("Sent")
    await first.page.close()

    await olga.row("Does the blue kettle whistle?").first.click()
    await olga.reply("It does, and loudly.")
    await expect(olga.said("It does, and loudly.")).to_be_visible()
    running_shop.clock.move(timedelta(days=1))

    again = Visitor(await browser.new_page())
    await again.arrive(site.address)
    await again.open()
    await expect(again.said("Does the blue kettle whistle?")).to_be_visible()
    await expect(again.said("It does, and loudly.")).to_be_visible()
    await again.frame.get_by_role("button", name="It is solved, thank you").click()
    await expect(again.frame.get_by_text("Write here whenever you need us again.")).to_be_focused()
    await expect(olga.timeline.get_by_text("The contact ended the case: solved")).to_be_visible()
    await again.write("Then I take two.")

    await expect(olga.said("Then I take two.")).to_be_visible()
    await expect(olga.timeline.get_by_role("article")).to_have_count(3)
    assert await running_shop.audit() == {}


async def test_the_whole_in_polish_with_a_minute_offline(
    running_shop: RunningShop, site: HostSite, new_context: NewContext, complaints: Complaints
) -> None:
    """What was written offline arrives once; both sides read their own language throughout."""
    complaints.expect("ERR_INTERNET_DISCONNECTED")
    olga = await sign_in(running_shop, new_context, complaints, OLGA, words=POLISH, locale="pl-PL")
    browser = await new_context(locale="pl-PL")
    jan = Visitor(await browser.new_page())
    await jan.arrive(f"{site.address}/?language=pl")
    await jan.open()
    await expect(jan.field).to_have_attribute("placeholder", "Napisz wiadomość…")
    await jan.write("Dzień dobry")
    await expect(jan.said("Dzień dobry")).to_contain_text("Wysłano")

    await browser.set_offline(True)
    await jan.write("Czy jest już czajnik?")
    await jan.write("Ten niebieski.")
    await expect(jan.frame.get_by_text("Czekają 2 wiadomości.")).to_be_visible()
    await browser.set_offline(False)
    await expect(jan.said("Ten niebieski.")).to_contain_text("Wysłano")
    await jan.page.close()

    await olga.row("Ten niebieski.").first.click()
    await expect(olga.timeline.get_by_role("article")).to_have_text(
        [re.compile(text) for text in ("Dzień dobry", "Czy jest już czajnik", "Ten niebieski")]
    )
    await expect(olga.page.get_by_role("main").get_by_text("Twój ruch").first).to_be_visible()
    await olga.page.get_by_role("textbox", name="Odpowiedź", exact=True).fill("Już jest.")
    await olga.page.get_by_role("button", name="Wyślij", exact=True).click()
    await expect(olga.said("Już jest.")).to_be_visible()
    running_shop.clock.move(timedelta(days=1))

    again = Visitor(await browser.new_page())
    await again.arrive(f"{site.address}/?language=pl")
    await again.open()
    await expect(again.said("Ten niebieski.")).to_have_count(1)
    await expect(again.said("Już jest.")).to_be_visible()
    await again.frame.get_by_role("button", name="Załatwione, dziękuję").click()
    await expect(again.frame.get_by_text("Dziękujemy.")).to_be_visible()
    await expect(
        olga.timeline.get_by_text("Sprawa zakończona przez kontakt, załatwiona")
    ).to_be_visible()
    await again.write("To biorę dwa.")
    await expect(olga.said("To biorę dwa.")).to_be_visible()
    for page in (olga.page, again.frame):
        await expect(page.locator("html")).to_have_attribute("lang", "pl")
    assert await running_shop.audit() == {}


@pytest.mark.parametrize(
    "device",
    [
        {"color_scheme": "light"},
        {
            "color_scheme": "dark",
            "viewport": {"width": 360, "height": 640},
            "is_mobile": True,
            "has_touch": True,
            "reduced_motion": "reduce",
        },
    ],
    ids=["desk, light", "phone, dark"],
)
async def test_everything_in_the_window_can_be_perceived_and_reached(
    running_shop: RunningShop, site: HostSite, new_context: NewContext, device: dict[str, object]
) -> None:
    visitor = Visitor(await (await new_context(**device)).new_page())
    await visitor.arrive(site.address)
    await visitor.open()
    findings = await visitor.findings()

    await put(visitor.field, "Hello")
    await visitor.frame.get_by_role("button", name="Send", exact=True).click()
    await expect(visitor.said("Hello")).to_contain_text("Sent")
    findings += await visitor.findings()
    findings += await _remove_by_keyboard(visitor)
    await visitor.frame.get_by_role("button", name="Menu").click()
    await expect(visitor.frame.get_by_role("heading", name="Menu")).to_be_focused()
    findings += await visitor.findings()
    width = await misfits(visitor.frame)
    await visitor.frame.get_by_role("button", name="Back").click()
    width |= await misfits(visitor.frame)

    send = visitor.frame.get_by_role("button", name="Send", exact=True).locator("svg")
    mirrored = await send.evaluate(TURNED)

    assert (findings, width) == ([], {})
    assert mirrored == "matrix(-1, 0, 0, 1, 0, 0)"
    assert await moving(visitor.frame) == []


async def _remove_by_keyboard(visitor: Visitor) -> list[object]:
    """Take back what was just said, after a look at what else could be done with it."""
    keys, frame = visitor.page.keyboard, visitor.frame
    remove = frame.get_by_role("button", name="Remove", exact=True)
    await frame.get_by_role("button", name="Reply or react").click()
    await remove.press("Enter")
    await expect(frame.get_by_role("button", name="Cancel")).to_be_focused()
    await expect(remove).to_have_accessible_description(re.compile("cannot be undone"))
    findings = await visitor.findings()
    await keys.press("Escape")
    await expect(remove).to_be_focused()
    await keys.press("Escape")
    await expect(frame.get_by_role("button", name="Reply or react")).to_be_focused()
    await expect(visitor.said("Hello")).to_be_visible()
    await keys.press("Enter")
    await remove.press("Enter")
    await remove.press("Enter")
    await expect(visitor.said("This message was removed.")).to_be_visible()
    return findings


async def test_the_window_closes_with_escape_and_opens_by_keyboard(
    running_shop: RunningShop, site: HostSite, new_context: NewContext
) -> None:
    visitor = Visitor(await (await new_context()).new_page())
    await visitor.arrive(site.address)

    await expect(visitor.page.locator("clew-chat")).not_to_have_attribute("hidden", "")
    await visitor.page.keyboard.press("Tab")
    await visitor.page.keyboard.press("Enter")
    await expect(visitor.field).to_be_focused()
    await visitor.page.keyboard.press("Escape")
    await expect(visitor.field).to_be_hidden()
    await visitor.page.keyboard.press("Enter")

    await expect(visitor.field).to_be_focused()


async def test_a_site_that_is_not_allowed_shows_no_chat(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    complaints.expect("frame-ancestors|violates the following Content Security Policy")
    complaints.expect("chrome-error|ERR_BLOCKED_BY_RESPONSE|does not match the recipient")
    async with host_site(running_shop) as site:
        page = await (await new_context()).new_page()
        await page.goto(site.address.replace("localhost", "127.0.0.1"))
        async with page.expect_console_message(lambda said: "frame-ancestors" in said.text):
            await page.evaluate("Clew.open()")

        assert not any("/widget/" in frame.url for frame in page.frames)


async def test_a_photo_goes_in_and_an_answer_to_it_comes_back(
    running_shop: RunningShop,
    site: HostSite,
    new_context: NewContext,
    complaints: Complaints,
    tmp_path: Path,
) -> None:
    photo = tmp_path / "kettle.jpg"
    photo.write_bytes(picture("cup"))
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    vera = Visitor(await (await new_context()).new_page())
    await vera.arrive(site.address)
    await vera.open()

    await vera.frame.locator("input[type=file]").first.set_input_files(photo)
    await expect(vera.frame.get_by_text("kettle.jpg")).to_be_visible()
    await expect(vera.frame.locator("progress")).to_have_count(0)
    await vera.page.wait_for_function(
        "() => Object.keys(localStorage).some(one => /files/.test(one))"
    )
    await vera.arrive(site.address)
    await vera.open()
    await expect(vera.frame.get_by_text("kettle.jpg")).to_be_visible()
    await vera.write("It leaks here")

    shown = vera.said("It leaks here").get_by_role("img")
    await expect(shown).to_be_visible()
    assert await shown.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    await expect(vera.frame.get_by_role("button", name="Remove kettle.jpg")).to_have_count(0)
    await olga.row("It leaks here").first.click()
    await expect(olga.said("It leaks here").get_by_role("img")).to_be_visible()
    await olga.reply("We send you another one.")
    await expect(vera.said("We send you another one.")).to_be_visible()
    assert await running_shop.audit() == {}
