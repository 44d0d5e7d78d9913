"""A time is looked for where it is in the log, though clocks do not quite go together."""

from __future__ import annotations

import itertools
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clew.language.analyser import analyse
from clew.ports.store.searching import SearchQuery
from clew.storage import schema
from clew.storage.engine import Engine
from clew.storage.search import hours
from clew.storage.search.indexing import index_log
from clew.storage.unit import Unit
from tests.builders import HOUR, MONDAY_NINE
from tests.storage.reading.desk import a_desk
from tests.storage.search.test_filters import asked, filed

DESKS = itertools.count()
SPANS = st.timedeltas(timedelta(0), timedelta(hours=9))


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(said=st.lists(SPANS, min_size=1, max_size=9), since=SPANS, length=SPANS)
async def test_what_was_said_in_a_time_is_found_in_whatever_order_it_was_kept(
    tables: Engine, said: list[timedelta], since: timedelta, length: timedelta
) -> None:
    desk = a_desk(next(DESKS))
    person = desk.rows.person()
    case_id = desk.rows.case(person, desk.team_id)
    for one in said:
        desk.rows.at = MONDAY_NINE + one
        desk.rows.message(person, case_id, desk.inbox_id, "parcel")
    times = [row["at"] for row in desk.rows.rows[schema.messages]]
    await desk.rows.save(tables)
    while await index_log(tables, analyse, 3):  # an hour comes in several parts
        pass
    begins = MONDAY_NINE + since

    found = await asked(desk, tables, since=begins, until=begins + length)

    wanted = [at for at in reversed(times) if begins <= at < begins + length]
    assert [hit.at for hit in found] == wanted


async def test_only_the_stretch_of_a_time_is_looked_at(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person()
    case_id = desk.rows.case(person, desk.team_id)
    seqs = []
    for number in range(6):
        desk.rows.at = MONDAY_NINE + number * HOUR
        desk.rows.message(person, case_id, desk.inbox_id, "parcel")
        seqs.append(desk.rows.seq)
    await filed(desk, tables)
    second = MONDAY_NINE + HOUR
    query = SearchQuery(workspace_id=desk.workspace_id, since=second, until=second + 2 * HOUR)

    async with tables.reading() as connection:
        found = await hours.stretch_of(Unit(connection=connection, engine=tables), query)

    assert found == range(seqs[1], seqs[2] + 1)
