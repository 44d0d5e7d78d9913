"""Mails that come back, machines that answer, and somebody who is not who they say."""

from __future__ import annotations

from playwright.async_api import expect

from tests.fixtures.browser import Complaints, NewContext, TakePicture
from tests.fixtures.running_shop import RunningShop
from tests.journeys.correspondent import SHOP, Correspondent, writing_to
from tests.journeys.desk import OLGA, PETER, sign_in
from tests.journeys.mail_programs import about

REPORT = """\
From: Mail Delivery System <MAILER-DAEMON@mx.lind.example>
To: {shop}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
Message-ID: <returned@mx.lind.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="=b"

--=b
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--=b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.lind.example

Final-Recipient: rfc822; {reader}
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp; 552 5.2.2 The mailbox is full

--=b
Content-Type: text/rfc822-headers

From: {shop}
To: {reader}
Subject: {subject}
Message-ID: {name}

--=b--
"""


async def come_back(vera: Correspondent) -> None:
    """Let the latest mail of the shop come back: the mailbox is full."""
    mail = vera.heard[-1]
    report = REPORT.format(
        shop=SHOP, reader=vera.address, subject=mail["Subject"], name=mail["Message-ID"]
    )
    await vera.hand_over(report.replace("\n", "\r\n").encode(), sender="<>", dmarc="none")


async def test_a_mail_that_comes_back_gives_the_move_back(
    running_shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
    take_picture: TakePicture,
) -> None:
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    async with writing_to(running_shop) as vera:
        await vera.write("How much is the blue kettle?")
        await olga.open("Vera Lind")
        await olga.write("49 euro.")
        await olga.attach({"name": "kettle.txt", "mimeType": "text/plain", "buffer": b"Blue."})
        await olga.send()
        await vera.hears()
        move = olga.page.get_by_role("main").get_by_text("Your move")
        await expect(move).to_have_count(0)

        await come_back(vera)

        said = olga.said("49 euro.")
        await expect(said).to_contain_text("Not delivered")
        await expect(said).to_contain_text("The mailbox is full")
        await expect(said.get_by_role("button", name="Send again")).to_be_visible()
        await expect(move).to_be_visible()
        await expect(said).not_to_contain_text("Not sent")
        await take_picture(olga.page, "mail-returned")
        await said.get_by_role("button", name="Edit and send").click()
        await expect(olga.page.get_by_role("button", name="Remove kettle.txt")).to_be_visible()
        await olga.send()
        attached = [part.get_filename() for part in (await vera.hears()).walk()]
        assert "kettle.txt" in attached

        await olga.page.goto(f"{running_shop.address}/admin/undelivered")
        lost = olga.page.get_by_role("row").filter(has_text="49 euro.")
        await expect(lost).to_contain_text("The mailbox is full")
        await take_picture(olga.page, "mail-undelivered")
        assert await running_shop.audit() == {}


async def test_a_vacation_note_asks_for_nothing(
    running_shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
    take_picture: TakePicture,
) -> None:
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    async with writing_to(running_shop) as vera:
        await vera.write("How much is the blue kettle?")
        await olga.open("Vera Lind")
        await olga.reply("49 euro.")
        note = vera.letter("I am at the sea until Monday.", "Automatic reply: A blue kettle")
        about(note, await vera.hears())
        note["Auto-Submitted"] = "auto-replied"

        await vera.hand_over(note)

        shown = olga.timeline.get_by_role("button", name="Automatic mail")
        await expect(shown).to_be_visible()
        await expect(olga.timeline).not_to_contain_text("at the sea")
        main = olga.page.get_by_role("main")
        await expect(main.get_by_text("Your move")).to_have_count(0)
        await take_picture(olga.page, "mail-vacation")
        await shown.click()
        await expect(olga.timeline).to_contain_text("at the sea")
        assert len(vera.post.mails) == 1
        assert await running_shop.audit() == {}


async def test_a_forged_sender_joins_nobodys_conversation(
    running_shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
    take_picture: TakePicture,
) -> None:
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    async with writing_to(running_shop) as vera:
        await vera.write("How much is the blue kettle?")
        await olga.open("Vera Lind")
        await expect(olga.said("blue kettle?")).not_to_contain_text("not proved")
        await olga.reply("49 euro.")
        forged = vera.letter("Send it to another address.", "Re: A blue kettle")
        about(forged, await vera.hears())
        await vera.hand_over(forged, dmarc="fail")

        peter = await sign_in(running_shop, new_context, complaints, PETER)
        await peter.open("vera@lind.example")
        said = peter.said("Send it to another address.")
        await expect(said).to_contain_text("Sender not proved, looks forged")
        await expect(peter.said("49 euro.")).to_have_count(0)
        panel = peter.page.get_by_role("complementary")
        await expect(panel.first).to_contain_text("Not proved")
        await said.get_by_role("button", name="Details").click()
        await expect(said).to_contain_text("kept apart from the contact whose address it names")
        warning = peter.page.get_by_text("The latest mail looks forged: somebody else may")
        await expect(warning).to_be_visible()
        await take_picture(peter.page, "mail-forged")

        async with peter.page.context.expect_page() as opened:
            await said.get_by_role("link", name="Show source").click()
        source = await opened.value
        await expect(source.locator("pre")).to_contain_text("dmarc=fail")
        assert await running_shop.audit() == {}


async def test_who_was_in_copy_writes_as_a_guest(
    running_shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
    take_picture: TakePicture,
) -> None:
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    async with writing_to(running_shop) as vera:
        await vera.write("How much is the blue kettle?", Cc="Sam Lind <sam@lind.example>")
        await olga.open("Vera Lind")
        await olga.reply("49 euro.")
        mail = await vera.hears()
        sam = Correspondent(vera.shop, vera.post, vera.inbox_id, "sam@lind.example", "Sam Lind")
        answer = sam.letter("Then we take two.", "Re: A blue kettle")
        about(answer, mail)

        await sam.hand_over(answer)

        said = olga.said("Then we take two.")
        await expect(said).to_contain_text("Sam Lind")
        await expect(said).to_contain_text("Guest")
        await expect(olga.letter).to_contain_text("vera@lind.example")
        await expect(olga.letter).to_contain_text("Cc sam@lind.example")
        warning = olga.page.get_by_text("The latest mail is from a guest.")
        await expect(warning).to_have_count(0)
        await olga.letter.click()
        await olga.page.get_by_label("Cc", exact=True).fill("")
        await expect(warning).to_contain_text("Your reply goes to vera@lind.example;")
        await take_picture(olga.page, "mail-guest")
        assert await running_shop.audit() == {}
