from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from prometheus_client import REGISTRY

from clew.domain.people import InboxState
from clew.ports.mail import NoMailer
from clew.ports.store.people import KeptAnswer
from clew.worker.housekeeping import (
    ANSWERS_LAST,
    FIRST_PROBE_AFTER,
    LONGEST_PROBE_PAUSE,
    TEMPLATES_EVERY,
    Rounds,
    housekeeping,
)
from tests.builders import MONDAY_NINE
from tests.services.scripted_provider import refused, said
from tests.services.world import ANNA, INBOX, WORKSPACE, World

KNOWN = {"id": "200100300400", "display_phone_number": "+36 1"}
TEMPLATES = {
    "data": [{"name": "a", "language": "pl", "category": "UTILITY", "status": "APPROVED"}],
    "paging": {},
}


async def test_an_amber_inbox_is_asked_with_growing_pauses_until_it_is_green(world: World) -> None:
    green = await world.inbox()
    amber = replace(green, state=InboxState.AMBER)
    rounds, now, asked = Rounds(), MONDAY_NINE, []
    for _ in range(24 * 60):
        if rounds.is_probe_due(amber, now):
            asked.append(now)
        now += timedelta(minutes=1)

    pauses = [later - earlier for earlier, later in pairwise(asked)]
    assert asked[0] == MONDAY_NINE + FIRST_PROBE_AFTER
    assert pauses[:3] == [timedelta(minutes=minutes) for minutes in (2, 4, 8)]
    assert pauses[-1] == LONGEST_PROBE_PAUSE
    assert not rounds.is_probe_due(green, now)
    assert not rounds.is_probe_due(amber, now)
    assert rounds.is_probe_due(amber, now + FIRST_PROBE_AFTER)


async def test_templates_are_refreshed_every_hour_while_the_inbox_works(world: World) -> None:
    inbox, rounds = await world.inbox(), Rounds()
    amber = replace(inbox, state=InboxState.AMBER)

    assert not rounds.are_templates_due(amber, MONDAY_NINE)
    assert rounds.are_templates_due(inbox, MONDAY_NINE)
    assert not rounds.are_templates_due(inbox, MONDAY_NINE + timedelta(minutes=59))
    assert rounds.are_templates_due(inbox, MONDAY_NINE + TEMPLATES_EVERY)


async def test_a_round_repairs_refreshes_and_measures(world: World) -> None:
    await world.hears()
    await world.answers()
    world.provider.answers = [said(TEMPLATES), refused(190, "expired", 401), said(KNOWN)]
    worker = housekeeping(world.deps, world.provider, NoMailer())
    await worker.step(None)
    await world.sends()
    assert (await world.inbox()).state is InboxState.AMBER
    await worker.step(None)
    assert REGISTRY.get_sample_value("clew_inboxes", {"state": "amber"}) == 1
    assert REGISTRY.get_sample_value("clew_deliveries_queued", {"inbox": str(INBOX)}) == 1

    world.clock.advance(FIRST_PROBE_AFTER)
    await worker.step(None)

    assert (await world.inbox()).state is InboxState.GREEN
    async with world.deps.store.read() as reader:
        templates = await reader.people.templates(WORKSPACE, INBOX)
    assert [template.name for template in templates] == ["a"]


async def test_what_is_old_is_forgotten_and_the_rest_stays(world: World) -> None:
    now = world.clock.now()
    answer = KeptAnswer(request_sha256="0" * 64, status=201, body=b"{}")
    async with world.deps.store.write() as tx:
        await tx.people.keep_answer(ANNA, "old", answer, now - ANSWERS_LAST)
        await tx.people.keep_answer(ANNA, "new", answer, now)
        await tx.people.add_session(b"e" * 32, ANNA, "csrf", now)
        await tx.people.add_session(b"s" * 32, ANNA, "csrf", now + timedelta(days=1))

    await housekeeping(world.deps, world.provider, NoMailer()).step(None)

    async with world.deps.store.read() as reader:
        assert await reader.people.kept_answer(ANNA, "old") is None
        assert await reader.people.kept_answer(ANNA, "new") == answer
        assert await reader.people.session(b"e" * 32, now - timedelta(days=1)) is None
        assert await reader.people.session(b"s" * 32, now) is not None
