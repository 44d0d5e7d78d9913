"""What senders' own keys prove is found out before their words are read.

Looking names up may take seconds, so it is done for a whole batch at once and before its
transaction. What is not known by then counts as unproved: it never waits, and is never refused.
"""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import structlog

from clew.ports.channel import InboxConfig, RawEvent
from clew.ports.channel.mailboxes import CHECKED
from clew.ports.channel.vouching import Vouching
from clew.ports.names import Names, NamesAreAway
from clew.ports.store import IntakeEvent
from clew.services.deps import Deps
from clew.services.ingest.parsing import beside, raw_of

logger = structlog.get_logger(__name__)

# For all names of a batch.
LOOK_UP_SECONDS = 5.0
AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class _Question:
    """An event that its sender's keys may prove."""

    raw: RawEvent
    config: InboxConfig
    vouching: Vouching
    names: tuple[str, ...]


async def vouched(events: Sequence[IntakeEvent], deps: Deps) -> list[IntakeEvent]:
    """Return the events, each with a note of what its sender's keys prove, if they do."""
    if deps.names is None:
        return list(events)
    questions = {event.id: one for event in events if (one := await _question(event, deps))}
    wanted = {name for one in questions.values() for name in one.names}
    records = await _looked_up(wanted, deps.names) if wanted else {}
    return [
        await _noted(event, questions.get(event.id), records) if records else event
        for event in events
    ]


async def _question(event: IntakeEvent, deps: Deps) -> _Question | None:
    found = await deps.directory.inbox(event.inbox_id)
    channel = deps.channels.get(found[0].channel) if found else None
    if found is None or channel is None or channel.vouching is None:
        return None
    raw = raw_of(event)
    try:
        names = channel.vouching.names(raw, found[1])
    except Exception:  # a fault in a channel: its words are read nevertheless
        logger.exception("a channel failed to name keys", event_id=event.id)
        return None
    return _Question(raw, found[1], channel.vouching, names) if names else None


async def _looked_up(wanted: Iterable[str], names: Names) -> dict[str, bytes]:
    """Return the text of each name that has one; a name with several has none that counts."""
    room = asyncio.Semaphore(AT_ONCE)
    records: dict[str, bytes] = {}

    async def look_up(name: str) -> None:
        async with room:
            try:
                texts = await names.texts(name)
            except NamesAreAway as away:
                logger.warning("a name could not be looked up", reason=str(away))
                return
        if len(texts) == 1:
            records[name] = texts[0]

    try:
        async with asyncio.timeout(LOOK_UP_SECONDS):
            await asyncio.gather(*map(look_up, wanted))
    except TimeoutError:
        logger.warning("names took too long to look up")
    return records


async def _noted(
    event: IntakeEvent, question: _Question | None, records: Mapping[str, bytes]
) -> IntakeEvent:
    if question is None or records.keys().isdisjoint(question.names):
        return event
    known = {name: records[name] for name in question.names if name in records}
    judge = partial(question.vouching.judge, question.raw, question.config, known)
    try:
        proof = await beside(event, judge)
    except Exception:
        logger.exception("a channel failed to judge a proof", event_id=event.id)
        return event
    return replace(event, headers={**event.headers, CHECKED: proof.value})
