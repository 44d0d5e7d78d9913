"""Inboxes keep their secrets apart, and what was learned of their health."""

from __future__ import annotations

from dataclasses import replace

from clew.domain.ids import InboxId
from clew.domain.people import InboxState
from clew.ports.channel import Template
from clew.ports.store import Store
from clew.ports.store.people import InboxNews
from tests.builders import HOUR, MONDAY_NINE
from tests.storage.batches import Workplace, new_id


async def test_an_inbox_is_kept_with_sealed_secrets(store: Store) -> None:
    workplace = await Workplace().save(store)
    renamed = replace(workplace.inbox, name="Post", settings={"phone_number_id": "2"})

    async with store.write() as tx:
        before = await tx.people.inbox(workplace.inbox_id)
        await tx.people.save_inbox(renamed, {"app_secret": b"\x00sealed"})
        after = await tx.people.inbox(workplace.inbox_id)
        unknown = await tx.people.inbox(InboxId(new_id()))

    assert before == (workplace.inbox, {"access_token": b"sealed"})
    assert after == (renamed, {"access_token": b"sealed", "app_secret": b"\x00sealed"})
    assert unknown is None


async def test_news_of_an_inbox_change_only_what_they_say(store: Store) -> None:
    workplace = await Workplace().save(store)

    async with store.write() as tx:
        await tx.people.note_inbox(workplace.inbox_id, InboxNews(received_at=MONDAY_NINE))
        await tx.people.note_inbox(
            workplace.inbox_id,
            InboxNews(error_at=MONDAY_NINE + HOUR, state=InboxState.AMBER, reason="token expired"),
        )
        await tx.people.note_inbox(workplace.inbox_id, InboxNews())
        inboxes = await tx.people.inboxes(workplace.id)

    assert inboxes == [
        replace(
            workplace.inbox,
            state=InboxState.AMBER,
            reason="token expired",
            last_received_at=MONDAY_NINE,
            last_error_at=MONDAY_NINE + HOUR,
        )
    ]


async def test_inboxes_are_listed_for_one_workspace_or_all(store: Store) -> None:
    first, second = await Workplace().save(store), await Workplace().save(store)

    async with store.write() as tx:
        assert await tx.people.inboxes(first.id) == [first.inbox]
        assert {one.id for one in await tx.people.inboxes()} == {first.inbox_id, second.inbox_id}


async def test_templates_are_replaced_as_a_whole(store: Store) -> None:
    workplace = await Workplace().save(store)
    hello, bye = (
        Template(
            name=name,
            language="pl",
            category="utility",
            status="approved",
            body="{{1}}",
            parameters=("1",),
        )
        for name in ("hello", "bye")
    )

    async with store.write() as tx:
        await tx.people.save_templates(workplace.id, workplace.inbox_id, [hello, bye])
        both = await tx.people.templates(workplace.id, workplace.inbox_id)
        await tx.people.save_templates(workplace.id, workplace.inbox_id, [hello])
        one = await tx.people.templates(workplace.id, workplace.inbox_id)

    assert both == [bye, hello]
    assert one == [hello]
