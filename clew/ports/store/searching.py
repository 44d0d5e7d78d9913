"""What is searched for, and what may be left out of it."""

from dataclasses import dataclass
from datetime import datetime

from clew.domain.ids import AgentId, ContactId, TagId, TeamId, WorkspaceId


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchQuery:
    """Words, and which messages and notes they are looked for in; everything given has to hold.

    Attributes:
        text: Words in any form, `"words in quotes"` as they stand; nothing finds all the rest says.
        channel: Messages that came or went by it.
        agent_id: What this agent has written, notes too.
        team_id, tag_id: What was said in cases that are the team's, or have the tag, now.
        contact_id: What was said with this contact.
        since, until: The first instant that counts, and the first that does not any more.
        has_file: Messages with files.
        cursor: As the last page gave it.
    """

    workspace_id: WorkspaceId
    text: str = ""
    channel: str | None = None
    agent_id: AgentId | None = None
    team_id: TeamId | None = None
    tag_id: TagId | None = None
    contact_id: ContactId | None = None
    since: datetime | None = None
    until: datetime | None = None
    has_file: bool = False
    cursor: str | None = None
    limit: int = 20

    @property
    def is_of_cases(self) -> bool:
        """Say whether it asks for something that belongs to cases and changes with them."""
        return bool(self.team_id or self.tag_id or self.contact_id)

    @property
    def has_filter(self) -> bool:
        """Say whether it asks for anything else than words."""
        asked = (self.channel, self.agent_id, self.since, self.until)
        return self.is_of_cases or self.has_file or any(one is not None for one in asked)
