"""Days with a visitor: they write, go, are told of the answer, and go on wherever they are."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import BrowserContext, expect

from tests.fixtures.browser import Complaints, NewContext
from tests.fixtures.running_shop import RunningShop, open_for_business, skip_without_front_end
from tests.journeys.correspondent import SHOP, body, writing_to
from tests.journeys.desk import OLGA, sign_in
from tests.journeys.mail_programs import answer_in_gmail
from tests.journeys.pushes import (
    PushService,
    choose_notification,
    deliver,
    push_service,
)
from tests.journeys.visitor import HostSite, Visitor, host_site, put
from tests.smtp.servers import Post, post_office

VERA = "vera@example.com"
# As a browser does that is told to store nothing.
NO_STORAGE = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('Access is denied.', 'SecurityError') },
})"""
QUESTION, ANSWER, THANKS = "Does the blue kettle whistle?", "It does, and loudly.", "I take two."


@dataclass(frozen=True, slots=True)
class Town:
    """A shop that sends mail, a site of its own, the visitors' mailbox and their push service."""

    shop: RunningShop
    site: HostSite
    post: Post
    pushes: PushService

    async def mail(self, count: int) -> EmailMessage:
        """Return the latest mail once so many have come."""
        for _ in range(400):
            if len(self.post.mails) >= count:
                content = self.post.mails[-1].content
                assert isinstance(content, bytes)
                return message_from_bytes(content, policy=default)
            await asyncio.sleep(0.05)
        raise AssertionError(f"{len(self.post.mails)} mails have come")


@pytest.fixture
async def town(furnished: Path, tmp_path: Path) -> AsyncIterator[Town]:
    skip_without_front_end()
    folder = tmp_path / "shop"
    shutil.copytree(furnished, folder)
    async with post_office() as post, push_service() as pushes:
        mail: dict[str, Any] = {"smtp_host": "127.0.0.1", "smtp_port": post.port}
        mail |= {"smtp_security": "none", "smtp_from": "chat@shop.example"}
        async with open_for_business(folder, **mail) as shop, host_site(shop) as site:
            yield Town(shop, site, post, pushes)


