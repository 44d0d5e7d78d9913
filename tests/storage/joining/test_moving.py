"""Rows that change hands, asked through the port on both engines."""

from __future__ import annotations

from clew.storage import schema
from tests.services.recognition.people import People
from tests.services.world import WORKSPACE, World


async def test_messages_go_to_another_case_with_all_that_hangs_on_them(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit"), await people.write("Jutka")
    message_id = await people.answer(judit, "mine")
    await people.merge(other, judit)

    async with each_world.deps.store.write() as tx:
        await tx.joining.rehome(WORKSPACE, [message_id], other.id, other.conversation_id)
        await tx.joining.reshow(WORKSPACE, [judit.id, other.id])

    [message] = await people.rows(schema.messages, id=message_id)
    delivery = await each_world.delivery(message_id)
    shown = {row["id"]: row["last_message_text"] for row in await people.rows(schema.cases)}
    assert message["case_id"] == delivery.case_id == other.id
    assert delivery.undo is None, "what it would bring back is another case's"
    assert shown == {judit.id: "Hello", other.id: "mine"}
