"""What e-mail can do: long words and files, once sent for good.

Servers take mails of 20 to 50 MB; in a mail a file is larger by a third.
"""

from datetime import timedelta

from clew.ports.channel import Capabilities, MediaFamily, MediaLimit, Pace, Patience

_MEGABYTE = 1024 * 1024
_ANY_FILE = MediaLimit(20 * _MEGABYTE)

CAPABILITIES = Capabilities(
    caption_max=100_000,
    media={
        MediaFamily.IMAGE: _ANY_FILE,
        MediaFamily.AUDIO: _ANY_FILE,
        MediaFamily.VIDEO: _ANY_FILE,
        MediaFamily.DOCUMENT: _ANY_FILE,
    },
    # Providers stop whoever sends much more at once.
    per_inbox=Pace(timedelta(seconds=2), burst=30),
    # Nobody is written to more often, whatever goes wrong: twenty at once, then thirty an hour.
    per_recipient=Pace(timedelta(minutes=2), burst=20),
    attachments_max_bytes=20 * _MEGABYTE,
    # RFC 5321 section 4.5.4.1: four to five days.
    patience=Patience(timedelta(minutes=1), timedelta(hours=1), timedelta(days=4, hours=12)),
)
