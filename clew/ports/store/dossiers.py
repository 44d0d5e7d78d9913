"""What is kept about contacts beside their words: fields, consents, and who confirmed addresses."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from clew.domain.consent import Consent
from clew.domain.contact import Assurance, Identity
from clew.domain.fields import ContactField, FieldKind
from clew.domain.ids import ContactId, ConversationId, IdentityId, WorkspaceId
from clew.domain.message import Author
from clew.ports.store.contact_views import MergeView, ShowingView


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """That a person made sure whose an address is.

    Attributes:
        was: How sure we were before, which it is again if the confirmation is taken back.
    """

    identity_id: IdentityId
    was: Assurance
    how: str
    at: datetime
    by: Author


class Dossiers(Protocol):
    """What is kept about contacts."""

    async def set_fields(
        self, workspace_id: WorkspaceId, contact_id: ContactId, fields: Sequence[ContactField]
    ) -> None:
        """Replace a contact's fields."""
        ...

    async def field_kinds(self, workspace_id: WorkspaceId) -> tuple[FieldKind, ...]:
        """Return which fields every contact has, in order."""
        ...

    async def set_field_kinds(self, workspace_id: WorkspaceId, kinds: Sequence[FieldKind]) -> None:
        """Replace which fields every contact has."""
        ...

    async def consents(self, workspace_id: WorkspaceId, contact_id: ContactId) -> list[Consent]:
        """Return what a contact, and everybody who is a part of them, agreed to, the latest first.

        An id of somebody who was joined leads to whom they are a part of.
        """
        ...

    async def add_consent(self, consent: Consent) -> None:
        """Write down what a contact said."""
        ...

    async def merges(self, workspace_id: WorkspaceId, contact_id: ContactId) -> list[MergeView]:
        """Return whom a contact was joined with and parted from, the latest first."""
        ...

    async def has_changed_hands(
        self, workspace_id: WorkspaceId, conversation_id: ConversationId, after: int
    ) -> bool:
        """Say whether something became of the contact of a conversation since a number.

        They were joined or parted, or an address was proven: older messages may be seen now, or
        not any more.
        """
        ...

    async def showings(self, workspace_id: WorkspaceId, contact_id: ContactId) -> list[ShowingView]:
        """Return who saw a contact's sensitive fields, the latest first."""
        ...

    async def confirmation(
        self, workspace_id: WorkspaceId, identity_id: IdentityId
    ) -> Confirmation | None:
        """Return who confirmed an address."""
        ...

    async def confirm(self, workspace_id: WorkspaceId, confirmation: Confirmation) -> None:
        """Write down who confirmed an address, in place of who did before."""
        ...

    async def unconfirm(self, workspace_id: WorkspaceId, identity_id: IdentityId) -> None:
        """Forget that somebody confirmed an address."""
        ...

    async def claims(self, workspace_id: WorkspaceId, known: Sequence[Identity]) -> list[Identity]:
        """Return what is known of the visitors among these, as if it were identities."""
        ...

    async def verified_alike(self, workspace_id: WorkspaceId, identity: Identity) -> list[Identity]:
        """Return the verified addresses of other contacts that read like this one."""
        ...

    async def erase(self, workspace_id: WorkspaceId, contact_id: ContactId) -> None:
        """Take out what is kept about a contact and whoever is a part of them.

        That there were consents and merges stays, without words.
        """
        ...
