"""Answers with their number."""

import pytest

from clew.domain.errors import NotFound
from clew.ports.store import Reader
from clew.services.snapshots import take, take_one
from tests.fixtures.workplace import Shop


async def test_an_answer_is_at_least_as_new_as_its_number(shop: Shop) -> None:
    await shop.write()
    case = await shop.case()

    found = await take(
        lambda reader: reader.cases_by_id(shop.admin.workspace_id, [case.id]),  # type: ignore[list-item]
        asker=shop.admin,
        deps=shop.deps,
    )

    assert found.seq >= found.value[0].v


async def test_what_is_not_there_is_named(shop: Shop) -> None:
    async def nothing(_reader: Reader) -> str | None:
        return None

    with pytest.raises(NotFound, match="there is no kettle 7"):
        await take_one(nothing, ("kettle", 7), asker=shop.admin, deps=shop.deps)
