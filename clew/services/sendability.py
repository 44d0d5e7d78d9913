"""By which inboxes can a contact be written to now, and why not by the others.

Asked by the composer to show it, by the reply to refuse, and by the sender once more at
dispatch, because a window may close while a message waits.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from clew.domain.consent import Purpose, refused_at
from clew.domain.contact import Assurance, Identity
from clew.domain.ids import IdentityId, InboxId
from clew.domain.people import Inbox, InboxStage
from clew.ports.channel import (
    Allow,
    AuthorKind,
    Channel,
    Deny,
    DenyReason,
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

# So long is what we write an answer to what a contact last wrote; then it is a message of ours.
DIRECT_ANSWER = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One inbox as a way to a contact.

    Attributes:
        identity: The address that it would go to; None when there is none on this channel.
        window_closes_at: When free text stops, for channels that have a window.
        last_read_at: When the contact last read there what we sent, where that can be known.
        takes_marketing: The contact has not said no to advertising there.
    """

    inbox: Inbox
    identity: Identity | None
    permission: Permission
    window_closes_at: datetime | None
    last_inbound_at: datetime | None
    last_read_at: datetime | None = None
    takes_marketing: bool = True
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
    def is_opted_out(self) -> bool:
        """Say whether it is the contact who does not want it."""
        return self.permission == Deny(DenyReason.OPTED_OUT)

    @property
    def reason(self) -> str | None:
        """Return the stable name of what stands in the way, if anything does."""
        if isinstance(self.permission, NeedTemplate):
            return "template_required"
        return self.permission.reason.value if isinstance(self.permission, Deny) else None


def way_to(
    inbox: Inbox,
    channel: Channel,
    reach: Reachability,
    draft: Draft,
    now: datetime,
    *,
    to: IdentityId | None = None,
) -> Way:
    """Return one inbox as a way to a contact, for a draft.

    By default to the latest address, of those by which the provider knows whom we heard of last;
    one that is only claimed to be theirs comes late, one at which nothing arrives last.
    """
    known = [one for one in reach.identities if one.channel == inbox.channel]
    person = _person(known, reach, inbox.id, to)
    identity = next((one for one in person if to in {None, one.id}), None)
    facts = SendFacts(
        now=now,
        last_inbound_at=_latest(reach.last_inbound, person, inbox.id),
        window_refused_at=_latest(reach.window_refused, person, inbox.id),
        opted_out=_widest(
            *(reach.opted_out.get(one.id) for one in known),
            refused_scope(reach, inbox.channel, draft.author, now),
        ),
        has_address=identity is not None,
        has_failed=identity is not None and identity.failure is not None,
    )
    return Way(
        inbox=inbox,
        identity=identity,
        permission=can_send(channel.capabilities, facts, draft),
        window_closes_at=window_closes_at(channel.capabilities, facts),
        last_inbound_at=facts.last_inbound_at,
        last_read_at=_latest(reach.last_read, person, inbox.id),
        takes_marketing=facts.opted_out is None,
    )


def _person(
    known: Sequence[Identity], reach: Reachability, inbox_id: InboxId, to: IdentityId | None
) -> list[Identity]:
    """Return the addresses of one person as the provider sees it, the one to write to first.

    Contacts who were joined may be two persons to it, with a window and an answer each.
    """
    heard = reach.last_inbound
    latest = max(
        (one for one in known if (one.id, inbox_id) in heard),
        key=lambda one: heard[one.id, inbox_id],
        default=None,
    )
    meant = next((one for one in known if one.id == to), latest)
    same = [one for one in known if meant is None or one.home_id == meant.home_id]
    return sorted(
        same, key=lambda one: (one.failure is not None, one.assurance is Assurance.CLAIMED)
    )


def _latest(
    at: Mapping[tuple[IdentityId, InboxId], datetime],
    person: Iterable[Identity],
    inbox_id: InboxId,
) -> datetime | None:
    known = [at[one.id, inbox_id] for one in person if (one.id, inbox_id) in at]
    return max(known, default=None)


def refused_scope(
    reach: Reachability, channel: str, author: AuthorKind, now: datetime
) -> OptScope | None:
    """Return what a contact told us that they want no more of on a channel.

    Who refused all messages and wrote there afterwards asks for an answer: people may give it,
    while it is one.
    """
    refused = refused_at(reach.consents, Purpose.SERVICE, channel)
    if refused is not None:
        here = {one.id for one in reach.identities if one.channel == channel}
        heard = max(
            (at for (who, _), at in reach.last_inbound.items() if who in here), default=None
        )
        is_asked = heard is not None and heard > refused and now - heard <= DIRECT_ANSWER
        if not (is_asked and author is AuthorKind.AGENT):
            return OptScope.EVERYTHING
    has_refused = refused_at(reach.consents, Purpose.MARKETING, channel) is not None
    return OptScope.MARKETING if has_refused else None


def _widest(*wishes: str | None) -> OptScope | None:
    """Return what a contact wants no more of: said at one address, it goes for all of a channel."""
    scopes = {OptScope(wish) for wish in wishes if wish}
    return next(
        (scope for scope in (OptScope.EVERYTHING, OptScope.MARKETING) if scope in scopes), None
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
        if inbox.channel in channels and inbox.stage is not InboxStage.ARCHIVED
    ]
    ways.sort(key=_preference, reverse=True)
    if ways and ways[0].identity is not None:
        ways[0] = replace(ways[0], is_default=True)
    return ways


def _preference(way: Way) -> tuple[bool, float, str]:
    last = way.last_inbound_at.timestamp() if way.last_inbound_at else 0.0
    return way.identity is not None, last, way.inbox.name
