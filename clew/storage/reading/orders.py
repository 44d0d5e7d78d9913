"""The orders of a list of open cases: by which instant, which way, and where a page of it ends."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, Select, func, tuple_

from clew.ports.store.reading import Order
from clew.ports.store.views import CaseView, NextMoveView
from clew.storage.schema import cases

Key = tuple[datetime, UUID]


@dataclass(frozen=True, slots=True)
class Ordering:
    """An order: rows go by an instant, then by their ids, both the same way.

    Attributes:
        instant: Never NULL of an open case; an index has it.
        seen: The same instant of a row that was read.
    """

    instant: ColumnElement[datetime]
    seen: Callable[[CaseView, NextMoveView], datetime]
    is_latest_first: bool = False

    def after(self, wanted: Select[Any], key: Key) -> Select[Any]:
        """Return what comes after a row."""
        place = tuple_(self.instant, cases.c.id)
        return wanted.where(place < key if self.is_latest_first else place > key)

    def by(self, *columns: ColumnElement[Any]) -> list[ColumnElement[Any]]:
        """Return what rows of these columns, the instant and the id, are ordered by."""
        return [one.desc() if self.is_latest_first else one.asc() for one in columns]

    def key_of(self, case: CaseView) -> Key | None:
        """Return where a row that was read stands, if it is open."""
        return (self.seen(case, case.next_move), case.id) if case.next_move else None


def _said_at(case: CaseView, _: NextMoveView) -> datetime:
    return case.last_message.at if case.last_message else case.opened_at


ORDERINGS: Mapping[Order, Ordering] = {
    Order.DUE: Ordering(cases.c.next_due_at, lambda _, move: move.due_at),
    Order.WAITING: Ordering(cases.c.next_opened_at, lambda _, move: move.opened_at),
    # In the words of the indexes.
    Order.LATEST: Ordering(
        func.coalesce(cases.c.last_message_at, cases.c.opened_at), _said_at, is_latest_first=True
    ),
}


def sorted_after(instant: ColumnElement[datetime]) -> ColumnElement[datetime]:
    """Return the instant as a value that no index is known to be in the order of."""
    return func.coalesce(instant, instant)


def columns_of(heads: FromClause) -> tuple[ColumnElement[datetime], ColumnElement[UUID]]:
    """Return the instant and the id of rows that were found in an order."""
    return heads.c.instant, heads.c.id
