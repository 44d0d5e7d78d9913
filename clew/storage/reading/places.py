"""The list of cases: a place, in one of its orders, a page at a time.

A place is a few *arms*, each a condition that one index answers in the order of the list, so
that a page costs its own length and not the size of the place. Their heads are merged.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    and_,
    func,
    literal_column,
    select,
    tuple_,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from clew.domain.moves import Holder
from clew.ports.store.reading import CaseQuery, Order, Place
from clew.ports.store.views import CaseCounts, CaseView, Page, TeamCount
from clew.storage.reading.cases import case_views, shown_cases
from clew.storage.reading.cursors import instant_cursor, instant_of
from clew.storage.reading.orders import ORDERINGS, Key, columns_of, sorted_after
from clew.storage.reading.wishes import wanted_of
from clew.storage.schema import cases, conversations
from clew.storage.schema.cases import IS_OPEN, IS_RESOLVED

MAX_LIMIT = 200
HOUR = timedelta(hours=1)

Condition = ColumnElement[bool]
Arms = Sequence[Condition]


def _said(holder: Holder) -> ColumnElement[str]:
    """Return the word itself, not a bound value: PostgreSQL then knows how many rows have it."""
    return literal_column(f"'{holder.value}'")


OURS = tuple(map(_said, (Holder.AGENT, Holder.TEAM)))
WAITED_FOR = tuple(map(_said, (Holder.CONTACT, Holder.DEPARTMENT, Holder.BOT)))
_OF_DEPARTMENTS: Condition = cases.c.next_holder == _said(Holder.DEPARTMENT)
_OF_BOTS: Condition = and_(
    cases.c.next_holder == _said(Holder.BOT), cases.c.next_holder_id.is_(None)
)
# Arms that hold few cases at any time.
_FEW = (_OF_DEPARTMENTS, _OF_BOTS)
# The cursor of the resolved ones, where a list has open ones before them.
RESOLVED_MARK = "r"


async def case_page(connection: AsyncConnection, query: CaseQuery) -> Page[CaseView]:
    """Return a page of a place.

    Raises:
        InvalidInput: The cursor is not one of ours.
    """
    limit = max(1, min(query.limit, MAX_LIMIT))
    if query.place is Place.RESOLVED:
        key = instant_of(query.cursor) if query.cursor else None
        return await _resolved_page(connection, query, key, limit)
    if query.place is Place.ALL:
        return await _whole_page(connection, query, limit)
    key = instant_of(query.cursor) if query.cursor else None
    return _open_page(query, await _open_rows(connection, query, key, limit), limit)


async def case_counts(connection: AsyncConnection, query: CaseQuery, now: datetime) -> CaseCounts:
    """Return the sizes of the asker's places; over and within the hour count their own moves."""
    mine = _arms(query, Place.MINE)
    soon = cases.c.next_due_at < now + HOUR
    over = cases.c.next_due_at < now
    # One arm is one team's queue.
    queues = [
        _size(query, [arm]).label(f"team{i}") for i, arm in enumerate(_arms(query, Place.TEAM))
    ]
    counted = select(
        *queues,
        _size(query, mine).label("mine"),
        _size(query, _arms(query, Place.WAITING)).label("waiting"),
        _size(query, _arms(query, Place.PARKED)).label("parked"),
        _size(query, [and_(arm, over) for arm in mine]).label("over"),
        _size(query, [and_(arm, soon, ~over) for arm in mine]).label("within_hour"),
    )
    row = (await connection.execute(counted)).one()
    waiting = row[: len(queues)]
    return CaseCounts(
        mine=row.mine,
        team=sum(waiting),
        waiting=row.waiting,
        parked=row.parked,
        over=row.over,
        within_hour=row.within_hour,
        teams=[
            TeamCount(id=team, count=count)
            for team, count in zip(query.team_ids, waiting, strict=True)
        ],
    )


async def filtered_count(
    connection: AsyncConnection, queries: Sequence[CaseQuery], at_most: int
) -> list[int]:
    """Return how many cases each question finds, counted up to `at_most`, by one statement."""
    if not queries:
        return []
    sizes = [_size_up_to(query, at_most).label(f"n{i}") for i, query in enumerate(queries)]
    row = (await connection.execute(select(*sizes))).one()
    return [int(size) for size in row]


def _size_up_to(query: CaseQuery, at_most: int) -> ColumnElement[int]:
    total: ColumnElement[int] = literal_column("0")
    state = IS_RESOLVED if query.place is Place.RESOLVED else IS_OPEN
    for arm in _arms(query, query.place):
        some = (
            select(cases.c.id)
            .where(cases.c.workspace_id == query.workspace_id, state, arm, *_filters(query))
            .limit(at_most)
            .subquery()
        )
        total = total + select(func.count()).select_from(some).scalar_subquery()
    return total


async def _whole_page(connection: AsyncConnection, query: CaseQuery, limit: int) -> Page[CaseView]:
    """Return the open cases and after them the resolved ones."""
    cursor = query.cursor or ""
    if cursor.startswith(RESOLVED_MARK):
        after = instant_of(cursor[1:]) if len(cursor) > 1 else None
        return _marked(await _resolved_page(connection, query, after, limit))
    key = instant_of(cursor[1:]) if cursor else None
    page = _open_page(query, await _open_rows(connection, query, key, limit), limit)
    if page.next_cursor:
        return Page(items=page.items, next_cursor=f"o{page.next_cursor}")
    room = limit - len(page.items)
    if room == 0:
        return Page(items=page.items, next_cursor=RESOLVED_MARK)
    rest = _marked(await _resolved_page(connection, query, None, room))
    return Page(items=page.items + rest.items, next_cursor=rest.next_cursor)


