"""An agent's reply: kept once and whole, and what is refused."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from clew.domain.errors import CannotSend, CaseIsResolved, Conflict, InvalidInput, NotFound
from clew.domain.facts import Outcome
from clew.domain.ids import CaseId, ConversationId, MessageId
from clew.domain.message import DeliveryState
from clew.domain.people import Availability, Role
from clew.ports.channel import Template
from clew.services.replies import SendReply, send_reply
from tests.fixtures.shops import opened_shop, shop_in
from tests.fixtures.workplace import Shop

BEN = "48609999999"


async def command(shop: Shop, **more: Any) -> SendReply:
    """A reply in the only case, or in another."""
    case = more.pop("case", None) or await shop.case()
    return SendReply(
        **{
            "conversation_id": ConversationId(case.conversation_id),
            "message_id": MessageId(shop.deps.ids.new()),
            "case_id": CaseId(case.id),
            "text": "We will see",
            **more,
        }
    )


async def send(shop: Shop, reply: SendReply) -> bool:
    return await send_reply(reply, asker=shop.admin, deps=shop.deps)


async def test_a_reply_passes_the_move_to_the_contact_and_waits_for_its_undo_time(
    each_shop: Shop,
) -> None:
    await each_shop.write("Hello")

    message_id = await each_shop.answer("Hello Anna")

    case = await each_shop.case()
    delivery = await each_shop.delivery(message_id)
    assert case.answer is None
    assert case.next_move is not None
    assert case.next_move.holder == "contact"
    assert delivery.state is DeliveryState.QUEUED
    assert delivery.held_until == each_shop.clock.now() + each_shop.deps.limits.undo
    assert [item.text for item in await each_shop.messages()] == ["Hello", "Hello Anna"]
    assert await each_shop.violations() == {}


async def test_the_same_reply_again_is_sent_once(each_shop: Shop) -> None:
    """A browser that heard no answer asks again."""
    await each_shop.write("Hello")
    reply = await command(each_shop)

    news = [await send(each_shop, reply) for _ in range(3)]

    assert news == [True, False, False]
    assert len(await each_shop.messages()) == 2
    assert await each_shop.violations() == {}


async def test_the_same_reply_twice_at_once_is_sent_once(
    migrated_postgres_url: str, tmp_path: Any
) -> None:
    async with opened_shop(tmp_path, migrated_postgres_url) as shop:
        await shop.write("Hello")
        reply = await command(shop)

        news = await asyncio.gather(*(send(shop, reply) for _ in range(4)))

        assert sorted(news) == [False, False, False, True]
        assert len(await shop.messages()) == 2
        assert await shop.violations() == {}


async def test_an_id_that_names_a_message_elsewhere_is_refused(shop: Shop) -> None:
    await shop.write("Hello")
    await shop.write("Hello from Ben", phone=BEN)
    anna, ben = await shop.cases()
    reply = await command(shop, case=anna)
    await send(shop, reply)

    with pytest.raises(Conflict):
        await send(shop, await command(shop, case=ben, message_id=reply.message_id))

    assert len(await shop.messages(ben)) == 1


async def test_an_id_that_names_somebody_elses_message_is_refused(shop: Shop) -> None:
    """Else a reply would seem to be sent, and never be."""
    await shop.write("Hello")
    (theirs,) = await shop.messages()

    with pytest.raises(Conflict):
        await send(shop, await command(shop, message_id=MessageId(UUID(theirs.id))))


async def test_whoever_answers_first_owns_the_case(shop: Shop) -> None:
    agent = await shop.join("Ewa", available=True)
    other = await shop.join("Jan", available=True)
    await shop.write("Hello")

    await shop.answer(by=agent)
    await shop.answer(by=other)

    owner = (await shop.case()).owner
    assert owner is not None
    assert owner.id == agent.id
    assert await shop.violations() == {}


# --- what is refused


async def test_a_case_of_another_workspace_does_not_exist(shop: Shop) -> None:
    other = await shop_in(shop.deps, shop.clock, "Another shop")
    await shop.write("Hello")
    reply = await command(shop)

    with pytest.raises(NotFound):
        await send_reply(reply, asker=other.admin, deps=shop.deps)


async def test_a_case_of_another_conversation_is_refused(shop: Shop) -> None:
    await shop.write("Hello")
    await shop.write("Hello from Ben", phone=BEN)
    anna, ben = await shop.cases()

    with pytest.raises(NotFound):
        await send(
            shop,
            await command(shop, case=anna, conversation_id=ConversationId(ben.conversation_id)),
        )


async def test_a_case_that_is_done_is_not_answered(shop: Shop) -> None:
    await shop.write("Hello")
    await shop.end(outcome=Outcome.WITHDRAWN)

    with pytest.raises(CaseIsResolved):
        await shop.answer()


@pytest.mark.parametrize("text", ["", "   \n", "\x00", " \x00 "])
async def test_nothing_is_not_sent(shop: Shop, text: str) -> None:
    await shop.write("Hello")

    with pytest.raises(CannotSend) as refused:
        await shop.answer(text)

    assert refused.value.reason == "empty"


async def test_what_is_too_long_is_refused(shop: Shop) -> None:
    await shop.write("Hello")
    longest = shop.deps.limits.reply_max_chars

    await shop.answer("x" * longest)
    with pytest.raises(InvalidInput):
        await shop.answer("x" * (longest + 1))


async def test_the_undo_time_has_its_limits(shop: Shop) -> None:
    await shop.write("Hello")
    now, limits = shop.clock.now(), shop.deps.limits

    longest = await shop.delivery(await shop.answer(hold=timedelta(days=1)))
    shortest = await shop.delivery(await shop.answer(hold=timedelta(seconds=-5)))

    assert longest.held_until == now + limits.undo_max
    assert shortest.held_until == now


async def test_a_template_is_sent_where_free_text_is_not_taken(shop: Shop) -> None:
    await shop.write("Hello")
    shop.clock.advance(timedelta(hours=25))
    await shop.approve(
        Template("hello_again", "pl", "utility", "approved", "Dzień dobry, {{1}}!", ("1",))
    )
    template = {"name": "hello_again", "language": "pl", "parameters": {"1": "Anna"}}

    with pytest.raises(CannotSend) as refused:
        await shop.answer()
    await shop.answer("", template=template)

    said = (await shop.messages())[-1]
    assert refused.value.reason == "template_required"
    assert said.text == "Dzień dobry, Anna!"
    assert said.content == {"type": "template", "category": "utility", **template}
    assert await shop.violations() == {}


async def test_an_answer_to_a_quote_says_what_it_quotes(shop: Shop) -> None:
    name = await shop.write("Which size?")
    (theirs,) = await shop.messages()

    await shop.answer("Forty", reply_to=MessageId(UUID(theirs.id)))

    said = (await shop.messages())[-1]
    assert said.reply_to is not None
    assert (str(said.reply_to.id), said.reply_to.text) == (theirs.id, "Which size?")
    assert name


async def test_agents_who_are_away_may_answer_all_the_same(shop: Shop) -> None:
    agent = await shop.join("Ewa", Role.AGENT)
    await shop.write("Hello")

    await shop.answer(by=replace(agent))

    assert (await shop.agent(agent)).availability is Availability.AWAY
    assert (await shop.case()).answer is None
    assert await shop.violations() == {}
