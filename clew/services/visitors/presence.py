"""Who is here just now, on both sides: told to the other side and never stored.

Known to this process only, and gone with it. Typing that is not said again ends by itself.
"""

import time
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from clew.domain.ids import ConversationId, VisitorId, WorkspaceId

TYPING_SECONDS = 10.0
ONLINE, TYPING = "online", "typing"


@dataclass(frozen=True, slots=True, order=True)
class Guest:
    """A visitor who is here: `online` or `typing`."""

    conversation_id: str
    state: str


@dataclass(slots=True)
class Presence:
    """Visitors by their sockets, and the cases that agents look at or type in.

    Attributes:
        watchers: Told of the workspace whenever somebody comes, goes or types.
    """

    monotonic: Callable[[], float] = time.monotonic
    watchers: list[Callable[[WorkspaceId], None]] = field(default_factory=list)
    _here: dict[WorkspaceId, dict[Hashable, tuple[VisitorId, ConversationId | None]]] = field(
        default_factory=dict
    )
    _typing: dict[VisitorId, float] = field(default_factory=dict)
    _agents: dict[WorkspaceId, Sequence[tuple[UUID, UUID, str]]] = field(default_factory=dict)

    def come(
        self,
        workspace_id: WorkspaceId,
        socket: Hashable,
        visitor_id: VisitorId,
        conversation_id: ConversationId | None,
    ) -> None:
        """Note that a visitor is here by one of their sockets, and in which conversation."""
        self._here.setdefault(workspace_id, {})[socket] = (visitor_id, conversation_id)
        self._tell(workspace_id)

    def leave(self, workspace_id: WorkspaceId, socket: Hashable) -> None:
        """Forget a socket."""
        sockets = self._here.get(workspace_id, {})
        sockets.pop(socket, None)
        if not sockets:
            self._here.pop(workspace_id, None)
        self._tell(workspace_id)

    def say_typing(
        self, workspace_id: WorkspaceId, visitor_id: VisitorId, *, is_typing: bool
    ) -> None:
        """Note that a visitor types, or has stopped."""
        now = self.monotonic()
        if is_typing:
            self._typing = {one: until for one, until in self._typing.items() if until > now}
            self._typing[visitor_id] = now + TYPING_SECONDS
        else:
            self._typing.pop(visitor_id, None)
        self._tell(workspace_id)

    def is_here(self, workspace_id: WorkspaceId, visitor_id: VisitorId) -> bool:
        """Say whether a visitor has a socket open."""
        return any(who == visitor_id for who, _ in self._here.get(workspace_id, {}).values())

    def guests(self, workspace_id: WorkspaceId) -> tuple[Guest, ...]:
        """Return who of those with a conversation is here."""
        now = self.monotonic()
        states: dict[str, str] = {}
        for visitor_id, conversation_id in self._here.get(workspace_id, {}).values():
            if conversation_id is None:
                continue
            key = str(conversation_id)
            is_typing = self._typing.get(visitor_id, 0.0) > now
            if is_typing or key not in states:
                states[key] = TYPING if is_typing else ONLINE
        return tuple(sorted(Guest(key, state) for key, state in states.items()))

    def place_agents(
        self, workspace_id: WorkspaceId, present: Sequence[tuple[UUID, UUID, str]]
    ) -> None:
        """Note which agents look at which cases, and who types: (agent, case, state)."""
        self._agents[workspace_id] = present
        self._tell(workspace_id)

    def agents_at(self, workspace_id: WorkspaceId) -> Mapping[UUID, list[tuple[UUID, str]]]:
        """Return, by case, the agents who look at it or type in it."""
        found: dict[UUID, list[tuple[UUID, str]]] = {}
        for agent_id, case_id, state in self._agents.get(workspace_id, ()):
            found.setdefault(case_id, []).append((agent_id, state))
        return found

    def _tell(self, workspace_id: WorkspaceId) -> None:
        for tell in self.watchers:
            tell(workspace_id)
