"""What contacts write lands in one conversation, in the right case, once."""

from datetime import timedelta
from uuid import UUID

from clew.domain.facts import Outcome
from clew.domain.ids import CaseId, ConversationId
from clew.domain.people import Availability
from clew.ports.bus import Topic
from clew.ports.channel import Sent
from clew.services.assigning import Assign, assign
from clew.services.cases import OpenCase, open_case, park
from clew.services.ingest.work import TEXT_MAX_CHARS
from tests.fixtures.workplace import ANNA, Shop
from tests.reliability.provider import envelope

BEN = "48609999999"
A_DAY = timedelta(days=1)


async def done(shop: Shop) -> None:
    """Answer the only case and end it."""
    await shop.tell("Solved")
    await shop.end()


async def open_beside(shop: Shop, conversation_id: UUID) -> CaseId:
    """Open a second case in a conversation."""
    command = OpenCase(conversation_id=ConversationId(conversation_id), subject="Another")
    return await open_case(command, asker=shop.admin, deps=shop.deps)


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


async def test_a_message_wakes_the_case_that_was_put_aside(shop: Shop) -> None:
    await shop.write("When does it come?")
    await shop.tell("On Friday")
    case = await shop.case()
    wake_at = shop.clock.now() + 3 * A_DAY
    await park(CaseId(case.id), wake_at, "parcel on its way", asker=shop.admin, deps=shop.deps)

    shop.clock.advance(timedelta(hours=1))
    await shop.write("It is here!")

    woken = await shop.case()
    assert woken.park is None
    assert woken.next_move is not None
    assert woken.next_move.kind == "answer"
    assert [item.event for item in await shop.timeline() if item.event == "case_woken"] != []
    assert await shop.violations() == {}


async def test_a_message_soon_after_the_end_goes_on_with_the_case(shop: Shop) -> None:
    await shop.write("It broke")
    await done(shop)

    shop.clock.advance(5 * A_DAY)
    await shop.write("It broke again")

    case = await shop.case()
    assert (case.status, case.number) == ("open", 1)
    assert case.owner is None or case.owner.id == shop.admin.id
    assert await shop.violations() == {}


async def test_a_case_may_end_and_go_on_in_one_instant(each_shop: Shop) -> None:
    """A machine's clock stands still now and then, or is put back; that loses nobody's words."""
    await each_shop.write("It broke")
    await each_shop.end(outcome=Outcome.WITHDRAWN)

    await each_shop.write("It broke all the same")

    assert (await each_shop.case()).status == "open"
    assert len(await each_shop.messages()) == 2
    assert await each_shop.violations() == {}


async def test_a_message_long_after_the_end_begins_a_new_case_linked_to_the_last(
    shop: Shop,
) -> None:
    await shop.write("It broke")
    await done(shop)
    first = await shop.case()

    shop.clock.advance(40 * A_DAY)
    await shop.write("Something else")

    old, new = await shop.cases()
    assert (old.status, new.status) == ("resolved", "open")
    assert new.previous_case_id == first.id
    assert new.conversation_id == old.conversation_id
    assert await shop.violations() == {}


async def test_a_word_after_spam_is_a_new_matter(shop: Shop) -> None:
    await shop.write("Buy gold")
    await shop.end(outcome=Outcome.SPAM)
    shop.clock.advance(timedelta(minutes=1))

    await shop.write("Where is my parcel?")

    assert [case.status for case in await shop.cases()] == ["resolved", "open"]
    assert await shop.violations() == {}


async def two_cases(shop: Shop) -> tuple[str, str]:
    """Let a matter be resolved long ago and another one be open; return a message of each."""
    old = await shop.write("The first matter")
    await done(shop)
    shop.clock.advance(40 * A_DAY)
    new = await shop.write("The second matter")
    return old, new


async def test_a_quoted_message_names_the_case(shop: Shop) -> None:
    await shop.write("The first matter")
    first = await shop.case()
    await shop.answer("Yes?", case=first)
    await shop.leave(Sent(("wamid.ours",)))
    second = await open_beside(shop, first.conversation_id)

    await shop.write("About the second", context={"id": "wamid.nobody-knows"})
    await shop.write("About the first", context={"id": "wamid.ours"})

    said = {item.text: item for item in await shop.messages(first)}
    assert said["About the first"].case_id == first.id
    assert said["About the first"].reply_to is not None
    assert said["About the first"].reply_to.text == "Yes?"
    assert said["About the second"].case_id == second
    assert await shop.violations() == {}


async def test_a_quote_of_a_case_that_ended_lately_takes_it_up_again(shop: Shop) -> None:
    old = await shop.write("The first matter")
    await done(shop)
    first = await shop.case()
    shop.clock.advance(timedelta(minutes=1))
    await open_beside(shop, first.conversation_id)

    await shop.write("Once more about the first", context={"id": old})

    assert (await shop.case(first.id)).status == "open"
    assert (await shop.messages(first))[-1].case_id == first.id
    assert await shop.violations() == {}


async def test_a_quote_of_a_case_that_ended_long_ago_falls_to_the_one_that_is_open(
    shop: Shop,
) -> None:
    old, _ = await two_cases(shop)

    await shop.write("Do you remember?", context={"id": old})

    first, second = await shop.cases()
    assert (first.status, second.status) == ("resolved", "open")
    assert (await shop.messages(second))[-1].case_id == second.id
    assert await shop.violations() == {}


async def test_of_several_open_cases_the_one_last_active_goes_on(shop: Shop) -> None:
    await shop.write("One")
    first = await shop.case()
    shop.clock.advance(timedelta(minutes=1))
    await open_beside(shop, first.conversation_id)
    shop.clock.advance(timedelta(minutes=1))
    await shop.tell("About one", case=first)

    shop.clock.advance(timedelta(minutes=1))
    await shop.write("Thanks")

    assert (await shop.messages(first))[-1].case_id == first.id
    assert await shop.violations() == {}


async def test_a_case_is_never_given_back_to_an_owner_who_left_meanwhile(shop: Shop) -> None:
    """Whoever is away sees no list, so a case held by them would be seen by nobody."""
    agent = await shop.join("Ewa", available=True)
    await shop.write("It broke")
    case = await shop.case()
    await assign(Assign(case_id=CaseId(case.id), agent_id=agent.id), asker=agent, deps=shop.deps)
    await done(shop)
    shop.clock.advance(timedelta(minutes=1))
    await shop.turn(agent, Availability.AWAY)

    await shop.write("It broke again")

    again = await shop.case()
    assert again.owner is not None
    assert again.owner.id == agent.id
    assert again.next_move is not None
    assert again.next_move.holder == "team"
    assert await shop.violations() == {}


async def test_a_case_comes_back_to_an_owner_who_is_there(shop: Shop) -> None:
    agent = await shop.join("Ewa", available=True)
    await shop.write("It broke")
    case = await shop.case()
    await assign(Assign(case_id=CaseId(case.id), agent_id=agent.id), asker=agent, deps=shop.deps)
    await shop.turn(agent, Availability.AWAY)
    await done(shop)
    shop.clock.advance(timedelta(minutes=1))
    await shop.turn(agent, Availability.AVAILABLE)

    await shop.write("It broke again")

    again = await shop.case()
    assert again.next_move is not None
    assert (again.next_move.holder, again.next_move.holder_id) == ("agent", agent.id)
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
