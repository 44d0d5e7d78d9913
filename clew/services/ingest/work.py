"""What a batch knows and changes while it is being understood."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from clew.domain import events
from clew.domain.case import Case, apply_all
from clew.domain.ids import CaseId, ContactId, ConversationId, IdentityId, InboxId, MessageId
from clew.domain.message import Author, Delivery
from clew.domain.recognition import Reason
from clew.ports.store import Changes, InboundContext, LogEntry
from clew.ports.store.people import InboxNews
from clew.services.deps import Deps
from clew.services.directory import Workplace
from clew.services.journal import entries

# A provider's clock may run ahead of ours by so much; beyond that we go by our own.
CLOCK_SKEW = timedelta(minutes=5)
TEXT_MAX_CHARS = 100_000


def words(text: str) -> str:
    """Return a contact's words as we keep them."""
    return text[:TEXT_MAX_CHARS].replace("\x00", "")


@dataclass(slots=True)
class Work:
    """One workspace's part of a batch: what was loaded, brought up to date as it is decided.

    Attributes:
        cases: All that are known, as they stand after what was decided so far.
        news: What was learned of inboxes.
        same: Contacts who turn out to be one person, or may be, and why.
        understood: Events that told of messages of ours.
    """

    deps: Deps
    workplace: Workplace
    context: InboundContext
    changes: Changes
    now: datetime
    cases: dict[ConversationId, dict[CaseId, Case]] = field(default_factory=dict)
    news: dict[InboxId, InboxNews] = field(default_factory=dict)
    same: dict[tuple[ContactId, ContactId], Reason] = field(default_factory=dict)
    understood: set[int] = field(default_factory=set)
    _places: dict[MessageId, int] = field(default_factory=dict)

    @classmethod
    def on(
        cls, deps: Deps, workplace: Workplace, context: InboundContext, changes: Changes
    ) -> "Work":
        """Begin to work on a batch."""
        cases = {
            conversation_id: {case.id: case for case in cases}
            for conversation_id, cases in context.cases.items()
        }
        return cls(deps, workplace, context, changes, changes.at, cases)

    def happen(
        self, case: Case, happened: Iterable[events.Event], actor: Author | None = None
    ) -> Case:
        """Apply events to a case, note the change and tell of it in the log."""
        happened = tuple(happened)
        if not happened:
            return case
        after = apply_all(case, happened)
        self.changes.change(after, case)
        self.cases.setdefault(case.conversation_id, {})[case.id] = after
        self.tell(*entries(after, happened, actor))
        return after

    def tell(self, *told: LogEntry) -> None:
        """Add to the log."""
        self.changes.log.extend(told)

    def case(self, conversation_id: ConversationId, case_id: CaseId) -> Case | None:
        """Return a case as it stands now, if the batch knows it."""
        return self.cases.get(conversation_id, {}).get(case_id)

    def believed(self, at: datetime) -> datetime:
        """Return an instant that a provider named, unless its clock runs far ahead of ours."""
        return min(at, self.now + CLOCK_SKEW)

    def hear_from(self, identity_id: IdentityId, inbox_id: InboxId, at: datetime) -> None:
        """Note when the contact was last heard of: the messaging window counts from it."""
        self._keep_latest(self.changes.last_inbound, (identity_id, inbox_id), at)

    def note_reading(self, identity_id: IdentityId, inbox_id: InboxId, at: datetime) -> None:
        """Note when the contact last read what we sent."""
        self._keep_latest(self.changes.last_read, (identity_id, inbox_id), at)

    def _keep_latest(
        self,
        known: dict[tuple[IdentityId, InboxId], datetime],
        place: tuple[IdentityId, InboxId],
        at: datetime,
    ) -> None:
        at = self.believed(at)
        known[place] = max(at, known.get(place, at))

    def update(self, delivery: Delivery) -> None:
        """Replace a delivery; of several changes in a batch the last one counts."""
        self.context.deliveries_by_message[delivery.message_id] = delivery
        for name in delivery.provider_ids:
            self.context.deliveries[delivery.inbox_id, name] = delivery
        kept, place = self.changes.updated_deliveries, self._places.get(delivery.message_id)
        if place is None:
            self._places[delivery.message_id] = len(kept)
            kept.append(delivery)
        else:
            kept[place] = delivery

    def learn(self, inbox_id: InboxId, news: InboxNews) -> None:
        """Keep what was learned of an inbox; later news add to earlier."""
        earlier = self.news.get(inbox_id, InboxNews())
        self.news[inbox_id] = replace(
            earlier,
            **{
                name: value
                for name in InboxNews.__dataclass_fields__
                if (value := getattr(news, name)) is not None
            },
        )
