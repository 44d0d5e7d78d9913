"""The fair history of a silence: for whom was being waited."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from clew.domain.errors import InvalidInput
from clew.domain.faults import Fault
from clew.domain.gaps import Awaited, Part, divide
from clew.domain.ids import CaseId, ConversationId, TeamId
from clew.domain.sizes import check_count
from clew.services.asking import Asker, view_case
from clew.services.deps import Deps

MOST_AT_ONCE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A time in which nothing was said."""

    began_at: datetime
    ended_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """How long was waited for somebody, in seconds; `open_seconds` of it within business hours."""

    awaited: Awaited
    seconds: int
    open_seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GapView:
    """A gap and its parts, the longest first; None if it is too short to tell of."""

    parts: list[PartView] | None


async def divide_gaps(
    case_id: CaseId, stretches: Sequence[Stretch], *, asker: Asker, deps: Deps
) -> list[GapView]:
    """Return how each stretch divides, by the business hours of the team that has the case.

    All cases of the conversation count: a silence is silence in all of them.

    Raises:
        NotFound: There is no such case here.
        InvalidInput: There are none, too many, or one ends before it begins.
    """
    _check_stretches(stretches)
    async with deps.store.read() as reader:
        case = await view_case(reader, asker, case_id)
        holdings = await reader.holdings(
            asker.workspace_id,
            ConversationId(case.conversation_id),
            min(one.began_at for one in stretches),
            max(one.ended_at for one in stretches),
        )
    team_id = TeamId(case.team.id)
    workplace = await deps.directory.workplace(asker.workspace_id, knowing=[team_id])
    hours = workplace.policy(team_id).hours
    return [_view(divide(one.began_at, one.ended_at, holdings, hours)) for one in stretches]


def _check_stretches(stretches: Sequence[Stretch]) -> None:
    check_count("stretches", stretches, most=MOST_AT_ONCE)
    if not stretches:
        raise InvalidInput("stretches", "at least one", Fault.MISSING)
    if any(one.ended_at < one.began_at for one in stretches):
        raise InvalidInput("stretches", "each ends after it begins", Fault.ENDS_FIRST)


def _view(parts: Sequence[Part] | None) -> GapView:
    if parts is None:
        return GapView(parts=None)
    return GapView(
        parts=[
            PartView(
                awaited=part.awaited,
                seconds=round(part.length.total_seconds()),
                open_seconds=round(part.open_time.total_seconds()),
            )
            for part in parts
        ]
    )
