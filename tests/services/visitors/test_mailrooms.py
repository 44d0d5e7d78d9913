"""Visitors are written to by a mailbox of the workspace, so that what they answer comes home."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from uuid import UUID

from clew.domain.ids import CaseId, MessageId
from clew.services.inboxes import AddInbox, add_inbox
from clew.services.links import send_reset
from clew.services.visitors.letters import ANSWERABLE, Letter, Post
from clew.services.visitors.mailrooms import post_of, send_answer, system_post
from tests.fixtures.chat import Chat
from tests.services.visitors.post import Keeper, a_post

SETTINGS = {
    "address": "help@shop.example",
    "from_name": "{agent}, {team}",
    "smtp_host": "mail.shop.example",
}
LETTER = Letter(
    kind=ANSWERABLE,
    to="anna@example.test",
    language="pl",
    name="Jan's Shop",
    values={"text": "Tak, *głośno*.", "link": "https://clew.example.test/widget/1#link=x"},
)


async def add_mailbox(chat: Chat, **settings: str) -> None:
    command = AddInbox(
        channel="email",
        name="Mail",
        team_id=chat.shop.team.id,
        settings=SETTINGS | settings,
        secrets={},
    )
    await add_inbox(command, asker=chat.shop.admin, deps=chat.shop.deps)


async def test_without_a_mailbox_the_server_writes_itself(chat: Chat) -> None:
    post = a_post(Keeper())

    assert await post_of(await chat.room(), post, chat.shop.deps) == post


async def test_a_mailbox_of_the_workspace_comes_before_the_server(chat: Chat) -> None:
    await add_mailbox(chat)

    found = await post_of(await chat.room(), a_post(Keeper()), chat.shop.deps)

    assert found.server is not None
    assert (found.server.host, found.sender) == ("mail.shop.example", "help@shop.example")
    assert found.public_url == "https://clew.example.test"


async def test_colleagues_are_written_to_by_a_mailbox_only_where_there_is_no_server(
    chat: Chat,
) -> None:
    here, deps, keeper = chat.shop.admin.workspace_id, chat.shop.deps, Keeper()
    own = a_post(keeper)
    none = Post(mailer=keeper, public_url=own.public_url)
    nowhere = await system_post(here, none, deps)
    await add_mailbox(chat)

    await send_reset(chat.shop.admin.agent.email, "en", post=none, deps=deps)

    assert not nowhere.is_open
    assert [one.server.host for one in keeper.requests] == ["mail.shop.example"]
    assert "<help@shop.example>" in keeper.mails()[0]["from"]
    assert await system_post(here, own, deps) == own


async def test_an_answer_by_mailbox_can_be_answered_and_asks_machines_for_nothing(
    chat: Chat,
) -> None:
    keeper = Keeper()
    await add_mailbox(chat)
    post = await post_of(await chat.room(), a_post(keeper), chat.shop.deps)
    message_id, case_id = MessageId(UUID(int=7)), CaseId(UUID(int=8))

    is_taken = await send_answer(LETTER, message_id, case_id, post=post, now=chat.shop.clock.now())

    raw = b"".join(one for one in keeper.requests[0].content if isinstance(one, bytes))
    mail = message_from_bytes(raw, policy=default)
    text = mail.get_body(("plain",))
    assert is_taken
    assert keeper.requests[0].sender == ""
    assert keeper.requests[0].recipients == ("anna@example.test",)
    assert mail["From"].addresses[0].display_name == "Jan's Shop"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert text is not None
    assert "Odpowiedz na ten e-mail albo kontynuuj tutaj;" in text.get_content()
    assert "ref:c" in text.get_content()


async def test_without_a_mailbox_an_answer_is_a_letter_of_the_server(chat: Chat) -> None:
    keeper = Keeper()

    await send_answer(
        LETTER,
        MessageId(UUID(int=7)),
        CaseId(UUID(int=8)),
        post=a_post(keeper),
        now=chat.shop.clock.now(),
    )

    assert keeper.mails()[0]["From"].addresses[0].addr_spec == "chat@example.test"
