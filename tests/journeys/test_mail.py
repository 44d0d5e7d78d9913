"""A mail comes in and reads like a message; the rest of it is there when somebody asks."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from playwright.async_api import Route, expect

from clew.domain.ids import InboxId
from clew.ports.store import NewEvent
from clew.services.inboxes import AddInbox, add_inbox
from tests.fixtures.browser import Complaints, NewContext, TakePicture
from tests.fixtures.running_shop import RunningShop
from tests.journeys.desk import OLGA, sign_in

HTML = """
<div style="font-family: Georgia; color: #224">Hello,<br><br>the <b>blue</b> kettle, please.<br>
<table border="1" cellpadding="6"><tr><th>Article</th><th>Count</th></tr>
<tr><td>Kettle</td><td>1</td></tr></table>
<p>Your price list: <a href="https://prices.example.net/?id=7">www.jans-shop.example</a></p>
<img src="https://pictures.example.net/kettle.png" alt="A kettle" width="120" height="80">
<script>document.title = "taken over"</script></div>
<div class="gmail_quote"><div class="gmail_attr">On Sun, Jul 5, 2026 at 10:59 PM Jan's Shop
&lt;shop@jans-shop.example&gt; wrote:</div><blockquote>Which colour?</blockquote></div>
"""
TEXT = """Hello,

the blue kettle, please.

--
Vera Lind
Lind & Sons, 1 Main Street

On Sun, Jul 5, 2026 at 10:59 PM Jan's Shop <shop@jans-shop.example> wrote:
> Which colour?
"""


def a_mail(**headers: str) -> bytes:
    mail = EmailMessage()
    mail["From"] = "Vera Lind <vera@lind.example>"
    mail["To"] = "Jan's Shop <shop@jans-shop.example>"
    mail["Cc"] = "Sam Lind <sam@lind.example>"
    mail["Subject"] = "A blue kettle"
    mail["Message-ID"] = f"<{len(headers)}@lind.example>"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(TEXT)
    mail.add_alternative(HTML, subtype="html")
    return mail.as_bytes()


async def receive(shop: RunningShop, *mails: bytes) -> None:
    """Let mails come to an address of the shop."""
    from clew.demo.sample.people import find_shop

    found = await find_shop(shop.deps)
    assert found is not None
    command = AddInbox(
        channel="email",
        name="Mail",
        team_id=next(iter(found.teams.values())),
        settings={"address": "shop@jans-shop.example", "smtp_host": "smtp.example.com"},
        secrets={},
    )
    inbox = await add_inbox(command, asker=found.asker("Olga"), deps=shop.deps)
    for mail in mails:
        await shop.deps.store.intake.append(
            NewEvent(
                workspace_id=found.asker("Olga").workspace_id,
                inbox_id=InboxId(inbox.id),
                received_at=shop.clock.now(),
                headers={},
                query="",
                body=mail,
            )
        )


@pytest.mark.screenshots
async def test_a_mail_reads_like_a_message(
    running_shop: RunningShop,
    new_context: NewContext,
    complaints: Complaints,
    take_picture: TakePicture,
) -> None:
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    await receive(running_shop, a_mail(), a_mail(Auto_Submitted="auto-replied"))

    await olga.open("Vera Lind")

    mail = olga.timeline.get_by_role("article").first
    await expect(mail).to_contain_text("the blue kettle, please.")
    await expect(mail).not_to_contain_text("Which colour?")
    await expect(mail).not_to_contain_text("Main Street")
    await expect(olga.timeline).to_contain_text("Automatic mail")
    await take_picture(olga.page, "mail")

    await mail.get_by_role("button", name="Show quoted text").click()
    await expect(mail).to_contain_text("Which colour?")
    await mail.get_by_role("button", name="Details").click()
    await expect(mail).to_contain_text("Sam Lind <sam@lind.example>")
    await take_picture(olga.page, "mail-whole")

    await mail.get_by_role("button", name="Show the whole mail").click()
    frame = mail.frame_locator("iframe")
    await expect(frame.get_by_role("cell", name="Kettle")).to_be_visible()
    await expect(frame.locator("a")).to_have_attribute("data-shows", "www.jans-shop.example")
    await expect(frame.locator("img")).not_to_have_attribute("src", "")
    assert await olga.page.title() != "taken over"
    await take_picture(olga.page, "mail-frame")

    asked: list[str] = []

    async def refuse(route: Route) -> None:
        asked.append(route.request.url)
        await route.abort()

    await olga.page.route("https://pictures.example.net/**", refuse)
    complaints.expect("ERR_FAILED")
    await mail.get_by_role("button", name="Load remote images").click()
    await expect(frame.locator("img")).to_have_attribute(
        "src", "https://pictures.example.net/kettle.png"
    )
    assert asked == ["https://pictures.example.net/kettle.png"]
