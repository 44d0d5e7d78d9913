"""Who answers: agents and teams, and the inboxes that bring them work."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from clew.domain.ids import AgentId, BusinessHoursId, InboxId, TeamId, WorkspaceId


class Role(StrEnum):
    """What an agent may do; the table is in `clew.domain.access`."""

    AGENT = "agent"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"


class Availability(StrEnum):
    """Whether an agent takes work now; set by the agent, never by a schedule."""

    AVAILABLE = "available"
    AWAY = "away"


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """One company; nothing crosses its border."""

    id: WorkspaceId
    name: str
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """A person who answers contacts.

    Attributes:
        last_assigned_at: Fairness: of two with equal load the one who waited longest is next.
    """

    id: AgentId
    workspace_id: WorkspaceId
    email: str
    name: str
    role: Role
    availability: Availability = Availability.AWAY
    team_ids: tuple[TeamId, ...] = ()
    is_disabled: bool = False
    last_assigned_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """Agents who share a queue, with the targets they promise.

    Attributes:
        signature: Ends their letters; {agent} and {team} stand for the names.
        reminder: Asks a contact who fell silent once more; empty: nothing is asked.
        farewell: Tells them that their case ends for want of an answer; empty: nothing is said.
    """

    id: TeamId
    workspace_id: WorkspaceId
    name: str
    business_hours_id: BusinessHoursId
    first_reply: timedelta = timedelta(hours=1)
    next_reply: timedelta = timedelta(hours=1)
    signature: str = ""
    reminder: str = ""
    farewell: str = ""


class InboxState(StrEnum):
    """Whether an inbox works, as a traffic light."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class InboxStage(StrEnum):
    """Whether an inbox is wanted; set by an administrator, and by nothing else."""

    ACTIVE = "active"
    PAUSED = "paused"  # replies wait and no mailbox is read; what comes by itself is taken in
    ARCHIVED = "archived"  # no longer listened to, and offered nowhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """One configured instance of a channel: a number, a mailbox.

    Attributes:
        settings: What is not secret; secrets are sealed apart.
        state: Amber when the provider refuses us; replies wait until it is repaired.
        shown_at, shown_on: When and at which site a page last showed the chat, if it is one.
    """

    id: InboxId
    workspace_id: WorkspaceId
    channel: str
    name: str
    team_id: TeamId
    settings: Mapping[str, str]
    created_at: datetime
    state: InboxState = InboxState.GREEN
    reason: str = ""
    last_received_at: datetime | None = None
    last_sent_at: datetime | None = None
    last_error_at: datetime | None = None
    stage: InboxStage = InboxStage.ACTIVE
    shown_at: datetime | None = None
    shown_on: str = ""
