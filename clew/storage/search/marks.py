"""What is filed with a text besides its words, and never changes: where from, who, when, what with.

A mark begins with an underscore, which no term of a text does: nobody can type one. So filters
cost what a further word costs. What changes (whose case it is, its tags) is no mark; the case is,
by its number.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from clew.ports.store.searching import SearchQuery

# Everything has it, so that a question about nothing else finds everything.
ANY = "_x"
HAS_FILE = "_f"
# Years that anybody asks about.
FIRST = datetime(1970, 1, 1, tzinfo=UTC)
END = datetime(2100, 1, 1, tzinfo=UTC)
_ODD = re.compile(r"[^a-z0-9]+")


def of_channel(channel: str) -> str:
    """Return the mark of a channel."""
    return f"_c{_ODD.sub('_', channel.lower())}"


def of_author(agent_id: UUID) -> str:
    """Return the mark of what an agent wrote."""
    return f"_a{agent_id.hex}"


def of_case(number: int) -> str:
    """Return the mark of a case."""
    return f"_k{number}"


def of_instant(at: datetime) -> tuple[str, str, str, str]:
    """Return the marks of an instant: its hour, day, month and year in UTC."""
    at = at.astimezone(UTC)
    return (f"_h{at:%Y%m%d%H}", f"_d{at:%Y%m%d}", f"_m{at:%Y%m}", f"_y{at:%Y}")


def of_query(query: SearchQuery) -> Iterator[Sequence[str]]:
    """Yield sets of marks, of each of which what is asked for has one."""
    if query.channel is not None:
        yield (of_channel(query.channel),)
    if query.agent_id is not None:
        yield (of_author(query.agent_id),)
    if query.has_file:
        yield (HAS_FILE,)
    if query.since or query.until:
        yield of_span(query.since, query.until)


def of_span(since: datetime | None, until: datetime | None) -> tuple[str, ...]:
    """Return marks of which every instant from `since` to before `until` has one.

    The hours at both ends count as a whole: what lies outside of them has to be told apart later.
    """
    first = max(since.astimezone(UTC), FIRST) if since else FIRST
    last = min(until.astimezone(UTC), END) if until else END
    return tuple(_spans(first.replace(minute=0, second=0, microsecond=0), last))


def _spans(at: datetime, end: datetime) -> Iterator[str]:
    """Yield years, months, days and hours, as large as they fit."""
    while at < end:
        form, after = next(
            (form, after)
            for form, begins, after in _SIZES
            if begins(at) and (after is _hour_after or after(at) <= end)
        )
        yield f"{at:{form}}"
        at = after(at)


def _hour_after(at: datetime) -> datetime:
    return at + timedelta(hours=1)


def _month_after(at: datetime) -> datetime:
    return at.replace(year=at.year + at.month // 12, month=at.month % 12 + 1)


# Each with how its mark is written, whether one begins, and when the next one does.
_SIZES: tuple[tuple[str, Callable[[datetime], bool], Callable[[datetime], datetime]], ...] = (
    (
        "_y%Y",
        lambda at: at.month == at.day == 1 and not at.hour,
        lambda at: at.replace(year=at.year + 1),
    ),
    ("_m%Y%m", lambda at: at.day == 1 and not at.hour, _month_after),
    ("_d%Y%m%d", lambda at: not at.hour, lambda at: at + timedelta(days=1)),
    ("_h%Y%m%d%H", lambda _: True, _hour_after),
)
