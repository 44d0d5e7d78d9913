"""A change is written down with whoever made it, in the transaction of the change."""

from __future__ import annotations

import pytest

from clew.domain.revisions import FieldChange, Revision, RevisionKind
from clew.services.revising import MOST_REVISIONS, note_revision
from tests.builders import an_id
from tests.fixtures.workplace import Shop

THING = an_id(77)


async def noted(shop: Shop, before: dict[str, str] | None, after: dict[str, str]) -> None:
    async with shop.deps.store.write() as tx:
        await note_revision(
            RevisionKind.TAG, THING, before, after, tx, asker=shop.admin, deps=shop.deps
        )


async def kept(shop: Shop) -> list[Revision]:
    async with shop.deps.store.read() as reader:
        return await reader.revisions.of_thing(shop.admin.workspace_id, RevisionKind.TAG, THING)


async def test_who_changed_what_is_kept(shop: Shop) -> None:
    await noted(shop, None, {"name": "A"})
    await noted(shop, {"name": "A"}, {"name": "B"})

    renamed, added = await kept(shop)
    assert (added.is_first, renamed.is_first) == (True, False)
    assert renamed.changed == {"name": FieldChange("A", "B")}
    assert (renamed.agent_id, renamed.agent_name) == (shop.admin.id, shop.admin.agent.name)


async def test_a_change_that_changes_nothing_is_none(shop: Shop) -> None:
    await noted(shop, {"name": "A"}, {"name": "A"})

    assert await kept(shop) == []


async def breaks_off(shop: Shop) -> None:
    async with shop.deps.store.write() as tx:
        await note_revision(
            RevisionKind.TAG, THING, None, {"name": "A"}, tx, asker=shop.admin, deps=shop.deps
        )
        raise ZeroDivisionError


async def test_a_change_that_is_not_kept_has_no_history(shop: Shop) -> None:
    with pytest.raises(ZeroDivisionError):
        await breaks_off(shop)

    assert await kept(shop) == []


async def test_of_a_thing_so_many_changes_are_kept(shop: Shop) -> None:
    for number in range(MOST_REVISIONS + 3):
        await noted(shop, {"name": str(number)}, {"name": str(number + 1)})

    assert len(await kept(shop)) == MOST_REVISIONS
