from __future__ import annotations

from dataclasses import replace

import pytest

from clew.domain.ids import IdentityId, InboxId
from clew.domain.message import AuthorKind as Kind
from clew.domain.message import Message
from clew.ports.channel import AuthorKind, OptScope, OutgoingTemplate, Template
from clew.ports.store import Changes
from clew.services.sending.letters import Barred, Held, Letter, compose, draft_of, outgoing_of
from tests.builders import an_id
from tests.services.world import World


async def a_message(world: World, **given: object) -> Message:
    await world.hears()
    return await world.message(await world.answers(**given))  # type: ignore[arg-type]


async def test_a_template_goes_out_as_one(world: World) -> None:
    await world.has_approved(Template("hello", "pl", "utility", "approved", "{{1}}", ("1",)))
    template = {"name": "hello", "language": "pl", "parameters": {"1": "5"}}
    message = await a_message(world, template=template)

    outgoing = outgoing_of(message, [], [], None)

    assert outgoing.template == OutgoingTemplate("hello", "pl", {"1": "5"})
    assert draft_of(message, []).is_template


async def test_advertising_that_is_no_longer_wanted_does_not_leave(world: World) -> None:
    await world.has_approved(Template("sale", "pl", "marketing", "approved", "Only today"))
    message = await a_message(world, template={"name": "sale", "language": "pl"})
    delivery = await world.delivery(message.id)
    wanted = await compose(delivery, world.deps)
    assert delivery.identity_id is not None
    changes = Changes(workspace_id=message.workspace_id, at=world.clock.now())
    changes.opted_out[delivery.identity_id] = OptScope.MARKETING.value
    async with world.deps.store.write() as tx:
        await tx.record(changes)

    barred = await compose(delivery, world.deps)

    assert isinstance(wanted, Letter)
    assert isinstance(barred, Barred)
    assert barred.code == "no_marketing"


@pytest.mark.parametrize(
    ("kind", "author"), [(Kind.AGENT, AuthorKind.AGENT), (Kind.BOT, AuthorKind.BOT)]
)
async def test_channels_are_told_whether_a_person_wrote(
    world: World, kind: Kind, author: AuthorKind
) -> None:
    message = await a_message(world)
    message = replace(message, author=replace(message.author, kind=kind))

    assert draft_of(message, []).author is author
    assert outgoing_of(message, [], [], None).author is author


async def test_it_goes_to_the_address_that_it_was_written_to(world: World) -> None:
    message = await a_message(world)
    delivery = await world.delivery(message.id)

    letter = await compose(delivery, world.deps)
    gone = await compose(replace(delivery, identity_id=IdentityId(an_id(98))), world.deps)

    assert isinstance(letter, Letter)
    assert [one.value for one in letter.outgoing.to] == [letter.address]
    assert isinstance(gone, Barred)
    assert gone.code == "no_address"


async def test_an_inbox_that_is_gone_bars_the_way(world: World) -> None:
    message = await a_message(world)
    delivery = replace(await world.delivery(message.id), inbox_id=InboxId(an_id(99)))

    letter = await compose(delivery, world.deps)

    assert not isinstance(letter, Letter | Held)
    assert letter.code == "inbox_gone"
