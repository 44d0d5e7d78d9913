"""Each thing that Clew needs is looked at, and a finding says what to do."""

from __future__ import annotations

from pathlib import Path

from clew.app import migrate_database
from clew.cli.doctor import examine
from clew.settings import Settings


async def test_a_machine_where_clew_can_run_has_nothing_amiss_but_the_front_end(
    tmp_path: Path,
) -> None:
    found = {one.name: one for one in await examine(Settings(data=tmp_path))}

    assert found["data folder"].is_fine
    assert found["secret key"].is_fine
    assert found["database"].is_fine
    assert "not made yet; run `clew init`" in found["database"].detail


async def test_of_a_database_that_is_there_doctor_says_what_waits(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    await migrate_database(settings)

    found = {one.name: one for one in await examine(settings)}

    assert "SQLite, 0 events waiting" in found["database"].detail


async def test_a_folder_that_cannot_be_written_is_found(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")

    found = {one.name: one for one in await examine(Settings(data=tmp_path / "file"))}

    assert not found["data folder"].is_fine
    assert not found["database"].is_fine
