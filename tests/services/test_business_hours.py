"""Hours are written in the browser, and say what they mean before they are saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from clew.domain.errors import InvalidInput, NotAllowed, NotFound
from clew.domain.ids import BusinessHoursId
from clew.domain.opening import InvalidBusinessHours
from clew.services.business_hours import (
    Foresee,
    HoursData,
    SaveHours,
    foresee,
    list_hours,
    save_hours,
)
from tests.builders import MONDAY_NINE, an_id
from tests.fixtures.workplace import Shop

MORNINGS = HoursData(
    zone="UTC",
    weekly={"monday": ["08:00-10:00", "11:00-12:00"], "tuesday": ["08:00-12:00"]},
    exceptions={f"{MONDAY_NINE + timedelta(days=1):%Y-%m-%d}": []},
)


async def test_hours_are_saved_and_count_for_their_teams_from_now_on(each_shop: Shop) -> None:
    team = each_shop.team
    command = SaveHours(hours_id=team.business_hours_id, name=" Mornings ", hours=MORNINGS)

    await save_hours(command, asker=each_shop.admin, deps=each_shop.deps)

    [kept] = (await list_hours(asker=each_shop.admin, deps=each_shop.deps)).value
    assert (kept.id, kept.name, kept.team_ids) == (team.business_hours_id, "Mornings", [team.id])
    assert dict(kept.hours.weekly) == MORNINGS.weekly
    assert dict(kept.hours.exceptions) == MORNINGS.exceptions
    workplace = await each_shop.deps.directory.workplace(each_shop.admin.workspace_id)
    due = workplace.policy(team.id).hours.add(MONDAY_NINE, timedelta(hours=2))
    assert due == MONDAY_NINE.replace(hour=12)


async def test_new_hours_belong_to_no_team_yet(shop: Shop) -> None:
    command = SaveHours(hours_id=None, name="Night", hours=MORNINGS)

    made = await save_hours(command, asker=shop.admin, deps=shop.deps)

    assert made.team_ids == []
    assert len((await list_hours(asker=shop.admin, deps=shop.deps)).value) == 2


def test_an_outlook_says_when_an_answer_would_be_due(shop: Shop) -> None:
    command = Foresee(hours=MORNINGS, first_reply_minutes=60, next_reply_minutes=121)
    shop.clock.at = MONDAY_NINE.replace(hour=9)

    now_open = foresee(command, deps=shop.deps)
    shop.clock.at = MONDAY_NINE.replace(hour=13)
    closed = foresee(command, deps=shop.deps)

    assert (now_open.is_open, now_open.opens_at) == (True, None)
    assert now_open.first_due_at == MONDAY_NINE.replace(hour=10)
    # One hour is left today, one more after the break; tomorrow is a holiday.
    assert now_open.next_due_at == MONDAY_NINE.replace(hour=8, minute=1) + timedelta(days=7)
    assert (closed.is_open, closed.opens_at) == (
        False,
        MONDAY_NINE.replace(hour=8) + timedelta(days=7),
    )


async def test_refusals(shop: Shop) -> None:
    ben = await shop.join("Ben")
    broken = replace(MORNINGS, weekly={"monday": ["10:00-08:00"]})
    save = SaveHours(hours_id=None, name="x", hours=MORNINGS)

    with pytest.raises(NotAllowed):
        await save_hours(save, asker=ben, deps=shop.deps)
    with pytest.raises(InvalidBusinessHours):
        await save_hours(replace(save, hours=broken), asker=shop.admin, deps=shop.deps)
    elsewhere = replace(save, hours_id=BusinessHoursId(an_id(99)))
    with pytest.raises(NotFound):
        await save_hours(elsewhere, asker=shop.admin, deps=shop.deps)
    with pytest.raises(InvalidInput):
        foresee(
            Foresee(hours=MORNINGS, first_reply_minutes=0, next_reply_minutes=1), deps=shop.deps
        )
