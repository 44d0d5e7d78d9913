"""What all tables are made of: one MetaData, keys that carry the workspace, checks.

The first part of almost every key is the workspace. A foreign key of both parts can only be
met by a row of the same workspace, so the border is kept by the database itself.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Index, MetaData, TextClause

from clew.storage.types import Id

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def workspace_column() -> Column[Any]:
    """Return the column that every row begins with."""
    return Column("workspace_id", Id, primary_key=True)


def id_column() -> Column[Any]:
    """Return the second part of a key."""
    return Column("id", Id, primary_key=True)


def refers(column: str, table: str) -> ForeignKeyConstraint:
    """Return a foreign key to a row of `table` in the same workspace."""
    return ForeignKeyConstraint(["workspace_id", column], [f"{table}.workspace_id", f"{table}.id"])


def in_workspace() -> ForeignKeyConstraint:
    """Return the foreign key to the workspace, for tables that refer to nothing else."""
    return ForeignKeyConstraint(["workspace_id"], ["workspaces.id"])


def one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    """Return the check that a column holds one of the words of our own code."""
    words = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({words})", name=column)


def check(name: str, rule: str) -> CheckConstraint:
    """Return a named check."""
    return CheckConstraint(rule, name=name)


def partial(
    name: str, *columns: str | TextClause, where: TextClause, is_unique: bool = False
) -> Index:
    """Return an index over the rows that meet `where`.

    Queries say that condition in the same words, never with a bound value: neither engine
    recognises `status = ?` as `status = 'open'`.
    """
    return Index(name, *columns, unique=is_unique, sqlite_where=where, postgresql_where=where)
