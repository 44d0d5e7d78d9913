"""Mailboxes of inboxes are read: all that is new, whatever happened since the last time.

`reading` brings what waits into the intake, `watching` keeps at it through all that breaks, and
`health` says when a mailbox is not read as it should be.
"""

from clew.services.mailboxes.watching import MailboxWatch, give_back, watch

__all__ = ["MailboxWatch", "give_back", "watch"]
