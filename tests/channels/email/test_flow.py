"""From raw mails to cases, on a real database: what people wrote lands where it belongs."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from clew.channels.email.tokens import Named, Token, message_id, reply_address
from clew.domain.ids import MessageId
from clew.domain.message import AttachmentState, DeliveryState
from clew.ports.channel import (
    HttpRequest,
    HttpResponse,
    Progress,
    ReaderResult,
    ReaderRole,
    ReaderState,
)
from clew.ports.store import Changes, IntakeState
from clew.services.fetching import Fetcher, claim_files, fetch
from clew.services.inboxes import AddInbox, add_inbox
from tests.channels.email.letters import KEY, OURS
from tests.channels.email.sample import BOUNCE, WITH_FILE
from tests.fixtures.post import Post, mail


async def test_a_mail_opens_a_case_called_by_its_subject(post: Post) -> None:
    await post.comes(mail("Where is it?", name="<1@x>"))

    case = await post.shop.case()
    assert (case.subject, case.contact.name) == ("My parcel", "Anna")
    assert case.next_move is not None
    assert case.next_move.kind == "answer"
    assert await post.shop.violations() == {}


async def test_an_answer_comes_back_into_the_case_by_any_of_its_traces(post: Post) -> None:
    await post.comes(mail("Where is it?", name="<1@x>"))
    case = await post.shop.case()
    reply = await post.answered()
    token = reply_address(OURS, Token(Named.CASE, case.id), KEY)
    await post.shop.end()
    post.shop.clock.advance(timedelta(days=2))

    await post.comes(mail("one", f"In-Reply-To: {message_id(reply, OURS, KEY)}", name="<2@x>"))
    await post.comes(mail("two", f"Cc: {token}", name="<3@x>"))
    await post.comes(mail("three", "References: <0@x> <1@x>", name="<4@x>"))

    assert [item.text for item in await post.said()][2:] == ["one", "two", "three"]
    assert len(await post.shop.cases()) == 1
    assert await post.shop.violations() == {}


async def test_the_same_mail_by_two_ways_is_one(post: Post) -> None:
    await post.comes(mail("Hello", name="<1@x>"))
    await post.comes("Received: by another way\n" + mail("Hello", name="<1@x>"))
    await post.comes(mail("Something else", name="<1@x>"))

    assert [item.text for item in await post.said()] == ["Hello", "Something else"]


async def test_a_report_of_failure_gives_the_move_back(post: Post) -> None:
    await post.comes(mail("Where is it?", name="<1@x>"))
    reply = await post.answered()
    returned = BOUNCE.replace("<ours@shop.example>", message_id(reply, OURS, KEY))

    await post.comes(returned)
    await post.comes(returned)

    delivery = await post.shop.delivery(MessageId(reply))
    assert (delivery.state, delivery.reason_code) == (DeliveryState.FAILED, "5.1.1")
    case = await post.shop.case()
    assert case.next_move is not None
    assert case.next_move.holder != "contact"
    assert await post.shop.violations() == {}


async def test_a_report_about_a_mail_that_is_not_known_is_shown_quietly(post: Post) -> None:
    """It was sent by another program under our address, or somebody pretends so."""
    await post.comes(BOUNCE)
    await post.comes(BOUNCE)

    case = await post.shop.case()
    assert (case.status, case.next_move) == ("resolved", None)
    assert [item.text for item in await post.said()] == ["Sorry."]
    assert await post.shop.violations() == {}


async def test_a_vacation_note_is_shown_and_asks_for_nothing(post: Post) -> None:
    await post.comes(mail("Where is it?", name="<1@x>"))
    reply = await post.answered()
    before = await post.shop.case()

    await post.comes(
        mail(
            "I am away",
            "Auto-Submitted: auto-replied",
            f"In-Reply-To: {message_id(reply, OURS, KEY)}",
            name="<2@x>",
        )
    )

    after = await post.shop.case()
    assert after.next_move == before.next_move
    last = (await post.said())[-1]
    assert last.text == "I am away"
    assert last.content is not None
    assert last.content["auto"] == "auto-reply"
    assert await post.shop.violations() == {}


async def test_somebody_in_copy_joins_the_case_of_the_contact(post: Post) -> None:
    await post.comes(mail("Where is it?", "Cc: bela@example.net", name="<1@x>"))

    await post.comes(
        mail("It is mine", "In-Reply-To: <1@x>", sender="Bela <bela@example.net>", name="<2@x>")
    )

    said = await post.said()
    assert [(item.author.name, item.text) for item in said if item.author] == [
        ("Anna", "Where is it?"),
        ("Bela", "It is mine"),
    ]
    assert (await post.shop.case()).contact.name == "Anna"


async def test_what_an_inbox_of_ours_sends_is_no_contact(post: Post) -> None:
    """Two inboxes that answer each other would never stop."""
    command = AddInbox(
        channel="email",
        name="Orders",
        team_id=post.shop.team.id,
        settings={"address": "orders@shop.example", "smtp_host": "smtp.example.com"},
        secrets={},
    )
    await add_inbox(command, asker=post.shop.admin, deps=post.shop.deps)

    await post.comes(mail("Thank you for your mail", sender="orders@shop.example"))

    assert await post.shop.cases() == []
    counts = await post.shop.deps.store.intake.counts()
    assert (counts.ignored, counts.quarantined) == (1, 0)


async def test_a_file_is_cut_out_of_the_mail_that_is_here(post: Post) -> None:
    class Nobody:
        async def call(self, request: HttpRequest, *, circuit: str = "") -> HttpResponse:
            raise AssertionError(request)

    await post.comes(WITH_FILE)
    fetcher = Fetcher(deps=post.shop.deps, http=Nobody(), chance=lambda: 0.5)

    (file,) = await claim_files(post.shop.deps, 10)
    await fetch(file, fetcher=fetcher)

    async with post.shop.deps.store.write() as tx:
        (kept,) = await tx.attachments(post.shop.admin.workspace_id, [file.id])
    assert (kept.state, kept.name, kept.byte_count) == (AttachmentState.READY, "a.png", 8)


async def test_what_is_no_mail_waits_in_quarantine(post: Post) -> None:
    await post.comes("\x00\x01 what is this?")

    (event,) = await post.shop.deps.store.intake.find([IntakeState.QUARANTINED], 10)
    assert "no mail" in event.reason


async def test_a_report_about_somebody_in_copy_leaves_the_answer_delivered(post: Post) -> None:
    await post.comes(mail("Where is it?", name="<1@x>"))
    reply = await post.answered()
    delivery = await post.shop.delivery(MessageId(reply))
    in_copy = ReaderResult("anna@example.com", ReaderRole.CC, ReaderState.ACCEPTED)
    async with post.shop.deps.store.write() as tx:
        changes = Changes(workspace_id=delivery.workspace_id, at=post.shop.clock.now())
        kept = replace(delivery, progress=Progress(readers=(in_copy,)))
        changes.updated_deliveries.append(kept)
        await tx.record(changes)

    await post.comes(BOUNCE.replace("<ours@shop.example>", message_id(reply, OURS, KEY)))

    after = await post.shop.delivery(MessageId(reply))
    assert after.state is DeliveryState.SENT
    assert isinstance(after.progress, Progress)
    assert [one.state for one in after.progress.readers] == [ReaderState.REFUSED]
