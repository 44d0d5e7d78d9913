"""The schema is brought up to date, by Alembic, from inside the program.

One transaction does all of it, on both engines, so a migration that is interrupted has not
begun. Two programs that start at once take turns.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, func, make_url, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from clew.ports.store.transaction import StoreIsUnavailable
from clew.storage import postgres, sqlite

FOLDER = Path(__file__).parent
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
        async with engine.begin() as connection:
            await connection.run_sync(_upgrade)
    except (DBAPIError, OSError) as error:
        raise StoreIsUnavailable(f"the database cannot be changed: {error}") from error
    finally:
        await engine.dispose()


def is_current(connection: Connection) -> bool:
    """Say whether the schema is the newest.

    Raises:
        DatabaseIsNewer: A newer version has been at work here.
    """
    heads = MigrationContext.configure(connection).get_current_heads()
    scripts = ScriptDirectory.from_config(configuration())
    known = {script.revision for script in scripts.walk_revisions()}
    for revision in heads:
        if revision not in known:
            raise DatabaseIsNewer(revision)
    return set(heads) == set(scripts.get_heads())


def configuration() -> Config:
    """Return Alembic's settings: where the scripts are."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    return config


def _connect(url: str) -> AsyncEngine:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return sqlite.connect(parsed, "BEGIN IMMEDIATE", pool_size=1, checks_references=False)
    return postgres.connect(parsed)


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
    if is_current(connection):
        return
    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
