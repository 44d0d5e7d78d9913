"""Every table, constraint and index, by subject.

Conventions: the first part of a key is the workspace; names of columns are those of the domain;
instants end in `_at`; a text that comes from outside is `Words`; `seq` is a number of the log.
On SQLite the intake lies in a file of its own, all else in the other.
"""

from sqlalchemy import Table

from clew.storage.schema.access import (
    api_tokens,
    attempts,
    kept_answers,
    password_links,
    sessions,
)
from clew.storage.schema.attention import attention
from clew.storage.schema.cases import case_reads, cases, holder_spans, moves, turns
from clew.storage.schema.contacts import (
    contacts,
    conversations,
    identities,
    last_inbound,
    opt_outs,
)
from clew.storage.schema.dossiers import confirmation_links, confirmations, consents, field_kinds
from clew.storage.schema.intake import early_touches, effects, intake
from clew.storage.schema.log import log
from clew.storage.schema.mailboxes import mailbox_readings
from clew.storage.schema.messages import (
    attachments,
    deliveries,
    delivery_provider_ids,
    messages,
    notes,
    read_marks,
)
from clew.storage.schema.parts import metadata
from clew.storage.schema.people import (
    agents,
    business_hours,
    inbox_secrets,
    inboxes,
    team_members,
    teams,
    templates,
    workspaces,
)
from clew.storage.schema.recognition import contact_pairs, merges
from clew.storage.schema.revisions import revisions
from clew.storage.schema.search import search_hours, search_progress
from clew.storage.schema.tools import (
    canned_replies,
    case_tags,
    drafts,
    mentions,
    saved_views,
    stars,
    tags,
)
from clew.storage.schema.visitors import (
    push_keys,
    push_subscriptions,
    used_tokens,
    visitor_codes,
    visitor_links,
    visitor_notices,
    visitor_sessions,
    visitor_uploads,
    visitors,
)


def main_tables(database: str) -> list[Table]:
    """Return the tables of the main database of a kind (`sqlite`, `postgresql`), in order."""
    return [one for one in metadata.sorted_tables if database != "sqlite" or one is not intake]


__all__ = [
    "agents",
    "api_tokens",
    "attachments",
    "attempts",
    "attention",
    "business_hours",
    "canned_replies",
    "case_reads",
    "case_tags",
    "cases",
    "confirmation_links",
    "confirmations",
    "consents",
    "contact_pairs",
    "contacts",
    "conversations",
    "deliveries",
    "delivery_provider_ids",
    "drafts",
    "early_touches",
    "effects",
    "field_kinds",
    "holder_spans",
    "identities",
    "inbox_secrets",
    "inboxes",
    "intake",
    "kept_answers",
    "last_inbound",
    "log",
    "mailbox_readings",
    "main_tables",
    "mentions",
    "merges",
    "messages",
    "metadata",
    "moves",
    "notes",
    "opt_outs",
    "password_links",
    "push_keys",
    "push_subscriptions",
    "read_marks",
    "revisions",
    "saved_views",
    "search_hours",
    "search_progress",
    "sessions",
    "stars",
    "tags",
    "team_members",
    "teams",
    "templates",
    "turns",
    "used_tokens",
    "visitor_codes",
    "visitor_links",
    "visitor_notices",
    "visitor_sessions",
    "visitor_uploads",
    "visitors",
    "workspaces",
]
