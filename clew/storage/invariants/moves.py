"""Whose move it is: the cases that are open, their moves, and what they are owed."""

MOVES: dict[str, str] = {
    "I1_open_without_a_next_move": (
        "{open} AND (SELECT count(*) FROM moves m WHERE {of_case} AND m.is_next) <> 1"
    ),
    "I1_columns_and_moves_disagree": (
        "{open} AND NOT EXISTS (SELECT 1 FROM moves m WHERE {of_case} AND m.is_next"
        " AND m.holder = c.next_holder AND m.kind = c.next_kind AND m.level = c.next_level"
        " AND m.opened_at = c.next_opened_at AND m.due_at = c.next_due_at"
        " AND coalesce(m.holder_id = c.next_holder_id,"
        " m.holder_id IS NULL AND c.next_holder_id IS NULL))"
    ),
    "I1_next_move_is_not_the_first": (
        "SELECT count(*) FROM moves n JOIN moves m ON m.workspace_id = n.workspace_id"
        " AND m.case_id = n.case_id WHERE n.is_next"
        " AND {rank_m} < {rank_n}"
    ),
    "I1_columns_and_facts_disagree": (
        "SELECT count(*) FROM cases c WHERE {status} <> c.status"
        " OR ({answer} IS NULL) <> (c.answer_due_at IS NULL)"
        " OR ({promise} IS NULL) <> (c.promise_due_at IS NULL)"
        " OR ({park} IS NULL) <> (c.park_wake_at IS NULL)"
        " OR ({owner} IS NULL) <> (c.owner_id IS NULL)"
        " OR ({resolution} IS NULL) <> (c.resolved_at IS NULL)"
        " OR {consults} <> c.open_consults"
    ),
    # Whoever leaves hands over first; a team without anybody still has the leads above it.
    "I2_held_by_nobody_who_can_act": (
        "SELECT count(*) FROM moves m WHERE (m.holder = 'agent' AND NOT EXISTS"
        " (SELECT 1 FROM agents a WHERE a.workspace_id = m.workspace_id AND a.id = m.holder_id"
        " AND NOT a.is_disabled)) OR (m.holder = 'team' AND NOT EXISTS"
        " (SELECT 1 FROM teams t WHERE t.workspace_id = m.workspace_id AND t.id = m.holder_id))"
    ),
    "I2_nobody_to_escalate_to": (
        "SELECT count(*) FROM (SELECT t.workspace_id, t.id FROM teams t"
        " WHERE NOT EXISTS (SELECT 1 FROM agents a WHERE a.workspace_id = t.workspace_id"
        " AND NOT a.is_disabled AND a.role IN ('supervisor', 'admin'))"
        " AND NOT EXISTS (SELECT 1 FROM team_members b JOIN agents a"
        " ON a.workspace_id = b.workspace_id AND a.id = b.agent_id AND NOT a.is_disabled"
        " WHERE b.workspace_id = t.workspace_id AND b.team_id = t.id)) e"
        " JOIN cases c ON c.workspace_id = e.workspace_id AND c.team_id = e.id"
        " WHERE c.status = 'open' AND c.next_holder IN ('agent', 'team', 'department')"
    ),
    "I3_answer_owed_but_contact_holds": (
        "{open} AND {answer} IS NOT NULL"
        " AND EXISTS (SELECT 1 FROM moves m WHERE {of_case} AND m.holder = 'contact')"
    ),
    "I4_promise_or_consult_but_contact_holds": (
        "{open} AND ({promise} IS NOT NULL OR {consults} > 0)"
        " AND EXISTS (SELECT 1 FROM moves m WHERE {of_case} AND m.holder = 'contact')"
    ),
    "I6_due_and_nobody_looked": "{open} AND c.next_action_at < :looked_at_by",
    "I6_the_clock_will_look_too_late": (
        "{open} AND c.next_action_at > c.next_due_at"
        " AND (c.next_level = 0 OR c.next_holder IN ('bot', 'timer', 'contact'))"
    ),
    "I7_resolved_with_a_move": ("{resolved} AND EXISTS (SELECT 1 FROM moves m WHERE {of_case})"),
    "I7_resolved_but_something_is_owed": (
        "{resolved} AND ({answer} IS NOT NULL OR {promise} IS NOT NULL"
        " OR {park} IS NOT NULL OR {duty} IS NOT NULL OR {consults} > 0 OR EXISTS"
        " (SELECT 1 FROM turns t WHERE t.workspace_id = c.workspace_id AND t.case_id = c.id"
        " AND t.satisfied_at IS NULL))"
    ),
    # A duty may have arisen when the promise was broken already.
    "I8_no_move_is_due_by_the_promise": (
        "{open} AND c.promise_due_at IS NOT NULL AND NOT EXISTS"
        " (SELECT 1 FROM moves m WHERE {of_case} AND m.holder IN {covering}"
        " AND (m.due_at <= c.promise_due_at OR {duty} IS NOT NULL))"
    ),
    "I9_no_move_is_due_by_the_answer": (
        "{open} AND c.answer_due_at IS NOT NULL"
        " AND (c.promise_due_at IS NULL OR NOT {answer_is_covered}) AND NOT EXISTS"
        " (SELECT 1 FROM moves m WHERE {of_case} AND m.holder IN {covering}"
        " AND m.due_at <= c.answer_due_at)"
    ),
    "I4_consult_that_no_department_holds": (
        "{open} AND {consults} > (SELECT count(*) FROM moves m WHERE {of_case}"
        " AND m.holder = 'department')"
    ),
    "I11_parked_while_the_contact_waits": (
        "{open} AND c.park_wake_at IS NOT NULL AND c.answer_due_at IS NOT NULL"
        " AND (c.promise_due_at IS NULL OR NOT {answer_is_covered})"
    ),
    "I11_parked_past_the_promise": (
        "{open} AND c.park_wake_at IS NOT NULL AND c.park_wake_at > c.promise_due_at"
    ),
    "L4_due_beyond_every_policy": "{open} AND c.next_due_at > :horizon",
    "orphan_owned_by_somebody_disabled": (
        "{open} AND EXISTS (SELECT 1 FROM agents a WHERE a.workspace_id = c.workspace_id"
        " AND a.id = c.owner_id AND a.is_disabled)"
    ),
}
