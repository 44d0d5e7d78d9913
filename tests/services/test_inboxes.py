"""Inboxes: complete or not at all, and their secrets sealed."""

from dataclasses import replace

import pytest

from clew.domain.errors import InvalidInput, NotAllowed, NotFound
from clew.domain.ids import InboxId
from clew.domain.people import InboxState
from clew.services.inboxes import (
    AddInbox,
    ChangeInbox,
    InvalidSettings,
    add_inbox,
    change_inbox,
    get_inbox,
    list_inboxes,
    list_templates,
)
from tests.builders import an_id
from tests.fixtures.workplace import Shop


async def test_an_inbox_is_listed_without_its_secrets(each_shop: Shop) -> None:
    [inbox] = (await list_inboxes(asker=each_shop.admin, deps=each_shop.deps)).value

    assert inbox.webhook_path == f"/hooks/{inbox.id}"
    assert inbox.health.state is InboxState.GREEN
    assert "EAAG" not in repr(inbox)


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
    for read in (get_inbox, list_templates):
        with pytest.raises(NotFound):
            await read(InboxId(an_id(99)), asker=ben, deps=shop.deps)
