"""Who asks, and what they may see."""

import pytest

from clew.domain.errors import NotFound
from clew.domain.ids import CaseId
from clew.domain.message import AuthorKind
from clew.domain.waiting import park
from clew.ports.store.people import SignedIn
from clew.services.asking import Asker, load_case, record_case, view_case
from tests.builders import HOUR, an_id
from tests.fixtures.shops import shop_in
from tests.fixtures.workplace import Shop


async def test_an_asker_writes_under_their_own_name(shop: Shop) -> None:
    async with shop.deps.store.read() as reader:
        (workspace,) = await reader.people.workspaces()
    signed_in = SignedIn(
        agent=shop.admin.agent,
        workspace=workspace,
        csrf_token="",
        expires_at=shop.clock.now(),
    )

    asker = Asker.of(signed_in)

    assert asker == shop.admin
    assert (asker.author.kind, asker.author.id) == (AuthorKind.AGENT, shop.admin.id)
    assert asker.author.name == shop.admin.agent.name


async def test_cases_are_the_askers_to_see_within_their_workspace_only(shop: Shop) -> None:
    other = await shop_in(shop.deps, shop.clock, "Another shop")
    await shop.write("Hello")
    case_id = CaseId((await shop.case()).id)

    async with shop.deps.store.write() as tx:
        loaded = await load_case(tx, shop.admin, case_id)
        for asker, which in ((other.admin, case_id), (shop.admin, CaseId(an_id(9)))):
            with pytest.raises(NotFound):
                await load_case(tx, asker, which)
    async with shop.deps.store.read() as reader:
        seen = await view_case(reader, shop.admin, case_id)
        for asker, which in ((other.admin, case_id), (shop.admin, CaseId(an_id(9)))):
            with pytest.raises(NotFound):
                await view_case(reader, asker, which)

    assert loaded.id == seen.id == case_id


async def test_what_an_asker_brought_about_is_recorded_under_their_name(shop: Shop) -> None:
    await shop.write("Hello")
    await shop.tell("Hello")
    case_id, now = CaseId((await shop.case()).id), shop.clock.now()

    async with shop.deps.store.write() as tx:
        case = await load_case(tx, shop.admin, case_id)
        happened = park(case, now + HOUR, "why", shop.admin.id, now)
        await record_case(tx, shop.admin, case, happened, now)

    told = (await shop.timeline())[-1]
    assert told.event == "case_parked"
    assert told.actor is not None
    assert told.actor.id == shop.admin.id
    assert await shop.violations() == {}


async def test_nothing_that_happened_is_not_recorded(shop: Shop) -> None:
    await shop.write("Hello")
    before = await shop.case()

    async with shop.deps.store.write() as tx:
        case = await load_case(tx, shop.admin, CaseId(before.id))
        await record_case(tx, shop.admin, case, (), shop.clock.now())

    assert await shop.case() == before
