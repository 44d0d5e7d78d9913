"""What search is asked of: terms by number of the log, kept outside the main tables.

Each engine has its own full-text index, so these are made by statements and not from metadata.

SQLite: `search_terms`, whose rowid is the number of the workspace and that of the log in one
(`row_number`), so that newest first within one workspace is a range of rowids, read backwards.
Its tokeniser takes terms as the analyser made them. PostgreSQL: `search_documents`, one row per
message or note. `search_progress` says up to where the log is indexed; it trails behind.
`search_hours` says where in the log an hour is.
"""

from sqlalchemy import DDL, BigInteger, Column, Integer, MetaData, Table, event

from clew.storage.schema.parts import check, in_workspace, metadata, workspace_column
from clew.storage.types import Id

# More entries than a log will have, and more workspaces than a database will.
SEQ_BITS = 40

search_progress = Table(
    "search_progress",
    metadata,
    Column("workspace_id", Id, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("seq", BigInteger, nullable=False),
    in_workspace(),
    check("counts_up", "seq >= 0"),
)

search_hours = Table(
    "search_hours",
    metadata,
    workspace_column(),
    # Since the beginning of 1970, UTC.
    Column("hour", Integer, primary_key=True, autoincrement=False),
    Column("first_seq", BigInteger, nullable=False),
    Column("last_seq", BigInteger, nullable=False),
    in_workspace(),
    check("is_a_stretch", "first_seq <= last_seq"),
    sqlite_with_rowid=False,
)

SQLITE_STATEMENTS = (
    "CREATE VIRTUAL TABLE search_terms USING fts5("
    "terms, detail=none, columnsize=0, tokenize=\"ascii tokenchars '_'\")",
)
POSTGRESQL_STATEMENTS = (
    "CREATE TABLE search_documents ("
    "workspace_id uuid NOT NULL REFERENCES workspaces (id), seq bigint NOT NULL,"
    " terms tsvector NOT NULL, PRIMARY KEY (workspace_id, seq))",
    "CREATE INDEX ix_search_documents_terms ON search_documents USING gin (terms)",
)


def row_number(workspace_number: int, seq: int) -> int:
    """Return the rowid of an entry in `search_terms`."""
    return (workspace_number << SEQ_BITS) + seq


def add_search(to: MetaData) -> None:
    """Make the index together with the tables of `to`."""
    for dialect, statements in (
        ("sqlite", SQLITE_STATEMENTS),
        ("postgresql", POSTGRESQL_STATEMENTS),
    ):
        for statement in statements:
            # DDL formats its text; ours has nothing to fill in.
            made: DDL = DDL(statement.replace("%", "%%"))  # type: ignore[no-untyped-call]
            event.listen(to, "after_create", made.execute_if(dialect=dialect))


add_search(metadata)
