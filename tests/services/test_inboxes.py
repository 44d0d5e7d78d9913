"""Inboxes: complete or not at all, and their secrets sealed."""

from dataclasses import replace

import pytest

from clew.domain.errors import InvalidInput, NotAllowed, NotFound
from clew.domain.ids import InboxId
from clew.domain.people import InboxStage, InboxState
from clew.services.inbox_views import list_inboxes
from clew.services.inboxes import (
    AddInbox,
    ChangeInbox,
    InboxIsBusy,
    InvalidSettings,
    add_inbox,
    change_inbox,
)
from tests.builders import an_id
from tests.fixtures.workplace import Shop


async def test_new_secrets_replace_the_old_ones_and_others_stay(each_shop: Shop) -> None:
    deps, inbox_id = each_shop.deps, each_shop.inbox.id

    await change_inbox(
        ChangeInbox(inbox_id=inbox_id, secrets={"access_token": "EAAG-new"}),
        asker=each_shop.admin,
        deps=deps,
    )

    found = await deps.directory.inbox(inbox_id)
    assert found is not None
    assert found[1].secrets["access_token"] == "EAAG-new"
    assert found[1].secrets["verify_token"] == "verify-me"


async def test_new_values_make_an_inbox_green_again_and_a_new_name_does_not(shop: Shop) -> None:
    async with shop.deps.store.write() as tx:
        await tx.people.save_inbox(
            replace(shop.inbox, state=InboxState.AMBER, reason="the token has expired")
        )

    renamed = await change_inbox(
        ChangeInbox(inbox_id=shop.inbox.id, name="Main"), asker=shop.admin, deps=shop.deps
    )
    mended = await change_inbox(
        ChangeInbox(inbox_id=shop.inbox.id, secrets={"access_token": "EAAG-new"}),
        asker=shop.admin,
        deps=shop.deps,
    )

    assert (renamed.health.state, renamed.name) == (InboxState.AMBER, "Main")
    assert (mended.health.state, mended.health.reason) == (InboxState.GREEN, "")


async def test_what_is_missing_is_named_and_no_value_repeated(shop: Shop) -> None:
    command = AddInbox(
        channel="whatsapp",
        name="Second",
        team_id=None,
        settings={"phone_number_id": "no/number", "colour": "teal-canary"},
        secrets={},
    )

    with pytest.raises(InvalidSettings) as refused:
        await add_inbox(command, asker=shop.admin, deps=shop.deps)

    named = {one.name for one in refused.value.problems}
    assert {"phone_number_id", "colour", "app_secret"} <= named
    assert "canary" not in str(refused.value)


async def test_refusals(shop: Shop) -> None:
    ben = await shop.join("Ben")
    command = AddInbox(channel="pigeons", name="x", team_id=None, settings={}, secrets={})

    with pytest.raises(InvalidInput):
        await add_inbox(command, asker=shop.admin, deps=shop.deps)
    with pytest.raises(NotAllowed):
        await add_inbox(command, asker=ben, deps=shop.deps)
    with pytest.raises(NotFound):
        await change_inbox(
            ChangeInbox(inbox_id=InboxId(an_id(99))), asker=shop.admin, deps=shop.deps
        )


async def set_stage(shop: Shop, stage: InboxStage) -> None:
    change = ChangeInbox(inbox_id=shop.inbox.id, stage=stage)
    await change_inbox(change, asker=shop.admin, deps=shop.deps)


async def test_an_inbox_is_paused_and_goes_on_and_keeps_its_health(each_shop: Shop) -> None:
    await set_stage(each_shop, InboxStage.PAUSED)
    [paused] = (await list_inboxes(asker=each_shop.admin, deps=each_shop.deps)).value
    await set_stage(each_shop, InboxStage.ACTIVE)
    [active] = (await list_inboxes(asker=each_shop.admin, deps=each_shop.deps)).value

    assert (paused.stage, active.stage) == (InboxStage.PAUSED, InboxStage.ACTIVE)
    assert paused.health.state is active.health.state is InboxState.GREEN


async def test_an_inbox_with_replies_on_their_way_is_not_archived(shop: Shop) -> None:
    """They would never leave, and nobody would know."""
    await shop.write("Hello")
    await shop.answer("Yes?")

    with pytest.raises(InboxIsBusy) as refused:
        await set_stage(shop, InboxStage.ARCHIVED)

    assert refused.value.queued == 1
    await set_stage(shop, InboxStage.PAUSED)
