"""By when a case wants something, all of it, and how each deadline came about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from clew.domain.business_hours import BusinessHours
from clew.domain.ids import CaseId, TeamId
from clew.ports.store.views import CaseView
from clew.services.asking import Asker, view_case
from clew.services.deps import Deps


class DeadlineKind(StrEnum):
    """What is due."""

    ANSWER = "answer"
    PROMISE = "promise"
    WAKING = "waking"
    CLOSING = "closing"
    SENDING = "sending"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineView:
    """One deadline of a case.

    Attributes:
        counted_from: When its clock began; None of a time that somebody chose.
        open_seconds: How much lies between within the team's business hours.
        special_days: Days between whose hours are not those of their weekday, by the
            calendar of the business hours; a holiday, mostly.
    """

    kind: DeadlineKind
    due_at: datetime
    counted_from: datetime | None
    open_seconds: int | None
    special_days: list[date]


async def get_deadlines(case_id: CaseId, *, asker: Asker, deps: Deps) -> list[DeadlineView]:
    """Return what a case wants and by when, the nearest first.

    Raises:
        NotFound: There is no such case here.
    """
    async with deps.store.read() as reader:
        case = await view_case(reader, asker, case_id)
    team_id = TeamId(case.team.id)
    workplace = await deps.directory.workplace(asker.workspace_id, knowing=[team_id])
    found = _deadlines(case, workplace.policy(team_id).hours)
    return sorted(found, key=lambda one: one.due_at)


def _deadlines(case: CaseView, hours: BusinessHours) -> Iterator[DeadlineView]:
    if case.answer is not None:
        began, due_at = case.answer.opened_at, case.answer.due_at
        yield DeadlineView(
            kind=DeadlineKind.ANSWER,
            due_at=due_at,
            counted_from=began,
            open_seconds=round(hours.open_time(began, due_at).total_seconds()),
            special_days=hours.special_days(began, due_at),
        )
    chosen = {
        DeadlineKind.PROMISE: case.promise_at,
        DeadlineKind.WAKING: case.park.wake_at if case.park else None,
        DeadlineKind.CLOSING: case.silence_closes_at,
        DeadlineKind.SENDING: case.sends_at,
    }
    for kind, at in chosen.items():
        if at is not None:
            yield DeadlineView(
                kind=kind, due_at=at, counted_from=None, open_seconds=None, special_days=[]
            )
