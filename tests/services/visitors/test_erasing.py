"""Deleting is told in the log, and nobody is named there; the API's side is tested there."""

from __future__ import annotations

from datetime import timedelta

from clew.domain.ids import CaseId, ConversationId
from clew.services.cases import park, rename_case
from clew.services.drafts import KeepDraft, keep_draft, list_drafts
from clew.services.visitors.erasing import ERASED, erase_me
from tests.fixtures.chat import Chat


async def test_that_somebody_was_deleted_is_in_the_log(chat: Chat) -> None:
    guest = await chat.guest()
    await guest.say("Hello")
    async with chat.shop.deps.store.read() as reader:
        before = await reader.seq(chat.shop.admin.workspace_id)

    await erase_me(
        visiting=await chat.visiting(guest), visits=chat.lobby.visits, deps=chat.shop.deps
    )
    async with chat.shop.deps.store.read() as reader:
        part = await reader.changed_since(chat.shop.admin.workspace_id, before, 100)

    assert ERASED == "contact_erased"
    assert len(part.contact_ids) == 1
    assert (await chat.shop.case()).contact.name.startswith("#")


async def test_agents_see_that_it_was_deleted_and_owe_nobody_an_answer(chat: Chat) -> None:
    """A case that nobody can answer must not stand in a queue, nor its words in a list."""
    guest = await chat.guest()
    await guest.say("My secret")

    await erase_me(
        visiting=await chat.visiting(guest), visits=chat.lobby.visits, deps=chat.shop.deps
    )
    case = await chat.shop.case()
    shown = await chat.shop.timeline(case)

    assert (case.status, case.resolution.outcome if case.resolution else None) == (
        "resolved",
        "withdrawn",
    )
    assert case.last_message is not None
    assert case.last_message.text == ""
    assert [one.event for one in shown if one.event][-2:] == ["contact_erased", "case_resolved"]


async def test_what_agents_wrote_of_the_case_goes_too(each_chat: Chat) -> None:
    shop = each_chat.shop
    asker, deps = shop.admin, shop.deps
    guest = await each_chat.guest()
    await guest.say("Hello")
    case_id = CaseId((await shop.case()).id)
    await each_chat.answer("We look into it")
    now = deps.clock.now()
    await rename_case(case_id, "Vera's secret", asker=asker, deps=deps)
    await park(case_id, now + timedelta(days=1), "Vera's secret", asker=asker, deps=deps)
    draft = KeepDraft(
        case_id=case_id, mode="reply", content={"text": "Vera's secret"}, written_at=now
    )
    await keep_draft(draft, asker=asker, deps=deps)
    assert "secret" in str(await everything(each_chat))

    await erase_me(
        visiting=await each_chat.visiting(guest), visits=each_chat.lobby.visits, deps=deps
    )

    assert "secret" not in str(await everything(each_chat))


async def everything(chat: Chat) -> object:
    """Return all that an agent can see of the only case."""
    shop = chat.shop
    drafts = await list_drafts(asker=shop.admin, deps=shop.deps)
    case = await shop.case()
    return drafts, case, await shop.timeline(case)


async def test_nobody_is_written_to_who_is_not_there_any_more(chat: Chat) -> None:
    guest = await chat.guest()
    await guest.say("Hello")

    await erase_me(
        visiting=await chat.visiting(guest), visits=chat.lobby.visits, deps=chat.shop.deps
    )
    async with chat.shop.deps.store.write() as tx:
        case = await chat.shop.case()
        reach = await tx.reachability(
            chat.shop.admin.workspace_id, ConversationId(case.conversation_id)
        )

    assert [one.failure and one.failure.code for one in reach.identities] == ["erased"]


async def test_what_others_said_in_the_conversation_stays(chat: Chat) -> None:
    """Two contacts who became one: a stranger's device speaks for itself alone."""
    guest = await chat.guest()
    await guest.say("In the chat")
    other = await chat.guest()
    await other.say("Somebody else")
    visits, deps = chat.lobby.visits, chat.shop.deps

    await erase_me(visiting=await chat.visiting(guest), visits=visits, deps=deps)

    assert await other.texts() == ["Somebody else"]
