"""What readers get of contacts: who they are, how sure we are, and who they may be besides."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from clew.domain.reasons import Why
from clew.ports.store.views import CaseView, Named


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityView:
    """One address of a contact; `confidence` is how sure it makes us who they are.

    Attributes:
        opted_out: What the contact wants no more of there, if anything.
        failed_at: Since when nothing is sent there, because it would not arrive.
        confirmed_how, confirmed_by, confirmed_at: Of an address that a person made sure of.
        proven_at, proof_asked_by: Of one that its owner confirmed by a link, and who had it sent.
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
    failure_why: list[Why] = field(default_factory=list)
    confirmed_how: str | None = None
    confirmed_by: str | None = None
    confirmed_at: datetime | None = None
    proven_at: datetime | None = None
    proof_asked_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """Something we know of a contact.

    Attributes:
        value: Of an ordinary field; that of a sensitive one has to be asked for.
        has_value: Whether there is one at all.
        is_covered: Agents may not see it, for we don't know yet who writes.
        is_of_workspace: Every contact has this field.
    """

    name: str
    value: str | None
    has_value: bool
    is_sensitive: bool
    is_covered: bool
    is_of_workspace: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """An address that a contact gave in web chat and has not proven."""

    kind: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeView:
    """That another contact became a part of this one: who, when, by whom and why.

    Attributes:
        kept_id: With whom; this contact, or one who is a part of them as well.
        rule: `agent`, or the reason that proved it.
        undone_at: When they were parted again.
    """

    id: UUID
    contact: Named
    kept_id: UUID
    at: datetime
    by: str
    reason: str
    rule: str
    undone_at: datetime | None = None
    undone_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowingView:
    """That somebody saw a sensitive field."""

    field: str
    at: datetime
    by: str


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
    claims: list[ClaimView] = field(default_factory=list)
    merges: list[MergeView] = field(default_factory=list)
