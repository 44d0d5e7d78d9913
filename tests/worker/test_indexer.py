from __future__ import annotations

from clew.ports.store.searching import SearchQuery
from clew.worker.indexer import indexer
from tests.services.world import WORKSPACE, World


async def test_what_was_said_can_be_found(world: World) -> None:
    await world.hears("Where is my turquoise parcel?")
    worker = indexer(world.deps)
    while await worker.step(None):
        pass

    async with world.deps.store.read() as reader:
        page = await reader.search(SearchQuery(workspace_id=WORKSPACE, text="turquoise"))

    assert len(page.items) == 1
