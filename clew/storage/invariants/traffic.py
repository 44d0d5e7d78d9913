"""From the wire to the case and back: the intake, messages, deliveries, files."""

TRAFFIC: dict[str, str] = {
    "I12_message_without_a_place_in_the_log": (
        "SELECT count(*) FROM messages m WHERE {young} AND NOT EXISTS (SELECT 1 FROM log l"
        " WHERE l.workspace_id = m.workspace_id AND l.seq = m.seq AND l.message_id = m.id)"
    ),
    "I12_message_of_a_turn_that_is_not_there": (
        "SELECT count(*) FROM messages m WHERE {young} AND m.direction = 'in'"
        " AND m.turn_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM turns t"
        " WHERE t.workspace_id = m.workspace_id AND t.id = m.turn_id)"
    ),
    "L2_pending_too_long": (
        "SELECT count(*) FROM intake e WHERE e.state = 'pending' AND e.state <> 'done'"
        " AND e.received_at < :taken_in_by"
    ),
    "L2_set_aside_without_a_reason": (
        "SELECT count(*) FROM intake e WHERE e.state IN ('quarantined', 'ignored')"
        " AND e.state <> 'done' AND e.reason = ''"
    ),
    # One name of the provider's for what came in and for what we sent.
    "L3_one_event_had_two_effects": (
        "SELECT count(*) FROM messages m WHERE {young} AND m.direction = 'in' AND EXISTS"
        " (SELECT 1 FROM delivery_provider_ids d WHERE d.inbox_id = m.inbox_id"
        " AND d.provider_id = m.provider_id)"
    ),
    "L6_reply_without_a_delivery": (
        "SELECT count(*) FROM messages m WHERE {young} AND m.direction = 'out'"
        " AND m.author_kind = 'agent' AND NOT EXISTS (SELECT 1 FROM deliveries d"
        " WHERE d.workspace_id = m.workspace_id AND d.message_id = m.id)"
    ),
    "L6_delivery_of_what_came_in": (
        "SELECT count(*) FROM messages m JOIN deliveries d ON d.workspace_id = m.workspace_id"
        " AND d.message_id = m.id WHERE {young} AND m.direction = 'in'"
    ),
    "L6_delivery_of_another_conversation": (
        "SELECT count(*) FROM messages m JOIN deliveries d ON d.workspace_id = m.workspace_id"
        " AND d.message_id = m.id WHERE {young} AND (d.conversation_id <> m.conversation_id"
        " OR d.inbox_id <> m.inbox_id OR d.case_id <> m.case_id)"
    ),
    "L6_sending_too_long": (
        "SELECT count(*) FROM deliveries d WHERE d.state = 'sending' AND d.lease_until < :sent_by"
    ),
    # Only the first of a conversation: those behind it wait for their turn.
    "L6_queued_too_long": (
        "SELECT count(*) FROM deliveries d JOIN inboxes i ON i.id = d.inbox_id"
        " AND i.state = 'green' WHERE d.state = 'queued' AND d.next_attempt_at < :tried_by"
        " AND NOT EXISTS (SELECT 1 FROM deliveries e WHERE e.workspace_id = d.workspace_id"
        " AND e.conversation_id = d.conversation_id AND e.state = 'queued' AND e.seq < d.seq)"
    ),
    "L6_scheduled_too_long": (
        "SELECT count(*) FROM deliveries d WHERE d.state = 'scheduled' AND d.held_until < :tried_by"
    ),
    "L6_name_of_a_message_that_was_not_sent": (
        "SELECT count(*) FROM deliveries d JOIN delivery_provider_ids p"
        " ON p.workspace_id = d.workspace_id AND p.message_id = d.message_id"
        " WHERE d.state = 'queued' AND d.attempts = 0"
    ),
    "orphan_contact_without_a_conversation": (
        "SELECT count(*) FROM contacts k WHERE k.id > :young AND k.merged_into_id IS NULL"
        " AND NOT EXISTS"
        " (SELECT 1 FROM conversations v WHERE v.workspace_id = k.workspace_id"
        " AND v.contact_id = k.id)"
    ),
    "orphan_file_that_nobody_will_fetch": (
        "SELECT count(*) FROM attachments f WHERE f.state = 'pending'"
        " AND (f.next_attempt_at IS NULL OR f.source IS NULL)"
    ),
    "orphan_file_of_another_conversation": (
        "SELECT count(*) FROM attachments f JOIN messages m ON m.workspace_id = f.workspace_id"
        " AND m.id = f.message_id WHERE {young} AND f.conversation_id <> m.conversation_id"
    ),
}
