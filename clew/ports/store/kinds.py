"""Kinds of log entries, by what a reader does with them."""

from collections.abc import Mapping

# They are entries of a conversation's timeline.
MESSAGE = "message"
NOTE = "note"
# Two contacts became one, or two again: whoever shows their time line has to read it anew.
CONTACTS_MERGED = "contacts_merged"
CONTACTS_PARTED = "contacts_parted"
# What the contact themselves has shown to be theirs.
IDENTITY_PROVEN = "identity_proven"
SHOWN_EVENTS: frozenset[str] = frozenset(
    {
        "case_opened",
        "case_resolved",
        "case_reopened",
        "case_parked",
        "case_woken",
        "case_assigned",
        "promise_made",
        "promise_withdrawn",
        "promise_came_near",
        "holding_reply_sent",
        "reply_not_needed",
        "reply_undone",
        "delivery_failed",
        "contact_nudged",
        "consult_opened",
        "consult_closed",
        "consult_redirected",
        "identity_changed",
        IDENTITY_PROVEN,
        "contact_erased",
        "opted_out",
        "opted_in",
        "subject_changed",
        CONTACTS_MERGED,
        CONTACTS_PARTED,
    }
)

# They change an earlier entry: `message_id` says which.
MESSAGE_CHANGED = "message_changed"
DELIVERY_CHANGED = "delivery_changed"
ATTACHMENT_CHANGED = "attachment_changed"
TOUCHING: frozenset[str] = frozenset({MESSAGE_CHANGED, DELIVERY_CHANGED, ATTACHMENT_CHANGED})

# They change no timeline, but something that browsers show.
CASE_CHANGED = "case_changed"
CASE_TAGGED = "case_tagged"
CONTACT_CHANGED = "contact_changed"
AGENT_CHANGED = "agent_changed"
INBOX_CHANGED = "inbox_changed"
TEAM_CHANGED = "team_changed"

# They change what stands beside the cases, which browsers read again as a whole. An entry that
# has an agent is about that one's own, and nobody else is told of it.
TAGS_CHANGED = "tags_changed"
CANNED_REPLIES_CHANGED = "canned_replies_changed"
VIEWS_CHANGED = "views_changed"
STARS_CHANGED = "stars_changed"
MENTIONS_READ = "mentions_read"
PREFERENCES_CHANGED = "preferences_changed"
OUTDATING: Mapping[str, str] = {
    TEAM_CHANGED: "teams",
    TAGS_CHANGED: "tags",
    CANNED_REPLIES_CHANGED: "canned_replies",
    VIEWS_CHANGED: "views",
    STARS_CHANGED: "stars",
    MENTIONS_READ: "mentions",
    PREFERENCES_CHANGED: "preferences",
}

# They change nothing: that somebody saw something is kept.
FIELD_SHOWN = "field_shown"
