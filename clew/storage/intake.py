"""The intake: raw events made durable in groups, counted, claimed and finished.

On PostgreSQL the events are claimed and finished within the transaction of their effects. On
SQLite they lie in a file of their own, so that an acknowledgement never waits for effects: there
they are read before it, as nobody else could write meanwhile, and finished right after its commit.
A crash in between has them taken in again, and every effect knows that it has been.
"""

from collections.abc import Sequence
from functools import partial

from sqlalchemy import bindparam, func, literal_column, select, text, update

from clew.domain.errors import Conflict
from clew.domain.ids import WorkspaceId
from clew.ports.bus import Bus, Topic
from clew.ports.faults import faultpoint
from clew.ports.store.intake import IntakeCounts, IntakeEvent, IntakeState, NewEvent
from clew.storage.engine import AnyRow, AnySelect, Engine, padded
from clew.storage.group_commit import GroupCommit
from clew.storage.schema import intake
from clew.storage.unit import Many, Unit, Values

COLUMNS = tuple(intake.c[name] for name in IntakeEvent.__dataclass_fields__)

# So much is read at once, and held until it is taken in.
CLAIM_MAX_BYTES = 4 * 1024 * 1024

_IS_PENDING = text("state = 'pending'")
# Neither engine reads a body to tell how long it is.
_SIZES = select(intake.c.id, func.length(intake.c.body)).where(_IS_PENDING).order_by(intake.c.id)
_BY_ID = (
    select(*COLUMNS).where(intake.c.id.in_(bindparam("ids", expanding=True))).order_by(intake.c.id)
)
_INSERT = Many(intake.insert())
_FINISH = Many(
    update(intake)
    .where(intake.c.id == bindparam("event_id"))
    .values(
        state=bindparam("to_state"),
        reason=bindparam("why"),
        attempts=intake.c.attempts + literal_column("1"),
    )
)


class SqlIntake:
    """Take in first, understand later."""

    def __init__(self, engine: Engine, bus: Bus) -> None:
        self._engine = engine
        self._bus = bus
        self._groups = GroupCommit(self._insert)

    async def append(self, event: NewEvent) -> None:
        """Return when `event` is durable; many waiting callers share one commit.

        Raises:
            StoreIsUnavailable: It could not be made durable, and is not kept.
        """
        await self._groups.append(event)

    async def close(self) -> None:
        """Store what waits, then stop."""
        await self._groups.close()

    async def counts(self, workspace_id: WorkspaceId | None = None) -> IntakeCounts:
        """Return the conservation counts."""
        condition = [intake.c.workspace_id == workspace_id] if workspace_id else []
        by_state = select(intake.c.state, func.count()).where(*condition).group_by(intake.c.state)
        oldest = (
            select(intake.c.received_at)
            .where(_IS_PENDING, *condition)
            .order_by(intake.c.id)
            .limit(1)
        )
        async with self._engine.reading() as connection:
            unit = Unit(connection=connection, engine=self._engine)
            found = {row[0]: row[1] for row in await unit.all(by_state)}
            first = await unit.first(oldest)
        return IntakeCounts(
            **{state.value: found.get(state.value, 0) for state in IntakeState},
            oldest_pending_at=first[0] if first else None,
        )

    async def find(
        self, states: Sequence[IntakeState], limit: int, before_id: int | None = None
    ) -> list[IntakeEvent]:
        """Return events in these states, the newest first."""
        query = (
            select(*COLUMNS)
            .where(intake.c.state.in_([state.value for state in states]))
            .order_by(intake.c.id.desc())
            .limit(limit)
        )
        if before_id is not None:
            query = query.where(intake.c.id < before_id)
        async with self._engine.reading() as connection:
            rows = await Unit(connection=connection, engine=self._engine).all(query)
        return [event_from(row) for row in rows]

    async def get(self, event_id: int) -> IntakeEvent | None:
        """Return one event, or None."""
        query = select(*COLUMNS).where(intake.c.id == event_id)
        async with self._engine.reading() as connection:
            row = await Unit(connection=connection, engine=self._engine).first(query)
        return event_from(row) if row else None

    async def replay(self, event_ids: Sequence[int]) -> int:
        """Make quarantined, ignored or done events pending again; return how many."""
        if not event_ids:
            return 0
        statement = (
            update(intake)
            .where(
                intake.c.id.in_(padded(event_ids)),
                intake.c.state != IntakeState.PENDING.value,
            )
            .values(state=IntakeState.PENDING.value, reason="")
            .returning(intake.c.id)
        )
        async with self._engine.of_intake.writing() as connection:
            rows = await Unit(connection=connection, engine=self._engine).all(statement)
        self._bus.publish(Topic.INTAKE)
        return len(rows)

    async def _insert(self, events: Sequence[NewEvent]) -> None:
        async with self._engine.of_intake.writing() as connection:
            faultpoint("F4")
            await _INSERT.run(connection, self._engine, [_values_of(event) for event in events])
            faultpoint("F5")
        faultpoint("F6")
        self._bus.publish(Topic.INTAKE)


