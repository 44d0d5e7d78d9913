"""A machine writes rarely, to people only, and two machines fall silent at once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from clew.domain.case import Case
from clew.domain.ids import MessageId
from clew.services.replies.automatic import AnswerByMachine, Withheld, answer_by_machine
from tests.channels.email.letters import read
from tests.services.letters.mailing import BELA, MailWorld
from tests.services.world import WORKSPACE


async def speaks(world: MailWorld, case: Case, text: str = "We have it.") -> Withheld | None:
    command = AnswerByMachine(
        workspace_id=WORKSPACE,
        case_id=case.id,
        message_id=MessageId(world.deps.ids.new()),
        text=text,
    )
    return await answer_by_machine(command, deps=world.deps)


async def test_a_machine_answers_once_a_day_and_says_what_it_is(each_mail_world: MailWorld) -> None:
    world = each_mail_world
    case = await world.is_written_to(content={"cc": [{"email": BELA}]})

    assert await speaks(world, case) is None
    assert await speaks(world, case) is Withheld.TOO_SOON
    await world.sends()
    (request,) = world.post.asked
    mail = read(request)
    assert (mail["Auto-Submitted"], request.sender) == ("auto-replied", "")
    assert request.recipients == ("anna@example.com",)
    world.clock.advance(timedelta(hours=25))
    assert await speaks(world, case) is None


async def test_the_case_still_waits_for_a_person(mail_world: MailWorld) -> None:
    before = await mail_world.is_written_to()
    await speaks(mail_world, before)

    after = await mail_world.case()
    assert after.facts == before.facts


async def test_a_machine_never_answers_a_machine(mail_world: MailWorld) -> None:
    case = await mail_world.is_written_to()
    await mail_world.is_written_to(
        "Out of office", is_automatic=True, references=["<in-1@mail.example>"]
    )

    assert await speaks(mail_world, case) is Withheld.MACHINE_WROTE


@pytest.mark.parametrize("address", ["no-reply@example.com", "MAILER-DAEMON@example.com"])
async def test_nothing_is_written_where_nobody_reads(mail_world: MailWorld, address: str) -> None:
    case = await mail_world.is_written_to(by=address)

    assert await speaks(mail_world, case) is Withheld.NOBODY_READS


async def test_after_five_without_a_person_a_machine_is_silent(mail_world: MailWorld) -> None:
    case = await mail_world.is_written_to()
    said = []
    for _ in range(7):
        said.append(await speaks(mail_world, case))
        mail_world.clock.advance(timedelta(hours=25))

    assert said == [None] * 5 + [Withheld.TOO_OFTEN] * 2
    await mail_world.answers("A person here.")
    assert await speaks(mail_world, case) is None


async def test_the_same_words_twice_are_one_message(mail_world: MailWorld) -> None:
    case = await mail_world.is_written_to()
    command = AnswerByMachine(
        workspace_id=WORKSPACE,
        case_id=case.id,
        message_id=MessageId(mail_world.deps.ids.new()),
        text="We have it.",
    )

    assert await answer_by_machine(command, deps=mail_world.deps) is None
    assert await answer_by_machine(command, deps=mail_world.deps) is None
    assert await mail_world.sends() == 1


async def test_other_channels_keep_the_same_rules(mail_world: MailWorld) -> None:
    case = await mail_world.hears()

    assert await speaks(mail_world, case) is None
    assert await speaks(mail_world, case) is Withheld.TOO_SOON
