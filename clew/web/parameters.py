"""Kinds of parameters and values that several resources take, with their limits."""

from datetime import UTC, datetime
from typing import Annotated, TypeVar

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import QueryParameter
from msgspec import Meta

from clew.domain.errors import InvalidInput
from clew.ports.store.views import Page
from clew.services.asking import Asker
from clew.services.snapshots import Snapshot
from clew.web.options import Desk

AtDesk = NamedDependency[Desk]
AskedBy = NamedDependency[Asker]

Value = TypeVar("Value")
Item = TypeVar("Item")

# What no database takes in a text is refused at the door, where a text is only looked up.
NO_NUL = r"^[^\x00]*$"

Limit = Annotated[
    int, QueryParameter(ge=1, le=200, description="How many at most.", schema_extra={"default": 50})
]
Cursor = Annotated[
    str | None,
    QueryParameter(
        max_length=500, pattern=NO_NUL, description="`next_cursor` of the page before, as it is."
    ),
]
Word = Annotated[str | None, QueryParameter(max_length=200, pattern=NO_NUL)]
Place = Annotated[
    int | None,
    QueryParameter(ge=-(2**53), le=2**53, description="A number of the timeline."),
]
Seq = Annotated[int | None, QueryParameter(ge=0, le=2**53, description="A sequence number.")]

Line = Annotated[str, Meta(max_length=200, pattern=NO_NUL)]
Name = Annotated[str, Meta(min_length=1, max_length=120, pattern=NO_NUL)]
Email = Annotated[str, Meta(min_length=3, max_length=254, pattern=NO_NUL)]
Password = Annotated[str, Meta(min_length=1, max_length=1024)]
Text = Annotated[str, Meta(max_length=10_000)]
Instant = Annotated[datetime, Meta(tz=True)]
SeqNumber = Annotated[int, Meta(ge=0, le=2**53)]

EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)


def checked_instant(value: datetime, field: str) -> datetime:
    """Return an instant in UTC.

    Raises:
        InvalidInput: No calendar of ours goes so far.
    """
    if not EARLIEST < value < LATEST:
        raise InvalidInput(field, "between 1970 and 2200")
    return value.astimezone(UTC)


def with_seq(snapshot: Snapshot[Value]) -> Response[Value]:
    """Answer with a snapshot; `X-Seq` says what it is at least as new as."""
    return Response(snapshot.value, headers={"X-Seq": str(snapshot.seq)})


def paged(snapshot: Snapshot[list[Item]], cursor: str | None, limit: int) -> Snapshot[Page[Item]]:
    """Return a page of a snapshot of a short list."""
    return Snapshot(seq=snapshot.seq, value=page_of(snapshot.value, cursor, limit))


def page_of(items: list[Item], key: str | None, limit: int) -> Page[Item]:
    """Return a page of a short list that is held in memory; the cursor is the last item's id.

    Raises:
        InvalidInput: The cursor is not one of ours.
    """
    start = 0
    if key is not None:
        ids = [str(getattr(item, "id", index)) for index, item in enumerate(items)]
        if str(key) not in ids:
            raise InvalidInput("cursor", "is not one of ours; begin again without it")
        start = ids.index(str(key)) + 1
    chosen = items[start : start + limit]
    has_more = start + limit < len(items)
    last = start + len(chosen) - 1
    next_cursor = str(getattr(chosen[-1], "id", last)) if has_more and chosen else None
    return Page(items=chosen, next_cursor=next_cursor)
