from __future__ import annotations

from tests.demo.sample.looking import look_into
from tests.fixtures.sample import MadeSample


async def test_nothing_is_left_on_the_way(made_sample: MadeSample) -> None:
    async with look_into(made_sample) as sample:
        async with sample.deps.store.read() as reader:
            queued = await reader.people.queued_in(made_sample.sample.inbox_id)
        found = await sample.deps.directory.inbox(made_sample.sample.inbox_id)

    assert made_sample.provider.take_changes() == []
    assert queued == 0
    assert found is not None
    assert found[0].state.value == "green"
