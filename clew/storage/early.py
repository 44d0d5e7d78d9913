"""What contacts did to messages that have not come yet, kept until they come."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select

from clew.domain.ids import InboxId
from clew.ports.store.changes import Changes
from clew.ports.store.early import EarlyTouch
from clew.storage.engine import padded
from clew.storage.schema import early_touches
from clew.storage.unit import Many, Unit

_FIND = select(early_touches.c.touch).where(
    early_touches.c.inbox_id.in_(bindparam("inbox_ids", expanding=True)),
    early_touches.c.target.in_(bindparam("targets", expanding=True)),
)
_KEEP = Many(insert(early_touches))
_FORGET = Many(
    delete(early_touches).where(
        early_touches.c.inbox_id == bindparam("which_inbox"),
        early_touches.c.target == bindparam("which"),
    )
)


async def waiting_for(
    unit: Unit, targets: Collection[tuple[InboxId, str]]
) -> dict[tuple[InboxId, str], list[EarlyTouch]]:
    """Return what waits for messages of these names."""
    if not targets:
        return {}
    values = {
        "inbox_ids": padded({inbox_id for inbox_id, _ in targets}),
        "targets": padded({name for _, name in targets}),
    }
    waiting: dict[tuple[InboxId, str], list[EarlyTouch]] = {}
    found: Sequence[EarlyTouch] = [row[0] for row in await unit.all(_FIND, values)]
    for one in found:
        if one.target in targets:
            waiting.setdefault(one.target, []).append(one)
    return waiting


async def write(unit: Unit, changes: Changes) -> None:
    """Keep what is early in a batch, and forget what was for messages that came with it."""
    await unit.run(
        _FORGET,
        [{"which_inbox": inbox_id, "which": name} for inbox_id, name in changes.caught_up],
    )
    await unit.run(
        _KEEP,
        [
            {
                "workspace_id": changes.workspace_id,
                "inbox_id": one.inbox_id,
                "target": one.touch.target_provider_id,
                "key": one.touch.provider_id,
                "touch": one,
                "at": changes.at,
            }
            for one in changes.early
        ],
    )


async def forget_old(unit: Unit, before: datetime) -> None:
    """Delete what has waited since then: its message will not come."""
    await unit.connection.execute(delete(early_touches).where(early_touches.c.at <= before))
