from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from clew.demo.graph.provider import WINDOW
from clew.demo.sample.deeds import Answered, Parked, Reacted, Story, Wrote, instant
from clew.demo.sample.making import BEGINS_BEFORE
from clew.demo.sample.people import COLLEAGUES
from clew.demo.sample.stories import STORIES

# Every day of the week at dead of night, in the morning and in the evening; and a change of clocks.
NOWS = [
    datetime(2026, 7, 6 + day, hour, 17, tzinfo=UTC) for day in range(7) for hour in (22, 0, 7, 16)
] + [datetime(2026, 10, 26, 8, 0, tzinfo=UTC), datetime(2027, 3, 29, 8, 0, tzinfo=UTC)]


@pytest.mark.parametrize("now", NOWS, ids=lambda now: f"{now:%a-%H}")
@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.subjects[0])
def test_a_story_can_happen_on_any_day(story: Story, now: datetime) -> None:
    """In the order in which it is told, in the past, and within the messaging window."""
    instants = [instant(when, now) for when, _ in story.deeds]
    heard_at = now - BEGINS_BEFORE

    assert instants == sorted(instants)
    assert now - BEGINS_BEFORE + timedelta(hours=1) < instants[0]
    assert instants[-1] <= now
    for at, (_, deed) in zip(instants, story.deeds, strict=True):
        if isinstance(deed, Wrote | Reacted):
            heard_at = at
        if isinstance(deed, Answered):
            assert at - heard_at < WINDOW
        if isinstance(deed, Parked):
            assert instant(deed.until, now) > at


def test_the_stories_are_of_a_dozen_people_whom_the_shop_can_answer() -> None:
    names = {colleague.name.partition(" ")[0] for colleague in COLLEAGUES}

    assert len({story.phone for story in STORIES}) == len(STORIES) == 12
    assert {story.owner for story in STORIES} <= names | {""}
