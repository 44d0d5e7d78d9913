"""An administrator asks whether an inbox works, and is told."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from clew.domain.errors import NotAllowed, NotFound
from clew.domain.ids import InboxId
from clew.domain.people import InboxState, Role
from clew.ports.channel import (
    Connected,
    MailAnswer,
    MailResponse,
    MailStage,
    Misconfigured,
    ProbeOutcome,
    Unavailable,
)
from clew.ports.http import AddressIsForbidden, NotSent
from clew.services.asking import Asker
from clew.services.connections import check_connection
from tests.services.letters.mailing import MAIL_INBOX, OURS, MailWorld

GOOD = MailResponse(MailStage.LOGIN, MailAnswer(235, "ok"), server="smtp.example: size")
WRONG = MailResponse(MailStage.LOGIN, MailAnswer(535, "5.7.8 wrong password"))


async def asked(
    world: MailWorld, inbox_id: InboxId = MAIL_INBOX, asker: Asker | None = None
) -> ProbeOutcome:
    return await check_connection(
        inbox_id,
        asker=asker or world.asker,
        deps=world.deps,
        http=world.provider,
        mailer=world.post,
    )


async def light(world: MailWorld) -> InboxState:
    async with world.deps.store.read() as reader:
        found = await reader.people.inbox(MAIL_INBOX)
    assert found is not None
    return found[0].state


async def test_the_answer_sets_the_traffic_light(mail_world: MailWorld) -> None:
    mail_world.post.answers = [WRONG, GOOD]

    assert await asked(mail_world) == Misconfigured("5.7.8 wrong password", "5.7.8")
    assert await light(mail_world) is InboxState.AMBER
    assert await asked(mail_world) == Connected(OURS, {"smtp": "smtp.example: size"})
    assert await light(mail_world) is InboxState.GREEN
    assert all(not one.recipients for one in mail_world.post.asked)


async def test_a_server_that_cannot_be_reached_says_nothing_about_the_inbox(
    mail_world: MailWorld,
) -> None:
    mail_world.post.answers = [NotSent("down"), AddressIsForbidden("private")]

    assert await asked(mail_world) == Unavailable("down")
    assert await light(mail_world) is InboxState.GREEN
    assert isinstance(await asked(mail_world), Misconfigured)


async def test_without_a_way_out_nothing_is_claimed(mail_world: MailWorld) -> None:
    outcome = await check_connection(
        MAIL_INBOX, asker=mail_world.asker, deps=mail_world.deps, http=None, mailer=None
    )

    assert isinstance(outcome, Unavailable)


async def test_only_administrators_ask_and_only_about_their_own(mail_world: MailWorld) -> None:
    asker = mail_world.asker
    lead = replace(asker, agent=replace(asker.agent, role=Role.SUPERVISOR))

    with pytest.raises(NotAllowed):
        await asked(mail_world, asker=lead)
    with pytest.raises(NotFound):
        await asked(mail_world, InboxId(uuid4()))
