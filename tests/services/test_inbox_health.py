from __future__ import annotations

from clew.domain.people import InboxState
from clew.ports.channel import InboxConfig, Misconfigured
from clew.ports.store import Changes
from clew.services.inbox_health import turn_amber, turn_green
from tests.services.world import INBOX, WORKSPACE, World

CONFIG = InboxConfig(secrets={"access_token": "canary-token"})


async def turn(world: World, reason: str) -> Changes:
    changes = Changes(workspace_id=WORKSPACE, at=world.clock.now())
    async with world.deps.store.write() as tx:
        await turn_amber(INBOX, Misconfigured(reason), CONFIG, changes, tx)
        await tx.record(changes)
    return changes


async def test_amber_carries_the_reason_without_secrets_and_is_told_once(world: World) -> None:
    first, again, other = [
        await turn(world, reason) for reason in ("bad canary-token", "bad canary-token", "worse")
    ]

    inbox = await world.inbox()
    assert (inbox.state, inbox.reason) == (InboxState.AMBER, "worse")
    assert inbox.last_error_at == world.clock.now()
    assert [len(changes.log) for changes in (first, again, other)] == [1, 0, 1]
    assert "canary" not in str(first.log)


async def test_green_forgets_the_reason(world: World) -> None:
    await turn(world, "bad")
    changes = Changes(workspace_id=WORKSPACE, at=world.clock.now())
    async with world.deps.store.write() as tx:
        await turn_green(INBOX, changes, tx)
        await tx.record(changes)

    inbox = await world.inbox()
    assert (inbox.state, inbox.reason) == (InboxState.GREEN, "")
    assert len(changes.log) == 1
