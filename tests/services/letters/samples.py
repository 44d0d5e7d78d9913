"""Messages and identities for tests of letters."""

from __future__ import annotations

from typing import Any

from clew.channels.email.letters import LETTERS
from clew.domain.contact import Assurance, Identity
from clew.domain.ids import (
    CaseId,
    ContactId,
    ConversationId,
    IdentityId,
    InboxId,
    MessageId,
    WorkspaceId,
)
from clew.domain.message import Author, AuthorKind, Direction, Message
from clew.services.letters import Book
from tests.builders import MONDAY_NINE, an_id

CASE = CaseId(an_id(5))
BOOK = Book(LETTERS, frozenset({"help@shop.example"}))


def an_identity(address: str = "anna@example.com", number: int = 7) -> Identity:
    """Return an address of Anna."""
    return Identity(
        id=IdentityId(an_id(number)),
        workspace_id=WorkspaceId(an_id(1)),
        contact_id=ContactId(an_id(3)),
        channel="letters",
        scope="letters",
        kind="email",
        address=address,
        display=address,
        assurance=Assurance.CHANNEL,
        created_at=MONDAY_NINE,
    )


def a_letter_in(**changes: Any) -> Message:
    """Return a letter that came in."""
    usual: dict[str, Any] = {
        "id": MessageId(an_id(9)),
        "workspace_id": WorkspaceId(an_id(1)),
        "conversation_id": ConversationId(an_id(4)),
        "case_id": CASE,
        "inbox_id": InboxId(an_id(6)),
        "channel": "letters",
        "direction": Direction.IN,
        "author": Author(kind=AuthorKind.CONTACT, id=None, name="Anna Nowak"),
        "identity_id": IdentityId(an_id(7)),
        "text": "Where is it?",
        "at": MONDAY_NINE,
        "sent_at": MONDAY_NINE,
        "provider_id": "<in@mail.example>",
    }
    return Message(**{**usual, **changes})
