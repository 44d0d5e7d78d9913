"""In which case a contact's words go on: the open one, the one quoted, the last, or a new one."""

from datetime import timedelta
from uuid import UUID

from clew.domain.facts import Outcome
from clew.domain.ids import CaseId, ConversationId
from clew.domain.people import Availability
from clew.ports.channel import Sent
from clew.services.asking import Asker
from clew.services.assigning import Assign, assign
from clew.services.cases import OpenCase, open_case, park
from tests.fixtures.workplace import Shop

A_DAY = timedelta(days=1)


async def done(shop: Shop) -> None:
    """Answer the only case and end it."""
    await shop.tell("Solved")
    await shop.end()


async def open_beside(shop: Shop, conversation_id: UUID) -> CaseId:
    """Open a second case in a conversation."""
    command = OpenCase(conversation_id=ConversationId(conversation_id), subject="Another")
    return await open_case(command, asker=shop.admin, deps=shop.deps)


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


async def taken_by_an_agent(shop: Shop) -> Asker:
    """Let somebody write and an agent take their case; return the agent."""
    agent = await shop.join("Ewa", available=True)
    await shop.write("It broke")
    case = await shop.case()
    await assign(Assign(case_id=CaseId(case.id), agent_id=agent.id), asker=agent, deps=shop.deps)
    return agent


async def test_a_case_is_never_given_back_to_an_owner_who_left_meanwhile(shop: Shop) -> None:
    """Whoever is away sees no list, so a case held by them would be seen by nobody."""
    agent = await taken_by_an_agent(shop)
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
    agent = await taken_by_an_agent(shop)
    await shop.turn(agent, Availability.AWAY)
    await done(shop)
    shop.clock.advance(timedelta(minutes=1))
    await shop.turn(agent, Availability.AVAILABLE)

    await shop.write("It broke again")

    again = await shop.case()
    assert again.next_move is not None
    assert (again.next_move.holder, again.next_move.holder_id) == ("agent", agent.id)
    assert await shop.violations() == {}
