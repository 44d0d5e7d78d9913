"""Can this be sent now, and how? One pure function over the capability table.

It is asked twice: by the composer, to show what is possible, and by the sender at dispatch,
because a window may close while a message waits.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from clew.ports.channel.capabilities import Capabilities
from clew.ports.channel.outgoing import AuthorKind
from clew.ports.channel.receipts import OptScope


@dataclass(frozen=True, slots=True)
class SendFacts:
    """What is known about one contact at one inbox, and the time.

    Attributes:
        last_inbound_at: When the contact last did anything there, by the provider's clock.
        window_refused_at: When the provider last said that the window is closed. Providers err
            now and then, but arguing is no use: a template is needed until the contact writes.
        sent_in_window: Messages of ours since `last_inbound_at`.
        quota_free_at: When the quotas of inbox and contact next have room.
        has_failed: The provider said that nothing arrives at the address any more.
    """

    now: datetime
    last_inbound_at: datetime | None = None
    window_refused_at: datetime | None = None
    sent_in_window: int = 0
    opted_out: OptScope | None = None
    quota_free_at: datetime | None = None
    has_address: bool = True
    has_failed: bool = False
    is_inbox_enabled: bool = True


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody is about to send."""

    author: AuthorKind = AuthorKind.AGENT
    has_text: bool = True
    is_template: bool = False
    is_marketing: bool = False
    is_reaction: bool = False
    attachment_bytes: tuple[int, ...] = ()
    choices: int = 0


class DenyReason(StrEnum):
    """Why something cannot be sent at all, however long one waits."""

    INBOX_DISABLED = "inbox_disabled"
    NO_ADDRESS = "no_address"
    ADDRESS_FAILED = "address_failed"  # until the contact writes from it, or an agent knows better
    OPTED_OUT = "opted_out"
    NO_MARKETING = "no_marketing"  # other messages are welcome
    WINDOW_CLOSED = "window_closed"  # and the channel has no templates
    REPLIES_USED_UP = "replies_used_up"  # until the contact writes again
    EMPTY = "empty"
    NO_TEMPLATES = "no_templates"
    NO_REACTIONS = "no_reactions"
    NO_ATTACHMENTS = "no_attachments"
    ATTACHMENT_TOO_LARGE = "attachment_too_large"
    ATTACHMENTS_TOO_LARGE = "attachments_too_large"  # together
    TOO_MANY_CHOICES = "too_many_choices"


@dataclass(frozen=True, slots=True)
class Allow:
    """Send it."""


@dataclass(frozen=True, slots=True)
class NeedTemplate:
    """Only an approved template may be sent.

    Attributes:
        since: When the window closed (UTC), or None if the contact never wrote here.
    """

    since: datetime | None


@dataclass(frozen=True, slots=True)
class WaitUntil:
    """Send it then."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Deny:
    """It cannot be sent."""

    reason: DenyReason


Permission: TypeAlias = Allow | NeedTemplate | WaitUntil | Deny


def can_send(capabilities: Capabilities, facts: SendFacts, draft: Draft) -> Permission:
    """Say whether `draft` may be sent now."""
    for reason, applies in DENIALS:
        if applies(capabilities, facts, draft):
            return Deny(reason)
    if not draft.is_template:
        closed_at = window_closed_at(capabilities, facts, draft.author)
        if closed_at is not None or _never_opened(capabilities, facts):
            return (
                NeedTemplate(closed_at)
                if capabilities.templates
                else Deny(DenyReason.WINDOW_CLOSED)
            )
    if facts.quota_free_at is not None and facts.quota_free_at > facts.now:
        return WaitUntil(facts.quota_free_at)
    return Allow()


def window_closes_at(
    capabilities: Capabilities, facts: SendFacts, author: AuthorKind = AuthorKind.AGENT
) -> datetime | None:
    """Return when free-form text stops, or did; None without a window or an inbound."""
    window = capabilities.messaging_window
    if author is AuthorKind.AGENT and capabilities.human_window is not None:
        window = capabilities.human_window
    if window is None or facts.last_inbound_at is None:
        return None
    closes_at = facts.last_inbound_at + window
    refused_at = facts.window_refused_at
    if refused_at is not None and refused_at >= facts.last_inbound_at:
        return min(closes_at, refused_at)
    return closes_at


def window_closed_at(
    capabilities: Capabilities, facts: SendFacts, author: AuthorKind = AuthorKind.AGENT
) -> datetime | None:
    """Return since when free-form text is refused, or None if it is not (or never was taken)."""
    closes_at = window_closes_at(capabilities, facts, author)
    return closes_at if closes_at is not None and closes_at <= facts.now else None


def _never_opened(capabilities: Capabilities, facts: SendFacts) -> bool:
    return capabilities.messaging_window is not None and facts.last_inbound_at is None


def _is_unwanted_marketing(_: Capabilities, facts: SendFacts, draft: Draft) -> bool:
    is_marketing = draft.is_marketing or draft.author is AuthorKind.CAMPAIGN
    return is_marketing and facts.opted_out is OptScope.MARKETING


def _is_empty(_: Capabilities, __: SendFacts, draft: Draft) -> bool:
    return not (draft.has_text or draft.is_template or draft.is_reaction or draft.attachment_bytes)


def _is_too_large(capabilities: Capabilities, _: SendFacts, draft: Draft) -> bool:
    return any(size > capabilities.max_attachment_bytes for size in draft.attachment_bytes)


def _are_too_large(capabilities: Capabilities, _: SendFacts, draft: Draft) -> bool:
    most = capabilities.attachments_max_bytes
    return most is not None and sum(draft.attachment_bytes) > most


def _are_replies_used_up(capabilities: Capabilities, facts: SendFacts, draft: Draft) -> bool:
    allowed = capabilities.replies_per_window
    return allowed is not None and not draft.is_template and facts.sent_in_window >= allowed


# In the order in which they are told: what nobody can change first, the draft's own faults last.
DENIALS: tuple[tuple[DenyReason, Callable[[Capabilities, SendFacts, Draft], bool]], ...] = (
    (DenyReason.INBOX_DISABLED, lambda _, facts, __: not facts.is_inbox_enabled),
    (DenyReason.NO_ADDRESS, lambda _, facts, __: not facts.has_address),
    (DenyReason.ADDRESS_FAILED, lambda _, facts, __: facts.has_failed),
    (DenyReason.OPTED_OUT, lambda _, facts, __: facts.opted_out is OptScope.EVERYTHING),
    (DenyReason.NO_MARKETING, _is_unwanted_marketing),
    (DenyReason.EMPTY, _is_empty),
    (DenyReason.NO_TEMPLATES, lambda can, _, draft: draft.is_template and not can.templates),
    (DenyReason.NO_REACTIONS, lambda can, _, draft: draft.is_reaction and not can.reactions),
    (
        DenyReason.NO_ATTACHMENTS,
        lambda can, _, draft: bool(draft.attachment_bytes) and not can.media,
    ),
    (DenyReason.ATTACHMENT_TOO_LARGE, _is_too_large),
    (DenyReason.ATTACHMENTS_TOO_LARGE, _are_too_large),
    (DenyReason.TOO_MANY_CHOICES, lambda can, _, draft: draft.choices > can.quick_replies),
    (DenyReason.REPLIES_USED_UP, _are_replies_used_up),
)
