"""Business hours: when time counts, and what that means for somebody who writes now."""

from typing import Annotated
from uuid import UUID

from litestar import Response
from litestar.params import FromPath, JSONBody
from msgspec import Meta, Struct

from clew.domain.ids import BusinessHoursId
from clew.ports.store.views import Page
from clew.services import business_hours
from clew.services.asking import Asker
from clew.services.business_hours import HoursData, HoursView, Outlook
from clew.web.options import Desk
from clew.web.parameters import AskedBy, AtDesk, Cursor, Limit, Line, Name, paged, with_seq
from clew.web.people import Minutes

Spans = Annotated[list[Annotated[str, Meta(max_length=11)]], Meta(max_length=24)]


class WrittenHours(Struct):
    """Hours as they are written: `{"monday": ["08:00-12:00"]}`, `{"2026-12-24": []}`."""

    zone: Line
    weekly: Annotated[dict[str, Spans], Meta(max_length=7)]
    exceptions: Annotated[dict[str, Spans], Meta(max_length=2_000)] = {}


class NamedHours(Struct):
    """Business hours as they shall be."""

    name: Name
    hours: WrittenHours


async def list_business_hours(
    *, desk: AtDesk, asker: AskedBy, cursor: Cursor = None, limit: Limit = 50
) -> Response[Page[HoursView]]:
    """List the business hours of the workspace by name."""
    found = await business_hours.list_hours(asker=asker, deps=desk.deps)
    return with_seq(paged(found, cursor, limit))


async def add_business_hours(
    *, data: JSONBody[NamedHours], desk: AtDesk, asker: AskedBy
) -> HoursView:
    """Add business hours; for administrators."""
    return await _save(None, data, desk, asker)


async def replace_business_hours(
    hours_id: FromPath[UUID], *, data: JSONBody[NamedHours], desk: AtDesk, asker: AskedBy
) -> HoursView:
    """Replace business hours; for administrators. Deadlines given already stay."""
    return await _save(BusinessHoursId(hours_id), data, desk, asker)


class Question(Struct):
    """Hours, which need not be saved, and targets in minutes of business time."""

    hours: WrittenHours
    first_reply_minutes: Minutes
    next_reply_minutes: Minutes


async def foresee_deadlines(*, data: JSONBody[Question], desk: AtDesk, asker: AskedBy) -> Outlook:
    """Say until when an answer would be due to somebody who writes now. Changes nothing."""
    command = business_hours.Foresee(
        hours=_written(data.hours),
        first_reply_minutes=data.first_reply_minutes,
        next_reply_minutes=data.next_reply_minutes,
    )
    return business_hours.foresee(command, deps=desk.deps)


async def _save(
    hours_id: BusinessHoursId | None, data: NamedHours, desk: Desk, asker: Asker
) -> HoursView:
    command = business_hours.SaveHours(
        hours_id=hours_id, name=data.name, hours=_written(data.hours)
    )
    return await business_hours.save_hours(command, asker=asker, deps=desk.deps)


def _written(hours: WrittenHours) -> HoursData:
    return HoursData(zone=hours.zone, weekly=hours.weekly, exceptions=hours.exceptions)
