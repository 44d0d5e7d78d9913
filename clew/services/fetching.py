"""Files that contacts send are fetched from the provider, before it forgets them.

The bytes are checked by the channel against the provider's digest, and their type is read from
what they are, never from what was said of them.
"""

import asyncio
import mimetypes
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

import structlog

from clew.domain.message import Attachment, AttachmentState
from clew.ports.blobs import NoRoom
from clew.ports.channel import (
    Channel,
    Continue,
    Fetched,
    HttpRequest,
    HttpResponse,
    InboxConfig,
    MediaOutcome,
    MediaRef,
    Misconfigured,
    Progress,
    Refusal,
    RefusalCause,
    Refused,
    Retry,
    Throttled,
)
from clew.ports.faults import faultpoint
from clew.ports.http import AddressIsForbidden, AnswerIsTooLong, CallFailed, Http
from clew.ports.store import Changes, LogEntry
from clew.ports.store.kinds import ATTACHMENT_CHANGED
from clew.services.attachments import Known, examine, one_chunk, safe_name
from clew.services.deps import Deps
from clew.services.inbox_health import turn_amber
from clew.services.sending.pauses import pause_after

logger = structlog.get_logger(__name__)

# A fetch that was cut off by a crash is begun anew after so long.
LEASE = timedelta(minutes=10)
MOST_STEPS = 10
LONGEST_REASON = 500
# How long a file waits for an inbox to be repaired, or for room on the disk.
REPAIR_PAUSE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetcher:
    """What fetching needs; `chance` draws a number from 0 to 1."""

    deps: Deps
    http: Http
    chance: Callable[[], float]


async def claim_files(deps: Deps, limit: int) -> list[Attachment]:
    """Take at most `limit` files that are to be fetched."""
    now = deps.clock.now()
    async with deps.store.write() as tx:
        return await tx.claim_media(now, now + LEASE, limit)


async def fetch(attachment: Attachment, *, fetcher: Fetcher) -> None:
    """Fetch one file, and write down what became of it."""
    deps = fetcher.deps
    found = await deps.directory.inbox(attachment.inbox_id) if attachment.inbox_id else None
    channel = deps.channels.get(found[0].channel) if found else None
    ref = attachment.source
    config = found[1] if found else None
    if config is None or channel is None or not isinstance(ref, MediaRef):
        await _lose(attachment, "the inbox is not here any more", deps)
        return
    try:
        outcome = await _obtain(channel, ref, config, attachment, fetcher)
    except Exception:
        logger.exception("fetching a file failed", attachment_id=str(attachment.id))
        outcome = Retry("something went wrong while it was being fetched", Progress())
    faultpoint("F14")
    match outcome:
        case Fetched():
            await _keep(attachment, outcome, deps)
        case Refused(refusal=refusal):
            await _lose(attachment, config.redact(refusal.reason), deps)
        case Misconfigured():
            await _stop_inbox(attachment, outcome, config, deps)
        case Throttled(after=after):
            await _postpone(attachment, after, is_attempt=False, deps=deps)
        case _:
            pause = pause_after(max(attachment.attempts, 1), fetcher.chance())
            if pause is None:
                await _lose(attachment, config.redact(outcome.reason), deps)
            else:
                await _postpone(attachment, pause, is_attempt=True, deps=deps)


async def _obtain(
    channel: Channel, ref: MediaRef, config: InboxConfig, attachment: Attachment, fetcher: Fetcher
) -> Fetched | Refused | Misconfigured | Throttled | Retry:
    if ref.part:
        return await _cut_out(channel, ref, fetcher.deps)
    return await _ask(channel, ref, config, attachment, fetcher)


async def _cut_out(channel: Channel, ref: MediaRef, deps: Deps) -> Fetched | Refused | Throttled:
    """Take a file out of the raw event that it came with, which is here."""
    event = await deps.store.intake.get(ref.event_id) if ref.event_id is not None else None
    data = None
    if event is not None and channel.read_part is not None:
        # Off the loop: reading a mail of 40 MB takes a while.
        data = await asyncio.to_thread(channel.read_part, event.body, ref.part)
    if data is None:
        return Refused(Refusal("not_here", "the file is not here any more", RefusalCause.MEDIA))
    try:
        stored = await deps.blobs.save(one_chunk(data), max(len(data), 1))
    except NoRoom:
        logger.error("no space left for a file")
        return Throttled(REPAIR_PAUSE, "no space left on the disk", Progress())
    return Fetched(stored.blob, stored.byte_count, stored.sha256)


