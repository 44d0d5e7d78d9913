"""Alembic's entry: it runs the scripts on the connection that it is given."""

from alembic import context

from clew.storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite changes a table by making it anew.
    render_as_batch=True,
    compare_type=True,
    # One transaction is open already, around all of it.
    transactional_ddl=False,
)
context.run_migrations()
