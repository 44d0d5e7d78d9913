"""What a reply to a letter begins with: the same subject, to whoever wrote, and to who was copied.

Pure. What the agent changes about it is a wish of theirs; see `wishes`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from clew.domain.case import Case
from clew.domain.contact import Identity
from clew.domain.message import Direction, Message
from clew.ports.channel import Correspondent
from clew.services.letters.books import Book
from clew.services.letters.contents import people_in, subject_in


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDraft:
    """What a reply begins with.

    Attributes:
        identity: The contact's address: the one they last wrote from.
        from_address: Ours: the one they last wrote to.
        cc: Who else had the letter that is answered, but for ourselves.
    """

    subject: str
    identity: Identity | None
    from_address: str
    cc: tuple[Correspondent, ...] = ()


def draft_for(
    case: Case, latest: Sequence[Message], identities: Sequence[Identity], book: Book
) -> LetterDraft:
    """Return what a reply in a case begins with.

    Args:
        case: The case; what it is called stands in where no letter had a subject.
        latest: What was said in the conversation on this channel, the latest first.
        identities: The contact's addresses there, the first the one to use if nothing was said.
        book: Whose address is whose.
    """
    said = [one for one in latest if one.case_id == case.id]
    # A vacation note neither names the exchange anew nor says who reads it.
    said = [one for one in said if not one.is_automatic] or said
    received = next((one for one in said if one.direction is Direction.IN), None)
    known = next((found for one in said if (found := subject_in(one))), case.subject)
    contact = _contact(received, identities)
    if received is None:
        mine = next(iter(said), None)
        return LetterDraft(
            subject=known,
            identity=contact,
            from_address=_sender(mine) if mine else "",
            cc=people_in(mine, "cc") if mine else (),
        )
    others = people_in(received, "from", "to", "cc")
    theirs = book.folded(contact.address) if contact else ""
    return LetterDraft(
        subject=book.rules.answering(known),
        identity=contact,
        from_address=next((one.address for one in others if book.is_own(one.address)), ""),
        cc=tuple(
            one
            for one in others
            if not book.is_own(one.address) and book.folded(one.address) != theirs
        ),
    )


def _contact(received: Message | None, identities: Sequence[Identity]) -> Identity | None:
    """Return the address they last wrote from; somebody else may have written in between.

    Where nothing arrives is the last resort.
    """
    identities = [one for one in identities if one.failure is None] or identities
    wrote_from = received.identity_id if received else None
    first = next(iter(identities), None)
    return next((one for one in identities if one.id == wrote_from), first)


def _sender(message: Message) -> str:
    return next((one.address for one in people_in(message, "from")), "")
