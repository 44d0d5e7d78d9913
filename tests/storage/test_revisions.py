"""What administrators changed, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from clew.domain.ids import RevisionId
from clew.domain.revisions import FieldChange, Revision, RevisionKind
from tests.builders import an_id
from tests.fixtures.workplace import Shop

MOST = 3


def a_revision(shop: Shop, number: int) -> Revision:
    return Revision(
        id=RevisionId(an_id(500 + number)),
        workspace_id=shop.admin.workspace_id,
        kind=RevisionKind.TAG,
        thing_id=an_id(7),
        at=shop.clock.now(),
        agent_id=shop.admin.id,
        agent_name="Ada",
        changed={
            "name": FieldChange("Zażółć \u2603", f"{number}"),
            "weekly.monday": FieldChange(None, ["08:00-12:00"]),
            "first_reply_minutes": FieldChange(60, 30),
        },
    )


async def kept(shop: Shop, revision: Revision) -> list[Revision]:
    async with shop.deps.store.read() as reader:
        return await reader.revisions.of_thing(
            revision.workspace_id, revision.kind, revision.thing_id
        )


async def test_the_latest_come_first_as_they_were_and_the_oldest_are_forgotten(
    each_shop: Shop,
) -> None:
    added = []
    for number in range(MOST + 2):
        added.append(a_revision(each_shop, number))
        async with each_shop.deps.store.write() as tx:
            await tx.revisions.add(added[-1], most=MOST)
        if number % 2:
            each_shop.clock.advance(timedelta(seconds=1))

    assert await kept(each_shop, added[0]) == added[: -MOST - 1 : -1]


async def test_each_thing_has_a_history_of_its_own(each_shop: Shop) -> None:
    one = a_revision(each_shop, 1)
    other = replace(one, id=RevisionId(an_id(600)), thing_id=an_id(8))
    same_id = replace(one, id=RevisionId(an_id(601)), kind=RevisionKind.TEAM)
    async with each_shop.deps.store.write() as tx:
        for each in (one, other, same_id):
            await tx.revisions.add(each, most=1)

    assert [await kept(each_shop, each) for each in (one, other, same_id)] == [
        [one],
        [other],
        [same_id],
    ]
