"""How a file is shown, whatever has become of it."""

from __future__ import annotations

import pytest

from clew.domain.ids import AttachmentId
from clew.domain.message import Attachment, AttachmentState
from clew.storage.engine import Engine
from tests.builders import MONDAY_NINE
from tests.storage.reading.desk import a_desk, reading


@pytest.mark.parametrize("state", list(AttachmentState))
async def test_a_file_has_an_address_once_it_is_here(
    tables: Engine, state: AttachmentState
) -> None:
    desk = a_desk()
    rows, person = desk.rows, desk.rows.person()
    case_id = rows.case(person, desk.team_id)
    message_id = rows.message(person, case_id, desk.inbox_id)
    rows.attachment(
        Attachment(
            id=AttachmentId(rows.new_id()),
            workspace_id=desk.workspace_id,
            name="a.pdf",
            media_type="application/pdf",
            state=state,
            created_at=MONDAY_NINE,
            message_id=message_id,  # type: ignore[arg-type]
            blob="b" if state is AttachmentState.READY else "",
        )
    )
    await rows.save(tables)

    async with reading(tables) as reader:
        page = await reader.timeline(desk.workspace_id, person.conversation_id)
    (file,) = page.items[-1].attachments or []

    assert (file.url is not None) == (state is AttachmentState.READY)
    assert file.thumbnail_url is None
