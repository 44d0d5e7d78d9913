"""Channels whose messages lie in a mailbox, and what is noted of a mail when it is taken in.

The notes stand among the headers of a raw event under names that no webhook can set, because only
those headers of a request are kept that a channel names.
"""

from dataclasses import dataclass

from clew.ports.channel.mail import MailServer

# It lay there long before the mailbox was first opened by us, or comes from an archive.
HISTORY = "clew-history"
# Why the mail itself is not here; what is here is the beginning of its header.
UNREAD = "clew-unread"
# Of the envelope: who it was handed over by, and to which address of ours.
ENVELOPE_SENDER = "clew-envelope-sender"
ENVELOPE_RECIPIENT = "clew-envelope-recipient"
# What we found out ourselves about who sent it.
CHECKED = "clew-checked"


@dataclass(frozen=True, slots=True)
class MailboxPlace:
    """Where an inbox's mail waits."""

    server: MailServer
    folder: str = "INBOX"
