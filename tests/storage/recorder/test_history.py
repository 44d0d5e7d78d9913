"""Moves, turns and spans follow a case."""

from __future__ import annotations

from sqlalchemy import select

from clew.domain.case import apply_all
from clew.domain.facts import Outcome
from clew.ports.store import Store
from clew.storage.engine import Engine
from clew.storage.schema import holder_spans, moves, turns
from tests.builders import HOUR, MINUTE, MONDAY_NINE, replied, resolved
from tests.storage.batches import Workplace, one_waiting, owned
from tests.storage.looking import rows


async def test_moves_turns_and_spans_follow_a_case(store: Store, tables: Engine) -> None:
    """Spans add up to the time a case was open, whoever held it."""
    workplace = await Workplace().save(store)
    case, _ = await one_waiting(workplace, store)
    mine = owned(case, workplace.agent_id)
    answered = apply_all(mine, replied(MONDAY_NINE + 10 * MINUTE)(mine))
    done = apply_all(answered, resolved(MONDAY_NINE + HOUR, Outcome.SOLVED)(answered))

    for at, before, after in (
        (MONDAY_NINE, case, mine),
        (MONDAY_NINE + 10 * MINUTE, mine, answered),
        (MONDAY_NINE + HOUR, answered, done),
    ):
        async with store.write() as tx:
            changes = workplace.changes(at)
            changes.change(after, before)
            await tx.record(changes)

    spans = await rows(tables, select(holder_spans).order_by(holder_spans.c.began_at))
    [turn] = await rows(tables, select(turns))
    assert [(span.holder, span.ended_at - span.began_at) for span in spans] == [
        ("agent", 10 * MINUTE),
        ("contact", 50 * MINUTE),
    ]
    assert (turn.outcome, turn.satisfied_at) == ("met", MONDAY_NINE + 10 * MINUTE)
    assert await rows(tables, select(moves)) == []


async def test_a_clock_that_is_put_back_leaves_no_hole_between_spans(
    store: Store, tables: Engine
) -> None:
    workplace = await Workplace().save(store)
    case, _ = await one_waiting(workplace, store)
    mine = owned(case, workplace.agent_id)
    theirs = apply_all(mine, replied(MONDAY_NINE + MINUTE)(mine))

    for at, before, after in (
        (MONDAY_NINE + 5 * MINUTE, case, mine),
        (MONDAY_NINE + MINUTE, mine, theirs),
    ):
        async with store.write() as tx:
            changes = workplace.changes(at)
            changes.change(after, before)
            await tx.record(changes)

    spans = await rows(tables, select(holder_spans).order_by(holder_spans.c.began_at))
    assert [(span.holder, span.began_at, span.ended_at) for span in spans] == [
        ("team", MONDAY_NINE, MONDAY_NINE + 5 * MINUTE),
        ("contact", MONDAY_NINE + 5 * MINUTE, None),
    ]
