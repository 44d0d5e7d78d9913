"""Which site shows the chat of an inbox: what an administrator who has just set it up asks."""

from contextlib import suppress
from datetime import timedelta

from clew.domain.ids import InboxId
from clew.ports.store import StoreIsUnavailable
from clew.ports.store.people import InboxNews
from clew.services.deps import Deps

# Every visitor's browser tells; nobody needs to know it to the second.
NOTED_EVERY = timedelta(minutes=10)


async def note_shown(inbox_id: InboxId, site: str, *, deps: Deps) -> None:
    """Keep that a site shows the chat, unless that was noted a moment ago."""
    found = await deps.directory.inbox(inbox_id)
    if found is None:
        return
    inbox, now = found[0], deps.clock.now()
    if inbox.shown_at is not None and now - inbox.shown_at < NOTED_EVERY:
        return
    # The visitor came to write, and sees the chat whatever becomes of this note.
    with suppress(StoreIsUnavailable):
        async with deps.store.write() as tx:
            await tx.people.note_inbox(inbox_id, InboxNews(shown_at=now, shown_on=site))
    deps.directory.forget(inbox.workspace_id)
