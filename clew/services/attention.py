"""How long the asker worked on a case: measured, shown to them, and set right by them.

Nobody is told of anybody else's: what is planned by it are totals of teams. Times are the server's,
and nothing that is told late is believed, so nobody gets more than the time that went by.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from clew.domain.attention import LONGEST_FOCUS, Focus, credit, exclusive
from clew.domain.errors import NotFound
from clew.domain.ids import AgentId, CaseId
from clew.ports.store import Transaction
from clew.ports.store.attention import Correction, KeptFocus
from clew.services.asking import Asker, load_case, view_case
from clew.services.deps import Deps

# A browser tells once a minute, and when its agent turns elsewhere.
LATEST = timedelta(minutes=2)
# One in five seconds, as long as a focus may be, and a few.
MOST_BEATS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a browser tells of a focus that goes on until now. Times are how long ago something was.

    Attributes:
        number: Of the reports of this focus, from 1; one that came before is not counted again.
        words: How many words were new when it began.
        beats: Those that no report before this one told.
    """

    focus_id: UUID
    case_id: CaseId
    number: int
    began: timedelta
    words: int
    beats: Sequence[timedelta]


async def note_attention(report: Report, *, asker: Asker, deps: Deps) -> int:
    """Count what the asker did in a case; return how many seconds they worked on it in all.

    Raises:
        NotFound: There is no such case here, or the focus is another one's.
    """
    now = deps.clock.now()
    workspace_id = asker.workspace_id
    async with deps.store.write() as tx:
        kept = tx.tools.attention
        await kept.hold(workspace_id, asker.id)
        known = await _known(tx, report, asker)
        if known is None or known.report < report.number:
            focus = _told(report, known, now)
            around = await kept.between(workspace_id, asker.id, focus.began_at, focus.ended_at)
            others = [one for one in around if one.focus.id != focus.id]
            told = KeptFocus(focus=focus, agent_id=asker.id, report=report.number, seconds=0)
            await kept.save(workspace_id, _settled([*others, told], others))
        return await kept.seconds(workspace_id, asker.id, report.case_id)


async def get_attention(case_id: CaseId, *, asker: Asker, deps: Deps) -> int:
    """Return how many seconds the asker worked on a case.

    Raises:
        NotFound: There is none, here.
    """
    async with deps.store.read() as reader:
        await view_case(reader, asker, case_id)
        return await reader.tools.attention.seconds(asker.workspace_id, asker.id, case_id)


async def correct_attention(case_id: CaseId, seconds: int, *, asker: Asker, deps: Deps) -> int:
    """Set right how many seconds the asker worked on a case; what follows is added to it.

    Raises:
        NotFound: There is none, here.
    """
    async with deps.store.write() as tx:
        kept = tx.tools.attention
        await kept.hold(asker.workspace_id, asker.id)
        await load_case(tx, asker, case_id)
        measured = await kept.seconds(asker.workspace_id, asker.id, case_id)
        if seconds != measured:
            correction = Correction(
                id=deps.ids.new(),
                agent_id=AgentId(asker.id),
                case_id=case_id,
                at=deps.clock.now(),
                seconds=seconds - measured,
            )
            await kept.correct(asker.workspace_id, correction)
    return seconds


async def _known(tx: Transaction, report: Report, asker: Asker) -> KeptFocus | None:
    known = await tx.tools.attention.find(asker.workspace_id, report.focus_id)
    if known is None:
        await load_case(tx, asker, report.case_id)
    elif (known.agent_id, known.focus.case_id) != (asker.id, report.case_id):
        raise NotFound("focus", report.focus_id)
    return known


def _told(report: Report, known: KeptFocus | None, now: datetime) -> Focus:
    """Return the focus as it is known with a report."""
    began_at = known.focus.began_at if known else now - min(report.began, LATEST)
    ended_at = min(now, began_at + LONGEST_FOCUS)
    before = known.focus.beats if known else ()
    new = (now - beat for beat in report.beats if beat <= LATEST)
    beats = {*before, *(beat for beat in new if began_at <= beat <= ended_at)}
    return Focus(
        id=report.focus_id,
        case_id=report.case_id,
        began_at=began_at,
        ended_at=ended_at,
        words=max(report.words, known.focus.words if known else 0),
        beats=tuple(sorted(beats)[:MOST_BEATS]),
    )


def _settled(all_kept: Sequence[KeptFocus], before: Sequence[KeptFocus]) -> list[KeptFocus]:
    """Return what has changed once each ends where the next begins."""
    by_id = {one.focus.id: one for one in all_kept}
    cut = [
        replace(by_id[focus.id], focus=focus, seconds=credit(focus))
        for focus in exclusive(one.focus for one in all_kept)
    ]
    return [one for one in cut if one not in before]
