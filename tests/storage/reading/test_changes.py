"""What happened after a number, for the stream."""

from __future__ import annotations

from clew.ports.store.reading import Outdated
from clew.storage.engine import Engine
from tests.storage.reading.desk import a_desk, reading


async def test_each_thing_that_changed_is_named_once(tables: Engine) -> None:
    desk = a_desk()
    rows, person = desk.rows, desk.rows.person()
    case_id = rows.case(person, desk.team_id)
    message_id = rows.message(person, case_id, desk.inbox_id)
    said_at = rows.seq
    rows.log("message_changed", person, is_shown=False, case_id=case_id, message_id=message_id)
    rows.log("delivery_changed", person, is_shown=False, case_id=case_id, message_id=message_id)
    rows.log("case_changed", person, is_shown=False, case_id=case_id)
    rows.log("contact_changed", contact_id=person.contact_id)
    rows.log("agent_changed", agent_id=desk.ben)
    rows.log("inbox_changed", inbox_id=desk.inbox_id)
    await rows.save(tables)

    async with reading(tables) as reader:
        whole = await reader.changed_since(desk.workspace_id, 0, 100)
        later = await reader.changed_since(desk.workspace_id, said_at, 1)
        none = await reader.changed_since(desk.workspace_id, rows.seq, 100)
        now = await reader.seq(desk.workspace_id)

    assert whole.is_whole
    assert whole.last_seq == now == rows.seq
    assert whole.case_ids == [case_id]
    assert whole.item_seqs == [1, said_at]
    assert whole.contact_ids == [person.contact_id]
    assert whole.agent_ids == [str(desk.ben)]
    assert whole.inbox_ids == [str(desk.inbox_id)]
    assert (later.last_seq, later.item_seqs, later.is_whole) == (said_at + 1, [said_at], False)
    assert (none.last_seq, none.item_seqs, none.is_whole) == (rows.seq, [], True)


async def test_another_workspaces_log_does_not_exist(tables: Engine) -> None:
    desk = a_desk()
    desk.rows.case(desk.rows.person(), desk.team_id)
    await desk.rows.save(tables)

    async with reading(tables) as reader:
        found = await reader.changed_since(a_desk(1).workspace_id, 0, 10)
        seq = await reader.seq(a_desk(1).workspace_id)

    assert found.case_ids == []
    assert seq == 0


async def test_what_has_to_be_read_again_is_named_once_with_whose_it_is(tables: Engine) -> None:
    desk = a_desk()
    for agent_id in (desk.ben, desk.ben, desk.anna, None):
        desk.rows.log("views_changed", agent_id=agent_id)
    desk.rows.log("tags_changed")
    await desk.rows.save(tables)

    async with reading(tables) as reader:
        found = await reader.changed_since(desk.workspace_id, 0, 10)

    assert found.outdated == [
        Outdated("views", str(desk.ben)),
        Outdated("views", str(desk.anna)),
        Outdated("views", None),
        Outdated("tags", None),
    ]
    assert (found.agent_ids, found.case_ids, found.item_seqs) == ([], [], [])