async def test_a_visitor_is_told_at_night_returns_and_goes_on_elsewhere(
    town: Town, new_context: NewContext, complaints: Complaints
) -> None:
    complaints.expect(r"401 \(Unauthorized\).*/sessions")  # a link is tried twice
    shop = town.shop
    olga = await sign_in(shop, new_context, complaints, OLGA)
    device = await new_context(permissions=["notifications"])
    await town.pushes.install(device)

    # Day one: a question on a page of the shop, an address, a notification, and the tab is closed.
    vera = Visitor(await device.new_page())
    await vera.arrive(town.site.address)
    await vera.open()
    await vera.write(QUESTION)
    await expect(vera.said(QUESTION)).to_contain_text("Sent")
    await vera.frame.get_by_role("textbox", name="E-mail or phone").fill(VERA)
    await vera.frame.get_by_role("button", name="Save").click()
    await expect(vera.frame.get_by_text(f"the answer also comes to {VERA}")).to_be_visible()
    async with vera.page.expect_popup() as opening:
        await vera.frame.get_by_role("button", name="Menu").click()
        await vera.frame.get_by_role("button", name="Tell me when an answer comes").click()
    own = await opening.value
    await own.get_by_role("button", name="Menu").click()
    await own.get_by_role("button", name="Tell me when an answer comes").click()
    await expect(own.get_by_text("Notifications are on.").first).to_be_visible()
    key = await own.evaluate("[askedToSubscribe.userVisibleOnly, askedToSubscribe.key.length]")
    assert key == [True, 65]
    await own.close()
    await vera.page.close()

    # At night somebody answers; the visitor has gone, so they are told by push, then by mail.
    shop.clock.move(timedelta(hours=13))
    await olga.row(QUESTION).first.click()
    await olga.reply(ANSWER)
    await expect(olga.said(ANSWER)).to_contain_text("Sent")
    shop.clock.move(timedelta(seconds=20))
    pushed = await town.pushes.wait()
    await expect(olga.said(ANSWER)).to_contain_text("notification sent")
    assert pushed.payload == {"v": 1, "t": "msg", "i": str(town.site.inbox_id), "n": 1}
    assert pushed.claims["aud"] == town.pushes.address
    assert pushed.headers["content-encoding"] == "aes128gcm"
    shop.clock.move(timedelta(minutes=2))
    mail = await town.mail(1)
    await expect(olga.said(ANSWER)).to_contain_text("mailed, as they had left")
    assert (mail["To"], ANSWER in mail.get_content()) == (VERA, True)

    # Day two, the same device: the notification opens the conversation, which goes on.
    shop.clock.move(timedelta(hours=10))
    page = await device.new_page()
    await page.goto(f"{shop.address}/api/contact/openapi.json")
    [worker] = device.service_workers
    told = await deliver(page, worker, pushed.payload)
    assert told == [["Jan's Shop", "There is a new answer for you."]]
    await page.goto(f"{shop.address}{await choose_notification(worker)}")
    await expect(page.get_by_role("article").filter(has_text=ANSWER)).to_be_visible()
    await expect(olga.said(ANSWER)).to_contain_text("Read")
    await page.close()
    again = Visitor(await device.new_page())
    await again.arrive(town.site.address)
    await again.open()
    await expect(again.said(ANSWER)).to_be_visible()
    await again.write(THANKS)
    await expect(olga.said(THANKS)).to_be_visible()

    # Another device: looking at the address uses nothing up, pressing the button does.
    link = re.search(r"http\S+#link=\S+", mail.get_content())
    assert link is not None
    phone = await new_context(viewport={"width": 390, "height": 844}, is_mobile=True)
    there = await phone.new_page()
    asked: list[str] = []
    there.on("request", lambda request: asked.append(request.method))
    await there.goto(link[0])
    await expect(there.get_by_role("button", name="Open the conversation")).to_be_visible()
    assert "POST" not in asked
    assert "link=" not in there.url
    await there.get_by_role("button", name="Open the conversation").click()
    await expect(there.get_by_role("article")).to_have_text(
        [re.compile(text) for text in (QUESTION, ANSWER, THANKS)]
    )
    await expect(olga.timeline.get_by_role("article")).to_have_count(3)

    # A link opens once; another one goes to the same address and nowhere else.
    spent = await (await new_context()).new_page()
    await spent.goto(link[0])
    await spent.get_by_role("button", name="Open the conversation").click()
    await expect(spent.get_by_text("This link has been used or has expired.")).to_be_visible()
    await spent.get_by_role("button", name="Send me a new one").click()
    await expect(spent.get_by_text("A new link is on its way")).to_be_visible()
    assert (await town.mail(2))["To"] == VERA
    await _find_again_by_mail(town, await new_context(), await new_context())
    assert await shop.audit() == {}


async def _find_again_by_mail(town: Town, forgetful: BrowserContext, other: BrowserContext) -> None:
    """Where the browser stores nothing the chat says so, and mails the way back."""
    await forgetful.add_init_script(NO_STORAGE)
    anna = Visitor(await forgetful.new_page())
    await anna.arrive(town.site.address)
    await anna.open()
    await anna.write("Nothing is kept here")
    await expect(anna.said("Nothing is kept here")).to_contain_text("Sent")
    card = anna.frame.get_by_role("region", name="This browser does not keep the chat")
    await card.get_by_role("button", name="Send me a link to this conversation").click()
    await expect(card.get_by_role("alert")).to_have_text("Please enter an e-mail address.")
    await put(card.get_by_role("textbox"), "anna@example.test")
    assert await anna.findings() == []
    await card.get_by_role("button", name="Send me a link to this conversation").click()
    await expect(card.get_by_role("status")).to_contain_text("on its way to anna@example.test")

    link = re.search(r"http\S+#link=\S+", (await town.mail(3)).get_content())
    assert link is not None
    page = await other.new_page()
    await page.goto(link[0])
    await page.get_by_role("button", name="Open the conversation").click()
    await expect(page.get_by_role("article")).to_contain_text(["Nothing is kept here"])


