"""What came in and could not be read."""

from __future__ import annotations

from clew.storage import schema
from clew.storage.engine import Engine
from tests.builders import MONDAY_NINE
from tests.storage.reading.desk import Desk, a_desk, reading


def an_event(desk: Desk, number: int, state: str, body: bytes = b"{}") -> None:
    desk.rows.add(
        schema.intake,
        id=number,
        workspace_id=desk.workspace_id,
        inbox_id=desk.inbox_id,
        received_at=MONDAY_NINE,
        headers={},
        query="",
        body=body,
        state=state,
        attempts=1,
        reason="no JSON",
    )


async def test_only_what_could_not_be_read_is_shown_the_newest_first(tables: Engine) -> None:
    desk, other = a_desk(), a_desk(1)
    for number, state in enumerate(("quarantined", "done", "pending", "ignored"), 1):
        an_event(desk, number, state)
    an_event(desk, 5, "quarantined", b"\xff\x00" + b"x" * 10_000)
    an_event(other, 6, "quarantined")
    await desk.rows.save(tables)
    await other.rows.save(tables)

    async with reading(tables) as reader:
        first = await reader.quarantine(desk.workspace_id, None, 1)
        second = await reader.quarantine(desk.workspace_id, first.next_cursor, 1)

    (newest,), (oldest,) = first.items, second.items
    assert (newest.id, oldest.id) == (5, 1)
    assert second.next_cursor is None
    assert (newest.inbox_name, newest.reason, newest.byte_count) == ("WhatsApp", "no JSON", 10_002)
    assert len(newest.preview) == 400
    assert "\x00" not in newest.preview
