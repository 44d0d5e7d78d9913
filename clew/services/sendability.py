"""By which inboxes can a contact be written to now, and why not by the others.

Asked by the composer to show it, by the reply to refuse, and by the sender once more at
dispatch, because a window may close while a message waits.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from clew.domain.contact import Identity
from clew.domain.ids import InboxId
from clew.domain.people import Inbox
from clew.ports.channel import (
    Allow,
    Channel,
    Deny,
    Draft,
    NeedTemplate,
    OptScope,
    Permission,
    SendFacts,
    WaitUntil,
    can_send,
    window_closes_at,
)
from clew.ports.store import Reachability


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One inbox as a way to a contact.

    Attributes:
        identity: The address that it would go to; None when there is none on this channel.
        window_closes_at: When free text stops, for channels that have a window.
    """

    inbox: Inbox
    identity: Identity | None
    permission: Permission
    window_closes_at: datetime | None
    last_inbound_at: datetime | None
    is_default: bool = False

    @property
    def is_free(self) -> bool:
        """Say whether free text can be sent, now or after a pause."""
        return isinstance(self.permission, Allow | WaitUntil)

    @property
    def needs_template(self) -> bool:
        """Say whether only an approved template can be sent."""
        return isinstance(self.permission, NeedTemplate)

    @property
    def reason(self) -> str | None:
        """Return the stable name of what stands in the way, if anything does."""
        if isinstance(self.permission, NeedTemplate):
            return "template_required"
        return self.permission.reason.value if isinstance(self.permission, Deny) else None


def way_to(inbox: Inbox, channel: Channel, reach: Reachability, draft: Draft, now: datetime) -> Way:
    """Return one inbox as a way to a contact, for a draft."""
    identity = next((one for one in reach.identities if one.channel == inbox.channel), None)
    opted_out = reach.opted_out.get(identity.id, "") if identity else ""
    facts = SendFacts(
        now=now,
        last_inbound_at=reach.last_inbound.get(inbox.id),
        window_refused_at=reach.window_refused.get(inbox.id),
        opted_out=OptScope(opted_out) if opted_out else None,
        has_address=identity is not None,
    )
    return Way(
        inbox=inbox,
        identity=identity,
        permission=can_send(channel.capabilities, facts, draft),
        window_closes_at=window_closes_at(channel.capabilities, facts),
        last_inbound_at=facts.last_inbound_at,
    )


def ways_to(
    inboxes: Mapping[InboxId, Inbox],
    channels: Mapping[str, Channel],
    reach: Reachability,
    now: datetime,
    draft: Draft | None = None,
) -> list[Way]:
    """Return all inboxes as ways to a contact, the best first: where they last wrote."""
    ways = [
        way_to(inbox, channels[inbox.channel], reach, draft or Draft(), now)
        for inbox in inboxes.values()
        if inbox.channel in channels
    ]
    ways.sort(key=_preference, reverse=True)
    return [
        Way(
            inbox=way.inbox,
            identity=way.identity,
            permission=way.permission,
            window_closes_at=way.window_closes_at,
            last_inbound_at=way.last_inbound_at,
            is_default=position == 0 and way.identity is not None,
        )
        for position, way in enumerate(ways)
    ]


def _preference(way: Way) -> tuple[bool, float, str]:
    last = way.last_inbound_at.timestamp() if way.last_inbound_at else 0.0
    return way.identity is not None, last, way.inbox.name
