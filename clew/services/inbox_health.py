"""What sending, fetching and asking teach us about an inbox: its traffic light changes here.

An amber inbox keeps its replies queued. It turns green again when its settings are changed, or
when the provider, asked again, knows us.
"""

from datetime import datetime

from clew.domain.ids import InboxId
from clew.domain.people import InboxState
from clew.ports.channel import InboxConfig, Misconfigured
from clew.ports.store import Changes, LogEntry, Transaction
from clew.ports.store.kinds import INBOX_CHANGED
from clew.ports.store.people import InboxNews

LONGEST_REASON = 500


async def turn_amber(
    inbox_id: InboxId,
    ending: Misconfigured,
    config: InboxConfig | None,
    changes: Changes,
    tx: Transaction,
) -> bool:
    """Stop an inbox that the provider refuses, with its reason; say whether that is new."""
    reason = (config.redact(ending.reason) if config else ending.reason)[:LONGEST_REASON]
    found = await tx.people.inbox(inbox_id)
    is_new = found is None or (found[0].state, found[0].reason) != (InboxState.AMBER, reason)
    news = InboxNews(error_at=changes.at, state=InboxState.AMBER, reason=reason)
    await tx.people.note_inbox(inbox_id, news)
    if is_new:
        changes.log.append(_told(inbox_id, InboxState.AMBER, reason, changes.at))
    return is_new


async def turn_green(inbox_id: InboxId, changes: Changes, tx: Transaction) -> None:
    """Let an inbox send again."""
    await tx.people.note_inbox(inbox_id, InboxNews(state=InboxState.GREEN, reason=""))
    changes.log.append(_told(inbox_id, InboxState.GREEN, "", changes.at))


def _told(inbox_id: InboxId, state: InboxState, reason: str, at: datetime) -> LogEntry:
    return LogEntry(
        kind=INBOX_CHANGED,
        at=at,
        inbox_id=inbox_id,
        data={"state": state.value, "reason": reason},
    )
