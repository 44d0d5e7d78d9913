"""Archives are brought in: what people wrote before there was this program, at its own time.

Nobody owes an answer to any of it. What is here already is left out, so that an import which was
cut off, or is run once more, goes on where it stopped and doubles nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from clew.domain.errors import NotFound
from clew.domain.ids import InboxId
from clew.domain.people import Inbox
from clew.ports.channel import (
    Channel,
    Ignored,
    InboxConfig,
    IncomingMessage,
    RawEvent,
    Unparsable,
)
from clew.ports.channel.mailboxes import HISTORY
from clew.ports.store import InboundQuestion, NewEvent
from clew.services.deps import Deps
from clew.services.ingest import ingest
from clew.services.ingest.parsing import twin


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the messages of an archive.

    Attributes:
        known: They were here already.
        left_out: Our own, reports of machines, or no messages at all.
        reasons: Of each that was left out, its place in the batch, from 0, and why.
    """

    added: int = 0
    known: int = 0
    left_out: int = 0
    reasons: tuple[tuple[int, str], ...] = field(default=(), compare=False)

    def __add__(self, other: "Tally") -> "Tally":
        """Return the sums; reasons belong to a batch and are left."""
        return Tally(
            self.added + other.added, self.known + other.known, self.left_out + other.left_out
        )

    @property
    def total(self) -> int:
        """Return how many there were."""
        return self.added + self.known + self.left_out


async def import_batch(raws: Sequence[bytes], inbox_id: InboxId, deps: Deps) -> Tally:
    """Bring in some messages of an archive, in this order; they are visible when this returns.

    Raises:
        NotFound: There is no such inbox.
        StoreIsUnavailable: Some of them may not be in; run the import again.
    """
    inbox, channel, config = await _inbox(inbox_id, deps)
    read = [_read(raw, channel, config, deps) for raw in raws]
    wanted = [
        (raw, item)
        for raw, item in zip(raws, read, strict=True)
        if isinstance(item, IncomingMessage)
    ]
    reasons = tuple((place, item) for place, item in enumerate(read) if isinstance(item, str))
    known = await _known(inbox, [item for _, item in wanted], deps)
    new: dict[tuple[str, str], bytes] = {}
    for raw, item in wanted:
        if (key := (item.provider_id, item.fingerprint)) not in known:
            new.setdefault(key, raw)
    for raw in new.values():
        await deps.store.intake.append(_event(raw, inbox, deps))
    while new and await ingest(deps, max(len(raws), 100)):
        pass
    return Tally(len(new), len(wanted) - len(new), len(reasons), reasons)


async def _inbox(inbox_id: InboxId, deps: Deps) -> tuple[Inbox, Channel, InboxConfig]:
    found = await deps.directory.inbox(inbox_id)
    channel = deps.channels.get(found[0].channel) if found else None
    if found is None or channel is None:
        raise NotFound("inbox", inbox_id)
    return found[0], channel, found[1]


def _read(raw: bytes, channel: Channel, config: InboxConfig, deps: Deps) -> IncomingMessage | str:
    """Return what somebody wrote, or why there is nothing to bring in."""
    try:
        items = channel.parse(RawEvent("POST", {HISTORY: "1"}, {}, raw, deps.clock.now()), config)
    except Unparsable as problem:
        return problem.reason
    for item in items:
        if isinstance(item, IncomingMessage) and not item.is_report:
            return item
        if isinstance(item, Ignored):
            return item.detail
    return "a report of a mail server about a mail of ours"


async def _known(
    inbox: Inbox, items: Sequence[IncomingMessage], deps: Deps
) -> set[tuple[str, str]]:
    """Return the names, with fingerprints, of those that are here."""
    names = {(inbox.id, name) for item in items for name in (item.provider_id, twin(item))}
    question = InboundQuestion(
        workspace_id=inbox.workspace_id,
        addresses=frozenset(),
        provider_ids=frozenset(names),
        message_ids=frozenset(),
        effect_keys=frozenset(),
    )
    async with deps.store.write() as tx:
        context = await tx.inbound_context(question)
    prints = {
        name: str((message.content or {}).get("fingerprint", ""))
        for (_, name), message in context.messages.items()
    }
    return {
        (item.provider_id, item.fingerprint)
        for item in items
        if prints.get(item.provider_id) == item.fingerprint or twin(item) in prints
    }


def _event(raw: bytes, inbox: Inbox, deps: Deps) -> NewEvent:
    return NewEvent(
        workspace_id=inbox.workspace_id,
        inbox_id=inbox.id,
        received_at=deps.clock.now(),
        headers={HISTORY: "1"},
        query="",
        body=raw,
    )
