"""Saved views: a question about cases under a name, one's own or shared with everybody."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from clew.domain.access import Permission, may, require
from clew.domain.errors import InvalidInput, NotFound
from clew.domain.faults import Fault
from clew.domain.ids import AgentId, SavedViewId, TagId, TeamId
from clew.domain.people import Role
from clew.domain.sizes import check_length
from clew.domain.tools import SavedView
from clew.ports.store import CaseQuery, Order, Place, Transaction
from clew.ports.store.kinds import VIEWS_CHANGED
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.people import checked_name
from clew.services.snapshots import Snapshot, take
from clew.services.telling import tell_everybody, tell_own

FILTERS = ("place", "team_id", "tag_id", "owner", "channel", "text", "starred", "order")
ME, NOBODY = "me", "nobody"
MOST_VIEWS = 50
# Nobody counts further in their head; a database should not either.
COUNTED_UP_TO = 1_000
LONGEST_FILTER = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewView:
    """A saved view as it stands in a list; `mine` may be changed by the asker."""

    id: UUID
    name: str
    filters: Mapping[str, str]
    shared: bool
    mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewCount:
    """How many cases a view has; at most `COUNTED_UP_TO`."""

    id: UUID
    count: int


def _view(view: SavedView, asker: Asker) -> ViewView:
    return ViewView(
        id=view.id,
        name=view.name,
        filters=view.filters,
        shared=view.is_shared,
        mine=view.agent_id == asker.id,
    )


def question(filters: Mapping[str, str], asker: Asker) -> CaseQuery:
    """Return what a view asks, on behalf of whoever looks.

    Raises:
        InvalidInput: A filter is not known, or its value makes no sense.
    """
    unknown = sorted(set(filters) - set(FILTERS))
    if unknown:
        raise InvalidInput(unknown[0], f"one of: {', '.join(FILTERS)}")
    owner = filters.get("owner", "")
    place = filters.get("place", Place.OPEN.value)
    if place not in set(Place):
        raise InvalidInput("place", f"one of: {', '.join(Place)}")
    order = filters.get("order", Order.DUE.value)
    if order not in set(Order):
        raise InvalidInput("order", f"one of: {', '.join(Order)}")
    return CaseQuery(
        workspace_id=asker.workspace_id,
        agent_id=asker.id,
        place=Place(place),
        team_ids=asker.agent.team_ids,
        sees_all=asker.agent.role is not Role.AGENT,
        team_id=TeamId(_id(filters, "team_id")) if filters.get("team_id") else None,
        tag_id=TagId(_id(filters, "tag_id")) if filters.get("tag_id") else None,
        owner_id=_owner(filters, asker),
        is_unowned=owner == NOBODY,
        channel=filters.get("channel") or None,
        text=filters.get("text", ""),
        is_starred=bool(filters.get("starred")),
        order=Order(order),
    )


def _owner(filters: Mapping[str, str], asker: Asker) -> AgentId | None:
    owner = filters.get("owner", "")
    if owner == ME:
        return asker.id
    return None if owner in ("", NOBODY) else AgentId(_id(filters, "owner"))


def _id(filters: Mapping[str, str], name: str) -> UUID:
    try:
        return UUID(filters[name])
    except ValueError as wrong:
        raise InvalidInput(name, "is no id") from wrong


async def list_views(*, asker: Asker, deps: Deps) -> Snapshot[list[ViewView]]:
    """Return the asker's views and those that are shared, by name."""
    found = await take(
        lambda reader: reader.tools.views.all(asker.workspace_id), asker=asker, deps=deps
    )
    return Snapshot(seq=found.seq, value=[_view(one, asker) for one in _seen(found.value, asker)])


