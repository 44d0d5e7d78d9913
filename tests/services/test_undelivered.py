"""What did not arrive is on one list, for those who see to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clew.domain.errors import NotAllowed
from clew.domain.people import Role
from clew.ports.channel import MailAnswer
from clew.ports.http import NoAnswer
from clew.services.undelivered import Undelivered, list_undelivered
from tests.services.letters.mailing import ANNA_NOWAK, BELA, MailWorld, saying

FULL = MailAnswer(552, "5.2.2 the mailbox is full")


async def listed(world: MailWorld, state: Undelivered | None = None) -> list[tuple[str, str]]:
    found = await list_undelivered(state, None, 10, asker=world.asker, deps=world.deps)
    return [(one.delivery.state, one.text) for one in found.value.items]


async def test_what_failed_or_is_in_doubt_is_listed_the_newest_first(
    each_mail_world: MailWorld,
) -> None:
    world = each_mail_world
    await world.is_written_to(content={"cc": [{"email": BELA}]})
    for text, answer in (
        ("One", saying({ANNA_NOWAK: FULL})),
        ("Two", NoAnswer("it broke")),
        ("Three", saying({})),
    ):
        world.post.answers = [answer]
        await world.answers(text)
        await world.sends()
    await world.answers("Four")

    assert await listed(world) == [("unknown", "Two"), ("failed", "One")]
    assert await listed(world, Undelivered.FAILED) == [("failed", "One")]
    assert await listed(world, Undelivered.QUEUED) == [("queued", "Four")]
    found = await list_undelivered(None, None, 1, asker=world.asker, deps=world.deps)
    more = await list_undelivered(
        None, found.value.next_cursor, 1, asker=world.asker, deps=world.deps
    )
    (failed,) = more.value.items
    assert (failed.contact.name, failed.inbox_name) == ("Anna Nowak", "Letters")
    assert failed.delivery.code == "mailbox_full"
    assert [one.state for one in failed.delivery.readers or []] == ["refused", "accepted"]
    assert more.value.next_cursor is None


async def test_agents_do_not_see_the_whole_list(mail_world: MailWorld) -> None:
    asker = mail_world.asker
    agent = replace(asker, agent=replace(asker.agent, role=Role.AGENT))

    with pytest.raises(NotAllowed):
        await list_undelivered(None, None, 10, asker=agent, deps=mail_world.deps)
