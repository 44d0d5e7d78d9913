"""From domain events to log entries: what is kept of each, and how they are named."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import datetime
from enum import Enum
from uuid import UUID

from clew.domain import events
from clew.domain.case import Case
from clew.domain.message import Author, AuthorKind
from clew.ports.store import LogEntry

SYSTEM = Author(kind=AuthorKind.SYSTEM, id=None, name="")

# The message of these has an entry of its own, which says more.
UNTOLD: frozenset[type[events.Event]] = frozenset({events.MessageReceived, events.ReplySent})


# `CaseParked` is `case_parked` in the log.
NAMES: Mapping[type[events.Event], str] = {
    kind: re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower() for kind in events.Event.__args__
}

# Facts before a reply are kept with its delivery, not in the log for ever.
LEFT_OUT: frozenset[str] = frozenset({"at", "message_id", "before", "silence", "turn"})


def entries(
    case: Case, happened: Iterable[events.Event], actor: Author | None = None
) -> list[LogEntry]:
    """Return the log entries that tell of `happened`."""
    return [
        LogEntry(
            kind=NAMES[type(event)],
            at=event.at,
            conversation_id=case.conversation_id,
            case_id=case.id,
            message_id=getattr(event, "message_id", None),
            actor=actor or SYSTEM,
            data=details(event),
        )
        for event in happened
        if type(event) not in UNTOLD
    ]


def details(event: events.Event) -> dict[str, object]:
    """Return what an event says, as JSON can hold it."""
    return {
        field.name: plain(value)
        for field in fields(event)
        if field.name not in LEFT_OUT and (value := getattr(event, field.name)) is not None
    }


def plain(value: object) -> object:
    """Return a value of an event as JSON can hold it."""
    match value:
        case None | bool() | int() | float():
            return value
        case Enum():
            return value.value
        case str():
            return value
        case datetime():
            return value.isoformat().replace("+00:00", "Z")
        case UUID():
            return str(value)
        case tuple() | list():
            return [plain(one) for one in value]
        case _:
            return {one.name: plain(getattr(value, one.name)) for one in fields(value)}  # type: ignore[arg-type]
