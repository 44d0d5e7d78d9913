"""Contacts are joined while others write, answer, send and look at clocks: nothing is lost."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import timedelta

from clew.domain.case import Case
from clew.domain.errors import NotFound
from clew.domain.merging import MessageIsOnItsWay
from clew.services.clocks import sweep
from clew.storage import schema
from tests.services.recognition.people import People
from tests.services.world import World

ROUNDS = 4


async def test_what_happens_meanwhile_is_not_lost_and_nobody_waits_for_ever(
    each_world: World,
) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit"), await people.write("Jutka")

    async with asyncio.timeout(60), asyncio.TaskGroup() as group:
        for work in (
            write(people, "Judit"),
            write(people, "Jutka"),
            answer(people, other),
            send(each_world),
            look(each_world),
            join_and_part(people, judit, other),
        ):
            group.create_task(work)

    rows = await people.rows(schema.messages)
    wanted = {
        f"{name} {number}" for name in ("Judit", "Jutka", "answer") for number in range(ROUNDS)
    }
    assert {row["text"] for row in rows} >= wanted
    assert {row["conversation_id"] for row in rows} == {judit.conversation_id}
    assert await people.audit() == {}


async def write(people: People, name: str) -> None:
    for number in range(ROUNDS):
        await people.say(name, f"{name} {number}")


async def answer(people: People, case: Case) -> None:
    """Who answers in a conversation that has just been parted is told so, and looks again."""
    said = 0
    while said < ROUNDS:
        with suppress(NotFound):
            await people.answer(await people.case(case.id), f"answer {said}")
            said += 1


async def send(world: World) -> None:
    for _ in range(ROUNDS):
        await world.sends()
        world.clock.advance(timedelta(minutes=2))
        await world.recovers()


async def look(world: World) -> None:
    for _ in range(ROUNDS):
        await sweep(world.deps, 10)


async def join_and_part(people: People, judit: Case, other: Case) -> None:
    joined = 0
    while joined < ROUNDS:
        with suppress(MessageIsOnItsWay):
            merge_id = await people.merge(judit, other)
            joined += 1
            if joined < ROUNDS:
                await people.part(judit, merge_id)
        await asyncio.sleep(0)
