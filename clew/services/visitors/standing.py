"""How a visitor stands: who they are to us, who answers them, and by when."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from clew.domain.contact import plain_name
from clew.domain.message import Author, AuthorKind
from clew.domain.visitor import AddressIsConfirmed, Visitor, checked_email, checked_phone
from clew.ports.store import Changes, LogEntry
from clew.ports.store.kinds import CONTACT_CHANGED
from clew.ports.store.sights import Standing
from clew.services.deps import Deps
from clew.services.telephone import readable_name
from clew.services.visitors.expecting import Expectations, ExpectationView
from clew.services.visitors.rooms import Room
from clew.services.visitors.seeing import name_of, sight_of, where_is
from clew.services.visitors.visiting import Visiting, Visits

LONGEST_NAME = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitorView:
    """A visitor, as they may know themselves."""

    id: UUID
    name: str
    email: str
    phone: str
    assurance: str
    has_contact: bool
    push: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswererView:
    """Who answers."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeView:
    """How a visitor stands at `at`; `conversation` is `none`, `open` or `resolved`."""

    visitor: VisitorView
    expectation: ExpectationView
    answerer: AnswererView | None
    conversation: str
    unread: int
    seq: int
    at: datetime


async def view_me(
    visiting: Visiting, *, room: Room, expectations: Expectations, deps: Deps
) -> MeView:
    """Return how a visitor stands."""
    visitor = visiting.visitor
    unread, state, standing = 0, "none", None
    async with deps.store.read() as reader:
        seq = await reader.seq(visitor.workspace_id)
        where = await where_is(visitor, reader)
        has_push = bool(await reader.notices.subscriptions(visitor.workspace_id, visitor.id))
        if where is not None:
            standing = await reader.sights.standing(visitor.workspace_id, where.conversation_id)
            unread = len(await reader.sights.unread(sight_of(visitor, where), room.inbox.id))
            state = state_of(standing)
    return MeView(
        visitor=view_visitor(visitor, has_contact=where is not None, has_push=has_push),
        expectation=await expectations.of(room.inbox),
        answerer=await answerer_of(room, standing, deps) if standing else None,
        conversation=state,
        unread=unread,
        seq=seq,
        at=deps.clock.now(),
    )


def view_visitor(visitor: Visitor, *, has_contact: bool, has_push: bool) -> VisitorView:
    """Return a visitor as they may know themselves."""
    return VisitorView(
        id=visitor.id,
        name=visitor.name,
        email=visitor.email,
        phone=visitor.phone,
        assurance=visitor.assurance.value,
        has_contact=has_contact,
        push=has_push,
    )


def state_of(standing: Standing | None) -> str:
    """Return how a conversation stands: `none`, `open` or `resolved`."""
    if standing is None:
        return "none"
    return "open" if standing.case_ids else "resolved"


async def answerer_of(room: Room, standing: Standing, deps: Deps) -> AnswererView | None:
    """Return who owns the case that is talked about."""
    if standing.owner_id is None:
        return None
    workplace = await deps.directory.workplace(room.inbox.workspace_id)
    agent = workplace.agents.get(standing.owner_id)
    return AnswererView(name=name_of(agent)) if agent else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeMe:
    """What a visitor says of themselves; None leaves it, and nothing takes it back."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    language: str | None = None


async def change_me(
    command: ChangeMe, *, visiting: Visiting, room: Room, visits: Visits, deps: Deps
) -> Visiting:
    """Take what a visitor says of themselves; it proves nothing.

    Raises:
        InvalidInput: An address is none.
        AddressIsConfirmed: A proven address is not replaced by a claim.
    """
    before = visiting.visitor
    after = _changed(before, command, room)
    if after == before:
        return visiting
    changed = await visits.save(visiting, after)
    if _said(after) != _said(before):
        await _tell(before, after, deps)
    return changed


def _changed(visitor: Visitor, command: ChangeMe, room: Room) -> Visitor:
    values: dict[str, Any] = {}
    if command.name is not None:
        values["name"] = plain_name(command.name)[:LONGEST_NAME]
    if command.phone is not None:
        values["phone"] = checked_phone(command.phone)
    if command.language in room.site.languages:
        values["language"] = command.language
    if command.email is not None:
        email = checked_email(command.email)
        if email != visitor.email and visitor.email_confirmed_at is not None:
            raise AddressIsConfirmed
        values["email"] = email
    return replace(visitor, **values)


def _said(visitor: Visitor) -> tuple[str, str, str]:
    return (visitor.call_name, visitor.email, visitor.phone)


async def _tell(before: Visitor, after: Visitor, deps: Deps) -> None:
    """Let agents see what was said, and the new name unless one of them has named the contact."""
    now = deps.clock.now()
    async with deps.store.write() as tx:
        found = await tx.visitors.whereabouts(before.workspace_id, [before.id])
        where = found.get(before.id)
        contact = await tx.contact(before.workspace_id, where.contact_id) if where else None
        if where is None or contact is None:
            return
        is_ours = contact.name not in {before.call_name, readable_name(before.call_name)}
        name = contact.name if is_ours else readable_name(after.call_name)
        entry = LogEntry(
            kind=CONTACT_CHANGED,
            at=now,
            conversation_id=where.conversation_id,
            contact_id=contact.id,
            actor=Author(kind=AuthorKind.CONTACT, id=contact.id, name=name),
        )
        await tx.record(
            Changes(
                workspace_id=before.workspace_id,
                at=now,
                renamed={} if name == contact.name else {contact.id: name},
                log=[entry],
            )
        )
