"""The first schema."""

import sqlalchemy as sa
from alembic import op

from clew.storage.types import Duration, Id, Instant, Json, Words

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# The full-text index is of each engine's own kind.
SEARCH_SQLITE = (
    "CREATE VIRTUAL TABLE search_terms USING fts5(terms, detail=none, columnsize=0, tokenize=\"ascii tokenchars '_'\")",
)
SEARCH_POSTGRESQL = (
    "CREATE TABLE search_documents (workspace_id uuid NOT NULL REFERENCES workspaces (id), seq bigint NOT NULL, terms tsvector NOT NULL, PRIMARY KEY (workspace_id, seq))",
    "CREATE INDEX ix_search_documents_terms ON search_documents USING gin (terms)",
)


def upgrade() -> None:
    op.create_table(
        "attempts",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("window_began_at", Instant(), nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_attempts")),
    )
    op.create_table(
        "workspaces",
        sa.Column("id", Id(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("seq", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("last_case_number", sa.BigInteger(), server_default="0", nullable=False),
        sa.CheckConstraint(
            "seq >= 0 AND last_case_number >= 0", name=op.f("ck_workspaces_counts_up")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workspaces")),
        sa.UniqueConstraint("name", name=op.f("uq_workspaces_name")),
        postgresql_with={"fillfactor": 50},
    )
    op.create_table(
        "agents",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("email", Words(), nullable=False),
        sa.Column("email_key", Words(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("availability", sa.Text(), nullable=False),
        sa.Column("is_disabled", sa.Boolean(), nullable=False),
        sa.Column("last_assigned_at", Instant(), nullable=True),
        sa.Column("password_hash", sa.Text(), server_default="", nullable=False),
        sa.Column("preferences", Json(), nullable=True),
        sa.CheckConstraint(
            "availability IN ('available', 'away')", name=op.f("ck_agents_availability")
        ),
        sa.CheckConstraint("role IN ('agent', 'supervisor', 'admin')", name=op.f("ck_agents_role")),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_agents_workspace_id")
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_agents")),
        sa.UniqueConstraint("id", name=op.f("uq_agents_id")),
        sa.UniqueConstraint(
            "workspace_id", "email_key", name=op.f("uq_agents_workspace_id_email_key")
        ),
    )
    op.create_index(op.f("ix_agents_email_key"), "agents", ["email_key"], unique=False)
    op.create_table(
        "business_hours",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("hours", Json(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_business_hours_workspace_id")
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_business_hours")),
    )
    op.create_table(
        "contacts",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("name_key", Words(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_contacts_workspace_id")
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_contacts")),
    )
    op.create_index("ix_contacts_name_key", "contacts", ["workspace_id", "name_key"], unique=False)
    op.create_table(
        "log",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("conversation_id", Id(), nullable=True),
        sa.Column("case_id", Id(), nullable=True),
        sa.Column("message_id", Id(), nullable=True),
        sa.Column("note_id", Id(), nullable=True),
        sa.Column("contact_id", Id(), nullable=True),
        sa.Column("agent_id", Id(), nullable=True),
        sa.Column("inbox_id", Id(), nullable=True),
        sa.Column("actor_kind", sa.Text(), nullable=True),
        sa.Column("actor_id", Id(), nullable=True),
        sa.Column("actor_name", Words(), nullable=True),
        sa.Column("data", Json(), nullable=True),
        sa.Column("is_shown", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "NOT is_shown OR conversation_id IS NOT NULL", name=op.f("ck_log_shown_somewhere")
        ),
        sa.CheckConstraint("seq > 0", name=op.f("ck_log_numbered")),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_log_workspace_id")
        ),
        sa.PrimaryKeyConstraint("workspace_id", "seq", name=op.f("pk_log")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_log_timeline",
        "log",
        ["workspace_id", "conversation_id", "seq"],
        unique=False,
        sqlite_where=sa.text("is_shown"),
        postgresql_where=sa.text("is_shown"),
    )
    op.create_table(
        "search_progress",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("seq >= 0", name=op.f("ck_search_progress_counts_up")),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspaces.id"], name=op.f("fk_search_progress_workspace_id")
        ),
        sa.PrimaryKeyConstraint("workspace_id", name=op.f("pk_search_progress")),
        sa.UniqueConstraint("number", name=op.f("uq_search_progress_number")),
    )
    op.create_table(
        "api_tokens",
        sa.Column("token_sha256", sa.LargeBinary(length=32), nullable=False),
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("agent_id", Id(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.CheckConstraint("length(token_sha256) = 32", name=op.f("ck_api_tokens_token")),
        sa.ForeignKeyConstraint(
            ["workspace_id", "agent_id"],
            ["agents.workspace_id", "agents.id"],
            name=op.f("fk_api_tokens_workspace_id_agent_id"),
        ),
        sa.PrimaryKeyConstraint("token_sha256", name=op.f("pk_api_tokens")),
    )
    op.create_index(op.f("ix_api_tokens_agent_id"), "api_tokens", ["agent_id"], unique=False)
    op.create_table(
        "conversations",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("contact_id", Id(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "contact_id"],
            ["contacts.workspace_id", "contacts.id"],
            name=op.f("fk_conversations_workspace_id_contact_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_conversations")),
        sa.UniqueConstraint(
            "workspace_id", "contact_id", name=op.f("uq_conversations_workspace_id_contact_id")
        ),
        sa.UniqueConstraint(
            "workspace_id",
            "id",
            "contact_id",
            name=op.f("uq_conversations_workspace_id_id_contact_id"),
        ),
    )
    op.create_table(
        "identities",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("contact_id", Id(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("address", Words(), nullable=False),
        sa.Column("display", Words(), nullable=False),
        sa.Column("assurance", sa.Text(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.CheckConstraint(
            "assurance IN ('claimed', 'channel', 'verified')", name=op.f("ck_identities_assurance")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "contact_id"],
            ["contacts.workspace_id", "contacts.id"],
            name=op.f("fk_identities_workspace_id_contact_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_identities")),
        sa.UniqueConstraint(
            "workspace_id",
            "scope",
            "address",
            name=op.f("uq_identities_workspace_id_scope_address"),
        ),
    )
    op.create_index(
        "ix_identities_contact_id", "identities", ["workspace_id", "contact_id"], unique=False
    )
    op.create_table(
        "kept_answers",
        sa.Column("agent_id", Id(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("request_sha256", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["agent_id"], ["agents.id"], name=op.f("fk_kept_answers_agent_id")),
        sa.PrimaryKeyConstraint("agent_id", "key", name=op.f("pk_kept_answers")),
    )
    op.create_index(op.f("ix_kept_answers_at"), "kept_answers", ["at"], unique=False)
    op.create_table(
        "sessions",
        sa.Column("token_sha256", sa.LargeBinary(length=32), nullable=False),
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("agent_id", Id(), nullable=False),
        sa.Column("csrf_token", sa.Text(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.CheckConstraint("length(token_sha256) = 32", name=op.f("ck_sessions_token")),
        sa.ForeignKeyConstraint(
            ["workspace_id", "agent_id"],
            ["agents.workspace_id", "agents.id"],
            name=op.f("fk_sessions_workspace_id_agent_id"),
        ),
        sa.PrimaryKeyConstraint("token_sha256", name=op.f("pk_sessions")),
    )
    op.create_index(op.f("ix_sessions_agent_id"), "sessions", ["agent_id"], unique=False)
    op.create_index(op.f("ix_sessions_expires_at"), "sessions", ["expires_at"], unique=False)
    op.create_table(
        "teams",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("business_hours_id", Id(), nullable=False),
        sa.Column("first_reply", Duration(), nullable=False),
        sa.Column("next_reply", Duration(), nullable=False),
        sa.CheckConstraint("first_reply > 0 AND next_reply > 0", name=op.f("ck_teams_targets")),
        sa.ForeignKeyConstraint(
            ["workspace_id", "business_hours_id"],
            ["business_hours.workspace_id", "business_hours.id"],
            name=op.f("fk_teams_workspace_id_business_hours_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_teams")),
    )
    op.create_table(
        "cases",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("conversation_id", Id(), nullable=False),
        sa.Column("contact_id", Id(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("subject", Words(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("previous_case_id", Id(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("opened_at", Instant(), nullable=False),
        sa.Column("team_id", Id(), nullable=False),
        sa.Column("owner_id", Id(), nullable=True),
        sa.Column("answer_due_at", Instant(), nullable=True),
        sa.Column("promise_due_at", Instant(), nullable=True),
        sa.Column("park_wake_at", Instant(), nullable=True),
        sa.Column("park_reason", Words(), nullable=True),
        sa.Column("open_consults", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("resolved_at", Instant(), nullable=True),
        sa.Column("facts", Json(), nullable=False),
        sa.Column("next_holder", sa.Text(), nullable=True),
        sa.Column("next_holder_id", Id(), nullable=True),
        sa.Column("next_kind", sa.Text(), nullable=True),
        sa.Column("next_opened_at", Instant(), nullable=True),
        sa.Column("next_due_at", Instant(), nullable=True),
        sa.Column("next_level", sa.Integer(), nullable=True),
        sa.Column("next_action_at", Instant(), nullable=True),
        sa.Column("last_message_id", Id(), nullable=True),
        sa.Column("last_message_text", Words(), nullable=True),
        sa.Column("last_message_direction", sa.Text(), nullable=True),
        sa.Column("last_message_at", Instant(), nullable=True),
        sa.Column("last_message_channel", sa.Text(), nullable=True),
        sa.Column("last_message_author", Words(), nullable=True),
        sa.Column("last_inbound_seq", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("delivery_failed", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("v", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "(park_wake_at IS NULL) = (park_reason IS NULL) AND (park_reason IS NULL OR park_reason <> '')",
            name=op.f("ck_cases_parked_for_a_reason"),
        ),
        sa.CheckConstraint(
            "next_holder IN ('agent', 'team', 'bot', 'department', 'timer', 'contact')",
            name=op.f("ck_cases_next_holder"),
        ),
        sa.CheckConstraint(
            "next_holder IS NULL OR next_holder <> 'agent' OR (owner_id IS NOT NULL AND next_holder_id IS NOT NULL AND next_holder_id = owner_id)",
            name=op.f("ck_cases_agents_hold_what_they_own"),
        ),
        sa.CheckConstraint(
            "next_holder IS NULL OR next_holder <> 'contact' OR (answer_due_at IS NULL AND promise_due_at IS NULL AND open_consults = 0)",
            name=op.f("ck_cases_debts_are_ours"),
        ),
        sa.CheckConstraint(
            "next_holder IS NULL OR next_holder <> 'team' OR (next_holder_id IS NOT NULL AND next_holder_id = team_id)",
            name=op.f("ck_cases_teams_hold_what_is_theirs"),
        ),
        sa.CheckConstraint(
            "next_kind IN ('answer', 'acknowledge', 'start', 'finish', 'woken', 'promise', 'delivery', 'tell', 'bot', 'consult', 'parked', 'nudge', 'close')",
            name=op.f("ck_cases_next_kind"),
        ),
        sa.CheckConstraint(
            "outcome IN ('solved', 'unsolved', 'withdrawn', 'duplicate', 'spam', 'no_reply')",
            name=op.f("ck_cases_outcome"),
        ),
        sa.CheckConstraint(
            "status <> 'open' OR (next_holder IS NOT NULL AND next_kind IS NOT NULL AND next_opened_at IS NOT NULL AND next_due_at IS NOT NULL AND next_level IS NOT NULL AND next_action_at IS NOT NULL AND resolved_at IS NULL AND outcome IS NULL)",
            name=op.f("ck_cases_open_has_a_next_move"),
        ),
        sa.CheckConstraint(
            "status <> 'resolved' OR (next_holder IS NULL AND next_holder_id IS NULL AND next_due_at IS NULL AND next_action_at IS NULL AND answer_due_at IS NULL AND promise_due_at IS NULL AND park_wake_at IS NULL AND open_consults = 0 AND resolved_at IS NOT NULL AND outcome IS NOT NULL)",
            name=op.f("ck_cases_resolved_owes_nothing"),
        ),
        sa.CheckConstraint("status IN ('open', 'resolved')", name=op.f("ck_cases_status")),
        sa.CheckConstraint("next_level IS NULL OR next_level >= 0", name=op.f("ck_cases_levels")),
        sa.CheckConstraint("number > 0", name=op.f("ck_cases_numbered")),
        sa.CheckConstraint("open_consults >= 0", name=op.f("ck_cases_consults")),
        sa.ForeignKeyConstraint(
            ["workspace_id", "conversation_id", "contact_id"],
            ["conversations.workspace_id", "conversations.id", "conversations.contact_id"],
            name=op.f("fk_cases_workspace_id_conversation_id_contact_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "owner_id"],
            ["agents.workspace_id", "agents.id"],
            name=op.f("fk_cases_workspace_id_owner_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "previous_case_id"],
            ["cases.workspace_id", "cases.id"],
            name=op.f("fk_cases_workspace_id_previous_case_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "team_id"],
            ["teams.workspace_id", "teams.id"],
            name=op.f("fk_cases_workspace_id_team_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_cases")),
        sa.UniqueConstraint(
            "workspace_id",
            "conversation_id",
            "id",
            name=op.f("uq_cases_workspace_id_conversation_id_id"),
        ),
        sa.UniqueConstraint("workspace_id", "number", name=op.f("uq_cases_workspace_id_number")),
        postgresql_with={"fillfactor": 70},
    )
    op.create_index(
        "ix_cases_action",
        "cases",
        ["next_action_at"],
        unique=False,
        sqlite_where=sa.text("status = 'open'"),
        postgresql_where=sa.text("status = 'open'"),
    )
    op.create_index(
        "ix_cases_due",
        "cases",
        ["workspace_id", "next_due_at", "id"],
        unique=False,
        sqlite_where=sa.text("status = 'open'"),
        postgresql_where=sa.text("status = 'open'"),
    )
    op.create_index(
        "ix_cases_holder",
        "cases",
        ["workspace_id", "next_holder", "next_holder_id", "next_due_at", "id"],
        unique=False,
        sqlite_where=sa.text("status = 'open'"),
        postgresql_where=sa.text("status = 'open'"),
    )
    op.create_index(
        "ix_cases_owner",
        "cases",
        ["workspace_id", "owner_id", "next_due_at", "id"],
        unique=False,
        sqlite_where=sa.text("status = 'open'"),
        postgresql_where=sa.text("status = 'open'"),
    )
    op.create_index(
        "ix_cases_resolved",
        "cases",
        ["workspace_id", "resolved_at", "id"],
        unique=False,
        sqlite_where=sa.text("status = 'resolved'"),
        postgresql_where=sa.text("status = 'resolved'"),
    )
    op.create_table(
        "inboxes",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("team_id", Id(), nullable=False),
        sa.Column("settings", Json(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", Words(), nullable=False),
        sa.Column("last_received_at", Instant(), nullable=True),
        sa.Column("last_sent_at", Instant(), nullable=True),
        sa.Column("last_error_at", Instant(), nullable=True),
        sa.CheckConstraint("state IN ('green', 'amber', 'red')", name=op.f("ck_inboxes_state")),
        sa.ForeignKeyConstraint(
            ["workspace_id", "team_id"],
            ["teams.workspace_id", "teams.id"],
            name=op.f("fk_inboxes_workspace_id_team_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_inboxes")),
        sa.UniqueConstraint("id", name=op.f("uq_inboxes_id")),
    )
    op.create_table(
        "opt_outs",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("identity_id", Id(), nullable=False),
        sa.Column("what", Words(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "identity_id"],
            ["identities.workspace_id", "identities.id"],
            name=op.f("fk_opt_outs_workspace_id_identity_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "identity_id", name=op.f("pk_opt_outs")),
    )
    op.create_table(
        "team_members",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("agent_id", Id(), nullable=False),
        sa.Column("team_id", Id(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "agent_id"],
            ["agents.workspace_id", "agents.id"],
            name=op.f("fk_team_members_workspace_id_agent_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "team_id"],
            ["teams.workspace_id", "teams.id"],
            name=op.f("fk_team_members_workspace_id_team_id"),
        ),
        sa.PrimaryKeyConstraint(
            "workspace_id", "agent_id", "team_id", name=op.f("pk_team_members")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "case_reads",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("case_id", Id(), nullable=False),
        sa.Column("agent_id", Id(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "agent_id"],
            ["agents.workspace_id", "agents.id"],
            name=op.f("fk_case_reads_workspace_id_agent_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "case_id"],
            ["cases.workspace_id", "cases.id"],
            name=op.f("fk_case_reads_workspace_id_case_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "case_id", "agent_id", name=op.f("pk_case_reads")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "effects",
        sa.Column("inbox_id", Id(), nullable=False),
        sa.Column("key", Words(), nullable=False),
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "inbox_id"],
            ["inboxes.workspace_id", "inboxes.id"],
            name=op.f("fk_effects_workspace_id_inbox_id"),
        ),
        sa.PrimaryKeyConstraint("inbox_id", "key", name=op.f("pk_effects")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "holder_spans",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("case_id", Id(), nullable=False),
        sa.Column("began_at", Instant(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("holder_id", Id(), nullable=True),
        sa.CheckConstraint(
            "holder IN ('agent', 'team', 'bot', 'department', 'timer', 'contact')",
            name=op.f("ck_holder_spans_holder"),
        ),
        sa.CheckConstraint(
            "ended_at IS NULL OR ended_at >= began_at", name=op.f("ck_holder_spans_forward")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "case_id"],
            ["cases.workspace_id", "cases.id"],
            name=op.f("fk_holder_spans_workspace_id_case_id"),
        ),
        sa.PrimaryKeyConstraint(
            "workspace_id", "case_id", "began_at", name=op.f("pk_holder_spans")
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "uq_holder_spans_now",
        "holder_spans",
        ["workspace_id", "case_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "inbox_secrets",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("inbox_id", Id(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "inbox_id"],
            ["inboxes.workspace_id", "inboxes.id"],
            name=op.f("fk_inbox_secrets_workspace_id_inbox_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "inbox_id", "name", name=op.f("pk_inbox_secrets")),
    )
    op.create_table(
        "intake",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("inbox_id", Id(), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("headers", Json(), nullable=False),
        sa.Column("query", Words(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("reason", Words(), nullable=False),
        sa.CheckConstraint(
            "state IN ('pending', 'done', 'ignored', 'quarantined')", name=op.f("ck_intake_state")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "inbox_id"],
            ["inboxes.workspace_id", "inboxes.id"],
            name=op.f("fk_intake_workspace_id_inbox_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_intake_counts", "intake", ["workspace_id", "state"], unique=False)
    op.create_index(
        "ix_intake_unfinished",
        "intake",
        ["state", "id"],
        unique=False,
        sqlite_where=sa.text("state <> 'done'"),
        postgresql_where=sa.text("state <> 'done'"),
    )
    op.create_table(
        "last_inbound",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("conversation_id", Id(), nullable=False),
        sa.Column("inbox_id", Id(), nullable=False),
        sa.Column("at", Instant(), nullable=True),
        sa.Column("window_refused_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "conversation_id"],
            ["conversations.workspace_id", "conversations.id"],
            name=op.f("fk_last_inbound_workspace_id_conversation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "inbox_id"],
            ["inboxes.workspace_id", "inboxes.id"],
            name=op.f("fk_last_inbound_workspace_id_inbox_id"),
        ),
        sa.PrimaryKeyConstraint(
            "workspace_id", "conversation_id", "inbox_id", name=op.f("pk_last_inbound")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "messages",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("conversation_id", Id(), nullable=False),
        sa.Column("case_id", Id(), nullable=False),
        sa.Column("inbox_id", Id(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("author_kind", sa.Text(), nullable=False),
        sa.Column("author_id", Id(), nullable=True),
        sa.Column("author_name", Words(), nullable=False),
        sa.Column("identity_id", Id(), nullable=True),
        sa.Column("text", Words(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("sent_at", Instant(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("content", Json(), nullable=True),
        sa.Column("provider_id", Words(), nullable=True),
        sa.Column("reply_to", Id(), nullable=True),
        sa.Column("reply_to_provider_id", Words(), nullable=True),
        sa.Column("turn_id", Id(), nullable=True),
        sa.Column("is_holding", sa.Boolean(), nullable=False),
        sa.Column("is_automatic", sa.Boolean(), nullable=False),
        sa.Column("edited_at", Instant(), nullable=True),
        sa.Column("deleted_at", Instant(), nullable=True),
        sa.Column("reactions", Json(), nullable=True),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("v", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "author_kind IN ('contact', 'agent', 'bot', 'system')",
            name=op.f("ck_messages_author_kind"),
        ),
        sa.CheckConstraint("direction IN ('in', 'out')", name=op.f("ck_messages_direction")),
        sa.CheckConstraint("v >= seq", name=op.f("ck_messages_newer_is_greater")),
        sa.ForeignKeyConstraint(
            ["workspace_id", "conversation_id", "case_id"],
            ["cases.workspace_id", "cases.conversation_id", "cases.id"],
            name=op.f("fk_messages_workspace_id_conversation_id_case_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "identity_id"],
            ["identities.workspace_id", "identities.id"],
            name=op.f("fk_messages_workspace_id_identity_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "inbox_id"],
            ["inboxes.workspace_id", "inboxes.id"],
            name=op.f("fk_messages_workspace_id_inbox_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_messages")),
    )
    op.create_index(
        "uq_messages_provider_id",
        "messages",
        ["inbox_id", "provider_id"],
        unique=True,
        sqlite_where=sa.text("provider_id IS NOT NULL"),
        postgresql_where=sa.text("provider_id IS NOT NULL"),
    )
    op.create_table(
        "moves",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("case_id", Id(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("holder_id", Id(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("opened_at", Instant(), nullable=False),
        sa.Column("due_at", Instant(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("is_next", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "holder IN ('agent', 'team', 'bot', 'department', 'timer', 'contact')",
            name=op.f("ck_moves_holder"),
        ),
        sa.CheckConstraint(
            "kind IN ('answer', 'acknowledge', 'start', 'finish', 'woken', 'promise', 'delivery', 'tell', 'bot', 'consult', 'parked', 'nudge', 'close')",
            name=op.f("ck_moves_kind"),
        ),
        sa.CheckConstraint("is_next = (place = 0)", name=op.f("ck_moves_first_is_next")),
        sa.ForeignKeyConstraint(
            ["workspace_id", "case_id"],
            ["cases.workspace_id", "cases.id"],
            name=op.f("fk_moves_workspace_id_case_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "case_id", "place", name=op.f("pk_moves")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "uq_moves_next",
        "moves",
        ["workspace_id", "case_id"],
        unique=True,
        sqlite_where=sa.text("is_next"),
        postgresql_where=sa.text("is_next"),
    )
    op.create_table(
        "notes",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("conversation_id", Id(), nullable=False),
        sa.Column("case_id", Id(), nullable=False),
        sa.Column("author_kind", sa.Text(), nullable=False),
        sa.Column("author_id", Id(), nullable=True),
        sa.Column("author_name", Words(), nullable=False),
        sa.Column("text", Words(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "author_kind IN ('contact', 'agent', 'bot', 'system')",
            name=op.f("ck_notes_author_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "conversation_id", "case_id"],
            ["cases.workspace_id", "cases.conversation_id", "cases.id"],
            name=op.f("fk_notes_workspace_id_conversation_id_case_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_notes")),
    )
    op.create_table(
        "templates",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("inbox_id", Id(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("body", Words(), nullable=False),
        sa.Column("parameters", Json(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "inbox_id"],
            ["inboxes.workspace_id", "inboxes.id"],
            name=op.f("fk_templates_workspace_id_inbox_id"),
        ),
        sa.PrimaryKeyConstraint(
            "workspace_id", "inbox_id", "name", "language", name=op.f("pk_templates")
        ),
    )
    op.create_table(
        "turns",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("case_id", Id(), nullable=False),
        sa.Column("opened_at", Instant(), nullable=False),
        sa.Column("due_at", Instant(), nullable=False),
        sa.Column("acknowledge_by", Instant(), nullable=False),
        sa.Column("is_first", sa.Boolean(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("satisfied_at", Instant(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("reply_id", Id(), nullable=True),
        sa.CheckConstraint(
            "outcome IN ('met', 'missed', 'not_needed', 'cancelled', 'joined')",
            name=op.f("ck_turns_outcome"),
        ),
        sa.CheckConstraint(
            "(satisfied_at IS NULL) = (outcome IS NULL)", name=op.f("ck_turns_ended_somehow")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "case_id"],
            ["cases.workspace_id", "cases.id"],
            name=op.f("fk_turns_workspace_id_case_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_turns")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_turns_case_id", "turns", ["workspace_id", "case_id"], unique=False)
    op.create_index(
        "uq_turns_open",
        "turns",
        ["workspace_id", "case_id"],
        unique=True,
        sqlite_where=sa.text("satisfied_at IS NULL"),
        postgresql_where=sa.text("satisfied_at IS NULL"),
    )
    op.create_table(
        "attachments",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("media_type", Words(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("conversation_id", Id(), nullable=True),
        sa.Column("message_id", Id(), nullable=True),
        sa.Column("inbox_id", Id(), nullable=True),
        sa.Column("source", Json(), nullable=True),
        sa.Column("byte_count", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("blob", sa.Text(), nullable=False),
        sa.Column("thumbnail_blob", sa.Text(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("uploaded_by", Id(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_attempt_at", Instant(), nullable=True),
        sa.Column("reason", Words(), nullable=False),
        sa.CheckConstraint(
            "state <> 'ready' OR blob <> ''", name=op.f("ck_attachments_ready_is_here")
        ),
        sa.CheckConstraint(
            "state IN ('pending', 'ready', 'failed')", name=op.f("ck_attachments_state")
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "conversation_id"],
            ["conversations.workspace_id", "conversations.id"],
            name=op.f("fk_attachments_workspace_id_conversation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "inbox_id"],
            ["inboxes.workspace_id", "inboxes.id"],
            name=op.f("fk_attachments_workspace_id_inbox_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "message_id"],
            ["messages.workspace_id", "messages.id"],
            name=op.f("fk_attachments_workspace_id_message_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "uploaded_by"],
            ["agents.workspace_id", "agents.id"],
            name=op.f("fk_attachments_workspace_id_uploaded_by"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_attachments")),
    )
    op.create_index(
        "ix_attachments_message_id",
        "attachments",
        ["message_id"],
        unique=False,
        sqlite_where=sa.text("message_id IS NOT NULL"),
        postgresql_where=sa.text("message_id IS NOT NULL"),
    )
    op.create_index(
        "ix_attachments_pending",
        "attachments",
        ["next_attempt_at"],
        unique=False,
        sqlite_where=sa.text("state = 'pending'"),
        postgresql_where=sa.text("state = 'pending'"),
    )
    op.create_table(
        "deliveries",
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("message_id", Id(), nullable=False),
        sa.Column("conversation_id", Id(), nullable=False),
        sa.Column("case_id", Id(), nullable=False),
        sa.Column("inbox_id", Id(), nullable=False),
        sa.Column("identity_id", Id(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("queued_at", Instant(), nullable=False),
        sa.Column("held_until", Instant(), nullable=False),
        sa.Column("next_attempt_at", Instant(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_until", Instant(), nullable=True),
        sa.Column("progress", Json(), nullable=True),
        sa.Column("answered", Json(), nullable=True),
        sa.Column("kept", Json(), nullable=True),
        sa.Column("promised", Json(), nullable=True),
        sa.Column("undo", Json(), nullable=True),
        sa.Column("provider_ids", Json(), nullable=False),
        sa.Column("reason_code", sa.Text(), nullable=False),
        sa.Column("reason", Words(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "state <> 'sending' OR lease_until IS NOT NULL",
            name=op.f("ck_deliveries_sending_has_a_lease"),
        ),
        sa.CheckConstraint(
            "state IN ('queued', 'sending', 'unknown', 'sent', 'delivered', 'read', 'failed', 'cancelled')",
            name=op.f("ck_deliveries_state"),
        ),
        sa.CheckConstraint("attempts >= 0", name=op.f("ck_deliveries_attempts")),
        sa.ForeignKeyConstraint(
            ["workspace_id", "conversation_id", "case_id"],
            ["cases.workspace_id", "cases.conversation_id", "cases.id"],
            name=op.f("fk_deliveries_workspace_id_conversation_id_case_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "identity_id"],
            ["identities.workspace_id", "identities.id"],
            name=op.f("fk_deliveries_workspace_id_identity_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "inbox_id"],
            ["inboxes.workspace_id", "inboxes.id"],
            name=op.f("fk_deliveries_workspace_id_inbox_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "message_id"],
            ["messages.workspace_id", "messages.id"],
            name=op.f("fk_deliveries_workspace_id_message_id"),
        ),
        sa.PrimaryKeyConstraint("workspace_id", "message_id", name=op.f("pk_deliveries")),
        postgresql_with={"fillfactor": 70},
    )
    op.create_index(
        "ix_deliveries_inbox",
        "deliveries",
        ["inbox_id"],
        unique=False,
        sqlite_where=sa.text("state = 'queued'"),
        postgresql_where=sa.text("state = 'queued'"),
    )
    op.create_index(
        "ix_deliveries_lease",
        "deliveries",
        ["lease_until"],
        unique=False,
        sqlite_where=sa.text("state = 'sending'"),
        postgresql_where=sa.text("state = 'sending'"),
    )
    op.create_index(
        "ix_deliveries_order",
        "deliveries",
        ["workspace_id", "conversation_id", "inbox_id", "seq"],
        unique=False,
        sqlite_where=sa.text("state = 'queued'"),
        postgresql_where=sa.text("state = 'queued'"),
    )
    op.create_index(
        "ix_deliveries_queued",
        "deliveries",
        ["next_attempt_at"],
        unique=False,
        sqlite_where=sa.text("state = 'queued'"),
        postgresql_where=sa.text("state = 'queued'"),
    )
    op.create_index(
        "uq_deliveries_sending",
        "deliveries",
        ["workspace_id", "conversation_id"],
        unique=True,
        sqlite_where=sa.text("state = 'sending'"),
        postgresql_where=sa.text("state = 'sending'"),
    )
    op.create_table(
        "delivery_provider_ids",
        sa.Column("inbox_id", Id(), nullable=False),
        sa.Column("provider_id", Words(), nullable=False),
        sa.Column("workspace_id", Id(), nullable=False),
        sa.Column("message_id", Id(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "inbox_id"],
            ["inboxes.workspace_id", "inboxes.id"],
            name=op.f("fk_delivery_provider_ids_workspace_id_inbox_id"),
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "message_id"],
            ["deliveries.workspace_id", "deliveries.message_id"],
            name=op.f("fk_delivery_provider_ids_workspace_id_message_id"),
        ),
        sa.PrimaryKeyConstraint("inbox_id", "provider_id", name=op.f("pk_delivery_provider_ids")),
        sqlite_with_rowid=False,
    )
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in SEARCH_SQLITE if is_sqlite else SEARCH_POSTGRESQL:
        op.execute(statement)
