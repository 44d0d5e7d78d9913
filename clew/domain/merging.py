"""Two contacts become one, and two again.

Joined, they have one conversation: whatever was said with either, in one order of time. Parted,
each has what they had before, and of what came since:

- a message stays with the address that it came from or went to;
- a case stays with the contact whose address opened it;
- a case in which both took part is divided: what was said by the other one goes into a case of
  their own;
- a note stays with its case, and an address that was added with the one it was found by.

`home` is the contact whose something would be if nobody had ever been joined.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from clew.domain.contact import Contact, Conversation, Identity
from clew.domain.errors import ClewError
from clew.domain.fields import ContactField
from clew.domain.ids import (
    CaseId,
    ContactId,
    ConversationId,
    MergeId,
    MessageId,
    WorkspaceId,
)
from clew.domain.message import Author
from clew.domain.nameless import is_nameless

REASON_MAX_CHARS = 500


class CannotBeJoined(ClewError):
    """These are one contact already."""

    code = "already_one_contact"

    def __init__(self) -> None:
        super().__init__("these are one contact already")


class MergeIsUndone(ClewError):
    """The two were parted before."""

    code = "merge_is_undone"

    def __init__(self) -> None:
        super().__init__("these contacts have been parted already")


class MessageIsOnItsWay(ClewError):
    """Both contacts are being sent something this very moment, which must keep its order."""

    code = "message_is_on_its_way"

    def __init__(self) -> None:
        super().__init__("a message is on its way to each of them; try again in a moment")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A contact as they are joined: with their conversation, addresses and fields."""

    contact: Contact
    conversation: Conversation
    identities: tuple[Identity, ...] = ()
    fields: tuple[ContactField, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What of two contacts cannot be read from their rows once they are one.

    Attributes:
        joined_name: What the contact who stayed was called afterwards.
    """

    name: str
    joined_name: str
    fields: tuple[ContactField, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """That one contact became a part of another: who, why, by what rule, and since when.

    Attributes:
        rule: Why it may be: `agent`, or the reason of `clew.domain.recognition` that proves it.
        seq: The number of the log; what is greater came when they were one.
    """

    id: MergeId
    workspace_id: WorkspaceId
    kept_id: ContactId
    merged_id: ContactId
    kept_conversation_id: ConversationId
    merged_conversation_id: ConversationId
    reason: str
    rule: str
    at: datetime
    by: Author | None
    seq: int
    before: Before
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A message of a joined conversation, and whose address it came from or went to."""

    message_id: MessageId
    case_id: CaseId
    home: ContactId | None
    has_address: bool
    is_inbound: bool
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Partition:
    """What leaves when two are parted.

    Attributes:
        cases: These leave as they are, but for the messages of `staying`.
        leaving: Messages that leave cases which stay, per case.
        staying: Messages that stay when their case leaves.
    """

    cases: frozenset[CaseId]
    leaving: Mapping[CaseId, tuple[Spoken, ...]] = field(default_factory=dict)
    staying: Mapping[CaseId, tuple[Spoken, ...]] = field(default_factory=dict)


def joined_name(kept: Party, merged: Party) -> str:
    """Return what two are called as one: a name goes before an address that stood in for one."""
    return (
        merged.contact.name if _is_placeholder(kept) and merged.contact.name else kept.contact.name
    )


def homes(
    cases: Mapping[CaseId, ContactId | None], spoken: Iterable[Spoken]
) -> dict[CaseId, ContactId | None]:
    """Return whose each case is: as it says, or whose address opened it; None: who stays."""
    opened: dict[CaseId, ContactId | None] = {}
    for one in spoken:
        if one.has_address:
            opened.setdefault(one.case_id, one.home)
    return {case_id: home or opened.get(case_id) for case_id, home in cases.items()}


def partition(
    leaving: frozenset[ContactId],
    cases: Mapping[CaseId, ContactId | None],
    spoken: Iterable[Spoken],
) -> Partition:
    """Return what leaves with the contacts of `leaving`.

    `cases` says whose each case of the conversation is, and `spoken` is what was said since the
    two were joined, in order; what was said before goes where its case goes.
    """
    going = frozenset(case_id for case_id, home in cases.items() if home in leaving)
    out: dict[CaseId, list[Spoken]] = {}
    left: dict[CaseId, list[Spoken]] = {}
    for one in spoken:
        if not one.has_address:
            continue
        is_theirs = one.home in leaving
        if is_theirs and one.case_id not in going:
            out.setdefault(one.case_id, []).append(one)
        elif not is_theirs and one.case_id in going:
            left.setdefault(one.case_id, []).append(one)
    return Partition(
        cases=going,
        leaving={case_id: tuple(ids) for case_id, ids in out.items()},
        staying={case_id: tuple(ids) for case_id, ids in left.items()},
    )


def _is_placeholder(party: Party) -> bool:
    name = party.contact.name
    return (
        not name
        or is_nameless(name)
        or any(name in {one.address, one.display} for one in party.identities)
    )
