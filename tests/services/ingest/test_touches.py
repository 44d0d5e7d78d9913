"""Reactions, edits, deletions, other numbers, opt-outs and the provider's news."""

from datetime import datetime, timedelta

import pytest

from clew.domain.consent import Purpose
from clew.domain.errors import CannotSend
from clew.domain.ids import ConversationId
from clew.domain.people import Inbox, InboxState
from clew.ports.channel import (
    PHONE,
    Address,
    InboxNotice,
    Incoming,
    IncomingDeletion,
    IncomingEdit,
    IncomingMessage,
    MessageKind,
    NoticeKind,
    OptIn,
    OptOut,
    OptScope,
    Sender,
)
from clew.ports.store import Reachability
from clew.ports.store.early import MOST_WAITING
from clew.ports.store.people import InboxNews
from clew.ports.store.views import TimelineItem
from tests.fixtures.workplace import ANNA, Shop
from tests.reliability.provider import envelope

ANNAS_ID = "PL.13491208655302741918"
SENDER = Sender((Address(PHONE, f"+{ANNA}"),))


async def react(shop: Shop, target: str, emoji: str, name: str = "") -> None:
    """Let Anna react to a message; an empty emoji takes it back."""
    name = name or f"wamid.r{shop.numbers.getrandbits(32):x}"
    reaction = {"message_id": target, "emoji": emoji}
    await shop.deliver(shop.incoming(name, "", type="reaction", reaction=reaction))


async def say(shop: Shop, *items: Incoming) -> None:
    """Let the channel say these."""
    known = shop.deps
    shop.plant(lambda _raw, _config: items)
    await shop.deliver(b"planted")
    shop.deps = known


async def only(shop: Shop) -> TimelineItem:
    """The only message."""
    (item,) = await shop.messages()
    return item


async def emojis(shop: Shop) -> list[tuple[str, str]]:
    """The reactions on the only message."""
    return [(one.emoji, one.by) for one in (await only(shop)).reactions or []]


async def reach(shop: Shop) -> Reachability:
    """How the contact of the only case can be reached."""
    conversation_id = ConversationId((await shop.case()).conversation_id)
    async with shop.deps.store.write() as tx:
        return await tx.reachability(shop.admin.workspace_id, conversation_id)


async def inbox_of(shop: Shop) -> Inbox:
    """The inbox as it is now."""
    async with shop.deps.store.read() as reader:
        (inbox,) = await reader.people.inboxes(shop.admin.workspace_id)
    return inbox


# --- reactions


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


# --- edits and deletions


def edit(target: str, text: str, at: datetime, name: str = "wamid.e1") -> IncomingEdit:
    return IncomingEdit(name, SENDER, at, target, text)


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


# --- another number


async def test_a_contact_with_a_new_number_stays_the_same_person(each_shop: Shop) -> None:
    await each_shop.write("Hello")
    each_shop.clock.advance(timedelta(minutes=1))
    system = {"type": "user_changed_number", "wa_id": "48600000009", "user_id": ANNAS_ID}

    await each_shop.deliver(each_shop.incoming("wamid.s1", "", type="system", system=system))
    await each_shop.write("From my new number", phone="48600000009")
    delivery = await each_shop.delivery(await each_shop.answer())

    newest, *_ = (await reach(each_shop)).identities
    assert len(await each_shop.messages()) == 3
    assert (newest.id, newest.address) == (delivery.identity_id, "+48600000009")
    assert [item.event for item in await each_shop.timeline()].count("identity_changed") == 2
    assert await each_shop.violations() == {}


async def test_a_new_number_of_somebody_unknown_changes_nothing(shop: Shop) -> None:
    system = {"type": "user_changed_number", "wa_id": "48600000009"}

    await shop.deliver(shop.incoming("wamid.s1", "", type="system", system=system))

    assert await shop.cases() == []
    assert await shop.violations() == {}


async def test_a_number_that_is_somebody_elses_is_not_taken_from_them(shop: Shop) -> None:
    await shop.write("Hello")
    await shop.write("I am Ben", phone="48600000009", called="Ben")
    system = {"type": "user_changed_number", "wa_id": "48600000009"}

    await shop.deliver(shop.incoming("wamid.s1", "", type="system", system=system))
    await shop.write("Still Ben", phone="48600000009")

    _, ben = await shop.cases()
    assert [item.text for item in await shop.messages(ben)] == ["I am Ben", "Still Ben"]
    assert await shop.violations() == {}


