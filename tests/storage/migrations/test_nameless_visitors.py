"""Visitors that an older version called by an English word."""

from importlib import import_module

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, create_engine, text

NAMELESS = import_module("clew.storage.migrations.versions.0023_nameless_visitors")
OLDER = """
CREATE TABLE identities (contact_id, kind);
CREATE TABLE contacts (id, name, name_key);
CREATE TABLE cases (contact_id, last_message_author);
CREATE TABLE messages (author_id, author_kind, author_name);
INSERT INTO identities VALUES (1, 'visitor'), (2, 'visitor'), (3, 'phone'), (4, 'visitor');
INSERT INTO contacts VALUES
    (1, 'Visitor CD0F', 'visitor cd0f'), (2, 'Visitor Anna', 'visitor anna'),
    (3, 'Visitor CD0F', 'visitor cd0f'), (4, 'Visitor 12345', 'visitor 12345');
INSERT INTO cases VALUES (1, 'Visitor CD0F'), (1, 'Ben'), (1, NULL);
INSERT INTO messages VALUES (1, 'contact', 'Visitor CD0F'), (5, 'agent', 'Visitor CD0F');
"""
ALL = (
    "SELECT name FROM contacts UNION ALL SELECT name_key FROM contacts "
    "UNION ALL SELECT last_message_author FROM cases UNION ALL SELECT author_name FROM messages"
)
KEPT = ["Visitor Anna", "Visitor CD0F", "Visitor 12345"]


def names(connection: Connection) -> list[str]:
    return list(connection.execute(text(ALL)).scalars())


def test_visitors_are_called_by_the_sign_and_everybody_else_as_before() -> None:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        for statement in filter(str.strip, OLDER.split(";")):
            connection.execute(text(statement))
        before = names(connection)

        with Operations.context(MigrationContext.configure(connection)):
            NAMELESS.upgrade()
            after = names(connection)
            NAMELESS.downgrade()

        assert names(connection) == before
    engine.dispose()
    keys = [one.lower() for one in KEPT]
    assert after == ["~CD0F", *KEPT, "~cd0f", *keys, "~CD0F", "Ben", None, "~CD0F", KEPT[1]]
