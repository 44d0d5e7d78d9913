"""Addresses at which nothing arrives are marked, and free again when somebody is there."""

from __future__ import annotations

from uuid import UUID

import pytest

from clew.channels.email.tokens import message_id
from clew.domain.errors import CannotSend, NotFound
from clew.domain.ids import ContactId, ConversationId, IdentityId
from clew.domain.message import DeliveryState
from clew.ports.channel import Refusal, RefusalCause, Refused, Sent
from clew.ports.store.contact_views import IdentityView
from clew.services.address_failures import forget_failure
from clew.services.conversations import get_conversation
from clew.services.replies import send_again
from tests.channels.email.letters import KEY, OURS
from tests.channels.email.sample import BOUNCE
from tests.fixtures.post import Post, mail
from tests.services.visitors.post import CLOSED

GONE = Refused(Refusal("5.1.1", "no such user", RefusalCause.UNDELIVERABLE, is_for_good=True))
FULL = ("5.1.1", "5.2.2"), ("no such user", "mailbox full")
UNWANTED = ("5.1.1", "5.7.1"), ("no such user", "blocked as spam")


async def addresses(post: Post) -> list[IdentityView]:
    """The addresses of the only contact, as the API shows them."""
    case = await post.shop.case()
    async with post.shop.deps.store.read() as reader:
        contact = await reader.contact(post.shop.admin.workspace_id, ContactId(case.contact.id))
    assert contact is not None
    return contact.identities


async def bounced(post: Post, *changes: tuple[str, str]) -> None:
    """Let our answer to a contact come back."""
    await post.comes(mail("Where is it?", name="<1@x>"))
    reply = await post.answered()
    returned = BOUNCE.replace("<ours@shop.example>", message_id(reply, OURS, KEY))
    for old, new in changes:
        returned = returned.replace(old, new)
    await post.comes(returned)


async def test_a_hard_bounce_marks_the_address_with_its_reason(post: Post) -> None:
    await bounced(post)

    (address,) = await addresses(post)
    assert (address.failed_at, address.failure_code) == (post.shop.clock.now(), "5.1.1")
    assert address.failure_reason is not None
    assert "no such user" in address.failure_reason
    assert await post.shop.violations() == {}


@pytest.mark.parametrize("changes", [FULL, UNWANTED])
async def test_a_full_mailbox_or_an_unwanted_mail_marks_nothing(
    post: Post, changes: tuple[tuple[str, str], ...]
) -> None:
    await bounced(post, *changes)

    (address,) = await addresses(post)
    assert address.failed_at is None


async def test_nothing_is_written_to_where_nothing_arrives(post: Post) -> None:
    """And whoever tries is told why, before they have waited for another report."""
    await bounced(post)
    case = await post.shop.case()

    with pytest.raises(CannotSend, match="address failed") as refused:
        await post.shop.answer("Are you there?")
    shown = await get_conversation(
        ConversationId(case.conversation_id),
        asker=post.shop.admin,
        post=CLOSED,
        deps=post.shop.deps,
    )

    assert refused.value.reason == "address_failed"
    assert "address_failed" in {one.reason for one in shown.value.inboxes}
    assert len(await post.said()) == 2


async def test_who_sends_a_failed_message_again_has_decided_that_the_address_works(
    post: Post,
) -> None:
    await post.comes(mail("Where is it?", name="<1@x>"))
    reply = await post.shop.answer("We will see")
    await post.shop.leave(GONE)
    case = await post.shop.case()
    conversation_id = ConversationId(case.conversation_id)

    await send_again(conversation_id, reply, asker=post.shop.admin, deps=post.shop.deps)

    assert (await addresses(post))[0].failed_at is None
    assert (await post.shop.delivery(reply)).state is DeliveryState.QUEUED
    await post.shop.leave(GONE)
    assert (await addresses(post))[0].failed_at is not None, "and may find out that it does not"
    assert await post.shop.violations() == {}


async def let_go(post: Post) -> None:
    """Say that the address works."""
    case, (address,) = await post.shop.case(), await addresses(post)
    await forget_failure(
        ContactId(case.contact.id),
        IdentityId(address.id),
        asker=post.shop.admin,
        deps=post.shop.deps,
    )


async def test_what_waits_for_an_address_that_fails_meanwhile_does_not_leave(post: Post) -> None:
    await bounced(post)
    await let_go(post)
    waiting = await post.shop.answer("Are you there?")
    first = next(one for one in await post.said() if one.direction == "out")
    again = BOUNCE.replace("<ours@shop.example>", message_id(UUID(str(first.id)), OURS, KEY))
    # The same report, told once more, is about what was sent before.
    await post.comes(again)

    assert (await addresses(post))[0].failed_at is None
    assert (await post.shop.delivery(waiting)).state is DeliveryState.QUEUED


async def test_who_writes_from_there_is_there(post: Post) -> None:
    await bounced(post)

    await post.comes(mail("I am back", name="<9@x>"))
    await post.shop.answer("Good")

    (address,) = await addresses(post)
    assert (address.failed_at, address.failure_code, address.failure_reason) == (None, None, None)


async def test_an_agent_lets_an_address_be_written_to_again(post: Post) -> None:
    await bounced(post)

    await let_go(post)
    await let_go(post)
    await post.shop.answer("Are you there?")

    (address,) = await addresses(post)
    assert address.failed_at is None


async def test_an_address_of_somebody_else_is_not_there_to_be_freed(post: Post) -> None:
    await bounced(post)
    case = await post.shop.case()

    with pytest.raises(NotFound):
        await forget_failure(
            ContactId(case.contact.id),
            IdentityId(case.id),
            asker=post.shop.admin,
            deps=post.shop.deps,
        )


async def test_a_report_marks_nobody_whom_the_message_did_not_go_to(post: Post) -> None:
    """Or anybody who had a mail from us could take others out of reach."""
    await post.comes(mail("Hello", sender="Bela <bela@example.com>", name="<0@x>"))
    bela = await post.shop.case()
    await post.comes(mail("Where is it?", name="<1@x>"))
    anna = next(one for one in await post.shop.cases() if one.id != bela.id)
    reply = await post.shop.answer("We will see", case=anna)
    await post.shop.leave(Sent((message_id(reply, OURS, KEY),)))
    returned = BOUNCE.replace("<ours@shop.example>", message_id(reply, OURS, KEY))
    await post.comes(returned.replace("anna@example.com", "bela@example.com"))

    await post.shop.answer("Hello Bela", case=bela)


async def test_a_server_that_refuses_the_address_marks_it_at_once(post: Post) -> None:
    await post.comes(mail("Where is it?", name="<1@x>"))
    await post.shop.answer("We will see")

    await post.shop.leave(GONE)

    (address,) = await addresses(post)
    assert (address.failure_code, address.failure_reason) == ("5.1.1", "no such user")
