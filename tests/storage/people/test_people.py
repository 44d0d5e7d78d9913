from __future__ import annotations

import inspect

from clew.ports.store.people import People
from clew.storage.people.people import SqlPeople


def questions(kind: type) -> set[str]:
    found = inspect.getmembers(kind, inspect.isfunction)
    return {name for name, _ in found if not name.startswith("_")}


def test_every_question_of_the_port_is_answered_and_no_other() -> None:
    assert questions(SqlPeople) == questions(People)