async def claim(unit: Unit, limit: int) -> list[IntakeEvent]:
    """Lock and return pending events, the oldest first; a crash releases them."""
    return await _first_of(unit, unit.engine.lock(_SIZES.limit(limit), intake, skip_locked=True))


async def look(unit: Unit, limit: int) -> list[IntakeEvent]:
    """Return pending events, the oldest first, which nobody is kept from."""
    return await _first_of(unit, _SIZES.limit(limit))


async def check(engine: Engine, events: Sequence[IntakeEvent]) -> None:
    """See that events are still to be taken in.

    Raises:
        Conflict: One of them is not.
    """
    pending = select(func.count()).where(
        intake.c.id.in_(padded([event.id for event in events])), _IS_PENDING
    )
    async with engine.reading() as connection:
        found = await Unit(connection=connection, engine=engine).first(pending)
    if found is None or found[0] != len(events):
        raise Conflict("an event was taken in by another worker")


async def _first_of(unit: Unit, sizes: AnySelect) -> list[IntakeEvent]:
    """Return no more than `CLAIM_MAX_BYTES`, or one: a mail may have 40 MB, and many may wait."""
    ids: list[int] = []
    room = CLAIM_MAX_BYTES
    for event_id, size in await unit.all(sizes):
        room -= size
        if ids and room < 0:
            break
        ids.append(event_id)
    rows = await unit.all(_BY_ID, {"ids": padded(ids)}) if ids else []
    return [event_from(row) for row in rows]


async def finish(unit: Unit, finished: Sequence[tuple[int, IntakeState, str]]) -> None:
    """Set the state and the reason of claimed events, counting the attempt."""
    rows: list[Values] = [
        {"event_id": event_id, "to_state": state.value, "why": reason}
        for event_id, state, reason in finished
    ]
    if unit.engine.apart is None:
        await unit.run(_FINISH, rows)
    else:
        unit.afterwards.append(partial(_finish_apart, unit.engine.apart, rows))


async def _finish_apart(engine: Engine, rows: Sequence[Values]) -> None:
    async with engine.writing() as connection:
        await _FINISH.run(connection, engine, rows)


def event_from(row: AnyRow) -> IntakeEvent:
    """Return the event of a row of `COLUMNS`."""
    return IntakeEvent(
        id=row[0],
        workspace_id=row[1],
        inbox_id=row[2],
        received_at=row[3],
        headers=row[4],
        query=row[5],
        body=row[6],
        state=IntakeState(row[7]),
        attempts=row[8],
        reason=row[9],
    )


def _values_of(event: NewEvent) -> Values:
    return {
        "workspace_id": event.workspace_id,
        "inbox_id": event.inbox_id,
        "received_at": event.received_at,
        "headers": event.headers,
        "query": event.query,
        "body": event.body,
        "state": IntakeState.PENDING.value,
        "attempts": 0,
        "reason": "",
    }
