"""Migrations make exactly the schema that the code declares, on both engines."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest
import pytest_asyncio
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, make_url, text

from clew.ports.store.transaction import StoreIsUnavailable
from clew.storage.engine import Engine
from clew.storage.migrations.running import (
    DatabaseIsNewer,
    configuration,
    is_current,
    known_revisions,
    migrate,
)
from clew.storage.schema import intake, metadata
from clew.storage.sqlite import connect, url_of_intake
from clew.storage.store import open_engine
from tests.fixtures.postgres import PostgresServer

TAKEN_IN = "INSERT INTO intake VALUES (?, x'01', x'02', 1, '{}', '', ?, 'done', 1, '')"
EVENTS = [(7, b"{}"), (8, b"[]")]
SQLITE_OBJECTS = "SELECT type || ' ' || name, sql FROM sqlite_master"
POSTGRESQL_OBJECTS = """
SELECT 'index ' || indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL
SELECT 'constraint ' || conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid)
FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION ALL
SELECT 'column ' || table_name || ' ' || column_name,
       concat_ws(' ', data_type, is_nullable, column_default)
FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL
SELECT 'table ' || relname, array_to_string(reloptions, ' ')
FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'fresh.db'}"
    return str(request.getfixturevalue("postgres_url"))


@pytest_asyncio.fixture
async def migrated(fresh_url: str) -> AsyncIterator[Engine]:
    await migrate(fresh_url)
    engine = open_engine(fresh_url)
    yield engine
    await engine.dispose()


def objects(connection: Connection) -> dict[str, list[str]]:
    """Return what was made, in the engine's own words; constraints may stand in any order."""
    is_sqlite = connection.dialect.name == "sqlite"
    found = connection.execute(text(SQLITE_OBJECTS if is_sqlite else POSTGRESQL_OBJECTS))
    return {
        # SQLite puts the name of a table that was made anew into quotes.
        name: sorted(re.findall(r"\w+|[^\w\s\"]", sql or ""))
        for name, sql in found
        if "alembic" not in name and "sqlite_sequence" not in name
    }


def differences(connection: Connection) -> list[object]:
    def is_ours(_thing: object, name: str | None, *_rest: object) -> bool:
        if name == "intake" and connection.dialect.name == "sqlite":
            return False  # it lies in another file
        return not (name or "").startswith(("search_terms", "search_documents", "ix_search"))

    context = MigrationContext.configure(
        connection, opts={"compare_type": True, "include_object": is_ours}
    )
    return list(compare_metadata(context, metadata))


async def migrate_to(revision: str, url: str) -> None:
    """Make a database of SQLite as an older version left it, and the file of its intake."""
    main, other = make_url(url), url_of_intake(make_url(url))
    for where, make in (
        (main, partial(upgrade_to, revision)),
        (other, partial(intake.create, checkfirst=True)),
    ):
        engine = connect(where, "BEGIN IMMEDIATE", pool_size=1, checks_references=False)
        async with engine.begin() as connection:
            await connection.run_sync(make)
        await engine.dispose()


def upgrade_to(revision: str, connection: Connection) -> None:
    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


# Of what SQLAlchemy cannot read back, the test below compares the words.
@pytest.mark.filterwarnings(
    "ignore:Skipped unsupported reflection of expression-based index",
    "ignore:autogenerate skipping metadata-specified expression-based index",
)
async def test_migrations_make_what_the_code_declares(migrated: Engine) -> None:
    async with migrated.reading() as connection:
        assert await connection.run_sync(differences) == []


@pytest.mark.parametrize("tables_url", ["sqlite", "postgresql"], indirect=True)
async def test_checks_and_indexes_are_the_same_too(
    tables: Engine, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Alembic does not compare checks, conditions of indexes or options of tables."""
    url = f"sqlite:///{tmp_path / 'fresh.db'}"
    if tables.name == "postgresql":
        url = request.getfixturevalue("postgres_url")
    await migrate(url)
    engine = open_engine(url)

    async with engine.reading() as one, tables.reading() as other:
        made, declared = await one.run_sync(objects), await other.run_sync(objects)
    await engine.dispose()

    assert {name: made.get(name) for name in made.keys() | declared.keys()} == {
        name: declared.get(name) for name in made.keys() | declared.keys()
    }


async def test_the_intake_of_sqlite_is_made_in_its_own_file(tmp_path: Path) -> None:
    await migrate(f"sqlite:///{tmp_path / 'fresh.db'}")

    with sqlite3.connect(tmp_path / "fresh.intake.db") as other:
        made = {row[0] for row in other.execute("SELECT name FROM sqlite_master")}
    other.close()
    assert {"intake", "ix_intake_counts", "ix_intake_unfinished"} <= made


async def test_what_an_older_database_took_in_moves_to_the_file_of_the_intake(
    tmp_path: Path,
) -> None:
    """Also when an earlier try was interrupted after it had copied."""
    url = f"sqlite:///{tmp_path / 'old.db'}"
    await migrate_to("0001", url)
    for name, events in (("old.db", EVENTS), ("old.intake.db", EVENTS[:1])):
        with sqlite3.connect(tmp_path / name) as one:
            one.executemany(TAKEN_IN, events)
        one.close()

    await migrate(url)
    await migrate(url)

    engine = open_engine(url)
    async with engine.reading() as connection:
        found = (await connection.execute(text("SELECT id, body FROM intake"))).all()
    await engine.dispose()
    assert [tuple(row) for row in found] == EVENTS


async def test_a_migrated_database_is_current_and_stays_as_it_is(
    fresh_url: str, migrated: Engine
) -> None:
    await migrate(fresh_url)

    async with migrated.reading() as connection:
        assert await connection.run_sync(is_current)


async def test_two_that_migrate_at_once_take_turns(postgres: PostgresServer) -> None:
    with postgres.database() as url:
        await asyncio.gather(*(migrate(url) for _ in range(3)))


async def test_a_newer_database_is_refused(fresh_url: str, migrated: Engine) -> None:
    """An older program would not know what it breaks."""
    async with migrated.writing() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(DatabaseIsNewer) as refused:
        await migrate(fresh_url)

    assert refused.value.revision == "9999"


async def test_an_empty_database_is_not_current(fresh_url: str) -> None:
    engine = open_engine(fresh_url)

    async with engine.reading() as connection:
        assert not await connection.run_sync(is_current)
    await engine.dispose()


async def test_a_place_that_cannot_be_written_is_an_outage(tmp_path: Path) -> None:
    with pytest.raises(StoreIsUnavailable):
        await migrate(f"sqlite:///{tmp_path / 'missing' / 'clew.db'}")


def test_a_revision_is_named_as_its_file_begins() -> None:
    """A start asks the file names which revision is the newest, and never loads Alembic."""
    scripts = ScriptDirectory.from_config(configuration())

    assert known_revisions() == sorted(one.revision for one in scripts.walk_revisions())
    assert scripts.get_heads() == known_revisions()[-1:]
