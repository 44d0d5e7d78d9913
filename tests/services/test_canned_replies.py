"""Canned replies: who writes them, who sees which, what is refused."""

from dataclasses import replace

import pytest

from clew.domain.errors import InvalidInput, NotAllowed, NotFound
from clew.domain.ids import CannedReplyId, TeamId
from clew.services.canned_replies import (
    CannedReplyView,
    SaveCannedReply,
    list_canned_replies,
    save_canned_reply,
)
from clew.services.sessions import Sessions
from clew.services.teams import SaveTeam, save_team
from tests.builders import an_id
from tests.fixtures.workplace import Shop

THANKS = SaveCannedReply(title="Thanks", shortcut="/thanks", text="Thank you, {contact.name}!")


async def save(shop: Shop, command: SaveCannedReply = THANKS) -> CannedReplyView:
    return await save_canned_reply(command, asker=shop.admin, deps=shop.deps)


async def test_one_is_written_changed_and_archived(each_shop: Shop) -> None:
    made = await save(each_shop)
    which = CannedReplyId(made.id)
    changed = await save(each_shop, SaveCannedReply(reply_id=which, text=" Thanks ", language="EN"))
    archived = await save(each_shop, SaveCannedReply(reply_id=which, is_archived=True))

    assert (made.shortcut, made.team_id) == ("thanks", None)
    assert (changed.text, changed.language, changed.title) == ("Thanks", "en", "Thanks")
    assert archived.archived


async def test_agents_see_everybodys_and_their_teams(shop: Shop) -> None:
    ben = await shop.join("Ben")
    sessions = Sessions(shop.deps.store, shop.clock)
    night = await save_team(
        SaveTeam(name="Night"), asker=shop.admin, deps=shop.deps, sessions=sessions
    )
    await save(shop)
    for shortcut, team_id in (("ours", shop.team.id), ("theirs", TeamId(night.id))):
        await save(shop, replace(THANKS, shortcut=shortcut, team_id=team_id))
    gone = await save(shop, replace(THANKS, shortcut="gone"))
    await save(shop, SaveCannedReply(reply_id=CannedReplyId(gone.id), is_archived=True))

    seen = [
        sorted(one.shortcut for one in (await list_canned_replies(asker=who, deps=shop.deps)).value)
        for who in (ben, shop.admin)
    ]

    assert seen == [["ours", "thanks"], ["gone", "ours", "thanks", "theirs"]]


async def test_one_of_a_team_can_be_given_to_everybody(shop: Shop) -> None:
    made = await save(shop, replace(THANKS, team_id=shop.team.id))

    changed = await save(shop, SaveCannedReply(reply_id=CannedReplyId(made.id), is_for_all=True))

    assert (made.team_id, changed.team_id) == (shop.team.id, None)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": " "}, "title"),
        ({"shortcut": "two words"}, "shortcut"),
        ({"shortcut": "/"}, "shortcut"),
        ({"text": " "}, "text"),
        ({"text": "Hello {contact.nick}"}, "text"),
        ({"language": "polish, please"}, "language"),
        ({"team_id": TeamId(an_id(9))}, "team_id"),
    ],
)
async def test_refusals_name_their_field(shop: Shop, change: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        await save(shop, replace(THANKS, **change))  # type: ignore[arg-type]

    assert refused.value.field == field


async def test_a_shortcut_is_taken_once_in_a_language(shop: Shop) -> None:
    await save(shop)
    await save(shop, replace(THANKS, language="pl"))

    with pytest.raises(InvalidInput) as refused:
        await save(shop, replace(THANKS, shortcut="THANKS"))
    assert refused.value.field == "shortcut"


async def test_agents_do_not_write_them_and_foreign_ones_do_not_exist(shop: Shop) -> None:
    ben = await shop.join("Ben")

    with pytest.raises(NotAllowed):
        await save_canned_reply(THANKS, asker=ben, deps=shop.deps)
    with pytest.raises(NotFound):
        await save(shop, SaveCannedReply(reply_id=CannedReplyId(an_id(9))))
