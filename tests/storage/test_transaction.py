"""What stands behind the ports has their shape."""

from __future__ import annotations

import inspect

import pytest

from clew.ports.store import Store, Transaction
from clew.ports.store.people import People
from clew.storage.people.people import SqlPeople
from clew.storage.store import SqlStore
from clew.storage.transaction import SqlTransaction


@pytest.mark.parametrize(
    ("port", "adapter"),
    [(Transaction, SqlTransaction), (People, SqlPeople), (Store, SqlStore)],
)
def test_an_adapter_has_the_shape_of_its_port(port: type, adapter: type) -> None:
    for name, asked in inspect.getmembers(port, inspect.isfunction):
        if not name.startswith("_"):
            given = inspect.signature(getattr(adapter, name))
            assert list(given.parameters) == list(inspect.signature(asked).parameters), name
