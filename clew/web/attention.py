"""How long the asker worked on a case. Of nobody else is anything told."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from litestar.params import FromPath, JSONBody
from msgspec import Meta, Struct

from clew.domain.ids import CaseId
from clew.services import attention
from clew.services.attention import MOST_BEATS, Report
from clew.web.parameters import AskedBy, AtDesk

# More than a day is nobody's; it is not believed in any case.
Milliseconds = Annotated[int, Meta(ge=0, le=86_400_000)]


class Focus(Struct):
    """A time in which the asker is turned to a case, until now. Times are milliseconds before it.

    `number` counts the reports of it from 1, and `beats` are those of no report before: one that
    comes twice counts once. `words` were new to the asker when it began.
    """

    case_id: UUID
    number: Annotated[int, Meta(ge=1, le=100_000)]
    began: Milliseconds
    words: Annotated[int, Meta(ge=0, le=1_000_000)] = 0
    beats: Annotated[list[Milliseconds], Meta(max_length=MOST_BEATS)] = []


class Attention(Struct):
    """How long the asker worked on a case."""

    seconds: Annotated[int, Meta(ge=0, le=10_000_000)]


async def note_attention(
    focus_id: FromPath[UUID], *, data: JSONBody[Focus], desk: AtDesk, asker: AskedBy
) -> Attention:
    """Count what the asker did in a case, from their first turning to it until they turned away.

    Of several at one time the one that began last counts. What is older than two minutes is not
    believed.
    """
    report = Report(
        focus_id=focus_id,
        case_id=CaseId(data.case_id),
        number=data.number,
        began=_span(data.began),
        words=data.words,
        beats=[_span(one) for one in data.beats],
    )
    return Attention(await attention.note_attention(report, asker=asker, deps=desk.deps))


async def get_attention(case_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy) -> Attention:
    """Return how long the asker worked on a case."""
    return Attention(await attention.get_attention(CaseId(case_id), asker=asker, deps=desk.deps))


async def correct_attention(
    case_id: FromPath[UUID], *, data: JSONBody[Attention], desk: AtDesk, asker: AskedBy
) -> Attention:
    """Set right how long the asker worked on a case; what follows is added to it."""
    case, seconds = CaseId(case_id), data.seconds
    return Attention(await attention.correct_attention(case, seconds, asker=asker, deps=desk.deps))


def _span(milliseconds: int) -> timedelta:
    return timedelta(milliseconds=milliseconds)
