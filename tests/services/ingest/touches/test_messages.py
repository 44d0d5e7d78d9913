"""Reactions, edits and deletions, also when they come before their message."""

from datetime import timedelta

from clew.ports.channel import (
    IncomingDeletion,
    IncomingMessage,
    MessageKind,
)
from clew.ports.store.early import MOST_WAITING
from tests.fixtures.workplace import ANNA, Shop
from tests.reliability.provider import envelope
from tests.services.ingest.touches.acts import SENDER, edit, emojis, only, reach, react, say


async def test_a_reaction_is_put_replaced_and_taken_back(each_shop: Shop) -> None:
    name = await each_shop.write("Thank you")

    await react(each_shop, name, "👍")
    first = await emojis(each_shop)
    await react(each_shop, name, "❤️")
    second = await emojis(each_shop)
    await react(each_shop, name, "")

    assert (first, second) == ([("👍", "contact")], [("❤️", "contact")])
    assert await emojis(each_shop) == []
    assert await each_shop.violations() == {}


async def test_a_reaction_that_is_delivered_again_does_not_come_back(shop: Shop) -> None:
    """Late repeats of an old webhook must not undo what came after it."""
    name = await shop.write("Thank you")
    await react(shop, name, "👍", "wamid.r1")
    await react(shop, name, "", "wamid.r2")

    await react(shop, name, "👍", "wamid.r1")

    assert await emojis(shop) == []
    assert await shop.violations() == {}


async def test_a_reaction_asks_for_no_answer(shop: Shop) -> None:
    await shop.write("Hello")
    await shop.tell("There you are")
    ours = (await shop.messages())[-1]

    await react(shop, ours.provider_id or "", "👍")

    case = await shop.case()
    assert case.answer is None
    assert [(one.emoji, one.by) for one in (await shop.messages())[-1].reactions or []] == [
        ("👍", "contact")
    ]
    assert await shop.violations() == {}


async def test_a_reaction_keeps_the_messaging_window_open(shop: Shop) -> None:
    name = await shop.write("Hello")
    shop.clock.advance(timedelta(hours=1))

    await react(shop, name, "👍")

    heard = (await reach(shop)).last_inbound
    assert {inbox_id for _, inbox_id in heard} == {shop.inbox.id}
    assert max(heard.values()) == shop.clock.now()


async def test_an_edited_message_reads_as_the_contact_wants_it(each_shop: Shop) -> None:
    name = await each_shop.write("Order 123")
    at = each_shop.clock.now()

    await say(each_shop, edit(name, "Order 321\x00", at))

    item = await only(each_shop)
    assert (item.text, item.edited_at) == ("Order 321", at)
    case = await each_shop.case()
    assert case.last_message is not None
    assert case.last_message.text == "Order 321"
    assert await each_shop.violations() == {}


async def test_a_message_may_be_written_and_changed_within_one_batch(each_shop: Shop) -> None:
    at = str(int(each_shop.clock.now().timestamp()))
    said = {"from": ANNA, "id": "wamid.1", "timestamp": at, "type": "text"}
    changed = {
        "from": ANNA,
        "id": "wamid.2",
        "timestamp": at,
        "type": "edit",
        "edit": {
            "original_message_id": "wamid.1",
            "message": {"type": "text", "text": {"body": "Two"}},
        },
    }

    await each_shop.deliver(envelope({"messages": [said | {"text": {"body": "One"}}, changed]}))

    assert (await only(each_shop)).text == "Two"
    assert await each_shop.violations() == {}


async def test_a_message_taken_back_is_empty_and_its_place_stays(each_shop: Shop) -> None:
    name = await each_shop.write("My card is 4111 1111 1111 1111")

    await say(each_shop, IncomingDeletion("wamid.d1", SENDER, each_shop.clock.now(), name))

    item = await only(each_shop)
    assert (item.text, item.deleted_at) == ("", each_shop.clock.now())
    assert await each_shop.violations() == {}


async def test_what_we_said_is_not_the_contacts_to_change(shop: Shop) -> None:
    await shop.write("Hello")
    await shop.tell("Our price is 100")
    ours = (await shop.messages())[-1].provider_id or ""

    await say(
        shop,
        edit(ours, "Our price is 1", shop.clock.now()),
        IncomingDeletion("wamid.d1", SENDER, shop.clock.now(), ours),
    )

    assert (await shop.messages())[-1].text == "Our price is 100"
    assert await shop.violations() == {}


# --- what comes before its message


async def test_what_was_done_to_a_message_waits_until_it_comes(each_shop: Shop) -> None:
    """Providers keep no order: the change may be here before what is changed."""
    at = each_shop.clock.now()
    await react(each_shop, "wamid.1", "👍")
    await say(each_shop, edit("wamid.1", "Two", at, "wamid.e2"))
    await say(each_shop, edit("wamid.1", "One", at - timedelta(minutes=1), "wamid.e1"))

    await each_shop.write("Zero", name="wamid.1")

    item = await only(each_shop)
    assert (item.text, item.edited_at) == ("Two", at)
    assert await emojis(each_shop) == [("👍", "contact")]
    await react(each_shop, "wamid.1", "")
    await each_shop.write("Zero", name="wamid.1")
    assert (await only(each_shop)).text == "Two"
    assert await emojis(each_shop) == []
    assert await each_shop.violations() == {}


async def test_a_message_taken_back_before_it_came_is_never_shown(shop: Shop) -> None:
    at = shop.clock.now()

    await say(
        shop,
        IncomingDeletion("wamid.d1", SENDER, at, "wamid.1"),
        IncomingMessage("wamid.1", SENDER, at, MessageKind.TEXT, "My card is 4111"),
    )

    assert [(one.text, one.deleted_at) for one in await shop.messages()] == [("", at)]
    assert await shop.violations() == {}


async def test_a_reaction_waits_until_the_name_of_our_message_is_known(shop: Shop) -> None:
    await shop.write("Hello")
    message_id = await shop.answer()
    await shop.claim()
    await react(shop, "wamid.ours", "👍")
    about = {"biz_opaque_callback_data": str(message_id)}

    await shop.deliver(shop.status("wamid.ours", "delivered", **about))
    await shop.deliver(shop.status("wamid.ours", "read", **about))

    reactions = (await shop.messages())[-1].reactions or []
    assert [(one.emoji, one.by) for one in reactions] == [("👍", "contact")]
    assert await shop.violations() == {}


async def test_only_so_much_waits_for_one_message(shop: Shop) -> None:
    at = shop.clock.now()
    for batch in range(2):
        await say(
            shop,
            *(
                edit("wamid.1", f"{count}", at + timedelta(seconds=count), f"wamid.e{count}")
                for count in range(batch * MOST_WAITING, (batch + 1) * MOST_WAITING)
            ),
        )

    await shop.write("Zero", name="wamid.1")

    assert (await only(shop)).text == f"{MOST_WAITING - 1}"
    assert await shop.violations() == {}
