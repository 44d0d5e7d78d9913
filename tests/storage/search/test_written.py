"""What is looked at one by one: whose case it is now, and the instant it was said."""

from __future__ import annotations

import pytest

from clew.domain.ids import TeamId
from clew.storage.engine import Engine
from clew.storage.search import finding
from tests.builders import MONDAY_NINE
from tests.storage.reading.desk import a_desk
from tests.storage.search.test_filters import A_DAY, asked, filed, tag, texts


@pytest.mark.parametrize("most", [0, finding.MOST_CASES], ids=["many cases", "few cases"])
async def test_team_tag_and_contact_are_those_of_the_case_now(
    tables: Engine, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(finding, "MOST_CASES", most)
    desk = a_desk()
    anna, ben = desk.rows.person("Anna"), desk.rows.person("Ben")
    other_team = TeamId(desk.rows.team("Returns"))
    ours, theirs = desk.rows.case(anna, desk.team_id), desk.rows.case(ben, other_team)
    desk.rows.message(anna, ours, desk.inbox_id, "parcel of Anna")
    desk.rows.message(ben, theirs, desk.inbox_id, "parcel of Ben")
    await filed(desk, tables)
    tag_id = await tag(desk, tables, ours)

    assert texts(await asked(desk, tables, text="parcel", team_id=other_team)) == ["parcel of Ben"]
    assert texts(await asked(desk, tables, team_id=other_team)) == ["parcel of Ben"]
    assert texts(await asked(desk, tables, text="parcel", tag_id=tag_id)) == ["parcel of Anna"]
    assert texts(await asked(desk, tables, contact_id=ben.contact_id)) == ["parcel of Ben"]
    assert await asked(desk, tables, team_id=other_team, tag_id=tag_id) == []


async def test_days_are_counted_to_the_instant(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person()
    case_id = desk.rows.case(person, desk.team_id)
    for day in range(-400, 400, 40):
        at = MONDAY_NINE + day * A_DAY
        desk.rows.message(person, case_id, desk.inbox_id, f"parcel {day}", at=at)
    await filed(desk, tables)

    since, until = MONDAY_NINE - 40 * A_DAY, MONDAY_NINE + 80 * A_DAY
    between = await asked(desk, tables, text="parcel", since=since, until=until)
    before = await asked(desk, tables, until=MONDAY_NINE - 360 * A_DAY)
    after = await asked(desk, tables, since=MONDAY_NINE + 359 * A_DAY)

    assert sorted(texts(between)) == ["parcel -40", "parcel 0", "parcel 40"]
    assert texts(before) == ["parcel -400"]
    assert texts(after) == ["parcel 360"]
