"""What was acknowledged is there; each event stands in exactly one state."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace

import pytest

from clew.domain.errors import Conflict
from clew.domain.ids import InboxId
from clew.ports.bus import Topic
from clew.ports.store import IntakeState, Store
from clew.ports.store.transaction import StoreIsUnavailable
from tests.builders import MINUTE, MONDAY_NINE
from tests.fixtures.stores import Hints
from tests.storage.batches import Workplace, new_id


async def test_an_event_is_kept_as_received(store: Store, hints: Hints) -> None:
    workplace = await Workplace().save(store)
    event = replace(workplace.event(b"\x00\xff{"), query="a=1", headers={"X-Odd": "żółw"})

    await store.intake.append(event)

    [found] = await store.intake.find([IntakeState.PENDING], 10)
    kept = await store.intake.get(found.id)
    assert kept == found
    assert (found.body, found.query, found.headers) == (event.body, event.query, event.headers)
    assert found.received_at == event.received_at
    assert (Topic.INTAKE, None) in hints.told


async def test_many_callers_are_all_kept_in_their_order(store: Store) -> None:
    workplace = await Workplace().save(store)

    await asyncio.gather(
        *(store.intake.append(workplace.event(b"%d" % number)) for number in range(1_200))
    )

    async with store.claim(2_000) as claim:
        pass
    assert [int(event.body) for event in claim.events] == list(range(1_200))


@pytest.mark.parametrize("tables_url", ["postgresql"], indirect=True)
async def test_one_event_that_cannot_be_kept_does_not_stop_the_others(store: Store) -> None:
    """On SQLite there is none: whether its inbox is there is found when it is taken in."""
    workplace = await Workplace().save(store)
    lost = replace(workplace.event(), inbox_id=InboxId(new_id()))

    outcomes = await asyncio.gather(
        *(store.intake.append(event) for event in (workplace.event(), lost, workplace.event())),
        return_exceptions=True,
    )

    assert [type(outcome) for outcome in outcomes] == [
        type(None),
        StoreIsUnavailable,
        type(None),
    ]
    assert (await store.intake.counts()).pending == 2


async def test_finished_events_are_counted_and_can_be_replayed(store: Store) -> None:
    workplace = await Workplace().save(store)
    for minutes in range(3):
        await store.intake.append(workplace.event(at=MONDAY_NINE + minutes * MINUTE))
    async with store.claim(10) as claim, claim.write() as tx:
        first, second, _ = claim.events
        await tx.finish_intake(
            [(first.id, IntakeState.DONE, ""), (second.id, IntakeState.QUARANTINED, "odd")]
        )

    counts = await store.intake.counts(workplace.id)
    [odd] = await store.intake.find([IntakeState.QUARANTINED], 10)
    replayed = await store.intake.replay([first.id, odd.id, 12_345])
    after = await store.intake.counts()

    assert (counts.pending, counts.done, counts.ignored, counts.quarantined) == (1, 1, 0, 1)
    assert counts.oldest_pending_at == MONDAY_NINE + 2 * MINUTE
    assert (odd.reason, odd.attempts) == ("odd", 1)
    assert replayed == 2
    assert (after.pending, after.done, after.quarantined) == (3, 0, 0)
    assert (await store.intake.counts(Workplace().id)).pending == 0


async def test_events_are_found_newest_first_from_any_place(store: Store) -> None:
    workplace = await Workplace().save(store)
    for _ in range(4):
        await store.intake.append(workplace.event())
    states = list(IntakeState)

    page = await store.intake.find(states, 2)
    rest = await store.intake.find(states, 2, before_id=page[-1].id)

    ids = [event.id for event in (*page, *rest)]
    assert ids == sorted(ids, reverse=True)
    assert len(set(ids)) == 4


async def test_a_crash_releases_what_was_claimed(store: Store) -> None:
    workplace = await Workplace().save(store)
    await store.intake.append(workplace.event())

    async def crash() -> None:
        async with store.claim(10) as claim, claim.write() as tx:
            [event] = claim.events
            await tx.finish_intake([(event.id, IntakeState.DONE, "")])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await crash()

    async with store.claim(10) as claim:
        assert len(claim.events) == 1


async def test_whoever_reads_events_keeps_nobody_from_writing(store: Store) -> None:
    """Reading a mail may take seconds; agents must not wait for it."""
    workplace = await Workplace().save(store)
    await store.intake.append(workplace.event())

    async with store.claim(10) as claim:
        async with asyncio.timeout(30), store.write() as other:
            await other.people.save_team(replace(workplace.team, name="Renamed meanwhile"))
        async with claim.write() as tx:
            await tx.finish_intake([(claim.events[0].id, IntakeState.DONE, "")])

    assert (await store.intake.counts()).done == 1


async def test_of_two_who_read_an_event_one_takes_it_in(store: Store) -> None:
    """Where rows can be locked the second does not see it; elsewhere it is told."""
    workplace = await Workplace().save(store)
    await store.intake.append(workplace.event())

    taken = 0
    async with store.claim(10) as first, store.claim(10) as second:
        for claim in [one for one in (first, second) if one.events]:
            with suppress(Conflict):
                async with claim.write() as tx:
                    await tx.finish_intake([(claim.events[0].id, IntakeState.DONE, "")])
                    taken += 1

    counts = await store.intake.counts()
    assert (taken, counts.pending, counts.done) == (1, 0, 1)


async def test_nothing_is_taken_in_after_the_end(store: Store) -> None:
    workplace = await Workplace().save(store)
    await store.intake.append(workplace.event())
    await store.close()

    with pytest.raises(StoreIsUnavailable):
        await store.intake.append(workplace.event())


async def test_no_more_is_read_at_once_than_can_be_held(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of mails of 40 MB five hundred may wait."""
    monkeypatch.setattr("clew.storage.intake.CLAIM_MAX_BYTES", 100)
    workplace = await Workplace().save(store)
    for size in (60, 30, 20, 500, 1):
        await store.intake.append(workplace.event(b"x" * size))

    taken = []
    for _ in range(4):
        async with store.claim(10) as claim, claim.write() as tx:
            taken.append([len(one.body) for one in claim.events])
            await tx.finish_intake([(one.id, IntakeState.DONE, "") for one in claim.events])

    assert taken == [[60, 30], [20], [500], [1]]
