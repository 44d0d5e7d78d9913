"""Cases are found, locked, and are what was recorded."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from random import Random
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from clew.domain.case import Case
from clew.domain.errors import ClewError
from clew.domain.facts import Outcome
from clew.domain.ids import CaseId, TurnId
from clew.domain.moves import rearm
from clew.ports.store import Store
from clew.storage.cases import COLUMNS, case_from, values_of
from clew.storage.engine import AnyRow
from clew.storage.schema import cases
from tests.builders import (
    A_DAY,
    ANNA,
    BEN,
    HOUR,
    MINUTE,
    MONDAY_NINE,
    a_case,
    after,
    asked,
    assigned,
    held,
    parked,
    received,
    reopened,
    replied,
    resolved,
    waived,
)
from tests.storage.batches import Workplace, new_contacts, new_id, one_waiting, owned, recorded

SQLITE = sqlite.dialect()


async def test_what_is_due_is_found_longest_due_first(store: Store) -> None:
    workplace = await Workplace().save(store)
    late, _ = await one_waiting(workplace, store, MONDAY_NINE + HOUR)
    early, _ = await one_waiting(workplace, store, MONDAY_NINE)

    async with store.write() as tx:
        none = await tx.due_cases(MONDAY_NINE, 10)
        both = await tx.due_cases(MONDAY_NINE + A_DAY, 10)
        queued = await tx.queued_cases(workplace.id, 1)

    assert none == []
    assert both == [early, late]
    assert queued == [early]


async def test_owners_and_their_loads_are_found(store: Store) -> None:
    workplace = await Workplace().save(store)
    case, _ = await one_waiting(workplace, store)
    await one_waiting(workplace, store)
    mine = owned(case, workplace.agent_id)
    changes = workplace.changes()
    changes.change(mine, case)
    await recorded(store, changes)

    async with store.write() as tx:
        owned_by = await tx.cases_owned_by(workplace.id, workplace.agent_id)
        loads = await tx.loads(workplace.id)

    assert owned_by == [mine]
    assert loads == {workplace.agent_id: 1}


async def test_two_who_want_the_same_case_take_turns(store: Store) -> None:
    """What is loaded for a decision is locked until the decision is recorded."""
    workplace = await Workplace().save(store)
    case, _ = await one_waiting(workplace, store)

    async def count_up() -> None:
        async with store.write() as tx:
            found = await tx.case(workplace.id, case.id)
            assert found is not None
            await asyncio.sleep(0)
            changes = workplace.changes()
            changes.change(replace(found, revision=found.revision + 1), found)
            await tx.record(changes)

    await asyncio.gather(*(count_up() for _ in range(8)))

    async with store.write() as tx:
        found = await tx.case(workplace.id, case.id)
    assert found is not None
    assert found.revision == case.revision + 8


@pytest.mark.parametrize("tables_url", ["postgresql"], indirect=True)
async def test_those_who_skip_do_not_wait(store: Store) -> None:
    """A case that somebody is working on is left to them; the rest goes on."""
    workplace = await Workplace().save(store)
    async with store.write() as tx:
        await tx.record(await new_contacts(workplace, tx, 2))
    later = MONDAY_NINE + A_DAY

    async with store.write() as one:
        [first] = await one.due_cases(later, 1)
        async with asyncio.timeout(30), store.write() as other:
            second = await other.due_cases(later, 10)

    assert first.id not in {case.id for case in second}
    assert len(second) == 1


def an_eventful_case(steps: list[int]) -> Case:
    """Return a case after some of what can happen, in the given order; refusals are skipped."""
    at, case = MONDAY_NINE, a_case(owner=ANNA)
    for number, step in enumerate(steps):
        at += 7 * MINUTE
        happenings = (
            received(at, number),
            replied(at, number),
            replied(at, number, promise_at=at + A_DAY),
            held(at, number, promise_at=at + A_DAY, may_put_off=True),
            parked(at + HOUR, at),
            waived(at),
            asked(at + HOUR, at, number),
            resolved(at),
            resolved(at, Outcome.WITHDRAWN),
            reopened(at),
            assigned(BEN, at),
        )
        with suppress(ClewError):
            case = after(case, happenings[step % len(happenings)])
    return case


def read_back(case: Case) -> Case:
    """Return the case as a database would give it back, through both kinds of conversion."""
    values = values_of(case)
    row = []
    for column in COLUMNS:
        put = column.type.dialect_impl(SQLITE).bind_processor(SQLITE)
        get = column.type.dialect_impl(SQLITE).result_processor(SQLITE, None)
        stored = put(values[column.name]) if put else values[column.name]
        row.append(get(stored) if get else stored)
    return case_from(cast(AnyRow, row))


@given(st.lists(st.integers(0, 10), max_size=12))
def test_a_case_is_the_same_after_it_was_stored(steps: list[int]) -> None:
    case = an_eventful_case(steps)

    assert read_back(case) == case


@given(st.lists(st.integers(0, 10), max_size=12))
def test_columns_say_what_the_facts_say(steps: list[int]) -> None:
    """They are what constraints and lists read, so they must never say something else."""
    case = an_eventful_case(steps)
    values, facts = values_of(case), case.facts

    assert values["status"] == facts.status
    assert values["answer_due_at"] == (facts.answer.due_at if facts.answer else None)
    assert values["promise_due_at"] == (facts.promise.due_at if facts.promise else None)
    assert values["park_wake_at"] == (facts.park.wake_at if facts.park else None)
    assert values["open_consults"] == len(facts.consults)
    assert (values["next_due_at"] is None) == (not case.is_open)
    assert (values["next_action_at"] is None) == (not case.is_open)
    assert set(values) <= set(cases.c.keys())


async def test_every_state_a_case_can_come_to_is_accepted(store: Store) -> None:
    """Constraints must refuse what is wrong and nothing else."""
    workplace = await Workplace().save(store)
    first, _ = await one_waiting(workplace, store)
    changes = workplace.changes()
    chance = Random(7)
    for number in range(2, 300):
        case = an_eventful_case([chance.randrange(11) for _ in range(chance.randrange(12))])
        facts = replace(
            case.facts,
            team_id=workplace.team_id,
            owner_id=workplace.agent_id if case.facts.owner_id else None,
        )
        if facts.answer is not None:
            facts = replace(facts, answer=replace(facts.answer, id=TurnId(new_id())))
        changes.change(
            replace(first, id=CaseId(new_id()), number=number, facts=facts, moves=rearm(facts)),
            None,
        )

    await recorded(store, changes)

    async with store.write() as tx:
        open_ones = await tx.cases_of(workplace.id, first.conversation_id)
    expected = [one.after for one in changes.cases.values() if one.after.is_open]
    assert [case for case in open_ones if case.is_open and case.id != first.id] == expected
