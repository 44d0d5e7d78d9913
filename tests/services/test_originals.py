"""Originals are named after what they are."""

from __future__ import annotations

from clew.services.asking import Asker
from clew.services.originals import of_message
from tests.services.letters.mailing import MailWorld


async def test_the_original_of_a_letter_is_a_mail(mail_world: MailWorld) -> None:
    case = await mail_world.is_written_to("Where is it?")
    async with mail_world.deps.store.write() as tx:
        latest = await tx.latest_messages(case.workspace_id, case.conversation_id, 1)
    agents = (await mail_world.deps.directory.workplace(case.workspace_id)).agents
    asker = Asker(agent=next(iter(agents.values())), workspace_id=case.workspace_id)

    found = await of_message(case.conversation_id, latest[0].id, asker=asker, deps=mail_world.deps)

    assert found.is_letter
    assert found.name.endswith(".eml")
    assert b"Where is it?" in found.body
