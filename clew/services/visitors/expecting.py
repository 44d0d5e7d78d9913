"""What visitors of an inbox may expect now, worked out at most every few seconds."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from clew.domain.expectation import Expectation, Staffing, expect
from clew.domain.ids import InboxId
from clew.domain.people import Availability, Inbox
from clew.services.deps import Deps

FRESH_FOR = timedelta(seconds=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectationView:
    """What a visitor is told; `words_key` names the sentence."""

    state: str
    answer_by: datetime | None
    words_key: str


class Expectations:
    """Expectations by inbox; queue, people and the past are looked at now and then."""

    def __init__(self, deps: Deps) -> None:
        self._deps = deps
        self._known: dict[InboxId, tuple[datetime, Staffing]] = {}

    async def of(self, inbox: Inbox) -> ExpectationView:
        """Return what somebody who writes to an inbox now may expect."""
        now = self._deps.clock.now()
        known = self._known.get(inbox.id)
        if known is None or abs(now - known[0]) >= FRESH_FOR:
            known = now, await self._look(inbox)
            self._known[inbox.id] = known
        return view(expect(now, known[1]))

    async def _look(self, inbox: Inbox) -> Staffing:
        workplace = await self._deps.directory.workplace(
            inbox.workspace_id, knowing=[inbox.team_id]
        )
        policy = workplace.policy(inbox.team_id)
        members = workplace.members(inbox.team_id)
        async with self._deps.store.read() as reader:
            queued, turns = await reader.sights.queue(inbox.workspace_id, inbox.team_id)
        return Staffing(
            hours=policy.hours,
            available=sum(one.availability is Availability.AVAILABLE for one in members),
            members=len(members),
            queued=queued,
            target=policy.targets.first,
            recent=[policy.hours.open_time(began, ended) for began, ended in turns],
        )


def view(expectation: Expectation) -> ExpectationView:
    """Return an expectation as the API shows it."""
    return ExpectationView(
        state=expectation.state.value,
        answer_by=expectation.answer_by,
        words_key=expectation.words.value,
    )
