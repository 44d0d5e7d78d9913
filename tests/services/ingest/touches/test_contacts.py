"""Other numbers, opt-outs and the provider's news."""

from datetime import datetime, timedelta

import pytest

from clew.domain.consent import Purpose
from clew.domain.errors import CannotSend
from clew.domain.people import InboxState
from clew.ports.channel import (
    InboxNotice,
    NoticeKind,
    OptIn,
    OptOut,
    OptScope,
)
from clew.ports.store.people import InboxNews
from tests.fixtures.workplace import ANNA, Shop
from tests.reliability.provider import envelope
from tests.services.ingest.touches.acts import (
    ANNAS_ID,
    SENDER,
    inbox_of,
    reach,
    say,
)


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
