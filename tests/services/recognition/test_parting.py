"""Two who were joined are two again, exactly; what came since is with whose address it came by."""

from __future__ import annotations

import pytest

from clew.domain.errors import NotFound
from clew.domain.facts import Outcome
from clew.domain.merging import MergeIsUndone
from clew.services.cases import resolve
from clew.storage import schema
from tests.builders import HOUR
from tests.services.recognition.people import People
from tests.services.world import WORKSPACE, World


async def test_joined_and_parted_leaves_every_row_as_it_was(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit", "one"), await people.write("Jutka", "two")
    await people.answer(judit)
    await people.answer(other)
    await each_world.sends()
    await people.write("Judit", "three")
    before, log = await people.everything(), await people.log()

    merge_id = await people.merge(judit, other)
    await people.part(judit, merge_id)

    assert await people.everything() == before
    assert (await people.log(upto=len(log))) == log
    assert await people.audit() == {}


async def test_what_came_since_is_with_whose_address_it_came_by(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit", "1 judit"), await people.write("Jutka", "2 jutka")

    merge_id = await people.merge(judit, other)
    await people.write("Jutka", "3 jutka")
    case = await people.write("Judit", "4 judit")
    await people.answer(case, "5 judit")
    await people.part(judit, merge_id)

    assert await people.texts(judit.conversation_id) == ["1 judit", "4 judit", "5 judit"]
    assert await people.texts(other.conversation_id) == ["2 jutka", "3 jutka"]
    assert await people.audit() == {}


async def test_a_divided_case_owes_its_answer_by_the_time_that_was_set(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit", "mine"), await people.write("Jutka", "hers")
    for case in (judit, other):
        await people.answer(case)
        await each_world.sends()
    await resolve(other.id, Outcome.SOLVED, asker=each_world.asker, deps=each_world.deps)
    each_world.clock.advance(HOUR)
    merge_id = await people.merge(judit, other)

    joint = await people.write("Jutka", "where is it?")
    due_at = joint.facts.answer and joint.facts.answer.due_at
    assert joint.id == judit.id
    each_world.clock.advance(HOUR)
    await people.part(judit, merge_id)

    mine, hers = await people.case(judit.id), await people.case_of("wamid.Jutka3")
    assert mine.facts.answer is None
    assert hers.contact_id == other.contact_id
    assert hers.facts.owner_id == joint.facts.owner_id
    assert hers.facts.answer is not None
    assert hers.facts.answer.due_at == due_at
    assert await people.audit() == {}


async def test_a_case_that_ended_is_divided_into_two_that_ended(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit", "mine"), await people.write("Jutka", "hers")
    merge_id = await people.merge(judit, other)
    both = [await people.write(name) for name in ("Judit", "Jutka")]
    for case_id in {judit.id, other.id, *(one.id for one in both)}:
        case = await people.case(case_id)
        await people.answer(case)
        await each_world.sends()
        await resolve(case_id, Outcome.SOLVED, asker=each_world.asker, deps=each_world.deps)

    await people.part(judit, merge_id)

    assert {row["status"] for row in await people.rows(schema.cases)} == {"resolved"}
    assert await people.audit() == {}


@pytest.mark.parametrize("inner_first", [True, False])
async def test_a_chain_is_taken_apart_in_any_order(each_world: World, inner_first: bool) -> None:
    people = People(each_world)
    one, two = await people.write("One", "1"), await people.write("Two", "2")
    three = await people.write("Three", "3")
    before = await people.everything()

    inner = await people.merge(one, two)
    outer = await people.merge(three, one)
    await_all = await people.texts(three.conversation_id)
    for merge_id in (inner, outer) if inner_first else (outer, inner):
        await people.part(one, merge_id)

    assert await_all == ["1", "2", "3"]
    assert await people.everything() == before


async def test_who_leaves_takes_along_who_was_joined_with_them(each_world: World) -> None:
    people = People(each_world)
    one, two = await people.write("One", "1"), await people.write("Two", "2")
    three = await people.write("Three", "3")
    await people.merge(one, two)
    outer = await people.merge(three, one)
    await people.write("Two", "4")

    await people.part(three, outer)

    assert await people.texts(three.conversation_id) == ["3"]
    assert await people.texts(one.conversation_id) == ["1", "2", "4"]
    assert (await people.write("Two", "5")).conversation_id == one.conversation_id
    assert await people.audit() == {}


async def test_the_window_of_each_counts_from_their_own_words(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit"), await people.write("Jutka")
    merge_id = await people.merge(judit, other)
    await people.write("Judit")
    heard_at = each_world.clock.now()
    await people.part(judit, merge_id)

    last = {}
    for case in (judit, other):
        async with each_world.deps.store.read() as reader:
            reach = await reader.reachability(WORKSPACE, case.conversation_id)
        last[case.id] = max(reach.last_inbound.values())
    assert last[judit.id] == heard_at
    assert last[other.id] < heard_at


async def test_parted_is_parted(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit"), await people.write("Jutka")
    stranger = await people.write("Zoe")
    merge_id = await people.merge(judit, other)
    with pytest.raises(NotFound):
        await people.part(stranger, merge_id)

    await people.part(judit, merge_id)

    with pytest.raises(MergeIsUndone):
        await people.part(judit, merge_id)
    told = (await people.timeline(other.conversation_id)).items[-1]
    assert (told.event, told.actor and told.actor.name) == ("contacts_parted", "Anna")
