"""What contacts write lands in one conversation, once, as they wrote it."""

from datetime import timedelta

from clew.ports.bus import Topic
from clew.services.ingest.work import TEXT_MAX_CHARS
from tests.fixtures.workplace import ANNA, Shop
from tests.reliability.provider import envelope

BEN = "48609999999"
A_DAY = timedelta(days=1)


async def test_a_first_message_opens_a_case_in_the_queue_of_the_inboxs_team(
    each_shop: Shop,
) -> None:
    await each_shop.write("My kettle is broken")

    case = await each_shop.case()
    assert (case.contact.name, case.number, case.team.id) == ("Anna Kowalska", 1, each_shop.team.id)
    assert case.next_move is not None
    assert (case.next_move.holder, case.next_move.kind) == ("team", "answer")
    assert case.last_message is not None
    assert case.last_message.text == "My kettle is broken"
    assert await each_shop.violations() == {}


async def test_the_same_message_again_changes_nothing(each_shop: Shop) -> None:
    """Providers deliver again what they think was lost, in one batch or days later."""
    name = await each_shop.write("Hello")
    before = await each_shop.case()

    await each_shop.write("Hello", name=name)
    await each_shop.deliver(each_shop.incoming(name, "Hello"), each_shop.incoming(name, "Hello"))

    assert len(await each_shop.messages()) == 1
    assert await each_shop.case() == before
    assert await each_shop.violations() == {}


async def test_two_quick_messages_of_a_new_contact_are_one_conversation_and_one_case(
    each_shop: Shop,
) -> None:
    await each_shop.deliver(
        each_shop.incoming("wamid.1", "Hello"), each_shop.incoming("wamid.2", "Are you there?")
    )

    case = await each_shop.case()
    said = await each_shop.messages()
    assert [item.text for item in said] == ["Hello", "Are you there?"]
    assert {item.case_id for item in said} == {case.id}
    assert case.answer is not None
    assert case.answer.opened_at == each_shop.clock.now()
    assert await each_shop.violations() == {}


async def test_contacts_who_write_at_once_get_cases_with_numbers_of_their_own(shop: Shop) -> None:
    await shop.deliver(
        *(shop.incoming(f"wamid.{n}", "Hello", phone=f"4860000000{n}") for n in range(5))
    )

    assert [case.number for case in await shop.cases()] == [1, 2, 3, 4, 5]
    assert await shop.violations() == {}


async def test_a_second_message_keeps_the_clock_of_the_first(shop: Shop) -> None:
    """Writing twice must not send a contact to the back of the queue."""
    await shop.write("Hello")
    before = await shop.case()

    shop.clock.advance(timedelta(minutes=20))
    await shop.write("Hello?")

    after = await shop.case()
    assert after.answer == before.answer
    assert await shop.violations() == {}


async def test_a_file_is_to_be_fetched_once_its_message_is_kept(shop: Shop) -> None:
    """A hint before the commit would send the fetcher to look for nothing."""
    async with shop.deps.bus.subscribe(Topic.MEDIA) as hints:
        picture = {"id": "media-1", "mime_type": "image/jpeg", "caption": "Look"}
        await shop.write(type="image", image=picture)
        hinted = await hints.wait(1)

    (item,) = await shop.messages()
    assert hinted
    assert item.text == "Look"
    assert item.attachments is not None
    assert [file.state for file in item.attachments] == ["pending"]
    assert await shop.violations() == {}


async def test_words_that_a_database_refuses_are_kept_without_them(each_shop: Shop) -> None:
    await each_shop.write("A\x00B\ud800C" + "x" * TEXT_MAX_CHARS)

    (item,) = await each_shop.messages()
    assert item.text is not None
    assert "\x00" not in item.text
    assert len(item.text) == TEXT_MAX_CHARS
    assert await each_shop.violations() == {}


async def test_a_provider_whose_clock_runs_ahead_opens_no_longer_window(shop: Shop) -> None:
    ahead = str(int((shop.clock.now() + 9 * A_DAY).timestamp()))

    await shop.write("Hello", timestamp=ahead)

    (item,) = await shop.messages()
    assert item.sent_at is not None
    assert item.sent_at - shop.clock.now() <= timedelta(minutes=5)
    assert await shop.violations() == {}


async def test_what_came_late_still_has_the_time_at_which_it_was_sent(shop: Shop) -> None:
    sent_at = shop.clock.now() - timedelta(hours=3)

    await shop.write("Hello", timestamp=str(int(sent_at.timestamp())))

    (item,) = await shop.messages()
    assert (item.sent_at, item.at) == (sent_at, shop.clock.now())


async def test_several_messages_in_one_webhook_keep_their_order(shop: Shop) -> None:
    at = str(int(shop.clock.now().timestamp()))
    messages = [
        {"from": phone, "id": f"wamid.{n}", "timestamp": at, "type": "text", "text": {"body": n}}
        for n, phone in (("a", ANNA), ("b", BEN), ("c", ANNA))
    ]
    contacts = [{"profile": {"name": phone}, "wa_id": phone} for phone in (ANNA, BEN)]

    await shop.deliver(envelope({"contacts": contacts, "messages": messages}))

    anna, ben = await shop.cases()
    assert [item.text for item in await shop.messages(anna)] == ["a", "c"]
    assert [item.text for item in await shop.messages(ben)] == ["b"]
    assert await shop.violations() == {}
