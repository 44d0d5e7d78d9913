"""Whether a mailbox is read as it should be: mail that silently does not come is the worst."""

from datetime import datetime, timedelta

from clew.domain.reasons import Reason
from clew.ports.store.mailboxes import ReadingState

# A server that is away for a moment is nobody's business; after that somebody should know.
PATIENCE = timedelta(minutes=5)
# Mailboxes are looked into every minute.
LONGEST_SILENCE = timedelta(minutes=15)


def trouble(state: ReadingState | None, now: datetime) -> str:
    """Return why mail does not come in, in a sentence; empty: it does, or there is no mailbox."""
    if state is None:
        return ""
    if state.reason:
        return Reason.NOT_FETCHED.said(rest=state.reason)
    last = state.read_at or state.began_at
    if now - last > LONGEST_SILENCE:
        return Reason.NOT_FETCHED_SINCE.said(at=last)
    return ""


def shown_reason(
    before: ReadingState, said: str, now: datetime, *, is_refusal: bool
) -> tuple[datetime, str]:
    """Return since when reading fails, and the reason to be shown; none while it may pass."""
    since = before.failing_since or now
    is_lasting = is_refusal or bool(before.reason) or now - since >= PATIENCE
    return since, said if is_lasting else ""


def is_news(before: ReadingState, after: ReadingState) -> bool:
    """Say whether people who look at the inbox should see something else now."""
    return before.reason != after.reason
