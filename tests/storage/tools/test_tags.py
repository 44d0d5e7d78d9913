"""Tags are kept, and cases have those that a batch says."""

from dataclasses import replace

import pytest

from clew.domain.errors import Conflict
from clew.domain.ids import CaseId, TagId
from clew.domain.tools import Tag, TagColor
from clew.ports.store import Changes
from tests.fixtures.workplace import Shop


def a_tag(shop: Shop, name: str) -> Tag:
    return Tag(
        id=TagId(shop.deps.ids.new()),
        workspace_id=shop.admin.workspace_id,
        name=name,
        color=TagColor.TEAL,
    )


async def test_a_tag_is_kept_and_replaced(each_shop: Shop) -> None:
    late, early = a_tag(each_shop, "Żółty"), a_tag(each_shop, "apples")
    async with each_shop.deps.store.write() as tx:
        for tag in (late, early, replace(early, is_archived=True)):
            await tx.tools.tags.save(tag)

    async with each_shop.deps.store.read() as reader:
        found = await reader.tools.tags.all(each_shop.admin.workspace_id)

    assert found == [replace(early, is_archived=True), late]


async def test_names_that_differ_in_case_only_are_one(each_shop: Shop) -> None:
    async def save(name: str) -> None:
        async with each_shop.deps.store.write() as tx:
            await tx.tools.tags.save(a_tag(each_shop, name))

    await save("Refund")

    with pytest.raises(Conflict):
        await save("REFUND")


async def test_a_case_has_the_tags_that_were_said_last(each_shop: Shop) -> None:
    await each_shop.write()
    case = await each_shop.case()
    tags = [a_tag(each_shop, name) for name in ("a", "b", "c")]
    async with each_shop.deps.store.write() as tx:
        for tag in tags:
            await tx.tools.tags.save(tag)

    for wanted in (tags[:2], tags[1:]):
        async with each_shop.deps.store.write() as tx:
            await tx.record(
                Changes(
                    workspace_id=each_shop.admin.workspace_id,
                    at=each_shop.clock.now(),
                    tagged={CaseId(case.id): tuple(tag.id for tag in wanted)},
                )
            )

    after = await each_shop.case()
    assert after.tags == sorted(tag.id for tag in tags[1:])
    assert after.v > case.v, "browsers must hear of it"
