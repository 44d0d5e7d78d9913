"""What administrators changed: one revision per change, by the fields that it changed.

A thing is seen as flat fields: `name`, or `weekly.monday` and `agents.<id>` where there are
several. So taking back one change leaves what others have changed since, even within a list.
Secrets are never among the fields; of one only that it was replaced is kept, with no value.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from clew.domain.errors import ClewError
from clew.domain.ids import AgentId, RevisionId, WorkspaceId

Value: TypeAlias = str | int | list[str]
Fields: TypeAlias = Mapping[str, Value]

SECRET = "secrets."  # noqa: S105


class RevisionKind(StrEnum):
    """What has a history."""

    INBOX = "inbox"
    TEAM = "team"
    BUSINESS_HOURS = "business_hours"
    TAG = "tag"
    CANNED_REPLY = "canned_reply"


class CannotBeTakenBack(ClewError):
    """A thing that was added stays, and nobody has the secret that was there before."""

    code = "cannot_be_taken_back"

    def __init__(self) -> None:
        super().__init__("this cannot be taken back")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field before and after; None: it was not there. Both: a secret was replaced."""

    before: Value | None
    after: Value | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One change of one thing by one person.

    Attributes:
        agent_name: What they were called then.
        is_first: The thing was added.
    """

    id: RevisionId
    workspace_id: WorkspaceId
    kind: RevisionKind
    thing_id: UUID
    at: datetime
    agent_id: AgentId
    agent_name: str
    changed: Mapping[str, FieldChange]
    is_first: bool = False

    @property
    def can_be_taken_back(self) -> bool:
        """Say whether something can be put back."""
        return not self.is_first and any(not name.startswith(SECRET) for name in self.changed)


def changed_fields(
    before: Fields, after: Fields, replaced: Iterable[str] = ()
) -> dict[str, FieldChange]:
    """Return what differs by name, and the secrets that were replaced."""
    changed = {
        name: FieldChange(before.get(name), after.get(name))
        for name in sorted(before.keys() | after.keys())
        if before.get(name) != after.get(name)
    }
    return changed | {f"{SECRET}{name}": FieldChange(None, None) for name in sorted(replaced)}


def without(revision: Revision, present: Fields) -> dict[str, Value]:
    """Return the fields of a thing as they are now, but for what a revision changed.

    Raises:
        CannotBeTakenBack: There is nothing to put back.
    """
    if not revision.can_be_taken_back:
        raise CannotBeTakenBack
    back = {
        name: change.before
        for name, change in revision.changed.items()
        if not name.startswith(SECRET)
    }
    return {name: value for name, value in {**present, **back}.items() if value is not None}