async def count_views(*, asker: Asker, deps: Deps) -> Snapshot[list[ViewCount]]:
    """Count the cases of every view that the asker sees, as they see it."""
    async with deps.store.read() as reader:
        seq = await reader.seq(asker.workspace_id)
        seen = _seen(await reader.tools.views.all(asker.workspace_id), asker)
        counts = await reader.filtered_counts(
            [question(one.filters, asker) for one in seen], COUNTED_UP_TO
        )
    counted = [
        ViewCount(id=one.id, count=min(count, COUNTED_UP_TO))
        for one, count in zip(seen, counts, strict=True)
    ]
    return Snapshot(seq=seq, value=counted)


def _seen(views: list[SavedView], asker: Asker) -> list[SavedView]:
    mine_or_shared = [one for one in views if one.is_shared or one.agent_id == asker.id]
    return mine_or_shared[: 2 * MOST_VIEWS]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveView:
    """A view as it shall be; None leaves a field as it is. `view_id` is None for a new one."""

    view_id: SavedViewId | None = None
    name: str | None = None
    filters: Mapping[str, str] | None = None
    is_shared: bool | None = None


async def save_view(command: SaveView, *, asker: Asker, deps: Deps) -> ViewView:
    """Add or change a view.

    Raises:
        NotAllowed: Only supervisors and administrators share views.
        NotFound: There is no such view, or it is not the asker's to change.
        InvalidInput: A value cannot be used, or there are too many.
    """
    async with deps.store.write() as tx:
        known = await tx.tools.views.all(asker.workspace_id)
        before = _before(known, command, asker, deps)
        filters = before.filters if command.filters is None else command.filters
        for value in filters.values():
            check_length("filters", value, most=LONGEST_FILTER)
        question(filters, asker)
        after = replace(
            before,
            name=before.name if command.name is None else checked_name(command.name),
            filters={name: value for name, value in filters.items() if value},
            is_shared=before.is_shared if command.is_shared is None else command.is_shared,
        )
        if after.is_shared:
            require(asker.agent.role, Permission.MANAGE_WORDS)
        await tx.tools.views.save(after)
        await _tell(tx, asker, deps, is_shared=before.is_shared or after.is_shared)
    return _view(after, asker)


def _before(known: list[SavedView], command: SaveView, asker: Asker, deps: Deps) -> SavedView:
    if command.view_id is not None:
        return _own(known, command.view_id, asker)
    if command.name is None:
        raise InvalidInput("name", "is required", Fault.MISSING)
    if sum(one.agent_id == asker.id for one in known) >= MOST_VIEWS:
        raise InvalidInput("name", f"there are {MOST_VIEWS} already", Fault.FULL, most=MOST_VIEWS)
    return SavedView(
        id=SavedViewId(deps.ids.new()),
        workspace_id=asker.workspace_id,
        agent_id=asker.id,
        name=command.name,
        filters={},
    )


def _own(known: list[SavedView], view_id: SavedViewId, asker: Asker) -> SavedView:
    """Return a view that the asker may change: their own, or as a lead a shared one."""
    for one in known:
        is_ours = one.is_shared and may(asker.agent.role, Permission.MANAGE_WORDS)
        if one.id == view_id and (one.agent_id == asker.id or is_ours):
            return one
    raise NotFound("view", view_id)


async def delete_view(view_id: SavedViewId, *, asker: Asker, deps: Deps) -> None:
    """Delete a view.

    Raises:
        NotFound: There is no such view, or it is not the asker's to delete.
    """
    async with deps.store.write() as tx:
        view = _own(await tx.tools.views.all(asker.workspace_id), view_id, asker)
        await tx.tools.views.forget(asker.workspace_id, view_id)
        await _tell(tx, asker, deps, is_shared=view.is_shared)


async def _tell(tx: Transaction, asker: Asker, deps: Deps, *, is_shared: bool) -> None:
    """Tell those who see a view, or have seen it; one that is not shared is the asker's own."""
    tell = tell_everybody if is_shared else tell_own
    await tell(VIEWS_CHANGED, tx, asker=asker, deps=deps)
