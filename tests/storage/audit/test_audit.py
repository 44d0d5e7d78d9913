"""The auditor finds nothing where all is well, and every violation that is planted.

What a constraint makes impossible cannot be planted and needs no check: an open case without a
next move in its own row (I1, I2), a contact's move beside a debt in the same row (I3, I4), debts in
the row of a resolved case (I7), two open turns or two next moves of one case, a second message of
one provider id in an inbox (I12, L3), a message whose case is of another conversation.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Executable, insert, literal, select, update

from clew.storage.audit import first_id_at
from clew.storage.engine import Engine
from clew.storage.invariants import CHECKS
from clew.storage.schema import (
    cases,
    inboxes,
    log,
    workspaces,
)
from tests.builders import (
    A_DAY,
    MINUTE,
    MONDAY_NINE,
)
from tests.storage.audit.plants import PLANTS
from tests.storage.audit.world import (
    NOW,
    World,
    a_move,
    a_world,
    an_event,
    carry_out,
    case_is,
    delivery_is,
    move_is,
    violations,
)


async def test_where_all_is_well_nothing_is_found(tables: Engine) -> None:
    await a_world().desk.rows.save(tables)

    assert await violations(tables) == {}


@pytest.mark.parametrize("name", sorted(PLANTS))
async def test_a_planted_violation_is_found(tables: Engine, name: str) -> None:
    world = a_world()
    await world.desk.rows.save(tables)

    await carry_out(tables, *PLANTS[name](world))

    assert (await violations(tables)).get(name, 0) > 0


def test_every_check_has_its_planted_violation() -> None:
    assert set(PLANTS) == set(CHECKS)


@pytest.mark.parametrize(
    "plant",
    [
        lambda w: case_is(w.waiting, next_due_at=None),
        lambda w: case_is(w.waiting, next_holder="contact", next_holder_id=None),
        lambda w: case_is(w.promised, next_holder="contact", next_holder_id=None),
        lambda w: case_is(w.resolved, promise_due_at=NOW),
        lambda w: a_move(w, w.waiting, 0, "timer"),
        lambda w: move_is(w.waiting, due_at=None),
    ],
)
async def test_the_database_refuses_what_no_check_looks_for(
    tables: Engine, plant: Callable[[World], Executable]
) -> None:
    world = a_world()
    await world.desk.rows.save(tables)

    with pytest.raises(Exception, match=r"(?i)constraint|changed meanwhile"):
        await carry_out(tables, plant(world))


async def test_what_is_being_worked_on_is_given_time(tables: Engine) -> None:
    world = a_world()
    await world.desk.rows.save(tables)

    await carry_out(
        tables,
        case_is(world.waiting, next_action_at=NOW - MINUTE),
        an_event(world, received_at=NOW - MINUTE / 2),
        delivery_is(world, state="sending", lease_until=NOW - MINUTE),
    )

    assert await violations(tables) == {}


async def test_the_time_in_which_a_case_was_resolved_is_nobodys(tables: Engine) -> None:
    world = a_world()
    await world.desk.rows.save(tables)
    seq = world.desk.rows.seq + 1
    conversation = (
        select(cases.c.conversation_id).where(cases.c.id == world.waiting).scalar_subquery()
    )
    ended = {
        "workspace_id": literal(world.desk.workspace_id, log.c.workspace_id.type),
        "seq": literal(seq),
        "kind": literal("case_resolved"),
        "at": literal(NOW, log.c.at.type),
        "conversation_id": conversation,
        "case_id": literal(world.waiting, log.c.case_id.type),
        "is_shown": literal(True),
    }

    await carry_out(
        tables,
        *PLANTS["I5_spans_overlap_or_leave_a_gap"](world),
        insert(log).from_select(list(ended), select(*ended.values())),
        update(workspaces).values(seq=seq),
    )

    assert await violations(tables) == {}


async def test_deliveries_behind_the_first_and_of_a_broken_inbox_may_wait(tables: Engine) -> None:
    world = a_world()
    await world.desk.rows.save(tables)

    await carry_out(
        tables,
        *PLANTS["L6_queued_too_long"](world),
        update(inboxes).values(state="amber", reason="token expired"),
    )

    assert await violations(tables) == {}


def test_an_id_tells_when_it_was_made() -> None:
    earlier, later = first_id_at(MONDAY_NINE), first_id_at(MONDAY_NINE + A_DAY)

    assert earlier < later
    assert earlier.version is None or earlier.int >> 80 == int(MONDAY_NINE.timestamp() * 1000)
