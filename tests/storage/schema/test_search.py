"""The numbers of rows in the index of SQLite."""

from __future__ import annotations

from clew.storage.schema.search import SEQ_BITS, row_number


def test_rows_of_a_workspace_lie_together_and_in_the_order_of_the_log() -> None:
    last_of_one = row_number(1, (1 << SEQ_BITS) - 1)

    assert row_number(1, 1) < row_number(1, 2) < last_of_one < row_number(2, 0)
