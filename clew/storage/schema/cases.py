"""Cases, whose move it is, and the history of turns and holders.

`facts` holds all of `clew.domain.facts.Facts` as JSON and is the truth. The columns beside it
are what constraints and lists read; `clew.storage.cases` makes them from the same facts in one
function, so they cannot say something else. `next_*` is the next move.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from clew.domain.facts import CaseStatus, Facts, Outcome
from clew.domain.moves import Holder, MoveKind
from clew.storage.schema.parts import (
    check,
    id_column,
    metadata,
    one_of,
    partial,
    refers,
    workspace_column,
)
from clew.storage.types import Id, Instant, Json, Words

IS_OPEN = text("status = 'open'")
# When something was said in a case; before that, when it was opened.
SAID_AT = text("coalesce(last_message_at, opened_at)")
IS_RESOLVED = text("status = 'resolved'")
IS_NEXT = text("is_next")
HAS_NOT_ENDED = text("ended_at IS NULL")
IS_UNANSWERED = text("satisfied_at IS NULL")

_HELD_BY = ("workspace_id", "next_holder", "next_holder_id")

cases = Table(
    "cases",
    metadata,
    workspace_column(),
    id_column(),
    Column("conversation_id", Id, nullable=False),
    Column("contact_id", Id, nullable=False),
    # Whose it is when contacts who were joined are parted; NULL: not decided, see `joining`.
    Column("home_contact_id", Id),
    Column("number", BigInteger, nullable=False),
    Column("subject", Words, nullable=False),
    Column("revision", BigInteger, nullable=False),
    Column("previous_case_id", Id),
    # --- what constraints and lists need of the facts
    Column("status", Text, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("team_id", Id, nullable=False),
    Column("owner_id", Id),
    Column("answer_due_at", Instant),
    Column("promise_due_at", Instant),
    Column("park_wake_at", Instant),
    Column("park_reason", Words),
    Column("open_consults", Integer, nullable=False),
    Column("outcome", Text),
    Column("resolved_at", Instant),
    Column("facts", Json(Facts), nullable=False),
    # --- the next move
    Column("next_holder", Text),
    Column("next_holder_id", Id),
    Column("next_kind", Text),
    Column("next_opened_at", Instant),
    Column("next_due_at", Instant),
    Column("next_level", Integer),
    # When the clock has to look at it again: the one column that the sweeper reads.
    Column("next_action_at", Instant),
    # --- what lists show; kept by the recorder
    Column("last_message_id", Id),
    Column("last_message_text", Words),
    Column("last_message_direction", Text),
    Column("last_message_at", Instant),
    Column("last_message_channel", Text),
    Column("last_message_author", Words),
    # The latest message of the contact: unread by whom `case_reads` says less.
    Column("last_inbound_seq", BigInteger, nullable=False, server_default="0"),
    Column("delivery_failed", Boolean, nullable=False, server_default=text("false")),
    # The sequence number of the last change.
    Column("v", BigInteger, nullable=False),
    ForeignKeyConstraint(
        ["workspace_id", "conversation_id", "contact_id"],
        ["conversations.workspace_id", "conversations.id", "conversations.contact_id"],
    ),
    refers("team_id", "teams"),
    refers("owner_id", "agents"),
    refers("previous_case_id", "cases"),
    UniqueConstraint("workspace_id", "number"),
    # By which the cases of a conversation are found.
    UniqueConstraint("workspace_id", "conversation_id", "id"),
    one_of("status", CaseStatus),
    one_of("outcome", Outcome),
    one_of("next_holder", Holder),
    one_of("next_kind", MoveKind),
    check("numbered", "number > 0"),
    check("consults", "open_consults >= 0"),
    check(
        "open_has_a_next_move",
        "status <> 'open' OR (next_holder IS NOT NULL AND next_kind IS NOT NULL"
        " AND next_opened_at IS NOT NULL AND next_due_at IS NOT NULL AND next_level IS NOT NULL"
        " AND next_action_at IS NOT NULL AND resolved_at IS NULL AND outcome IS NULL)",
    ),
    check(
        "resolved_owes_nothing",
        "status <> 'resolved' OR (next_holder IS NULL AND next_holder_id IS NULL"
        " AND next_due_at IS NULL AND next_action_at IS NULL AND answer_due_at IS NULL"
        " AND promise_due_at IS NULL AND park_wake_at IS NULL AND open_consults = 0"
        " AND resolved_at IS NOT NULL AND outcome IS NOT NULL)",
    ),
    # An open answer, a promise and a consult are ours to act on; the contact cannot hold them.
    check(
        "debts_are_ours",
        "next_holder IS NULL OR next_holder <> 'contact' OR (answer_due_at IS NULL"
        " AND promise_due_at IS NULL AND open_consults = 0)",
    ),
    check(
        "agents_hold_what_they_own",
        "next_holder IS NULL OR next_holder <> 'agent' OR (owner_id IS NOT NULL"
        " AND next_holder_id IS NOT NULL AND next_holder_id = owner_id)",
    ),
    check(
        "teams_hold_what_is_theirs",
        "next_holder IS NULL OR next_holder <> 'team' OR (next_holder_id IS NOT NULL"
        " AND next_holder_id = team_id)",
    ),
    check("levels", "next_level IS NULL OR next_level >= 0"),
    check(
        "parked_for_a_reason",
        "(park_wake_at IS NULL) = (park_reason IS NULL)"
        " AND (park_reason IS NULL OR park_reason <> '')",
    ),
    partial("ix_cases_owner", "workspace_id", "owner_id", "next_due_at", "id", where=IS_OPEN),
    partial(
        "ix_cases_holder",
        "workspace_id",
        "next_holder",
        "next_holder_id",
        "next_due_at",
        "id",
        where=IS_OPEN,
    ),
    partial("ix_cases_due", "workspace_id", "next_due_at", "id", where=IS_OPEN),
    # The other orders of the same lists; what an agent owns is few, and sorted when it is found.
    partial("ix_cases_holder_since", *_HELD_BY, "next_opened_at", "id", where=IS_OPEN),
    partial("ix_cases_since", "workspace_id", "next_opened_at", "id", where=IS_OPEN),
    partial("ix_cases_holder_said", *_HELD_BY, SAID_AT, "id", where=IS_OPEN),
    partial("ix_cases_said", "workspace_id", SAID_AT, "id", where=IS_OPEN),
    partial("ix_cases_action", "next_action_at", where=IS_OPEN),
    partial("ix_cases_resolved", "workspace_id", "resolved_at", "id", where=IS_RESOLVED),
    # Room in each page, so that an update that touches no index stays in it (HOT).
    postgresql_with={"fillfactor": 70},
)

moves = Table(
    "moves",
    metadata,
    workspace_column(),
    Column("case_id", Id, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("holder", Text, nullable=False),
    Column("holder_id", Id),
    Column("kind", Text, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("level", Integer, nullable=False),
    Column("is_next", Boolean, nullable=False),
    refers("case_id", "cases"),
    one_of("holder", Holder),
    one_of("kind", MoveKind),
    check("first_is_next", "is_next = (place = 0)"),
    partial("uq_moves_next", "workspace_id", "case_id", where=IS_NEXT, is_unique=True),
    sqlite_with_rowid=False,
)

# Every turn there ever was. `outcome` says how an answer ended: met, missed, not_needed,
# cancelled, or joined with an older one; both it and `satisfied_at` are NULL while it is owed.
TURN_OUTCOMES = ("met", "missed", "not_needed", "cancelled", "joined")

turns = Table(
    "turns",
    metadata,
    workspace_column(),
    id_column(),
    Column("case_id", Id, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("acknowledge_by", Instant, nullable=False),
    Column("is_first", Boolean, nullable=False),
    Column("level", Integer, nullable=False),
    Column("satisfied_at", Instant),
    Column("outcome", Text),
    Column("reply_id", Id),
    refers("case_id", "cases"),
    one_of("outcome", TURN_OUTCOMES),
    check("ended_somehow", "(satisfied_at IS NULL) = (outcome IS NULL)"),
    Index("ix_turns_case_id", "workspace_id", "case_id"),
    partial("uq_turns_open", "workspace_id", "case_id", where=IS_UNANSWERED, is_unique=True),
    sqlite_with_rowid=False,
)

# Who held the next move from when to when; the spans of a case add up to its open time.
holder_spans = Table(
    "holder_spans",
    metadata,
    workspace_column(),
    Column("case_id", Id, primary_key=True),
    Column("began_at", Instant, primary_key=True),
    Column("ended_at", Instant),
    Column("holder", Text, nullable=False),
    Column("holder_id", Id),
    refers("case_id", "cases"),
    one_of("holder", Holder),
    check("forward", "ended_at IS NULL OR ended_at >= began_at"),
    partial("uq_holder_spans_now", "workspace_id", "case_id", where=HAS_NOT_ENDED, is_unique=True),
    sqlite_with_rowid=False,
)

case_reads = Table(
    "case_reads",
    metadata,
    workspace_column(),
    Column("case_id", Id, primary_key=True),
    Column("agent_id", Id, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    refers("case_id", "cases"),
    refers("agent_id", "agents"),
    sqlite_with_rowid=False,
)
