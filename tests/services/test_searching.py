"""Finding again."""

import pytest

from clew.domain.errors import InvalidInput
from clew.services.searching import checked, search, search_contacts
from tests.fixtures.workplace import Shop


async def test_what_was_said_and_who_said_it_are_found(each_shop: Shop) -> None:
    await each_shop.write("My kettle is broken")
    while await each_shop.deps.store.index(100):
        pass
    asker, deps = each_shop.admin, each_shop.deps

    hits = await search("kettles", cursor=None, limit=10, asker=asker, deps=deps)
    people = await search_contacts("kowal", cursor=None, limit=10, asker=asker, deps=deps)

    assert [hit.case_number for hit in hits.value.items] == [1]
    assert [contact.name for contact in people.value.items] == ["Anna Kowalska"]
    assert hits.seq == people.seq > 0


@pytest.mark.parametrize("text", ["", "  ", "\x00"])
async def test_a_search_for_nothing_is_refused(shop: Shop, text: str) -> None:
    with pytest.raises(InvalidInput):
        await search(text, cursor=None, limit=10, asker=shop.admin, deps=shop.deps)


@pytest.mark.parametrize("text", ['"', "AND OR NOT", "a* -b +c", "%_\\", "(((", "'; --", "🔑"])
async def test_no_words_are_commands(each_shop: Shop, text: str) -> None:
    found = await search(text, cursor=None, limit=10, asker=each_shop.admin, deps=each_shop.deps)

    assert found.value.items == []


def test_a_long_text_is_refused() -> None:
    with pytest.raises(InvalidInput):
        checked("x" * 201)