async def _ask(
    channel: Channel, ref: MediaRef, config: InboxConfig, attachment: Attachment, fetcher: Fetcher
) -> Fetched | Refused | Misconfigured | Throttled | Retry:
    """Go through the channel's steps. They are few and harmless: a restart begins anew."""
    if channel.fetch_media is None or channel.read_media_response is None:
        return Refused(Refusal("no_media", "the channel has no files", RefusalCause.MEDIA))
    progress = Progress(tries=max(attachment.attempts - 1, 0))
    for _ in range(MOST_STEPS):
        request = channel.fetch_media(ref, config, progress)
        most = min(request.max_bytes, fetcher.deps.limits.attachment_max_bytes)
        answer = await _call(replace(request, max_bytes=most), progress, fetcher.http)
        if not isinstance(answer, HttpResponse):
            return answer
        outcome: MediaOutcome = channel.read_media_response(ref, config, progress, answer)
        if not isinstance(outcome, Fetched) and answer.saved is not None:
            await fetcher.deps.blobs.delete(answer.saved.blob)
        if not isinstance(outcome, Continue):
            return outcome
        progress = outcome.progress
    return Refused(Refusal("endless", "the channel never finished", RefusalCause.MEDIA))


async def _call(
    request: HttpRequest, progress: Progress, http: Http
) -> HttpResponse | Refused | Retry | Throttled:
    try:
        return await http.call(request)
    except AnswerIsTooLong as failure:
        if not request.to_file:
            return Retry(str(failure), progress)
        words = f"the file is larger than {request.max_bytes // 1_048_576} MB"
        return Refused(Refusal("too_large", words, RefusalCause.MEDIA))
    except AddressIsForbidden as failure:
        return Refused(Refusal("address_forbidden", str(failure), RefusalCause.MEDIA))
    except CallFailed as failure:
        return Retry(str(failure), progress)
    except NoRoom:
        logger.error("no space left for a file")
        return Throttled(REPAIR_PAUSE, "no space left on the disk", progress)


async def _keep(attachment: Attachment, fetched: Fetched, deps: Deps) -> None:
    try:
        known = await examine(fetched.blob, fetched.size_bytes, attachment.name, deps.blobs)
    except NoRoom:  # the file is here, only its small copy is not
        known = Known(media_type=fetched.media_type)
    ready = replace(
        attachment,
        state=AttachmentState.READY,
        name=_name(attachment, known),
        media_type=known.media_type,
        byte_count=fetched.size_bytes,
        sha256=fetched.sha256,
        blob=fetched.blob,
        thumbnail_blob=known.thumbnail_blob,
        width=known.width,
        height=known.height,
        next_attempt_at=None,
        reason="",
    )
    await _record(ready, deps)


async def _lose(attachment: Attachment, reason: str, deps: Deps) -> None:
    failed = replace(
        attachment,
        state=AttachmentState.FAILED,
        reason=reason[:LONGEST_REASON],
        next_attempt_at=None,
    )
    await _record(failed, deps)


async def _postpone(
    attachment: Attachment, pause: timedelta, *, is_attempt: bool, deps: Deps
) -> None:
    later = replace(
        attachment,
        next_attempt_at=deps.clock.now() + pause,
        attempts=attachment.attempts if is_attempt else max(attachment.attempts - 1, 0),
    )
    async with deps.store.write() as tx:
        await tx.record(_changes(later, deps))


async def _stop_inbox(
    attachment: Attachment, ending: Misconfigured, config: InboxConfig, deps: Deps
) -> None:
    assert attachment.inbox_id is not None, "its inbox was found"  # noqa: S101 - for the types
    waiting = replace(
        attachment,
        next_attempt_at=deps.clock.now() + REPAIR_PAUSE,
        attempts=max(attachment.attempts - 1, 0),
    )
    changes = _changes(waiting, deps)
    async with deps.store.write() as tx:
        await turn_amber(attachment.inbox_id, ending, config, changes, tx)
        await tx.record(changes)
    deps.directory.forget(attachment.workspace_id)


async def _record(attachment: Attachment, deps: Deps) -> None:
    changes = _changes(attachment, deps)
    changes.log.append(
        LogEntry(
            kind=ATTACHMENT_CHANGED,
            at=changes.at,
            conversation_id=attachment.conversation_id,
            message_id=attachment.message_id,
            data={"state": attachment.state.value},
        )
    )
    async with deps.store.write() as tx:
        await tx.record(changes)


def _changes(attachment: Attachment, deps: Deps) -> Changes:
    return Changes(
        workspace_id=attachment.workspace_id,
        at=deps.clock.now(),
        updated_attachments=[attachment],
    )


def _name(attachment: Attachment, known: Known) -> str:
    """Return the name that the contact gave it, or one that says what it is."""
    if attachment.name:
        return safe_name(attachment.name)
    kind = known.media_type.partition("/")[0]
    ending = mimetypes.guess_extension(known.media_type) or ""
    return f"{kind if kind in ('image', 'audio', 'video') else 'file'}{ending}"
