"""The invariants of the operations model and of the way of a message, as SQL.

Each check is a statement that counts violations, written for itself: it shares no query with
the application, which may have the same fault that it looks for. What a constraint refuses is
checked here only where the constraint sees one row and the invariant two.

The statements run on both engines. Instants are compared with given ones and never added to.
`{name}` stands for one of the phrases below, or for a look into the facts of case `c`, which
each engine writes in its own way.
Whatever would have to look at every message there ever was looks at the young ones: those whose
id, which begins with its time, is greater than `:young`.
"""

from clew.storage.invariants.history import HISTORY
from clew.storage.invariants.moves import MOVES
from clew.storage.invariants.recognition import RECOGNITION, WAY
from clew.storage.invariants.traffic import TRAFFIC

CHECKS: dict[str, str] = MOVES | HISTORY | TRAFFIC | RECOGNITION

_RANK = (
    "CASE {}.holder WHEN 'agent' THEN 0 WHEN 'team' THEN 0 WHEN 'bot' THEN 1"
    " WHEN 'department' THEN 2 WHEN 'timer' THEN 3 ELSE 4 END"
)
PHRASES: dict[str, str] = {
    "open": "SELECT count(*) FROM cases c WHERE c.status = 'open'",
    "resolved": "SELECT count(*) FROM cases c WHERE c.status = 'resolved'",
    "of_case": "m.workspace_id = c.workspace_id AND m.case_id = c.id",
    "young": "m.id > :young",
    "way_of_contacts": WAY.format(table="contacts"),
    "way_of_conversations": WAY.format(table="conversations"),
    # A promise or an answer is kept by one of these; a department alone covers nothing.
    "covering": "('agent', 'team', 'bot', 'timer')",
    "rank_m": _RANK.format("m"),
    "rank_n": _RANK.format("n"),
}
