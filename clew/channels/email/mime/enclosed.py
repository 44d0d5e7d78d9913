"""Who wrote a mail that another mail encloses."""

from clew.channels.email.mail import Enclosed
from clew.channels.email.mime.addresses import read_addresses
from clew.channels.email.mime.dates import read_date
from clew.channels.email.mime.fields import read_fields
from clew.channels.email.mime.identifiers import read_identifier
from clew.channels.email.mime.limits import MAX_PART_HEADER_BYTES
from clew.channels.email.mime.words import decode_line


def read_enclosed(raw: bytes) -> Enclosed:
    """Return what the header of an enclosed mail says; total."""
    fields, _ = read_fields(raw, 0, len(raw), MAX_PART_HEADER_BYTES)
    return Enclosed(
        senders=read_addresses(fields.every("From")),
        subject=decode_line(fields.first("Subject")),
        date=read_date(fields),
        message_id=read_identifier(fields.first("Message-ID")),
    )
