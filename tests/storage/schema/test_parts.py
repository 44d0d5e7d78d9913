"""The border of a workspace is in the keys."""

from __future__ import annotations

import pytest
from sqlalchemy import Table

from clew.storage.schema.parts import metadata, one_of

# They belong to a workspace by something else, or to none.
APART = {"workspaces", "attempts"}


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_every_row_says_whose_it_is(table: Table) -> None:
    if table.name not in {*APART, "kept_answers"}:
        assert not table.c.workspace_id.nullable


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_a_reference_never_crosses_the_border(table: Table) -> None:
    """It names the workspace too, so that it can only be met within it."""
    for reference in table.foreign_key_constraints:
        target = reference.referred_table
        if target.name != "workspaces" and table.name != "kept_answers":
            assert "workspace_id" in reference.column_keys, reference.name


def test_words_of_a_column_are_checked() -> None:
    assert str(one_of("state", ["a", "b"]).sqltext) == "state IN ('a', 'b')"
