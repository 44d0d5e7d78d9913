"""A batch is one transaction, of several workspaces; nothing of it is lost or counted twice."""

from dataclasses import replace

import pytest

from clew.domain.ids import TeamId
from clew.ports.store import IntakeState, StoreIsUnavailable
from clew.services.ingest import batch, ingest
from tests.fixtures.shops import shop_in
from tests.fixtures.workplace import Shop
from tests.services.ingest.events import states


async def test_what_is_for_another_number_is_ignored_and_says_why(shop: Shop) -> None:
    body = shop.incoming("wamid.1", "Hello").replace(b"106540352242922", b"999999999999999")

    await shop.deliver(body)

    assert await states(shop) == [("ignored", "other_inbox")]
    assert await shop.cases() == []
    assert await shop.violations() == {}


async def test_a_batch_takes_no_more_than_it_is_asked_to(shop: Shop) -> None:
    await shop.append(*(shop.incoming(f"wamid.{n}", "Hello") for n in range(5)))

    taken = [await ingest(shop.deps, 2) for _ in range(4)]

    assert taken == [2, 2, 1, 0]
    assert len(await shop.messages()) == 5


async def test_workspaces_share_a_batch_and_nothing_else(each_shop: Shop) -> None:
    other = await shop_in(each_shop.deps, each_shop.clock, "Another shop")

    await each_shop.append(each_shop.incoming("wamid.1", "To the first"))
    await other.append(other.incoming("wamid.1", "To the second"))
    await ingest(each_shop.deps, 500)

    assert [item.text for item in await each_shop.messages()] == ["To the first"]
    assert [item.text for item in await other.messages()] == ["To the second"]
    assert (await each_shop.case()).contact.id != (await other.case()).contact.id
    assert await each_shop.violations() == {}


async def test_a_database_that_is_away_sets_nothing_aside(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    await shop.append(shop.incoming("wamid.1", "Hello"))

    async def away(*_: object) -> None:
        raise StoreIsUnavailable("gone")

    with monkeypatch.context() as patched:
        patched.setattr(batch, "_take_in", away)
        with pytest.raises(StoreIsUnavailable):
            await ingest(shop.deps, 500)

    assert await states(shop) == [("pending", "")]
    assert await ingest(shop.deps, 500) == 1


async def test_the_event_of_another_worker_is_not_blamed(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While we learn that an event fails, another worker may have it; ours to judge is none."""
    await shop.append(shop.incoming("wamid.1", "Hello"), shop.incoming("wamid.2", "World"))
    events = await shop.deps.store.intake.find([IntakeState.PENDING], 10)

    await batch._set_aside(events[0], ValueError("broken"), shop.deps)  # the newer of the two

    assert [state for state, _ in await states(shop)] == ["pending", "pending"]


async def test_a_team_that_another_process_has_just_added_is_known(shop: Shop) -> None:
    """A directory that is seconds old must not send a contact's words to quarantine."""
    await shop.write("Hello")
    new = replace(shop.team, id=TeamId(shop.deps.ids.new()), name="New")
    async with shop.deps.store.write() as tx:  # behind the back of the directory
        await tx.people.save_team(new)
        await tx.people.save_inbox(replace(shop.inbox, team_id=new.id), None)
    shop.deps.directory._inboxes.clear()

    await shop.write("Hi", phone="48605555555")

    assert {case.team.name for case in await shop.cases()} == {"Support", "New"}
    assert [state for state, _ in await states(shop)] == ["done", "done"]


async def test_the_inbox_shows_when_it_last_received_something(shop: Shop) -> None:
    await shop.write("Hello")

    async with shop.deps.store.read() as reader:
        (inbox,) = await reader.people.inboxes(shop.admin.workspace_id)
    assert inbox.last_received_at == shop.clock.now()
