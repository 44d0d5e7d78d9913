"""Where in the log an hour is: whoever asks about a time is answered from its stretch alone.

Numbers of the log rise with time, but two processes do not have quite one clock: so the first
and the last number of each hour are kept, and a stretch may hold a little more than was asked for.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clew.ports.store.searching import SearchQuery
from clew.storage.engine import Engine
from clew.storage.schema import search_hours
from clew.storage.unit import Unit

HOUR_SECONDS = 3_600
_TICK = timedelta(microseconds=1)


def hour_of(at: datetime) -> int:
    """Return the hours since the beginning of 1970 (UTC)."""
    return int(at.timestamp() // HOUR_SECONDS)


async def note_hours(
    engine: Engine,
    connection: AsyncConnection,
    workspace_id: UUID,
    filed: Iterable[tuple[int, datetime]],
) -> None:
    """Keep in whose hours these entries are, given by their numbers and instants."""
    spans: dict[int, list[int]] = {}
    for seq, at in filed:
        spans.setdefault(hour_of(at), []).append(seq)
    rows = [
        {
            "workspace_id": workspace_id,
            "hour": hour,
            "first_seq": min(seqs),
            "last_seq": max(seqs),
        }
        for hour, seqs in sorted(spans.items())
    ]
    if not rows:
        return
    added = engine.insert(search_hours)
    first, last = search_hours.c.first_seq, search_hours.c.last_seq
    new = added.excluded
    widened = {
        "first_seq": case((new.first_seq < first, new.first_seq), else_=first),
        "last_seq": case((new.last_seq > last, new.last_seq), else_=last),
    }
    await connection.execute(
        added.on_conflict_do_update(index_elements=["workspace_id", "hour"], set_=widened), rows
    )


async def stretch_of(unit: Unit, query: SearchQuery) -> range | None:
    """Return the numbers that all entries of the time asked about are among; None: any are."""
    if query.since is None and query.until is None:
        return None
    wanted = select(func.min(search_hours.c.first_seq), func.max(search_hours.c.last_seq)).where(
        search_hours.c.workspace_id == query.workspace_id
    )
    if query.since:
        wanted = wanted.where(search_hours.c.hour >= hour_of(query.since))
    if query.until:
        wanted = wanted.where(search_hours.c.hour <= hour_of(query.until - _TICK))
    first, last = (await unit.connection.execute(wanted)).one()
    return range(0) if first is None else range(first, last + 1)
