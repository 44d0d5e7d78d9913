"""The schema is brought up to date, by Alembic, from inside the program.

One transaction does all of it, on both engines, so a migration that is interrupted has not
begun. Two programs that start at once take turns.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, column, func, inspect, make_url, select, table
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from clew.ports.store.transaction import StoreIsUnavailable
from clew.storage import postgres, sqlite
from clew.storage.schema import intake

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).parent
REVISIONS = FOLDER / "versions"
# Alembic's own table: one row, the revision.
VERSION = table("alembic_version", column("version_num"))
# Any number, as long as nobody else takes an advisory lock of it: "clew" in ASCII.
LOCK = 0x636C6577


class DatabaseIsNewer(Exception):
    """The database was made by a newer Clew; this one would damage it."""

    def __init__(self, revision: str) -> None:
        super().__init__(
            f"the database has the schema {revision}, which this version does not know;"
            " install the newer version again"
        )
        self.revision = revision


async def migrate(url: str) -> None:
    """Bring the database up to date; one that does not exist yet is made (SQLite).

    Raises:
        DatabaseIsNewer: A newer version has been at work here.
        StoreIsUnavailable: The database cannot be reached or changed.
    """
    engine = _connect(url)
    try:
        await _make_intake(url)
        async with engine.begin() as connection:
            await connection.run_sync(_upgrade)
    except (DBAPIError, OSError) as error:
        # Not all of what SQLAlchemy says: a statement and an address of its own follow.
        reason = error.orig if isinstance(error, DBAPIError) else error
        raise StoreIsUnavailable(f"the database cannot be used: {reason}") from error
    finally:
        await engine.dispose()


def is_current(connection: Connection) -> bool:
    """Say whether the schema is the newest.

    Asked at every start, so without Alembic, which takes half a second to load.

    Raises:
        DatabaseIsNewer: A newer version has been at work here.
    """
    if not inspect(connection).has_table(VERSION.name):
        return False
    found = set(connection.scalars(select(VERSION.c.version_num)))
    known = known_revisions()
    for revision in found - set(known):
        raise DatabaseIsNewer(revision)
    return found == {known[-1]}


def known_revisions() -> list[str]:
    """Return the revisions that this version knows, the newest last, as their files are named."""
    return sorted(path.name.partition("_")[0] for path in REVISIONS.glob("[0-9]*.py"))


def configuration() -> "Config":
    """Return Alembic's settings: where the scripts are."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    return config


def _connect(url: str) -> AsyncEngine:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return sqlite.connect(parsed, "BEGIN IMMEDIATE", pool_size=1, checks_references=False)
    return postgres.connect(parsed)


async def _make_intake(url: str) -> None:
    """Make SQLite's second file, which has one table and no history."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return
    engine = sqlite.connect(
        sqlite.url_of_intake(parsed), "BEGIN IMMEDIATE", pool_size=1, checks_references=False
    )
    try:
        async with engine.begin() as connection:
            await connection.run_sync(partial(intake.create, checkfirst=True))
    finally:
        await engine.dispose()


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
    if is_current(connection):
        return
    from alembic import command

    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
