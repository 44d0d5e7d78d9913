"""Whatever was said before: joined and parted, every row is as it was."""

from __future__ import annotations

import random

import pytest

from clew.storage import schema
from tests.services.recognition.people import People
from tests.services.world import World

NAMES = ("Judit", "Jutka", "Third")


@pytest.mark.parametrize("seed", range(4))
async def test_joined_in_any_way_and_parted_in_any_order_is_as_before(
    each_world: World, seed: int
) -> None:
    """What is drawn is drawn from the seed: the story, who joins whom, and who leaves first."""
    people, draw = People(each_world), random.Random(seed)
    cases = {name: await people.write(name) for name in NAMES}
    for number in range(draw.randint(2, 8)):
        name = draw.choice(NAMES)
        if draw.random() < 0.4:
            await people.answer(await people.case(cases[name].id), f"answer {number}")
            await each_world.sends()
        else:
            cases[name] = await people.write(name, f"{name} {number}")
    before = await people.everything()

    first, second, third = draw.sample(NAMES, 3)
    joined = [await people.merge(cases[second], cases[first])]
    pair = (cases[third], cases[second]) if draw.random() < 0.5 else (cases[first], cases[third])
    joined.append(await people.merge(*pair))
    for merge_id in draw.sample(joined, len(joined)):
        [row] = await people.rows(schema.merges, id=merge_id)
        await people.part(row["kept_id"], merge_id)

    assert await people.everything() == before
    assert await people.audit() == {}
