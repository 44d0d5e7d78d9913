"""What the WhatsApp Cloud API can do.

Source:
    WhatsApp Business Platform, "Service messages", "Media" and "Messaging limits"
    (April to June 2026).
"""

from datetime import timedelta

from clew.ports.channel import Capabilities, MediaFamily, MediaLimit, Pace

MEGABYTE = 1024 * 1024

INTERACTIVE_BODY_MAX = 1024
MOST_BUTTONS = 3
LIST_BUTTON_MAX = 20
LIST_TITLE_MAX = 24
LIST_DESCRIPTION_MAX = 72

CAPABILITIES = Capabilities(
    text_max=4096,
    caption_max=1024,
    media={
        MediaFamily.IMAGE: MediaLimit(5 * MEGABYTE, frozenset({"image/jpeg", "image/png"})),
        MediaFamily.AUDIO: MediaLimit(
            16 * MEGABYTE,
            frozenset({"audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"}),
        ),
        MediaFamily.VIDEO: MediaLimit(16 * MEGABYTE, frozenset({"video/mp4", "video/3gpp"})),
        MediaFamily.DOCUMENT: MediaLimit(100 * MEGABYTE),
    },
    messaging_window=timedelta(hours=24),
    templates=True,
    reactions=True,
    quick_replies=10,
    quick_reply_title_max=20,
    # One in six seconds to one person; a burst borrows from the time after it.
    per_recipient=Pace(timedelta(seconds=6), burst=10),
    per_inbox=Pace(timedelta(seconds=1) / 80, burst=80),
)
