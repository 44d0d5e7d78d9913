"""Who held the moves of a conversation's cases, and nobody else's."""

from datetime import timedelta

from clew.domain.gaps import Holding
from clew.domain.ids import ConversationId, WorkspaceId
from clew.domain.moves import Holder
from clew.storage import schema
from clew.storage.engine import Engine
from tests.storage.reading.desk import Desk, a_desk, reading

HOUR = timedelta(hours=1)


def held(desk: Desk, case_id: object, holder: Holder, since: int, until: int) -> None:
    """Add from when to when somebody held a move, in hours before the case began."""
    desk.rows.add(
        schema.holder_spans,
        workspace_id=desk.workspace_id,
        case_id=case_id,
        began_at=desk.rows.at - since * HOUR,
        ended_at=desk.rows.at - until * HOUR,
        holder=holder.value,
        holder_id=desk.team_id if holder is Holder.TEAM else None,
    )


async def test_all_that_touches_the_time_is_told_in_order(tables: Engine) -> None:
    desk = a_desk()
    anna, other = desk.rows.person("Anna"), desk.rows.person("Other")
    first = desk.rows.case(anna, desk.team_id, desk.anna)
    second = desk.rows.case(anna, desk.team_id, desk.anna)
    strange = desk.rows.case(other, desk.team_id, desk.anna)
    held(desk, first, Holder.TEAM, 90, 60)
    held(desk, second, Holder.CONTACT, 70, 40)
    held(desk, first, Holder.TIMER, 60, 30)
    held(desk, strange, Holder.BOT, 70, 40)
    await desk.rows.save(tables)
    now = desk.rows.at

    async with reading(tables) as reader:

        async def told(workspace_id: WorkspaceId, since: int, until: int) -> list[Holding]:
            return await reader.holdings(
                workspace_id,
                ConversationId(anna.conversation_id),
                now - since * HOUR,
                now - until * HOUR,
            )

        found = await told(desk.workspace_id, 65, 50)
        nothing = await told(desk.workspace_id, 25, 20)
        elsewhere = await told(a_desk(1).workspace_id, 65, 50)
        to_now = await told(desk.workspace_id, 25, -1)

    assert [(one.holder, one.began_at, one.ended_at) for one in found] == [
        (Holder.TEAM, now - 90 * HOUR, now - 60 * HOUR),
        (Holder.CONTACT, now - 70 * HOUR, now - 40 * HOUR),
        (Holder.TIMER, now - 60 * HOUR, now - 30 * HOUR),
    ]
    assert nothing == []
    assert elsewhere == []
    assert [one.ended_at for one in to_now] == [None, None]
