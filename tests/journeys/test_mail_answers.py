"""A mail is answered with a file, and the answer to that comes home to the same conversation."""

from __future__ import annotations

from playwright.async_api import FilePayload, expect

from tests.fixtures.browser import Complaints, NewContext, TakePicture
from tests.fixtures.running_shop import RunningShop
from tests.journeys.correspondent import body, writing_to
from tests.journeys.desk import OLGA, sign_in
from tests.journeys.mail_programs import answer_in_gmail, answer_in_outlook

INVOICE: FilePayload = {
    "name": "invoice.pdf",
    "mimeType": "application/pdf",
    "buffer": b"%PDF-1.4 a bill",
}


async def test_a_mail_goes_to_and_fro_in_one_conversation(
    running_shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
    take_picture: TakePicture,
) -> None:
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    async with writing_to(running_shop) as vera:
        await vera.write("How much is the blue kettle?", Cc="Sam Lind <sam@lind.example>")
        await olga.open("Vera Lind")

        await expect(olga.letter).to_contain_text("vera@lind.example")
        await expect(olga.letter).to_contain_text("Cc sam@lind.example")
        await expect(olga.letter).to_contain_text("Re: A blue kettle")
        await olga.letter.click()
        await olga.page.get_by_label("Bcc").fill("books@lind.example")
        await take_picture(olga.page, "letter-open")
        await olga.attach(INVOICE)
        await olga.reply("It is **49 euro**, see the bill.")

        mail = await vera.hears()
        assert mail["Subject"] == "Re: A blue kettle"
        assert "sam@lind.example" in mail["Cc"]
        assert mail["Bcc"] is None
        assert "books@lind.example" in vera.post.mails[0].rcpt_tos
        assert "It is 49 euro, see the bill." in body(mail).replace("**", "")
        assert "> How much is the blue kettle?" in body(mail)
        (file,) = mail.iter_attachments()
        assert (file.get_filename(), file.get_content()) == ("invoice.pdf", INVOICE["buffer"])

        reply_to = str(mail["Reply-To"])
        await vera.hand_over(answer_in_gmail(vera, mail, "I take two."), to=address_in(reply_to))
        said = olga.said("I take two.")
        await expect(said).to_be_visible()
        await expect(said).not_to_contain_text("49 euro")
        await expect(said.get_by_role("button", name="Show quoted text")).to_be_visible()

        await olga.reply("They leave tomorrow.")
        mail = await vera.hears(2)
        answer = answer_in_outlook(vera, mail, "Perfect, thank you.")
        await vera.hand_over(answer, to=address_in(str(mail["Reply-To"])))
        said = olga.said("Perfect, thank you.")
        await expect(said).to_be_visible()
        await expect(said).not_to_contain_text("They leave tomorrow")
        await take_picture(olga.page, "mail-to-and-fro")

        await expect(olga.row("Vera Lind")).to_have_count(1)
        assert await running_shop.audit() == {}


def address_in(field: str) -> str:
    return field.rpartition("<")[2].rstrip(">")
