"""On SQLite the intake moves to a file of its own."""

import sqlite3
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ROWS = 500


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        _copy(connection)
        op.drop_table("intake")


def _copy(connection: sa.Connection) -> None:
    """Copy what was taken in; copied twice, after a crash in between, it is there once."""
    files = connection.exec_driver_sql("PRAGMA database_list").all()
    main = Path(next(row[2] for row in files if row[1] == "main"))
    found = connection.exec_driver_sql(
        "SELECT id, workspace_id, inbox_id, received_at, headers, query, body, state, attempts,"
        " reason FROM intake ORDER BY id"
    )
    other = sqlite3.connect(main.with_suffix(".intake.db"))
    try:
        while rows := found.fetchmany(ROWS):
            other.executemany(
                "INSERT OR IGNORE INTO intake (id, workspace_id, inbox_id, received_at, headers,"
                " query, body, state, attempts, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [tuple(row) for row in rows],
            )
        other.commit()
    finally:
        other.close()
