"""Saved views: what they find, who sees them, who may change them."""

from dataclasses import replace
from uuid import UUID

import pytest

from clew.domain.errors import InvalidInput, NotAllowed, NotFound
from clew.domain.ids import CaseId, SavedViewId, TagId
from clew.domain.people import Role
from clew.services.asking import Asker
from clew.services.assigning import Assign, assign
from clew.services.cases import rename_case
from clew.services.marks import star
from clew.services.tags import SaveTag, save_tag, tag_case
from clew.services.views import (
    SaveView,
    ViewView,
    count_views,
    delete_view,
    list_views,
    question,
    save_view,
)
from tests.builders import an_id
from tests.fixtures.workplace import Shop


async def save(
    shop: Shop, name: str, filters: dict[str, str], asker: Asker | None = None
) -> ViewView:
    command = SaveView(name=name, filters=filters)
    return await save_view(command, asker=asker or shop.admin, deps=shop.deps)


async def names(shop: Shop, asker: Asker) -> list[str]:
    return [one.name for one in (await list_views(asker=asker, deps=shop.deps)).value]


async def test_each_filter_finds_what_it_says(each_shop: Shop) -> None:
    """And the numbers beside the views agree with the lists behind them."""
    shop = each_shop
    await shop.write("My kettle", phone="48600000001", called="Łukasz Żak")
    await shop.write("Refund please", phone="48600000002", called="Vera Lind")
    first, second = (CaseId(case.id) for case in await shop.cases())
    tag = await save_tag(SaveTag(name="Refund"), asker=shop.admin, deps=shop.deps)
    await tag_case(second, [TagId(tag.id)], asker=shop.admin, deps=shop.deps)
    mine = Assign(case_id=first, agent_id=shop.admin.id, team_id=None, expected_v=None)
    await assign(mine, asker=shop.admin, deps=shop.deps)
    await rename_case(second, "Zwrot pieniędzy", asker=shop.admin, deps=shop.deps)
    await star(first, first, asker=shop.admin, deps=shop.deps)
    wanted: dict[str, tuple[dict[str, str], set[UUID]]] = {
        "all": ({}, {first, second}),
        "mine": ({"owner": "me"}, {first}),
        "nobody": ({"owner": "nobody"}, {second}),
        "hers": ({"owner": str(shop.admin.id)}, {first}),
        "tag": ({"tag_id": str(tag.id)}, {second}),
        "team": ({"team_id": str(shop.team.id)}, {first, second}),
        "channel": ({"channel": "whatsapp"}, {first, second}),
        "none": ({"channel": "email"}, set()),
        "name": ({"text": "lukasz"}, {first}),
        "subject": ({"text": "PIENI"}, {second}),
        "starred": ({"starred": "yes"}, {first}),
        "place": ({"place": "team"}, {second}),
        "resolved": ({"place": "resolved"}, set()),
    }

    for name, (filters, found) in wanted.items():
        await save(shop, name, filters)
        async with shop.deps.store.read() as reader:
            page = await reader.cases(question(filters, shop.admin))
        assert {case.id for case in page.items} == found, name
    views = (await list_views(asker=shop.admin, deps=shop.deps)).value
    counts = {
        one.id: one.count for one in (await count_views(asker=shop.admin, deps=shop.deps)).value
    }

    assert {one.name: counts[one.id] for one in views} == {
        name: len(found) for name, (_, found) in wanted.items()
    }


async def test_a_view_is_ones_own_until_it_is_shared(each_shop: Shop) -> None:
    sue, ben = await each_shop.join("Sue", Role.SUPERVISOR), await each_shop.join("Ben")
    made = await save(each_shop, "Late", {"owner": "me"}, sue)

    assert await names(each_shop, ben) == []

    share = SaveView(view_id=SavedViewId(made.id), is_shared=True)
    await save_view(share, asker=sue, deps=each_shop.deps)

    assert await names(each_shop, ben) == ["Late"]
    (seen,) = (await list_views(asker=ben, deps=each_shop.deps)).value
    assert (seen.mine, seen.filters) == (False, {"owner": "me"})


async def test_me_is_whoever_looks(shop: Shop) -> None:
    ben = await shop.join("Ben")

    asked = [question({"owner": "me"}, who).owner_id for who in (ben, shop.admin)]

    assert asked == [ben.id, shop.admin.id]


async def test_agents_share_nothing_and_change_only_their_own(shop: Shop) -> None:
    ben = await shop.join("Ben")
    shared = await save_view(
        SaveView(name="Ours", filters={}, is_shared=True), asker=shop.admin, deps=shop.deps
    )
    which = SavedViewId(shared.id)
    with pytest.raises(NotAllowed):
        await save_view(
            SaveView(name="Mine", filters={}, is_shared=True), asker=ben, deps=shop.deps
        )
    with pytest.raises(NotFound):
        await save_view(SaveView(view_id=which, name="Theirs"), asker=ben, deps=shop.deps)
    with pytest.raises(NotFound):
        await delete_view(which, asker=ben, deps=shop.deps)


async def test_a_supervisor_puts_a_shared_view_right_and_deletes_it(shop: Shop) -> None:
    sue = await shop.join("Sue", Role.SUPERVISOR)
    command = SaveView(name="Ours", filters={"owner": "me"}, is_shared=True)
    shared = await save_view(command, asker=shop.admin, deps=shop.deps)
    which = SavedViewId(shared.id)

    changed = await save_view(
        SaveView(view_id=which, name="Everybody's"), asker=sue, deps=shop.deps
    )
    assert (changed.name, changed.filters) == ("Everybody's", {"owner": "me"})
    await delete_view(which, asker=sue, deps=shop.deps)

    assert await names(shop, shop.admin) == []


@pytest.mark.parametrize(
    ("filters", "field"),
    [
        ({"colour": "red"}, "colour"),
        ({"place": "moon"}, "place"),
        ({"order": "luck"}, "order"),
        ({"tag_id": "red"}, "tag_id"),
        ({"owner": "ben"}, "owner"),
        ({"text": "x" * 300}, "filters"),
    ],
)
async def test_refusals_name_their_field(shop: Shop, filters: dict[str, str], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        await save(shop, "View", filters)
    assert refused.value.field == field


async def test_a_name_is_needed_and_a_view_must_be_there(shop: Shop) -> None:
    missing = SaveView(view_id=SavedViewId(an_id(9)), name="View")
    with pytest.raises(NotFound):
        await save_view(missing, asker=shop.admin, deps=shop.deps)
    with pytest.raises(InvalidInput):
        await save_view(replace(missing, view_id=None, name=None), asker=shop.admin, deps=shop.deps)
