"""A contact who fell silent is asked once more, and told when their case ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from clew.domain.message import AuthorKind
from clew.domain.people import Team
from clew.ports.store.views import TimelineItem
from clew.services.clocks import sweep
from tests.channels.email.letters import read
from tests.fixtures.workplace import Shop
from tests.services.letters.mailing import MailWorld
from tests.services.world import TEAM, WORKSPACE

A_DAY = timedelta(days=1)


async def has_words(shop: Shop, reminder: str, farewell: str = "") -> None:
    """Let the team have words for silent contacts."""
    workplace = await shop.deps.directory.workplace(shop.inbox.workspace_id)
    (team,) = workplace.teams.values()
    async with shop.deps.store.write() as tx:
        await tx.people.save_team(replace(team, reminder=reminder, farewell=farewell))
    shop.deps.directory.forget(shop.inbox.workspace_id)


async def by_machines(shop: Shop) -> list[TimelineItem]:
    """Return what machines said."""
    return [
        one
        for one in await shop.messages()
        if one.author is not None and one.author.kind == AuthorKind.SYSTEM
    ]


async def sweep_all(shop: Shop) -> None:
    """Do all that is due."""
    while await sweep(shop.deps, 200):
        pass


async def test_the_reminder_is_sent_and_gives_the_contact_their_time(each_shop: Shop) -> None:
    shop = each_shop
    await has_words(shop, "Do you still need us?")
    await shop.write("When?")
    await shop.tell("Which colour?")
    silent_since = shop.clock.now() - shop.deps.limits.undo
    # The window of this channel closes a day after the contact wrote; the reminder comes before.
    shop.clock.at = silent_since + A_DAY - timedelta(minutes=30)
    asked_at = shop.clock.at

    await sweep_all(shop)
    await sweep_all(shop)

    (said,) = await by_machines(shop)
    assert said.text == "Do you still need us?"
    move = (await shop.case()).next_move
    assert move is not None
    assert (move.holder, move.kind) == ("contact", "close")
    assert move.due_at > silent_since + 3 * A_DAY
    assert move.due_at <= asked_at + 3 * A_DAY
    assert await shop.violations() == {}


async def test_without_words_nothing_is_said(shop: Shop) -> None:
    await shop.write("When?")
    await shop.tell("Which colour?")
    shop.clock.advance(4 * A_DAY)

    await sweep_all(shop)

    assert await by_machines(shop) == []
    assert (await shop.case()).status == "resolved"


async def test_what_cannot_be_said_any_more_does_not_keep_the_case_open(shop: Shop) -> None:
    await has_words(shop, "Do you still need us?", farewell="We leave it at that.")
    await shop.write("When?")
    await shop.tell("Which colour?")
    shop.clock.advance(10 * A_DAY)

    await sweep_all(shop)

    assert await by_machines(shop) == []
    assert (await shop.case()).status == "resolved"
    assert await shop.violations() == {}


async def test_a_case_that_ends_in_silence_says_so(each_mail_world: MailWorld) -> None:
    world = each_mail_world
    workplace = await world.deps.directory.workplace(WORKSPACE)
    team: Team = workplace.teams[TEAM]
    async with world.deps.store.write() as tx:
        await tx.people.save_team(replace(team, reminder="Still there?", farewell="Good-bye."))
    world.deps.directory.forget(WORKSPACE)
    await world.is_written_to()
    await world.answers("Which colour?")
    for _ in range(8):
        world.clock.advance(timedelta(hours=12))
        await world.sends()
        while await sweep(world.deps, 200):
            pass
        await world.sends()

    said = [read(one).as_string() for one in world.post.asked]
    assert ["Still there?" in one for one in said] == [False, True, True]  # the third quotes it
    assert ["Good-bye." in one for one in said] == [False, False, True]
    assert (await world.case()).facts.resolution is not None
