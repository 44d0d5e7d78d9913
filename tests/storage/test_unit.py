from __future__ import annotations

from sqlalchemy import bindparam, insert, select

from clew.ports.bus import Topic
from clew.storage.engine import Engine
from clew.storage.many import Many
from clew.storage.schema import attempts
from clew.storage.unit import Unit
from tests.builders import MONDAY_NINE, WORKSPACE

BY_KEY = select(attempts.c.count).where(attempts.c.key == bindparam("which"))


async def test_questions_are_answered_by_rows(tables: Engine) -> None:
    async with tables.writing() as connection:
        unit = Unit(connection=connection, engine=tables)
        row = {"key": "a", "window_began_at": MONDAY_NINE, "count": 3}
        await unit.run(Many(insert(attempts)), [row])

        found = await unit.first(BY_KEY, {"which": "a"})
        missing = await unit.first(BY_KEY, {"which": "b"})
        everything = await unit.all(select(attempts))

    assert found is not None
    assert found[0] == 3
    assert missing is None
    assert len(everything) == 1


async def test_a_hint_is_kept_once(tables: Engine) -> None:
    async with tables.reading() as connection:
        unit = Unit(connection=connection, engine=tables)
        for topic in (Topic.LOG, Topic.LOG, Topic.MEDIA):
            unit.tell(topic, WORKSPACE)

    assert list(unit.hints) == [(Topic.LOG, WORKSPACE), (Topic.MEDIA, WORKSPACE)]