def _marked(page: Page[CaseView]) -> Page[CaseView]:
    cursor = f"{RESOLVED_MARK}{page.next_cursor}" if page.next_cursor else None
    return Page(items=page.items, next_cursor=cursor)


def _open_page(query: CaseQuery, found: list[CaseView], limit: int) -> Page[CaseView]:
    items = found[:limit]
    last = ORDERINGS[query.order].key_of(items[-1]) if len(found) > limit else None
    return Page(items=items, next_cursor=instant_cursor(*last) if last else None)


async def _open_rows(
    connection: AsyncConnection, query: CaseQuery, key: Key | None, limit: int
) -> list[CaseView]:
    arms = _arms(query, query.place)
    if not arms:
        return []
    heads = [_head(query, arm, key, limit + 1) for arm in arms]
    merged = union_all(*(select(head) for head in heads)).subquery() if heads[1:] else heads[0]
    joined = merged.join(
        cases, and_(cases.c.workspace_id == query.workspace_id, cases.c.id == merged.c.id)
    )
    wanted = (
        shown_cases(query.agent_id, joined)
        .order_by(*ORDERINGS[query.order].by(*columns_of(merged)))
        .limit(limit + 1)
    )
    return await case_views(connection, wanted)


def _head(query: CaseQuery, arm: Condition, key: Key | None, limit: int) -> Any:
    """Return the first cases of an arm after `key`, by one index.

    An arm that holds few cases is found first and sorted then. That has to be said: SQLite
    would rather walk all cases in the order of the list than sort.
    """
    ordering = ORDERINGS[query.order]
    head: Select[Any] = select(cases.c.id, ordering.instant.label("instant")).where(
        cases.c.workspace_id == query.workspace_id, IS_OPEN, arm, *_filters(query)
    )
    if key:
        head = ordering.after(head, key)
    is_few = query.contact_id is not None or any(arm is one for one in _FEW)
    # Only the deadlines of what somebody owns are in an index of their own.
    is_few = is_few or (query.order is not Order.DUE and _is_own(query))
    instant = sorted_after(ordering.instant) if is_few else ordering.instant
    return head.order_by(*ordering.by(instant, cases.c.id)).limit(limit).subquery()


def _is_own(query: CaseQuery) -> bool:
    if query.place in (Place.WAITING, Place.PARKED):
        return not query.sees_all
    return query.place is Place.MINE


async def _resolved_page(
    connection: AsyncConnection, query: CaseQuery, key: Key | None, limit: int
) -> Page[CaseView]:
    order = (cases.c.resolved_at, cases.c.id)
    head: Select[Any] = select(cases.c.id, cases.c.resolved_at).where(
        cases.c.workspace_id == query.workspace_id, IS_RESOLVED, *_filters(query)
    )
    if key:
        head = head.where(tuple_(*order) < key)
    at = sorted_after(cases.c.resolved_at) if query.contact_id else cases.c.resolved_at
    heads: FromClause = head.order_by(at.desc(), cases.c.id.desc()).limit(limit + 1).subquery()
    joined = heads.join(
        cases, and_(cases.c.workspace_id == query.workspace_id, cases.c.id == heads.c.id)
    )
    wanted = shown_cases(query.agent_id, joined).order_by(
        heads.c.resolved_at.desc(), heads.c.id.desc()
    )
    found = await case_views(connection, wanted)
    items = found[:limit]
    last = items[-1].resolution if len(found) > limit else None
    return Page(items=items, next_cursor=instant_cursor(last.at, items[-1].id) if last else None)


def _filters(query: CaseQuery) -> list[Condition]:
    filters: list[Condition] = []
    if query.contact_id:
        conversation = (
            select(conversations.c.id)
            .where(
                conversations.c.workspace_id == query.workspace_id,
                conversations.c.contact_id == query.contact_id,
            )
            .scalar_subquery()
        )
        filters.append(cases.c.conversation_id == conversation)
    if query.team_id:
        filters.append(cases.c.team_id == query.team_id)
    return filters + wanted_of(query)


def _size(query: CaseQuery, arms: Arms) -> ColumnElement[int]:
    total: ColumnElement[int] = literal_column("0")
    for arm in arms:
        size = select(func.count()).where(
            cases.c.workspace_id == query.workspace_id, IS_OPEN, arm, *_filters(query)
        )
        total = total + size.scalar_subquery()
    return total


def _arms(query: CaseQuery, place: Place) -> Arms:
    is_own = cases.c.owner_id == query.agent_id
    match place:
        case Place.MINE:
            return [and_(is_own, cases.c.next_holder.in_(OURS))]
        case Place.TEAM:
            return [_held(Holder.TEAM, cases.c.next_holder_id == team) for team in query.team_ids]
        case Place.WAITING if query.sees_all:
            return [
                _held(Holder.CONTACT, cases.c.next_holder_id.is_(None)),
                _OF_BOTS,
                _OF_DEPARTMENTS,
            ]
        case Place.WAITING:
            return [and_(is_own, cases.c.next_holder.in_(WAITED_FOR))]
        case Place.PARKED if query.sees_all:
            return [_held(Holder.TIMER, cases.c.next_holder_id.is_(None))]
        case Place.PARKED:
            return [and_(is_own, cases.c.next_holder == _said(Holder.TIMER))]
        case _:
            return [cases.c.workspace_id == query.workspace_id]


def _held(holder: Holder, by: Condition) -> Condition:
    return and_(cases.c.next_holder == _said(holder), by)
