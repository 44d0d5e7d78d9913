"""What agents work with beside cases: tags that sort them, and replies written beforehand.

Nothing here moves a case: a tag or a prepared sentence never changes whose move it is.
"""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from clew.domain.ids import AgentId, CannedReplyId, SavedViewId, TagId, TeamId, WorkspaceId


class TagColor(StrEnum):
    """Colours by name: screens choose a shade that can be read on their own ground."""

    SLATE = "slate"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    TEAL = "teal"
    BLUE = "blue"
    VIOLET = "violet"
    PINK = "pink"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A word by which cases are sorted.

    Attributes:
        is_archived: Offered no more; cases keep it.
    """

    id: TagId
    workspace_id: WorkspaceId
    name: str
    color: TagColor
    is_archived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CannedReply:
    """A reply written beforehand.

    Attributes:
        shortcut: What one types after `/`; unique among those that are not archived.
        language: Of its words, such as `pl`; empty when it suits any.
        team_id: Who sees it; None: everybody.
        is_archived: Offered no more.
    """

    id: CannedReplyId
    workspace_id: WorkspaceId
    title: str
    shortcut: str
    text: str
    language: str = ""
    team_id: TeamId | None = None
    is_archived: bool = False


# What a canned reply may leave open, written in braces: `{contact.name}`.
VARIABLES: AbstractSet[str] = frozenset(
    {
        "contact.name",
        "contact.first_name",
        "agent.name",
        "agent.first_name",
        "case.number",
        "case.subject",
        "team.name",
        "workspace.name",
    }
)
_VARIABLE = re.compile(r"\{([a-z_]{1,30}(?:\.[a-z_]{1,30})?)\}")


def unknown_variables(text: str) -> list[str]:
    """Return the names in braces that nobody can fill in, each once, in their order."""
    named = dict.fromkeys(_VARIABLE.findall(text))
    return [name for name in named if name not in VARIABLES]


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A list of cases that somebody comes back to.

    Attributes:
        agent_id: Who made it; nobody else sees it unless it is shared.
        filters: Names and values of what it asks, as the API takes them.
    """

    id: SavedViewId
    workspace_id: WorkspaceId
    agent_id: AgentId
    name: str
    filters: Mapping[str, str]
    is_shared: bool = False
