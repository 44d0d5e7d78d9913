"""Who wrote a mail that somebody else passes on: the enclosed one, or the head of what is quoted.

Only a colleague's forwarding is believed, which is decided elsewhere; here it is only read.
"""

from collections.abc import Sequence

from clew.channels.email.mail import Address, Mail
from clew.channels.email.mime.addresses import read_addresses
from clew.channels.email.reading import FoldKind, Reading
from clew.channels.email.reading.dividers import divider
from clew.channels.email.reading.heads import Head, heads_of

_MOST_LINES = 2_000
_HEAD_LINES = 12
_LONGEST_LINE = 1_000


def original_of(mail: Mail, reading: Reading) -> Address | None:
    """Return the writer of what a mail forwards, or None if it forwards nothing."""
    for enclosed in mail.enclosed:
        if found := _addressed(enclosed.senders):
            return found
    lines = reading.body.split("\n")
    for number, line in enumerate(lines[:_MOST_LINES]):
        if (bare := line.strip()) and divider(bare) is FoldKind.FORWARD:
            return _named(lines[number + 1 : number + 1 + _HEAD_LINES])
    return None


def _named(lines: Sequence[str]) -> Address | None:
    for line in lines:
        if Head.FROM in heads_of(line):
            said = line.replace("\uff1a", ":").partition(":")[2][:_LONGEST_LINE]
            # Some write an address as a link to itself, or in brackets of their own.
            plain = said.replace("[mailto:", "<").replace("]", ">").replace("*", "")
            return _addressed(read_addresses([plain.encode()], "utf-8"))
    return None


def _addressed(people: tuple[Address, ...]) -> Address | None:
    return next((one for one in people if "@" in one.email), None)
