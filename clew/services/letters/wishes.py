"""What an agent wants of a letter, checked; and what is stored of it with the message."""

from collections.abc import Mapping
from dataclasses import dataclass

from clew.domain.errors import InvalidInput
from clew.domain.faults import Fault
from clew.domain.sizes import check_count, check_length
from clew.ports.channel import Correspondent
from clew.services.letters.books import Book
from clew.services.letters.contents import LETTER, as_content
from clew.services.letters.drafting import LetterDraft

LONGEST_SUBJECT = 250
MOST_OTHERS = 50
FIELDS = ("to", "cc", "bcc")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What an agent wants of a letter; None: as it is usual.

    Attributes:
        to: Further readers beside the contact.
    """

    subject: str | None = None
    to: tuple[str, ...] | None = None
    cc: tuple[str, ...] | None = None
    bcc: tuple[str, ...] | None = None

    @property
    def are_none(self) -> bool:
        """Say whether nothing is wanted."""
        return self == Wishes()


def content_of(wishes: Wishes, draft: LetterDraft, book: Book) -> Mapping[str, object]:
    """Return what a message keeps of being a letter.

    Raises:
        InvalidInput: An address is none, or is one of ours; or there are too many.
    """
    subject = draft.subject if wishes.subject is None else " ".join(wishes.subject.split())
    check_length("subject", subject, most=LONGEST_SUBJECT)
    usual = {"cc": tuple(one for one in draft.cc if book.rules.usable_address(one.address))}
    names = {book.folded(one.address): one.name for one in draft.cc}
    people: dict[str, tuple[Correspondent, ...]] = {}
    for field in FIELDS:
        wanted: tuple[str, ...] | None = getattr(wishes, field)
        if wanted is None:
            people[field] = usual.get(field, ())
        else:
            people[field] = tuple(
                Correspondent(good, names.get(book.folded(good), ""))
                for good in (_checked(field, one, book) for one in wanted)
            )
    check_count("cc", [one for some in people.values() for one in some], most=MOST_OTHERS)
    return {
        "type": LETTER,
        "subject": subject,
        "from": as_content((Correspondent(draft.from_address),)) if draft.from_address else [],
        **{field: as_content(found) for field, found in people.items()},
    }


def _checked(field: str, address: str, book: Book) -> str:
    good = book.rules.usable_address(address)
    if good is None:
        raise InvalidInput(field, f"{address[:100]} is not an address", Fault.NOT_AN_ADDRESS)
    if book.is_own(good):
        raise InvalidInput(field, f"{address[:100]} is an address of ours", Fault.OWN_ADDRESS)
    return good
