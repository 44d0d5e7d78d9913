"""Plays the stories of the sample through Clew itself, with a clock that moves along.

What contacts do goes through signed webhooks, intake and ingest; what agents do through the
services; what time does through the sweep. So the past of the sample is as real as any: nothing is
written to the database but by the code that writes it when it happens.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from clew.demo.graph.chats import Place, Said, Side
from clew.demo.graph.faults import Weather
from clew.demo.graph.provider import Writing
from clew.demo.sample import deeds
from clew.demo.sample.deeds import Deed, Story, When, instant
from clew.demo.sample.people import Shop
from clew.demo.sample.pictures import picture
from clew.demo.sample.traffic import Traffic
from clew.domain.facts import Outcome
from clew.domain.ids import AttachmentId, CaseId, ConversationId, MessageId, NoteId
from clew.ports.store import CaseQuery
from clew.ports.store import Place as CasePlace
from clew.ports.store.views import CaseView
from clew.services import cases
from clew.services.replies import AddNote, SendReply, Then, add_note, send_reply
from clew.services.uploading import upload


@dataclass(slots=True)
class Thread:
    """How far one story has been played.

    Attributes:
        said: What a deed's name stands for, as the provider knows it.
        message_ids: The same, as Clew knows it; only what agents wrote.
        begun: How many cases the story has had.
        case: The latest of them as it began; None when it is not known whether there is another.
    """

    story: Story
    said: dict[str, Said] = field(default_factory=dict)
    message_ids: dict[str, MessageId] = field(default_factory=dict)
    begun: int = 0
    case: CaseView | None = None


class Player:
    """Plays stories, all of them side by side, in the order of their instants."""

    def __init__(self, traffic: Traffic, shop: Shop, now: datetime) -> None:
        self._traffic = traffic
        self._deps = traffic.deps
        self._shop = shop
        self._now = now
        self._play: Mapping[type[Any], Callable[[Thread, Any], Awaitable[None]]] = {
            deeds.Wrote: self._wrote,
            deeds.Reacted: self._reacted,
            deeds.Answered: self._answered,
            deeds.Noted: self._noted,
            deeds.Given: self._given,
            deeds.Parked: self._parked,
            deeds.Resolved: self._resolved,
            deeds.NeedsNoReply: self._needs_no_reply,
        }

    async def play(self, stories: Sequence[Story]) -> None:
        """Play all stories up to now."""
        provider = self._traffic.provider
        events: list[tuple[datetime, int, Thread, Deed]] = []
        for story in stories:
            provider.add_person(story.name, story.phone, story.username)
            thread = Thread(story)
            for when, deed in story.deeds:
                events.append((self._instant(when), len(events), thread, deed))
        # Parked cases wake to the minute; other deadlines of the past may pass unwatched.
        wakes = [self._instant(wake) for story in stories for wake in wakes_of(story)]
        for at, _, thread, deed in sorted(events, key=lambda event: event[:2]):
            for wake in sorted(one for one in wakes if self._traffic.clock.at < one < at):
                await self._traffic.wake(wake)
            await self._traffic.go_to(at)
            await self._play[type(deed)](thread, deed)
        await self._traffic.wake(self._now)

    def _instant(self, when: When) -> datetime:
        return instant(when, self._now)

    # --- the contact

    async def _wrote(self, thread: Thread, deed: deeds.Wrote) -> None:
        provider, phone = self._traffic.provider, digits(thread.story.phone)
        quoted = thread.said[deed.quotes].id if deed.quotes else ""
        writing = Writing(text=deed.text, quoted=quoted)
        if deed.picture:
            content = picture(deed.picture)
            media = provider.keeping.add_media(content, "image/jpeg", f"{deed.picture}.jpg")
            writing = Writing(kind="image", text=deed.text, media=media, quoted=quoted)
        elif deed.place is not None:
            place = Place(*deed.place)
            writing = Writing(kind="location", place=place, quoted=quoted)
        said = provider.write(phone, writing)
        if deed.name:
            thread.said[deed.name] = said
        await self._traffic.bring_news()
        if deed.picture:
            await self._traffic.fetch_files()
        await self._begin(thread)

    async def _begin(self, thread: Thread) -> None:
        """Give a case that has just begun its subject and its owner."""
        if thread.case is not None:
            return
        known = await self._cases(thread)
        story, count = thread.story, len(known)
        case = thread.case = max(known, key=lambda one: one.number)
        if count == thread.begun:
            return
        thread.begun = count
        asker = self._shop.asker("Olga")
        subject = story.subjects[min(count, len(story.subjects)) - 1]
        await cases.rename_case(CaseId(case.id), subject, asker=asker, deps=self._deps)
        if story.owner:
            command = cases.Assign(
                case_id=CaseId(case.id), agent_id=self._shop.agents[story.owner].id
            )
            await cases.assign(command, asker=asker, deps=self._deps)

    async def _reacted(self, thread: Thread, deed: deeds.Reacted) -> None:
        target = thread.said[deed.to].id
        self._traffic.provider.react(digits(thread.story.phone), target, deed.emoji)
        await self._traffic.bring_news()

    # --- the agents

    async def _look(self, thread: Thread, by: str) -> None:
        """Note that an agent has read the case that they are at."""
        case, asker = self._case(thread), self._shop.asker(by)
        async with self._deps.store.read() as reader:
            seq = await reader.seq(self._shop.workspace_id)
        await cases.mark_read(CaseId(case.id), seq, asker=asker, deps=self._deps)

    async def _answered(self, thread: Thread, deed: deeds.Answered) -> None:
        provider, phone = self._traffic.provider, digits(thread.story.phone)
        case = self._case(thread)
        asker = self._shop.asker(deed.by)
        message_id = MessageId(self._deps.ids.new())
        files: tuple[AttachmentId, ...] = ()
        if deed.picture:
            name = f"{deed.picture}.jpg"
            kept = await upload(name, _one(picture(deed.picture)), asker=asker, deps=self._deps)
            files = (AttachmentId(kept.id),)
        command = SendReply(
            conversation_id=ConversationId(case.conversation_id),
            message_id=message_id,
            case_id=CaseId(case.id),
            text=deed.text,
            attachment_ids=files,
            reply_to=await self._quoted(thread, case, deed.quotes),
            then=_then(deed),
            wake_at=self._instant(deed.park) if deed.park else None,
            park_reason=deed.reason,
            outcome=deed.outcome or Outcome.SOLVED,
            hold=self._now - self._now,
            promise_at=self._instant(deed.promise) if deed.promise else None,
            is_holding=deed.promise is not None,
        )
        await send_reply(command, asker=asker, deps=self._deps)
        provider.weather = Weather.UNDELIVERABLE if deed.fails else Weather.FINE
        await self._traffic.send_replies()
        provider.weather = Weather.FINE
        said = provider.chat(phone).last_by(Side.SHOP)
        if deed.name and said is not None:
            thread.said[deed.name] = said
            thread.message_ids[deed.name] = message_id
        if deed.is_read:
            provider.read(phone)
        await self._traffic.bring_news()
        await self._look(thread, deed.by)
        if deed.outcome is not None:
            thread.case = None

    async def _quoted(self, thread: Thread, case: CaseView, name: str) -> MessageId | None:
        if not name:
            return None
        if name in thread.message_ids:
            return thread.message_ids[name]
        provider_id = thread.said[name].id
        conversation_id = ConversationId(case.conversation_id)
        async with self._deps.store.read() as reader:
            page = await reader.timeline(self._shop.workspace_id, conversation_id, limit=100)
        for item in page.items:
            if getattr(item, "provider_id", None) == provider_id:
                return MessageId(UUID(item.id))
        raise KeyError(name)

    async def _noted(self, thread: Thread, deed: deeds.Noted) -> None:
        case = self._case(thread)
        command = AddNote(
            conversation_id=ConversationId(case.conversation_id),
            note_id=NoteId(self._deps.ids.new()),
            case_id=CaseId(case.id),
            text=deed.text,
        )
        await add_note(command, asker=self._shop.asker(deed.by), deps=self._deps)

    async def _given(self, thread: Thread, deed: deeds.Given) -> None:
        case = self._case(thread)
        command = cases.Assign(
            case_id=CaseId(case.id),
            agent_id=self._shop.agents[deed.to].id if deed.to else None,
            team_id=self._shop.teams[deed.team] if deed.team else None,
        )
        await cases.assign(command, asker=self._shop.asker(deed.by), deps=self._deps)

    async def _parked(self, thread: Thread, deed: deeds.Parked) -> None:
        case = self._case(thread)
        asker, wake_at = self._shop.asker(deed.by), self._instant(deed.until)
        await cases.park(CaseId(case.id), wake_at, deed.reason, asker=asker, deps=self._deps)

    async def _resolved(self, thread: Thread, deed: deeds.Resolved) -> None:
        case = self._case(thread)
        asker = self._shop.asker(deed.by)
        await cases.resolve(CaseId(case.id), deed.outcome, asker=asker, deps=self._deps)
        thread.case = None

    async def _needs_no_reply(self, thread: Thread, deed: deeds.NeedsNoReply) -> None:
        case = self._case(thread)
        asker = self._shop.asker(deed.by)
        await cases.need_no_reply(CaseId(case.id), asker=asker, deps=self._deps)
        await self._look(thread, deed.by)

    # --- what there is

    def _case(self, thread: Thread) -> CaseView:
        """Return the latest case of a story's contact."""
        if thread.case is None:
            raise LookupError(f"{thread.story.name} has no case that goes on")
        return thread.case

    async def _cases(self, thread: Thread) -> list[CaseView]:
        query = CaseQuery(
            workspace_id=self._shop.workspace_id,
            agent_id=self._shop.agents["Olga"].id,
            place=CasePlace.ALL,
            sees_all=True,
            limit=200,
        )
        async with self._deps.store.read() as reader:
            page = await reader.cases(query)
        return [case for case in page.items if case.contact.name == thread.story.name]


def digits(phone: str) -> str:
    """Return a number as the provider writes it."""
    return "".join(filter(str.isdigit, phone))


def wakes_of(story: Story) -> list[When]:
    """Return when the parked cases of a story wake."""
    deeds_of = [deed for _, deed in story.deeds]
    parked = [deed.until for deed in deeds_of if isinstance(deed, deeds.Parked)]
    return parked + [
        deed.park for deed in deeds_of if isinstance(deed, deeds.Answered) and deed.park is not None
    ]


def _then(deed: deeds.Answered) -> Then | None:
    if deed.park is not None:
        return Then.PARK
    return Then.RESOLVE if deed.outcome is not None else None


async def _one(content: bytes) -> AsyncIterator[bytes]:
    yield content