async def test_nothing_old_is_shown_before_an_address_is_proven(
    town: Town, new_context: NewContext, complaints: Complaints
) -> None:
    """Whoever types somebody's address sees nothing of theirs; whoever reads their mail does.

    They ask for the code themselves, or an agent has it sent; it is typed in where they write.
    """
    complaints.expect(r"422 .*/email-confirmation")
    olga = await sign_in(town.shop, new_context, complaints, OLGA)
    for first in ("Mine, and private", "I am back"):
        visitor = Visitor(await (await new_context()).new_page())
        await visitor.arrive(town.site.address)
        await visitor.open()
        await visitor.write(first)
        await expect(visitor.said(first)).to_contain_text("Sent")
        await visitor.frame.get_by_role("textbox", name="E-mail or phone").fill(VERA)
        await visitor.frame.get_by_role("button", name="Save").click()
        await expect(visitor.frame.get_by_text(f"the answer also comes to {VERA}")).to_be_visible()
        await expect(visitor.frame.get_by_role("article")).to_have_count(1)
        sent = len(town.post.mails)
        if first == "I am back":
            found = await olga.search(first)
            await found.first.get_by_role("link").first.click()
            await olga.page.get_by_role("link", name="Contact page").click()
            await olga.page.get_by_role("button", name="Send a confirmation code").click()
            await expect(visitor.said("we have sent six digits")).to_contain_text(VERA)
        else:
            await visitor.frame.get_by_role("button", name="Menu").click()
            await visitor.frame.get_by_role("button", name="Send a code to confirm it").click()
        digits = re.match(r"\d{6}", (await town.mail(sent + 1))["Subject"])
        assert digits is not None
        await visitor.frame.get_by_label("Code").fill("000000" if digits[0] != "000000" else "1")
        await visitor.frame.get_by_role("button", name="Confirm", exact=True).click()
        await expect(visitor.frame.get_by_text("This code is not right.")).to_be_visible()
        await visitor.frame.get_by_label("Code").fill(digits[0])
        await visitor.frame.get_by_role("button", name="Confirm", exact=True).click()
        told = visitor.frame.get_by_role("status").filter(has_text="Confirmed. You see everything")
        await expect(told).to_be_visible()

    await expect(visitor.said("Mine, and private")).to_be_visible()
    await expect(visitor.said("I am back")).to_be_visible()
    assert await town.shop.audit() == {}


async def test_an_answer_that_was_mailed_is_answered_by_mail(
    running_shop: RunningShop, new_context: NewContext, complaints: Complaints
) -> None:
    """The shop's own mailbox writes to who has left, so what they answer comes home."""
    olga = await sign_in(running_shop, new_context, complaints, OLGA)
    async with host_site(running_shop) as site, writing_to(running_shop) as vera:
        visitor = Visitor(await (await new_context()).new_page())
        await visitor.arrive(site.address)
        await visitor.open()
        await visitor.write(QUESTION)
        await expect(visitor.said(QUESTION)).to_contain_text("Sent")
        # Nothing says who it is until they do, and the list of an agent hears of it.
        row = olga.row(QUESTION).first
        await expect(row).to_contain_text("Not identified")
        await visitor.frame.get_by_role("textbox", name="E-mail or phone").fill(vera.address)
        await visitor.frame.get_by_role("button", name="Save").click()
        await expect(
            visitor.frame.get_by_text(f"the answer also comes to {vera.address}")
        ).to_be_visible()
        await expect(row).to_contain_text(vera.address)
        await expect(row).not_to_contain_text("Not identified")
        await visitor.page.close()

        await olga.row(QUESTION).first.click()
        await olga.reply(ANSWER)
        await expect(olga.said(ANSWER)).to_contain_text("Sent")
        for _ in range(30):
            running_shop.clock.move(timedelta(minutes=1))
            await asyncio.sleep(1)
            if vera.heard:
                break
        mail = await vera.hears()
        assert (SHOP in mail["From"], ANSWER in body(mail)) == (True, True)
        assert "Answer this e-mail, or go on here; the link works once:" in body(mail)

        answer = answer_in_gmail(vera, mail, THANKS)
        await vera.hand_over(answer, to=str(mail["Reply-To"]).rpartition("<")[2].rstrip(">"))

        await expect(olga.said(THANKS)).to_be_visible()
        await expect(olga.timeline.get_by_role("article")).to_have_count(3)
        assert await running_shop.audit() == {}
