"""Two servers never work on one data folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from clew.alone import alone
from clew.settings import CannotRun, Settings


def test_a_second_server_on_a_data_folder_is_told_what_to_do(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "data")

    with (
        alone(settings),
        pytest.raises(CannotRun, match="another Clew is running on the data folder"),
        alone(settings),
    ):
        pass

    with alone(settings):
        pass


def test_servers_that_share_their_work_may_be_many(tmp_path: Path) -> None:
    embedded = Settings(data=tmp_path)

    with alone(embedded), alone(replace(embedded, work=False)):
        shared = replace(embedded, database="postgresql://clew@localhost/clew")
        with alone(shared), alone(shared):
            pass


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with (
        pytest.raises(CannotRun, match=r"the data folder .* cannot be used"),
        alone(Settings(data=tmp_path / "file")),
    ):
        pass
