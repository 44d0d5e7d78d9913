"""A letter leaves with the names of who writes, and ends with the team's signature."""

from __future__ import annotations

from dataclasses import replace

from tests.channels.email.letters import read
from tests.services.letters.mailing import MailWorld
from tests.services.world import TEAM, WORKSPACE


async def test_the_signature_is_the_teams(each_mail_world: MailWorld) -> None:
    world = each_mail_world
    workplace = await world.deps.directory.workplace(WORKSPACE)
    async with world.deps.store.write() as tx:
        await tx.people.save_team(replace(workplace.teams[TEAM], signature="{agent}\n{team}"))
    world.deps.directory.forget(WORKSPACE)
    await world.is_written_to()
    await world.answers("Here it is.")
    await world.sends()

    body = read(world.post.asked[0]).get_body(("plain",))
    assert body is not None
    assert "Here it is.\n\n-- \nAnna\nSupport\n" in body.get_content().replace("\r\n", "\n")


async def test_what_was_said_on_other_channels_is_not_quoted(mail_world: MailWorld) -> None:
    await mail_world.is_written_to("By mail")
    await mail_world.is_written_to("By mail again", references=["<in-1@mail.example>"])
    await mail_world.answers("Here it is.")
    await mail_world.sends()

    body = read(mail_world.post.asked[0]).get_body(("plain",))
    assert body is not None
    said = body.get_content()
    assert said.index("> By mail again") < said.rindex("> By mail")
