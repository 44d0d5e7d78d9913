"""What a case is due by and why, and the fair history of what was silent in its conversation."""

from typing import Annotated
from uuid import UUID

from litestar.params import FromPath, JSONBody
from msgspec import Meta, Struct

from clew.domain.ids import CaseId
from clew.services import deadlines, gaps
from clew.services.deadlines import DeadlineView
from clew.services.gaps import MOST_AT_ONCE, GapView, Stretch
from clew.web.parameters import AskedBy, AtDesk, Instant, checked_instant


class Silence(Struct):
    """A time in which nothing was said."""

    began_at: Instant
    ended_at: Instant


class Silences(Struct):
    """Times in which nothing was said."""

    stretches: Annotated[list[Silence], Meta(min_length=1, max_length=MOST_AT_ONCE)]


async def divide_gaps(
    case_id: FromPath[UUID], *, data: JSONBody[Silences], desk: AtDesk, asker: AskedBy
) -> list[GapView]:
    """Return of each stretch of a case's conversation for whom was being waited.

    `parts` add up to the stretch, the longest first; null if no more than eight hours of it lie
    within the business hours of the team that has the case.
    """
    stretches = [
        Stretch(
            began_at=checked_instant(one.began_at, "began_at"),
            ended_at=checked_instant(one.ended_at, "ended_at"),
        )
        for one in data.stretches
    ]
    return await gaps.divide_gaps(CaseId(case_id), stretches, asker=asker, deps=desk.deps)


async def get_deadlines(
    case_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy
) -> list[DeadlineView]:
    """Return all that a case is due by, the nearest first, and how each deadline came about."""
    return await deadlines.get_deadlines(CaseId(case_id), asker=asker, deps=desk.deps)
