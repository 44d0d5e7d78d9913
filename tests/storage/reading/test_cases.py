"""One case as a row of the list."""

from __future__ import annotations

import pytest

from clew.domain.clocks import what_is_due
from clew.domain.facts import Outcome
from clew.ports.store.views import WokenView
from clew.storage import schema
from clew.storage.engine import Engine
from tests.builders import (
    ANNA,
    HOUR,
    MONDAY_NINE,
    POLICY,
    after,
    an_answered_case,
    parked,
    promised,
    resolved,
    woken,
)
from tests.storage.reading.desk import a_desk, reading


async def test_a_parked_case_says_until_when_and_why(tables: Engine) -> None:
    desk = a_desk()
    put_aside = after(an_answered_case(), parked(MONDAY_NINE + HOUR, reason="parts on order"))
    case_id = desk.rows.case(desk.rows.person(), desk.team_id, desk.anna, like=put_aside)
    await desk.rows.save(tables)

    async with reading(tables) as reader:
        case = await reader.case(desk.workspace_id, case_id, desk.anna)

    assert case is not None
    assert case.park is not None
    assert (case.park.wake_at, case.park.reason) == (MONDAY_NINE + HOUR, "parts on order")
    assert case.park.set_by == ANNA
    assert case.next_move is not None
    assert (case.next_move.holder, case.next_move.kind) == ("timer", "parked")
    assert case.silence_closes_at is None


async def test_a_case_that_came_back_says_why_until_it_is_dealt_with(tables: Engine) -> None:
    desk = a_desk()
    back = after(
        an_answered_case(),
        parked(MONDAY_NINE + HOUR, reason="parts on order"),
        woken(MONDAY_NINE + HOUR),
    )
    dealt_with = after(back, parked(MONDAY_NINE + 3 * HOUR, at=MONDAY_NINE + 2 * HOUR))
    cases = [
        desk.rows.case(desk.rows.person(), desk.team_id, desk.anna, like=one)
        for one in (back, dealt_with)
    ]
    await desk.rows.save(tables)

    async with reading(tables) as reader:
        shown = [await reader.case(desk.workspace_id, one, desk.anna) for one in cases]

    assert [one.woken for one in shown if one] == [
        WokenView(at=MONDAY_NINE + HOUR, reason="parts on order"),
        None,
    ]


async def test_a_case_whose_promise_comes_near_says_what_it_was_parked_for(tables: Engine) -> None:
    desk = a_desk()
    put_aside = after(
        an_answered_case(), promised(MONDAY_NINE + 4 * HOUR), parked(MONDAY_NINE + 40 * HOUR)
    )
    assert put_aside.facts.park is not None
    wakes_at = put_aside.facts.park.wake_at
    back = after(put_aside, lambda case: what_is_due(case, wakes_at, POLICY))
    case_id = desk.rows.case(desk.rows.person(), desk.team_id, desk.anna, like=back)
    await desk.rows.save(tables)

    async with reading(tables) as reader:
        case = await reader.case(desk.workspace_id, case_id, desk.anna)

    assert case is not None
    assert case.next_move is not None
    assert case.next_move.kind == "promise"
    assert case.woken == WokenView(at=wakes_at, reason="parts on order")


async def test_a_case_that_waits_says_when_it_will_end(tables: Engine) -> None:
    desk = a_desk()
    answered = an_answered_case()
    case_id = desk.rows.case(desk.rows.person(), desk.team_id, desk.anna, like=answered)
    await desk.rows.save(tables)

    async with reading(tables) as reader:
        case = await reader.case(desk.workspace_id, case_id, desk.anna)

    assert case is not None
    assert case.silence_closes_at == answered.facts.silence.close_at
    assert (case.answer, case.park, case.resolution) == (None, None, None)


async def test_a_resolved_case_says_how_it_ended(tables: Engine) -> None:
    desk = a_desk()
    ended = after(an_answered_case(), resolved(MONDAY_NINE + HOUR, Outcome.UNSOLVED))
    case_id = desk.rows.case(desk.rows.person(), desk.team_id, desk.anna, like=ended)
    await desk.rows.save(tables)

    async with reading(tables) as reader:
        case = await reader.case(desk.workspace_id, case_id, desk.anna)

    assert case is not None
    assert case.next_move is None
    assert case.resolution is not None
    assert (case.resolution.outcome, case.resolution.by) == ("unsolved", ANNA)
    assert case.resolution.at == MONDAY_NINE + HOUR


@pytest.mark.parametrize(("read_up_to", "unread"), [(None, True), (4, True), (5, False)])
async def test_what_came_in_since_one_read_it_is_unread(
    tables: Engine, read_up_to: int | None, *, unread: bool
) -> None:
    desk = a_desk()
    rows = desk.rows
    case_id = rows.case(rows.person(), desk.team_id, desk.anna, last_inbound_seq=5)
    if read_up_to is not None:
        rows.add(
            schema.case_reads,
            workspace_id=desk.workspace_id,
            case_id=case_id,
            agent_id=desk.anna,
            seq=read_up_to,
        )
    await rows.save(tables)

    async with reading(tables) as reader:
        mine = await reader.case(desk.workspace_id, case_id, desk.anna)
        bens = await reader.case(desk.workspace_id, case_id, desk.ben)
        (owners,) = await reader.cases_by_id(desk.workspace_id, [case_id])

    assert mine is not None
    assert bens is not None
    assert (mine.unread, bens.unread, owners.unread) == (unread, True, unread)


async def test_cases_are_found_by_their_ids_within_the_workspace(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person()
    made = [desk.rows.case(person, desk.team_id) for _ in range(5)]
    await desk.rows.save(tables)

    async with reading(tables) as reader:
        found = await reader.cases_by_id(desk.workspace_id, [made[3], made[1], made[3]])
        none = await reader.cases_by_id(desk.workspace_id, [])
        foreign = await reader.cases_by_id(a_desk(1).workspace_id, made)
        alien = await reader.case(a_desk(1).workspace_id, made[0], desk.anna)

    assert [case.id for case in found] == [made[1], made[3]]
    assert none == []
    assert foreign == []
    assert alien is None
