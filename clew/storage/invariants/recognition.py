"""One contact with many identities: nobody is two, and who was joined leads to whom they are now.

Constraints hold that a contact has one conversation, that an address and a case are of somebody
who has one, and that somebody joined is a part of one other.
"""

# Everybody who was joined, with everybody on the way from there; a thousand steps are a circle.
WAY = (
    "WITH RECURSIVE way (workspace_id, first_id, id, merged_into_id, steps) AS"
    " (SELECT t.workspace_id, t.id, t.id, t.merged_into_id, 0 FROM {table} t"
    " WHERE t.merged_into_id IS NOT NULL UNION ALL"
    " SELECT w.workspace_id, w.first_id, t.id, t.merged_into_id, w.steps + 1 FROM way w"
    " JOIN {table} t ON t.workspace_id = w.workspace_id AND t.id = w.merged_into_id"
    " WHERE w.steps < 1000)"
)

RECOGNITION: dict[str, str] = {
    "merged_contact_with_a_conversation": (
        "SELECT count(*) FROM contacts k JOIN conversations v ON v.workspace_id = k.workspace_id"
        " AND v.contact_id = k.id WHERE k.merged_into_id IS NOT NULL"
    ),
    "merged_contact_that_leads_nowhere": (
        "{way_of_contacts} SELECT count(*) FROM contacts k"
        " WHERE k.merged_into_id IS NOT NULL AND NOT EXISTS"
        " (SELECT 1 FROM way w JOIN conversations v ON v.workspace_id = w.workspace_id"
        " AND v.contact_id = w.id WHERE w.workspace_id = k.workspace_id AND w.first_id = k.id"
        " AND w.merged_into_id IS NULL)"
    ),
    "merged_conversation_that_leads_nowhere": (
        "{way_of_conversations} SELECT count(*) FROM conversations v"
        " WHERE v.merged_into_id IS NOT NULL AND NOT EXISTS"
        " (SELECT 1 FROM way w WHERE w.workspace_id = v.workspace_id AND w.first_id = v.id"
        " AND w.merged_into_id IS NULL)"
    ),
    "merged_conversation_with_entries": (
        "SELECT count(*) FROM log l JOIN conversations v ON v.workspace_id = l.workspace_id"
        " AND v.id = l.conversation_id WHERE l.is_shown AND v.merged_into_id IS NOT NULL"
    ),
    "merge_and_contact_disagree": (
        "SELECT count(*) FROM contacts k WHERE (k.merged_into_id IS NOT NULL) <> EXISTS"
        " (SELECT 1 FROM merges m WHERE m.workspace_id = k.workspace_id AND m.merged_id = k.id"
        " AND m.undone_at IS NULL AND (k.merged_into_id IS NULL OR m.kept_id = k.merged_into_id))"
    ),
    "merge_and_conversation_disagree": (
        "SELECT count(*) FROM conversations v WHERE (v.merged_into_id IS NOT NULL) <> EXISTS"
        " (SELECT 1 FROM merges m WHERE m.workspace_id = v.workspace_id"
        " AND m.merged_conversation_id = v.id AND m.undone_at IS NULL"
        " AND (v.merged_into_id IS NULL OR m.kept_conversation_id = v.merged_into_id))"
    ),
    "identity_whose_home_is_elsewhere": (
        "SELECT count(*) FROM identities i JOIN contacts k ON k.workspace_id = i.workspace_id"
        " AND k.id = i.home_contact_id WHERE i.home_contact_id <> i.contact_id"
        " AND k.merged_into_id IS NULL"
    ),
    "identity_that_failed_without_a_word": (
        "SELECT count(*) FROM identities i WHERE (i.failed_at IS NULL) <> (i.failure_code IS NULL)"
        " OR (i.failed_at IS NULL) <> (i.failure_reason IS NULL)"
    ),
    "case_whose_home_is_elsewhere": (
        "SELECT count(*) FROM cases c JOIN contacts k ON k.workspace_id = c.workspace_id"
        " AND k.id = c.home_contact_id WHERE c.home_contact_id <> c.contact_id"
        " AND k.merged_into_id IS NULL"
    ),
    "message_of_another_conversation": (
        "SELECT count(*) FROM messages m JOIN cases c ON c.workspace_id = m.workspace_id"
        " AND c.id = m.case_id WHERE {young} AND c.conversation_id <> m.conversation_id"
    ),
    "note_of_another_conversation": (
        "SELECT count(*) FROM notes m JOIN cases c ON c.workspace_id = m.workspace_id"
        " AND c.id = m.case_id WHERE {young} AND c.conversation_id <> m.conversation_id"
    ),
    "entry_of_another_conversation": (
        "SELECT count(*) FROM log l JOIN cases c ON c.workspace_id = l.workspace_id"
        " AND c.id = l.case_id WHERE l.is_shown AND l.seq > (SELECT w.seq - :recent"
        " FROM workspaces w WHERE w.id = l.workspace_id)"
        " AND c.conversation_id <> l.conversation_id"
    ),
}
