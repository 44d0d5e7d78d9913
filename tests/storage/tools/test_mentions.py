"""The latest mention comes first, and no more than asked for."""

from datetime import timedelta

from clew.domain.ids import CaseId, ConversationId, NoteId
from clew.services.replies import AddNote, add_note
from tests.fixtures.workplace import Shop


async def test_the_latest_come_first(each_shop: Shop) -> None:
    await each_shop.write()
    ben = await each_shop.join("Ben")
    case = await each_shop.case()
    for text in ("One", "Two", "Three"):
        each_shop.clock.advance(timedelta(minutes=1))
        command = AddNote(
            conversation_id=ConversationId(case.conversation_id),
            note_id=NoteId(each_shop.deps.ids.new()),
            case_id=CaseId(case.id),
            text=text,
            mentions=(ben.id,),
        )
        await add_note(command, asker=each_shop.admin, deps=each_shop.deps)

    async with each_shop.deps.store.read() as reader:
        found = await reader.tools.mentions.of_agent(ben.workspace_id, ben.id, 2)

    assert [one.text for one in found] == ["Three", "Two"]
