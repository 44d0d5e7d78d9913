"""Whose address is whose: which are ours, and when two are the same."""

from collections.abc import Set
from dataclasses import dataclass

from clew.domain.ids import WorkspaceId
from clew.ports.channel import LetterRules
from clew.services.deps import Deps


@dataclass(frozen=True, slots=True)
class Book:
    """What is known of addresses on one channel.

    Attributes:
        own: All addresses of the workspace, of all its inboxes, folded.
    """

    rules: LetterRules
    own: Set[str]

    def folded(self, address: str) -> str:
        """Return an address for comparison."""
        return self.rules.folded_address(address)

    def is_own(self, address: str) -> bool:
        """Say whether an address is one of ours."""
        return self.folded(address) in self.own


async def book_of(workspace_id: WorkspaceId, rules: LetterRules, deps: Deps) -> Book:
    """Return what is known of addresses in a workspace."""
    workplace = await deps.directory.workplace(workspace_id)
    own: set[str] = set()
    for inbox_id in workplace.inboxes:
        found = await deps.directory.inbox(inbox_id)
        channel = deps.channels.get(found[0].channel) if found else None
        if found is not None and channel is not None:
            own |= {rules.folded_address(one.value) for one in channel.own_addresses(found[1])}
    return Book(rules, frozenset(own))
