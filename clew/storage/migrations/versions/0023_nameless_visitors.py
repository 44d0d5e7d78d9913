"""Visitors without a name are called by a sign and digits, not by a word of one language."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

BEFORE = "Visitor "
NOW = "~"
# They were written with these digits alone; a name like "Visitor Anna" is kept.
DIGITS = "0123456789ABCDEF"

identities = sa.table("identities", sa.column("contact_id"), sa.column("kind"))
visitors = sa.select(identities.c.contact_id).where(identities.c.kind == "visitor")
contacts = sa.table("contacts", sa.column("id"), sa.column("name"), sa.column("name_key"))
cases = sa.table("cases", sa.column("contact_id"), sa.column("last_message_author"))
messages = sa.table(
    "messages", sa.column("author_id"), sa.column("author_kind"), sa.column("author_name")
)


def upgrade() -> None:
    _call(BEFORE, NOW)


def downgrade() -> None:
    _call(NOW, BEFORE)


def _call(before: str, after: str) -> None:
    mine = messages.c.author_id.in_(visitors), messages.c.author_kind == "contact"
    _rewrite(messages, messages.c.author_name, (before, after), *mine)
    known = cases.c.contact_id.in_(visitors)
    _rewrite(cases, cases.c.last_message_author, (before, after), known)
    known = contacts.c.id.in_(visitors)
    _rewrite(contacts, contacts.c.name_key, (before.lower(), after.lower()), known)
    _rewrite(contacts, contacts.c.name, (before, after), known)


def _rewrite(
    table: sa.TableClause,
    words: sa.ColumnElement[str],
    change: tuple[str, str],
    *whose: sa.ColumnElement[bool],
) -> None:
    """Put one word for another before four digits."""
    before, after = change
    ends = [sa.func.substr(words, len(before) + at, 1) for at in range(1, 5)]
    op.execute(
        sa.update(table)
        .values({words: sa.literal(after).concat(sa.func.substr(words, len(before) + 1))})
        .where(
            words.startswith(before, autoescape=True),
            sa.func.length(words) == len(before) + 4,
            *(sa.func.upper(end).in_(list(DIGITS)) for end in ends),
            *whose,
        )
    )
