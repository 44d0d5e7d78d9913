"""An answer was sent and perhaps not seen: a push after a moment, an e-mail after a while.

Who has seen it by then is left alone. Who has neither a browser that takes pushes nor an address
finds the answer when they return; by what somebody is reached is for
`clew.services.visitors.absence`. Each notice is tried until it has an outcome, also after a crash;
of several answers one mail is made.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

import structlog

from clew.domain.errors import NotFound
from clew.domain.ids import CaseId, InboxId, MessageId
from clew.domain.message import Delivery, DeliveryState
from clew.domain.visitor import Visitor
from clew.ports.http import Http
from clew.ports.store import Changes, LogEntry, Transaction
from clew.ports.store.kinds import DELIVERY_CHANGED
from clew.ports.store.notices import Notice, NoticeStage
from clew.ports.store.views import TimelineItem
from clew.services.deps import Deps
from clew.services.visitors.absence import Reached, mail_for
from clew.services.visitors.confirming import make_link
from clew.services.visitors.letters import Letter, Post, answer_kind, joined
from clew.services.visitors.mailrooms import send_answer
from clew.services.visitors.push import Pushed, push
from clew.services.visitors.rooms import Room, room
from clew.services.visitors.seeing import sight_of, where_is

logger = structlog.get_logger(__name__)

PUSH_AFTER = timedelta(seconds=15)
MAIL_AFTER = timedelta(minutes=2)
PUSH_AGAIN_AFTER = timedelta(seconds=30)
MOST_PUSHES = 3
# A crash leaves a notice to whoever looks next.
TRY_AGAIN_AFTER = timedelta(minutes=1)
MOST_ATTEMPTS = 5
# Agents are told of these, at the answer: it was read, or how it went on its way.
TOLD = frozenset(Reached) - {Reached.SEEN}
STILL_UNSEEN = (DeliveryState.SENT, DeliveryState.DELIVERED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """By what people are reached who have gone."""

    deps: Deps
    http: Http
    post: Post


async def watch(delivery: Delivery, tx: Transaction, deps: Deps) -> None:
    """Have somebody look later whether an answer in a chat was seen."""
    if delivery.state is not DeliveryState.SENT:
        return
    found = await deps.directory.inbox(delivery.inbox_id)
    channel = deps.channels.get(found[0].channel) if found else None
    if channel is None or channel.chat is None:
        return
    reach = await tx.reachability(delivery.workspace_id, delivery.conversation_id)
    for identity in reach.identities:
        if identity.id != delivery.identity_id:
            continue
        visitor = await tx.visitors.visitor_of(delivery.workspace_id, identity.address)
        if visitor is not None:
            await tx.notices.add_notice(
                Notice(
                    message_id=delivery.message_id,
                    workspace_id=delivery.workspace_id,
                    visitor_id=visitor.id,
                    stage=NoticeStage.PUSH,
                    due_at=deps.clock.now() + PUSH_AFTER,
                )
            )


async def reach_some(limit: int, *, reach: Reach) -> int:
    """Go after at most `limit` answers that are due; return how many there were."""
    deps = reach.deps
    now = deps.clock.now()
    async with deps.store.write() as tx:
        taken = await tx.notices.claim_notices(now, now + TRY_AGAIN_AFTER, limit)
    settled: set[MessageId] = set()
    for notice in taken:
        if notice.message_id not in settled:
            settled |= await _reach_one(notice, reach)
    return len(taken)


async def _reach_one(notice: Notice, reach: Reach) -> set[MessageId]:
    """Take the next step for one answer; return those that are settled by it."""
    deps = reach.deps
    async with deps.store.write() as tx:
        delivery = await tx.delivery(notice.workspace_id, notice.message_id)
        visitor = await tx.visitors.visitor(notice.workspace_id, notice.visitor_id)
        if delivery is None or visitor is None or delivery.state not in STILL_UNSEEN:
            await _end(notice, Reached.SEEN, tx, deps)
            return {notice.message_id}
    try:
        here = await room(InboxId(delivery.inbox_id), deps=deps)
    except NotFound:
        async with deps.store.write() as tx:
            await _end(notice, Reached.WAITS, tx, deps)
        return {notice.message_id}
    if notice.stage is NoticeStage.PUSH:
        await _push(notice, visitor, reach)
        return set()
    return await _mail(notice, visitor, here, delivery.case_id, reach)


async def _push(notice: Notice, visitor: Visitor, reach: Reach) -> None:
    deps = reach.deps
    unread = await _unread(visitor, InboxId(visitor.inbox_id), deps)
    payload = {"v": 1, "t": "msg", "i": str(visitor.inbox_id), "n": len(unread)}
    pushed = await push(
        visitor.workspace_id,
        visitor.id,
        payload,
        contact=reach.post.public_url if reach.post.public_url.startswith("https:") else
        f"mailto:{reach.post.sender or 'postmaster@localhost'}",
        http=reach.http,
        deps=deps,
    )  # fmt: skip
    async with deps.store.write() as tx:
        for digest in pushed.gone:
            await tx.notices.unsubscribe(visitor.workspace_id, visitor.id, digest)
        await _save(_after_push(notice, pushed, deps.clock.now()), tx, deps)


def _after_push(notice: Notice, pushed: Pushed, now: datetime) -> Notice:
    """Return what follows: a service that was busy is asked again, while the mail can wait."""
    if pushed.unreached and not pushed.taken and notice.attempts + 1 < MOST_PUSHES:
        return replace(notice, attempts=notice.attempts + 1, due_at=now + PUSH_AGAIN_AFTER)
    outcome = Reached.PUSHED if pushed.taken else ""
    mail_at = now + MAIL_AFTER - PUSH_AFTER - PUSH_AGAIN_AFTER * notice.attempts
    return replace(
        notice, stage=NoticeStage.MAIL, due_at=max(now, mail_at), attempts=0, outcome=outcome
    )


async def _mail(
    notice: Notice, visitor: Visitor, here: Room, case_id: CaseId, reach: Reach
) -> set[MessageId]:
    deps = reach.deps
    post = await mail_for(visitor, here, reach.post, deps)
    unread = await _unread(visitor, here.inbox.id, deps)
    if post is None or not unread:
        async with deps.store.write() as tx:
            await _end(notice, notice.outcome or Reached.WAITS, tx, deps)
        return {notice.message_id}
    link = await make_link(visitor, here, post, deps)
    letter = Letter(
        kind=answer_kind(is_answerable=post.mailbox is not None, has_link=bool(link)),
        to=visitor.email,
        language=visitor.language or here.site.languages[0],
        name=here.inbox.name,
        values={"text": joined([text for _, text in unread]), "link": link},
    )
    told = {message_id for message_id, _ in unread} | {notice.message_id}
    is_sent = await send_answer(letter, max(told), case_id, post=post, now=deps.clock.now())
    async with deps.store.write() as tx:
        if is_sent:
            for message_id in sorted(told):
                await _end(replace(notice, message_id=message_id), Reached.MAILED, tx, deps)
            return told
        attempts = notice.attempts + 1
        later = deps.clock.now() + TRY_AGAIN_AFTER * 2**attempts
        failed = replace(notice, attempts=attempts, due_at=later)
        if attempts < MOST_ATTEMPTS:
            await _save(failed, tx, deps)
        else:
            logger.warning("an answer could not be mailed", message_id=str(notice.message_id))
            await _end(failed, notice.outcome or Reached.FAILED, tx, deps)
    return {notice.message_id}


async def _unread(visitor: Visitor, inbox_id: InboxId, deps: Deps) -> list[tuple[MessageId, str]]:
    """Return the answers that the visitor has not seen and was not mailed, with their words."""
    async with deps.store.read() as reader:
        where = await where_is(visitor, reader)
        if where is None:
            return []
        sight = sight_of(visitor, where)
        outcomes = dict(await reader.notices.outcomes(visitor.workspace_id, visitor.id))
        unread = [one[0] for one in await reader.sights.unread(sight, inbox_id)]
        ids = [one for one in unread if outcomes.get(one) != Reached.MAILED]
        found = await reader.sights.seen(visitor.workspace_id, ids)
    return [(MessageId(UUID(one.item.id)), _in_text(one.item)) for one in found]


def _in_text(item: TimelineItem) -> str:
    """Return an answer as a mail says it; its files are named, for they are in the chat."""
    files = [f"[{one.name}]" for one in item.attachments or ()]
    return "\n".join([item.text or "", *files])


async def _end(notice: Notice, outcome: str, tx: Transaction, deps: Deps) -> None:
    await _save(replace(notice, stage=NoticeStage.DONE, outcome=outcome), tx, deps)


async def _save(notice: Notice, tx: Transaction, deps: Deps) -> None:
    """Keep how far reaching somebody has come, and let agents see it at the answer."""
    await tx.notices.save_notice(notice)
    if notice.outcome not in TOLD:
        return
    delivery = await tx.delivery(notice.workspace_id, notice.message_id)
    if delivery is None:
        return
    now = deps.clock.now()
    entry = LogEntry(
        kind=DELIVERY_CHANGED,
        at=now,
        conversation_id=delivery.conversation_id,
        case_id=delivery.case_id,
        message_id=delivery.message_id,
        data={"state": delivery.state.value, "reached": notice.outcome},
    )
    await tx.record(Changes(workspace_id=notice.workspace_id, at=now, log=[entry]))
