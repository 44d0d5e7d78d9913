"""The sample shows tags and canned replies at work."""

from uuid import UUID

from clew.app import opened
from clew.demo.clock import ScriptedClock
from clew.demo.sample.people import find_shop
from clew.demo.sample.wording import BY_SUBJECT, CANNED_REPLIES, TAGS
from clew.ports.store import CaseQuery, Place
from tests.fixtures.sample import NOW, MadeSample


async def test_cases_have_the_tags_of_their_stories(made_sample: MadeSample) -> None:
    async with opened(made_sample.settings, ScriptedClock(NOW)) as deps:
        shop = await find_shop(deps)
        assert shop is not None
        query = CaseQuery(
            workspace_id=shop.workspace_id,
            agent_id=shop.asker("Olga").id,
            place=Place.ALL,
            limit=200,
        )
        async with deps.store.read() as reader:
            tags = await reader.tools.tags.all(shop.workspace_id)
            replies = await reader.tools.canned_replies.all(shop.workspace_id)
            cases = (await reader.cases(query)).items

    names: dict[UUID, str] = {tag.id: tag.name for tag in tags}
    assert set(names.values()) == {name for name, _ in TAGS}
    assert len(replies) == len(CANNED_REPLIES)
    tagged = {case.subject: {names[tag] for tag in case.tags} for case in cases if case.tags}
    assert tagged == {subject: set(wanted) for subject, wanted in BY_SUBJECT.items()}
