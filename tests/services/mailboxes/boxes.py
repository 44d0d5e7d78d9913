"""A mailbox that does as it is told, and what reading one needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from clew.domain.ids import InboxId
from clew.ports.channel import MailServer
from clew.ports.mailboxes import Found, MailboxIsAway, Waiting
from clew.ports.store import IntakeEvent, IntakeState
from clew.ports.store.mailboxes import ReadingState
from clew.services.mailboxes.reading import Reading
from tests.builders import an_id
from tests.fixtures.workplace import Shop

WE = an_id(77)


@dataclass
class Box:
    """Mails by their numbers; those in `broken` break the connection, `missing` are not given."""

    mails: dict[int, bytes] = field(default_factory=dict)
    validity: int = 1
    sizes: dict[int, int] = field(default_factory=dict)
    broken: set[int] = field(default_factory=set)
    missing: set[int] = field(default_factory=set)
    arrived_at: datetime | None = None
    asked: list[list[int]] = field(default_factory=list)
    is_closed: bool = False
    header_is_broken: bool = False

    async def after(self, uid: int) -> Sequence[Waiting]:
        waiting = [number for number in sorted(self.mails) if number > uid]
        return [
            Waiting(number, self.sizes.get(number, len(self.mails[number])))
            for number in waiting[:500]
        ]

    async def read(self, uids: Sequence[int]) -> Mapping[int, Found]:
        self.asked.append(list(uids))
        if self.broken & set(uids):
            raise MailboxIsAway("the connection broke")
        return {
            uid: Found(self.mails[uid], self.arrived_at) for uid in uids if uid not in self.missing
        }

    async def read_header(self, uid: int, max_bytes: int) -> bytes:
        if self.header_is_broken:
            raise MailboxIsAway("the connection broke")
        return self.mails[uid].partition(b"\r\n\r\n")[0][:max_bytes]

    async def wait(self, seconds: float) -> None:
        raise MailboxIsAway("nobody waits here")

    async def close(self) -> None:
        self.is_closed = True


class Opener:
    """Opens boxes, or raises what stands in their place; the last one is for ever."""

    def __init__(self, *boxes: Box | Exception) -> None:
        self.boxes = list(boxes)
        self.opened: list[MailServer] = []

    async def open(self, server: MailServer, folder: str) -> Box:
        self.opened.append(server)
        box = self.boxes.pop(0) if len(self.boxes) > 1 else self.boxes[0]
        if isinstance(box, Exception):
            raise box
        return box


async def a_reading(shop: Shop) -> Reading:
    now = shop.clock.now()
    fresh = ReadingState(
        inbox_id=InboxId(shop.inbox.id), workspace_id=shop.inbox.workspace_id, began_at=now
    )
    async with shop.deps.store.write() as tx:
        state = await tx.readings.take(fresh, WE, now, now + timedelta(minutes=5))
    assert state is not None
    return Reading(inbox=shop.inbox, state=state, holder=WE, deps=shop.deps)


async def taken_in(shop: Shop) -> list[IntakeEvent]:
    """Return what is in the intake, in the order in which it came."""
    found = await shop.deps.store.intake.find(list(IntakeState), 20_000)
    return found[::-1]
