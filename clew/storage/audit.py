"""The auditor: does what must always hold, hold? Read-only, by statements of its own.

Every invariant that SQL can see is a check in `clew.storage.invariants`; here they are run in
one snapshot. What is being worked on is given time: a deadline counts as missed by the clock
after two sweeps, an intake as stuck after a minute.

Not seen by SQL, and tested in the domain instead: whether a level ever went back (I13), and
whether a consult's deadline left room for the promise when it was asked (I10, at creation).
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, bindparam, text

from clew.storage.invariants import CHECKS, PHRASES
from clew.storage.types import Id, Instant
from clew.storage.unit import Unit

# Two sweeps, and a bound on how long a sweep may take under load.
CLOCK_GRACE = timedelta(minutes=2)
INTAKE_GRACE = timedelta(minutes=1)
SENDING_GRACE = timedelta(minutes=2)
QUEUE_GRACE = timedelta(minutes=15)
# No policy gives anybody longer than this, nor does anybody park for longer.
HORIZON = timedelta(days=400)
# Older messages were looked at while they were young.
YOUNG = timedelta(days=2)
RECENT_ENTRIES = 100_000

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_INSTANTS = ("looked_at_by", "taken_in_by", "sent_by", "tried_by", "horizon")

_SQLITE_FACTS = {
    "status": "json_extract(c.facts, '$.status')",
    "answer": "json_extract(c.facts, '$.answer')",
    "answer_is_covered": "json_extract(c.facts, '$.answer.is_covered')",
    "promise": "json_extract(c.facts, '$.promise')",
    "park": "json_extract(c.facts, '$.park')",
    "duty": "json_extract(c.facts, '$.duty')",
    "owner": "json_extract(c.facts, '$.owner_id')",
    "resolution": "json_extract(c.facts, '$.resolution')",
    "consults": "json_array_length(c.facts, '$.consults')",
}
_POSTGRESQL_FACTS = {
    "status": "(c.facts ->> 'status')",
    "answer": "(c.facts ->> 'answer')",
    "answer_is_covered": "(c.facts -> 'answer' ->> 'is_covered' = 'true')",
    "promise": "(c.facts ->> 'promise')",
    "park": "(c.facts ->> 'park')",
    "duty": "(c.facts ->> 'duty')",
    "owner": "(c.facts ->> 'owner_id')",
    "resolution": "(c.facts ->> 'resolution')",
    "consults": "jsonb_array_length(c.facts -> 'consults')",
}


async def audit(unit: Unit, now: datetime) -> Mapping[str, int]:
    """Return, per check, how many rows violate it; all are zero as long as all is well."""
    facts = _POSTGRESQL_FACTS if unit.engine.name == "postgresql" else _SQLITE_FACTS
    given: dict[str, object] = {
        "looked_at_by": now - CLOCK_GRACE,
        "taken_in_by": now - INTAKE_GRACE,
        "sent_by": now - SENDING_GRACE,
        "tried_by": now - QUEUE_GRACE,
        "horizon": now + HORIZON,
        "young": first_id_at(now - YOUNG),
        "recent": RECENT_ENTRIES,
    }
    types: dict[str, Any] = {
        **dict.fromkeys(_INSTANTS, Instant),
        "young": Id,
        "recent": BigInteger,
    }
    found: dict[str, int] = {}
    for name, check in CHECKS.items():
        written = check.format(**PHRASES, **facts)
        used = [key for key in given if f":{key}" in written]
        typed = text(written).bindparams(*(bindparam(key, type_=types[key]) for key in used))
        counted = await unit.connection.execute(typed, {key: given[key] for key in used})
        found[name] = int(counted.scalar_one())
    return found


def first_id_at(at: datetime) -> UUID:
    """Return the least UUIDv7 of an instant: what is greater was made then or later.

    Source:
        RFC 9562, 5.7: the first 48 bits are milliseconds since 1970.
    """
    return UUID(int=((at - _EPOCH) // timedelta(milliseconds=1)) << 80)