# --- opt-outs


def stop(at: datetime, scope: OptScope = OptScope.EVERYTHING) -> OptOut:
    return OptOut(SENDER, at, scope)


async def test_whoever_wants_no_messages_gets_none_and_we_say_why(each_shop: Shop) -> None:
    await each_shop.write("Leave me alone")
    await say(each_shop, stop(each_shop.clock.now()))

    with pytest.raises(CannotSend) as refused:
        await each_shop.answer()

    assert refused.value.reason == "opted_out"
    assert [item.event for item in await each_shop.timeline()][-1] == "opted_out"
    [word] = (await reach(each_shop)).consents
    assert (word.purpose, word.channel, word.is_given) == (Purpose.SERVICE, "whatsapp", False)
    assert await each_shop.violations() == {}


async def test_a_bare_stop_is_kept_as_a_wish_and_still_answered(shop: Shop) -> None:
    await shop.write("STOP")
    await shop.answer("We will send you no more offers")

    [word] = (await reach(shop)).consents
    assert (word.purpose, word.is_given, word.how) == (Purpose.MARKETING, False, "STOP")
    assert len(await shop.messages()) == 2


async def test_an_opt_out_said_at_one_address_goes_for_all_of_them(shop: Shop) -> None:
    await shop.write("Hello")
    shop.clock.advance(timedelta(minutes=1))
    await shop.write("Hello", from_user_id=ANNAS_ID)
    await say(shop, stop(shop.clock.now()))

    with pytest.raises(CannotSend) as refused:
        await shop.answer()

    assert refused.value.reason == "opted_out"


async def test_an_opt_out_can_be_taken_back(shop: Shop) -> None:
    await shop.write("Leave me alone")
    await say(shop, stop(shop.clock.now()))
    shop.clock.advance(timedelta(minutes=1))

    await say(shop, OptIn(SENDER, shop.clock.now(), OptScope.EVERYTHING))
    await shop.answer()

    assert len(await shop.messages()) == 2
    assert await shop.violations() == {}


async def test_who_wants_no_advertising_is_still_answered(shop: Shop) -> None:
    await shop.write("No more offers, please")
    preference = {
        "wa_id": ANNA,
        "category": "marketing_messages",
        "value": "stop",
        "timestamp": int(shop.clock.now().timestamp()),
    }
    body = envelope({"user_preferences": [preference]}).replace(
        b'"messages"', b'"user_preferences"'
    )

    await shop.deliver(body)
    await shop.answer("Of course")

    assert set((await reach(shop)).opted_out.values()) == {"marketing"}
    assert await shop.violations() == {}


# --- the provider's news


def news(at: datetime, kind: NoticeKind, *, is_serious: bool) -> InboxNotice:
    return InboxNotice(kind, "the account is restricted", at, is_serious=is_serious)


@pytest.mark.parametrize("kind", [NoticeKind.ACCOUNT, NoticeKind.QUALITY, NoticeKind.ERROR])
async def test_serious_news_turn_the_inbox_amber_with_the_providers_reason(
    shop: Shop, kind: NoticeKind
) -> None:
    await say(shop, news(shop.clock.now(), kind, is_serious=True))

    inbox = await inbox_of(shop)
    assert (inbox.state, inbox.reason) == (InboxState.AMBER, "the account is restricted")
    assert inbox.last_error_at == shop.clock.now()
    assert await shop.violations() == {}


@pytest.mark.parametrize(
    ("kind", "is_serious"), [(NoticeKind.ACCOUNT, False), (NoticeKind.TEMPLATE, True)]
)
async def test_other_news_hold_no_replies_up(
    shop: Shop, kind: NoticeKind, is_serious: bool
) -> None:
    """A template that was refused is a template's trouble."""
    await say(shop, news(shop.clock.now(), kind, is_serious=is_serious))

    assert (await inbox_of(shop)).state is InboxState.GREEN
    assert await shop.violations() == {}


async def test_news_that_are_delivered_again_do_not_turn_a_mended_inbox_amber(shop: Shop) -> None:
    at = shop.clock.now()
    await say(shop, news(at, NoticeKind.ACCOUNT, is_serious=True))
    async with shop.deps.store.write() as tx:
        await tx.people.note_inbox(shop.inbox.id, InboxNews(state=InboxState.GREEN, reason=""))

    await say(shop, news(at, NoticeKind.ACCOUNT, is_serious=True))

    assert (await inbox_of(shop)).state is InboxState.GREEN
