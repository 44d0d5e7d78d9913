"""What becomes of letters: for every reader, over days, and never twice."""

from __future__ import annotations

from datetime import timedelta

from clew.domain.message import DeliveryState
from clew.domain.people import InboxState
from clew.ports.channel import MailAnswer, MailResponse, MailStage
from clew.ports.http import NoAnswer, NotSent
from clew.services.replies import send_again
from tests.channels.email.letters import read
from tests.services.letters.mailing import ANNA_NOWAK, BELA, MailWorld, saying

LATER = MailAnswer(450, "4.2.0 greylisted")
NOBODY = MailAnswer(550, "5.1.1 no such person")
COPIED = {"cc": [{"email": BELA}]}


async def readers(world: MailWorld) -> dict[str, str]:
    case = await world.case()
    async with world.deps.store.read() as reader:
        page = await reader.timeline(case.workspace_id, case.conversation_id)
    delivery = page.items[-1].delivery or next(
        item.delivery for item in reversed(page.items) if item.delivery
    )
    assert delivery is not None
    return {one.address: one.state for one in delivery.readers or []}


async def test_a_reader_who_is_put_off_gets_it_later_and_the_others_once(
    each_mail_world: MailWorld,
) -> None:
    world = each_mail_world
    await world.is_written_to(content=COPIED)
    await world.answers()
    world.post.answers = [saying({BELA: LATER})]
    await world.sends()

    assert (await world.last()).state is DeliveryState.QUEUED
    assert await readers(world) == {ANNA_NOWAK: "accepted", BELA: "deferred"}
    world.clock.advance(timedelta(minutes=2))
    await world.sends()

    assert [one.recipients for one in world.post.asked] == [(ANNA_NOWAK, BELA), (BELA,)]
    assert (await world.last()).state is DeliveryState.SENT
    assert await readers(world) == {ANNA_NOWAK: "accepted", BELA: "accepted"}


async def test_a_letter_that_the_contact_has_is_sent_whatever_others_say(
    mail_world: MailWorld,
) -> None:
    await mail_world.is_written_to(content=COPIED)
    await mail_world.answers()
    mail_world.post.answers = [saying({BELA: NOBODY})]
    await mail_world.sends()

    assert (await mail_world.last()).state is DeliveryState.SENT
    assert await readers(mail_world) == {ANNA_NOWAK: "accepted", BELA: "refused"}


async def test_a_letter_that_only_others_have_failed_and_is_sent_again_to_the_contact_alone(
    mail_world: MailWorld,
) -> None:
    await mail_world.is_written_to(content=COPIED)
    message_id = await mail_world.answers()
    mail_world.post.answers = [saying({ANNA_NOWAK: NOBODY})]
    await mail_world.sends()
    lost = await mail_world.last()

    assert (lost.state, lost.reason_code) == (DeliveryState.FAILED, "address_unknown")
    assert (await mail_world.case()).facts.answer is not None
    await send_again(lost.conversation_id, message_id, asker=mail_world.asker, deps=mail_world.deps)
    await mail_world.sends()

    assert mail_world.post.asked[-1].recipients == (ANNA_NOWAK,)
    assert (await mail_world.last()).state is DeliveryState.SENT


async def test_it_is_tried_for_days_and_says_until_when(mail_world: MailWorld) -> None:
    await mail_world.is_written_to()
    await mail_world.answers()
    began = mail_world.clock.now()
    mail_world.post.answers = [NotSent("smtp.example could not be reached")] * 500
    tries = 0
    while (await mail_world.last()).state is DeliveryState.QUEUED:
        tries += await mail_world.sends()
        waiting = await mail_world.last()
        if waiting.state is DeliveryState.QUEUED:
            assert waiting.gives_up_at == began + timedelta(days=5)
            mail_world.clock.at = max(waiting.next_attempt_at, mail_world.clock.now())

    lost = await mail_world.last()
    assert (lost.state, lost.reason_code) == (DeliveryState.FAILED, "gave_up")
    assert lost.reason == "smtp.example could not be reached"
    assert timedelta(days=4.9) < mail_world.clock.now() - began <= timedelta(days=5)
    assert 100 < tries < 200


async def test_what_was_written_later_does_not_wait_for_what_is_tried_for_days(
    each_mail_world: MailWorld,
) -> None:
    world = each_mail_world
    await world.is_written_to()
    first = await world.answers("First")
    world.post.answers = [saying({ANNA_NOWAK: LATER})]
    await world.sends()
    second = await world.answers("Second")
    await world.sends()

    assert (await world.delivery(first)).state is DeliveryState.QUEUED
    assert (await world.delivery(second)).state is DeliveryState.SENT


async def test_a_letter_of_which_nobody_knows_is_not_sent_again_by_a_machine(
    mail_world: MailWorld,
) -> None:
    await mail_world.is_written_to()
    message_id = await mail_world.answers()
    mail_world.post.answers = [NoAnswer("the connection to smtp.example broke")]
    await mail_world.sends()
    mail_world.clock.advance(timedelta(days=1))
    await mail_world.sends()
    doubtful = await mail_world.last()

    assert doubtful.state is DeliveryState.UNKNOWN
    assert len(mail_world.post.asked) == 1
    await send_again(
        doubtful.conversation_id, message_id, asker=mail_world.asker, deps=mail_world.deps
    )
    await mail_world.sends()

    first, again = (read(one)["Message-ID"] for one in mail_world.post.asked)
    assert first == again


async def test_doubt_about_others_is_no_doubt_about_the_contact(mail_world: MailWorld) -> None:
    await mail_world.is_written_to(content=COPIED)
    await mail_world.answers()
    mail_world.post.answers = [saying({BELA: LATER}), NoAnswer("it broke")]
    await mail_world.sends()
    mail_world.clock.advance(timedelta(minutes=2))
    await mail_world.sends()

    assert (await mail_world.last()).state is DeliveryState.SENT
    assert await readers(mail_world) == {ANNA_NOWAK: "accepted", BELA: "deferred"}


async def test_a_refused_login_stops_the_inbox_and_nothing_is_lost(mail_world: MailWorld) -> None:
    from tests.services.letters.mailing import MAIL_INBOX

    await mail_world.is_written_to()
    await mail_world.answers()
    refused = MailResponse(MailStage.LOGIN, MailAnswer(535, "5.7.8 wrong password"))
    mail_world.post.answers = [refused]
    await mail_world.sends()
    async with mail_world.deps.store.read() as reader:
        found = await reader.people.inbox(MAIL_INBOX)

    assert found is not None
    assert (found[0].state, found[0].reason) == (InboxState.AMBER, "5.7.8 wrong password")
    assert (await mail_world.last()).state is DeliveryState.QUEUED
