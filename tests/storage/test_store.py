from __future__ import annotations

from pathlib import Path

import pytest

from clew.language.analyser import analyse
from clew.storage.migrations.running import migrate
from clew.storage.store import open_engine, open_store
from tests.fixtures.stores import Hints
from tests.storage.batches import Workplace


async def test_a_store_is_ready_once_it_is_migrated(tmp_path: Path, hints: Hints) -> None:
    url = f"sqlite:///{tmp_path / 'clew.db'}"
    store = open_store(url, bus=hints, analyser=analyse)

    before = await store.is_ready()
    await migrate(url)
    after = await store.is_ready()
    await store.close()

    assert (before, after) == (False, True)


async def test_what_was_recorded_is_there_after_a_restart(tmp_path: Path, hints: Hints) -> None:
    url = f"sqlite:///{tmp_path / 'clew.db'}"
    await migrate(url)
    store = open_store(url, bus=hints, analyser=analyse)
    workplace = await Workplace().save(store)
    await store.intake.append(workplace.event(b"{}"))
    await store.close()

    again = open_store(url, bus=hints, analyser=analyse)
    counts = await again.intake.counts()
    await again.close()

    assert counts.pending == 1


@pytest.mark.parametrize("url", ["mysql://localhost/clew", "oracle://localhost/clew"])
def test_other_databases_are_refused(url: str) -> None:
    with pytest.raises(ValueError, match="sqlite"):
        open_engine(url)


@pytest.mark.parametrize("tables_url", ["sqlite", "postgresql"], indirect=True)
async def test_a_store_that_was_never_used_closes(store: object) -> None:
    assert store is not None
