"""Tags: who makes them, and which of them a case can be given."""

import pytest

from clew.domain.errors import Conflict, InvalidInput, NotAllowed, NotFound
from clew.domain.ids import CaseId, TagId
from clew.domain.people import Role
from clew.domain.tools import TagColor
from clew.ports.store import CaseQuery, Place
from clew.services.tags import SaveTag, list_tags, save_tag, tag_case
from tests.builders import an_id
from tests.fixtures.workplace import Shop


async def a_tag(shop: Shop, name: str = "Refund") -> TagId:
    made = await save_tag(SaveTag(name=name), asker=shop.admin, deps=shop.deps)
    return TagId(made.id)


async def give(shop: Shop, *tags: TagId, expected: list[TagId] | None = None) -> list[object]:
    case_id = CaseId((await shop.case()).id)
    await tag_case(case_id, tags, expected=expected, asker=shop.admin, deps=shop.deps)
    return list((await shop.case()).tags)


async def test_a_supervisor_makes_renames_and_archives_a_tag(each_shop: Shop) -> None:
    sue = await each_shop.join("Sue", Role.SUPERVISOR)
    made = await save_tag(
        SaveTag(name=" Refund ", color=TagColor.RED), asker=sue, deps=each_shop.deps
    )
    change = SaveTag(tag_id=TagId(made.id), name="Refunds", is_archived=True)
    changed = await save_tag(change, asker=sue, deps=each_shop.deps)

    listed = await list_tags(asker=sue, deps=each_shop.deps)
    assert (changed.name, changed.color, changed.archived) == ("Refunds", TagColor.RED, True)
    assert listed.value == [changed]


async def test_agents_use_tags_and_do_not_make_them(shop: Shop) -> None:
    ben = await shop.join("Ben")

    with pytest.raises(NotAllowed):
        await save_tag(SaveTag(name="Mine"), asker=ben, deps=shop.deps)


async def test_refusals_name_their_field(shop: Shop) -> None:
    await a_tag(shop)
    for name in (None, "  ", "REFUND"):
        with pytest.raises(InvalidInput) as refused:
            await save_tag(SaveTag(name=name), asker=shop.admin, deps=shop.deps)
        assert refused.value.field == "name"
    with pytest.raises(NotFound):
        await save_tag(SaveTag(tag_id=TagId(an_id(9))), asker=shop.admin, deps=shop.deps)


async def test_a_case_is_given_tags_and_found_by_them(each_shop: Shop) -> None:
    await each_shop.write()
    tag, other = await a_tag(each_shop), await a_tag(each_shop, "Other")

    assert await give(each_shop, tag, tag) == [tag]

    for wanted, count in ((tag, 1), (other, 0)):
        query = CaseQuery(
            workspace_id=each_shop.admin.workspace_id,
            agent_id=each_shop.admin.id,
            place=Place.ALL,
            tag_id=wanted,
        )
        async with each_shop.deps.store.read() as reader:
            assert len((await reader.cases(query)).items) == count


async def test_an_archived_tag_stays_on_a_case_and_is_given_no_more(shop: Shop) -> None:
    await shop.write()
    tag, gone = await a_tag(shop), await a_tag(shop, "Gone")
    await give(shop, tag)
    for one in (tag, gone):
        await save_tag(SaveTag(tag_id=one, is_archived=True), asker=shop.admin, deps=shop.deps)

    assert await give(shop, tag) == [tag]
    with pytest.raises(InvalidInput):
        await give(shop, tag, gone)


async def test_two_who_tag_at_once_do_not_undo_each_other(shop: Shop) -> None:
    await shop.write()
    mine, theirs = await a_tag(shop), await a_tag(shop, "Theirs")
    await give(shop, theirs, expected=[])

    with pytest.raises(Conflict):
        await give(shop, mine, expected=[])
    assert await give(shop, mine, theirs, expected=[theirs]) == sorted([mine, theirs])


async def test_the_same_tags_again_are_no_news(shop: Shop) -> None:
    await shop.write()
    tag = await a_tag(shop)
    await give(shop, tag)
    before = (await shop.case()).v

    await give(shop, tag)

    assert (await shop.case()).v == before


async def test_a_case_has_only_so_many_tags(shop: Shop) -> None:
    await shop.write()

    with pytest.raises(InvalidInput):
        await give(shop, *(TagId(an_id(number)) for number in range(21)))
