"""Who gets a mail, each once, and as what; and those who got it, or will not, are left out."""

from dataclasses import dataclass

from clew.channels.email.writing.addresses import folded, usable_address
from clew.ports.channel import (
    Address,
    Correspondent,
    Heading,
    Progress,
    ReaderResult,
    ReaderRole,
    ReaderState,
)

# RFC 5321 section 4.5.3.1.8: every server takes at least so many at once.
MOST_READERS = 100


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who gets a mail; `address` is as on the wire."""

    address: str
    name: str
    role: ReaderRole


def readers_of(to: tuple[Address, ...], heading: Heading) -> tuple[Reader, ...]:
    """Return everybody who gets a mail, the contact first; none: there is no way to the contact."""
    contact = next((good for one in to if (good := usable_address(one.value))), None)
    if contact is None:
        return ()
    found = {folded(contact): Reader(contact, heading.contact_name, ReaderRole.CONTACT)}
    others: tuple[tuple[ReaderRole, tuple[Correspondent, ...]], ...] = (
        (ReaderRole.TO, heading.to),
        (ReaderRole.CC, heading.cc),
        (ReaderRole.BCC, heading.bcc),
    )
    for role, people in others:
        for one in people:
            address = usable_address(one.address)
            if address is not None and len(found) < MOST_READERS:
                found.setdefault(folded(address), Reader(address, one.name, role))
    return tuple(found.values())


def still_waiting(readers: tuple[Reader, ...], progress: Progress) -> tuple[Reader, ...]:
    """Return those of whom it is not settled whether they get it."""
    settled = {one.address for one in progress.readers if one.state is not ReaderState.DEFERRED}
    return tuple(one for one in readers if one.address not in settled)


def joined(
    before: tuple[ReaderResult, ...], news: tuple[ReaderResult, ...]
) -> tuple[ReaderResult, ...]:
    """Return what is known of every reader, in the order in which they became known."""
    known = {one.address: one for one in before}
    return tuple((known | {one.address: one for one in news}).values())
