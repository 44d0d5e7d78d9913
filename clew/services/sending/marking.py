"""Providers are told what we have read: a few at a time, after everything that matters more.

A mark goes by the pace and the circuit of what is sent, and is never tried twice: nothing depends
on it, and the next one says the same and more.
"""

import asyncio
from datetime import datetime, timedelta

import structlog

from clew.domain.people import InboxStage, InboxState
from clew.ports.channel import MarkRead
from clew.ports.http import CallFailed
from clew.ports.store.read_marks import ReadMark
from clew.services.sending.sender import Sender

logger = structlog.get_logger(__name__)

# What providers show as typing ends by itself; later it would be a lie.
TYPING_LASTS = timedelta(seconds=15)


async def show_read_marks(limit: int, *, sender: Sender) -> int:
    """Tell providers of at most `limit` marks that are due; return how many there were."""
    deps = sender.deps
    async with deps.store.write() as tx:
        marks = await tx.read_marks.claim(deps.clock.now(), limit)
    await asyncio.gather(*(_show(mark, sender) for mark in marks))
    return len(marks)


async def _show(mark: ReadMark, sender: Sender) -> None:
    deps, now = sender.deps, sender.deps.clock.now()
    found = await deps.directory.inbox(mark.inbox_id)
    channel = deps.channels.get(found[0].channel) if found else None
    if found is None or channel is None or channel.signal is None:
        return
    inbox, config = found
    if inbox.state is not InboxState.GREEN or inbox.stage is not InboxStage.ACTIVE:
        return
    until = sender.pacing.room_at(mark.inbox_id, channel.capabilities, now)
    if until > now:
        await _postpone(mark, until, sender)
        return
    is_typing = mark.is_typing and now - mark.due_at < TYPING_LASTS
    request = channel.signal(MarkRead(mark.provider_id, is_typing=is_typing), config)
    if request is None:
        return
    try:
        answer = await sender.http.call(request, circuit=str(mark.inbox_id))
    except CallFailed as failure:
        logger.info("a read mark was not shown", inbox_id=str(mark.inbox_id), why=str(failure))
        return
    if not 200 <= answer.status < 300:
        logger.info("a read mark was refused", inbox_id=str(mark.inbox_id), status=answer.status)


async def _postpone(mark: ReadMark, until: datetime, sender: Sender) -> None:
    async with sender.deps.store.write() as tx:
        await tx.read_marks.postpone(mark, until)
