"""What lists show of a case whose messages went elsewhere."""

from __future__ import annotations

from clew.storage import schema
from tests.services.recognition.people import People
from tests.services.world import WORKSPACE, World


async def test_a_case_shows_its_last_message_and_whether_one_failed(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit", "first"), await people.write("Jutka", "x" * 300)
    await people.merge(judit, other)
    [moved] = await people.rows(schema.messages, case_id=other.id)

    async with each_world.deps.store.write() as tx:
        await tx.joining.rehome(WORKSPACE, [moved["id"]], judit.id, judit.conversation_id)
        await tx.joining.reshow(WORKSPACE, [judit.id, other.id])

    rows = {row["id"]: row for row in await people.rows(schema.cases)}
    assert rows[judit.id]["last_message_text"] == "x" * 200
    assert rows[judit.id]["last_inbound_seq"] == moved["seq"]
    assert rows[other.id]["last_message_id"] is None
    assert (rows[other.id]["last_inbound_seq"], rows[other.id]["delivery_failed"]) == (0, False)
