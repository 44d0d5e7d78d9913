"""Photos and documents go both ways."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from clew.demo.sample.pictures import picture
from tests.fixtures.browser import Complaints, NewContext
from tests.fixtures.running_shop import RunningShop
from tests.journeys.desk import OLGA, sign_in
from tests.journeys.phone import take_phone


async def test_a_photo_comes_in_and_a_label_goes_out(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints, tmp_path: Path
) -> None:
    photo, label = tmp_path / "kettle.jpg", tmp_path / "label.jpg"
    photo.write_bytes(picture("cup"))
    label.write_bytes(picture("label"))
    phone = await take_phone(running_shop, new_context, "Vera Lind", "+44 7700 900 200")
    olga = await sign_in(running_shop, new_context, complaints, OLGA)

    await phone.send_file(photo, "It leaks here")
    await olga.open("Vera Lind")
    shown = olga.said("It leaks here").get_by_role("img")
    await expect(shown).to_be_visible()
    assert await shown.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0

    await olga.page.locator("input[type=file]").set_input_files(label)
    await olga.write("Send it back with this label.")
    await olga.send()

    arrived = phone.said("Send it back with this label.").get_by_role("img")
    await expect(arrived).to_be_visible()
    assert await arrived.evaluate("image => image.decode().then(() => image.naturalWidth)") == 640
    assert await running_shop.audit() == {}


async def test_a_voice_message_and_a_document_come_in(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints, tmp_path: Path
) -> None:
    voice, receipt = tmp_path / "voice.ogg", tmp_path / "receipt.pdf"
    voice.write_bytes(b"OggS\x00\x02" + bytes(200))
    receipt.write_bytes(b"%PDF-1.4\n%%EOF\n")
    phone = await take_phone(running_shop, new_context, "Vera Lind", "+44 7700 900 200")
    olga = await sign_in(running_shop, new_context, complaints, OLGA)

    await phone.send_file(voice)
    await phone.send_file(receipt, "My receipt")

    await olga.open("Vera Lind")
    await expect(olga.said("My receipt")).to_contain_text("receipt.pdf")
    await expect(olga.timeline.get_by_role("article")).to_have_count(2)
    assert await running_shop.audit() == {}
