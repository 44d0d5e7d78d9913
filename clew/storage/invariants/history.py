"""What was: the spans of holders, the turns, and the log that everything is read from."""

HISTORY: dict[str, str] = {
    # What was brought in from an archive has its place before all that happened here.
    "past_entry_without_a_place_of_its_own": (
        "SELECT count(*) FROM log l WHERE l.place IS NOT NULL AND (l.place >= 0 OR NOT l.is_shown)"
    ),
    # Together: the spans of a case add up to the time that it was open.
    "I5_spans_do_not_begin_with_the_case": (
        "SELECT count(*) FROM cases c WHERE coalesce((SELECT min(s.began_at) FROM holder_spans s"
        " WHERE s.workspace_id = c.workspace_id AND s.case_id = c.id) <> c.opened_at, true)"
    ),
    "I5_spans_do_not_end_with_the_case": (
        "SELECT count(*) FROM cases c WHERE c.status = 'resolved'"
        " AND coalesce((SELECT max(s.ended_at) FROM holder_spans s"
        " WHERE s.workspace_id = c.workspace_id AND s.case_id = c.id) < c.resolved_at, true)"
    ),
    "I5_the_holder_of_now_has_no_span": (
        "SELECT count(*) FROM cases c WHERE (c.status = 'open') <> EXISTS"
        " (SELECT 1 FROM holder_spans s WHERE s.workspace_id = c.workspace_id"
        " AND s.case_id = c.id AND s.ended_at IS NULL AND (c.status <> 'open'"
        " OR (s.holder = c.next_holder AND coalesce(s.holder_id = c.next_holder_id,"
        " s.holder_id IS NULL AND c.next_holder_id IS NULL))))"
    ),
    # Between two spans lies nothing, but for a time in which the case was resolved.
    "I5_spans_overlap_or_leave_a_gap": (
        "SELECT count(*) FROM (SELECT s.workspace_id, s.case_id, s.began_at,"
        " lag(s.ended_at) OVER w AS before_at, lag(s.began_at) OVER w AS earlier_at"
        " FROM holder_spans s"
        " WINDOW w AS (PARTITION BY s.workspace_id, s.case_id ORDER BY s.began_at)) p"
        " JOIN cases c ON c.workspace_id = p.workspace_id AND c.id = p.case_id"
        " WHERE p.earlier_at IS NOT NULL AND (p.before_at IS NULL OR p.began_at < p.before_at"
        " OR (p.began_at > p.before_at AND NOT EXISTS (SELECT 1 FROM log l"
        " WHERE l.workspace_id = c.workspace_id AND l.conversation_id = c.conversation_id"
        " AND l.is_shown AND l.kind = 'case_resolved' AND l.case_id = c.id"
        " AND l.at <= p.began_at)))"
    ),
    "turns_and_facts_disagree": (
        "SELECT count(*) FROM cases c WHERE c.status = 'open'"
        " AND ((c.answer_due_at IS NULL) = EXISTS (SELECT 1 FROM turns t"
        " WHERE t.workspace_id = c.workspace_id AND t.case_id = c.id AND t.satisfied_at IS NULL)"
        " OR EXISTS (SELECT 1 FROM turns t WHERE t.workspace_id = c.workspace_id"
        " AND t.case_id = c.id AND t.satisfied_at IS NULL AND t.due_at <> c.answer_due_at))"
    ),
    "log_has_gaps": (
        "SELECT count(*) FROM workspaces w WHERE w.seq <> (SELECT count(*) FROM log l"
        " WHERE l.workspace_id = w.id) OR w.seq <> coalesce((SELECT max(l.seq) FROM log l"
        " WHERE l.workspace_id = w.id), 0)"
    ),
    "log_names_what_is_not_there": (
        "SELECT count(*) FROM log l WHERE l.seq > (SELECT w.seq - :recent FROM workspaces w"
        " WHERE w.id = l.workspace_id) AND ((l.kind = 'message' AND NOT EXISTS"
        " (SELECT 1 FROM messages m WHERE m.workspace_id = l.workspace_id AND m.id = l.message_id"
        " AND m.seq = l.seq)) OR (l.kind = 'note' AND NOT EXISTS"
        " (SELECT 1 FROM notes n WHERE n.workspace_id = l.workspace_id AND n.id = l.note_id"
        " AND n.seq = l.seq)))"
    ),
    "search_is_ahead_of_the_log": (
        "SELECT count(*) FROM search_progress p JOIN workspaces w ON w.id = p.workspace_id"
        " WHERE p.seq > w.seq"
    ),
}
