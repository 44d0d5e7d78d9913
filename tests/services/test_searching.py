"""Finding again."""

from dataclasses import replace

import pytest

from clew.domain.errors import InvalidInput
from clew.domain.ids import WorkspaceId
from clew.ports.store.searching import SearchQuery
from clew.services.searching import LONGEST_QUESTION, checked, search, search_contacts
from tests.builders import MONDAY_NINE, WORKSPACE, an_id
from tests.fixtures.workplace import Shop


def words(text: str) -> SearchQuery:
    return SearchQuery(workspace_id=WORKSPACE, text=text)


async def test_what_was_said_and_who_said_it_are_found(each_shop: Shop) -> None:
    await each_shop.write("My kettle is broken")
    while await each_shop.deps.store.index(100):
        pass
    asker, deps = each_shop.admin, each_shop.deps

    hits = await search(words("kettles"), asker=asker, deps=deps)
    people = await search_contacts("kowal", cursor=None, limit=10, asker=asker, deps=deps)

    assert [hit.case_number for hit in hits.value.items] == [1]
    assert [contact.name for contact in people.value.items] == ["Anna Kowalska"]
    assert hits.seq == people.seq > 0


@pytest.mark.parametrize("text", ["", "  ", "\x00"])
async def test_a_search_for_nothing_is_refused(shop: Shop, text: str) -> None:
    with pytest.raises(InvalidInput):
        await search(words(text), asker=shop.admin, deps=shop.deps)


@pytest.mark.parametrize("text", ['"', "AND OR NOT", "a* -b +c", "%_\\", "(((", "'; --", "🔑"])
async def test_no_words_are_commands(each_shop: Shop, text: str) -> None:
    found = await search(words(text), asker=each_shop.admin, deps=each_shop.deps)

    assert found.value.items == []


async def test_filters_alone_are_a_question(each_shop: Shop) -> None:
    await each_shop.write("My kettle is broken")
    while await each_shop.deps.store.index(100):
        pass
    asked = replace(words(""), channel="whatsapp")

    found = await search(asked, asker=each_shop.admin, deps=each_shop.deps)

    assert [hit.channel for hit in found.value.items] == ["whatsapp"]


async def test_days_that_end_before_they_begin_are_refused(shop: Shop) -> None:
    asked = replace(words("kettle"), since=MONDAY_NINE, until=MONDAY_NINE)

    with pytest.raises(InvalidInput):
        await search(asked, asker=shop.admin, deps=shop.deps)


async def test_whoever_asks_for_another_workspace_asks_in_their_own(each_shop: Shop) -> None:
    await each_shop.write("My kettle is broken")
    while await each_shop.deps.store.index(100):
        pass
    elsewhere = replace(words("kettle"), workspace_id=WorkspaceId(an_id(77)))

    found = await search(elsewhere, asker=each_shop.admin, deps=each_shop.deps)

    assert len(found.value.items) == 1


def test_of_a_long_text_the_beginning_is_looked_for() -> None:
    assert checked("x" * 10_000) == "x" * LONGEST_QUESTION
