"""What readers get of contacts: who they are, how sure we are, and who they may be besides."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from clew.ports.store.views import CaseView, Named


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityView:
    """One address of a contact; `confidence` is how sure it makes us who they are.

    Attributes:
        opted_out: What the contact wants no more of there, if anything.
        failed_at: Since when nothing is sent there, because it would not arrive.
    """

    id: UUID
    channel: str
    kind: str
    address: str
    display: str
    assurance: str
    confidence: str = ""
    created_at: datetime | None = None
    opted_out: str | None = None
    opted_out_at: datetime | None = None
    failed_at: datetime | None = None
    failure_code: str | None = None
    failure_reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """Something we know of a contact; the value of a covered field is withheld."""

    name: str
    value: str | None
    is_sensitive: bool
    is_covered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeView:
    """That another contact became a part of this one: who, when, by whom and why.

    Attributes:
        kept_id: With whom; this contact, or one who is a part of them as well.
        rule: `agent`, or the reason that proved it.
    """

    id: UUID
    contact: Named
    kept_id: UUID
    at: datetime
    by: str
    reason: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceView:
    """What two contacts have in common: a reason, and the address as people read it."""

    reason: str
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionView:
    """Somebody who may be the same person; `id` is that contact's.

    Attributes:
        is_conflict: Each has proven to be somebody; no rule joins them.
    """

    id: UUID
    contact: Named
    evidence: list[EvidenceView]
    is_conflict: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """A contact with addresses and cases."""

    id: UUID
    name: str
    conversation_id: UUID
    created_at: datetime
    identities: list[IdentityView]
    cases: list[CaseView]
    confidence: str = ""
    fields: list[FieldView] = field(default_factory=list)
    merges: list[MergeView] = field(default_factory=list)
